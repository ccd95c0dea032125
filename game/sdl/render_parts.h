// sdl/render_parts.h: what the files of the renderer share; for them alone.
#pragma once

#include <SDL.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sdl/backdrop.h"
#include "sdl/damage.h"
#include "sdl/fonts.h"
#include "sdl/pictures.h"
#include "sdl/texture_cache.h"

struct render {
    struct arena arena; // of this struct too
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct pictures *pictures; // NULL: none are drawn
    int width, height;         // of the output
    SDL_Rect clip;             // what is drawn on
    struct backdrop backdrop;
    struct texture_cache cache;
    bool keeps_picture;       // what was drawn is still there when the next list is drawn
    struct buf before, after; // struct drawn: of the list before, and of the one that is noted
    struct buf alpha, pixels; // of the picture in the making; freed when the list is drawn
};

/// What a texture shows; the first part of every key.
enum picture {
    PICTURE_DISC,
    PICTURE_RING,
    PICTURE_MASK,
    PICTURE_SHADOW,
    PICTURE_TEXT,
    PICTURE_FILE
};

/// The key of a picture in a colour; its alpha makes no difference.
struct key picture_key(enum picture picture, struct colour colour);

/// `rect` with each edge on the nearest pixel, so that neighbours meet.
SDL_Rect pixel_rect(struct rect rect);

/// Room for `count` bytes of coverage, zeroed, until the next call.
uint8_t *render_alpha(struct render *r, size_t count);

/// The texture of `width` x `height` bytes of coverage in `colour`, kept under `key`.
const struct cached *render_keep_alpha(struct render *r, struct key key, int width, int height,
                                       const uint8_t *alpha, struct colour colour);

/// Draws `picture` with its top left corner at x, y, in the strength `alpha`.
void render_copy(struct render *r, const struct cached *picture, int x, int y, uint8_t alpha);

/// Draws the part `from` of `picture` into `to`.
void render_copy_part(struct render *r, const struct cached *picture, SDL_Rect from,
                      SDL_Rect to, uint8_t alpha);

/// The most rectangles that are filled at once.
enum { FILL_ROOM = 64 };

/// Fills rectangles, by copying where `colour` is opaque; blending costs ten times as much.
void render_fill_rects(struct render *r, const SDL_Rect *rects, int count,
                       struct colour colour);

/// Draws a DRAW_FILL, but for what `next`, the command after it or NULL, is to hide.
void render_fill(struct render *r, const struct draw_cmd *cmd, const struct draw_cmd *next);
void render_stroke(struct render *r, const struct draw_cmd *cmd);
void render_shadow(struct render *r, const struct draw_cmd *cmd);

/// The pictures of a DRAW_MASK and a DRAW_TEXT, from the cache or made.
const struct cached *render_mask_picture(struct render *r, const struct draw_cmd *cmd);
const struct cached *render_text_picture(struct render *r, const struct draw_cmd *cmd);

/// That of a DRAW_PICTURE; NULL: it is not ready.
const struct cached *render_file_picture(struct render *r, const struct draw_cmd *cmd);

/// What stands for the picture of a DRAW_PICTURE, in its size and version.
struct key render_file_key(const struct render *r, const struct draw_cmd *cmd);

void render_file(struct render *r, const struct draw_cmd *cmd);
SDL_Rect render_file_place(const struct draw_cmd *cmd, const struct cached *picture);

void render_mask(struct render *r, const struct draw_cmd *cmd);
void render_text(struct render *r, const struct draw_cmd *cmd);

/// Makes the pictures that a DRAW_FILL, DRAW_STROKE or DRAW_SHADOW needs.
void render_prepare_shape(struct render *r, const struct draw_cmd *cmd);

/// Where their pictures are drawn, in pixels.
SDL_Rect render_mask_place(const struct draw_cmd *cmd, const struct cached *picture);
SDL_Rect render_text_place(const struct draw_cmd *cmd, const struct cached *picture);

/// The pixels that a DRAW_SHADOW changes.
SDL_Rect render_shadow_place(const struct draw_cmd *cmd);

/// Says in `drawn` what `cmd` draws within `clip`. Returns false if it is nothing.
bool render_note(struct render *r, const struct draw_cmd *cmd, SDL_Rect clip,
                 struct drawn *drawn);
