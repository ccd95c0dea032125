// Order questions: how rows are lifted, moved and dropped, and what is said of the order.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/play.h"
#include "screens/quiz.h"

static const char *const planets[] = {"Mercury", "Venus", "Earth", "Mars"};
static const char *const letters[] = {"A", "B", "C", "D", "E", "F",
                                      "G", "H", "I", "J", "K", "L"};

enum { ASK_PLANETS, ASK_ALPHABET };

static const struct question questions[] = {
    {.text = "The nearest first?",
     .kind = KIND_ORDER,
     .points = 1,
     .order = {.items = planets, .count = COUNT(planets)}},
    {.text = "The alphabet?",
     .kind = KIND_ORDER,
     .points = 1,
     .order = {.items = letters, .count = COUNT(letters)}},
};

static const struct bank bank = {
    .id = "b", .title = "B", .questions = questions, .question_count = COUNT(questions)};

/// Asks a question with a limit of a minute.
static void ask(struct quiz *quiz, int question)
{
    const struct session_rules rules = {.seed = 3, .question_limit_ms = 60000};
    quiz_start(quiz, &bank, &questions[question], 1, &rules);
    quiz_enter(quiz, &screen_play);
}

/// What stands at `place`, from the top, as the view was asked with it.
static const char *shown(const struct quiz *quiz, int place)
{
    const struct ask *ask = &quiz->game.session.turns[0].ask;
    return ask->question->order.items[ask->shown[place]];
}

static const struct ui_area *row(const struct quiz *quiz, const char *text)
{
    const struct ui_area *area = quiz_named(quiz, text);
    assert_non_null(area);
    return area;
}

/// The place of the row with this text.
static int place_of(const struct quiz *quiz, const char *text)
{
    int above = 0;
    const struct ask *ask = &quiz->game.session.turns[0].ask;
    for (int i = 0; i < ask->shown_count; i++)
        above += row(quiz, shown(quiz, i))->rect.y < row(quiz, text)->rect.y;
    return above;
}

/// The button that moves this row; NULL: there is none.
static const struct ui_area *button(struct quiz *quiz, const char *text, const char *way)
{
    return quiz_named(quiz, arena_printf(&quiz->arena, "Move %s %s", text, way));
}

static void click_button(struct quiz *quiz, const char *text, const char *way)
{
    quiz_click(quiz, arena_printf(&quiz->arena, "Move %s %s", text, way));
}

static void focus(struct quiz *quiz, const char *text)
{
    quiz->stand.state.focus = row(quiz, text)->id;
    quiz->stand.state.is_focus_visible = true;
    quiz_show(quiz);
}

static const struct turn *answered(const struct quiz *quiz)
{
    assert_int_equal(quiz->game.session.phase, SESSION_SHOWING);
    return &quiz->game.session.turns[0];
}

/// Brings all rows in order with the ^ buttons.
static void sort_rows(struct quiz *quiz)
{
    for (int i = 0; i < quiz->game.session.turns[0].ask.shown_count; i++) {
        const char *text = quiz->game.session.turns[0].ask.question->order.items[i];
        while (place_of(quiz, text) > i)
            click_button(quiz, text, "up");
    }
}

static void a_lifted_row_moves_with_the_arrows(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0), *second = shown(quiz, 1);
    focus(quiz, first);
    quiz_key(quiz, KEY_SPACE);
    quiz_key(quiz, KEY_DOWN);
    quiz_key(quiz, KEY_DOWN);
    quiz_key(quiz, KEY_SPACE);
    assert_int_equal(place_of(quiz, first), 2);
    assert_int_equal(place_of(quiz, second), 0);
    // Dropped, so the arrows move the focus again.
    quiz_key(quiz, KEY_UP);
    assert_int_equal(place_of(quiz, first), 2);
    assert_ptr_equal(ui_focused(&quiz->stand.state, &quiz->stand.frame),
                     row(quiz, shown(quiz, 2)));
}

static void a_lifted_row_stays_within_the_ends(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0);
    focus(quiz, first);
    quiz_key(quiz, KEY_ENTER);
    quiz_key(quiz, KEY_UP);
    assert_int_equal(place_of(quiz, first), 0);
    for (int i = 0; i < 6; i++)
        quiz_key(quiz, KEY_DOWN);
    assert_int_equal(place_of(quiz, first), 3);
}

static void escape_puts_a_lifted_row_back(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0);
    focus(quiz, first);
    quiz_key(quiz, KEY_SPACE);
    quiz_key(quiz, KEY_DOWN);
    struct step step = quiz_key(quiz, KEY_ESCAPE);
    assert_int_equal(step.kind, STEP_STAY);
    assert_int_equal(place_of(quiz, first), 0);
    // With nothing lifted it is the screen's again.
    step = quiz_key(quiz, KEY_ESCAPE);
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_PAUSE);
}

static void a_click_lifts_and_a_click_elsewhere_drops(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0), *third = shown(quiz, 2);
    quiz_click(quiz, first);
    assert_true(quiz_says(quiz, "Lifted."));
    quiz_click(quiz, third);
    assert_int_equal(place_of(quiz, first), 2);
    assert_false(quiz_says(quiz, "Lifted."));
}

static void rows_have_buttons_where_they_can_go(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0), *last = shown(quiz, 3);
    assert_null(button(quiz, first, "up"));
    assert_null(button(quiz, last, "down"));
    click_button(quiz, first, "down");
    assert_int_equal(place_of(quiz, first), 1);
    click_button(quiz, last, "up");
    assert_int_equal(place_of(quiz, last), 2);
}

static void a_row_can_be_dragged(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0), *fourth = shown(quiz, 3);
    quiz_drag(quiz, row(quiz, first)->id, row(quiz, fourth), DEVICE_MOUSE);
    assert_int_equal(place_of(quiz, first), 3);
    assert_int_equal(place_of(quiz, fourth), 2);
    quiz_drag(quiz, row(quiz, first)->id, NULL, DEVICE_TOUCH); // let go where nothing is
    assert_int_equal(place_of(quiz, first), 3);
}

/// Where in the draw list this text is.
static int text_at(const struct quiz *quiz, const char *text)
{
    const struct draw_list *list = &quiz->stand.frame.list;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT && strcmp(list->items[i].text, text) == 0)
            return i;
    }
    fail();
    return 0;
}

static void what_is_dragged_past_makes_room(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    const char *first = shown(quiz, 0), *second = shown(quiz, 1);
    struct point from = rect_centre(row(quiz, first)->rect);
    struct point to = rect_centre(row(quiz, shown(quiz, 2))->rect);
    float at_rest = rect_centre(row(quiz, second)->rect).y;
    stand_point(&quiz->stand, INPUT_PRESS, DEVICE_MOUSE, from.x, from.y);
    stand_point(&quiz->stand, INPUT_POINT, DEVICE_MOUSE, to.x, to.y);
    int second_at = text_at(quiz, second);
    assert_true(quiz->stand.frame.list.items[second_at].baseline < at_rest - 20);
    assert_true(text_at(quiz, first) > second_at); // and lies on top of it
}

static void the_right_order_is_right(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    sort_rows(quiz);
    quiz_click(quiz, "Check");
    assert_int_equal(answered(quiz)->mark.credit, CREDIT_FULL);
    assert_false(quiz_says(quiz, "Yours:"));
}

static void a_wrong_order_tells_what_had_to_move(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    sort_rows(quiz);
    quiz_drag(quiz, row(quiz, "Mercury")->id, row(quiz, "Mars"), DEVICE_MOUSE);
    quiz_click(quiz, "Check");
    assert_int_equal(answered(quiz)->mark.credit, 667);
    assert_true(quiz_says(quiz, "1|Yours: 4|Mercury|2|Venus|3|Earth|4|Mars"));
}

static void without_an_answer_nothing_had_to_move(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_PLANETS);
    quiz->stand.now_ms += 60000;
    quiz_send(quiz, (struct action){.id = ACTION_TICK});
    assert_true(answered(quiz)->is_timed_out);
    assert_true(quiz_says(quiz, "Mercury"));
    assert_false(quiz_says(quiz, "Yours:"));
}

static void a_long_list_scrolls_along_with_the_lifted_row(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_ALPHABET);
    const char *first = shown(quiz, 0);
    assert_int_equal(quiz->stand.frame.region_count, 1);
    focus(quiz, first);
    quiz_key(quiz, KEY_SPACE);
    for (int i = 1; i < (int)COUNT(letters); i++)
        quiz_key(quiz, KEY_DOWN);
    const struct ui_region *region = &quiz->stand.frame.regions[0];
    const struct ui_area *area = row(quiz, first);
    assert_int_equal(place_of(quiz, first), COUNT(letters) - 1);
    assert_true(area->rect.y >= region->rect.y);
    assert_true(area->rect.y + area->rect.h <= region->rect.y + region->rect.h + 20);
}

static void a_finger_drags_a_long_list_by_the_grips_only(void **state)
{
    struct quiz *quiz = *state;
    ask(quiz, ASK_ALPHABET);
    assert_false(row(quiz, shown(quiz, 1))->flags & AREA_DRAG);
    ask(quiz, ASK_PLANETS);
    assert_true(row(quiz, shown(quiz, 1))->flags & AREA_DRAG);
}

#define QUIZ_TEST(test) cmocka_unit_test_setup_teardown(test, quiz_setup, quiz_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        QUIZ_TEST(a_lifted_row_moves_with_the_arrows),
        QUIZ_TEST(a_lifted_row_stays_within_the_ends),
        QUIZ_TEST(escape_puts_a_lifted_row_back),
        QUIZ_TEST(a_click_lifts_and_a_click_elsewhere_drops),
        QUIZ_TEST(rows_have_buttons_where_they_can_go),
        QUIZ_TEST(a_row_can_be_dragged),
        QUIZ_TEST(what_is_dragged_past_makes_room),
        QUIZ_TEST(the_right_order_is_right),
        QUIZ_TEST(a_wrong_order_tells_what_had_to_move),
        QUIZ_TEST(without_an_answer_nothing_had_to_move),
        QUIZ_TEST(a_long_list_scrolls_along_with_the_lifted_row),
        QUIZ_TEST(a_finger_drags_a_long_list_by_the_grips_only),
    };
    return cmocka_run_group_tests_name("ask_order", tests, NULL, NULL);
}
