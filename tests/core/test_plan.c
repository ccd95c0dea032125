#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/comeback.h"

static void concludes_nothing_from_few_reviews(void **state)
{
    (void)state;
    struct past_review past[PLAN_PAST_LEAST - 1];
    for (size_t i = 0; i < COUNT(past); i++)
        past[i] = (struct past_review){.took_ms = 30000, .rating = FSRS_HARD};
    struct plan_habit habit = plan_habit_of(past, (int)COUNT(past));
    assert_close(habit.pace_ms, 8000, 0);
    assert_close(habit.first[FSRS_GOOD], 0.495, 0);
    assert_close(habit.recalled[FSRS_GOOD], 0.631, 0);
    double first = 0, recalled = 0;
    for (int g = 0; g < FSRS_RATING_END; g++) {
        first += habit.first[g];
        recalled += habit.recalled[g];
    }
    assert_close(first, 1, 1e-12);
    assert_close(recalled, 1, 1e-12);
    assert_close(plan_habit_of(NULL, 0).pace_ms, 8000, 0);
}

static void knows_the_habit_from_enough(void **state)
{
    (void)state;
    // A quarter of the new cards Again, the others Good; of those recalled half Hard.
    struct past_review past[80] = {0};
    for (int i = 0; i < 80; i++) {
        past[i].took_ms = i % 2 ? 5000 : 500000; // the longer ones are pauses
        past[i].phase = i < 40 ? FSRS_NEW : FSRS_REVIEW;
        past[i].rating = i % 4 == 0 ? FSRS_AGAIN : FSRS_GOOD;
        if (i >= 40)
            past[i].rating = i % 2 ? FSRS_HARD : FSRS_EASY;
    }
    past[79].rating = 9; // none of ours
    past[78].rating = FSRS_AGAIN;
    struct plan_habit habit = plan_habit_of(past, 80);
    assert_close(habit.pace_ms, 32500, 0);
    assert_close(habit.first[FSRS_AGAIN], 0.25, 0);
    assert_close(habit.first[FSRS_GOOD], 0.75, 0);
    assert_close(habit.recalled[FSRS_AGAIN], 0, 0);
    assert_close(habit.recalled[FSRS_HARD], 0.5, 0);
    assert_close(habit.recalled[FSRS_EASY], 0.5, 0);
    assert_int_equal(plan_spent_ms(past, 80), 40 * 65000);
    past[0].took_ms = -7;
    assert_int_equal(plan_spent_ms(past, 1), 0);
    // However fast: forecasts come to an end.
    memset(past, 0, sizeof past);
    assert_close(plan_habit_of(past, 80).pace_ms, 1000, 0);
}

static void shows_the_riskiest_first(void **state)
{
    (void)state;
    struct fsrs_card cards[] = {
        known(10, 20),  known(10, 40), known(1, 2), known(100, 20), {0},
        known(10, 300), known(10, 10), known(5, 5), known(3, 4),
    };
    cards[3].due_ms = deck.now.at_ms + FSRS_DAY_MS;
    cards[6].memory.stability = NO_NUMBER;
    cards[7].phase = FSRS_RELEARNING; // a step, later today
    cards[7].due_ms = deck.now.at_ms + 3600000;
    struct plan_deck d = deck;
    d.cards = cards;
    d.count = COUNT(cards);
    d.habit.pace_ms = 20000;
    int order[COUNT(cards)];
    struct arena scratch = {0};
    struct plan_today today = plan_today(&d, 60, order, &scratch);
    static const int wanted[] = {7, 5, 1, 0, 2, 8};
    assert_int_equal(today.due, COUNT(wanted));
    assert_int_equal(today.share, today.due);
    for (size_t i = 0; i < COUNT(wanted); i++)
        assert_int_equal(order[i], wanted[i]);
    // 3 ratings a minute: R is 0.70, 0.81, 0.85 …, and who forgets rates once more.
    assert_int_equal(plan_today(&d, 1, order, &scratch).share, 3);
    d.spent_ms = 30000;
    assert_int_equal(plan_today(&d, 1, order, &scratch).share, 2);
    d.spent_ms = 60000; // but what was begun is gone on with
    assert_int_equal(plan_today(&d, 1, order, &scratch).share, 1);
    cards[7].phase = FSRS_REVIEW;
    assert_int_equal(plan_today(&d, 1, order, &scratch).share, 0);
    arena_free(&scratch);
}

static void takes_as_many_as_fit_into_the_minutes(void **state)
{
    (void)state;
    static const int minutes[] = {3, 6, 12, 24};
    struct arena scratch = {0};
    int *order = ARENA_ARRAY(&scratch, deck.count, int);
    for (size_t i = 0; i < COUNT(minutes); i++) {
        double rated = 0;
        struct plan_today today = plan_today(&deck, minutes[i], order, &scratch);
        for (int j = 0; j < today.share; j++) {
            const struct fsrs_card *card = &deck.cards[order[j]];
            rated += 2 - fsrs_retrievability(&fsrs, card, deck.now.at_ms);
        }
        assert_true(today.share < today.due);
        assert_close(rated * deck.habit.pace_ms / 60000, minutes[i], 0.3);
        assert_close(today.share_minutes, minutes[i], 0.3);
        double least = deck.habit.pace_ms / 60000 * today.due;
        assert_close(today.due_minutes, 1.25 * least, 0.25 * least);
    }
    arena_free(&scratch);
}

static void new_cards_have_what_is_left(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct fsrs_card due = known(10, 20);
    struct plan_deck d = {.fsrs = &fsrs, .cards = &due, .now = deck.now};
    d.habit = (struct plan_habit){.pace_ms = 10000, .first = {0, 0.25, 0, 0.75, 0}};
    int order[1];
    struct plan_today none = plan_today(&d, 5, order, &scratch);
    assert_int_equal(plan_new_today(&d, 5, &none), 14); // 22.5 s each
    d.habit.first[FSRS_AGAIN] = 0;
    d.habit.first[FSRS_GOOD] = d.habit.first[FSRS_EASY] = 0.5;
    assert_int_equal(plan_new_today(&d, 5, &none), 20);
    d.spent_ms = 270000;
    assert_int_equal(plan_new_today(&d, 5, &none), 2);
    d.spent_ms = 300000;
    assert_int_equal(plan_new_today(&d, 5, &none), 0);
    d.spent_ms = 0;
    d.count = 1; // which takes 12 s and is begun in a minute that has not so much left
    struct plan_today one = plan_today(&d, 1, order, &scratch);
    assert_int_equal(plan_new_today(&d, 1, &one), 4);
    d.spent_ms = 59000;
    one = plan_today(&d, 1, order, &scratch);
    assert_int_equal(one.share, 1);
    assert_int_equal(plan_new_today(&d, 1, &one), 0);
    // What is left over goes before.
    one.share = 0;
    d.spent_ms = 0;
    assert_int_equal(plan_new_today(&d, 1, &one), 0);
    arena_free(&scratch);
}

// The day on which a learner of flesh and blood is level, on average.
static double lives_until_level(int minutes, struct arena *scratch)
{
    double sum = 0;
    for (int life = 0; life < LIVES; life++) {
        struct learner l =
            learner_copy(&learner, (uint64_t)minutes * 100 + (uint64_t)life, scratch);
        int day = 0;
        while (day < PLAN_DAYS && learner_study(&l, TODAY + day, minutes, 0) > 0)
            day++;
        sum += day;
    }
    return sum / LIVES;
}

static void foretells_when_a_learner_is_level(void **state)
{
    (void)state;
    static const int minutes[] = {5, 6, 9, 20};
    for (size_t i = 0; i < COUNT(minutes); i++) {
        struct arena scratch = {0};
        struct plan_back plan = plan_back(&deck, minutes[i], &scratch);
        assert_true(plan.is_level);
        double day = lives_until_level(minutes[i], &scratch);
        assert_close((double)(plan.level_day - number(TODAY)), day, 1 + day / 10);
        arena_free(&scratch);
    }
}

static void says_how_many_minutes_would_do(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct plan_back plan = plan_back(&deck, 1, &scratch);
    assert_false(plan.is_level);
    assert_true(plan.grows);
    assert_in_range(plan.enough, 2, 20);
    struct plan_back enough = plan_back(&deck, plan.enough, &scratch);
    assert_true(enough.is_level);
    assert_int_equal(enough.level_day, plan.enough_day);
    struct plan_back too_few = plan;
    for (int minutes = 2; minutes < plan.enough; minutes++) {
        too_few = plan_back(&deck, minutes, &scratch);
        assert_false(too_few.is_level);
        assert_int_equal(too_few.enough, plan.enough);
    }
    assert_false(too_few.grows); // it would take longer than a year
    // And so it is.
    assert_true(lives_until_level(plan.enough + 1, &scratch) < PLAN_DAYS);
    assert_close(lives_until_level(1, &scratch), PLAN_DAYS, 0);
    arena_free(&scratch);
}

static void is_level_today_if_all_fits(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct plan_back plan = plan_back(&deck, 600, &scratch);
    assert_true(plan.is_level);
    assert_int_equal(plan.level_day, number(TODAY));
    struct plan_deck none = {.fsrs = &fsrs, .habit = deck.habit, .now = deck.now};
    plan = plan_back(&none, 10, &scratch);
    assert_true(plan.is_level);
    assert_int_equal(plan.level_day, number(TODAY));
    assert_int_equal(plan.today.due, 0);
    arena_free(&scratch);
}

static void what_was_done_today_is_done(void **state)
{
    (void)state;
    struct arena scratch = {0};
    int minutes = 20;
    while (plan_back(&deck, minutes, &scratch).level_day > number(TODAY + 1))
        minutes++;
    struct plan_deck d = deck;
    d.spent_ms = minutes * INT64_C(60000);
    struct plan_back plan = plan_back(&d, minutes, &scratch);
    assert_true(plan.level_day > number(TODAY + 1));
    assert_int_equal(plan.today.share, 0);
    arena_free(&scratch);
}

static void no_minutes_do_for_too_much(void **state)
{
    (void)state;
    // Who takes a minute for each rating has 1,440 ratings a day.
    struct arena scratch = {0};
    struct plan_deck d = deck;
    d.count = 40000;
    struct fsrs_card *cards = ARENA_ARRAY(&scratch, d.count, struct fsrs_card);
    for (int i = 0; i < d.count; i++) {
        cards[i] = known(0.5, 3);
        cards[i].memory.difficulty = 10;
    }
    d.cards = cards;
    d.habit.pace_ms = 60000;
    struct plan_back plan = plan_back(&d, 1440, &scratch);
    assert_false(plan.is_level);
    assert_int_equal(plan.enough, 0);
    assert_false(plan_back(&d, 30, &scratch).enough);
    arena_free(&scratch);
}

static void a_forecast_is_always_the_same(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct plan_back one = plan_back(&deck, 9, &scratch), other = plan_back(&deck, 9, &scratch);
    assert_int_equal(one.level_day, other.level_day);
    // New cards wait until then.
    struct plan_deck more = deck;
    more.unseen = 20000;
    assert_int_equal(plan_back(&more, 9, &scratch).level_day, one.level_day);
    struct plan_exam exam = plan_exam(&deck, number(TODAY + 30), 9, &scratch);
    struct plan_exam again = plan_exam(&deck, number(TODAY + 30), 9, &scratch);
    assert_true(exam.known == again.known && exam.minutes == again.minutes);
    arena_free(&scratch);
}

static void stands_for_decks_of_any_size(void **state)
{
    (void)state;
    // Each card tenfold, and ten times the minutes; and a tenth of them.
    struct arena scratch = {0};
    struct plan_deck many = deck, few = deck;
    many.count = CARDS * 10;
    few.count = CARDS / 10;
    struct fsrs_card *cards = ARENA_ARRAY(&scratch, many.count, struct fsrs_card);
    for (int i = 0; i < many.count; i++)
        cards[i] = deck.cards[i / 10];
    many.cards = cards;
    struct fsrs_card *some = ARENA_ARRAY(&scratch, few.count, struct fsrs_card);
    for (int i = 0; i < few.count; i++)
        some[i] = deck.cards[(size_t)i * 10];
    few.cards = some;
    double day = (double)(plan_back(&deck, 20, &scratch).level_day - number(TODAY));
    double same = (double)(plan_back(&many, 200, &scratch).level_day - number(TODAY));
    assert_close(same, day, 1 + day / 10);
    same = (double)(plan_back(&few, 2, &scratch).level_day - number(TODAY));
    assert_close(same, day, 2 + day / 10);
    arena_free(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(concludes_nothing_from_few_reviews),
        cmocka_unit_test(knows_the_habit_from_enough),
        cmocka_unit_test(shows_the_riskiest_first),
        cmocka_unit_test(takes_as_many_as_fit_into_the_minutes),
        cmocka_unit_test(new_cards_have_what_is_left),
        cmocka_unit_test(foretells_when_a_learner_is_level),
        cmocka_unit_test(says_how_many_minutes_would_do),
        cmocka_unit_test(is_level_today_if_all_fits),
        cmocka_unit_test(what_was_done_today_is_done),
        cmocka_unit_test(no_minutes_do_for_too_much),
        cmocka_unit_test(a_forecast_is_always_the_same),
        cmocka_unit_test(stands_for_decks_of_any_size),
    };
    return cmocka_run_group_tests_name("plan", tests, come_back, clean);
}
