// The answer of a question, which is something else for each kind.
#include <string.h>

#include "base/number.h"
#include "formats/native_draft.h"

static const double MOST_NUMBER = 1e15;

bool native_number(struct reader *r, const cJSON *item, double *value)
{
    *value = item->valuedouble;
    if (*value >= -MOST_NUMBER && *value <= MOST_NUMBER)
        return true;
    native_report_type(r, item, "", "Numbers go from -1e15 to 1e15");
    return false;
}

static void report_answer(struct reader *r, const cJSON *item, const char *advice)
{
    native_report_type(r, item, "", advice);
}

/// Makes a list of one of a single answer.
static bool read_single(struct reader *r, struct draft *draft, const cJSON *item, int kind)
{
    const char **text = ARENA_ARRAY(&r->scratch, 1, const char *);
    struct note note;
    draft->right.from = ARENA_ARRAY(&r->scratch, 1, const cJSON *);
    draft->right.from[0] = item;
    if (!native_read_item(r, item, "answer", kind, text, &note))
        return false;
    draft->right.texts = (struct texts){.items = text, .count = 1};
    if (note.why || note.image || note.credit != 1000) {
        struct note *kept = ARENA_ARRAY(r->arena, 1, struct note);
        *kept = note;
        draft->right.texts.notes = kept;
    }
    return true;
}

static bool read_choice(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (json_tree_is_text(item) || cJSON_IsObject(item))
        return read_single(r, draft, item, LIST_CHOICES);
    report_answer(r, item,
                  cJSON_IsArray(item)
                      ? "A choice has one right answer: write it without [ ], or \"type\": "
                        "\"multi\" for several"
                      : "Write the right choice as text: \"Paris\"");
    return false;
}

static bool read_multi(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (cJSON_IsArray(item))
        return native_read_list(r, item, LIST_CHOICES, 1, 11, &draft->right);
    report_answer(r, item, "Write a list of the right choices: [\"2\", \"7\"]");
    return false;
}

static bool read_truefalse(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (cJSON_IsBool(item)) {
        draft->question->is_true = cJSON_IsTrue(item);
        return true;
    }
    const char *advice = "Write true or false, without quotes";
    if (json_tree_is_text(item)) {
        char c = (char)(item->valuestring[0] | 32);
        if (c == 't' || c == 'y') {
            advice = "Write true, without quotes";
        } else if (c == 'f' || c == 'n') {
            advice = "Write false, without quotes";
        }
    }
    report_answer(r, item, advice);
    return false;
}

/// Warns of a true or false that has to be typed, where a tick was meant.
static void check_truth(struct reader *r, const struct draft *draft, const cJSON *item)
{
    static const char *const words[] = {"true", "True", "TRUE", "false", "False", "FALSE"};
    if (draft->fields[FIELD_TYPE] || !json_tree_is_text(item))
        return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(item->valuestring, words[i]) != 0)
            continue;
        native_report(r, DIAG_WARNING, spot_value(item),
                      "\"answer\" is the text \"%s\", which has to be typed. Write %s without "
                      "quotes for a true/false question, or add \"type\": \"text\"",
                      words[i], i < 3 ? "true" : "false");
    }
}

static bool read_text(struct reader *r, struct draft *draft, const cJSON *item)
{
    check_truth(r, draft, item);
    if (json_tree_is_text(item) || (cJSON_IsObject(item) && draft->is_inferred))
        return read_single(r, draft, item, LIST_ACCEPTED);
    if (cJSON_IsArray(item))
        return native_read_list(r, item, LIST_ACCEPTED, 1, 50, &draft->right);
    const char *advice = "Write a text in double quotes, or a list of texts";
    if (cJSON_IsObject(item)) {
        advice = "Put [ ] around it";
    } else if (cJSON_IsNumber(item) || cJSON_IsBool(item)) {
        advice =
            arena_printf(&r->scratch, "Write it as text: \"%s\"", native_describe(r, item));
    }
    report_answer(r, item, advice);
    return false;
}

static bool read_range(struct reader *r, struct draft *draft, const cJSON *item)
{
    static const char *const keys[] = {"min", "max"};
    double *ends[] = {&draft->number.min, &draft->number.max};
    const cJSON *found[2] = {NULL, NULL};
    bool is_fine = true, is_guessed = false;
    for (const cJSON *member = item->child; member; member = member->next) {
        int i = strcmp(member->string, "min") == 0   ? 0
                : strcmp(member->string, "max") == 0 ? 1
                                                     : -1;
        if (i < 0) {
            is_guessed |= native_report_key(r, member, keys, 2) != NULL;
            is_fine = false;
        } else if (!cJSON_IsNumber(member)) {
            native_report_type(r, member, "", "Write a number");
            found[i] = member;
            is_fine = false;
        } else {
            found[i] = member;
            is_fine &= native_number(r, member, ends[i]);
        }
    }
    if (!is_guessed && !(found[0] && found[1])) {
        native_report(r, DIAG_ERROR, spot_value(item),
                      "\"%s\" is missing. Write {\"min\": 3.1, \"max\": 3.2}",
                      found[0] ? "max" : "min");
        return false;
    }
    if (is_fine && draft->number.min > draft->number.max) {
        native_report_rule(r, LINT_NO_RIGHT_ANSWER, DIAG_ERROR, spot_value(item),
                           "\"min\" is larger than \"max\", so no number is right. Swap them");
        return false;
    }
    return is_fine;
}

static bool read_number(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (cJSON_IsObject(item))
        return read_range(r, draft, item);
    if (cJSON_IsNumber(item)) {
        bool is_fine = native_number(r, item, &draft->number.min);
        draft->number.max = draft->number.min;
        return is_fine;
    }
    const char *advice = "Write a number, or {\"min\": 3.1, \"max\": 3.2}";
    double value = 0;
    if (json_tree_is_text(item) &&
        number_parse(item->valuestring, strlen(item->valuestring), &value))
        advice = arena_printf(&r->scratch, "Write it without quotes: %s", item->valuestring);
    report_answer(r, item, advice);
    return false;
}

bool native_read_answer(struct reader *r, struct draft *draft, const cJSON *item)
{
    switch (draft->kind) {
    case KIND_CHOICE:
        return read_choice(r, draft, item);
    case KIND_MULTI:
        return read_multi(r, draft, item);
    case KIND_TRUEFALSE:
        return read_truefalse(r, draft, item);
    case KIND_TEXT:
        return read_text(r, draft, item);
    case KIND_NUMBER:
        return read_number(r, draft, item);
    case KIND_ORDER:
    case KIND_MATCH:
    case KIND_CLOZE:
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return true; // two kinds at once, which was said
}
