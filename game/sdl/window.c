#include "sdl/window.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <SDL.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/mask.h"
#include "ui/theme.h"

enum { LEAST_SIDE = 360, ICON_SIDE = 48, USUAL_RATE = 60 };

// Up to this many pixels the software renderer starts and draws faster than any other.
static const long software_pixels = 2560L * 1440L;

struct window {
    struct arena arena; // of this struct too
    SDL_Window *window;
    SDL_Renderer *renderer;
    struct window_place place; // outside full screen
    bool is_second;
    bool is_lent;        // it fills another display,
    Uint32 flags_before; // and will go back to what it was
    bool is_software;    // the renderer keeps what it drew, and never waits
    bool is_typing;
    SDL_Rect field;
};

static void set_hints(void)
{
    SDL_SetHint(SDL_HINT_APP_NAME, "Quartet");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1");
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
    // Without this, what comes while a batch of events is taken looks like the next batch.
    SDL_SetHint(SDL_HINT_POLL_SENTINEL, "0");
    // Joysticks are asked in sdl/pad, when it is worth it; SDL would wake up all the time.
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
}

// SDL falls back to drivers that show nothing, and to the bare screen of the machine, which is
// somebody else's when this runs over a network. Those count only when they were asked for.
static bool is_display(const char *driver)
{
    static const char *const no_display[] = {"dummy", "offscreen", "evdev", "KMSDRM"};
    if (SDL_getenv("SDL_VIDEODRIVER"))
        return true;
    for (size_t i = 0; i < sizeof no_display / sizeof *no_display; i++) {
        if (SDL_strcasecmp(driver, no_display[i]) == 0)
            return false;
    }
    return true;
}

// Asking in vain is slow, and the Wayland library complains on standard error.
static bool is_hopeless(void)
{
#if defined(__unix__)
    return !SDL_getenv("DISPLAY") && !SDL_getenv("WAYLAND_DISPLAY") &&
           !SDL_getenv("SDL_VIDEODRIVER");
#else
    return false;
#endif
}

/// SDL begins with typing on, which would send every key through the input method. What the
/// keys themselves stand for is told all the same.
static void stop_typing(void)
{
    SDL_StopTextInput();
    SDL_EventState(SDL_TEXTINPUT, SDL_ENABLE);
}

static bool start_video(char *error, size_t size)
{
    set_hints();
    if (is_hopeless()) {
        snprintf(error, size,
                 "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.");
        return false;
    }
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        snprintf(error, size, "There is no display: %s.", SDL_GetError());
        return false;
    }
    if (!is_display(SDL_GetCurrentVideoDriver())) {
        snprintf(error, size, "There is no display: neither X11 nor Wayland answers.");
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return false;
    }
    stop_typing();
    return true;
}

static int clamp(int value, int least, int most)
{
    return value > most ? (most < least ? least : most) : value < least ? least : value;
}

// Moves and shrinks `place` until it lies on the display that has its middle, or the first one.
static struct window_place fit_place(struct window_place place)
{
    bool is_new = place.width <= 0 || place.height <= 0;
    int display = 0;
    if (!is_new) {
        SDL_Point middle = {place.x + place.width / 2, place.y + place.height / 2};
        display = SDL_max(0, SDL_GetPointDisplayIndex(&middle));
    }
    SDL_Rect screen;
    if (SDL_GetDisplayUsableBounds(display, &screen) != 0)
        screen = (SDL_Rect){0, 0, WINDOW_USUAL_WIDTH, WINDOW_USUAL_HEIGHT};
    struct window_place fit = {.is_fullscreen = place.is_fullscreen};
    fit.width = clamp(is_new ? WINDOW_USUAL_WIDTH : place.width, LEAST_SIDE, screen.w);
    fit.height = clamp(is_new ? WINDOW_USUAL_HEIGHT : place.height, LEAST_SIDE, screen.h);
    int x = is_new ? screen.x + (screen.w - fit.width) / 2 : place.x;
    int y = is_new ? screen.y + (screen.h - fit.height) / 2 : place.y;
    fit.x = clamp(x, screen.x, screen.x + screen.w - fit.width);
    fit.y = clamp(y, screen.y, screen.y + screen.h - fit.height);
    return fit;
}

static bool make_window(struct window *w, const struct window_options *options)
{
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (options->place.is_fullscreen)
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    w->place = fit_place(options->place);
    w->window = SDL_CreateWindow(options->title, w->place.x, w->place.y, w->place.width,
                                 w->place.height, flags);
    if (w->window)
        SDL_SetWindowMinimumSize(w->window, LEAST_SIDE, LEAST_SIDE);
    return w->window != NULL;
}

static int renderer_index(const char *name)
{
    SDL_RendererInfo info;
    for (int i = 0; i < SDL_GetNumRenderDrivers(); i++) {
        if (SDL_GetRenderDriverInfo(i, &info) == 0 && strcmp(info.name, name) == 0)
            return i;
    }
    return -1;
}

static void list_renderers(char *text, size_t size)
{
    SDL_RendererInfo info;
    size_t len = 0;
    for (int i = 0; i < SDL_GetNumRenderDrivers() && len < size; i++) {
        if (SDL_GetRenderDriverInfo(i, &info) == 0)
            len += (size_t)snprintf(text + len, size - len, "%s%s", i ? ", " : "", info.name);
    }
}

// Whether OpenGL is done by the processor, which is slower than SDL's own drawing.
static bool is_pretended(SDL_Renderer *renderer)
{
    static const char *const pretenders[] = {"llvmpipe", "softpipe", "swrast", "SwiftShader"};

    enum { RENDERER_NAME = 0x1F01 }; // GL_RENDERER

    const unsigned char *(*get_string)(unsigned) = NULL;
    SDL_RendererInfo info;
    if (SDL_GetRendererInfo(renderer, &info) != 0 || strncmp(info.name, "opengl", 6) != 0)
        return false;
    void *symbol = SDL_GL_GetProcAddress("glGetString");
    memcpy(&get_string, &symbol, sizeof get_string);
    const char *name = get_string ? (const void *)get_string(RENDERER_NAME) : NULL;
    for (size_t i = 0; name && i < sizeof pretenders / sizeof *pretenders; i++) {
        if (strstr(name, pretenders[i]))
            return true;
    }
    return false;
}

static bool wants_software(const struct window *w)
{
    int width = 0, height = 0;
    SDL_GetWindowSizeInPixels(w->window, &width, &height);
    const char *driver = SDL_GetCurrentVideoDriver();
    bool is_known = strcmp(driver, "x11") == 0 || strcmp(driver, "dummy") == 0;
    return is_known && (long)width * height <= software_pixels;
}

static bool make_renderer(struct window *w, const char *name)
{
    // Without the hint, SDL shows what its software renderer draws through OpenGL; on Wayland
    // the hint breaks more than it helps.
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0)
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    int software = renderer_index("software");
    int wanted = name ? renderer_index(name) : wants_software(w) ? software : -1;
    w->renderer = SDL_CreateRenderer(w->window, wanted, 0);
    if (w->renderer && !name && wanted < 0 && is_pretended(w->renderer)) {
        SDL_DestroyRenderer(w->renderer);
        w->renderer = NULL;
    }
    if (!w->renderer && !name)
        w->renderer = SDL_CreateRenderer(w->window, software, 0);
    if (!w->renderer)
        return false;
    w->is_software = strcmp(window_renderer_name(w), "software") == 0;
    if (!w->is_software)
        SDL_RenderSetVSync(w->renderer, 1);
    return true;
}

// The four answer marks of the game.
static void set_icon(SDL_Window *window)
{
    SDL_Surface *icon =
        SDL_CreateRGBSurfaceWithFormat(0, ICON_SIDE, ICON_SIDE, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!icon)
        return;

    enum { HALF = ICON_SIDE / 2 };

    uint8_t alpha[HALF * HALF];
    for (int i = 0; i < 4; i++) {
        struct colour c = answer_colours[i].fill;
        mask_draw((enum mask)(MASK_CIRCLE + i), HALF, HALF, 0, 0, alpha);
        for (int at = 0; at < HALF * HALF; at++) {
            int x = i % 2 * HALF + at % HALF, y = i / 2 * HALF + at / HALF;
            uint32_t *row = (void *)((char *)icon->pixels + (ptrdiff_t)y * icon->pitch);
            row[x] = SDL_MapRGBA(icon->format, c.r, c.g, c.b, alpha[at]);
        }
    }
    SDL_SetWindowIcon(window, icon);
    SDL_FreeSurface(icon);
}

struct window *window_open(const struct window_options *options, char *error, size_t size)
{
    if (!start_video(error, size))
        return NULL;
    struct arena arena = {0};
    struct window *w = ARENA_ARRAY(&arena, 1, struct window);
    w->arena = arena;
    if (options->renderer && renderer_index(options->renderer) < 0) {
        char names[160] = "";
        list_renderers(names, sizeof names);
        snprintf(error, size, "There is no renderer %s. There are: %s.", options->renderer,
                 names);
    } else if (!make_window(w, options)) {
        snprintf(error, size, "No window can be opened: %s.", SDL_GetError());
    } else if (!make_renderer(w, options->renderer)) {
        snprintf(error, size, "Nothing can be drawn in the window: %s.", SDL_GetError());
    } else {
        set_icon(w->window);
        return w;
    }
    window_close(w);
    return NULL;
}

void window_close(struct window *w)
{
    if (!w)
        return;
    if (w->renderer)
        SDL_DestroyRenderer(w->renderer);
    if (w->window)
        SDL_DestroyWindow(w->window);
    bool is_second = w->is_second;
    struct arena arena = w->arena;
    arena_free(&arena);
    if (!is_second)
        SDL_Quit();
}

/// Where a window of this size is in the middle of `display`.
static SDL_Point centre(struct rect display, int width, int height)
{
    return (SDL_Point){(int)(display.x + (display.w - (float)width) / 2),
                       (int)(display.y + (display.h - (float)height) / 2)};
}

struct window *window_open_second(const char *title, struct rect display)
{
    // What is along the edges of a small display stays free.
    int width = (int)fminf(WINDOW_USUAL_WIDTH, 0.9F * display.w);
    int height = (int)fminf(WINDOW_USUAL_HEIGHT, 0.85F * display.h);
    struct arena arena = {0};
    struct window *w = ARENA_ARRAY(&arena, 1, struct window);
    *w = (struct window){.arena = arena, .is_second = true};
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "1");
    SDL_Point at = centre(display, width, height);
    w->window = SDL_CreateWindow(title, at.x, at.y, width, height,
                                 SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "0");
    if (!w->window || !make_renderer(w, "software")) {
        window_close(w);
        return NULL;
    }
    SDL_SetWindowMinimumSize(w->window, LEAST_SIDE, LEAST_SIDE);
    set_icon(w->window);
    return w;
}

unsigned window_id(const struct window *w)
{
    return SDL_GetWindowID(w->window);
}

SDL_Renderer *window_renderer(const struct window *w)
{
    return w->renderer;
}

const char *window_renderer_name(const struct window *w)
{
    SDL_RendererInfo info;
    return SDL_GetRendererInfo(w->renderer, &info) == 0 ? info.name : "none";
}

void window_size(const struct window *w, int *width, int *height)
{
    *width = *height = 1;
    SDL_GetRendererOutputSize(w->renderer, width, height);
}

struct point window_scale(const struct window *w)
{
    int width = 0, height = 0, pixels_wide, pixels_high;
    SDL_GetWindowSize(w->window, &width, &height);
    window_size(w, &pixels_wide, &pixels_high);
    if (width <= 0 || height <= 0)
        return (struct point){1, 1};
    return (struct point){(float)pixels_wide / (float)width,
                          (float)pixels_high / (float)height};
}

// SDL's software renderer draws on the surface of the window, and presenting shows all of that
// surface; its parts can be shown as well.
void window_present(struct window *w, const struct damage *damage)
{
    if (damage->count == 0)
        return;
    SDL_RenderFlush(w->renderer);
    if (!w->is_software ||
        SDL_UpdateWindowSurfaceRects(w->window, damage->rects, damage->count) != 0)
        SDL_RenderPresent(w->renderer);
}

int window_frame_ms(const struct window *w)
{
    SDL_DisplayMode mode;
    if (!w->is_software)
        return 0;
    bool is_known = SDL_GetWindowDisplayMode(w->window, &mode) == 0 && mode.refresh_rate > 0;
    return 1000 / (is_known ? mode.refresh_rate : USUAL_RATE);
}

void window_set_title(struct window *w, const char *title)
{
    if (strcmp(SDL_GetWindowTitle(w->window), title) != 0)
        SDL_SetWindowTitle(w->window, title);
}

bool window_is_fullscreen(const struct window *w)
{
    return SDL_GetWindowFlags(w->window) & SDL_WINDOW_FULLSCREEN;
}

void window_set_fullscreen(struct window *w, bool is_wanted)
{
    if (is_wanted != window_is_fullscreen(w)) {
        w->place = window_place(w);
        SDL_SetWindowFullscreen(w->window, is_wanted ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
}

struct rect window_rect(const struct window *w)
{
    SDL_Rect r;
    SDL_GetWindowPosition(w->window, &r.x, &r.y);
    SDL_GetWindowSize(w->window, &r.w, &r.h);
    return (struct rect){(float)r.x, (float)r.y, (float)r.w, (float)r.h};
}

void window_fill(struct window *w, struct rect display)
{
    if (!w->is_lent) {
        w->is_lent = true;
        w->flags_before = SDL_GetWindowFlags(w->window);
        w->place = window_place(w);
    }
    if (window_is_fullscreen(w))
        SDL_SetWindowFullscreen(w->window, 0);
    if (SDL_GetWindowFlags(w->window) & (SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED))
        SDL_RestoreWindow(w->window);
    SDL_Point at = centre(display, w->place.width, w->place.height);
    SDL_SetWindowPosition(w->window, at.x, at.y);
    SDL_SetWindowFullscreen(w->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void window_unfill(struct window *w)
{
    if (!w->is_lent)
        return;
    w->is_lent = false;
    SDL_SetWindowFullscreen(w->window, 0);
    SDL_SetWindowPosition(w->window, w->place.x, w->place.y);
    if (w->flags_before & SDL_WINDOW_MAXIMIZED)
        SDL_MaximizeWindow(w->window);
    if (w->flags_before & SDL_WINDOW_FULLSCREEN)
        SDL_SetWindowFullscreen(w->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

struct window_place window_place(struct window *w)
{
    Uint32 flags = SDL_GetWindowFlags(w->window);
    Uint32 elsewhere = SDL_WINDOW_FULLSCREEN | SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED;
    if (!(flags & elsewhere) && !w->is_lent) {
        SDL_GetWindowPosition(w->window, &w->place.x, &w->place.y);
        SDL_GetWindowSize(w->window, &w->place.width, &w->place.height);
        // X11 puts the frame where the window is asked to be, and tells where its inside is.
        int top = 0, left = 0;
        if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0)
            SDL_GetWindowBordersSize(w->window, &top, &left, NULL, NULL);
        w->place.x -= left;
        w->place.y -= top;
    }
    w->place.is_fullscreen = flags & SDL_WINDOW_FULLSCREEN;
    return w->place;
}

void window_set_typing(struct window *w, bool is_typing, struct rect field)
{
    struct point scale = window_scale(w);
    SDL_Rect points = {(int)lroundf(field.x / scale.x), (int)lroundf(field.y / scale.y),
                       (int)lroundf(field.w / scale.x), (int)lroundf(field.h / scale.y)};
    if (is_typing && !SDL_RectEquals(&points, &w->field)) {
        w->field = points;
        SDL_SetTextInputRect(&points);
    }
    if (is_typing == w->is_typing)
        return;
    w->is_typing = is_typing;
    if (is_typing) {
        SDL_StartTextInput();
    } else {
        stop_typing();
    }
}

bool window_is_typing(const struct window *w)
{
    return w->is_typing;
}

void window_copy(const char *text)
{
    SDL_SetClipboardText(text);
}

void window_paste(char *text, size_t size)
{
    char *clipboard = SDL_GetClipboardText();
    size_t len = clipboard ? SDL_utf8strlcpy(text, clipboard, size) : 0;
    if (!text_is_utf8(text, len, &len))
        text[len] = '\0';
    SDL_free(clipboard);
}

bool window_open_url(const char *url)
{
    return SDL_OpenURL(url) == 0;
}
