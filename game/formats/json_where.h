// formats/json_where.h: where in the text a parsed JSON value stands.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <cjson/cJSON.h>

#include "base/diag.h"

/// A byte of a text and its place, counted once and moved from there.
struct json_mark {
    size_t at;
    int line, column;
    bool has_no_cr; // it is known that no CR is in the text
};

/// The start of a text; a byte order mark is no column.
struct json_mark json_mark_start(const char *text, size_t len);

/// Moves `mark` to byte `at` of `text`. LF, CR and CR LF end a line. Costs the distance, and
/// going back over a line end the length of the line arrived at.
void json_mark_move(struct json_mark *mark, const char *text, size_t at);

/// Some bytes of a text.
struct json_range {
    size_t at, len;
};

/// The bytes of `item` in the `len` bytes at `text`, from which `root` was parsed and not
/// changed since; {len, 0} if `item` isn't under `root`. cJSON keeps no positions, but it keeps
/// the order: this walks both in step, so it is for reporting, not for loops.
struct json_range json_find(const char *text, size_t len, const cJSON *root, const cJSON *item);

/// The same for the key of `item`, with its quotes.
struct json_range json_find_key(const char *text, size_t len, const cJSON *root,
                                const cJSON *item);

/// The byte of the string at `string` (its opening quote) that stands for byte `index` of the
/// unescaped text, and how many bytes it takes there (6 for "\u00e9"). The string must be
/// valid.
struct json_range json_find_char(const char *text, size_t string, size_t index);

/// Whether the string at `string` (its opening quote) is `wanted` once unescaped. It must be
/// valid.
bool json_string_is(const char *text, size_t string, const char *wanted);

/// Reads one character of a valid JSON string at `*at`, a byte behind the opening quote, as up
/// to 4 bytes of UTF-8, and steps over it. U+0000, which no C string holds, and half a
/// surrogate pair are read as U+FFFD. Returns how many bytes; 0 at the closing quote.
size_t json_unescape_next(const char *text, size_t *at, char out[4]);

/// The place of `item` in `text`; line 0 if it isn't under `root`.
struct place json_where(const char *file, const char *text, size_t len, const cJSON *root,
                        const cJSON *item);

/// How many characters of its first line a range covers, at least 1: the width of a caret.
int json_width(const char *text, struct json_range range);
