#include "core/learner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HOUR_MS = 3600000, PAST_ROOM = 100000, WAITING_MOST = 1000 };

static double chance(struct learner *l)
{
    return (double)(rng_next(&l->rng) >> 11) * 0x1p-53;
}

struct learner learner_make(const struct fsrs *f, int count, uint64_t seed, struct arena *arena)
{
    return (struct learner){
        .fsrs = f,
        .rng = rng_seed(seed),
        .pace_ms = 9000,
        .spread = 0.6,
        .first = {0, 0.35, 0.05, 0.6, 0},
        .recalled = {0, 0, 0.1, 0.85, 0.05},
        .first_day = 20000,
        .cards = ARENA_ARRAY(arena, count, struct fsrs_card),
        .count = count,
        .past = ARENA_ARRAY(arena, PAST_ROOM, struct past_review),
        .past_room = PAST_ROOM,
    };
}

struct learner learner_copy(const struct learner *learner, uint64_t seed, struct arena *arena)
{
    struct learner copy = *learner;
    copy.rng = rng_seed(seed);
    copy.cards = ARENA_ARRAY(arena, copy.count, struct fsrs_card);
    memcpy(copy.cards, learner->cards, (size_t)copy.count * sizeof *copy.cards);
    copy.past = NULL;
    copy.past_count = copy.past_room = 0;
    return copy;
}

static int64_t at_hour_ms(const struct learner *l, int day, int hour)
{
    return (l->first_day + day) * FSRS_DAY_MS + (int64_t)hour * HOUR_MS;
}

struct fsrs_time learner_morning(const struct learner *l, int day)
{
    return (struct fsrs_time){.at_ms = at_hour_ms(l, day, 8)};
}

// The time for one card: log-normal, so that its mean is not its median.
static double took_ms(struct learner *l)
{
    double radius = sqrt(-2 * log(1 - chance(l))), angle = 2 * acos(-1.0) * chance(l);
    double z = radius * cos(angle);
    return l->pace_ms * exp(l->spread * z - l->spread * l->spread / 2);
}

static enum fsrs_rating by_share(struct learner *l, const double shares[FSRS_RATING_END])
{
    double at = chance(l);
    for (enum fsrs_rating g = FSRS_EASY; g > FSRS_AGAIN; g--) {
        at -= shares[g];
        if (at < 0)
            return g;
    }
    return FSRS_AGAIN;
}

static enum fsrs_rating answer(struct learner *l, const struct fsrs_card *card)
{
    if (card->phase == FSRS_NEW)
        return by_share(l, l->first);
    if (chance(l) >= fsrs_retrievability(l->fsrs, card, l->clock_ms))
        return FSRS_AGAIN;
    return card->phase == FSRS_REVIEW ? by_share(l, l->recalled) : FSRS_GOOD;
}

static void rate(struct learner *l, int index)
{
    struct fsrs_card *card = &l->cards[index];
    double took = took_ms(l);
    enum fsrs_rating rating = answer(l, card);
    if (l->past_count < l->past_room) {
        l->past[l->past_count++] = (struct past_review){
            .took_ms = (int32_t)took,
            .rating = (uint8_t)rating,
            .phase = card->phase,
        };
    }
    l->clock_ms += (int64_t)took;
    struct fsrs_outcome outcome;
    if (!fsrs_review(l->fsrs, card, rating, (struct fsrs_time){.at_ms = l->clock_ms},
                     (uint64_t)index * 7919 + 13, &outcome))
        abort();
}

struct place {
    double recall;
    int index;
};

static int by_recall(const void *a, const void *b)
{
    const struct place *one = a, *other = b;
    return one->recall < other->recall ? -1 : one->recall > other->recall;
}

// What is due by the end of the day, in no order.
static int find_due(const struct learner *l, int day, struct place *due)
{
    int count = 0;
    for (int i = 0; i < l->seen; i++) {
        if (l->cards[i].due_ms < at_hour_ms(l, day + 1, 4)) {
            due[count++] = (struct place){
                .recall = fsrs_retrievability(l->fsrs, &l->cards[i], l->clock_ms),
                .index = i,
            };
        }
    }
    return count;
}

// How many steps the cards seen today have to go, at least, and in `*next` the card whose turn
// is next, or -1.
static int next_step(const struct learner *l, int day, const int *seen, int count, int *next)
{
    const struct fsrs_options *o = &l->fsrs->options;
    int steps = 0;
    *next = -1;
    for (int i = 0; i < count; i++) {
        const struct fsrs_card *card = &l->cards[seen[i]];
        if (card->due_ms >= at_hour_ms(l, day + 1, 4))
            continue;
        const struct fsrs_steps *s =
            card->phase == FSRS_LEARNING ? &o->learning : &o->relearning;
        steps += s->count - card->step;
        if (*next < 0 || card->due_ms < l->cards[*next].due_ms)
            *next = seen[i];
    }
    return steps;
}

int learner_study(struct learner *l, int day, double minutes, int new_cards)
{
    l->clock_ms = at_hour_ms(l, day, 18);
    struct place *due = calloc((size_t)l->count + 1, sizeof *due);
    int *today = calloc((size_t)l->count + 1, sizeof *today);
    int due_count = find_due(l, day, due), at = 0, today_count = 0, fresh = 0;
    qsort(due, (size_t)due_count, sizeof *due, by_recall);
    double left_ms = minutes * 60000;
    for (;;) {
        int index, steps = next_step(l, day, today, today_count, &index);
        bool is_ready = index >= 0 && l->cards[index].due_ms <= l->clock_ms;
        bool has_time = left_ms > steps * l->pace_ms;
        if (!is_ready && has_time && at < due_count) {
            index = due[at++].index;
            today[today_count++] = index;
        } else if (!is_ready && has_time && fresh < new_cards && l->seen < l->count) {
            fresh++;
            index = l->seen++;
            today[today_count++] = index;
        } else if (index < 0) {
            break;
        }
        // Nobody waits for a step when nothing else is to do: it is taken ahead of time.
        int64_t before_ms = l->clock_ms;
        rate(l, index);
        left_ms -= (double)(l->clock_ms - before_ms);
    }
    int left = find_due(l, day, due);
    free(due);
    free(today);
    return left;
}

double learner_examine(struct learner *l, int day)
{
    int right = 0;
    for (int i = 0; i < l->seen; i++)
        right += chance(l) < fsrs_retrievability(l->fsrs, &l->cards[i], at_hour_ms(l, day, 18));
    return (double)right / l->count;
}
