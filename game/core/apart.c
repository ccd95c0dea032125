#include "core/apart.h"

#include <string.h>

bool apart_is_same_fact(const struct picked *a, const struct picked *b)
{
    const struct question_extras *left = a->question->extras, *right = b->question->extras;
    if (!left || !right || a->bank != b->bank)
        return false;
    for (int i = 0; i < left->fact_count; i++) {
        for (int k = 0; k < right->fact_count; k++) {
            if (left->facts[i] == right->facts[k])
                return true;
        }
    }
    return false;
}

static bool is_same(const struct picked *items, uint32_t a, uint32_t b)
{
    return apart_is_same_fact(&items[a], &items[b]);
}

/// How many questions are between `number` and the last one about its fact, of those that stand
/// before `at`; APART_BETWEEN: so many or more.
static int between(const struct picked *items, const uint32_t *order, int at, uint32_t number)
{
    int count = 0;
    while (count < APART_BETWEEN && at - 1 - count >= 0 &&
           !is_same(items, number, order[at - 1 - count]))
        count++;
    return at - 1 - count < 0 ? APART_BETWEEN : count;
}

static void move(uint32_t *order, int from, int to)
{
    uint32_t number = order[from];
    if (from > to) {
        memmove(order + to + 1, order + to, (size_t)(from - to) * sizeof *order);
        order[to] = number;
    }
}

/// Takes the next one: the first that is far enough from those before it, else the furthest.
static int take_next(const struct picked *items, uint32_t *order, int at, int end)
{
    int best = at, best_between = -1;
    for (int i = at; i < end && i < at + APART_AHEAD && best_between < APART_BETWEEN; i++) {
        int here = between(items, order, at, order[i]);
        if (here > best_between) {
            best = i;
            best_between = here;
        }
    }
    move(order, best, at);
    return best_between;
}

/// Puts the one at `at` back to where it is next to none about its fact, if there is such a
/// place.
static void put_back(const struct picked *items, uint32_t *order, int least, int at)
{
    uint32_t number = order[at];
    for (int i = at - 1; i >= least && i > at - APART_AHEAD; i--) {
        bool is_free = !is_same(items, number, order[i]) &&
                       (i == 0 || !is_same(items, number, order[i - 1]));
        if (is_free) {
            move(order, at, i);
            return;
        }
    }
}

static bool has_facts(const struct picked *items, const uint32_t *order, int count)
{
    for (int i = 0; i < count; i++) {
        const struct question_extras *extras = items[order[i]].question->extras;
        if (extras && extras->fact_count)
            return true;
    }
    return false;
}

void apart_spread(const struct picked *items, uint32_t *order, int before, int count)
{
    uint32_t *all = order - before;
    if (!has_facts(items, order, count))
        return;
    for (int at = before; at < before + count; at++) {
        if (take_next(items, all, at, before + count) == 0)
            put_back(items, all, before, at);
    }
}
