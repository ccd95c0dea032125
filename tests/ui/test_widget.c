#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/stand.h"
#include "ui/widget.h"

enum { GO = 1, HINT, SKIP };

static struct stand stand;

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

static int count(enum draw_kind kind)
{
    int n = 0;
    while (stand_drawn(&stand, kind, n))
        n++;
    return n;
}

static bool same_colour(struct colour a, struct colour b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static void view_button(struct ui *ui)
{
    ui_button(ui, (struct rect){100, 100, 300, 70}, BUTTON_PRIMARY, "Go on", GO, 4,
              AREA_PRIMARY);
}

static void a_button_stands_on_a_ledge_and_sinks(void **state)
{
    (void)state;
    stand_show(&stand, view_button, true);
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 0)->rect.y, 107, 0.01); // the ledge
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 1)->rect.y, 100, 0.01);
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 120);
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 0)->rect.y, 107, 0.01);
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 1)->rect.y, 104, 0.01);
    struct action action = stand_point(&stand, INPUT_RELEASE, DEVICE_MOUSE, 150, 172);
    assert_int_equal(action.id, GO); // the ledge acts too
    assert_int_equal(action.arg, 4);
}

static void in_high_contrast_nothing_has_a_ledge(void **state)
{
    (void)state;
    stand.look.theme = THEME_ID_HIGH_CONTRAST;
    stand_show(&stand, view_button, true);
    assert_int_equal(count(DRAW_FILL), 1);
}

static void view_disabled(struct ui *ui)
{
    ui_button(ui, (struct rect){100, 100, 300, 70}, BUTTON_PRIMARY, "Go on", GO, 0,
              AREA_DISABLED);
}

static void a_button_that_is_off_looks_so(void **state)
{
    (void)state;
    stand_show(&stand, view_disabled, true);
    assert_true(
        same_colour(stand_drawn(&stand, DRAW_TEXT, 0)->colour, themes[THEME_ID_DARK].text3));
    assert_int_equal(stand_tap(&stand, DEVICE_MOUSE, 150, 120).id, ACTION_NONE);
}

static void view_long(struct ui *ui)
{
    ui_button(ui, (struct rect){100, 100, 200, 70}, BUTTON_QUIET, "Go on with this quiz", GO, 0,
              0);
}

static void a_long_label_stays_in_its_button(void **state)
{
    (void)state;
    stand_show(&stand, view_long, true);
    const struct draw_cmd *text = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_true(text->rect.x >= 112 && text->rect.x + text->rect.w <= 288.5F);
    struct ui ui = stand_begin(&stand);
    // Wide enough for what ui_button_width() says: the usual size.
    float wanted = ui_button_width(&ui, "Go on") * ui.u;
    ui_button(&ui, (struct rect){0, 0, wanted, 70}, BUTTON_QUIET, "Go on", GO, 0, 0);
    assert_int_equal(stand_drawn(&stand, DRAW_TEXT, 0)->size_px, 31);
}

static const struct hint hints[] = {
    {.keys = "1\u20134", .pad = PAD_SOUTH, .label = "answer"},
    {.keys = "\u2190 \u2192", .label = "move"},
    {.keys = "H", .pad = PAD_WEST, .label = "hint", .id = HINT},
    {.keys = "S", .pad = PAD_NORTH, .label = "skip", .id = SKIP},
};

static void view_hints(struct ui *ui)
{
    ui_hints(ui, hints, COUNT(hints), 0);
}

static const struct hint_case {
    const char *name;
    enum device device;
    enum pad_glyphs glyphs;
    const char *text;
} hint_cases[] = {
    {"keys", DEVICE_KEYBOARD, PAD_GLYPHS_LETTERS,
     "1\u20134|answer|\u2190|\u2192|move|H|hint|S|skip"},
    {"before any input", DEVICE_NONE, PAD_GLYPHS_LETTERS,
     "1\u20134|answer|\u2190|\u2192|move|H|hint|S|skip"},
    {"pad", DEVICE_PAD, PAD_GLYPHS_LETTERS, "A|answer|X|hint|Y|skip"},
    {"pad with shapes", DEVICE_PAD, PAD_GLYPHS_SHAPES, "\u2715|answer|\u25A1|hint|\u25B3|skip"},
    {"pad with its letters swapped", DEVICE_PAD, PAD_GLYPHS_SWAPPED, "B|answer|Y|hint|X|skip"},
    {"mouse: only what acts", DEVICE_MOUSE, PAD_GLYPHS_LETTERS, "hint|skip"},
    {"touch", DEVICE_TOUCH, PAD_GLYPHS_LETTERS, "hint|skip"},
};

static void says_what_the_device_has(void **state)
{
    const struct hint_case *c = *state;
    stand.state.device = c->device;
    stand.state.glyphs = c->glyphs;
    stand_show(&stand, view_hints, true);
    assert_string_equal(stand_text(&stand), c->text);
    assert_int_equal(stand.frame.area_count, 2);
    assert_int_equal(stand.frame.areas[0].id.id, HINT);
    assert_int_equal(stand.frame.areas[1].id.id, SKIP);
}

static void hints_keep_to_their_row(void **state)
{
    (void)state;
    stand.state.device = DEVICE_KEYBOARD;
    struct ui ui = stand_begin(&stand);
    ui_hints(&ui, hints, COUNT(hints), 400);
    for (int i = 0; stand_drawn(&stand, DRAW_TEXT, i); i++) {
        const struct draw_cmd *text = stand_drawn(&stand, DRAW_TEXT, i);
        assert_true(text->rect.x + text->rect.w <= 400);
        assert_true(text->baseline - (float)text->size_px > ui_hints_top(&ui));
        assert_true(text->baseline < 900);
    }
    assert_string_equal(stand_text(&stand), "1\u20134|answer");
}

static void a_small_window_has_no_hints(void **state)
{
    (void)state;
    stand.look.width = 640;
    stand.look.height = 360;
    stand_show(&stand, view_hints, true);
    assert_int_equal(stand.frame.area_count, 0);
    struct ui ui = stand_begin(&stand);
    assert_float_equal(ui_hints_height(&ui), 0, 0);
    assert_float_equal(ui_hints_top(&ui), 360, 0);
}

static void view_page(struct ui *ui)
{
    struct rect rest = ui_page(ui, "Settings");
    ui_area(ui, rest, GO, 0, 0, "rest");
}

static void a_page_has_a_way_back_and_leaves_room(void **state)
{
    (void)state;
    static const int widths[] = {1600, 720, 640}, heights[] = {900, 1280, 360};
    for (int i = 0; i < 3; i++) {
        stand.look.width = widths[i];
        stand.look.height = heights[i];
        stand_show(&stand, view_page, true);
        assert_string_equal(stand_text(&stand), "Settings");
        assert_int_equal(stand.frame.areas[0].id.id, ACTION_BACK);
        struct rect back = stand.frame.areas[0].rect, rest = stand.frame.areas[1].rect;
        assert_true(rest.y >= back.y + back.h);
        assert_true(rest.y + rest.h <= (float)heights[i]);
        assert_true(rest.h > (float)heights[i] / 2);
    }
}

static void a_key_cap_is_as_wide_as_its_label_needs(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    assert_float_equal(ui_keycap(&ui, 100, 50, "H", ui.theme->text3), 36, 0.01);
    assert_float_equal(ui_keycap(&ui, 100, 50, "PageUp", ui.theme->text3), 72 + 20, 0.01);
    assert_float_equal(stand_drawn(&stand, DRAW_STROKE, 1)->rect.w, 92, 0.01);
    assert_float_equal(stand_drawn(&stand, DRAW_TEXT, 1)->rect.x, 110, 0.01);
}

static void every_pad_button_has_a_label(void **state)
{
    (void)state;
    for (enum pad pad = PAD_SOUTH; pad < PAD_COUNT; pad++) {
        for (enum pad_glyphs g = PAD_GLYPHS_LETTERS; g <= PAD_GLYPHS_SWAPPED; g++) {
            assert_non_null(ui_pad_label(pad, g));
            assert_true(ui_pad_label(pad, g)[0] != '\0');
        }
    }
}

#define WITH_STAND(test) cmocka_unit_test_setup_teardown(test, open_stand, close_stand)

int main(void)
{
    struct CMUnitTest devices[COUNT(hint_cases)] = {0};
    for (size_t i = 0; i < COUNT(hint_cases); i++) {
        devices[i] = (struct CMUnitTest){hint_cases[i].name, says_what_the_device_has,
                                         open_stand, close_stand, (void *)&hint_cases[i]};
    }
    const struct CMUnitTest tests[] = {
        WITH_STAND(a_button_stands_on_a_ledge_and_sinks),
        WITH_STAND(in_high_contrast_nothing_has_a_ledge),
        WITH_STAND(a_button_that_is_off_looks_so),
        WITH_STAND(a_long_label_stays_in_its_button),
        WITH_STAND(hints_keep_to_their_row),
        WITH_STAND(a_small_window_has_no_hints),
        WITH_STAND(a_page_has_a_way_back_and_leaves_room),
        WITH_STAND(a_key_cap_is_as_wide_as_its_label_needs),
        WITH_STAND(every_pad_button_has_a_label),
    };
    return cmocka_run_group_tests_name("hints", devices, NULL, NULL) +
           cmocka_run_group_tests_name("widget", tests, NULL, NULL);
}
