#include "core/stats_keys.h"

#include <string.h>

static bool is_same(const void *owner, uint32_t number, const void *key)
{
    const struct stats_name *a = &((const struct stats_name *)owner)[number], *b = key;
    return a->part == b->part && strcmp(a->key, b->key) == 0 && strcmp(a->bank, b->bank) == 0;
}

// FNV-1a by Fowler, Noll and Vo, over the text and its NUL.
static uint64_t hash_text(uint64_t hash, const char *text)
{
    do {
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    } while (*text++);
    return hash;
}

static uint64_t hash_name(const struct stats_name *name)
{
    uint64_t hash = hash_text(hash_text(0xcbf29ce484222325u, name->bank), name->key);
    hash = (hash ^ (uint64_t)(name->part + 1)) * 0x100000001b3u;
    return hash ^ hash >> 32;
}

void stats_keys_init(struct stats_keys *keys, int most, struct arena *arena)
{
    struct stats_name *names = ARENA_ARRAY(arena, most + 1, struct stats_name);
    *keys = (struct stats_keys){.index = {.is_same = is_same, .owner = names}, .names = names};
}

int stats_keys_number(struct stats_keys *keys, const char *bank, const char *key, int part)
{
    struct stats_name name = {bank, key, part};
    uint32_t found = index_add(&keys->index, hash_name(&name), (uint32_t)keys->count, &name);
    if (found != INDEX_NONE)
        return (int)found;
    keys->names[keys->count] = name;
    return keys->count++;
}

int stats_keys_find(const struct stats_keys *keys, const char *bank, const char *key, int part)
{
    struct stats_name name = {bank, key, part};
    uint32_t found = index_find(&keys->index, hash_name(&name), &name);
    return found == INDEX_NONE ? -1 : (int)found;
}

void stats_keys_of_questions(struct stats_keys *keys, const struct stats_source *source,
                             struct arena *arena)
{
    stats_keys_init(keys, source->question_count, arena);
    index_reserve(&keys->index, (size_t)source->question_count);
    for (int i = 0; i < source->question_count; i++) {
        const struct stats_question *question = &source->questions[i];
        struct stats_name *name = &keys->names[i];
        *name = (struct stats_name){question->bank->id, question->key, STATS_WHOLE};
        index_add(&keys->index, hash_name(name), (uint32_t)i, name);
    }
    keys->count = source->question_count;
}

void stats_keys_free(struct stats_keys *keys)
{
    index_free(&keys->index);
    *keys = (struct stats_keys){0};
}
