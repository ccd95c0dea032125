# What tests of the window share: a display of their own, the game in it, and a person.

setup_file()
{
    for tool in Xvfb openbox xdotool wmctrl import; do
        command -v $tool >/dev/null || {
            export missing=$tool
            return
        }
    done
    # A display of its own, so that nothing else takes the keys.
    Xvfb -displayfd 3 -screen 0 "${screen:-1920x1080}x24" -nolisten tcp \
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
