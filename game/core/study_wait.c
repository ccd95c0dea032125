#include "core/study_wait.h"

#include <assert.h>
#include <stdbool.h>

void study_wait_init(struct study_wait *wait, int card_count, struct arena *arena)
{
    *wait = (struct study_wait){
        .items = ARENA_ARRAY(arena, card_count + 1, struct waiting),
        .places = ARENA_ARRAY(arena, card_count + 1, uint32_t),
    };
}

static bool comes_before(const struct waiting *a, const struct waiting *b)
{
    return a->at_ms != b->at_ms ? a->at_ms < b->at_ms : a->card < b->card;
}

static void put(struct study_wait *wait, int place, struct waiting item)
{
    wait->items[place] = item;
    wait->places[item.card] = (uint32_t)place;
}

/// Finds a place for `item`, from the empty one at `place` towards the first.
static void rise(struct study_wait *wait, int place, struct waiting item)
{
    while (place > 0 && comes_before(&item, &wait->items[(place - 1) / 2])) {
        put(wait, place, wait->items[(place - 1) / 2]);
        place = (place - 1) / 2;
    }
    put(wait, place, item);
}

/// Moves up what comes first below the empty place `place`, and so on. Returns the place that
/// is empty then, at the very end of a branch.
static int sink_hole(struct study_wait *wait, int place)
{
    for (int child; (child = 2 * place + 1) < wait->count; place = child) {
        if (child + 1 < wait->count &&
            comes_before(&wait->items[child + 1], &wait->items[child]))
            child++;
        put(wait, place, wait->items[child]);
    }
    return place;
}

void study_wait_add(struct study_wait *wait, uint32_t card, int64_t at_ms)
{
    rise(wait, wait->count++, (struct waiting){at_ms, card});
}

int64_t study_wait_remove(struct study_wait *wait, uint32_t card)
{
    int place = (int)wait->places[card];
    assert(place < wait->count && wait->items[place].card == card);
    int64_t at_ms = wait->items[place].at_ms;
    struct waiting last = wait->items[--wait->count];
    rise(wait, sink_hole(wait, place), last); // the last one itself stays, beyond the others
    return at_ms;
}
