// Characters that are not what they look like.
#include <string.h>

#include "base/text.h"
#include "formats/chars.h"
#include "formats/lint_bank.h"
#include "formats/native_alike.h"
#include "formats/quote.h"

/// A place in a text of the question.
struct letter {
    const cJSON *text;
    size_t at, len; // bytes; `len` is 0 if there is none
    uint32_t c;
};

bool lint_is_shown(const cJSON *item)
{
    switch (json_tree_name(item)) {
    case FIELD_QUESTION:
    case FIELD_ANSWER:
    case FIELD_WRONG:
    case FIELD_ORDER:
    case FIELD_PAIRS:
    case FIELD_EXTRA:
    case FIELD_CLOZE:
    case FIELD_FRONT:
    case FIELD_BACK:
    case FIELD_UNIT:
    case FIELD_IMAGE_ALT:
    case FIELD_EXPLANATION:
    case FIELD_HINT:
    case FIELD_TAGS:
        return true;
    default:
        return false;
    }
}

static bool look_in(struct reader *r, const cJSON *item,
                    bool (*look)(struct reader *r, const cJSON *text))
{
    if (json_tree_is_text(item))
        return look(r, item);
    if (!cJSON_IsArray(item) && !cJSON_IsObject(item))
        return false;
    for (const cJSON *child = item->child; child; child = child->next) {
        if (look_in(r, child, look))
            return true;
    }
    return false;
}

void lint_look_through(const struct lint_item *item,
                       bool (*look)(struct reader *r, const cJSON *text))
{
    for (const cJSON *field = item->r->root->child; field; field = field->next) {
        if (lint_is_shown(field) && look_in(item->r, field, look))
            return;
    }
}

/// Looks for a letter in the `len` bytes at `text`, which are not all ASCII.
typedef struct letter finder(const char *text, size_t len);

/// Looks through a value and all in it, with `find`, up to the first that is found.
static struct letter search(const cJSON *item, finder *find)
{
    struct letter found = {0};
    if (json_tree_is_text(item) && !(item->type & JSON_TREE_PLAIN))
        found = find(item->valuestring, (size_t)item->valueint);
    if (found.len)
        found.text = item;
    if (!cJSON_IsArray(item) && !cJSON_IsObject(item))
        return found;
    for (const cJSON *child = item->child; child && !found.len; child = child->next)
        found = search(child, find);
    return found;
}

static struct letter search_question(const struct lint_item *item, finder *find)
{
    struct letter found = {0};
    for (const cJSON *field = item->r->root->child; field && !found.len; field = field->next) {
        if (lint_is_shown(field))
            found = search(field, find);
    }
    return found;
}

/// Whether characters that join letters or part them without being seen have a use beside `c`:
/// in emoji, and in scripts whose letters change their form.
static bool has_joiners(uint32_t c)
{
    return (c >= 0x590 && c < 0x1E00) || (c >= 0x2190 && c < 0x3000) ||
           (c >= 0xA800 && c < 0xAC00) || c >= 0xFB1D;
}

/// A character that does no more than to be in the way. A soft hyphen shows where a line
/// breaks.
static struct letter find_invisible(const char *text, size_t len)
{
    enum { SOFT_HYPHEN = 0xAD };

    if (chars_are_everyday(text, len))
        return (struct letter){0};
    uint32_t before = 0;
    const char *end = text + len;
    for (const char *p = text; p < end;) {
        const char *start = p;
        uint32_t c = text_next(&p, end);
        if (c != SOFT_HYPHEN && chars_is_invisible(c) && !has_joiners(before)) {
            return (struct letter){
                .at = (size_t)(start - text), .len = (size_t)(p - start), .c = c};
        }
        before = c;
    }
    return (struct letter){0};
}

void lint_look_invisible(const struct lint_item *item)
{
    struct letter found = search_question(item, find_invisible);
    if (!found.len)
        return;
    if (!(item->r->off & LINT_BIT(LINT_INVISIBLE)))
        native_fix(item->r, spot_part(found.text, found.at, found.len), "");
    const char *name = chars_name(found.c);
    lint_report(item->r, LINT_INVISIBLE, spot_part(found.text, found.at, found.len),
                "%s U+%04X, which nobody sees. Remove it", name ? name : "a character",
                (unsigned)found.c);
}

enum script { SCRIPT_LATIN, SCRIPT_GREEK, SCRIPT_CYRILLIC, SCRIPT_OTHER, SCRIPTS };

static enum script script_of(uint32_t c)
{
    bool is_ascii = (c | 32) >= 'a' && (c | 32) <= 'z' && c < 0x80;
    if (is_ascii || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7))
        return SCRIPT_LATIN;
    return c >= 0x370 && c < 0x400   ? SCRIPT_GREEK
           : c >= 0x400 && c < 0x530 ? SCRIPT_CYRILLIC
                                     : SCRIPT_OTHER;
}

/// Whether the Latin letter `c` is drawn as one of the other scripts.
static bool has_double(uint32_t c)
{
    return c < 0x80 && strchr("ABCEHIJKMNOPSTXYZaceijopsvxy", (int)c);
}

/// What is known of a word of one script with letters of another.
struct word {
    int letters[SCRIPTS], doubles[SCRIPTS]; // doubles look like a letter of the other script
    struct letter first[SCRIPTS];           // double
};

/// The letter that does not belong to a word: all of its script in it look like others, and
/// there are more of those others. A symbol such as "kΩ" or a short formula is no such word.
static struct letter find_stranger(const struct word *word)
{
    enum { SHORTEST = 4 };

    int latin = word->letters[SCRIPT_LATIN];
    for (int other = SCRIPT_GREEK; other <= SCRIPT_CYRILLIC; other++) {
        int count = word->letters[other];
        if (!count || !latin || count + latin < SHORTEST)
            continue;
        if (count == word->doubles[other] && count <= latin)
            return word->first[other];
        if (latin == word->doubles[SCRIPT_LATIN] && latin < count)
            return word->first[SCRIPT_LATIN];
    }
    return (struct letter){0};
}

/// Whether there are letters of two scripts that have letters which look the same.
static bool has_two_scripts(const char *text, size_t len)
{
    bool has_latin = false, has_other = false;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i], small = (unsigned char)(c | 32);
        has_latin |= (small >= 'a' && small <= 'z') || (c >= 0xC3 && c <= 0xC9);
        has_other |= c >= 0xCD && c <= 0xD4; // which start Greek and Cyrillic letters
    }
    return has_latin && has_other;
}

static struct letter find_look_alike(const char *text, size_t len)
{
    struct word word = {0};
    if (!has_two_scripts(text, len))
        return (struct letter){0};
    const char *end = text + len;
    for (const char *p = text; p <= end;) {
        const char *start = p;
        uint32_t c = p < end ? text_next(&p, end) : 0;
        enum script script = script_of(c);
        if (script == SCRIPT_OTHER) {
            struct letter stranger = find_stranger(&word);
            if (stranger.len || p == end)
                return stranger;
            word = (struct word){0};
            continue;
        }
        word.letters[script]++;
        bool is_double = script == SCRIPT_LATIN ? has_double(c) : alike_latin(c) != c;
        if (is_double && !word.doubles[script]++) {
            word.first[script] = (struct letter){
                .at = (size_t)(start - text), .len = (size_t)(p - start), .c = c};
        }
        if (p == end)
            return find_stranger(&word);
    }
    return (struct letter){0};
}

void lint_look_letters(const struct lint_item *item)
{
    struct letter found = search_question(item, find_look_alike);
    if (!found.len)
        return;
    static const char *const names[SCRIPTS] = {"a Latin", "a Greek", "a Cyrillic", "another"};
    const char *bytes = found.text->valuestring + found.at;
    lint_report(item->r, LINT_LOOK_ALIKE, spot_part(found.text, found.at, found.len),
                "\"%s\" U+%04X is %s letter in a word of another script. Type the letter that "
                "it looks like",
                quote_text(bytes, found.len).text, (unsigned)found.c,
                names[script_of(found.c)]);
}

/// Whether an accepted answer takes all that another one takes: with "exact" only what cannot
/// be seen is the same.
static bool is_same_answer(const struct lint_item *item, const char *a, const char *b)
{
    struct arena *scratch = &item->r->scratch;
    if (!item->draft->question->is_exact)
        return alike_compare(scratch, a, b) == ALIKE_SAME;
    return strcmp(text_fold(scratch, a, FOLD_INVISIBLE, NULL),
                  text_fold(scratch, b, FOLD_INVISIBLE, NULL)) == 0;
}

// Equal choices are found when the question is read; answers that are typed may be equal.
void lint_look_choices(const struct lint_item *item)
{
    if (item->draft->kind != KIND_TEXT)
        return;
    const struct draft_list *list = &item->draft->right;
    const struct texts *texts = &list->texts;
    for (int i = 1; i < texts->count; i++) {
        for (int k = 0; k < i; k++) {
            if (!is_same_answer(item, texts->items[k], texts->items[i]))
                continue;
            lint_report(item->r, LINT_EQUAL_CHOICES, spot_value(list->from[i]),
                        "\"%s\" is taken where \"%s\" is. Remove it",
                        quote_string(texts->items[i]).text, quote_string(texts->items[k]).text);
            break;
        }
    }
}
