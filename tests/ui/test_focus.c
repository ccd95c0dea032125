#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/stand.h"

enum { BUTTON = 1, REGION = 50, NONE = -1 };

/// Areas by their arg: a grid of two columns, a ragged row below, and what takes no focus.
static const struct rect places[] = {
    {100, 100, 300, 80}, {420, 100, 300, 80}, // 0 1
    {100, 200, 300, 80}, {420, 200, 300, 80}, // 2 3
    {100, 300, 100, 80}, {220, 300, 100, 80}, // 4 5
    {340, 300, 100, 80},                      // 6
    {100, 400, 620, 80},                      // 7, as wide as all
    {800, 100, 300, 80},                      // 8, for the pointer only
    {800, 400, 300, 80},                      // 9, does nothing, but can be reached
    {100, 500, 60, 40},  {1200, 500, 60, 40}, // 10 11, far apart in one row
};

static struct stand stand;

static void view_places(struct ui *ui)
{
    for (int i = 0; i < (int)COUNT(places); i++) {
        ui_area(ui, places[i], BUTTON, i,
                i == 8   ? AREA_NO_FOCUS
                : i == 9 ? AREA_DISABLED
                         : 0,
                "");
    }
}

static int open_places(void **state)
{
    (void)state;
    stand_open(&stand);
    stand_show(&stand, view_places, true);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

static const struct move_case {
    const char *name;
    int from, dx, dy, to;
} cases[] = {
    {"right along the row", 0, 1, 0, 1},
    {"left along the row", 3, -1, 0, 2},
    {"down the column", 1, 0, 1, 3},
    {"up the column", 3, 0, -1, 1},
    {"never wraps at the left", 2, -1, 0, NONE},
    {"never wraps at the top", 1, 0, -1, NONE},
    {"never wraps at the bottom", 10, 0, 1, NONE},
    {"never wraps at the right", 11, 1, 0, NONE},
    {"along the row past what is nearer beside it", 10, 1, 0, 11},
    {"down into a ragged row: what lies below most", 2, 0, 1, 5},
    {"down into a ragged row from the side", 3, 0, 1, 6},
    {"up from a ragged row", 4, 0, -1, 2},
    {"along the ragged row", 5, 1, 0, 6},
    {"down to what is wide", 6, 0, 1, 7},
    {"up from what is wide", 7, 0, -1, 6},
    {"past what takes no focus", 3, 0, -1, 1},
    {"what does nothing is reached", 7, 1, 0, 9},
    {"not to what is for the pointer only", 1, 1, 0, 9},
};

static void goes(void **state)
{
    const struct move_case *c = *state;
    const struct ui_area *from = &stand.frame.areas[c->from];
    const struct ui_area *to = focus_towards(&stand.frame, from, c->dx, c->dy);
    assert_int_equal(to ? to->id.arg : NONE, c->to);
}

static void from_nowhere_comes_the_first(void **state)
{
    (void)state;
    assert_int_equal(focus_towards(&stand.frame, NULL, 0, 1)->id.arg, 0);
    assert_int_equal(focus_towards(&stand.frame, NULL, -1, 0)->id.arg, 0);
}

static void tab_follows_the_order_of_declaration(void **state)
{
    (void)state;
    static const int order[] = {0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11};
    const struct ui_area *area = NULL;
    for (size_t i = 0; i < COUNT(order); i++) {
        area = focus_step(&stand.frame, area, +1);
        assert_int_equal(area->id.arg, order[i]);
    }
    assert_ptr_equal(focus_step(&stand.frame, area, +1), area);
    area = NULL;
    for (size_t i = COUNT(order); i-- > 0;) {
        area = focus_step(&stand.frame, area, -1);
        assert_int_equal(area->id.arg, order[i]);
    }
    assert_ptr_equal(focus_step(&stand.frame, area, -1), area);
}

static void view_nothing(struct ui *ui)
{
    (void)ui;
}

static void where_nothing_is_nothing_has_the_focus(void **state)
{
    (void)state;
    stand_show(&stand, view_nothing, true);
    assert_null(focus_step(&stand.frame, NULL, +1));
    assert_null(focus_towards(&stand.frame, NULL, 0, 1));
    stand_key(&stand, KEY_TAB, 0);
    stand_key(&stand, KEY_DOWN, 0);
    assert_int_equal(stand_key(&stand, KEY_ENTER, 0).id, ACTION_NONE);
    assert_int_equal(stand_focus(&stand), NONE);
}

static void view_covered(struct ui *ui)
{
    view_places(ui);
    ui_cover(ui);
    ui_area(ui, (struct rect){400, 300, 100, 60}, BUTTON, 20, 0, "");
    ui_area(ui, (struct rect){520, 300, 100, 60}, BUTTON, 21, 0, "");
}

static void the_focus_does_not_go_under_an_overlay(void **state)
{
    (void)state;
    stand_show(&stand, view_covered, true);
    const struct ui_area *first = focus_step(&stand.frame, NULL, +1);
    assert_int_equal(first->id.arg, 20);
    assert_null(focus_towards(&stand.frame, first, 0, -1));
    assert_ptr_equal(focus_step(&stand.frame, first, -1), first);
    assert_int_equal(focus_towards(&stand.frame, first, 1, 0)->id.arg, 21);
}

/// A list of ten rows of which four can be seen, and a button beside and below it.
static void view_list(struct ui *ui)
{
    struct rect seen = {100, 100, 300, 200};
    float up = ui_scroll_begin(ui, REGION, seen, 500);
    for (int i = 0; i < 10; i++)
        ui_area(ui, (struct rect){100, 100 + 50 * (float)i - up, 300, 40}, BUTTON, i, 0, "");
    ui_scroll_end(ui);
    ui_area(ui, (struct rect){500, 250, 100, 40}, BUTTON, 20, 0, "");
    ui_area(ui, (struct rect){100, 320, 300, 40}, BUTTON, 21, 0, "");
}

static void down_goes_through_the_whole_list_first(void **state)
{
    (void)state;
    stand_show(&stand, view_list, true);
    for (int i = 0; i < 10; i++) {
        stand_key(&stand, KEY_DOWN, 0);
        assert_int_equal(stand_focus(&stand), i);
        // It is scrolled so that what has the focus is seen.
        struct rect row = ui_focused(&stand.state, &stand.frame)->rect;
        assert_true(row.y >= 100 && row.y + row.h <= 300);
    }
    stand_key(&stand, KEY_DOWN, 0);
    assert_int_equal(stand_focus(&stand), 21);
    stand_key(&stand, KEY_UP, 0);
    assert_int_equal(stand_focus(&stand), 9);
    stand_key(&stand, KEY_RIGHT, 0);
    assert_int_equal(stand_focus(&stand), 20);
}

static void rows_out_of_view_are_not_reached_from_outside(void **state)
{
    (void)state;
    stand_show(&stand, view_list, true);
    // Row 7 lies at the height of the button at the bottom, but out of the list's view.
    stand.state.focus = (struct ui_id){BUTTON, 21};
    const struct ui_area *to =
        focus_towards(&stand.frame, ui_focused(&stand.state, &stand.frame), 0, -1);
    assert_int_equal(to->id.arg, 3);
}

/// Two columns that scroll, and a button beside what they hide.
static void view_columns(struct ui *ui)
{
    ui_scroll_begin(ui, REGION, (struct rect){100, 100, 300, 100}, 300);
    ui_area(ui, (struct rect){100, 300, 100, 40}, BUTTON, 1, 0, "");
    ui_area(ui, (struct rect){300, 300, 100, 40}, BUTTON, 2, 0, "");
    ui_scroll_end(ui);
    ui_area(ui, (struct rect){210, 300, 80, 40}, BUTTON, 3, 0, "");
}

static void nothing_outside_is_beside_what_is_out_of_view(void **state)
{
    (void)state;
    stand_show(&stand, view_columns, true);
    stand.state.focus = (struct ui_id){BUTTON, 1};
    stand_key(&stand, KEY_RIGHT, 0);
    assert_int_equal(stand_focus(&stand), 2);
}

/// Two columns of four cells, without the second and the third of the left one.
static void view_grid(struct ui *ui)
{
    for (int i = 0; i < 8; i++) {
        int column = i % 2, row = i / 2;
        struct rect cell = {100 + 320 * (float)column, 100 + 60 * (float)row, 300, 50};
        if (i != 2 && i != 4)
            ui_area(ui, cell, BUTTON, i, AREA_CELL, "");
    }
}

static void up_and_down_keep_to_the_column_of_a_grid(void **state)
{
    (void)state;
    stand_show(&stand, view_grid, true);
    stand.state.focus = (struct ui_id){BUTTON, 0};
    stand_key(&stand, KEY_DOWN, 0);
    assert_int_equal(stand_focus(&stand), 6);
    stand_key(&stand, KEY_UP, 0);
    assert_int_equal(stand_focus(&stand), 0);
    stand_key(&stand, KEY_RIGHT, 0);
    stand_key(&stand, KEY_DOWN, 0);
    assert_int_equal(stand_focus(&stand), 3);
    stand_key(&stand, KEY_LEFT, 0); // where its row has none, to what is near
    assert_int_not_equal(stand_focus(&stand), 3);
}

/// Two choices beside each other above lines: a label with a stepper at its end, and a switch.
static void view_settings(struct ui *ui)
{
    ui_scroll_begin(ui, REGION, (struct rect){100, 100, 600, 300}, 300);
    ui_area(ui, (struct rect){100, 100, 290, 80}, BUTTON, 0, 0, "");
    ui_area(ui, (struct rect){410, 100, 290, 80}, BUTTON, 1, 0, "");
    ui_area(ui, (struct rect){500, 200, 200, 50}, BUTTON, 2, AREA_ADJUST, "");
    ui_area(ui, (struct rect){500, 260, 200, 50}, BUTTON, 3, AREA_ADJUST, "");
    ui_area(ui, (struct rect){100, 320, 600, 50}, BUTTON, 4, AREA_SWITCH, "");
    ui_scroll_end(ui);
}

static void down_skips_no_line_whose_control_is_at_its_end(void **state)
{
    (void)state;
    stand_show(&stand, view_settings, true);
    stand.state.focus = (struct ui_id){BUTTON, 0};
    for (int i = 2; i <= 4; i++) {
        stand_key(&stand, KEY_DOWN, 0);
        assert_int_equal(stand_focus(&stand), i);
    }
}

#define WITH_PLACES(test) cmocka_unit_test_setup_teardown(test, open_places, close_stand)

int main(void)
{
    struct CMUnitTest moves[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        moves[i] = (struct CMUnitTest){cases[i].name, goes, open_places, close_stand,
                                       (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {
        WITH_PLACES(from_nowhere_comes_the_first),
        WITH_PLACES(tab_follows_the_order_of_declaration),
        WITH_PLACES(where_nothing_is_nothing_has_the_focus),
        WITH_PLACES(the_focus_does_not_go_under_an_overlay),
        WITH_PLACES(down_goes_through_the_whole_list_first),
        WITH_PLACES(rows_out_of_view_are_not_reached_from_outside),
        WITH_PLACES(nothing_outside_is_beside_what_is_out_of_view),
        WITH_PLACES(down_skips_no_line_whose_control_is_at_its_end),
        WITH_PLACES(up_and_down_keep_to_the_column_of_a_grid),
    };
    return cmocka_run_group_tests_name("focus_towards", moves, NULL, NULL) +
           cmocka_run_group_tests_name("focus", tests, NULL, NULL);
}
