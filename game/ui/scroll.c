#include <math.h>

#include "ui/interact.h"

float ui_scroll_offset(const struct ui_state *state, int id, int page)
{
    for (int i = 0; i < state->scroll_count; i++) {
        if (state->scrolls[i].id == id)
            return state->scrolls[i].page == page ? state->scrolls[i].offset : 0;
    }
    return 0;
}

void ui_scroll_set(struct ui_state *state, int id, int page, float offset)
{
    int i = 0;
    while (i < state->scroll_count && state->scrolls[i].id != id)
        i++;
    if (i == UI_SCROLLS_MAX)
        return;
    if (i == state->scroll_count)
        state->scroll_count++;
    state->scrolls[i].id = id;
    state->scrolls[i].page = page;
    state->scrolls[i].offset = offset;
}

static bool is_new_page(const struct ui_state *state, const struct ui_region *region)
{
    for (int i = 0; i < state->scroll_count; i++) {
        if (state->scrolls[i].id == region->id)
            return state->scrolls[i].page != region->page;
    }
    return true;
}

unsigned ui_scroll_open_pages(struct ui_state *state, const struct ui_frame *frame)
{
    unsigned opened = 0;
    for (int i = 0; i < frame->region_count; i++) {
        const struct ui_region *region = &frame->regions[i];
        if (!region->page || !is_new_page(state, region))
            continue;
        ui_scroll_set(state, region->id, region->page, 0);
        opened |= 1U << i;
    }
    return opened;
}

bool ui_scroll_to(struct ui_state *state, const struct ui_region *region, float offset)
{
    float most = fmaxf(0, region->content_height - region->rect.h);
    offset = fminf(fmaxf(offset, 0), most);
    float before = fminf(ui_scroll_offset(state, region->id, region->page), most);
    ui_scroll_set(state, region->id, region->page, offset);
    return fabsf(offset - before) >= 0.5F;
}

bool ui_scroll_by(struct ui_state *state, const struct ui_region *region, float by)
{
    float most = fmaxf(0, region->content_height - region->rect.h);
    float offset = fminf(ui_scroll_offset(state, region->id, region->page), most);
    return ui_scroll_to(state, region, offset + by);
}

void ui_scroll_reveal(struct ui_state *state, const struct ui_frame *frame,
                      const struct ui_area *area)
{
    if (area->region < 0)
        return;
    const struct ui_region *region = &frame->regions[area->region];
    float y = area->rect.y - region->shift_y;
    float above = region->rect.y - y + region->ring;
    float below = y + area->rect.h + region->ring - region->rect.y - region->rect.h;
    if (above > 0) {
        ui_scroll_to(state, region, region->offset - above);
    } else if (below > 0) {
        ui_scroll_to(state, region, region->offset + fminf(below, -above));
    }
}
