// sdl/texture_cache.h: textures by what they show, the least used going first.
#pragma once

#include <stddef.h>

#include <SDL.h>

#include "sdl/key.h"

enum { CACHE_ROOM = 1024, CACHE_BUCKETS = 1024 };

/// A picture on the renderer.
struct cached {
    SDL_Texture *texture;  // NULL: there is nothing to see
    SDL_Texture *coloured; // text: what has colours of its own; NULL: nothing
    int width, height;     // pixels
    int left, top;         // text: from pen and baseline to the top left corner
};

struct cache_entry {
    struct key key;
    struct cached picture;
    size_t bytes;
    unsigned used; // when last, by the cache's count of uses
    int next;      // in its bucket, as an index + 1; 0: the end
};

/// Zeroed but for `limit` is empty.
struct texture_cache {
    struct cache_entry entries[CACHE_ROOM];
    int buckets[CACHE_BUCKETS]; // index + 1; 0: empty
    int count;
    unsigned uses;
    size_t bytes, limit; // of pixels
};

/// What was put under `key`, NULL: nothing, or it had to go. Good until the next put.
const struct cached *texture_cache_get(struct texture_cache *cache, struct key key);

/// Keeps `picture` under `key`, which nothing is kept under yet; its textures belong to the
/// cache from now on. What was used least makes room.
const struct cached *texture_cache_put(struct texture_cache *cache, struct key key,
                                       struct cached picture);

/// Destroys all textures.
void texture_cache_clear(struct texture_cache *cache);
