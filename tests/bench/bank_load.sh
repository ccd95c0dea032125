#!/bin/sh
# Time and memory of loading banks, against cJSON_Parse() of the whole text in the same run.
#
# Each reading is a fresh process; ours and the floor take turns, so that a busy machine is
# busy for both. Prints medians; fails if a goal is missed.
set -eu

programs=${QUARTET_BENCH:?is the folder of the programs that measure}
runs=${RUNS:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# median KIND COLUMN: of that kind's lines in the results.
median() {
    awk -v kind="$1" -v column="$2" '$1 == kind { print $column }' "$work/results" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# measure SCRIPT COUNT GOAL: whether ours takes at most GOAL of the floor's time.
measure() {
    "$programs/bank_make" "$2" "$1" >"$work/bank.json"
    : >"$work/results"
    i=0
    while [ "$i" -lt "$runs" ]; do
        for kind in floor ours; do
            "$programs/bank_load" "$kind" "$work/bank.json" | sed "s/^/$kind /" >>"$work/results"
        done
        i=$((i + 1))
    done
    awk -v script="$1" -v count="$2" -v goal="$3" -v size="$(wc -c <"$work/bank.json")" \
        -v floor="$(median floor 2)" -v ours="$(median ours 2)" -v bytes="$(median ours 4)" \
        'BEGIN {
            printf "%-5s %6d questions of %d bytes: %.1f ms, floor %.1f ms, ratio %.2f (goal %s); " \
                "%d bytes a question more\n",
                script, count, size / count, ours, floor, ours / floor, goal, bytes / count
            exit ours / floor > goal
        }'
}

failed=0
for count in 1000 10000 100000 200000; do
    measure ascii "$count" 0.5 || failed=1
    measure mixed "$count" 0.8 || failed=1
done
exit "$failed"
