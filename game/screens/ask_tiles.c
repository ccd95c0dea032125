// Choice, multi and truefalse: answers on tiles.
#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/ask.h"
#include "ui/tile.h"

enum { TILES_PICK = ASK_ACTIONS };

struct tiles {
    uint32_t picked; // by place
};

static bool is_multi(const struct ask *ask)
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

static const char *label_at(const struct ask *ask, int place)
{
    if (ask->question->kind == KIND_TRUEFALSE)
        return place == 0 ? _("True") : _("False");
    return ask->question->choice.options.items[ask->shown[place]];
}

/// More tiles than marks: one scrolling column with plain letters.
static bool is_list(const struct ask *ask)
{
    return ask->shown_count > ASK_MARKS;
}

static const char *letter_at(const struct ask *ask, int place)
{
    static const char letters[][2] = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K",
                                      "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V"};
    static const char true_false[][2] = {"T", "F"};
    return ask->question->kind == KIND_TRUEFALSE ? true_false[place] : letters[place];
}

static bool has_check(const struct ask_context *context)
{
    return is_multi(&context->turn->ask) || context->confirms;
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
    if (is_multi(&turn->ask)) {
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
    if (!is_multi(&context->turn->ask))
        return NULL;
    int count = 0;
    for (uint32_t rest = tiles->picked; rest; rest &= rest - 1)
        count++;
    if (!count)
        return _("Choose all that are right. Each wrong one takes a right one away.");
    return fill_text(arena, _("{1} chosen"), fill_number(arena, count), NULL);
}

struct grid {
    int columns, rows;
};

/// How tiles are set out: LOOK's rule by their number, one column where they are too narrow.
static struct grid grid_for(const struct ask *ask, const struct ui *ui)
{
    int count = ask->shown_count;
    if (is_list(ask) || ui->grid == UI_TALL || count == 3)
        return (struct grid){1, count};
    if (count <= 2)
        return (struct grid){2, 1};
    int columns = count > 4 && ui->grid == UI_WIDE ? 3 : 2;
    return (struct grid){columns, (count + columns - 1) / columns};
}

static float gap_px(const struct ui *ui, struct grid grid)
{
    if (ui->is_dense)
        return 1.2F * ui->u;
    return (grid.rows > 3 ? 2.4F : 3) * ui->u;
}

static const char *const *labels_of(const struct ask *ask, struct arena *arena)
{
    const char **labels = ARENA_ARRAY(arena, ask->shown_count, const char *);
    for (int i = 0; i < ask->shown_count; i++)
        labels[i] = label_at(ask, i);
    return labels;
}

static float cell_width(const struct ui *ui, struct grid grid, float width)
{
    return (width - gap_px(ui, grid) * (float)(grid.columns - 1)) / (float)grid.columns;
}

/// Height of a row in which every label fits at `size_u`.
static float row_height(const struct ask *ask, const struct ui *ui, float width, float size_u,
                        float least_u)
{
    float height = least_u * ui->u;
    for (int i = 0; i < ask->shown_count; i++) {
        const struct tile_words words = {.label = label_at(ask, i), .has_sign = is_multi(ask)};
        height = fmaxf(height, ui_tile_height(ui, width, size_u, &words, 1e6F));
    }
    return height;
}

static float largest_size(const struct ui *ui)
{
    if (ui->is_compact)
        return 5.4F;
    return ui->grid == UI_TALL ? 4.8F : 4.3F;
}

/// Whether the words of all tiles of such a grid stand whole in them at their smallest.
static bool keeps_words(const struct ask *ask, const struct ui *ui, struct grid grid,
                        float width)
{
    struct rect cell = {0, 0, cell_width(ui, grid, width), 1e6F};
    return ui_tile_size(ui, cell, labels_of(ask, ui->arena), ask->shown_count, largest_size(ui),
                        is_multi(ask)) > 0;
}

static float least_grid_height(const struct ask *ask, const struct ui *ui, struct grid grid,
                               float width)
{
    float least_u = ui->is_dense ? 6.4F : 7.4F;
    float row =
        row_height(ask, ui, cell_width(ui, grid, width), largest_size(ui) * 0.77F, least_u);
    return row * (float)grid.rows + gap_px(ui, grid) * (float)(grid.rows - 1);
}

/// The grid for this width: with fewer columns where the smallest text splits words in it, and
/// where things are dense the lowest of all.
static struct grid fitting_grid(const struct ask *ask, const struct ui *ui, float width)
{
    struct grid grid = grid_for(ask, ui), best = {1, ask->shown_count};
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
    return least_grid_height(ask, ui, fitting_grid(ask, ui, width), width);
}

static enum tile_state asked_state(const struct tiles *tiles, const struct turn *turn,
                                   int place)
{
    if (turn->is_hinted && place == turn->ask.greyed)
        return TILE_GREYED;
    return tiles->picked & (1U << place) ? TILE_SELECTED : TILE_IDLE;
}

static void draw_grid(const struct ask_context *context, const struct tiles *tiles,
                      struct ui *ui, struct rect area)
{
    const struct ask *ask = &context->turn->ask;
    struct grid grid = fitting_grid(ask, ui, area.w);
    struct rect cell = rect_cell(area, grid.columns, grid.rows, 0, 0, gap_px(ui, grid));
    float size = ui_tile_size(ui, cell, labels_of(ask, ui->arena), ask->shown_count,
                              largest_size(ui), is_multi(ask));
    if (size <= 0)
        size = largest_size(ui) * 0.77F;
    for (int i = 0; i < ask->shown_count; i++) {
        const struct tile tile = {
            .mark = i < ASK_MARKS && !is_list(ask) ? i : -1,
            .letter = letter_at(ask, i),
            .label = label_at(ask, i),
            .state = asked_state(tiles, context->turn, i),
            .size_u = size,
            .has_check_box = is_multi(ask),
            .keeps_size = context->has_pages,
        };
        struct rect at = rect_cell(area, grid.columns, grid.rows, i % grid.columns,
                                   i / grid.columns, gap_px(ui, grid));
        ui_tile(ui, at, &tile, TILES_PICK, i);
    }
}

/// Rows of three and more in a tall area would be out of proportion.
static struct rect bounded(const struct ask *ask, const struct ui *ui, struct rect area)
{
    struct grid grid = fitting_grid(ask, ui, area.w);
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
        .mark = place < ASK_MARKS && !is_list(ask) ? place : -1,
        .letter = letter_at(ask, place),
        .label = label_at(ask, place),
        .is_read_only = true,
        .state = is_right  ? TILE_RIGHT
                 : is_mine ? TILE_WRONG
                           : TILE_DIM,
    };
    if (is_mine) {
        tile.tag = _("Your answer");
    } else if (is_right) {
        bool is_missed = is_multi(ask) && !turn->is_timed_out;
        tile.tag = is_missed ? _("Missed") : _("Right answer");
    }
    return tile;
}

/// Where the tiles stand once the answer is shown, and how large their text is.
struct answered_grid {
    struct grid grid;
    float row, gap, size_u;
    bool cuts_words; // a word is split, or a tag is too long
};

static float least_row(const struct turn *turn, const struct ui *ui, float width, float size_u,
                       float row)
{
    for (int i = 0; i < turn->ask.shown_count; i++) {
        struct tile tile = answered_tile(turn, i);
        const struct tile_words words = {tile.label, tile.tag, true};
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
    const char *const *labels = labels_of(ask, ui->arena);
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
        least.grid = (struct grid){columns, (count + columns - 1) / columns};
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
    struct answered_grid least = {.grid = fitting_grid(&context->turn->ask, ui, width),
                                  .gap = 2.4F * ui->u,
                                  .size_u = 3.8F};
    least.row = (ui->is_compact || ui->grid == UI_TALL ? 7.4F : 11.4F) * ui->u;
    struct answered_grid shown = measure_answered(context->turn, ui, width, least);
    if (shown.row <= 11.5F * ui->u)
        return shown;
    least.size_u = 3.3F;
    return measure_answered(context->turn, ui, width, least);
}

static float answered_height(const struct ask_context *context, const struct ui *ui,
                             float width)
{
    struct answered_grid shown = answered_grid(context, ui, width);
    return height_of(&shown);
}

static void answered(const struct ask_context *context, struct ui *ui, struct rect area)
{
    struct answered_grid shown = answered_grid(context, ui, area.w);
    struct grid grid = shown.grid;
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

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    struct hint *hint = ARENA_ARRAY(arena, 2, struct hint);
    const char *label = is_multi(ask) ? _("choose") : _("answer");
    if (ask->question->kind == KIND_TRUEFALSE) {
        hint[0] = (struct hint){.keys = "T F", .label = label};
    } else if (is_list(ask)) {
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
    return is_list(ask) ? NULL : shortcuts;
}

#define TILES_VIEW(of_kind, keys)                                                              \
    {                                                                                          \
        .kind = (of_kind), .state_size = sizeof(struct tiles), .shortcuts = (keys),            \
        .moment_shortcuts = moment_shortcuts, .update = update, .answer = answer,              \
        .has_check = has_check, .status = status, .least_height = least_height, .view = view,  \
        .answered_height = answered_height, .answered = answered, .hints = hints               \
    }

const struct ask_view ask_view_choice = TILES_VIEW(KIND_CHOICE, shortcuts);
const struct ask_view ask_view_multi = TILES_VIEW(KIND_MULTI, shortcuts);
const struct ask_view ask_view_truefalse = TILES_VIEW(KIND_TRUEFALSE, true_false_shortcuts);
