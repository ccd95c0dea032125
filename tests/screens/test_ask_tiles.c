#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screens/ask.h"
#include "screens/quiz.h"

static const char *const four[] = {"One", "Two", "Three", "Four"};
static const char *const six[] = {"One", "Two", "Three", "Four", "Five", "Six"};
static const char *const nine[] = {"One", "Two",   "Three", "Four", "Five",
                                   "Six", "Seven", "Eight", "Nine"};

static const struct question choice = {
    .text = "?", .kind = KIND_CHOICE, .points = 1, .choice = {{.items = four, .count = 4}, 1}};
static const struct question multi = {
    .text = "?", .kind = KIND_MULTI, .points = 1, .choice = {{.items = six, .count = 6}, 2}};
static const struct question list = {
    .text = "?", .kind = KIND_MULTI, .points = 1, .choice = {{.items = nine, .count = 9}, 2}};
static const struct question truefalse = {
    .text = "?", .kind = KIND_TRUEFALSE, .points = 1, .is_true = true};

static const struct bank bank = {.id = "b", .title = "Bank", .language = "en"};

static void ask(struct quiz *quiz, const struct question *question)
{
    const struct session_rules rules = {.seed = 1};
    quiz_start(quiz, &bank, question, 1, &rules);
    quiz_enter(quiz, &screen_play);
}

static const struct turn *turn(const struct quiz *quiz)
{
    return &quiz->game.session.turns[0];
}

static bool is_chosen(const struct quiz *quiz, const char *name)
{
    return quiz_named(quiz, name)->flags & AREA_SELECTED;
}

static void digits_and_letters_answer(void **state)
{
    struct quiz *quiz = *state;
    static const int keys[][2] = {{'1', 'a'}, {'2', 'b'}, {'3', 'c'}, {'4', 'd'}};
    for (int place = 0; place < 4; place++) {
        for (int way = 0; way < 2; way++) {
            ask(quiz, &choice);
            int option = turn(quiz)->ask.shown[place];
            quiz_key(quiz, keys[place][way]);
            assert_true(turn(quiz)->is_answered);
            assert_int_equal(turn(quiz)->answer.picked, 1U << option);
        }
    }
}

static void a_key_without_a_tile_answers_nothing(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &choice);
    quiz_key(quiz, '5');
    quiz_key(quiz, 'f');
    assert_false(turn(quiz)->is_answered);
}

static void nothing_has_the_focus_until_an_arrow_is_pressed(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &choice);
    assert_int_equal(stand_focus(&quiz->stand), -1);
    quiz_key(quiz, KEY_DOWN);
    assert_int_equal(stand_focus(&quiz->stand), 0);
    quiz_key(quiz, KEY_RIGHT);
    quiz_key(quiz, KEY_DOWN);
    assert_int_equal(stand_focus(&quiz->stand), 3);
    quiz_key(quiz, KEY_ENTER);
    assert_int_equal(turn(quiz)->answer.picked, 1U << turn(quiz)->ask.shown[3]);
}

static void with_confirm_a_choice_waits_for_check(void **state)
{
    struct quiz *quiz = *state;
    quiz->game.settings.confirm_answers = true;
    ask(quiz, &choice);
    quiz_key(quiz, '1');
    quiz_key(quiz, '2');
    assert_false(turn(quiz)->is_answered);
    quiz_key(quiz, KEY_ENTER);
    assert_true(turn(quiz)->is_answered);
    assert_int_equal(turn(quiz)->answer.picked, 1U << turn(quiz)->ask.shown[1]);
}

static void of_a_multi_any_number_is_chosen(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &multi);
    assert_true(quiz_says(quiz, "Each wrong one takes a right one away."));
    quiz_click(quiz, "One");
    quiz_click(quiz, "Two");
    quiz_click(quiz, "Six");
    assert_true(quiz_says(quiz, "3 chosen"));
    quiz_click(quiz, "Six"); // and put back
    assert_true(is_chosen(quiz, "One"));
    assert_false(is_chosen(quiz, "Six"));
    quiz_click(quiz, "Check");
    assert_int_equal(turn(quiz)->answer.picked, 3);
    assert_int_equal(turn(quiz)->mark.credit, 1000);
}

static void in_portrait_the_status_keeps_clear_of_the_tiles(void **state)
{
    struct quiz *quiz = *state;
    quiz->stand.look.width = 720;
    quiz->stand.look.height = 1280;
    ask(quiz, &multi);
    struct rect last = {0};
    for (int i = 0; i < 6; i++) {
        const struct ui_area *area = quiz_area(quiz, ASK_ACTIONS, i);
        if (area)
            last = area->rect;
    }
    assert_true(last.h > 0);
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        if (cmd->kind != DRAW_TEXT || strncmp(cmd->text, "Choose all", 10) != 0)
            continue;
        assert_true(cmd->baseline - (float)cmd->size_px > last.y + last.h + 2);
        return;
    }
    fail();
}

static void more_than_six_make_a_list_without_marks(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &list);
    float x = quiz_named(quiz, "One")->rect.x;
    for (int i = 0; i < 9; i++)
        assert_float_equal(quiz_named(quiz, nine[i])->rect.x, x, 0.1);
    assert_true(quiz_says(quiz, "I")); // the ninth letter
    int marks = 0;
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        marks += cmd->kind == DRAW_MASK && cmd->mask <= MASK_HEART;
    }
    assert_int_equal(marks, 0);
    quiz_key(quiz, '1'); // Space and Enter instead of single keys
    assert_false(quiz_says(quiz, "1 chosen"));
    quiz_key(quiz, KEY_DOWN);
    quiz_key(quiz, KEY_SPACE);
    assert_true(quiz_says(quiz, "1 chosen"));
}

static void the_last_of_a_list_is_seen_with_its_focus_ring(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &list);
    for (int i = 0; i < 9; i++)
        quiz_send(quiz, stand_key(&quiz->stand, KEY_DOWN, 0));
    assert_int_equal(quiz->stand.frame.region_count, 1);
    const struct ui_region *region = &quiz->stand.frame.regions[0];
    struct rect last = quiz_area(quiz, ASK_ACTIONS, 8)->rect;
    assert_true(last.y + last.h + region->ring <= region->rect.y + region->rect.h);
}

static void a_hint_greys_one_wrong_tile(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &choice);
    quiz_key(quiz, 'h');
    quiz_key(quiz, 'h');
    int greyed = turn(quiz)->ask.greyed;
    assert_int_not_equal(turn(quiz)->ask.shown[greyed], 0);
    quiz_key(quiz, '1' + greyed);
    assert_false(turn(quiz)->is_answered);
    const char *name = four[turn(quiz)->ask.shown[greyed]];
    assert_true(quiz_named(quiz, name)->flags & AREA_DISABLED);
    quiz_click(quiz, name);
    assert_false(turn(quiz)->is_answered);
    quiz_click(quiz, "One");
    assert_int_equal(turn(quiz)->mark.credit, 1000);
}

static void true_and_false_have_their_letters(void **state)
{
    struct quiz *quiz = *state;

    static const struct {
        int key;
        uint32_t picked;
    } rows[] = {{'t', 1}, {'1', 1}, {'f', 2}, {'2', 2}};

    for (size_t i = 0; i < COUNT(rows); i++) {
        ask(quiz, &truefalse);
        quiz_key(quiz, rows[i].key);
        assert_int_equal(turn(quiz)->answer.picked, rows[i].picked);
    }
}

static void the_answer_and_the_right_one_are_marked(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, &choice);
    quiz_click(quiz, "Two");
    assert_true(quiz_says(quiz, "Your answer"));
    assert_true(quiz_says(quiz, "Right answer"));
    const struct draw_list *drawn = &quiz->stand.frame.list;
    assert_int_equal(stand_shapes(drawn, MASK_CHECK), 1); // on the right tile
    // On the wrong tile, the sheet and the dot of the question.
    assert_int_equal(stand_shapes(drawn, MASK_CROSS), 3);
    assert_non_null(stand_drawn(&quiz->stand, DRAW_STROKE, 0)); // and dashed edges
}

#define WITH_QUIZ(test) cmocka_unit_test_setup_teardown(test, quiz_setup, quiz_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_QUIZ(digits_and_letters_answer),
        WITH_QUIZ(a_key_without_a_tile_answers_nothing),
        WITH_QUIZ(nothing_has_the_focus_until_an_arrow_is_pressed),
        WITH_QUIZ(with_confirm_a_choice_waits_for_check),
        WITH_QUIZ(of_a_multi_any_number_is_chosen),
        WITH_QUIZ(in_portrait_the_status_keeps_clear_of_the_tiles),
        WITH_QUIZ(more_than_six_make_a_list_without_marks),
        WITH_QUIZ(the_last_of_a_list_is_seen_with_its_focus_ring),
        WITH_QUIZ(a_hint_greys_one_wrong_tile),
        WITH_QUIZ(true_and_false_have_their_letters),
        WITH_QUIZ(the_answer_and_the_right_one_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
