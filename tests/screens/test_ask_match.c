// Match questions: how ends are paired and freed, and what is said of the pairs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/play.h"
#include "screens/quiz.h"

static const char *const formulas[] = {"H2O", "NaCl", "CO2"};
static const char *const names[] = {"water", "salt", "gas", "gold"};
static const char *const countries[] = {"Austria", "Belgium", "Chile", "Denmark",
                                        "Egypt",   "France",  "Greece"};
static const char *const capitals[] = {"Vienna", "Brussels", "Santiago", "Copenhagen",
                                       "Cairo",  "Paris",    "Athens"};
static const char *const rivers[] = {"Spree", "Rhine"};
static const char *const lands[] = {"Germany", "GERMANY"};

enum { ASK_FORMULAS, ASK_CAPITALS, ASK_ALIKE };

static const struct question questions[] = {
    [ASK_FORMULAS] = {.text = "What is what?",
                      .kind = KIND_MATCH,
                      .points = 1,
                      .match = {formulas, names, .count = 3, .extra_count = 1}},
    [ASK_CAPITALS] = {.text = "Capitals?",
                      .kind = KIND_MATCH,
                      .points = 1,
                      .match = {countries, capitals, .count = 7}},
    [ASK_ALIKE] = {.text = "Where?",
                   .kind = KIND_MATCH,
                   .points = 1,
                   .match = {rivers, lands, .count = 2}},
};

static const struct bank bank = {
    .id = "b", .title = "B", .questions = questions, .question_count = COUNT(questions)};

static void ask(struct quiz *quiz, int question)
{
    const struct session_rules rules = {.seed = 3, .question_limit_ms = 60000};
    quiz_start(quiz, &bank, &questions[question], 1, &rules);
    quiz_enter(quiz, &screen_play);
}

/// The key of the right side `right` of the question: 'a' for the one that stands first.
static int key_of(const struct quiz *quiz, int right)
{
    const struct ask *ask = &quiz->game.session.turns[0].ask;
    for (int i = 0; i < ask->shown_count; i++) {
        if (ask->shown[i] == right)
            return 'a' + i;
    }
    fail();
    return 0;
}

static void pair(struct quiz *quiz, int left, int right)
{
    quiz_key(quiz, '1' + left);
    quiz_key(quiz, key_of(quiz, right));
}

static const struct turn *answered(const struct quiz *quiz)
{
    assert_int_equal(quiz->game.session.phase, SESSION_SHOWING);
    return &quiz->game.session.turns[0];
}

static void a_digit_and_a_letter_make_a_pair(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    assert_true(quiz_says(quiz, "0 of 3 paired"));
    quiz_key(quiz, '1');
    assert_true(quiz_says(quiz, "Now choose the other end."));
    quiz_key(quiz, 'b');
    assert_true(quiz_says(quiz, "1 of 3 paired"));
    quiz_key(quiz, 'a'); // from the other side
    quiz_key(quiz, '2');
    assert_true(quiz_says(quiz, "2 of 3 paired"));
}

static void the_same_two_ends_again_free_each_other(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    quiz_key(quiz, '1');
    quiz_key(quiz, 'b');
    quiz_key(quiz, 'b');
    quiz_key(quiz, '1');
    assert_true(quiz_says(quiz, "0 of 3 paired"));
}

static void an_end_chosen_twice_is_let_go(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    quiz_key(quiz, '1');
    quiz_key(quiz, '1');
    quiz_key(quiz, 'b');
    quiz_key(quiz, 'c'); // the choice moves within a side
    quiz_key(quiz, '2');
    quiz_key(quiz, '3');
    quiz_key(quiz, 'c'); // and what was paired goes to the new one
    assert_true(quiz_says(quiz, "1 of 3 paired"));
}

static void clicks_pair(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    quiz_click(quiz, "gas");
    quiz_click(quiz, "CO2");
    assert_true(quiz_says(quiz, "1 of 3 paired"));
}

static void drags_pair(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    struct ui_id salt = quiz_named(quiz, "salt")->id, water = quiz_named(quiz, "water")->id;
    quiz_drag(quiz, salt, quiz_named(quiz, "NaCl"), DEVICE_TOUCH);
    assert_true(quiz_says(quiz, "1 of 3 paired"));
    quiz_drag(quiz, salt, quiz_named(quiz, "NaCl"), DEVICE_TOUCH); // no more and no less
    assert_true(quiz_says(quiz, "1 of 3 paired"));
    quiz_drag(quiz, water, quiz_named(quiz, "salt"), DEVICE_MOUSE); // one side: no pair
    quiz_drag(quiz, water, NULL, DEVICE_MOUSE);
    assert_true(quiz_says(quiz, "1 of 3 paired"));
}

static void backspace_frees_the_pair_that_has_the_focus(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    pair(quiz, 0, 0);
    pair(quiz, 1, 1);
    quiz->stand.state.focus = quiz_named(quiz, "salt")->id;
    quiz_show(quiz);
    quiz_key(quiz, KEY_BACKSPACE);
    assert_true(quiz_says(quiz, "1 of 3 paired"));
    pair(quiz, 2, 2);
    pair(quiz, 1, 1);
    quiz_click(quiz, "Check");
    assert_int_equal(answered(quiz)->mark.credit, CREDIT_FULL);
}

/// The colours that the badges of an area are filled with.
static int filled(const struct quiz *quiz, struct colour colour)
{
    int count = 0;
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        count += cmd->kind == DRAW_FILL && cmd->corners == CORNERS_LEFT &&
                 memcmp(&cmd->colour, &colour, sizeof colour) == 0;
    }
    return count;
}

static void a_pair_has_one_mark_at_both_ends(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    assert_int_equal(filled(quiz, answer_colours[1].fill), 1);
    pair(quiz, 1, 3);
    assert_int_equal(filled(quiz, answer_colours[1].fill), 2);
    assert_int_equal(filled(quiz, answer_colours[0].fill), 1);
}

static void check_waits_for_all_pairs(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    pair(quiz, 0, 0);
    quiz_click(quiz, "Check");
    assert_int_equal(quiz->game.session.phase, SESSION_ASKING);
    assert_true(quiz_says(quiz, "Pair everything at the left first"));
}

static void a_wrong_pair_tells_both_the_right_one_and_yours(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    pair(quiz, 0, 3);
    pair(quiz, 1, 1);
    pair(quiz, 2, 2);
    quiz_click(quiz, "Check");
    assert_int_equal(answered(quiz)->mark.credit, 667);
    assert_true(quiz_says(quiz, "H2O|water|You: gold"));
    assert_true(quiz_says(quiz, "NaCl|salt|CO2"));
}

static void what_reads_alike_is_right(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_ALIKE);
    pair(quiz, 0, 1);
    pair(quiz, 1, 0);
    quiz_click(quiz, "Check");
    assert_int_equal(answered(quiz)->mark.credit, CREDIT_FULL);
    assert_false(quiz_says(quiz, "You:"));
}

static void without_an_answer_there_is_nothing_of_yours(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_FORMULAS);
    quiz->stand.now_ms += 60000;
    quiz_send(quiz, (struct action){.id = ACTION_TICK});
    assert_true(answered(quiz)->is_timed_out);
    assert_true(quiz_says(quiz, "H2O|water"));
    assert_false(quiz_says(quiz, "You:"));
}

static void more_than_six_are_chosen_by_the_focus_only(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_CAPITALS);
    quiz_key(quiz, '1');
    quiz_key(quiz, 'a');
    assert_true(quiz_says(quiz, "0 of 7 paired"));
    quiz->stand.state.focus = quiz_named(quiz, "Chile")->id;
    quiz_key(quiz, KEY_SPACE);
    quiz->stand.state.focus = quiz_named(quiz, "Santiago")->id;
    quiz_key(quiz, KEY_ENTER);
    assert_true(quiz_says(quiz, "1 of 7 paired"));
    assert_true(quiz_says(quiz, "with 3"));
    assert_int_equal(filled(quiz, answer_colours[2].fill), 0);
}

static void narrow_windows_have_one_side_above_the_other(void **state)
{
    struct quiz *quiz = *state;
    quiz->stand.look.width = 720;
    quiz->stand.look.height = 1280;
    ask(quiz, ASK_CAPITALS);
    assert_true(quiz_named(quiz, "Vienna")->rect.x == quiz_named(quiz, "Austria")->rect.x);
    assert_true(quiz_named(quiz, "Vienna")->rect.y > quiz_named(quiz, "Greece")->rect.y);
}

#define QUIZ_TEST(test) cmocka_unit_test_setup_teardown(test, quiz_setup, quiz_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        QUIZ_TEST(a_digit_and_a_letter_make_a_pair),
        QUIZ_TEST(the_same_two_ends_again_free_each_other),
        QUIZ_TEST(an_end_chosen_twice_is_let_go),
        QUIZ_TEST(clicks_pair),
        QUIZ_TEST(drags_pair),
        QUIZ_TEST(backspace_frees_the_pair_that_has_the_focus),
        QUIZ_TEST(a_pair_has_one_mark_at_both_ends),
        QUIZ_TEST(check_waits_for_all_pairs),
        QUIZ_TEST(a_wrong_pair_tells_both_the_right_one_and_yours),
        QUIZ_TEST(what_reads_alike_is_right),
        QUIZ_TEST(without_an_answer_there_is_nothing_of_yours),
        QUIZ_TEST(more_than_six_are_chosen_by_the_focus_only),
        QUIZ_TEST(narrow_windows_have_one_side_above_the_other),
    };
    return cmocka_run_group_tests_name("ask_match", tests, NULL, NULL);
}
