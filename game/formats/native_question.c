// One question: which kind it is, whether all is there and nothing too much.
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/number.h"
#include "formats/lint_bank.h"
#include "formats/native_draft.h"
#include "formats/quote.h"

enum { FACTS_MOST = 64 };

enum field native_find_field(const char *name)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (name[0] == native_fields[i].name[0] && strcmp(name, native_fields[i].name) == 0)
            return (enum field)i;
    }
    return FIELD_COUNT;
}

/// Reads which facts a question is about. What is no list of texts is somebody else's.
static void read_facts(struct reader *r, struct draft *draft, const cJSON *list)
{
    const cJSON *item = NULL;
    int count = cJSON_IsArray(list) ? cJSON_GetArraySize(list) : 0;
    if (!count || count > FACTS_MOST)
        return;
    uint32_t *facts = ARENA_ARRAY(r->arena, count, uint32_t);
    cJSON_ArrayForEach(item, list)
    {
        if (!json_tree_is_text(item))
            return;
        *facts++ = (uint32_t)XXH3_64bits(item->valuestring, strlen(item->valuestring));
    }
    draft->extras.facts = facts - count;
    draft->extras.fact_count = count;
    draft->has_extras = true;
}

/// Reads a key for programs: of those, three are ours.
static void read_private(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (strcmp(item->string, LINT_OFF_KEY) == 0)
        r->off |= lint_read_off(r, item);
    if (strcmp(item->string, "x-facts") == 0)
        read_facts(r, draft, item);
    bool is_card = strcmp(item->string, "x-card") == 0 && json_tree_is_text(item);
    if (is_card && strcmp(item->valuestring, "choices") == 0)
        draft->question->keeps_choices = true;
}

static void collect_fields(struct reader *r, struct draft *draft)
{
    for (const cJSON *item = r->root->child; item; item = item->next) {
        int field = json_tree_name(item);
        if (field < FIELD_COUNT) {
            if (draft->fields[field])
                continue; // of two the first counts; that there are two was said
            draft->fields[field] = item;
            draft->sequence[draft->given++] = (uint8_t)field;
        } else if (strncmp(item->string, "x-", 2) == 0) {
            read_private(r, draft, item);
        } else {
            native_report_unknown(r, draft, item);
        }
    }
}

/// Whether a field is there, or something that was meant to be it.
static bool is_meant(const struct draft *draft, enum field field)
{
    return draft->fields[field] || draft->excused & (1u << field);
}

/// Whether an answer is {"min": 1, "max": 2}, or was meant to be.
static bool is_range(const cJSON *answer)
{
    static const char *const ends[] = {"min", "max"};
    if (!answer || !cJSON_IsObject(answer))
        return false;
    bool has_text = cJSON_GetObjectItemCaseSensitive(answer, "text");
    for (const cJSON *member = answer->child; member; member = member->next) {
        const char *meant = native_guess(member->string, ends, 2);
        if (meant && (!has_text || strcmp(meant, member->string) == 0))
            return true;
    }
    return false;
}

/// The kind by what there is.
static enum kind infer_kind(const struct draft *draft)
{
    const cJSON *answer = draft->fields[FIELD_ANSWER];
    if (is_meant(draft, FIELD_FRONT) || is_meant(draft, FIELD_BACK))
        return KIND_CARD;
    if (is_meant(draft, FIELD_CLOZE))
        return KIND_CLOZE;
    if (is_meant(draft, FIELD_PAIRS) || is_meant(draft, FIELD_EXTRA))
        return KIND_MATCH;
    if (is_meant(draft, FIELD_ORDER))
        return KIND_ORDER;
    if (is_meant(draft, FIELD_WRONG))
        return cJSON_IsArray(answer) ? KIND_MULTI : KIND_CHOICE;
    if (cJSON_IsBool(answer))
        return KIND_TRUEFALSE;
    return cJSON_IsNumber(answer) || is_range(answer) ? KIND_NUMBER : KIND_TEXT;
}

/// The kind by "type", or by what there is where that says nothing.
static enum kind find_kind(struct reader *r, struct draft *draft)
{
    const cJSON *type = draft->fields[FIELD_TYPE];
    draft->is_inferred = true;
    if (!type)
        return infer_kind(draft);
    const char *names[KIND_COUNT];
    for (int i = 0; i < KIND_COUNT; i++)
        names[i] = native_kinds[i].name;
    if (native_report_foreign_kind(r, type))
        return infer_kind(draft);
    int kind = native_word(r, type, names, KIND_COUNT);
    if (kind < 0)
        return infer_kind(draft);
    draft->is_inferred = false;
    return (enum kind)kind;
}

/// Reports what would make the question another kind. Returns whether anything does.
static bool report_two_kinds(struct reader *r, const struct draft *draft)
{
    unsigned kinds = draft->is_inferred ? 0 : 1u << draft->kind;
    const char *first = NULL;
    for (int i = 0; i < draft->given; i++) {
        unsigned made = native_fields[draft->sequence[i]].makes;
        const char *name = native_fields[draft->sequence[i]].name;
        if (!made || (kinds & made))
            continue;
        if (!kinds) {
            kinds = made;
            first = name;
            continue;
        }
        struct spot spot = spot_key(draft->fields[draft->sequence[i]]);
        if (first) {
            native_report(r, DIAG_ERROR, spot,
                          "\"%s\" and \"%s\" make two kinds of question at once. Remove one of "
                          "them",
                          first, name);
        } else {
            native_report(r, DIAG_ERROR, spot,
                          "\"%s\" does not go with \"type\": \"%s\". Remove one of them", name,
                          native_kinds[draft->kind].name);
        }
        return true;
    }
    return false;
}

/// Reports fields that the kind cannot do without.
static void report_missing(struct reader *r, struct draft *draft)
{
    const struct kind_row *kind = &native_kinds[draft->kind];
    for (size_t i = 0; i < sizeof kind->needs / sizeof *kind->needs; i++) {
        enum field field = kind->needs[i];
        if (field == FIELD_COUNT || is_meant(draft, field))
            continue;
        static const char missing[] = "\"%s\" is missing. A question of type \"%s\" is %s";
        if (field == FIELD_ANSWER) {
            native_report_rule(r, LINT_NO_RIGHT_ANSWER, DIAG_ERROR, spot_value(r->root),
                               missing, native_fields[field].name, kind->name, kind->example);
        } else {
            native_report(r, DIAG_ERROR, spot_value(r->root), missing,
                          native_fields[field].name, kind->name, kind->example);
        }
        draft->excused |= 1u << field;
    }
}

/// Reports fields that have no meaning without another.
static void report_lonely(struct reader *r, struct draft *draft)
{
    static const struct {
        enum field field, needed;
    } pairs[] = {
        {FIELD_WRONG, FIELD_ANSWER},    {FIELD_TOLERANCE, FIELD_ANSWER},
        {FIELD_EXTRA, FIELD_PAIRS},     {FIELD_REVERSE, FIELD_FRONT},
        {FIELD_IMAGE_ALT, FIELD_IMAGE},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const cJSON *item = draft->fields[pairs[i].field];
        if (!item || is_meant(draft, pairs[i].needed))
            continue;
        draft->lonely |= 1u << pairs[i].field;
        native_report(r, DIAG_ERROR, spot_key(item),
                      "\"%s\" has no meaning without \"%s\". Add that, or remove this",
                      item->string, native_fields[pairs[i].needed].name);
    }
}

/// Warns of a field that the kind has no use for.
static void report_useless(struct reader *r, const struct draft *draft, const cJSON *item)
{
    const cJSON *answer = draft->fields[FIELD_ANSWER];
    double number = 0;
    // Without a "type", quotes around a number are all that makes it a text.
    bool is_for_number = draft->row->kinds == 1u << KIND_NUMBER && draft->kind == KIND_TEXT &&
                         !draft->fields[FIELD_TYPE];
    if (is_for_number && json_tree_is_text(answer) &&
        number_parse(answer->valuestring, strlen(answer->valuestring), &number)) {
        struct quote found = quote_string(answer->valuestring);
        native_report(r, DIAG_WARNING, spot_key(item),
                      "\"%s\" is for numbers, but \"answer\" is the text \"%s\". Write %s "
                      "without quotes",
                      draft->row->name, found.text, found.text);
        return;
    }
    native_report(r, DIAG_WARNING, spot_key(item),
                  "\"%s\" has no meaning in a question of type \"%s\". Remove it",
                  draft->row->name, native_kinds[draft->kind].name);
}

/// Reads all fields in the order of the text. Returns whether all are fine.
static bool read_fields(struct reader *r, struct draft *draft, bool is_one_kind)
{
    bool is_fine = true;
    for (int i = 0; i < draft->given; i++) {
        const struct field_row *row = &native_fields[draft->sequence[i]];
        const cJSON *item = draft->fields[draft->sequence[i]];
        if (!row->read)
            continue;
        draft->row = row;
        bool is_used = row->kinds & (1u << draft->kind);
        bool is_lonely = draft->lonely & (1u << draft->sequence[i]);
        if (!is_used && !is_lonely && is_one_kind)
            report_useless(r, draft, item);
        is_fine &= row->read(r, draft, item);
    }
    return is_fine;
}

static void keep_extras(struct reader *r, struct draft *draft)
{
    if (!draft->has_extras)
        return;
    struct question_extras *extras = ARENA_ARRAY(r->arena, 1, struct question_extras);
    *extras = draft->extras;
    draft->question->extras = extras;
}

bool native_question(struct reader *r, struct draft *draft, struct question *question)
{
    *question = (struct question){
        .line = r->mark.line,
        .column = r->mark.column,
        .topics = r->topics,
        .topic_count = r->topic_count,
        .difficulty = (uint8_t)r->difficulty,
        .points = 1,
        .typos = TYPOS_BY_LENGTH,
        .is_shuffled = true,
    };
    if (!cJSON_IsObject(r->root)) {
        native_report(r, DIAG_ERROR, spot_value(r->root),
                      "a question is %s. Write {\"question\": \"...\", \"answer\": \"...\"}",
                      native_describe(r, r->root));
        return false;
    }
    draft->question = question;
    collect_fields(r, draft);
    draft->kind = find_kind(r, draft);
    question->kind = (uint8_t)draft->kind;
    bool is_one_kind = !report_two_kinds(r, draft);
    if (is_one_kind)
        report_missing(r, draft);
    report_lonely(r, draft);
    bool is_fine = read_fields(r, draft, is_one_kind) && !r->is_bad;
    const struct kind_row *kind = &native_kinds[draft->kind];
    if (is_fine && kind->finish)
        is_fine = kind->finish(r, draft);
    keep_extras(r, draft);
    return is_fine && !r->is_bad;
}
