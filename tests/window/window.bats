# The game in a real window: a display, a window manager, keys and clicks as the system sends them.
# What the window shows is held against what the replay of the same steps draws.

bats_require_minimum_version 1.5.0

setup_file()
{
    for tool in Xvfb openbox xdotool wmctrl import; do
        command -v $tool >/dev/null || {
            export missing=$tool
            return
        }
    done
    # A display of its own, so that nothing else takes the keys.
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp \
        3>"$BATS_FILE_TMPDIR/display" >/dev/null 2>&1 &
    export xvfb=$!
    for _ in $(seq 100); do
        [ -s "$BATS_FILE_TMPDIR/display" ] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$BATS_FILE_TMPDIR/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    openbox >/dev/null 2>&1 3>&- &
    export openbox=$!
    for _ in $(seq 100); do
        wmctrl -m >/dev/null 2>&1 && break
        sleep 0.1
    done
}

teardown_file()
{
    [ -z "${openbox:-}" ] || kill "$openbox" 2>/dev/null || true
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || true
}

setup()
{
    [ -z "${missing:-}" ] || skip "$missing is not installed"
    root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
    program=${QUARTET:-$root/build-tests/gcc/game/quartet}
    mine=$BATS_TEST_TMPDIR/mine
    bank=tests/replay/banks/weather.json
    mkdir -p "$mine"
    settle='"theme": "dark", "shuffle": false, "motion": "reduced"'
    echo "{$settle, \"window_width\": 1280, \"window_height\": 720}" >"$mine/settings.json"
    # SDL asks D-Bus about the screen saver; what that library keeps for itself is not ours.
    echo 'leak:libdbus' >"$BATS_TEST_TMPDIR/leaks"
    export LSAN_OPTIONS=suppressions=$BATS_TEST_TMPDIR/leaks:print_suppressions=0
    unset SDL_VIDEODRIVER
    export SDL_AUDIODRIVER=dummy
    cd "$root" || return 1
    pid=
}

teardown()
{
    [ -n "${pid:-}" ] || return 0
    kill "$pid" 2>/dev/null || true
    wait "$pid" || true
}

# open_window [ARGUMENT...]: starts the game and waits for its window and its first frame.
open_window()
{
    trace=$BATS_TEST_TMPDIR/trace
    : >"$trace"
    xdotool mousemove 1919 1079 # where nothing is to hover over
    # What runs in the background ignores SIGINT unless told otherwise. The clock begins as that
    # of a replay does: Home says which day of the week it is.
    QUARTET_TRACE=$trace env --default-signal=INT,TERM,HUP "$program" --data-dir "$mine" \
        --now 2026-01-05T09:00:00Z "$@" "$bank" >"$BATS_TEST_TMPDIR/said" 2>&1 3>&- &
    pid=$!
    window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$pid" --name 'Quartet$' | head -1)
    [ -n "$window" ]
    xdotool windowactivate --sync "$window"
    wait_still
}

# wait_still: until no frame was drawn for a while.
wait_still()
{
    local before=-1 now
    for _ in $(seq 100); do
        now=$(wc -l <"$trace")
        [ "$now" = "$before" ] && [ "$now" -gt 0 ] && return
        before=$now
        sleep 0.3
    done
    echo "the window never came to rest"
    return 1
}

# keys KEY...: one after the other, as a person presses them.
keys()
{
    for one in "$@"; do
        xdotool key "$one"
        sleep 0.45 # a key pressed within 300 ms is not for the question that has just come
    done
    wait_still
}

# click X Y: in the window.
click()
{
    xdotool mousemove --window "$window" "$1" "$2" sleep 0.1 click 1 sleep 0.45
    wait_still
}

# looks_like LINE...: the window shows what the replay of these lines does.
looks_like()
{
    {
        echo store
        echo "bank $bank"
        echo "size $(size)"
        echo 'theme dark'
        echo 'set shuffle false'
        echo 'set motion "reduced"'
        printf '%s\n' "$@" 'wait 2000' 'shot wanted'
    } >"$BATS_TEST_TMPDIR/steps.txt"
    "$program" replay --shots "$BATS_TEST_TMPDIR" "$BATS_TEST_TMPDIR/steps.txt"
    import -window "$window" "$BATS_TEST_TMPDIR/is.png"
    different=$(compare -metric AE "$BATS_TEST_TMPDIR/wanted.png" "$BATS_TEST_TMPDIR/is.png" \
        null: 2>&1 || true)
    [ "${different%%.*}" = 0 ] || {
        echo "$different pixels differ"
        return 1
    }
}

size()
{
    xdotool getwindowgeometry --shell "$window" |
        awk -F= '$1 == "WIDTH" { w = $2 } $1 == "HEIGHT" { print w "x" $2 }'
}

# ends_with STATUS: the program is gone soon, and so it says.
ends_with()
{
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    ! kill -0 "$pid" 2>/dev/null || {
        echo "it goes on"
        return 1
    }
    local status=0
    wait "$pid" || status=$?
    pid=
    [ "$status" = "$1" ] || {
        echo "status $status, not $1; it said:"
        cat "$BATS_TEST_TMPDIR/said"
        return 1
    }
}

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
