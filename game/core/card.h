// core/card.h: a question as flashcards: what is asked on the front, what stands on the back.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/answer_text.h"
#include "core/bank.h"

/// How many cards a question makes: a cloze one a gap, a reversible card two (part 0 asks for
/// the back, part 1 for the front), everything else one.
int card_count(const struct question *question);

/// What is wanted beside what the front says, for the screen to put into words.
enum card_task {
    CARD_RECALL,        // the text says it all
    CARD_TRUE_OR_FALSE, // whether the text is true
    CARD_CHOOSE,        // one of the lines
    CARD_RECALL_ALL,    // several answers, as many as the back has lines
    CARD_CHOOSE_ALL,    // those of the lines that are right
    CARD_SORT,          // the lines, which stand mixed
    CARD_PAIR,          // the lines: what is left with what is right
    CARD_FILL,          // the blank in the text
};

/// What the lines of a face are.
enum card_list {
    CARD_NO_LIST,
    CARD_CHOICES,   // to choose from
    CARD_MIXED,     // to be sorted
    CARD_ENDS,      // to be paired: `text` and `other` of a line have nothing to do with each
                    // other; where there are more right sides than left ones, `text` is NULL
    CARD_ALL,       // back: all that is right
    CARD_SORTED,    // back: first to last
    CARD_PAIRS,     // back: `text` goes with `other`
    CARD_ALSO,      // back: what is right as well
    CARD_TOLERANCE, // back: one line, how far off a number may be: "± 0.1 m/s²", "± 5%"
};

struct card_line {
    const char *text;
    const char *other; // the right side of CARD_ENDS and CARD_PAIRS; else NULL
};

/// One side of a card.
struct card_face {
    const char *text; // in large; NULL: the lines are all there is
    enum card_list list;
    const struct card_line *lines;
    int line_count;
};

/// Both sides. Image and sound of the question belong to its text: to the front, but to the
/// back of a reversed card. Its explanation and source go with the back.
struct card_faces {
    struct card_face front, back;
    enum card_task task;
    const char *blank; // CARD_FILL: where in the front's text the blank begins; else NULL
    int blank_len;     // bytes of it, with the hint of the gap
    bool is_reversed;
};

/// What stands in the text of a cloze for the gap that is asked for. Its hint, if it has one,
/// follows in brackets: "The ____ (organelle) makes ATP."
#define CARD_BLANK "____"

/// Makes the faces of part `part` of `question` of `bank`. `seed` decides what stands mixed;
/// take another one each time, or people learn the places. Texts and lines are in `arena` or
/// the bank's. Pure.
///
/// choice, multi: without choices, unless card_keeps_choices(). truefalse: back from `words`.
/// text, a gap: back has the first accepted answer, then the others that get full credit.
/// number: with unit, a range from `words`. A cloze has the other gaps filled in.
struct card_faces card_faces(const struct bank *bank, const struct question *question, int part,
                             uint64_t seed, const struct answer_words *words,
                             struct arena *arena);

/// Whether a choice or multi makes no sense without its choices: it says which, these,
/// following or not in the bank's language ("Which of these is not a metal?"), or the bank says
/// "x-card": "choices". False for other kinds. `scratch` is only worked in. Pure.
bool card_keeps_choices(const struct bank *bank, const struct question *question,
                        struct arena *scratch);
