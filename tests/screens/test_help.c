#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"

static const struct shortcut own[] = {
    {'x', 0, PAD_WEST, 1, 0, NULL, "Explode"},
    {'y', MOD_CTRL, PAD_NONE, 2, 0, "Ctrl Y", "Yodel"},
    {'q', 0, PAD_NORTH, 1, 0, NULL, NULL}, // of the row before
    {KEY_ESCAPE, 0, PAD_EAST, 3, 0, "Esc", "Escape to the hills"},
    {0},
};

static const struct shortcut moment[] = {
    {'1', 0, PAD_NONE, 4, 0, "1–6", "Choose now"},
    {0},
};

static const struct screen below = {.name = "below", .shortcuts = own};

static struct desk *open_help(void **state)
{
    struct desk *desk = *state;
    desk->game.help = (struct help_topic){.screen = &below, .scrolls = true};
    desk->stand.look.height = 4000; // all rows without scrolling
    desk->stand.look.width = 2400;
    desk_enter(desk, &screen_help);
    return desk;
}

/// What is pressed on the segments of the tabs.
static void choose_tab(struct desk *desk, const char *name)
{
    for (int i = 0; i < desk->stand.frame.area_count; i++) {
        const struct ui_area *area = &desk->stand.frame.areas[i];
        if (strcmp(area->name, name) == 0) {
            desk_act(desk, area->id.id, area->id.arg);
            return;
        }
    }
    fail_msg("no tab %s", name);
}

static const char *story(const void *self, const struct game *game)
{
    (void)self, (void)game;
    return "First this, then that.";
}

static void tells_how_it_goes_before_the_keys(void **state)
{
    static const struct screen told = {.name = "told", .shortcuts = own, .how = story};
    struct desk *desk = open_help(state);
    desk_assert_silent(desk, "How this goes");
    desk->game.help.screen = &told;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "How this goes First this, then that. On this screen");
}

static void shows_the_keys_of_the_screen_below(void **state)
{
    struct desk *desk = open_help(state);
    desk_assert_says(desk, "On this screen X Explode");
    desk_assert_says(desk, "Ctrl Y Yodel");
    desk_assert_silent(desk, "Q Yodel"); // another way to do the same needs no row
    desk_assert_silent(desk, "Choose now");
    desk->game.help.moment = moment;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "On this screen 1–6 Choose now");
}

static int working_choices; // of `moment_six`

static const struct shortcut moment_six[] = {
    {'1', 0, PAD_NONE, 4, 0, "1–6", "Choose now"},
    {'2', 0, PAD_NONE, 4, 1, NULL, NULL},
    {'3', 0, PAD_NONE, 4, 2, NULL, NULL},
    {'4', 0, PAD_NONE, 4, 3, NULL, NULL},
    {'5', 0, PAD_NONE, 4, 4, NULL, NULL},
    {'6', 0, PAD_NONE, 4, 5, NULL, NULL},
    {'a', 0, PAD_NONE, 4, 0, "A–B", "By letter"},
    {'b', 0, PAD_NONE, 4, 1, NULL, NULL},
    {0},
};

static bool some_work(const void *self, const struct game *game, const struct ui *ui,
                      const struct shortcut *row)
{
    (void)self;
    (void)game;
    (void)ui;
    if (row->id == 4)
        return row->arg < working_choices;
    return row->id != 1 && row->id != ACTION_TEXT_SIZE;
}

static void leaves_out_what_does_nothing_now(void **state)
{
    static const struct screen partly = {
        .name = "partly", .shortcuts = own, .works = some_work};
    struct desk *desk = open_help(state);
    desk->game.help = (struct help_topic){.screen = &partly, .moment = moment_six};
    working_choices = 5;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "1–5 Choose now");
    desk_assert_says(desk, "A–B By letter");
    desk_assert_says(desk, "Yodel");
    desk_assert_silent(desk, "Explode");
    desk_assert_silent(desk, "Larger text");
    desk_assert_silent(desk, "Scroll long text");
    choose_tab(desk, "Gamepad");
    desk_assert_silent(desk, "Explode");
    choose_tab(desk, "Keyboard");
    working_choices = 1;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "1 Choose now");
    working_choices = 0;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_silent(desk, "Choose now");
}

static void shows_the_other_keys_while_letters_are_text(void **state)
{
    static const struct shortcut typing[] = {
        {'h', 0, PAD_NONE, 1, 0, "H", "Hint"},
        {'h', MOD_CTRL, PAD_NONE, 1, 0, NULL, NULL},
        {'o', 0, PAD_NONE, 2, 0, "O", "Open"},
        {0},
    };

    static const struct screen field = {.name = "field", .shortcuts = typing};
    struct desk *desk = open_help(state);
    desk->game.help = (struct help_topic){.screen = &field};
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "On this screen H Hint O Open");
    desk->game.help.is_typing = true;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "On this screen Ctrl H Hint Everywhere");
    desk_assert_says(desk, "F1 All keys"); // "?" is text
}

static void leaves_out_what_the_screen_has_for_itself(void **state)
{
    struct desk *desk = open_help(state);
    desk_assert_says(desk, "Escape to the hills");
    desk_assert_says(desk, "Everywhere");
    desk_assert_says(desk, "Full screen");
    desk_assert_silent(desk, "Back");
}

static void shows_the_buttons_of_a_pad(void **state)
{
    struct desk *desk = open_help(state);
    choose_tab(desk, "Gamepad");
    desk_assert_says(desk, "X Explode");
    desk_assert_says(desk, "Y Yodel"); // a row without a label belongs to the one before
    desk_assert_silent(desk, "Full screen");
    desk->stand.state.glyphs = PAD_GLYPHS_SHAPES;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "□ Explode");
    choose_tab(desk, "Keyboard");
    desk_assert_says(desk, "Ctrl Y Yodel");
}

static void follows_the_device_until_a_tab_is_chosen(void **state)
{
    struct desk *desk = open_help(state);
    desk->stand.state.device = DEVICE_PAD;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "D-pad");
    choose_tab(desk, "Keyboard");
    desk_assert_silent(desk, "D-pad");
}

static void closes_on_its_keys(void **state)
{
    struct desk *desk = open_help(state);
    assert_int_equal(desk_key(desk, '?').kind, STEP_BACK);
    assert_int_equal(desk_key(desk, KEY_F1).kind, STEP_BACK);
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void rows_scroll_into_view_by_arrows(void **state)
{
    struct desk *desk = open_help(state);
    desk->stand.look.width = 640;
    desk->stand.look.height = 360;
    desk_enter(desk, &screen_help);
    const struct ui_region region = desk->stand.frame.regions[0];
    float most = region.content_height - region.rect.h, furthest = 0;
    assert_true(most > 0);
    desk_key(desk, KEY_UP);                                      // to the tabs
    desk_key(desk, KEY_UP);                                      // into the lists
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK); // Enter is for Close
    for (int i = 0; i < 40; i++) {
        desk_key(desk, KEY_DOWN);
        furthest = fmaxf(furthest, desk->stand.frame.regions[0].offset);
    }
    assert_true(furthest > most - 24); // but for the space below the last row
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

static void how_to_add_questions_is_a_page_of_help(void **state)
{
    struct desk *desk = open_help(state);
    desk_assert_silent(desk, "Ten lines that work");
    choose_tab(desk, "Add questions");
    desk_assert_says(desk, "Ten lines that work");
    desk_assert_says(desk, "\"title\": \"A first bank\"");
    desk_assert_says(desk, desk->paths.questions_dir);
    desk_assert_says(desk, "Did you mean \"answer\"?");
    desk_assert_says(desk, "cloze: \"cloze\", a text with gaps");
    desk_assert_silent(desk, "Explode");
    choose_tab(desk, "Keyboard");
    desk_assert_says(desk, "Explode");
}

static void help_opens_with_it_where_it_is_asked_for(void **state)
{
    struct desk *desk = *state;
    desk->game.help = (struct help_topic){.screen = &below, .opens_guide = true};
    desk_enter(desk, &screen_help);
    desk_assert_says(desk, "Ten lines that work");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(tells_how_it_goes_before_the_keys),
        TEST(shows_the_keys_of_the_screen_below),
        TEST(leaves_out_what_does_nothing_now),
        TEST(shows_the_other_keys_while_letters_are_text),
        TEST(leaves_out_what_the_screen_has_for_itself),
        TEST(shows_the_buttons_of_a_pad),
        TEST(follows_the_device_until_a_tab_is_chosen),
        TEST(closes_on_its_keys),
        TEST(rows_scroll_into_view_by_arrows),
        TEST(how_to_add_questions_is_a_page_of_help),
        TEST(help_opens_with_it_where_it_is_asked_for),
    };
    return cmocka_run_group_tests_name("help", tests, NULL, NULL);
}
