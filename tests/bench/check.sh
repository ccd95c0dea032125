#!/bin/sh
# Time of "quartet check" on large banks, without and with lint, against cJSON_Parse() of the
# whole text in the same run.
#
# Ours is the whole command: its start, reading the file, all checks, the answer. The floor is
# cJSON_Parse() alone. They take turns, so that a busy machine is busy for both. Prints medians
# and the least of the ratios within a turn; fails if a goal is missed by the median, or if time
# grows faster than the bank.
set -eu

quartet=${QUARTET:?is the program}
programs=${QUARTET_BENCH:?is the folder of the programs that measure}
runs=${RUNS:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# check_ms OPTION...: how long a check takes.
check_ms() {
    started=$(date +%s%N)
    "$quartet" --data-dir "$work" check -q "$@" "$work/bank.json" >"$work/said"
    ended=$(date +%s%N)
    awk -v ns=$((ended - started)) 'BEGIN { printf "%.2f", ns / 1e6 }'
}

# take_turns: a line for each, with the times of the floor, of check, and of it with lint.
take_turns() {
    i=0
    while [ "$i" -lt "$runs" ]; do
        floor=$("$programs/bank_load" floor "$work/bank.json" | cut -d' ' -f1)
        echo "$floor $(check_ms) $(check_ms --lint)"
        i=$((i + 1))
    done
}

# median COLUMN
median() {
    awk -v column="$1" '{ print $column }' "$work/turns" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# least COLUMN: of its ratios to the floor.
least() {
    awk -v column="$1" '{ print $column / $1 }' "$work/turns" | sort -n | head -n 1
}

# report SCRIPT COUNT NAME COLUMN GOAL: whether the median is within GOAL times the floor.
report() {
    awk -v script="$1" -v count="$2" -v name="$3" -v goal="$5" \
        -v floor="$(median 1)" -v ours="$(median "$4")" -v least="$(least "$4")" \
        'BEGIN {
            printf "%-5s %6d questions, %-12s %6.1f ms, floor %.1f ms, ratio %.2f (least %.2f, " \
                "goal %s); %.2f us a question\n",
                script, count, name ":", ours, floor, ours / floor, least, goal, 1e3 * ours / count
            exit ours / floor > goal
        }'
}

failed=0
for script in ascii mixed; do
    for count in 25000 100000; do
        "$programs/bank_make" "$count" "$script" >"$work/bank.json"
        take_turns >"$work/turns"
        report "$script" "$count" check 2 1.5 || failed=1
        report "$script" "$count" "check --lint" 3 6 || failed=1
        eval "took_$count=$(median 3)"
    done
    # Four times the questions; what is quadratic would take sixteen times as long.
    awk -v few="$took_25000" -v many="$took_100000" 'BEGIN { exit many / few > 7 }' || {
        echo "$script: grows faster than the bank"
        failed=1
    }
done
exit "$failed"
