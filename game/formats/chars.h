// formats/chars.h: which characters a bank may hold, and what to call them.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Length in bytes of the UTF-8 character at `p`, before `end`; 0 if it is none (overlong, a
/// surrogate, above U+10FFFF, cut off).
size_t chars_len(const char *p, const char *end);

/// Whether `len` bytes are UTF-8, as chars_len() has it. Takes the same time whatever the
/// scripts: no jump depends on the text.
///
/// An automaton whose states are places in a word, so that a step is one shift.
/// Source: P. Vognsen, "Shift-based DFAs" (2020), after B. Hoehrmann's "Flexible and Economical
/// UTF-8 Decoder" (2009).
bool chars_is_utf8(const char *text, size_t len);

/// Whether all characters of `len` bytes of UTF-8, and a NUL, are spaces or letters and signs
/// of which nothing needs to be asked: no marks, other blanks or what cannot be seen. Rare
/// scripts and signs are not counted among them, and some others beside a mark. Takes the same
/// time whatever the scripts.
bool chars_are_everyday(const char *text, size_t len);

/// A control character other than tab and line end: C0, DEL and C1, which terminals obey.
bool chars_is_control(uint32_t c);

/// One that overrides or isolates the direction of text, so that it reads otherwise than it is.
bool chars_is_bidi(uint32_t c);

/// One that has no width and no ink.
bool chars_is_invisible(uint32_t c);

/// White space of any kind.
bool chars_is_blank(uint32_t c);

/// One that should not be printed as it is: any of the above but the space.
bool chars_is_hidden(uint32_t c);

/// What to call a character that cannot be seen, as "no-break space"; NULL if it has no name
/// here.
const char *chars_name(uint32_t c);
