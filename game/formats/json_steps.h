// formats/json_steps.h: steps over text that is no JSON, to find what was meant.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "formats/json_scanner.h"

static inline char char_at(const struct json_scanner *s, size_t at)
{
    return at < s->len ? s->text[at] : '\0';
}

static inline bool is_any_of(char c, const char *chars)
{
    return c && strchr(chars, c);
}

static inline bool is_digit(const struct json_scanner *s, size_t at)
{
    return at < s->len && s->text[at] >= '0' && s->text[at] <= '9';
}

static inline size_t skip_spaces(const struct json_scanner *s, size_t at)
{
    while (is_any_of(char_at(s, at), " \t"))
        at++;
    return at;
}

static inline bool is_escaped(const struct json_scanner *s, size_t at)
{
    size_t first = at;
    while (first > 0 && s->text[first - 1] == '\\')
        first--;
    return (at - first) % 2 == 1;
}

/// The opening quote of the string that ends with the quote at `close`.
static inline size_t string_start(const struct json_scanner *s, size_t close)
{
    size_t at = close - 1;
    while (s->text[at] != '"' || is_escaped(s, at))
        at--;
    return at;
}

/// The next quote on the line from `at` on that no backslash stands before; else where the
/// line ends.
static inline size_t next_quote(const struct json_scanner *s, size_t at)
{
    while (at < s->len && !is_any_of(s->text[at], "\"\r\n"))
        at += s->text[at] == '\\' && is_any_of(char_at(s, at + 1), "\\\"") ? 2 : 1;
    return at;
}
