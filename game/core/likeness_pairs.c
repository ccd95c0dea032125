#include "core/likeness_pairs.h"

#include <stdlib.h>

enum {
    ENOUGH = 200,  // compared with one question: further words are too common to tell more
    COMMON = 2000, // a word of so many questions tells nothing at all
};

/// A word of a new question.
struct post {
    uint32_t hash;
    int fresh;
};

/// The new questions that have a word of the old one.
struct span {
    const struct post *posts;
    int count;
};

struct finder {
    const struct likeness *freshes;
    struct post *posts; // by word
    int post_count;
    int *seen; // for each new question, the last old one that it was compared with, from 1 on
    struct likeness_pair *pairs;
    int pair_count, pair_room;
    struct arena *arena;
};

static int compare_posts(const void *a, const void *b)
{
    const struct post *x = a, *y = b;
    int order = (x->hash > y->hash) - (x->hash < y->hash);
    return order ? order : (x->fresh > y->fresh) - (x->fresh < y->fresh);
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    int order = (x->count > y->count) - (x->count < y->count);
    return order ? order : (x->posts > y->posts) - (x->posts < y->posts);
}

static int word_count(const struct likeness *question)
{
    return question->text.count + question->right.count;
}

static uint32_t word_hash(const struct likeness *question, int i)
{
    int first = question->text.count;
    return i < first ? question->text.words[i].hash : question->right.words[i - first].hash;
}

static void make_posts(struct finder *f, int fresh_count)
{
    int count = 0;
    for (int i = 0; i < fresh_count; i++)
        count += word_count(&f->freshes[i]);
    f->posts = ARENA_ARRAY(f->arena, count + 1, struct post);
    for (int i = 0; i < fresh_count; i++) {
        for (int k = 0; k < word_count(&f->freshes[i]); k++)
            f->posts[f->post_count++] = (struct post){word_hash(&f->freshes[i], k), i};
    }
    qsort(f->posts, (size_t)count, sizeof *f->posts, compare_posts);
}

/// The place of the first post from `hash` on.
static int find_post(const struct finder *f, uint32_t hash)
{
    int low = 0, high = f->post_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (f->posts[middle].hash < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct span find_span(const struct finder *f, uint32_t hash)
{
    int first = find_post(f, hash);
    int end = hash == UINT32_MAX ? f->post_count : find_post(f, hash + 1);
    return (struct span){f->posts + first, end - first};
}

static void add_pair(struct finder *f, struct likeness_pair pair)
{
    if (f->pair_count == f->pair_room) {
        struct likeness_pair *more =
            ARENA_ARRAY(f->arena, 2 * f->pair_room + 16, struct likeness_pair);
        for (int i = 0; i < f->pair_count; i++)
            more[i] = f->pairs[i];
        f->pairs = more;
        f->pair_room = 2 * f->pair_room + 16;
    }
    f->pairs[f->pair_count++] = pair;
}

/// Compares question `old` with those that have its rarest words.
static void find_pairs(struct finder *f, const struct likeness *question, int old,
                       struct arena *scratch)
{
    int count = word_count(question), compared = 0;
    struct span *spans = ARENA_ARRAY(scratch, count + 1, struct span);
    for (int i = 0; i < count; i++)
        spans[i] = find_span(f, word_hash(question, i));
    qsort(spans, (size_t)count, sizeof *spans, compare_spans);
    for (int i = 0; i < count; i++) {
        if (spans[i].count > COMMON || (compared && compared + spans[i].count > ENOUGH))
            break;
        for (int k = 0; k < spans[i].count; k++) {
            int fresh = spans[i].posts[k].fresh;
            if (f->seen[fresh] == old + 1)
                continue;
            f->seen[fresh] = old + 1;
            compared++;
            double alike = likeness_measure(question, &f->freshes[fresh], scratch);
            if (alike >= LIKENESS_MAYBE)
                add_pair(f, (struct likeness_pair){old, fresh, alike, false});
        }
    }
}

int likeness_pairs(const struct likeness *olds, int old_count, const struct likeness *freshes,
                   int fresh_count, struct arena *arena, struct likeness_pair **pairs)
{
    struct arena scratch = {0};
    struct finder f = {
        .freshes = freshes, .seen = ARENA_ARRAY(arena, fresh_count + 1, int), .arena = arena};
    make_posts(&f, fresh_count);
    for (int i = 0; i < old_count; i++) {
        find_pairs(&f, &olds[i], i, &scratch);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    *pairs = f.pairs;
    return f.pair_count;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct likeness_pair *x = a, *y = b;
    int order = (y->alike > x->alike) - (y->alike < x->alike);
    if (!order)
        order = (x->old > y->old) - (x->old < y->old);
    return order ? order : (x->fresh > y->fresh) - (x->fresh < y->fresh);
}

int likeness_choose(struct likeness_pair *pairs, int count, int old_count, int fresh_count,
                    struct arena *scratch)
{
    // In how many pairs that are as good as sure each question is, and whether it is taken.
    int *likely_olds = ARENA_ARRAY(scratch, old_count + 1, int);
    int *likely_freshes = ARENA_ARRAY(scratch, fresh_count + 1, int);
    bool *taken_olds = ARENA_ARRAY(scratch, old_count + 1, bool);
    bool *taken_freshes = ARENA_ARRAY(scratch, fresh_count + 1, bool);
    int kept = 0;
    if (count)
        qsort(pairs, (size_t)count, sizeof *pairs, compare_pairs);
    for (int i = 0; i < count && pairs[i].alike >= LIKENESS_SURE; i++) {
        likely_olds[pairs[i].old]++;
        likely_freshes[pairs[i].fresh]++;
    }
    for (int i = 0; i < count; i++) {
        struct likeness_pair pair = pairs[i];
        if (taken_olds[pair.old] || taken_freshes[pair.fresh])
            continue;
        taken_olds[pair.old] = taken_freshes[pair.fresh] = true;
        pair.is_sure = pair.alike >= LIKENESS_SURE && likely_olds[pair.old] == 1 &&
                       likely_freshes[pair.fresh] == 1;
        pairs[kept++] = pair;
    }
    return kept;
}
