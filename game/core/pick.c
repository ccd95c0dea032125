#include "core/pick.h"

#include <string.h>

#include "base/rng.h"
#include "base/text.h"
#include "core/apart.h"

static const char no_tag[] = "Other"; // the topic of questions that have none

// Which topics of one bank are wanted.
struct filter {
    const struct pick_rules *rules;
    const bool *is_wanted; // by the bank's number of the topic
    bool wants_untagged;
};

static bool is_among(const char *topic, const char *const *folded, int count,
                     struct arena *scratch)
{
    const char *own = text_fold(scratch, topic, FOLD_CASE, NULL);
    for (int i = 0; i < count; i++) {
        if (strcmp(own, folded[i]) == 0)
            return true;
    }
    return false;
}

static struct filter make_filter(const struct bank *bank, const struct pick_rules *rules,
                                 struct arena *scratch)
{
    int count = rules->topic_count;
    const char **folded = ARENA_ARRAY(scratch, count + 1, const char *);
    for (int i = 0; i < count; i++)
        folded[i] = text_fold(scratch, rules->topics[i], FOLD_CASE, NULL);
    bool *is_wanted = ARENA_ARRAY(scratch, bank->topic_count + 1, bool);
    for (int i = 0; i < bank->topic_count; i++)
        is_wanted[i] = is_among(bank->topics[i], folded, count, scratch);
    return (struct filter){
        .rules = rules,
        .is_wanted = is_wanted,
        .wants_untagged = is_among(no_tag, folded, count, scratch),
    };
}

static bool passes(const struct filter *filter, const struct question *question)
{
    int difficulty = filter->rules->difficulty;
    if (difficulty != PICK_ANY_DIFFICULTY && difficulty != question->difficulty)
        return false;
    if (filter->rules->topic_count == 0)
        return true;
    if (question->topic_count == 0)
        return filter->wants_untagged;
    for (int i = 0; i < question->topic_count; i++) {
        if (filter->is_wanted[question->topics[i]])
            return true;
    }
    return false;
}

int pick_count(const struct bank *const *banks, int bank_count, const struct pick_rules *rules)
{
    int count = 0;
    struct arena scratch = {0};
    for (int b = 0; b < bank_count; b++) {
        struct filter filter = make_filter(banks[b], rules, &scratch);
        for (int i = 0; i < banks[b]->question_count; i++)
            count += passes(&filter, &banks[b]->questions[i]);
    }
    arena_free(&scratch);
    return count;
}

// Questions that pass, those to be asked first in front.
struct pool {
    struct picked *items;
    int count;
};

// Takes the question out of those that are left (`is_left` runs beside all banks' questions).
static void take(struct pool *pool, const struct bank *bank, int question, bool *is_left)
{
    if (!*is_left)
        return;
    *is_left = false;
    pool->items[pool->count++] =
        (struct picked){.bank = bank, .question = &bank->questions[question]};
}

static void take_first(struct pool *pool, const struct bank *const *banks, int bank_count,
                       const struct pick_rules *rules, bool *is_left)
{
    for (int f = 0; f < rules->first_count; f++) {
        size_t start = 0;
        for (int b = 0; b < bank_count; b++) {
            const struct bank *bank = banks[b];
            if (bank == rules->first[f].bank) {
                ptrdiff_t at = rules->first[f].question - bank->questions;
                if (at >= 0 && at < bank->question_count)
                    take(pool, bank, (int)at, &is_left[start + (size_t)at]);
                break;
            }
            start += (size_t)bank->question_count;
        }
    }
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

// Draws `count` of `items` to its front (Fisher and Yates, no further than needed).
static void shuffle(struct picked *items, int all, int count, struct rng *rng)
{
    for (int i = 0; i < count; i++) {
        int j = i + (int)rng_below(rng, (uint64_t)(all - i));
        struct picked drawn = items[j];
        items[j] = items[i];
        items[i] = drawn;
    }
}

/// Keeps what is about one fact apart: first those to be asked first, then the others.
static void spread(struct picked *items, int first, int count, struct arena *scratch)
{
    uint32_t *order = ARENA_ARRAY(scratch, count + 1, uint32_t);
    struct picked *drawn = ARENA_ARRAY(scratch, count + 1, struct picked);
    for (int i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        drawn[i] = items[i];
    }
    apart_spread(drawn, order, 0, first);
    apart_spread(drawn, order + first, first, count - first);
    for (int i = 0; i < count; i++)
        items[i] = drawn[order[i]];
}

int pick_questions(const struct bank *const *banks, int bank_count,
                   const struct pick_rules *rules, struct arena *arena, struct picked **out)
{
    struct arena scratch = {0};
    size_t all = 0;
    for (int b = 0; b < bank_count; b++)
        all += (size_t)banks[b]->question_count;
    bool *is_left = ARENA_ARRAY(&scratch, all + 1, bool);
    struct pool pool = {.items = ARENA_ARRAY(&scratch, all + 1, struct picked)};
    bool *at = is_left;
    for (int b = 0; b < bank_count; b++) {
        struct filter filter = make_filter(banks[b], rules, &scratch);
        for (int i = 0; i < banks[b]->question_count; i++)
            *at++ = passes(&filter, &banks[b]->questions[i]);
    }
    take_first(&pool, banks, bank_count, rules, is_left);
    int first_count = pool.count;
    at = is_left;
    for (int b = 0; b < bank_count; b++) {
        for (int i = 0; i < banks[b]->question_count; i++)
            take(&pool, banks[b], i, at++);
    }

    int count = rules->count > 0 ? least(rules->count, pool.count) : pool.count;
    if (rules->is_shuffled) {
        struct rng rng = rng_seed(rules->seed);
        int first = least(first_count, count);
        shuffle(pool.items, first_count, first, &rng);
        shuffle(pool.items + first_count, pool.count - first_count, count - first, &rng);
        spread(pool.items, first, count, &scratch);
    }
    *out = ARENA_ARRAY(arena, count + 1, struct picked);
    memcpy(*out, pool.items, (size_t)count * sizeof **out);
    arena_free(&scratch);
    return count;
}
