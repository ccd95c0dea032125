#!/usr/bin/env bats
# Programs that are killed at any moment of a game: what they said was done is in the journal,
# in its order, and what is remembered is what the journal gives. QUARTET_LONG kills more often.

load helper

if [ -n "${QUARTET_LONG:-}" ]; then kills=300; else kills=30; fi

# lines: what a player types by chance, who then thinks: too little to end a long game, however
# fast the machine is.
lines()
{
    local words=(a b c d t f "a c" "1b 2a" 42 66.5 Oslo :undo :undo :redo :skip :hint :hint)
    for ((n = 20 + RANDOM % 100; n > 0; n--)); do
        printf '%s\n' "${words[RANDOM % ${#words[@]}]}"
    done
    sleep 5
}

# card_lines: what somebody with cards types by chance, who then thinks.
card_lines()
{
    local words=("" "" "" "" 1 2 3 4 again easy :undo :undo :redo :hide :suspend :show nonsense)
    for ((n = RANDOM % 60; n > 0; n--)); do
        printf '%s\n' "${words[RANDOM % ${#words[@]}]}"
    done
    sleep 5
}

# acknowledged FILE: what the program said was done, as types of events.
acknowledged()
{
    sed -nE 's/^.*Taken back\..*/10/p; s/^.*Done again\..*/11/p; s/^.*Skipped\..*/4/p
        s/^.* \+[0-9][0-9 ]*$/2/p; s/^Graded .*/13/p; s/^Hidden until .*/14/p
        s/^Put away .*/14/p' "$1" | tr '\n' ' '
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
        "$program" --data-dir "$mine" play --review --count 0 --seed $i \
            "$root/questions/nato-secretary-general.json" "$root/questions/tour.json" < <(lines) >"$mine/said" 2>&1 3>&- &
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

# stands FILE: what is left and which card is up, if the program said so after the last thing
# that it said was done.
stands()
{
    awk '/Taken back\.|Done again\.|^Graded |^Hidden until |^Put away / { is = "" }
        /^[0-9]+ new, / { figures = $0; getline; question = $0 }
        /^(Enter shows the answer|Number): / { is = figures " " question }
        END { print is }' "$1"
}

# is_waiting FILE: waits until nothing more comes, so that all that is done was said.
is_waiting()
{
    local before=
    until [ -s "$1" ] && [ "$(stat -c %s "$1")" = "$before" ]; do
        before=$(stat -c %s "$1")
        sleep 0.1
    done
}

# repeat COUNT LINE
repeat()
{
    for ((n = 0; n < $1; n++)); do echo "$2"; done
}

@test "killed: cards go on where they were, and undoing all to do it again changes nothing" {
    program=${QUARTET_RELEASE:-$program}
    bank=$mine/many.json
    # So many that no day runs out of them, which would end the program by itself.
    for ((i = 1; i <= 10 * kills; i++)); do printf '{"question": "Number %d?", "answer": %d},\n' "$i" "$i"; done |
        sed "1i {\"format\": \"quizbank/1\", \"id\": \"many\", \"title\": \"Many\", \"questions\": [
            \$s/,$/]}/" >"$bank"
    echo '{"new_cards": 20}' >"$mine/settings.json"
    RANDOM=11
    last=0
    cut=0
    compared=0
    for ((i = 1; i <= kills; i++)); do
        how=(--now "$(date -u -d "2025-01-01 + $i days" +%F)T12:00:00Z" study -q "$bank")
        ((i % 3)) || how+=(--type)
        "$program" --data-dir "$mine" "${how[@]}" < <(card_lines) >"$mine/said" 2>&1 3>&- &
        pid=$!
        # Half of them while it works, half while it waits.
        if ((i % 2)); then
            sleep "0.$(printf '%03d' $((RANDOM % 300)))"
        else
            is_waiting "$mine/said"
        fi
        kill -9 $pid 2>/dev/null || true
        wait $pid 2>/dev/null && status=0 || status=$?
        [ $status -ne 137 ] || cut=$((cut + 1))
        [ -e "$mine/quartet.db" ] || continue
        [ "$(ask "PRAGMA integrity_check")" = ok ]
        events=$(ask "SELECT type FROM event WHERE id > $last AND type IN (10, 11, 13, 14)
            ORDER BY id" 2>/dev/null | tr '\n' ' ')
        said=$(acknowledged "$mine/said")
        echo "kill $i"
        is_begun_by "$events" "$said" 1
        stood=$(stands "$mine/said")
        quartet "${how[@]}" </dev/null >"$mine/again" 2>&1 || true
        if [ "$events" = "$said" ] && [ -n "$stood" ]; then
            compared=$((compared + 1))
            [ "$(stands "$mine/again")" = "$stood" ]
        fi
        if ((i % 5 == 0)); then
            quartet "${how[@]}" < <(repeat 160 :redo; echo :quit) >/dev/null
            quartet "${how[@]}" </dev/null >"$mine/again" 2>&1 || true
            before=$(remembered)
            quartet "${how[@]}" < <(repeat 160 :undo; repeat 160 :redo; echo :quit) >/dev/null
            quartet "${how[@]}" </dev/null >"$mine/once more" 2>&1 || true
            cmp "$mine/again" "$mine/once more"
            [ "$(remembered)" = "$before" ]
            quartet rebuild >/dev/null
            [ "$(remembered)" = "$before" ]
        fi
        last=$(ask "SELECT max(id) FROM event")
    done
    [ $((cut * 2)) -gt "$kills" ]
    [ $((compared * 5)) -gt "$kills" ]
    [ "$(ask "SELECT count(*) FROM review")" -gt "$kills" ]
}
