#include "store/question_finder.h"

#include <string.h>

struct question_finder question_finder_make(struct library *library,
                                            const struct journal *journal, int64_t game,
                                            int count, struct arena *arena)
{
    return (struct question_finder){
        .library = library,
        .journal = journal,
        .arena = arena,
        .game = game,
        .move_count = -1,
        // Each question may have gone from its bank to another one.
        .banks = ARENA_ARRAY(arena, 2 * count + 1, struct found_bank),
    };
}

static struct found_bank open_bank(struct question_finder *f, const char *id)
{
    int at =
        f->recalls ? library_recall_bank(f->library, id) : library_find_bank(f->library, id);
    if (at < 0)
        return (struct found_bank){.id = id};
    const struct bank *bank = f->library->entries[at].file.bank;
    return (struct found_bank){
        .id = id, .at = at, .index = question_index_make(bank, f->arena)};
}

static struct found_bank *bank_of(struct question_finder *f, const char *id)
{
    for (int i = 0; i < f->bank_count; i++) {
        if (strcmp(f->banks[i].id, id) == 0)
            return &f->banks[i];
    }
    f->banks[f->bank_count] = open_bank(f, id);
    return &f->banks[f->bank_count++];
}

static bool is_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

bool question_finder_follow(struct question_finder *f, struct quiz_item *item)
{
    bool is_other = false;
    if (f->move_count < 0)
        f->move_count = relink_moves(f->journal, f->game, f->arena, &f->moves);
    for (int i = 0; i < f->move_count; i++) {
        const struct relink_pair *move = &f->moves[i];
        if (!is_same(move->from.bank, item->bank) || !is_same(move->from.question, item->key))
            continue;
        item->bank = move->bank;
        item->key = move->key;
        is_other = true;
    }
    return is_other;
}

/// The question of a bank that had no id and got one, and what it is called now. Where nothing
/// was known of it there is no progress to follow.
static const struct question *find_by_hash(struct question_finder *f, struct found_bank *bank,
                                           struct quiz_item *item)
{
    if (!bank->index.bank || !is_same(item->key, item->hash))
        return NULL;
    if (!bank->hashed.bank)
        bank->hashed = question_index_make_hashed(bank->index.bank, f->arena);
    const struct question *question = question_index_find(&bank->hashed, item->hash);
    if (question)
        item->key = question_key(question, f->arena);
    return question;
}

const struct question *question_finder_find(struct question_finder *f, struct quiz_item *item,
                                            const struct found_bank **bank)
{
    struct found_bank *place = bank_of(f, item->bank);
    const struct question *question = question_index_find(&place->index, item->key);
    if (!question && question_finder_follow(f, item)) {
        place = bank_of(f, item->bank);
        question = question_index_find(&place->index, item->key);
    }
    *bank = place;
    return question ? question : find_by_hash(f, place, item);
}
