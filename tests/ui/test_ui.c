#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/stand.h"
#include "ui/widget.h"

enum { BUTTON = 1, REGION = 50 };

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

static void same(struct rect is, float x, float y, float w, float h)
{
    assert_float_equal(is.x, x, 0.02);
    assert_float_equal(is.y, y, 0.02);
    assert_float_equal(is.w, w, 0.02);
    assert_float_equal(is.h, h, 0.02);
}

static const struct size_case {
    const char *name;
    int width, height;
    enum ui_grid grid;
    float u;
    bool is_compact;
    struct rect page;
} sizes[] = {
    {"1080p", 1920, 1080, UI_WIDE, 12, false, {0, 0, 1920, 1080}},
    {"720p", 1280, 720, UI_WIDE, 8, false, {0, 0, 1280, 720}},
    {"4K", 3840, 2160, UI_WIDE, 24, false, {0, 0, 3840, 2160}},
    {"small", 640, 360, UI_WIDE, 4, true, {0, 0, 640, 360}},
    {"3:2 is wide", 1500, 1000, UI_WIDE, 9.375F, false, {0, 78.125F, 1500, 843.75F}},
    {"4:3", 1024, 768, UI_SQUARE, 8.533F, false, {0, 0, 1024, 768}},
    {"as wide as high", 1000, 1000, UI_SQUARE, 8.333F, false, {0, 0, 1000, 1000}},
    {"portrait", 720, 1280, UI_TALL, 8, false, {0, 0, 720, 1280}},
    {"a telephone has all its height", 720, 1600, UI_TALL, 8, false, {0, 0, 720, 1600}},
    {"21:9 is centred", 2520, 1080, UI_WIDE, 12, false, {300, 0, 1920, 1080}},
    {"the smallest", 360, 360, UI_SQUARE, 3, true, {0, 0, 360, 360}},
    {"just not compact", 896, 504, UI_WIDE, 5.6F, false, {0, 0, 896, 504}},
};

static void has_its_grid(void **state)
{
    const struct size_case *c = *state;
    stand.look.width = c->width;
    stand.look.height = c->height;
    struct ui ui = stand_begin(&stand);
    assert_int_equal(ui.grid, c->grid);
    assert_float_equal(ui.u, c->u, 0.01);
    assert_int_equal(ui.is_compact, c->is_compact);
    same(ui.page, c->page.x, c->page.y, c->page.w, c->page.h);
    same(ui.window, 0, 0, (float)c->width, (float)c->height);
    assert_true(ui.content.x > ui.page.x && ui.content.w < ui.page.w);
}

static void text_grows_with_the_setting_and_has_a_floor(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    assert_int_equal(ui_text_px(&ui, 4), 40);
    assert_int_equal(ui_text_px(&ui, 1), 24); // 2.4 u is the least
    stand.look.text_percent = 200;
    ui = stand_begin(&stand);
    assert_int_equal(ui_text_px(&ui, 4), 80);
    assert_float_equal(ui_line_px(&ui, 4, 1.18F), 95, 0);
    stand.look = (struct ui_look){
        .width = 640, .height = 360, .text_percent = 100, .measure = stand_measure()};
    ui = stand_begin(&stand);
    assert_int_equal(ui_text_px(&ui, 2.4F), 13); // and 13 pixels
    assert_float_equal(ui_stroke_px(&ui, 0.1F), 1, 0);
}

static void rectangles_in_units(void **state)
{
    (void)state;
    stand.look.width = 2400; // 800 wider than the page
    struct ui ui = stand_begin(&stand);
    same(ui_rect(&ui, 1, 2, 3, 4), 410, 20, 30, 40);
}

static void what_is_drawn_fades_and_moves(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    ui.alpha = 0.5F;
    ui.shift_y = 7;
    ui_fill(&ui, (struct rect){1, 2, 3, 4}, 0, (struct colour){9, 9, 9, 200});
    const struct draw_cmd *fill = stand_drawn(&stand, DRAW_FILL, 0);
    assert_int_equal(fill->colour.a, 100);
    same(fill->rect, 1, 9, 3, 4);
    ui.alpha = 0;
    ui_fill(&ui, (struct rect){1, 2, 3, 4}, 0, (struct colour){9, 9, 9, 200});
    assert_null(stand_drawn(&stand, DRAW_FILL, 1));
}

static void what_is_drawn_is_squeezed(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    ui.squeeze = 0.75F;
    ui.squeeze_x = 100;
    ui.shift_x = 5;
    ui_fill(&ui, (struct rect){60, 10, 80, 4}, 0, (struct colour){9, 9, 9, 255});
    same(stand_drawn(&stand, DRAW_FILL, 0)->rect, 95, 10, 20, 4);
    ui_clip(&ui, (struct rect){100, 10, 80, 4});
    same(stand_drawn(&stand, DRAW_CLIP, 0)->rect, 105, 10, 20, 4);
    ui_label(&ui, (struct rect){100, 0, 300, 40}, style_body, ALIGN_START, ui.theme->text,
             "So");
    const struct draw_cmd *text = stand_drawn(&stand, DRAW_TEXT, 0);
    assert_float_equal(text->rect.x, 105, 0.02);
    assert_float_equal(text->squeeze, 0.75, 0);
}

static void clips_lie_within_one_another(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    struct rect none = ui_clip(&ui, (struct rect){100, 100, 200, 200});
    struct rect outer = ui_clip(&ui, (struct rect){50, 150, 100, 500});
    same(stand_drawn(&stand, DRAW_CLIP, 1)->rect, 100, 150, 50, 150);
    ui_clip_end(&ui, outer);
    same(stand_drawn(&stand, DRAW_CLIP, 2)->rect, 100, 100, 200, 200);
    struct rect again = ui_clip(&ui, (struct rect){900, 900, 10, 10});
    // Nothing in common: nothing may be drawn, and a width of 0 would mean everything.
    assert_true(stand_drawn(&stand, DRAW_CLIP, 3)->rect.w > 0);
    assert_true(stand_drawn(&stand, DRAW_CLIP, 3)->rect.w < 0.1F);
    ui_clip_end(&ui, again);
    ui_clip_end(&ui, none);
    assert_float_equal(stand_drawn(&stand, DRAW_CLIP, 5)->rect.w, 0, 0);
}

static void view_button(struct ui *ui)
{
    ui_area(ui, (struct rect){100, 100, 100, 50}, BUTTON, 0, 0, "Button");
}

static float depth(void)
{
    struct ui ui = stand_begin(&stand);
    float is = ui_press_depth(&ui, BUTTON, 0);
    stand.wake_ms = ui.wake_ms;
    view_button(&ui);
    return is;
}

static void a_press_is_down_at_once_and_up_over_80_ms(void **state)
{
    (void)state;
    stand_show(&stand, view_button, true);
    assert_float_equal(depth(), 0, 0);
    stand_point(&stand, INPUT_PRESS, DEVICE_MOUSE, 150, 120);
    assert_float_equal(depth(), 1, 0);
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 500, 500);
    assert_float_equal(depth(), 0, 0); // slid off
    stand_point(&stand, INPUT_POINT, DEVICE_MOUSE, 150, 120);
    stand_point(&stand, INPUT_RELEASE, DEVICE_MOUSE, 150, 120);
    assert_float_equal(depth(), 1, 0);
    stand.now_ms += MOTION_PRESS_MS / 2;
    assert_float_equal(depth(), 0.125, 0.001);
    assert_int_equal(stand.wake_ms, stand.now_ms);
    stand.now_ms += MOTION_PRESS_MS / 2;
    assert_float_equal(depth(), 0, 0);
    assert_true(stand.wake_ms == INT64_MAX);
}

static void a_focus_ring_has_two_tones_and_is_for_keys(void **state)
{
    (void)state;
    stand.state.focus = (struct ui_id){BUTTON, 0};
    struct ui ui = stand_begin(&stand);
    ui_focus_ring(&ui, BUTTON, 0, (struct rect){100, 100, 50, 50}, 0);
    assert_null(stand_drawn(&stand, DRAW_STROKE, 0));
    stand.state.is_focus_visible = true;
    ui_focus_ring(&ui, BUTTON, 1, (struct rect){100, 100, 50, 50}, 0);
    assert_null(stand_drawn(&stand, DRAW_STROKE, 0));
    ui_focus_ring(&ui, BUTTON, 0, (struct rect){100, 100, 50, 50}, 0);
    const struct draw_cmd *gap = stand_drawn(&stand, DRAW_STROKE, 0);
    const struct draw_cmd *ring = stand_drawn(&stand, DRAW_STROKE, 1);
    assert_memory_equal(&gap->colour, &ui.theme->bg, sizeof gap->colour);
    assert_memory_equal(&ring->colour, &ui.theme->focus, sizeof ring->colour);
    // Side by side: the ring begins where the gap ends.
    assert_float_equal(ring->rect.x + ring->stroke, gap->rect.x, 0.02);
    assert_float_equal(gap->rect.x + gap->stroke, 100, 0.02);
}

static void a_region_has_a_bar_only_if_it_scrolls(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    assert_float_equal(ui_scroll_begin(&ui, REGION, (struct rect){0, 0, 100, 200}, 200), 0, 0);
    ui_scroll_end(&ui);
    assert_null(stand_drawn(&stand, DRAW_FILL, 0));
    ui_scroll_set(&stand.state, REGION, 0, 9999);
    assert_float_equal(ui_scroll_begin(&ui, REGION, (struct rect){0, 0, 100, 200}, 800), 600,
                       0);
    ui_area(&ui, (struct rect){0, 0, 10, 10}, BUTTON, 0, 0, "");
    ui_scroll_end(&ui);
    const struct draw_cmd *track = stand_drawn(&stand, DRAW_FILL, 0);
    const struct draw_cmd *thumb = stand_drawn(&stand, DRAW_FILL, 1);
    same(track->rect, 93, 0, 7, 200);
    same(thumb->rect, 93, 150, 7, 50); // a quarter is seen, the last one
    assert_int_equal(stand.frame.areas[0].region, 1);
    ui_area(&ui, (struct rect){0, 0, 10, 10}, BUTTON, 1, 0, "");
    assert_int_equal(stand.frame.areas[1].region, -1);
}

static void the_backdrop_fills_the_window(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    ui_backdrop(&ui);
    const struct draw_cmd *cmd = stand_drawn(&stand, DRAW_BACKDROP, 0);
    same(cmd->rect, 0, 0, 1600, 900);
    assert_memory_equal(&cmd->colour2, &ui.theme->bg2, sizeof cmd->colour2);
}

#define WITH_STAND(test) cmocka_unit_test_setup_teardown(test, open_stand, close_stand)

int main(void)
{
    struct CMUnitTest grids[COUNT(sizes)] = {0};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        grids[i] = (struct CMUnitTest){sizes[i].name, has_its_grid, open_stand, close_stand,
                                       (void *)&sizes[i]};
    }
    const struct CMUnitTest tests[] = {
        WITH_STAND(text_grows_with_the_setting_and_has_a_floor),
        WITH_STAND(rectangles_in_units),
        WITH_STAND(what_is_drawn_fades_and_moves),
        WITH_STAND(what_is_drawn_is_squeezed),
        WITH_STAND(clips_lie_within_one_another),
        WITH_STAND(a_press_is_down_at_once_and_up_over_80_ms),
        WITH_STAND(a_focus_ring_has_two_tones_and_is_for_keys),
        WITH_STAND(a_region_has_a_bar_only_if_it_scrolls),
        WITH_STAND(the_backdrop_fills_the_window),
    };
    return cmocka_run_group_tests_name("grid", grids, NULL, NULL) +
           cmocka_run_group_tests_name("ui", tests, NULL, NULL);
}
