# For all tests of the command line: the program, a data folder of its own, and short ways to
# say what is expected.

bats_require_minimum_version 1.5.0

setup()
{
    root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
    data=$root/tests/cli/data
    mine=$BATS_TEST_TMPDIR/mine
    program=${QUARTET:-$root/build-tests/gcc/game/quartet}
    mkdir -p "$mine"
    # In the order of the bank, all of it.
    echo '{"shuffle": false, "count": 0}' >"$mine/settings.json"
    unset DISPLAY WAYLAND_DISPLAY
    export SDL_VIDEODRIVER=none
}

# The program with nothing but what the test has put there.
quartet()
{
    "$program" --data-dir "$mine" "$@"
}

# answers LINE...: what a player types.
answers()
{
    printf '%s\n' "$@"
}

# is_status N: of the last run.
is_status()
{
    [ "$status" -eq "$1" ] || {
        echo "status $status, not $1; it said:"
        echo "$output"
        return 1
    }
}

# says TEXT...: each is somewhere in what the last run said.
says()
{
    for text in "$@"; do
        case $output in
            *"$text"*) ;;
            *)
                echo "expected: $text"
                echo "it said:"
                echo "$output"
                return 1
                ;;
        esac
    done
}

# is_silent_about TEXT...
is_silent_about()
{
    for text in "$@"; do
        case $output in
            *"$text"*)
                echo "not expected: $text"
                echo "$output"
                return 1
                ;;
        esac
    done
}

# on_terminal ARGUMENT...: the program on a terminal of its own; what is typed comes from stdin.
# Each line is typed a moment after the one before, as by a quick player.
on_terminal()
{
    local line
    # What runs in the background ignores Ctrl+C unless told otherwise.
    line=$(printf '%q ' env --default-signal=INT "$program" --data-dir "$mine" "$@")
    while read -r typed; do
        sleep 0.2
        printf '%s\n' "$typed"
    done | TERM=xterm script -qefc "stty -echo; $line" /dev/null | tr -d '\r'
}
