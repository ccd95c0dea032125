#!/usr/bin/env bats
# quartet plan: what minutes a day and an exam mean.

load helper

# A bank of 30 questions of two topics, whose first `$1` were answered right on 5 January 2026.
learned()
{
    jq -n '{format: "quizbank/1", title: "Nature", id: "nature", questions: [range(30) |
        {id: "q\(.)", question: "What is \(.)?", answer: "It \(.)", typos: 0,
         tags: [if . % 3 == 0 then "Plants" else "Animals" end]}]}' >"$mine/nature.json"
    [ "$1" -eq 0 ] || seq -f 'It %g' 0 $(($1 - 1)) |
        quartet play --count "$1" --now 2026-01-05T12:00:00Z "$mine/nature.json" >/dev/null
}

plan()
{
    run quartet plan --now "$1T12:00:00Z" "${@:2}" "$mine/nature.json"
}

# has FILTER: true of the JSON of the last run.
has()
{
    jq -e "$1" <<<"$output" >/dev/null || {
        echo "not so: $1"
        echo "$output"
        return 1
    }
}

@test "plan: nothing is due" {
    learned 0
    plan 2026-01-05
    is_status 0
    says "Nature" "due today: 0, about 0 min"
    is_silent_about "exam" "a day"
}

@test "plan: what is due and what minutes mean" {
    learned 12
    plan 2026-03-01
    is_status 0
    says "due today: 12, about"
    is_silent_about "a day"
    plan 2026-03-01 --minutes 60
    says "60 min a day: 12 today, level on 2026-03-01"
}

@test "plan: the settings count, options go before, nothing is changed" {
    learned 12
    echo '{"minutes_a_day": 45, "exam_bank": "nature", "exam_date": "2026-03-11",
        "exam_topics": "Plants"}' >"$mine/settings.json"
    cp "$mine/settings.json" "$mine/before"
    plan 2026-03-01
    says "45 min a day: 12 today" "exam on 2026-03-11: about"
    plan 2026-03-01 --minutes 30 --json
    has '.plans[0].minutes_a_day == 30 and .plans[0].exam.days == 10'
    has '.plans[0].exam.new_a_day == 1' # six of plants in ten days
    plan 2026-03-01 --exam 2026-03-03 --json
    has '.plans[0].exam.date == "2026-03-03" and .plans[0].exam.new_a_day == 9' # 18 of all
    plan 2026-03-01 --exam 2026-03-03 --tag Animals --json
    has '.plans[0].exam.new_a_day == 6' # 12 of 18
    cmp "$mine/settings.json" "$mine/before"
}

@test "plan: an exam that can't be done, and what would do" {
    learned 12
    plan 2026-03-01 --minutes 1 --exam 2026-03-03
    says "exam on 2026-03-03: about" "too little time:" "min a day would do: about" \
        "or an exam on 2026-03-"
    plan 2026-03-01 --minutes 1 --exam 2026-03-03 --json
    has '.plans[0].exam | .fits == false and .unseen > 0 and .minutes_enough > 1'
    has '.plans[0].exam | .known < .known_enough and .date_enough > "2026-03-03"'
}

@test "plan: an exam that is over is none" {
    learned 0
    plan 2026-03-01 --exam 2026-02-28 --json
    has '.plans[0].exam == null and .plans[0].title == "Nature"'
}

@test "plan: JSON says all" {
    learned 12
    plan 2026-03-01 --json
    is_status 0
    has '.plans | length == 1'
    has '.plans[0] | .bank == "nature" and .due == 12 and .today == 12 and .due_minutes > 0'
    has '.plans[0] | .level == "2026-03-01" and .minutes_enough == 0 and .grows == false'
    has '.plans[0] | has("level_enough") and .level_enough == null and .exam == null'
}

@test "plan: all banks without one named" {
    learned 0
    mkdir -p "$mine/questions"
    cp "$mine/nature.json" "$mine/questions"
    run quartet plan
    is_status 0
    says "Nature"
}

@test "plan: a date that is none, a topic without an exam" {
    learned 0
    plan 2026-03-01 --exam 31.5.2026
    is_status 2
    says '--exam is "31.5.2026"; write a date as 2026-05-31'
    plan 2026-03-01 --tag Plants
    is_status 2
    says "--tag says what an exam is about; it needs --exam"
    plan 2026-03-01 --minutes 0
    is_status 2
    says '--minutes is "0"; allowed is 1 to 1440'
}

@test "plan: a bank that is none" {
    echo '{' >"$mine/nature.json"
    plan 2026-03-01
    is_status 2
    says "nature.json:"
}

@test "plan: a store that can't be read" {
    learned 0
    mkdir "$mine/quartet.db"
    plan 2026-03-01
    is_status 2
    says "what was answered cannot be read"
}
