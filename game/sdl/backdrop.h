// sdl/backdrop.h: the gradient behind everything and the faint large shapes on it.
#pragma once

#include <SDL.h>

#include "base/buf.h"
#include "ui/draw.h"

/// A backdrop cut into rectangles of one colour each, made anew when size or colours change.
/// It needs no texture as large as the window and no blending. Zeroed is none yet.
struct backdrop {
    int width, height;
    struct draw_cmd cmd;
    struct buf rects;  // of SDL_Rect
    struct buf groups; // of struct backdrop_group
};

/// Draws the DRAW_BACKDROP `cmd` over the whole output of `width` x `height` pixels; nothing is
/// missing in `clip`, to which the renderer clips.
void backdrop_draw(struct backdrop *backdrop, SDL_Renderer *renderer, int width, int height,
                   SDL_Rect clip, const struct draw_cmd *cmd);

void backdrop_free(struct backdrop *backdrop);
