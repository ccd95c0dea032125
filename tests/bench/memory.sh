#!/bin/sh
# How long it takes to work out all that is remembered from the journal, which has to be linear
# in its length, and how long what is due of all cards, against a bare SELECT of all due rows.
# Prints medians; fails if a goal is missed.
set -eu

programs=${QUARTET_BENCH:?is the folder of the programs that measure}
work=$(mktemp -d -p "${DISK:-/var/tmp}") # /tmp may be memory
trap 'rm -rf "$work"' EXIT INT TERM

# median KIND
median() {
    awk -v kind="$1" '$1 == kind { print $2 }' "$work/times" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

failed=0
least=
for count in 10000 100000 1000000; do
    mkdir "$work/data"
    "$programs/memory" "$count" "$((count / 10))" "$work/data" >"$work/times"
    rm -r "$work/data"
    # Other programs share the disk, which is not ours to count.
    least=${least:-$(awk -v work="$(median work)" -v n="$count" 'BEGIN { print work / n }')}
    awk -v n="$count" -v ms="$(median rebuild)" -v work="$(median work)" -v least="$least" \
        -v idle="$(median nothing)" 'BEGIN {
            printf "%7d events: rebuilt in %.0f ms, of which work %.1f us each, %.2f of the " \
                "first (goal 2); nothing new: %.1f us\n", n, ms, work / n * 1000,
                work / n / least, idle * 1000
            exit work / n / least > 2
        }' || failed=1
done
awk -v floor="$(median floor)" -v due="$(median due)" -v cards="$(median cards)" 'BEGIN {
    printf "what is due of 100000 cards: %.1f ms, floor %.1f ms, ratio %.2f (goal 2); " \
        "all of them, with names: %.1f ms\n", due, floor, due / floor, cards
    exit due / floor > 2
}' || failed=1
exit "$failed"
