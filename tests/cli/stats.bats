#!/usr/bin/env bats
# quartet stats, quartet due: what was answered, counted.

load helper

# A bank of four typed questions, whose names a spreadsheet would run.
bank()
{
    mkdir -p "$mine/questions"
    cat >"$mine/questions/sums.json" <<'END'
{"format": "quizbank/1", "id": "sums", "title": "Sums", "questions": [
    {"id": "a", "question": "One and one?", "answer": "2", "tags": ["=plus"]},
    {"id": "b", "question": "Two and\ntwo?", "answer": "4", "tags": ["=plus", "even"]},
    {"id": "c", "question": "=3+3", "answer": "6"},
    {"id": "d", "question": "\"Four\" and four?", "answer": "8", "tags": ["even"]}
]}
END
}

# played DAY ANSWER...: a quiz at noon of that day in March 2025.
played()
{
    local day=$1
    shift
    answers "$@" | quartet --now "2025-03-${day}T12:00:00Z" play sums >"$mine/played"
}

# Twelve answers in three quizzes: c is never right, d once.
three_days()
{
    bank
    played 01 2 4 5 8
    played 02 2 4 5 7
    played 04 2 4 5 7
}

on_day()
{
    run --separate-stderr quartet --now "2025-03-$1T12:00:00Z" "${@:2}"
}

@test "stats: with too few answers it says what to do" {
    bank
    on_day 01 stats
    is_status 0
    says "Statistics of all banks, 2025-03-01" "Answer 10 questions and this page fills up."
    is_silent_about "Streak"
    played 01 2 4 5 8
    on_day 01 stats
    says "Answer 10 questions"
}

@test "stats: each figure in words" {
    three_days
    on_day 05 stats
    is_status 0
    says "  today: no answers" "  last 7 days: 58%, 7 of 12 right" "  ever: 58%, 7 of 12 right" \
        "Streak: 1 day in a row; the longest was 2." \
        "Right by topic, last 365 days" "  =plus: 100%, 6 of 6" "  even: 67%, 4 of 6" \
        "  Other: 0%, 0 of 3" "wanted: 90%" "2025-03-05: " "  2025-03: 12 answers on 3 days" \
        "log loss "
}

@test "stats: months end where the calendar says" {
    bank
    answers 2 4 6 8 | quartet --now 2025-02-28T12:00:00Z play sums >"$mine/played"
    three_days
    on_day 05 stats
    says "  2025-02: 4 answers on 1 day" "  2025-03: 12 answers on 3 days"
}

@test "stats: hardest first, on one line each" {
    three_days
    on_day 05 stats
    [ "$(grep -A 2 'Hardest questions' <<<"$output")" = "Hardest questions, last 365 days
  0%, 0 of 3 right, 0 lapses: =3+3
  33%, 1 of 3 right, 0 lapses: \"Four\" and four?" ]
    played 05 3 3 3 3
    on_day 05 stats
    says "Two and two?"
}

@test "stats: only of the banks that are named" {
    three_days
    on_day 05 stats "$data/topics.json"
    is_status 0
    says "Statistics of Topics" "Answer 10 questions"
    on_day 05 stats "$data/topics.json" "$data/kinds.json"
    says "Statistics of 2 banks" "Answer 10 questions"
    on_day 05 stats sums "$data/topics.json"
    says "Statistics of 2 banks" "7 of 12"
    on_day 05 stats sums
    says "Statistics of Sums"
}

@test "stats: what was answered in a bank that is gone still counts" {
    three_days
    rm "$mine/questions/sums.json"
    on_day 05 stats
    is_status 0
    says "  ever: 58%, 7 of 12 right" "questions that are not there now: 58%, 7 of 12"
}

@test "stats --json: says the same" {
    three_days
    on_day 05 stats --json
    is_status 0
    jq -e '.on == "2025-03-05" and (.banks | index("sums") != null)
        and .answers.all == {"answers": 12, "right": 7, "seconds": 0}
        and .answers.today.answers == 0 and .answers["7_days"].answers == 12
        and .streak == {"days": 1, "longest": 2, "has_today": false}
        and .gone.answers == 0 and .retention.wanted == 0.9
        and ([.retention.windows[].days] == [7, 30, 365])
        and ([.days[].date] == ["2025-03-01", "2025-03-02", "2025-03-04"])
        and ([.days[].answers] | add) == 12
        and (.due.days | length) == 30 and .due.days[0].date == "2025-03-05"
        and .hardest[0].question == "c" and .hardest[0].bank == "sums"
        and .hardest[0].lapses == 0 and .hardest[0].text == "=3+3" and .hardest[1].text == "\"Four\" and four?"' <<<"$output"
    jq -e '[.topics[] | {name, answers, right, questions} | select(.answers > 0)]
        | sort_by(.name // "z") == [
        {"name": "=plus", "answers": 6, "right": 6, "questions": 2},
        {"name": "even", "answers": 6, "right": 4, "questions": 2},
        {"name": null, "answers": 3, "right": 0, "questions": 1}]' <<<"$output"
    jq -e '(.due.overdue + .due.later + ([.due.days[].cards] | add)) ==
        (.cards.learning + .cards.young + .cards.mature)
        and .cards.recalled > 0 and .cards.recalled < .cards.young + .cards.mature
        and ([.calibration.bins[].reviews] | add) == .calibration.reviews
        and .calibration.reviews == 8' <<<"$output"
}

@test "stats --csv: a table that no spreadsheet runs" {
    three_days
    on_day 05 stats --csv
    is_status 0
    table=$(tr -d '\r' <<<"$output")
    [ "$(head -n 1 <<<"$table")" = \
        "figure,bank,name,from,to,count,right,percent,foreseen,seconds" ]
    grep -qxF "answers,,all,,,12,7,58.3,,0" <<<"$table"
    grep -qF "topic,,\"'=plus\",2024-03-06,2025-03-05,6,6,100,,0" <<<"$table"
    grep -qF "question,sums,\"'=3+3\",2024-03-06,2025-03-05,3,0,0,,0" <<<"$table"
    grep -qF 'question,sums,"""Four"" and four?",' <<<"$table"
    grep -qxF "day,,,2025-03-04,2025-03-04,4,2,50,,0" <<<"$table"
    ! grep -E '(^|,)"?[=+@-]' <<<"$table"
}

@test "stats: --json and --csv do not go together" {
    run quartet stats --json --csv
    is_status 2
    says "choose one of --json and --csv"
}

@test "stats: a bank that is not there" {
    run quartet stats nosuch
    is_status 2
    says 'no file, bank or command "nosuch"'
    run quartet stats "$data/broken.json"
    is_status 2
    says "error:"
}

@test "stats, due: a store that cannot be read is left alone" {
    bank
    mkdir "$mine/quartet.db"
    run quartet stats
    is_status 2
    says "quartet: what was answered cannot be read: "
    run quartet due
    is_status 2
}

@test "due: by bank and topic" {
    three_days
    on_day 05 due
    is_status 0
    all=$(sed -n 's/^Due on 2025-03-05: \([0-9]*\) card.*/\1/p' <<<"$output")
    [ "$all" -gt 0 ]
    says "Sums: $all card" "Other: 1 card"
    [ "$(grep -c '^Due on' <<<"$output")" = 1 ]
}

@test "due --on: looks ahead, and what is not reviewed stays due" {
    three_days
    on_day 05 due --on 2025-06-30
    is_status 0
    says "Due on 2025-06-30: 4 cards, 4 overdue" "Sums: 4 cards, 4 overdue" \
        "  =plus: 2 cards, 2 overdue" "  even: 2 cards" "  Other: 1 card, 1 overdue"
}

@test "due --on: no more than a day that is to come" {
    three_days
    on_day 05 due --on 2025-03-04
    is_status 2
    [[ $stderr == *"--on is 2025-03-04, which is over; today is 2025-03-05"* ]]
    for date in tomorrow 2025-02-30 2025-3-1 20250301; do
        run quartet due --on "$date"
        is_status 2
        says "--on is \"$date\"; write a date as 2025-03-01"
    done
}

@test "due: nothing" {
    bank
    on_day 01 due
    is_status 0
    says "No cards are due on 2025-03-01."
    on_day 01 due sums --json
    jq -e '. == {"on": "2025-03-01", "due": 0, "overdue": 0, "gone": {"due": 0, "overdue": 0},
        "banks": [{"id": "sums", "title": "Sums", "due": 0, "overdue": 0, "topics": [
            {"name": "=plus", "due": 0, "overdue": 0}, {"name": "even", "due": 0, "overdue": 0},
            {"name": null, "due": 0, "overdue": 0}]}]}' <<<"$output"
}

@test "due --json: sums are totals, also of what is gone" {
    three_days
    on_day 05 due --json --on 2025-06-30
    jq -e '.due == 4 and .overdue == 4 and .gone.due == 0
        and ([.banks[].due] | add) == 4
        and (.banks[] | select(.id == "sums") | [.topics[].due]) == [2, 2, 1]' <<<"$output"
    rm "$mine/questions/sums.json"
    on_day 05 due --json --on 2025-06-30
    jq -e '.due == 4 and .gone == {"due": 4, "overdue": 4}' <<<"$output"
    on_day 05 due --on 2025-06-30
    says "In questions that are not there now: 4 cards, 4 overdue"
}

@test "due, stats: the night belongs to the day before, in local time" {
    bank
    export TZ=Europe/Berlin # an hour ahead in March
    played 01 2 4 6 8
    run quartet --now 2025-03-02T02:59:00Z due --json
    [ "$(jq -r .on <<<"$output")" = 2025-03-01 ]
    run quartet --now 2025-03-02T03:00:00Z due --json
    [ "$(jq -r .on <<<"$output")" = 2025-03-02 ]
    run quartet --now 2025-03-02T02:59:00Z stats --json
    [ "$(jq -r .answers.today.answers <<<"$output")" = 4 ]
}
