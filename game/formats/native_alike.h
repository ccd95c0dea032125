// formats/native_alike.h: whether a player can tell two texts apart.
#pragma once

#include <stdint.h>

#include "base/arena.h"

enum alike {
    ALIKE_NOT,
    ALIKE_LOOKS, // other characters, the same look: Latin and Cyrillic "a"
    ALIKE_SAME,  // equal but for case, blanks, normal form and what cannot be seen
};

/// The Latin letter or sign that is drawn as `c` of another script; `c` if there is none.
uint32_t alike_latin(uint32_t c);

/// Compares two texts in UTF-8. Most pairs are told apart by their first letters, without
/// memory; `scratch` is for the others. Pure.
enum alike alike_compare(struct arena *scratch, const char *a, const char *b);
