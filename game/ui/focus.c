#include <float.h>
#include <math.h>
#include <stddef.h>

#include "ui/interact.h"
#include "ui/ui.h"

static bool takes_focus(const struct ui_area *area)
{
    return !(area->flags & AREA_NO_FOCUS);
}

struct span {
    float low, high;
};

static struct span across(struct rect r)
{
    return (struct span){r.x, r.x + r.w};
}

static struct span down(struct rect r)
{
    return (struct span){r.y, r.y + r.h};
}

/// Whether `to` is turned at the end of a line that begins below, or above, `from`: its label
/// stands there.
static bool is_end_of_line(const struct ui_area *from, const struct ui_area *to)
{
    return to->flags & AREA_ADJUST && !(from->flags & AREA_ADJUST) && from->region >= 0 &&
           from->region == to->region;
}

/// How far `to` is from `from` in the direction: the gap ahead counts once, the gap to the side
/// three times, so that rows and columns are kept. Negative if it isn't that way.
static float distance(const struct ui_area *from_area, const struct ui_area *to_area, int dx,
                      int dy)
{
    struct rect from = from_area->rect, to = to_area->rect;
    struct span a = dx ? across(from) : down(from), b = dx ? across(to) : down(to);
    float ahead = dx + dy > 0 ? b.low - a.high : a.low - b.high;
    // Neighbours may reach into one another, but not by half.
    if (ahead < -fminf(a.high - a.low, b.high - b.low) / 2)
        return -1;
    struct span a_side = dx ? down(from) : across(from), b_side = dx ? down(to) : across(to);
    float aside = fmaxf(fmaxf(b_side.low - a_side.high, a_side.low - b_side.high) + 1, 0);
    float centres = (b_side.low + b_side.high - a_side.low - a_side.high) / 2;
    // Left and Right keep to their row as far as it goes.
    bool keeps = dx || from_area->flags & to_area->flags & AREA_CELL;
    if (dy && is_end_of_line(from_area, to_area))
        aside = 0;
    float leaving = keeps && aside > 0 ? 1e5F : 0;
    return fmaxf(ahead, 0) + 3 * aside + leaving + 0.1F * fabsf(centres);
}

/// Whether some of `area` is in view; what is scrolled out of its region is not. Pages follow
/// each other like rows: whatever is on one of them is there to go to.
static bool is_in_view(const struct ui_frame *frame, const struct ui_area *area)
{
    if (area->region < 0 || frame->regions[area->region].pitch > 0)
        return true;
    struct rect seen = rect_overlap(area->rect, frame->regions[area->region].rect);
    return seen.w > 0 && seen.h > 0;
}

const struct ui_area *focus_towards(const struct ui_frame *frame, const struct ui_area *from,
                                    int dx, int dy)
{
    if (!from)
        return focus_step(frame, NULL, +1);
    const struct ui_area *best = NULL, *best_inside = NULL;
    float best_distance = FLT_MAX, inside_distance = FLT_MAX;
    for (int i = frame->covered; i < frame->area_count; i++) {
        const struct ui_area *area = &frame->areas[i];
        if (area == from || !takes_focus(area))
            continue;
        float d = distance(from, area, dx, dy);
        bool is_inside = from->region >= 0 && area->region == from->region;
        if (d >= 0 && is_inside && d < inside_distance) {
            best_inside = area;
            inside_distance = d;
        }
        if (d >= 0 && (is_inside || is_in_view(frame, area)) && d < best_distance) {
            best = area;
            best_distance = d;
        }
    }
    // Up and Down go through the whole of a scrolled list before they leave it, and nothing
    // outside is beside what is scrolled out of view.
    bool stays = dy || !is_in_view(frame, from);
    return stays && best_inside ? best_inside : best;
}

const struct ui_area *focus_step(const struct ui_frame *frame, const struct ui_area *from,
                                 int step)
{
    for (int i = frame->covered; !from && step > 0 && i < frame->area_count; i++) {
        if (frame->areas[i].flags & AREA_START)
            return &frame->areas[i];
    }
    int at = step > 0 ? frame->covered - 1 : frame->area_count;
    if (from)
        at = (int)(from - frame->areas);
    for (at += step; at >= frame->covered && at < frame->area_count; at += step) {
        if (takes_focus(&frame->areas[at]))
            return &frame->areas[at];
    }
    return from;
}

struct ui_frame ui_without(const struct ui_frame *frame, unsigned flags, struct arena *arena)
{
    struct ui_frame kept = *frame;
    kept.areas = ARENA_ARRAY(arena, frame->area_count + 1, struct ui_area);
    kept.area_count = kept.covered = 0;
    for (int i = 0; i < frame->area_count; i++) {
        if (frame->areas[i].flags & flags)
            continue;
        kept.covered += i < frame->covered;
        kept.areas[kept.area_count++] = frame->areas[i];
    }
    return kept;
}
