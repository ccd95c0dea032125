#include "store/flag.h"

#include <stdlib.h>
#include <string.h>

#include "store/memory_known.h"
#include "store/question_key.h"

/// A flag without a hash is of the question however it reads.
static bool is_of(const struct memory_known *known, const struct question *question)
{
    struct arena scratch = {0};
    bool is_same =
        known->flagged && (!known->flagged[0] ||
                           strcmp(known->flagged, question_key_hash(question, &scratch)) == 0);
    arena_free(&scratch);
    return is_same;
}

bool flag_is_up(const struct memory *memory, const struct bank *bank,
                const struct question *question)
{
    struct arena scratch = {0};
    struct memory_known known;
    bool is_up = memory_known_find(memory, bank->id, question_key(question, &scratch), &scratch,
                                   &known) &&
                 is_of(&known, question);
    arena_free(&scratch);
    return is_up;
}

bool flag_set(struct memory *memory, const struct bank *bank, const struct question *question,
              bool is_up, int64_t game, int64_t wall_ms)
{
    struct arena scratch = {0};
    const char *hash = question_key_hash(question, &scratch);
    bool is_kept =
        memory->journal &&
        journal_append(memory->journal,
                       &(struct journal_event){
                           .at_ms = wall_ms,
                           .game = game,
                           .type = JOURNAL_FLAG,
                           .bank = bank->id,
                           .question = question_key(question, &scratch),
                           .data = arena_printf(&scratch, "{\"on\":%s,\"hash\":\"%s\"}",
                                                is_up ? "true" : "false", hash),
                       });
    arena_free(&scratch);
    return is_kept && memory_catch_up(memory);
}

static int compare_places(const void *a, const void *b)
{
    const struct flagged *x = a, *y = b;
    return (x->question > y->question) - (x->question < y->question);
}

/// Adds those of one bank. Returns how many.
static int add_flagged(const struct library_entry *entry, const struct memory_known *known,
                       int known_count, struct arena *arena, struct flagged *flagged)
{
    struct question_index index = question_index_make(entry->file.bank, arena);
    int count = 0;
    for (int i = 0; i < known_count; i++) {
        const struct question *question = question_index_find(&index, known[i].question);
        if (question && is_of(&known[i], question))
            flagged[count++] = (struct flagged){entry, question, known[i].question};
    }
    if (count)
        qsort(flagged, (size_t)count, sizeof *flagged, compare_places);
    return count;
}

int flag_find(const struct memory *memory, const struct library *library, struct arena *arena,
              struct flagged **flagged)
{
    struct memory_known *all;
    int known_count = memory_known(memory, NULL, arena, &all), kept = 0, count = 0;
    for (int i = 0; i < known_count; i++) {
        if (all[i].flagged)
            all[kept++] = all[i];
    }
    *flagged = ARENA_ARRAY(arena, kept + 1, struct flagged);
    for (int i = 0; kept && i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        struct memory_known *known = ARENA_ARRAY(arena, kept, struct memory_known);
        int own = 0;
        if (!entry->file.bank || entry->shadowed_by)
            continue;
        for (int k = 0; k < kept; k++) {
            if (strcmp(all[k].bank, entry->id) == 0)
                known[own++] = all[k];
        }
        if (own)
            count += add_flagged(entry, known, own, arena, *flagged + count);
    }
    return count;
}
