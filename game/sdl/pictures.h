// sdl/pictures.h: pictures from files: read, decoded and made to size in a thread of their own,
// and kept while there is room.
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "ui/picture.h"

struct SDL_Surface;
struct pictures;

struct pictures_options {
    void *context;

    /// Adds the bytes of the file to `out` and returns PICTURE_READY, or why that can't be.
    /// Called in the thread.
    enum picture_state (*read)(void *context, struct picture_name name, struct buf *out);

    /// Called in the thread when there is something for pictures_step(). NULL: there is no
    /// thread, and everything is done when it is asked for.
    void (*wake)(void *context);
};

/// Needs no video. All calls but the two above are for one thread.
struct pictures *pictures_open(const struct pictures_options *options);

/// Waits for what is being read, and frees all; NULL is fine.
void pictures_close(struct pictures *pictures);

/// What the layout asks for pictures; lives as long as `pictures`.
struct picture_source pictures_source(struct pictures *pictures);

/// Takes what the thread has done, and begins what is asked for next. Returns whether something
/// is known or ready that was not before.
bool pictures_step(struct pictures *pictures);

/// The picture in this size with corners of `radius` pixels, ARGB8888. NULL: not yet, it was
/// asked for now; or never. Good until the next call.
const struct SDL_Surface *pictures_sized(struct pictures *pictures, struct picture_name name,
                                         int width, int height, int radius);

/// Another number after each time that all was forgotten.
unsigned pictures_version(const struct pictures *pictures);

/// Forgets what is known of all files: they may have changed. What is up stays for now.
void pictures_forget(struct pictures *pictures);
