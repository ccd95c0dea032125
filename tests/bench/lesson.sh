#!/bin/sh
# A lesson of MINUTES at 100 times the pace of a real one, by the program itself in its two windows,
# with its journal on the disk: all ways of playing one after the other with four teams and a
# class, with all that a host does meanwhile, and with its banks saved in an editor. Prints how
# long frames took and what memory there is, and fails if a goal is missed.
set -eu

source=${QUARTET_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
quartet=${QUARTET:?is the program}
programs=${QUARTET_BENCH:?is the folder of the programs that measure}
minutes=${MINUTES:-60}
failed=0
# shellcheck source=tests/bench/screen.inc
. "$(dirname "$0")/screen.inc"

# save_as BANK: what it says by turns when it is saved.
save_as() {
    sed 's/"explanation": "/&So it is: /' "$1" >"$1.0"
    cp "$1" "$1.1"
}

cp "$source/questions/nato-secretary-general.json" "$work/one.json"
"$programs/bank_make" 5000 mixed >"$work/many.json"
save_as "$work/one.json"
save_as "$work/many.json"
for pupil in Ada Ben Cem Dana Efe Finn Grace Hamza Ida Jun Kim Lea Max Nora Omar Pia Quin Rosa \
    Sami Tom Uma Vera Will Xenia Yusuf Zoe; do
    echo "$pupil"
done | "$quartet" --data-dir "$work/data" class 8b - >"$work/log"

QUARTET_HOST_WINDOW=1 SDL_AUDIODRIVER=dummy SERVER=$server MINUTES=$minutes BANK_A=$work/one.json \
    BANK_B=$work/many.json "$programs/lesson" --data-dir "$work/data" --fullscreen \
    "$work/one.json" >"$work/lesson.txt"

awk '$1 == "did" { $1 = ""; all = all "," $0 } $1 == "lessons" { count = $2 }
    END { printf "%d lessons%s\n", count, all }' "$work/lesson.txt"

# row NAME KIND COLUMN GOAL: the longest may take GOAL ms; 0: as long as it likes.
row() {
    awk -v kind="$2" -v column="$3" '$1 == kind { print $column, $4, $5 }' "$work/lesson.txt" |
        sort -n | awk -v name="$1" -v goal="$4" '{ value[NR] = $1; where = $2 " " $3 } END {
            is_met = !goal || value[NR] <= goal
            printf "%-26s %6d   median %6.2f ms   99 %% within %6.2f   longest %6.2f %s", name, NR,
                value[int((NR + 1) / 2)], value[int((NR - 1) * 0.99) + 1], value[NR], where
            printf goal ? "   goal %d   %s\n" : "\n", goal, is_met ? "yes" : "NO"
            exit !is_met }' || failed=1
}

# What other programs do meanwhile is not ours to count; how much that was is said.
row "frames" frame 2 33
row "  the work of it" frame 3 0
row "  taken by other programs" taken 2 0
row "inputs, to their frame" key 2 0
row "  the work of it" key 3 0

# What is in use goes up and down with what is on the screen, so the most of some minutes counts.
awk -v last="$minutes" '
    $1 == "memory" && ($2 % 10 == 0 || $2 == 5) {
        printf "minute %3d: memory %6d KB, of the heap in use %6d KB\n", $2, $3, $4 / 1024
    }
    $1 == "memory" && $2 <= 10 { first_kb = $3 > first_kb ? $3 : first_kb }
    $1 == "memory" && $2 <= 10 { first = $4 > first ? $4 : first }
    $1 == "memory" && $2 > last - 10 { end_kb = $3 > end_kb ? $3 : end_kb }
    $1 == "memory" && $2 > last - 10 { end = $4 > end ? $4 : end }
    END {
        is_met = end / first <= 1.25 && end_kb / first_kb <= 1.5
        printf "the last ten minutes to the first: in use %.2f (goal 1.25), memory %.2f (goal 1.5)" \
            "   %s\n", end / first, end_kb / first_kb, is_met ? "yes" : "NO"
        exit !is_met
    }' "$work/lesson.txt" || failed=1
exit "$failed"
