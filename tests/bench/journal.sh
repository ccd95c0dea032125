#!/bin/sh
# How long an answer takes to be on the disk, against a bare commit of SQLite, by turns. Prints
# medians; fails if the goal is missed.
set -eu

programs=${QUARTET_BENCH:?is the folder of the programs that measure}
work=$(mktemp -d -p "${DISK:-/var/tmp}") # /tmp may be memory
trap 'rm -rf "$work"' EXIT INT TERM

"$programs/journal" "${COUNT:-2000}" "$work" >"$work/times"

# median KIND
median() {
    awk -v kind="$1" '$1 == kind { print $2 }' "$work/times" | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

awk -v floor="$(median floor)" -v ours="$(median ours)" 'BEGIN {
    printf "an answer on the disk: %.3f ms, floor %.3f ms, ratio %.2f (goal 1.3)\n", ours, floor,
        ours / floor
    exit ours / floor > 1.3
}'
