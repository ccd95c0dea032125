// cli/prompt.h: how each kind of question is put and answered in plain lines.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "core/session.h"

/// An answer in the making.
struct reply {
    struct arena *arena; // lives until the answer is given
    struct answer answer;
    struct buf *complaint; // what was wrong with the line
};

/// A kind of question. Where a question takes several lines, `step` counts them from 0.
struct prompt {
    /// Shows what there is to choose from, below the question. NULL: nothing.
    void (*show)(const struct turn *turn, struct buf *out);
    /// How many lines the answer takes. NULL: one.
    int (*steps)(const struct question *question);
    /// Says what is to be typed, without a line end.
    void (*ask)(const struct turn *turn, int step, struct buf *out);
    /// Takes a line into `reply`. Returns false, with a complaint, if it is no possible answer;
    /// then `reply` holds one that is wrong.
    bool (*take)(const struct turn *turn, int step, const char *line, struct reply *reply);
    /// Says what is right, in whole lines.
    void (*tell)(const struct ask *ask, struct buf *out);
};

/// The prompt of each kind.
extern const struct prompt *const prompts[KIND_COUNT];

extern const struct prompt prompt_choice, prompt_multi, prompt_truefalse; // ask_choice.c
extern const struct prompt prompt_text, prompt_number, prompt_cloze;      // ask_typed.c
extern const struct prompt prompt_order, prompt_match;                    // ask_places.c
extern const struct prompt prompt_card;                                   // ask_card.c

enum { PROMPT_NOWHERE = -1 };

/// The place that a letter or a number from 1 stands for, of `count`; PROMPT_NOWHERE if it is
/// none. `word` has `len` bytes.
int prompt_letter(const char *word, size_t len, int count);
int prompt_number_of(const char *word, size_t len, int count);

/// Takes off what lists put around a letter or number: "A)", "a.", "(1)". Returns whether there
/// was anything.
bool prompt_unwrap(const char **word, size_t *len);

/// The letter of a place: A to T.
char prompt_letter_of(int place);

/// Steps over blanks, commas and semicolons and returns the word there, of `*len` bytes; NULL
/// at the end.
const char *prompt_next_word(const char **at, size_t *len);

/// Whether two texts are the same but for case and blanks.
bool prompt_is_same(struct arena *arena, const char *a, const char *b);
