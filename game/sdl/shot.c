#include "sdl/shot.h"

#include <stdio.h>

#include <SDL.h>

#include "sdl/picture_decode.h"

bool shot_open(struct shot *shot, int width, int height)
{
    *shot = (struct shot){0};
    shot->surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    if (shot->surface)
        shot->renderer = SDL_CreateSoftwareRenderer(shot->surface);
    if (!shot->renderer)
        shot_close(shot);
    return shot->renderer != NULL;
}

void shot_close(struct shot *shot)
{
    if (shot->renderer)
        SDL_DestroyRenderer(shot->renderer);
    SDL_FreeSurface(shot->surface);
    *shot = (struct shot){0};
}

bool shot_save(const struct shot *shot, const char *path, char *error, size_t size)
{
    void *symbol = picture_library("IMG_SavePNG");
    // ISO C has no conversion from an object's pointer to a function's; the bytes are the same.
    int (*save)(SDL_Surface *, const char *) = NULL;
    SDL_memcpy(&save, &symbol, sizeof save);
    if (!save) {
        snprintf(error, size,
                 "Pictures need the library SDL2_image. Install the package "
                 "libsdl2-image-2.0-0.");
        return false;
    }
    SDL_RenderFlush(shot->renderer);
    if (save(shot->surface, path) == 0)
        return true;
    snprintf(error, size, "%s cannot be written: %s.", path, SDL_GetError());
    return false;
}
