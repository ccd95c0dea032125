#!/usr/bin/env bats
# quartet backup, restore and rebuild: what becomes of everything that was played.

load helper

# Plays a quiz of four questions; eight events more and one that it begins.
play_one()
{
    answers a b c d | quartet play "$data/topics.json" >/dev/null
}

events()
{
    sqlite3 "$mine/quartet.db" "SELECT count(*) FROM event"
}

# cards: what is remembered, row by row.
cards()
{
    sqlite3 "$mine/quartet.db" "SELECT * FROM card; SELECT * FROM review; SELECT * FROM answer"
}

@test "backup, restore: everything goes away and comes back" {
    play_one
    before=$(events)
    [ "$before" -gt 4 ]
    run quartet backup "$mine/copy.db"
    is_status 0
    says "$mine/copy.db has everything, and was checked: $before events, 1 learner."
    play_one
    after=$(events)
    [ "$after" -gt "$before" ]
    run quartet restore "$mine/copy.db"
    is_status 0
    says "Everything is as in $mine/copy.db: $before events, 1 learner." \
        "What was there before is kept in $mine/quartet.db.replaced-1."
    [ "$(events)" = "$before" ]
    run quartet restore "$mine/quartet.db.replaced-1"
    is_status 0
    [ "$(events)" = "$after" ]
}

@test "restore: into a folder that has nothing yet" {
    play_one
    quartet backup "$mine/copy.db"
    run "$program" --data-dir "$BATS_TEST_TMPDIR/other" restore "$mine/copy.db"
    is_status 0
    says "Everything is as in $mine/copy.db"
    is_silent_about "kept in"
    run "$program" --data-dir "$BATS_TEST_TMPDIR/other" backup "$mine/copy.db"
    is_status 0
}

@test "backup: with nothing to back up" {
    run quartet backup "$mine/copy.db"
    is_status 2
    says "nothing was played yet: $mine/quartet.db is not there"
    [ ! -e "$mine/copy.db" ]
    [ ! -e "$mine/quartet.db" ]
}

@test "backup: replaces a backup and no other file" {
    play_one
    quartet backup "$mine/copy.db"
    run quartet backup "$mine/copy.db"
    is_status 0
    echo "Dear diary" >"$mine/diary.txt"
    run quartet backup "$mine/diary.txt"
    is_status 2
    says "diary.txt: error: is there and is no sound backup of Quartet. Choose another name"
    [ "$(cat "$mine/diary.txt")" = "Dear diary" ]
    run quartet backup "$mine/quartet.db"
    is_status 2
    says "is the database itself"
}

@test "backup: into a folder that is not there" {
    play_one
    run quartet backup "$mine/none/copy.db"
    is_status 2
    says "cannot be written as a backup: its folder is not there"
}

@test "restore: a file that is no backup changes nothing" {
    play_one
    before=$(events)
    echo "Dear diary" >"$mine/diary.txt"
    run quartet restore "$mine/diary.txt"
    is_status 2
    says "diary.txt: error: is no backup of Quartet, or is damaged. Name another file"
    run quartet restore "$mine/none.db"
    is_status 2
    says "none.db: error: is not there. Look at its name"
    [ "$(events)" = "$before" ]
    [ ! -e "$mine/quartet.db.replaced-1" ]
}

@test "restore: a backup of a newer Quartet" {
    play_one
    quartet backup "$mine/copy.db"
    sqlite3 "$mine/copy.db" "PRAGMA user_version = 99"
    run quartet restore "$mine/copy.db"
    is_status 2
    says "is a backup of a newer Quartet. Update this one"
}

@test "backup, restore: -q says nothing; one file is named" {
    play_one
    run quartet -q backup "$mine/copy.db"
    is_status 0
    [ -z "$output" ]
    run quartet restore -q "$mine/copy.db"
    is_status 0
    [ -z "$output" ]
    for line in backup restore "backup a b" "rebuild a"; do
        run quartet $line
        is_status 2
        says "quartet help"
    done
}

@test "rebuild: gives what there was, byte for byte" {
    play_one
    play_one
    before=$(cards)
    [ -n "$before" ]
    sqlite3 "$mine/quartet.db" "DELETE FROM card; UPDATE review SET rating = 4;
        DELETE FROM answer; UPDATE fold SET event = event"
    run quartet rebuild
    is_status 0
    says "What you remember was worked out again from $(events) events."
    [ "$(cards)" = "$before" ]
}

@test "rebuild: with nothing to rebuild" {
    run quartet rebuild
    is_status 2
    says "nothing was played yet"
    [ ! -e "$mine/quartet.db" ]
}

@test "rebuild: a database that is locked" {
    play_one
    mkfifo "$mine/lock"
    sqlite3 "$mine/quartet.db" <"$mine/lock" 3>&- &
    locker=$!
    exec 7>"$mine/lock"
    echo "BEGIN IMMEDIATE;" >&7
    sleep 0.3
    run quartet rebuild
    exec 7>&-
    wait "$locker" # and for nothing else that runs beside the test
    is_status 2
    says "quartet.db" "another program keeps it locked. Close that one"
}

# class_8b: a class of three, of whom one is absent, that has answered something.
class_8b()
{
    printf 'Name\nZoltan Unmistakable\nAda\nBen\n' | quartet class 8b - >/dev/null
    answers a b c d | quartet --learner 8b play "$data/topics.json" >/dev/null
}

# has_name: the files that have a pupil's name in them.
has_name()
{
    grep -lra "Unmistakable" "$mine" || true
}

@test "class: is made of a list, listed and changed" {
    run quartet class 8b "$mine/none.csv"
    is_status 2
    printf 'First name;Last name\r\nAda;King\r\nBen;Lee\r\n' >"$mine/list.csv"
    run quartet class 8b "$mine/list.csv"
    is_status 0
    says "8b: 2 pupils, 2 there"
    run quartet class
    is_status 0
    [ "$output" = "8b: 2 pupils, 2 there" ]
    echo "Zoe, Ada King" | quartet class 8b -
    run quartet class 8b
    says "  Zoe" "  Ada King"
    is_silent_about "Ben"
    [ "$(quartet class --json | jq -c '.classes[0]')" = \
        '{"name":"8b","pupils":[{"name":"Zoe","absent":false},{"name":"Ada King","absent":false}]}' ]
    run quartet class 9c
    is_status 1
    says "no class is called 9c; there are: 8b"
    for name in 8c 10a; do
        quartet class "$name" "$mine/list.csv" -q
    done
    run quartet class 8B
    is_status 1
    [ "$output" = "quartet: no class is called 8B; did you mean: 8b, 8c?" ]
    echo Ada | quartet class 7a - --json | jq -e '.classes == [
        {"name": "7a", "pupils": [{"name": "Ada", "absent": false}]}]'
    quartet class --learner nobody
    [ "$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM learner WHERE name = 'nobody'")" = 0 ]
    run quartet forget --learner $'x\e[31m' --yes
    is_silent_about $'\e'
}

@test "class: what is no name is said and left out, and nothing is no list" {
    run --separate-stderr quartet class 8b - <<<$'Ada\n---\nBen'
    is_status 1
    says "8b: 2 pupils"
    [[ $stderr == *"-:2:1: error: is no name and is left out: ---"* ]]
    run quartet class 8b - <<<""
    is_status 2
    says "has no name in it"
    run quartet class 8b
    says "Ada" "Ben"
}

@test "class: is no learner, and no learner becomes one" {
    play_one
    run quartet class me - <<<"Ada"
    is_status 2
    says "me is a learner already; give the class another name"
    run quartet class $'8b\e[2J' - <<<"Ada"
    is_status 2
    run quartet class
    is_status 0
    says "there is no class"
}

@test "forget --class: no file has a pupil's name afterwards, and all else stays" {
    play_one
    class_8b
    mkdir -p "$mine/backups"
    quartet backup "$mine/backups/kept.db"
    quartet backup "$BATS_TEST_TMPDIR/elsewhere.db"
    quartet restore "$BATS_TEST_TMPDIR/elsewhere.db"
    for i in 1 2 3; do
        cp "$mine/backups/kept.db" "$mine/quartet.db.backup-$i"
    done
    cp "$mine/backups/kept.db" "$mine/quartet.db.backup-0.part-77"
    head -c 20000 "$mine/backups/kept.db" >"$mine/quartet.db.damaged-1"
    [ "$(has_name | wc -l)" -ge 7 ]
    touch -d 2026-01-02 "$mine/backups/kept.db"
    before=$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM event WHERE learner = 1")
    run --separate-stderr quartet forget --class 8b --yes
    is_status 0
    says "Forgotten:" "No backup that Quartet made has it any more"
    [[ $stderr == *"quartet.db.damaged-1: warning: was damaged and may have had the class"* ]]
    [ -z "$(has_name)" ]
    ! ls "$mine"/*part* "$mine"/backups/*part* "$mine"/*-journal 2>/dev/null
    for file in quartet.db quartet.db.backup-1 quartet.db.replaced-1 backups/kept.db; do
        [ "$(sqlite3 "$mine/$file" "SELECT count(*) FROM event WHERE learner = 1")" = "$before" ]
        [ "$(sqlite3 "$mine/$file" "SELECT group_concat(name) FROM learner")" = me ]
        [ "$(sqlite3 "$mine/$file" "PRAGMA integrity_check")" = ok ]
    done
    [ "$(sqlite3 "$mine/backups/kept.db" "SELECT count(*) FROM answer")" = 0 ] # made again later
    [ "$(stat -c %y "$mine/backups/kept.db" | cut -c1-10)" = 2026-01-02 ]
    [ "$(ls "$mine/backups")" = kept.db ] # none was made
    # A copy that was cleaned is as good as before.
    quartet restore "$mine/backups/kept.db"
    run quartet rebuild
    is_status 0
    run quartet class
    says "there is no class"
}

@test "forget --class: copies that somebody made are named and left alone" {
    class_8b
    quartet backup "$mine/mine.db"
    run --separate-stderr quartet forget --class 8b --yes
    is_status 0
    [[ $stderr == *"mine.db: warning: is a copy of yours that has the class; it was left alone"* ]]
    [ "$(has_name)" = "$mine/mine.db" ]
}

@test "forget --class: reports that were saved are named and left alone" {
    class_8b
    mkdir "$mine/reports"
    for name in 8b-1-2026-01-08.html 8b-all-2026-01-08.csv; do
        touch "$mine/reports/$name"
    done
    # Of other classes, or no reports.
    touch "$mine"/reports/{8b-2-1-2026-01-08.csv,18b-1-2026-01-08.csv,8b-1-2026-01-08.txt}
    run --separate-stderr quartet forget --class 8b --yes
    is_status 0
    for name in 8b-1-2026-01-08.html 8b-all-2026-01-08.csv; do
        [[ $stderr == *"reports/$name: warning: is a report of the class that you saved"* ]]
    done
    [ "$(grep -c "is a report of the class" <<<"$stderr")" -eq 2 ]
    [ "$(ls "$mine/reports" | wc -l)" -eq 5 ]
}

@test "forget --class: says so while somebody else reads the file, and is clean after that" {
    play_one
    class_8b
    mkfifo "$mine/lock"
    sqlite3 "$mine/quartet.db" <"$mine/lock" >/dev/null 3>&- &
    reader=$!
    exec 7>"$mine/lock"
    echo "BEGIN; SELECT count(*) FROM event;" >&7
    sleep 0.3
    run --separate-stderr quartet forget --class 8b --yes
    exec 7>&-
    wait "$reader"
    rm "$mine/lock"
    [[ $stderr == *"quartet.db: warning: could not be cleaned"* ]]
    quartet due >/dev/null
    [ -z "$(has_name)" ]
}

@test "forget --class: asks, wants a class, and nothing beside it" {
    play_one
    class_8b
    run quartet forget --class 8b </dev/null
    is_status 2
    says "say --yes"
    run quartet forget --class 8b --bank b --yes
    is_status 2
    says "--class is all of that class"
    run quartet forget --class me --yes
    is_status 1
    says "me is a learner and no class"
    run quartet forget --class 9c --yes
    is_status 1
    says "no class is called 9c; there are: 8b"
    run quartet forget --class 8B --yes
    is_status 1
    says "no class is called 8B; did you mean: 8b?"
    [ -n "$(has_name)" ]
}

@test "forget --class: nothing, while a copy can't be written" {
    class_8b
    mkdir -p "$mine/backups"
    quartet backup "$mine/backups/kept.db"
    chmod a-w "$mine/backups"
    if touch "$mine/backups/probe" 2>/dev/null; then
        rm "$mine/backups/probe"
        chmod u+w "$mine/backups"
        skip "this user may write everywhere"
    fi
    run quartet forget --class 8b --yes
    chmod u+w "$mine/backups"
    is_status 2
    says "kept.db: error: has the class and cannot be written without it"
    run quartet class
    says "8b: 3 pupils"
}

@test "forget --learner: of a class is as --class; it does not come back as a learner" {
    class_8b
    echo '{"learner": "8b"}' >"$mine/settings.json"
    run quartet forget --learner 8b --yes
    is_status 0
    says "No backup that Quartet made has it"
    [ -z "$(has_name)" ]
    [ ! -e "$mine/backups" ]
    play_one
    [ "$(sqlite3 "$mine/quartet.db" "SELECT group_concat(name) FROM learner")" = me ]
}
