#!/usr/bin/env bats
# quartet check: problems for people, for editors and for programs.

load helper

@test "check: a clean file is one line without the word warning" {
    run quartet check "$data/topics.json"
    is_status 0
    [ "$output" = "$data/topics.json: 4 questions, no problems" ]
}

@test "check: a single question is one" {
    echo '{"format":"quizbank/1","title":"T","questions":[{"question":"Q?","answer":"A","wrong":["B"]}]}' \
        >"$mine/one.json"
    run quartet check "$mine/one.json"
    is_status 0
    says ": 1 question, no problems"
}

@test "check: a wrong question is shown with its line and a caret" {
    run quartet check "$data/half-bad.json"
    is_status 1
    says "$data/half-bad.json:7:" ": error: " "anser" "^" "1 of 2 questions can be played"
    [[ ${lines[0]} =~ ^.*/half-bad\.json:7:[0-9]+:\ error:\  ]]
}

@test "check: what is no bank at all is refused whole" {
    run quartet check "$data/broken.json"
    is_status 1
    says "$data/broken.json:2:" "error:" "nothing can be played"
}

@test "check: several files, each with its own line" {
    run quartet check "$data/topics.json" "$data/half-bad.json"
    is_status 1
    says "topics.json: 4 questions, no problems" "1 of 2 questions can be played"
}

@test "check: two banks with one id are both checked, and both paths are said" {
    cp "$data/topics.json" "$mine/other-name.json"
    run quartet check "$data/topics.json" "$mine/other-name.json"
    is_status 0
    says "topics.json: 4 questions, no problems" \
        "$mine/other-name.json: warning: has the same id \"topics\" as $data/topics.json, which" \
        "$mine/other-name.json: 0 errors, 1 warning; 4 of 4 questions can be played"
    run --separate-stderr quartet check --json "$data/topics.json" "$mine/other-name.json"
    [ "$(jq -c '[.files[].warnings]' <<<"$output")" = '[0,1]' ]
}

@test "check: a schema among the files is left out, and no mistake" {
    mkdir "$mine/banks"
    cp "$data/topics.json" "$mine/banks/topics.json"
    echo '{"$id": "urn:mine", "type": "object"}' >"$mine/banks/my.schema.json"
    run --separate-stderr quartet check "$mine"/banks/*.json
    is_status 0
    [ "$output" = "$mine/banks/topics.json: 4 questions, no problems" ]
    [[ $stderr == "$mine/banks/my.schema.json: warning: is left out: "* ]]
}

@test "check: a folder stands for its banks" {
    run quartet check "$data"
    is_status 1
    says "topics.json: 4 questions" "half-bad.json" "broken.json"
}

@test "check: a folder without banks" {
    mkdir "$mine/empty"
    run quartet check "$mine/empty"
    is_status 2
    says "holds no banks"
}

@test "check: a missing file is 2, and the others are still checked" {
    run quartet check "$mine/none.json" "$data/topics.json"
    is_status 2
    says "$mine/none.json: error: cannot be opened: there is no such file" "no problems"
}

@test "check: -q prints nothing but problems" {
    run quartet check -q "$data/topics.json"
    is_status 0
    [ -z "$output" ]
    run quartet check -q "$data/half-bad.json"
    is_status 1
    says "error:"
    is_silent_about "can be played"
}

@test "check: the first 50 problems and the count" {
    {
        echo '{"format":"quizbank/1","title":"T","questions":['
        for i in $(seq 1 60); do echo '{"question":"Q'"$i"'?","answer":5.5,"wrong":[]},'; done
        echo '{"question":"Q?","answer":"A","wrong":["B"]}]}'
    } >"$mine/many.json"
    run quartet check "$mine/many.json"
    is_status 1
    [ "$(grep -c ': error: ' <<<"$output")" -le 50 ]
    says "the first 50 of " " problems are shown"
}

@test "check --json: one object a file" {
    run --separate-stderr quartet check --json "$data/topics.json" "$data/half-bad.json"
    is_status 1
    [ "$(jq '.files | length' <<<"$output")" = 2 ]
    [ "$(jq -c '.files[0] | [.id, .title, .questions, .set_aside, .errors, .problems]' \
        <<<"$output")" = '["topics","Topics",4,0,0,[]]' ]
    [ "$(jq -c '.files[1] | [.questions, .set_aside]' <<<"$output")" = '[1,1]' ]
    [ "$(jq -r '.files[1].problems[0].severity' <<<"$output")" = error ]
    [ "$(jq '.files[1].problems[0] | .line' <<<"$output")" = 7 ]
    [ "$(jq '.files[1].problems[0] | [.column, .width, .message, .excerpt] | all' \
        <<<"$output")" = true ]
}

@test "check --json: what is no bank has no id and title" {
    run --separate-stderr quartet check --json "$data/broken.json"
    is_status 1
    [ "$(jq -c '.files[0] | [.id, .title, .questions]' <<<"$output")" = '[null,null,0]' ]
    [ "$(jq '.files[0].errors > 0' <<<"$output")" = true ]
}

@test "check --json: a file that cannot be read" {
    run --separate-stderr quartet check --json "$mine/none.json"
    is_status 2
    [ "$(jq '.files[0].problems[0].line' <<<"$output")" = 0 ]
}

@test "check: colour on a terminal, none with NO_COLOR, --color never or a pipe" {
    run on_terminal check "$data/half-bad.json" </dev/null
    says $'\e[1;31merror:'
    NO_COLOR=1 run on_terminal check "$data/half-bad.json"
    is_silent_about $'\e['
    run on_terminal check --color never "$data/half-bad.json"
    is_silent_about $'\e['
    run quartet check "$data/half-bad.json"
    is_silent_about $'\e['
}
