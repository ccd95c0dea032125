// Match: two sides of tiles that are paired. A pair shows one mark at both ends.
#include "screens/ask_match.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "screens/ask.h"
#include "ui/tile.h"

enum {
    MATCH_END = ASK_ACTIONS, // arg: the left side, or MATCH_RIGHTS + the place at the right
    MATCH_RIGHTS = 64,
    MATCH_NOTHING = -1,
};

struct match {
    uint8_t place_of[ASK_PLACES]; // at the right, of each left; ASK_NONE: not yet paired
    int chosen;                   // the end that waits for its other end, or MATCH_NOTHING
};

static int lefts(const struct ask *ask)
{
    return ask->question->match.count;
}

static bool is_right(int end)
{
    return end >= MATCH_RIGHTS;
}

/// More tiles than marks or letters: plain ones, chosen by Enter.
static bool is_list(const struct ask *ask)
{
    return lefts(ask) > ASK_MARKS || ask->shown_count > ASK_MARKS;
}

static void enter(void *self, const struct ask_context *context, struct arena *arena)
{
    (void)context;
    (void)arena;
    struct match *match = self;
    memset(match->place_of, ASK_NONE, sizeof match->place_of);
    match->chosen = MATCH_NOTHING;
}

static bool has_check(const struct ask_context *context)
{
    (void)context;
    return true;
}

/// The left side that `end` is paired with, or is; MATCH_NOTHING if it is free.
static int pair_of(const struct match *match, const struct ask *ask, int end)
{
    if (!is_right(end))
        return match->place_of[end] == ASK_NONE ? MATCH_NOTHING : end;
    for (int i = 0; i < lefts(ask); i++) {
        if (match->place_of[i] == end - MATCH_RIGHTS)
            return i;
    }
    return MATCH_NOTHING;
}

static void free_end(struct match *match, const struct ask *ask, int end)
{
    int left = pair_of(match, ask, end);
    if (left != MATCH_NOTHING)
        match->place_of[left] = ASK_NONE;
}

/// Pairs two ends of different sides, or frees them if they were paired.
static void join(struct match *match, const struct ask *ask, int a, int b)
{
    int left = is_right(a) ? b : a, right = is_right(a) ? a : b;
    bool were_paired = pair_of(match, ask, right) == left;
    free_end(match, ask, right);
    if (!were_paired)
        match->place_of[left] = (uint8_t)(right - MATCH_RIGHTS);
    match->chosen = MATCH_NOTHING;
}

static void choose(struct match *match, const struct ask *ask, int end)
{
    if (match->chosen == end) {
        match->chosen = MATCH_NOTHING;
    } else if (match->chosen == MATCH_NOTHING || is_right(match->chosen) == is_right(end)) {
        match->chosen = end;
    } else {
        join(match, ask, match->chosen, end);
    }
}

static bool is_end(const struct ask *ask, int end)
{
    if (is_right(end))
        return end - MATCH_RIGHTS < ask->shown_count;
    return end >= 0 && end < lefts(ask);
}

static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    struct match *match = self;
    const struct ask *ask = &context->turn->ask;
    if (action->id != MATCH_END)
        return ASK_IGNORED;
    if (!is_end(ask, action->arg))
        return ASK_CHANGED;
    if (action->edit == EDIT_BACKSPACE) {
        free_end(match, ask, action->arg);
        match->chosen = MATCH_NOTHING;
    } else if (!action->is_drop) {
        choose(match, ask, action->arg);
    } else if (is_right(action->dropped) != is_right(action->arg)) {
        free_end(match, ask, action->arg); // dropping is for joining only
        join(match, ask, action->dropped, action->arg);
    }
    return ASK_CHANGED;
}

static struct answer answer(const void *self, const struct ask_context *context,
                            struct arena *arena)
{
    (void)arena;
    const struct match *match = self;
    const struct ask *ask = &context->turn->ask;
    struct answer given = {0};
    for (int i = 0; i < lefts(ask); i++) {
        int place = match->place_of[i];
        given.places[i] = place == ASK_NONE ? ASK_NONE : ask->shown[place];
    }
    return given;
}

static const char *status(const void *self, const struct ask_context *context,
                          struct arena *arena)
{
    const struct match *match = self;
    if (match->chosen != MATCH_NOTHING)
        return _("Now choose the other end.");
    int paired = 0;
    for (int i = 0; i < lefts(&context->turn->ask); i++)
        paired += match->place_of[i] != ASK_NONE;
    return arena_printf(arena, _("%d of %d paired"), paired, lefts(&context->turn->ask));
}

static const char *label_of(const struct ask *ask, int end)
{
    const struct question *q = ask->question;
    return is_right(end) ? q->match.rights[ask->shown[end - MATCH_RIGHTS]]
                         : q->match.lefts[end];
}

/// How the two sides are set out: beside each other, or where words would be split the left
/// ones above the right ones.
struct sides {
    struct rect area;
    bool is_stacked, keeps_size;
    float width, gutter; // of a tile, and between the sides
    float gap;
    float *heights; // `rows`
    float size_u;
    int rows;
};

static float largest_size(const struct ui *ui)
{
    return ui->is_compact ? 4.6F : 4.3F;
}

static const char *const *labels_of(const struct ask *ask, struct arena *arena)
{
    int count = lefts(ask) + ask->shown_count;
    const char **labels = ARENA_ARRAY(arena, count, const char *);
    for (int i = 0; i < lefts(ask); i++)
        labels[i] = label_of(ask, i);
    for (int i = 0; i < ask->shown_count; i++)
        labels[lefts(ask) + i] = label_of(ask, MATCH_RIGHTS + i);
    return labels;
}

static const char *pair_tag(struct arena *arena, const char *other)
{
    return arena_printf(arena, _("with %s"), other);
}

static struct sides sides_for(const struct ask *ask, const struct ui *ui, float width)
{
    float gutter_u = ui->grid == UI_WIDE ? 18 : 10;
    float share = ui->is_densest ? 0.25F : ui->is_dense ? 0.5F : 1;
    struct sides sides = {.gutter = share * gutter_u * ui->u};
    sides.width = (width - sides.gutter) / 2;
    sides.rows = ask->shown_count > lefts(ask) ? ask->shown_count : lefts(ask);
    struct rect cell = {0, 0, sides.width, 1e6F};
    int count = lefts(ask) + ask->shown_count;
    if (ui_tile_size(ui, cell, labels_of(ask, ui->arena), count, largest_size(ui), false) <=
        0) {
        sides.is_stacked = true;
        sides.width = width;
        sides.gutter = (ui->is_densest ? 2 : 4) * ui->u;
        sides.rows = count;
    }
    sides.gap = (ui->is_densest   ? 0.9F
                 : ui->is_dense   ? 1.2F
                 : sides.rows > 5 ? 1.6F
                                  : 2) *
                ui->u;
    return sides;
}

/// The row that a tile is in.
static int row_of(const struct sides *sides, const struct ask *ask, int end)
{
    if (!is_right(end))
        return end;
    return end - MATCH_RIGHTS + (sides->is_stacked ? lefts(ask) : 0);
}

/// Makes each row as high as its tiles need, and where things are not dense all alike.
static void measure_rows(const struct ask *ask, const struct ui *ui, struct sides *sides)
{
    const char *const *labels = labels_of(ask, ui->arena);
    const char *tag = is_list(ask) ? pair_tag(ui->arena, "W") : NULL; // as wide as any
    float spared = ui->is_dense ? 0 : 1.4F * ui->u, highest = 6.4F * ui->u;
    sides->heights = ARENA_ARRAY(ui->arena, sides->rows, float);
    for (int i = 0; i < sides->rows; i++)
        sides->heights[i] = highest;
    for (int i = 0; i < lefts(ask) + ask->shown_count; i++) {
        const struct tile_words words = {.label = labels[i], .tag = tag};
        int end = i < lefts(ask) ? i : MATCH_RIGHTS + i - lefts(ask);
        float *height = &sides->heights[row_of(sides, ask, end)];
        *height = fmaxf(*height,
                        ui_tile_height(ui, sides->width, sides->size_u, &words, 1e6F) - spared);
        highest = fmaxf(highest, *height);
    }
    for (int i = 0; i < sides->rows && !ui->is_dense; i++)
        sides->heights[i] = highest;
}

static float all_height(const struct ui *ui, const struct sides *sides)
{
    float height = sides->gap * (float)(sides->rows - 1);
    for (int i = 0; i < sides->rows; i++)
        height += sides->heights[i];
    return height + (sides->is_stacked ? sides->gutter : 0) +
           (ui->is_densest ? 0.6F : 1.2F) * ui->u;
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    struct sides sides = sides_for(ask, ui, width);
    sides.size_u = largest_size(ui) * 0.77F;
    measure_rows(ask, ui, &sides);
    return all_height(ui, &sides);
}

/// Fits rows and text to `area` as far as they go.
static struct sides fitted(const struct ask *ask, const struct ui *ui, struct rect area)
{
    static const float shares[] = {1, 0.88F, 0.77F};
    struct sides sides = sides_for(ask, ui, area.w);
    sides.area = area;
    for (int i = 0; i < 3; i++) {
        sides.size_u = largest_size(ui) * shares[i];
        measure_rows(ask, ui, &sides);
        if (all_height(ui, &sides) <= area.h)
            break;
    }
    float most = 11.4F * ui->u * ui->text_scale;
    float more = (area.h - all_height(ui, &sides)) / (float)sides.rows;
    for (int i = 0; i < sides.rows && more > 0; i++)
        sides.heights[i] = fmaxf(sides.heights[i], fminf(sides.heights[i] + more, most));
    return sides;
}

static struct rect tile_at(const struct sides *sides, const struct ask *ask, int end)
{
    int row = row_of(sides, ask, end);
    struct rect at = {sides->area.x, sides->area.y, sides->width, sides->heights[row]};
    if (is_right(end) && sides->is_stacked) {
        at.y += sides->gutter;
    } else if (is_right(end)) {
        at.x += sides->width + sides->gutter;
    }
    for (int i = 0; i < row; i++)
        at.y += sides->heights[i] + sides->gap;
    return at;
}

/// What stands on a tile: its number or letter, and the mark of its pair. Lists have no marks:
/// a pair is told by the number and the letter of its other end.
static struct tile tile_of(const struct match *match, const struct ask *ask,
                           struct arena *arena, int end)
{
    int left = pair_of(match, ask, end);
    struct tile tile = {
        .mark = is_right(end) ? left : end,
        .label = label_of(ask, end),
        .state = match->chosen == end ? TILE_SELECTED : TILE_IDLE,
        .flags = AREA_DRAG | AREA_DROP | AREA_ERASE,
    };
    if (is_right(end)) {
        tile.letter = match_letter(end - MATCH_RIGHTS);
    } else {
        tile.letter = arena_printf(arena, "%d", end + 1);
    }
    if (is_list(ask)) {
        tile.mark = -1;
        if (left >= 0 && is_right(end)) {
            tile.tag = pair_tag(arena, arena_printf(arena, "%d", left + 1));
        } else if (left >= 0) {
            tile.tag = pair_tag(arena, match_letter(match->place_of[left]));
        }
    }
    return tile;
}

static void draw_end(const struct match *match, const struct ask *ask, struct ui *ui,
                     const struct sides *sides, int end)
{
    struct tile tile = tile_of(match, ask, ui->arena, end);
    tile.size_u = sides->size_u;
    tile.keeps_size = sides->keeps_size;
    if (ui->region >= 0)
        tile.flags &= ~(unsigned)AREA_DRAG; // a finger there scrolls
    ui_tile(ui, tile_at(sides, ask, end), &tile, MATCH_END, end);
}

/// A dotted line, which is as good at any slope.
static void draw_dots(struct ui *ui, struct point from, struct point to, struct colour colour)
{
    float length = hypotf(to.x - from.x, to.y - from.y);
    int steps = (int)(length / (1.5F * ui->u)) + 1;
    for (int i = 0; i <= steps; i++) {
        float t = (float)i / (float)steps;
        bool is_tip = i == 0 || i == steps;
        float half = (is_tip ? 0.8F : 0.42F) * ui->u;
        struct point p = {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
        ui_fill(ui, (struct rect){p.x - half, p.y - half, 2 * half, 2 * half}, half, colour);
    }
}

static struct colour pair_colour(const struct ui *ui, const struct ask *ask, int left)
{
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST || is_list(ask);
    return is_plain ? ui->theme->text2 : answer_colours[left].fill;
}

static void draw_pair(const struct match *match, const struct ask *ask, struct ui *ui,
                      const struct sides *sides, int left)
{
    if (match->place_of[left] == ASK_NONE || sides->is_stacked)
        return;
    struct rect a = tile_at(sides, ask, left);
    struct rect b = tile_at(sides, ask, MATCH_RIGHTS + match->place_of[left]);
    struct point from = {a.x + a.w + 2.2F * ui->u, a.y + a.h / 2};
    struct point to = {b.x - 2.2F * ui->u, b.y + b.h / 2};
    draw_dots(ui, from, to, pair_colour(ui, ask, left));
}

/// A line from the end that is being dragged to the pointer.
static void draw_dragged(const struct ask *ask, struct ui *ui, const struct sides *sides,
                         int end)
{
    struct point by;
    if (!ui_is_dragged(ui, MATCH_END, end, &by))
        return;
    struct rect tile = tile_at(sides, ask, end);
    struct point from = rect_centre(tile);
    if (!sides->is_stacked)
        from.x = is_right(end) ? tile.x - 2.2F * ui->u : tile.x + tile.w + 2.2F * ui->u;
    draw_dots(ui, from, ui->state->pointer, ui->theme->accent);
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct match *match = self;
    const struct ask *ask = &context->turn->ask;
    struct sides sides = fitted(ask, ui, area);
    sides.keeps_size = context->has_pages;
    for (int i = 0; i < lefts(ask); i++)
        draw_end(match, ask, ui, &sides, i);
    for (int i = 0; i < ask->shown_count; i++)
        draw_end(match, ask, ui, &sides, MATCH_RIGHTS + i);
    for (int i = 0; i < lefts(ask); i++) {
        draw_pair(match, ask, ui, &sides, i);
        draw_dragged(ask, ui, &sides, i);
    }
    for (int i = 0; i < ask->shown_count; i++)
        draw_dragged(ask, ui, &sides, MATCH_RIGHTS + i);
}

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    struct hint *hint = ARENA_ARRAY(arena, 3, struct hint);
    int count = 0;
    if (is_list(ask)) {
        hint[count++] =
            (struct hint){.keys = _("Space"), .pad = PAD_SOUTH, .label = _("choose two ends")};
    } else {
        const char *keys =
            arena_printf(arena, "1–%d A–%s", lefts(ask), match_letter(ask->shown_count - 1));
        hint[count++] = (struct hint){.keys = keys, .pad = PAD_SOUTH, .label = _("pair")};
    }
    hint[count++] = (struct hint){.keys = "← ↑ → ↓", .label = _("move")};
    hint[count++] = (struct hint){.keys = "⌫", .label = _("free")};
    *rows = hint;
    return count;
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, MATCH_END, 0, "1–6", N_("Choose at the left")},
    {'2', 0, PAD_NONE, MATCH_END, 1, NULL, NULL},
    {'3', 0, PAD_NONE, MATCH_END, 2, NULL, NULL},
    {'4', 0, PAD_NONE, MATCH_END, 3, NULL, NULL},
    {'5', 0, PAD_NONE, MATCH_END, 4, NULL, NULL},
    {'6', 0, PAD_NONE, MATCH_END, 5, NULL, NULL},
    {'a', 0, PAD_NONE, MATCH_END, MATCH_RIGHTS, "A–F", N_("Choose at the right")},
    {'b', 0, PAD_NONE, MATCH_END, MATCH_RIGHTS + 1, NULL, NULL},
    {'c', 0, PAD_NONE, MATCH_END, MATCH_RIGHTS + 2, NULL, NULL},
    {'d', 0, PAD_NONE, MATCH_END, MATCH_RIGHTS + 3, NULL, NULL},
    {'e', 0, PAD_NONE, MATCH_END, MATCH_RIGHTS + 4, NULL, NULL},
    {'f', 0, PAD_NONE, MATCH_END, MATCH_RIGHTS + 5, NULL, NULL},
    {0, 0, PAD_NONE, MATCH_END, MATCH_NOTHING, N_("Backspace"), N_("Free a pair")},
    {0},
};

static const struct shortcut list_shortcuts[] = {
    {0, 0, PAD_NONE, MATCH_END, MATCH_NOTHING, N_("Space"),
     N_("Choose one end, then the other")},
    {0, 0, PAD_NONE, MATCH_END, MATCH_NOTHING, N_("Backspace"), N_("Free a pair")},
    {0},
};

static const struct shortcut *moment_shortcuts(const void *self,
                                               const struct ask_context *context)
{
    (void)self;
    return is_list(&context->turn->ask) ? list_shortcuts : shortcuts;
}

const struct ask_view ask_view_match = {
    .kind = KIND_MATCH,
    .state_size = sizeof(struct match),
    .moment_shortcuts = moment_shortcuts,
    .incomplete = N_("Pair everything at the left first, or skip with S."),
    .enter = enter,
    .update = update,
    .answer = answer,
    .has_check = has_check,
    .status = status,
    .least_height = least_height,
    .view = view,
    .answered_height = match_answered_height,
    .answered = match_answered,
    .hints = hints,
};
