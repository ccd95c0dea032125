#include "sdl/texture_cache.h"

static int *bucket_of(struct texture_cache *cache, struct key key)
{
    return &cache->buckets[key.a % CACHE_BUCKETS];
}

static void destroy(struct cached *picture)
{
    if (picture->texture)
        SDL_DestroyTexture(picture->texture);
    if (picture->coloured)
        SDL_DestroyTexture(picture->coloured);
    *picture = (struct cached){0};
}

// The link that leads to entry `index`.
static int *link_to(struct texture_cache *cache, int index)
{
    int *link = bucket_of(cache, cache->entries[index].key);
    while (*link != index + 1)
        link = &cache->entries[*link - 1].next;
    return link;
}

// Takes out the entry that was used least; the last one moves into its place.
static void evict(struct texture_cache *cache)
{
    int oldest = 0;
    for (int i = 1; i < cache->count; i++) {
        if (cache->entries[i].used < cache->entries[oldest].used)
            oldest = i;
    }
    struct cache_entry *entry = &cache->entries[oldest];
    *link_to(cache, oldest) = entry->next;
    cache->bytes -= entry->bytes;
    destroy(&entry->picture);
    int last = --cache->count;
    if (last != oldest) {
        *link_to(cache, last) = oldest + 1;
        *entry = cache->entries[last];
    }
}

const struct cached *texture_cache_get(struct texture_cache *cache, struct key key)
{
    for (int i = *bucket_of(cache, key); i > 0; i = cache->entries[i - 1].next) {
        struct cache_entry *entry = &cache->entries[i - 1];
        if (key_equal(entry->key, key)) {
            entry->used = ++cache->uses;
            return &entry->picture;
        }
    }
    return NULL;
}

const struct cached *texture_cache_put(struct texture_cache *cache, struct key key,
                                       struct cached picture)
{
    size_t layers = (size_t)(picture.texture != NULL) + (size_t)(picture.coloured != NULL);
    size_t bytes = (size_t)picture.width * (size_t)picture.height * 4 * layers;
    while (cache->count > 0 &&
           (cache->count == CACHE_ROOM || cache->bytes + bytes > cache->limit))
        evict(cache);
    int index = cache->count++;
    int *bucket = bucket_of(cache, key);
    cache->entries[index] = (struct cache_entry){
        .key = key, .picture = picture, .bytes = bytes, .used = ++cache->uses, .next = *bucket};
    *bucket = index + 1;
    cache->bytes += bytes;
    return &cache->entries[index].picture;
}

void texture_cache_clear(struct texture_cache *cache)
{
    for (int i = 0; i < cache->count; i++)
        destroy(&cache->entries[i].picture);
    SDL_memset(cache->buckets, 0, sizeof cache->buckets);
    cache->count = 0;
    cache->bytes = 0;
}
