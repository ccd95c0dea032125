// sdl/shot.h: pictures of screens without a display, saved as PNG files.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct SDL_Renderer;
struct SDL_Surface;

/// A renderer on memory. Needs no window and no display.
struct shot {
    struct SDL_Surface *surface;
    struct SDL_Renderer *renderer; // draws exactly what a window's software renderer would
};

/// Makes one of `width` x `height` pixels. Returns false with `shot` zeroed if it is too large.
bool shot_open(struct shot *shot, int width, int height);

/// Zeroed is fine.
void shot_close(struct shot *shot);

/// Writes what was drawn to `path`. The library that does it, SDL2_image, is loaded on first
/// use. Returns false, with a sentence for the user in `error` (`size` bytes), if it is not
/// there or the file cannot be written.
bool shot_save(const struct shot *shot, const char *path, char *error, size_t size);
