// sdl/shot.h: pictures of the screen as PNG files.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include <SDL.h>

/// Writes `surface` to `path`. The library that does it, SDL2_image, is loaded on first use.
/// Returns false, with a sentence for the user in `error` (`size` bytes), if it is not there or
/// the file cannot be written.
bool shot_save(SDL_Surface *surface, const char *path, char *error, size_t size);

/// Writes what `renderer` has drawn, before it is presented.
bool shot_save_output(SDL_Renderer *renderer, const char *path, char *error, size_t size);
