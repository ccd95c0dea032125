// Strings of JSON text.
#include <string.h>

#include "formats/chars.h"
#include "formats/json_scanner.h"
#include "formats/quote.h"
#include "formats/words.h"

/// Whether any byte of a word needs a closer look: a control character, '"', '\\' or one that
/// isn't ASCII.
static bool is_special(uint64_t word)
{
    return (word_has_below(word, 0x20) | word_has(word, '"') | word_has(word, '\\') |
            word_has_high(word)) != 0;
}

static bool is_tail(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) == 0x80;
}

/// Steps over characters that are allowed as they are and sure to be valid: ASCII and, in
/// line because most texts are made of them, those of two and three bytes.
static size_t skip_plain(const char *text, size_t at, size_t len)
{
    while (at < len) {
        if (len - at >= sizeof(uint64_t) && !is_special(word_read(text + at))) {
            at += sizeof(uint64_t);
            continue;
        }
        unsigned char c = (unsigned char)text[at];
        while (c >= 0x20 && c < 0x80 && c != '"' && c != '\\' && ++at < len)
            c = (unsigned char)text[at];
        if (c < 0xC2 || at == len)
            return at;
        while (c >= 0xC2 && len - at >= 3) {
            if (c < 0xE0 && is_tail(text, at + 1)) {
                at += 2;
            } else if (c > 0xE0 && c != 0xED && c < 0xF0 && is_tail(text, at + 1) &&
                       is_tail(text, at + 2)) {
                at += 3;
            } else {
                return at;
            }
            if (at == len)
                return at;
            c = (unsigned char)text[at];
        }
        if (c >= 0x80)
            return at;
    }
    return at;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static int hex_value(const struct json_scanner *s, size_t at)
{
    int value = 0;
    for (size_t i = 0; i < 4; i++) {
        if (at + i >= s->len)
            return -1;
        unsigned char c = (unsigned char)s->text[at + i];
        unsigned char letter = c | 32;
        if (!is_digit(c) && (letter < 'a' || letter > 'f'))
            return -1;
        value = value * 16 + (is_digit(c) ? c - '0' : letter - 'a' + 10);
    }
    return value;
}

static bool complain_open(struct json_scanner *s, size_t string)
{
    return json_fail(s, string, s->len,
                     "the file ends inside this text; put a \" at its end, and see whether "
                     "the file was saved whole");
}

static bool has_low_half(const struct json_scanner *s, size_t at)
{
    if (s->len - at < 6 || s->text[at] != '\\' || s->text[at + 1] != 'u')
        return false;
    int low = hex_value(s, at + 2);
    return low >= 0xDC00 && low < 0xE000;
}

/// Steps over "\uXXXX" or a pair of them.
static bool scan_unicode(struct json_scanner *s, size_t string)
{
    int c = hex_value(s, s->at + 2);
    if (c < 0) {
        return json_fail(s, s->at, s->at + 2,
                         "\"\\u\" needs four digits from 0 to 9 and a to f, as in \"\\u00e9\"; "
                         "write \\\\ for a backslash");
    }
    size_t at = s->at;
    s->at += 6;
    if (c >= 0xD800 && c < 0xDC00 && has_low_half(s, s->at)) {
        s->at += 6;
        return true;
    }
    if (c >= 0xD800 && c < 0xE000) {
        json_remark(s, JSON_BAD_ESCAPE, at, s->at, string);
        json_fail(s, at, s->at,
                  "\"%.6s\" is half of a surrogate pair, which is no character; write the "
                  "character itself",
                  s->text + at);
    } else if (c == 0 && !s->limits->takes_nul) {
        json_remark(s, JSON_BAD_ESCAPE, at, s->at, string);
        json_fail(s, at, s->at, "\"\\u0000\" cannot stand in a text; remove it");
    }
    return true;
}

static bool scan_escape(struct json_scanner *s, size_t string)
{
    if (s->at + 1 == s->len)
        return complain_open(s, string);
    char c = s->text[s->at + 1];
    if (c == 'u')
        return scan_unicode(s, string);
    if (c && strchr("\"\\/bfnrt", c)) {
        s->at += 2;
        return true;
    }
    size_t len = chars_len(s->text + s->at + 1, s->text + s->len);
    if (len == 0)
        return json_complain_utf8(s, s->at + 1);
    struct quote found = quote_text(s->text + s->at + 1, len);
    if (c == '\'')
        return json_fail(s, s->at, s->at + 2, "\"\\'\" is no escape; write ' without the \\");
    return json_fail(s, s->at, s->at + 1 + len,
                     "\"\\%s\" is no escape; write \\\\ for a backslash (allowed are \\\" \\\\ "
                     "\\/ \\b \\f \\n \\r \\t and \\u with four digits)",
                     found.text);
}

static bool complain_control(struct json_scanner *s, size_t string)
{
    unsigned char c = (unsigned char)s->text[s->at];
    if (c == '\n' || c == '\r') {
        json_mark_move(&s->mark, s->text, string);
        return json_fail(s, s->at, s->at,
                         "the text that starts at column %d is not closed on its line; put a "
                         "\" at its end, or write \\n for a line break",
                         s->mark.column);
    }
    if (c == '\t')
        return json_fail(s, s->at, s->at + 1, "a tab cannot stand in a text; write \\t");
    return json_fail(s, s->at, s->at + 1, "%s U+%04X cannot stand in a text; remove it",
                     chars_name(c), c);
}

bool json_scan_string(struct json_scanner *s)
{
    size_t string = s->at++;
    for (;;) {
        s->at = skip_plain(s->text, s->at, s->len);
        if (s->at == s->len)
            return complain_open(s, string);
        unsigned char c = (unsigned char)s->text[s->at];
        if (c == '"')
            break;
        if (c == '\\') {
            if (!scan_escape(s, string))
                return false;
        } else if (c < 0x20) {
            return complain_control(s, string);
        } else {
            size_t len = chars_len(s->text + s->at, s->text + s->len);
            if (len == 0)
                return json_complain_utf8(s, s->at);
            s->at += len;
        }
    }
    s->at++;
    size_t most = s->limits->string_bytes;
    if (most && s->at - string - 2 > most) {
        json_remark(s, JSON_FAULT, string, s->at, string);
        json_fail(s, string, s->at, "a text of %zu bytes; at most %zu are allowed",
                  s->at - string - 2, most);
    }
    return true;
}
