#!/bin/sh
# Start, memory, idling, a full frame and the answer to a key, in a real window against the least
# that an SDL program does (floor_window.c, floor_frame.c), by turns in the same run. Prints
# medians and ratios, and fails if a goal is missed. RUNS starts and ROUNDS of KEYS presses.
set -eu

source=${QUARTET_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
quartet=${QUARTET:?is the program to measure}
programs=${QUARTET_BENCH:?is the folder of the programs that measure}
runs=${RUNS:-15}
rounds=${ROUNDS:-5}
keys=${KEYS:-40}
failed=0
work=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" >"$work/log" 2>&1 &
server=$!
all=
trap 'kill "$server"; rm -rf "$work" "$all"' EXIT INT TERM
while [ ! -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >"$work/log" 2>&1 &
sleep 1

# quantile KIND SHARE < lines of drive
quantile() {
    awk -v kind="$1" '$1 == kind { print $2 }' | sort -n |
        awk -v share="$2" '{ value[NR] = $1 } END { print value[int((NR - 1) * share) + 1] }'
}

# row NAME KIND SHARE GOAL: one line of the table, of what $work/floor.txt and ours.txt say.
row() {
    floor=$(quantile "$2" "$3" <"$work/floor.txt")
    ours=$(quantile "$2" "$3" <"$work/ours.txt")
    awk -v name="$1" -v floor="$floor" -v ours="$ours" -v goal="$4" 'BEGIN {
        printf "%-22s floor %10.2f   ours %10.2f   ratio %5.2f   goal %4.1f   %s\n", name, floor,
            ours, ours / floor, goal, ours / floor <= goal ? "yes" : "NO"
        exit !(ours / floor <= goal) }' || failed=1
}

# A bank whose every question is answered by the keys 1 to 4.
awk 'BEGIN {
    print "{\"format\": \"quizbank/1\", \"title\": \"Keys\", \"questions\": ["
    for (i = 1; i <= 400; i++)
        printf "{\"question\": \"Which of the four numbers comes right after %d in counting?\", " \
            "\"answer\": \"The number %d\", \"wrong\": [\"The number %d\", \"The number %d\", " \
            "\"The number %d\"], \"explanation\": \"After %d comes %d, whatever is counted.\"}%s\n",
            i, i + 1, i + 2, i + 3, i + 4, i, i + 1, i < 400 ? "," : "]}"
}' >"$work/keys.json"
all=$(mktemp -d -p /dev/shm) # journal.sh measures the disk
echo '{"count": 0}' >"$all/settings.json"

set -- --data-dir "$work/data" "$source/questions/nato-secretary-general.json"
i=0
while [ "$i" -le "$runs" ]; do
    "$programs/drive" start rss -- "$programs/floor_window" >"$work/one"
    [ "$i" = 0 ] || cat "$work/one" >>"$work/floor.txt"
    "$programs/drive" start rss -- "$quartet" "$@" >"$work/one"
    [ "$i" = 0 ] || cat "$work/one" >>"$work/ours.txt"
    i=$((i + 1))
done
row "start, ms" start 0.5 1.7
row "memory, KB" rss 0.5 1.8

i=0
while [ "$i" -lt "$rounds" ]; do
    "$programs/drive" "key:$keys:1" -- "$programs/floor_window" >>"$work/floor.txt"
    "$programs/drive" Return "key:$keys:1:Return" -- "$quartet" --data-dir "$all" \
        "$work/keys.json" >>"$work/ours.txt"
    "$programs/drive" "draw:$keys" -- "$programs/floor_frame" >>"$work/floor.txt"
    "$programs/drive" Return "draw:$keys" -- "$quartet" --fullscreen --data-dir "$all" \
        "$work/keys.json" >>"$work/ours.txt"
    i=$((i + 1))
done
row "frame at 1080p, ms" draw 0.5 1.5
row "key to feedback, ms" key 0.5 1.5
row "  of 20 the slowest" key 0.95 2

"$programs/drive" start idle:10:floor -- "$programs/floor_window"
"$programs/drive" start idle:10:home 1 idle:10:pick Escape s idle:10:settings Escape Return \
    idle:10:question 1 idle:10:feedback -- "$quartet" "$@"
exit "$failed"
