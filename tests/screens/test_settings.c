#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/pick.h"
#include "screens/desk.h"
#include "screens/settings_page.h"

static bool are_same(const struct settings *a, const struct settings *b)
{
    return a->theme == b->theme && a->motion == b->motion &&
           a->text_percent == b->text_percent && a->count == b->count &&
           a->shuffle == b->shuffle && a->confirm_answers == b->confirm_answers &&
           a->question_timer_s == b->question_timer_s && a->quiz_timer_s == b->quiz_timer_s &&
           a->speed_bonus == b->speed_bonus && a->streak_bonus == b->streak_bonus;
}

static const struct setting_case {
    const char *name;
    enum settings_tab tab;
    struct action action;
    struct settings expected; // the field that changes; the others are of no account
    size_t offset, size;
} cases[] = {

#define FIELD(field) offsetof(struct settings, field), sizeof((struct settings *)0)->field
    {"theme",
     SETTINGS_LOOK,
     {.id = SET_THEME, .arg = THEME_LIGHT},
     {.theme = THEME_LIGHT},
     FIELD(theme)},
    {"motion",
     SETTINGS_LOOK,
     {.id = SET_MOTION, .arg = MOTION_REDUCED},
     {.motion = MOTION_REDUCED},
     FIELD(motion)},
    {"text size",
     SETTINGS_TEXT,
     {.id = SET_TEXT_SIZE, .adjust = +1},
     {.text_percent = 115},
     FIELD(text_percent)},
    {"number of questions",
     SETTINGS_PLAY,
     {.id = SET_COUNT, .adjust = -1},
     {.count = 10},
     FIELD(count)},
    {"shuffle", SETTINGS_PLAY, {.id = SET_SHUFFLE}, {.shuffle = false}, FIELD(shuffle)},
    {"confirm",
     SETTINGS_PLAY,
     {.id = SET_CONFIRM},
     {.confirm_answers = true},
     FIELD(confirm_answers)},
    {"question timer",
     SETTINGS_PLAY,
     {.id = SET_QUESTION_TIMER, .adjust = +1},
     {.question_timer_s = 10},
     FIELD(question_timer_s)},
    {"quiz timer",
     SETTINGS_PLAY,
     {.id = SET_QUIZ_TIMER, .adjust = +1},
     {.quiz_timer_s = 60},
     FIELD(quiz_timer_s)},
    {"speed", SETTINGS_PLAY, {.id = SET_SPEED}, {.speed_bonus = true}, FIELD(speed_bonus)},
    {"streak", SETTINGS_PLAY, {.id = SET_STREAK}, {.streak_bonus = true}, FIELD(streak_bonus)},
#undef FIELD
};

static void acts_at_once_and_is_undone(void **state)
{
    const struct setting_case *c = *state;
    void *made = NULL;
    assert_int_equal(desk_setup(&made), 0);
    struct desk *desk = made;
    const struct settings before = desk->game.settings;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, (int)c->tab);
    assert_non_null(desk_area(desk, c->action.id, c->action.arg));
    assert_true(desk_send(desk, c->action).redraw);
    assert_true(desk->game.settings_changed);
    const char *now = (const char *)&desk->game.settings + c->offset;
    assert_memory_equal(now, (const char *)&c->expected + c->offset, c->size);
    desk->game.settings_changed = false;
    desk_act(desk, SET_UNDO, 0);
    assert_true(are_same(&desk->game.settings, &before));
    assert_true(desk->game.settings_changed);
    desk_teardown(&made);
}

static void changes_are_undone_one_by_one(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_THEME, THEME_LIGHT);
    desk_act(desk, SET_THEME, THEME_HIGH_CONTRAST);
    desk_act(desk, SET_THEME, THEME_HIGH_CONTRAST); // no change: no step
    desk_act(desk, SET_UNDO, 0);
    assert_int_equal(desk->game.settings.theme, THEME_LIGHT);
    desk_act(desk, SET_UNDO, 0);
    assert_int_equal(desk->game.settings.theme, THEME_AUTO);
    assert_false(desk_act(desk, SET_UNDO, 0).redraw);
}

static void the_latest_changes_can_be_undone_however_many_there_were(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    for (int i = 0; i < SETTINGS_UNDO_MAX + 5; i++)
        desk_act(desk, SET_SHUFFLE, 0);
    for (int i = 0; i < SETTINGS_UNDO_MAX; i++)
        assert_true(desk_act(desk, SET_UNDO, 0).redraw);
    assert_false(desk_act(desk, SET_UNDO, 0).redraw);
    assert_false(desk->game.settings.shuffle); // as it was after the first five
}

static void undo_leaves_the_window_and_the_last_bank(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_THEME, THEME_LIGHT);
    desk->game.settings.window_width = 900;
    desk->game.settings.fullscreen = true;
    strcpy(desk->game.settings.last_bank, "a");
    desk_act(desk, SET_UNDO, 0);
    assert_int_equal(desk->game.settings.window_width, 900);
    assert_true(desk->game.settings.fullscreen);
    assert_string_equal(desk->game.settings.last_bank, "a");
}

static void reset_is_of_this_page_alone(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.theme = THEME_LIGHT;
    desk->game.settings.text_percent = 150;
    desk->game.settings.count = 5;
    desk->game.settings.question_timer_s = 30;
    desk->game.settings.difficulty = DIFFICULTY_HARD;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_PLAY);
    desk_act(desk, SET_RESET, 0);
    assert_int_equal(desk->game.settings.count, settings_default().count);
    assert_int_equal(desk->game.settings.question_timer_s, 0);
    assert_int_equal(desk->game.settings.theme, THEME_LIGHT);
    assert_int_equal(desk->game.settings.text_percent, 150);
    assert_int_equal(desk->game.settings.difficulty, DIFFICULTY_HARD);
    desk_act(desk, SET_UNDO, 0);
    assert_int_equal(desk->game.settings.count, 5);
    desk_act(desk, SET_TAB, SETTINGS_LOOK);
    desk_act(desk, SET_RESET, 0);
    assert_int_equal(desk->game.settings.theme, THEME_AUTO);
    assert_int_equal(desk->game.settings.text_percent, 150);
    desk_act(desk, SET_TAB, SETTINGS_TEXT);
    desk_act(desk, SET_RESET, 0);
    assert_int_equal(desk->game.settings.text_percent, 100);
}

static void says_saved_when_it_is_and_not_before(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    desk_assert_silent(desk, "Saved");
    desk_act(desk, SET_THEME, THEME_LIGHT);
    desk_assert_silent(desk, "Saved");
    desk->game.settings_changed = false; // by the app, which saved them
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "Saved");
    desk->game.settings_fault = "Settings could not be saved: the disk is full.";
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_silent(desk, "Saved");
    desk_assert_says(desk, "the disk is full");
}

static void values_stay_at_their_ends(void **state)
{
    static const struct {
        int id, adjust;
        enum settings_tab tab;
    } ends[] = {
        {SET_TEXT_SIZE, -1, SETTINGS_TEXT},      {SET_TEXT_SIZE, +1, SETTINGS_TEXT},
        {SET_COUNT, -1, SETTINGS_PLAY},          {SET_COUNT, +1, SETTINGS_PLAY},
        {SET_QUESTION_TIMER, -1, SETTINGS_PLAY}, {SET_QUESTION_TIMER, +1, SETTINGS_PLAY},
        {SET_QUIZ_TIMER, -1, SETTINGS_PLAY},     {SET_QUIZ_TIMER, +1, SETTINGS_PLAY}};
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    for (size_t i = 0; i < COUNT(ends); i++) {
        const struct action action = {.id = ends[i].id, .adjust = ends[i].adjust};
        desk_act(desk, SET_TAB, (int)ends[i].tab);
        for (int n = 0; n < 20; n++)
            desk_send(desk, action);
        const struct settings end = desk->game.settings;
        assert_false(desk_send(desk, action).redraw);
        assert_true(are_same(&desk->game.settings, &end));
    }
}

static void a_value_of_ones_own_steps_to_its_neighbours(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.question_timer_s = 25;
    desk_enter(desk, &screen_settings);
    desk_send(desk, (struct action){.id = SET_QUESTION_TIMER, .adjust = +1});
    assert_int_equal(desk->game.settings.question_timer_s, 30);
    desk_act(desk, SET_UNDO, 0);
    desk_send(desk, (struct action){.id = SET_QUESTION_TIMER, .adjust = -1});
    assert_int_equal(desk->game.settings.question_timer_s, 20);
}

static void the_preview_shows_the_size_that_is_set(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_TEXT);
    desk_assert_says(desk, "Jupiter");
    desk_assert_says(desk, "Which planet is the largest?");
    assert_null(desk_area(desk, SET_PREVIEW, 0)); // nothing to press
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

int main(void)
{
    struct CMUnitTest each[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        each[i].name = cases[i].name;
        each[i].test_func = acts_at_once_and_is_undone;
        each[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest tests[] = {
        TEST(changes_are_undone_one_by_one),
        TEST(the_latest_changes_can_be_undone_however_many_there_were),
        TEST(undo_leaves_the_window_and_the_last_bank),
        TEST(reset_is_of_this_page_alone),
        TEST(says_saved_when_it_is_and_not_before),
        TEST(values_stay_at_their_ends),
        TEST(a_value_of_ones_own_steps_to_its_neighbours),
        TEST(the_preview_shows_the_size_that_is_set),
    };
    int failed = cmocka_run_group_tests_name("each setting", each, NULL, NULL);
    return failed + cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
