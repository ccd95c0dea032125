#!/usr/bin/env bats
# quartet check --fit: what is not seen whole in a window of some size.

load helper

write_bank()
{
    bank=$mine/b.json
    long=$(printf 'and so on and on %.0s' {1..36})
    printf '%s\n' '{"format": "quizbank/1", "title": "T", "questions": [' \
        '  {"question": "Short?", "answer": "Yes", "wrong": ["No", "Perhaps"]},' \
        "  {\"question\": \"Long, $long?\", \"answer\": \"Yes\", \"wrong\": [\"No\", \"Perhaps\"]}," \
        "  {\"front\": \"Told\", \"back\": \"at length\", \"explanation\": \"$long $long $long\"}" \
        ']}' >"$bank"
}

@test "check --fit: what scrolls is warned of where it is, with the sizes" {
    write_bank
    run quartet check --fit 720x1280,640x360 "$bank"
    is_status 0
    says "$bank:3:3: warning: at 640x360 the question has to be scrolled. Shorten" \
        "$bank:4:3: warning: at " "what is said after it has to be scrolled" "3 of 3 questions"
    says '    4 |   {"front": "Told"' '      |   ^'
    is_silent_about "$bank:2:3:" "nothing has to be scrolled"
    run quartet check "$bank"
    says "3 questions, no problems"
}

@test "check --fit: of a question of many lines the one that asks is shown, dry or not" {
    long=$(printf 'and so on and on %.0s' {1..80})
    printf '%s\n' '{"format": "quizbank/1", "title": "T", "questions": [' '  {' \
        "    \"id\": \"a\"," "    \"question\": \"$long\"," '    "anser": true' '  }' ']}' \
        >"$mine/b.json"
    run quartet check --fix --dry-run --fit 640x360 "$mine/b.json"
    is_status 0
    says "$mine/b.json:4:5: warning: at 640x360 the question has" '    4 |     "question": "and so' \
        "      |     ^~~~~~~~~~"
}

@test "check --fit: all fits is said in one line" {
    run quartet check --fit 1280x720,1920x1080 "$data/topics.json"
    is_status 0
    [ "$output" = "$data/topics.json: nothing has to be scrolled at 1280x720,1920x1080
$data/topics.json: 4 questions, no problems" ]
    run quartet check -q --fit 1280x720 "$data/topics.json"
    [ -z "$output" ]
}

@test "check --fit lesson: what a class reads on more than one page is warned of" {
    write_bank
    run quartet check --fit lesson "$bank"
    is_status 0
    says "$bank:3:3: warning: at 1024x768" \
        " a lesson shows the question on more than one page. Shorten" "3 of 3 questions"
    is_silent_about "$bank:2:3:" "$bank:4:3:"
    run quartet check --fit lesson,1280x720 "$data/topics.json"
    [ "$output" = "$data/topics.json: nothing has to be scrolled at 1280x720
$data/topics.json: a lesson shows each question on one page
$data/topics.json: 4 questions, no problems" ]
    run quartet check --fit lessons "$data/topics.json"
    is_status 2
}

@test "check --fit: the banks that come along stand on one page in a lesson" {
    for bank in "$QUARTET_SOURCE"/questions/*.json; do
        case $bank in *.schema.json) continue ;; esac
        run quartet check --fit lesson "$bank"
        says "a lesson shows each question on one page"
    done
}

@test "check --fit --json: a program is told too" {
    write_bank
    run --separate-stderr quartet check --json --fit=640x360 "$bank"
    is_status 0
    [ "$(jq -c '[.files[0].problems[].line] | unique' <<<"$output")" = '[3,4]' ]
}

@test "check --fit: sizes that make no sense" {
    for sizes in 100x100 640 640x 640x360, axb 99999x720 1280x720x2; do
        run quartet check --fit="$sizes" "$data/topics.json"
        is_status 2
        says "1280x720"
    done
}
