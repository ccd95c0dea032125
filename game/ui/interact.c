#include "ui/interact.h"

#include <math.h>
#include <stddef.h>

#include "ui/edit.h"
#include "ui/ui.h"

static const float drag_threshold_px = 8;
static const float wheel_line_px = 48;

static bool same(struct ui_id a, struct ui_id b)
{
    return a.id == b.id && a.arg == b.arg;
}

const struct ui_area *ui_find(const struct ui_frame *frame, struct ui_id id)
{
    if (!id.id)
        return NULL;
    for (int i = frame->covered; i < frame->area_count; i++) {
        if (same(frame->areas[i].id, id))
            return &frame->areas[i];
    }
    return NULL;
}

const struct ui_area *ui_focused(const struct ui_state *state, const struct ui_frame *frame)
{
    return ui_find(frame, state->focus);
}

const struct ui_area *ui_area_at(const struct ui_frame *frame, struct point p)
{
    for (int i = frame->area_count - 1; i >= frame->covered; i--) {
        const struct ui_area *area = &frame->areas[i];
        if (!rect_has(area->rect, p))
            continue;
        if (area->region < 0 || rect_has(frame->regions[area->region].rect, p))
            return area;
    }
    return NULL;
}

static const struct ui_area *flagged(const struct ui_frame *frame, unsigned flag)
{
    for (int i = frame->covered; i < frame->area_count; i++) {
        if (frame->areas[i].flags & flag)
            return &frame->areas[i];
    }
    return NULL;
}

static void focus_on(struct ui_state *state, const struct ui_frame *frame,
                     const struct ui_area *area)
{
    state->focus = area->id;
    state->is_focus_visible = true;
    ui_scroll_reveal(state, frame, area);
}

static struct ui_outcome acting(const struct ui_area *area, const struct input *input)
{
    struct ui_outcome outcome = {.is_redraw = true, .is_used = true};
    if (!(area->flags & AREA_DISABLED)) {
        int arg = area->choices ? (area->chosen + 1) % area->choices : area->id.arg;
        outcome.action = (struct action){.id = area->id.id, .arg = arg, .now_ms = input->at_ms};
    }
    return outcome;
}

/// What Left (`by` -1) and Right (+1) do to a value. A switch and a row of choices send what
/// pressing them would; at their ends they stay.
static struct ui_outcome adjusted(const struct ui_area *area, int by, const struct input *input)
{
    const struct ui_outcome nothing = {.is_redraw = true, .is_used = true};
    struct ui_outcome outcome = acting(area, input);
    bool is_on = area->flags & AREA_SELECTED;
    int choice = area->chosen + by;
    if (area->flags & AREA_SWITCH)
        return is_on == (by > 0) ? nothing : outcome;
    if (!area->choices) {
        outcome.action.adjust = by;
        return outcome;
    }
    if (choice < 0 || choice >= area->choices)
        return nothing;
    outcome.action.arg = choice;
    return outcome;
}

/// Turns `by` pages of what is read in pages. Not used if there is no page that way.
static struct ui_outcome turn(struct ui_state *state, const struct ui_frame *frame, int by)
{
    const struct ui_region *region = ui_paged_region(frame);
    bool is_turned = region && ui_page_turn(state, region, by);
    return (struct ui_outcome){.is_redraw = is_turned, .is_used = is_turned};
}

/// What came of pressing or activating `area`. A screen key types into the field that had the
/// focus last, and gives the focus back to it: only a pad goes on from key to key.
static struct ui_outcome activated(struct ui_state *state, const struct ui_frame *frame,
                                   const struct ui_area *area, const struct input *input)
{
    if (area->flags & AREA_TURN)
        return turn(state, frame, area->id.arg);
    struct ui_outcome outcome = acting(area, input);
    if (area->edit == EDIT_NONE)
        return outcome;
    const struct ui_area *field = ui_find(frame, state->field);
    if (!field)
        field = flagged(frame, AREA_FIELD);
    if (!field)
        return (struct ui_outcome){.is_redraw = true, .is_used = true};
    outcome = acting(field, input);
    outcome.action.edit = area->edit;
    outcome.action.text = area->text;
    if (state->device != DEVICE_PAD)
        state->focus = field->id;
    return outcome;
}

static struct ui_outcome editing(const struct ui_area *field, const struct input *input,
                                 enum edit_op op)
{
    struct ui_outcome outcome = acting(field, input);
    outcome.action.edit = op;
    outcome.action.text = input->text;
    return outcome;
}

static struct ui_outcome move_focus(struct ui_state *state, const struct ui_frame *frame,
                                    int dx, int dy, const struct input *input)
{
    const struct ui_area *from = ui_focused(state, frame);
    if (from && dx && (from->flags & (AREA_ADJUST | AREA_SWITCH))) {
        state->is_focus_visible = true;
        return adjusted(from, dx, input);
    }
    const struct ui_area *to = focus_towards(frame, from, dx, dy);
    if (to) {
        focus_on(state, frame, to);
    } else {
        state->is_focus_visible = from != NULL;
        turn(state, frame, dy);
    }
    return (struct ui_outcome){.is_redraw = true, .is_used = true};
}

static struct ui_outcome scroll(struct ui_state *state, const struct ui_frame *frame,
                                float by_px)
{
    const struct ui_region *region = ui_scrolled_region(state, frame);
    bool moved = region && ui_scroll_by(state, region, by_px);
    return (struct ui_outcome){.is_redraw = moved, .is_used = region != NULL};
}

/// A notch of a wheel turns a page, where there are pages; else it scrolls.
static struct ui_outcome wheel(struct ui_state *state, const struct ui_frame *frame,
                               const struct input *input)
{
    state->pointer = input->at;
    const struct ui_region *region = ui_scrolled_region(state, frame);
    if (region && region->pitch > 0 && fabsf(input->amount) >= 1)
        return turn(state, frame, input->amount > 0 ? 1 : -1);
    return scroll(state, frame, input->amount * wheel_line_px);
}

/// Enter, Space or the south button: what has the focus, else what the screen is about.
static struct ui_outcome activate(struct ui_state *state, const struct ui_frame *frame,
                                  const struct input *input)
{
    const struct ui_area *area = ui_focused(state, frame);
    bool is_for_primary = !area || (area->flags & (AREA_FIELD | AREA_REST));
    if (is_for_primary && input->key != KEY_SPACE) {
        const struct ui_area *primary = flagged(frame, AREA_PRIMARY);
        if (primary)
            area = primary;
    }
    if (!area)
        area = flagged(frame, AREA_PRIMARY);
    if (!area || input->is_repeat)
        return (struct ui_outcome){.is_used = area != NULL};
    return activated(state, frame, area, input);
}

static struct ui_outcome key_down(struct ui_state *state, const struct ui_frame *frame,
                                  const struct input *input)
{
    const struct ui_area *focused = ui_focused(state, frame);
    if (focused && (focused->flags & AREA_FIELD)) {
        enum edit_op op = edit_op_of_key(input->key, input->mods);
        if (op != EDIT_NONE)
            return editing(focused, input, op);
        if (input->key == KEY_SPACE && !(input->mods & (MOD_CTRL | MOD_ALT)))
            return (struct ui_outcome){.is_used = true}; // comes as text
    }
    if (input->mods & (MOD_CTRL | MOD_ALT))
        return (struct ui_outcome){0};
    bool erases = input->key == KEY_BACKSPACE || input->key == KEY_DELETE;
    if (focused && erases && (focused->flags & AREA_ERASE))
        return editing(focused, input, EDIT_BACKSPACE);
    bool shift = input->mods & MOD_SHIFT;
    switch (input->key) {
    case KEY_UP:
        return shift ? scroll(state, frame, -wheel_line_px)
                     : move_focus(state, frame, 0, -1, input);
    case KEY_DOWN:
        return shift ? scroll(state, frame, wheel_line_px)
                     : move_focus(state, frame, 0, +1, input);
    case KEY_LEFT:
        return move_focus(state, frame, -1, 0, input);
    case KEY_RIGHT:
        return move_focus(state, frame, +1, 0, input);
    case KEY_TAB: {
        const struct ui_area *to = focus_step(frame, focused, shift ? -1 : +1);
        if (to)
            focus_on(state, frame, to);
        return (struct ui_outcome){.is_redraw = true, .is_used = true};
    }
    case KEY_ENTER:
    case KEY_SPACE:
    case KEY_PAGE_DOWN:
        return activate(state, frame, input);
    default:
        return (struct ui_outcome){0};
    }
}

static struct ui_outcome pad_down(struct ui_state *state, const struct ui_frame *frame,
                                  const struct input *input)
{
    switch ((int)input->pad) {
    case PAD_UP:
        return move_focus(state, frame, 0, -1, input);
    case PAD_DOWN:
        return move_focus(state, frame, 0, +1, input);
    case PAD_LEFT:
        return move_focus(state, frame, -1, 0, input);
    case PAD_RIGHT:
        return move_focus(state, frame, +1, 0, input);
    case PAD_SOUTH:
        return activate(state, frame, input);
    default:
        return (struct ui_outcome){0};
    }
}

static struct ui_outcome press(struct ui_state *state, const struct ui_frame *frame,
                               const struct input *input)
{
    const struct ui_area *area = ui_area_at(frame, input->at);
    state->press_at = state->pointer = input->at;
    state->is_dragging = false;
    state->pressed = area ? area->id : (struct ui_id){0};
    state->is_press_inside = area != NULL;
    state->drag_region = -1;
    for (int i = 0; i < frame->region_count; i++) {
        if (rect_has(frame->regions[i].rect, input->at))
            state->drag_region = i;
    }
    if (area && (area->flags & AREA_FIELD))
        state->focus = area->id;
    return (struct ui_outcome){.is_redraw = true, .is_used = area != NULL};
}

static struct ui_outcome release(struct ui_state *state, const struct ui_frame *frame,
                                 const struct input *input)
{
    const struct ui_area *area = ui_find(frame, state->pressed);
    bool was_dragging = state->is_dragging;
    enum swipe swipe = SWIPE_NONE;
    if (was_dragging && area && (area->flags & AREA_SWIPE))
        was_dragging = ui_swipe(state, frame, area, input->at, &swipe);
    state->released = state->pressed;
    state->released_ms = input->at_ms;
    state->pressed = (struct ui_id){0};
    state->is_dragging = false;
    state->drag_region = -1;
    struct ui_outcome nothing = {.is_redraw = true, .is_used = area != NULL};
    if (!area)
        return nothing;
    if (swipe != SWIPE_NONE) {
        struct ui_outcome outcome = acting(area, input);
        outcome.action.swipe = swipe;
        return outcome;
    }
    const struct ui_area *under = ui_area_at(frame, input->at);
    if (was_dragging) {
        if (!(area->flags & AREA_DRAG) || !under || !(under->flags & AREA_DROP))
            return nothing;
        struct ui_outcome outcome = acting(under, input);
        outcome.action.is_drop = true;
        outcome.action.dropped = area->id.arg;
        return outcome;
    }
    if (!under || !same(under->id, area->id))
        return nothing; // slid off: nothing happens
    if (!(area->flags & AREA_NO_FOCUS))
        state->focus = area->id;
    return activated(state, frame, area, input);
}

/// A finger moves the list that it was put down on, unless it swipes something in it to the
/// side. Returns whether it did.
static bool swipe(struct ui_state *state, const struct ui_frame *frame, float dy,
                  bool is_far_from_press)
{
    if (state->drag_region < 0 || state->drag_region >= frame->region_count)
        return false;
    const struct ui_area *area = ui_find(frame, state->pressed);
    bool is_lifted = area && (area->flags & AREA_DRAG);
    bool may_be_tap = area && !is_far_from_press;
    bool is_sideways = area && (area->flags & AREA_SWIPE) &&
                       fabsf(state->pointer.x - state->press_at.x) >=
                           fabsf(state->pointer.y - state->press_at.y);
    if (is_lifted || may_be_tap || is_sideways ||
        !ui_scroll_by(state, &frame->regions[state->drag_region], -dy))
        return false;
    state->pressed = (struct ui_id){0}; // a swipe is no tap
    return true;
}

static struct ui_outcome point(struct ui_state *state, const struct ui_frame *frame,
                               const struct input *input)
{
    float dy = input->at.y - state->pointer.y;
    float away = hypotf(input->at.x - state->press_at.x, input->at.y - state->press_at.y);
    bool is_far_from_press = away > drag_threshold_px;
    state->pointer = input->at;
    const struct ui_area *under = ui_area_at(frame, input->at);
    if (state->pressed.id) {
        const struct ui_area *area = ui_find(frame, state->pressed);
        bool may_swipe = area && (area->flags & AREA_SWIPE) && input->device == DEVICE_TOUCH;
        bool may_drag = may_swipe || (area && (area->flags & AREA_DRAG));
        if (may_drag && is_far_from_press)
            state->is_dragging = true;
        state->is_press_inside = under && same(under->id, state->pressed);
    }
    if (input->device == DEVICE_TOUCH && swipe(state, frame, dy, is_far_from_press))
        return (struct ui_outcome){.is_redraw = true, .is_used = true};
    struct ui_id hover = under && input->device == DEVICE_MOUSE ? under->id : (struct ui_id){0};
    bool is_new = !same(hover, state->hover);
    state->hover = hover;
    return (struct ui_outcome){.is_redraw = is_new || state->pressed.id != 0};
}

static struct ui_outcome leave(struct ui_state *state)
{
    state->hover = state->pressed = (struct ui_id){0};
    state->is_dragging = false;
    state->drag_region = -1;
    return (struct ui_outcome){.is_redraw = true};
}

static struct ui_outcome typed(struct ui_state *state, const struct ui_frame *frame,
                               const struct input *input)
{
    const struct ui_area *focused = ui_focused(state, frame);
    if (!focused || !(focused->flags & AREA_FIELD))
        return (struct ui_outcome){0};
    return editing(focused, input, input->kind == INPUT_TEXT ? EDIT_INSERT : EDIT_COMPOSE);
}

/// Notes which device is in use: hints and focus ring follow it.
static bool note_device(struct ui_state *state, const struct input *input)
{
    enum device before = state->device;
    bool was_visible = state->is_focus_visible;
    if (input->device == DEVICE_NONE || input->kind == INPUT_POINT)
        return false;
    if (input->device == DEVICE_MOUSE || input->device == DEVICE_TOUCH)
        state->is_focus_visible = false;
    // What follows the device may move things: not away from under a finger.
    if (input->kind != INPUT_PRESS)
        state->device = input->device;
    return before != state->device || was_visible != state->is_focus_visible;
}

static struct ui_outcome dispatch(struct ui_state *state, const struct ui_frame *frame,
                                  const struct input *input)
{
    switch ((int)input->kind) {
    case INPUT_KEY:
        return key_down(state, frame, input);
    case INPUT_PAD:
        return pad_down(state, frame, input);
    case INPUT_TEXT:
    case INPUT_COMPOSING:
        return typed(state, frame, input);
    case INPUT_PRESS:
        return press(state, frame, input);
    case INPUT_RELEASE:
        return release(state, frame, input);
    case INPUT_POINT:
        return point(state, frame, input);
    case INPUT_LEAVE:
    case INPUT_UNFOCUS:
        return leave(state);
    case INPUT_WHEEL:
        return wheel(state, frame, input);
    case INPUT_SCROLL_AXIS:
        return scroll(state, frame, input->amount * wheel_line_px);
    default:
        return (struct ui_outcome){0};
    }
}

static void note_field(struct ui_state *state, const struct ui_frame *frame)
{
    const struct ui_area *focused = ui_focused(state, frame);
    if (focused && (focused->flags & AREA_FIELD))
        state->field = focused->id;
}

/// What was typed into, or acted on without being pointed at; NULL: nothing.
static const struct ui_area *acted_on(const struct ui_frame *frame, struct action action,
                                      enum device device)
{
    bool is_pointing = device == DEVICE_MOUSE || device == DEVICE_TOUCH;
    if (is_pointing && action.edit == EDIT_NONE)
        return NULL;
    return ui_find(frame, (struct ui_id){action.id, action.arg});
}

struct ui_outcome ui_input(struct ui_state *state, const struct ui_frame *frame,
                           const struct input *input)
{
    bool is_new_device = note_device(state, input);
    if (input->kind == INPUT_KEY || input->kind == INPUT_PAD || input->kind == INPUT_PRESS ||
        input->kind == INPUT_WHEEL)
        state->acted_ms = input->at_ms;
    struct ui_outcome outcome = dispatch(state, frame, input);
    outcome.is_redraw |= is_new_device;
    // The focus may lie below the top of a page: what is typed or done there has to be seen.
    const struct ui_area *acted = acted_on(frame, outcome.action, input->device);
    if (acted)
        ui_scroll_reveal(state, frame, acted);
    note_field(state, frame);
    return outcome;
}

static bool is_in(unsigned regions, const struct ui_area *area)
{
    return area->region >= 0 && (regions >> area->region & 1);
}

/// Scrolls along when what has the focus, or what a screen key types into, was moved in its
/// region, or the region became another size; not in one of those that were just `opened`.
/// Returns whether it had to.
static bool follow_focus(struct ui_state *state, const struct ui_frame *frame, unsigned opened)
{
    const struct ui_area *area = ui_focused(state, frame);
    if (area && area->edit != EDIT_NONE)
        area = ui_find(frame, state->field);
    bool is_same = area && same(state->settled, area->id);
    state->settled = area ? area->id : (struct ui_id){0};
    if (!area || area->region < 0)
        return false;
    const struct ui_region *region = &frame->regions[area->region];
    float top = area->rect.y - region->shift_y + region->offset;
    bool has_moved = is_same && (fabsf(top - state->settled_top) > 0.5F ||
                                 fabsf(region->rect.h - state->settled_height) > 0.5F);
    state->settled_top = top;
    state->settled_height = region->rect.h;
    if (!has_moved || is_in(opened, area))
        return false;
    ui_scroll_reveal(state, frame, area);
    return true;
}

bool ui_settle(struct ui_state *state, const struct ui_frame *frame, bool is_new_screen)
{
    unsigned opened = ui_scroll_open_pages(state, frame);
    bool changed = follow_focus(state, frame, opened);
    const struct ui_area *first = flagged(frame, AREA_FIRST);
    bool is_lost = state->focus.id && !ui_find(frame, state->focus);
    if (is_lost) {
        state->focus = (struct ui_id){0};
        changed = true;
    }
    struct ui_id asking = first ? first->id : (struct ui_id){0};
    if (first && (is_new_screen || is_lost || !same(asking, state->first))) {
        changed |= !same(state->focus, asking) || first->region >= 0;
        state->focus = asking;
        if (!is_in(opened, first))
            ui_scroll_reveal(state, frame, first);
    }
    state->first = asking;
    note_field(state, frame);
    if (state->hover.id && !ui_find(frame, state->hover))
        state->hover = (struct ui_id){0};
    if (state->pressed.id && !ui_find(frame, state->pressed))
        state->pressed = (struct ui_id){0};
    return changed;
}
