#!/bin/sh
# Start and memory with a long history and large banks, against the same program with none and
# the small bank it comes with, by turns in the same run: EVENTS events of CARDS cards, once of
# one bank with all of these questions and once of a hundred banks. Prints medians of RUNS starts
# and ratios, and fails if the goal is missed.
set -eu

quartet=${QUARTET:?is the program to measure}
programs=${QUARTET_BENCH:?is the folder of the programs that measure}
runs=${RUNS:-15}
events=${EVENTS:-1000000}
cards=${CARDS:-100000}
banks=100
failed=0
# shellcheck source=tests/bench/screen.inc
. "$(dirname "$0")/screen.inc"

mkdir -p "$work/none" "$work/one/questions" "$work/many/questions"
"$programs/bank_make" "$cards" ascii >"$work/one/questions/bank0.json"
"$programs/history" "$events" "$cards" 1 "$work/one"
i=0
while [ "$i" -lt "$banks" ]; do
    "$programs/bank_make" "$((cards / banks))" ascii >"$work/many/questions/bank$i.json"
    i=$((i + 1))
done
"$programs/history" "$events" "$cards" "$banks" "$work/many"
echo '{"last_bank": "bank0"}' >"$work/one/settings.json"
echo '{"last_bank": "bank57"}' >"$work/many/settings.json"

# A start before any other, in which the banks are read; then by turns.
i=0
while [ "$i" -le "$runs" ]; do
    for store in none one many; do
        "$programs/drive" start rss -- "$quartet" --data-dir "$work/$store" >"$work/now"
        if [ "$i" = 0 ]; then
            printf '%-5s first of all %9.2f ms\n' "$store" \
                "$(awk '$1 == "start" { print $2 }' "$work/now")"
        else
            cat "$work/now" >>"$work/$store.txt"
        fi
    done
    i=$((i + 1))
done

# median STORE KIND
median() {
    awk -v kind="$2" '$1 == kind { print $2 }' "$work/$1.txt" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# row NAME STORE KIND GOAL; a goal of 0 is none.
row() {
    awk -v name="$1" -v none="$(median none "$3")" -v ours="$(median "$2" "$3")" -v goal="$4" '
        BEGIN {
            printf "%-28s none %10.2f   ours %10.2f   ratio %5.2f", name, none, ours, ours / none
            if (goal > 0)
                printf "   goal %4.1f   %s", goal, ours / none <= goal ? "yes" : "NO"
            print ""
            exit goal > 0 && ours / none > goal
        }' || failed=1
}
row "start, one bank, ms" one start 1.5
row "start, 100 banks, ms" many start 1.5
row "memory then, one bank, KB" one rss 0
row "memory then, 100 banks, KB" many rss 0
exit "$failed"
