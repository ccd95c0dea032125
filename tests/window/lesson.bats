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
