// Strings of JSON text.
#include <string.h>

#include "formats/chars.h"
#include "formats/json_scanner.h"
#include "formats/quote.h"
#include "formats/span.h"

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

/// Reports what in bytes `start` to `s->at` is not UTF-8, if anything. Returns false if so.
static bool check_utf8(struct json_scanner *s, size_t start)
{
    if (chars_is_utf8(s->text + start, s->at - start))
        return true;
    size_t bad = start;
    for (size_t len; (len = chars_len(s->text + bad, s->text + s->len)) > 0;)
        bad += len;
    return json_complain_utf8(s, bad);
}

/// Goes on from `s->at`, up to where there was nothing but printing ASCII.
static bool scan_rest(struct json_scanner *s, size_t string)
{
    for (;;) {
        size_t start = s->at;
        s->at = span_text(s->text, start, s->len, NULL);
        if (!check_utf8(s, start))
            return false;
        if (s->at == s->len)
            return complain_open(s, string);
        char c = s->text[s->at];
        if (c == '"')
            return true;
        if (c != '\\')
            return complain_control(s, string);
        s->is_escaped = true;
        if (!scan_escape(s, string))
            return false;
    }
}

bool json_scan_string(struct json_scanner *s)
{
    size_t string = s->at;
    s->is_escaped = false;
    s->at = span_plain(s->text, string + 1, s->len, NULL);
    bool is_plain = s->at < s->len && s->text[s->at] == '"';
    if (!is_plain && !scan_rest(s, string))
        return false;
    s->at++;
    size_t most = s->limits->string_bytes;
    if (most && s->at - string - 2 > most) {
        json_remark(s, JSON_FAULT, string, s->at, string);
        json_fail(s, string, s->at, "a text of %zu bytes; at most %zu are allowed",
                  s->at - string - 2, most);
    }
    return true;
}
