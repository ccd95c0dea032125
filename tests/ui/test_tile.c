#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/stand.h"
#include "ui/tile.h"

enum { PICK = 1 };

static struct stand stand;
static struct tile tile;

static int open_stand(void **state)
{
    (void)state;
    stand_open(&stand);
    tile = (struct tile){.mark = 1, .letter = "B", .label = "Amber", .size_u = 4.3F};
    return 0;
}

static int close_stand(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

static void view_tile(struct ui *ui)
{
    ui_tile(ui, (struct rect){100, 100, 700, 160}, &tile, PICK, 1);
}

static int masks(enum mask mask)
{
    int count = 0;
    for (int i = 0; i < stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &stand.frame.list.items[i];
        count += cmd->kind == DRAW_MASK && cmd->mask == mask;
    }
    return count;
}

static bool has_dashes(void)
{
    for (int i = 0; stand_drawn(&stand, DRAW_STROKE, i); i++) {
        if (stand_drawn(&stand, DRAW_STROKE, i)->is_dashed)
            return true;
    }
    return false;
}

static const struct tile_case {
    const char *name;
    enum tile_state state;
    bool has_check_box;
    int ticks, crosses;
    bool is_dashed;
    unsigned flags;
} tile_cases[] = {
    {"idle", TILE_IDLE, false, 0, 0, false, 0},
    {"chosen", TILE_SELECTED, false, 0, 0, false, AREA_SELECTED},
    {"chosen of several", TILE_SELECTED, true, 1, 0, false, AREA_SELECTED},
    {"not chosen of several", TILE_IDLE, true, 0, 0, false, 0},
    {"right: a tick", TILE_RIGHT, false, 1, 0, false, 0},
    {"wrong: a cross and dashes", TILE_WRONG, false, 0, 1, true, 0},
    {"neither", TILE_DIM, false, 0, 0, false, 0},
    {"taken away", TILE_GREYED, false, 0, 0, false, AREA_DISABLED},
};

static void looks_as_it_is(void **state)
{
    const struct tile_case *c = *state;
    tile.state = c->state;
    tile.has_check_box = c->has_check_box;
    stand_show(&stand, view_tile, true);
    assert_int_equal(masks(MASK_TRIANGLE), 1);
    assert_int_equal(masks(MASK_CHECK), c->ticks);
    assert_int_equal(masks(MASK_CROSS), c->crosses);
    assert_int_equal(has_dashes(), c->is_dashed);
    assert_int_equal(stand.frame.areas[0].flags, c->flags);
    assert_string_equal(stand.frame.areas[0].name, "Amber");
    assert_string_equal(stand_text(&stand), "B|Amber");
}

static void a_tile_that_only_shows_acts_on_nothing(void **state)
{
    (void)state;
    tile.is_read_only = true;
    tile.state = TILE_RIGHT;
    stand_show(&stand, view_tile, true);
    assert_int_equal(stand.frame.area_count, 0);
}

static void in_high_contrast_badges_are_white_with_black_marks(void **state)
{
    (void)state;
    stand.look.theme = THEME_ID_HIGH_CONTRAST;
    stand_show(&stand, view_tile, true);
    const struct draw_cmd *mark = stand_drawn(&stand, DRAW_MASK, 0);
    assert_memory_equal(&mark->colour, &themes[THEME_ID_HIGH_CONTRAST].bg, sizeof mark->colour);
}

static const struct draw_cmd *written(const char *text)
{
    for (int i = 0; stand_drawn(&stand, DRAW_TEXT, i); i++) {
        if (strncmp(stand_drawn(&stand, DRAW_TEXT, i)->text, text, strlen(text)) == 0)
            return stand_drawn(&stand, DRAW_TEXT, i);
    }
    fail_msg("nothing says %s", text);
    return NULL;
}

/// The lowest tile that has its letter below the mark.
static void view_low_tile(struct ui *ui)
{
    ui_tile(ui, (struct rect){0, 0, 70 * ui->u, 13 * ui->u}, &tile, PICK, 1);
}

static void a_letter_stands_between_its_mark_and_the_edge(void **state)
{
    static const struct ui_look looks[] = {
        {.width = 1600, .height = 900, .text_percent = 100},
        {.width = 1280, .height = 720, .text_percent = 200},
        {.width = 360, .height = 360, .text_percent = 100},
        {.width = 360, .height = 360, .text_percent = 200},
    };
    (void)state;
    tile.mark = MASK_DIAMOND; // the one that reaches lowest
    for (size_t i = 0; i < COUNT(looks); i++) {
        stand.look = looks[i];
        stand.look.measure = stand_measure();
        stand_show(&stand, view_low_tile, true);
        float u = stand.frame.areas[0].rect.w / 70;
        const struct draw_cmd *letter = written("B"), *mark = stand_drawn(&stand, DRAW_MASK, 0);
        float cap = (float)letter->size_px * TEXT_CAP_EM;
        float lowest = rect_centre(mark->rect).y + 1.16F * 2.75F * u;
        assert_true(letter->baseline - cap > lowest);
        assert_true(letter->baseline < (13 - 0.9F) * u);
    }
}

static void a_tag_stands_beside_a_short_label_and_below_a_long_one(void **state)
{
    (void)state;
    tile.tag = "Your answer";
    tile.is_read_only = true;
    stand_show(&stand, view_tile, true);
    const struct draw_cmd *tag = written("Your answer"), *label = written("Amber");
    assert_true(tag->rect.x > label->rect.x + label->rect.w);
    tile.label = "An answer of so many words";
    stand_show(&stand, view_tile, true);
    tag = written("Your answer");
    label = written("An answer");
    assert_float_equal(tag->rect.x, label->rect.x, 0.1);
    assert_true(tag->baseline > label->baseline);
}

static void one_size_is_for_all_tiles(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    const struct rect cell = {0, 0, 700, 160};
    const char *const small[] = {"One", "Two"};
    const char *const mixed[] = {"One", "Quite a lot of words that take some lines to be said, "
                                        "and then some more of them"};
    const char *const huge[] = {"One", "Donaudampfschifffahrtsgesellschaftskapitaenspatent"};
    assert_float_equal(ui_tile_size(&ui, cell, small, 2, 4.3F, true), 4.3, 0.001);
    assert_float_equal(ui_tile_size(&ui, cell, mixed, 2, 4.3F, true), 3.311F, 0.001);
    assert_float_equal(ui_tile_size(&ui, cell, huge, 2, 4.3F, true), 0, 0);
}

static float height_for(const struct ui *ui, float width, const char *label, const char *tag,
                        float least_px)
{
    const struct tile_words words = {.label = label, .tag = tag};
    return ui_tile_height(ui, width, 4, &words, least_px);
}

static void a_tile_is_as_high_as_its_label_needs(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    float one = height_for(&ui, 700, "One", NULL, 1e6F);
    float two = height_for(&ui, 700, "Words enough for a second line here", NULL, 1e6F);
    assert_float_equal(two - one, 46, 0.1); // a line of 40 pixels by 1.15
    assert_float_equal(height_for(&ui, 700, "One", "Tag", 1e6F), one, 0.1);
    assert_true(height_for(&ui, 700, "A long label for it", "Your answer", 1e6F) > one + 20);
    // A low tile has a narrower badge, and so more room.
    const char *label = "Words for one line";
    float room = height_for(&ui, 585, label, NULL, 0);
    assert_true(height_for(&ui, 585, label, NULL, 1e6F) > room + 20);
    assert_float_equal(room, one, 0.1);
}

static void dense_tiles_take_less_room(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    const char *label = "Words enough for a second line here";
    const char *const labels[] = {label};
    const struct rect cell = {0, 0, 500, 1e6F};
    float roomy = height_for(&ui, 500, label, NULL, 1e6F);
    assert_float_equal(ui_tile_size(&ui, cell, labels, 1, 5.5F, false), 5.5F * 0.77F, 0.001);
    ui.is_dense = true;
    assert_true(height_for(&ui, 500, label, NULL, 1e6F) < roomy - 40);
    // Without a sign at its end the words have its room, too.
    assert_float_equal(ui_tile_size(&ui, cell, labels, 1, 5.5F, false), 5.5F, 0.001);
    const struct tile_words words = {.label = label, .has_sign = true};
    assert_true(ui_tile_height(&ui, 500, 4, &words, 1e6F) >=
                height_for(&ui, 500, label, NULL, 1e6F));
}

static void a_box_is_on_the_badge_where_room_is_scarce(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    const struct tile boxed = {
        .letter = "A", .label = "Some words", .size_u = 3.3F, .has_check_box = true};
    ui.is_dense = ui.is_densest = true;
    const float badge_end = 10 + 5 * ui.u;
    const struct rect high = {10, 10, 500, 12 * ui.u}, low = {10, 200, 500, 7 * ui.u};
    ui_tile(&ui, high, &boxed, 1, 0);
    int drawn = ui.list->count;
    for (int i = 0; i < drawn; i++) {
        const struct draw_cmd *cmd = &ui.list->items[i];
        assert_false(cmd->kind == DRAW_FILL && cmd->rect.x > badge_end);
    }
    ui_tile(&ui, low, &boxed, 1, 1);
    int beside = 0;
    for (int i = drawn; i < ui.list->count; i++) {
        const struct draw_cmd *cmd = &ui.list->items[i];
        beside += cmd->kind == DRAW_FILL && cmd->rect.x > badge_end;
    }
    assert_int_equal(beside, 2); // the box, and what is in it
    // So words that need two lines have the width of the box, too.
    const struct tile_words words = {
        .label = "Words enough for a second line", .has_sign = true, .is_box = true};
    const struct tile_words alone = {.label = words.label};
    assert_float_equal(ui_tile_height(&ui, 400, 3.3F, &words, 0),
                       ui_tile_height(&ui, 400, 3.3F, &alone, 0), 0.01);
}

static void steps_are_told_by_more_than_colour(void **state)
{
    (void)state;

    static const enum step_state steps[] = {STEP_RIGHT, STEP_WRONG, STEP_PARTLY, STEP_HERE,
                                            STEP_OPEN};
    struct ui ui = stand_begin(&stand);
    ui_steps(&ui, (struct rect){0, 0, 500, 40}, steps, 5);
    assert_int_equal(masks(MASK_CROSS), 1);
    assert_non_null(stand_drawn(&stand, DRAW_STROKE, 1)); // outlines of wrong and partly
    assert_null(stand_drawn(&stand, DRAW_STROKE, 2));
    float heights[4] = {0};
    for (int i = 0; i < 4; i++)
        heights[i] = stand_drawn(&stand, DRAW_FILL, i)->rect.h;
    assert_true(heights[2] > heights[0] && heights[3] < heights[0]); // here, and still open
}

static void more_than_thirty_steps_become_a_bar(void **state)
{
    (void)state;

    enum step_state steps[40] = {STEP_RIGHT};

    for (int i = 0; i < 40; i++)
        steps[i] = i < 10 ? STEP_RIGHT : i == 10 ? STEP_HERE : STEP_OPEN;
    struct ui ui = stand_begin(&stand);
    ui_steps(&ui, (struct rect){0, 0, 400, 40}, steps, 40);
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 0)->rect.w, 400, 0.1);
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 1)->rect.w, 100, 0.1);
    assert_null(stand_drawn(&stand, DRAW_FILL, 2));
}

static void a_bar_is_never_more_than_full(void **state)
{
    (void)state;
    struct ui ui = stand_begin(&stand);
    ui_bar(&ui, (struct rect){0, 0, 100, 10}, 1.7F, ui.theme->accent);
    ui_bar(&ui, (struct rect){0, 0, 100, 10}, -1, ui.theme->accent);
    assert_float_equal(stand_drawn(&stand, DRAW_FILL, 1)->rect.w, 100, 0);
    assert_null(stand_drawn(&stand, DRAW_FILL, 3)); // an empty one has its track alone
}

static void a_flame_grows_at_five_and_ten(void **state)
{
    (void)state;
    static const int streaks[] = {0, 1, 4, 5, 9, 10};
    float sizes[6];
    for (int i = 0; i < 6; i++) {
        struct ui ui = stand_begin(&stand);
        ui_flame(&ui, (struct rect){0, 0, 100, 60}, streaks[i]);
        sizes[i] = stand_drawn(&stand, DRAW_MASK, 0)->rect.w;
        const struct colour *wanted = streaks[i] ? &ui.theme->flame : &ui.theme->flame_out;
        assert_memory_equal(&stand_drawn(&stand, DRAW_MASK, 0)->colour, wanted, sizeof *wanted);
    }
    assert_true(sizes[0] == sizes[2] && sizes[2] < sizes[3]);
    assert_true(sizes[3] == sizes[4] && sizes[4] < sizes[5]);
}

static void sheets_differ_in_edge_and_sign(void **state)
{
    (void)state;

    static const enum mask signs[] = {
        [SHEET_RIGHT] = MASK_CHECK, [SHEET_PARTLY] = MASK_HALF, [SHEET_WRONG] = MASK_CROSS};

    for (enum sheet_kind kind = SHEET_RIGHT; kind <= SHEET_WRONG; kind++) {
        struct ui ui = stand_begin(&stand);
        struct rect rest = ui_sheet(&ui, 500, kind, 1);
        assert_int_equal(masks(signs[kind]), 1);
        assert_int_equal(has_dashes(), kind == SHEET_WRONG);
        struct rect sheet = stand_drawn(&stand, DRAW_FILL, 0)->rect;
        assert_float_equal(sheet.w, 1600, 0);
        assert_true(sheet.y + sheet.h >= 900);
        assert_true(rest.y > 500 && rest.y + rest.h < 900);
    }
}

#define WITH_STAND(test) cmocka_unit_test_setup_teardown(test, open_stand, close_stand)

int main(void)
{
    struct CMUnitTest tiles[COUNT(tile_cases)] = {0};
    for (size_t i = 0; i < COUNT(tile_cases); i++) {
        tiles[i] = (struct CMUnitTest){tile_cases[i].name, looks_as_it_is, open_stand,
                                       close_stand, (void *)&tile_cases[i]};
    }
    const struct CMUnitTest tests[] = {
        WITH_STAND(a_tile_that_only_shows_acts_on_nothing),
        WITH_STAND(in_high_contrast_badges_are_white_with_black_marks),
        WITH_STAND(a_letter_stands_between_its_mark_and_the_edge),
        WITH_STAND(a_tag_stands_beside_a_short_label_and_below_a_long_one),
        WITH_STAND(one_size_is_for_all_tiles),
        WITH_STAND(a_tile_is_as_high_as_its_label_needs),
        WITH_STAND(dense_tiles_take_less_room),
        WITH_STAND(a_box_is_on_the_badge_where_room_is_scarce),
        WITH_STAND(steps_are_told_by_more_than_colour),
        WITH_STAND(more_than_thirty_steps_become_a_bar),
        WITH_STAND(a_bar_is_never_more_than_full),
        WITH_STAND(a_flame_grows_at_five_and_ten),
        WITH_STAND(sheets_differ_in_edge_and_sign),
    };
    return cmocka_run_group_tests_name("tiles", tiles, NULL, NULL) +
           cmocka_run_group_tests_name("tile", tests, NULL, NULL);
}
