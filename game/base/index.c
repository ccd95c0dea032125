#include "base/index.h"

#include <string.h>

struct slot {
    uint32_t number, hash; // `number` is INDEX_NONE in a free slot
};

static struct slot *slots_of(const struct index *index)
{
    return (struct slot *)(void *)index->slots.data;
}

static void put(struct slot *slots, size_t room, struct slot slot)
{
    size_t at = slot.hash & (room - 1);
    while (slots[at].number != INDEX_NONE)
        at = (at + 1) & (room - 1);
    slots[at] = slot;
}

static void grow(struct index *index, size_t room)
{
    struct buf old = index->slots;
    size_t old_room = index->room;
    index->slots = (struct buf){0};
    buf_reserve(&index->slots, room * sizeof(struct slot));
    memset(index->slots.data, 0xFF, room * sizeof(struct slot));
    index->room = room;
    const struct slot *from = (const struct slot *)(void *)old.data;
    for (size_t i = 0; i < old_room; i++) {
        if (from[i].number != INDEX_NONE)
            put(slots_of(index), room, from[i]);
    }
    buf_free(&old);
}

void index_reserve(struct index *index, size_t count)
{
    size_t room = 16;
    while (room / 8 * 7 <= count)
        room *= 2;
    if (room > index->room)
        grow(index, room);
}

// The slot of the thing that is the same as `key`, or the free one where it would go.
static struct slot *find(const struct index *index, uint64_t hash, const void *key)
{
    struct slot *slots = slots_of(index);
    size_t at = (uint32_t)hash & (index->room - 1);
    while (slots[at].number != INDEX_NONE &&
           (slots[at].hash != (uint32_t)hash ||
            !index->is_same(index->owner, slots[at].number, key)))
        at = (at + 1) & (index->room - 1);
    return &slots[at];
}

uint32_t index_add(struct index *index, uint64_t hash, uint32_t number, const void *key)
{
    index_reserve(index, index->count + 1);
    struct slot *slot = find(index, hash, key);
    if (slot->number != INDEX_NONE)
        return slot->number;
    *slot = (struct slot){.number = number, .hash = (uint32_t)hash};
    index->count++;
    return INDEX_NONE;
}

uint32_t index_find(const struct index *index, uint64_t hash, const void *key)
{
    return index->room ? find(index, hash, key)->number : INDEX_NONE;
}

void index_free(struct index *index)
{
    buf_free(&index->slots);
    index->room = index->count = 0;
}
