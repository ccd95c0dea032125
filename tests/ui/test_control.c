#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/control.h"
#include "ui/stand.h"

enum { ID = 3 };

static struct stand stand;
static bool is_on;
static int chosen;
static struct edit edit;

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    is_on = false;
    chosen = 0;
    memset(&edit, 0, sizeof edit);
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

static int count_masks(enum mask mask)
{
    int count = 0;
    for (int i = 0; i < stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &stand.frame.list.items[i];
        count += cmd->kind == DRAW_MASK && cmd->mask == mask;
    }
    return count;
}

static void view_switch(struct ui *ui)
{
    ui_switch(ui, (struct rect){100, 100, 600, 80}, "Shuffle", is_on, ID, 5);
}

static void a_switch_is_told_by_more_than_colour(void **state)
{
    (void)state;
    stand_show(&stand, view_switch, true);
    is(stand_tap(&stand, DEVICE_MOUSE, 120, 140), ID, 5); // all of the row acts
    assert_int_equal(stand.frame.areas[0].flags & AREA_SELECTED, 0);
    assert_int_equal(count_masks(MASK_CHECK), 0);
    is_on = true;
    stand_show(&stand, view_switch, false);
    assert_true(stand.frame.areas[0].flags & AREA_SELECTED);
    assert_int_equal(count_masks(MASK_CHECK), 1);
}

static void view_segments(struct ui *ui)
{
    static const char *const labels[] = {"Dark", "Light", "High contrast"};
    ui_segments(ui, (struct rect){100, 100, 600, 80}, labels, 3, chosen, ID, "Theme");
}

static void view_narrow_segments(struct ui *ui)
{
    static const char *const labels[] = {"Look", "Sum", "Memorandum"};
    ui_segments(ui, (struct rect){100, 100, 330, 80}, labels, 3, 0, ID, "Page");
}

static void a_long_segment_gets_more_room(void **state)
{
    (void)state;
    stand_show(&stand, view_narrow_segments, true);
    for (int i = 0; i < stand.frame.list.count; i++) {
        const struct draw_cmd *item = &stand.frame.list.items[i];
        assert_false(item->kind == DRAW_TEXT && strstr(item->text, "…"));
    }
    const struct ui_area *shorter = ui_find(&stand.frame, (struct ui_id){ID, 1});
    const struct ui_area *longest = ui_find(&stand.frame, (struct ui_id){ID, 2});
    assert_true(longest->rect.w > shorter->rect.w + 10);
    assert_float_equal(longest->rect.x + longest->rect.w, 430, 0.5F);
}

static void segments_send_their_number(void **state)
{
    (void)state;
    chosen = 1;
    stand_show(&stand, view_segments, true);
    is(stand_tap(&stand, DEVICE_TOUCH, 650, 140), ID, 2);
    for (int i = 0; i < 3; i++) {
        unsigned flags = AREA_NO_FOCUS | (i == 1 ? AREA_SELECTED : 0);
        assert_int_equal(stand.frame.areas[i + 1].flags, flags);
    }
}

static void left_and_right_choose_the_segment_beside(void **state)
{
    (void)state;
    chosen = 1;
    stand_show(&stand, view_segments, true);
    stand_key(&stand, KEY_TAB, 0);
    assert_int_equal(stand_focus(&stand), UI_CHOICES);
    is(stand_key(&stand, KEY_LEFT, 0), ID, 0);
    is(stand_pad(&stand, PAD_RIGHT), ID, 2);
    chosen = 2;
    stand_show(&stand, view_segments, false);
    is(stand_key(&stand, KEY_RIGHT, 0), 0, 0);  // the last one stays
    is(stand_key(&stand, KEY_ENTER, 0), ID, 0); // Enter goes round
    assert_int_equal(stand_focus(&stand), UI_CHOICES);
}

static void left_and_right_turn_a_switch(void **state)
{
    (void)state;
    stand_show(&stand, view_switch, true);
    stand_key(&stand, KEY_TAB, 0);
    is(stand_key(&stand, KEY_LEFT, 0), 0, 0); // it is off already
    is(stand_key(&stand, KEY_RIGHT, 0), ID, 5);
    is_on = true;
    stand_show(&stand, view_switch, false);
    is(stand_pad(&stand, PAD_RIGHT), 0, 0);
    is(stand_pad(&stand, PAD_LEFT), ID, 5);
    is(stand_key(&stand, KEY_ENTER, 0), ID, 5);
}

static void view_stepper(struct ui *ui)
{
    ui_stepper(ui, (struct rect){100, 100, 300, 80}, "20", ID, 7, "Questions");
}

static void a_stepper_goes_by_buttons_and_by_arrows(void **state)
{
    (void)state;
    stand_show(&stand, view_stepper, true);
    struct action action = stand_tap(&stand, DEVICE_MOUSE, 110, 140);
    assert_int_equal(ui_stepper_adjust(&action), -1);
    is(action, ID, 7);
    action = stand_tap(&stand, DEVICE_MOUSE, 390, 140);
    assert_int_equal(ui_stepper_adjust(&action), +1);
    is(action, ID, 7);
    stand_key(&stand, KEY_TAB, 0);
    action = stand_key(&stand, KEY_LEFT, 0);
    assert_int_equal(ui_stepper_adjust(&action), -1);
    is(action, ID, 7);
    action = stand_key(&stand, KEY_ENTER, 0);
    assert_int_equal(ui_stepper_adjust(&action), 0);
    assert_string_equal(stand_text(&stand), "20");
}

static void view_check_row(struct ui *ui)
{
    ui_check_row(ui, (struct rect){100, 100, 600, 80}, "Cells", is_on, ID, 2);
}

static void a_check_row_has_a_tick_when_it_is_on(void **state)
{
    (void)state;
    is_on = true;
    stand_show(&stand, view_check_row, true);
    assert_int_equal(count_masks(MASK_CHECK), 1);
    is(stand_tap(&stand, DEVICE_MOUSE, 690, 140), ID, 2);
}

// A field of 600 pixels for text of 40: 20 a character, 552 of them inside.
static void view_field(struct ui *ui)
{
    const struct field_look look = {.placeholder = "Type here", .size_u = 4};
    ui_field(ui, (struct rect){100, 100, 600, 80}, &edit, look, ID, 0);
}

static const struct draw_cmd *caret(void)
{
    const struct draw_cmd *found = NULL;
    for (int i = 0; i < stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &stand.frame.list.items[i];
        if (cmd->kind == DRAW_FILL && cmd->rect.w > 0 && cmd->rect.w < 4)
            found = cmd;
    }
    return found;
}

static void type(const char *text)
{
    edit_set(&edit, text);
    stand_show(&stand, view_field, false);
}

static void an_empty_field_says_what_to_type(void **state)
{
    (void)state;
    stand_show(&stand, view_field, true);
    assert_string_equal(stand_text(&stand), "Type here");
    assert_null(caret());
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 300, 140);
    assert_non_null(caret());
    const struct draw_cmd *words = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_true(words->rect.x >= caret()->rect.x + caret()->rect.w + 2); // not on one another
    type("abc");
    assert_string_equal(stand_text(&stand), "abc");
}

static void the_caret_stands_in_the_text(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){ID, 0};
    type("abc");
    float left = stand_drawn(&stand, DRAW_TEXT, 0)->rect.x;
    assert_float_equal(caret()->rect.x, left + 60, 0.1);
    edit.caret = edit.mark = 1;
    stand_show(&stand, view_field, false);
    assert_float_equal(caret()->rect.x, left + 20, 0.1);
}

static void long_text_scrolls_along_with_the_caret(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){ID, 0};
    type("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
    assert_true(caret()->rect.x > 600 && caret()->rect.x < 700);
    assert_true(stand_drawn(&stand, DRAW_TEXT, 0)->rect.x < 100);
    const struct draw_cmd *clip = stand_drawn(&stand, DRAW_CLIP, 0);
    assert_true(clip->rect.x >= 100 && clip->rect.x + clip->rect.w <= 700);
}

static void a_selection_lies_under_its_text(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){ID, 0};
    edit_set(&edit, "abcd");
    edit.mark = 1;
    edit.caret = 3;
    stand_show(&stand, view_field, false);
    float left = stand_drawn(&stand, DRAW_TEXT, 0)->rect.x;
    int selections = 0;
    for (int i = 0; i < stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &stand.frame.list.items[i];
        selections += cmd->kind == DRAW_FILL && cmd->rect.x > left + 19 &&
                      cmd->rect.x < left + 21 && cmd->rect.w > 39 && cmd->rect.w < 41;
    }
    assert_int_equal(selections, 1);
}

static void what_is_being_composed_stands_at_the_caret(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){ID, 0};
    edit_set(&edit, "ab");
    edit.caret = edit.mark = 1;
    strcpy(edit.composing, "xy");
    stand_show(&stand, view_field, false);
    assert_string_equal(stand_text(&stand), "a|xy|b");
}

static void hebrew_stands_in_the_field_with_its_caret_at_the_left(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){ID, 0};
    type("\u05D0\u05D1\u05D2");
    const struct draw_cmd *text = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_true(text->is_rtl);
    assert_true(text->rect.x >= 100 && text->rect.x + text->rect.w <= 700);
    assert_float_equal(caret()->rect.x, text->rect.x, 3);
    edit.caret = edit.mark = 0;
    stand_show(&stand, view_field, false);
    text = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_float_equal(caret()->rect.x, text->rect.x + text->rect.w, 3);
}

#define WITH_STAND(test) cmocka_unit_test_setup_teardown(test, open_stand, close_stand)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STAND(a_switch_is_told_by_more_than_colour),
        WITH_STAND(a_long_segment_gets_more_room),
        WITH_STAND(segments_send_their_number),
        WITH_STAND(left_and_right_choose_the_segment_beside),
        WITH_STAND(left_and_right_turn_a_switch),
        WITH_STAND(a_stepper_goes_by_buttons_and_by_arrows),
        WITH_STAND(a_check_row_has_a_tick_when_it_is_on),
        WITH_STAND(an_empty_field_says_what_to_type),
        WITH_STAND(the_caret_stands_in_the_text),
        WITH_STAND(long_text_scrolls_along_with_the_caret),
        WITH_STAND(a_selection_lies_under_its_text),
        WITH_STAND(what_is_being_composed_stands_at_the_caret),
        WITH_STAND(hebrew_stands_in_the_field_with_its_caret_at_the_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
