#include <math.h>

#include "ui/interact.h"

float ui_scroll_offset(const struct ui_state *state, int id)
{
    for (int i = 0; i < state->scroll_count; i++) {
        if (state->scrolls[i].id == id)
            return state->scrolls[i].offset;
    }
    return 0;
}

void ui_scroll_set(struct ui_state *state, int id, float offset)
{
    for (int i = 0; i < state->scroll_count; i++) {
        if (state->scrolls[i].id == id) {
            state->scrolls[i].offset = offset;
            return;
        }
    }
    if (state->scroll_count < UI_SCROLLS_MAX) {
        state->scrolls[state->scroll_count].id = id;
        state->scrolls[state->scroll_count++].offset = offset;
    }
}

bool ui_scroll_to(struct ui_state *state, const struct ui_region *region, float offset)
{
    float most = fmaxf(0, region->content_height - region->rect.h);
    offset = fminf(fmaxf(offset, 0), most);
    float before = fminf(ui_scroll_offset(state, region->id), most);
    ui_scroll_set(state, region->id, offset);
    return fabsf(offset - before) >= 0.5F;
}

bool ui_scroll_by(struct ui_state *state, const struct ui_region *region, float by)
{
    float most = fmaxf(0, region->content_height - region->rect.h);
    float offset = fminf(ui_scroll_offset(state, region->id), most);
    return ui_scroll_to(state, region, offset + by);
}

void ui_scroll_reveal(struct ui_state *state, const struct ui_frame *frame,
                      const struct ui_area *area)
{
    if (area->region < 0)
        return;
    const struct ui_region *region = &frame->regions[area->region];
    float above = region->rect.y - area->rect.y;
    float below = area->rect.y + area->rect.h - region->rect.y - region->rect.h;
    if (above > 0) {
        ui_scroll_to(state, region, region->offset - above);
    } else if (below > 0) {
        ui_scroll_to(state, region, region->offset + fminf(below, -above));
    }
}
