#!/usr/bin/env bats
# A quiz in the terminal and the cards of its questions: one memory.

load helper

# is_noted TEXT: whether an event in the store says so.
is_noted()
{
    grep -aqF "$1" "$mine/quartet.db"
}

@test "the results say how many cards moved" {
    run quartet play -q --now 2025-03-01 "$data/topics.json" < <(answers 2 5 cold down)
    is_status 0
    says "3 of 4" "4 cards moved, 4 come back tomorrow."
    is_silent_about "Type c"
    is_noted '"grades":[[0,3,500]]'
    is_noted '"grades":[[0,1,500]]'
}

@test "what was not answered moves no card" {
    run quartet play -q --now 2025-03-01 "$data/topics.json" < <(answers 2 :quit)
    is_status 0
    says "1 of 1" "1 card moved, and comes back tomorrow."
    run quartet play -q --now 2025-03-01 "$data/topics.json" < <(answers :quit)
    is_status 0
    is_silent_about "moved"
}

@test "what was undone moves no card" {
    run quartet play -q --count 2 "$data/topics.json" < <(answers 2 :undo :quit)
    is_status 0
    is_silent_about "moved"
}

@test "settings: a quiz leaves the cards alone, and says so" {
    echo '{"shuffle": false, "count": 0, "memory": false}' >"$mine/settings.json"
    run quartet play -q "$data/topics.json" < <(answers 2 5 cold down)
    is_status 0
    says "3 of 4" "This quiz does not count for your cards."
    is_silent_about "moved"
    is_noted '"credit"'
    run ! is_noted '"grades"'
}

@test "cards that are known well come back later" {
    for day in 01 02 06; do
        run quartet play -q --now "2025-03-$day" "$data/topics.json" < <(answers 2 4 cold down)
    done
    says "4 cards moved."
}

@test "the journal knows how far local time is ahead, also of a clock that stands" {
    for zone in UTC0 LINT-14; do
        mine=$BATS_TEST_TMPDIR/$zone
        mkdir "$mine"
        TZ=$zone run quartet play -q --now 2025-03-01T23:00:00Z --count 1 \
            "$data/topics.json" < <(answers 2)
        is_status 0
    done
    is_noted '"ahead":840'
    mine=$BATS_TEST_TMPDIR/UTC0
    is_noted '"ahead":0'
}

@test "terminal: c takes the game out of the memory, and back in" {
    run on_terminal play -q --count 2 "$data/topics.json" < <(answers 2 4 c c "")
    is_status 0
    says "2 cards moved, 2 come back tomorrow." "Type c to take that back." \
        "Your cards are as they were before this quiz." "Type c to count it again."
    [ "$(grep -c "2 cards moved" <<<"$output")" -eq 2 ]
}

@test "terminal: without cards that moved, c does nothing" {
    echo '{"shuffle": false, "count": 1, "memory": false}' >"$mine/settings.json"
    run on_terminal play -q "$data/topics.json" < <(answers 2 c "")
    is_status 0
    says "This quiz does not count for your cards."
    is_silent_about "as they were" "Type c"
}
