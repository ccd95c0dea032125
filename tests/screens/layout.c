#include "screens/layout.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/// What neighbours may share, so that rounding is no fault.
static const float slack_px = 2;
static const float least_target_px = 24; // WCAG 2.2, 2.5.8

/// A text as it is seen: from the top of its tall letters to the bottom of its long ones.
struct seen {
    const char *text;
    struct rect rect; // clipped
    struct rect whole;
    int order;
};

struct look_out {
    const struct ui_frame *frame;
    struct rect window;
    const char *what;
    int faults;
};

static void fault(struct look_out *l, const char *problem, const char *a, const char *b)
{
    enum { SAID_MOST = 40 };

    if (l->faults++ < SAID_MOST) {
        fprintf(stderr, "%s: %s: \"%s\"%s%s%s\n", l->what, problem, a, b ? ", \"" : "",
                b ? b : "", b ? "\"" : "");
    }
}

static bool shares_much(struct rect a, struct rect b)
{
    struct rect common = rect_overlap(a, b);
    return common.w > slack_px && common.h > slack_px;
}

static bool is_inside(struct rect inner, struct rect outer)
{
    return inner.x >= outer.x - slack_px && inner.y >= outer.y - slack_px &&
           inner.x + inner.w <= outer.x + outer.w + slack_px &&
           inner.y + inner.h <= outer.y + outer.h + slack_px;
}

/// Whether a clip is that of a text field, in which text may run on to the side.
static bool is_field(const struct ui_frame *frame, struct rect clip)
{
    for (int i = 0; i < frame->area_count; i++) {
        if ((frame->areas[i].flags & AREA_FIELD) && is_inside(clip, frame->areas[i].rect))
            return true;
    }
    return false;
}

/// Whether a text is seen in part at the end of a page that is read, not scrolled.
static bool is_cut_by_page(const struct look_out *l, const struct seen *seen, struct rect clip)
{
    const struct ui_region *region = ui_paged_region(l->frame);
    return region && shares_much(clip, region->rect) && seen->rect.h < seen->whole.h - slack_px;
}

static void check_place(struct look_out *l, const struct seen *seen, struct rect clip)
{
    bool is_clipped = clip.w > 0;
    if (seen->rect.w <= 0 || seen->rect.h <= 0)
        return; // scrolled out of view
    struct rect across = seen->whole;
    if (is_clipped && is_cut_by_page(l, seen, clip))
        fault(l, "cut off at the end of a page", seen->text, NULL);
    if (is_clipped) {
        across.y = clip.y;
        across.h = clip.h;
        if (!is_inside(across, clip) && !is_field(l->frame, clip))
            fault(l, "cut off at the side", seen->text, NULL);
    } else if (!is_inside(seen->whole, l->window)) {
        fault(l, "leaves the window", seen->text, NULL);
    }
}

static int gather(struct look_out *l, struct seen *all)
{
    const struct draw_list *list = &l->frame->list;
    struct rect clip = {0};
    int count = 0;
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_CLIP)
            clip = cmd->rect;
        if (cmd->kind != DRAW_TEXT || strspn(cmd->text, " ") == strlen(cmd->text))
            continue;
        float size = (float)cmd->size_px;
        struct seen seen = {.text = cmd->text, .order = i};
        seen.whole =
            (struct rect){cmd->rect.x, cmd->baseline - 0.75F * size, cmd->rect.w, 0.97F * size};
        seen.rect = clip.w > 0 ? rect_overlap(seen.whole, clip) : seen.whole;
        check_place(l, &seen, clip);
        all[count++] = seen;
    }
    return count;
}

/// Whether something solid was drawn over a text afterwards.
static void check_hidden(struct look_out *l, const struct seen *seen)
{
    const struct draw_list *list = &l->frame->list;
    struct rect clip = {0};
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_CLIP)
            clip = cmd->rect;
        if (i <= seen->order || cmd->kind != DRAW_FILL || cmd->colour.a < 255)
            continue;
        struct rect fill = clip.w > 0 ? rect_overlap(cmd->rect, clip) : cmd->rect;
        if (fill.h < seen->whole.h / 4)
            continue; // a line through it or below it
        if (shares_much(fill, seen->rect)) {
            fault(l, "drawn over", seen->text, NULL);
            return;
        }
    }
}

/// Whether something that is not about the text can be hit in the middle of it.
static void check_covered(struct look_out *l, const struct seen *seen)
{
    for (int i = l->frame->covered; i < l->frame->area_count; i++) {
        const struct ui_area *area = &l->frame->areas[i];
        struct rect rect = area->rect;
        if (area->region >= 0)
            rect = rect_overlap(rect, l->frame->regions[area->region].rect);
        const char *name = area->name ? area->name : "";
        bool is_about_it = is_inside(seen->rect, rect) || strstr(name, seen->text);
        if (rect.w > 0 && rect.h > 0 && !is_about_it && shares_much(rect, seen->rect))
            fault(l, "lies on a text", name, seen->text);
    }
}

static void check_texts(struct look_out *l, const struct seen *all, int count)
{
    for (int a = 0; a < count; a++) {
        check_hidden(l, &all[a]);
        check_covered(l, &all[a]);
        for (int b = a + 1; b < count; b++) {
            if (shares_much(all[a].rect, all[b].rect))
                fault(l, "texts overlap", all[a].text, all[b].text);
        }
    }
}

static void check_area(struct look_out *l, const struct ui_area *area)
{
    const char *name = area->name ? area->name : "";
    // Where the focus only rests, to be read, there is nothing to be hit.
    bool is_target = !(area->flags & AREA_REST);
    if (is_target && (area->rect.w < least_target_px || area->rect.h < least_target_px))
        fault(l, "too small to hit", name, NULL);
    if (area->region < 0 && !is_inside(area->rect, l->window))
        fault(l, "area leaves the window", name, NULL);
}

int layout_check(const struct ui_frame *frame, const struct ui_look *look, const char *what)
{
    struct look_out l = {.frame = frame,
                         .window = {0, 0, (float)look->width, (float)look->height},
                         .what = what};
    struct arena arena = {0};
    struct seen *all = ARENA_ARRAY(&arena, frame->list.count + 1, struct seen);
    int count = gather(&l, all);
    check_texts(&l, all, count);
    for (int i = frame->covered; i < frame->area_count; i++)
        check_area(&l, &frame->areas[i]);
    arena_free(&arena);
    return l.faults;
}

/// Who goes through a screen by the directions of a pad.
struct walker {
    const struct layout_view *view;
    const struct ui_look *look;
    struct ui_frame frame;
    struct ui_state *states; // in which each area was reached, on each page
    int *pages;              // which page that was
    int count, room;
};

enum { PAGES_MOST = 8 };

static void draw(struct walker *w, const struct ui_state *state)
{
    struct ui ui = ui_begin(&w->frame, state, w->look, w->view->now_ms);
    w->view->draw(w->view->context, &ui);
}

static bool is_reached(const struct walker *w, struct ui_id id)
{
    for (int i = 0; i < w->count; i++) {
        if (w->states[i].focus.id == id.id && w->states[i].focus.arg == id.arg)
            return true;
    }
    return false;
}

static void note(struct walker *w, const struct ui_state *state)
{
    const struct ui_region *region = ui_paged_region(&w->frame);
    int page = region ? ui_page_at(state, region) : 0;
    for (int i = 0; i < w->count; i++) {
        struct ui_id seen = w->states[i].focus;
        if (seen.id == state->focus.id && seen.arg == state->focus.arg && w->pages[i] == page)
            return;
    }
    if (!state->focus.id || w->count == w->room)
        return;
    w->pages[w->count] = page;
    w->states[w->count++] = *state;
}

static void step_from(struct walker *w, struct ui_state from)
{
    for (enum pad pad = PAD_UP; pad <= PAD_RIGHT; pad++) {
        const struct input input = {.kind = INPUT_PAD, .device = DEVICE_PAD, .pad = pad};
        struct ui_state state = from;
        draw(w, &state);
        if (ui_settle(&state, &w->frame, false))
            draw(w, &state);
        ui_input(&state, &w->frame, &input);
        note(w, &state);
    }
}

int layout_check_reach(const struct layout_view *view, const struct ui_look *look,
                       const char *what)
{
    struct walker w = {.view = view, .look = look};
    struct arena arena = {0};
    struct ui_state start = {.drag_region = -1, .device = DEVICE_PAD};
    draw(&w, &start);
    ui_settle(&start, &w.frame, true);
    int area_count = w.frame.area_count;
    struct ui_area *areas = ARENA_ARRAY(&arena, area_count + 1, struct ui_area);
    for (int i = 0; i < area_count; i++)
        areas[i] = w.frame.areas[i];
    w.room = (area_count + 1) * PAGES_MOST;
    w.states = ARENA_ARRAY(&arena, w.room, struct ui_state);
    w.pages = ARENA_ARRAY(&arena, w.room, int);
    note(&w, &start);
    step_from(&w, start);
    for (int i = 0; i < w.count; i++)
        step_from(&w, w.states[i]);

    struct look_out l = {.what = what};
    draw(&w, &start);
    for (int i = w.frame.covered; i < area_count; i++) {
        if (!(areas[i].flags & AREA_NO_FOCUS) && !is_reached(&w, areas[i].id))
            fault(&l, "no direction leads to", w.frame.areas[i].name, NULL);
    }
    arena_free(&w.frame.arena);
    arena_free(&arena);
    return l.faults;
}
