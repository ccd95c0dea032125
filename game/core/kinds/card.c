#include "core/kinds/kind.h"

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    (void)ask;
    (void)scratch;
    if (answer->credit < 0)
        return kind_mark(0);
    return kind_mark(answer->credit < CREDIT_FULL ? answer->credit : CREDIT_FULL);
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    (void)ask;
    return answer->credit >= 0 && answer->credit <= CREDIT_FULL;
}

const struct kind_rules kind_card = {
    .name = "card",
    .mark = mark,
    .is_complete = is_complete,
};
