#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/deck.h"
#include "core/pick.h"
#include "screens/kept.h"
#include "screens/settings_page.h"

static bool are_same(const struct settings *a, const struct settings *b)
{
    return a->theme == b->theme && a->motion == b->motion && a->sounds == b->sounds &&
           a->text_percent == b->text_percent && a->count == b->count &&
           a->shuffle == b->shuffle && a->confirm_answers == b->confirm_answers &&
           a->question_timer_s == b->question_timer_s && a->quiz_timer_s == b->quiz_timer_s &&
           a->speed_bonus == b->speed_bonus && a->streak_bonus == b->streak_bonus &&
           settings_schedule_is_same(a, b);
}

static const struct setting_case {
    const char *name;
    struct action action;
    struct settings expected; // the field that changes; the others are of no account
    enum settings_tab tab;
    size_t offset, size;
} cases[] = {

#define FIELD(field) offsetof(struct settings, field), sizeof((struct settings *)0)->field
    {"theme",
     {.id = SET_THEME, .arg = THEME_LIGHT},
     {.theme = THEME_LIGHT},
     SETTINGS_LOOK,
     FIELD(theme)},
    {"motion",
     {.id = SET_MOTION, .arg = MOTION_REDUCED},
     {.motion = MOTION_REDUCED},
     SETTINGS_LOOK,
     FIELD(motion)},
    {"sounds", {.id = SET_SOUNDS}, {.sounds = false}, SETTINGS_LOOK, FIELD(sounds)},
    {"text size",
     {.id = SET_TEXT_SIZE, .adjust = +1},
     {.text_percent = 115},
     SETTINGS_TEXT,
     FIELD(text_percent)},
    {"number of questions",
     {.id = SET_COUNT, .adjust = -1},
     {.count = 10},
     SETTINGS_PLAY,
     FIELD(count)},
    {"shuffle", {.id = SET_SHUFFLE}, {.shuffle = false}, SETTINGS_PLAY, FIELD(shuffle)},
    {"confirm",
     {.id = SET_CONFIRM},
     {.confirm_answers = true},
     SETTINGS_PLAY,
     FIELD(confirm_answers)},
    {"question timer",
     {.id = SET_QUESTION_TIMER, .adjust = +1},
     {.question_timer_s = 10},
     SETTINGS_PLAY,
     FIELD(question_timer_s)},
    {"quiz timer",
     {.id = SET_QUIZ_TIMER, .adjust = +1},
     {.quiz_timer_s = 60},
     SETTINGS_PLAY,
     FIELD(quiz_timer_s)},
    {"speed", {.id = SET_SPEED}, {.speed_bonus = true}, SETTINGS_PLAY, FIELD(speed_bonus)},
    {"streak", {.id = SET_STREAK}, {.streak_bonus = true}, SETTINGS_PLAY, FIELD(streak_bonus)},
    {"answers",
     {.id = SET_ANSWER_CARDS},
     {.answer_cards = true},
     SETTINGS_MEMORY,
     FIELD(answer_cards)},
    {"wanted recall",
     {.id = SET_RETENTION, .adjust = +1},
     {.retention_percent = 91},
     SETTINGS_MEMORY,
     FIELD(retention_percent)},
    {"new cards",
     {.id = SET_NEW_CARDS, .adjust = -1},
     {.new_cards = 15},
     SETTINGS_MEMORY,
     FIELD(new_cards)},
    {"reviews",
     {.id = SET_REVIEW_CARDS, .adjust = +1},
     {.review_cards = 300},
     SETTINGS_MEMORY,
     FIELD(review_cards)},
    {"order",
     {.id = SET_CARD_ORDER, .adjust = +1},
     {.card_order = DECK_BY_DUE},
     SETTINGS_MEMORY,
     FIELD(card_order)},
    {"place of new cards",
     {.id = SET_NEW_PLACE, .arg = DECK_NEW_BEFORE},
     {.new_place = DECK_NEW_BEFORE},
     SETTINGS_MEMORY,
     FIELD(new_place)},
    {"longest wait",
     {.id = SET_MAXIMUM, .adjust = -1},
     {.maximum_days = 3650},
     SETTINGS_MEMORY,
     FIELD(maximum_days)},
    {"rollover",
     {.id = SET_ROLLOVER, .adjust = -1},
     {.rollover_hour = 3},
     SETTINGS_MEMORY,
     FIELD(rollover_hour)},
    {"leech",
     {.id = SET_LEECH, .adjust = +1},
     {.leech_lapses = 9},
     SETTINGS_MEMORY,
     FIELD(leech_lapses)},
    {"fuzz", {.id = SET_FUZZ}, {.fuzz = false}, SETTINGS_MEMORY, FIELD(fuzz)},
    {"monotone", {.id = SET_MONOTONE}, {.monotone = false}, SETTINGS_MEMORY, FIELD(monotone)},
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
        {SET_QUIZ_TIMER, -1, SETTINGS_PLAY},     {SET_QUIZ_TIMER, +1, SETTINGS_PLAY},
        {SET_RETENTION, -1, SETTINGS_MEMORY},    {SET_RETENTION, +1, SETTINGS_MEMORY},
        {SET_NEW_CARDS, -1, SETTINGS_MEMORY},    {SET_NEW_CARDS, +1, SETTINGS_MEMORY},
        {SET_REVIEW_CARDS, -1, SETTINGS_MEMORY}, {SET_REVIEW_CARDS, +1, SETTINGS_MEMORY},
        {SET_CARD_ORDER, -1, SETTINGS_MEMORY},   {SET_CARD_ORDER, +1, SETTINGS_MEMORY},
        {SET_MAXIMUM, -1, SETTINGS_MEMORY},      {SET_MAXIMUM, +1, SETTINGS_MEMORY}};
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    for (size_t i = 0; i < COUNT(ends); i++) {
        const struct action action = {.id = ends[i].id, .adjust = ends[i].adjust};
        desk_act(desk, SET_TAB, (int)ends[i].tab);
        for (int n = 0; n < 40; n++)
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

static void is_on(struct desk *desk, int id)
{
    assert_int_equal(desk->stand.state.focus.id, id);
}

/// Goes down to each value of the page and turns it up and down again by the arrows.
static void turn_all(struct desk *desk, enum settings_tab tab, const int *ids, int count)
{
    desk_act(desk, SET_TAB, (int)tab);
    desk->game.settings.question_timer_s = desk->game.settings.quiz_timer_s = 60;
    desk->game.settings.text_percent = 130;
    desk->stand.state.focus =
        (struct ui_id){ids[0], desk_area(desk, ids[0], UI_CHOICES) ? UI_CHOICES : 0};
    for (int i = 0; i < count; i++) {
        const struct settings before = desk->game.settings;
        is_on(desk, ids[i]);
        desk_key(desk, KEY_RIGHT);
        if (are_same(&desk->game.settings, &before))
            desk_key(desk, KEY_LEFT); // it was at its end
        assert_false(are_same(&desk->game.settings, &before));
        is_on(desk, ids[i]);
        desk_key(desk, KEY_LEFT);
        if (!are_same(&desk->game.settings, &before))
            desk_key(desk, KEY_RIGHT);
        assert_true(are_same(&desk->game.settings, &before));
        desk_assert_says(desk, "change");
        desk_key(desk, KEY_DOWN);
    }
}

static void arrows_change_each_value_and_go_from_row_to_row(void **state)
{
    static const int look[] = {SET_THEME, SET_MOTION};
    static const int text[] = {SET_TEXT_SIZE};
    static const int play[] = {SET_COUNT,      SET_SHUFFLE, SET_CONFIRM, SET_QUESTION_TIMER,
                               SET_QUIZ_TIMER, SET_SPEED,   SET_STREAK};
    static const int sizes[][2] = {{1280, 720}, {720, 1280}};
    struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        desk->stand.look.width = sizes[i][0];
        desk->stand.look.height = sizes[i][1];
        desk_enter(desk, &screen_settings);
        turn_all(desk, SETTINGS_LOOK, look, COUNT(look));
        is_on(desk, ACTION_FULLSCREEN);
        turn_all(desk, SETTINGS_TEXT, text, COUNT(text));
        turn_all(desk, SETTINGS_PLAY, play, COUNT(play));
    }
}

static void choices_in_a_list_are_changed_by_arrows_too(void **state)
{
    struct desk *desk = *state;
    desk->stand.look.width = desk->stand.look.height = 360;
    desk->stand.look.text_percent = 200;
    desk_enter(desk, &screen_settings);
    const struct ui_area *auto_row = desk_area(desk, SET_THEME, THEME_AUTO);
    const struct ui_area *dark_row = desk_area(desk, SET_THEME, THEME_DARK);
    assert_true(dark_row->rect.y >=
                auto_row->rect.y + auto_row->rect.h - 1); // one below the other
    desk->stand.state.focus = (struct ui_id){SET_THEME, UI_CHOICES};
    desk_key(desk, KEY_RIGHT);
    assert_int_equal(desk->game.settings.theme, THEME_DARK);
    desk_key(desk, KEY_DOWN);
    is_on(desk, SET_MOTION);
}

static void type(struct desk *desk, int id, const char *text)
{
    desk_send(desk, (struct action){.id = id, .edit = EDIT_SELECT_ALL});
    desk_send(desk, (struct action){.id = id, .edit = EDIT_INSERT, .text = text});
}

static void steps_are_typed_and_what_makes_no_sense_is_said(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_MEMORY);
    desk_assert_says(desk, "1m 10m");
    type(desk, SET_LEARNING_STEPS, "5m 2h");
    assert_string_equal(desk->game.settings.learning_steps, "5m 2h");
    assert_true(desk->game.settings_changed);
    type(desk, SET_LEARNING_STEPS, "soon");
    assert_string_equal(desk->game.settings.learning_steps, "5m 2h");
    desk_assert_says(desk, "Write waits such as 1m 10m");
    desk_act(desk, SET_UNDO, 0);
    assert_string_equal(desk->game.settings.learning_steps, "1m 10m");
    desk_assert_silent(desk, "soon"); // the field is what is set
    type(desk, SET_RELEARNING_STEPS, "");
    assert_string_equal(desk->game.settings.relearning_steps, "");
}

static void parameters_are_pasted_and_their_faults_said(void **state)
{
    static const char good[] = "0.2 1.3 2.3 8.3 6.4 0.8 3 0.01 1.9 0.2 0.8 1.5 0.1 0.3 1.6 0.6 "
                               "1.9 0.5 0.1 0.1 0.15";
    struct desk *desk = *state;
    struct arena arena = {0};
    char many[700];
    memset(many, '1', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_MEMORY);
    type(desk, SET_PARAMETERS, "1 2 3");
    desk_assert_says(desk, "A list has 21 numbers");
    type(desk, SET_PARAMETERS, good);
    assert_string_equal(desk->game.settings.parameters, good);
    desk_assert_silent(desk, "A list has 21 numbers");
    assert_string_equal(
        settings_field_fault(SET_PARAMETERS, "one", &arena),
        "Something in it is no number. Paste the list as the trainer wrote it.");
    assert_string_equal(settings_field_fault(SET_PARAMETERS,
                                             "1 1 1 1 99 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                                             &arena),
                        "Number 5 has to be from 1 to 10.");
    assert_string_equal(settings_field_fault(SET_PARAMETERS, many, &arena),
                        "This is too long. What was set before holds.");
    arena_free(&arena);
}

static void a_finger_types_on_a_keyboard_on_the_screen(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_MEMORY);
    assert_null(desk_area(desk, SET_KEYS, KEYBOARD_DONE));
    desk->stand.state.device = DEVICE_TOUCH;
    desk_act(desk, SET_LEARNING_STEPS, 0);
    assert_non_null(desk_area(desk, SET_KEYS, KEYBOARD_DONE));
    assert_non_null(desk_area(desk, SET_LEARNING_STEPS, 0));
    assert_null(desk_area(desk, SET_RETENTION, 0));
    desk_act(desk, SET_KEYS, KEYBOARD_DONE);
    assert_non_null(desk_area(desk, SET_RETENTION, 0));
}

/// From when the page is left on, by one event.
static void the_schedule_holds_when_the_page_is_left(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, "[{\"question\": \"1?\", \"answer\": \"a\"}]");
    desk_enter(desk, &screen_settings);
    desk_act(desk, SET_TAB, SETTINGS_MEMORY);
    desk_send(desk, (struct action){.id = SET_RETENTION, .adjust = -1});
    desk_send(desk, (struct action){.id = SET_RETENTION, .adjust = -1});
    assert_float_equal(kept.memory.options.fsrs.retention, 0.9, 1e-9);
    desk_enter(desk, &screen_home);
    assert_float_equal(kept.memory.options.fsrs.retention, 0.88, 1e-9);
    kept_close(desk);
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
        TEST(arrows_change_each_value_and_go_from_row_to_row),
        TEST(choices_in_a_list_are_changed_by_arrows_too),
        TEST(the_preview_shows_the_size_that_is_set),
        TEST(steps_are_typed_and_what_makes_no_sense_is_said),
        TEST(parameters_are_pasted_and_their_faults_said),
        TEST(a_finger_types_on_a_keyboard_on_the_screen),
        TEST(the_schedule_holds_when_the_page_is_left),
    };
    int failed = cmocka_run_group_tests_name("each setting", each, NULL, NULL);
    return failed + cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
