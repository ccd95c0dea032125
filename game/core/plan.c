#include "core/plan.h"

#include <math.h>
#include <stdlib.h>

#include "core/plan_crowd.h"

enum {
    MINUTE_MS = 60000,
    PACE_MS = 8000, // while it is not known
    PACE_LEAST_MS = 1000,
};

// The shares that the simulator of fsrs-rs takes when it knows nothing of a learner.
static const double first_shares[FSRS_RATING_END] = {0, 0.24, 0.094, 0.495, 0.171};
static const double recalled_shares[FSRS_RATING_END] = {0, 0, 0.224, 0.631, 0.145};

int64_t plan_spent_ms(const struct past_review *reviews, int count)
{
    int64_t sum_ms = 0;
    for (int i = 0; i < count; i++) {
        int32_t took_ms = reviews[i].took_ms;
        sum_ms += took_ms < 0 ? 0 : took_ms < MINUTE_MS ? took_ms : MINUTE_MS;
    }
    return sum_ms;
}

// Turns counts into shares, or takes `known` if there are too few of them.
static void share_out(const int counts[FSRS_RATING_END], const double known[FSRS_RATING_END],
                      double shares[FSRS_RATING_END])
{
    int sum = 0;
    for (int g = FSRS_AGAIN; g < FSRS_RATING_END; g++)
        sum += counts[g];
    for (int g = FSRS_AGAIN; g < FSRS_RATING_END; g++)
        shares[g] = sum < PLAN_PAST_LEAST ? known[g] : (double)counts[g] / sum;
}

bool plan_is_seen(const struct fsrs_card *card)
{
    struct fsrs_card checked = *card;
    return fsrs_card_check(&checked) && checked.phase != FSRS_NEW;
}

struct plan_habit plan_habit_of(const struct past_review *reviews, int count)
{
    struct plan_habit habit = {.pace_ms = PACE_MS};
    int first[FSRS_RATING_END] = {0}, recalled[FSRS_RATING_END] = {0};
    for (int i = 0; i < count; i++) {
        const struct past_review *r = &reviews[i];
        if (r->rating < FSRS_AGAIN || r->rating > FSRS_EASY)
            continue;
        if (r->phase == FSRS_NEW) {
            first[r->rating]++;
        } else if (r->phase == FSRS_REVIEW && r->rating != FSRS_AGAIN) {
            recalled[r->rating]++;
        }
    }
    if (count >= PLAN_PAST_LEAST)
        habit.pace_ms = fmax((double)plan_spent_ms(reviews, count) / count, PACE_LEAST_MS);
    share_out(first, first_shares, habit.first);
    share_out(recalled, recalled_shares, habit.recalled);
    return habit;
}

// How often a card that is due will be rated today, on average.
static double presses(const struct fsrs *f, const struct fsrs_card *card, int64_t at_ms)
{
    if (card->phase == FSRS_REVIEW) {
        double lapses = 1 - fsrs_retrievability(f, card, at_ms);
        return 1 + lapses * f->options.relearning.count;
    }
    const struct fsrs_options *o = &f->options;
    int steps = card->phase == FSRS_LEARNING ? o->learning.count : o->relearning.count;
    return steps > card->step ? steps - card->step : 1;
}

static int by_risk(const void *a, const void *b)
{
    const struct crowd_risk *one = a, *other = b;
    if (one->risk != other->risk)
        return one->risk > other->risk ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

static double left_today_ms(const struct plan_deck *deck, int minutes)
{
    return fmax((double)minutes * MINUTE_MS - (double)deck->spent_ms, 0);
}

struct plan_today plan_today(const struct plan_deck *deck, int minutes, int *order,
                             struct arena *scratch)
{
    const struct fsrs *f = deck->fsrs;
    int64_t today = fsrs_days_number(f->options.days, deck->now);
    struct crowd_risk *due = ARENA_ARRAY(scratch, deck->count, struct crowd_risk);
    struct plan_today plan = {0};
    for (int i = 0; i < deck->count; i++) {
        const struct fsrs_card *card = &deck->cards[i];
        if (!plan_is_seen(card) || fsrs_due_day(f, card, deck->now.ahead_min) > today)
            continue;
        due[plan.due++] = (struct crowd_risk){
            .risk = 1 - fsrs_retrievability(f, card, deck->now.at_ms) +
                    (card->phase != FSRS_REVIEW), // goes before all that are not begun
            .index = i,
        };
    }
    if (plan.due > 0)
        qsort(due, (size_t)plan.due, sizeof *due, by_risk);
    double left_ms = left_today_ms(deck, minutes);
    for (int i = 0; i < plan.due; i++) {
        order[i] = due[i].index;
        double takes_ms =
            deck->habit.pace_ms * presses(f, &deck->cards[order[i]], deck->now.at_ms);
        plan.due_minutes += takes_ms / MINUTE_MS;
        if (left_ms > 0 || deck->cards[order[i]].phase != FSRS_REVIEW) {
            plan.share++;
            plan.share_minutes += takes_ms / MINUTE_MS;
        }
        left_ms -= takes_ms;
    }
    return plan;
}

static int up(double value)
{
    return (int)ceil(value - 1e-6); // a sum of shares is not quite whole
}

int plan_new_today(const struct plan_deck *deck, int minutes, const struct plan_today *today)
{
    // The steps of a new card, once more if it is not known at first. Easy skips them.
    const struct plan_habit *habit = &deck->habit;
    int steps = deck->fsrs->options.learning.count;
    double ratings = steps < 1 ? 1
                               : habit->first[FSRS_AGAIN] + habit->first[FSRS_EASY] +
                                     steps * (1 - habit->first[FSRS_EASY]);
    double left_ms = left_today_ms(deck, minutes) - today->due_minutes * MINUTE_MS;
    if (today->share < today->due || !(left_ms > 0))
        return 0;
    return up(left_ms / (ratings * habit->pace_ms));
}

// The least number from `from` to `most` that does, or 0, if more always does as well. Small
// ones are tried first, for they take the least time.
static int least(int from, int most, bool (*does)(void *context, int number), void *context)
{
    if (from > most)
        return 0;
    int too_little = from - 1, enough = from;
    while (!does(context, enough)) {
        if (enough >= most)
            return 0;
        too_little = enough;
        enough = enough < most / 2 ? enough * 2 : most;
    }
    while (too_little + 1 < enough) {
        int middle = too_little + (enough - too_little) / 2;
        if (does(context, middle)) {
            enough = middle;
        } else {
            too_little = middle;
        }
    }
    return enough;
}

// Days of study until nothing is left over.
struct return_way {
    struct crowd *crowd;
    int days; // before the first that leaves nothing; -1: none within PLAN_DAYS does
    bool grows;
};

static void return_by(struct return_way *way, int minutes)
{
    int tonight = 0, left = 0;
    crowd_start(way->crowd);
    for (int day = 0; day < PLAN_DAYS; day++) {
        double given =
            day == 0 ? left_today_ms(way->crowd->deck, minutes) / MINUTE_MS : minutes;
        left = crowd_study(way->crowd, day, given, 0);
        way->days = day;
        if (left == 0)
            return;
        tonight = day == 0 ? left : tonight;
    }
    way->days = -1;
    way->grows = left >= tonight;
}

static bool returns(void *context, int minutes)
{
    struct return_way *way = context;
    return_by(way, minutes);
    return way->days >= 0;
}

static int between(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

struct plan_back plan_back(const struct plan_deck *deck, int minutes, struct arena *scratch)
{
    int given = between(minutes, 1, PLAN_MINUTES_MOST);
    int *order = ARENA_ARRAY(scratch, deck->count, int);
    struct plan_back plan = {.today = plan_today(deck, given, order, scratch)};
    plan.is_level = plan.today.share == plan.today.due;
    plan.level_day = fsrs_days_number(deck->fsrs->options.days, deck->now);
    if (plan.is_level)
        return plan;
    struct plan_deck seen = *deck;
    seen.unseen = 0; // they wait
    struct crowd crowd = crowd_make(&seen, scratch);
    struct return_way way = {.crowd = &crowd};
    plan.is_level = returns(&way, given);
    plan.grows = way.grows;
    if (plan.is_level) {
        plan.level_day += way.days > 0 ? way.days : 1; // the crowd is not quite the deck
        return plan;
    }
    plan.level_day = 0;
    plan.enough = least(given + 1, PLAN_MINUTES_MOST, returns, &way);
    if (plan.enough > 0) {
        return_by(&way, plan.enough);
        plan.enough_day = crowd.today + way.days;
    }
    return plan;
}

// Days of study up to an exam.
struct exam_way {
    struct crowd *crowd;
    int days, minutes;
    bool fits;
    double known;
    int unseen;
};

static void prepare(struct exam_way *way)
{
    struct crowd *crowd = way->crowd;
    int left = 0;
    crowd_start(crowd);
    for (int day = 0; day < way->days; day++) {
        int new_cards = up((double)up(crowd_unseen(crowd)) / (way->days - day));
        double given =
            day == 0 ? left_today_ms(crowd->deck, way->minutes) / MINUTE_MS : way->minutes;
        left = crowd_study(crowd, day, given, new_cards);
    }
    way->known = crowd_known(crowd, way->days);
    way->unseen = up(crowd_unseen(crowd));
    way->fits = left == 0 && way->unseen == 0;
}

static bool fits_minutes(void *context, int minutes)
{
    struct exam_way *way = context;
    way->minutes = minutes;
    prepare(way);
    return way->fits;
}

static bool fits_days(void *context, int days)
{
    struct exam_way *way = context;
    way->days = days;
    prepare(way);
    return way->fits;
}

struct plan_exam plan_exam(const struct plan_deck *deck, int64_t exam_day, int minutes,
                           struct arena *scratch)
{
    struct crowd crowd = crowd_make(deck, scratch);
    int64_t last = crowd.today + PLAN_DAYS;
    int64_t day = exam_day < crowd.today ? crowd.today : exam_day < last ? exam_day : last;
    struct exam_way given = {
        .crowd = &crowd,
        .days = (int)(day - crowd.today),
        .minutes = between(minutes, 1, PLAN_MINUTES_MOST),
    };
    prepare(&given);
    struct exam_way best = given, later = given;
    struct plan_exam plan = {
        .days = given.days,
        .fits = given.fits,
        .known = given.known,
        .unseen = given.unseen,
    };
    plan.minutes = least(1, PLAN_MINUTES_MOST, fits_minutes, &best);
    if (plan.minutes > 0)
        fits_minutes(&best, plan.minutes);
    plan.known_enough = best.known;
    int enough = given.fits ? 0 : least(given.days + 1, PLAN_DAYS, fits_days, &later);
    plan.enough_day = enough > 0 ? crowd.today + enough : 0;
    crowd_start(&crowd);
    plan.new_a_day = given.days > 0 ? up((double)up(crowd_unseen(&crowd)) / given.days) : 0;
    return plan;
}
