#include <math.h>

#include "ui/interact.h"
#include "ui/ui.h"

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

int ui_page_count(const struct ui_region *region)
{
    float most = region->content_height - region->rect.h;
    return region->pitch > 0 ? 1 + (int)(most / region->pitch + 0.5F) : 1;
}

int ui_page_at(const struct ui_state *state, const struct ui_region *region)
{
    float offset = ui_scroll_offset(state, region->id, region->page);
    int page = region->pitch > 0 ? (int)(fmaxf(offset, 0) / region->pitch + 0.5F) : 0;
    int last = ui_page_count(region) - 1;
    return page < last ? page : last;
}

bool ui_page_turn(struct ui_state *state, const struct ui_region *region, int by)
{
    int before = ui_page_at(state, region), page = before + by,
        last = ui_page_count(region) - 1;
    page = page < 0 ? 0 : page > last ? last : page;
    ui_scroll_set(state, region->id, region->page, (float)page * region->pitch);
    return page != before;
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
    if (region->pitch > 0) {
        int page = (int)floorf((y + region->offset - region->rect.y) / region->pitch + 0.01F);
        ui_page_turn(state, region, page - ui_page_at(state, region));
        return;
    }
    if (above > 0) {
        ui_scroll_to(state, region, region->offset - above);
    } else if (below > 0) {
        ui_scroll_to(state, region, region->offset + fminf(below, -above));
    }
}

const struct ui_region *ui_scrolled_region(const struct ui_state *state,
                                           const struct ui_frame *frame)
{
    bool is_pointing = state->device == DEVICE_MOUSE || state->device == DEVICE_TOUCH;
    for (int i = 0; i < frame->region_count && is_pointing; i++) {
        if (rect_has(frame->regions[i].rect, state->pointer))
            return &frame->regions[i];
    }
    const struct ui_area *focused = ui_focused(state, frame);
    // Where the focus only rests the list follows it: what is read beside it scrolls.
    if (focused && focused->region >= 0 && !(focused->flags & AREA_REST))
        return &frame->regions[focused->region];
    return frame->region_count ? &frame->regions[frame->region_count - 1] : NULL;
}

const struct ui_region *ui_paged_region(const struct ui_frame *frame)
{
    for (int i = 0; i < frame->region_count; i++) {
        if (frame->regions[i].pitch > 0)
            return &frame->regions[i];
    }
    return NULL;
}

bool ui_turns_page(struct ui_state *state, const struct ui_frame *frame,
                   const struct input *input)
{
    const struct ui_region *region = ui_paged_region(frame);
    bool is_down = input->key == KEY_PAGE_DOWN;
    if (!region || input->kind != INPUT_KEY || (!is_down && input->key != KEY_PAGE_UP))
        return false;
    return ui_page_turn(state, region, is_down ? +1 : -1);
}
