// core/likeness.h: whether a question that is gone and one that is new are the same, edited.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { LIKENESS_WORDS = 192 }; // of a line; further ones are not looked at

struct likeness_word {
    const char *text; // folded
    uint32_t hash;
    uint8_t length;   // characters, at most 255
    bool is_number;   // it has a digit, is a Roman numeral, or a sign such as +
    bool is_negation; // "not", "nicht", "can't" ...
};

struct likeness_line {
    const struct likeness_word *words;
    int count;
    const char *joined; // the words without spaces
};

/// A question made ready to be compared.
struct likeness {
    struct likeness_line text, right;
};

/// `text` is what is asked, `right` the right answer, each in one line; NULL: not known. In
/// `arena`; the texts are copied. Pure.
struct likeness likeness_make(const char *text, const char *right, struct arena *arena);

/// From LIKENESS_SURE on it is the same question, mended: a typo, capitals, a word more. From
/// LIKENESS_MAYBE on it can be the same one said in other words, which only a person can tell.
#define LIKENESS_SURE  0.85
#define LIKENESS_MAYBE 0.55

/// How alike two questions are, from 0 to 1; 0 if what either asks is not known. Symmetric.
///
/// Words are compared in their order by the cheapest way from one line to the other (as
/// Levenshtein's distance, over words weighed by their length), where a typo in a word costs
/// its letters and another word costs both; case and punctuation cost nothing. What is
/// asked counts for 0.6, the answer for 0.4, less if it is so short that it says little.
///
/// What turns a question into another one keeps it under LIKENESS_SURE however long the rest
/// is: another number or sign, a "not" more or less, a word for another word, another answer.
/// Another answer together with any of the others is another question. Pure; `scratch` is
/// worked in.
double likeness_measure(const struct likeness *a, const struct likeness *b,
                        struct arena *scratch);
