#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/schedule.h"

static void a_fresh_install_has_the_usual_schedule(void **state)
{
    (void)state;
    const struct settings fresh = settings_default();
    struct memory_options options = schedule_options(&fresh);
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
    struct memory_options options = schedule_options(&s);
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
    struct memory_options options = schedule_options(&s);
    struct fsrs_params params = fsrs_params_default();
    assert_int_equal(options.fsrs.learning.count, 2);
    assert_memory_equal(&options.params, &params, sizeof params);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fresh_install_has_the_usual_schedule),
        cmocka_unit_test(everything_that_was_set_counts),
        cmocka_unit_test(what_makes_no_sense_counts_as_usual),
    };
    return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
