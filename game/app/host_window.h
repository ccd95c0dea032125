// app/host_window.h: the window for the host, on another display than the game.
#pragma once

#include <stdint.h>

struct app;

/// While a screen has something for the host, the game fills the display that the class looks
/// at, and this window is open on the other one; also when that comes later or goes away. The
/// environment variable QUARTET_HOST_WINDOW=1 asks for it on a single display.
void host_window_follow(struct app *app);

/// When to look for displays again: X11 tells SDL nothing of those that come and go.
int64_t host_window_wake_ms(const struct app *app);

/// Draws it, if it is open.
void host_window_draw(struct app *app);

/// Makes ready what it may show next, once stage_foresee() told that there is something.
void host_window_prepare(struct app *app, int64_t now_ms);

/// Tells that it has another size, or lost what was drawn on it.
void host_window_change(struct app *app);

/// The host closes it: it does not come back until the screens that had something for it are
/// gone.
void host_window_dismiss(struct app *app);

void host_window_close(struct app *app);
