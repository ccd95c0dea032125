#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/stats_due.h"
#include "core/stats_keys.h"
#include "core/stats_make.h"
#include "core/stats_recall.h"
#include "formats/files.h"

enum { REVIEWS_MOST = 6, SEEDS = 200 };

static bool is_close(double value, double wanted, double most)
{
    return fabs(value - wanted) <= most;
}

/// A review of one card.
struct step {
    int ago; // days before today
    enum fsrs_phase phase;
    enum fsrs_rating rating;
    int interval; // that it gives
};

static struct past_review past_of(struct step step, const char *key, int part)
{
    return (struct past_review){
        .bank = "b",
        .question = key,
        .part = part,
        .at_ms = noon(TODAY - step.ago),
        .rating = (uint8_t)step.rating,
        .phase = (uint8_t)step.phase,
        .evidence = 1000,
        .interval_days = step.interval,
        .retrievability = 0.9,
    };
}

static struct stats_source source_of(const struct fsrs *fsrs, const struct past_review *reviews,
                                     int count)
{
    return (struct stats_source){
        .reviews = reviews,
        .review_count = count,
        .fsrs = fsrs,
        .now = {.at_ms = noon(TODAY)},
    };
}

static const struct retention_case {
    const char *name;
    struct step steps[REVIEWS_MOST];
    int count;
    int young[STATS_WINDOWS][2], mature[STATS_WINDOWS][2]; // reviews, recalled
} retentions[] = {
    {"retention: learning does not count",
     {{3, FSRS_NEW, FSRS_GOOD, 0}, {2, FSRS_LEARNING, FSRS_AGAIN, 0}},
     2,
     {{0}},
     {{0}}},
    {"retention: a young card",
     {{9, FSRS_NEW, FSRS_EASY, 8}, {1, FSRS_REVIEW, FSRS_HARD, 10}},
     2,
     {{1, 1}, {1, 1}, {1, 1}},
     {{0}}},
    {"retention: young until 20 days",
     {{30, FSRS_NEW, FSRS_EASY, 20}, {10, FSRS_REVIEW, FSRS_AGAIN, 0}},
     2,
     {{0, 0}, {1, 0}, {1, 0}},
     {{0}}},
    {"retention: mature from 21 days",
     {{31, FSRS_NEW, FSRS_EASY, 21}, {10, FSRS_REVIEW, FSRS_AGAIN, 0}},
     2,
     {{0}},
     {{0, 0}, {1, 0}, {1, 0}}},
    {"retention: only the first review on a day",
     {{9, FSRS_NEW, FSRS_EASY, 8},
      {1, FSRS_REVIEW, FSRS_AGAIN, 0},
      {1, FSRS_RELEARNING, FSRS_GOOD, 1},
      {1, FSRS_REVIEW, FSRS_GOOD, 2}},
     4,
     {{1, 0}, {1, 0}, {1, 0}},
     {{0}}},
    {"retention: the seventh day belongs to seven days",
     {{16, FSRS_NEW, FSRS_EASY, 9}, {6, FSRS_REVIEW, FSRS_GOOD, 5}},
     2,
     {{1, 1}, {1, 1}, {1, 1}},
     {{0}}},
    {"retention: the eighth does not",
     {{16, FSRS_NEW, FSRS_EASY, 9}, {7, FSRS_REVIEW, FSRS_GOOD, 5}},
     2,
     {{0, 0}, {1, 1}, {1, 1}},
     {{0}}},
    {"retention: a year and no more",
     {{376, FSRS_NEW, FSRS_EASY, 11},
      {365, FSRS_REVIEW, FSRS_GOOD, 1},
      {364, FSRS_REVIEW, FSRS_GOOD, 30}},
     3,
     {{0, 0}, {0, 0}, {1, 1}},
     {{0}}},
    {"retention: tomorrow is not there yet",
     {{9, FSRS_NEW, FSRS_EASY, 8}, {-1, FSRS_REVIEW, FSRS_GOOD, 10}},
     2,
     {{0}},
     {{0}}},
};

static void counts_retention(void **state)
{
    const struct retention_case *c = *state;
    struct past_review reviews[2 * REVIEWS_MOST];
    int count = 0;
    // Another card of the same question, reviewed on the same days, is a card of its own.
    for (int i = 0; i < c->count; i++) {
        reviews[count++] = past_of(c->steps[i], "q", 0);
        reviews[count++] = past_of(c->steps[i], "q", 1);
    }
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_source source = source_of(&fsrs, reviews, count);
    struct stats_retention retention = stats_recall_make(&source).retention;
    for (int w = 0; w < STATS_WINDOWS; w++) {
        assert_int_equal(retention.young[w].reviews, 2 * c->young[w][0]);
        assert_int_equal(retention.young[w].recalled, 2 * c->young[w][1]);
        assert_int_equal(retention.mature[w].reviews, 2 * c->mature[w][0]);
        assert_int_equal(retention.mature[w].recalled, 2 * c->mature[w][1]);
        double foreseen = 0.9 * 2 * (c->young[w][0] + c->mature[w][0]);
        double seen = stats_share_sum(retention.young[w], retention.mature[w]).foreseen;
        assert_true(is_close(seen, foreseen, 1e-12));
    }
}

static const struct foresee_case {
    const char *name;
    double retrievability;
    int evidence;
    enum fsrs_rating rating;
    int bin;
    double foreseen, loss;
} foresees[] = {
    {"calibration: recalled as foreseen", 0.9, 1000, FSRS_GOOD, 18, 0.9, 0.105360515657826},
    {"calibration: missed against odds", 0.9, 1000, FSRS_AGAIN, 18, 0.9, 2.302585092994046},
    {"calibration: a guess among four", 0.6, 750, FSRS_GOOD, 14, 0.7, 0.356674943938732},
    {"calibration: true or false", 0.5, 500, FSRS_AGAIN, 15, 0.75, 1.386294361119891},
    {"calibration: the lowest bin", 0.0, 1000, FSRS_AGAIN, 0, 0.0, 1e-7},
    {"calibration: never sure of what came not", 1.0, 1000, FSRS_AGAIN, 19, 1.0,
     16.11809565095832},
    {"calibration: no number is none", NO_NUMBER, 1000, FSRS_AGAIN, 0, 0.0, 1e-7},
};

static void foresees_one(void **state)
{
    const struct foresee_case *c = *state;
    struct step step = {1, FSRS_REVIEW, c->rating, 1};
    struct past_review review = past_of(step, "q", 0);
    review.elapsed_days = 3;
    review.retrievability = c->retrievability;
    review.evidence = (uint16_t)c->evidence;
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_source source = source_of(&fsrs, &review, 1);
    struct stats_calibration calibration = stats_recall_make(&source).calibration;
    int recalled = c->rating != FSRS_AGAIN;
    assert_int_equal(calibration.all.reviews, 1);
    assert_int_equal(calibration.bins[c->bin].reviews, 1);
    assert_int_equal(calibration.bins[c->bin].recalled, recalled);
    assert_true(is_close(calibration.bins[c->bin].foreseen, c->foreseen, 1e-12));
    assert_true(is_close(calibration.log_loss, c->loss, 1e-8));
    assert_true(is_close(calibration.rmse, fabs(c->foreseen - recalled), 1e-12));
}

static void leaves_out_the_same_day(void **state)
{
    (void)state;
    struct past_review reviews[] = {
        past_of((struct step){1, FSRS_NEW, FSRS_GOOD, 0}, "q", 0),
        past_of((struct step){1, FSRS_LEARNING, FSRS_AGAIN, 0}, "q", 0),
    };
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_source source = source_of(&fsrs, reviews, 2);
    struct stats_calibration calibration = stats_recall_make(&source).calibration;
    assert_int_equal(calibration.all.reviews, 0);
    assert_true(calibration.log_loss == 0 && calibration.rmse == 0);
}

static const struct rmse_case {
    const char *name;
    double rmse, foreseen[3];
    int days[3]; // since the review before
    bool is_missed[3];
} rmses[] = {
    {"rmse: the first two reviews are alike", 0.522812904, {0.8, 0.6, 0.2}, {1, 1, 1}, {0}},
    {"rmse: up to 3 days are alike", 0.522812904, {0.8, 0.6, 0.2}, {3, 1, 1}, {0}},
    {"rmse: 4 days are not", 0.529150262, {0.8, 0.6, 0.2}, {4, 1, 1}, {0}},
    {"rmse: a miss sets apart what comes", 0.692820323, {0.8, 0.6, 0.2}, {1, 1, 1}, {1}},
};

static void measures_how_far_off(void **state)
{
    const struct rmse_case *c = *state;
    struct past_review reviews[3];
    for (int i = 0; i < 3; i++) {
        struct step step = {3 - i, FSRS_REVIEW, c->is_missed[i] ? FSRS_AGAIN : FSRS_GOOD, 1};
        reviews[i] = past_of(step, "q", 0);
        reviews[i].elapsed_days = c->days[i];
        reviews[i].retrievability = c->foreseen[i];
    }
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_source source = source_of(&fsrs, reviews, 3);
    assert_true(is_close(stats_recall_make(&source).calibration.rmse, c->rmse, 1e-8));
}

static void sums_are_totals(void **state)
{
    (void)state;
    int seen = 0, seen_mature = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct made_source made;
        make_source(&made, seed);
        struct stats_calibration calibration = stats_recall_make(&made.source).calibration;
        struct stats_share sum = {0};
        for (int i = 0; i < STATS_BINS; i++) {
            const struct stats_share *bin = &calibration.bins[i];
            sum = stats_share_sum(sum, *bin);
            assert_true(bin->recalled <= bin->reviews);
            assert_true(bin->foreseen >= i * bin->reviews / (double)STATS_BINS - 1e-9);
            assert_true(bin->foreseen <= (i + 1) * bin->reviews / (double)STATS_BINS + 1e-9);
        }
        assert_int_equal(sum.reviews, calibration.all.reviews);
        assert_int_equal(sum.recalled, calibration.all.recalled);
        assert_true(is_close(sum.foreseen, calibration.all.foreseen, 1e-9));
        assert_true(calibration.rmse >= 0 && calibration.rmse <= 1);

        struct stats_retention retention = stats_recall_make(&made.source).retention;
        for (int w = 1; w < STATS_WINDOWS; w++) {
            assert_true(retention.young[w].reviews >= retention.young[w - 1].reviews);
            assert_true(retention.mature[w].recalled >= retention.mature[w - 1].recalled);
        }
        struct stats_share year =
            stats_share_sum(retention.young[STATS_365_DAYS], retention.mature[STATS_365_DAYS]);
        assert_true(year.reviews <= calibration.all.reviews);
        seen += calibration.all.reviews;
        seen_mature += retention.mature[STATS_365_DAYS].reviews;
        made_source_free(&made);
    }
    assert_true(seen > 1000 && seen_mature > 1000);
}

/// A log of reviews as the shared data has it: card, time, rating and more in a line.
struct revlog {
    struct arena arena;
    struct past_review *reviews;
    int count;
};

// Reviews `card` as `line` says, and notes what came of it.
static void read_line(struct revlog *log, const struct fsrs *fsrs, const char *line,
                      const char *name, struct fsrs_card *card)
{
    char *end = NULL;
    struct fsrs_time now = {.at_ms = strtoll(strchr(line, ',') + 1, &end, 10)};
    enum fsrs_rating rating = (enum fsrs_rating)strtol(end + 1, &end, 10);
    enum fsrs_phase phase = card->phase;
    struct fsrs_outcome outcome;
    assert_true(fsrs_review(fsrs, card, rating, now, 0, &outcome));
    log->reviews[log->count++] = (struct past_review){
        .bank = "b",
        .question = name,
        .at_ms = now.at_ms,
        .rating = (uint8_t)rating,
        .phase = (uint8_t)phase,
        .evidence = 1000,
        .elapsed_days = outcome.elapsed_days,
        .interval_days = outcome.interval_days,
        .retrievability = outcome.retrievability,
    };
}

// Returns false where there is no shared data.
static bool read_revlog(struct revlog *log, const struct fsrs *fsrs)
{
    const char *path = files_shared(&log->arena, "fsrs/revlog-public.csv");
    if (!path)
        return false;
    struct file file = files_read(&log->arena, path);
    assert_non_null(file.text);
    const char *text = arena_text(&log->arena, file.text, file.len);
    int lines = 0;
    for (const char *c = text; *c; c++)
        lines += *c == '\n';
    log->reviews = ARENA_ARRAY(&log->arena, lines, struct past_review);
    struct fsrs_card *cards = ARENA_ARRAY(&log->arena, lines, struct fsrs_card);
    struct stats_keys keys;
    stats_keys_init(&keys, lines, &log->arena);
    for (const char *line = strchr(text, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        const char *name = arena_text(&log->arena, line, strcspn(line, ","));
        read_line(log, fsrs, line, name, &cards[stats_keys_number(&keys, "b", name, 0)]);
    }
    stats_keys_free(&keys);
    return true;
}

// eval_default in optimizer-public.json: independent_f64 (not weighted), and fsrs_rs, which
// leaves out some reviews, weighs the others and has floats.
static void measures_as_others_do(void **state)
{
    (void)state;
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct revlog log = {0};
    if (!read_revlog(&log, &fsrs)) {
        arena_free(&log.arena);
        skip();
    }
    struct stats_source source = source_of(&fsrs, log.reviews, log.count);
    struct stats_calibration calibration = stats_recall_make(&source).calibration;
    assert_int_equal(calibration.all.reviews, 13603);
    assert_true(is_close(calibration.log_loss, 0.3078686308110351, 1e-9));
    assert_true(is_close(calibration.rmse, 0.0389, 0.0025));
    arena_free(&log.arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(retentions) + COUNT(foresees) + COUNT(rmses) + 3] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(retentions); i++) {
        tests[count++] = (struct CMUnitTest){retentions[i].name, counts_retention, NULL, NULL,
                                             (void *)&retentions[i]};
    }
    for (size_t i = 0; i < COUNT(foresees); i++) {
        tests[count++] = (struct CMUnitTest){foresees[i].name, foresees_one, NULL, NULL,
                                             (void *)&foresees[i]};
    }
    for (size_t i = 0; i < COUNT(rmses); i++) {
        tests[count++] = (struct CMUnitTest){rmses[i].name, measures_how_far_off, NULL, NULL,
                                             (void *)&rmses[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(leaves_out_the_same_day);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(sums_are_totals);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(measures_as_others_do);
    return cmocka_run_group_tests_name("stats_recall", tests, NULL, NULL);
}
