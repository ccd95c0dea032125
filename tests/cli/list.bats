#!/usr/bin/env bats
# quartet list: which banks there are.

load helper

@test "list: title, id, questions and path of the banks that came along" {
    run quartet list
    is_status 0
    says "nato-secretary-general" "questions" "/nato-secretary-general.json" "tour"
    is_silent_about "schema.json"
}

@test "list: banks of a library, with their problems" {
    run quartet list --library "$data"
    is_status 0
    says "Topics" "topics, 4 questions" "$data/topics.json" "cannot be played" \
        "quartet check $data/broken.json"
}

@test "list: the user's own bank goes first, and both paths are said" {
    mkdir "$mine/questions"
    cp "$data/topics.json" "$mine/questions/other-name.json"
    run quartet list --library "$data"
    is_status 0
    says "is not played: $mine/questions/other-name.json has the same id and comes first"
}

@test "list, check: the name of a file moves no cursor, and is UTF-8 for programs" {
    bank=$mine/questions/a$'\e[31m\xc2\x9b\xff.json'
    mkdir "$mine/questions"
    cp "$data/topics.json" "$bank"
    cp "$data/topics.json" "$mine/questions/"$'b\e[1m.json'
    run --separate-stderr quartet list
    is_status 0
    says $'questions/a?[31m??\xff.json' $'questions/b?[1m.json'
    is_silent_about $'\e' $'\xc2\x9b'
    run quartet check "$bank" "$bank.none"
    is_status 2
    says $'questions/a?[31m??\xff.json: 4 questions' $'a?[31m??\xff.json.none: error: '
    is_silent_about $'\e' $'\xc2\x9b'
    run --separate-stderr quartet list --json
    is_status 0
    iconv -f UTF-8 -t UTF-8 <<<"$output" >/dev/null
    bank=$mine/questions/a$'\e[31m\xc2\x9b\xef\xbf\xbd.json'
    [ "$(jq -r '.banks[0].path' <<<"$output")" = "$bank" ]
    [ "$(jq -r '.banks[1].shadowed_by' <<<"$output")" = "$bank" ]
}

@test "list --json: for programs" {
    mkdir "$mine/questions"
    cp "$data/topics.json" "$mine/questions/other-name.json"
    run --separate-stderr quartet list --library "$data" --json
    is_status 0
    [ "$(jq -r '.banks[0].id' <<<"$output")" = topics ]
    [ "$(jq -r '.banks[0].questions' <<<"$output")" = 4 ]
    [ "$(jq -r --arg path "$data/topics.json" \
        '.banks[] | select(.path == $path) | .shadowed_by' <<<"$output")" = \
        "$mine/questions/other-name.json" ]
    [ "$(jq -r --arg path "$data/broken.json" \
        '.banks[] | select(.path == $path) | .title' <<<"$output")" = null ]
}

@test "list: a library that is not there" {
    run quartet list --library "$mine/none"
    is_status 2
    says "$mine/none: error: is no folder; name one that holds banks"
}
