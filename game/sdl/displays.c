#include "sdl/displays.h"

#include <SDL.h>
#include <SDL_syswm.h>
#if defined(SDL_VIDEO_DRIVER_X11)
#include <X11/extensions/Xrandr.h>
#endif

#include "sdl/window.h"

static void add(struct displays *displays, struct rect rect, bool is_main)
{
    if (displays->count == DISPLAYS_MOST)
        return;
    int at = displays->count++;
    for (; is_main && at > 0; at--)
        displays->items[at] = displays->items[at - 1];
    displays->items[at] = rect;
}

static struct displays ask_sdl(void)
{
    struct displays displays = {.count = 0};
    for (int i = 0; i < SDL_GetNumVideoDisplays(); i++) {
        SDL_Rect r = {0, 0, 0, 0};
        SDL_GetDisplayBounds(i, &r);
        add(&displays, (struct rect){(float)r.x, (float)r.y, (float)r.w, (float)r.h}, false);
    }
    return displays;
}

#if defined(SDL_VIDEO_DRIVER_X11)

/// The functions of the library that SDL itself has open.
struct randr {
    void *library;
    XRRMonitorInfo *(*get)(Display *display, Window window, Bool is_active, int *count);
    void (*free)(XRRMonitorInfo *monitors);
};

static struct randr open_randr(void)
{
    struct randr randr = {.library = SDL_LoadObject("libXrandr.so.2")};
    void *get = randr.library ? SDL_LoadFunction(randr.library, "XRRGetMonitors") : NULL;
    void *free = randr.library ? SDL_LoadFunction(randr.library, "XRRFreeMonitors") : NULL;
    memcpy(&randr.get, &get, sizeof randr.get);
    memcpy(&randr.free, &free, sizeof randr.free);
    return randr;
}

/// What SDL knows of X11 is how it was at the start.
static struct displays ask_x11(SDL_Window *window)
{
    struct displays displays = {.count = 0};
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
        return displays;
    struct randr randr = open_randr();
    Display *display = info.info.x11.display;
    int count = 0;
    XRRMonitorInfo *monitors =
        randr.get && randr.free ? randr.get(display, DefaultRootWindow(display), True, &count)
                                : NULL;
    for (int i = 0; monitors && i < count; i++) {
        const XRRMonitorInfo *m = &monitors[i];
        add(&displays,
            (struct rect){(float)m->x, (float)m->y, (float)m->width, (float)m->height},
            m->primary);
    }
    if (monitors)
        randr.free(monitors);
    if (randr.library)
        SDL_UnloadObject(randr.library);
    return displays;
}

#else

static struct displays ask_x11(SDL_Window *window)
{
    (void)window;
    return (struct displays){.count = 0};
}

#endif

struct displays displays_now(const struct window *window)
{
    struct displays displays = ask_x11(SDL_RenderGetWindow(window_renderer(window)));
    return displays.count ? displays : ask_sdl();
}

static bool is_same(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

bool displays_are_same(const struct displays *a, const struct displays *b)
{
    bool is_equal = a->count == b->count;
    for (int i = 0; is_equal && i < a->count; i++)
        is_equal = is_same(a->items[i], b->items[i]);
    return is_equal;
}

static bool is_apart(struct rect a, struct rect b)
{
    struct rect both = rect_overlap(a, b);
    return both.w <= 0 || both.h <= 0;
}

struct display_pair displays_pair(const struct displays *displays, struct rect game,
                                  bool is_swapped)
{
    int other = 0;
    struct rect main = displays->items[0];
    for (int i = displays->count - 1; i > 0; i--) {
        bool is_chosen = other && rect_has(displays->items[other], rect_centre(game));
        if (is_apart(main, displays->items[i]) && !is_chosen)
            other = i;
    }
    struct rect rest = displays->items[other];
    return (struct display_pair){.is_there = other > 0,
                                 .lesson = is_swapped ? main : rest,
                                 .host = is_swapped ? rest : main};
}
