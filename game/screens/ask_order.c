// Order: rows that are lifted, moved and dropped.
#include "screens/ask_order.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"

enum {
    ORDER_ROW = ASK_ACTIONS, // lifts the item, or drops what is lifted at its place
    ORDER_GRIP,              // the part of a row that can be dragged where rows scroll
    ORDER_UP,
    ORDER_DOWN,
    ORDER_MOVE, // the lifted item by `arg`
    ORDER_PUT_BACK,
};

struct order {
    uint8_t items[ASK_PLACES];  // at each place, from the top
    uint8_t before[ASK_PLACES]; // at which place each item was, to glide from there
    int64_t moved_ms;
    uint8_t unlifted[ASK_PLACES]; // `items` before something was lifted
    bool is_lifted;
    int lifted;
};

static int place_of(const struct order *order, int count, int item)
{
    for (int i = 0; i < count; i++) {
        if (order->items[i] == item)
            return i;
    }
    return -1;
}

static void enter(void *self, const struct ask_context *context, struct arena *arena)
{
    (void)arena;
    struct order *order = self;
    const struct ask *ask = &context->turn->ask;
    memcpy(order->items, ask->shown, ask->shown_count);
    for (int i = 0; i < ask->shown_count; i++)
        order->before[order->items[i]] = (uint8_t)i;
}

static bool has_check(const struct ask_context *context)
{
    (void)context;
    return true;
}

static void note_places(struct order *order, int count)
{
    for (int i = 0; i < count; i++)
        order->before[order->items[i]] = (uint8_t)i;
}

/// Moves `item` to place `to`, at most to the ends; what lies between makes room.
static void move(struct order *order, int count, int item, int to, int64_t now_ms)
{
    int from = place_of(order, count, item);
    to = to < 0 ? 0 : to >= count ? count - 1 : to;
    if (from == to)
        return;
    note_places(order, count);
    order->moved_ms = now_ms;
    int step = from < to ? 1 : -1;
    for (int i = from; i != to; i += step)
        order->items[i] = order->items[i + step];
    order->items[to] = (uint8_t)item;
}

static void lift(struct order *order, int item)
{
    memcpy(order->unlifted, order->items, sizeof order->unlifted);
    order->is_lifted = true;
    order->lifted = item;
}

static void put_back(struct order *order, int count, int64_t now_ms)
{
    note_places(order, count);
    order->moved_ms = now_ms;
    memcpy(order->items, order->unlifted, sizeof order->items);
    order->is_lifted = false;
}

static void activate_row(struct order *order, int count, const struct action *action)
{
    if (!order->is_lifted) {
        lift(order, action->arg);
        return;
    }
    int place = place_of(order, count, action->arg);
    move(order, count, order->lifted, place, action->now_ms);
    order->is_lifted = false;
}

/// Rows made room while something was dragged: nothing is left to glide.
static void drop(struct order *order, int count, const struct action *action)
{
    int place = place_of(order, count, action->arg);
    move(order, count, action->dropped, place, action->now_ms);
    note_places(order, count);
    order->is_lifted = false;
}

static enum ask_outcome update(void *self, const struct ask_context *context,
                               const struct action *action)
{
    struct order *order = self;
    int count = context->turn->ask.shown_count;
    if (action->id == ORDER_PUT_BACK || action->id == ORDER_MOVE) {
        if (!order->is_lifted)
            return ASK_CHANGED;
        int place = place_of(order, count, order->lifted);
        if (action->id == ORDER_MOVE) {
            move(order, count, order->lifted, place + action->arg, action->now_ms);
        } else {
            put_back(order, count, action->now_ms);
        }
        return ASK_CHANGED;
    }
    int place = place_of(order, count, action->arg);
    if (action->id < ORDER_ROW || action->id > ORDER_DOWN || place < 0)
        return ASK_IGNORED;
    if (action->is_drop) {
        drop(order, count, action);
    } else if (action->id == ORDER_UP) {
        move(order, count, action->arg, place - 1, action->now_ms);
    } else if (action->id == ORDER_DOWN) {
        move(order, count, action->arg, place + 1, action->now_ms);
    } else {
        activate_row(order, count, action);
    }
    return ASK_CHANGED;
}

static struct answer answer(const void *self, const struct ask_context *context,
                            struct arena *arena)
{
    (void)arena;
    const struct order *order = self;
    struct answer given = {0};
    memcpy(given.places, order->items, context->turn->ask.shown_count);
    return given;
}

static const char *status(const void *self, const struct ask_context *context,
                          struct arena *arena)
{
    (void)context;
    (void)arena;
    const struct order *order = self;
    return order->is_lifted ? _("Lifted. Choose its new place.") : _("The first at the top.");
}

static const char *escape(const void *self)
{
    const struct order *order = self;
    return order->is_lifted ? _("put back") : NULL;
}

static const float arrow_width_u = 6.6F;

/// How rows are set out.
struct rows {
    struct rect area;
    float height, gap;
    float size_u; // of the texts
    int count;
};

static struct rect row_at(const struct rows *rows, int place)
{
    struct rect row = rows->area;
    row.y += (float)place * (rows->height + rows->gap);
    row.h = rows->height;
    return row;
}

static float row_gap(const struct ui *ui, int count)
{
    return (ui->is_dense ? 0.8F : count > 5 ? 1.4F : 1.6F) * ui->u;
}

/// Height of a row in which each text has room at `size_u`; never less than a finger needs.
static float row_height(const struct ask *ask, const struct ui *ui, float width, float size_u)
{
    const struct text_style style = {FACE_MEDIUM, size_u, 1.15F};
    float height = 6.6F * ui->u;
    float inner = width - order_number_width(ui) - (6 + 2 * arrow_width_u + 1.6F) * ui->u;
    for (int i = 0; i < ask->shown_count; i++) {
        struct wrapped text = wrap_text(ui, style, order_item(ask, i), inner);
        height = fmaxf(height, wrapped_height(&text) + 1.6F * ui->u);
    }
    return height;
}

static float all_height(const struct ui *ui, int count, float row)
{
    return row * (float)count + row_gap(ui, count) * (float)(count - 1) + 1.2F * ui->u;
}

static float largest_size(const struct ui *ui)
{
    return ui->is_compact ? 5 : 4.3F;
}

static float least_height(const void *self, const struct ask_context *context,
                          const struct ui *ui, float width)
{
    (void)self;
    const struct ask *ask = &context->turn->ask;
    return all_height(ui, ask->shown_count,
                      row_height(ask, ui, width, largest_size(ui) * 0.77F));
}

/// The largest text at which all rows fit `area`, or the smallest; rows grow into what is
/// left, but not out of proportion.
static struct rows rows_for(const struct ask *ask, const struct ui *ui, struct rect area)
{
    static const float shares[] = {1, 0.88F, 0.77F};
    struct rows rows = {.area = area, .count = ask->shown_count};
    for (int i = 0; i < 3; i++) {
        rows.size_u = largest_size(ui) * shares[i];
        rows.height = row_height(ask, ui, area.w, rows.size_u);
        if (all_height(ui, rows.count, rows.height) <= area.h)
            break;
    }
    rows.gap = row_gap(ui, rows.count);
    float room = (area.h - all_height(ui, rows.count, 0)) / (float)rows.count;
    rows.height = fmaxf(rows.height, fminf(room, 9.6F * ui->u * ui->text_scale));
    return rows;
}

/// What is being dragged, and where it would land.
struct drag {
    int item; // -1: nothing
    int from, to;
    struct point by;
};

static struct drag drag_now(const struct order *order, const struct rows *rows,
                            const struct ui *ui)
{
    struct drag drag = {.item = -1};
    for (int i = 0; i < rows->count; i++) {
        int item = order->items[i];
        if (!ui_is_dragged(ui, ORDER_ROW, item, &drag.by) &&
            !ui_is_dragged(ui, ORDER_GRIP, item, &drag.by))
            continue;
        drag.item = item;
        drag.from = drag.to = i;
    }
    for (int i = 0; i < rows->count && drag.item >= 0; i++) {
        struct rect row = row_at(rows, i);
        row.h += rows->gap;
        if (rect_has(row, ui->state->pointer))
            drag.to = i;
    }
    return drag;
}

static void declare_row(struct ui *ui, const struct rows *rows, const struct ask *ask,
                        int place, int item)
{
    const char *text = order_item(ask, item);
    struct rect row = row_at(rows, place);
    struct rect whole = row;
    whole.h += rows->gap;
    // A finger on a row that scrolls away scrolls: there only the grip drags.
    unsigned drags = ui->region < 0 ? AREA_DRAG | AREA_DROP : AREA_DROP;
    ui_area(ui, whole, ORDER_ROW, item, drags, text);
    rect_cut_left(&row, order_number_width(ui));
    struct rect grip = rect_cut_left(&row, 6.4F * ui->u);
    const unsigned part = AREA_NO_FOCUS | AREA_DROP;
    ui_area(ui, grip, ORDER_GRIP, item, part | (ui_is_paging(ui) ? 0 : AREA_DRAG), text);
    rect_cut_right(&row, 0.6F * ui->u);
    struct rect down = rect_cut_right(&row, arrow_width_u * ui->u);
    struct rect up = rect_cut_right(&row, arrow_width_u * ui->u);
    const char *up_name = arena_printf(ui->arena, _("Move %s up"), text);
    const char *down_name = arena_printf(ui->arena, _("Move %s down"), text);
    if (place > 0)
        ui_area(ui, up, ORDER_UP, item, part, up_name);
    if (place + 1 < rows->count)
        ui_area(ui, down, ORDER_DOWN, item, part, down_name);
}

static void draw_arrow(struct ui *ui, struct rect cell, enum mask mask, int id, int item)
{
    struct point at = rect_centre(cell);
    bool is_lit = ui_is_hovered(ui, id, item) || ui_is_pressed(ui, id, item);
    float half = 2.6F * ui->u;
    if (is_lit) {
        ui_fill(ui, (struct rect){at.x - half, at.y - half, 2 * half, 2 * half}, half,
                ui->theme->track);
    }
    ui_icon(ui, mask, at, 1.5F * ui->u, 0.28F, is_lit ? ui->theme->text : ui->theme->text2);
}

static void draw_face(struct ui *ui, struct rect face, bool is_up, bool is_lit)
{
    float radius = 2 * ui->u;
    if (!is_up) {
        ui_card(ui, face, 2, is_lit ? ui->theme->surface2 : ui->theme->surface);
        return;
    }
    float edge = ui_stroke_px(ui, 0.5F);
    ui_shadow(ui, face, 2.4F * ui->u);
    ui_fill(ui, face, radius, ui->theme->accent);
    ui_fill(ui, rect_inset(face, edge), radius - edge, ui->theme->surface2);
}

struct row {
    struct rect rect;
    int item, place;
    bool is_up; // lifted or dragged
};

static void draw_row(struct ui *ui, const struct rows *rows, const struct ask *ask,
                     const struct row *row)
{
    int item = row->item;
    struct rect rest = row->rect;
    rect_cut_left(&rest, order_number_width(ui));
    if (row->is_up)
        rest.y -= 0.5F * ui->u;
    bool is_lit = ui_is_hovered(ui, ORDER_ROW, item) || ui_is_hovered(ui, ORDER_GRIP, item);
    draw_face(ui, rest, row->is_up, is_lit);
    ui_focus_ring(ui, ORDER_ROW, item, rest, 2 * ui->u);
    struct rect grip = rect_cut_left(&rest, 6 * ui->u);
    ui_icon(ui, MASK_GRIP, rect_centre(grip), 1.5F * ui->u, 0.3F,
            row->is_up ? ui->theme->accent : ui->theme->text3);
    rect_cut_right(&rest, 0.6F * ui->u);
    struct rect down = rect_cut_right(&rest, arrow_width_u * ui->u);
    struct rect up = rect_cut_right(&rest, arrow_width_u * ui->u);
    if (row->place > 0)
        draw_arrow(ui, up, MASK_UP, ORDER_UP, item);
    if (row->place + 1 < rows->count)
        draw_arrow(ui, down, MASK_DOWN, ORDER_DOWN, item);
    rect_cut_right(&rest, ui->u);
    const struct text_style style = {FACE_MEDIUM, rows->size_u, 1.15F};
    struct wrapped text = wrap_text(ui, style, order_item(ask, item), rest.w);
    rest.y += (rest.h - wrapped_height(&text)) / 2;
    wrapped_draw(ui, &text, rest, ALIGN_START, ui->theme->text);
}

/// Where a row is to be seen: on its glide, under the pointer, or making room.
static struct row row_now(const struct order *order, const struct rows *rows,
                          const struct drag *drag, int place, float glide)
{
    int item = order->items[place];
    struct row row = {.rect = row_at(rows, place), .item = item, .place = place};
    float step = rows->height + rows->gap;
    if (drag->item < 0) {
        row.rect.y += (float)(order->before[item] - place) * step * (1 - glide);
        row.is_up = order->is_lifted && order->lifted == item;
    } else if (item == drag->item) {
        row.rect = rect_move(row.rect, drag->by.x, drag->by.y);
        row.is_up = true;
    } else if (place > drag->from && place <= drag->to) {
        row.rect.y -= step;
    } else if (place < drag->from && place >= drag->to) {
        row.rect.y += step;
    }
    return row;
}

static void view(const void *self, const struct ask_context *context, struct ui *ui,
                 struct rect area)
{
    const struct order *order = self;
    const struct ask *ask = &context->turn->ask;
    struct rows rows = rows_for(ask, ui, area);
    struct drag drag = drag_now(order, &rows, ui);
    float glide = ui_progress(ui, order->moved_ms, MOTION_BASE_MS, EASE_OUT_CUBIC);
    struct row last = {0};
    for (int i = 0; i < rows.count; i++) {
        order_draw_number(ui, row_at(&rows, i), i + 1);
        declare_row(ui, &rows, ask, i, order->items[i]);
        struct row row = row_now(order, &rows, &drag, i, glide);
        if (row.is_up) {
            last = row; // lies on all others
        } else {
            draw_row(ui, &rows, ask, &row);
        }
    }
    if (last.is_up)
        draw_row(ui, &rows, ask, &last);
}

static int hints(const void *self, const struct ask_context *context, struct arena *arena,
                 const struct hint **rows)
{
    (void)self;
    (void)context;
    struct hint *hint = ARENA_ARRAY(arena, 2, struct hint);
    hint[0] = (struct hint){.keys = _("Space"), .pad = PAD_SOUTH, .label = _("lift and drop")};
    hint[1] = (struct hint){.keys = "↑ ↓", .label = _("move")};
    *rows = hint;
    return 2;
}

static const struct shortcut shortcuts[] = {
    {0, 0, PAD_NONE, ORDER_ROW, 0, N_("Space"), N_("Lift a row, or drop it")},
    {0},
};

static const struct shortcut lifted_shortcuts[] = {
    {KEY_UP, 0, PAD_UP, ORDER_MOVE, -1, "↑ ↓", N_("Move what is lifted")},
    {KEY_DOWN, 0, PAD_DOWN, ORDER_MOVE, +1, NULL, NULL},
    {KEY_ESCAPE, 0, PAD_EAST, ORDER_PUT_BACK, 0, "Esc", N_("Put it back")},
    {0},
};

static const struct shortcut *moment_shortcuts(const void *self,
                                               const struct ask_context *context)
{
    (void)context;
    const struct order *order = self;
    return order->is_lifted ? lifted_shortcuts : shortcuts;
}

const struct ask_view ask_view_order = {
    .kind = KIND_ORDER,
    .state_size = sizeof(struct order),
    .moment_shortcuts = moment_shortcuts,
    .enter = enter,
    .update = update,
    .answer = answer,
    .has_check = has_check,
    .status = status,
    .escape = escape,
    .least_height = least_height,
    .view = view,
    .answered_height = order_answered_height,
    .answered = order_answered,
    .hints = hints,
};
