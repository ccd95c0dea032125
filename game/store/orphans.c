#include "store/orphans.h"

#include <string.h>

#include "core/likeness_pairs.h"
#include "store/question_key.h"
#include "store/quiz_log_text.h"

/// The entry of the bank that is played under this id, or NULL.
static const struct library_entry *find_entry(const struct library *library, const char *id)
{
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        if (entry->file.bank && !entry->shadowed_by && strcmp(entry->id, id) == 0)
            return entry;
    }
    return NULL;
}

/// Finds for each orphan of one bank the question that it is most like.
static void find_nearest(struct orphan *orphans, int count, struct arena *arena)
{
    const struct bank *bank = orphans[0].bank;
    struct arena scratch = {0};
    struct likeness *olds = ARENA_ARRAY(&scratch, count + 1, struct likeness);
    struct likeness *all = ARENA_ARRAY(&scratch, bank->question_count + 1, struct likeness);
    double *best = ARENA_ARRAY(&scratch, count + 1, double);
    struct likeness_pair *pairs;
    for (int i = 0; i < count; i++)
        olds[i] = likeness_make(orphans[i].known.text, orphans[i].known.right, &scratch);
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        all[i] = likeness_make(quiz_words_asked(question, &scratch),
                               quiz_words_right(question, &scratch), &scratch);
    }
    int pair_count = likeness_pairs(olds, count, all, bank->question_count, arena, &pairs);
    for (int i = 0; i < pair_count; i++) {
        if (pairs[i].alike > best[pairs[i].old]) {
            best[pairs[i].old] = pairs[i].alike;
            orphans[pairs[i].old].nearest = &bank->questions[pairs[i].fresh];
        }
    }
    arena_free(&scratch);
}

/// Adds the orphans among what is known of one bank. Returns how many.
static int add_orphans(const struct memory *memory, const struct library_entry *entry,
                       struct memory_known *known, int known_count, struct arena *arena,
                       struct orphan *orphans)
{
    const struct bank *bank = entry ? entry->file.bank : NULL;
    struct question_index index = {0};
    int count = 0;
    if (bank)
        index = question_index_make(bank, arena);
    for (int i = 0; i < known_count; i++) {
        if (!known[i].last || question_index_find(&index, known[i].question))
            continue;
        memory_known_fill(memory, arena, &known[i]);
        orphans[count++] = (struct orphan){.known = known[i], .bank = bank, .entry = entry};
    }
    if (bank && count)
        find_nearest(orphans, count, arena);
    return count;
}

int orphans_find(const struct memory *memory, const struct library *library,
                 struct arena *arena, struct orphan **orphans)
{
    struct memory_known *known;
    int known_count = memory_known(memory, NULL, arena, &known), count = 0;
    *orphans = ARENA_ARRAY(arena, known_count + 1, struct orphan);
    for (int i = 0, end; i < known_count; i = end) {
        for (end = i + 1; end < known_count && strcmp(known[i].bank, known[end].bank) == 0;)
            end++;
        count += add_orphans(memory, find_entry(library, known[i].bank), known + i, end - i,
                             arena, *orphans + count);
    }
    return count;
}
