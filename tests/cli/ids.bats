#!/usr/bin/env bats
# quartet ids: each question gets a name that stays, and what is known of it comes along.

load helper

write_bank()
{
    bank=$mine/b.json
    cat >"$bank" <<'BANK'
{"title": "B",  "format": "quizbank/1",
 "questions": [
  {"question": "Capital of France?", "answer": "Paris", "x-mine": 1.50},
  {
	"question": "Capital of Italy?",
	"answer": "Rome"
  },
  {"id": "dog", "front": "Hund", "back": "dog"}
]}
BANK
}

@test "ids: what is missing is written, and nothing else changes" {
    write_bank
    run quartet ids "$bank"
    is_status 0
    says "$bank: 2 questions have an id now" \
        '+  {"id": "capital-of-france", "question": "Capital of France?"'
    [ "$(cat "$bank")" = '{"title": "B",  "format": "quizbank/1",
 "questions": [
  {"id": "capital-of-france", "question": "Capital of France?", "answer": "Paris", "x-mine": 1.50},
  {
	"id": "capital-of-italy",
	"question": "Capital of Italy?",
	"answer": "Rome"
  },
  {"id": "dog", "front": "Hund", "back": "dog"}
]}' ]
    run quartet ids "$bank"
    is_status 0
    [ "$output" = "$bank: each question had an id already" ]
}

@test "ids --dry-run: shows it and writes nothing" {
    write_bank
    cp "$bank" "$mine/before"
    run quartet ids --dry-run "$bank"
    is_status 0
    says '+	"id": "capital-of-italy",'
    cmp "$bank" "$mine/before"
}

@test "ids: what is no bank is refused with what check says" {
    cp "$data/broken.json" "$mine/broken.json"
    run --separate-stderr quartet ids "$mine/broken.json"
    is_status 1
    [ "$stderr" = "$(quartet check "$mine/broken.json" | sed '$d')" ]
    cmp "$data/broken.json" "$mine/broken.json"
}

@test "ids: the cards of a question keep what is known of them" {
    write_bank
    answers Paris "" Milan "" "" y "" | quartet play "$bank" >/dev/null
    quartet stats --json "$bank" >"$mine/stats"
    quartet due --json "$bank" >"$mine/due"
    before=$(sqlite3 "$mine/quartet.db" "SELECT hex(state), due_ms FROM card ORDER BY 1")
    quartet ids -q "$bank"
    answers :quit | quartet study "$bank" >/dev/null
    [ "$(sqlite3 "$mine/quartet.db" "SELECT hex(state), due_ms FROM card ORDER BY 1")" = \
        "$before" ]
    diff "$mine/stats" <(quartet stats --json "$bank")
    diff "$mine/due" <(quartet due --json "$bank")
    cp "$bank" "$mine/questions.json"
    mkdir "$mine/questions"
    mv "$mine/questions.json" "$mine/questions/b.json"
    run quartet orphans
    is_status 0
    is_silent_about "Capital"
}

@test "ids: help says what it does" {
    run quartet help ids
    is_status 0
    says "quartet ids" "--dry-run" "capital-of-france"
}
