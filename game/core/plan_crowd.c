#include "core/plan_crowd.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "base/rng.h"

enum {
    MINUTE_MS = 60000,
    PRESSES_MOST = 64, // of a card on a day; then it waits for the next
};

static const uint64_t sample_seed = 0x6a09e667f3bcc909;

static int32_t due_day(const struct crowd *c, const struct fsrs_card *card)
{
    int64_t day = fsrs_due_day(c->deck->fsrs, card, c->deck->now.ahead_min) - c->today;
    return (int32_t)(day < 0 ? 0 : day < INT32_MAX ? day : INT32_MAX);
}

// Adds the card that is `index` of the deck, beyond the last one an unseen one.
static void join(struct crowd *c, int index, bool is_wanted_seen)
{
    const struct plan_deck *deck = c->deck;
    bool seen = index < deck->count && plan_is_seen(&deck->cards[index]);
    if (seen != is_wanted_seen)
        return;
    struct crowd_card *added = &c->cards[c->count++];
    *added = (struct crowd_card){.due = INT32_MAX};
    if (!seen)
        return;
    added->card = deck->cards[index];
    fsrs_card_check(&added->card);
    added->due = due_day(c, &added->card);
}

// One of each `total / CROWD_CARDS` cards in their order, by chance: no bank is left out, and
// no regularity in their order shows.
static void sample(struct crowd *c, int total, bool is_wanted_seen)
{
    struct rng rng = rng_seed(sample_seed);
    for (int i = 0; i < CROWD_CARDS; i++) {
        int64_t from = (int64_t)i * total / CROWD_CARDS;
        int64_t to = (int64_t)(i + 1) * total / CROWD_CARDS;
        join(c, (int)(from + (int64_t)rng_below(&rng, (uint64_t)(to - from))), is_wanted_seen);
    }
}

static void gather(struct crowd *c, int total, bool is_wanted_seen)
{
    if (total > CROWD_CARDS) {
        sample(c, total, is_wanted_seen);
        return;
    }
    for (int copy = 0; copy < (int)c->scale; copy++) {
        for (int i = 0; i < total; i++)
            join(c, i, is_wanted_seen);
    }
}

struct crowd crowd_make(const struct plan_deck *deck, struct arena *arena)
{
    int total = deck->count + deck->unseen;
    struct crowd c = {
        .deck = deck,
        .today = fsrs_days_number(deck->fsrs->options.days, deck->now),
        .scale = total > CROWD_CARDS ? (double)CROWD_CARDS / total
                 : total > 0         ? CROWD_CARDS / total
                                     : 1,
        .cards = ARENA_ARRAY(arena, CROWD_CARDS, struct crowd_card),
        .run = ARENA_ARRAY(arena, CROWD_CARDS, struct crowd_card),
        .heap = ARENA_ARRAY(arena, CROWD_CARDS, struct crowd_risk),
    };
    gather(&c, total, true);
    c.seen = c.count;
    gather(&c, total, false);
    return c;
}

void crowd_start(struct crowd *c)
{
    memcpy(c->run, c->cards, (size_t)c->count * sizeof *c->cards);
    c->met = c->seen;
    c->owed_ms = c->owed_cards = 0;
    c->finish_ms = c->deck->habit.pace_ms / 2;
    memset(c->ratings, 0, sizeof c->ratings);
}

static enum fsrs_rating pick(const double shares[FSRS_RATING_END], double chance)
{
    enum fsrs_rating rating = FSRS_AGAIN;
    while (rating < FSRS_EASY && chance >= shares[rating])
        chance -= shares[rating++];
    return rating;
}

// The next of the numbers from 0 to 1 that a rating hangs on. They are multiples of the golden
// ratio, which are spread more evenly than chance: of cards with like probabilities, which come
// one after the other, hardly more or less are recalled than expected. Each phase has numbers
// of its own, since a lapse is followed by a step.
static double next_chance(struct crowd *c, uint8_t phase)
{
    double multiple = 0.6180339887498949 * (double)++c->ratings[phase];
    return multiple - floor(multiple);
}

// What the learner presses: a card that the model recalls with 80 % is recalled by 80 chances
// of 100, and those are shared out among Hard, Good and Easy.
static enum fsrs_rating rate(const struct crowd *c, const struct fsrs_card *card, int64_t at_ms,
                             double chance)
{
    const struct plan_habit *habit = &c->deck->habit;
    if (card->phase == FSRS_NEW)
        return pick(habit->first, chance);
    double recall = fsrs_retrievability(c->deck->fsrs, card, at_ms);
    if (chance >= recall)
        return FSRS_AGAIN;
    return card->phase == FSRS_REVIEW ? pick(habit->recalled, chance / recall) : FSRS_GOOD;
}

// Cards are studied in the middle of a day, so that steps of minutes end on the same one.
static int64_t noon_ms(const struct crowd *c, int day)
{
    return fsrs_days_begin_ms(c->deck->fsrs->options.days, c->today + day,
                              c->deck->now.ahead_min) +
           FSRS_DAY_MS / 2;
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

// Studies a card until it is due on another day. Returns how often it was rated.
static int study(struct crowd *c, int index, int day)
{
    const struct plan_deck *deck = c->deck;
    struct crowd_card *at = &c->run[index];
    int presses = 0;
    at->due = day;
    for (; at->due <= day && presses < PRESSES_MOST; presses++) {
        int64_t at_ms = later(noon_ms(c, day), later(at->card.last_ms, at->card.due_ms));
        struct fsrs_time now = {.at_ms = at_ms, .ahead_min = deck->now.ahead_min};
        double chance = next_chance(c, at->card.phase);
        struct fsrs_outcome outcome;
        fsrs_review(deck->fsrs, &at->card, rate(c, &at->card, at_ms, chance), now,
                    (uint64_t)index, &outcome);
        at->due = due_day(c, &at->card);
    }
    return presses;
}

// Lets what is `at` a place of the heap sink to where none below it is riskier.
static void sink(struct crowd_risk *heap, int count, int at)
{
    struct crowd_risk moved = heap[at];
    for (int child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && heap[child + 1].risk > heap[child].risk)
            child++;
        if (heap[child].risk <= moved.risk)
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = moved;
}

// Makes a heap of what is due, the least likely to be recalled on top. Returns how many.
static int pile_up(struct crowd *c, int day)
{
    int count = 0;
    int64_t at_ms = noon_ms(c, day);
    for (int i = 0; i < c->met; i++) {
        const struct crowd_card *at = &c->run[i];
        if (at->due > day)
            continue;
        // In the order of their retrievability, see there, behind those on a step.
        double since_ms = (double)(at_ms - at->card.last_ms);
        bool is_on_step = at->card.phase != FSRS_REVIEW;
        c->heap[count++] = (struct crowd_risk){
            .risk = is_on_step ? HUGE_VAL : since_ms / at->card.memory.stability,
            .index = i,
        };
    }
    for (int i = count / 2 - 1; i >= 0; i--)
        sink(c->heap, count, i);
    return count;
}

int crowd_study(struct crowd *c, int day, double minutes, double new_cards)
{
    double pace_ms = c->deck->habit.pace_ms;
    double budget_ms = (minutes * MINUTE_MS + c->finish_ms) * c->scale - c->owed_ms;
    int due = pile_up(c, day), cards = 0;
    c->spent_ms = 0;
    for (; due > 0 && c->spent_ms < budget_ms; due--, cards++) {
        c->spent_ms += pace_ms * study(c, c->heap[0].index, day);
        c->heap[0] = c->heap[due - 1];
        sink(c->heap, due - 1, 0);
    }
    double wanted = new_cards * c->scale - c->owed_cards;
    for (; wanted > 0 && c->spent_ms < budget_ms && c->met < c->count; wanted--, cards++)
        c->spent_ms += pace_ms * study(c, c->met++, day);
    c->owed_ms = c->spent_ms > budget_ms ? c->spent_ms - budget_ms : 0;
    c->owed_cards = wanted < 0 ? -wanted : 0;
    c->finish_ms = cards > 0 ? c->spent_ms / cards / 2 : c->finish_ms;
    return due;
}

double crowd_unseen(const struct crowd *c)
{
    return (c->count - c->met) / c->scale;
}

double crowd_known(const struct crowd *c, int day)
{
    double sum = 0;
    for (int i = 0; i < c->met; i++)
        sum += fsrs_retrievability(c->deck->fsrs, &c->run[i].card, noon_ms(c, day));
    return c->count > 0 ? sum / c->count : 0;
}
