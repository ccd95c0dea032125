// Choice, multi and truefalse once they are answered: which tiles are right, and which was
// chosen.
#include <math.h>

#include "base/i18n.h"
#include "screens/ask_tiles.h"
#include "ui/tile.h"

static bool was_picked(const struct turn *turn, int place)
{
    int option = turn->ask.question->kind == KIND_TRUEFALSE ? place : turn->ask.shown[place];
    return turn->answer.picked & (1U << option);
}

static struct tile answered_tile(const struct ask_context *context, struct arena *arena,
                                 int place)
{
    const struct turn *turn = context->turn;
    const struct ask *ask = &turn->ask;
    bool is_mine = turn->is_answered && !turn->is_timed_out && was_picked(turn, place);
    bool is_so = ask_is_right(ask, place);
    bool is_right = is_so || (is_mine && context->ruling == ASK_TAKEN_AS_RIGHT);
    struct tile tile = {
        .mark = place < ASK_MARKS && !tiles_is_list(ask) ? place : -1,
        .letter = tiles_letter(ask, place),
        .label = tiles_label(ask, place),
        .is_read_only = true,
        .state = is_right  ? TILE_RIGHT
                 : is_mine ? TILE_WRONG
                           : TILE_DIM,
    };
    if (is_mine && is_so && context->ruling == ASK_TAKEN_AS_WRONG) {
        tile.tag = _("Right answer"); // though it did not count: the class is to see it
    } else if (is_mine) {
        tile.tag = ask_answer_tag(context, arena);
    } else if (is_right) {
        bool is_missed = tiles_is_multi(ask) && !turn->is_timed_out;
        tile.tag = is_missed ? _("Missed") : _("Right answer");
    }
    return tile;
}

/// Where the tiles stand once the answer is shown, and how large their text is.
struct answered_grid {
    struct tiles_grid grid;
    float least_row, gap, size_u;
    float heights[ASK_PLACES]; // of the rows
    float height;              // of all, with a gap below each
    bool cuts_words;           // a word is split, or a tag is too long
};

/// All rows as high as the highest, but where things are densest each as high as its tiles.
static void measure_rows(const struct ask_context *context, const struct ui *ui, float width,
                         struct answered_grid *shown)
{
    float highest = shown->least_row;
    for (int i = 0; i < context->turn->ask.shown_count; i++) {
        struct tile tile = answered_tile(context, ui->arena, i);
        bool has_sign = tile.state == TILE_RIGHT || tile.state == TILE_WRONG;
        const struct tile_words words = {
            .label = tile.label, .tag = tile.tag, .has_sign = has_sign || !ui->is_densest};
        float *row = &shown->heights[i / shown->grid.columns];
        float least = ui->is_densest ? *row : highest;
        *row = fmaxf(*row, ui_tile_height(ui, width, shown->size_u, &words, least));
        highest = fmaxf(highest, *row);
    }
    for (int row = 0; row < shown->grid.rows && !ui->is_densest; row++)
        shown->heights[row] = highest;
}

static void measure_answered(const struct ask_context *context, const struct ui *ui,
                             float width, struct answered_grid *shown)
{
    const struct ask *ask = &context->turn->ask;
    const struct rect whole = {.w = width, .h = 1e6F};
    struct rect cell = rect_cell(whole, shown->grid.columns, 1, 0, 0, shown->gap);
    for (int row = 0; row < shown->grid.rows; row++)
        shown->heights[row] = shown->least_row;
    measure_rows(context, ui, cell.w, shown);
    // Once more, for the highest of them decides how much room there is in all.
    measure_rows(context, ui, cell.w, shown);
    for (int i = 0; i < ask->shown_count; i++) {
        const char *tag = answered_tile(context, ui->arena, i).tag;
        shown->cuts_words |= tag && !ui_tile_fits_tag(ui, cell.w, tag);
    }
    const char *const *labels = tiles_labels(ask, ui->arena);
    shown->cuts_words |=
        ui_tile_size(ui, cell, labels, ask->shown_count, shown->size_u, true) <= 0;
    shown->height = 0;
    for (int row = 0; row < shown->grid.rows; row++)
        shown->height += shown->heights[row] + shown->gap;
}

/// The lowest of all ways to set them out; if `is_tightest` with smaller text and less room
/// around it.
static struct answered_grid tight_grid(const struct ask_context *context, const struct ui *ui,
                                       float width, bool is_tightest)
{
    int count = context->turn->ask.shown_count;
    float spared = is_tightest ? 0.9F * ui->u : 0; // of the room above and below the words
    const struct answered_grid least = {.least_row = 6.4F * ui->u,
                                        .gap = (ui->is_densest ? 0.9F
                                                : is_tightest  ? 1
                                                               : 1.6F) *
                                               ui->u,
                                        .size_u = is_tightest ? 2.8F : 3.3F};
    struct answered_grid lowest = least;
    for (int columns = 1; columns <= 3; columns++) {
        struct answered_grid shown = least;
        shown.grid = (struct tiles_grid){columns, (count + columns - 1) / columns};
        measure_answered(context, ui, width, &shown);
        for (int row = 0; row < shown.grid.rows; row++)
            shown.heights[row] -= spared;
        shown.height -= spared * (float)shown.grid.rows;
        if (columns == 1 || (!shown.cuts_words && shown.height < lowest.height - 0.5F))
            lowest = shown;
    }
    return lowest;
}

static struct answered_grid answered_grid(const struct ask_context *context,
                                          const struct ui *ui, float width)
{
    if (context->tight)
        return tight_grid(context, ui, width, context->tight > 1);
    struct answered_grid shown = {.grid = tiles_grid(&context->turn->ask, ui, width),
                                  .gap = 2.4F * ui->u,
                                  .size_u = 3.8F};
    shown.least_row = (ui->is_compact || ui->grid == UI_TALL ? 7.4F : 11.4F) * ui->u;
    measure_answered(context, ui, width, &shown);
    if (shown.heights[0] <= 11.5F * ui->u)
        return shown;
    shown.size_u = 3.3F;
    shown.cuts_words = false;
    measure_answered(context, ui, width, &shown);
    return shown;
}

float tiles_answered_height(const struct ask_context *context, const struct ui *ui, float width)
{
    return answered_grid(context, ui, width).height;
}

void tiles_answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct answered_grid shown = answered_grid(context, ui, area.w);
    int columns = shown.grid.columns;
    for (int i = 0; i < context->turn->ask.shown_count; i++) {
        struct tile tile = answered_tile(context, ui->arena, i);
        struct rect row = {area.x, area.y, area.w, shown.heights[i / columns]};
        tile.size_u = shown.size_u;
        tile.keeps_size = context->has_pages;
        ui_tile(ui, rect_cell(row, columns, 1, i % columns, 0, shown.gap), &tile, TILES_PICK,
                i);
        if (i % columns == columns - 1)
            area.y += row.h + shown.gap;
    }
}
