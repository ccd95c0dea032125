// The least that a program on SDL2 and SDL2_ttf does, to measure Quartet against: the same
// video driver, hints, window size and font.
#pragma once

#include <stdbool.h>

#include <SDL.h>
#include <SDL_ttf.h>

struct floor {
    SDL_Window *window;
    SDL_Renderer *renderer;
    TTF_Font *font;
    int width, height;
};

/// Opens a window of Quartet's size, or one as large as the screen, and a font of `size_px`.
/// Ends the program if that fails.
struct floor floor_open(const char *title, bool is_fullscreen, int size_px);

/// A picture of `text`.
SDL_Texture *floor_text(const struct floor *floor, const char *text, SDL_Rect *size);

/// Writes a line of the trace, as game/app/trace.h says.
void floor_trace(const char *what);

/// Calls `draw` at once, and at each key press and whenever the window has to be drawn anew,
/// and presents that, until the window is closed.
void floor_run(const struct floor *floor, void (*draw)(const struct floor *floor, int frame));
