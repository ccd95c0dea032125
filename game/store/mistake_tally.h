// store/mistake_tally.h: how many mistakes a bank has, kept up to date answer by answer.
#pragma once

#include "base/arena.h"
#include "core/bank.h"
#include "store/memory.h"
#include "store/question_key.h"

/// The mistakes of the questions that a bank has now. Zeroed: nothing is counted yet.
struct mistake_tally {
    int all;    // not mended
    int to_fix; // of those, not answered right since
    int64_t learner, event;
    int anew; // these tell how far whose memory was, see struct memory
    struct question_index index;
    unsigned char *stands; // of each question of the bank, in its order: enum in the .c file
    struct arena arena;
};

/// Brings the tally up to date for `bank`: quick where little happened since the last time and
/// that was about the same one. A tally has to be freed before its bank is.
void mistake_tally_update(struct mistake_tally *tally, const struct memory *memory,
                          const struct bank *bank);

void mistake_tally_free(struct mistake_tally *tally);
