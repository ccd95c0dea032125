// What a person does with a keyboard and a mouse, as events of SDL.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <SDL.h>

#include "ui/geom.h"

enum { HANDS_EVENTS = 64 };

/// Zeroed is a person who does nothing.
struct hands {
    SDL_Event events[HANDS_EVENTS];  // those that come next
    int64_t pauses_ms[HANDS_EVENTS]; // before each
    int count, at;
    int64_t next_ms; // not before then
};

/// Presses a key: a character, or one of SDL's key codes, with KMOD_* held; `pause_ms` after
/// what was done before.
void hands_key(struct hands *hands, int64_t pause_ms, SDL_Keycode key, Uint16 mod);

/// Clicks at a place of the window, in pixels.
void hands_click(struct hands *hands, struct point at);

/// Turns the wheel there; above 0 it scrolls down.
void hands_wheel(struct hands *hands, struct point at, int lines);

/// Drops a file on the window.
void hands_drop(struct hands *hands, const char *path);

/// The next event, if it is time for it. Returns false if there is none.
bool hands_take(struct hands *hands, int64_t now_ms, SDL_Event *event);
