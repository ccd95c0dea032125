# The game in a real window: a display, a window manager, keys and clicks as the system sends them.
# What the window shows is held against what the replay of the same steps draws.

bats_require_minimum_version 1.5.0

load helper

@test "the window has the name of the bank" {
    open_window
    [ "$(xdotool getwindowname "$window")" = "Weather - Quartet" ]
    looks_like 'expect screen home'
}

@test "a quiz is played by real keys" {
    open_window
    keys Return 1
    looks_like 'key Enter' 'wait 500' 'key 1'
    keys Return 2 Return t Return 1 2 Return
    looks_like 'key Enter' 'wait 500' 'key 1' 'wait 500' 'key Enter' 'wait 500' 'key 2' \
        'wait 500' 'key Enter' 'wait 500' 'key t' 'wait 500' 'key Enter' 'wait 500' 'key 1' \
        'key 2' 'key Enter'
    keys Return
    looks_like 'key Enter' 'wait 500' 'key 1' 'wait 500' 'key Enter' 'wait 500' 'key 2' \
        'wait 500' 'key Enter' 'wait 500' 'key t' 'wait 500' 'key Enter' 'wait 500' 'key 1' \
        'key 2' 'key Enter' 'wait 500' 'key Enter' || [ "$different" -lt 20000 ] # times differ
}

@test "? shows all keys" {
    open_window
    keys question
    looks_like 'key F1'
    keys question
    looks_like 'expect screen home'
}

@test "a quiz is played by clicks" {
    open_window
    click 200 330
    click 200 420
    looks_like 'click 200,330' 'wait 500' 'click 200,420'
}

@test "the window changes its size, and so does what is in it" {
    open_window
    for wanted in 640x360 1024x768 720x900; do
        xdotool windowsize --sync "$window" "${wanted%x*}" "${wanted#*x}"
        wait_still
        [ "$(size)" = "$wanted" ]
        looks_like 'expect screen home'
    done
}

@test "F11 fills the screen and gives it back" {
    open_window
    keys F11
    [ "$(size)" = 1920x1080 ]
    looks_like 'expect screen home'
    keys F11
    [ "$(size)" = 1280x720 ]
}

@test "closing the window ends the game and keeps its size" {
    open_window
    xdotool windowsize --sync "$window" 1000 700
    wait_still
    wmctrl -i -c "$window"
    ends_with 0
    grep -q '"window_width":[[:space:]]*1000' "$mine/settings.json"
    grep -q '"window_height":[[:space:]]*700' "$mine/settings.json"
    open_window
    [ "$(size)" = 1000x700 ]
}

@test "closing the window in the middle of a question ends the game too" {
    open_window
    keys Return 1 Return
    wmctrl -i -c "$window"
    ends_with 0
}

@test "a killed quiz is offered again and goes on at its question" {
    open_window
    keys Return 1 Return
    import -window "$window" "$BATS_TEST_TMPDIR/before.png"
    kill -9 "$pid"
    wait "$pid" || true
    open_window
    import -window "$window" "$BATS_TEST_TMPDIR/home.png"
    keys Return
    import -window "$window" "$BATS_TEST_TMPDIR/after.png"
    different=$(compare -metric AE "$BATS_TEST_TMPDIR/before.png" \
        "$BATS_TEST_TMPDIR/after.png" null: 2>&1 || true)
    [ "${different%%.*}" = 0 ]
}

@test "a large bank that is known is read once Home is there" {
    bank=$BATS_TEST_TMPDIR/large.json
    jq -n '{format: "quizbank/1", title: "Large", questions: [range(6000) | {
        question: "Is \(.) less than \(. + 1), and that less than \(. + 2), as numbers go?",
        answer: true}]}' >"$bank"
    [ "$(wc -c <"$bank")" -gt 600000 ]
    open_window
    import -window "$window" "$BATS_TEST_TMPDIR/first.png"
    kill "$pid"
    ends_with 0
    open_window
    [ "$(xdotool getwindowname "$window")" = "Large - Quartet" ]
    import -window "$window" "$BATS_TEST_TMPDIR/second.png"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/first.png" "$BATS_TEST_TMPDIR/second.png" \
        null: 2>&1)" = 0 ]
    keys Return 1
    looks_like 'key Enter' 'wait 500' 'key 1'
}

@test "SIGTERM, SIGINT and SIGHUP save and end" {
    for signal in TERM INT HUP; do
        rm -f "$mine/settings.json"
        open_window
        kill -$signal "$pid"
        if [ $signal = INT ]; then
            ends_with 130 # interrupted, as in the terminal
        else
            ends_with 0
        fi
        grep -q window_width "$mine/settings.json"
    done
}

@test "a file that cannot be played is said on standard error and on Home" {
    bank=tests/replay/banks/not-a-bank.json
    open_window
    [ "$(xdotool getwindowname "$window")" = "Quartet" ]
    grep -q "^$bank:[0-9]*:[0-9]*: error: " "$BATS_TEST_TMPDIR/said"
    import -window "$window" "$BATS_TEST_TMPDIR/is.png"
    printf '%s\n' "start $bank" 'size 1280x720' 'theme dark' 'set motion "reduced"' 'wait 2000' \
        'shot wanted' >"$BATS_TEST_TMPDIR/steps.txt"
    "$program" replay --shots "$BATS_TEST_TMPDIR" "$BATS_TEST_TMPDIR/steps.txt"
    [ "$(compare -metric AE "$BATS_TEST_TMPDIR/wanted.png" "$BATS_TEST_TMPDIR/is.png" null: 2>&1)" = 0 ]
    keys Return # which reads it again
    [ "$(xdotool getwindowname "$window")" = "Quartet" ]
}

@test "without a display it says so and plays in the terminal" {
    DISPLAY=:987 run -1 "$program" --data-dir "$mine" "$bank" <<<'1'
    [[ $output == *"terminal"* ]]
    [[ $output == *"What is rain made of?"* ]]
}

@test "a font file that is not there is named" {
    run "$program" --data-dir "$mine" --font /missing/font.ttf "$bank" </dev/null
    [ "$status" -ne 0 ]
    [[ $output == *"/missing/font.ttf"* ]]
}

@test "a still screen wakes for nothing" {
    open_window
    local drawn before after
    drawn=$(grep -c ' draw$' "$trace")
    before=$(awk '/^voluntary/ { print $2 }' /proc/"$pid"/status)
    sleep 3
    after=$(awk '/^voluntary/ { print $2 }' /proc/"$pid"/status)
    [ "$(grep -c ' draw$' "$trace")" = "$drawn" ]
    [ $((after - before)) -le 3 ] || {
        echo "it woke $((after - before)) times in 3 seconds"
        return 1
    }
}

@test "cards are learned by real keys, and due when their day has come" {
    bank=tests/replay/banks/three-capitals.json
    learned=('clock 1 09:00' 'key 2' 'wait 500' 'key Space' 'wait 600' 'key 4' 'wait 500')
    open_window --now 2026-01-05T09:00:00Z
    keys 2 space 4
    looks_like "${learned[@]}"
    keys Escape
    wmctrl -i -c "$window"
    ends_with 0
    open_window --now 2026-01-20T09:00:00Z
    looks_like "${learned[@]}" 'restart' 'clock 16 09:00' "bank $bank" 'expect text Due today'
}
