// Brackets that are missing, or too many.
#include <string.h>

#include "formats/json_scanner.h"
#include "formats/json_steps.h"
#include "formats/quote.h"

/// What to do with a bracket that does not close what is open.
enum cure { CURE_PUT_BEFORE, CURE_REPLACE, CURE_REMOVE };

/// Whether all brackets from `at` on close what was opened, the outermost `depth` of the open
/// ones among it and `opened`, which is another one unless it is NUL, and nothing is left open.
static bool fits(const struct json_scanner *s, size_t at, int depth, char opened)
{
    bool is_object[JSON_MAX_DEPTH];
    for (int i = 0; i < depth; i++)
        is_object[i] = s->frames[i].is_object;
    if (opened && depth < JSON_MAX_DEPTH)
        is_object[depth++] = opened == '{';
    for (; at < s->len; at++) {
        char c = s->text[at];
        if (c == '"') {
            at = next_quote(s, at + 1);
        } else if (c == '{' || c == '[') {
            if (depth == JSON_MAX_DEPTH)
                return false;
            is_object[depth++] = c == '{';
        } else if (c == '}' || c == ']') {
            if (depth <= 0 || is_object[--depth] != (c == '}'))
                return false;
        }
    }
    return depth == 0;
}

static bool is_balanced(const struct json_scanner *s, size_t at, int depth)
{
    return fits(s, at, depth, '\0');
}

/// What makes the most of the text fit together.
static enum cure find_cure(const struct json_scanner *s)
{
    char c = s->text[s->at];
    if (is_balanced(s, s->at + 1, s->depth))
        return CURE_REMOVE;
    if (is_balanced(s, s->at, s->depth - 1))
        return CURE_PUT_BEFORE;
    if (is_balanced(s, s->at + 1, s->depth - 1))
        return CURE_REPLACE;
    // There is more amiss further on. One bracket right behind its like was typed twice.
    size_t next = s->at + 1;
    while (is_any_of(char_at(s, next), " \t\r\n"))
        next++;
    bool goes_on = char_at(s, next) == ',';
    return s->text[s->value_end - 1] == c && goes_on ? CURE_REMOVE : CURE_PUT_BEFORE;
}

bool json_complain_bracket(struct json_scanner *s)
{
    char c = s->text[s->at];
    if (s->depth == 0)
        return json_fail(s, s->at, s->at + 1, "this %c closes nothing; remove it", c);
    const struct json_frame *frame = &s->frames[s->depth - 1];
    json_mark_move(&s->mark, s->text, frame->open_at);
    int line = s->mark.line, column = s->mark.column;
    char right = frame->is_object ? '}' : ']';
    enum cure cure = find_cure(s);
    if (cure == CURE_REMOVE) {
        return json_fail(s, s->at, s->at + 1,
                         "this %c is one too many in the %c of line %d:%d; remove it", c,
                         s->text[frame->open_at], line, column);
    }
    return json_fail(s, s->at, s->at + 1,
                     cure == CURE_REPLACE
                         ? "this %c cannot close the %c of line %d:%d; write %c instead"
                         : "this %c cannot close the %c of line %d:%d; put a %c before it",
                     c, s->text[frame->open_at], line, column, right);
}

static size_t skip_blanks(const struct json_scanner *s, size_t at)
{
    while (is_any_of(char_at(s, at), " \t\r\n"))
        at++;
    return at;
}

/// Whether a new line starts between two bytes.
static bool is_on_new_line(const struct json_scanner *s, size_t from, size_t to)
{
    return memchr(s->text + from, '\n', to - from) != NULL;
}

/// Whether a key stands at `at`: a text and a colon.
static bool is_key_at(const struct json_scanner *s, size_t at)
{
    if (char_at(s, at) != '"')
        return false;
    size_t close = next_quote(s, at + 1);
    return char_at(s, close) == '"' && char_at(s, skip_spaces(s, close + 1)) == ':';
}

static struct json_mark mark_at(const struct json_scanner *s, size_t at)
{
    struct json_mark mark = s->mark;
    json_mark_move(&mark, s->text, at);
    return mark;
}

static const struct json_frame *innermost(const struct json_scanner *s)
{
    return &s->frames[s->depth - 1];
}

/// Where a bracket that is missing before the key at `key` would stand: on the line above, if
/// that is empty and the key is the first of its own.
static size_t place_before(const struct json_scanner *s, size_t key)
{
    size_t at = key;
    int lines = 0;
    size_t end = key;
    while (at > 0 && is_any_of(s->text[at - 1], " \t\r\n")) {
        at--;
        if (s->text[at] == '\n' && ++lines == 1)
            end = at > 0 && s->text[at - 1] == '\r' ? at - 1 : at;
    }
    return lines > 1 ? end : key;
}

/// Whether the array that opens at `open` holds one array and nothing else before `end`.
static bool is_opened_twice(const struct json_scanner *s, size_t open, size_t end)
{
    size_t at = skip_blanks(s, open + 1);
    if (char_at(s, at) != '[')
        return false;
    int depth = 0;
    for (; at < end; at++) {
        char c = s->text[at];
        if (c == '"') {
            at = next_quote(s, at + 1);
        } else if (c == '[' || c == '{') {
            depth++;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return skip_blanks(s, at + 1) == end;
        }
    }
    return false;
}

/// Reports an array that is open where the key at `key` stands, and would fit if it were not.
static bool complain_open_array(struct json_scanner *s, size_t key)
{
    size_t open = innermost(s)->open_at;
    struct json_mark mark = mark_at(s, open);
    struct quote name = quote_text(s->text + key, s->value_end - key);
    if (s->comma_at <= open) {
        return !json_fail(s, open, open + 1,
                          "this [ opens an array, where the key %s follows; remove it",
                          name.text);
    }
    if (is_opened_twice(s, open, s->comma_at)) {
        size_t second = skip_blanks(s, open + 1);
        return !json_fail(s, open, open + 1,
                          "two [ where only one is closed; remove this one or that of line %d",
                          mark_at(s, second).line);
    }
    return !json_fail(
        s, s->comma_at, s->comma_at + 1,
        "a ] is missing before this comma: the [ of line %d:%d is not closed where "
        "the key %s follows",
        mark.line, mark.column, name.text);
}

bool json_complain_open_array(struct json_scanner *s)
{
    if (s->text[s->value_end - 1] != '"')
        return false;
    size_t key = string_start(s, s->value_end - 1);
    if (fits(s, s->at, s->depth, '{')) {
        size_t at = place_before(s, key);
        return !json_fail(s, at, at, "a { is missing before the key %s",
                          quote_text(s->text + key, s->value_end - key).text);
    }
    return is_balanced(s, s->at, s->depth - 1) && complain_open_array(s, key);
}

bool json_complain_no_key(struct json_scanner *s)
{
    size_t open = innermost(s)->open_at;
    bool is_in_array = s->depth > 1 && !s->frames[s->depth - 2].is_object;
    if (s->comma_at < open || is_balanced(s, s->at, s->depth))
        return false;
    if (is_in_array && is_balanced(s, s->at, s->depth - 1)) {
        struct json_mark mark = mark_at(s, open);
        return !json_fail(s, s->comma_at, s->comma_at + 1,
                          "a } is missing before this comma: the { of line %d:%d is not closed "
                          "where something without a key follows",
                          mark.line, mark.column);
    }
    if (s->key_at < open || !fits(s, s->at, s->depth, '['))
        return false;
    size_t end = next_quote(s, s->key_at + 1) + 1;
    return !json_fail(s, s->key_at, end,
                      "a [ is missing after this key: a ] closes what follows");
}

bool json_complain_no_value(struct json_scanner *s)
{
    if (!is_on_new_line(s, s->value_end, s->at)) {
        return json_fail(s, s->at, s->at + 1, "a value is missing before this %c",
                         s->text[s->at]);
    }
    size_t colon = s->at - 1;
    while (s->text[colon] != ':')
        colon--;
    return json_fail(s, colon + 1, colon + 1, "a value is missing after this colon");
}

/// Reports the key at `s->at` in an array, on the line below another value.
static bool complain_key_below(struct json_scanner *s)
{
    size_t last = s->value_end - 1, close = next_quote(s, s->at + 1);
    struct quote name = quote_text(s->text + s->at, close + 1 - s->at);
    if (s->text[last] == '}') {
        return !json_fail(s, last, last + 1,
                          "this } ends the object, but the key %s follows; remove it, or put a "
                          "comma and a { before the key",
                          name.text);
    }
    if (fits(s, close + 1, s->depth, '{')) {
        return !json_fail(s, last, last + 1,
                          "a value without a comma, where a { is missing before the key %s",
                          name.text);
    }
    struct json_mark mark = mark_at(s, innermost(s)->open_at);
    return !json_fail(s, s->at, close + 1,
                      "a key in the [ of line %d:%d; put a ] before it if that ends there",
                      mark.line, mark.column);
}

bool json_complain_stranger(struct json_scanner *s)
{
    bool is_object = innermost(s)->is_object;
    if (!is_any_of(char_at(s, s->at), "\"{[") || !is_on_new_line(s, s->value_end, s->at) ||
        is_key_at(s, s->at) == is_object)
        return false;
    if (!is_object)
        return complain_key_below(s);
    struct json_mark mark = mark_at(s, s->value_end - 1);
    return !json_fail(
        s, s->at, s->at + 1,
        "behind the value that ends at line %d:%d only a comma and a key, or a }, "
        "can stand",
        mark.line, mark.column);
}
