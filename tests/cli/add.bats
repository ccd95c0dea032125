#!/usr/bin/env bats
# quartet new and quartet add: a bank from nothing, without a text editor.

load helper

@test "new: makes a bank in which nothing could be better, in the usual layout" {
    run quartet new "$mine/n.json"
    is_status 0
    says "$mine/n.json is a bank with seven questions"
    run quartet check --lint "$mine/n.json"
    [ "$output" = "$mine/n.json: 7 questions, no problems" ]
    quartet fmt --check "$mine/n.json"
    kinds=$(jq -r '.questions[] | if .front then "card" elif .cloze then "cloze" elif .wrong
        then (.answer | type) + " and wrong" else (.answer | type) end' "$mine/n.json" | sort -u)
    [ "$(wc -l <<<"$kinds")" = 7 ]
}

@test "new: writes over nothing" {
    echo mine >"$mine/n.json"
    run quartet new "$mine/n.json"
    is_status 2
    says "is there already"
    [ "$(cat "$mine/n.json")" = mine ]
    ln -s nowhere "$mine/link.json"
    run quartet new "$mine/link.json"
    is_status 2
}

@test "new: the name of a bank ends in .json" {
    run quartet new "$mine/capitals"
    is_status 2
    says "$mine/capitals.json"
    run quartet new "$mine/none/n.json"
    is_status 2
    says "cannot be saved"
}

write_bank()
{
    bank=$mine/b.json
    printf '%s\n' '{"format":"quizbank/1", "title":"B", "questions": [' \
        '  {"question":"Q?",  "answer":"A"}' ']}' >"$bank"
}

@test "add: a question, its answer, wrong ones and the reason, a line each" {
    write_bank
    run quartet add "$bank" < <(answers "Capital of France?" Paris Lyon Nice "" "It is." \
        "Bats are birds." FALSE "" "" "How many legs has a spider?" 8 "" "" \
        'Who "wrote" Hamlet?' "William Shakespeare | Shakespeare" "" "" "")
    is_status 0
    says "$bank has 1 question" "Added. 2 questions." "Added. 5 questions."
    [ "$(cat "$bank")" = '{"format":"quizbank/1", "title":"B", "questions": [
  {"question":"Q?",  "answer":"A"},
  {
    "question": "Capital of France?",
    "answer": "Paris",
    "wrong": ["Lyon", "Nice"],
    "explanation": "It is."
  },
  {"question": "Bats are birds.", "answer": false},
  {"question": "How many legs has a spider?", "answer": 8},
  {"question": "Who \"wrote\" Hamlet?", "answer": ["William Shakespeare", "Shakespeare"]}
]}' ] || { cat "$bank"; return 1; }
    run quartet check "$bank"
    says "5 questions, no problems"
}

@test "add: each question is in the file before the next is asked" {
    write_bank
    mkfifo "$mine/pipe"
    quartet add "$bank" <"$mine/pipe" >/dev/null &
    exec 4>"$mine/pipe"
    answers "New?" yes "" "" >&4
    for _ in {1..100}; do
        grep -q "New?" "$bank" && break
        sleep 0.1
    done
    grep -q "New?" "$bank"
    # Meanwhile an editor changes it.
    sed -i 's/Q?/Other?/' "$bank"
    answers "Newer?" yes "" "" "" >&4
    exec 4>&-
    wait $!
    [ "$(jq -c '[.questions[].question]' "$bank")" = '["Other?","New?","Newer?"]' ]
}

@test "add: a question with a mistake is not added, and it is said why" {
    write_bank
    cp "$bank" "$mine/before"
    run quartet add "$bank" < <(answers "Which?" A a "" "" "")
    is_status 0
    says '"a" reads as "A"' "not added"
    cmp "$bank" "$mine/before"
}

@test "add: what the bank asks already is refused, with its line, and asked again" {
    write_bank
    run quartet add "$bank" < <(answers "q?" B "" "" "New?" Yes "" "" "new?" Yes "" "" "")
    is_status 0
    says "That is asked in line 2 already" "That is asked in line 3 already" "Added. 2 questions."
    [ "$(jq -c '[.questions[].question]' "$bank")" = '["Q?","New?"]' ]
    run on_terminal add "$bank" < <(answers "Q?" "Other?" Yes "" "" "")
    says "That is asked in line 2 already" "Added. 3 questions."
    [ "$(jq -c '[.questions[].question]' "$bank")" = '["Q?","New?","Other?"]' ]
}

@test "add: the same words beside a picture are another question" {
    printf '%s\n' '{"format":"quizbank/1", "title":"B", "questions": [' \
        '  {"question":"What is this?", "image": "a.png", "imageAlt": "?", "answer":"A"}' \
        ']}' >"$mine/b.json"
    run quartet add "$mine/b.json" < <(answers "What is this?" "A sentence" "" "" "")
    says "Added. 2 questions."
}

@test "add: wrong ones with | between them are several" {
    write_bank
    run quartet add "$bank" < <(answers "Which moves as it likes?" Queen "King | Rook" Pawn "" "" "")
    is_status 0
    says "These are 2 wrong ones" "Added. 2 questions."
    [ "$(jq -c '.questions[1].wrong' "$bank")" = '["King","Rook","Pawn"]' ]
}

@test "add: without an answer nothing is added" {
    write_bank
    cp "$bank" "$mine/before"
    run quartet add "$bank" < <(answers "Which?" "" "")
    is_status 0
    says "it was not added"
    run quartet add "$bank" < <(answers "Which?")
    is_status 1
    cmp "$bank" "$mine/before"
}

@test "add: at the end of the input the question counts as it is" {
    write_bank
    run quartet add "$bank" < <(answers "Which?" This)
    is_status 0
    says "Added. 2 questions."
}

@test "add: the questions of a read-only bank go into a copy in one's own folder" {
    write_bank
    chmod 444 "$bank"
    run quartet add "$bank" < <(answers "One?" 1 "" "" "Two?" 2 "" "" "")
    is_status 0
    says "what it becomes is in $mine/questions/b.json" "Added. 3 questions."
    [ "$(jq '.questions | length' "$bank")" = 1 ]
    [ "$(jq '.questions | length' "$mine/questions/b.json")" = 3 ]
}

@test "add: what is no bank is refused with what check says" {
    cp "$data/broken.json" "$mine/broken.json"
    run --separate-stderr quartet add "$mine/broken.json" </dev/null
    is_status 1
    [ "$stderr" = "$(quartet check "$mine/broken.json" | sed '$d')" ]
    run quartet add "$mine/none.json" </dev/null
    is_status 2
    says "\"quartet new $mine/none.json\" makes a bank"
}

@test "add: a signal leaves out the question that was begun" {
    write_bank
    cp "$bank" "$mine/before"
    mkfifo "$mine/pipe"
    for signal in INT TERM HUP; do
        env --default-signal=INT,TERM,HUP "$program" --data-dir "$mine" add "$bank" \
            <"$mine/pipe" >"$mine/out" &
        pid=$!
        exec 4>"$mine/pipe"
        answers "Which?" This >&4
        for _ in {1..100}; do
            grep -q "A wrong one" "$mine/out" && break
            sleep 0.1
        done
        kill -s "$signal" "$pid"
        status=0
        wait "$pid" || status=$?
        exec 4>&-
        is_status 130
        cmp "$bank" "$mine/before"
    done
}
