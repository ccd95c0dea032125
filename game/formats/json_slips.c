// Slips of the hand that show as another fault, in another place, than the one that was made.
#include <string.h>

#include "formats/json_scanner.h"
#include "formats/json_steps.h"
#include "formats/quote.h"

enum { DIGITS_MOST = 30 }; // of a number that is shown as it should be

/// Whether a quote on the line of `at` has no other: no text goes on over a line end.
static bool is_quote_missing(const struct json_scanner *s, size_t at)
{
    while (at > 0 && !is_any_of(s->text[at - 1], "\r\n"))
        at--;
    bool is_open = false;
    for (at = next_quote(s, at); char_at(s, at) == '"'; at = next_quote(s, at + 1))
        is_open = !is_open;
    return is_open;
}

/// Whether what stands at `s->at` is a whole value or key that only lacks its comma: behind a
/// blank any word, else none that could be part of a text.
static bool is_value_of_its_own(const struct json_scanner *s)
{
    size_t end = s->at;
    while (end < s->len && !is_any_of(s->text[end], " \t\r\n,:]}\""))
        end++;
    if (!is_any_of(char_at(s, skip_spaces(s, end)), ",:]}\r\n"))
        return false;
    if (s->at > s->value_end)
        return true;
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (end - s->at == strlen(words[i]) && !memcmp(s->text + s->at, words[i], end - s->at))
            return true;
    }
    size_t digits = s->at + (s->text[s->at] == '-');
    while (digits < end && is_any_of(s->text[digits], "0123456789.eE+-"))
        digits++;
    return digits == end;
}

/// Where the text in the quotes at `open` and `close` was to end, before it ran on to the
/// quote of the next one: `a, ` after the a, and `a}, {` too.
static size_t meant_end(const struct json_scanner *s, size_t open, size_t close)
{
    size_t end = close;
    while (end > open + 1 && is_any_of(s->text[end - 1], " \t,{["))
        end--;
    // A bracket that was opened in the text belongs to it.
    while (end > open + 1 && is_any_of(s->text[end - 1], " \t]}") &&
           !memchr(s->text + open, s->text[end - 1] == ']' ? '[' : '{', end - open))
        end--;
    return end > open + 1 ? end : close;
}

bool json_complain_text(struct json_scanner *s)
{
    size_t close = s->value_end - 1, next = next_quote(s, s->value_end);
    bool is_on_line = s->text[close] == '"' && next > s->at && char_at(s, next) == '"';
    if (!is_on_line || is_value_of_its_own(s))
        return false;
    size_t open = string_start(s, close);
    json_mark_move(&s->mark, s->text, open);
    int column = s->mark.column;

    // `"Capital?, "answer":` or `["Lyon, "Nice"]`: what ended the text starts the next one.
    size_t last = close;
    while (is_any_of(s->text[last - 1], " \t"))
        last--;
    bool is_touching = s->at == s->value_end;
    bool runs_on = s->text[last - 1] == ',';
    bool is_key = char_at(s, skip_spaces(s, next + 1)) == ':';
    bool is_sure = runs_on && is_key;
    if (is_touching && (is_sure || ((runs_on || is_key) && is_quote_missing(s, s->at)))) {
        size_t end = meant_end(s, open, close);
        return !json_fail(s, end, end,
                          "a \" is missing here, at the end of the text that starts at "
                          "column %d",
                          column);
    }
    if (!is_touching && is_key)
        return false;
    return !json_fail(s, close, close + 1,
                      "this \" ends the text that starts at column %d; write \\\" for a quote "
                      "inside a text",
                      column);
}

bool json_complain_key(struct json_scanner *s)
{
    size_t close = s->value_end - 1, open = string_start(s, close);
    const char *colon = memchr(s->text + open, ':', close - open);
    if (!colon || is_any_of(s->text[s->at], ",}="))
        return false;
    size_t end = (size_t)(colon - s->text);
    bool is_word = end > open + 1;
    for (size_t at = open + 1; at < end; at++)
        is_word = is_word && !is_any_of(s->text[at], " \t,\\");
    bool is_last = skip_spaces(s, end + 1) == close;
    bool runs_on = s->at == s->value_end && is_quote_missing(s, s->at);
    if (!is_word || !(is_last || runs_on))
        return false;
    return !json_fail(s, end, end, "a \" is missing here, at the end of the key \"%s\"",
                      quote_text(s->text + open + 1, end - open - 1).text);
}

bool json_complain_unopened(struct json_scanner *s)
{
    bool is_key = s->state == JSON_FIRST_KEY || s->state == JSON_NEXT_KEY;
    size_t close = next_quote(s, s->at);
    if (char_at(s, close) != '"' || !is_quote_missing(s, s->at))
        return false;
    if (!is_any_of(char_at(s, skip_spaces(s, close + 1)), is_key ? ":" : ",]}\r\n"))
        return false;
    return !json_fail(s, s->at, close + 1, "a \" is missing before this %s",
                      is_key ? "key" : "text");
}

/// Where the whole number before the comma at `comma` starts; `comma` if none ends there.
static size_t whole_start(const struct json_scanner *s, size_t comma)
{
    size_t start = comma;
    while (is_digit(s, start - 1))
        start--;
    if (start == comma || is_any_of(s->text[start - 1], ".eE+"))
        return comma;
    return s->text[start - 1] == '-' ? start - 1 : start;
}

/// Whether the number from `start` on has three digits behind each comma, and no 0 or more
/// than three before the first; `*end` is where it ends.
static bool is_grouped(const struct json_scanner *s, size_t start, size_t *end)
{
    size_t first = start + (s->text[start] == '-'), at = s->comma_at;
    bool is_fine = s->text[first] != '0' && at - first <= 3;
    while (char_at(s, at) == ',' && is_digit(s, at + 1)) {
        first = ++at;
        while (is_digit(s, at))
            at++;
        is_fine = is_fine && at - first == 3;
    }
    *end = at;
    return is_fine;
}

bool json_complain_number(struct json_scanner *s)
{
    size_t start = whole_start(s, s->comma_at), end = 0;
    if (start == s->comma_at || s->at != s->comma_at + 1 || !is_digit(s, s->at))
        return false;
    bool has_thousands = is_grouped(s, start, &end);
    char whole[DIGITS_MOST + 1] = "", decimal[DIGITS_MOST + 1] = "";
    if (end - start > DIGITS_MOST)
        return false;
    size_t used = 0;
    for (size_t i = 0; i < end - start; i++) {
        char c = s->text[start + i];
        decimal[i] = c == ',' ? '.' : c;
        if (c != ',')
            whole[used++] = c;
    }
    int commas = (int)(end - start - used);
    if (commas > 1 && !has_thousands)
        return false;
    bool has_decimals = commas == 1;
    return !json_fail(s, start, end, "a number has no commas; write %s%s%s",
                      has_thousands ? whole : "", has_thousands && has_decimals ? " or " : "",
                      has_decimals ? decimal : "");
}
