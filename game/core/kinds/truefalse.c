#include "core/kinds/kind.h"

enum { PICKED_TRUE = 1 << 0, PICKED_FALSE = 1 << 1 };

static void show(struct ask *ask, struct rng *rng)
{
    kind_show_all(ask, 2, false, rng);
}

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    (void)scratch;
    uint32_t right = ask->question->is_true ? PICKED_TRUE : PICKED_FALSE;
    return kind_mark(answer->picked == right ? CREDIT_FULL : 0);
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    (void)ask;
    return answer->picked == PICKED_TRUE || answer->picked == PICKED_FALSE;
}

const struct kind_rules kind_truefalse = {
    .name = "truefalse",
    .show = show,
    .mark = mark,
    .is_complete = is_complete,
};
