#!/usr/bin/env bats
# What the command line understands, and what it says of what it does not.

load helper

@test "help: lists every command and the options of all" {
    run quartet help
    is_status 0
    says "Usage: quartet [BANK...]" "play" "study" "list" "check" "replay" "help" "--data-dir D" \
        "--library D" "--now TIME" "--color WHEN" "-q, --quiet" "--version" "--renderer R"
}

@test "help: --help and -h say the same" {
    run quartet help
    all=$output
    run quartet --help
    is_status 0
    [ "$output" = "$all" ]
    run quartet -h
    [ "$output" = "$all" ]
}

@test "help COMMAND: shows every option of play" {
    run quartet help play
    is_status 0
    says "Usage: quartet play [OPTION...] [BANK...]" "--count N" "--seed N" "--tag T" \
        "--difficulty D" "--timer S" "--review" ":hint" "--data-dir"
}

@test "help bank: how to add questions, where, and what the checker says" {
    run quartet help bank
    is_status 0
    says '"title": "A first bank"' "$mine/questions" 'unknown key "anwser". Did you mean "answer"?' \
        "truefalse" '{"question": "Bats are birds.", "answer": false}' "README.md"
    quartet help bank | sed -n '/^    {$/,/^    }$/s/^    //p' >"$mine/first.json"
    run quartet check "$mine/first.json"
    is_status 0
}

@test "help COMMAND: COMMAND --help says the same" {
    for command in play study list check orphans flagged class backup restore forget rebuild \
        replay help; do
        run quartet help "$command"
        is_status 0
        page=$output
        run quartet "$command" --help
        is_status 0
        [ "$output" = "$page" ]
    done
}

@test "help COMMAND: a command that is not there" {
    run quartet help chek
    is_status 2
    says 'no command is called "chek"; did you mean check?'
}

@test "--version: says the version" {
    run quartet --version
    is_status 0
    [[ $output =~ ^quartet\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "an unknown option: a guess and where help is" {
    run quartet play --cuont 3
    is_status 2
    says "unknown option --cuont; did you mean --count?" "quartet help play"
}

@test "an unknown option: nothing near" {
    run quartet play --zzzzzz
    is_status 2
    says "unknown option --zzzzzz"
    is_silent_about "did you mean"
}

@test "an unknown option: only what the command has is guessed" {
    for line in "--lang de" "list --lang de" "--lang de list" "list --cuont 3"; do
        run quartet $line
        is_status 2
        says "unknown option --"
        is_silent_about "did you mean"
    done
    run quartet --cuont 3 play
    is_status 2
    says "did you mean --count?"
}

@test "an abbreviated option: refused with the whole name" {
    run quartet play --cou 3
    is_status 2
    says "did you mean --count?"
}

@test "an unknown letter" {
    run quartet -x
    is_status 2
    says "unknown option -x"
}

@test "an option of another command" {
    run quartet list --count 3
    is_status 2
    says "list has no option --count"
}

@test "an option that goes with a command, without one" {
    run quartet --json
    is_status 2
    says "--json goes with a command"
}

@test "a value that is missing" {
    run quartet play --count
    is_status 2
    says "--count wants a value: --count N"
}

@test "a value for a flag" {
    run quartet list --json=yes
    is_status 2
    says "--json takes no value"
}

@test "a number out of range: says the range" {
    for number in -1 200001 3.5 x "" 99999999999999999999; do
        run quartet play --count "$number"
        is_status 2
        says "--count is \"$number\"; allowed is 0 to 200000"
    done
}

@test "--timer: 0 or 5 to 600" {
    for number in 4 601 -5; do
        run quartet play --timer "$number"
        is_status 2
        says "--timer is \"$number\"; allowed are 0 and 5 to 600"
    done
    run quartet play --timer 0 "$data/topics.json" < <(answers 2 4 cold down)
    is_status 0
}

@test "a word that is none of those: says which" {
    run quartet play --difficulty impossible
    is_status 2
    says '--difficulty is "impossible"; allowed are: easy, medium, hard, all'
    run quartet list --color always
    is_status 2
    says "allowed are: auto, never"
}

@test "--now: a time" {
    for time in tomorrow 2025-13-01 2025-02-29 2025-01-01T25:00 2025-1-1 2025-01-01x; do
        run quartet list --now "$time"
        is_status 2
        says "--now is \"$time\"; write a time as"
    done
    for time in 2024-02-29 2025-01-01T12:30 2025-01-01T12:30:59Z 2025-01-01T12:30+01:00; do
        run quartet help --now "$time"
        is_status 0
    done
}

@test "--option=value and --option value are the same" {
    run quartet play --count=1 "$data/topics.json" < <(answers 2)
    is_status 0
    says "1 of 1"
    run quartet play --count 1 "$data/topics.json" < <(answers 2)
    is_status 0
    says "1 of 1"
}

@test "options may stand before the command and behind operands" {
    run quartet -q check "$data/topics.json"
    is_status 0
    [ -z "$output" ]
    run quartet check "$data/topics.json" -q
    is_status 0
    [ -z "$output" ]
}

@test "-- ends the options" {
    run quartet check -- --no-such-file.json
    is_status 2
    says "--no-such-file.json"
    is_silent_about "unknown option"
}

@test "too few and too many operands" {
    run quartet check
    is_status 2
    says "check wants more: quartet check FILE..."
    run quartet list something
    is_status 2
    says 'list does not know what to do with "something"'
}

@test "a word that is no command, bank or file: a guess" {
    run quartet plya
    is_status 2
    says 'there is no file, bank or command "plya"; did you mean play?'
    run quartet play topicz --library "$data"
    is_status 2
    says "did you mean topics?"
}

@test "results that cannot be written: says so" {
    run bash -c "'$program' help >/dev/full"
    is_status 2
    says "the results could not be written"
}

@test "complaints go to standard error, results to standard output" {
    run --separate-stderr quartet list --zzz
    [ -z "$output" ]
    [ -n "$stderr" ]
    run --separate-stderr quartet help
    [ -n "$output" ]
    [ -z "$stderr" ]
}

@test "an option that wants a text takes no empty one" {
    run quartet play --learner ''
    is_status 2
    says "--learner needs NAME; it is empty"
    run quartet list --data-dir=
    is_status 2
    says "--data-dir needs D; it is empty"
}
