#!/usr/bin/env bats
# What people and programs give that is no bank: a clear message, no crash, nothing lost.

load helper

# refused BANK TEXT: neither check nor play takes it, and both say why.
refused()
{
    run quartet check "$1"
    [ "$status" -eq 1 ] || [ "$status" -eq 2 ]
    says "$2"
    run quartet play "$1" </dev/null
    is_status 2
    says "$2"
}

@test "a bank that is missing" {
    refused "$mine/none.json" "cannot be opened: there is no such file"
}

@test "a bank that may not be read" {
    [ "$(id -u)" != 0 ] || skip "permissions do not bind root"
    cp "$data/topics.json" "$mine/secret.json"
    chmod 000 "$mine/secret.json"
    refused "$mine/secret.json" "you have no permission"
}

@test "a bank that is empty, or nothing but blanks" {
    : >"$mine/empty.json"
    refused "$mine/empty.json" "$mine/empty.json"
    printf ' \n\n' >"$mine/blank.json"
    refused "$mine/blank.json" "$mine/blank.json"
}

@test "a bank that is too large is not even read" {
    truncate -s 3G "$mine/huge.json"
    refused "$mine/huge.json" "is too large: 3072 MiB; the limit is 64 MiB"
}

@test "a pipe, a device and a socket are no banks, and nobody waits for them" {
    mkfifo "$mine/pipe.json"
    for path in "$mine/pipe.json" /dev/zero; do
        run timeout 10 "$program" check "$path"
        is_status 2
        says "is not a regular file"
    done
}

@test "a folder without banks instead of a file" {
    mkdir "$mine/folder.json"
    refused "$mine/folder.json" "holds no banks; their names end in .json"
}

@test "a link that goes round" {
    ln -s loop.json "$mine/loop.json"
    refused "$mine/loop.json" "symbolic links go round"
}

@test "a bank of only bad questions" {
    run quartet play "$data/all-bad.json" </dev/null
    is_status 2
    says "1 question was skipped" "no question of $data/all-bad.json can be played"
}

@test "a bank that is no JSON" {
    refused "$data/broken.json" "$data/broken.json:2:"
}

@test "a file of random bytes" {
    head -c 100000 /dev/urandom >"$mine/noise.json"
    refused "$mine/noise.json" "$mine/noise.json"
}

@test "hostile banks: no crash, no control character, no long wait" {
    hostile=${QUARTET_SHARED:-$root/../shared}/formats/data/hostile
    [ -d "$hostile" ] || skip "the hostile banks are not here"
    for bank in "$hostile"/*.json; do
        [ "${bank##*/}" != manifest.json ] || continue
        run timeout 20 "$program" --data-dir "$mine" check "$bank"
        [ "$status" -le 2 ] || { echo "$bank: $status: $output"; false; }
        is_silent_about $'\e'
        run timeout 20 "$program" --data-dir "$mine" play --count 3 "$bank" < <(answers a b c)
        [ "$status" -le 2 ] || { echo "$bank: $status: $output"; false; }
        is_silent_about $'\e'
    done
}

@test "settings that are broken: said, and the game goes on" {
    echo '{"theme": "pink", "count": 1,' >"$mine/settings.json"
    run quartet play "$data/topics.json" < <(answers 2 2 2 2)
    is_status 0
    says "$mine/settings.json:1:30: error:"
}

@test "settings that are wrong in one place: a warning, the others count" {
    echo '{"theme": "pink", "count": 1, "shuffle": false}' >"$mine/settings.json"
    run quartet play "$data/topics.json" < <(answers 2)
    is_status 0
    says '"theme" is "pink"; allowed: "auto", "dark"' "1 of 1"
}

@test "no home folder at all" {
    run env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME "$program" list
    is_status 0
    says "nato-secretary-general"
}

@test "standard input that is closed" {
    run bash -c "'$program' --data-dir '$mine' play '$data/topics.json' <&-"
    is_status 1
    says "the input ended after 0 of 4 questions"
}
