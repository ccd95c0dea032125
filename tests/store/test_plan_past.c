#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/events.h"
#include "store/plan_past.h"

static int set_up(void **state)
{
    void *scratch = NULL;
    static struct desk desk;
    if (scratch_setup(&scratch) != 0)
        return -1;
    desk_open(&desk, scratch, "me");
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    void *scratch = desk->scratch;
    desk_close(desk);
    return scratch_teardown(&scratch);
}

// `count` answers of 2.5 s each, a minute apart.
static void answer(struct desk *desk, int count, int64_t from_ms)
{
    for (int i = 0; i < count; i++)
        tell_answer(desk, 1, from_ms + i * INT64_C(60000), "q", FSRS_GOOD);
    assert_true(memory_catch_up(&desk->memory));
}

static struct plan_past past_on(struct desk *desk, int64_t at_ms)
{
    return plan_past(&desk->memory, (struct fsrs_time){.at_ms = at_ms});
}

static void counts_today_from_its_beginning(void **state)
{
    struct desk *desk = *state;
    answer(desk, 3, day_0 - 8 * INT64_C(3600000) - 2 * INT64_C(60000)); // 3:58, 3:59, 4:00
    answer(desk, 2, day_0);
    assert_int_equal(past_on(desk, day_0 + 3600000).spent_ms, 3 * 2500);
    assert_int_equal(past_on(desk, day_0 + DAY).spent_ms, 0);
}

static void knows_the_habit_of_the_last_months(void **state)
{
    struct desk *desk = *state;
    answer(desk, 19, day_0);
    assert_true(past_on(desk, day_0 + DAY).habit.pace_ms == 8000);
    answer(desk, 1, day_0 + 3600000);
    assert_true(past_on(desk, day_0 + DAY).habit.pace_ms == 2500);
    assert_true(past_on(desk, day_0 + 91 * (int64_t)DAY).habit.pace_ms == 8000);
}

static void there_may_be_no_memory(void **state)
{
    (void)state;
    const struct memory nothing = {0};
    const struct fsrs_time now = {.at_ms = day_0};
    assert_true(plan_past(NULL, now).habit.pace_ms == 8000);
    assert_true(plan_past(&nothing, now).habit.first[FSRS_GOOD] > 0);
    assert_int_equal(plan_past(NULL, now).spent_ms, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_today_from_its_beginning, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_the_habit_of_the_last_months, set_up, tear_down),
        cmocka_unit_test(there_may_be_no_memory),
    };
    return cmocka_run_group_tests_name("plan_past", tests, NULL, NULL);
}
