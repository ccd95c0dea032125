#include "sdl/shot.h"

#include <stdio.h>

#if defined(_WIN32)
static const char library_name[] = "SDL2_image.dll";
#elif defined(__APPLE__)
static const char library_name[] = "libSDL2_image-2.0.0.dylib";
#else
static const char library_name[] = "libSDL2_image-2.0.so.0";
#endif

bool shot_save(SDL_Surface *surface, const char *path, char *error, size_t size)
{
    void *library = SDL_LoadObject(library_name);
    int (*save)(SDL_Surface *, const char *) = NULL;
    // ISO C has no conversion from an object's pointer to a function's; the bytes are the same.
    void *symbol = library ? SDL_LoadFunction(library, "IMG_SavePNG") : NULL;
    SDL_memcpy(&save, &symbol, sizeof save);
    bool is_saved = save && save(surface, path) == 0;
    if (!save)
        snprintf(error, size,
                 "Pictures need the library SDL2_image. Install the package "
                 "libsdl2-image-2.0-0.");
    else if (!is_saved)
        snprintf(error, size, "%s cannot be written: %s", path, SDL_GetError());
    // The library stays loaded for the next picture.
    return is_saved;
}

bool shot_save_output(SDL_Renderer *renderer, const char *path, char *error, size_t size)
{
    int width = 0, height = 0;
    SDL_GetRendererOutputSize(renderer, &width, &height);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    bool is_saved = false;
    if (surface && SDL_RenderReadPixels(renderer, NULL, SDL_PIXELFORMAT_RGB888, surface->pixels,
                                        surface->pitch) == 0)
        is_saved = shot_save(surface, path, error, size);
    else
        snprintf(error, size, "The picture for %s cannot be read back: %s", path,
                 SDL_GetError());
    SDL_FreeSurface(surface);
    return is_saved;
}
