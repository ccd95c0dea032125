#include "store/question_key.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "formats/question_hash.h"

const char *question_key_hash(const struct question *question, struct arena *arena)
{
    struct arena scratch = {0};
    struct question_hash hash = question_hash(question, &scratch);
    arena_free(&scratch);
    return arena_printf(arena, "%016" PRIx64 "%016" PRIx64, hash.high, hash.low);
}

const char *question_key(const struct question *question, struct arena *arena)
{
    return question->id ? question->id : question_key_hash(question, arena);
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp(((const struct keyed_question *)a)->key,
                  ((const struct keyed_question *)b)->key);
}

static struct question_index make(const struct bank *bank, bool is_hashed, struct arena *arena)
{
    int count = bank->question_count;
    struct keyed_question *items = ARENA_ARRAY(arena, count + 1, struct keyed_question);
    for (int i = 0; i < count; i++) {
        const struct question *question = &bank->questions[i];
        const char *key =
            is_hashed ? question_key_hash(question, arena) : question_key(question, arena);
        items[i] = (struct keyed_question){key, question};
    }
    qsort(items, (size_t)count, sizeof *items, compare_keys);
    return (struct question_index){bank, items, count};
}

struct question_index question_index_make(const struct bank *bank, struct arena *arena)
{
    return make(bank, false, arena);
}

struct question_index question_index_make_hashed(const struct bank *bank, struct arena *arena)
{
    return make(bank, true, arena);
}

const struct question *question_index_find(const struct question_index *index, const char *key)
{
    const struct keyed_question wanted = {.key = key};
    if (!index->count)
        return NULL;
    const struct keyed_question *found =
        bsearch(&wanted, index->items, (size_t)index->count, sizeof wanted, compare_keys);
    return found ? found->question : NULL;
}
