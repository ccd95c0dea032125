#!/usr/bin/env bats
# questions/README.md tells the truth: its examples work, and its problems are really found.

bats_require_minimum_version 1.5.0

setup()
{
    root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
    readme=$root/questions/README.md
    [ -x "${QUARTET:-}" ] || skip "QUARTET does not name the built program"
    cd "$BATS_TEST_TMPDIR"
}

# Writes the fenced block number `$1` of the page.
block()
{
    awk -v wanted="$1" '/^```/ { if (inside) inside = 0; else { inside = 1; n++ } next }
        inside && n == wanted' "$readme"
}

@test "the shipped banks have no problems, nor anything that could be better" {
    run -0 "$QUARTET" check --lint "$root"/questions/nato-secretary-general.json \
        "$root"/questions/tour.json
    [ "$(grep -c ', no problems$' <<<"$output")" -eq 2 ] || { echo "$output"; return 1; }
}

@test "the example of ten lines is ten lines and has no problems" {
    block 1 >first.json
    [ "$(wc -l <first.json)" -eq 10 ]
    run -0 "$QUARTET" check first.json
    [[ $output == "first.json: 4 questions, no problems" ]] || { echo "$output"; return 1; }
}

@test "the one-line example of each kind is of that kind and has no problems" {
    kinds=(choice multi truefalse text number order match cloze card)
    for kind in "${kinds[@]}"; do
        question=$(grep "^| $kind | " "$readme" | grep -o '`{.*}`' | tr -d '`' | sed 's/\\|/|/g')
        jq --arg kind "$kind" -n --argjson question "$question" \
            '{format: "quizbank/1", title: "One", questions: [$question + {type: $kind}]}' \
            >"$kind.json"
        run -0 "$QUARTET" check "$kind.json"
        [[ $output == "$kind.json: 1 question, no problems" ]] || { echo "$output"; return 1; }
    done
}

@test "the slips give the problems that the page shows" {
    block 2 >slips.json
    run -1 "$QUARTET" check slips.json
    diff <(block 3) - <<<"$output"
}

@test "the missing comma is found as the page shows" {
    block 4 >comma.json
    run -1 "$QUARTET" check comma.json
    diff <(block 5) - <<<"$output"
}

@test "what could be better is said as the page shows" {
    block 6 >better.json
    run -0 "$QUARTET" check --lint better.json
    diff <(block 7) - <<<"$output"
}

@test "the page names every field of the format" {
    for field in $(jq -r '(.properties | keys[]), (.["$defs"].question.properties | keys[])' \
        "$root/questions/quizbank.schema.json"); do
        [ "$field" = questions ] || grep '^|' "$readme" | grep -qF "\`$field\`" \
            || { echo "$field is not named"; return 1; }
    done
}
