#include "core/kinds/kind.h"

static void show(struct ask *ask, struct rng *rng)
{
    kind_show_all(ask, ask->question->choice.options.count, ask->question->is_shuffled, rng);
}

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    (void)scratch;
    int all = ask->question->choice.right_count, right = 0, wrong = 0;
    for (int i = 0; i < ASK_PLACES; i++) {
        if (answer->picked >> i & 1) {
            right += i < all;
            wrong += i >= all;
        }
    }
    struct mark mark = kind_mark(right > wrong ? kind_share(right - wrong, all) : 0);
    mark.right = right;
    mark.parts = all;
    return mark;
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    uint32_t shown = 0;
    for (int i = 0; i < ask->shown_count; i++)
        shown |= (uint32_t)1 << ask->shown[i];
    return answer->picked != 0 && (answer->picked & ~shown) == 0;
}

const struct kind_rules kind_multi = {
    .name = "multi",
    .show = show,
    .mark = mark,
    .is_complete = is_complete,
};
