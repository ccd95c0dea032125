// Results: a game in numbers and words, what moves, and where its buttons lead.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/quiz.h"
#include "screens/results.h"

static const char *const topics[] = {"Cells", "Genes"};
static const uint32_t cells[] = {0}, genes[] = {1}, both[] = {0, 1};

/// A truefalse question about these topics.
#define ASKED(of, number)                                                                      \
    {                                                                                          \
        .text = "True?", .kind = KIND_TRUEFALSE, .points = 1, .is_true = true, .topics = (of), \
        .topic_count = (number)                                                                \
    }

static const struct question questions[] = {
    ASKED(cells, 1), ASKED(cells, 1), ASKED(genes, 1), ASKED(both, 2), ASKED(NULL, 0),
};

static const struct bank bank = {.id = "b",
                                 .title = "B",
                                 .topics = topics,
                                 .topic_count = COUNT(topics),
                                 .questions = questions,
                                 .question_count = COUNT(questions)};

static const struct answer right = {.picked = 1}, wrong = {.picked = 2};

/// Plays: "r" right, "w" wrong, "t" lets the time run out; stops after the last letter.
static void play(struct quiz *quiz, const char *answers, struct session_rules rules)
{
    rules.seed = 3;
    quiz_start(quiz, &bank, questions, COUNT(questions), &rules);
    for (const char *a = answers; *a; a++) {
        if (*a == 't') {
            quiz->stand.now_ms += rules.question_limit_ms;
            quiz_apply(quiz, EVENT_TIME_UP);
            quiz_apply(quiz, EVENT_NEXT);
        } else {
            quiz_answer(quiz, *a == 'r' ? &right : &wrong, 2000);
        }
    }
    if (quiz->game.session.phase != SESSION_DONE)
        quiz_apply(quiz, EVENT_STOP);
}

static void open_results(struct quiz *quiz, const char *answers)
{
    play(quiz, answers, (struct session_rules){0});
    quiz_enter(quiz, &screen_results);
}

static const struct sentence_case {
    const char *name, *answers, *sentence;
} sentence_cases[] = {
    {"nothing answered", "", "No question was answered this time."},
    {"stopped", "rw", "You stopped after 2 of 5 questions."},
    {"all right", "rrrrr", "All 5. Nothing to fix."},
    {"good: the topic that went best", "rrwrr", "Strongest topic: Cells, 3 of 3."},
    {"one to fix is good in one topic only", "rrrrw", "Strongest topic: Cells, 3 of 3."},
    {"several to fix", "rwwwr", "3 to fix. Do it now, while they are fresh?"},
};

static void has_its_sentence(void **state)
{
    const struct sentence_case *c = *state;
    void *made = NULL;
    quiz_setup(&made);
    struct quiz *quiz = made;
    play(quiz, c->answers, (struct session_rules){0});
    struct summary sum = results_summary(&quiz->game.session, &quiz->arena);
    assert_string_equal(results_sentence(&sum, &quiz->arena), c->sentence);
    quiz_teardown(&made);
}

static void the_best_row_outlives_a_timeout(void **state)
{
    struct quiz *quiz = *state;
    play(quiz, "rtrrw", (struct session_rules){.question_limit_ms = 9000});
    struct summary sum = results_summary(&quiz->game.session, &quiz->arena);
    assert_int_equal(sum.best_row, 3);
    assert_int_equal(sum.answered, 5);
    assert_int_equal(sum.missed, 2);
    assert_int_equal(sum.took_ms, 4 * 2000 + 9000);
}

static void a_question_counts_in_each_of_its_topics(void **state)
{
    struct quiz *quiz = *state;
    play(quiz, "rwrrw", (struct session_rules){0});
    struct summary sum = results_summary(&quiz->game.session, &quiz->arena);
    static const struct topic_sum wanted[] = {
        {"Cells", 2, 3}, {"Genes", 2, 2}, {"Other", 0, 1}};
    assert_int_equal(sum.topic_count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_string_equal(sum.topics[i].name, wanted[i].name);
        assert_int_equal(sum.topics[i].right, wanted[i].right);
        assert_int_equal(sum.topics[i].answered, wanted[i].answered);
    }
}

static void eighty_percent_are_good(void **state)
{
    (void)state;
    assert_true(results_is_good(&(struct summary){.answered = 5, .right = 4}));
    assert_false(results_is_good(&(struct summary){.answered = 100, .right = 79}));
    assert_false(results_is_good(&(struct summary){0}));
}

/// Whether the score is shown as so many of 5; digits are runs of their own.
static bool has_counted_to(struct quiz *quiz, const char *digit)
{
    const char *score = arena_printf(&quiz->arena, "%s| |o|f| |5", digit);
    return quiz_says(quiz, score);
}

static void the_score_counts_up(void **state)
{
    struct quiz *quiz = *state;
    play(quiz, "rrrrw", (struct session_rules){0});
    int64_t opened_ms = quiz->stand.now_ms;
    quiz_enter(quiz, &screen_results);
    assert_true(has_counted_to(quiz, "4"));
    quiz->stand.now_ms = opened_ms + 20;
    quiz_show(quiz);
    assert_false(has_counted_to(quiz, "4"));
    assert_int_equal(quiz->stand.wake_ms, quiz->stand.now_ms); // goes on at once
    stand_key(&quiz->stand, KEY_LEFT, 0);                      // any key ends it
    assert_true(has_counted_to(quiz, "4"));
    assert_int_equal(quiz->stand.wake_ms, INT64_MAX);
}

/// Shapes that are not where they would be without motion.
static int flying(const struct quiz *quiz)
{
    int count = 0;
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        count += cmd->kind == DRAW_MASK && cmd->mask <= MASK_HEART;
    }
    return count;
}

static void show_at(struct quiz *quiz, int64_t at_ms)
{
    quiz->stand.now_ms = at_ms;
    quiz_show(quiz);
}

static void shapes_fly_for_a_good_result_only(void **state)
{
    struct quiz *quiz = *state;
    play(quiz, "rrrrw", (struct session_rules){0});
    int64_t opened_ms = quiz->stand.now_ms;
    quiz_enter(quiz, &screen_results);
    show_at(quiz, opened_ms + 300);
    assert_int_equal(flying(quiz), 24);
    show_at(quiz, opened_ms + MOTION_PARTY_MS);
    assert_int_equal(flying(quiz), 0);
    assert_int_equal(quiz->stand.wake_ms, INT64_MAX); // and nothing moves any more
    quiz->stand.look.reduced_motion = true;
    show_at(quiz, opened_ms + 300);
    assert_int_equal(flying(quiz), 0);
    assert_true(has_counted_to(quiz, "4"));
}

static void no_shapes_fly_for_a_low_result(void **state)
{
    struct quiz *quiz = *state;
    play(quiz, "rrwww", (struct session_rules){0});
    int64_t opened_ms = quiz->stand.now_ms;
    quiz_enter(quiz, &screen_results);
    show_at(quiz, opened_ms + 300);
    assert_int_equal(flying(quiz), 0);
}

static void the_same_time_shows_the_same(void **state)
{
    struct quiz *quiz = *state;
    struct buf first = {0}, second = {0};
    play(quiz, "rrrrr", (struct session_rules){0});
    int64_t opened_ms = quiz->stand.now_ms;
    quiz_enter(quiz, &screen_results);
    show_at(quiz, opened_ms + 400);
    draw_dump(&quiz->stand.frame.list, &first);
    show_at(quiz, opened_ms + 500);
    show_at(quiz, opened_ms + 400);
    draw_dump(&quiz->stand.frame.list, &second);
    assert_string_equal(first.data, second.data);
    buf_free(&first);
    buf_free(&second);
}

static void mistakes_come_first(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "rwrrw");
    struct step step = quiz_key(quiz, KEY_ENTER);
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_REVIEW);
    assert_int_equal(quiz->game.review_at, 0);
}

static void without_mistakes_home_comes_first(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "rrrrr");
    assert_null(quiz_area(quiz, RESULTS_FIX, 0));
    assert_int_equal(quiz_key(quiz, KEY_ENTER).kind, STEP_HOME);
    assert_int_equal(quiz_send(quiz, (struct action){.id = RESULTS_FIX}).kind, STEP_STAY);
}

static void each_dot_leads_to_its_card(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "rwr");
    assert_null(quiz_named(quiz, "Question 4")); // was not answered
    struct step step = quiz_click(quiz, "Question 2");
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_REVIEW);
    assert_int_equal(quiz->game.review_at, 2);
}

static void undo_asks_the_last_question_again(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "rrrrw");
    struct step step = quiz_key(quiz, 'u');
    assert_int_equal(step.kind, STEP_GO);
    assert_int_equal(step.to, SCREEN_PLAY);
    assert_int_equal(quiz->game.session.phase, SESSION_ASKING);
    assert_int_equal(session_answered(&quiz->game.session), 4);
}

static void play_again_begins_with_what_was_missed(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "rrwrr");
    struct step step = quiz_key(quiz, 'r');
    assert_int_equal(step.kind, STEP_GO);
    assert_int_equal(step.to, SCREEN_PLAY);
    assert_int_equal(quiz->game.session.turn_count, COUNT(questions));
    assert_ptr_equal(session_turn(&quiz->game.session)->ask.question, &questions[2]);
}

static void the_sum_of_points_is_shown_with_bonuses_only(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "rrrrr");
    assert_true(quiz_says(quiz, "5\u00A0000|points"));
    assert_false(quiz_says(quiz, "000 right"));
    arena_reset(&quiz->game.quiz_arena);
    play(quiz, "rrrrr", (struct session_rules){.has_streak = true});
    quiz_enter(quiz, &screen_results);
    assert_true(quiz_says(quiz, "5\u00A0000 right + "));
    assert_false(quiz_says(quiz, "speed"));
}

static void an_empty_game_has_nothing_to_score(void **state)
{
    struct quiz *quiz = *state;
    open_results(quiz, "");
    assert_true(quiz_says(quiz, "Nothing to score"));
    assert_false(quiz_says(quiz, "points"));
    assert_int_equal(quiz_key(quiz, KEY_ESCAPE).kind, STEP_HOME);
}

#define QUIZ_TEST(test) cmocka_unit_test_setup_teardown(test, quiz_setup, quiz_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        QUIZ_TEST(the_best_row_outlives_a_timeout),
        QUIZ_TEST(a_question_counts_in_each_of_its_topics),
        cmocka_unit_test(eighty_percent_are_good),
        QUIZ_TEST(the_score_counts_up),
        QUIZ_TEST(shapes_fly_for_a_good_result_only),
        QUIZ_TEST(no_shapes_fly_for_a_low_result),
        QUIZ_TEST(the_same_time_shows_the_same),
        QUIZ_TEST(mistakes_come_first),
        QUIZ_TEST(without_mistakes_home_comes_first),
        QUIZ_TEST(each_dot_leads_to_its_card),
        QUIZ_TEST(undo_asks_the_last_question_again),
        QUIZ_TEST(play_again_begins_with_what_was_missed),
        QUIZ_TEST(the_sum_of_points_is_shown_with_bonuses_only),
        QUIZ_TEST(an_empty_game_has_nothing_to_score),
    };
    struct CMUnitTest sentences[COUNT(sentence_cases)] = {0};
    for (size_t i = 0; i < COUNT(sentence_cases); i++) {
        sentences[i].name = sentence_cases[i].name;
        sentences[i].test_func = has_its_sentence;
        sentences[i].initial_state = (void *)&sentence_cases[i];
    }
    int failed = cmocka_run_group_tests_name("results_sentence", sentences, NULL, NULL);
    return failed + cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
