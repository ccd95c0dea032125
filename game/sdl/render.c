#include "sdl/render.h"

#include <math.h>
#include <string.h>

#include "sdl/render_parts.h"

// Bytes of cached textures that a pixel of the output allows: 24 MB at 1920 x 1080.
enum { CACHE_BYTES_PER_PIXEL = 12, CACHE_LEAST = 6 << 20 };

static SDL_Rect whole_output(const struct render *r)
{
    return (SDL_Rect){0, 0, r->width, r->height};
}

struct render *render_open(SDL_Renderer *renderer, struct fonts *fonts)
{
    struct arena arena = {0};
    struct render *r = ARENA_ARRAY(&arena, 1, struct render);
    r->arena = arena;
    r->renderer = renderer;
    r->fonts = fonts;
    SDL_RendererInfo info;
    r->keeps_picture =
        SDL_GetRendererInfo(renderer, &info) == 0 && (info.flags & SDL_RENDERER_SOFTWARE) != 0;
    render_resize(r);
    return r;
}

void render_take_pictures(struct render *r, struct pictures *pictures)
{
    r->pictures = pictures;
}

void render_close(struct render *r)
{
    if (!r)
        return;
    render_forget(r);
    backdrop_free(&r->backdrop);
    buf_free(&r->before);
    buf_free(&r->after);
    struct arena arena = r->arena;
    arena_free(&arena);
}

void render_resize(struct render *r)
{
    SDL_GetRendererOutputSize(r->renderer, &r->width, &r->height);
    size_t limit = (size_t)r->width * (size_t)r->height * CACHE_BYTES_PER_PIXEL;
    r->cache.limit = limit < CACHE_LEAST ? CACHE_LEAST : limit;
    r->clip = whole_output(r);
    render_touch(r);
}

void render_touch(struct render *r)
{
    buf_clear(&r->before);
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
    SDL_Rect filled[FILL_ROOM];
    int filled_count = 0;
    for (int i = 0; i < count; i++) {
        if (!SDL_RectEmpty(&rects[i])) // which SDL would draw a line of
            filled[filled_count++] = rects[i];
    }
    SDL_SetRenderDrawBlendMode(r->renderer,
                               colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(r->renderer, colour.r, colour.g, colour.b, colour.a);
    SDL_RenderFillRects(r->renderer, filled, filled_count);
}

/// What `cmd`, a DRAW_CLIP, leaves of `part`.
static SDL_Rect clip_of(const struct draw_cmd *cmd, SDL_Rect part)
{
    SDL_Rect wanted = pixel_rect(cmd->rect), clip;
    if (cmd->rect.w <= 0)
        return part;
    return SDL_IntersectRect(&wanted, &part, &clip) ? clip : (SDL_Rect){0};
}

static void set_clip(struct render *r, SDL_Rect clip)
{
    SDL_Rect all = whole_output(r);
    r->clip = clip;
    SDL_RenderSetClipRect(r->renderer, SDL_RectEquals(&clip, &all) ? NULL : &clip);
}

// Text and shadows reach beyond their rectangle, which only says where they begin.
static bool is_out_of_sight(const struct draw_cmd *cmd, SDL_Rect clip)
{
    if (clip.w <= 0 || clip.h <= 0)
        return true;
    float size = (float)cmd->size_px;
    if (cmd->kind == DRAW_TEXT) {
        return cmd->baseline - 2 * size > (float)(clip.y + clip.h) ||
               cmd->baseline + size < (float)clip.y;
    }
    SDL_Rect rect = pixel_rect(cmd->rect);
    return cmd->kind != DRAW_SHADOW && cmd->kind != DRAW_BACKDROP &&
           !SDL_HasIntersection(&rect, &clip);
}

static void draw(struct render *r, const struct draw_cmd *cmd, const struct draw_cmd *next)
{
    switch (cmd->kind) {
    case DRAW_BACKDROP:
        backdrop_draw(&r->backdrop, r->renderer, r->width, r->height, r->clip, cmd);
        return;
    case DRAW_CLIP:
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
    case DRAW_PICTURE:
        render_file(r, cmd);
        return;
    }
}

static bool is_seen(const struct draw_cmd *cmd, SDL_Rect clip)
{
    return cmd->kind == DRAW_BACKDROP || (cmd->colour.a > 0 && !is_out_of_sight(cmd, clip));
}

/// Draws what of `list` is in `part`.
static void draw_part(struct render *r, const struct draw_list *list, SDL_Rect part)
{
    set_clip(r, part);
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_CLIP) {
            set_clip(r, clip_of(cmd, part));
        } else if (is_seen(cmd, r->clip)) {
            draw(r, cmd, i + 1 < list->count ? cmd + 1 : NULL);
        }
    }
}

/// Notes in `after` what `list` is about to draw. Returns false if it cannot be drawn in parts.
static bool note_list(struct render *r, const struct draw_list *list)
{
    SDL_Rect clip = whole_output(r);
    if (!list->count || list->items[0].kind != DRAW_BACKDROP)
        return false;
    buf_clear(&r->after);
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        struct drawn drawn;
        if (cmd->squeeze > 0)
            return false; // where it is clipped, it would not be stretched alike
        if (cmd->kind == DRAW_CLIP) {
            clip = clip_of(cmd, whole_output(r));
        } else if (is_seen(cmd, clip) && render_note(r, cmd, clip, &drawn)) {
            buf_add(&r->after, &drawn, sizeof drawn);
        }
    }
    return true;
}

/// What has to be drawn again for `list`; all, where drawing a part saves nothing.
static struct damage find_damage(struct render *r, const struct draw_list *list)
{
    SDL_Rect all = whole_output(r);
    struct damage damage = {.rects = {all}, .count = 1};
    if (!r->keeps_picture || !note_list(r, list)) {
        render_touch(r);
        return damage;
    }
    struct buf before = r->before;
    r->before = r->after;
    r->after = before;
    if (before.len == 0)
        return damage;
    struct damage changed = {0};
    damage_find(&changed, (const void *)before.data, (int)(before.len / sizeof(struct drawn)),
                (const void *)r->before.data, (int)(r->before.len / sizeof(struct drawn)));
    return damage_area(&changed) < damage_area(&damage) ? changed : damage;
}

struct damage render_draw(struct render *r, const struct draw_list *list)
{
    struct damage damage = find_damage(r, list);
    for (int i = 0; i < damage.count; i++)
        draw_part(r, list, damage.rects[i]);
    set_clip(r, whole_output(r));
    free_scratch(r);
    return damage;
}

static void prepare(struct render *r, const struct draw_cmd *cmd)
{
    switch (cmd->kind) {
    case DRAW_TEXT:
        render_text_picture(r, cmd);
        return;
    case DRAW_MASK:
        render_mask_picture(r, cmd);
        return;
    case DRAW_PICTURE:
        render_file_picture(r, cmd);
        return;
    case DRAW_FILL:
    case DRAW_STROKE:
    case DRAW_SHADOW:
        render_prepare_shape(r, cmd);
        return;
    case DRAW_BACKDROP:
    case DRAW_CLIP:
        return;
    }
}

void render_prepare(struct render *r, const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++)
        prepare(r, &list->items[i]);
    free_scratch(r);
}
