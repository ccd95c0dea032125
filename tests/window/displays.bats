# A lesson on two displays: a laptop at the left, and what the class looks at.

bats_require_minimum_version 1.5.0

export screen=3200x1080

load helper

# plug [PLACE]: the display of the class, beside the laptop or where PLACE says.
plug()
{
    xrandr --setmonitor class "1920/600x1080/340${1:-+1280+0}" none
}

unplug()
{
    xrandr --delmonitor class
}

# laptop: there is nothing else.
laptop()
{
    command -v xrandr >/dev/null || skip 'xrandr is not installed'
    xrandr --delmonitor class 2>/dev/null || true
    xrandr --delmonitor laptop 2>/dev/null || true
    xrandr --setmonitor laptop 1280/300x720/170+0+0 screen
}

# begin: a lesson for two teams in turn.
begin()
{
    bank=questions/nato-secretary-general.json
    echo "{$settle, \"window_width\": 1000, \"window_height\": 600}" >"$mine/settings.json"
    open_window
    before=$(place "$window")
    keys 4
    click 850 550
}

# place WINDOW: X Y WIDTH HEIGHT.
place()
{
    xdotool getwindowgeometry --shell "$1" |
        awk -F= '/^(X|Y|WIDTH|HEIGHT)=/ { printf "%s%s", s, $2; s = " " }'
}

game()
{
    echo "$window"
}

host()
{
    wmctrl -l | awk '/ Host - Quartet$/ { print $1 }'
}

# is_between LEFT RIGHT WHICH: soon the window that WHICH tells of lies between these.
is_between()
{
    local one x w
    for _ in $(seq 60); do
        one=$("$3")
        [ -z "$one" ] || read -r x _ w _ <<<"$(place "$one")"
        [ -n "$one" ] && [ "$x" -ge "$1" ] && [ $((x + w)) -le "$2" ] && return
        sleep 0.1
    done
    [ -z "$one" ] || place "$one"
    return 1
}

# is_at PLACE: soon the window is there.
is_at()
{
    for _ in $(seq 60); do
        [ "$(place "$window")" = "$1" ] && return
        sleep 0.1
    done
    echo "$(place "$window"), not $1"
    return 1
}

# host_is_gone: soon.
host_is_gone()
{
    for _ in $(seq 60); do
        [ -z "$(host)" ] && return
        sleep 0.1
    done
    return 1
}

whole_class='1280 0 1920 1080' whole_laptop='0 0 1280 720'

@test "a lesson fills the display of the class, and goes back when it ends" {
    laptop
    plug
    begin
    is_at "$whole_class"
    is_between 0 1280 host
    keys Escape l
    is_at "$before"
    [ -z "$(host)" ]
    xdotool key ctrl+q
    ends_with 0
    [ "$(jq .fullscreen "$mine/settings.json")" = false ]
    [ "$(jq .window_width "$mine/settings.json")" = 1000 ]
}

@test "a display that is unplugged takes nothing along, and may come back" {
    laptop
    begin
    [ -z "$(host)" ]
    plug
    is_at "$whole_class"
    keys y
    unplug
    host_is_gone
    is_at "$before"
    keys Return n
    [ "$(sqlite3 "$mine/quartet.db" 'SELECT count(*) FROM event WHERE type = 24')" = 3 ]
    plug
    is_at "$whole_class"
    is_between 0 1280 host
}

@test "what is for the host is not on a mirror of its display" {
    laptop
    plug +0+0
    begin
    sleep 3
    [ -z "$(host)" ]
    is_at "$before"
}

@test "the displays are swapped, and full screen is left, without a wish for the next start" {
    laptop
    plug
    begin
    is_at "$whole_class"
    keys w
    is_at "$whole_laptop"
    is_between 1280 3200 host
    keys Escape w Escape F11
    is_between 1281 3199 game
    is_between 0 1280 host
    keys F11
    is_at "$whole_class"
    xdotool key ctrl+q
    ends_with 0
    [ "$(jq .fullscreen "$mine/settings.json")" = false ]
    [ "$(jq .window_width "$mine/settings.json")" = 1000 ]
}

@test "a host's window that was closed comes back when it is asked for" {
    laptop
    plug
    begin
    is_between 0 1280 host
    wmctrl -c 'Host - Quartet'
    host_is_gone
    is_at "$whole_class"
    keys y w
    is_at "$whole_class"
    is_between 0 1280 host
}
