// base/looks.h: which parts of a text are to look otherwise than the rest.
#pragma once

#include <stdint.h>

/// How a part looks; several may be together.
enum { LOOK_EMPHASIS = 1 << 0, LOOK_STRONG = 1 << 1, LOOK_CODE = 1 << 2 };

struct look_span {
    uint32_t from, to; // bytes of the text
    uint8_t looks;     // LOOK_*
};

/// A text of which some looks otherwise. Its spans are in the order of the text, apart from
/// each other.
struct look_text {
    const char *text;
    const struct look_span *spans;
    int count;
};

/// Such texts by their address: two that read the same need not look the same.
struct looks {
    const struct look_text *texts; // in the order of their addresses
    int count;
};

/// Puts `texts` (`count`) into the order that looks_find() wants.
void looks_sort(struct look_text *texts, int count);

/// What is known of the text at this very address, or NULL; `looks` may be NULL. Pure.
const struct look_text *looks_find(const struct looks *looks, const char *text);
