#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/motion.h"
#include "ui/stand.h"

static const struct easing_case {
    const char *name;
    enum easing easing;
    float at_half;
    bool overshoots;
} cases[] = {
    {"linear", EASE_LINEAR, 0.5F, false},
    {"out cubic", EASE_OUT_CUBIC, 0.875F, false},
    {"in cubic", EASE_IN_CUBIC, 0.125F, false},
    {"in and out cubic", EASE_IN_OUT_CUBIC, 0.5F, false},
    {"out back", EASE_OUT_BACK, 1.025F, true},
};

static void goes_from_0_to_1(void **state)
{
    const struct easing_case *c = *state;
    assert_float_equal(motion_ease(c->easing, 0), 0, 0);
    assert_float_equal(motion_ease(c->easing, 1), 1, 0);
    assert_float_equal(motion_ease(c->easing, -3), 0, 0);
    assert_float_equal(motion_ease(c->easing, 7), 1, 0);
    assert_float_equal(motion_ease(c->easing, 0.5F), c->at_half, 0.0001);
    float most = 0, before = 0;
    for (int i = 1; i < 100; i++) {
        float at = motion_ease(c->easing, (float)i / 100);
        if (!c->overshoots)
            assert_true(at >= before);
        before = at;
        most = at > most ? at : most;
    }
    // Near its ends a motion is near its ends: nothing jumps.
    assert_float_equal(motion_ease(c->easing, 0.001F), 0, 0.01);
    assert_float_equal(motion_ease(c->easing, 0.999F), 1, 0.01);
    assert_true(most <= (c->overshoots ? 1.13F : 1));
    assert_true(most > (c->overshoots ? 1.03F : 0.9F));
}

static struct stand stand;

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

static void a_motion_asks_for_frames_until_it_is_over(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    assert_float_equal(ui_progress(&ui, 900, 200, EASE_LINEAR), 0.5, 0.001);
    assert_int_equal(ui.wake_ms, 1000);
    ui = stand_begin(&stand);
    assert_float_equal(ui_progress(&ui, 800, 200, EASE_LINEAR), 1, 0);
    assert_true(ui.wake_ms == INT64_MAX);
    assert_float_equal(ui_fade(&ui, 800, 200), 1, 0);
    assert_true(ui.wake_ms == INT64_MAX);
}

static void a_motion_that_lies_ahead_has_not_begun(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    assert_float_equal(ui_progress(&ui, 1300, 200, EASE_OUT_CUBIC), 0, 0);
    assert_true(ui.wake_ms != INT64_MAX);
}

static void reduced_motion_has_no_travel_and_short_fades(void **state)
{
    (void)state;
    stand.look.reduced_motion = true;
    struct ui ui = stand_begin(&stand);
    assert_float_equal(ui_progress(&ui, 1000, 600, EASE_LINEAR), 1, 0);
    assert_true(ui.wake_ms == INT64_MAX);
    assert_true(ui_fade(&ui, 1000 - MOTION_REDUCED_MS / 2, 600) < 1);
    assert_int_equal(ui.wake_ms, 1000);
    assert_float_equal(ui_fade(&ui, 1000 - MOTION_REDUCED_MS, 600), 1, 0);
}

static void the_nearest_wake_up_counts(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    assert_true(ui.wake_ms == INT64_MAX);
    ui_wake(&ui, 5000);
    ui_wake(&ui, 3000);
    ui_wake(&ui, 4000);
    assert_int_equal(ui.wake_ms, 3000);
}

int main(void)
{
    struct CMUnitTest easings[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        easings[i].name = cases[i].name;
        easings[i].test_func = goes_from_0_to_1;
        easings[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_motion_asks_for_frames_until_it_is_over, open_stand,
                                        close_stand),
        cmocka_unit_test_setup_teardown(a_motion_that_lies_ahead_has_not_begun, open_stand,
                                        close_stand),
        cmocka_unit_test_setup_teardown(reduced_motion_has_no_travel_and_short_fades,
                                        open_stand, close_stand),
        cmocka_unit_test_setup_teardown(the_nearest_wake_up_counts, open_stand, close_stand),
    };
    return cmocka_run_group_tests_name("easing", easings, NULL, NULL) +
           cmocka_run_group_tests_name("motion", tests, NULL, NULL);
}
