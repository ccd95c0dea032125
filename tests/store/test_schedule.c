#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/classes.h"
#include "store/schedule.h"
#include "store/scratch.h"

static void a_fresh_install_has_the_usual_schedule(void **state)
{
    (void)state;
    const struct settings fresh = settings_default();
    struct memory_options options = schedule_options(&fresh, NULL);
    struct fsrs_options usual = fsrs_options_default();
    struct fsrs_params params = fsrs_params_default();
    usual.maximum_days = options.fsrs.maximum_days; // "none" is the longest that there is
    assert_memory_equal(&options.fsrs.learning, &usual.learning, sizeof usual.learning);
    assert_memory_equal(&options.fsrs.relearning, &usual.relearning, sizeof usual.relearning);
    assert_float_equal(options.fsrs.retention, usual.retention, 0);
    assert_int_equal(options.fsrs.maximum_days, FSRS_INTERVAL_MOST);
    assert_int_equal(options.fsrs.days.rollover_hour, usual.days.rollover_hour);
    assert_int_equal(options.fsrs.has_fuzz, usual.has_fuzz);
    assert_int_equal(options.fsrs.is_monotone, usual.is_monotone);
    assert_int_equal(options.fsrs.leech_lapses, usual.leech_lapses);
    assert_memory_equal(&options.params, &params, sizeof params);
}

static void a_class_has_no_steps_of_minutes(void **state)
{
    struct scratch *s = *state;
    const struct settings fresh = settings_default();
    const struct fsrs_time now = {.at_ms = INT64_C(1767605400000)}; // 5 January 2026, 9:30
    const int64_t next_day_ms = INT64_C(1767672000000);             // 4:00
    struct journal journal;
    journal_open(&journal, s->dir, "8b", &s->diags);
    struct memory_options options = schedule_options(&fresh, &journal);
    assert_int_equal(options.fsrs.learning.count, 2); // anybody, so far
    assert_true(classes_write(&journal, "8b", &(struct class_list){0}, 0));
    options = schedule_options(&fresh, &journal);
    for (int before = 0; before < 2; before++) {
        for (int rating = FSRS_AGAIN; rating <= FSRS_EASY; rating++) {
            struct fsrs fsrs;
            struct fsrs_outcome outcome;
            struct fsrs_card card = {0};
            assert_int_equal(fsrs_init(&fsrs, &options.params, &options.fsrs), FSRS_OK);
            if (before) // asked twice on one day
                assert_true(fsrs_review(&fsrs, &card, FSRS_GOOD, now, 1, &outcome));
            assert_true(fsrs_review(&fsrs, &card, (enum fsrs_rating)rating, now, 1, &outcome));
            assert_int_equal(card.phase, FSRS_REVIEW);
            assert_true(card.due_ms >= next_day_ms);
            if (rating == FSRS_AGAIN)
                assert_int_equal(card.due_ms, next_day_ms);
            if (rating == FSRS_GOOD)
                assert_true(card.due_ms > next_day_ms);
        }
    }
    assert_true(journal_close(&journal));
}

static void everything_that_was_set_counts(void **state)
{
    (void)state;
    struct settings s = settings_default();
    s.retention_percent = 85;
    s.maximum_days = 365;
    strcpy(s.learning_steps, "");
    strcpy(s.relearning_steps, "5m 1d");
    s.rollover_hour = 0;
    s.fuzz = s.monotone = false;
    s.leech_lapses = 4;
    strcpy(s.parameters,
           "0.2 1.3 2.3 8.3 6.4 0.8 3 0.01 1.9 0.2 0.8 1.5 0.1 0.3 1.6 0.6 1.9 0.5 "
           "0.1 0.1 0.15");
    struct memory_options options = schedule_options(&s, NULL);
    struct fsrs fsrs;
    assert_int_equal(fsrs_init(&fsrs, &options.params, &options.fsrs), FSRS_OK);
    assert_float_equal(options.fsrs.retention, 0.85, 1e-12);
    assert_int_equal(options.fsrs.maximum_days, 365);
    assert_int_equal(options.fsrs.learning.count, 0);
    assert_int_equal(options.fsrs.relearning.count, 2);
    assert_int_equal(options.fsrs.days.rollover_hour, 0);
    assert_false(options.fsrs.has_fuzz || options.fsrs.is_monotone);
    assert_int_equal(options.fsrs.leech_lapses, 4);
    assert_float_equal(options.params.w[3], 8.3, 0);
}

static void what_makes_no_sense_counts_as_usual(void **state)
{
    (void)state;
    struct settings s = settings_default();
    strcpy(s.learning_steps, "soon");
    strcpy(s.parameters, "1 2 3");
    struct memory_options options = schedule_options(&s, NULL);
    struct fsrs_params params = fsrs_params_default();
    assert_int_equal(options.fsrs.learning.count, 2);
    assert_memory_equal(&options.params, &params, sizeof params);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fresh_install_has_the_usual_schedule),
        cmocka_unit_test_setup_teardown(a_class_has_no_steps_of_minutes, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test(everything_that_was_set_counts),
        cmocka_unit_test(what_makes_no_sense_counts_as_usual),
    };
    return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
