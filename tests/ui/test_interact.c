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

// --- focus and keys
// ------------------------------------------------------------------------------

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

// --- text fields
// ---------------------------------------------------------------------------------

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

// --- values and erasing
// --------------------------------------------------------------------------

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

// --- pointer
// -------------------------------------------------------------------------------------

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

// --- drag and drop
// -------------------------------------------------------------------------------

static void view_cards(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 100, 100, 50}, BUTTON, 1, AREA_DRAG, "Card");
    ui_area(ui, (struct rect){300, 100, 100, 50}, BUTTON, 2, AREA_DROP, "Place");
    ui_area(ui, (struct rect){500, 100, 100, 50}, BUTTON, 3, 0, "Other");
}

static struct action drag(enum device device, float to_x)
{
    stand_show(&stand, view_cards, true);
    stand_point(&stand, INPUT_PRESS, device, 150, 120);
    stand_point(&stand, INPUT_POINT, device, (150 + to_x) / 2, 120);
    stand_point(&stand, INPUT_POINT, device, to_x, 120);
    return stand_point(&stand, INPUT_RELEASE, device, to_x, 120);
}

static void a_card_is_dropped_on_a_place(void **state)
{
    (void)state;

    const enum device devices[] = {DEVICE_MOUSE, DEVICE_TOUCH};

    for (int i = 0; i < 2; i++) {
        struct action action = drag(devices[i], 350);
        is(action, BUTTON, 2);
        assert_true(action.is_drop);
        assert_int_equal(action.dropped, 1);
    }
}

static void a_card_dropped_elsewhere_goes_back(void **state)
{
    (void)state;
    assert_int_equal(drag(DEVICE_MOUSE, 550).id, ACTION_NONE);
    assert_int_equal(drag(DEVICE_MOUSE, 800).id, ACTION_NONE);
    struct ui ui = stand_begin(&stand);
    struct point by = {0};
    assert_false(ui_is_dragged(&ui, BUTTON, 1, &by));
}

static void a_card_in_the_hand_moves_along(void **state)
{
    (void)state;
    stand_show(&stand, view_cards, true);
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 120);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 155, 121);
    struct ui ui = stand_begin(&stand);
    struct point by = {0};
    assert_false(ui_is_dragged(&ui, BUTTON, 1, &by)); // a hand shakes
    stand_show(&stand, view_cards, false);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 190, 110);
    ui = stand_begin(&stand);
    assert_true(ui_is_dragged(&ui, BUTTON, 1, &by));
    assert_float_equal(by.x, 40, 0.01);
    assert_float_equal(by.y, -10, 0.01);
}

static void a_card_that_is_only_clicked_acts(void **state)
{
    (void)state;
    stand_show(&stand, view_cards, true);
    struct action action = stand_tap(&stand, DEVICE_MOUSE, 150, 120);
    is(action, BUTTON, 1);
    assert_false(action.is_drop);
}

// --- scrolling
// -----------------------------------------------------------------------------------

static void view_lists(struct ui *ui)
{
    float up = ui_scroll_begin(ui, LIST, (struct rect){100, 100, 300, 200}, 500);
    for (int i = 0; i < 10; i++)
        ui_area(ui, (struct rect){100, 100 + 50 * (float)i - up, 300, 40}, BUTTON, i,
                i == 0 ? AREA_FIRST : 0, "");
    ui_scroll_end(ui);
    ui_scroll_begin(ui, OTHER_LIST, (struct rect){500, 100, 300, 200}, 250);
    ui_scroll_end(ui);
}

static void scrolled(int list, float by)
{
    assert_float_equal(ui_scroll_offset(&stand.state, list), by, 0.6);
}

static void the_wheel_scrolls_what_is_under_the_pointer(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_wheel(&stand, 1, 550, 150);
    scrolled(OTHER_LIST, 48);
    scrolled(LIST, 0);
    stand_wheel(&stand, 2, 150, 150);
    scrolled(LIST, 96);
}

static void scrolling_ends_at_the_ends(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_wheel(&stand, -1, 150, 150);
    scrolled(LIST, 0);
    stand_wheel(&stand, 100, 150, 150);
    scrolled(LIST, 300);
    stand_wheel(&stand, 1, 150, 150);
    assert_false(stand.last.is_redraw);
    stand_wheel(&stand, -1, 150, 150);
    scrolled(LIST, 252);
}

static void wheel_turns_between_two_frames_add_up(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    const struct input turn = {
        .kind = INPUT_WHEEL, .device = DEVICE_MOUSE, .at = {150, 150}, .amount = 1};
    ui_input(&stand.state, &stand.frame, &turn);
    ui_input(&stand.state, &stand.frame, &turn);
    ui_input(&stand.state, &stand.frame, &turn);
    scrolled(LIST, 3 * 48);
}

static void shift_and_arrows_scroll(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_key(&stand, KEY_DOWN, MOD_SHIFT);
    scrolled(LIST, 48);
    assert_int_equal(stand_focus(&stand), 0);
    stand_key(&stand, KEY_UP, MOD_SHIFT);
    scrolled(LIST, 0);
    stand_input(&stand, (struct input){
                            .kind = INPUT_SCROLL_AXIS, .device = DEVICE_PAD, .amount = 0.5F});
    scrolled(LIST, 24);
}

static void a_finger_scrolls_and_does_not_tap(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_point(&stand, INPUT_PRESS, DEVICE_TOUCH, 150, 220);
    stand_point(&stand, INPUT_POINT, DEVICE_TOUCH, 150, 180);
    stand_point(&stand, INPUT_POINT, DEVICE_TOUCH, 150, 140);
    assert_int_equal(stand_point(&stand, INPUT_RELEASE, DEVICE_TOUCH, 150, 140).id,
                     ACTION_NONE);
    scrolled(LIST, 80);
}

static void a_finger_that_shakes_still_taps(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_point(&stand, INPUT_PRESS, DEVICE_TOUCH, 150, 220);
    stand_point(&stand, INPUT_POINT, DEVICE_TOUCH, 151, 217);
    is(stand_point(&stand, INPUT_RELEASE, DEVICE_TOUCH, 151, 216), BUTTON, 2);
    scrolled(LIST, 0);
}

static void a_mouse_button_held_does_not_scroll(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 220);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 140);
    scrolled(LIST, 0);
}

static void what_is_scrolled_out_of_view_cannot_be_clicked(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    // Row 5 would lie at 350, below the list.
    assert_int_equal(stand_tap(&stand, DEVICE_MOUSE, 150, 360).id, ACTION_NONE);
}

static void a_focus_that_moves_within_its_list_is_followed(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    stand_key(&stand, KEY_DOWN, 0);
    stand_wheel(&stand, 2, 150, 150);
    scrolled(LIST, 96); // looking elsewhere is allowed
    stand_key(&stand, KEY_DOWN, 0);
    scrolled(LIST, 96);
    stand_key(&stand, KEY_UP, 0);
    scrolled(LIST, 50); // what has the focus is seen again
}

#define WITH_FORM(test) cmocka_unit_test_setup_teardown(test, open_form, close_stand)

int main(void)
{
    struct CMUnitTest edits[COUNT(edit_cases)] = {0};
    for (size_t i = 0; i < COUNT(edit_cases); i++)
        edits[i] = (struct CMUnitTest){edit_cases[i].name, edits_the_field, open_form,
                                       close_stand, (void *)&edit_cases[i]};
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
        WITH_FORM(a_card_is_dropped_on_a_place),
        WITH_FORM(a_card_dropped_elsewhere_goes_back),
        WITH_FORM(a_card_in_the_hand_moves_along),
        WITH_FORM(a_card_that_is_only_clicked_acts),
        WITH_FORM(the_wheel_scrolls_what_is_under_the_pointer),
        WITH_FORM(scrolling_ends_at_the_ends),
        WITH_FORM(wheel_turns_between_two_frames_add_up),
        WITH_FORM(shift_and_arrows_scroll),
        WITH_FORM(a_finger_scrolls_and_does_not_tap),
        WITH_FORM(a_finger_that_shakes_still_taps),
        WITH_FORM(a_mouse_button_held_does_not_scroll),
        WITH_FORM(what_is_scrolled_out_of_view_cannot_be_clicked),
        WITH_FORM(a_focus_that_moves_within_its_list_is_followed),
    };
    return cmocka_run_group_tests_name("editing", edits, NULL, NULL) +
           cmocka_run_group_tests_name("interact", tests, NULL, NULL);
}
