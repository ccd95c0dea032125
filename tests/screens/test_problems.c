#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"

static const char good[] =
    "[{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"]}]";
static const char half[] =
    "[{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"]},\n"
    "{\"question\": \"3 + 3?\"}]";
static const char bad[] = "[{\"question\": \"3 + 3?\"},\n{\"question\": \"4 + 4?\"}]";

static const char *focused_name(struct desk *desk)
{
    const struct ui_area *area = ui_focused(&desk->stand.state, &desk->stand.frame);
    return area ? area->name : "";
}

static void shows_each_problem_with_its_place_and_line(void **state)
{
    struct desk *desk = *state;
    const char *path = desk_add_bank(desk, "a.json", "Bad", bad);
    desk_enter(desk, &screen_problems);
    desk_assert_says(desk, path);
    desk_assert_says(desk, "2 problems");
    desk_assert_says(desk, "Line 2, column 15");
    desk_assert_says(desk, "Line 3, column 1");
    desk_assert_says(desk, "3 + 3?");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void goes_home_once_it_is_mended(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Bad", bad);
    desk_enter(desk, &screen_problems);
    assert_string_equal(focused_name(desk), "Read it again");
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_STAY);
    desk_assert_says(desk, "Read again just now: this is still wrong.");
    desk_write_bank(desk, "a.json", "Mended", good);
    assert_int_equal(desk_key(desk, KEY_F5).kind, STEP_HOME);
    assert_string_equal(game_bank(&desk->game)->title, "Mended");
}

static void shows_what_was_left_out_of_a_bank_that_plays(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Half", half);
    desk_enter(desk, &screen_problems);
    desk_assert_says(desk, "1 problem");
    desk_assert_says(desk, "Line 3, column 1");
    desk_assert_says(desk, "2 + 2?"); // the line before
    assert_string_equal(focused_name(desk), "Close");
    assert_int_equal(desk_key(desk, KEY_F5).kind, STEP_STAY); // nothing to read again
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
}

static void what_was_refused_comes_before_what_was_left_out(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Half", half);
    desk_add_bank(desk, "b.json", "Bad", bad);
    desk_enter(desk, &screen_problems);
    const char *all = desk_text(desk);
    const char *first = strstr(all, "b.json"), *second = strstr(all, "a.json");
    assert_non_null(first);
    assert_non_null(second);
    assert_true(first < second);
}

static void arrows_scroll_to_the_last_problem(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Bad", bad);
    desk->stand.look.width = 640;
    desk->stand.look.height = 360;
    desk->stand.look.text_percent = 200;
    desk_enter(desk, &screen_problems);
    const struct ui_region region = desk->stand.frame.regions[0];
    assert_true(region.content_height > region.rect.h);
    desk_key(desk, KEY_UP);
    desk_key(desk, KEY_DOWN);
    assert_true(desk->stand.frame.regions[0].offset > 0);
    assert_true(strcmp(focused_name(desk), "Read it again") != 0);
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_STAY); // Enter is for the button
    desk_assert_says(desk, "Read again just now");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(shows_each_problem_with_its_place_and_line),
        TEST(goes_home_once_it_is_mended),
        TEST(shows_what_was_left_out_of_a_bank_that_plays),
        TEST(what_was_refused_comes_before_what_was_left_out),
        TEST(arrows_scroll_to_the_last_problem),
    };
    return cmocka_run_group_tests_name("problems", tests, NULL, NULL);
}
