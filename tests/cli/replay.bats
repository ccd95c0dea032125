#!/usr/bin/env bats
# quartet replay: what the command does around its scripts. What they hold is in tests/replay.

load helper

@test "replay --shots: the folder is made where it is missing" {
    printf '%s\n' "bank $data/topics.json" "size 360x360" "shot home" >"$mine/script.txt"
    run quartet replay --shots "$mine/a/b" "$mine/script.txt"
    is_status 0
    [ -s "$mine/a/b/home.png" ]
}

@test "replay --shots: a file in its place" {
    echo "shot home" >"$mine/script.txt"
    run quartet replay --shots "$mine/script.txt" "$mine/script.txt"
    is_status 2
    says "$mine/script.txt: cannot be made: rename or remove what has its name"
}
