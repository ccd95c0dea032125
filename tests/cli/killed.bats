#!/usr/bin/env bats
# Programs that are killed at any moment of a game: what they said was done is in the journal,
# in its order, and what is remembered is what the journal gives. QUARTET_LONG kills more often.

load helper

if [ -n "${QUARTET_LONG:-}" ]; then kills=300; else kills=30; fi

# lines: what a player types by chance.
lines()
{
    local words=(a b c d t f "a c" "1b 2a" 42 66.5 Oslo :undo :undo :redo :skip :hint :hint)
    for _ in {1..150}; do
        printf '%s\n' "${words[RANDOM % ${#words[@]}]}"
    done
}

# acknowledged FILE: what the program said was done, as types of events.
acknowledged()
{
    sed -nE 's/^.*Taken back\..*/10/p; s/^.*Done again\..*/11/p; s/^.*Skipped\..*/4/p
        s/^.* \+[0-9][0-9 ]*$/2/p' "$1" | tr '\n' ' '
}

ask()
{
    sqlite3 "$mine/quartet.db" "$1"
}

remembered()
{
    ask "SELECT * FROM known; SELECT * FROM card; SELECT * FROM review; SELECT * FROM answer"
}

# is_begun_by NUMBERS BEGINNING MOST: whether NUMBERS begins with all of BEGINNING, and has no
# more than MOST after it.
is_begun_by()
{
    local rest=${1#"$2"}
    [ "$2$rest" = "$1" ] && [ "$(wc -w <<<"$rest")" -le "$3" ] || {
        echo "said:    $2"
        echo "journal: $1"
        return 1
    }
}

@test "killed: nothing that was acknowledged is lost, and the memory follows from it" {
    program=${QUARTET_RELEASE:-$program} # which is done with sooner
    RANDOM=7
    last=0
    cut=0
    for ((i = 1; i <= kills; i++)); do
        "$program" --data-dir "$mine" play --review --count 6 --seed $i \
            "$root/questions/tour.json" < <(lines) >"$mine/said" 2>&1 3>&- &
        pid=$!
        sleep "0.$(printf '%03d' $((RANDOM % 300)))"
        kill -9 $pid 2>/dev/null || true
        wait $pid 2>/dev/null && status=0 || status=$?
        [ $status -ne 137 ] || cut=$((cut + 1))
        [ -e "$mine/quartet.db" ] || continue
        [ "$(ask "PRAGMA integrity_check")" = ok ]
        events=$(ask "SELECT type FROM event WHERE id > $last AND type IN (2, 4, 10, 11)
            ORDER BY id" 2>/dev/null | tr '\n' ' ')
        echo "kill $i"
        # The last may be on the disk without having been acknowledged.
        is_begun_by "$events" "$(acknowledged "$mine/said")" 1
        quartet play --count 1 "$root/questions/tour.json" </dev/null >/dev/null 2>&1 || true
        last=$(ask "SELECT max(id) FROM event")
        before=$(remembered)
        quartet rebuild >/dev/null
        [ "$(remembered)" = "$before" ]
    done
    [ $((cut * 2)) -gt "$kills" ] # most were in the middle of a game
    [ "$(ask "SELECT count(*) FROM review")" -gt "$kills" ]
}
