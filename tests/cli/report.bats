#!/usr/bin/env bats
# quartet report: what came of the lessons of a class.

load helper

# Lessons are played by a program of the tests; where it was not built there is nothing to see.
give()
{
    local at=$1
    shift
    AT=$(date -d "$at" +%s) "$(dirname "$program")/../tests/give_lesson" "$mine" 8b \
        "$mine/questions/capitals.json" "$@"
}

bank()
{
    mkdir -p "$mine/questions"
    cat >"$mine/questions/capitals.json" <<'END'
{"format": "quizbank/1", "id": "capitals", "title": "Capitals", "questions": [
    {"id": "fr", "question": "Capital of France?", "answer": "Paris", "wrong": ["Lyon", "Nice"],
        "tags": ["Europe"]},
    {"id": "au", "question": "Capital of\nAustralia?", "answer": "Canberra",
        "wrong": ["=Sydney", "<b>Perth</b>"], "tags": ["=Oceania", "South"]},
    {"id": "br", "question": "Capital of Brazil?", "answer": "Brasilia", "type": "text"},
    {"id": "no", "question": "Capital of <i>Norway</i>?", "answer": "Oslo", "wrong": ["Bergen"]}
]}
END
}

# Three lessons in January 2026, in the last of which nothing was asked.
three_lessons()
{
    bank
    give 2026-01-05T10:00:00Z hands fr:20,5,2,1 au:6,18,2,2 br:
    give 2026-01-12T10:00:00Z turns fr:+ "au:[=Sydney]" br:p+ no:+
    give 2026-01-19T10:00:00Z all 'fr:!'
}

@test "report: the last lesson in which something was asked, in words" {
    three_lessons
    run --separate-stderr quartet report 8b
    is_status 0
    says "Report: 8b" "Lesson 2 of 3, 2026-01-12: In turn" \
        "Right on average: 63% (in the lesson before: 46%)" "Questions asked: 4" \
        "  South: 0%, 1 question; last time 21%, on 2026-01-05"
    [ "$(grep -A 4 '^To teach again' <<<"$output")" = "To teach again
  Capital of Australia? → Canberra
    0%, 0 of 1; most often instead: =Sydney (1)
  Capital of Brazil? → Brasilia
    50%, 1 of 2" ]
    is_silent_about "Left out" "discrimination"
    [ -z "$stderr" ]
}

@test "report: one lesson of several, or all" {
    three_lessons
    run quartet report 8b --lesson 1
    is_status 0
    says "Lesson 1 of 3, 2026-01-05: Show of hands" "Left out, as they have no choices: 1" \
        "21%, 6 of 28; 10 s; most often instead: =Sydney (18)"
    run quartet report 8b --all
    is_status 0
    says "All lessons (3), 2026-01-05 to 2026-01-19" \
        "21%, 6 of 29; 6 s; 21% on 2026-01-05, then 0%; most often instead: =Sydney (19)"
    run quartet report 8b --lesson 4
    is_status 2
    says "8b was given 3 lessons"
    run quartet report 8b --lesson 3
    is_status 0
    says "No question was answered."
}

@test "report: a class that is not there says which are" {
    run quartet report 8b
    is_status 2
    says "nothing was played yet"
    bank
    answers 1 2 3 4 | quartet play capitals >"$mine/played"
    run quartet report me
    is_status 1
    says "me is a learner who was given no lesson" "quartet stats --learner me"
    run quartet report 8b
    is_status 1
    says "no class is called 8b, and there is none; to make one: quartet class NAME FILE"
    echo Ada | quartet class 9d - -q
    run quartet report 9d
    is_status 1
    says "9d was not given a lesson yet; to give one: Teams, in the window"
    three_lessons
    run quartet report 9c
    is_status 1
    says "no class is called 9c; did you mean: 9d?"
    run quartet report ""
    is_status 1
    says 'no class is called ""; there are: '
    [ "$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM learner WHERE name = '9c'")" = 0 ]
}

@test "report: a class that was asked nothing" {
    bank
    give 2026-01-19T10:00:00Z all 'fr:!'
    run quartet report 8b
    is_status 1
    says "8b was not asked anything yet"
}

@test "report: a lesson whose bank is gone" {
    three_lessons
    rm "$mine/questions/capitals.json"
    run --separate-stderr quartet report 8b --all
    is_status 0
    says "in no bank any more: 6" "21%, 6 of 29; 6 s; 21% on 2026-01-05, then 0%" \
        "  capitals: au (in no bank any more)"
    is_silent_about "Canberra" "Sydney" "Topics"
    [ "$stderr" = "quartet: the bank capitals was in $mine/questions/capitals.json, which was \
moved or deleted: its questions go by their ids. Put it back, or name its folder now with \
--library" ]
    run --separate-stderr quartet report 8b --html
    is_status 0
    says "capitals: au" "In no bank any more." "0%, 0 of 1"
    is_silent_about "Answer:"
    run --separate-stderr quartet report 8b --json
    jq -e '.gone == 4 and .share == 0.625 and (.questions | all(.gone and .answer == ""))' \
        <<<"$output"
}

@test "report: the bank is read where the lesson had it from" {
    three_lessons
    mkdir "$mine/elsewhere"
    mv "$mine/questions/capitals.json" "$mine/elsewhere/my.json"
    AT=$(date -d 2026-01-26T10:00:00Z +%s) "$(dirname "$program")/../tests/give_lesson" "$mine" \
        8b "$mine/elsewhere/my.json" turns au:-
    run --separate-stderr quartet report 8b
    is_status 0
    says "Capital of Australia? → Canberra"
    [ -z "$stderr" ]
    echo '{' >"$mine/elsewhere/my.json"
    run --separate-stderr quartet report 8b
    is_status 0
    says "capitals: au (in no bank any more)"
    [[ $stderr == *"was in $mine/elsewhere/my.json, which is not that bank now"* ]]
}

@test "report --html: one page that is well-formed and runs nothing" {
    three_lessons
    run --separate-stderr quartet report 8b --html
    is_status 0
    says "<!DOCTYPE html>" "Capital of &lt;i&gt;Norway&lt;/i&gt;?" "Capital of
Australia?" "50%, 1 of 2" "@page{size:A4"
    is_silent_about "<script" "<i>" "https:" "src="
    echo "$output" >"$mine/page.html"
    xmllint --noout "$mine/page.html"
}

@test "report --csv: a table that no spreadsheet runs" {
    three_lessons
    run --separate-stderr quartet report 8b --csv
    is_status 0
    table=$(tr -d '\r' <<<"$output")
    grep -qxF 'topic,"'"'"'=Oceania",,,,,,1,,,0,0,21.4,2026-01-05,,,,,' <<<"$table"
    grep -qF '",capitals,au,Canberra,,,1,1,0,0,0,21.4,2026-01-05,yes,"'"'"'=Sydney",1,2,' \
        <<<"$output"
    ! grep -E '(^|,)"?[=+@-]' <<<"$table"
}

@test "report --json: says the same" {
    three_lessons
    run --separate-stderr quartet report 8b --json
    is_status 0
    jq -e '.class == "8b" and .lesson == 2 and .lessons == 3 and .from == "2026-01-12"
        and .asked == 4 and .share == 0.625 and .before == 0.464 and .again == [1, 2]
        and .questions[1].wrong == "=Sydney" and .questions[1].before_on == "2026-01-05"
        and (.topics | map(.name) | index(null) != null) and has("pupils") == false' \
        <<<"$output"
    run --separate-stderr quartet report 8b --json --all
    jq -e '.lesson == null and .questions[0].answers == 29' <<<"$output"
}

@test "report --names: only then are pupils named" {
    bank
    for _ in 1 2 3 4 5 6; do
        give 2026-01-05T10:00:00Z pupils fr:+ au:- br:+
    done
    for form in --html --csv --json --color=never; do
        run quartet report 8b --all "$form"
        is_status 0
        is_silent_about Ada Ben Cem Dora Finn Kim
        run quartet report 8b --all --names "$form"
        is_status 0
        [[ $output =~ (Ada|Ben|Cem|Finn|Hal|Ivo|Jo|Kim|Lou) ]]
    done
}

@test "report --output: written whole or not at all, and said" {
    three_lessons
    run quartet report 8b --html -o "$mine/page.html"
    is_status 0
    says "Saved as $mine/page.html"
    grep -q '</html>' "$mine/page.html"
    run quartet report 8b -q "-o$mine/words"
    is_status 0
    [ -z "$output" ]
    grep -q 'Report: 8b' "$mine/words"
    run quartet report 8b -o "$mine"
    is_status 2
    says "not a regular file"
    run quartet report 8b -o "$mine/no/such"
    is_status 2
    says "its folder is not there; make that first"
    run quartet report 8b -o
    is_status 2
    says "--output wants a value: --output FILE"
    [ "$(find "$mine" -name '*.new')" = "" ]
}

@test "report: a full disk is said" {
    mkdir -p "$mine/questions"
    local id words specs=()
    words=$(printf 'words %.0s' {1..200})
    {
        echo '{"format": "quizbank/1", "id": "capitals", "title": "Long", "questions": ['
        for id in {1..60}; do
            specs+=("q$id:1,9")
            printf '%s{"id": "q%s", "question": "%s?", "answer": "a", "wrong": ["b"]}' \
                "$([ "$id" = 1 ] || echo ,)" "$id" "$words$id"
        done
        echo ']}'
    } >"$mine/questions/capitals.json"
    give 2026-01-05T10:00:00Z hands "${specs[@]}"
    quartet report 8b --csv -q -o "$mine/page"
    # As on a disk that has room for 100 KB more: the page is larger, and the table stays.
    run bash -c "trap '' XFSZ; ulimit -f 100; '$program' --data-dir '$mine' report 8b --html \
        -o '$mine/page'"
    is_status 2
    says "page: error: cannot be saved"
    grep -q '^about,' "$mine/page"
    [ "$(find "$mine" -name '*.new')" = "" ]
    [ -e /dev/full ] || skip "there is no /dev/full"
    run bash -c "'$program' --data-dir '$mine' report 8b >/dev/full"
    is_status 2
    says "is the disk full?"
}

@test "report: options that do not go together" {
    run quartet report 8b --csv --html
    is_status 2
    says "choose one of --html, --csv and --json"
    run quartet report 8b --all --lesson 2
    is_status 2
    says "choose one of --all and --lesson"
    run quartet report
    is_status 2
    says "report wants more: quartet report CLASS"
}
