// Measures reviews a second, against a bare loop of the same formulas: fsrs [ROUNDS]
//
// The journal of 100,000 cards is folded: `floor` by formulas alone, which know neither steps
// nor options and trust all they are given; `plain` by the scheduler with each rating for
// itself; `app` with what learners get, so with calendar days, fuzz and ordered intervals.
// They take turns. Prints medians; fails if a goal is missed or the memories differ.
#include "core/fsrs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/rng.h"

enum { CARDS = 100000, REVIEWS = 10, EVENTS = CARDS * REVIEWS, ROUNDS_MOST = 101 };

enum kind { FLOOR, PLAIN, APP, KIND_COUNT };

static const double goal_plain = 0.7;

struct happened {
    uint32_t card;
    int32_t days; // since its last review
    int64_t at_ms;
    enum fsrs_rating rating;
};

struct journal {
    struct happened events[EVENTS];
    struct fsrs_card cards[CARDS];
    struct fsrs_memory memories[CARDS];
};

static enum fsrs_rating draw_rating(struct rng *rng)
{
    uint64_t percent = rng_below(rng, 100);
    return percent < 12   ? FSRS_AGAIN
           : percent < 20 ? FSRS_HARD
           : percent < 90 ? FSRS_GOOD
                          : FSRS_EASY;
}

/// Reviews of all cards in turn, a quarter of them on the same day as the one before.
static void draw_journal(struct journal *journal)
{
    struct rng rng = rng_seed(1);
    for (uint32_t i = 0; i < EVENTS; i++) {
        bool is_same_day = rng_below(&rng, 4) == 0;
        struct happened *event = &journal->events[i];
        *event = (struct happened){
            .card = i % CARDS,
            .days = is_same_day ? 0 : (int32_t)(1 + rng_below(&rng, 60)),
            .rating = draw_rating(&rng),
        };
        int64_t last_ms = i < CARDS ? 0 : journal->events[i - CARDS].at_ms;
        event->at_ms = last_ms + event->days * (int64_t)FSRS_DAY_MS;
    }
}

static double clamp(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

/// What depends on the parameters alone.
struct floor {
    struct fsrs_params params;
    double curve, growth, cap, easy, interval, bonus[FSRS_RATING_END];
};

static struct floor make_floor(void)
{
    struct floor f = {.params = fsrs_params_default()};
    const double *w = f.params.w;
    f.curve = pow(0.9, -1 / w[20]) - 1;
    f.growth = exp(w[8]);
    f.cap = exp(w[17] * w[18]);
    f.easy = w[4] - exp(w[5] * 3) + 1;
    f.interval = (pow(0.9, -1 / w[20]) - 1) / f.curve;
    f.bonus[FSRS_HARD] = w[15];
    f.bonus[FSRS_GOOD] = 1;
    f.bonus[FSRS_EASY] = w[16];
    return f;
}

static double floor_stability(const struct floor *f, const struct happened *event, double s,
                              double d)
{
    const double *w = f->params.w;
    if (event->days < 1) {
        double factor = exp(w[17] * ((double)event->rating - 3 + w[18])) * pow(s, -w[19]);
        return event->rating != FSRS_AGAIN && factor < 1 ? s : s * factor;
    }
    double r = pow(1 + f->curve * event->days / s, -w[20]);
    if (event->rating == FSRS_AGAIN) {
        double left = w[11] * pow(d, -w[12]) * (pow(s + 1, w[13]) - 1) * exp(w[14] * (1 - r));
        return left < s / f->cap ? left : s / f->cap;
    }
    return s * (1 + f->growth * (11 - d) * pow(s, -w[9]) * (exp(w[10] * (1 - r)) - 1) *
                        f->bonus[event->rating]);
}

static int64_t fold_floor(struct journal *journal)
{
    struct floor f = make_floor();
    const double *w = f.params.w;
    int64_t sum = 0;
    for (size_t i = 0; i < EVENTS; i++) {
        const struct happened *event = &journal->events[i];
        struct fsrs_memory *m = &journal->memories[event->card];
        double s = m->stability, d = m->difficulty, g = (double)event->rating;
        if (i < CARDS) {
            s = w[event->rating - 1];
            d = w[4] - exp(w[5] * (g - 1)) + 1;
        } else {
            s = floor_stability(&f, event, s, d);
            d = w[7] * f.easy + (1 - w[7]) * (d - w[6] * (g - 3) * (10 - d) / 9);
        }
        m->stability = clamp(s, 0.001, 36500);
        m->difficulty = clamp(d, 1, 10);
        sum += (int64_t)clamp(round(m->stability * f.interval), 1, 36500);
    }
    return sum;
}

static int64_t fold(struct journal *journal, const struct fsrs *f)
{
    memset(journal->cards, 0, sizeof journal->cards);
    int64_t sum = 0;
    for (size_t i = 0; i < EVENTS; i++) {
        const struct happened *event = &journal->events[i];
        struct fsrs_card *card = &journal->cards[event->card];
        struct fsrs_outcome outcome;
        if (fsrs_review(f, card, event->rating, (struct fsrs_time){event->at_ms, 60},
                        event->card, &outcome))
            sum += outcome.wait_ms;
    }
    return sum;
}

static bool are_memories_equal(const struct journal *journal)
{
    for (size_t i = 0; i < CARDS; i++) {
        struct fsrs_memory a = journal->memories[i], b = journal->cards[i].memory;
        if (fabs(a.stability / b.stability - 1) > 1e-11 ||
            fabs(a.difficulty / b.difficulty - 1) > 1e-11)
            return false;
    }
    return true;
}

/// Time of this process alone, for other programs would be measured as well by the clock.
static double now_ns(void)
{
    return (double)clock() * (1e9 / CLOCKS_PER_SEC);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct fsrs make_scheduler(enum kind kind)
{
    struct fsrs_options options = fsrs_options_default();
    if (kind == PLAIN) {
        options.days.policy = FSRS_DAYS_24H;
        options.has_fuzz = options.is_monotone = false;
    }
    struct fsrs_params params = fsrs_params_default();
    struct fsrs f = {0};
    if (fsrs_init(&f, &params, &options) != FSRS_OK)
        abort();
    return f;
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

/// Medians: the nanoseconds of a review, and how fast it is against the floor in its own round,
/// since the machine may be slower in another.
static bool measure(struct journal *journal, int rounds, double ns[KIND_COUNT],
                    double ratios[KIND_COUNT])
{
    struct fsrs plain = make_scheduler(PLAIN), app = make_scheduler(APP);
    double round_ns[KIND_COUNT][ROUNDS_MOST], round_ratios[KIND_COUNT][ROUNDS_MOST];
    bool is_equal = true;
    int64_t sum = 0; // which is looked at, or the floor would be optimised away
    for (int i = 0; i < rounds; i++) {
        double start = now_ns();
        sum += fold(journal, &app);
        double after_app = now_ns();
        sum += fold_floor(journal);
        double after_floor = now_ns();
        sum += fold(journal, &plain);
        round_ns[APP][i] = after_app - start;
        round_ns[FLOOR][i] = after_floor - after_app;
        round_ns[PLAIN][i] = now_ns() - after_floor;
        is_equal = is_equal && are_memories_equal(journal);
        for (int kind = 0; kind < KIND_COUNT; kind++)
            round_ratios[kind][i] = round_ns[FLOOR][i] / round_ns[kind][i];
    }
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        ns[kind] = median(round_ns[kind], rounds) / EVENTS;
        ratios[kind] = median(round_ratios[kind], rounds);
    }
    return is_equal && sum > 0;
}

int main(int argc, char **argv)
{
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 21;
    if (argc > 2 || rounds < 1 || rounds > ROUNDS_MOST) {
        fprintf(stderr, "usage: fsrs [ROUNDS]\n");
        return 2;
    }
    static struct journal journal;
    draw_journal(&journal);
    double ns[KIND_COUNT], ratios[KIND_COUNT];
    bool is_equal = measure(&journal, (int)rounds, ns, ratios);
    printf("a review: floor %.1f ns, plain %.1f ns, app %.1f ns\n", ns[FLOOR], ns[PLAIN],
           ns[APP]);
    printf("reviews a second: plain %.1f million, ratio to the floor %.2f (goal %.1f); "
           "app %.1f million, ratio %.2f\n",
           1e3 / ns[PLAIN], ratios[PLAIN], goal_plain, 1e3 / ns[APP], ratios[APP]);
    if (!is_equal)
        printf("the memories differ from those of the floor\n");
    return is_equal && ratios[PLAIN] >= goal_plain ? 0 : 1;
}
