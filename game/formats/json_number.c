// Numbers of JSON text.
#include <string.h>

#include "base/number.h"
#include "formats/json_scanner.h"
#include "formats/quote.h"

// cJSON copies a number into 64 bytes; a double has room for 308 digits before the point.
enum { CJSON_DIGITS = 60, SAFE_DIGITS = 300 };

static bool is_digit(const struct json_scanner *s, size_t at)
{
    return at < s->len && s->text[at] >= '0' && s->text[at] <= '9';
}

static char char_at(const struct json_scanner *s, size_t at)
{
    return at < s->len ? s->text[at] : '\0';
}

static size_t skip_digits(const struct json_scanner *s, size_t at)
{
    while (is_digit(s, at))
        at++;
    return at;
}

/// Where what was meant to be a number ends.
static size_t word_end(const struct json_scanner *s, size_t at)
{
    while (at < s->len && !strchr(" \t\r\n,:;=#/[]{}\"", s->text[at]) &&
           (unsigned char)s->text[at] > ' ' && (unsigned char)s->text[at] < 0x7F)
        at++;
    return at;
}

/// Reports a wrong number that is right up to `at`.
static bool complain(struct json_scanner *s, size_t start, size_t at)
{
    if (s->state == JSON_ROOT)
        return json_complain(s);
    if (at < s->len && (unsigned char)s->text[at] >= 0x7F) {
        s->at = at;
        return json_complain(s);
    }
    size_t end = word_end(s, at);
    end = end > start ? end : start + 1;
    char c = char_at(s, at), before = at > start ? s->text[at - 1] : '\0';
    struct quote word = quote_text(s->text + start, end - start);
    if (before == '0' && is_digit(s, at)) {
        return json_fail(s, start, end, "%s: a number has no zeros before it; remove them",
                         word.text);
    }
    if (before == '-' && c == 'I') {
        return json_fail(s, start, end, "%s is no number in JSON; write one with digits",
                         word.text);
    }
    if (before == '-') {
        return json_fail(s, start, end, "%s: digits are missing after the minus sign",
                         word.text);
    }
    if (before == '.') {
        return json_fail(s, start, end,
                         "%s: a digit is missing after the point; write 1.0 or 1", word.text);
    }
    if (before == 'e' || before == 'E' || before == '+') {
        return json_fail(s, start, end, "%s: digits are missing after the \"%c\"", word.text,
                         before);
    }
    if (before == '0' && (c == 'x' || c == 'X')) {
        return json_fail(s, start, end, "%s: numbers are decimal; write it with 0 to 9",
                         word.text);
    }
    if (c == '_' || c == '\'') {
        return json_fail(s, start, end, "%s: nothing may part the digits; remove the \"%c\"",
                         word.text, c);
    }
    return json_fail(s, start, end,
                     "%s is no number; write digits as in -12.5, or put a text in double "
                     "quotes: \"%s\"",
                     word.text, word.text);
}

/// Notes a number that is too large, or too long for cJSON.
static void note_size(struct json_scanner *s, size_t start, bool has_exponent)
{
    size_t len = s->at - start;
    if (len <= CJSON_DIGITS && !has_exponent)
        return;
    double value = 0;
    if ((has_exponent || len > SAFE_DIGITS) && !number_parse(s->text + start, len, &value)) {
        json_remark(s, JSON_HUGE_NUMBER, start, s->at, start);
        json_fail(s, start, s->at, "%s is too large a number; the largest are about 1.7e308",
                  quote_text(s->text + start, len).text);
    } else if (len > CJSON_DIGITS) {
        json_remark(s, JSON_LONG_NUMBER, start, s->at, start);
    }
}

bool json_scan_number(struct json_scanner *s)
{
    size_t start = s->at;
    size_t at = start + (s->text[start] == '-');
    if (!is_digit(s, at))
        return complain(s, start, at);
    bool is_zero = s->text[at] == '0';
    at = is_zero ? at + 1 : skip_digits(s, at);
    if (is_zero && is_digit(s, at))
        return complain(s, start, at);
    if (char_at(s, at) == '.') {
        if (!is_digit(s, ++at))
            return complain(s, start, at);
        at = skip_digits(s, at);
    }
    bool has_exponent = char_at(s, at) == 'e' || char_at(s, at) == 'E';
    if (has_exponent) {
        at++;
        at += char_at(s, at) == '+' || char_at(s, at) == '-';
        if (!is_digit(s, at))
            return complain(s, start, at);
        at = skip_digits(s, at);
    }
    if (at < s->len && !strchr(" \t\r\n,]}", s->text[at]) && word_end(s, at) > at)
        return complain(s, start, at);
    s->at = at;
    note_size(s, start, has_exponent);
    return true;
}
