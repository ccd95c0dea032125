#include "store/mistake_tally.h"

/// How a question stands.
enum stand { STANDS_WELL, STANDS_RIGHT_SINCE, STANDS_TO_FIX };

static enum stand stand_of(const struct memory_missed *missed)
{
    if (!missed->missed)
        return STANDS_WELL;
    return missed->right_days ? STANDS_RIGHT_SINCE : STANDS_TO_FIX;
}

static void count(struct mistake_tally *tally, enum stand stand, int more)
{
    tally->all += stand != STANDS_WELL ? more : 0;
    tally->to_fix += stand == STANDS_TO_FIX ? more : 0;
}

static void take(struct mistake_tally *tally, const struct memory_missed *missed)
{
    const struct question *question = question_index_find(&tally->index, missed->question);
    if (!question)
        return; // it is gone
    unsigned char *stands = &tally->stands[question - tally->index.bank->questions];
    count(tally, (enum stand) * stands, -1);
    *stands = (unsigned char)stand_of(missed);
    count(tally, (enum stand) * stands, 1);
}

static int64_t learner_of(const struct memory *memory)
{
    return memory->journal ? memory->journal->learner_id : 0;
}

static void begin(struct mistake_tally *tally, const struct memory *memory,
                  const struct bank *bank)
{
    mistake_tally_free(tally);
    tally->index = question_index_make(bank, &tally->arena);
    tally->stands = ARENA_ARRAY(&tally->arena, bank->question_count + 1, unsigned char);
    tally->learner = learner_of(memory);
    tally->event = -1;
    tally->anew = memory->anew;
}

void mistake_tally_update(struct mistake_tally *tally, const struct memory *memory,
                          const struct bank *bank)
{
    struct arena scratch = {0};
    struct memory_missed *missed;
    bool goes_on = tally->index.bank == bank && tally->learner == learner_of(memory) &&
                   tally->anew == memory->anew && tally->event <= memory->folded &&
                   !memory_moved_since(memory, tally->event);
    if (!goes_on)
        begin(tally, memory, bank);
    int found = memory_missed(memory, bank->id, tally->event, &scratch, &missed);
    for (int i = 0; i < found; i++)
        take(tally, &missed[i]);
    tally->event = memory->folded;
    arena_free(&scratch);
}

void mistake_tally_free(struct mistake_tally *tally)
{
    arena_free(&tally->arena);
    *tally = (struct mistake_tally){0};
}
