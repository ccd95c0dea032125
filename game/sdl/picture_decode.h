// sdl/picture_decode.h: pictures from the bytes of their files, in memory.
#pragma once

#include <stddef.h>

#include "ui/picture.h"

struct SDL_Surface;

/// A function of SDL2_image, which is loaded on first use and stays; NULL if it is not
/// installed.
void *picture_library(const char *function);

/// Decodes `len` bytes into `*surface`, ARGB8888, which the caller frees: what is see-through
/// lies on white, as on paper, it is turned as its camera says, and what has more than
/// PICTURE_KEPT_PIXELS is made smaller.
/// `*surface` is NULL unless PICTURE_READY is returned. For any thread, one at a time.
enum picture_state picture_decode(const void *bytes, size_t len, struct SDL_Surface **surface);

enum { PICTURE_KEPT_PIXELS = 4 << 20 };

/// A copy of `whole` in another size with corners of `radius`, all in pixels. NULL: no memory.
struct SDL_Surface *picture_scale(const struct SDL_Surface *whole, int width, int height,
                                  int radius);
