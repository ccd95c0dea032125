#include "floor.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char font_file[] = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
static const char other_font_file[] = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

static void need(bool is_good, const char *what)
{
    if (is_good)
        return;
    fprintf(stderr, "%s: %s\n", what, SDL_GetError());
    exit(2);
}

struct floor floor_open(const char *title, bool is_fullscreen, int size_px)
{
    struct floor floor = {0};
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
    need(SDL_Init(SDL_INIT_VIDEO) == 0, "video");
    SDL_StopTextInput();
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= is_fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0;
    floor.window = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280,
                                    720, flags);
    need(floor.window, "window");
    floor.renderer = SDL_CreateRenderer(floor.window, -1, 0);
    need(floor.renderer, "renderer");
    need(TTF_Init() == 0, "text");
    floor.font = TTF_OpenFont(font_file, size_px);
    if (!floor.font)
        floor.font = TTF_OpenFont(other_font_file, size_px);
    need(floor.font, "font");
    SDL_GetRendererOutputSize(floor.renderer, &floor.width, &floor.height);
    return floor;
}

SDL_Texture *floor_text(const struct floor *floor, const char *text, SDL_Rect *size)
{
    SDL_Surface *surface =
        TTF_RenderUTF8_Blended(floor->font, text, (SDL_Color){240, 240, 240, 255});
    need(surface, "text");
    SDL_Texture *texture = SDL_CreateTextureFromSurface(floor->renderer, surface);
    *size = (SDL_Rect){0, 0, surface->w, surface->h};
    SDL_FreeSurface(surface);
    return texture;
}

void floor_trace(const char *what)
{
    static FILE *file;
    const char *path = getenv("QUARTET_TRACE");
    struct timespec now;
    if (!path || (!file && !(file = fopen(path, "a"))))
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    fprintf(file, "%lld %s\n", (long long)now.tv_sec * 1000000 + now.tv_nsec / 1000, what);
    fflush(file);
}

static bool is_reason_to_draw(const SDL_Event *event)
{
    return event->type == SDL_KEYDOWN ||
           (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_EXPOSED);
}

void floor_run(const struct floor *floor, void (*draw)(const struct floor *floor, int frame))
{
    SDL_Event event = {0};
    for (int frame = 0; event.type != SDL_QUIT;) {
        if (frame == 0 || is_reason_to_draw(&event)) {
            floor_trace("draw");
            draw(floor, frame++);
            SDL_RenderPresent(floor->renderer);
            floor_trace("frame");
        }
        SDL_WaitEvent(&event);
    }
}
