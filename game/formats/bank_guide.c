#include "formats/bank_guide.h"

#include "base/i18n.h"

// What is here stands in questions/README.md too; a test compares them.

const char bank_guide_example[] =
    "{\n"
    "  \"format\": \"quizbank/1\",\n"
    "  \"title\": \"A first bank\",\n"
    "  \"questions\": [\n"
    "    {\"question\": \"Capital of France?\", \"answer\": \"Paris\", \"wrong\": [\"Lyon\", "
    "\"Nice\", \"Lille\"]},\n"
    "    {\"question\": \"Oslo is the capital of Norway.\", \"answer\": true},\n"
    "    {\"question\": \"How many legs has a spider?\", \"answer\": 8},\n"
    "    {\"front\": \"der Hund\", \"back\": \"the dog\"}\n"
    "  ]\n"
    "}\n";

const char bank_guide_mistake[] =
    "    {\"question\": \"How many legs has a spider?\", \"anwser\": 8},";

const char bank_guide_says[] =
    "first.json:7:49: error: unknown key \"anwser\". Did you mean \"answer\"?";

const struct bank_guide_kind bank_guide_kinds[KIND_COUNT] = {
    [KIND_CHOICE] = {"choice", N_("a text as \"answer\", and \"wrong\""),
                     "{\"question\": \"Largest planet?\", \"answer\": \"Jupiter\", \"wrong\": "
                     "[\"Saturn\", \"Mars\"]}"},
    [KIND_MULTI] = {"multi", N_("a list as \"answer\", and \"wrong\""),
                    "{\"question\": \"Which are prime?\", \"answer\": [\"2\", \"7\"], "
                    "\"wrong\": [\"1\", \"9\"]}"},
    [KIND_TRUEFALSE] = {"truefalse", N_("\"answer\" is true or false"),
                        "{\"question\": \"Bats are birds.\", \"answer\": false}"},
    [KIND_TEXT] = {"text", N_("a text as \"answer\", or a list"),
                   "{\"question\": \"Who wrote Hamlet?\", \"answer\": [\"William "
                   "Shakespeare\", \"Shakespeare\"]}"},
    [KIND_NUMBER] = {"number", N_("\"answer\" is a number, or a range"),
                     "{\"question\": \"Boiling point of water?\", \"answer\": 100, "
                     "\"tolerance\": 1, \"unit\": \"°C\"}"},
    [KIND_ORDER] = {"order", N_("\"order\", in the right order"),
                    "{\"question\": \"Smallest first.\", \"order\": [\"mouse\", \"cat\", "
                    "\"horse\"]}"},
    [KIND_MATCH] = {"match", N_("\"pairs\" of left and right"),
                    "{\"question\": \"Match.\", \"pairs\": [[\"Japan\", \"Tokyo\"], "
                    "[\"Peru\", \"Lima\"]], \"extra\": [\"Kyoto\"]}"},
    [KIND_CLOZE] = {"cloze", N_("\"cloze\", a text with gaps"),
                    "{\"cloze\": \"Plants take in [[carbon dioxide|CO2::a gas]].\"}"},
    [KIND_CARD] = {"card", N_("\"front\" and \"back\""),
                   "{\"front\": \"la mesa\", \"back\": \"the table\", \"reverse\": true}"},
};
