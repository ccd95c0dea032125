// base/text.h: Unicode text: walking it, comparing it as people do, measuring typos.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/// Reads the character at `*at`, which must be valid UTF-8, and steps over it. One that `end`
/// cuts in two is U+FFFD, and the last.
uint32_t text_next(const char **at, const char *end);

/// Steps over the character at `*at` as people see it, a grapheme cluster: a letter with its
/// accents, a flag. `*at` must be before `end`; the text must be valid UTF-8.
void text_next_cluster(const char **at, const char *end);

/// Whether `len` bytes are valid UTF-8 (no surrogates, nothing overlong, at most U+10FFFF).
/// `*bad` is where the first fault starts, else `len`; `bad` may be NULL.
bool text_is_utf8(const char *text, size_t len, size_t *bad);

/// Characters (code points) in `text`.
size_t text_count(const char *text);

/// Whether `c` is a decimal digit of any script.
bool text_is_digit(uint32_t c);

/// Whether `c` is white space or the end of a line.
bool text_is_blank(uint32_t c);

/// What text_fold() makes equal, beyond normal forms (NFC and NFD are always equal) and blanks
/// at both ends and in runs.
enum {
    FOLD_CASE = 1 << 0,        // full case folding: "Straße" and "STRASSE"
    FOLD_ACCENTS = 1 << 1,     // combining marks go: "é" and "e"; "ø", "ł", "ß" too
    FOLD_PUNCTUATION = 1 << 2, // quotes, stops, brackets go; "-" is a blank; "m²" is "m2". What
                               // carries meaning stays: "C#", "-5", "3.5", "1/2", "A-"
    FOLD_ARTICLE = 1 << 3,   // a leading article of the language goes: "the", "der", "l'"
    FOLD_SPACES = 1 << 4,    // all blanks go
    FOLD_INVISIBLE = 1 << 5, // zero-width characters, soft hyphens and bidi marks go
    FOLD_ALL = (1 << 6) - 1,
};

/// Returns `text` folded by `flags` as NUL-terminated NFC in `arena`. `language` is the BCP 47
/// tag that FOLD_ARTICLE goes by; NULL is English. Pure. Text that is already folded costs no
/// more than a copy.
char *text_fold(struct arena *arena, const char *text, unsigned flags, const char *language);

enum { TEXT_EDITS_MAX = 8 };

/// Edits (insert, delete, replace a character, swap two neighbours: Damerau's distance with
/// optimal string alignment) that turn `a` into `b`, or `limit` + 1 if that takes more than
/// `limit`, which is at most TEXT_EDITS_MAX. Linear in the texts' length.
int text_edits(const char *a, const char *b, int limit);

/// Letters and digits in `text`, by Unicode's general categories L and N.
int text_letters(const char *text);
