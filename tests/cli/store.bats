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
