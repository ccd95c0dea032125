// sdl/render.h: draws a list on any SDL renderer, of a window or of a surface in memory.
#pragma once

#include <stddef.h>

#include "sdl/damage.h"
#include "sdl/fonts.h"
#include "ui/draw.h"

struct SDL_Renderer;
struct pictures;
struct render;

/// Both outlive what is returned.
struct render *render_open(struct SDL_Renderer *renderer, struct fonts *fonts);

/// Where pictures from files come from; they outlive `render`. Without it none are drawn.
void render_take_pictures(struct render *render, struct pictures *pictures);

/// Destroys all textures, so it comes before the renderer's end; NULL is fine.
void render_close(struct render *render);

/// Tells that the output has another size now; asks the renderer for it.
void render_resize(struct render *render);

/// Throws all textures away, because the device lost them or their fonts changed; they are made
/// anew when they are drawn.
void render_forget(struct render *render);

/// Tells that the output lost what was drawn on it: the next list is drawn whole.
void render_touch(struct render *render);

/// Draws `list`; presenting is the caller's business. A list that starts with a DRAW_BACKDROP
/// needs no clearing before; if the list before did too, only what differs is drawn, where the
/// renderer keeps its picture, as that of software does. Returns what was drawn on.
struct damage render_draw(struct render *render, const struct draw_list *list);

/// Makes the textures that drawing `list` would need and draws nothing: for what comes next, in
/// a moment when nobody waits.
void render_prepare(struct render *render, const struct draw_list *list);

/// Bytes of pixels in cached textures.
size_t render_cached(const struct render *render);
