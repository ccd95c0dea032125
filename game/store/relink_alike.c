// Questions that are nearly the same as one that is gone.
#include <string.h>

#include "core/likeness_pairs.h"
#include "store/quiz_log_text.h"
#include "store/relink_parts.h"

struct candidates {
    struct memory_known **olds;
    const struct question **freshes;
    struct likeness_pair *pairs;
    int old_count, fresh_count, pair_count;
};

static void find_olds(struct linker *l, struct candidates *c)
{
    c->olds = ARENA_ARRAY(l->scratch, l->gone_count + 1, struct memory_known *);
    for (int i = 0; i < l->gone_count; i++) {
        struct memory_known *gone = l->gone[i];
        if (gone->is_dropped)
            continue;
        memory_known_fill(l->memory, l->scratch, gone);
        if (gone->text)
            c->olds[c->old_count++] = gone;
    }
}

/// Whether all that is known of a question came after `old` was seen last: who answered a
/// question that was edited, and not asked about yet, did so.
static bool is_later(const struct linker *l, const struct question *fresh,
                     const struct memory_known *old)
{
    struct arena scratch = {0};
    const struct memory_known *known = relink_known(l, question_key(fresh, &scratch));
    arena_free(&scratch);
    return !relink_has_progress(known) || known->first > old->last;
}

static void find_freshes(struct linker *l, struct candidates *c)
{
    const struct bank *bank = l->home->bank;
    c->freshes = ARENA_ARRAY(l->scratch, bank->question_count + 1, const struct question *);
    const struct memory_known *first = NULL;
    for (int i = 0; i < c->old_count; i++) {
        if (!first || c->olds[i]->last < first->last)
            first = c->olds[i];
    }
    for (int i = 0; first && i < bank->question_count; i++) {
        if (!l->has_got[i] && is_later(l, &bank->questions[i], first))
            c->freshes[c->fresh_count++] = &bank->questions[i];
    }
}

static void find_pairs(struct linker *l, struct candidates *c)
{
    struct arena *arena = l->scratch;
    struct likeness *olds = ARENA_ARRAY(arena, c->old_count + 1, struct likeness);
    struct likeness *freshes = ARENA_ARRAY(arena, c->fresh_count + 1, struct likeness);
    for (int i = 0; i < c->old_count; i++)
        olds[i] = likeness_make(c->olds[i]->text, c->olds[i]->right, arena);
    for (int i = 0; i < c->fresh_count; i++) {
        freshes[i] = likeness_make(quiz_words_asked(c->freshes[i], arena),
                                   quiz_words_right(c->freshes[i], arena), arena);
    }
    int count = likeness_pairs(olds, c->old_count, freshes, c->fresh_count, arena, &c->pairs);
    for (int i = 0; i < count; i++) {
        if (is_later(l, c->freshes[c->pairs[i].fresh], c->olds[c->pairs[i].old]))
            c->pairs[c->pair_count++] = c->pairs[i];
    }
}

static const char *copy(const struct linker *l, const char *text)
{
    return text ? arena_text(l->arena, text, strlen(text)) : NULL;
}

static struct relink_pair make_pair(struct linker *l, const struct memory_known *old,
                                    const struct question *fresh, double alike)
{
    struct arena *arena = l->arena;
    struct relink_pair pair = {
        .from = *old,
        .bank = copy(l, l->home->bank->id),
        .key = copy(l, question_key(fresh, l->scratch)),
        .text = quiz_words_asked(fresh, arena),
        .right = quiz_words_right(fresh, arena),
        .hash = question_key_hash(fresh, arena),
        .is_told = !fresh->id,
        .alike = alike,
    };
    pair.from.bank = copy(l, old->bank);
    pair.from.question = copy(l, old->question);
    pair.from.hash = copy(l, old->hash);
    pair.from.flagged = copy(l, old->flagged);
    pair.from.text = copy(l, old->text);
    pair.from.right = copy(l, old->right);
    return pair;
}

static void decide(struct linker *l, struct candidates *c)
{
    struct relink *relink = l->relink;
    int count =
        likeness_choose(c->pairs, c->pair_count, c->old_count, c->fresh_count, l->scratch);
    relink->edited = ARENA_ARRAY(l->arena, count + 1, struct relink_pair);
    relink->asked = ARENA_ARRAY(l->arena, count + 1, struct relink_pair);
    for (int i = 0; i < count; i++) {
        const struct question *fresh = c->freshes[c->pairs[i].fresh];
        struct relink_pair pair =
            make_pair(l, c->olds[c->pairs[i].old], fresh, c->pairs[i].alike);
        pair.is_known = relink_has_progress(relink_known(l, pair.key));
        // What both have is not taken apart again, so nobody does that unasked.
        if (c->pairs[i].is_sure && !pair.is_known) {
            relink->edited[relink->edited_count++] = pair;
            relink_add_move(l, &pair.from, relink_target(&pair), "edit");
        } else {
            relink->asked[relink->asked_count++] = pair;
        }
    }
}

void relink_follow_edits(struct linker *l)
{
    struct candidates c = {0};
    find_olds(l, &c);
    find_freshes(l, &c);
    if (!c.fresh_count)
        return;
    find_pairs(l, &c);
    decide(l, &c);
}
