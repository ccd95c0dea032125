#include <math.h>
#include <string.h>

#include "sdl/render_parts.h"

static bool find_place(struct render *r, const struct draw_cmd *cmd, SDL_Rect *place)
{
    const struct cached *picture = NULL;
    switch (cmd->kind) {
    case DRAW_BACKDROP:
        *place = (SDL_Rect){0, 0, r->width, r->height};
        return true;
    case DRAW_FILL:
    case DRAW_STROKE:
        *place = pixel_rect(cmd->rect);
        return true;
    case DRAW_SHADOW:
        *place = render_shadow_place(cmd);
        return true;
    case DRAW_MASK:
        picture = render_mask_picture(r, cmd);
        if (picture)
            *place = render_mask_place(cmd, picture);
        return picture;
    case DRAW_TEXT:
        picture = render_text_picture(r, cmd);
        if (picture)
            *place = render_text_place(cmd, picture);
        return picture;
    case DRAW_PICTURE:
        picture = render_file_picture(r, cmd);
        if (picture)
            *place = render_file_place(cmd, picture);
        return picture;
    case DRAW_CLIP:
        break;
    }
    return false;
}

static int64_t two(int high, int low)
{
    return (int64_t)((uint64_t)(uint32_t)high << 32 | (uint32_t)low);
}

static int bits(struct colour colour)
{
    int number;
    memcpy(&number, &colour, sizeof number);
    return number;
}

static int fine(float number)
{
    return (int)lroundf(number * 256);
}

/// All of `cmd` that makes a difference, but for where it may be seen.
static struct key key_of(const struct render *r, const struct draw_cmd *cmd, SDL_Rect place)
{
    const int64_t numbers[] = {
        two((int)cmd->kind << 8 | cmd->corners, (int)cmd->mask),
        two((int)cmd->face << 2 | cmd->is_dashed << 1 | cmd->is_rtl, cmd->size_px),
        two(bits(cmd->colour), bits(cmd->colour2)),
        two(bits(cmd->colour3), fine(cmd->angle)),
        two(fine(cmd->radius), fine(cmd->stroke)),
        two(fine(cmd->squeeze), place.x),
        two(place.y, place.w),
        place.h,
    };
    struct key key = key_start();
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        key_add_int(&key, numbers[i]);
    if (cmd->kind == DRAW_TEXT)
        key_add(&key, cmd->text, strlen(cmd->text));
    if (cmd->kind == DRAW_PICTURE) {
        struct key shown = render_file_key(r, cmd);
        key_add(&key, &shown, sizeof shown);
    }
    return key;
}

bool render_note(struct render *r, const struct draw_cmd *cmd, SDL_Rect clip,
                 struct drawn *drawn)
{
    SDL_Rect place;
    if (!find_place(r, cmd, &place) || !SDL_IntersectRect(&place, &clip, &drawn->seen))
        return false;
    struct key key = key_of(r, cmd, place);
    drawn->key[0] = key.a;
    drawn->key[1] = key.b;
    return true;
}
