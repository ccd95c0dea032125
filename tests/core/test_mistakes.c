// Mistakes: what is missed, what mends it, and what is taken for what.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/make.h"
#include "core/mistakes.h"

static const struct fsrs_days days = {FSRS_DAYS_CALENDAR, .rollover_hour = 4};
static const int64_t noon_ms = 20000 * (int64_t)FSRS_DAY_MS + FSRS_DAY_MS / 2;

/// An answer on day `day` of the test.
static struct past_answer give(const char *question, int day, int credit, const char *said)
{
    return (struct past_answer){
        .bank = "b",
        .question = question,
        .kind = "text",
        .said = said,
        .at_ms = noon_ms + day * (int64_t)FSRS_DAY_MS,
        .credit = (int16_t)credit,
        .part = -1,
    };
}

struct found {
    struct arena arena;
    struct mistake *mistakes;
    struct mixup *mixups;
    int mistake_count, mixup_count;
};

static struct found find(const struct past_answer *answers, int count)
{
    struct found found = {0};
    found.mistake_count = mistakes_find(answers, count, days, &found.arena, &found.mistakes);
    found.mixup_count = mixups_find(answers, count, found.mistakes, found.mistake_count,
                                    &found.arena, &found.mixups);
    return found;
}

static void nothing_is_missed_of_nothing(void **state)
{
    (void)state;
    struct found found = find(NULL, 0);
    assert_int_equal(found.mistake_count, 0);
    assert_int_equal(found.mixup_count, 0);
    arena_free(&found.arena);
}

static void what_was_missed_is_listed_the_newest_first(void **state)
{
    (void)state;
    const struct past_answer answers[] = {give("age", 0, 0, "56"),
                                          give("members", 0, 1000, NULL),
                                          give("head", 0, 500, NULL), give("age", 0, 0, "58")};
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 2);
    assert_ptr_equal(found.mistakes[0].last, &answers[3]);
    assert_int_equal(found.mistakes[0].missed, 2);
    assert_ptr_equal(found.mistakes[1].last, &answers[2]);
    arena_free(&found.arena);
}

static void right_answers_a_day_apart_mend(void **state)
{
    (void)state;

    static const struct {
        int first_day, second_day, left;
    } cases[] = {{0, 0, 1}, {0, 1, 0}, {1, 1, 1}, {1, 9, 0}};

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct past_answer answers[] = {give("age", 0, 0, "56"),
                                              give("age", cases[i].first_day, 1000, NULL),
                                              give("age", cases[i].second_day, 1000, NULL)};
        struct found found = find(answers, COUNT(answers));
        assert_int_equal(found.mistake_count, cases[i].left);
        if (cases[i].left)
            assert_int_equal(found.mistakes[0].right_days, 1);
        arena_free(&found.arena);
    }
}

static void a_miss_in_between_begins_anew(void **state)
{
    (void)state;
    const struct past_answer answers[] = {give("age", 0, 0, "56"), give("age", 1, 1000, NULL),
                                          give("age", 2, 0, "56"), give("age", 3, 1000, NULL)};
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 1);
    assert_int_equal(found.mistakes[0].missed, 2);
    arena_free(&found.arena);
}

static void a_day_begins_at_the_rollover_hour(void **state)
{
    (void)state;
    const int64_t hour_ms = FSRS_DAY_MS / 24;
    struct past_answer answers[] = {give("age", 0, 0, "56"), give("age", 0, 1000, NULL),
                                    give("age", 0, 1000, NULL)};
    answers[2].at_ms = noon_ms + 15 * hour_ms; // 3 o'clock at night
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 1);
    arena_free(&found.arena);
    answers[2].ahead_min = 60; // where it is 4 o'clock
    answers[1].ahead_min = 60;
    found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 0);
    arena_free(&found.arena);
}

static void a_card_mends_itself_alone(void **state)
{
    (void)state;
    struct past_answer answers[] = {give("gaps", 0, 0, NULL), give("gaps", 1, 1000, NULL),
                                    give("gaps", 2, 1000, NULL)};
    answers[0].part = 0;
    answers[1].part = answers[2].part = 1;
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 1);
    arena_free(&found.arena);
    answers[1].part = answers[2].part = 0;
    found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 0);
    arena_free(&found.arena);
    answers[1].part = answers[2].part = -1; // the whole question
    found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 0);
    arena_free(&found.arena);
}

static void banks_are_kept_apart(void **state)
{
    (void)state;
    struct past_answer answers[] = {give("q1", 0, 0, "x"), give("q1", 1, 1000, NULL),
                                    give("q1", 2, 1000, NULL)};
    answers[1].bank = answers[2].bank = "other";
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mistake_count, 1);
    arena_free(&found.arena);
}

static void the_riskiest_come_first_if_asked_for(void **state)
{
    (void)state;
    const struct past_answer answers[] = {give("a", 0, 0, NULL), give("b", 0, 0, NULL),
                                          give("c", 0, 0, NULL), give("d", 0, 0, NULL)};
    static const double recall[] = {0.5, 0.2, 0.9, 0.2}; // of d, c, b, a
    struct found found = find(answers, COUNT(answers));
    for (int i = 0; i < found.mistake_count; i++)
        found.mistakes[i].recall = recall[i];
    mistakes_sort_by_risk(found.mistakes, found.mistake_count);
    static const int order[] = {2, 0, 3, 1};
    for (size_t i = 0; i < COUNT(order); i++)
        assert_ptr_equal(found.mistakes[i].last, &answers[order[i]]);
    arena_free(&found.arena);
}

static void what_is_said_again_and_again_is_a_mixup(void **state)
{
    (void)state;
    const struct past_answer answers[] = {
        give("members", 0, 0, "28"),     give("members", 1, 0, " 28"),
        give("members", 2, 0, "30"),     give("members", 3, 0, "28"),
        give("head", 3, 0, "Ischinger"), give("head", 4, 0, "ischinger."),
        give("once", 4, 0, "x"),         give("half", 4, 500, "y"),
        give("half", 5, 500, "y")};
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mixup_count, 2);
    assert_ptr_equal(found.mixups[0].last, &answers[3]);
    assert_int_equal(found.mixups[0].times, 3);
    assert_ptr_equal(found.mixups[1].last, &answers[5]);
    assert_int_equal(found.mixups[1].times, 2);
    arena_free(&found.arena);
}

static void what_was_mended_is_no_mixup_any_more(void **state)
{
    (void)state;
    const struct past_answer answers[] = {
        give("members", 0, 0, "28"), give("members", 1, 0, "28"),
        give("members", 2, 1000, NULL), give("members", 3, 1000, NULL)};
    struct found found = find(answers, COUNT(answers));
    assert_int_equal(found.mixup_count, 0);
    arena_free(&found.arena);
}

/// The same by its definition, slowly: walks back from the end over all answers.
static bool is_mistake(const struct past_answer *answers, int count, const char *question)
{
    int64_t first_day = -1;
    int right_days = 0;
    bool is_missed = false;
    for (int i = 0; i < count; i++) {
        if (answers[i].question != question)
            continue;
        int64_t day = (answers[i].at_ms - noon_ms) / FSRS_DAY_MS;
        if (answers[i].credit < 1000) {
            is_missed = true;
            right_days = 0;
        } else if (is_missed && (right_days == 0 || day != first_day)) {
            first_day = day;
            if (++right_days == 2) {
                is_missed = false;
                right_days = 0;
            }
        }
    }
    return is_missed;
}

static void agrees_with_the_definition(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    struct rng rng = rng_seed(5);
    for (int round = 0; round < 2000; round++) {
        struct past_answer answers[40];
        int count = (int)rng_below(&rng, COUNT(answers)), day = 0;
        for (int i = 0; i < count; i++) {
            day += (int)rng_below(&rng, 2);
            answers[i] = give(names[rng_below(&rng, COUNT(names))], day,
                              rng_below(&rng, 3) ? 1000 : 0, NULL);
        }
        struct found found = find(answers, count);
        int wanted = 0;
        for (size_t i = 0; i < COUNT(names); i++)
            wanted += is_mistake(answers, count, names[i]);
        assert_int_equal(found.mistake_count, wanted);
        for (int i = 0; i < found.mistake_count; i++)
            assert_true(is_mistake(answers, count, found.mistakes[i].last->question));
        arena_free(&found.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_missed_of_nothing),
        cmocka_unit_test(what_was_missed_is_listed_the_newest_first),
        cmocka_unit_test(right_answers_a_day_apart_mend),
        cmocka_unit_test(a_miss_in_between_begins_anew),
        cmocka_unit_test(a_day_begins_at_the_rollover_hour),
        cmocka_unit_test(a_card_mends_itself_alone),
        cmocka_unit_test(banks_are_kept_apart),
        cmocka_unit_test(the_riskiest_come_first_if_asked_for),
        cmocka_unit_test(what_is_said_again_and_again_is_a_mixup),
        cmocka_unit_test(what_was_mended_is_no_mixup_any_more),
        cmocka_unit_test(agrees_with_the_definition),
    };
    return cmocka_run_group_tests_name("mistakes", tests, NULL, NULL);
}
