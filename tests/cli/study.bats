#!/usr/bin/env bats
# quartet study: cards in plain lines, piped and on a terminal.

load helper

now=2025-03-01T12:00:00Z

# study ARGUMENT...: with a clock that stands.
study()
{
    quartet study --now "$now" "$@"
}

# run_card NUMBER LINE...: only card number NUMBER of kinds.json, the ones before it hidden, by
# a new player. Options for study stand in `how`.
run_card()
{
    local number=$1 lines=()
    shift
    for ((i = 1; i < number; i++)); do lines+=(:hide); done
    mine=$BATS_TEST_TMPDIR/$((++players))
    mkdir "$mine"
    # shellcheck disable=SC2086 # one word an option
    run study -q $how "$data/kinds.json" < <(answers "${lines[@]}" "$@" :quit)
}

# said_last TEXT...: what the last run said after its cards were hidden.
said_last()
{
    output=${output##*Hidden until tomorrow.}
    says "$@"
}

# is_noted TEXT: whether an event in the store says so.
is_noted()
{
    sqlite3 "$mine/quartet.db" "SELECT data FROM event" | grep -qF -- "$1"
}

# times TEXT COUNT: how often the last run said it.
times()
{
    local found
    found=$(grep -oF -- "$1" <<<"$output" | wc -l)
    [ "$found" -eq "$2" ] || {
        echo "said $found times, not $2: $1"
        echo "$output"
        return 1
    }
}

# --- the sides ---------------------------------------------------------------------------------

@test "choice: without its choices" {
    run_card 1 ""
    is_status 0
    says "9 new, 0 learning, 0 due" "Capital of France?" "Enter shows the answer: " \
        "Paris" "Paris is on the Seine." "Source: An atlas, https://example.org/atlas"
    is_silent_about "Lyon" "Nice"
}

@test "multi: with its choices, for it says which" {
    run_card 2 ""
    said_last "Which are prime?" "Choose all that are right." "  A) 2" "  E) 9"
    [ "$(grep -A4 "Enter shows" <<<"$output" | head -4)" = "Enter shows the answer: 
  2
  3
  5" ]
}

@test "true or false, text, number" {
    run_card 3 ""
    said_last "The sun is a star." "True or false?" "True"
    run_card 4 ""
    said_last "Capital of Brazil?" "Brasília"
    is_silent_about "Rio" # is worth only half
    run_card 5 ""
    said_last "Legs of a spider?" "8 legs"
}

@test "order: mixed, then sorted" {
    run_card 6 ""
    said_last "Put in order." "  A) " "  C) " "  1. mouse" "  2. dog" "  3. whale"
}

@test "match: all ends, then the pairs" {
    run_card 7 ""
    said_last "Find the pairs." "  1) Canada" "  2) Japan" "  a) " "  c) " "  Canada - Ottawa" \
        "  Japan - Tokyo"
}

@test "cloze: one gap, the other one filled in, and tomorrow the other way round" {
    run_card 8 "" 4
    said_last "The ____ (organelle) makes most of the ATP." "What is missing?" \
        "mitochondrion" "Also right: mitochondria"
    is_silent_about "The mitochondrion makes"
    now=2025-03-02T12:00:00Z
    run study -q "$data/kinds.json" < <(answers :hide :hide :hide :hide :hide :hide :hide "")
    says "The mitochondrion makes most of the ____."
}

@test "card: both ways round, one a day" {
    touch "$mine/water.png"
    cat >"$mine/turn.json" <<'END'
{"format": "quizbank/1", "title": "T", "questions": [{"front": "Water", "back": "H2O", "reverse": true,
"image": "water.png", "imageAlt": "A glass"}]}
END
    run study -q "$mine/turn.json" < <(answers "" 4)
    is_status 0
    [ "$(grep -A4 "^1 new" <<<"$output" | head -4)" = "1 new, 0 learning, 0 due
Water
[Picture: A glass]
Enter shows the answer: " ]
    now=2025-03-02T12:00:00Z
    run study -q "$mine/turn.json" < <(answers "" 4)
    is_status 0
    [ "$(grep -A5 "^1 new" <<<"$output" | head -5)" = "1 new, 0 learning, 0 due
H2O
Enter shows the answer: 
Water
[Picture: A glass]" ]
}

@test "a number says how far off is right" {
    run quartet study -q "$root/questions/tour.json" \
        < <(answers :hide :hide :hide :hide "" :quit)
    said_last "299792.458 km/s" "± 1%"
}

@test "nothing that is typed moves the cursor" {
    run study "$data/topics.json" < <(answers $'\e[2J' $'\e[1A' :quit)
    is_status 0
    says "[2J"
    is_silent_about $'\e'
}

# --- grades ------------------------------------------------------------------------------------

@test "grades: what each does stands beside it" {
    run_card 1 "" 3
    says "1 again 1 min, 2 hard 6 min, 3 good 10 min, 4 easy " "Graded good: comes back in 10 min."
}

@test "grades: digits and words are the same, Enter alone is good" {
    for grade in 1 again Again "  AGAIN "; do
        run_card 1 "" "$grade"
        says "Graded again: comes back in 1 min."
    done
    for grade in 2 hard; do
        run_card 1 "" "$grade"
        says "Graded hard: comes back in 6 min."
    done
    for grade in 3 good ""; do
        run_card 1 "" "$grade"
        says "Graded good: comes back in 10 min."
    done
    for grade in 4 easy; do
        run_card 1 "" "$grade"
        says "Graded easy: comes back in"
        is_noted '"grades":[[0,4,1000]]'
    done
}

@test "grades: in a pipe anything else is again, and before the answer shows it" {
    for grade in 5 0 well 33 :nonsense; do
        run_card 1 "" "$grade"
        says "Graded again"
    done
    for first in show :show Show 4 anything :nonsense; do
        run_card 1 "$first" 3
        says "Paris" "Graded good"
    done
}

@test "the settings say when a card comes back" {
    echo '{"learning_steps": "3m", "retention_percent": 99}' >"$mine/settings.json"
    run study -q "$data/kinds.json" < <(answers "" 1 :quit)
    says "1 again 3 min, 2 hard 5 min, 3 good 1 d, 4 easy 2 d" "Graded again: comes back in 3 min."
}

@test "what was not known comes back before the end, what was easy does not" {
    run study -q "$data/topics.json" < <(answers "" 1 "" 4 "" 4 "" 4 "" 3 "" 3)
    is_status 0
    times "One and one?" 3
    times "Two and two?" 1
    says "3 new, 1 learning, 0 due" "0 new, 1 learning, 0 due" "Done for today." \
        "Next cards tomorrow: 1." "4 cards, 4 of them new."
}

@test "a card that slips away again and again is named" {
    echo '{"leech_lapses": 1}' >"$mine/settings.json"
    run study -q "$data/topics.json" < <(answers "" 4 :quit)
    now=2025-06-01T12:00:00Z
    run study -q "$data/topics.json" < <(answers :quit)
    says "0 new, 0 learning, 1 due" || says "3 new, 0 learning, 1 due"
    run study -q --new 0 "$data/topics.json" < <(answers "" 1 :quit)
    says "That card slipped away 1 time."
}

# --- commands ----------------------------------------------------------------------------------

@test ":undo and :redo: any number of times" {
    run study -q "$data/topics.json" < <(answers "" 4 "" 1 :undo :undo :undo :redo :redo :redo :quit)
    is_status 0
    times "Taken back." 2
    times "There is nothing to take back." 1
    times "Done again." 2
    times "There is nothing to do again." 1
    times "4 new, 0 learning, 0 due" 2
    times "3 new, 0 learning, 0 due" 3
    says "2 cards, 2 of them new."
}

@test ":undo after an answer was seen, and another grade" {
    run study -q "$data/topics.json" < <(answers "" 4 "" :undo "" 1 :quit)
    says "Graded easy" "Graded again: comes back in 1 min." "1 card, 1 of them new."
    run study -q "$data/topics.json" < <(answers :redo :quit)
    says "There is nothing to do again."
}

@test ":hide: until tomorrow" {
    run study -q "$data/topics.json" < <(answers :hide :quit)
    says "Hidden until tomorrow. :undo brings it back." "3 new, 0 learning, 0 due"
    run study -q --new 10 "$data/topics.json" < <(answers :quit)
    is_silent_about "One and one?"
    now=2025-03-02T12:00:00Z
    run study -q "$data/topics.json" < <(answers :quit)
    says "One and one?"
}

@test ":suspend: for good, and :undo brings it back" {
    run study -q "$data/topics.json" < <(answers :suspend :undo :suspend :quit)
    says "Put away for good. :undo brings it back." "Taken back." "3 new, 0 learning, 0 due"
    now=2026-03-02T12:00:00Z
    run study -q "$data/topics.json" < <(answers :quit)
    is_silent_about "One and one?"
}

@test ":show: the answer once more" {
    run_card 1 "" :show 3
    times "Paris is on the Seine." 2
    says "Graded good"
}

@test ":help: every command" {
    run study "$data/topics.json" < <(answers :help :quit)
    says "Commands: :show :undo :redo :hide :suspend :quit :help" "  :suspend  put this card away"
}

@test ":quit: says what was done" {
    run study "$data/topics.json" < <(answers "" 4 "" 3 :quit)
    is_status 0
    says "2 cards, 2 of them new."
    run study "$data/kinds.json" < <(answers :quit)
    is_status 0
    is_silent_about "of them new"
}

# --- which cards -------------------------------------------------------------------------------

@test "a day has its limit of new cards, and --new goes beyond it" {
    echo '{"new_cards": 2}' >"$mine/settings.json"
    run study -q "$data/topics.json" < <(answers "" 4 "" 4)
    is_status 0
    says "2 new, 0 learning, 0 due" "Done for today." \
        "2 new cards wait for another day; to learn some now: --new 2"
    run study -q "$data/topics.json" </dev/null
    is_status 0
    says "Done for today."
    run study -q --new 1 "$data/topics.json" < <(answers "" 4)
    is_status 0
    says "1 new, 0 learning, 0 due" "Opposite of hot?" "1 new card waits for another day"
    now=2025-03-02T12:00:00Z
    run study -q "$data/topics.json" < <(answers "" 4)
    is_status 0
    says "1 new, 0 learning, 0 due" "Opposite of up?"
    is_silent_about "wait for another day" "waits"
}

@test "nothing is due" {
    echo '{"new_cards": 0}' >"$mine/settings.json"
    run study "$data/topics.json" </dev/null
    is_status 0
    says "Topics" "Nothing is due. No cards tomorrow." "to learn some now: --new 4"
    is_silent_about "Commands:" "Done for today"
}

@test "--new 0: only what is due" {
    run study -q --new 0 "$data/topics.json" </dev/null
    is_status 0
    says "Nothing is due."
}

@test "--cram: all cards, and nothing changes" {
    run study -q "$data/topics.json" < <(answers "" 4 :quit)
    run study -q "$data/topics.json" < <(answers :quit) # takes note of what was graded
    before=$(sqlite3 "$mine/quartet.db" "SELECT * FROM card; SELECT * FROM review")
    run study --cram "$data/topics.json" < <(answers "" 1 "" 3 "" 3 "" 3 "" 3)
    is_status 0
    says "Cramming: when each card is due stays as it is." "4 cards left (sums)" \
        "1 again, 2 hard, 3 good, 4 easy: " \
        "Through with all cards. When each is due is as it was before." "4 cards."
    times "One and one?" 1
    times "Two and two?" 2
    is_silent_about "comes back" "of them new"
    run study -q "$data/topics.json" < <(answers :quit)
    says "3 new, 0 learning, 0 due"
    [ "$(sqlite3 "$mine/quartet.db" "SELECT * FROM card; SELECT * FROM review")" = "$before" ]
    is_noted '"crammed":[[0,1,1000]]'
}

@test "--cram: goes on, and once through begins anew" {
    run study -q --cram "$data/topics.json" < <(answers "" 3 :quit)
    run study -q --cram "$data/topics.json" < <(answers "" 3 "" 3 "" 3)
    is_status 0
    says "3 cards left" "Through with all cards."
    run study -q --cram "$data/topics.json" < <(answers :quit)
    says "4 cards left"
}

@test "--cram and --new: makes no sense" {
    run study --cram --new 3 "$data/topics.json" </dev/null
    is_status 2
    says "--cram takes all cards"
}

@test "--new wants a number" {
    run study --new many "$data/topics.json" </dev/null
    is_status 2
    run study --new -1 "$data/topics.json" </dev/null
    is_status 2
}

@test "several banks: one after the other, and back by :undo" {
    run study "$data/topics.json" "$data/kinds.json" \
        < <(answers "" 4 "" 4 "" 4 "" 4 "" 4 :undo :undo "" 1 :quit)
    is_status 0
    says "Topics: 4 new, 0 learning, 0 due" "One of each kind: 9 new, 0 learning, 0 due" \
        "Topics: 1 new, 0 learning, 0 due (words)" "Topics: 0 new, 1 learning, 0 due (words)" \
        "4 cards, 4 of them new."
}

@test "several banks: :undo goes back to the one before, :redo on to the next" {
    echo '{"new_cards": 1}' >"$mine/settings.json"
    run study -q "$data/topics.json" "$data/kinds.json" "$root/questions/tour.json" \
        < <(answers "" 4 "" 4 :undo :undo :redo :redo :quit)
    is_status 0
    [ "$(grep -A2 "Taken back" <<<"$output" | grep -o "^[A-Z].*: 1 new")" = "One of each kind: 1 new
Topics: 1 new" ]
    [ "$(grep -A2 "Done again" <<<"$output" | grep -o "^[A-Z].*: 1 new")" = "One of each kind: 1 new
A tour of the nine kinds: 1 new" ]
}

@test "several banks: done when all are" {
    echo '{"new_cards": 1}' >"$mine/settings.json"
    run study -q "$data/topics.json" "$data/kinds.json" < <(answers "" 4 "" 4)
    is_status 0
    says "Done for today." "2 cards, 2 of them new." "11 new cards wait"
}

@test "without a bank: the one that was played last" {
    mkdir "$mine/questions"
    cp "$data/topics.json" "$data/kinds.json" "$mine/questions"
    echo '{"last_bank": "topics"}' >"$mine/settings.json"
    run study </dev/null
    says "Topics" "One and one?"
}

@test "a bank that is not there, or has no questions" {
    run study nothing </dev/null
    is_status 2
    says 'there is no file, bank or command "nothing"'
    run study "$data/all-bad.json" </dev/null
    is_status 2
}

# --- answers instead ---------------------------------------------------------------------------

@test "--type: an answer grades its card, and weighs as much as it proves" {
    how=--type
    run_card 1 A
    says "Answer (A to C): A" "Right." "Paris" "Graded good: comes back in 10 min."
    is_noted '"grades":[[0,3,667]]'
    run_card 1 C
    says "Not quite." "Nice lies by the sea." "Paris is on the Seine." "Graded again"
    is_noted '"grades":[[0,1,667]]'
    run_card 2 "A B"
    said_last "2 of 3." "Graded hard"
    is_noted '"grades":[[0,2,969]]'
    run_card 3 t
    said_last "Right." "Graded good"
    is_noted '"grades":[[0,3,500]]'
    run_card 4 Braxília
    said_last "Almost." "right: Bra[s]ília" "Graded good"
    is_noted '"grades":[[0,3,1000]]'
    run_card 5 7
    said_last "Number (legs): 7" "Not quite." "8 legs" "Graded again"
    run_card 6 :show
    said_last "  1. mouse" "Graded again"
    is_silent_about "Not quite."
    run_card 1 :show
    is_noted '"grades":[[0,1,1000]]' # nobody guessed
    run_card 7 :help :show
    said_last ":show" "Canada - Ottawa" "Graded again"
}

@test "--type: cloze asks for one gap alone" {
    how=--type
    run_card 8 Mitochondrion
    said_last "The ____ (organelle) makes most of the ATP." "What is missing: Mitochondrion" \
        "Right." "Capitals differ: mitochondrion" "Graded good"
    is_noted '"grades":[[0,3,1000]]'
    is_silent_about "Gap"
    run_card 8 ATP
    said_last "Not quite." "mitochondrion" "Graded again"
    run_card 8 ""
    said_last "Not quite." "Graded again"
    echo '{"new_cards": 9}' >"$mine/settings.json"
    now=2025-03-02T12:00:00Z
    run study -q --type "$data/kinds.json" \
        < <(answers mitochondrion :hide :hide :hide :hide :hide :hide :hide :quit)
    run study -q --new 9 --type "$data/kinds.json" < <(answers :quit)
    is_status 0
}

@test "--type: what only its owner can judge is turned over" {
    how=--type
    run_card 9 "" 3
    said_last "Water" "Enter shows the answer: " "H2O" "Graded good"
}

@test "--type: in a pipe a line that is no possible answer is a wrong one" {
    how=--type
    for number in 1 2 3 5 6 7; do
        run_card $number nonsense
        says "Not quite." "Graded again"
    done
    run_card 4 ""
    said_last "Not quite."
}

@test "--type: :undo takes the answer back" {
    run study -q --type "$data/topics.json" < <(answers 3 :undo 2 :quit)
    says "Graded again" "Taken back." "Graded good" "1 card, 1 of them new."
}

@test "--type --cram: changes nothing either" {
    run study -q --type --cram "$data/topics.json" < <(answers 3 4 cold down 2)
    is_status 0
    says "Not quite." "Through with all cards." "4 cards."
    is_silent_about "Graded"
    [ -z "$(sqlite3 "$mine/quartet.db" "SELECT * FROM card")" ]
}

@test "--type: two colons are an answer with one" {
    cat >"$mine/colon.json" <<'END'
{"format":"quizbank/1","title":"T","questions":[{"question":"Quit vi","answer":":q","exact":true}]}
END
    run study -q --type "$mine/colon.json" < <(answers ::q :quit)
    says "Right."
}

# --- the end of it -----------------------------------------------------------------------------

@test "the input ends early: status 1, and all is kept" {
    run --separate-stderr study "$data/topics.json" < <(answers "" 4 "" 4)
    is_status 1
    [ "$stderr" = "quartet: the input ended with 2 cards left" ]
    run study -q "$data/topics.json" < <(answers "" 4 "" 4)
    is_status 0
    says "2 new, 0 learning, 0 due" "Done for today."
}

@test "another start on the same day goes on, and :undo reaches back" {
    run study -q "$data/topics.json" < <(answers "" 4 :hide :quit)
    now=2025-03-01T20:00:00Z
    run study -q "$data/topics.json" < <(answers :undo :undo "" 1 :quit)
    is_status 0
    says "2 new, 0 learning, 0 due" "3 new, 0 learning, 0 due" "4 new, 0 learning, 0 due" \
        "Graded again" "1 card, 1 of them new."
    now=2025-03-02T12:00:00Z
    run study -q "$data/topics.json" < <(answers :undo :quit)
    says "There is nothing to take back."
}

@test "cards in learning that come too late to wait for" {
    echo '{"learning_steps": "45m", "new_cards": 1}' >"$mine/settings.json"
    run study -q "$data/topics.json" < <(answers "" 1)
    is_status 0
    says "The next card comes in 25 minutes."
    run study "$data/topics.json" </dev/null
    is_status 0
    says "The next card comes in 25 minutes."
    now=2025-03-01T12:25:00Z
    run study -q "$data/topics.json" < <(answers "" 4)
    is_status 0
    says "0 new, 1 learning, 0 due" "Done for today."
}

@test "killed at any time it goes on at the same card" {
    mkfifo "$mine/input"
    "$program" --data-dir "$mine" study "$data/topics.json" \
        <"$mine/input" >"$mine/out" 2>&1 3>&- &
    pid=$!
    exec 9>"$mine/input"
    answers "" 4 "" 4 "" >&9
    until grep -q cold "$mine/out"; do sleep 0.1; done
    kill -9 "$pid"
    exec 9>&-
    wait "$pid" || true
    run quartet study -q "$data/topics.json" < <(answers :quit)
    says "2 new, 0 learning, 0 due" "Opposite of hot?"
}

@test "what cannot be saved is said, once, and asked all the same" {
    echo file >"$mine/in-the-way"
    run --separate-stderr "$program" --data-dir "$mine/in-the-way" study -q \
        "$data/topics.json" < <(answers "" 4 "" 4 "" 1 :undo "" 4 "" 4)
    is_status 0
    says "Taken back." "Done for today." "4 of them new."
    [[ $stderr == *"the last answers are not saved: $mine/in-the-way"* ]]
    [ "$(grep -c "cannot be made\|not saved" <<<"$stderr")" -eq 2 ] # when opened, and at the end
    [[ $stderr != *"cannot be saved now"* ]]
}

@test "a disk that fails on the way is said once, and written when it works again" {
    run --separate-stderr study -q "$data/topics.json" < <(
        answers "" 4
        sleep 0.5
        sqlite3 "$mine/quartet.db" \
            "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'full'); END"
        answers "" 4 "" 4
        sleep 0.5
        sqlite3 "$mine/quartet.db" "DROP TRIGGER full"
        answers "" 4
    )
    is_status 0
    says "Done for today."
    [ "$(grep -c "cannot be saved now" <<<"$stderr")" -eq 1 ]
    [[ $stderr != *"not saved"* ]]
    [ "$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM event WHERE type = 13")" -eq 4 ]
}

@test "a store of a newer Quartet is left alone" {
    run study -q "$data/topics.json" < <(answers "" 4 :quit)
    printf '\0\0\0\143' | dd of="$mine/quartet.db" bs=1 seek=60 conv=notrunc status=none
    before=$(sha256sum <"$mine/quartet.db")
    run --separate-stderr study -q "$data/topics.json" < <(answers "" 4 "" 4 "" 4 "" 4)
    is_status 0
    says "Done for today."
    [[ $stderr == *"was written by a newer Quartet"* ]]
    [ "$before" = "$(sha256sum <"$mine/quartet.db")" ]
}

@test "help study: all options" {
    run quartet help study
    is_status 0
    says "Usage: quartet study [OPTION...] [BANK...]" "--cram" "--new N" "--type" ":suspend"
}

# --- on a terminal -----------------------------------------------------------------------------

@test "terminal: nobody grades blind, and what is no grade is explained" {
    run on_terminal study -q "$data/topics.json" < <(answers 3 foo "" foo 4 :quit)
    is_status 0
    times "See the answer first: press Enter." 2
    says "Type 1, 2, 3 or 4, or again, hard, good or easy. Enter alone is good." "Graded easy"
}

@test "terminal: an unknown command is explained" {
    run on_terminal study -q "$data/topics.json" < <(answers :nonsense :quit)
    is_status 0
    says "There is no such command." ":suspend"
}

@test "terminal: the end can be taken back" {
    echo '{"new_cards": 1}' >"$mine/settings.json"
    run on_terminal study -q "$data/topics.json" < <(answers "" 4 :undo "" 4 "")
    is_status 0
    says "Enter ends, :undo takes the last grade back: " "Taken back."
    times "Done for today." 2
}

@test "terminal: waits for a card that is learned, and it comes by itself" {
    echo '{"learning_steps": "1202s", "new_cards": 1}' >"$mine/settings.json"
    run on_terminal study -q "$data/topics.json" < <(
        answers "" 1
        sleep 3
        answers "" 4 ""
    )
    is_status 0
    says "The next card comes in 1 minute." "0 new, 1 learning, 0 due" "Done for today."
}

@test "terminal: a short wait can be left" {
    echo '{"learning_steps": "45m", "new_cards": 1}' >"$mine/settings.json"
    run on_terminal study -q "$data/topics.json" < <(answers "" 1 :hide "" :quit)
    is_status 0
    says "No card is up."
    times "The next card comes in 25 minutes." 2
    times "1 card in 1 minute, 1 of them new." 2
}

@test "a signal ends it, and nothing is lost" {
    for signal in INT TERM HUP; do
        env --default-signal=$signal "$program" --data-dir "$mine" study -q "$data/topics.json" \
            < <(answers "" 4 && sleep 5) >"$mine/out" 2>&1 3>&- &
        pid=$!
        until [ -e "$mine/out" ] && [ "$(grep -c "Enter shows" "$mine/out")" -eq 2 ]; do
            sleep 0.1
        done
        kill -$signal $pid
        wait $pid && status=0 || status=$?
        [ $status -eq 130 ]
        rm "$mine/out"
    done
    run study -q "$data/topics.json" < <(answers :quit)
    says "1 new, 0 learning, 0 due"
}

@test "terminal: Ctrl+D and Ctrl+C end it, and nothing is lost" {
    run on_terminal study -q "$data/topics.json" < <(answers "" 4 $'\x04')
    says "the input ended with 3 cards left"
    run on_terminal study -q "$data/topics.json" < <(
        answers "" 4
        sleep 1
        pkill -INT -f "^$program --data-dir $mine"
        sleep 1
    )
    run on_terminal study -q "$data/topics.json" < <(answers :quit)
    says "2 new, 0 learning, 0 due"
}

@test "terminal: --type explains a line that is no possible answer" {
    run on_terminal study -q --type "$data/kinds.json" \
        < <(answers x A "" :hide :hide :hide many :hide :hide :hide "" :quit)
    is_status 0
    says "Type one letter from A to C, or the answer itself." \
        "Type a number, such as 12 or 0.5" "Type something; :show gives the answer."
}

@test "terminal: --type offers the grade that the answer earns, and takes another" {
    run on_terminal study -q --type "$data/topics.json" < <(answers 2 "" 5 what "" :show 2 :quit)
    is_status 0
    says "1 again 1 min, 2 hard 6 min, 3 good 10 min, 4 easy 1 d (Enter: good): " \
        "Graded good: comes back in 10 min." \
        "or again, hard, good or easy. Enter alone is again." "Graded again" "Graded hard"
    is_noted '"grades":[[0,3,500]]'
    is_noted '"grades":[[0,2,1000]]'
}

@test "the settings say that cards are answered" {
    echo '{"answer_cards": true}' >"$mine/settings.json"
    run study -q "$data/topics.json" < <(answers 2 :quit)
    says "Answer (A to B): 2" "Right." "Graded good"
}

@test "terminal: the bank is remembered" {
    run on_terminal study -q "$data/topics.json" < <(answers :quit)
    [ "$(jq -r .last_bank "$mine/settings.json")" = topics ]
}
