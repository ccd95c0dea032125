#include "core/stats_recall.h"

#include <math.h>

#include "core/stats_due.h"
#include "core/stats_keys.h"

/// What is known of a card before a review.
struct before {
    int64_t day;           // of the review before
    int32_t interval_days; // that it gave; 0: a step
    int32_t later;         // reviews on a later day than the one before it
    int32_t misses;        // of those, the ones not recalled
    bool is_known;         // there was a review before
};

/// Goes through the reviews of a source, each with what was before it.
struct walk {
    const struct stats_source *source;
    struct arena scratch;
    struct stats_keys keys;
    struct before *cards;
    int at;
    // of the review that was come to
    const struct past_review *review;
    int64_t day;
    struct before before;
};

static void walk_start(struct walk *walk, const struct stats_source *source)
{
    *walk = (struct walk){.source = source};
    walk->cards = ARENA_ARRAY(&walk->scratch, source->review_count + 1, struct before);
    stats_keys_init(&walk->keys, source->review_count, &walk->scratch);
}

static bool is_on_later_day(const struct past_review *review)
{
    return review->elapsed_days > 0;
}

// Steps to the next review. Returns false when there is none, and everything is freed.
static bool walk_next(struct walk *walk)
{
    if (walk->at == walk->source->review_count) {
        stats_keys_free(&walk->keys);
        arena_free(&walk->scratch);
        return false;
    }
    const struct past_review *review = &walk->source->reviews[walk->at++];
    struct before *card = &walk->cards[stats_keys_number(&walk->keys, review->bank,
                                                         review->question, review->part)];
    walk->review = review;
    walk->day = stats_day(walk->source, review->at_ms, review->ahead_min);
    walk->before = *card;
    card->day = walk->day;
    card->interval_days = review->interval_days;
    card->is_known = true;
    card->later += is_on_later_day(review);
    card->misses += is_on_later_day(review) && review->rating == FSRS_AGAIN;
    return true;
}

static double foresee(const struct past_review *review)
{
    double right = 1 - review->evidence / 1000.0 * (1 - review->retrievability);
    return right >= 0 ? fmin(right, 1) : 0; // NaN is not
}

static void add_review(struct stats_share *share, const struct past_review *review)
{
    share->reviews++;
    share->recalled += review->rating != FSRS_AGAIN;
    share->foreseen += foresee(review);
}

struct stats_share stats_share_sum(struct stats_share a, struct stats_share b)
{
    return (struct stats_share){
        .reviews = a.reviews + b.reviews,
        .recalled = a.recalled + b.recalled,
        .foreseen = a.foreseen + b.foreseen,
    };
}

// Counts the review that `walk` came to, if it is one that true retention counts.
static void count_retention(struct stats_retention *retention, const struct walk *walk,
                            int64_t today)
{
    bool is_first = !walk->before.is_known || walk->before.day != walk->day;
    if (walk->review->phase != FSRS_REVIEW || !is_first || walk->day > today)
        return;
    // Without the review before, the days since then stand for what it gave.
    int32_t interval = walk->before.is_known && walk->before.interval_days
                           ? walk->before.interval_days
                           : walk->review->elapsed_days;
    struct stats_share *ages = interval < STATS_MATURE ? retention->young : retention->mature;
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++) {
        if (walk->day > today - stats_window_days(w))
            add_review(&ages[w], walk->review);
    }
}

enum { DAY_BINS = 18, LATER_BINS = 20, MISS_BINS = 24 };

/// The bins of fsrs-rs.
struct bins {
    struct stats_share items[DAY_BINS][LATER_BINS][MISS_BINS];
};

// The place of `value`, 1 or more, on a logarithmic scale of `base`.
static int place(double value, double base, int most)
{
    int at = (int)floor(log(value) / log(base));
    return at < most ? at : most - 1;
}

static struct stats_share *bin_of(struct bins *bins, const struct walk *walk)
{
    int days = place(walk->review->elapsed_days, 3.62, DAY_BINS);
    // The review itself is counted too.
    int later = place(walk->before.later + 2.0, 1.89, LATER_BINS);
    int misses = walk->before.misses ? 1 + place(walk->before.misses, 1.73, MISS_BINS - 1) : 0;
    return &bins->items[days][later][misses];
}

static double root_mean_square(const struct bins *bins, int reviews)
{
    double sum = 0;
    for (int d = 0; d < DAY_BINS; d++) {
        for (int l = 0; l < LATER_BINS; l++) {
            for (int m = 0; m < MISS_BINS; m++) {
                const struct stats_share *bin = &bins->items[d][l][m];
                double off = bin->foreseen - bin->recalled;
                if (bin->reviews)
                    sum += off * off / bin->reviews; // reviews times the square of the mean
            }
        }
    }
    return reviews ? sqrt(sum / reviews) : 0;
}

static double loss(const struct past_review *review)
{
    const double least = 1e-7;
    double right = fmin(fmax(foresee(review), least), 1 - least);
    return -log(review->rating == FSRS_AGAIN ? 1 - right : right);
}

// Counts the review that `walk` came to. The logarithms are only summed up.
static void count_calibration(struct stats_calibration *calibration, struct bins *bins,
                              const struct walk *walk)
{
    if (!is_on_later_day(walk->review))
        return;
    int bin = (int)(foresee(walk->review) * STATS_BINS);
    add_review(&calibration->bins[bin < STATS_BINS ? bin : STATS_BINS - 1], walk->review);
    add_review(&calibration->all, walk->review);
    add_review(bin_of(bins, walk), walk->review);
    calibration->log_loss += loss(walk->review);
}

struct stats_recall stats_recall_make(const struct stats_source *source)
{
    struct stats_recall recall = {0};
    struct stats_calibration *calibration = &recall.calibration;
    struct arena scratch = {0};
    struct bins *bins = ARENA_ARRAY(&scratch, 1, struct bins);
    int64_t today = stats_today(source);
    struct walk walk;
    walk_start(&walk, source);
    while (walk_next(&walk)) {
        count_retention(&recall.retention, &walk, today);
        count_calibration(calibration, bins, &walk);
    }
    if (calibration->all.reviews)
        calibration->log_loss /= calibration->all.reviews;
    calibration->rmse = root_mean_square(bins, calibration->all.reviews);
    arena_free(&scratch);
    return recall;
}
