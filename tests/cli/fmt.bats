#!/usr/bin/env bats
# quartet fmt: one layout for banks, and a file written whole or not at all.

load helper

crowded='{"format":"quizbank/1","title":"T","questions":[{"question":"Q?","answer":1.50}]}'

@test "fmt: a bank is laid out, its questions short ones on one line" {
    printf %s "$crowded" >"$mine/a.json"
    run quartet fmt "$mine/a.json"
    is_status 0
    [ "$(cat "$mine/a.json")" = '{
  "format": "quizbank/1",
  "title": "T",
  "questions": [
    {"question": "Q?", "answer": 1.50}
  ]
}' ]
    says "$mine/a.json: is laid out now"
    run quartet fmt "$mine/a.json"
    is_status 0
    [ "$output" = "$mine/a.json: was laid out already" ]
}

@test "fmt: what it shows first is a diff that patch takes" {
    printf %s "$crowded" >"$mine/a.json"
    cp "$mine/a.json" "$mine/b.json"
    quartet fmt --dry-run "$mine/a.json" >"$mine/diff"
    cmp "$mine/a.json" "$mine/b.json"
    patch -s "$mine/b.json" "$mine/diff"
    quartet fmt -q "$mine/a.json"
    cmp "$mine/a.json" "$mine/b.json"
}

@test "fmt -q: does it and says nothing" {
    printf %s "$crowded" >"$mine/a.json"
    run quartet fmt -q "$mine/a.json"
    is_status 0
    [ -z "$output" ]
    [ "$(wc -l <"$mine/a.json")" = 7 ]
}

@test "fmt --check: changes nothing, and the status says whether it would" {
    printf %s "$crowded" >"$mine/a.json"
    run quartet fmt --check "$mine/a.json" "$data/topics.json"
    is_status 1
    says "$mine/a.json: is not laid out; quartet fmt does that"
    [ "$(cat "$mine/a.json")" = "$crowded" ]
    quartet fmt -q "$mine/a.json"
    run quartet fmt --check "$mine/a.json"
    is_status 0
}

@test "fmt: the banks that come along are laid out so" {
    run quartet fmt --check -q "$root/questions"
    is_status 0
}

@test "fmt: what is no JSON is refused with what check says, and stays" {
    cp "$data/broken.json" "$mine/broken.json"
    run --separate-stderr quartet fmt "$mine/broken.json"
    is_status 1
    [ -z "$output" ]
    [ "$stderr" = "$(quartet check "$mine/broken.json" | sed '$d')" ]
    cmp "$data/broken.json" "$mine/broken.json"
}

@test "fmt: a bank with other mistakes is laid out" {
    cp "$data/half-bad.json" "$mine/half-bad.json"
    run quartet fmt "$mine/half-bad.json"
    is_status 0
    run quartet check "$mine/half-bad.json"
    says '"anser"' "1 of 2 questions can be played"
}

@test "fmt: the file keeps its rights, and a link stays a link" {
    printf %s "$crowded" >"$mine/a.json"
    chmod 640 "$mine/a.json"
    ln -s a.json "$mine/link.json"
    run quartet fmt "$mine/link.json"
    is_status 0
    [ -L "$mine/link.json" ]
    [ "$(stat -c %a "$mine/a.json")" = 640 ]
    [ "$(wc -l <"$mine/a.json")" = 7 ]
}

@test "fmt: what becomes of a read-only bank is in one's own folder" {
    printf %s "$crowded" >"$mine/a.json"
    chmod 444 "$mine/a.json"
    run quartet fmt "$mine/a.json"
    is_status 0
    says "$mine/a.json is read-only; what it becomes is in $mine/questions/a.json"
    [ "$(cat "$mine/a.json")" = "$crowded" ]
    [ "$(wc -l <"$mine/questions/a.json")" = 7 ]
    run quartet fmt "$mine/a.json"
    is_status 2
    says "$mine/a.json is read-only" "change $mine/questions/a.json instead"
}

@test "fmt: on a full disk nothing is lost" {
    printf %s "$crowded" >"$mine/a.json"
    # As much may be written as was there, but not more.
    run bash -c 'ulimit -f 0; trap "" XFSZ; exec "$@" >&2' - \
        "$program" --data-dir "$mine" fmt -q "$mine/a.json"
    is_status 2
    says "$mine/a.json: error: cannot be saved: the disk is full"
    [ "$(cat "$mine/a.json")" = "$crowded" ]
    [ "$(ls -A "$mine" | grep -c new)" = 0 ]
}

@test "fmt: a missing file is 2, and the others are laid out" {
    printf %s "$crowded" >"$mine/a.json"
    run quartet fmt "$mine/none.json" "$mine/a.json"
    is_status 2
    says "$mine/none.json: error: cannot be opened: there is no such file" "a.json: is laid out now"
}

@test "fmt: help says what it does" {
    run quartet help fmt
    is_status 0
    says "quartet fmt" "--check" "--dry-run" "100 columns"
}
