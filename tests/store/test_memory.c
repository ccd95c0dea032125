// What the memory gives to its readers.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/events.h"
#include "store/memory_rows.h"

/// `from` after it was reviewed as FSRS does with the defaults.
static struct fsrs_card reviewed(struct fsrs_card from, const char *question, int rating,
                                 double evidence, int64_t at_ms)
{
    struct fsrs fsrs;
    struct fsrs_outcome outcome;
    const struct fsrs_params params = fsrs_params_default();
    const struct fsrs_options options = fsrs_options_default();
    assert_int_equal(fsrs_init(&fsrs, &params, &options), FSRS_OK);
    assert_true(fsrs_review_weighed(&fsrs, &from, (enum fsrs_rating)rating, evidence,
                                    (struct fsrs_time){at_ms, 0}, memory_seed("b", question, 0),
                                    &outcome));
    return from;
}

static void assert_same_card(struct fsrs_card is, struct fsrs_card wanted)
{
    assert_memory_equal(&is, &wanted, sizeof is);
}

static void an_empty_memory_gives_nothing(void **state)
{
    struct desk desk;
    struct memory none = {0};
    struct memory_card *cards;
    struct past_review *reviews;
    struct past_answer *answers;
    struct arena *arena = &((struct scratch *)*state)->arena;
    const struct fsrs_time now = {day_0, 0};
    int64_t paces[2];
    struct memory_due *due;
    desk_open(&desk, *state, "me");
    const struct memory *const memories[] = {&none, &desk.memory};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(memory_cards(memories[i], NULL, arena, &cards), 0);
        assert_int_equal(memory_reviews(memories[i], "b", 0, arena, &reviews), 0);
        assert_int_equal(memory_answers(memories[i], "b", 0, arena, &answers), 0);
        assert_int_equal(memory_paces(memories[i], "choice", 2, paces), 0);
        assert_int_equal(memory_due(memories[i], now, arena, &due), 0);
        assert_int_equal(memory_today(memories[i], NULL, now).reviews, 0);
        assert_int_equal(memory_moved(memories[i], 1, now).cards, 0);
        assert_int_equal(memory_glance(memories[i], "b", now, INT64_MAX, 9).known, 0);
        assert_int_equal(memory_pace(memories[i], "b", 0, 60000), 0);
    }
    assert_false(memory_catch_up(&none));
    assert_false(memory_rebuild(&none));
    memory_close(&none);
    desk_close(&desk);
}

static void a_card_is_the_fold_of_its_reviews(void **state)
{
    struct desk desk;
    struct memory_card *cards;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_GRADE, 2, day_0 + DAY, "q", "{\"grades\":[[0,3,667],[2,1,1000]]}");
    assert_int_equal(memory_cards(&desk.memory, NULL, &desk.scratch->arena, &cards), 0);
    assert_true(memory_catch_up(&desk.memory));
    assert_int_equal(memory_cards(&desk.memory, NULL, &desk.scratch->arena, &cards), 2);
    assert_string_equal(cards[0].bank, "b");
    assert_string_equal(cards[0].question, "q");
    assert_int_equal(cards[0].part, 0);
    assert_int_equal(cards[1].part, 2);
    assert_int_equal(cards[0].first_ms, day_0);
    assert_true(cards[0].seed == memory_seed("b", "q", 0));
    assert_true(cards[1].seed == memory_seed("b", "q", 2));
    assert_true(cards[0].seed != cards[1].seed);
    struct fsrs_card wanted = reviewed((struct fsrs_card){0}, "q", FSRS_GOOD, 1, day_0);
    wanted = reviewed(wanted, "q", FSRS_GOOD, 0.667, day_0 + DAY);
    assert_same_card(cards[0].card, wanted);
    assert_int_equal(memory_cards(&desk.memory, "other", &desk.scratch->arena, &cards), 0);
    assert_rebuilt_alike(&desk);
    desk_close(&desk);
}

static void cards_come_by_question_and_part(void **state)
{
    struct desk desk;
    struct memory_card *cards;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "z", FSRS_GOOD);
    tell(&desk, JOURNAL_GRADE, 1, day_0, "a", "{\"grades\":[[11,3,1000],[2,3,1000]]}");
    tell(&desk, JOURNAL_CARD, 1, day_0, "m", "{\"part\":1,\"do\":\"suspend\"}");
    memory_catch_up(&desk.memory);
    assert_int_equal(memory_cards(&desk.memory, "b", &desk.scratch->arena, &cards), 4);
    assert_string_equal(cards[0].question, "a");
    assert_int_equal(cards[0].part, 2);
    assert_int_equal(cards[1].part, 11);
    assert_string_equal(cards[2].question, "m");
    assert_true(cards[2].is_suspended);
    assert_int_equal(cards[2].card.phase, FSRS_NEW);
    assert_string_equal(cards[3].question, "z");
    desk_close(&desk);
}

static void learners_have_their_own_memory(void **state)
{
    struct desk ada, ben;
    struct memory_card *cards;
    int64_t paces[2];
    desk_open(&ada, *state, "Ada");
    desk_open(&ben, *state, "Ben");
    tell_answer(&ada, 1, day_0, "q", FSRS_GOOD);
    tell_answer(&ben, 2, day_0, "q", FSRS_AGAIN);
    tell_answer(&ben, 2, day_0, "r", FSRS_AGAIN);
    memory_catch_up(&ada.memory); // for both
    memory_catch_up(&ben.memory);
    assert_int_equal(memory_cards(&ada.memory, NULL, &ada.scratch->arena, &cards), 1);
    assert_int_equal(memory_cards(&ben.memory, NULL, &ada.scratch->arena, &cards), 2);
    assert_int_equal(memory_paces(&ada.memory, "choice", 2, paces), 1);
    assert_int_equal(memory_paces(&ben.memory, "choice", 2, paces), 0);
    struct past_review *reviews;
    struct past_answer *answers;
    struct memory_due *due;
    const struct fsrs_time later = {day_0 + DAY, 0};
    assert_int_equal(memory_reviews(&ada.memory, NULL, 0, &ada.scratch->arena, &reviews), 1);
    assert_int_equal(memory_answers(&ben.memory, "b", 0, &ada.scratch->arena, &answers), 2);
    assert_int_equal(memory_due(&ben.memory, later, &ada.scratch->arena, &due), 1);
    assert_int_equal(due[0].cards, 2);
    assert_int_equal(memory_today(&ben.memory, NULL, (struct fsrs_time){day_0, 0}).new_cards,
                     2);
    desk_close(&ada);
    desk_close(&ben);
}

static void today_counts_new_cards_and_known_ones(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0 - 9 * 3600000LL, "q", FSRS_GOOD); // 3 at night: the day before
    tell_answer(&desk, 1, day_0 + 10, "q", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 + 20, "q", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 + 30, "r", FSRS_AGAIN);
    tell_answer(&desk, 1, day_0 + 40, "r", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    const struct fsrs_time now = {day_0 + 1000, 0};
    struct memory_today today = memory_today(&desk.memory, NULL, now);
    assert_int_equal(today.new_cards, 1);
    assert_int_equal(today.reviews, 1);
    assert_int_equal(memory_today(&desk.memory, "b", now).reviews, 1);
    assert_int_equal(memory_today(&desk.memory, "c", now).reviews, 0);
    // Two hours further east it was 5 o'clock: the same day.
    today = memory_today(&desk.memory, NULL, (struct fsrs_time){day_0 + 1000, 120});
    assert_int_equal(today.new_cards, 2);
    assert_int_equal(today.reviews, 0);
    desk_close(&desk);
}

static void reviews_tell_what_they_were_based_on(void **state)
{
    struct desk desk;
    struct past_review *reviews;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_EASY);
    tell(&desk, JOURNAL_GRADE, 2, day_0 + 8 * (int64_t)DAY, "q",
         "{\"took_ms\":900,\"ahead\":-60,\"grades\":[[0,1,1000]]}");
    memory_catch_up(&desk.memory);
    int count = memory_reviews(&desk.memory, NULL, 0, &desk.scratch->arena, &reviews);
    assert_int_equal(count, 2);
    assert_true(reviews[0].is_quiz);
    assert_int_equal(reviews[0].phase, FSRS_NEW);
    assert_true(reviews[0].retrievability == 0 && reviews[0].stability == 0);
    assert_true(reviews[0].interval_days >= 5);
    assert_false(reviews[1].is_quiz);
    assert_string_equal(reviews[1].bank, "b");
    assert_string_equal(reviews[1].question, "q");
    assert_int_equal(reviews[1].part, 0);
    assert_int_equal(reviews[1].game, 2);
    assert_int_equal(reviews[1].at_ms, day_0 + 8 * (int64_t)DAY);
    assert_int_equal(reviews[1].ahead_min, -60);
    assert_int_equal(reviews[1].took_ms, 900);
    assert_int_equal(reviews[1].rating, FSRS_AGAIN);
    assert_int_equal(reviews[1].evidence, 1000);
    assert_int_equal(reviews[1].phase, FSRS_REVIEW);
    assert_int_equal(reviews[1].elapsed_days, 8);
    assert_int_equal(reviews[1].interval_days, 0);
    assert_true(reviews[1].stability > 8 && reviews[1].stability < 9);
    assert_true(reviews[1].retrievability > 0.89 && reviews[1].retrievability < 0.92);
    assert_true(reviews[1].event > reviews[0].event);
    assert_int_equal(
        memory_reviews(&desk.memory, "b", day_0 + 1, &desk.scratch->arena, &reviews), 1);
    assert_int_equal(memory_reviews(&desk.memory, "c", 0, &desk.scratch->arena, &reviews), 0);
    desk_close(&desk);
}

static void a_clock_that_was_put_back_hides_nothing(void **state)
{
    struct desk desk;
    struct past_review *reviews;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0 + 10, "q", FSRS_GOOD);
    tell_answer(&desk, 1, day_0, "r", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 + 20, "s", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    assert_int_equal(
        memory_reviews(&desk.memory, "b", day_0 + 5, &desk.scratch->arena, &reviews), 2);
    assert_string_equal(reviews[0].question, "q");
    assert_string_equal(reviews[1].question, "s");
    desk_close(&desk);
}

static void answers_are_all_that_was_given(void **state)
{
    struct desk desk;
    struct past_answer *answers;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_ANSWER, 1, day_0, "q",
         "{\"credit\":0,\"took_ms\":1200,\"kind\":\"text\",\"ahead\":60,\"said\":\"28\"}");
    tell(&desk, JOURNAL_TIME_UP, 1, day_0 + 1, "r", "{\"kind\":\"choice\"}");
    tell(&desk, JOURNAL_GRADE, 2, day_0 + 2, "q", "{\"grades\":[[0,2,1000],[1,1,1000]]}");
    tell_answer(&desk, 3, day_0 + 3, "s", FSRS_GOOD);
    tell(&desk, JOURNAL_OUT, 3, day_0 + 4, NULL, NULL);
    tell_answer(&desk, 4, day_0 + 5, "s", FSRS_GOOD);
    tell(&desk, JOURNAL_UNDO, 4, day_0 + 6, NULL, NULL);
    memory_catch_up(&desk.memory);
    int count = memory_answers(&desk.memory, "b", 0, &desk.scratch->arena, &answers);
    assert_int_equal(count, 5);
    assert_string_equal(answers[0].bank, "b");
    assert_string_equal(answers[0].question, "q");
    assert_string_equal(answers[0].kind, "text");
    assert_string_equal(answers[0].said, "28");
    assert_int_equal(answers[0].at_ms, day_0);
    assert_int_equal(answers[0].ahead_min, 60);
    assert_int_equal(answers[0].took_ms, 1200);
    assert_int_equal(answers[0].credit, 0);
    assert_int_equal(answers[0].part, -1);
    assert_string_equal(answers[1].kind, "choice");
    assert_int_equal(answers[1].credit, 0);
    assert_null(answers[1].said);
    assert_string_equal(answers[2].kind, "");
    assert_int_equal(answers[2].credit, 1000);
    assert_int_equal(answers[2].part, 0);
    assert_int_equal(answers[3].credit, 0);
    assert_int_equal(answers[3].part, 1);
    assert_int_equal(answers[4].game, 3);
    assert_int_equal(
        memory_answers(&desk.memory, NULL, day_0 + 2, &desk.scratch->arena, &answers), 3);
    desk_close(&desk);
}

static void paces_are_of_the_last_right_answers(void **state)
{
    struct desk desk;
    int64_t took_ms[3] = {0};
    desk_open(&desk, *state, "me");
    for (int i = 1; i <= 5; i++) {
        char data[96];
        snprintf(data, sizeof data, "{\"credit\":%d,\"took_ms\":%d,\"kind\":\"%s\"}",
                 i == 4 ? 500 : 1000, i, i == 3 ? "text" : "choice");
        tell(&desk, JOURNAL_ANSWER, 1, day_0, "q", data);
    }
    tell_answer(&desk, 2, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_UNDO, 2, day_0, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_int_equal(memory_paces(&desk.memory, "choice", 3, took_ms), 3);
    assert_int_equal(took_ms[0], 5);
    assert_int_equal(took_ms[1], 2);
    assert_int_equal(took_ms[2], 1);
    assert_int_equal(memory_paces(&desk.memory, "choice", 2, took_ms), 2);
    assert_int_equal(memory_paces(&desk.memory, "order", 2, took_ms), 0);
    desk_close(&desk);
}

static void tell_grades(struct desk *desk, const char *bank, int count, int took_ms,
                        int64_t at_ms)
{
    char data[80];
    snprintf(data, sizeof data, "{\"took_ms\":%d,\"grades\":[[0,3,1000]]}", took_ms);
    for (int i = 0; i < count; i++) {
        assert_true(
            journal_append(&desk->journal, &(struct journal_event){.at_ms = at_ms + i,
                                                                   .game = 5,
                                                                   .type = JOURNAL_GRADE,
                                                                   .bank = bank,
                                                                   .question = "q",
                                                                   .data = data}));
    }
    assert_true(memory_catch_up(&desk->memory));
}

static void a_pace_is_the_mean_of_late(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    const struct memory *memory = &desk.memory;
    tell_grades(&desk, "b", 9, 4000, day_0);
    for (int i = 0; i < 9; i++) // which are no cards that were graded
        tell_answer(&desk, 1, day_0 + i, "q", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    assert_int_equal(memory_pace(memory, "b", day_0, 60000), 0); // too few
    tell_grades(&desk, "c", 9, 9000, day_0 + 100);
    assert_int_equal(memory_pace(memory, "b", day_0, 60000), 6500); // of all banks
    tell_grades(&desk, "b", 1, 14000, day_0 + 200);
    assert_int_equal(memory_pace(memory, "b", day_0, 60000), 5000);
    assert_int_equal(memory_pace(memory, "b", day_0, 3000), 3000); // each at most
    assert_int_equal(memory_pace(memory, "b", day_0 + 5, 60000),
                     (int64_t)(4000 * 4 + 9000 * 9 + 14000) / 14);
    assert_int_equal(memory_pace(memory, "b", day_0 + DAY, 60000), 0);
    tell_grades(&desk, "c", 200, 7000, day_0 + 1000); // of which it looks at no more
    assert_int_equal(memory_pace(memory, "b", day_0, 60000), 7000);
    tell(&desk, JOURNAL_OUT, 5, day_0 + 2000, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_int_equal(memory_pace(memory, "b", day_0, 60000), 0);
    desk_close(&desk);
}

static void a_game_tells_what_it_moved(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_AGAIN); // on a step: due today
    tell_answer(&desk, 1, day_0, "r", FSRS_EASY);  // in eight days
    tell_answer(&desk, 1, day_0, "s", FSRS_EASY);
    tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL);
    memory_catch_up(&desk.memory);
    const struct fsrs_time now = {day_0, 0};
    struct memory_moved moved = memory_moved(&desk.memory, 1, now);
    assert_int_equal(moved.cards, 2);
    assert_int_equal(moved.tomorrow, 1);
    assert_false(moved.is_out);
    tell(&desk, JOURNAL_OUT, 1, day_0, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_true(memory_moved(&desk.memory, 1, now).is_out);
    assert_int_equal(memory_moved(&desk.memory, 1, now).cards, 2);
    tell(&desk, JOURNAL_IN, 1, day_0, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_false(memory_moved(&desk.memory, 1, now).is_out);
    assert_int_equal(memory_moved(&desk.memory, 2, now).cards, 0);
    desk_close(&desk);
}

static int due_at(struct desk *desk, int64_t at_ms, int ahead_min)
{
    struct memory_due *due;
    int count = memory_due(&desk->memory, (struct fsrs_time){at_ms, ahead_min},
                           &desk->scratch->arena, &due);
    assert_true(count <= 1);
    if (count)
        assert_string_equal(due[0].bank, "b");
    return count ? due[0].cards : 0;
}

static void what_is_due_is_counted(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_OPTIONS, 0, day_0, NULL, "{\"fuzz\":false}");
    tell_answer(&desk, 1, day_0, "step", FSRS_AGAIN); // in a minute
    tell_answer(&desk, 1, day_0, "day", FSRS_EASY);   // in eight days
    tell_answer(&desk, 1, day_0, "suspended", FSRS_EASY);
    tell_answer(&desk, 1, day_0, "hidden", FSRS_EASY);
    tell(&desk, JOURNAL_CARD, 1, day_0, "suspended", "{\"part\":0,\"do\":\"suspend\"}");
    const int64_t on_8_ms = day_0 + 8 * (int64_t)DAY, from_4_ms = on_8_ms - DAY / 3;
    char hide[80];
    snprintf(hide, sizeof hide, "{\"part\":0,\"do\":\"hide\",\"until\":%lld}",
             (long long)on_8_ms);
    tell(&desk, JOURNAL_CARD, 1, day_0, "hidden", hide);
    memory_catch_up(&desk.memory);
    assert_int_equal(due_at(&desk, day_0 + 59999, 0), 0);
    assert_int_equal(due_at(&desk, day_0 + 60000, 0), 1);
    assert_int_equal(due_at(&desk, from_4_ms - 1, 0), 1);
    assert_int_equal(due_at(&desk, from_4_ms, 0), 2);
    assert_int_equal(due_at(&desk, on_8_ms - 1, 0), 2);
    assert_int_equal(due_at(&desk, on_8_ms, 0), 3);
    // In summer time the day begins an hour sooner.
    assert_int_equal(due_at(&desk, from_4_ms - 3600000 - 1, 60), 1);
    assert_int_equal(due_at(&desk, from_4_ms - 3600000, 60), 2);
    desk_close(&desk);
}

static void what_comes_tomorrow_is_said_when_nothing_is_left(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_OPTIONS, 0, day_0, NULL, "{\"fuzz\":false}");
    tell_answer(&desk, 1, day_0, "day", FSRS_EASY); // in eight days
    tell_answer(&desk, 1, day_0, "suspended", FSRS_EASY);
    tell(&desk, JOURNAL_CARD, 1, day_0, "suspended", "{\"part\":0,\"do\":\"suspend\"}");
    memory_catch_up(&desk.memory);
    static const int tomorrow[] = {[6] = 0, [7] = 1, [8] = 0},
                     due[] = {[6] = 0, [7] = 0, [8] = 1};
    for (int day = 6; day <= 8; day++) {
        const struct fsrs_time now = {day_0 + day * (int64_t)DAY, 0};
        struct memory_glance is = memory_glance(&desk.memory, "b", now, now.at_ms, 9);
        assert_int_equal(is.tomorrow, tomorrow[day]);
        assert_int_equal(is.due, due[day]);
        assert_int_equal(is.known, 2);
    }
    desk_close(&desk);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(an_empty_memory_gives_nothing),
        IN_SCRATCH(a_card_is_the_fold_of_its_reviews),
        IN_SCRATCH(cards_come_by_question_and_part),
        IN_SCRATCH(learners_have_their_own_memory),
        IN_SCRATCH(today_counts_new_cards_and_known_ones),
        IN_SCRATCH(reviews_tell_what_they_were_based_on),
        IN_SCRATCH(a_clock_that_was_put_back_hides_nothing),
        IN_SCRATCH(answers_are_all_that_was_given),
        IN_SCRATCH(paces_are_of_the_last_right_answers),
        IN_SCRATCH(a_pace_is_the_mean_of_late),
        IN_SCRATCH(a_game_tells_what_it_moved),
        IN_SCRATCH(what_is_due_is_counted),
        IN_SCRATCH(what_comes_tomorrow_is_said_when_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
