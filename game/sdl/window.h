// sdl/window.h: the window, its renderer, and what the desktop offers around it.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "sdl/damage.h"
#include "ui/geom.h"

struct SDL_Renderer;
struct window;

/// The size of a window whose place nobody knows, where the screen has room for it.
enum { WINDOW_USUAL_WIDTH = 1280, WINDOW_USUAL_HEIGHT = 720 };

/// Where a window is, in points of the desktop; `width` 0: nobody knows yet.
struct window_place {
    int x, y, width, height;
    bool is_fullscreen;
};

struct window_options {
    const char *title;
    const char *renderer;      // SDL's name of one; NULL: chosen by driver and size
    struct window_place place; // kept on the screen whatever it says
};

/// Opens the window. Returns NULL, with the reason for the user in `error` (`size` bytes), if
/// there is no display or the renderer named does not exist.
struct window *window_open(const struct window_options *options, char *error, size_t size);

/// Closes it, and leaves SDL unless it is a second one; NULL is fine.
void window_close(struct window *window);

/// Opens another window in the middle of `display`, with a software renderer of its own. It
/// does not ask for the keyboard. Returns NULL if that is not possible.
struct window *window_open_second(const char *title, struct rect display);

/// SDL's number of the window, which its events carry.
unsigned window_id(const struct window *window);

struct SDL_Renderer *window_renderer(const struct window *window);

/// SDL's name of the renderer in use: "software", "opengl", …
const char *window_renderer_name(const struct window *window);

/// Output pixels, which all drawing and pointing is in.
void window_size(const struct window *window, int *width, int *height);

/// Output pixels a point of the desktop has, across and down; 1 on ordinary screens.
struct point window_scale(const struct window *window);

/// Shows what was drawn, of which only `damage` differs from what was shown before. Where
/// window_frame_ms() is 0, this waits for the screen's next refresh while things move.
void window_present(struct window *window, const struct damage *damage);

/// How long a frame is to stay at least, because nothing else holds the next one back; else 0.
int window_frame_ms(const struct window *window);

void window_set_title(struct window *window, const char *title);

/// Fills the screen, or goes back to the place before.
void window_set_fullscreen(struct window *window, bool is_wanted);

bool window_is_fullscreen(const struct window *window);

/// Where it is on the desktop, in points.
struct rect window_rect(const struct window *window);

/// Fills `display`, wherever it was; or goes back to where it was before it did.
void window_fill(struct window *window, struct rect display);
void window_unfill(struct window *window);

/// What to keep for the next start: the place outside full screen, and whether it is on.
struct window_place window_place(struct window *window);

/// Begins or ends typing: only then text is text, and input methods are shown beside `field`
/// (output pixels). Cheap when nothing changes.
void window_set_typing(struct window *window, bool is_typing, struct rect field);
bool window_is_typing(const struct window *window);

/// Puts `text` on the clipboard.
void window_copy(const char *text);

/// Text from the clipboard into `text` (`size` bytes, cut between characters); "" if there is
/// none.
void window_paste(char *text, size_t size);

/// Opens `url` in the user's browser. Returns false if that is not possible.
bool window_open_url(const char *url);
