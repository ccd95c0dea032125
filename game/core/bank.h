// core/bank.h: a bank of questions, as read. Immutable: a changed file becomes a new bank.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/looks.h"
#include "core/question.h"

struct bank {
    const char *id; // as given, else made from the file's name
    const char *title;
    const char *language;   // BCP 47
    const char *translates; // id of the bank that this one translates; NULL for none
    const char *description, *author, *license; // NULL if not given
    struct source source;
    bool has_mini_markup;
    struct looks looks;        // of its texts, where there is markup
    const char *const *topics; // the tags of its questions, each once, in order of first use
    int topic_count;
    const struct question *questions;
    int question_count;
    int set_aside; // questions left out because of an error
};

/// Returns the question with this id, or NULL.
const struct question *bank_find(const struct bank *bank, const char *id);
