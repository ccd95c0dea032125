#include "sdl/picture_decode.h"

#include <math.h>
#include <stddef.h>

#include <SDL.h>

#include "base/image_head.h"

#if defined(_WIN32)
static const char library_name[] = "SDL2_image.dll";
#elif defined(__APPLE__)
static const char library_name[] = "libSDL2_image-2.0.0.dylib";
#else
static const char library_name[] = "libSDL2_image-2.0.so.0";
#endif

void *picture_library(const char *function)
{
    void *library = SDL_LoadObject(library_name);
    return library ? SDL_LoadFunction(library, function) : NULL;
}

static uint32_t *row_of(const SDL_Surface *surface, int y)
{
    return (uint32_t *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

static SDL_Surface *new_surface(int width, int height)
{
    return SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
}

static uint32_t on_white(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24, mixed = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t part = pixel >> shift & 0xFF;
        mixed |= ((part * alpha + 255 * (255 - alpha) + 127) / 255) << shift;
    }
    return mixed;
}

static void lay_on_white(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = row_of(surface, y);
        for (int x = 0; x < surface->w; x++) {
            if (row[x] >> 24 != 0xFF)
                row[x] = on_white(row[x]);
        }
    }
}

/// The mean of four pixels, byte by byte.
static uint32_t mean(uint32_t a, uint32_t b, uint32_t c, uint32_t d)
{
    const uint32_t even = 0x00FF00FF;
    uint32_t low = (a & even) + (b & even) + (c & even) + (d & even) + 0x00020002;
    uint32_t high = (a >> 8 & even) + (b >> 8 & even) + (c >> 8 & even) + (d >> 8 & even);
    return (low >> 2 & even) | ((high + 0x00020002) >> 2 & even) << 8;
}

/// Half the size, or NULL.
static SDL_Surface *halved(const SDL_Surface *from)
{
    SDL_Surface *half = new_surface((from->w + 1) / 2, (from->h + 1) / 2);
    for (int y = 0; half && y < half->h; y++) {
        const uint32_t *above = row_of(from, 2 * y);
        const uint32_t *below = row_of(from, SDL_min(2 * y + 1, from->h - 1));
        uint32_t *row = row_of(half, y);
        for (int x = 0; x < half->w; x++) {
            int left = 2 * x, right = SDL_min(left + 1, from->w - 1);
            row[x] = mean(above[left], above[right], below[left], below[right]);
        }
    }
    return half;
}

/// Where the pixel that is to be seen at x, y of the turned picture is in `from`.
static SDL_Point turned_from(const SDL_Surface *from, enum image_turn turn, int x, int y)
{
    int right = from->w - 1, bottom = from->h - 1;
    switch (turn) {
    case TURN_NONE:
        break;
    case TURN_MIRRORED:
        return (SDL_Point){right - x, y};
    case TURN_HALF:
        return (SDL_Point){right - x, bottom - y};
    case TURN_FLIPPED:
        return (SDL_Point){x, bottom - y};
    case TURN_TRANSPOSED:
        return (SDL_Point){y, x};
    case TURN_CLOCKWISE:
        return (SDL_Point){y, bottom - x};
    case TURN_TRANSVERSED:
        return (SDL_Point){right - y, bottom - x};
    case TURN_ANTICLOCKWISE:
        return (SDL_Point){right - y, x};
    }
    return (SDL_Point){x, y};
}

/// `from` turned, which is freed; NULL: no memory.
static SDL_Surface *turned(SDL_Surface *from, enum image_turn turn)
{
    if (!from || turn == TURN_NONE)
        return from;
    bool is_across = turn >= TURN_TRANSPOSED;
    SDL_Surface *upright =
        new_surface(is_across ? from->h : from->w, is_across ? from->w : from->h);
    for (int y = 0; upright && y < upright->h; y++) {
        uint32_t *row = row_of(upright, y);
        for (int x = 0; x < upright->w; x++) {
            SDL_Point at = turned_from(from, turn, x, y);
            row[x] = row_of(from, at.y)[at.x];
        }
    }
    SDL_FreeSurface(from);
    return upright;
}

enum picture_state picture_decode(const void *bytes, size_t len, SDL_Surface **surface)
{
    *surface = NULL;
    void *symbol = picture_library("IMG_Load_RW");
    // ISO C has no conversion from an object's pointer to a function's; the bytes are the same.
    SDL_Surface *(*load)(SDL_RWops *, int) = NULL;
    SDL_memcpy(&load, &symbol, sizeof load);
    if (!load)
        return PICTURE_NO_READER;
    SDL_Surface *read = load(SDL_RWFromConstMem(bytes, (int)len), 1);
    SDL_Surface *whole =
        read ? SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(read);
    if (whole)
        lay_on_white(whole);
    while (whole && (size_t)whole->w * (size_t)whole->h > PICTURE_KEPT_PIXELS) {
        SDL_Surface *half = halved(whole);
        SDL_FreeSurface(whole);
        whole = half;
    }
    *surface = whole = turned(whole, image_turn_read(bytes, len));
    return whole ? PICTURE_READY : PICTURE_BROKEN;
}

/// How much of the pixel at x, y a round corner at the top left covers, 0 to 1.
static float corner_cover(int x, int y, int radius)
{
    float dx = (float)(radius - x) - 0.5F, dy = (float)(radius - y) - 0.5F;
    float cover = (float)radius + 0.5F - sqrtf(dx * dx + dy * dy);
    return cover < 0 ? 0 : cover > 1 ? 1 : cover;
}

static void fade(uint32_t *pixel, float cover)
{
    *pixel = (*pixel & 0x00FFFFFF) | (uint32_t)(cover * 255 + 0.5F) << 24;
}

static void round_corners(SDL_Surface *surface, int radius)
{
    radius = SDL_min(radius, SDL_min(surface->w, surface->h) / 2);
    for (int y = 0; y < radius; y++) {
        uint32_t *top = row_of(surface, y), *bottom = row_of(surface, surface->h - 1 - y);
        for (int x = 0; x < radius; x++) {
            float cover = corner_cover(x, y, radius);
            fade(&top[x], cover);
            fade(&top[surface->w - 1 - x], cover);
            fade(&bottom[x], cover);
            fade(&bottom[surface->w - 1 - x], cover);
        }
    }
}

SDL_Surface *picture_scale(const SDL_Surface *whole, int width, int height, int radius)
{
    // Stretching looks at two pixels a side only, so what is far smaller is halved before.
    SDL_Surface *smaller = NULL;
    const SDL_Surface *from = whole;
    while (from && from->w >= 2 * width && from->h >= 2 * height) {
        SDL_Surface *half = halved(from);
        SDL_FreeSurface(smaller);
        from = smaller = half;
    }
    SDL_Surface *scaled = from ? new_surface(width, height) : NULL;
    if (scaled && SDL_SoftStretchLinear((SDL_Surface *)from, NULL, scaled, NULL) != 0) {
        SDL_FreeSurface(scaled);
        scaled = NULL;
    }
    SDL_FreeSurface(smaller);
    if (scaled)
        round_corners(scaled, radius);
    return scaled;
}
