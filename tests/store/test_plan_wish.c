#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "store/plan_wish.h"

enum { TODAY = 20000, CARDS = 9 };

static struct arena arena;
static struct fsrs fsrs;

static int set_up(void **state)
{
    struct fsrs_params params = fsrs_params_default();
    struct fsrs_options options = fsrs_options_default();
    (void)state;
    return fsrs_init(&fsrs, &params, &options) == FSRS_OK ? 0 : -1;
}

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct settings with_exam(const char *date, const char *topics)
{
    struct settings settings = {.exam_bank = "nature"};
    snprintf(settings.exam_date, sizeof settings.exam_date, "%s", date);
    snprintf(settings.exam_topics, sizeof settings.exam_topics, "%s", topics);
    return settings;
}

static void reads_an_exam(void **state)
{
    (void)state;
    const struct settings settings = with_exam("2024-10-14", "Animals\n\nPlants and\n");
    const struct plan_wish wish = plan_wish_read(&settings, "nature", &arena);
    assert_true(wish.has_exam);
    assert_int_equal(wish.exam_day, TODAY + 10);
    assert_int_equal(wish.topics.count, 2);
    assert_string_equal(wish.topics.names[0], "Animals");
    assert_string_equal(wish.topics.names[1], "Plants and");
}

static void there_may_be_none(void **state)
{
    (void)state;
    struct settings settings = with_exam("2024-10-14", "");
    assert_int_equal(plan_wish_read(&settings, "nature", &arena).topics.count, 0);
    assert_false(plan_wish_read(&settings, "nature2", &arena).has_exam);
    settings = with_exam("", "Animals");
    assert_false(plan_wish_read(&settings, "nature", &arena).has_exam);
    settings = with_exam("2024-10-14", "");
    settings.exam_bank[0] = '\0';
    assert_false(plan_wish_read(&settings, "", &arena).has_exam);
}

// The new cards a day that come of an exam when nine are new, two thirds of them of animals.
static int new_a_day(const char *date, const char *topics, int limit, int done)
{
    static const char *const names[] = {"Animals", "Plants"};
    static const uint32_t places[] = {0, 1};
    struct question questions[CARDS] = {0};
    struct deck_card cards[CARDS] = {0};
    const struct bank bank = {
        .id = "nature",
        .topics = names,
        .topic_count = 2,
        .questions = questions,
        .question_count = CARDS,
    };
    for (int i = 0; i < CARDS; i++) {
        questions[i].topics = &places[i % 3 == 0];
        questions[i].topic_count = 1;
        cards[i] = (struct deck_card){.bank = &bank, .question = &questions[i]};
    }
    struct fsrs_time now = {.at_ms = TODAY * (int64_t)FSRS_DAY_MS + FSRS_DAY_MS / 2};
    struct deck_rules rules = deck_rules_default(&fsrs, now);
    rules.new_a_day = limit;
    rules.new_done = done;
    const struct settings settings = with_exam(date, topics);
    const struct plan_wish wish = plan_wish_read(&settings, "nature", &arena);
    plan_wish_follow(&wish, cards, CARDS, &rules, &arena);
    return rules.new_a_day;
}

static void an_exam_wants_new_cards(void **state)
{
    (void)state;
    assert_int_equal(new_a_day("2024-10-06", "", 1, 0), 5);        // 9 in 2 days
    assert_int_equal(new_a_day("2024-10-06", "Animals", 1, 0), 3); // 6 in 2 days
    assert_int_equal(new_a_day("2024-10-06", "", 1, 5), 7);        // 14 when the day began
    assert_int_equal(new_a_day("2024-10-06", "", 20, 0), 20);      // so many come anyway
    assert_int_equal(new_a_day("2024-10-04", "", 1, 0), 1);        // it is today,
    assert_int_equal(new_a_day("2024-09-04", "", 1, 0), 1);        // over,
    assert_int_equal(new_a_day("", "", 1, 0), 1);                  // and there is none
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(reads_an_exam, clean),
        cmocka_unit_test_teardown(there_may_be_none, clean),
        cmocka_unit_test_teardown(an_exam_wants_new_cards, clean),
    };
    return cmocka_run_group_tests_name("plan_wish", tests, set_up, NULL);
}
