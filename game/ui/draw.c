#include "ui/draw.h"

#include <string.h>

#include "ui/mask.h"

static uint8_t between(uint8_t a, uint8_t b, float share)
{
    return (uint8_t)((float)a + ((float)b - (float)a) * share + 0.5F);
}

struct colour colour_mix(struct colour under, struct colour over, float share)
{
    return (struct colour){between(under.r, over.r, share), between(under.g, over.g, share),
                           between(under.b, over.b, share), 255};
}

void draw_add(struct draw_list *list, const struct draw_cmd *cmd)
{
    if (list->count == list->room) {
        int room = list->room ? list->room * 2 : 128;
        struct draw_cmd *items = ARENA_ARRAY(list->arena, room, struct draw_cmd);
        if (list->count)
            memcpy(items, list->items, (size_t)list->count * sizeof *items);
        list->items = items;
        list->room = room;
    }
    list->items[list->count++] = *cmd;
}

static const char *const kind_names[] = {
    [DRAW_BACKDROP] = "backdrop", [DRAW_FILL] = "fill",       [DRAW_STROKE] = "stroke",
    [DRAW_MASK] = "mask",         [DRAW_TEXT] = "text",       [DRAW_CLIP] = "clip",
    [DRAW_SHADOW] = "shadow",     [DRAW_PICTURE] = "picture",
};

static int rounded(float v)
{
    return (int)(v < 0 ? v - 0.5F : v + 0.5F);
}

void draw_dump(const struct draw_list *list, struct buf *out)
{
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        buf_printf(out, "%s %d,%d %dx%d #%02X%02X%02X%02X", kind_names[cmd->kind],
                   rounded(cmd->rect.x), rounded(cmd->rect.y), rounded(cmd->rect.w),
                   rounded(cmd->rect.h), cmd->colour.r, cmd->colour.g, cmd->colour.b,
                   cmd->colour.a);
        if (cmd->kind == DRAW_MASK)
            buf_printf(out, " %s", mask_name(cmd->mask));
        if (cmd->is_dashed)
            buf_text(out, " dashed");
        if (cmd->kind == DRAW_TEXT)
            buf_printf(out, " %dpx \"%s\"", cmd->size_px, cmd->text);
        if (cmd->kind == DRAW_PICTURE)
            buf_printf(out, " \"%s\"", cmd->picture.file);
        buf_byte(out, '\n');
    }
}
