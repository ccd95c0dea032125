#include "sdl/render.h"

#include <math.h>
#include <string.h>

#include "sdl/render_parts.h"

// Bytes of cached textures that a pixel of the output allows: 24 MB at 1920 x 1080.
enum { CACHE_BYTES_PER_PIXEL = 12, CACHE_LEAST = 6 << 20 };

struct render *render_open(SDL_Renderer *renderer, struct fonts *fonts)
{
    struct arena arena = {0};
    struct render *r = ARENA_ARRAY(&arena, 1, struct render);
    r->arena = arena;
    r->renderer = renderer;
    r->fonts = fonts;
    render_resize(r);
    return r;
}

void render_close(struct render *r)
{
    if (!r)
        return;
    render_forget(r);
    backdrop_free(&r->backdrop);
    struct arena arena = r->arena;
    arena_free(&arena);
}

void render_resize(struct render *r)
{
    SDL_GetRendererOutputSize(r->renderer, &r->width, &r->height);
    size_t limit = (size_t)r->width * (size_t)r->height * CACHE_BYTES_PER_PIXEL;
    r->cache.limit = limit < CACHE_LEAST ? CACHE_LEAST : limit;
    r->clip = (SDL_Rect){0, 0, r->width, r->height};
}

void render_forget(struct render *r)
{
    texture_cache_clear(&r->cache);
}

size_t render_cached(const struct render *r)
{
    return r->cache.bytes;
}

SDL_Rect pixel_rect(struct rect rect)
{
    int x = (int)lroundf(rect.x), y = (int)lroundf(rect.y);
    return (SDL_Rect){x, y, (int)lroundf(rect.x + rect.w) - x,
                      (int)lroundf(rect.y + rect.h) - y};
}

struct key picture_key(enum picture picture, struct colour colour)
{
    struct key key = key_start();
    uint8_t bytes[] = {(uint8_t)picture, colour.r, colour.g, colour.b};
    key_add(&key, bytes, sizeof bytes);
    return key;
}

uint8_t *render_alpha(struct render *r, size_t count)
{
    buf_clear(&r->alpha);
    buf_reserve(&r->alpha, count);
    return memset(r->alpha.data, 0, count);
}

// The same memory serves all pictures of a list, for its first touch is most of their cost.
static void free_scratch(struct render *r)
{
    buf_free(&r->alpha);
    buf_free(&r->pixels);
}

// Copying a texture in its own colours is ten times as fast in the software renderer as
// tinting it, so each colour has its own.
const struct cached *render_keep_alpha(struct render *r, struct key key, int width, int height,
                                       const uint8_t *alpha, struct colour colour)
{
    struct cached picture = {.width = width, .height = height};
    SDL_Texture *texture = SDL_CreateTexture(r->renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STATIC, width, height);
    if (texture) {
        size_t count = (size_t)width * (size_t)height;
        buf_clear(&r->pixels);
        buf_reserve(&r->pixels, count * sizeof(uint32_t));
        uint32_t *pixels = (void *)r->pixels.data;
        uint32_t rgb = (uint32_t)colour.r << 16 | (uint32_t)colour.g << 8 | colour.b;
        for (size_t i = 0; i < count; i++)
            pixels[i] = (uint32_t)alpha[i] << 24 | rgb;
        SDL_UpdateTexture(texture, NULL, pixels, width * 4);
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    }
    picture.texture = texture;
    return texture_cache_put(&r->cache, key, picture);
}

void render_copy(struct render *r, const struct cached *picture, int x, int y, uint8_t alpha)
{
    SDL_Rect to = {x, y, picture->width, picture->height};
    render_copy_part(r, picture, (SDL_Rect){0, 0, to.w, to.h}, to, alpha);
}

void render_copy_part(struct render *r, const struct cached *picture, SDL_Rect from,
                      SDL_Rect to, uint8_t alpha)
{
    SDL_Texture *layers[] = {picture->texture, picture->coloured};
    for (int i = 0; i < 2; i++) {
        if (!layers[i] || !SDL_HasIntersection(&to, &r->clip))
            continue;
        SDL_SetTextureAlphaMod(layers[i], alpha);
        SDL_RenderCopy(r->renderer, layers[i], &from, &to);
    }
}

void render_fill_rects(struct render *r, const SDL_Rect *rects, int count, struct colour colour)
{
    SDL_SetRenderDrawBlendMode(r->renderer,
                               colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(r->renderer, colour.r, colour.g, colour.b, colour.a);
    SDL_RenderFillRects(r->renderer, rects, count);
}

static void set_clip(struct render *r, const struct draw_cmd *cmd)
{
    SDL_Rect all = {0, 0, r->width, r->height}, wanted = pixel_rect(cmd->rect);
    bool is_all = cmd->rect.w <= 0;
    if (is_all) {
        r->clip = all;
    } else if (!SDL_IntersectRect(&wanted, &all, &r->clip)) {
        r->clip = (SDL_Rect){0};
    }
    SDL_RenderSetClipRect(r->renderer, is_all ? NULL : &r->clip);
}

// Text and shadows reach beyond their rectangle, which only says where they begin.
static bool is_out_of_sight(const struct render *r, const struct draw_cmd *cmd)
{
    if (r->clip.w <= 0 || r->clip.h <= 0)
        return true;
    float size = (float)cmd->size_px;
    if (cmd->kind == DRAW_TEXT) {
        return cmd->baseline - 2 * size > (float)(r->clip.y + r->clip.h) ||
               cmd->baseline + size < (float)r->clip.y;
    }
    SDL_Rect rect = pixel_rect(cmd->rect);
    return cmd->kind != DRAW_SHADOW && !SDL_HasIntersection(&rect, &r->clip);
}

static void draw(struct render *r, const struct draw_cmd *cmd, const struct draw_cmd *next)
{
    switch (cmd->kind) {
    case DRAW_BACKDROP:
        backdrop_draw(&r->backdrop, r->renderer, r->width, r->height, cmd);
        return;
    case DRAW_CLIP:
        set_clip(r, cmd);
        return;
    case DRAW_FILL:
        render_fill(r, cmd, next);
        return;
    case DRAW_STROKE:
        render_stroke(r, cmd);
        return;
    case DRAW_MASK:
        render_mask(r, cmd);
        return;
    case DRAW_TEXT:
        render_text(r, cmd);
        return;
    case DRAW_SHADOW:
        render_shadow(r, cmd);
        return;
    }
}

void render_draw(struct render *r, const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_CLIP || cmd->kind == DRAW_BACKDROP ||
            (cmd->colour.a > 0 && !is_out_of_sight(r, cmd)))
            draw(r, cmd, i + 1 < list->count ? cmd + 1 : NULL);
    }
    set_clip(r, &(struct draw_cmd){.kind = DRAW_CLIP});
    free_scratch(r);
}

void render_prepare(struct render *r, const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_TEXT) {
            render_text_picture(r, cmd);
        } else if (cmd->kind == DRAW_MASK) {
            render_mask_picture(r, cmd);
        }
    }
    free_scratch(r);
}
