#!/usr/bin/env bats
# The schema that editors check with never refuses what quartet check accepts: ajv, a validator
# of its own, is the referee. It is skipped where node or ajv are not there; tests/run gets ajv
# by npm if it can.

bats_require_minimum_version 1.5.0

setup()
{
    root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
    [ -x "${QUARTET:-}" ] || skip "QUARTET does not name the built program"
    command -v node >/dev/null || skip "there is no node"
    [ -f "${QUARTET_NPM:-}/node_modules/ajv/dist/2020.js" ] ||
        skip "there is no ajv: QUARTET_NPM names the folder where npm has put it"
    cd "$BATS_TEST_TMPDIR"
}

# referee FILE...: what the schema says of those that quartet check finds no error in.
referee()
{
    "$QUARTET" check --json "$@" 2>/dev/null >checked.json || true
    jq -r '.files[] | select(.errors == 0) | .file' checked.json >accepted
    run node "$BATS_TEST_DIRNAME/ajv.js" "$root/questions/quizbank.schema.json" "$QUARTET_NPM" \
        <accepted
    echo "$output"
    [ "$status" = 0 ]
}

@test "schema: takes the shipped banks, and those of tests that are accepted" {
    referee "$root"/questions/{nato-secretary-general,tour}.json "$root"/tests/cli/data/*.json \
        "$root"/tests/bad/*/input.json "$root"/tests/replay/banks/*.json
    [ "$(wc -l <accepted)" -gt 20 ]
}

@test "schema: takes what anyone else wrote and is accepted" {
    shared=${QUARTET_SHARED:-$root/../shared}/formats
    [ -d "$shared" ] || skip "no $shared (set QUARTET_SHARED)"
    referee "$shared"/data/hostile/*.json "$shared"/schema/examples/*.json
    [ "$(wc -l <accepted)" -gt 20 ]
}

@test "schema: takes 500 random banks without a mistake" {
    mkdir made
    "$(dirname "$QUARTET")/../tests/make_banks" 500 made
    referee made
    [ "$(wc -l <accepted)" = 500 ]
}

@test "schema: of 4,000 banks with another value somewhere it takes all that are accepted" {
    mkdir varied
    node "$BATS_TEST_DIRNAME/vary.js" 4000 varied "$root"/questions/{nato-secretary-general,tour}.json
    referee varied
    [ "$(wc -l <accepted)" -gt 500 ]
    [ "$(wc -l <accepted)" -lt 3500 ]
}

@test "schema: refuses what is wrong, so that it is no referee without eyes" {
    echo '{"format": "quizbank/1", "title": "T", "questions": [{"question": "Q", "anser": "A"}]}' \
        >wrong.json
    run -1 node "$BATS_TEST_DIRNAME/ajv.js" "$root/questions/quizbank.schema.json" \
        "$QUARTET_NPM" <<<"$PWD/wrong.json"
    [[ $output == *"wrong.json: /questions/0 "* ]]
}
