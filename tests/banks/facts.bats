#!/usr/bin/env bats
# The banks that are shipped: every fact of the article is asked about, every kind and every
# field of the format is shown, and no answer gives itself away by its form.

setup()
{
    root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
    nato=$root/questions/nato-secretary-general.json
    tour=$root/questions/tour.json
    schema=$root/questions/quizbank.schema.json
    facts=${QUARTET_SHARED:-$root/../shared}/article/FACTS.md
}

# The kind of a question as the reader works it out, and the text of a choice.
words='
    def kind:
        if .type then .type
        elif has("front") then "card"
        elif has("cloze") then "cloze"
        elif has("pairs") then "match"
        elif has("order") then "order"
        elif has("wrong") then (if (.answer | type) == "array" then "multi" else "choice" end)
        elif (.answer | type) == "boolean" then "truefalse"
        elif (.answer | type) == "number" or (.answer | type == "object" and has("min"))
        then "number"
        else "text" end;
    def text: if type == "object" then .text else . end;
    def kinds: ["card", "choice", "cloze", "match", "multi", "number", "order", "text",
                "truefalse"];'

# Asks `bank` for everything that is wrong in it; the answer has to be nothing.
finds_nothing()
{
    local bank=$1 query=$2 found
    shift 2
    found=$(jq -r "$words $query" "$bank" "$@")
    [ -z "$found" ] || { echo "$found"; return 1; }
}

@test "every fact from F1 to F31 is asked about" {
    finds_nothing "$nato" '
        [.questions[]["x-facts"][]] as $asked
        | range(1; 32) | "F\(.)" | select(IN($asked[]) | not)'
}

@test "every fact listed beside the article is asked about" {
    [ -r "$facts" ] || skip "no list of facts at $facts"
    listed=$(grep -o '^| F[0-9]*' "$facts" | tr -d '| ')
    [ "$(wc -l <<<"$listed")" -ge 31 ]
    for fact in $listed; do
        jq -e --arg fact "$fact" 'any(.questions[]["x-facts"][]; . == $fact)' "$nato" \
            >/dev/null || { echo "$fact is not asked about"; return 1; }
    done
}

@test "the three facts that must be there are asked in more than one kind" {
    finds_nothing "$nato" '
        .questions as $questions | (["F5"], ["F6"], ["F28", "F29"]) as $facts
        | [$questions[] | select(any(.["x-facts"][]; IN($facts[]))) | kind] | unique
        | select(length < 2) | "\($facts): only \(.)"'
}

@test "no run of eight words is taken from the article" {
    article=$(dirname "$facts")
    compgen -G "$article/*.txt" >/dev/null || skip "no article in $article"
    finds_nothing "$nato" '
        def plain: ascii_downcase | gsub("\u2019|\u0027"; "") | [scan("[a-z0-9]+")];
        ($article | plain | " " + join(" ") + " ") as $text
        | .questions[] | .id as $id | .. | strings
        | gsub("\\[\\[(?<answer>[^|:\\]]*)[^\\]]*\\]\\]"; .answer) | plain as $words
        | range(0; ($words | length) - 7) | " " + ($words[.:. + 8] | join(" ")) + " "
        | . as $run | select($text | contains($run)) | "\($id):\(.)"' \
        --arg article "$(cat "$article"/*.txt)"
}

@test "the article's bank has at least 45 questions" {
    [ "$(jq '.questions | length' "$nato")" -ge 45 ]
}

@test "the article's bank has every kind at least three times" {
    finds_nothing "$nato" '
        [.questions[] | kind] as $used
        | kinds[] | . as $kind | [$used[] | select(. == $kind)] | length
        | select(. < 3) | "\($kind): \(.)"'
}

@test "every question says all that is wanted of it" {
    finds_nothing "$nato" '
        .questions[] | . as $question
        | ("id", "explanation", "source", "tags", "difficulty", "x-facts")
        | select(($question[.] | length) == 0)
        | "\($question.id // $question.question) has no \(.)"'
}

@test "ids are there once each, in both banks" {
    for bank in "$nato" "$tour"; do
        finds_nothing "$bank" '
            [.questions[] | .id // "none"] | group_by(.)[] | select(length > 1 or .[0] == "none")
            | "\(.[0]) \(length) times"'
    done
}

@test "every question cites paragraphs of the article that exist" {
    finds_nothing "$nato" '
        .questions[]
        | select((.source | test("^Article, paragraphs? [0-9]+(, [0-9]+)*( and [0-9]+)?$") | not)
            or any(.source | scan("[0-9]+") | tonumber; . < 1 or . > 11))
        | "\(.id): \(.source)"'
}

@test "every topic has at least three questions" {
    finds_nothing "$nato" '
        [.questions[].tags[]] | group_by(.)[] | select(length < 3) | "\(.[0]): \(length)"'
}

@test "all three difficulties have at least ten questions" {
    finds_nothing "$nato" '
        [.questions[].difficulty] as $used | ("easy", "medium", "hard") as $level
        | [$used[] | select(. == $level)] | length | select(. < 10) | "\($level): \(.)"'
}

@test "every choice has at least three wrong answers" {
    finds_nothing "$nato" '
        .questions[] | select(kind == "choice" and (.wrong | length) < 3) | .id'
}

@test "the right choice is not given away by being the longest or the shortest" {
    finds_nothing "$nato" '
        [.questions[] | select(kind == "choice")
            | {right: (.answer | text | length), wrong: [.wrong[] | text | length]}] as $all
        | ($all | length * 0.45) as $most
        | ([$all[] | select(.right > (.wrong | max))] | length | select(. > $most)
                | "\(.) of \($all | length) are the longest"),
          ([$all[] | select(.right < (.wrong | min))] | length | select(. > $most)
                | "\(.) of \($all | length) are the shortest")'
}

@test "no choice is offered twice in a question" {
    finds_nothing "$nato" '
        .questions[] | select(has("wrong"))
        | ([.answer] | flatten) + .wrong | map(text | ascii_downcase) | select(unique != sort)'
}

@test "true and false are about as many" {
    finds_nothing "$nato" '
        [.questions[] | select(kind == "truefalse") | .answer] | length as $all
        | (map(select(.)) | length) as $true
        | select($true * 10 < $all * 4 or $true * 10 > $all * 6) | "\($true) of \($all) are true"'
}

@test "questions and choices are short enough to read at a glance" {
    finds_nothing "$nato" '
        .questions[]
        | (select((.question // .front // "" | length) > 160) | "\(.id): the question"),
          (.id as $id | ([.answer?, .wrong?, .order?, .pairs?, .extra?] | flatten)[]
            | text | strings | select(length > 48) | "\($id): \(.)")'
}

@test "the tour has all nine kinds and most of them undeclared" {
    finds_nothing "$tour" '
        ([.questions[] | kind] | unique | select(. != kinds) | "kinds: \(.)"),
        ([.questions[] | select(has("type"))] | length | select(. != 1)
            | "\(.) questions say their type")'
}

@test "the tour shows every field of the format but pictures, sound, translation and x-keys" {
    finds_nothing "$tour" '
        input as $schema
        | (keys - ["questions"]) as $head
        | ([.questions[] | keys[]] | unique) as $used
        | (($schema.properties | keys) - $head - ["questions", "translates", "x-lint-off"] | .[]
                | "head: \(.)"),
          (($schema["$defs"].question.properties | keys) - $used
                - ["image", "imageAlt", "sound", "x-facts", "x-lint-off"] | .[])' "$schema"
}

@test "the tour shows every form that a field can have" {
    finds_nothing "$tour" '
        [.questions[]] as $all
        | {
            "a wrong choice with why": any($all[].wrong[]?; type == "object" and has("why")),
            "part credit": any($all[].answer | arrays[] | objects; .credit < 1 and has("why")),
            "tolerance as a number": any($all[].tolerance; type == "number"),
            "tolerance as a share": any($all[].tolerance; type == "string"),
            "a range": any($all[].answer | objects; has("min") and has("max")),
            "source as text": any($all[].source; type == "string"),
            "source in parts": any($all[].source | objects; has("title") and has("url")
                and has("license")),
            "a gap with a hint": any($all[].cloze | strings; test("::")),
            "a gap with alternatives": any($all[].cloze | strings; test("\\[\\[[^\\]]*\\|")),
            "mini markup": (.markup == "mini" and any($all[].explanation; test("\\*"))),
            "a field of ones own": any($all[] | keys[]; startswith("x-"))
        } | to_entries[] | select(.value | not) | .key'
}
