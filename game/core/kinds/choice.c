#include <string.h>

#include "core/kinds/kind.h"

// The right option is the first; of the wrong ones, all or as many as there are marks for.
static void show(struct ask *ask, struct rng *rng)
{
    const struct question *question = ask->question;
    int wrong_count = question->choice.options.count - question->choice.right_count;
    struct ask wrong;
    kind_show_all(&wrong, wrong_count, question->is_shuffled, rng);
    if (wrong_count > ASK_MARKS - 1)
        wrong_count = ASK_MARKS - 1;
    ask->shown_count = (uint8_t)(wrong_count + 1);
    ask->shown[0] = 0;
    for (int i = 0; i < wrong_count; i++)
        ask->shown[i + 1] = (uint8_t)(wrong.shown[i] + question->choice.right_count);
    if (!question->is_shuffled)
        return;
    uint8_t order[ASK_MARKS], drawn[ASK_MARKS];
    rng_shuffle_u8(rng, order, ask->shown_count);
    memcpy(drawn, ask->shown, sizeof drawn);
    for (int i = 0; i < ask->shown_count; i++)
        ask->shown[i] = drawn[order[i]];
}

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    (void)ask;
    (void)scratch;
    return kind_mark(answer->picked == 1 ? CREDIT_FULL : 0);
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    for (int i = 0; i < ask->shown_count; i++) {
        if (answer->picked == (uint32_t)1 << ask->shown[i])
            return true;
    }
    return false;
}

const struct kind_rules kind_choice = {
    .name = "choice",
    .show = show,
    .mark = mark,
    .is_complete = is_complete,
};
