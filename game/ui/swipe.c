#include <math.h>

#include "ui/interact.h"

static bool scrolls(const struct ui_state *state, const struct ui_frame *frame)
{
    if (state->drag_region < 0 || state->drag_region >= frame->region_count)
        return false;
    const struct ui_region *region = &frame->regions[state->drag_region];
    return region->content_height > region->rect.h + 0.5F;
}

bool ui_swipe(const struct ui_state *state, const struct ui_frame *frame,
              const struct ui_area *area, struct point at, enum swipe *swipe)
{
    const float far = 0.15F; // of the shorter side
    float dx = at.x - state->press_at.x, dy = at.y - state->press_at.y;
    *swipe = SWIPE_NONE;
    if (fmaxf(fabsf(dx), fabsf(dy)) < far * fminf(area->rect.w, area->rect.h))
        return false;
    if (fabsf(dx) >= fabsf(dy)) {
        *swipe = dx < 0 ? SWIPE_LEFT : SWIPE_RIGHT;
    } else if (!scrolls(state, frame)) {
        *swipe = dy < 0 ? SWIPE_UP : SWIPE_DOWN;
    }
    return true;
}
