#include "core/kinds/kind.h"

static bool is_right_order(const struct ask *ask)
{
    for (int i = 0; i < ask->shown_count; i++) {
        if (ask->shown[i] != i)
            return false;
    }
    return true;
}

static void show(struct ask *ask, struct rng *rng)
{
    // What stands in the right order already would be no question.
    do {
        kind_show_all(ask, ask->question->order.count, true, rng);
    } while (ask->shown_count > 1 && is_right_order(ask));
}

static struct mark mark(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch)
{
    (void)scratch;
    bool kept[ASK_PLACES];
    int parts = ask->question->order.count;
    int right = mark_kept(ask->question, answer, kept);
    struct mark mark = kind_mark(kind_share(right - 1, parts - 1));
    mark.right = right;
    mark.parts = parts;
    return mark;
}

static bool is_complete(const struct ask *ask, const struct answer *answer)
{
    int count = ask->question->order.count;
    return kind_are_different(answer->places, count, count);
}

const struct kind_rules kind_order = {
    .name = "order",
    .show = show,
    .mark = mark,
    .is_complete = is_complete,
};
