#!/bin/sh
# How long a bank of CARDS questions that is saved takes to be on the screen, and what it costs
# those who play meanwhile: on Home and in a quiz, for a learner who never played and for one with
# EVENTS events. Each is saved SAVES times, in ROUNDS starts. Prints medians and the worst, and
# fails if a goal is missed.
set -eu

quartet=${QUARTET:?is the program to measure}
programs=${QUARTET_BENCH:?is the folder of the programs that measure}
rounds=${ROUNDS:-2}
saves=${SAVES:-5}
events=${EVENTS:-20000}
cards=${CARDS:-10000}
failed=0
# shellcheck source=tests/bench/screen.inc
. "$(dirname "$0")/screen.inc"

for learner in new old; do
    mkdir -p "$work/$learner/questions"
    bank=$work/$learner/questions/bank0.json
    "$programs/bank_make" "$cards" ascii >"$bank"
    sed 's/river/stream/' "$bank" >"$bank.0"
    sed 's/river/brook/; 1s/"title": "/&Another /' "$bank" >"$bank.1"
    echo '{"last_bank": "bank0"}' >"$work/$learner/settings.json"
done
"$programs/history" "$events" "$cards" 1 "$work/old"

for learner in new old; do
    bank=$work/$learner/questions/bank0.json
    i=0
    while [ "$i" -lt "$rounds" ]; do
        "$programs/drive" start idle:1:read "save:$saves:$bank" -- \
            "$quartet" --data-dir "$work/$learner" >>"$work/$learner-home.txt"
        "$programs/drive" start idle:1:read 1 idle:1:pick Return idle:1:quiz "save:$saves:$bank" \
            -- "$quartet" --data-dir "$work/$learner" >>"$work/$learner-quiz.txt"
        i=$((i + 1))
    done
done

# row WHERE KIND GOAL; a goal of 0 is none. The worst counts.
row() {
    awk -v kind="$2" '$1 == kind { print $2 }' "$work/$1.txt" | sort -n |
        awk -v where="$1" -v kind="$2" -v goal="$3" '{ value[NR] = $1 } END {
            is_met = !goal || value[NR] <= goal
            printf "%-9s %-7s median %8.2f ms   worst %8.2f ms   goal %3d   %s\n", where, kind,
                value[int((NR + 1) / 2)], value[NR], goal, goal ? is_met ? "yes" : "NO" : ""
            exit !is_met }' || failed=1
}

for where in new-home new-quiz old-home old-quiz; do
    row "$where" reload 300
    row "$where" frame 33
    row "$where" held 33
    row "$where" later 0
done
exit "$failed"
