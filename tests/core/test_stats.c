#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/stats_make.h"

enum { ANSWERS_MOST = 12, SEEDS = 200 };

static const struct fsrs *the_fsrs(void)
{
    static struct fsrs fsrs;
    fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    return &fsrs;
}

static struct stats_source source_of(const struct past_answer *answers, int count)
{
    return (struct stats_source){
        .answers = answers,
        .answer_count = count,
        .fsrs = the_fsrs(),
        .now = {.at_ms = noon(TODAY)},
    };
}

static const struct streak_case {
    const char *name;
    int ago[ANSWERS_MOST]; // days before today, from the first answer on
    int count;
    struct stats_streak streak;
} streaks[] = {
    {"streak: nothing was answered", {0}, 0, {0, 0, false}},
    {"streak: today alone", {0}, 1, {1, 1, true}},
    {"streak: yesterday, today may still come", {1}, 1, {1, 1, false}},
    {"streak: the day before yesterday is over", {2}, 1, {0, 1, false}},
    {"streak: until today", {3, 2, 1, 0}, 4, {4, 4, true}},
    {"streak: until yesterday", {3, 2, 1}, 3, {3, 3, false}},
    {"streak: many on a day count once", {1, 1, 1, 0, 0}, 5, {2, 2, true}},
    {"streak: a day without begins anew", {5, 4, 3, 1, 0}, 5, {2, 3, true}},
    {"streak: a clock that went back", {1, 0, 2, 0}, 4, {3, 3, true}},
    {"streak: tomorrow is not part of it", {1, 0, -1}, 3, {2, 3, true}},
    {"streak: only in days to come", {-5, -6}, 2, {0, 2, false}},
};

static void counts_the_streak(void **state)
{
    const struct streak_case *c = *state;
    struct past_answer answers[ANSWERS_MOST];
    for (int i = 0; i < c->count; i++)
        answers[i] = make_answer(TODAY - c->ago[i], "q", i % 2 ? 1000 : 0);
    struct stats_source source = source_of(answers, c->count);
    struct stats_streak streak = stats_streak(&source);
    assert_int_equal(streak.days, c->streak.days);
    assert_int_equal(streak.longest, c->streak.longest);
    assert_int_equal(streak.has_today, c->streak.has_today);
}

static const struct day_case {
    const char *name;
    int hour, minute, ahead_min; // in UTC, and what local time is ahead of it
    int day;                     // from TODAY
} days[] = {
    {"day: begins at four", 4, 0, 0, 0},
    {"day: the night belongs to the evening", 3, 59, 0, -1},
    {"day: local time counts, east", 3, 0, 60, 0},
    {"day: local time counts, west", 8, 59, -300, -1},
    {"day: its last minute", 27, 59, 0, 0},
    {"day: far east it is tomorrow", 18, 0, 600, 1},
};

static void knows_the_day(void **state)
{
    const struct day_case *c = *state;
    struct past_answer answer = make_answer(0, "q", 1000);
    answer.at_ms = TODAY * DAY + c->hour * HOUR + c->minute * INT64_C(60000);
    answer.ahead_min = c->ahead_min;
    struct stats_source source = source_of(&answer, 1);
    assert_int_equal(stats_day(&source, answer.at_ms, answer.ahead_min), TODAY + c->day);
    struct stats_span span = {TODAY + c->day, TODAY + c->day};
    assert_int_equal(stats_tally_of(&source, span).answers, 1);
}

static void adds_up_answers(void **state)
{
    (void)state;
    struct past_answer answers[] = {
        make_answer(TODAY - 7, "q", 1000), make_answer(TODAY - 6, "q", 999),
        make_answer(TODAY, "q", 1000),     make_answer(TODAY, "q", 0),
        make_answer(TODAY + 1, "q", 1000),
    };
    answers[1].took_ms = 60001;
    answers[2].took_ms = -5;
    struct stats_source source = source_of(answers, (int)COUNT(answers));
    struct stats_tally week = stats_tally_of(&source, stats_span_last(&source, 7));
    assert_int_equal(week.answers, 3);
    assert_int_equal(week.right, 1);
    assert_int_equal(week.took_ms, 60000 + 0 + 5000);
    assert_int_equal(stats_tally_of(&source, stats_span_last(&source, 1)).answers, 2);
    struct stats_tally all = stats_tally_of(&source, stats_span_all());
    assert_int_equal(all.answers, 5);
    assert_int_equal(all.right, 3);
}

static void weeks_begin_on_monday(void **state)
{
    (void)state;
    struct stats_source source = source_of(NULL, 0);
    for (int day = 0; day < 7; day++) {
        source.now.at_ms = noon(TODAY - 4 + day); // TODAY is a Friday
        struct stats_span week = stats_span_week(&source);
        assert_int_equal(week.first, TODAY - 4);
        assert_int_equal(week.last, TODAY + 2);
        assert_int_equal(stats_week(&source).today, day);
    }
}

static void a_week_has_its_days(void **state)
{
    (void)state;
    const struct past_answer answers[] = {
        make_answer(TODAY - 5, "q", 1000), make_answer(TODAY - 4, "q", 1000),
        make_answer(TODAY - 4, "q", 0),    make_answer(TODAY, "q", 1000),
        make_answer(TODAY + 2, "q", 1000), make_answer(TODAY + 3, "q", 1000),
    };
    static const int wanted[] = {2, 0, 0, 0, 1, 0, 1};
    struct stats_source source = source_of(answers, (int)COUNT(answers));
    struct stats_week week = stats_week(&source);
    for (int i = 0; i < 7; i++)
        assert_int_equal(week.days[i].answers, wanted[i]);
    assert_int_equal(week.days[0].right, 1);
    assert_int_equal(week.all.answers, 4);
    assert_int_equal(week.all.right, 3);
    assert_int_equal(week.today, 4);
}

static void days_are_all_there_is(void **state)
{
    (void)state;
    int in_year = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct made_source made;
        make_source(&made, seed);
        struct stats_span year = stats_span_last(&made.source, STATS_YEAR);
        const struct stats_tally *tallies = stats_days(&made.source, year, &made.arena);
        struct stats_tally sum = {0}, wanted = stats_tally_of(&made.source, year);
        for (int i = 0; i < STATS_YEAR; i++) {
            struct stats_span day = {year.first + i, year.first + i};
            assert_int_equal(tallies[i].answers, stats_tally_of(&made.source, day).answers);
            assert_true(tallies[i].right <= tallies[i].answers);
            sum.answers += tallies[i].answers;
            sum.right += tallies[i].right;
            sum.took_ms += tallies[i].took_ms;
        }
        assert_int_equal(sum.answers, wanted.answers);
        assert_int_equal(sum.right, wanted.right);
        assert_int_equal(sum.took_ms, wanted.took_ms);
        in_year += sum.answers;

        struct stats_span before = {INT64_MIN, year.first - 1},
                          after = {year.last + 1, INT64_MAX};
        assert_int_equal(stats_tally_of(&made.source, before).answers + sum.answers +
                             stats_tally_of(&made.source, after).answers,
                         made.source.answer_count);

        struct stats_streak streak = stats_streak(&made.source);
        assert_true(streak.days <= streak.longest);
        assert_int_equal(streak.has_today, tallies[STATS_YEAR - 1].answers > 0);
        made_source_free(&made);
    }
    assert_true(in_year > 1000);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(streaks) + COUNT(days) + 4] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(streaks); i++) {
        tests[count++] = (struct CMUnitTest){streaks[i].name, counts_the_streak, NULL, NULL,
                                             (void *)&streaks[i]};
    }
    for (size_t i = 0; i < COUNT(days); i++) {
        tests[count++] =
            (struct CMUnitTest){days[i].name, knows_the_day, NULL, NULL, (void *)&days[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(adds_up_answers);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(weeks_begin_on_monday);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(a_week_has_its_days);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(days_are_all_there_is);
    return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
