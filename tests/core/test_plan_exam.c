#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/comeback.h"

// The learner, if not a beginner, to whom `unseen` more cards have come.
static struct learner before_exam(int unseen, bool is_beginner, struct arena *scratch)
{
    struct learner l = learner;
    l.seen = is_beginner ? 0 : learner.seen;
    l.count = l.seen + unseen;
    l.cards = ARENA_ARRAY(scratch, l.count, struct fsrs_card);
    memcpy(l.cards, learner.cards, (size_t)l.seen * sizeof *l.cards);
    return l;
}

// Lives up to an exam and sits it.
static double sit(const struct learner *before, int days, int minutes, uint64_t seed,
                  int *unseen, struct arena *scratch)
{
    struct learner l = learner_copy(before, seed, scratch);
    for (int day = 0; day < days; day++) {
        int a_day = (l.count - l.seen + days - day - 1) / (days - day);
        learner_study(&l, TODAY + day, minutes, a_day);
    }
    *unseen = l.count - l.seen;
    return learner_examine(&l, TODAY + days);
}

// 40,000 cards, a tenth of which are looked at: what is a fraction of a card for them adds up.
static void does_no_more_than_its_learner(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct plan_deck d = {.fsrs = &fsrs, .habit = deck.habit, .unseen = 40000, .now = deck.now};
    struct crowd crowd = crowd_make(&d, &scratch);
    crowd_start(&crowd);
    for (int day = 0; day < 50; day++)
        crowd_study(&crowd, day, 20, 3);
    assert_close(crowd_unseen(&crowd), 40000 - 3 * 50, 10);
    double spent_ms = 0;
    crowd_start(&crowd);
    for (int day = 0; day < 50; day++) {
        crowd_study(&crowd, day, 2, 1000);
        spent_ms += crowd.spent_ms / crowd.scale;
    }
    // Half a card a day longer, at two ratings of 8.9 s each.
    assert_close(spent_ms / 60000 / 50, 2.15, 0.05);
    arena_free(&scratch);
}

static const struct exam_case {
    const char *name;
    int unseen, days, minutes;
    bool is_beginner; // has seen none
} exams[] = {
    {"in three weeks, all new, too much", 600, 21, 10, true},
    {"in a month, all new, enough", 300, 30, 15, true},
    {"in ten days, too much", 300, 10, 12, false},
    {"in a month, too much", 300, 30, 9, false},
    {"in two months, enough", 300, 60, 15, false},
    {"in a hundred days, nothing new", 0, 100, 12, false},
    {"in half a year, little time", 200, 180, 6, false},
};

static void foretells_what_is_known_in_an_exam(void **state)
{
    const struct exam_case *c = *state;
    struct arena scratch = {0};
    struct learner before = before_exam(c->unseen, c->is_beginner, &scratch);
    struct plan_deck d = deck;
    d.count = before.seen;
    d.unseen = c->unseen;
    struct plan_exam plan = plan_exam(&d, number(TODAY + c->days), c->minutes, &scratch);
    double known = 0, unseen = 0;
    for (int life = 0; life < LIVES; life++) {
        int left;
        known += sit(&before, c->days, c->minutes, (uint64_t)life, &left, &scratch) / LIVES;
        unseen += (double)left / LIVES;
    }
    assert_close(plan.known, known, 0.015);
    assert_close(plan.unseen, unseen, 0.1 * c->unseen);
    assert_int_equal(plan.days, c->days);
    assert_int_equal(plan.new_a_day, (c->unseen + c->days - 1) / c->days);
    arena_free(&scratch);
}

static void says_what_an_exam_takes(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct plan_deck d = deck;
    d.unseen = 500;
    struct plan_exam plan = plan_exam(&d, number(TODAY + 30), 10, &scratch);
    assert_false(plan.fits);
    assert_true(plan.known < plan.known_enough);
    assert_true(plan.minutes > 10);
    assert_true(plan.enough_day > number(TODAY + 30));
    // With those minutes it can be done, with one less it can't; on that day it can.
    struct plan_exam enough = plan_exam(&d, number(TODAY + 30), plan.minutes, &scratch);
    assert_true(enough.fits && enough.unseen == 0 && enough.enough_day == 0);
    assert_close(enough.known, plan.known_enough, 0);
    assert_false(plan_exam(&d, number(TODAY + 30), plan.minutes - 1, &scratch).fits);
    assert_true(plan_exam(&d, plan.enough_day, 10, &scratch).fits);
    assert_false(plan_exam(&d, plan.enough_day - 1, 10, &scratch).fits);
    // Nor does it if all is seen but much is left over.
    d.unseen = 0;
    plan = plan_exam(&d, number(TODAY + 20), 3, &scratch);
    assert_true(!plan.fits && plan.unseen == 0 && plan.minutes > 3);
    arena_free(&scratch);
}

static void too_late_for_an_exam(void **state)
{
    (void)state;
    struct arena scratch = {0};
    double now = 0;
    for (int i = 0; i < deck.count; i++)
        now += fsrs_retrievability(&fsrs, &deck.cards[i], deck.now.at_ms) / deck.count;
    struct plan_deck d = deck;
    struct plan_exam plan = plan_exam(&d, number(TODAY), 10, &scratch);
    assert_int_equal(plan.days, 0);
    assert_close(plan.known, now, 0.01);
    d.unseen = deck.count; // none of which is known
    plan = plan_exam(&d, number(TODAY - 400), 1000, &scratch);
    assert_int_equal(plan.days, 0);
    assert_false(plan.fits);
    assert_int_equal(plan.minutes, 0);
    assert_int_equal(plan.new_a_day, 0);
    assert_int_equal(plan.unseen, deck.count);
    assert_close(plan.known, now / 2, 0.01);
    assert_true(plan.enough_day > number(TODAY));
    arena_free(&scratch);
}

static void exams_at_the_edge(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct plan_deck none = {.fsrs = &fsrs, .habit = deck.habit, .now = deck.now};
    struct plan_exam plan = plan_exam(&none, number(TODAY + 9), 10, &scratch);
    assert_true(plan.fits && plan.new_a_day == 0 && plan.known == 0);
    // One new card, in ten days.
    none.unseen = 1;
    plan = plan_exam(&none, number(TODAY + 10), 1, &scratch);
    assert_true(plan.fits && plan.new_a_day == 1 && plan.minutes == 1);
    assert_close(plan.known, 0.93, 0.06);
    assert_int_equal(plan_exam(&none, INT64_MAX, 10, &scratch).days, PLAN_DAYS);
    assert_int_equal(plan_exam(&none, INT64_MIN, 10, &scratch).days, 0);
    assert_int_equal(plan_exam(&none, number(TODAY + 10), INT32_MIN, &scratch).minutes, 1);
    // Today's minutes are over.
    none.spent_ms = 600000;
    assert_int_equal(plan_exam(&none, number(TODAY + 1), 10, &scratch).unseen, 1);
    assert_int_equal(plan_exam(&none, number(TODAY + 1), 11, &scratch).unseen, 0);
    none.spent_ms = 0;
    // Too much for any day.
    none.unseen = 100000;
    plan = plan_exam(&none, number(TODAY + 2), 10, &scratch);
    assert_true(!plan.fits && plan.minutes == 0 && plan.enough_day == 0);
    assert_int_equal(plan.new_a_day, 50000);
    arena_free(&scratch);
}

// Steps of days, parameters anywhere, clocks anywhere: it ends, with figures in their ranges.
static void holds_for_any_scheduler(void **state)
{
    (void)state;
    struct rng rng = rng_seed(5);
    for (int round = 0; round < 8; round++) {
        struct arena scratch = {0};
        struct fsrs_options options = fsrs_options_default();
        options.days.policy = round % 2 ? FSRS_DAYS_24H : FSRS_DAYS_CALENDAR;
        options.has_fuzz = round % 3 != 0;
        options.learning.count = (int)rng_below(&rng, FSRS_STEPS_MOST + 1);
        for (int i = 0; i < options.learning.count; i++)
            options.learning.ms[i] = 1 + (int64_t)rng_below(&rng, 3 * (uint64_t)FSRS_DAY_MS);
        options.relearning = options.learning;
        struct fsrs f = make_fsrs(make_params(&rng), options);
        struct fsrs_card cards[50];
        for (size_t i = 0; i < COUNT(cards); i++) {
            cards[i] = known(1, (int)rng_below(&rng, 400) - 100);
            cards[i].memory = make_memory(&rng);
            cards[i].phase = (uint8_t)rng_below(&rng, FSRS_PHASE_COUNT);
            cards[i].step = (uint8_t)rng_below(&rng, 20);
        }
        struct plan_deck d = {&f, deck.habit, cards, COUNT(cards), 20, deck.now, 0};
        struct plan_back back = plan_back(&d, 1, &scratch);
        assert_in_range(back.today.due, 0, COUNT(cards));
        assert_in_range(back.today.share, 0, back.today.due);
        if (back.is_level)
            assert_in_range(back.level_day, number(TODAY), number(TODAY + PLAN_DAYS));
        struct plan_exam exam = plan_exam(&d, number(TODAY + 40), 2, &scratch);
        assert_true(exam.known >= 0 && exam.known <= 1);
        arena_free(&scratch);
    }
}

int main(void)
{
    struct CMUnitTest tests[COUNT(exams) + 5] = {
        cmocka_unit_test(does_no_more_than_its_learner),
        cmocka_unit_test(says_what_an_exam_takes),
        cmocka_unit_test(too_late_for_an_exam),
        cmocka_unit_test(exams_at_the_edge),
        cmocka_unit_test(holds_for_any_scheduler),
    };
    for (size_t i = 0; i < COUNT(exams); i++) {
        tests[5 + i] = (struct CMUnitTest){exams[i].name, foretells_what_is_known_in_an_exam,
                                           NULL, NULL, (void *)&exams[i]};
    }
    return cmocka_run_group_tests_name("plan_exam", tests, come_back, clean);
}
