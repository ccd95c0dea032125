# Banks are edited beside the game, in a real window.

bats_require_minimum_version 1.5.0

load helper

# bank_of TEXT: a bank whose three questions say so.
bank_of()
{
    jq -n --arg text "$1" '{format: "quizbank/1", title: "Edited", questions: [range(3) |
        {id: "q\(.)", question: "\($text) \(.)?", answer: true}]}'
}

# begin: opens the game with a bank in a folder of its own.
begin()
{
    mkdir "$BATS_TEST_TMPDIR/banks"
    bank=$BATS_TEST_TMPDIR/banks/edited.json
    bank_of Old >"$bank"
    open_window "$@"
    reloads=$(grep -c ' reload$' "$trace" || true)
}

# reloaded: waits until something was read again.
reloaded()
{
    for _ in $(seq 50); do
        [ "$(grep -c ' reload$' "$trace" || true)" -gt "$reloads" ] && break
        sleep 0.1
    done
    [ "$(grep -c ' reload$' "$trace")" -gt "$reloads" ]
    reloads=$(grep -c ' reload$' "$trace")
    wait_still
}

@test "a file that is written is shown at once" {
    begin
    bank_of New | jq '.title = "Another title"' >"$bank"
    reloaded
    [ "$(xdotool getwindowname "$window")" = "Another title - Quartet" ]
    looks_like 'expect text Another title'
}

@test "a file that is renamed over the old one is shown too" {
    begin
    bank_of New | jq '.title = "Another title"' >"$bank.new"
    mv "$bank.new" "$bank"
    reloaded
    looks_like 'expect text Another title'
}

@test "of a hundred saves the last one counts, and few are read" {
    begin
    for i in $(seq 100); do
        printf '{"format": "quizbank/1", "title": "Save %d", "questions": [{"question": "?", "answer": true}]}' \
            "$i" >"$bank"
        sleep 0.005
    done
    reloaded
    [ "$(xdotool getwindowname "$window")" = "Save 100 - Quartet" ]
    [ "$reloads" -le 25 ]
}

@test "the question in play stays, and the next one is new" {
    begin
    keys Return
    import -window "$window" "$BATS_TEST_TMPDIR/before.png"
    bank_of New >"$bank"
    reloaded
    import -window "$window" "$BATS_TEST_TMPDIR/said.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/said.png" \
        null: 2>&1)" != 0 ]
    sleep 3 # until it is not said any more that it was read
    wait_still
    import -window "$window" "$BATS_TEST_TMPDIR/after.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/after.png" \
        null: 2>&1)" = 0 ]
    keys 1 Return
    looks_like 'key Enter' 'wait 500' 'key 1' 'wait 500' 'key Enter' 'wait 500' 'expect text New 1?'
}

@test "a bank that comes to the folder is listed, and goes with its file" {
    begin --library "$BATS_TEST_TMPDIR/banks"
    keys 1
    import -window "$window" "$BATS_TEST_TMPDIR/before.png"
    bank_of Other | jq '.title = "Second"' >"$BATS_TEST_TMPDIR/banks/second.json"
    reloaded
    import -window "$window" "$BATS_TEST_TMPDIR/with.png"
    rm "$BATS_TEST_TMPDIR/banks/second.json"
    reloaded
    import -window "$window" "$BATS_TEST_TMPDIR/after.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/with.png" \
        null: 2>&1)" != 0 ]
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/after.png" \
        null: 2>&1)" = 0 ]
}

@test "a file that goes during the quiz is said, and not any more when it is back" {
    begin
    keys Return
    import -window "$window" "$BATS_TEST_TMPDIR/before.png"
    mv "$bank" "$bank.away"
    reloaded
    import -window "$window" "$BATS_TEST_TMPDIR/gone.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/gone.png" \
        null: 2>&1)" != 0 ]
    mv "$bank.away" "$bank"
    reloaded
    sleep 3
    wait_still
    import -window "$window" "$BATS_TEST_TMPDIR/after.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/after.png" \
        null: 2>&1)" = 0 ]
}

@test "F5 looks for changed files, and says that there are none" {
    begin
    keys F5
    looks_like 'key F5' 'expect text 3 questions, nothing new.'
}

@test "a broken file is said, and the last good version goes on" {
    begin
    sed -i 's/"title": "Edited",/"title": "Edited"/' "$bank"
    reloaded
    [ "$(xdotool getwindowname "$window")" = "Edited - Quartet" ]
    keys Return 1
    bank_of New >"$bank"
    reloaded
    sleep 3 # until it is not said any more that it is mended
    wait_still
    keys Return
    looks_like 'key Enter' 'wait 500' 'key 1' 'wait 500' 'key Enter' 'wait 500' 'expect text New 1?'
}

@test "Ctrl+E opens the question in the editor, at its line" {
    printf '#!/bin/sh\necho "$*" >"%s"\n' "$BATS_TEST_TMPDIR/opened" >"$BATS_TEST_TMPDIR/kate"
    chmod +x "$BATS_TEST_TMPDIR/kate"
    export VISUAL=$BATS_TEST_TMPDIR/kate
    begin
    keys Return ctrl+e
    for _ in $(seq 50); do
        [ -s "$BATS_TEST_TMPDIR/opened" ] && break
        sleep 0.1
    done
    line=$(grep -n '"id": "q0"' "$bank" | cut -d: -f1)
    [ "$(cat "$BATS_TEST_TMPDIR/opened")" = "-l $((line - 1)) $bank" ]
}

@test "an editor that is not there is said for a while" {
    export VISUAL=/missing/kate
    begin
    keys Return
    import -window "$window" "$BATS_TEST_TMPDIR/before.png"
    keys ctrl+e
    import -window "$window" "$BATS_TEST_TMPDIR/said.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/said.png" \
        null: 2>&1)" != 0 ]
    sleep 8
    wait_still
    import -window "$window" "$BATS_TEST_TMPDIR/after.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" "$BATS_TEST_TMPDIR/after.png" \
        null: 2>&1)" = 0 ]
}
