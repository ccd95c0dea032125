// What to say of text that is no JSON: what was found, what may stand there, what to do.
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "formats/chars.h"
#include "formats/json_scanner.h"
#include "formats/quote.h"

enum { MESSAGE_ROOM = 600 };

bool json_fail(struct json_scanner *s, size_t at, size_t end, const char *format, ...)
{
    char message[MESSAGE_ROOM];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    json_mark_move(&s->mark, s->text, at);
    struct place place = {.file = s->file, .line = s->mark.line, .column = s->mark.column};
    int width = end > at ? json_width(s->text, (struct json_range){at, end - at}) : 1;
    diag_add(s->diags, DIAG_ERROR, place, width, s->text, s->len, at, "%s", message);
    return false;
}

static bool starts_with(const struct json_scanner *s, size_t at, const char *prefix)
{
    size_t len = strlen(prefix);
    return s->len - at >= len && memcmp(s->text + at, prefix, len) == 0;
}

static bool is_letter(unsigned char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || c == '$' || c >= 0x80;
}

static size_t word_end(const struct json_scanner *s, size_t at)
{
    const char *end = s->text + s->len;
    while (at < s->len) {
        unsigned char c = (unsigned char)s->text[at];
        size_t len = chars_len(s->text + at, end);
        if (len == 0 || !(is_letter(c) || (c >= '0' && c <= '9') || c == '-'))
            break;
        at += len;
    }
    return at;
}

/// The place of byte `at`, for a message about another place.
static struct json_mark mark_at(const struct json_scanner *s, size_t at)
{
    struct json_mark mark = s->mark;
    json_mark_move(&mark, s->text, at);
    return mark;
}

bool json_complain_utf8(struct json_scanner *s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s->text + at;
    size_t left = s->len - at;
    const char *why = "it looks like Windows-1252 or Latin-1; save the file as UTF-8";
    if (*p == 0xC0 || *p == 0xC1 || (left > 1 && *p == 0xE0 && p[1] >= 0x80 && p[1] < 0xA0) ||
        (left > 1 && *p == 0xF0 && p[1] >= 0x80 && p[1] < 0x90)) {
        why = "it is written with more bytes than it needs; write the character anew";
    } else if (left > 1 && *p == 0xED && p[1] >= 0xA0 && p[1] < 0xC0) {
        why = "it is half of a surrogate pair; write the character anew";
    } else if (left > 1 && p[1] >= 0x80 && p[1] < 0xC0 &&
               (*p > 0xF4 || (*p == 0xF4 && p[1] > 0x8F))) {
        why = "it is beyond the last character, U+10FFFF; write the character anew";
    }
    return json_fail(s, at, at + 1, "the byte %02X is not UTF-8 here: %s", *p, why);
}

static bool complain_encoding(struct json_scanner *s, const char *name)
{
    return !json_fail(s, 0, 0, "the file is %s, not UTF-8; save it as UTF-8", name);
}

bool json_complain_whole(struct json_scanner *s)
{
    const unsigned char *p = (const unsigned char *)s->text;
    if (s->len == 0)
        return !json_fail(s, 0, 0, "the file is empty; it should start with {");
    if (s->len >= 4 && (memcmp(p, "\xFF\xFE\0\0", 4) == 0 || memcmp(p, "\0\0\xFE\xFF", 4) == 0))
        return complain_encoding(s, "UTF-32");
    if (s->len >= 2 && (memcmp(p, "\xFF\xFE", 2) == 0 || memcmp(p, "\xFE\xFF", 2) == 0))
        return complain_encoding(s, "UTF-16");
    // No text starts with a NUL, and only UTF-16 has one behind an ASCII character.
    if (s->len >= 2 && (p[0] == 0) != (p[1] == 0))
        return complain_encoding(s, "UTF-16");
    for (size_t i = s->at; i < s->len; i++) {
        if (!strchr(" \t\r\n", s->text[i]) || s->text[i] == '\0')
            return false;
    }
    return !json_fail(s, s->at, s->at,
                      "the file holds nothing but blanks; it should start with {");
}

/// Reports the end of the file where something is still open.
static bool complain_end(struct json_scanner *s)
{
    size_t at = s->len;
    while (at > 0 && strchr(" \t\r\n", s->text[at - 1]))
        at--;
    if (s->depth == 0)
        return json_fail(s, at, at, "the file ends where a value should stand");
    const struct json_frame *frame = &s->frames[s->depth - 1];
    struct json_mark open = mark_at(s, frame->open_at);
    return json_fail(
        s, at, at,
        "the file ends here, but the %c of line %d:%d is not closed; put a %c, and "
        "see whether the file was saved whole",
        s->text[frame->open_at], open.line, open.column, frame->is_object ? '}' : ']');
}

/// Reports a comment, a typographic or single quote, an odd blank: what is as wrong in one
/// place as in another. Returns whether it was one.
static bool complain_anywhere(struct json_scanner *s)
{
    size_t at = s->at;
    unsigned char c = (unsigned char)s->text[at];
    const char *end = s->text + s->len;
    size_t len = chars_len(s->text + at, end);
    if (len == 0)
        return !json_complain_utf8(s, at);
    if (c == '#' || starts_with(s, at, "//") || starts_with(s, at, "/*")) {
        return !json_fail(s, at, at + (c == '#' ? 1 : 2),
                          "JSON has no comments; remove it, or write \"comment\": \"...\" in a "
                          "question");
    }
    if (c == '\'' || c == '`') {
        return !json_fail(s, at, at + 1, "%s quotes are not for JSON; write \" instead",
                          c == '`' ? "back" : "single");
    }
    static const char *const quotes[] = {
        "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x9F", "\xE2\x80\x98",
        "\xE2\x80\x99", "\xE2\x80\x9A", "\xC2\xAB",     "\xC2\xBB",     "\xEF\xBC\x82"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (starts_with(s, at, quotes[i])) {
            return !json_fail(s, at, at + len,
                              "typographic quotes (%s) are not for JSON; write \" instead",
                              quotes[i]);
        }
    }
    const char *p = s->text + at;
    uint32_t point = text_next(&p, end);
    if (chars_is_hidden(point)) {
        diag_fix(s->diags, at, len, chars_is_blank(point) ? " " : "");
        return !json_fail(s, at, at + len,
                          "%s U+%04X outside of a text; only spaces, tabs and line ends may "
                          "stand here, remove it",
                          chars_name(point), (unsigned)point);
    }
    return false;
}

/// Reports a bare word where a value should stand.
static bool complain_word(struct json_scanner *s)
{
    static const struct {
        const char *found, *meant;
    } words[] = {
        {"True", "true"}, {"TRUE", "true"}, {"False", "false"},    {"FALSE", "false"},
        {"None", "null"}, {"NULL", "null"}, {"Null", "null"},      {"nil", "null"},
        {"yes", "true"},  {"no", "false"},  {"undefined", "null"},
    };

    static const char *const right[] = {"true", "false", "null"};
    static const char *const no_numbers[] = {"NaN", "nan", "Infinity", "Inf", "inf"};
    size_t end = word_end(s, s->at);
    struct quote word = quote_text(s->text + s->at, end - s->at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(word.text, words[i].found) == 0) {
            diag_fix(s->diags, s->at, end - s->at, words[i].meant);
            return json_fail(s, s->at, end, "%s is not JSON; write %s", word.text,
                             words[i].meant);
        }
    }
    for (size_t i = 0; i < sizeof no_numbers / sizeof *no_numbers; i++) {
        if (strcmp(word.text, no_numbers[i]) == 0) {
            return json_fail(s, s->at, end, "%s is no number in JSON; write one with digits",
                             word.text);
        }
    }
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        if (text_edits(word.text, right[i], 1) <= 1) {
            return json_fail(s, s->at, end, "%s is not JSON; did you mean %s?", word.text,
                             right[i]);
        }
    }
    return json_fail(s, s->at, end,
                     "%s stands without quotes; write a text as \"%s\" (only true, false and "
                     "null go without)",
                     word.text, word.text);
}

/// Reports a character that nothing can start with.
static bool complain_char(struct json_scanner *s, const char *wanted)
{
    size_t len = chars_len(s->text + s->at, s->text + s->len);
    return json_fail(s, s->at, s->at + len, "found %s where %s should stand",
                     quote_text(s->text + s->at, len).text, wanted);
}

/// ` of line 12` where byte `at` is on another line than byte `from`; else nothing.
struct line_words {
    char text[32];
};

static struct line_words name_line(const struct json_scanner *s, size_t from, size_t at)
{
    struct line_words words = {""};
    int line = mark_at(s, at).line;
    if (line != mark_at(s, from).line)
        snprintf(words.text, sizeof words.text, " of line %d", line);
    return words;
}

static bool complain_trailing_comma(struct json_scanner *s)
{
    diag_fix(s->diags, s->comma_at, 1, "");
    return json_fail(s, s->comma_at, s->comma_at + 1,
                     "nothing follows this comma; remove it before the %c%s", s->text[s->at],
                     name_line(s, s->comma_at, s->at).text);
}

/// Reports a file that is something else than JSON.
static bool complain_other_format(struct json_scanner *s)
{
    size_t end = word_end(s, s->at);
    if (end == s->at)
        end += chars_len(s->text + s->at, s->text + s->len);
    return json_fail(s, s->at, end,
                     "this is no JSON; a bank starts with {, as questions/README.md shows");
}

/// Reports a picture, a program or another file that is no text. Returns whether it was one.
static bool complain_binary(struct json_scanner *s)
{
    enum { LOOKED_AT = 32 };

    size_t end = s->len - s->at < LOOKED_AT ? s->len : s->at + LOOKED_AT;
    for (size_t i = s->at; i < end; i++) {
        unsigned char c = (unsigned char)s->text[i];
        if (c < '\t' || (c > '\r' && c < ' ') || c == 0x7F) {
            return !json_fail(s, s->at, s->at + 1,
                              "this is no text, and no bank; a bank starts with {, as "
                              "questions/README.md shows");
        }
    }
    return false;
}

static bool complain_value(struct json_scanner *s)
{
    char c = s->text[s->at];
    if (c == ']' || c == '}') {
        bool fits = s->depth && s->frames[s->depth - 1].is_object == (c == '}');
        if (s->state == JSON_NEXT_ELEMENT && fits)
            return complain_trailing_comma(s);
        if (s->state == JSON_MEMBER_VALUE && fits)
            return json_complain_no_value(s);
        return json_complain_bracket(s);
    }
    if (c == ',') {
        return json_fail(s, s->at, s->at + 1,
                         "a value is missing before this comma; write one or remove the comma");
    }
    if (s->state == JSON_ROOT)
        return !complain_binary(s) && !complain_anywhere(s) && complain_other_format(s);
    if (c == '+' || c == '.') {
        return json_fail(s, s->at, s->at + 1, "a number starts with a digit or -, not with %c",
                         c);
    }
    if (complain_anywhere(s) || json_complain_unopened(s))
        return false;
    if (is_letter((unsigned char)c))
        return complain_word(s);
    return complain_char(s, "a value");
}

/// Reports an object that was meant to be closed before the one that starts here.
static bool complain_unclosed(struct json_scanner *s)
{
    struct json_mark open = mark_at(s, s->frames[s->depth - 1].open_at);
    struct json_mark next = mark_at(s, s->at);
    return json_fail(
        s, s->comma_at, s->comma_at + 1,
        "a } is missing before this comma: the { of line %d:%d is not closed where "
        "that of line %d:%d starts",
        open.line, open.column, next.line, next.column);
}

static bool complain_key(struct json_scanner *s)
{
    char c = s->text[s->at];
    if (c == '}' && s->state == JSON_NEXT_KEY)
        return complain_trailing_comma(s);
    if (c == ']')
        return json_complain_bracket(s);
    if (c == ',') {
        diag_fix(s->diags, s->at, 1, "");
        return json_fail(s, s->at, s->at + 1, "one comma too many; remove it");
    }
    if (c == '{' && s->state == JSON_NEXT_KEY)
        return complain_unclosed(s);
    if (c == '[' && s->state == JSON_NEXT_KEY && json_complain_no_key(s))
        return false;
    if (s->state == JSON_NEXT_KEY && json_complain_number(s))
        return false;
    size_t end = word_end(s, s->at);
    if (complain_anywhere(s) || (end > s->at && json_complain_unopened(s)))
        return false;
    if (end > s->at) {
        struct quote word = quote_text(s->text + s->at, end - s->at);
        return json_fail(s, s->at, end, "the key %s stands without quotes; write \"%s\"",
                         word.text, word.text);
    }
    return complain_char(s, "a key in double quotes");
}

static bool complain_colon(struct json_scanner *s)
{
    char c = s->text[s->at];
    if (c == '=')
        return json_fail(s, s->at, s->at + 1, "write : between a key and its value, not =");
    if ((c == ',' || c == '}' || c == ']') && json_complain_no_key(s))
        return false;
    if (c == ',' || c == '}') {
        return json_fail(s, s->value_end, s->value_end,
                         "a : and a value are missing after this key");
    }
    if (json_complain_key(s) || complain_anywhere(s))
        return false;
    return json_fail(s, s->value_end, s->value_end, "a : is missing after this key");
}

static bool complain_comma(struct json_scanner *s)
{
    char c = s->text[s->at];
    bool is_object = s->frames[s->depth - 1].is_object;
    if (c == ']' || c == '}')
        return json_complain_bracket(s);
    if (c == ':' && !is_object && json_complain_open_array(s))
        return false;
    if (c == ':') {
        return json_fail(s, s->at, s->at + 1,
                         is_object ? "a second : for one key; a comma or a quote is missing "
                                     "before it"
                                   : "a key in an array; only an object { } has keys");
    }
    if (c == ';')
        return json_fail(s, s->at, s->at + 1, "write a comma between values, not ;");
    // Right behind a quote, as in "The "#1" hit", these are text.
    bool is_text = s->at == s->value_end && c && strchr("#'`", c);
    if ((is_text && json_complain_text(s)) || complain_anywhere(s))
        return false;
    bool is_word = is_letter((unsigned char)c) || (c >= '0' && c <= '9') || c == '-';
    if ((is_word || s->at == s->value_end) && !strchr("\"{[", c) && json_complain_text(s))
        return false;
    if (json_complain_stranger(s))
        return false;
    if (is_word || strchr("\"{[", c)) {
        struct line_words next = name_line(s, s->value_end, s->at);
        if (next.text[0] && !is_word)
            diag_fix(s->diags, s->value_end, 0, ",");
        return json_fail(s, s->value_end, s->value_end,
                         "a comma is missing after this value%s%s",
                         next.text[0] ? ", before that" : "", next.text);
    }
    return complain_char(s, is_object ? "a comma or }" : "a comma or ]");
}

static bool complain_rest(struct json_scanner *s)
{
    char c = s->text[s->at];
    if (c == ']' || c == '}')
        return json_complain_bracket(s);
    if (c == ',') {
        return json_fail(s, s->at, s->at + 1,
                         "a comma after the end; remove it, or put [ ] around all values");
    }
    if (complain_anywhere(s))
        return false;
    if (c == '{' || c == '[' || c == '"') {
        return json_fail(s, s->at, s->at + 1,
                         "a second document starts here; give each a file of its own");
    }
    return json_fail(s, s->at, word_end(s, s->at), "more text after the end; remove it");
}

bool json_complain(struct json_scanner *s)
{
    if (s->at == s->len)
        return complain_end(s);
    switch (s->state) {
    case JSON_ROOT:
    case JSON_FIRST_ELEMENT:
    case JSON_NEXT_ELEMENT:
    case JSON_MEMBER_VALUE:
        return complain_value(s);
    case JSON_FIRST_KEY:
    case JSON_NEXT_KEY:
        return complain_key(s);
    case JSON_COLON:
        return complain_colon(s);
    case JSON_COMMA:
        return complain_comma(s);
    case JSON_END:
        return complain_rest(s);
    }
    return false;
}
