#include <math.h>
#include <stddef.h>
#include <string.h>

#include "sdl/render_parts.h"

static const void *row_of(const SDL_Surface *surface, int y)
{
    return (const char *)surface->pixels + (ptrdiff_t)y * surface->pitch;
}

static bool has_ink(const SDL_Surface *surface, int y)
{
    const uint32_t *row = row_of(surface, y);
    for (int x = 0; x < surface->w; x++) {
        if (row[x] >> 24)
            return true;
    }
    return false;
}

// The rows of `surface` that show something: text leaves a third of its height empty.
static SDL_Rect inked_rows(const SDL_Surface *surface)
{
    int top = 0, bottom = surface->h;
    while (top < bottom && !has_ink(surface, top))
        top++;
    while (bottom > top && !has_ink(surface, bottom - 1))
        bottom--;
    return (SDL_Rect){0, top, surface->w, bottom - top};
}

static SDL_Texture *upload(struct render *r, const SDL_Surface *surface, SDL_Rect part)
{
    SDL_Texture *texture = SDL_CreateTexture(r->renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STATIC, part.w, part.h);
    if (!texture)
        return NULL;
    SDL_UpdateTexture(texture, NULL, row_of(surface, part.y), surface->pitch);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    return texture;
}

static struct cached make(struct render *r, const struct text_run *run, struct colour colour)
{
    struct text_image image;
    struct cached picture = {0};
    if (!fonts_draw(r->fonts, run, colour, &image))
        return picture;
    SDL_Rect part =
        image.coloured ? (SDL_Rect){0, 0, image.ink->w, image.ink->h} : inked_rows(image.ink);
    if (part.h > 0) {
        picture = (struct cached){
            .texture = upload(r, image.ink, part),
            .coloured = image.coloured ? upload(r, image.coloured, part) : NULL,
            .width = part.w,
            .height = part.h,
            .left = image.left,
            .top = part.y - image.baseline,
        };
    }
    text_image_free(&image);
    return picture;
}

const struct cached *render_text_picture(struct render *r, const struct draw_cmd *cmd)
{
    struct text_run run = {.face = cmd->face,
                           .size_px = cmd->size_px,
                           .is_rtl = cmd->is_rtl,
                           .text = cmd->text,
                           .len = strlen(cmd->text)};
    if (run.len == 0 || run.size_px <= 0)
        return NULL;
    struct key key = picture_key(PICTURE_TEXT, cmd->colour);
    const int parts[] = {(int)cmd->face, cmd->size_px, cmd->is_rtl};
    key_add(&key, parts, sizeof parts);
    key_add(&key, run.text, run.len);
    const struct cached *picture = texture_cache_get(&r->cache, key);
    return picture ? picture : texture_cache_put(&r->cache, key, make(r, &run, cmd->colour));
}

SDL_Rect render_text_place(const struct draw_cmd *cmd, const struct cached *picture)
{
    int x = (int)lroundf(cmd->rect.x), y = (int)lroundf(cmd->baseline) + picture->top;
    if (cmd->squeeze <= 0)
        return (SDL_Rect){x + picture->left, y, picture->width, picture->height};
    float share = 1 - cmd->squeeze;
    return (SDL_Rect){x + (int)lroundf((float)picture->left * share), y,
                      (int)lroundf((float)picture->width * share), picture->height};
}

void render_text(struct render *r, const struct draw_cmd *cmd)
{
    const struct cached *picture = render_text_picture(r, cmd);
    if (!picture)
        return;
    SDL_Rect to = render_text_place(cmd, picture);
    if (to.w > 0) {
        render_copy_part(r, picture, (SDL_Rect){0, 0, picture->width, picture->height}, to,
                         cmd->colour.a);
    }
}
