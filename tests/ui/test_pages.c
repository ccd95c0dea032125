#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/stand.h"
#include "ui/widget.h"

enum { PAGES = 1, TILE, PRIMARY };

enum { LINE_PX = 50, GAP_PX = 20 };

static struct stand stand;
static struct rect room; // of the pages
static int line_count, tile_count, tile_px;
static bool has_card;  // around the lines
static bool has_aside; // beside the first tile and what is below it
static const struct page_words page_words = {"More", "Next page", "Page before"};

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    room = (struct rect){100, 100, 1000, 300};
    line_count = 3;
    tile_count = 3;
    tile_px = 120;
    has_card = has_aside = false;
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

static float content_height(void)
{
    return (float)(line_count * LINE_PX + tile_count * (tile_px + GAP_PX));
}

/// Lines of a text, then tiles below them, each with a word in it.
static void view(struct ui *ui)
{
    const struct text_style style = {FACE_REGULAR, 3.6F, 1.2F};
    ui_pages_begin(ui, PAGES, 1, room, content_height());
    struct rect flow = room;
    flow.h = content_height();
    struct rect card = flow;
    if (has_card)
        ui_fill(ui, rect_cut_top(&card, (float)(line_count * LINE_PX)), 0, ui->theme->surface);
    for (int i = 0; i < line_count; i++) {
        ui_label(ui, rect_cut_top(&flow, LINE_PX), style, ALIGN_START, ui->theme->text,
                 arena_printf(ui->arena, "line %d", i));
    }
    for (int i = 0; i < tile_count; i++) {
        rect_cut_top(&flow, GAP_PX);
        struct rect tile = rect_cut_top(&flow, (float)tile_px);
        struct rect aside = {800, tile.y + tile.h - 25, 200, 40};
        ui_fill(ui, tile, 0, ui->theme->surface);
        ui_label(ui, tile, style, ALIGN_START, ui->theme->text,
                 arena_printf(ui->arena, "tile %d", i));
        if (has_aside && i == 0)
            ui_label(ui, aside, style, ALIGN_START, ui->theme->text, "aside");
        ui_focus_ring(ui, TILE, i, tile, 0);
        ui_area(ui, tile, TILE, i, 0, "tile");
    }
    ui_pages_end(ui, page_words);
    ui_area(ui, (struct rect){1200, 800, 200, 50}, PRIMARY, 0, AREA_PRIMARY, "Go on");
}

static void show(void)
{
    stand_show(&stand, view, true);
}

static const struct draw_cmd *text_named(const char *text, struct rect *clip)
{
    const struct draw_list *list = &stand.frame.list;
    *clip = (struct rect){0};
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_CLIP)
            *clip = list->items[i].rect;
        if (list->items[i].kind == DRAW_TEXT && strcmp(list->items[i].text, text) == 0)
            return &list->items[i];
    }
    return NULL;
}

/// Whether the text is to be seen; it is an error if it is seen in part.
static bool is_seen(const char *text)
{
    struct rect clip;
    const struct draw_cmd *cmd = text_named(text, &clip);
    assert_non_null(cmd);
    float size = (float)cmd->size_px;
    struct rect whole = {cmd->rect.x, cmd->baseline - 0.75F * size, cmd->rect.w, 0.97F * size};
    struct rect seen = clip.w > 0 ? rect_overlap(whole, clip) : whole;
    if (seen.h <= 0)
        return false;
    assert_float_equal(seen.h, whole.h, 0.5);
    return true;
}

static const struct ui_region *region(void)
{
    return &stand.frame.regions[0];
}

static void what_fits_has_one_page_and_no_mark(void **state)
{
    (void)state;
    tile_count = 1;
    show();
    assert_int_equal(ui_page_count(region()), 1);
    assert_true(region()->pitch <= 0);
    assert_null(strstr(stand_text(&stand), "More"));
    assert_null(ui_paged_region(&stand.frame));
}

static void pages_end_between_what_belongs_together(void **state)
{
    (void)state;
    show();
    // 300 pixels less the mark's: three lines and no tile, then a tile, then the others.
    assert_int_equal(ui_page_count(region()), 4);
    assert_true(is_seen("line 0") && is_seen("line 2"));
    assert_false(is_seen("tile 0"));
    assert_non_null(strstr(stand_text(&stand), "More"));
    assert_non_null(strstr(stand_text(&stand), "1/4"));
}

static void every_text_is_on_one_page(void **state)
{
    (void)state;
    static const char *const all[] = {"line 0", "line 1", "line 2",
                                      "tile 0", "tile 1", "tile 2"};
    for (int height = 190; height < 700; height += 7) {
        int seen[COUNT(all)] = {0};
        room.h = (float)height;
        stand.state.scroll_count = 0;
        show();
        int pages = ui_page_count(region());
        for (int page = 0; page < pages; page++) {
            for (size_t i = 0; i < COUNT(all); i++)
                seen[i] += is_seen(all[i]);
            ui_page_turn(&stand.state, region(), +1);
            stand_show(&stand, view, false);
        }
        for (size_t i = 0; i < COUNT(all); i++)
            assert_int_equal(seen[i], 1);
    }
}

static void what_is_higher_than_a_page_is_cut_between_its_lines(void **state)
{
    (void)state;
    line_count = 30;
    tile_count = 0;
    show();
    int pages = ui_page_count(region());
    assert_in_range(pages, 6, 8);
    for (int page = 0; page < pages; page++) {
        for (int i = 0; i < line_count; i++)
            is_seen(arena_printf(&stand.frame.arena, "line %d", i)); // whole, or not
        ui_page_turn(&stand.state, region(), +1);
        stand_show(&stand, view, false);
    }
    assert_int_equal(ui_page_at(&stand.state, region()), pages - 1);
}

static void lines_are_whole_within_what_is_higher_than_a_page(void **state)
{
    has_card = true;
    what_is_higher_than_a_page_is_cut_between_its_lines(state);
}

static void what_reaches_into_one_another_stays_together(void **state)
{
    (void)state;
    has_aside = true;
    for (int height = 230; height < 700; height += 7) {
        room.h = (float)height;
        stand.state.scroll_count = 0;
        show();
        for (int page = 0; page < 6; page++) {
            assert_int_equal(is_seen("tile 0"), is_seen("aside"));
            ui_page_turn(&stand.state, region(), +1);
            stand_show(&stand, view, false);
        }
    }
}

static bool press(int key)
{
    const struct input input = {.kind = INPUT_KEY, .key = key, .device = DEVICE_KEYBOARD};
    bool is_turned = ui_turns_page(&stand.state, &stand.frame, &input);
    stand_show(&stand, view, false);
    return is_turned;
}

static void a_presenter_goes_through_the_pages_first(void **state)
{
    (void)state;
    show();
    assert_false(press(KEY_PAGE_UP));
    for (int page = 1; page < 4; page++) {
        assert_true(press(KEY_PAGE_DOWN));
        assert_int_equal(ui_page_at(&stand.state, region()), page);
    }
    assert_null(strstr(stand_text(&stand), "More"));
    assert_false(press(KEY_PAGE_DOWN)); // from here on the key is what it was
    assert_true(press(KEY_PAGE_UP));
    assert_true(is_seen("tile 1"));
    assert_false(press('x'));
}

static void the_mark_turns_pages_for_the_pointer(void **state)
{
    (void)state;
    show();
    struct rect clip;
    const struct draw_cmd *more = text_named("More", &clip);
    float y = more->baseline - 5;
    stand_tap(&stand, DEVICE_MOUSE, room.x + room.w - 20, y);
    assert_int_equal(ui_page_at(&stand.state, region()), 1);
    const struct ui_area *up = ui_find(&stand.frame, (struct ui_id){PAGES, -1});
    assert_non_null(up);
    struct point at = rect_centre(up->rect);
    assert_int_equal(stand_tap(&stand, DEVICE_MOUSE, at.x, at.y).id, 0);
    assert_int_equal(ui_page_at(&stand.state, region()), 0);
    assert_null(ui_find(&stand.frame, (struct ui_id){PAGES, -1}));
}

static void a_notch_of_the_wheel_turns_a_page(void **state)
{
    (void)state;
    show();
    stand_wheel(&stand, 1, 300, 200);
    assert_int_equal(ui_page_at(&stand.state, region()), 1);
    stand_wheel(&stand, -1, 300, 200);
    assert_int_equal(ui_page_at(&stand.state, region()), 0);
    stand_wheel(&stand, -1, 300, 200);
    assert_int_equal(ui_page_at(&stand.state, region()), 0);
}

static void the_focus_takes_its_page_along(void **state)
{
    (void)state;
    show();
    stand_key(&stand, KEY_DOWN, 0);
    assert_int_equal(stand_focus(&stand), 0);
    assert_true(is_seen("tile 0"));
    stand_key(&stand, KEY_DOWN, 0);
    assert_true(is_seen("tile 1"));
    assert_false(is_seen("tile 0"));
    // Drawing it again leaves it there, and so does another page than that of the focus.
    stand_show(&stand, view, false);
    assert_true(is_seen("tile 1"));
    assert_true(press(KEY_PAGE_UP));
    stand_show(&stand, view, false);
    assert_true(is_seen("tile 0"));
}

static void a_small_thing_takes_its_page_along(void **state)
{
    (void)state;
    tile_px = 30;
    tile_count = 9;
    show();
    for (int i = 0; i < tile_count; i++) {
        stand_key(&stand, KEY_DOWN, 0);
        assert_int_equal(stand_focus(&stand), i);
        assert_true(is_seen(arena_printf(&stand.frame.arena, "tile %d", i)));
    }
}

static void arrows_turn_where_there_is_nothing_to_go_to(void **state)
{
    (void)state;
    line_count = 12;
    tile_count = 0;
    show();
    stand_pad(&stand, PAD_DOWN); // to the primary
    stand_pad(&stand, PAD_DOWN);
    assert_int_equal(ui_page_at(&stand.state, region()), 1);
    assert_true(ui_page_count(region()) > 1);
}

static void what_is_on_another_page_is_not_hit(void **state)
{
    (void)state;
    show();
    for (int y = 0; y < (int)room.h; y += 10) {
        const struct point at = {300, room.y + (float)y};
        const struct ui_area *area = ui_area_at(&stand.frame, at);
        assert_true(!area || area->id.id != TILE);
    }
    press(KEY_PAGE_DOWN);
    const struct ui_area *area = ui_area_at(&stand.frame, (struct point){300, room.y + 60});
    assert_non_null(area);
    assert_int_equal(area->id.id, TILE);
    assert_int_equal(area->id.arg, 0);
}

static void a_frame_can_be_taken_back(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    struct ui_point start = ui_here(&ui);
    view(&ui);
    assert_true(ui_has_pages(&ui, start));
    ui_rewind(&ui, start);
    assert_int_equal(ui.list->count, 0);
    assert_int_equal(ui.frame->area_count, 0);
    assert_int_equal(ui.frame->region_count, 0);
    assert_false(ui_has_pages(&ui, start));
}

#define PAGE_TEST(test) cmocka_unit_test_setup_teardown(test, open_stand, close_stand)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(what_fits_has_one_page_and_no_mark),
        PAGE_TEST(pages_end_between_what_belongs_together),
        PAGE_TEST(every_text_is_on_one_page),
        PAGE_TEST(what_is_higher_than_a_page_is_cut_between_its_lines),
        PAGE_TEST(lines_are_whole_within_what_is_higher_than_a_page),
        PAGE_TEST(what_reaches_into_one_another_stays_together),
        PAGE_TEST(a_presenter_goes_through_the_pages_first),
        PAGE_TEST(the_mark_turns_pages_for_the_pointer),
        PAGE_TEST(a_notch_of_the_wheel_turns_a_page),
        PAGE_TEST(the_focus_takes_its_page_along),
        PAGE_TEST(a_small_thing_takes_its_page_along),
        PAGE_TEST(arrows_turn_where_there_is_nothing_to_go_to),
        PAGE_TEST(what_is_on_another_page_is_not_hit),
        PAGE_TEST(a_frame_can_be_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
