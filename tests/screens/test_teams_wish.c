// What a lesson is to be like, where it is set up.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/contest.h"
#include "screens/kept.h"
#include "screens/teams_page.h"
#include "ui/control.h"

#define CARD(n) "{\"front\": \"Card " n "\", \"back\": \"" n "\"}"

static const char questions[] = "[" CARD("1") "," CARD("2") "," CARD("3") "," CARD("4") "]";

enum { QUESTIONS = 4 };

static struct class_pupil pupils[] = {{"Ada", false}, {"Ben", false}};

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    kept_begin(desk, questions);
    assert_true(classes_write(&kept.journal, "8b", &(struct class_list){pupils, 2}, 1));
    desk_enter(desk, &screen_teams);
    desk_act(desk, TEAMS_TAB, TEAMS_TAB_LESSON);
    return 0;
}

static void open_for_8b(struct desk *desk)
{
    strcpy(desk->game.lesson.class_name, "8b");
    desk_act(desk, ACTION_SHOWN, 0);
}

/// That with which a lesson starts.
static const struct lesson_start *start(struct desk *desk)
{
    desk_act(desk, TEAMS_START, 0);
    assert_true(desk->game.run.is_there);
    return &desk->game.run.log.start;
}

static void only_what_does_something_is_there(void **state)
{
    struct desk *desk = *state;
    assert_non_null(desk_area(desk, TEAMS_LIMIT, 0));
    assert_null(desk_area(desk, TEAMS_ACCURACY, 0)); // without time there is no speed
    assert_null(desk_area(desk, TEAMS_BUZZED, 0));
    assert_null(desk_area(desk, TEAMS_DUE_FIRST, 0));
    desk_act(desk, TEAMS_LIMIT, STEPPER_UP);
    assert_non_null(desk_area(desk, TEAMS_ACCURACY, 0));
    desk_act(desk, TEAMS_ACCURACY, 0);
    assert_true(start(desk)->rules.has_speed);
    desk_act(desk, TEAMS_CALM, 0);
    assert_null(desk_area(desk, TEAMS_LIMIT, 0));
    assert_null(desk_area(desk, TEAMS_ACCURACY, 0));
    desk_act(desk, TEAMS_MODE, CONTEST_BOARD);
    assert_non_null(desk_area(desk, TEAMS_BUZZED, 0));
    open_for_8b(desk);
    assert_non_null(desk_area(desk, TEAMS_DUE_FIRST, 0));
}

static void a_board_has_the_fields_that_are_said(void **state)
{
    struct desk *desk = *state;
    desk->stand.look.height = 8000;
    desk_act(desk, TEAMS_MODE, CONTEST_TURNS);
    desk_assert_silent(desk, "Fields");
    desk_act(desk, TEAMS_MODE, CONTEST_BOARD);
    desk_assert_says(desk, "Fields");
    desk_assert_says(desk, "Topics: 1. Fields of each: 5. Then a final question.");
    const struct lesson_start *begun = start(desk);
    assert_int_equal(begun->rules.board_columns, 1);
    assert_int_equal(begun->rules.board_rows, 5);
}

/// Whether the page has the setting where teams play so.
static bool has(struct desk *desk, enum contest_mode mode, int id)
{
    desk_act(desk, TEAMS_MODE, (int)mode);
    return desk_area(desk, id, 0) != NULL;
}

static void each_way_of_playing_has_its_settings(void **state)
{
    struct desk *desk = *state;

    static const struct {
        enum contest_mode mode;
        bool rounds, speed, names, top_three;
    } modes[] = {
        {CONTEST_TURNS, true, true, true, true},
        {CONTEST_BUZZ, true, true, true, true},
        {CONTEST_ALL, true, false, true, true},
        {CONTEST_HANDS, false, false, false, false},
        {CONTEST_BOARD, false, false, true, true},
        {CONTEST_PUPILS, false, false, false, false}, // who are in no team
    };

    desk->stand.look.height = 8000; // all of them are in view
    desk_act(desk, TEAMS_LIMIT, STEPPER_UP);
    assert_false(has(desk, CONTEST_TURNS, TEAMS_TOP_THREE)); // two teams are no more than three
    for (int i = 2; i < 4; i++)
        desk_act(desk, TEAMS_ADD, 0);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        assert_int_equal(has(desk, modes[i].mode, TEAMS_ROUNDS), modes[i].rounds);
        assert_int_equal(has(desk, modes[i].mode, TEAMS_ACCURACY), modes[i].speed);
        assert_int_equal(has(desk, modes[i].mode, TEAMS_HIDE_NAMES), modes[i].names);
        assert_int_equal(has(desk, modes[i].mode, TEAMS_TOP_THREE), modes[i].top_three);
    }
    open_for_8b(desk);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    assert_true(has(desk, CONTEST_PUPILS, TEAMS_ROUNDS));
    assert_true(has(desk, CONTEST_PUPILS, TEAMS_HIDE_NAMES));
    desk_act(desk, TEAMS_CALM, 0);
    assert_false(has(desk, CONTEST_TURNS, TEAMS_ROUNDS)); // a calm lesson has none
}

static void each_wish_is_set(void **state)
{
    struct desk *desk = *state;
    static const int switches[] = {TEAMS_HIDE_NAMES, TEAMS_TOP_THREE};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        desk_act(desk, switches[i], 0);
    desk_act(desk, TEAMS_ROUNDS, STEPPER_UP);
    desk_act(desk, TEAMS_TEXT, STEPPER_UP);
    desk_act(desk, TEAMS_QUESTIONS, STEPPER_DOWN);
    const struct lesson_start *lesson = start(desk);
    assert_true(lesson->manner.hides_names && lesson->manner.is_top_three);
    assert_int_equal(lesson->count, QUESTIONS); // all that there are of 15
    assert_int_equal(lesson->rules.round_length, QUESTIONS / 2);
    assert_int_equal(desk->game.run.text_percent, 150);
    assert_int_equal(((const struct teams_page *)desk->self)->wish.questions, 15);
    desk_act(desk, TEAMS_TEXT, 0); // Enter
    assert_int_equal(((const struct teams_page *)desk->self)->wish.text_percent, 175);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(only_what_does_something_is_there),
        TEST(a_board_has_the_fields_that_are_said),
        TEST(each_way_of_playing_has_its_settings),
        TEST(each_wish_is_set),
    };
    return cmocka_run_group_tests_name("teams_wish", tests, NULL, NULL);
}
