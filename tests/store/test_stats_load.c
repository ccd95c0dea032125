#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/stats_due.h"
#include "store/events.h"
#include "store/stats_load.h"

// day_0 is a Thursday.
enum { MONDAY = -3 };

static const struct question questions[] = {
    {.id = "q", .text = "Q?", .kind = KIND_CHOICE},
    {.text = "No id?", .kind = KIND_TEXT},
};
static const struct bank bank = {.id = "b", .questions = questions, .question_count = 2};
static const struct bank other = {.id = "c", .questions = questions, .question_count = 1};

static struct fsrs_time on(int day)
{
    return (struct fsrs_time){.at_ms = day_0 + (int64_t)day * DAY};
}

static void answer(struct desk *desk, const char *in, int day, int rating)
{
    const char *data = rating == FSRS_AGAIN
                           ? "{\"t\":1,\"credit\":0,\"ahead\":0,\"grades\":[[0,1,1000]]}"
                           : "{\"t\":1,\"credit\":1000,\"ahead\":0,\"grades\":[[0,3,1000]]}";
    const struct journal_event event = {.at_ms = on(day).at_ms,
                                        .game = 1,
                                        .type = JOURNAL_ANSWER,
                                        .bank = in,
                                        .question = "q",
                                        .data = data};
    assert_true(journal_append(&desk->journal, &event));
}

static void loads_what_is_wanted(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    answer(&desk, "b", 0, FSRS_GOOD);
    answer(&desk, "c", 1, FSRS_AGAIN);
    answer(&desk, "gone", 2, FSRS_GOOD);
    assert_true(memory_catch_up(&desk.memory));
    const struct bank *banks[] = {&bank, &other};
    struct arena *arena = &desk.scratch->arena;

    struct stats_source one = stats_load(&desk.memory, banks, 1, false, on(3), arena);
    assert_int_equal(one.question_count, 2);
    assert_string_equal(one.questions[0].key, "q");
    assert_int_equal(strlen(one.questions[1].key), 32); // the hash
    assert_int_equal(one.answer_count, 1);
    assert_int_equal(one.review_count, 1);
    assert_int_equal(one.card_count, 1);
    assert_string_equal(one.cards[0].bank, "b");
    assert_int_equal(one.cards[0].card.reviews, 1);
    assert_int_equal(stats_due_on(&one, stats_today(&one)).cards, 1);

    struct stats_source two = stats_load(&desk.memory, banks, 2, false, on(3), arena);
    assert_int_equal(two.question_count, 3);
    assert_int_equal(two.answer_count, 2);
    assert_int_equal(two.review_count, 2);
    assert_int_equal(two.card_count, 2);

    struct stats_source all = stats_load(&desk.memory, banks, 1, true, on(3), arena);
    assert_int_equal(all.question_count, 2);
    assert_int_equal(all.answer_count, 3);
    assert_int_equal(all.card_count, 3);

    struct stats_source cards = stats_load_cards(&desk.memory, banks, 2, false, on(3), arena);
    assert_int_equal(cards.question_count, 3);
    assert_int_equal(cards.card_count, 2);
    assert_int_equal(cards.answer_count + cards.review_count, 0);
    desk_close(&desk);
}

static void suspended_and_hidden_cards_stay_so(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    answer(&desk, "b", 0, FSRS_GOOD);
    tell(&desk, JOURNAL_CARD, 0, on(0).at_ms, "q", "{\"part\":0,\"do\":\"suspend\"}");
    assert_true(memory_catch_up(&desk.memory));
    const struct bank *banks[] = {&bank};
    struct stats_source source =
        stats_load(&desk.memory, banks, 1, false, on(3), &desk.scratch->arena);
    assert_int_equal(source.card_count, 1);
    assert_true(source.cards[0].is_suspended);
    assert_int_equal(stats_due_stages(&source).suspended, 1);
    desk_close(&desk);
}

static void loads_this_week(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    answer(&desk, "b", MONDAY - 1, FSRS_GOOD);
    answer(&desk, "b", MONDAY, FSRS_GOOD);
    answer(&desk, "gone", 0, FSRS_AGAIN);
    assert_true(memory_catch_up(&desk.memory));
    struct stats_week week = stats_load_week(&desk.memory, on(1));
    assert_int_equal(week.all.answers, 2);
    assert_int_equal(week.all.right, 1);
    assert_int_equal(week.days[0].answers, 1);
    assert_int_equal(week.days[3].answers, 1);
    assert_int_equal(week.today, 4);
    desk_close(&desk);
}

static void an_empty_memory_is_no_answers(void **state)
{
    (void)state;
    static const struct memory none;
    struct arena arena = {0};
    struct stats_source source = stats_load(&none, NULL, 0, true, on(0), &arena);
    assert_int_equal(source.answer_count + source.card_count + source.question_count, 0);
    assert_int_equal(stats_load_week(&none, on(0)).all.answers, 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(loads_what_is_wanted, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(suspended_and_hidden_cards_stay_so, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(loads_this_week, scratch_setup, scratch_teardown),
        cmocka_unit_test(an_empty_memory_is_no_answers),
    };
    return cmocka_run_group_tests_name("stats_load", tests, NULL, NULL);
}
