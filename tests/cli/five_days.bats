#!/usr/bin/env bats
# Five days in the life of a learner, by a clock that is set: what is due each day, what was
# missed, and that all of it follows from the journal.

load helper

# The clock, in seconds since 1970: noon of the first day.
clock=$(date -u -d 2025-03-01T12:00:00Z +%s)

# at_once COMMAND...: quartet by that clock.
at_once()
{
    TZ=UTC0 "$program" --data-dir "$mine" --now "$(date -u -d "@$clock" +%FT%TZ)" "$@"
}

# A minute that is spent.
minute()
{
    clock=$((clock + 60))
}

# noon_of_day N: from 1 on.
noon_of_day()
{
    clock=$(date -u -d "2025-03-$(printf %02d "$1")T12:00:00Z" +%s)
}

write_bank()
{
    bank=$mine/days.json
    {
        printf '{"format": "quizbank/1", "id": "days", "title": "Days", "questions": ['
        for i in {1..8}; do
            [ "$i" = 1 ] || printf ','
            printf '{"id": "q%d", "question": "Question %d?", "answer": "%d", "tags": ["%s"]}' \
                "$i" "$i" "$i" "$([ "$i" -le 4 ] && echo quiz || echo cards)"
        done
        printf ']}'
    } >"$bank"
    echo '{"shuffle": false, "count": 0, "new_cards": 2}' >"$mine/settings.json"
}

ask()
{
    sqlite3 "$mine/quartet.db" "$1"
}

# look: the figures above the card that is up, or nothing; which question it asks is in `up`.
look()
{
    output=$(at_once study -q "$bank" </dev/null 2>/dev/null) || true
    figures=$(grep -o "^[0-9]* new, [0-9]* learning, [0-9]* due" <<<"$output") || true
    up=$(grep -o "^Question [0-9]" <<<"$output" | tr -dc 0-9) || true
}

# due_today: how many cards the store itself has as due before four o'clock tomorrow.
due_today()
{
    ask "SELECT count(*) FROM card WHERE due_ms < $(((clock / 86400 + 1) * 86400 + 4 * 3600))000"
}

# study_day QUESTION=GRADES...: grades all cards that come up, each by the next of its grades, at
# last by 3. In `asked` are the questions in their order. The program is started anew for each.
study_day()
{
    local -A grades
    local pair grade
    for pair in "$@"; do grades[${pair%=*}]=${pair#*=}; done
    asked=
    look
    while [ -n "$up" ]; do
        grade=${grades[$up]:-3}
        grades[$up]=${grade:1}
        at_once study -q "$bank" < <(answers "" "${grade:0:1}" :quit) >/dev/null
        asked+=$up
        minute
        look
    done
}

# remembered: all that is known of cards and answers, once the journal was read to its end.
remembered()
{
    at_once study -q "$bank" </dev/null >/dev/null 2>&1 || true
    ask "SELECT * FROM known; SELECT * FROM card; SELECT * FROM review; SELECT * FROM answer;
        SELECT * FROM mark"
}

# is FOUND WANTED
is()
{
    [ "$1" = "$2" ] || {
        echo "day $day: $1"
        echo "not:    $2"
        return 1
    }
}

# has_day N FIGURES ASKED TOMORROW GRADES...: what day N begins with, which questions come up
# and how many cards it says are due on the next one. The figures are also those of the store,
# and all that is remembered is what the journal alone gives.
has_day()
{
    local before tomorrow=$4
    day=$1
    [ "$day" = 1 ] || noon_of_day "$day"
    look
    is "$figures" "$2"
    [[ $figures =~ new,\ ([0-9]+)\ learning,\ ([0-9]+)\ due ]]
    is "$(due_today)" $((BASH_REMATCH[1] + BASH_REMATCH[2]))
    study_day "${@:5}"
    is "$asked" "$3"
    says "Done for today. Next cards tomorrow: $tomorrow."
    before=$(remembered)
    [ -n "$before" ]
    at_once rebuild >/dev/null
    is "$(remembered)" "$before"
}

# times COUNT LINE: for the input of a program.
times()
{
    for ((i = 0; i < $1; i++)); do echo "$2"; done
}

@test "five days: what is due, what was missed, undo, and the same from the journal alone" {
    export TZ=UTC0
    write_bank
    noon_of_day 1
    run at_once play -q --tag quiz "$bank" < <(answers 1 2 7 7)
    is_status 0
    says "2 of 4" "4 cards moved, 4 come back tomorrow."
    minute

    # The quiz has had the day's new cards. What it missed comes first, and tomorrow again.
    has_day 1 "0 new, 4 learning, 0 due" 34441234 2 4=113
    # Two new ones a day. What was forgotten comes back within the day.
    has_day 2 "2 new, 0 learning, 2 due" 554635464 4 4=113 5=13
    has_day 3 "2 new, 0 learning, 4 due" 4751824584 4 4=113 5=13 7=4

    # A whole day is taken back and done again.
    before=$(remembered)
    steps=${#asked}
    run on_terminal --now "$(date -u -d "@$clock" +%FT%TZ)" study -q "$bank" \
        < <(times "$steps" :undo; times "$steps" :redo; answers "")
    says "2 new, 0 learning, 4 due" "Enter ends, :undo takes the last grade back"
    [ "$(grep -c "Taken back" <<<"$output")" -eq "$steps" ]
    [ "$(grep -c "Done for today" <<<"$output")" -eq 2 ]
    is "$(remembered)" "$before"

    has_day 4 "0 new, 0 learning, 4 due" 453644 2 4=113
    has_day 5 "0 new, 0 learning, 2 due" 4844 2 4=113

    # Then nobody came for a fortnight: all of it waits.
    noon_of_day 20
    look
    is "$figures" "0 new, 0 learning, 8 due"
    is "$(due_today)" 8
}
