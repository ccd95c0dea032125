// formats/quote.h: a piece of someone's text, made fit to stand in a message.
#pragma once

#include <stddef.h>

enum { QUOTE_CHARS = 40 };

struct quote {
    char text[QUOTE_CHARS * 8 + 8];
};

/// The first QUOTE_CHARS characters of `len` bytes at `text`, which are UTF-8 (what is not
/// becomes "?"), with "..." if there are more. What moves a terminal's cursor, changes the
/// order of text or cannot be seen is written as in JSON: \u202e. Pure.
struct quote quote_text(const char *text, size_t len);

/// The same of a NUL-terminated text.
struct quote quote_string(const char *text);
