#!/usr/bin/env bats
# quartet check --fix: what is certain is mended, and all else stays.

load helper

write_bank()
{
    bank=$mine/b.json
    printf '%s\n' '{"title":"B",  "format":"quizbank/1","questions": [' \
        '  {"question":"Q?", "anser":"A", "wrong": ["B", "C", "B"], "x-mine": 1.50},' \
        '  {"question":"R?", "answer":0, "wrong": ["B", "C",]},' ']}' >"$bank"
}

@test "check --fix: mends, shows what it mended, and checks what is left" {
    write_bank
    run quartet check --fix "$bank"
    is_status 1
    says '-  {"question":"Q?", "anser":"A", "wrong": ["B", "C", "B"], "x-mine": 1.50},' \
        '+  {"question":"Q?", "answer":"A", "wrong": ["B", "C"], "x-mine": 1.50},' \
        "$bank:3:30: error: \"answer\" is 0" "1 error, 0 warnings; 1 of 2 questions"
    is_silent_about "anser\". Did you mean"
    [ "$(cat "$bank")" = '{"title":"B",  "format":"quizbank/1","questions": [
  {"question":"Q?", "answer":"A", "wrong": ["B", "C"], "x-mine": 1.50},
  {"question":"R?", "answer":0, "wrong": ["B", "C"]}
]}' ]
    run quartet check --fix "$bank"
    is_status 1
    is_silent_about "@@"
}

@test "check --fix --dry-run: shows it and writes nothing" {
    write_bank
    cp "$bank" "$mine/before"
    run quartet check --fix --dry-run "$bank"
    is_status 1
    says '+  {"question":"Q?", "answer":"A", "wrong": ["B", "C"], "x-mine": 1.50},' \
        "$bank: when that is mended, the check says:" \
        "$bank:3:30: error: \"answer\" is 0" "1 error, 0 warnings; 1 of 2 questions"
    is_silent_about "nothing follows this comma"
    cmp "$bank" "$mine/before"
    quartet check --fix --dry-run "$bank" >"$mine/diff" || true
    quartet check --fix -q "$bank" || true
    patch -s "$mine/before" "$mine/diff"
    cmp "$bank" "$mine/before"
}

@test "check --fix: the diff has what changes and three lines around it, as patch takes it" {
    bank="a bank.json"
    {
        printf '%s\n' '{"format":"quizbank/1","title":"T","questions":['
        for n in {1..30}; do
            echo "  {\"question\":\"Q$n?\",\"answer\":\"A\"},"
        done
        printf '%s\n' '  {"question":"Last?","answer":"A"}' ']}'
    } | sed '5s/answer/anser/; 25s/"A"/"A",/' >"$mine/$bank"
    cd "$mine"
    quartet check --fix --dry-run "$bank" >"$mine/diff" || true
    [ "$(grep -c '^@@' "$mine/diff")" = 2 ]
    [ "$(grep -c '^   {' "$mine/diff")" = 12 ]
    [ "$(grep -c '^[-+] ' "$mine/diff")" = 4 ]
    patch -p0 --dry-run <"$mine/diff"
    patch -p0 -s <"$mine/diff"
    run quartet check "$bank"
    says "31 questions, no problems"
}

@test "check --fix --json: mends, and writes nothing but JSON" {
    write_bank
    run --separate-stderr quartet check --fix --json "$bank"
    is_status 1
    [ "$(jq -c '.files[0] | [.errors, .questions]' <<<"$output")" = '[1,1]' ]
}

@test "check --fix: what nobody sees goes with --lint only, and CR LF stays" {
    printf '%s\r\n' '{"format":"quizbank/1","title":"T","questions":[' \
        $'{"question":"Q\u200b?","answer":"A","wrong":["B"]},' ']}' >"$mine/b.json"
    run quartet check --fix "$mine/b.json"
    is_status 0
    grep -q $'\u200b' "$mine/b.json"
    run quartet check --fix --lint=invisible "$mine/b.json"
    is_status 0
    says "1 question, no problems"
    [ "$(cat "$mine/b.json")" = "$(printf '%s\r\n' \
        '{"format":"quizbank/1","title":"T","questions":[' \
        '{"question":"Q?","answer":"A","wrong":["B"]}' ']}')" ]
}

@test "check --fix: a file without slips is not written" {
    cp "$data/topics.json" "$mine/topics.json"
    touch -d 2001-01-01 "$mine/topics.json"
    run quartet check --fix "$mine/topics.json"
    is_status 0
    [ "$output" = "$mine/topics.json: there is nothing to mend
$mine/topics.json: 4 questions, no problems" ]
    run quartet check --fix --dry-run "$mine/topics.json"
    says "there is nothing to mend"
    run quartet check --fix -q "$mine/topics.json"
    [ -z "$output" ]
    [ "$(stat -c %y "$mine/topics.json" | cut -c1-4)" = 2001 ]
}

@test "check --fix --dry-run: says what is left where nothing can be mended" {
    printf '%s\n' '{"format":"quizbank/1","title":"T","questions":[' \
        '{"question":"R?", "answer":0, "wrong": ["B", "C"]}]}' >"$mine/b.json"
    run quartet check --fix --dry-run "$mine/b.json"
    is_status 1
    says "b.json: there is nothing to mend" 'error: "answer" is 0'
    is_silent_about "when that is mended"
}

@test "check --fix: a schema that is left out is said once" {
    cp "$data/topics.json" "$mine/topics.json"
    cp "$root/questions/quizbank.schema.json" "$mine"
    run quartet check --fix "$mine/quizbank.schema.json" "$mine/topics.json"
    is_status 0
    [ "$(grep -c 'is left out' <<<"$output")" = 1 ]
    run quartet fmt "$mine/quizbank.schema.json" "$mine/topics.json"
    [ "$(grep -c 'is left out' <<<"$output")" = 1 ]
}

@test "check --fix: a missing file is 2" {
    run quartet check --fix "$mine/none.json"
    is_status 2
    [ "$(grep -c 'cannot be opened' <<<"$output")" = 1 ]
}

@test "check --dry-run: alone it has nothing to show" {
    run quartet check --dry-run "$data/topics.json"
    is_status 2
    says "give both"
}
