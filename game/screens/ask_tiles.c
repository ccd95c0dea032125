// Choice, multi and truefalse: answers on tiles.
#include "screens/ask_tiles.h"

#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "ui/tile.h"

struct tiles {
    uint32_t picked; // by place
};

bool tiles_is_multi(const struct ask *ask)
{
    return ask->question->kind == KIND_MULTI;
}

/// A set of places as a set of the question's options.
static uint32_t options_of(const struct ask *ask, uint32_t places)
{
    uint32_t options = 0;
    for (int i = 0; i < ask->shown_count; i++) {
        if (places & (1U << i))
            options |= 1U << ask->shown[i];
    }
    return options;
}

const char *tiles_label(const struct ask *ask, int place)
{
    if (ask->question->kind == KIND_TRUEFALSE)
        return place == 0 ? _("True") : _("False");
    return ask->question->choice.options.items[ask->shown[place]];
}

bool tiles_is_list(const struct ask *ask)
{
    return ask->shown_count > ASK_MARKS;
}

const char *tiles_letter(const struct ask *ask, int place)
{
    static const char letters[][2] = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K",
                                      "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V"};
    static const char true_false[][2] = {"T", "F"};
    return ask->question->kind == KIND_TRUEFALSE ? true_false[place] : letters[place];
}

static bool has_check(const struct ask_context *context)
{
    return tiles_is_multi(&context->turn->ask) || context->confirms;
}

static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    struct tiles *tiles = self;
    const struct turn *turn = context->turn;
    if (action->id != TILES_PICK)
        return ASK_IGNORED;
    bool is_greyed = turn->is_hinted && action->arg == turn->ask.greyed;
    if (action->arg < 0 || action->arg >= turn->ask.shown_count || is_greyed)
        return ASK_CHANGED;
    uint32_t place = 1U << action->arg;
    if (tiles_is_multi(&turn->ask)) {
        tiles->picked ^= place;
        return ASK_CHANGED;
    }
    tiles->picked = place;
    return has_check(context) ? ASK_CHANGED : ASK_READY;
}

static struct answer answer(const void *self, const struct ask_context *context,
                            struct arena *arena)
{
    (void)arena;
    const struct tiles *tiles = self;
    const struct ask *ask = &context->turn->ask;
    if (ask->question->kind == KIND_TRUEFALSE)
        return (struct answer){.picked = tiles->picked};
    return (struct answer){.picked = options_of(ask, tiles->picked)};
}

static const char *status(const void *self, const struct ask_context *context,
                          struct arena *arena)
{
    const struct tiles *tiles = self;
    if (!tiles_is_multi(&context->turn->ask))
        return NULL;
    int count = 0;
    for (uint32_t rest = tiles->picked; rest; rest &= rest - 1)
        count++;
    if (!count)
        return _("Choose all that are right. Each wrong one takes a right one away.");
    return fill_text(arena, _("{1} chosen"), fill_number(arena, count), NULL);
}

/// How tiles are set out: LOOK's rule by their number, one column where they are too narrow.
static struct tiles_grid grid_for(const struct ask *ask, const struct ui *ui)
{
    int count = ask->shown_count;
    if (tiles_is_list(ask) || ui->grid == UI_TALL || count == 3)
        return (struct tiles_grid){1, count};
    if (count <= 2)
        return (struct tiles_grid){2, 1};
    int columns = count > 4 && ui->grid == UI_WIDE ? 3 : 2;
    return (struct tiles_grid){columns, (count + columns - 1) / columns};
}

static float gap_px(const struct ui *ui, struct tiles_grid grid)
{
    if (ui->is_dense)
        return (ui->is_densest ? 0.9F : 1.2F) * ui->u;
    return (grid.rows > 3 ? 2.4F : 3) * ui->u;
}

const char *const *tiles_labels(const struct ask *ask, struct arena *arena)
{
    const char **labels = ARENA_ARRAY(arena, ask->shown_count, const char *);
    for (int i = 0; i < ask->shown_count; i++)
        labels[i] = tiles_label(ask, i);
    return labels;
}

static float cell_width(const struct ui *ui, struct tiles_grid grid, float width)
{
    return (width - gap_px(ui, grid) * (float)(grid.columns - 1)) / (float)grid.columns;
}

/// Height of the rows of `grid`, in cells so wide, in which all labels fit at `size_u`: all as
/// high as the highest, but where things are densest each as high as its own labels.
static void measure_rows(const struct ask *ask, const struct ui *ui, struct tiles_grid grid,
                         float width, float size_u, float heights[ASK_PLACES])
{
    float highest = 0, least = (ui->is_dense ? 6.4F : 7.4F) * ui->u;
    for (int row = 0; row < grid.rows; row++)
        heights[row] = least;
    for (int i = 0; i < ask->shown_count; i++) {
        const struct tile_words words = {.label = tiles_label(ask, i),
                                         .has_sign = tiles_is_multi(ask),
                                         .is_box = tiles_is_multi(ask)};
        float *height = &heights[i / grid.columns];
        *height = fmaxf(*height, ui_tile_height(ui, width, size_u, &words, 1e6F));
        highest = fmaxf(highest, *height);
    }
    for (int row = 0; row < grid.rows && !ui->is_densest; row++)
        heights[row] = highest;
}

/// Height of such rows with the gaps between them.
static float grid_height(const struct ask *ask, const struct ui *ui, struct tiles_grid grid,
                         float width, float size_u)
{
    float heights[ASK_PLACES], height = gap_px(ui, grid) * (float)(grid.rows - 1);
    measure_rows(ask, ui, grid, cell_width(ui, grid, width), size_u, heights);
    for (int row = 0; row < grid.rows; row++)
        height += heights[row];
    return height;
}

static float largest_size(const struct ui *ui)
{
    if (ui->is_compact)
        return 5.4F;
    return ui->grid == UI_TALL ? 4.8F : 4.3F;
}

/// The size at which all labels fit into such a cell. Where things are densest a box is beside
/// no more than a short line.
static float text_size(const struct ask *ask, const struct ui *ui, struct rect cell)
{
    return ui_tile_size(ui, cell, tiles_labels(ask, ui->arena), ask->shown_count,
                        largest_size(ui), tiles_is_multi(ask) && !ui->is_densest);
}

/// Whether the words of all tiles of such a grid stand whole in them at their smallest.
static bool keeps_words(const struct ask *ask, const struct ui *ui, struct tiles_grid grid,
                        float width)
{
    struct rect cell = {0, 0, cell_width(ui, grid, width), 1e6F};
    return text_size(ask, ui, cell) > 0;
}

static float least_grid_height(const struct ask *ask, const struct ui *ui,
                               struct tiles_grid grid, float width)
{
    return grid_height(ask, ui, grid, width, largest_size(ui) * 0.77F);
}

struct tiles_grid tiles_grid(const struct ask *ask, const struct ui *ui, float width)
{
    struct tiles_grid grid = grid_for(ask, ui), best = {1, ask->shown_count};
    float lowest = ui->is_dense ? least_grid_height(ask, ui, best, width) : 0;
    for (; grid.columns > 1; grid.columns--) {
        grid.rows = (ask->shown_count + grid.columns - 1) / grid.columns;
        if (!keeps_words(ask, ui, grid, width))
            continue;
        if (!ui->is_dense)
            return grid;
        float height = least_grid_height(ask, ui, grid, width);
        best = height < lowest ? grid : best;
        lowest = fminf(height, lowest);
    }
    return best;
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    return least_grid_height(ask, ui, tiles_grid(ask, ui, width), width);
}

static enum tile_state asked_state(const struct tiles *tiles, const struct turn *turn,
                                   int place)
{
    if (turn->is_hinted && place == turn->ask.greyed)
        return TILE_GREYED;
    return tiles->picked & (1U << place) ? TILE_SELECTED : TILE_IDLE;
}

/// The largest text of all labels with which the rows of `grid` fit into `area`.
static float label_size(const struct ask *ask, const struct ui *ui, struct tiles_grid grid,
                        struct rect area)
{
    const float least = largest_size(ui) * 0.77F;
    struct rect cell = rect_cell(area, grid.columns, grid.rows, 0, 0, gap_px(ui, grid));
    if (ui->is_densest)
        cell.h = 1e6F; // rows differ
    float size = text_size(ask, ui, cell);
    if (ui->is_densest && size > least && grid_height(ask, ui, grid, area.w, size) > area.h)
        size = least;
    return size > 0 ? size : least;
}

/// Heights of the rows that fill `area`.
static void share_height(const struct ask *ask, const struct ui *ui, struct tiles_grid grid,
                         struct rect area, float size_u, float heights[ASK_PLACES])
{
    float used = gap_px(ui, grid) * (float)(grid.rows - 1);
    measure_rows(ask, ui, grid, cell_width(ui, grid, area.w), size_u, heights);
    for (int row = 0; row < grid.rows; row++)
        used += heights[row];
    for (int row = 0; row < grid.rows; row++)
        heights[row] += (area.h - used) / (float)grid.rows;
}

static void draw_grid(const struct ask_context *context, const struct tiles *tiles,
                      struct ui *ui, struct rect area)
{
    const struct ask *ask = &context->turn->ask;
    struct tiles_grid grid = tiles_grid(ask, ui, area.w);
    float size = label_size(ask, ui, grid, area), heights[ASK_PLACES], above = 0;
    share_height(ask, ui, grid, area, size, heights);
    for (int i = 0; i < ask->shown_count; i++) {
        const struct tile tile = {
            .mark = i < ASK_MARKS && !tiles_is_list(ask) ? i : -1,
            .letter = tiles_letter(ask, i),
            .label = tiles_label(ask, i),
            .state = asked_state(tiles, context->turn, i),
            .size_u = size,
            .has_check_box = tiles_is_multi(ask),
            .keeps_size = context->has_pages,
        };
        struct rect row = {area.x, area.y + above, area.w, heights[i / grid.columns]};
        struct rect at = rect_cell(row, grid.columns, 1, i % grid.columns, 0, gap_px(ui, grid));
        ui_tile(ui, at, &tile, TILES_PICK, i);
        if (i % grid.columns == grid.columns - 1)
            above += row.h + gap_px(ui, grid);
    }
}

/// Rows of three and more in a tall area would be out of proportion.
static struct rect bounded(const struct ask *ask, const struct ui *ui, struct rect area)
{
    struct tiles_grid grid = tiles_grid(ask, ui, area.w);
    float most = (ask->shown_count <= 2 ? 34 : 20.6F) * ui->u * fmaxf(1, ui->text_scale * 0.9F);
    float height = most * (float)grid.rows + gap_px(ui, grid) * (float)(grid.rows - 1);
    height = fmaxf(height, least_grid_height(ask, ui, grid, area.w));
    if (area.h > height)
        rect_cut_top(&area, area.h - height);
    return area;
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct ask *ask = &context->turn->ask;
    area = bounded(ask, ui, area);
    draw_grid(context, self, ui, area);
}

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    struct hint *hint = ARENA_ARRAY(arena, 2, struct hint);
    const char *label = tiles_is_multi(ask) ? _("choose") : _("answer");
    if (ask->question->kind == KIND_TRUEFALSE) {
        hint[0] = (struct hint){.keys = "T F", .label = label};
    } else if (tiles_is_list(ask)) {
        hint[0] = (struct hint){.keys = _("Space"), .label = label};
    } else {
        hint[0] = (struct hint){.keys = arena_printf(arena, "1–%d", ask->shown_count),
                                .label = label};
    }
    hint[0].pad = PAD_SOUTH;
    hint[1] = (struct hint){.keys = "← ↑ → ↓", .label = _("move")};
    *rows = hint;
    return 2;
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, TILES_PICK, 0, "1–6", N_("Choose an answer")},
    {'2', 0, PAD_NONE, TILES_PICK, 1, NULL, NULL},
    {'3', 0, PAD_NONE, TILES_PICK, 2, NULL, NULL},
    {'4', 0, PAD_NONE, TILES_PICK, 3, NULL, NULL},
    {'5', 0, PAD_NONE, TILES_PICK, 4, NULL, NULL},
    {'6', 0, PAD_NONE, TILES_PICK, 5, NULL, NULL},
    {'a', 0, PAD_NONE, TILES_PICK, 0, "A–F", N_("The same, by letter")},
    {'b', 0, PAD_NONE, TILES_PICK, 1, NULL, NULL},
    {'c', 0, PAD_NONE, TILES_PICK, 2, NULL, NULL},
    {'d', 0, PAD_NONE, TILES_PICK, 3, NULL, NULL},
    {'e', 0, PAD_NONE, TILES_PICK, 4, NULL, NULL},
    {'f', 0, PAD_NONE, TILES_PICK, 5, NULL, NULL},
    {0},
};

static const struct shortcut true_false_shortcuts[] = {
    {'t', 0, PAD_NONE, TILES_PICK, 0, "T", N_("True")},
    {'1', 0, PAD_NONE, TILES_PICK, 0, NULL, NULL},
    {'f', 0, PAD_NONE, TILES_PICK, 1, "F", N_("False")},
    {'2', 0, PAD_NONE, TILES_PICK, 1, NULL, NULL},
    {0},
};

/// A list has more rows than there are keys, and letters that mean other things.
static const struct shortcut *moment_shortcuts(const void *self,
                                               const struct ask_context *context)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    if (ask->question->kind == KIND_TRUEFALSE)
        return true_false_shortcuts;
    return tiles_is_list(ask) ? NULL : shortcuts;
}

#define TILES_VIEW(of_kind, keys)                                                              \
    {                                                                                          \
        .kind = (of_kind), .state_size = sizeof(struct tiles), .shortcuts = (keys),            \
        .moment_shortcuts = moment_shortcuts, .update = update, .answer = answer,              \
        .has_check = has_check, .status = status, .least_height = least_height, .view = view,  \
        .answered_height = tiles_answered_height, .answered = tiles_answered, .hints = hints   \
    }

const struct ask_view ask_view_choice = TILES_VIEW(KIND_CHOICE, shortcuts);
const struct ask_view ask_view_multi = TILES_VIEW(KIND_MULTI, shortcuts);
const struct ask_view ask_view_truefalse = TILES_VIEW(KIND_TRUEFALSE, true_false_shortcuts);
