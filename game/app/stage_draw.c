// What of the stack of screens is seen.
#include "app/stage.h"
#include "app/stage_parts.h"
#include "screens/dock.h"

static int lowest_visible(const struct stage *stage)
{
    int at = stage->depth - 1;
    while (at > 0 && stage->layers[at].screen->is_overlay)
        at--;
    return at;
}

/// What is left of the window above the line along its bottom, which is `dock_px` high. What is
/// for a whole room is larger than the settings say.
static struct ui_look look_above(const struct stage *stage, float dock_px)
{
    struct ui_look look = stage->look;
    const struct stage_layer *layer = &stage->layers[lowest_visible(stage)];
    int percent =
        layer->screen->text_percent ? layer->screen->text_percent(layer->self, stage->game) : 0;
    if (percent > look.text_percent)
        look.text_percent = percent;
    look.height -= (int)dock_px;
    return look;
}

/// Begins a frame above the line along the bottom of the window. `whole`: that is laid out for
/// all of it. Nothing is ever covered: what is in play moves closer together.
static struct ui begin(const struct stage *stage, struct ui_frame *frame,
                       const struct ui_state *state, int64_t now_ms, struct ui *whole,
                       float *dock_px)
{
    *whole = ui_begin(frame, state, &stage->look, now_ms);
    *dock_px = dock_height(whole, stage->game, stage_dock_place(stage));
    struct ui_look look = look_above(stage, *dock_px);
    return ui_begin(frame, state, &look, now_ms);
}

static void build(struct stage *stage, int64_t now_ms)
{
    struct ui_frame *frame = &stage->frames[stage->frame_at];
    struct ui_state covered = {.drag_region = -1};
    int from = lowest_visible(stage), last = stage->depth - 1;
    struct ui whole;
    float dock_px;
    struct ui ui = begin(stage, frame, &stage->layers[last].ui, now_ms, &whole, &dock_px);
    ui_backdrop(&ui);
    for (int i = from; i <= last; i++) {
        struct stage_layer *layer = &stage->layers[i];
        if (i > from) {
            ui_cover(&ui);
            ui_fill(&ui, ui.window, 0, ui.theme->scrim);
        }
        covered = layer->ui;
        covered.is_focus_visible = false;
        ui.state = i == last ? &layer->ui : &covered;
        layer->screen->view(layer->self, stage->game, &ui);
    }
    if (dock_px > 0)
        dock_view(&whole, stage->game, stage_dock_place(stage), dock_px);
    stage->view_wake_ms = ui.wake_ms < whole.wake_ms ? ui.wake_ms : whole.wake_ms;
}

const struct draw_list *stage_draw(struct stage *stage, int64_t now_ms)
{
    struct stage_layer *layer = stage_top(stage);
    stage->frame_at ^= 1;
    stage->is_frame_old = false;
    build(stage, now_ms);
    // The focus may settle on what has just been declared: then it has to be seen there.
    if (ui_settle(&layer->ui, stage_frame(stage), layer->is_new))
        build(stage, now_ms);
    layer->is_new = false;
    stage->is_dirty = false;
    stage->reload_frames++;
    return &stage->frames[stage->frame_at].list;
}

const struct draw_list *stage_foresee(struct stage *stage, int64_t now_ms)
{
    const struct stage_layer *layer = stage_top(stage);
    bool is_still = !stage->is_dirty && stage->view_wake_ms == INT64_MAX;
    if (!is_still || stage->foreseen_count < 0 || !layer->screen->foresee)
        return NULL;
    struct ui whole;
    float dock_px;
    struct ui ui = begin(stage, &stage->foreseen, &layer->ui, now_ms, &whole, &dock_px);
    if (!layer->screen->foresee(layer->self, stage->game, stage->foreseen_count, &ui)) {
        stage->foreseen_count = -1;
        return NULL;
    }
    stage->foreseen_count++;
    return &stage->foreseen.list;
}

/// The layer that has something for the host; NULL: none.
static const struct stage_layer *host_layer(const struct stage *stage)
{
    for (int i = stage->depth - 1; i >= 0; i--) {
        if (stage->layers[i].screen->host_view)
            return &stage->layers[i];
    }
    return NULL;
}

bool stage_has_host_view(const struct stage *stage)
{
    return host_layer(stage) != NULL;
}

void stage_resize_host(struct stage *stage, int width, int height)
{
    stage->host_width = width;
    stage->host_height = height;
    stage->host_wake_ms = INT64_MAX;
    stage->game->has_host_window = width > 0;
    stage->is_dirty = true;
}

static struct ui begin_host(const struct stage *stage, struct ui_frame *frame,
                            const struct ui_state *state, int64_t now_ms)
{
    struct ui_look look = stage->look;
    look.width = stage->host_width;
    look.height = stage->host_height;
    struct ui ui = ui_begin(frame, state, &look, now_ms);
    ui_backdrop(&ui);
    return ui;
}

const struct draw_list *stage_foresee_host(struct stage *stage, int64_t now_ms)
{
    const struct stage_layer *layer = host_layer(stage);
    if (!layer || !stage->host_width || !layer->screen->foresee_host ||
        stage->foreseen_count < 1)
        return NULL;
    struct ui ui = begin_host(stage, &stage->foreseen, &layer->ui, now_ms);
    bool is_known =
        layer->screen->foresee_host(layer->self, stage->game, stage->foreseen_count - 1, &ui);
    return is_known ? &stage->foreseen.list : NULL;
}

const struct draw_list *stage_draw_host(struct stage *stage, int64_t now_ms)
{
    const struct ui_state state = {.device = stage_top(stage)->ui.device,
                                   .glyphs = stage_top(stage)->ui.glyphs,
                                   .drag_region = -1};
    const struct stage_layer *layer = host_layer(stage);
    stage->host_wake_ms = INT64_MAX;
    if (!layer || !stage->host_width)
        return NULL;
    struct ui ui = begin_host(stage, &stage->host_frame, &state, now_ms);
    layer->screen->host_view(layer->self, stage->game, &ui);
    stage->host_wake_ms = ui.wake_ms;
    return &stage->host_frame.list;
}
