#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/stand.h"

enum { BUTTON = 1, FIELD, KEYS, LIST = 50, OTHER_LIST };

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

// --- scrolling ------------------------------------------------------------------------------

static void view_lists(struct ui *ui)
{
    float up = ui_scroll_begin(ui, LIST, (struct rect){100, 100, 300, 200}, 500);
    for (int i = 0; i < 10; i++) {
        ui_area(ui, (struct rect){100, 100 + 50 * (float)i - up, 300, 40}, BUTTON, i,
                i == 0 ? AREA_FIRST : 0, "");
    }
    ui_scroll_end(ui);
    ui_scroll_begin(ui, OTHER_LIST, (struct rect){500, 100, 300, 200}, 250);
    ui_scroll_end(ui);
}

static void scrolled(int list, float by)
{
    for (int i = 0; i < stand.frame.region_count; i++) {
        const struct ui_region *region = &stand.frame.regions[i];
        if (region->id == list)
            assert_float_equal(ui_scroll_offset(&stand.state, list, region->page), by, 0.6);
    }
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
    const float ring = 9.5F; // the whole of its focus ring is seen
    stand_show(&stand, view_lists, true);
    stand_key(&stand, KEY_DOWN, 0);
    stand_wheel(&stand, 2, 150, 150);
    scrolled(LIST, 96); // looking elsewhere is allowed
    stand_key(&stand, KEY_DOWN, 0);
    scrolled(LIST, 100 - ring);
    stand_key(&stand, KEY_UP, 0);
    scrolled(LIST, 50 - ring); // what has the focus is seen again
    for (int i = 0; i < 3; i++)
        stand_key(&stand, KEY_DOWN, 0);
    scrolled(LIST, 4 * 50 + 40 + ring - 200);
}

static void a_list_shows_focus_rings_at_its_sides(void **state)
{
    (void)state;
    stand_show(&stand, view_lists, true);
    const struct draw_cmd *clip = stand_drawn(&stand, DRAW_CLIP, 0);
    assert_float_equal(clip->rect.x, 100 - 9.5F, 0.01);
    assert_float_equal(clip->rect.w, 300 + 2 * 9.5F, 0.01);
    assert_float_equal(clip->rect.h, 200, 0.01);
}

// --- pages ----------------------------------------------------------------------------------

static int page;
static float rise; // by which a motion still has to move it up

/// A text of 300 pixels, and a field below it that is out of sight at first.
static void view_page(struct ui *ui)
{
    ui->shift_y = rise;
    float up = ui_page_begin(ui, LIST, page, (struct rect){100, 100, 300, 200}, 400);
    ui_area(ui, (struct rect){100, 400 - up, 300, 50}, FIELD, page, AREA_FIELD | AREA_FIRST,
            "Answer");
    ui_scroll_end(ui);
    ui_key_area(ui, (struct rect){500, 100, 50, 50}, KEYS, 'b', EDIT_INSERT, "b", "b");
    ui->shift_y = 0;
}

static void show_page(int number)
{
    page = number;
    stand_show(&stand, view_page, false);
    assert_int_equal(stand_focus(&stand), number);
}

static void each_page_opens_at_its_top(void **state)
{
    (void)state;
    show_page(1);
    scrolled(LIST, 0);
    stand_wheel(&stand, 2, 150, 150);
    scrolled(LIST, 96);
    show_page(1);
    scrolled(LIST, 96);
    show_page(2);
    scrolled(LIST, 0);
    show_page(1); // the one before was forgotten
    scrolled(LIST, 0);
}

static void a_page_stays_at_its_top_while_it_moves_in(void **state)
{
    (void)state;
    for (int i = 4; i >= 0; i--) {
        rise = 5 * (float)i;
        show_page(1);
    }
    scrolled(LIST, 0);
}

static void what_is_typed_below_the_top_is_seen(void **state)
{
    (void)state;
    show_page(1);
    is(stand_type(&stand, "a"), FIELD, 1);
    scrolled(LIST, 150 + 9.5F); // with its focus ring
    stand_wheel(&stand, -9, 150, 150);
    scrolled(LIST, 0);
    is(stand_key(&stand, KEY_BACKSPACE, 0), FIELD, 1);
    scrolled(LIST, 150 + 9.5F);
    stand_wheel(&stand, -9, 150, 150);
    is(stand_tap(&stand, DEVICE_TOUCH, 520, 120), FIELD, 1);
    scrolled(LIST, 150 + 9.5F);
}

#define WITH_FORM(test) cmocka_unit_test_setup_teardown(test, open_form, close_stand)

int main(void)
{
    const struct CMUnitTest tests[] = {
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
        WITH_FORM(a_list_shows_focus_rings_at_its_sides),
        WITH_FORM(each_page_opens_at_its_top),
        WITH_FORM(a_page_stays_at_its_top_while_it_moves_in),
        WITH_FORM(what_is_typed_below_the_top_is_seen),
    };
    return cmocka_run_group_tests_name("scroll", tests, NULL, NULL);
}
