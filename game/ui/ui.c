#include "ui/ui.h"

#include <math.h>
#include <string.h>

static const struct {
    float width, height, margin;
} grids[] = {
    [UI_WIDE] = {160, 90, 6},
    [UI_SQUARE] = {120, 90, 5},
    [UI_TALL] = {90, 160, 5},
};

static const float compact_below_u = 5.6F;
static const int text_floor_px = 13;
static const float text_least_u = 2.4F; // labels and hints; see LOOK's type table

static enum ui_grid grid_of(int width, int height)
{
    if (width * 2 >= height * 3)
        return UI_WIDE;
    return width >= height ? UI_SQUARE : UI_TALL;
}

struct ui ui_begin(struct ui_frame *frame, const struct ui_state *state,
                   const struct ui_look *look, int64_t now_ms)
{
    arena_reset(&frame->arena);
    frame->list = (struct draw_list){.arena = &frame->arena};
    frame->looked = NULL;
    frame->areas = NULL;
    frame->area_count = frame->area_room = frame->covered = frame->region_count = 0;

    enum ui_grid grid = grid_of(look->width, look->height);
    float width = (float)look->width, height = (float)look->height;
    float u = fminf(width / grids[grid].width, height / grids[grid].height);
    float page_width = grids[grid].width * u, page_height = grids[grid].height * u;
    // Windows taller than the grid get the whole height: there is never too much room.
    if (grid != UI_WIDE)
        page_height = height;
    struct rect page = {(width - page_width) / 2, (height - page_height) / 2, page_width,
                        page_height};
    return (struct ui){
        .theme = &themes[look->theme],
        .theme_id = look->theme,
        .grid = grid,
        .u = u,
        .text_scale = (float)look->text_percent / 100,
        .is_compact = u < compact_below_u,
        .window = {0, 0, width, height},
        .page = page,
        .content = rect_inset(page, grids[grid].margin * u),
        .reduced_motion = look->reduced_motion,
        .now_ms = now_ms,
        .wake_ms = INT64_MAX,
        .alpha = 1,
        .state = state,
        .measure = look->measure,
        .pictures = look->pictures,
        .arena = &frame->arena,
        .list = &frame->list,
        .frame = frame,
        .region = -1,
    };
}

struct rect ui_rect(const struct ui *ui, float x, float y, float w, float h)
{
    return (struct rect){ui->page.x + x * ui->u, ui->page.y + y * ui->u, w * ui->u, h * ui->u};
}

int ui_text_px(const struct ui *ui, float size_u)
{
    int px = (int)(fmaxf(size_u, text_least_u) * ui->u * ui->text_scale + 0.5F);
    return px < text_floor_px ? text_floor_px : px;
}

float ui_line_px(const struct ui *ui, float size_u, float spacing)
{
    return ceilf((float)ui_text_px(ui, size_u) * spacing);
}

float ui_stroke_px(const struct ui *ui, float width_u)
{
    return fmaxf(1, width_u * ui->u);
}

void ui_wake(struct ui *ui, int64_t at_ms)
{
    if (at_ms < ui->wake_ms)
        ui->wake_ms = at_ms;
}

float ui_progress(struct ui *ui, int64_t start_ms, int duration_ms, enum easing easing)
{
    int64_t gone = ui->now_ms - start_ms;
    if (ui->reduced_motion || gone >= duration_ms)
        return 1;
    ui_wake(ui, ui->now_ms);
    return motion_ease(easing, (float)gone / (float)duration_ms);
}

// What is fainter than this nobody sees, and to blend it costs as much as if it were seen.
static const float least_seen = 0.04F;

float ui_fade(struct ui *ui, int64_t start_ms, int duration_ms)
{
    if (ui->reduced_motion && duration_ms > MOTION_REDUCED_MS)
        duration_ms = MOTION_REDUCED_MS;
    int64_t gone = ui->now_ms - start_ms;
    if (gone >= duration_ms)
        return 1;
    ui_wake(ui, ui->now_ms);
    float share = motion_ease(EASE_OUT_CUBIC, (float)gone / (float)duration_ms);
    return share < least_seen ? 0 : share;
}

static struct colour faded(const struct ui *ui, struct colour colour)
{
    colour.a = (uint8_t)((float)colour.a * fminf(fmaxf(ui->alpha, 0), 1) + 0.5F);
    return colour;
}

struct rect ui_squeezed(const struct ui *ui, struct rect rect)
{
    float share = 1 - ui->squeeze;
    rect.x = ui->squeeze_x + (rect.x - ui->squeeze_x) * share;
    rect.w *= share;
    return rect;
}

static void add(struct ui *ui, struct draw_cmd cmd)
{
    cmd.colour = faded(ui, cmd.colour);
    if (!cmd.colour.a)
        return;
    cmd.rect = rect_move(ui_squeezed(ui, cmd.rect), ui->shift_x, ui->shift_y);
    cmd.baseline += ui->shift_y;
    draw_add(ui->list, &cmd);
}

void ui_backdrop(struct ui *ui)
{
    draw_add(ui->list, &(struct draw_cmd){.kind = DRAW_BACKDROP,
                                          .rect = ui->window,
                                          .colour = ui->theme->bg,
                                          .colour2 = ui->theme->bg2,
                                          .colour3 = ui->theme->ghost,
                                          .radius = ui->u});
}

void ui_fill(struct ui *ui, struct rect rect, float radius, struct colour colour)
{
    ui_fill_corners(ui, rect, radius, CORNERS_ALL, colour);
}

void ui_fill_corners(struct ui *ui, struct rect rect, float radius, unsigned corners,
                     struct colour colour)
{
    add(ui, (struct draw_cmd){.kind = DRAW_FILL,
                              .rect = rect,
                              .radius = radius,
                              .corners = (uint8_t)corners,
                              .colour = colour});
}

void ui_outline(struct ui *ui, struct rect rect, float radius, float stroke,
                struct colour colour)
{
    add(ui, (struct draw_cmd){.kind = DRAW_STROKE,
                              .rect = rect,
                              .radius = radius,
                              .corners = CORNERS_ALL,
                              .stroke = stroke,
                              .colour = colour});
}

void ui_dashes(struct ui *ui, struct rect rect, float radius, float stroke,
               struct colour colour)
{
    add(ui, (struct draw_cmd){.kind = DRAW_STROKE,
                              .rect = rect,
                              .radius = radius,
                              .corners = CORNERS_ALL,
                              .stroke = stroke,
                              .is_dashed = true,
                              .colour = colour});
}

void ui_shadow(struct ui *ui, struct rect rect, float radius)
{
    add(ui, (struct draw_cmd){
                .kind = DRAW_SHADOW, .rect = rect, .radius = radius, .colour = {0, 0, 0, 110}});
}

void ui_picture(struct ui *ui, struct rect rect, float radius, struct picture_name name)
{
    add(ui, (struct draw_cmd){.kind = DRAW_PICTURE,
                              .rect = rect,
                              .radius = radius,
                              .squeeze = ui->squeeze,
                              .colour = {255, 255, 255, 255},
                              .picture = name});
}

struct picture_info ui_look_at_picture(const struct ui *ui, struct picture_name name)
{
    if (!ui->pictures.look)
        return (struct picture_info){PICTURE_WAITING, 0, 0};
    return ui->pictures.look(ui->pictures.context, name);
}

void ui_mask(struct ui *ui, enum mask mask, struct point centre, float size, float stroke,
             struct colour colour)
{
    struct rect rect = {centre.x - size / 2, centre.y - size / 2, size, size};
    add(ui,
        (struct draw_cmd){
            .kind = DRAW_MASK, .rect = rect, .mask = mask, .stroke = stroke, .colour = colour});
}

void ui_mask_turned(struct ui *ui, enum mask mask, struct rect rect, float angle,
                    struct colour colour)
{
    add(ui,
        (struct draw_cmd){
            .kind = DRAW_MASK, .rect = rect, .mask = mask, .angle = angle, .colour = colour});
}

static void set_clip(struct ui *ui, struct rect clip)
{
    ui->clip = clip;
    draw_add(ui->list, &(struct draw_cmd){.kind = DRAW_CLIP, .rect = clip});
}

struct rect ui_clip(struct ui *ui, struct rect rect)
{
    struct rect outer = ui->clip;
    rect = rect_move(ui_squeezed(ui, rect), ui->shift_x, ui->shift_y);
    if (outer.w > 0)
        rect = rect_overlap(rect, outer);
    rect.w = fmaxf(rect.w, 0.01F); // nothing is a clip too
    set_clip(ui, rect);
    return outer;
}

void ui_clip_end(struct ui *ui, struct rect outer)
{
    set_clip(ui, outer);
}

void ui_area(struct ui *ui, struct rect rect, int id, int arg, unsigned flags, const char *name)
{
    struct ui_frame *frame = ui->frame;
    if (frame->area_count == frame->area_room) {
        int room = frame->area_room ? frame->area_room * 2 : 32;
        struct ui_area *areas = ARENA_ARRAY(&frame->arena, room, struct ui_area);
        if (frame->area_count)
            memcpy(areas, frame->areas, (size_t)frame->area_count * sizeof *areas);
        frame->areas = areas;
        frame->area_room = room;
    }
    frame->areas[frame->area_count++] =
        (struct ui_area){.rect = rect_move(rect, ui->shift_x, ui->shift_y),
                         .id = {id, arg},
                         .flags = flags,
                         .region = ui->region,
                         .name = name};
}

void ui_choices_area(struct ui *ui, struct rect rect, int id, int count, int chosen,
                     const char *name)
{
    ui_area(ui, rect, id, UI_CHOICES, AREA_ADJUST, name);
    struct ui_area *area = &ui->frame->areas[ui->frame->area_count - 1];
    area->choices = count;
    area->chosen = chosen;
}

void ui_key_area(struct ui *ui, struct rect rect, int id, int arg, enum edit_op edit,
                 const char *text, const char *name)
{
    ui_area(ui, rect, id, arg, 0, name);
    struct ui_area *key = &ui->frame->areas[ui->frame->area_count - 1];
    key->edit = edit;
    key->text = text;
}

static bool is(struct ui_id a, int id, int arg)
{
    return a.id == id && a.arg == arg;
}

bool ui_is_focused(const struct ui *ui, int id, int arg)
{
    return ui->state->is_focus_visible && is(ui->state->focus, id, arg);
}

bool ui_is_hovered(const struct ui *ui, int id, int arg)
{
    return is(ui->state->hover, id, arg);
}

bool ui_is_pressed(const struct ui *ui, int id, int arg)
{
    return ui->state->is_press_inside && is(ui->state->pressed, id, arg);
}

bool ui_takes_text(const struct ui *ui)
{
    const struct ui_area *focused = ui_focused(ui->state, ui->frame);
    return focused && (focused->flags & AREA_FIELD);
}

float ui_press_depth(struct ui *ui, int id, int arg)
{
    if (ui_is_pressed(ui, id, arg))
        return 1;
    if (!is(ui->state->released, id, arg))
        return 0;
    int64_t gone = ui->now_ms - ui->state->released_ms;
    if (gone >= MOTION_PRESS_MS)
        return 0;
    ui_wake(ui, ui->now_ms);
    return 1 - motion_ease(EASE_OUT_CUBIC, (float)gone / MOTION_PRESS_MS);
}

bool ui_is_dragged(const struct ui *ui, int id, int arg, struct point *by)
{
    if (!ui->state->is_dragging || !is(ui->state->pressed, id, arg))
        return false;
    by->x = ui->state->pointer.x - ui->state->press_at.x;
    by->y = ui->state->pointer.y - ui->state->press_at.y;
    return true;
}

void ui_focus_ring(struct ui *ui, int id, int arg, struct rect rect, float radius)
{
    if (!ui_is_focused(ui, id, arg))
        return;
    float gap = ui_stroke_px(ui, 0.45F), ring = fmaxf(2, 0.5F * ui->u);
    ui_outline(ui, rect_inset(rect, -gap), radius + gap, gap, ui->theme->bg);
    ui_outline(ui, rect_inset(rect, -gap - ring), radius + gap + ring, ring, ui->theme->focus);
}

float ui_ring_reach(const struct ui *ui)
{
    return ui_stroke_px(ui, 0.45F) + fmaxf(2, 0.5F * ui->u);
}

int ui_area_count(const struct ui *ui)
{
    return ui->frame->area_count;
}

void ui_show_only(struct ui *ui, int from)
{
    struct ui_frame *frame = ui->frame;
    int count = from;
    for (int i = from; i < frame->area_count; i++) {
        if (frame->areas[i].flags & AREA_TURN)
            frame->areas[count++] = frame->areas[i];
    }
    frame->area_count = count;
}

struct ui_point ui_here(const struct ui *ui)
{
    return (struct ui_point){ui->list->count, ui->frame->area_count, ui->frame->region_count};
}

void ui_rewind(struct ui *ui, struct ui_point point)
{
    ui->list->count = point.draws;
    ui->frame->area_count = point.areas;
    ui->frame->region_count = point.regions;
}

bool ui_has_pages(const struct ui *ui, struct ui_point point)
{
    for (int i = point.regions; i < ui->frame->region_count; i++) {
        if (ui->frame->regions[i].pitch > 0)
            return true;
    }
    return false;
}

void ui_cover(struct ui *ui)
{
    ui->frame->covered = ui->frame->area_count;
    ui->frame->region_count = 0;
}
