// core/make.h: questions for tests in one line each.
#pragma once

#include <stdint.h>

#include "core/ask.h"
#include "core/mark.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// A list of texts without notes from an array.
#define TEXTS(array) ((struct texts){.items = (array), .count = (int)COUNT(array)})

/// A bank of one question, asked as it comes with seed 1.
struct made {
    struct bank bank;
    struct question question;
    struct ask ask;
};

static inline void make_ask(struct made *made)
{
    if (!made->bank.language)
        made->bank.language = "en";
    made->bank.questions = &made->question;
    made->bank.question_count = 1;
    struct rng rng = rng_seed(1);
    made->ask = ask_make(&made->bank, &made->question, &rng);
}

static inline struct answer typed(const char *const *text)
{
    return (struct answer){.texts = text, .text_count = 1};
}
