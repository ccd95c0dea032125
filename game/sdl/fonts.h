// sdl/fonts.h: text of any script, measured and drawn with the fonts of the system.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "ui/draw.h"

struct SDL_Surface;
struct fonts;

struct fonts_options {
    const char *own_file;    // a font that goes before all others; NULL: none
    const char *const *dirs; // where fonts are, ends in NULL; NULL: where systems keep them
};

/// Starts SDL_ttf and finds out whether there is a font at all; files are opened when a
/// character needs them. Needs no window, so it can run in a thread beside its opening; all
/// calls are for one thread at a time. Returns NULL, with a sentence for the user in `error`
/// (`size` bytes), if there is no font or the own one cannot be used.
struct fonts *fonts_open(const struct fonts_options *options, char *error, size_t size);

/// Frees all; NULL is fine.
void fonts_close(struct fonts *fonts);

/// A run of text in one direction, as in a DRAW_TEXT.
struct text_run {
    enum face face;
    int size_px;
    bool is_rtl;
    const char *text;
    size_t len; // bytes; what is no UTF-8 ends the run
};

/// The advance of `run` in pixels. Cached.
float fonts_width(struct fonts *fonts, const struct text_run *run);

/// What the layout measures text with; lives as long as `fonts`.
struct text_measure fonts_measure(struct fonts *fonts);

/// A picture of text.
struct text_image {
    struct SDL_Surface *ink; // ARGB8888 in the colour asked for
    struct SDL_Surface
        *coloured; // of the same size: what has colours of its own; NULL: nothing
    int left;      // from where the text begins to the left edge, 0 or below
    int baseline;  // from the top edge to the baseline
};

/// Draws `run` in `colour` (whose alpha is not used). A character that no font has is a box.
/// Returns false if there is nothing to see. The caller frees the image.
bool fonts_draw(struct fonts *fonts, const struct text_run *run, struct colour colour,
                struct text_image *image);

/// Frees the surfaces; a zeroed image is fine.
void text_image_free(struct text_image *image);
