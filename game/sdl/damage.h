// sdl/damage.h: which parts of a picture have to be drawn again when its list changes.
#pragma once

#include <stdint.h>

#include <SDL.h>

/// A command as it was drawn: two that are equal in all change the same pixels in the same
/// way.
struct drawn {
    uint64_t key[2];
    SDL_Rect seen; // the pixels it may change, after clipping
};

enum { DAMAGE_ROOM = 8 };

/// Rectangles of pixels; zeroed is none. They may overlap.
struct damage {
    SDL_Rect rects[DAMAGE_ROOM];
    int count;
};

/// Adds `rect`, joining it with others where that costs few pixels or there is no room.
void damage_add(struct damage *damage, SDL_Rect rect);

/// Adds all pixels that differ between the picture of the commands `before` and that of
/// `after`, and perhaps some that don't.
void damage_find(struct damage *damage, const struct drawn *before, int before_count,
                 const struct drawn *after, int after_count);

/// The pixels in all rectangles; those in several count several times.
int64_t damage_area(const struct damage *damage);
