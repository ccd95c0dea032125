// Mistakes that are counted answer by answer; see test_memory_random.c for any journal.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/events.h"
#include "store/mistake_tally.h"

enum { HOUR = 3600 * 1000 };

static const struct question questions[] = {{.id = "a"}, {.id = "b"}, {.id = "c"}};
static const struct bank bank = {.id = "b", .questions = questions, .question_count = 3};
static const struct bank smaller = {.id = "b", .questions = questions + 1, .question_count = 1};

static void answer(struct desk *desk, const char *question, int64_t at_ms, bool is_right)
{
    tell_answer(desk, 1, at_ms, question, is_right ? FSRS_GOOD : FSRS_AGAIN);
}

static void assert_tally(struct desk *desk, struct mistake_tally *tally, const struct bank *of,
                         int all, int to_fix)
{
    assert_true(memory_catch_up(&desk->memory));
    mistake_tally_update(tally, &desk->memory, of);
    assert_int_equal(tally->all, all);
    assert_int_equal(tally->to_fix, to_fix);
}

static void mistakes_come_and_go(void **state)
{
    struct desk desk;
    struct mistake_tally tally = {0};
    desk_open(&desk, *state, "me");
    assert_tally(&desk, &tally, &bank, 0, 0);
    answer(&desk, "a", day_0, false);
    answer(&desk, "b", day_0, false);
    answer(&desk, "gone", day_0, false);
    assert_tally(&desk, &tally, &bank, 2, 2);
    answer(&desk, "a", day_0, true);
    answer(&desk, "a", day_0 + HOUR, true); // the same day
    assert_tally(&desk, &tally, &bank, 2, 1);
    assert_tally(&desk, &tally, &smaller, 1, 1);
    assert_tally(&desk, &tally, &bank, 2, 1);
    answer(&desk, "a", day_0 + DAY, true);
    assert_tally(&desk, &tally, &bank, 1, 1);
    tell(&desk, JOURNAL_UNDO, 1, day_0 + DAY, NULL, NULL);
    assert_tally(&desk, &tally, &bank, 2, 1);
    mistake_tally_free(&tally);
    desk_close(&desk);
}

static void days_that_begin_otherwise_are_other_days(void **state)
{
    struct desk desk;
    struct mistake_tally tally = {0};
    desk_open(&desk, *state, "me");
    answer(&desk, "a", day_0, false);
    answer(&desk, "a", day_0 + 15 * (int64_t)HOUR, true); // at 3:00
    answer(&desk, "a", day_0 + 17 * (int64_t)HOUR, true); // at 5:00
    answer(&desk, "b", day_0, false);
    assert_tally(&desk, &tally, &bank, 1, 1);
    tell(&desk, JOURNAL_OPTIONS, 0, day_0 + DAY, NULL, "{\"rollover_hour\":0}");
    assert_tally(&desk, &tally, &bank, 2, 1);
    tell(&desk, JOURNAL_OPTIONS, 0, day_0 + DAY, NULL, "{\"rollover_hour\":4}");
    assert_tally(&desk, &tally, &bank, 1, 1);
    assert_rebuilt_alike(&desk);
    mistake_tally_free(&tally);
    desk_close(&desk);
}

static void what_was_forgotten_is_no_mistake(void **state)
{
    struct desk desk;
    struct mistake_tally tally = {0};
    desk_open(&desk, *state, "me");
    answer(&desk, "a", day_0, false);
    answer(&desk, "b", day_0, false);
    answer(&desk, "c", day_0, true);
    assert_tally(&desk, &tally, &bank, 2, 2);
    assert_true(db_run(&desk.journal.db, "DELETE FROM event WHERE question = 'a'"));
    assert_true(memory_rebuild(&desk.memory));
    assert_tally(&desk, &tally, &bank, 1, 1);
    mistake_tally_free(&tally);
    desk_close(&desk);
}

static void each_learner_has_their_own(void **state)
{
    struct desk me, you;
    struct mistake_tally tally = {0};
    desk_open(&me, *state, "me");
    desk_open(&you, *state, "you");
    answer(&me, "a", day_0, false);
    answer(&you, "b", day_0, true);
    assert_true(memory_catch_up(&you.memory));
    assert_tally(&me, &tally, &bank, 1, 1);
    assert_tally(&you, &tally, &bank, 0, 0);
    assert_tally(&me, &tally, &bank, 1, 1);
    mistake_tally_free(&tally);
    desk_close(&you);
    desk_close(&me);
}

static void without_a_memory_there_are_none(void **state)
{
    (void)state;
    static const struct memory none;
    struct mistake_tally tally = {0};
    mistake_tally_update(&tally, &none, &bank);
    assert_int_equal(tally.all, 0);
    mistake_tally_free(&tally);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(mistakes_come_and_go),
        IN_SCRATCH(days_that_begin_otherwise_are_other_days),
        IN_SCRATCH(what_was_forgotten_is_no_mistake),
        IN_SCRATCH(each_learner_has_their_own),
        cmocka_unit_test(without_a_memory_there_are_none),
    };
    return cmocka_run_group_tests_name("mistake_tally", tests, NULL, NULL);
}
