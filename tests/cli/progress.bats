#!/usr/bin/env bats
# What is known of questions that are edited, moved or gone: quartet orphans, flagged, forget.

load helper

# bank TEXT...: a bank of typed questions, each "QUESTION|ANSWER" or "ID|QUESTION|ANSWER".
bank()
{
    local name=$1 line first=1
    shift
    mkdir -p "$mine/questions"
    {
        printf '{"format": "quizbank/1", "id": "%s", "title": "The %s", "questions": [\n' \
            "$name" "$name"
        for line in "$@"; do
            IFS='|' read -r -a parts <<<"$line"
            [ $first ] || printf ',\n'
            first=
            if [ ${#parts[@]} -eq 3 ]; then
                printf '    {"id": "%s", "question": "%s", "answer": "%s"}' "${parts[@]}"
            else
                printf '    {"question": "%s", "answer": "%s"}' "${parts[@]}"
            fi
        done
        printf '\n]}\n'
    } >"$mine/questions/$name.json"
}

# play BANK ANSWER...: at noon of 1 March 2025.
play()
{
    local name=$1
    shift
    answers "$@" | quartet --now 2025-03-01T12:00:00Z play "$name" --seed 1 >"$mine/played" \
        2>"$mine/complaints"
}

quietly()
{
    run --separate-stderr quartet --now 2025-03-02T12:00:00Z "$@"
}

# cards: the keys of all that is remembered.
known()
{
    sqlite3 "$mine/quartet.db" \
        "SELECT bank || ':' || question FROM known k JOIN shelf s ON k.shelf = s.id
         WHERE question NOTNULL AND last ORDER BY 1"
}

@test "orphans: nothing is gone" {
    bank caps "Captial of France?|Paris"
    play caps Paris
    quietly orphans
    is_status 0
    [ "$output" = "All questions that you know something of are there." ]
    quietly orphans --json
    [ "$output" = '{"orphans":[]}' ] || [ "$(jq '.orphans | length' <<<"$output")" = 0 ]
}

@test "orphans: a deleted question is listed and comes back with all that is known" {
    bank caps "Captial of France?|Paris" "Largest planet?|Jupiter"
    play caps Paris Jupiter
    bank caps "Largest planet?|Jupiter"
    quietly orphans
    is_status 0
    says "The caps: gone from $mine/questions/caps.json" "  Captial of France? → Paris" \
        "1 card, last seen on 2025-03-01"
    is_silent_about "nearest" "Jupiter"
    quietly orphans --json
    is_status 0
    [ "$(jq -r '.orphans[0] | .bank, .text, .right, .cards, .last_seen, .nearest' \
        <<<"$output" | tr '\n' '|')" = "caps|Captial of France?|Paris|1|2025-03-01|null|" ]
    bank caps "Captial of France?|Paris" "Largest planet?|Jupiter"
    quietly orphans
    says "All questions"
}

@test "orphans: a bank that is not there" {
    bank caps "france|Capital of France?|Paris"
    play caps Paris
    rm "$mine/questions/caps.json"
    quietly orphans
    is_status 0
    says "caps: this bank is not there" "  france"
    quietly orphans --json
    [ "$(jq -r '.orphans[0].file' <<<"$output")" = null ]
}

@test "orphans: what is nearest is named, with its place" {
    bank caps "What is the capital of France?|Paris" "Largest planet?|Jupiter"
    play caps Paris Jupiter
    bank caps "Largest planet?|Jupiter" "Which city is the capital of France?|Paris"
    quietly orphans
    says "nearest, in line 3: Which city is the capital of France?"
    [[ $stderr == *"1 question is gone and a similar one is new"* ]]
    quietly orphans --json
    [ "$(jq -c '.orphans[0].nearest | [.id, .text, .line, .column]' <<<"$output")" = \
        '[null,"Which city is the capital of France?",3,5]' ]
}

@test "a typo that is mended: what is known comes along, and it is said once" {
    bank caps "What is the captial of France?|Paris"
    play caps Paris
    bank caps "What is the capital of France?|Paris"
    quietly due
    is_status 0
    [[ $stderr == *"1 question was edited; what you know of it came along"* ]]
    [[ $output == *"1 card"* ]]
    is_silent_about "not there now"
    quietly due
    [ -z "$stderr" ]
    [ "$(known | wc -l)" = 1 ]
}

@test "ids that come, files that are renamed and questions that move: nothing is lost" {
    bank caps "Capital of France?|Paris" "Largest planet?|Jupiter"
    bank more "Smallest bird?|hummingbird"
    play caps Paris Jupiter
    bank caps "france|Capital of France?|Paris"
    bank more "Smallest bird?|hummingbird" "Largest planet?|Jupiter"
    quietly -q orphans
    says "All questions"
    [ "$(known | head -1)" = caps:france ]
    [[ $(known | tail -1) == more:* ]]
    sed 's/"id": "caps", //' "$mine/questions/caps.json" >"$mine/questions/cities.json"
    rm "$mine/questions/caps.json"
    quietly orphans
    says "All questions"
    [ "$(known | head -1)" = cities:france ]
}

@test "a bank that is named alone does not take what is known of another" {
    bank caps "france|Capital of France?|Paris"
    play caps Paris
    sed 's/"id": "caps"/"id": "copy"/' "$mine/questions/caps.json" >"$mine/copy.json"
    quietly due "$mine/copy.json"
    quietly stats "$mine/copy.json"
    [ "$(known)" = caps:france ]
}

@test "flagged: :flag marks a question, an edit takes the mark away" {
    bank caps "Captial of France?|Paris" "Largest planet?|Jupiter"
    quietly flagged
    is_status 0
    [ -z "$output" ]
    [ "$stderr" = "quartet: no question is marked as wrong" ]
    play caps ":flag" Paris ":flag last" ":flag" Jupiter
    grep -q "Marked as wrong: Captial of France?" "$mine/played"
    grep -q "No longer marked as wrong: Captial of France?" "$mine/played"
    quietly flagged
    [ "$output" = "$mine/questions/caps.json:3:5: Largest planet?" ]
    quietly flagged --json
    [ "$(jq -c '.flagged[] | [.line, .column, .bank, .id, .text]' <<<"$output")" = \
        '[3,5,"caps",null,"Largest planet?"]' ]
    bank caps "Captial of France?|Paris" "Largest planet of all?|Jupiter"
    quietly -q flagged
    [ -z "$output$stderr" ]
}

@test "flagged: the first question has none before it" {
    bank caps "Capital of France?|Paris"
    play caps ":flag last" Paris
    grep -q "There is no question before this one." "$mine/played"
}

@test "flagged: :flag in a session of cards" {
    bank caps "Capital of France?|Paris"
    answers ":flag" "" 3 | quartet study caps >"$mine/played" || true # it comes back today
    grep -q "Marked as wrong: Capital of France?" "$mine/played"
    quietly flagged
    says "caps.json:2:5: Capital of France?"
}

@test "forget: needs to be told what, and one thing only" {
    bank caps "Capital of France?|Paris"
    play caps Paris
    quietly forget
    is_status 2
    [[ $stderr == *"--bank B, --learner L, --class C or --all"* ]]
    quietly forget --all --bank caps --yes
    is_status 2
    quietly forget --all --learner me --yes
    is_status 2
    [ "$(known | wc -l)" = 1 ]
}

@test "forget: asks at a terminal, and does nothing without one" {
    bank caps "Capital of France?|Paris"
    play caps Paris
    quietly forget --bank caps </dev/null
    is_status 2
    [[ $stderr == *"say --yes"* ]]
    run on_terminal forget --bank caps <<<"yes"
    says "This forgets what me did in the bank caps:" \
        "A backup of everything is made first, in $mine/backups" "Type forget" \
        "Nothing was forgotten."
    [ ! -e "$mine/backups" ]
    [ "$(known | wc -l)" = 1 ]
    run on_terminal forget --bank caps <<<"forget"
    says "Forgotten:"
    [ "$(known | wc -l)" = 0 ]
}

@test "forget: a bank, a learner, everything" {
    bank caps "Capital of France?|Paris"
    bank more "Smallest bird?|hummingbird"
    play caps Paris
    play more hummingbird
    answers Paris | quartet --learner Ana play caps >"$mine/played"
    quietly --learner Ana forget --bank more --yes
    is_status 1
    [[ $stderr == *"there is nothing to forget of what Ana did in the bank more"* ]]
    quietly forget --bank caps --yes
    is_status 0
    [[ $(known) == *more:* ]]
    [[ $(known) == *caps:* ]] # Ana's
    quietly forget --learner Bob --yes
    is_status 1
    quietly forget --learner Ana --yes
    is_status 0
    [[ $(known) != *caps:* ]]
    ! grep -qa Ana "$mine/quartet.db" "$mine/quartet.db.backup-1"
    [ "$(sqlite3 "$mine/quartet.db" "SELECT group_concat(name) FROM learner")" = me ]
    quietly -q forget --all --yes
    is_status 0
    [ -z "$output" ]
    [[ $stderr == "$mine/backups: warning: has older backups too"* ]]
    [ "$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM event")" = 0 ]
}

@test "forget: copies that somebody else may want are named" {
    bank caps "Capital of France?|Paris"
    play caps Paris
    quartet backup "$mine/copy.db"
    quartet restore "$mine/copy.db"
    quietly forget --all --yes
    is_status 0
    [[ $stderr == *"quartet.db.replaced-1"*"remove it yourself"* ]]
    quietly forget --all --yes
    is_status 1
    [[ $stderr == *"there is nothing to forget of all that everybody did"* ]]
}

@test "forget: the backup from before brings it back" {
    bank caps "Capital of France?|Paris"
    play caps Paris
    run quartet --now 2026-11-26T12:00:00 forget --all --yes
    is_status 0
    backup=$mine/backups/quartet-backup-2026-11-26.db
    says "Forgotten:" "still has it: $backup" "quartet restore FILE" "remove that file"
    [ "$(known | wc -l)" = 0 ]
    [ "$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM summary")" = 0 ]
    quartet restore "$backup"
    [ "$(known | wc -l)" = 1 ]
}

@test "forget: nothing, if it can't be backed up" {
    bank caps "Capital of France?|Paris"
    play caps Paris
    touch "$mine/backups"
    quietly forget --all --yes
    is_status 2
    [[ $stderr == *"$mine/backups"* ]]
    [ "$(known | wc -l)" = 1 ]
}

@test "forget: where nothing was played" {
    quietly forget --all --yes
    is_status 2
    [[ $stderr == *"nothing was played yet"* ]]
}

@test "learners: each has progress and flags of their own" {
    bank caps "Capital of France?|Paris" "Largest planet?|Jupiter"
    play caps Paris Jupiter
    answers ":flag" Rome Mars | quartet --learner Ana play caps >"$mine/played"
    quietly -q flagged
    [ -z "$output" ]
    quietly --learner Ana flagged
    says "Capital of France?"
    quietly stats --json
    [ "$(jq .answers.all.right <<<"$output")" = 2 ]
    quietly --learner Ana stats --json
    [ "$(jq .answers.all.right <<<"$output")" = 0 ]
}

@test "a question that became another kind keeps what fits" {
    bank caps "france|Capital of France?|Paris"
    play caps Paris
    cat >"$mine/questions/caps.json" <<'END'
{"format": "quizbank/1", "id": "caps", "title": "Capitals", "questions": [
    {"id": "france", "cloze": "[[Paris]] is the capital of [[France]]."}
]}
END
    quietly due --on 2025-03-31
    is_status 0
    says "1 card"
    answers Paris France | quartet play caps >"$mine/played"
    quietly stats
    is_status 0
    cat >"$mine/questions/caps.json" <<'END'
{"format": "quizbank/1", "id": "caps", "title": "Capitals", "questions": [
    {"id": "france", "question": "Capital of France?", "answer": "Paris", "wrong": ["Rome"]}
]}
END
    answers Paris | quartet play caps >"$mine/played"
    quietly orphans
    is_status 0
    says "All questions"
    [ "$(sqlite3 "$mine/quartet.db" "SELECT count(*) FROM card")" = 2 ]
}

@test "a store from another user, that can be read but not written: said, and nothing lost" {
    [ "$(id -u)" -ne 0 ] || skip "nothing is unwritable for root"
    bank caps "Capital of France?|Paris"
    play caps Paris
    chmod 500 "$mine"
    chmod 400 "$mine/quartet.db"*
    run quartet play caps <<<Paris
    chmod 700 "$mine"
    says "cannot be"
}
