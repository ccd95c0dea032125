// Regions that scroll, and regions that are read in pages.
#include <math.h>
#include <stdlib.h>

#include "ui/widget.h"

float ui_scroll_begin(struct ui *ui, int id, struct rect rect, float content_height)
{
    return ui_page_begin(ui, id, 0, rect, content_height);
}

float ui_page_begin(struct ui *ui, int id, int page, struct rect rect, float content_height)
{
    struct ui_frame *frame = ui->frame;
    float most = fmaxf(0, content_height - rect.h);
    float offset = fminf(fmaxf(ui_scroll_offset(ui->state, id, page), 0), most);
    if (frame->region_count < UI_REGIONS_MAX) {
        ui->region = frame->region_count;
        frame->regions[frame->region_count++] =
            (struct ui_region){.id = id,
                               .page = page,
                               .rect = rect,
                               .content_height = content_height,
                               .offset = offset,
                               .shift_y = ui->shift_y,
                               .ring = ui_ring_reach(ui)};
    }
    rect.x -= ui_ring_reach(ui);
    rect.w += 2 * ui_ring_reach(ui);
    ui->outer_clip = ui_clip(ui, rect);
    return offset;
}

void ui_scroll_end(struct ui *ui)
{
    ui_clip_end(ui, ui->outer_clip);
    if (ui->region < 0)
        return;
    const struct ui_region *region = &ui->frame->regions[ui->region];
    ui->region = -1;
    if (region->content_height <= region->rect.h + 0.5F)
        return;
    struct rect r = region->rect;
    float width = fmaxf(3, 0.7F * ui->u);
    struct rect track = {r.x + r.w - width, r.y, width, r.h};
    float share = r.h / region->content_height;
    struct rect thumb = track;
    thumb.h = fmaxf(width * 3, r.h * share);
    thumb.y += (r.h - thumb.h) * region->offset / (region->content_height - r.h);
    ui_fill(ui, track, width / 2, ui->theme->track);
    ui_fill(ui, thumb, width / 2, ui->theme->text3);
}

// --- pages

/// What no page may end within.
struct block {
    float top, bottom;
};

struct blocks {
    struct block *items; // by their tops
    int count;
};

/// Where pages begin, from top to bottom.
struct starts {
    float *tops;
    int count, room;
};

static const struct text_style mark_style = {FACE_SEMIBOLD, 3.1F, 1.2F};

static float mark_height(const struct ui *ui)
{
    const float least_target_px = 24; // WCAG 2.2, 2.5.8
    return fmaxf(least_target_px, fmaxf(5.2F * ui->u, ui_line_px(ui, mark_style.size_u, 1.3F)));
}

void ui_pages_begin(struct ui *ui, int id, int page, struct rect rect, float content_height)
{
    struct rect seen = rect;
    bool is_high = content_height > rect.h + 0.5F;
    if (is_high)
        rect_cut_bottom(&seen, mark_height(ui) + ui->u);
    ui->paged_draws = ui->list->count;
    ui->paged_areas = ui->frame->area_count;
    ui_page_begin(ui, id, page, seen, fminf(content_height, seen.h));
    if (!is_high || ui->region < 0)
        return;
    struct ui_region *region = &ui->frame->regions[ui->region];
    region->pitch = seen.h + 4 * ui_ring_reach(ui);
    struct rect whole = ui->clip;
    whole.y -= ui_ring_reach(ui);
    whole.h = content_height + 8 * ui_ring_reach(ui) + ui->window.h;
    ui_clip_end(ui, whole);
}

bool ui_is_paging(const struct ui *ui)
{
    return ui->region >= 0 && ui->frame->regions[ui->region].pitch > 0;
}

/// What of `cmd` has to be seen whole; a text without the room above and below its letters.
static struct block block_of(const struct draw_cmd *cmd)
{
    float size = (float)cmd->size_px;
    if (cmd->kind == DRAW_TEXT)
        return (struct block){cmd->baseline - 0.8F * size, cmd->baseline + 0.25F * size};
    return (struct block){cmd->rect.y, cmd->rect.y + cmd->rect.h};
}

static bool is_solid(const struct draw_cmd *cmd)
{
    return cmd->kind == DRAW_TEXT || cmd->kind == DRAW_FILL || cmd->kind == DRAW_MASK ||
           cmd->kind == DRAW_PICTURE;
}

static int by_top(const void *a, const void *b)
{
    const struct block *left = a, *right = b;
    return (left->top > right->top) - (left->top < right->top);
}

/// What was drawn since the command `from` within `within`: as one what lies in one another or
/// beside each other; if `is_of_lines` the lines of text alone, each by itself.
static struct blocks find_blocks(const struct ui *ui, int from, struct block within,
                                 bool is_of_lines)
{
    const struct draw_list *list = ui->list;
    struct blocks all = {.items = ARENA_ARRAY(ui->arena, list->count - from + 1, struct block)};
    int found = 0;
    for (int i = from; i < list->count; i++) {
        struct block block = block_of(&list->items[i]);
        bool counts =
            is_of_lines ? list->items[i].kind == DRAW_TEXT : is_solid(&list->items[i]);
        if (counts && block.top >= within.top && block.bottom <= within.bottom)
            all.items[found++] = block;
    }
    qsort(all.items, (size_t)found, sizeof *all.items, by_top);
    if (is_of_lines) {
        all.count = found;
        return all;
    }
    for (int i = 0; i < found; i++) {
        struct block *last = all.count ? &all.items[all.count - 1] : NULL;
        if (last && all.items[i].top < last->bottom - 0.5F) {
            last->bottom = fmaxf(last->bottom, all.items[i].bottom);
        } else {
            all.items[all.count++] = all.items[i];
        }
    }
    return all;
}

static void start_page(struct starts *starts, float top)
{
    if (starts->count < starts->room)
        starts->tops[starts->count++] = top;
}

/// Begins a page with each block that does not fit on the one before.
static void deal(struct starts *starts, const struct blocks *blocks, float height)
{
    for (int i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        float top = starts->tops[starts->count - 1];
        if (block->bottom - top > height && block->top > top + 0.5F)
            start_page(starts, block->top);
        // What is higher than a page is cut anywhere.
        while (starts->count < starts->room &&
               block->bottom - starts->tops[starts->count - 1] > height + 0.5F)
            start_page(starts, starts->tops[starts->count - 1] + height);
    }
}

/// Where pages of `height` begin. What is higher than one is cut between its lines.
static struct starts find_starts(const struct ui *ui, int from, float top, float height)
{
    const struct block everywhere = {-1e6F, 1e6F};
    struct blocks blocks = find_blocks(ui, from, everywhere, false);
    struct starts starts = {.room = UI_PAGES_MAX};
    starts.tops = ARENA_ARRAY(ui->arena, starts.room, float);
    start_page(&starts, top);
    for (int i = 0; i < blocks.count; i++) {
        struct blocks part = {&blocks.items[i], 1};
        if (part.items->bottom - part.items->top > height)
            part = find_blocks(ui, from, blocks.items[i], true);
        deal(&starts, &part, height);
    }
    return starts;
}

/// How much further down than it was drawn what is at `y` has to be, the pages below each other
/// with the first at the top.
static float move_of(const struct starts *starts, float y, float pitch)
{
    int page = starts->count - 1;
    while (page > 0 && starts->tops[page] > y + 0.5F)
        page--;
    return starts->tops[0] + (float)page * pitch - starts->tops[page];
}

static float middle(struct rect rect)
{
    return rect.y + rect.h / 2;
}

/// The height by which it is dealt to a page: a frame or a clip goes with what it is around.
static float place_of(const struct draw_cmd *cmd)
{
    if (cmd->kind == DRAW_TEXT)
        return cmd->baseline - 0.8F * (float)cmd->size_px;
    return is_solid(cmd) ? cmd->rect.y : middle(cmd->rect);
}

static bool is_same(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

/// Moves what was drawn and declared to its page, and the pages so that one of them is seen.
static void move_to_pages(struct ui *ui, const struct starts *starts,
                          const struct ui_region *region, struct rect clip)
{
    const struct rect whole = ui->list->items[ui->paged_draws + 1].rect;
    for (int i = ui->paged_draws; i < ui->list->count; i++) {
        struct draw_cmd *cmd = &ui->list->items[i];
        float by = move_of(starts, place_of(cmd), region->pitch) - region->offset;
        if (cmd->kind == DRAW_CLIP && is_same(cmd->rect, whole)) {
            cmd->rect = clip;
            continue;
        }
        cmd->rect.y += by;
        cmd->baseline += by;
        if (cmd->kind == DRAW_CLIP) {
            cmd->rect = rect_overlap(cmd->rect, clip);
            cmd->rect.w = fmaxf(cmd->rect.w, 0.01F);
        }
    }
    for (int i = ui->paged_areas; i < ui->frame->area_count; i++) {
        struct rect *rect = &ui->frame->areas[i].rect;
        rect->y += move_of(starts, middle(*rect), region->pitch) - region->offset;
    }
}

/// "1/2", "More", and what turns the pages with a pointer.
static void draw_mark(struct ui *ui, const struct ui_region *region, struct page_words words)
{
    int at = ui_page_at(ui->state, region), count = ui_page_count(region);
    float side = mark_height(ui);
    struct rect row = {region->rect.x, region->rect.y + region->rect.h + ui->u, region->rect.w,
                       side};
    struct rect down = rect_cut_right(&row, side);
    rect_cut_right(&row, 1.6F * ui->u);
    if (at + 1 < count) {
        ui_icon_button(ui, down, MASK_DOWN, words.next, region->id, +1,
                       AREA_NO_FOCUS | AREA_TURN);
        struct rect more = rect_cut_right(&row, ui_label_width(ui, mark_style, words.more));
        ui_label(ui, more, mark_style, ALIGN_END, ui->theme->accent, words.more);
        rect_cut_right(&row, 1.6F * ui->u);
    }
    const char *place = arena_printf(ui->arena, "%d/%d", at + 1, count);
    struct rect said = rect_cut_right(&row, ui_label_width(ui, mark_style, place));
    ui_label(ui, said, mark_style, ALIGN_END, ui->theme->text2, place);
    rect_cut_right(&row, 1.6F * ui->u);
    if (at > 0) {
        ui_icon_button(ui, rect_cut_right(&row, side), MASK_UP, words.back, region->id, -1,
                       AREA_NO_FOCUS | AREA_TURN);
    }
}

void ui_pages_end(struct ui *ui, struct page_words words)
{
    struct ui_region *region = ui->region < 0 ? NULL : &ui->frame->regions[ui->region];
    if (!region || region->pitch <= 0) {
        ui_scroll_end(ui);
        return;
    }
    float reach = ui_ring_reach(ui);
    struct rect clip = region->rect;
    clip =
        (struct rect){clip.x - reach, clip.y - reach, clip.w + 2 * reach, clip.h + 2 * reach};
    float top = region->rect.y + ui->shift_y;
    struct starts starts = find_starts(ui, ui->paged_draws, top, region->rect.h);
    region->content_height = region->pitch * (float)(starts.count - 1) + region->rect.h;
    region->offset = region->pitch * (float)ui_page_at(ui->state, region);
    move_to_pages(ui, &starts, region, clip);
    ui_clip_end(ui, ui->outer_clip);
    ui->region = -1;
    draw_mark(ui, region, words);
}
