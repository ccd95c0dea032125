// Choice, multi and truefalse once they are answered: which tiles are right, and which was
// chosen.
#include <math.h>

#include "base/i18n.h"
#include "screens/ask_tiles.h"
#include "ui/tile.h"

static bool is_right_place(const struct ask *ask, int place)
{
    if (ask->question->kind == KIND_TRUEFALSE)
        return (place == 0) == ask->question->is_true;
    return ask->shown[place] < ask->question->choice.right_count;
}

static bool was_picked(const struct turn *turn, int place)
{
    int option = turn->ask.question->kind == KIND_TRUEFALSE ? place : turn->ask.shown[place];
    return turn->answer.picked & (1U << option);
}

static struct tile answered_tile(const struct turn *turn, int place)
{
    const struct ask *ask = &turn->ask;
    bool is_right = is_right_place(ask, place);
    bool is_mine = turn->is_answered && !turn->is_timed_out && was_picked(turn, place);
    struct tile tile = {
        .mark = place < ASK_MARKS && !tiles_is_list(ask) ? place : -1,
        .letter = tiles_letter(ask, place),
        .label = tiles_label(ask, place),
        .is_read_only = true,
        .state = is_right  ? TILE_RIGHT
                 : is_mine ? TILE_WRONG
                           : TILE_DIM,
    };
    if (is_mine) {
        tile.tag = _("Your answer");
    } else if (is_right) {
        bool is_missed = tiles_is_multi(ask) && !turn->is_timed_out;
        tile.tag = is_missed ? _("Missed") : _("Right answer");
    }
    return tile;
}

/// Where the tiles stand once the answer is shown, and how large their text is.
struct answered_grid {
    struct tiles_grid grid;
    float row, gap, size_u;
    bool cuts_words; // a word is split, or a tag is too long
};

static float least_row(const struct turn *turn, const struct ui *ui, float width, float size_u,
                       float row)
{
    for (int i = 0; i < turn->ask.shown_count; i++) {
        struct tile tile = answered_tile(turn, i);
        const struct tile_words words = {
            .label = tile.label, .tag = tile.tag, .has_sign = true};
        row = fmaxf(row, ui_tile_height(ui, width, size_u, &words, row));
    }
    return row;
}

static struct answered_grid measure_answered(const struct turn *turn, const struct ui *ui,
                                             float width, struct answered_grid shown)
{
    const struct ask *ask = &turn->ask;
    const struct rect whole = {.w = width, .h = 1e6F};
    struct rect cell = rect_cell(whole, shown.grid.columns, 1, 0, 0, shown.gap);
    shown.row = least_row(turn, ui, cell.w, shown.size_u, shown.row);
    // Once more, for the highest of them decides how much room there is in all.
    shown.row = least_row(turn, ui, cell.w, shown.size_u, shown.row);
    for (int i = 0; i < ask->shown_count; i++) {
        const char *tag = answered_tile(turn, i).tag;
        shown.cuts_words |= tag && !ui_tile_fits_tag(ui, cell.w, tag);
    }
    const char *const *labels = tiles_labels(ask, ui->arena);
    shown.cuts_words |=
        ui_tile_size(ui, cell, labels, ask->shown_count, shown.size_u, true) <= 0;
    return shown;
}

static float height_of(const struct answered_grid *shown)
{
    return (shown->row + shown->gap) * (float)shown->grid.rows;
}

/// The lowest of all ways to set them out; if `is_tightest` with smaller text and less room
/// around it.
static struct answered_grid tight_grid(const struct turn *turn, const struct ui *ui,
                                       float width, bool is_tightest)
{
    int count = turn->ask.shown_count;
    float spared = is_tightest ? 0.9F * ui->u : 0; // of the room above and below the words
    struct answered_grid least = {.row = 6.4F * ui->u,
                                  .gap = (is_tightest ? 1 : 1.6F) * ui->u,
                                  .size_u = is_tightest ? 2.8F : 3.3F};
    struct answered_grid lowest = {.row = 0};
    for (int columns = 1; columns <= 3; columns++) {
        least.grid = (struct tiles_grid){columns, (count + columns - 1) / columns};
        struct answered_grid shown = measure_answered(turn, ui, width, least);
        shown.row -= spared;
        if (columns == 1 ||
            (!shown.cuts_words && height_of(&shown) < height_of(&lowest) - 0.5F))
            lowest = shown;
    }
    return lowest;
}

static struct answered_grid answered_grid(const struct ask_context *context,
                                          const struct ui *ui, float width)
{
    if (context->tight)
        return tight_grid(context->turn, ui, width, context->tight > 1);
    struct answered_grid least = {.grid = tiles_grid(&context->turn->ask, ui, width),
                                  .gap = 2.4F * ui->u,
                                  .size_u = 3.8F};
    least.row = (ui->is_compact || ui->grid == UI_TALL ? 7.4F : 11.4F) * ui->u;
    struct answered_grid shown = measure_answered(context->turn, ui, width, least);
    if (shown.row <= 11.5F * ui->u)
        return shown;
    least.size_u = 3.3F;
    return measure_answered(context->turn, ui, width, least);
}

float tiles_answered_height(const struct ask_context *context, const struct ui *ui, float width)
{
    struct answered_grid shown = answered_grid(context, ui, width);
    return height_of(&shown);
}

void tiles_answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct answered_grid shown = answered_grid(context, ui, area.w);
    struct tiles_grid grid = shown.grid;
    area.h = height_of(&shown) - shown.gap;
    for (int i = 0; i < context->turn->ask.shown_count; i++) {
        struct tile tile = answered_tile(context->turn, i);
        struct rect at = rect_cell(area, grid.columns, grid.rows, i % grid.columns,
                                   i / grid.columns, shown.gap);
        tile.size_u = shown.size_u;
        tile.keeps_size = context->has_pages;
        ui_tile(ui, at, &tile, TILES_PICK, i);
    }
}
