// The table of all that a question may say, and the table of kinds.
#include <string.h>

#include "base/text.h"
#include "formats/native_draft.h"

#define KIND(name) (1u << KIND_##name)

static struct text_rule rule_of(const struct draft *draft, bool is_shown)
{
    return (struct text_rule){.most = draft->row->most, .is_shown = is_shown};
}

static bool read_id(struct reader *r, struct draft *draft, const cJSON *item)
{
    return (draft->question->id = native_id(r, item)) != NULL;
}

static bool read_question(struct reader *r, struct draft *draft, const cJSON *item)
{
    const char *text = native_text(r, item, "", rule_of(draft, true));
    if (draft->kind != KIND_CARD && draft->kind != KIND_CLOZE)
        draft->question->text = text;
    return text != NULL;
}

static bool read_front(struct reader *r, struct draft *draft, const cJSON *item)
{
    const char *text = native_text(r, item, "", rule_of(draft, true));
    if (draft->kind == KIND_CARD)
        draft->question->text = text;
    return text != NULL;
}

static bool read_back(struct reader *r, struct draft *draft, const cJSON *item)
{
    const char *text = native_text(r, item, "", rule_of(draft, true));
    if (draft->kind == KIND_CARD)
        draft->question->card.back = text;
    return text != NULL;
}

/// Reads true or false into `*value`.
static bool read_bool(struct reader *r, const cJSON *item, bool *value)
{
    if (!cJSON_IsBool(item)) {
        native_report_type(r, item, "", "Write true or false, without quotes");
        return false;
    }
    *value = cJSON_IsTrue(item);
    return true;
}

static bool read_reverse(struct reader *r, struct draft *draft, const cJSON *item)
{
    bool value = false;
    if (!read_bool(r, item, &value))
        return false;
    if (draft->kind == KIND_CARD)
        draft->question->card.is_reversible = value;
    return true;
}

static bool read_exact(struct reader *r, struct draft *draft, const cJSON *item)
{
    return read_bool(r, item, &draft->question->is_exact);
}

static bool read_shuffle(struct reader *r, struct draft *draft, const cJSON *item)
{
    return read_bool(r, item, &draft->question->is_shuffled);
}

/// Reads a whole number within the field's limits.
static bool read_whole(struct reader *r, const struct draft *draft, const cJSON *item,
                       int *value)
{
    const struct field_row *row = draft->row;
    double number = item->valuedouble;
    if (!cJSON_IsNumber(item) || number < row->least || number > row->most ||
        (double)(int)number < number) {
        native_report_type(r, item, "",
                           arena_printf(&r->scratch, "Write a whole number from %d to %d",
                                        row->least, row->most));
        return false;
    }
    *value = (int)number;
    return true;
}

static bool read_typos(struct reader *r, struct draft *draft, const cJSON *item)
{
    int value = 0;
    bool is_fine = read_whole(r, draft, item, &value);
    draft->question->typos = (int8_t)value;
    return is_fine;
}

static bool read_points(struct reader *r, struct draft *draft, const cJSON *item)
{
    int value = 0;
    bool is_fine = read_whole(r, draft, item, &value);
    draft->question->points = (uint16_t)value;
    return is_fine;
}

static bool read_seconds(struct reader *r, struct draft *draft, const cJSON *item)
{
    int value = 0;
    bool is_fine = read_whole(r, draft, item, &value);
    draft->question->seconds = (uint16_t)value;
    return is_fine;
}

/// Reads "5%": up to two digits, and a fraction. Returns a negative number if it is none.
static double read_percent(const char *text)
{
    const char *p = text;
    double value = 0, place = 1;
    for (; *p >= '0' && *p <= '9' && p - text < 2; p++)
        value = value * 10 + (*p - '0');
    if (p == text || (text[0] == '0' && p - text > 1))
        return -1;
    if (*p == '.') {
        const char *point = p++;
        for (; *p >= '0' && *p <= '9'; p++)
            value += (*p - '0') * (place /= 10);
        if (p == point + 1)
            return -1;
    }
    return p[0] == '%' && p[1] == '\0' ? value / 100 : -1;
}

static bool read_tolerance(struct reader *r, struct draft *draft, const cJSON *item)
{
    double value = cJSON_IsNumber(item)      ? item->valuedouble
                   : json_tree_is_text(item) ? read_percent(item->valuestring)
                                             : -1;
    if (value < 0) {
        native_report_type(r, item, "",
                           "Write a number from 0, or a share of the answer from \"0%\" to "
                           "\"99.9%\"");
        return false;
    }
    if (cJSON_IsNumber(item) && !native_number(r, item, &value))
        return false;
    draft->number.tolerance = value;
    draft->number.is_share = json_tree_is_text(item);
    return true;
}

/// Reads a text that may be empty.
static bool read_plain(struct reader *r, const struct draft *draft, const cJSON *item,
                       const char **text)
{
    return (*text = native_text(r, item, "", rule_of(draft, false))) != NULL;
}

static bool read_unit(struct reader *r, struct draft *draft, const cJSON *item)
{
    return read_plain(r, draft, item, &draft->number.unit);
}

static bool read_image(struct reader *r, struct draft *draft, const cJSON *item)
{
    draft->has_extras = true;
    return (draft->extras.image = native_image(r, item)) != NULL;
}

static bool read_image_alt(struct reader *r, struct draft *draft, const cJSON *item)
{
    draft->has_extras = true;
    return read_plain(r, draft, item, &draft->extras.image_alt);
}

static bool read_sound(struct reader *r, struct draft *draft, const cJSON *item)
{
    draft->has_extras = true;
    return (draft->extras.sound = native_sound(r, item)) != NULL;
}

static bool read_explanation(struct reader *r, struct draft *draft, const cJSON *item)
{
    draft->has_extras = true;
    return read_plain(r, draft, item, &draft->extras.explanation);
}

static bool read_hint(struct reader *r, struct draft *draft, const cJSON *item)
{
    draft->has_extras = true;
    return read_plain(r, draft, item, &draft->extras.hint);
}

static bool read_tags(struct reader *r, struct draft *draft, const cJSON *item)
{
    return native_tags(r, item, &draft->question->topics, &draft->question->topic_count);
}

static bool read_difficulty(struct reader *r, struct draft *draft, const cJSON *item)
{
    int word = native_word(r, item, native_difficulties, DIFFICULTY_COUNT);
    if (word >= 0)
        draft->question->difficulty = (uint8_t)word;
    return word >= 0;
}

static bool read_source(struct reader *r, struct draft *draft, const cJSON *item)
{
    draft->has_extras = true;
    return native_source(r, item, &draft->extras.source);
}

/// A comment is never shown, so it may hold any character.
static bool read_comment(struct reader *r, struct draft *draft, const cJSON *item)
{
    if (!json_tree_is_text(item)) {
        native_report_type(r, item, "", "Write a text in double quotes");
        return false;
    }
    int most = draft->row->most;
    size_t chars = text_count(item->valuestring);
    if (chars <= (size_t)most)
        return true;
    native_report(r, DIAG_ERROR, spot_value(item),
                  "\"comment\" has %zu characters. At most %d are allowed", chars, most);
    return false;
}

static bool finish_number(struct reader *r, struct draft *draft)
{
    struct number_answer *number = ARENA_ARRAY(r->arena, 1, struct number_answer);
    *number = draft->number;
    draft->question->number = number;
    return true;
}

enum {
    CHOICES = KIND(CHOICE) | KIND(MULTI),
    TYPED = KIND(TEXT) | KIND(CLOZE),
    ANSWERED = CHOICES | KIND(TRUEFALSE) | KIND(TEXT) | KIND(NUMBER),
    ASKED = ANSWERED | KIND(ORDER) | KIND(MATCH),
    ALL = (1 << KIND_COUNT) - 1,
};

const struct field_row native_fields[FIELD_COUNT] = {
    [FIELD_ID] = {"id", ALL, 0, read_id, 1, 64},
    [FIELD_TYPE] = {"type", ALL, 0, NULL, 0, 0},
    [FIELD_QUESTION] = {"question", ASKED, 0, read_question, 1, 2000},
    [FIELD_ANSWER] = {"answer", ANSWERED, ANSWERED, native_read_answer, 1, 50},
    [FIELD_WRONG] = {"wrong", CHOICES | KIND(TEXT), 0, native_read_wrong, 1, 11},
    [FIELD_ORDER] = {"order", KIND(ORDER), KIND(ORDER), native_read_order, 2, 20},
    [FIELD_PAIRS] = {"pairs", KIND(MATCH), KIND(MATCH), native_read_pairs, 2, 20},
    [FIELD_EXTRA] = {"extra", KIND(MATCH), KIND(MATCH), native_read_extra, 0, 10},
    [FIELD_CLOZE] = {"cloze", KIND(CLOZE), KIND(CLOZE), native_read_cloze, 1, 4000},
    [FIELD_FRONT] = {"front", KIND(CARD), KIND(CARD), read_front, 1, 2000},
    [FIELD_BACK] = {"back", KIND(CARD), KIND(CARD), read_back, 1, 2000},
    [FIELD_REVERSE] = {"reverse", KIND(CARD), 0, read_reverse, 0, 0},
    [FIELD_TOLERANCE] = {"tolerance", KIND(NUMBER), 0, read_tolerance, 0, 0},
    [FIELD_UNIT] = {"unit", KIND(NUMBER), 0, read_unit, 0, 20},
    [FIELD_EXACT] = {"exact", TYPED, 0, read_exact, 0, 0},
    [FIELD_TYPOS] = {"typos", TYPED, 0, read_typos, 0, 2},
    [FIELD_SHUFFLE] = {"shuffle", CHOICES, 0, read_shuffle, 0, 0},
    [FIELD_IMAGE] = {"image", ALL, 0, read_image, 1, 255},
    [FIELD_IMAGE_ALT] = {"imageAlt", ALL, 0, read_image_alt, 0, 500},
    [FIELD_SOUND] = {"sound", ALL, 0, read_sound, 1, 255},
    [FIELD_EXPLANATION] = {"explanation", ALL, 0, read_explanation, 0, 4000},
    [FIELD_HINT] = {"hint", ALL, 0, read_hint, 0, 500},
    [FIELD_TAGS] = {"tags", ALL, 0, read_tags, 0, 32},
    [FIELD_DIFFICULTY] = {"difficulty", ALL, 0, read_difficulty, 0, 0},
    [FIELD_POINTS] = {"points", ALL, 0, read_points, 0, 1000},
    [FIELD_SECONDS] = {"seconds", ALL, 0, read_seconds, 5, 600},
    [FIELD_SOURCE] = {"source", ALL, 0, read_source, 0, 0},
    [FIELD_COMMENT] = {"comment", ALL, 0, read_comment, 0, 4000},
};

#define ASK "{\"question\": \"...\", "

const struct kind_row native_kinds[KIND_COUNT] = {
    [KIND_CHOICE] = {"choice",
                     ASK "\"answer\": \"...\", \"wrong\": [\"...\"]}",
                     {FIELD_QUESTION, FIELD_ANSWER, FIELD_WRONG},
                     native_finish_choice},
    [KIND_MULTI] = {"multi",
                    ASK "\"answer\": [\"...\"], \"wrong\": [\"...\"]}",
                    {FIELD_QUESTION, FIELD_ANSWER, FIELD_WRONG},
                    native_finish_choice},
    [KIND_TRUEFALSE] = {"truefalse",
                        ASK "\"answer\": true}",
                        {FIELD_QUESTION, FIELD_ANSWER, FIELD_COUNT},
                        NULL},
    [KIND_TEXT] = {"text",
                   ASK "\"answer\": \"...\"}",
                   {FIELD_QUESTION, FIELD_ANSWER, FIELD_COUNT},
                   native_finish_text},
    [KIND_NUMBER] = {"number",
                     ASK "\"answer\": 5}",
                     {FIELD_QUESTION, FIELD_ANSWER, FIELD_COUNT},
                     finish_number},
    [KIND_ORDER] = {"order",
                    ASK "\"order\": [\"first\", \"second\"]}",
                    {FIELD_QUESTION, FIELD_ORDER, FIELD_COUNT},
                    native_finish_order},
    [KIND_MATCH] = {"match",
                    ASK "\"pairs\": [[\"left\", \"right\"], [\"left\", \"right\"]]}",
                    {FIELD_QUESTION, FIELD_PAIRS, FIELD_COUNT},
                    native_finish_match},
    [KIND_CLOZE] = {"cloze",
                    "{\"cloze\": \"... [[answer]] ...\"}",
                    {FIELD_CLOZE, FIELD_COUNT, FIELD_COUNT},
                    NULL},
    [KIND_CARD] = {"card",
                   "{\"front\": \"...\", \"back\": \"...\"}",
                   {FIELD_FRONT, FIELD_BACK, FIELD_COUNT},
                   NULL},
};
