#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "screens/desk.h"

static const char good[] =
    "{\"format\": \"quizbank/1\", \"title\": \"Good\", \"questions\": [{\"question\": \"Q?\", "
    "\"answer\": \"A\", \"wrong\": [\"B\"]}]}";

static const char bad[] = "{\"format\": \"quizbank/1\", \"title\": \"Bad\",\n"
                          "\"questions\": [{\"question\": \"Q?\", \"answer\": 5, \"wrong\": "
                          "[\"B\"]}]}";

static void make_folder(struct desk *desk, const char *name)
{
    assert_int_equal(mkdir(scratch_path(desk->scratch, name), 0700), 0);
}

/// Does what Enter does on the entry that is called so.
static struct step enter_on(struct desk *desk, const char *name)
{
    for (int i = 0; i < desk->stand.frame.area_count; i++) {
        const struct ui_area *area = &desk->stand.frame.areas[i];
        if (strcmp(area->name, name) == 0)
            return desk_act(desk, area->id.id, area->id.arg);
    }
    fail_msg("nothing is called %s", name);
    return (struct step){0};
}

static const char *focused_name(struct desk *desk)
{
    const struct ui_area *area = ui_focused(&desk->stand.state, &desk->stand.frame);
    return area ? area->name : "";
}

static void starts_at_home_while_there_are_no_own_questions(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "home.json", good);
    desk_enter(desk, &screen_open);
    desk_assert_says(desk, desk->scratch->dir);
    assert_string_equal(focused_name(desk), "home.json");
}

static void starts_at_the_folder_of_own_questions(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "questions");
    scratch_write(desk->scratch, "questions/own.json", good);
    desk_enter(desk, &screen_open);
    assert_string_equal(focused_name(desk), "own.json");
}

static void opens_a_bank_and_goes_back(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "a.json", good);
    desk_enter(desk, &screen_open);
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
    assert_non_null(game_bank(&desk->game));
    assert_string_equal(game_bank(&desk->game)->title, "Good");
}

static void goes_into_folders_and_up_to_where_it_was(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "alpha");
    make_folder(desk, "beta");
    scratch_write(desk->scratch, "beta/b.json", good);
    desk_enter(desk, &screen_open);
    enter_on(desk, "beta");
    assert_string_equal(focused_name(desk), "b.json");
    desk_assert_silent(desk, "alpha");
    desk_key(desk, KEY_BACKSPACE);
    assert_string_equal(focused_name(desk), "beta");
    enter_on(desk, "alpha");
    desk_assert_says(desk, "No banks in this folder");
    enter_on(desk, "..");
    assert_string_equal(focused_name(desk), "alpha");
}

static void shows_what_is_wrong_in_a_bank(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "a.json", bad);
    desk_enter(desk, &screen_open);
    struct step step = enter_on(desk, "a.json");
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_PROBLEMS);
    assert_non_null(desk->game.refused);
    assert_null(game_bank(&desk->game));
}

static void opens_a_bank_that_was_mended(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "a.json", bad);
    desk_enter(desk, &screen_open);
    enter_on(desk, "a.json");
    scratch_write(desk->scratch, "a.json", good);
    desk_act(desk, ACTION_SHOWN, 0);
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
    assert_string_equal(game_bank(&desk->game)->title, "Good");
    assert_null(desk->game.refused);
}

static void typing_goes_to_a_name(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "apple.json", good);
    scratch_write(desk->scratch, "Berlin.json", good);
    scratch_write(desk->scratch, "boat.json", good);
    desk_enter(desk, &screen_open);
    desk_key(desk, 'b');
    assert_string_equal(focused_name(desk), "Berlin.json");
    desk_key(desk, 'o');
    assert_string_equal(focused_name(desk), "boat.json");
    desk->stand.now_ms += 5000;
    desk_key(desk, 'a'); // a new word
    assert_string_equal(focused_name(desk), "apple.json");
}

static void a_letter_too_many_stays_where_it_is(void **state)
{
    struct desk *desk = *state;
    scratch_write(desk->scratch, "apple.json", good);
    scratch_write(desk->scratch, "boat.json", good);
    desk_enter(desk, &screen_open);
    desk_key(desk, 'b');
    for (int i = 0; i < 100; i++)
        desk_key(desk, 'z');
    assert_string_equal(focused_name(desk), "boat.json");
}

static void a_folder_that_went_away_says_so(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "gone");
    desk_enter(desk, &screen_open);
    assert_int_equal(rmdir(scratch_path(desk->scratch, "gone")), 0);
    enter_on(desk, "gone");
    desk_assert_says(desk, "This folder is not there any more");
    assert_string_equal(focused_name(desk), "..");
}

static void a_dropped_bank_is_opened(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_open);
    const char *path = scratch_write(desk->scratch, "a.json", good);
    struct action drop = {.id = ACTION_DROP, .text = path};
    assert_int_equal(desk_send(desk, drop).kind, STEP_BACK);
    drop.text = scratch_write(desk->scratch, "b.json", "no JSON");
    assert_int_equal(desk_send(desk, drop).kind, STEP_STAY);
    desk_assert_says(desk, "b.json cannot be played. Line 1, column 1");
}

static void a_dropped_folder_without_banks_says_so(void **state)
{
    struct desk *desk = *state;
    make_folder(desk, "empty");
    desk_enter(desk, &screen_open);
    const char *path = scratch_path(desk->scratch, "empty");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    desk_assert_says(desk,
                     "empty cannot be played: it holds no banks; their names end in .json.");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(starts_at_home_while_there_are_no_own_questions),
        TEST(starts_at_the_folder_of_own_questions),
        TEST(opens_a_bank_and_goes_back),
        TEST(goes_into_folders_and_up_to_where_it_was),
        TEST(shows_what_is_wrong_in_a_bank),
        TEST(opens_a_bank_that_was_mended),
        TEST(typing_goes_to_a_name),
        TEST(a_letter_too_many_stays_where_it_is),
        TEST(a_folder_that_went_away_says_so),
        TEST(a_dropped_bank_is_opened),
        TEST(a_dropped_folder_without_banks_says_so),
    };
    return cmocka_run_group_tests_name("open", tests, NULL, NULL);
}
