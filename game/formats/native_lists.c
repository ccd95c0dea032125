// Lists in a question: right and wrong choices, accepted answers, things to order.
#include <string.h>

#include "formats/native_alike.h"
#include "formats/native_draft.h"
#include "formats/quote.h"

enum { SHORT_CHARS = 500, TEXT_CHARS = 2000 };

static const struct text_rule short_rule = {.most = SHORT_CHARS, .is_shown = true};
static const struct text_rule why_rule = {.most = TEXT_CHARS, .is_shown = true};

static bool read_credit(struct reader *r, const cJSON *item, int *credit)
{
    double value = item->valuedouble;
    if (!cJSON_IsNumber(item) || value < 0 || value > 1) {
        native_report_type(r, item, "", "Write a number from 0 to 1: 0.5 is half");
        return false;
    }
    *credit = (int)(value * 1000 + 0.5);
    return true;
}

/// Reads a member of a choice or accepted answer that is an object.
static bool read_member(struct reader *r, const cJSON *member, int kind, const char **text,
                        struct note *note)
{
    static const char *const choice_keys[] = {"text", "why", "image"};
    static const char *const accepted_keys[] = {"text", "credit", "why"};
    const char *key = member->string;
    if (strcmp(key, "text") == 0)
        return (*text = native_text(r, member, "", short_rule)) != NULL;
    if (strcmp(key, "why") == 0)
        return (note->why = native_text(r, member, "", why_rule)) != NULL;
    if (kind == LIST_CHOICES && strcmp(key, "image") == 0)
        return (note->image = native_image(r, member)) != NULL;
    if (kind == LIST_ACCEPTED && strcmp(key, "credit") == 0)
        return read_credit(r, member, &note->credit);
    native_report_key(r, member, kind == LIST_CHOICES ? choice_keys : accepted_keys, 3);
    return false;
}

bool native_read_item(struct reader *r, const cJSON *item, const char *key, int kind,
                      const char **text, struct note *note)
{
    *note = (struct note){.credit = 1000};
    if (cJSON_IsObject(item) && kind != LIST_TEXTS) {
        bool is_fine = true, has_text = false, is_guessed = false;
        for (const cJSON *member = item->child; member; member = member->next) {
            has_text = has_text || strcmp(member->string, "text") == 0;
            is_guessed =
                is_guessed || native_guess(member->string, (const char *[]){"text"}, 1);
            is_fine &= read_member(r, member, kind, text, note);
        }
        if (!has_text && !is_guessed) {
            native_report(r, DIAG_ERROR, spot_value(item),
                          "\"text\" is missing. Write {\"text\": \"...\", \"why\": \"...\"}");
        }
        return is_fine && has_text;
    }
    if (!json_tree_is_text(item)) {
        const char *advice = kind == LIST_TEXTS
                                 ? "Write a text in double quotes"
                                 : "Write a text in double quotes, or {\"text\": \"...\", "
                                   "\"why\": \"...\"}";
        if (cJSON_IsNumber(item) || cJSON_IsBool(item)) {
            advice =
                arena_printf(&r->scratch, "Write it as text: \"%s\"", native_describe(r, item));
        }
        native_report_type(r, item, key, advice);
        return false;
    }
    *text = native_text(r, item, key, short_rule);
    return *text != NULL;
}

static bool has_note(const struct note *note)
{
    return note->why || note->image || note->credit != 1000;
}

/// Copies what was read of a list to the bank's memory.
static void keep_list(struct reader *r, struct draft_list *list, const char **texts,
                      const struct note *notes, int count)
{
    bool is_noted = false;
    for (int i = 0; i < count; i++)
        is_noted = is_noted || has_note(&notes[i]);
    list->texts = (struct texts){.items = texts, .count = count};
    if (is_noted) {
        struct note *copy = ARENA_ARRAY(r->arena, count, struct note);
        memcpy(copy, notes, (size_t)count * sizeof *copy);
        list->texts.notes = copy;
    }
}

bool native_read_list(struct reader *r, const cJSON *item, int kind, int least, int most,
                      struct draft_list *list)
{
    const char *key = item->string ? item->string : "pairs";
    int count = cJSON_GetArraySize(item);
    if (count < least) {
        native_report(r, DIAG_ERROR, spot_value(item), "\"%s\" has %d item%s. Write %d or more",
                      key, count, count == 1 ? "" : "s", least);
        return false;
    }
    bool is_fine = true;
    if (count > most) {
        const cJSON *first_over = item->child;
        for (int i = 0; i < most; i++)
            first_over = first_over->next;
        native_report(r, DIAG_ERROR, spot_value(first_over),
                      "\"%s\" has %d items. At most %d are allowed", key, count, most);
        return false;
    }
    const char **texts = ARENA_ARRAY(&r->scratch, count, const char *);
    struct note *notes = ARENA_ARRAY(&r->scratch, count, struct note);
    list->from = ARENA_ARRAY(&r->scratch, count, const cJSON *);
    int i = 0;
    for (const cJSON *child = item->child; child; child = child->next, i++) {
        list->from[i] = child;
        is_fine &= native_read_item(r, child, key, kind, &texts[i], &notes[i]);
    }
    keep_list(r, list, texts, notes, count);
    return is_fine;
}

/// Reports the first text that is there twice.
static bool are_different(struct reader *r, const struct draft_list *list)
{
    for (int i = 1; i < list->texts.count; i++) {
        for (int k = 0; k < i; k++) {
            if (strcmp(list->texts.items[i], list->texts.items[k]) != 0)
                continue;
            native_report_rule(r, LINT_EQUAL_CHOICES, DIAG_ERROR, spot_value(list->from[i]),
                               "\"%s\" is here for the second time. Remove it",
                               quote_string(list->texts.items[i]).text);
            return false;
        }
    }
    return true;
}

bool native_read_wrong(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (!cJSON_IsArray(item)) {
        native_report_type(r, item, "", "Write a list: [\"Lyon\", \"Nice\"]");
        return false;
    }
    if (!native_read_list(r, item, LIST_CHOICES, 1, 11, &draft->wrong))
        return false;
    // Choices are compared more closely when all of them are known.
    return draft->kind == KIND_CHOICE || draft->kind == KIND_MULTI ||
           are_different(r, &draft->wrong);
}

bool native_read_order(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (!cJSON_IsArray(item)) {
        native_report_type(r, item, "",
                           "Write a list in the right order: [\"1\", \"2\", \"3\"]");
        return false;
    }
    return native_read_list(r, item, LIST_TEXTS, 2, 20, &draft->order);
}

bool native_read_extra(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (!cJSON_IsArray(item)) {
        native_report_type(r, item, "",
                           "Write a list of right sides that belong to no left one");
        return false;
    }
    return native_read_list(r, item, LIST_TEXTS, 0, 10, &draft->extra);
}

static bool read_pair(struct reader *r, const cJSON *pair, struct draft_list *both)
{
    if (!cJSON_IsArray(pair)) {
        native_report_type(r, pair, "pairs", "Write a pair: [\"Japan\", \"Tokyo\"]");
        return false;
    }
    int count = cJSON_GetArraySize(pair);
    if (count != 2) {
        native_report(r, DIAG_ERROR, spot_value(pair),
                      "a pair has two texts, not %d. Write [\"Japan\", \"Tokyo\"]", count);
        return false;
    }
    return native_read_list(r, pair, LIST_TEXTS, 2, 2, both);
}

bool native_read_pairs(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (!cJSON_IsArray(item)) {
        native_report_type(r, item, "",
                           "Write a list of pairs: [[\"Canada\", \"Ottawa\"], [\"Japan\", "
                           "\"Tokyo\"]]");
        return false;
    }
    int count = cJSON_GetArraySize(item);
    if (count < 2 || count > 20) {
        native_report(r, DIAG_ERROR, spot_value(item), "\"pairs\" has %d pair%s. Write 2 to 20",
                      count, count == 1 ? "" : "s");
        return false;
    }
    const char **lefts = ARENA_ARRAY(&r->scratch, count, const char *);
    const char **rights = ARENA_ARRAY(&r->scratch, count, const char *);
    draft->lefts.from = ARENA_ARRAY(&r->scratch, count, const cJSON *);
    draft->rights.from = ARENA_ARRAY(&r->scratch, count, const cJSON *);
    bool is_fine = true;
    int i = 0;
    for (const cJSON *pair = item->child; pair; pair = pair->next, i++) {
        struct draft_list both = {0};
        if (!read_pair(r, pair, &both)) {
            is_fine = false;
            continue;
        }
        lefts[i] = both.texts.items[0];
        rights[i] = both.texts.items[1];
        draft->lefts.from[i] = both.from[0];
        draft->rights.from[i] = both.from[1];
    }
    draft->lefts.texts = (struct texts){.items = lefts, .count = count};
    draft->rights.texts = (struct texts){.items = rights, .count = count};
    return is_fine;
}
