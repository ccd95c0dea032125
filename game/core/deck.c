#include "core/deck.h"

#include <math.h>
#include <stdlib.h>

#include "base/rng.h"
#include "core/apart.h"

/// A card and what sorts it: the lower round first, then the lower key.
struct ranked {
    double key;
    uint32_t card;
    uint32_t round;
};

/// What a card would be asked as today, from what gives way to what goes before.
enum rank { RANK_NONE, RANK_NEW, RANK_REVIEW, RANK_LEARNING };

struct drawing {
    const struct deck_card *cards;
    const struct deck_rules *rules;
    int64_t today;
    struct ranked *news, *reviews;
    int new_count, review_count;
    uint32_t *learning, *queue;
    struct deck deck;
};

struct deck_rules deck_rules_default(const struct fsrs *fsrs, struct fsrs_time now)
{
    return (struct deck_rules){
        .fsrs = fsrs,
        .now = now,
        .new_a_day = DECK_NEW_A_DAY,
        .reviews_a_day = DECK_REVIEWS_A_DAY,
        .ahead_ms = DECK_AHEAD_MS,
    };
}

static double chance_of(uint64_t seed, const struct deck_card *card)
{
    struct rng rng = rng_seed(seed ^ card->seed);
    return (double)(rng_next(&rng) >> 11);
}

static double key_of(const struct deck_rules *rules, const struct deck_card *card)
{
    const struct fsrs_card *memory = &card->memory;
    double interval_ms = (double)memory->due_ms - (double)memory->last_ms;
    switch (rules->order) {
    case DECK_BY_RISK: {
        if (memory->phase == FSRS_NEW)
            return -HUGE_VAL;
        double since_ms = (double)rules->now.at_ms - (double)memory->last_ms;
        return -since_ms / memory->memory.stability;
    }
    case DECK_BY_DUE:
        return (double)memory->due_ms;
    case DECK_BY_CHANCE:
        return chance_of(rules->seed, card);
    case DECK_BY_DIFFICULTY:
        return -memory->memory.difficulty;
    case DECK_BY_YOUTH:
        return interval_ms;
    case DECK_BY_AGE:
        return -interval_ms;
    case DECK_BY_LIST:
    case DECK_ORDER_COUNT:
        break;
    }
    return 0;
}

static int compare(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->round != b->round)
        return a->round < b->round ? -1 : 1;
    if (a->key < b->key || a->key > b->key)
        return a->key < b->key ? -1 : 1;
    return a->card < b->card ? -1 : 1;
}

static void sort(struct ranked *cards, int count)
{
    qsort(cards, (size_t)count, sizeof *cards, compare);
}

static bool is_put_away(const struct deck_rules *rules, const struct deck_card *card)
{
    return card->is_suspended || card->hidden_until_ms > rules->now.at_ms;
}

static enum rank rank_of(const struct drawing *d, const struct deck_card *card)
{
    const struct fsrs_card *memory = &card->memory;
    if (is_put_away(d->rules, card))
        return RANK_NONE;
    if (memory->phase == FSRS_NEW)
        return RANK_NEW;
    if (memory->phase != FSRS_REVIEW)
        return memory->due_ms <= d->deck.last_ms ? RANK_LEARNING : RANK_NONE;
    int64_t day = fsrs_due_day(d->rules->fsrs, memory, d->rules->now.ahead_min);
    return day <= d->today ? RANK_REVIEW : RANK_NONE;
}

static bool was_asked_today(const struct drawing *d, const struct deck_card *card)
{
    struct fsrs_time last = {card->memory.last_ms, d->rules->now.ahead_min};
    return card->memory.phase != FSRS_NEW &&
           fsrs_days_number(d->rules->fsrs->options.days, last) == d->today;
}

/// Whether `card` goes before `other`, its sibling of the same rank earlier in the list.
static bool goes_before(const struct drawing *d, enum rank rank, const struct deck_card *card,
                        const struct deck_card *other)
{
    if (rank == RANK_LEARNING)
        return card->memory.due_ms < other->memory.due_ms;
    return rank == RANK_REVIEW && key_of(d->rules, card) < key_of(d->rules, other);
}

static void add_card(struct drawing *d, int card, enum rank rank)
{
    const struct deck_rules *rules = d->rules;
    const struct deck_card *c = &d->cards[card];
    struct ranked ranked = {.card = (uint32_t)card};
    switch (rank) {
    case RANK_LEARNING:
        d->learning[d->deck.learning_count++] = (uint32_t)card;
        break;
    case RANK_REVIEW:
        ranked.key = key_of(rules, c);
        d->reviews[d->review_count++] = ranked;
        break;
    case RANK_NEW:
        ranked.key = rules->is_new_by_chance ? chance_of(rules->seed, c) : 0;
        d->news[d->new_count++] = ranked;
        break;
    case RANK_NONE:
        break;
    }
}

/// Draws at most one of the cards of a question, `from` to before `end`.
static void draw_question(struct drawing *d, int from, int end)
{
    bool has_asked = false;
    for (int i = from; i < end && end - from > 1; i++)
        has_asked = has_asked || was_asked_today(d, &d->cards[i]);
    int best = from, askable = 0;
    enum rank best_rank = RANK_NONE;
    for (int i = from; i < end; i++) {
        enum rank rank = rank_of(d, &d->cards[i]);
        askable += rank != RANK_NONE;
        if (rank < best_rank || (has_asked && !was_asked_today(d, &d->cards[i])))
            continue;
        if (rank > best_rank || goes_before(d, rank, &d->cards[i], &d->cards[best])) {
            best = i;
            best_rank = rank;
        }
    }
    add_card(d, best, best_rank);
    d->deck.held_siblings += askable - (best_rank != RANK_NONE);
}

static int cut(int count, int a_day, int done, int *held)
{
    int left = a_day > done ? a_day - (done > 0 ? done : 0) : 0;
    int kept = count < left ? count : left;
    *held = count - kept;
    return kept;
}

/// The queue: reviews with the new ones where the rules want them.
static void merge(struct drawing *d, struct arena *arena)
{
    int count = d->new_count + d->review_count, new_at = 0, review_at = 0;
    uint32_t *queue = ARENA_ARRAY(arena, count + 1, uint32_t);
    for (int i = 0; i < count; i++) {
        bool is_new = false;
        switch (d->rules->new_place) {
        case DECK_NEW_MIXED: { // as many reviews between any two, half of it at both ends
            int64_t at = (int64_t)i * d->new_count + count / 2;
            is_new = (at + d->new_count) / count > at / count;
            break;
        }
        case DECK_NEW_AFTER:
        case DECK_NEW_COUNT:
            is_new = i >= d->review_count;
            break;
        case DECK_NEW_BEFORE:
            is_new = i < d->new_count;
            break;
        }
        queue[i] = is_new ? d->news[new_at++].card : d->reviews[review_at++].card;
    }
    d->deck.queue = d->queue = queue;
    d->deck.queue_count = count;
}

/// Where the part of the queue ends that begins at `from`: only within one may cards change
/// places.
static int part_end(const struct drawing *d, int from)
{
    int count = d->deck.queue_count, end = from + 1, first = count;
    if (d->rules->mode == DECK_CRAM) {
        while (end < count && d->reviews[end].round == d->reviews[from].round)
            end++;
        return end;
    }
    if (d->rules->new_place == DECK_NEW_AFTER)
        first = d->review_count;
    if (d->rules->new_place == DECK_NEW_BEFORE)
        first = d->new_count;
    return from < first ? first : count;
}

/// Keeps what is about one fact apart. Who wants the cards as they stand in the list gets that.
static void spread(struct drawing *d, struct arena *scratch)
{
    int count = d->deck.queue_count, all = 0;
    if (d->rules->mode == DECK_ONLY || d->rules->order == DECK_BY_LIST)
        return;
    for (int i = 0; i < count; i++)
        all = (int)d->queue[i] >= all ? (int)d->queue[i] + 1 : all;
    struct picked *items = ARENA_ARRAY(scratch, all + 1, struct picked);
    for (int i = 0; i < count; i++) {
        const struct deck_card *card = &d->cards[d->queue[i]];
        items[d->queue[i]] = (struct picked){card->bank, card->question};
    }
    for (int from = 0, end; from < count; from = end) {
        end = part_end(d, from);
        apart_spread(items, d->queue + from, from, end - from);
    }
}

static int question_end(const struct deck_card *cards, int count, int from)
{
    int end = from + 1;
    while (end < count && cards[end].question == cards[from].question)
        end++;
    return end;
}

static void draw_due(struct drawing *d, int count)
{
    const struct deck_rules *rules = d->rules;
    for (int i = 0, end; i < count; i = end) {
        end = question_end(d->cards, count, i);
        draw_question(d, i, end);
    }
    sort(d->reviews, d->review_count);
    sort(d->news, d->new_count);
    d->review_count =
        cut(d->review_count, rules->reviews_a_day, rules->reviews_done, &d->deck.held_reviews);
    d->new_count = cut(d->new_count, rules->new_a_day, rules->new_done, &d->deck.held_new);
}

/// All cards, in rounds: the first of each question, then the second ones.
static void draw_all(struct drawing *d, int count)
{
    uint32_t round = 0;
    for (int i = 0; i < count; i++) {
        const struct deck_card *card = &d->cards[i];
        if (i > 0 && card->question != d->cards[i - 1].question)
            round = 0;
        if (d->rules->mode != DECK_ONLY && is_put_away(d->rules, card))
            continue;
        d->reviews[d->review_count++] =
            (struct ranked){key_of(d->rules, card), (uint32_t)i, round++};
    }
    sort(d->reviews, d->review_count);
}

int64_t deck_end_ms(const struct deck_rules *rules)
{
    const struct fsrs_days days = rules->fsrs->options.days;
    int64_t tomorrow = fsrs_days_number(days, rules->now) + 1;
    return fsrs_days_begin_ms(days, tomorrow, rules->now.ahead_min) + rules->ahead_ms;
}

struct deck deck_draw(const struct deck_card *cards, int count, const struct deck_rules *rules,
                      struct arena *arena)
{
    const struct fsrs_days days = rules->fsrs->options.days;
    struct arena scratch = {0};
    struct drawing d = {
        .cards = cards,
        .rules = rules,
        .today = fsrs_days_number(days, rules->now),
        .news = ARENA_ARRAY(&scratch, count + 1, struct ranked),
        .reviews = ARENA_ARRAY(&scratch, count + 1, struct ranked),
        .learning = ARENA_ARRAY(arena, count + 1, uint32_t),
    };
    d.deck.last_ms = deck_end_ms(rules);
    d.deck.learning = d.learning;
    if (rules->mode == DECK_DUE) {
        draw_due(&d, count);
    } else {
        draw_all(&d, count);
    }
    merge(&d, arena);
    spread(&d, &scratch);
    arena_free(&scratch);
    return d.deck;
}
