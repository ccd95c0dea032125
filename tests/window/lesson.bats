# A lesson is given in a real window with keys alone, and survives the end of its program.

bats_require_minimum_version 1.5.0

load helper

# told: what the host did so far, a word a line.
told()
{
    sqlite3 "$mine/quartet.db" \
        "SELECT json_extract(data, '$.do') FROM event WHERE type = 24 ORDER BY id"
}

# ends_told WORDS: waits until that is what the host did last.
ends_told()
{
    for _ in $(seq 50); do
        case "$(told | tr '\n' ' ')" in *"$1 ") return ;; esac
        sleep 0.1
    done
    told
    return 1
}

# begin: opens the game and starts a lesson for two teams, in turn.
begin()
{
    bank=questions/nato-secretary-general.json
    open_window
    keys 4
    click 1088 660
    [ "$(sqlite3 "$mine/quartet.db" 'SELECT count(*) FROM event WHERE type = 23')" = 1 ]
}

@test "a lesson goes on after a kill, where it was" {
    begin
    keys y Return n Return s
    ends_told 'judge next judge next pass'
    kill -KILL "$pid"
    wait "$pid" || true
    open_window
    keys Return
    ends_told 'pause resume'
    keys y
    ends_told 'pause resume judge'
    xdotool key ctrl+q
    ends_with 0
}

@test "a wrong award is undone, and done again" {
    begin
    keys y u
    ends_told 'judge undo'
    keys n ctrl+z ctrl+y
    ends_told 'judge undo redo'
    xdotool key ctrl+q
    ends_with 0
}

@test "the menu ends a lesson, and Home does not offer it again" {
    begin
    keys y Escape e
    ends_told stop
    keys Return
    xdotool key ctrl+q
    ends_with 0
    open_window
    keys Return # starts a quiz
    ends_told stop
    xdotool key ctrl+q
    ends_with 0
}

@test "a team gets another buzzer in a lesson, also after a kill" {
    begin
    keys y Escape b Return d
    ends_told 'judge pause bind'
    keys Escape Escape
    ends_told 'bind resume'
    kill -KILL "$pid"
    wait "$pid" || true
    open_window
    keys Return Escape b Down Return d # that of the other team by now
    ends_told 'bind resume pause resume pause'
    keys u # the host's key
    keys Escape Down Delete Escape Escape u
    ends_told 'resume undo'
    [ "$(told | grep -c bind)" = 1 ]
    xdotool key ctrl+q
    ends_with 0
}

# pads LINE...: what is done with gamepads, one after the other.
pads()
{
    for one in "$@"; do
        echo "$one" >"$QUARTET_VIRTUAL_PAD"
        sleep 0.45
    done
    wait_still
}

# buzzers: what the teams were given, the number of a gamepad each.
buzzers()
{
    sqlite3 "$mine/quartet.db" "SELECT json_extract(data, '$.team') || '',
        json_extract(data, '$.buzzer') - 1048576 FROM event
        WHERE type = 24 AND json_extract(data, '$.do') = 'bind' ORDER BY id" | tr '\n' ' '
}

@test "gamepads of teams go, come back, and are sorted out after a kill" {
    export QUARTET_VIRTUAL_PAD=$BATS_TEST_TMPDIR/pads
    mkfifo "$QUARTET_VIRTUAL_PAD"
    begin
    pads 'attach 1' 'attach 2'
    keys Escape b e
    pads 'press south 2' 'release south 2' 'press east 1' 'release east 1'
    [ "$(buzzers)" = '|2 1|1 ' ]
    keys Escape Escape
    ends_told 'resume'
    pads 'detach 2'
    ends_told 'resume pause'
    pads 'attach 2'
    keys Return
    ends_told 'resume pause resume'
    kill -KILL "$pid"
    wait "$pid" || true
    open_window
    pads 'attach 2' 'attach 1' # the other way round
    keys Return
    ends_told 'pause resume pause'
    keys Return
    pads 'press south 2' 'release south 2' 'press south 1' 'release south 1'
    [ "$(buzzers)" = '|2 1|1 |1 ' ]
    keys Return
    ends_told 'bind resume'
    xdotool key ctrl+q
    ends_with 0
}
