#!/bin/sh
# Start, memory, idling and the answer to a key, in a real window against the least that an SDL
# program does (floor_window.c), by turns in the same run. Prints medians and ratios; RUNS sets
# how often.
set -eu

source=${QUARTET_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
quartet=${QUARTET:?is the program to measure}
runs=${RUNS:-15}
work=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" >"$work/log" 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT INT TERM
while [ ! -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >"$work/log" 2>&1 &
sleep 1

cd "$source/tests/bench"
# shellcheck disable=SC2046 # one word an option
{
    cc -O2 -o "$work/floor" floor.c floor_window.c $(pkg-config --cflags --libs sdl2 SDL2_ttf)
    cc -O2 -D_GNU_SOURCE -o "$work/drive" drive.c -lX11 -lXtst
}

# median KIND COLUMN < lines of drive
median() {
    awk -v kind="$1" -v column="$2" '$1 == kind { print $column }' | sort -n |
        awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# row NAME KIND GOAL: one line of the table.
row() {
    floor=$(median "$2" 2 <"$work/floor.txt")
    ours=$(median "$2" 2 <"$work/ours.txt")
    awk -v name="$1" -v floor="$floor" -v ours="$ours" -v goal="$3" 'BEGIN {
        printf "%-18s floor %10.2f   ours %10.2f   ratio %5.2f   goal %4.1f   %s\n", name, floor,
            ours, ours / floor, goal, ours / floor <= goal ? "yes" : "NO" }'
}

set -- --data-dir "$work/data" "$source/questions/nato-secretary-general.json"
i=0
while [ "$i" -le "$runs" ]; do
    "$work/drive" start rss -- "$work/floor" >"$work/one"
    [ "$i" = 0 ] || cat "$work/one" >>"$work/floor.txt"
    "$work/drive" start rss -- "$quartet" "$@" >"$work/one"
    [ "$i" = 0 ] || cat "$work/one" >>"$work/ours.txt"
    i=$((i + 1))
done
row "start, ms" start 1.7
row "memory, KB" rss 1.8
"$work/drive" idle:10:floor -- "$work/floor"
"$work/drive" idle:10:home 1 idle:10:pick Escape s idle:10:settings Escape Return \
    idle:10:question -- "$quartet" "$@"
