#!/usr/bin/env bats
# quartet check --lint: questions that can be played and are bad all the same.

load helper

# bank NAME QUESTION...: a bank of these questions, a line each from line 2 on.
bank()
{
    local name=$1 between=
    shift
    {
        echo '{"format":"quizbank/1","title":"T","source":"S","questions":['
        for question in "$@"; do
            printf '%s%s' "$between" "$question"
            between=$',\n'
        done
        printf '\n]}\n'
    } >"$mine/$name"
}

now='{"question":"Who leads now?","answer":"A","explanation":"E"}'
fine='{"question":"Who led in 2024?","answer":"A","explanation":"E"}'

@test "lint: is off unless it is asked for" {
    bank now.json "$now"
    run quartet check "$mine/now.json"
    is_status 0
    [ "$output" = "$mine/now.json: 1 question, no problems" ]
}

@test "lint: a warning with place, caret and the name of the rule, and status 0" {
    bank now.json "$now" "$fine"
    run quartet check --lint "$mine/now.json"
    is_status 0
    [[ ${lines[0]} == "$mine/now.json:2:24: warning: \"now\" "*" [undated]" ]]
    [[ ${lines[2]} =~ ^\ +\|\ +\^~~$ ]]
    says "0 errors, 1 warning; 2 of 2 questions can be played"
}

@test "lint: is switched off for one question" {
    bank now.json "${now/\{/\{\"x-lint-off\":[\"undated\"],}" "${now/now/at present}"
    run quartet check --lint "$mine/now.json"
    is_status 0
    says "now.json:3:24: warning: " "0 errors, 1 warning"
}

@test "lint=RULE: looks for that only" {
    bank bad.json '{"question":"Who leads now?","answer":"A"}' "$fine"
    run quartet check --lint=no-explanation,no-source "$mine/bad.json"
    is_status 0
    says "[no-explanation]" "0 errors, 1 warning"
    is_silent_about "[undated]"
}

@test "lint=RULE: a rule that is not there" {
    bank now.json "$now"
    run quartet check --lint=undatd "$mine/now.json"
    is_status 2
    says 'knows no rule "undatd"; did you mean undated?' "quartet help lint"
    run quartet check --lint= "$mine/now.json"
    is_status 2
}

@test "lint: errors stay errors, and are said in the order of the file" {
    bank both.json "$now" '{"question":"Q?","answer":"A","wrong":["a"],"explanation":"E"}' \
        "${now/now/today}"
    run quartet check --lint "$mine/both.json"
    is_status 1
    [ "$(grep -o ':[0-9]*:[0-9]*: [a-z]*' <<<"$output" | cut -d: -f2,4 | tr '\n' ' ')" = \
        "2: warning 3: error 4: warning " ]
    says "[right-and-wrong]" "1 error, 2 warnings; 2 of 3 questions can be played"
}

@test "lint: many warnings push no error out" {
    local questions=()
    for i in $(seq 60); do questions+=("{\"question\":\"Now $i? Is it now?\",\"answer\":true,\"explanation\":\"E\"}"); done
    bank many.json "${questions[@]}" '{"question":"Q?","anser":"A"}'
    run quartet check --lint "$mine/many.json"
    is_status 1
    says ':62:18: error: unknown key "anser"' "the first 51 of 61 problems are shown"
}

@test "lint: a question of one bank that is in another too" {
    bank one.json "$fine"
    bank two.json "${fine/Who led/who led,}"
    run quartet check --lint "$mine/one.json" "$mine/two.json"
    is_status 0
    says "one.json: 1 question, no problems" \
        "two.json:2:1: warning: the same question is at $mine/one.json:2:1." "[asked-twice]"
}

@test "lint: a picture is looked for beside the bank" {
    mkdir -p "$mine/media/folder.png"
    touch "$mine/media/map.png"
    cd /
    local picture='{"question":"Q?","answer":"A","explanation":"E","imageAlt":"a map","image":'
    bank map.json "$picture\"media/map.png\"}" "${picture/Q/P}\"media/Map.png\"}" \
        "${picture/Q/R}\"media/folder.png\"}"
    run quartet check --lint "$mine/map.json"
    is_status 0
    says "0 errors, 2 warnings" 'there is no file "media/Map.png"' "media/folder.png"
}

@test "lint --json: each problem has its rule, or null" {
    bank both.json "$now" '{"question":"Q?","anser":"A"}'
    run --separate-stderr quartet check --lint --json "$mine/both.json"
    is_status 1
    [ "$(jq -c '[.files[0].problems[] | [.line, .severity, .rule]]' <<<"$output")" = \
        '[[2,"warning","undated"],[3,"error",null]]' ]
    [ "$(jq -c '.files[0] | [.errors, .warnings]' <<<"$output")" = '[1,1]' ]
}

@test "lint=help, help lint: every rule with its reason and an example" {
    run quartet check --lint=help
    is_status 0
    page=$output
    for rule in no-right-answer equal-choices right-and-wrong look-alike invisible tex \
        longest-answer first-answer all-of-the-above absolute-word undated asked-twice \
        no-explanation no-source missing-file no-alt-text lonely-tag unknown-rule; do
        grep -A2 "^$rule" <<<"$page" | grep -q '^    ' || { echo "no $rule"; return 1; }
    done
    says '"x-lint-off": ["no-source"]'
    run quartet help lint
    is_status 0
    [ "$output" = "$page" ]
}

@test "lint: the schema knows every rule" {
    run quartet help lint
    for rule in $(jq -r '.["$defs"].lintOff.anyOf[0].items.enum[]' \
        "$root/questions/quizbank.schema.json"); do
        grep -q "^$rule" <<<"$output" || { echo "no $rule"; return 1; }
    done
    [ "$(grep -c '^[a-z]' <<<"$output")" -eq $((1 + $(jq \
        '.["$defs"].lintOff.anyOf[0].items.enum | length' \
        "$root/questions/quizbank.schema.json"))) ]
}

@test "check --lint: of a question of many lines the one that asks is shown" {
    printf '%s\n' '{"format": "quizbank/1", "title": "T", "source": "S", "questions": [' '  {' \
        '    "tags": ["question"],' '    "question": "One?",' '    "answer": "A"' '  },' \
        '  {"question": "Two?", "answer": "A", "explanation": "E"}' ']}' >"$mine/b.json"
    run quartet check --lint=no-explanation "$mine/b.json"
    is_status 0
    says "$mine/b.json:4:5: warning:" '    4 |     "question": "One?",' '      |     ^~~~~~~~~~'
}
