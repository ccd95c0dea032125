#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/stand.h"

enum { BUTTON = 1, FIELD, LIST = 50, OTHER_LIST };

enum { ONE, TWO, OFF, PRIMARY, RESTING }; // args of buttons

enum { NAME = 7 }; // of the field

static struct stand stand;

static void view_form(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 100, 200, 50}, BUTTON, ONE, 0, "One");
    ui_area(ui, (struct rect){100, 200, 200, 50}, BUTTON, TWO, AREA_FIRST, "Two");
    ui_area(ui, (struct rect){100, 300, 200, 50}, BUTTON, OFF, AREA_DISABLED, "Off");
    ui_area(ui, (struct rect){100, 400, 200, 50}, BUTTON, RESTING, AREA_REST, "Resting");
    ui_area(ui, (struct rect){400, 100, 200, 50}, FIELD, NAME, AREA_FIELD, "Name");
    ui_area(ui, (struct rect){400, 200, 200, 50}, BUTTON, PRIMARY, AREA_PRIMARY, "Go on");
}

static int open_form(void **state)
{
    (void)state;
    stand_open(&stand);
    stand_show(&stand, view_form, true);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

static void is(struct action action, int id, int arg)
{
    assert_int_equal(action.id, id);
    assert_int_equal(action.arg, arg);
}

static void focus_on(int id, int arg)
{
    stand.state.focus = (struct ui_id){id, arg};
    stand_show(&stand, stand.view, false);
}

// --- focus and keys -------------------------------------------------------------------------

static void a_new_screen_gives_the_focus_to_what_asks(void **state)
{
    (void)state;
    assert_int_equal(stand_focus(&stand), TWO);
}

static void enter_space_and_south_act_on_the_focus(void **state)
{
    (void)state;
    is(stand_key(&stand, KEY_ENTER, 0), BUTTON, TWO);
    is(stand_key(&stand, KEY_SPACE, 0), BUTTON, TWO);
    is(stand_pad(&stand, PAD_SOUTH), BUTTON, TWO);
    assert_int_equal(stand_pad(&stand, PAD_EAST).id, ACTION_NONE);
}

static void an_action_knows_its_time(void **state)
{
    (void)state;
    stand.now_ms = 4321;
    assert_int_equal(stand_key(&stand, KEY_ENTER, 0).now_ms, 4321);
}

static void enter_is_for_the_primary_where_nothing_else_is(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){0};
    is(stand_key(&stand, KEY_ENTER, 0), BUTTON, PRIMARY);
    focus_on(FIELD, NAME);
    is(stand_key(&stand, KEY_ENTER, 0), BUTTON, PRIMARY);
    focus_on(BUTTON, RESTING);
    is(stand_key(&stand, KEY_ENTER, 0), BUTTON, PRIMARY);
    is(stand_key(&stand, KEY_SPACE, 0), BUTTON, RESTING);
}

static void what_is_off_can_be_reached_and_does_nothing(void **state)
{
    (void)state;
    focus_on(BUTTON, OFF);
    assert_int_equal(stand_key(&stand, KEY_ENTER, 0).id, ACTION_NONE);
    assert_true(stand.last.is_used);
    assert_int_equal(stand_tap(&stand, DEVICE_MOUSE, 150, 320).id, ACTION_NONE);
}

static void a_key_held_down_answers_once(void **state)
{
    (void)state;
    struct input held = {
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = KEY_ENTER, .is_repeat = true};
    assert_int_equal(stand_input(&stand, held).id, ACTION_NONE);
    held.key = KEY_DOWN;
    stand_input(&stand, held);
    assert_int_equal(stand_focus(&stand), OFF); // but the focus goes on
}

static void keys_with_ctrl_are_left_to_others(void **state)
{
    (void)state;
    stand_key(&stand, KEY_DOWN, MOD_CTRL);
    assert_false(stand.last.is_used);
    assert_int_equal(stand_focus(&stand), TWO);
    stand_key(&stand, KEY_ENTER, MOD_ALT);
    assert_false(stand.last.is_used);
}

static void the_ring_shows_for_keys_and_pad_only(void **state)
{
    (void)state;
    stand_key(&stand, KEY_UP, 0);
    assert_true(stand.state.is_focus_visible);
    stand_tap(&stand, DEVICE_MOUSE, 150, 210);
    assert_false(stand.state.is_focus_visible);
    stand_pad(&stand, PAD_DOWN);
    assert_true(stand.state.is_focus_visible);
    // A mouse that is only moved takes nothing away.
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 110);
    assert_true(stand.state.is_focus_visible);
    assert_int_equal(stand.state.device, DEVICE_PAD);
}

static bool is_short;

static void view_changing(struct ui *ui)
{
    if (!is_short)
        ui_area(ui, (struct rect){100, 100, 200, 50}, BUTTON, ONE, 0, "One");
    ui_area(ui, (struct rect){100, 200, 200, 50}, BUTTON, TWO, is_short ? AREA_FIRST : 0,
            "Two");
    ui_area(ui, (struct rect){100, 300, 200, 50}, BUTTON, PRIMARY, AREA_PRIMARY, "Go on");
}

static void a_focus_whose_area_is_gone_settles_on_what_asks(void **state)
{
    (void)state;
    is_short = false;
    stand_show(&stand, view_changing, true);
    focus_on(BUTTON, ONE);
    assert_int_equal(stand_focus(&stand), ONE);
    is_short = true;
    stand_show(&stand, view_changing, false);
    assert_int_equal(stand_focus(&stand), TWO);
    is_short = false;
    stand_show(&stand, view_changing, false);
    assert_int_equal(stand_focus(&stand), TWO); // and stays there when nothing asks
}

static void without_one_that_asks_a_lost_focus_is_none(void **state)
{
    (void)state;
    is_short = false;
    stand_show(&stand, view_changing, true);
    focus_on(BUTTON, 99);
    assert_int_equal(stand_focus(&stand), -1);
    assert_int_equal(stand.state.focus.id, 0);
}

// --- text fields ----------------------------------------------------------------------------

static const struct edit_case {
    const char *name;
    int key;
    unsigned mods;
    enum edit_op op;
} edit_cases[] = {
    {"Backspace", KEY_BACKSPACE, 0, EDIT_BACKSPACE},
    {"Delete", KEY_DELETE, 0, EDIT_DELETE},
    {"Left", KEY_LEFT, 0, EDIT_LEFT},
    {"Right", KEY_RIGHT, 0, EDIT_RIGHT},
    {"Home", KEY_HOME, 0, EDIT_HOME},
    {"End", KEY_END, 0, EDIT_END},
    {"Shift+Left", KEY_LEFT, MOD_SHIFT, EDIT_SELECT_LEFT},
    {"Shift+Right", KEY_RIGHT, MOD_SHIFT, EDIT_SELECT_RIGHT},
    {"Shift+Home", KEY_HOME, MOD_SHIFT, EDIT_SELECT_HOME},
    {"Shift+End", KEY_END, MOD_SHIFT, EDIT_SELECT_END},
    {"Ctrl+A", 'a', MOD_CTRL, EDIT_SELECT_ALL},
    {"Ctrl+C", 'c', MOD_CTRL, EDIT_COPY},
    {"Ctrl+X", 'x', MOD_CTRL, EDIT_CUT},
    {"Ctrl+V", 'v', MOD_CTRL, EDIT_PASTE},
};

static void edits_the_field(void **state)
{
    const struct edit_case *c = *state;
    focus_on(FIELD, NAME);
    struct action action = stand_key(&stand, c->key, c->mods);
    is(action, FIELD, NAME);
    assert_int_equal(action.edit, c->op);
    assert_int_equal(stand_focus(&stand), NAME);
}

static void typing_goes_to_the_field_that_has_the_focus(void **state)
{
    (void)state;
    focus_on(FIELD, NAME);
    struct action action = stand_type(&stand, "\u00E9");
    is(action, FIELD, NAME);
    assert_int_equal(action.edit, EDIT_INSERT);
    assert_string_equal(action.text, "\u00E9");
    focus_on(BUTTON, ONE);
    assert_int_equal(stand_type(&stand, "x").id, ACTION_NONE);
}

static void a_blank_in_a_field_comes_as_text_only(void **state)
{
    (void)state;
    focus_on(FIELD, NAME);
    assert_int_equal(stand_key(&stand, KEY_SPACE, 0).id, ACTION_NONE);
    assert_true(stand.last.is_used);
    assert_int_equal(stand_key(&stand, KEY_SPACE, MOD_SHIFT).id, ACTION_NONE);
    assert_true(stand.last.is_used);
}

static void up_down_and_tab_leave_a_field(void **state)
{
    (void)state;
    focus_on(FIELD, NAME);
    stand_key(&stand, KEY_DOWN, 0);
    assert_int_equal(stand_focus(&stand), PRIMARY);
    focus_on(FIELD, NAME);
    stand_key(&stand, KEY_TAB, MOD_SHIFT);
    assert_int_equal(stand_focus(&stand), RESTING);
    stand_key(&stand, KEY_TAB, 0);
    assert_int_equal(stand_focus(&stand), NAME);
}

static void read_aloud_in_a_field_is_no_paste(void **state)
{
    (void)state;
    focus_on(FIELD, NAME);
    assert_int_equal(stand_key(&stand, 'v', MOD_CTRL | MOD_SHIFT).edit, EDIT_NONE);
}

static void a_press_on_a_field_begins_to_type(void **state)
{
    (void)state;
    stand_point(&stand, INPUT_PRESS, DEVICE_TOUCH, 450, 120);
    assert_int_equal(stand_focus(&stand), NAME);
}

// --- values and erasing ---------------------------------------------------------------------

static void view_values(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 100, 200, 50}, BUTTON, ONE, AREA_ADJUST, "Value");
    ui_area(ui, (struct rect){400, 100, 200, 50}, BUTTON, TWO, AREA_ERASE, "Gap");
}

static void left_and_right_turn_a_value(void **state)
{
    (void)state;
    stand_show(&stand, view_values, true);
    focus_on(BUTTON, ONE);
    struct action action = stand_key(&stand, KEY_RIGHT, 0);
    is(action, BUTTON, ONE);
    assert_int_equal(action.adjust, +1);
    assert_int_equal(stand_pad(&stand, PAD_LEFT).adjust, -1);
    assert_int_equal(stand_focus(&stand), ONE);
    assert_int_equal(stand_key(&stand, KEY_ENTER, 0).adjust, 0);
}

static void backspace_and_delete_erase(void **state)
{
    (void)state;
    stand_show(&stand, view_values, true);
    focus_on(BUTTON, TWO);
    assert_int_equal(stand_key(&stand, KEY_BACKSPACE, 0).edit, EDIT_BACKSPACE);
    assert_int_equal(stand_key(&stand, KEY_DELETE, 0).edit, EDIT_BACKSPACE);
    focus_on(BUTTON, ONE);
    assert_int_equal(stand_key(&stand, KEY_DELETE, 0).id, ACTION_NONE);
}

// --- pointer --------------------------------------------------------------------------------

static void a_click_acts_on_release(void **state)
{
    (void)state;
    assert_int_equal(stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 110).id, ACTION_NONE);
    assert_true(stand.state.is_press_inside);
    is(stand_point(&stand, INPUT_RELEASE, DEVICE_MOUSE, 160, 120), BUTTON, ONE);
    assert_int_equal(stand_focus(&stand), ONE);
}

static void sliding_off_takes_a_press_back(void **state)
{
    (void)state;
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 110);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 400);
    assert_false(stand.state.is_press_inside);
    assert_int_equal(stand_point(&stand, INPUT_RELEASE, DEVICE_MOUSE, 150, 400).id,
                     ACTION_NONE);
    assert_int_equal(stand_focus(&stand), TWO);
}

static void sliding_back_counts_again(void **state)
{
    (void)state;
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 110);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 400);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 115);
    assert_true(stand.state.is_press_inside);
    is(stand_point(&stand, INPUT_RELEASE, DEVICE_MOUSE, 150, 115), BUTTON, ONE);
}

static void a_press_that_was_taken_away_does_nothing(void **state)
{
    (void)state;
    stand_point(&stand, INPUT_PRESS, DEVICE_TOUCH, 150, 110);
    stand_point(&stand, INPUT_LEAVE, DEVICE_TOUCH, 0, 0);
    assert_int_equal(stand_point(&stand, INPUT_RELEASE, DEVICE_TOUCH, 150, 110).id,
                     ACTION_NONE);
}

static void a_press_on_what_goes_away_does_nothing(void **state)
{
    (void)state;
    is_short = false;
    stand_show(&stand, view_changing, true);
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 110);
    is_short = true;
    stand_show(&stand, view_changing, false);
    assert_int_equal(stand_point(&stand, INPUT_RELEASE, DEVICE_MOUSE, 150, 110).id,
                     ACTION_NONE);
}

static void a_mouse_hovers_and_a_finger_does_not(void **state)
{
    (void)state;
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 110);
    assert_true(stand.last.is_redraw);
    assert_int_equal(stand.state.hover.id, BUTTON);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 155, 112);
    assert_false(stand.last.is_redraw); // nothing changed that can be seen
    stand_point(&stand, INPUT_POINT, DEVICE_TOUCH, 150, 210);
    assert_int_equal(stand.state.hover.id, 0);
}

static void view_overlaid(struct ui *ui)
{
    view_form(ui);
    ui_cover(ui);
    ui_area(ui, (struct rect){350, 100, 100, 50}, BUTTON, 20, 0, "On top");
}

static void covered_areas_take_nothing(void **state)
{
    (void)state;
    stand_show(&stand, view_overlaid, true);
    assert_int_equal(stand_tap(&stand, DEVICE_MOUSE, 150, 110).id, ACTION_NONE);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 110);
    assert_int_equal(stand.state.hover.id, 0);
    assert_int_equal(stand_key(&stand, KEY_ENTER, 0).id, ACTION_NONE); // nor the primary below
    is(stand_tap(&stand, DEVICE_MOUSE, 420, 120), BUTTON, 20);         // where both lie
    stand_key(&stand, KEY_TAB, 0);
    assert_int_equal(stand_focus(&stand), 20);
}

static void view_stacked(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 100, 200, 50}, BUTTON, ONE, 0, "Below");
    ui_area(ui, (struct rect){150, 100, 50, 50}, BUTTON, TWO, 0, "Above");
}

static void what_was_declared_last_lies_on_top(void **state)
{
    (void)state;
    stand_show(&stand, view_stacked, true);
    is(stand_tap(&stand, DEVICE_MOUSE, 160, 110), BUTTON, TWO);
    is(stand_tap(&stand, DEVICE_MOUSE, 110, 110), BUTTON, ONE);
}

// --- drag and drop --------------------------------------------------------------------------

#define WITH_FORM(test) cmocka_unit_test_setup_teardown(test, open_form, close_stand)

int main(void)
{
    struct CMUnitTest edits[COUNT(edit_cases)] = {0};
    for (size_t i = 0; i < COUNT(edit_cases); i++) {
        edits[i] = (struct CMUnitTest){edit_cases[i].name, edits_the_field, open_form,
                                       close_stand, (void *)&edit_cases[i]};
    }
    const struct CMUnitTest tests[] = {
        WITH_FORM(a_new_screen_gives_the_focus_to_what_asks),
        WITH_FORM(enter_space_and_south_act_on_the_focus),
        WITH_FORM(an_action_knows_its_time),
        WITH_FORM(enter_is_for_the_primary_where_nothing_else_is),
        WITH_FORM(what_is_off_can_be_reached_and_does_nothing),
        WITH_FORM(a_key_held_down_answers_once),
        WITH_FORM(keys_with_ctrl_are_left_to_others),
        WITH_FORM(the_ring_shows_for_keys_and_pad_only),
        WITH_FORM(a_focus_whose_area_is_gone_settles_on_what_asks),
        WITH_FORM(without_one_that_asks_a_lost_focus_is_none),
        WITH_FORM(typing_goes_to_the_field_that_has_the_focus),
        WITH_FORM(a_blank_in_a_field_comes_as_text_only),
        WITH_FORM(up_down_and_tab_leave_a_field),
        WITH_FORM(read_aloud_in_a_field_is_no_paste),
        WITH_FORM(a_press_on_a_field_begins_to_type),
        WITH_FORM(left_and_right_turn_a_value),
        WITH_FORM(backspace_and_delete_erase),
        WITH_FORM(a_click_acts_on_release),
        WITH_FORM(sliding_off_takes_a_press_back),
        WITH_FORM(sliding_back_counts_again),
        WITH_FORM(a_press_that_was_taken_away_does_nothing),
        WITH_FORM(a_press_on_what_goes_away_does_nothing),
        WITH_FORM(a_mouse_hovers_and_a_finger_does_not),
        WITH_FORM(covered_areas_take_nothing),
        WITH_FORM(what_was_declared_last_lies_on_top),
    };
    return cmocka_run_group_tests_name("editing", edits, NULL, NULL) +
           cmocka_run_group_tests_name("interact", tests, NULL, NULL);
}
