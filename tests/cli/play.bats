#!/usr/bin/env bats
# quartet play: a whole game in plain lines, piped and on a terminal.

load helper

# The right answers of kinds.json, in the order of the bank.
right=(Paris "A B C" t Brasília 8 "B A C" "1b 2a" mitochondrion ATP "" y)

@test "choice: a letter, a small one, a digit and the text itself are the same" {
    for answer in A a 1 Paris "  paris " "A)" a. "(a)" "1)"; do
        run quartet play -q --count 1 "$data/kinds.json" < <(answers "$answer")
        is_status 0
        says "Right. +1 000" "1 of 1"
    done
}

@test "choice: a wrong one says what is right and why" {
    run quartet play -q --count 1 "$data/kinds.json" < <(answers C)
    is_status 0
    says "Not quite. +0" "Nice lies by the sea." "It is A, Paris" "Paris is on the Seine." \
        "Source: An atlas, https://example.org/atlas" "0 of 1"
}

# plays QUESTION ANSWER...: only question number QUESTION of kinds.json, the others skipped.
plays()
{
    local number=$1
    shift
    local lines=()
    for ((i = 1; i < number; i++)); do lines+=(:skip); done
    quartet play -q --seed 1 "$data/kinds.json" < <(answers "${lines[@]}" "$@" :quit)
}

@test "multi: letters apart or together, or digits as what they say" {
    for answer in "A B C" "a,b,c" "abc" "2 3 5" "C; B; A" "A) B) C)" "(a, b, c)"; do
        run plays 2 "$answer"
        is_status 0
        says "Right. +1 000"
    done
}

@test "choice: marks that are part of a choice are no list's" {
    printf '%s' '{"format": "quizbank/1", "title": "T", "questions": [{"question": "Which?",' \
        '"answer": "(b)", "wrong": ["(c)"], "shuffle": false}]}' >"$mine/marks.json"
    run quartet play -q "$mine/marks.json" < <(answers "(b)")
    says "Right. +1 000"
    run quartet play -q "$mine/marks.json" < <(answers "(a)")
    says "Right. +1 000"
}

@test "multi: a wrong pick takes a right one away" {
    run plays 2 "A B D"
    says "2 of 3. +333" "1 that you chose is not right." "Right are:" "  C) 5"
    cat >"$mine/whys.json" <<'END'
{"format":"quizbank/1","title":"T","questions":[{"question":"Which are cities?","answer":["Bern","Rome"],
"wrong":[{"text":"Aare","why":"It is a river."},{"text":"Etna","why":"It is a mountain."}],"shuffle":false}]}
END
    run quartet play -q "$mine/whys.json" < <(answers "A C D")
    says "Aare: It is a river." "Etna: It is a mountain."
}

@test "true or false: t, true, 1, f, false, 2" {
    for answer in t T true TRUE 1; do
        run plays 3 "$answer"
        says "Right. +1 000"
    done
    for answer in f False 2; do
        run plays 3 "$answer"
        says "Not quite. +0" "It is true."
    done
}

@test "text: exact, folded, nearly, accepted in part, wrong" {
    run plays 4 Brasília
    says "Right. +1 000"
    is_silent_about "differ"
    run plays 4 brasilia
    says "Right. +1 000" "Accents differ: Brasília"
    run plays 4 BRASÍLIA
    says "Right. +1 000" "Capitals differ: Brasília"
    run plays 4 Braxília
    says "Almost. +1 000" "Check the spelling:" "yours: Bra[x]ília" "right: Bra[s]ília"
    run plays 4 brasíila
    says "yours: brasí[il]a" "right: Brasí[li]a"
    run plays 4 Brasíia
    says "yours: Brasíia" "right: Brasí[l]ia"
    run plays 4 Rio
    says "Partly right. +500" "Until 1960." "It is Brasília"
    run plays 4 Lima
    says "Not quite. +0" "It is Brasília"
}

@test "number: with and without its unit, and read in both ways" {
    for answer in 8 8,0 8.0 "8 legs"; do
        run plays 5 "$answer"
        says "Right. +1 000" "It is 8 legs"
    done
    run plays 5 9
    says "Not quite. +0" "It is 8 legs"
}

@test "order: letters or digits, apart or together" {
    for answer in "B A C" bac 213 "2,1,3" "B) A) C)" "2. 1. 3."; do
        run plays 6 "$answer"
        says "Right. +1 000"
    done
    run plays 6 "B C A"
    says "2 of 3. +500" "The right order:" "  1. mouse" "  3. whale"
}

@test "match: pairs in any order, or letters alone" {
    for answer in "1b 2a" "2a 1b" "1-b, 2-a" "b a" ba 1b2a "1 b 2 a"; do
        run plays 7 "$answer"
        says "Right. +1 000"
    done
    run plays 7 "1b 2c"
    says "1 of 2. +500" "The right pairs:" "  Japan - Tokyo"
}

@test "cloze: gap by gap, each with its own verdict" {
    run plays 8 mitochondrion ATP
    says "The [1 ____] makes most of the [2 ____]." "Gap 1 (organelle): " "Gap 2: " \
        "Right. +1 000"
    run plays 8 "mitochondria" atp
    says "Right. +1 000" "Capitals differ: ATP"
    run plays 8 mitochondrion ""
    says "1 of 2. +500" "Gap 2 is not right." "The [mitochondrion] makes most of the [ATP]."
}

@test "card: Enter shows the back, and the player says how it was" {
    run plays 9 "" y
    says "Water" "Enter shows the back: " "H2O" "Did you know it (y, n or partly): y" \
        "Right. +1 000"
    run plays 9 "" partly
    says "Partly right. +500"
    run plays 9 "" no
    says "Not quite. +0"
}

@test "a whole game: every kind, all right" {
    run quartet play --seed 1 "$data/kinds.json" < <(answers "${right[@]}")
    is_status 0
    says "One of each kind" "9 questions. Commands: :hint" "Question 9 of 9, worth 1 000" \
        "9 of 9" "Score 9 000" "Nothing to fix." "5 in a row."
}

@test "a whole game: the same lines as last time" {
    run quartet play --seed 1 "$data/kinds.json" < <(answers C "A B D" :hint f Rio 9 "B C A" \
        "1b 2c" mitochondrion "" "" partly)
    is_status 0
    diff -u "$data/kinds.expected" - <<<"$output"
}

@test "--seed: the same game again, and another one" {
    echo '{}' >"$mine/settings.json"
    run quartet play --seed 7 --count 5 < <(answers 1 1 1 1 1 1 1 1 1 1 1 1)
    first=$output
    run quartet play --seed 7 --count 5 < <(answers 1 1 1 1 1 1 1 1 1 1 1 1)
    [ "$output" = "$first" ]
    run quartet play --seed 8 --count 5 < <(answers 1 1 1 1 1 1 1 1 1 1 1 1)
    [ "$output" != "$first" ]
}

@test "--count: so many questions, and 0 for all" {
    run quartet play --count 2 "$data/topics.json" < <(answers 2 4)
    is_status 0
    says "2 of 2"
    run quartet play --count 0 "$data/topics.json" < <(answers 2 4 cold down)
    says "4 of 4"
}

@test "--tag: one topic, or several" {
    run quartet play --tag SUMS "$data/topics.json" < <(answers 2 4)
    is_status 0
    says "2 questions." "2 of 2"
    run quartet play --tag sums --tag words "$data/topics.json" < <(answers 2 4 cold down)
    says "4 of 4"
}

@test "--tag: a topic that is not there, with those that are" {
    run quartet play --tag maths "$data/topics.json" </dev/null
    is_status 2
    says "no question fits" "sums, words"
}

@test "--difficulty: only those" {
    run quartet play --difficulty hard "$data/topics.json" < <(answers 4)
    is_status 0
    says "Two and two?" "1 of 1"
    run quartet play --difficulty HARD "$data/topics.json" < <(answers 4)
    is_status 0
    says "Two and two?" "1 of 1"
    run quartet play --difficulty all "$data/topics.json" < <(answers 2 4 cold down)
    says "4 of 4"
}

@test "--timer: the seconds are said, and a clock that stands never runs out" {
    run quartet play --timer 30 --now 2025-03-01 --count 1 "$data/topics.json" < <(answers 2)
    is_status 0
    says "worth 1 000 (sums), 30 seconds" "1 of 1"
}

@test "no timer: no time is said" {
    run quartet play --count 1 "$data/topics.json" < <(answers 2)
    is_silent_about "second"
}

@test "bonuses from the settings: the sum is shown" {
    echo '{"shuffle": false, "count": 2, "speed_bonus": true, "streak_bonus": true}' \
        >"$mine/settings.json"
    run quartet play --timer 10 --now 2025-03-01 "$data/topics.json" < <(answers 2 4)
    is_status 0
    says "Right. 1 000 right + 249 speed + 49 streak" "2 of 2"
}

@test "--review: asks the missed ones again, once" {
    run quartet play --review "$data/topics.json" < <(answers 3 5 cold down 2 5)
    is_status 0
    says "2 of 4" "Question 1 of 2" "1 of 2"
}

@test "without --review a game in a pipe ends after the results" {
    run quartet play "$data/topics.json" < <(answers 3 5 cold down 2 4)
    is_status 0
    says "2 of 4" "Missed:"
    is_silent_about "Question 1 of 2"
}

@test ":hint: takes a wrong choice away and halves the points" {
    run quartet play -q --seed 1 --count 1 "$data/kinds.json" < <(answers :hint :hint A)
    is_status 0
    says "Hint, for half the points: it is not " "There is one hint a question." \
        "Right. +500"
}

@test ":hint: the bank's own, or none" {
    run plays 2 :hint "A B C"
    says "Hint, for half the points: They have two divisors." "Right. +500"
    run plays 3 :hint t
    says "There is no hint here." "Right. +1 000"
}

@test ":skip: the question comes back at the end" {
    run quartet play "$data/topics.json" < <(answers :skip 4 cold down 2)
    is_status 0
    says "Skipped. It comes back at the end." "4 of 4"
}

@test ":skip: not the last one" {
    run quartet play --count 1 "$data/topics.json" < <(answers :skip 2)
    is_status 0
    says "This is the last question. Answer it, or stop with :quit" "1 of 1"
}

@test ":undo and :redo: any number of times" {
    run quartet play "$data/topics.json" < <(answers 3 5 :undo :undo 2 4 cold down)
    is_status 0
    says "Taken back." "4 of 4"
    run quartet play "$data/topics.json" < <(answers 3 :undo :redo 4 cold down)
    says "Done again." "3 of 4"
    run quartet play "$data/topics.json" < <(answers :undo :redo 2 4 cold down)
    says "There is nothing to take back." "There is nothing to do again." "4 of 4"
}

@test ":quit: the results of what was answered" {
    run quartet play "$data/topics.json" < <(answers 2 5 :quit)
    is_status 0
    says "1 of 2" "Missed:"
    run quartet play "$data/topics.json" < <(answers :quit)
    is_status 0
    says "Nothing was answered."
}

@test ":help: every command" {
    run quartet play "$data/topics.json" < <(answers :help :quit)
    says ":hint" ":skip" ":undo" ":redo" ":pause" ":quit" ":help"
}

@test "two colons are an answer with one" {
    cat >"$mine/colon.json" <<'END'
{"format":"quizbank/1","title":"T","questions":[{"question":"Quit vi","answer":":q","exact":true}]}
END
    run quartet play "$mine/colon.json" < <(answers ::q)
    is_status 0
    says "1 of 1"
}

@test "in a pipe a line that is no possible answer is a wrong one" {
    run quartet play -q "$data/topics.json" < <(answers nonsense "" :nonsense 9)
    is_status 0
    says "0 of 4"
    run plays 2 "A X"
    says "Not quite. +0"
    run plays 5 many
    says "Not quite. +0"
    run plays 6 "A A B"
    says "Not quite. +0"
    run plays 7 "1b"
    says "Not quite. +0"
    run plays 8 "" ""
    says "Not quite. +0"
    run plays 9 "" maybe
    says "Not quite. +0"
}

@test "the input ends early: the results so far, and status 1" {
    run --separate-stderr quartet play "$data/topics.json" < <(answers 2)
    is_status 1
    says "1 of 1"
    [[ $stderr == *"the input ended after 1 of 4 questions"* ]]
}

@test "a last line without an end counts" {
    run quartet play --count 1 "$data/topics.json" < <(printf 2)
    is_status 0
    says "1 of 1"
}

@test "lines of another system, blanks around, and bytes that are no text" {
    run quartet play --count 1 "$data/topics.json" < <(printf ' 2 \r\n')
    is_status 0
    says "1 of 1"
    run quartet play --count 1 "$data/topics.json" < <(printf '\xff\xfe\x1b[2J\x00x\n')
    is_status 0
    says "0 of 1"
    is_silent_about $'\e'
}

@test "a line without end does not fill the memory" {
    run quartet play --count 1 "$data/topics.json" < <(head -c 20000000 /dev/zero | tr '\0' a)
    is_status 0
    says "0 of 1"
}

@test "nothing that moves the cursor is written, whatever the bank holds" {
    run quartet play --count 3 tour < <(answers a a a a a a a a a)
    is_silent_about $'\e' $'\b'
}

@test "interrupted while it waits: 130" {
    mkfifo "$mine/input"
    for signal in INT TERM HUP; do
        env --default-signal=INT,TERM,HUP "$program" --data-dir "$mine" play "$data/topics.json" \
            <"$mine/input" >"$mine/out" &
        pid=$!
        exec 9>"$mine/input"
        sleep 0.5
        kill -"$signal" "$pid"
        status=0
        wait "$pid" || status=$?
        exec 9>&-
        output=$(cat "$mine/out")
        is_status 130
        says "Question 1 of 4"
    done
}

@test "without a bank named: the one played last, else the first" {
    run quartet play --count 1 </dev/null
    says "NATO"
    echo '{"shuffle": false, "last_bank": "tour"}' >"$mine/settings.json"
    run quartet play --count 1 </dev/null
    says "tour"
    echo '{"shuffle": false, "last_bank": "gone"}' >"$mine/settings.json"
    run quartet play --count 1 </dev/null
    says "NATO"
}

@test "two banks with one id: the first is played, and both paths are said" {
    cp "$data/topics.json" "$mine/other-name.json"
    run quartet play "$mine/other-name.json" "$data/topics.json" < <(answers 2 4 cold down)
    is_status 0
    says "$data/topics.json: warning: has the same id \"topics\" as $mine/other-name.json, which" \
        "4 questions." "4 of 4"
}

@test "a bank by its id, a folder, several banks" {
    run quartet play tour --count 1 </dev/null
    says "tour"
    run quartet play topics --library "$data" --count 1 < <(answers 2)
    is_status 0
    run quartet play "$data/topics.json" "$data/kinds.json" < <(answers :quit)
    says "13 questions."
}

@test "a bank of the library that is broken: by its name, and why" {
    run quartet play broken --library "$data" </dev/null
    is_status 2
    says "$data/broken.json:2:"
    is_silent_about "there is no file"
}

@test "a bank with errors: says what is skipped and plays the rest" {
    run --separate-stderr quartet play "$data/half-bad.json" < <(answers Paris)
    is_status 0
    says "1 of 1"
    [ "$stderr" = "quartet: 1 question was skipped; see: quartet check $data/half-bad.json" ]
}

@test "without a display the window says so and plays here" {
    run quartet "$data/topics.json" < <(answers 2 4 cold down)
    is_status 0
    says "quartet: There is no display: " "quartet: playing in the terminal instead" "4 of 4"
    [ "$(grep -c display <<<"$output")" = 1 ]
}

# --- on a terminal -----------------------------------------------------------------------------

@test "terminal: a line that is no possible answer is explained and asked again" {
    run on_terminal play -q --count 1 "$data/kinds.json" < <(answers x "" A "")
    is_status 0
    says "Type one letter from A to C, or the answer itself." "Right. +1 000" "1 of 1"
}

@test "terminal: an unknown command is explained" {
    run on_terminal play -q --count 1 "$data/kinds.json" < <(answers :nonsense A "")
    is_status 0
    says "There is no such command." ":hint" "1 of 1"
}

@test "terminal: after the results, the missed ones again" {
    run on_terminal play -q --count 1 "$data/kinds.json" < <(answers B r A "")
    is_status 0
    says "0 of 1" "r tries the missed ones again" "1 of 1"
}

@test "terminal: after the results, the last answer can be taken back" {
    run on_terminal play -q --count 1 "$data/kinds.json" < <(answers B :undo A "")
    is_status 0
    says "0 of 1" "Taken back." "1 of 1"
}

@test "terminal: the bank is remembered" {
    run on_terminal play -q --count 1 "$data/kinds.json" < <(answers A "")
    is_status 0
    [ "$(jq -r .last_bank "$mine/settings.json")" = kinds ]
}

@test "terminal: time runs out" {
    run on_terminal play -q --timer 5 --count 1 "$data/kinds.json" < <(
        sleep 6
        answers "" ""
    )
    is_status 0
    says "Time. Read the answer as long as you like." "It is A, Paris" "Enter goes on" "0 of 1"
}

@test "terminal: the hint takes a choice away for good" {
    run on_terminal play -q --seed 1 --count 1 "$data/kinds.json" < <(answers :hint C A "")
    is_status 0
    says "was taken away by the hint. Choose another."
}

@test "terminal: an interrupted game goes on where it stopped" {
    mkdir "$mine/questions"
    cp "$data/topics.json" "$mine/questions"
    run on_terminal play -q < <(
        answers 2
        sleep 1
        pkill -INT -f "^$program --data-dir $mine"
        sleep 1 # or the end of the input would be seen first
    )
    is_silent_about "Question 3"
    run on_terminal play -q < <(answers "" 4 cold down "")
    is_status 0
    says "You stopped at question 2 of 4 of Topics. Go on? Enter yes, n no:" "4 of 4"
    run on_terminal play -q --count 1 < <(answers 2 "")
    is_silent_about "You stopped"
}

@test "terminal: a game that was left by Ctrl+D goes on where it stopped" {
    mkdir "$mine/questions"
    cp "$data/topics.json" "$mine/questions"
    run on_terminal play -q < <(answers 2 $'\x04')
    says "the input ended after 1 of 4 questions"
    run on_terminal play -q < <(answers "" 4 cold down "")
    is_status 0
    says "You stopped at question 2 of 4 of Topics. Go on?" "4 of 4"
}

@test "terminal: a killed game goes on, or a new one begins" {
    mkdir "$mine/questions"
    cp "$data/topics.json" "$mine/questions"
    mkfifo "$mine/input"
    "$program" --data-dir "$mine" play "$mine/questions/topics.json" \
        <"$mine/input" >"$mine/out" 2>&1 3>&- &
    pid=$!
    exec 9>"$mine/input"
    answers 2 >&9
    sleep 0.5
    kill -9 "$pid"
    exec 9>&-
    wait "$pid" || true
    run on_terminal play -q < <(answers n 2 4 cold down "")
    is_status 0
    says "You stopped at question 2 of 4 of Topics. Go on?" "One and one?" "4 of 4"
}

# --- what is kept ------------------------------------------------------------------------------

@test "a game that cannot be kept is played all the same, and it is said" {
    echo file >"$mine/in-the-way"
    run --separate-stderr "$program" --data-dir "$mine/in-the-way" play -q "$data/topics.json" \
        < <(answers 2 4 cold down)
    is_status 0
    says "4 of 4"
    [[ $stderr == *"the last answers are not saved: $mine/in-the-way"* ]]
}

@test "a store of a newer Quartet is left alone" {
    quartet play -q --count 1 "$data/topics.json" < <(answers 2)
    printf '\0\0\0\143' | dd of="$mine/quartet.db" bs=1 seek=60 conv=notrunc status=none
    before=$(sha256sum <"$mine/quartet.db")
    run --separate-stderr quartet play -q --count 1 "$data/topics.json" < <(answers 2)
    is_status 0
    [[ $stderr == *"was written by a newer Quartet"* ]]
    [ "$before" = "$(sha256sum <"$mine/quartet.db")" ]
}

@test "play: mini markup is shown as plain text, and typed as it is read" {
    cat >"$mine/marks.json" <<'JSON'
{"format": "quizbank/1", "title": "Marks", "markup": "mini", "questions": [
 {"question": "What is **not** *salty* (`NaCl`)?", "answer": "H~2~O", "type": "text",
  "explanation": "*Pure* water is x~max~ at 4 °C."}]}
JSON
    run quartet play "$mine/marks.json" <<<"h2o"
    is_status 0
    says "What is not salty (NaCl)?" "Pure water is xₘₐₓ at 4 °C." "1 of 1"
    [[ $output != *[*~^\`]* ]]
}
