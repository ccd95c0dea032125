// What other programs call our keys and kinds.
#include <string.h>

#include "formats/native_draft.h"
#include "formats/quote.h"

/// What other programs call our fields.
static const struct {
    const char *found;
    enum field meant;
    const char *advice;
} foreign[] = {
    {"correct_answer", FIELD_ANSWER, NULL},
    {"correctAnswer", FIELD_ANSWER, NULL},
    {"correctAnswers", FIELD_ANSWER, NULL},
    {"correct_answers", FIELD_ANSWER, NULL},
    {"correct", FIELD_ANSWER, NULL},
    {"solution", FIELD_ANSWER, NULL},
    {"answerIndex", FIELD_ANSWER, NULL},
    {"answer_index", FIELD_ANSWER, NULL},
    {"correctIndex", FIELD_ANSWER, NULL},
    {"a", FIELD_ANSWER, NULL},
    {"incorrect_answers", FIELD_WRONG, NULL},
    {"incorrectAnswers", FIELD_WRONG, NULL},
    {"wrong_answers", FIELD_WRONG, NULL},
    {"wrongAnswers", FIELD_WRONG, NULL},
    {"incorrect", FIELD_WRONG, NULL},
    {"distractors", FIELD_WRONG, NULL},
    {"choices", FIELD_WRONG,
     "Write the right choice in \"answer\" and the others in \"wrong\""},
    {"options", FIELD_WRONG,
     "Write the right choice in \"answer\" and the others in \"wrong\""},
    {"alternatives", FIELD_WRONG,
     "Write the right choice in \"answer\" and the others in \"wrong\""},
    {"prompt", FIELD_QUESTION, NULL},
    {"text", FIELD_QUESTION, NULL},
    {"stem", FIELD_QUESTION, NULL},
    {"q", FIELD_QUESTION, NULL},
    {"term", FIELD_FRONT, NULL},
    {"definition", FIELD_BACK, NULL},
    {"category", FIELD_TAGS, NULL},
    {"categories", FIELD_TAGS, NULL},
    {"topic", FIELD_TAGS, NULL},
    {"topics", FIELD_TAGS, NULL},
    {"feedback", FIELD_EXPLANATION, NULL},
    {"rationale", FIELD_EXPLANATION, NULL},
    {"explain", FIELD_EXPLANATION, NULL},
    {"time", FIELD_SECONDS, NULL},
    {"timeLimit", FIELD_SECONDS, NULL},
    {"time_limit", FIELD_SECONDS, NULL},
    {"level", FIELD_DIFFICULTY, NULL},
    {"kind", FIELD_TYPE, NULL},
    {"audio", FIELD_SOUND, NULL},
    {"picture", FIELD_IMAGE, NULL},
    {"alt", FIELD_IMAGE_ALT, NULL},
};

/// What other programs call our kinds.
static const struct {
    const char *found;
    enum kind meant;
} foreign_kinds[] = {
    {"multiple", KIND_CHOICE},
    {"multiple-choice", KIND_CHOICE},
    {"multiple_choice", KIND_CHOICE},
    {"multichoice", KIND_CHOICE},
    {"mcq", KIND_CHOICE},
    {"single", KIND_CHOICE},
    {"radio", KIND_CHOICE},
    {"checkbox", KIND_MULTI},
    {"multiselect", KIND_MULTI},
    {"boolean", KIND_TRUEFALSE},
    {"bool", KIND_TRUEFALSE},
    {"true/false", KIND_TRUEFALSE},
    {"true_false", KIND_TRUEFALSE},
    {"tf", KIND_TRUEFALSE},
    {"short", KIND_TEXT},
    {"shortanswer", KIND_TEXT},
    {"short_answer", KIND_TEXT},
    {"open", KIND_TEXT},
    {"input", KIND_TEXT},
    {"numeric", KIND_NUMBER},
    {"numerical", KIND_NUMBER},
    {"ordering", KIND_ORDER},
    {"sequence", KIND_ORDER},
    {"sort", KIND_ORDER},
    {"matching", KIND_MATCH},
    {"pairs", KIND_MATCH},
    {"gap", KIND_CLOZE},
    {"fill", KIND_CLOZE},
    {"blank", KIND_CLOZE},
    {"flashcard", KIND_CARD},
    {"basic", KIND_CARD},
};

/// Reports a key that isn't ours. The field that was probably meant is excused.
void native_report_unknown(struct reader *r, struct draft *draft, const cJSON *item)
{
    struct quote found = quote_string(item->string);
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        if (strcmp(item->string, foreign[i].found) != 0)
            continue;
        const char *meant = native_fields[foreign[i].meant].name;
        draft->excused |= 1u << foreign[i].meant | (foreign[i].advice ? 1u << FIELD_ANSWER : 0);
        if (foreign[i].advice) {
            native_report(r, DIAG_ERROR, spot_key(item), "unknown key \"%s\". %s", found.text,
                          foreign[i].advice);
        } else {
            native_report(r, DIAG_ERROR, spot_key(item),
                          "unknown key \"%s\". It is called \"%s\" here", found.text, meant);
            native_fix_key(r, item, meant);
        }
        return;
    }
    const char *names[FIELD_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++)
        names[i] = native_fields[i].name;
    const char *meant = native_guess(item->string, names, FIELD_COUNT);
    if (meant) {
        draft->excused |= 1u << native_find_field(meant);
        native_report(r, DIAG_ERROR, spot_key(item), "unknown key \"%s\". Did you mean \"%s\"?",
                      found.text, meant);
        native_fix_key(r, item, meant);
    } else {
        native_report(r, DIAG_ERROR, spot_key(item),
                      "unknown key \"%s\". Remove it, or put x- before it to keep it for "
                      "yourself",
                      found.text);
    }
}

bool native_report_foreign_kind(struct reader *r, const cJSON *type)
{
    if (!cJSON_IsString(type))
        return false;
    for (size_t i = 0; i < sizeof foreign_kinds / sizeof *foreign_kinds; i++) {
        if (strcmp(type->valuestring, foreign_kinds[i].found) != 0)
            continue;
        native_report(r, DIAG_ERROR, spot_value(type),
                      "\"type\" is the text \"%s\". It is called \"%s\" here",
                      type->valuestring, native_kinds[foreign_kinds[i].meant].name);
        native_fix_word(r, type, native_kinds[foreign_kinds[i].meant].name);
        return true;
    }
    return false;
}
