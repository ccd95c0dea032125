// sdl/pad.h: gamepads: found late, asked rarely, and told by place of their buttons.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <SDL.h>

#include "sdl/input_queue.h"

enum { PADS_ROOM = 8 }; // six teams, a host and one to spare

/// What is known of the last one that had a number: whoever comes back gets it again.
struct pad_identity {
    bool is_used;
    SDL_JoystickGUID kind;
    char serial[64]; // "": it tells none
};

/// One of them, and what of it is held.
struct pad_attached {
    SDL_GameController *controller; // NULL: this number is free
    enum pad stick;                 // the direction the left stick points in
    float stick_x, stick_y;
    bool triggers[2];
    float scroll; // right stick
};

/// Zeroed is none. Asking costs wake-ups, so pads are asked at most 60 times a second, and only
/// while one is attached and the window has the focus; while somebody waits for who is first,
/// every 4 ms. SDL 2 stamps what they tell with the time it was asked.
struct pads {
    bool is_started; // SDL looks for gamepads
    bool has_focus;
    bool is_hurried;                         // who is first matters
    struct pad_attached attached[PADS_ROOM]; // the pad of number 1 first
    struct pad_identity last[PADS_ROOM];     // likewise
    int count;
    enum pad_glyphs glyphs;  // of the pad last used
    int64_t poll_at_ms;      // when to ask next
    int64_t search_until_ms; // a new one may turn up until then

    struct input held;    // the direction that repeats; its `pad` PAD_NONE: none
    int64_t repeat_at_ms; // when next
    int64_t scroll_at_ms; // when right sticks scroll again
};

/// Starts to look for gamepads, if that was not done yet, and goes on doing so for some
/// seconds: a device may need a while to be ready.
void pads_search(struct pads *pads, int64_t now_ms);

void pads_close(struct pads *pads);

/// Milliseconds until pads_poll() is due; -1: not until something happens.
int pads_wait_ms(const struct pads *pads, int64_t now_ms);

/// Asks the pads and adds repeats of held directions and movements of the right stick, which
/// comes again as long as it is away from the middle, and once with 0. The rest of the news
/// comes as SDL's events, for pads_event().
void pads_poll(struct pads *pads, int64_t now_ms, struct input_queue *queue);

/// Takes an event of a gamepad; adds what it means.
void pads_event(struct pads *pads, const SDL_Event *event, int64_t now_ms,
                struct input_queue *queue);

/// Tells whether it matters who is first.
void pads_hurry(struct pads *pads, bool is_hurried);

/// Tells whether the window has the focus. Without it nothing is held.
void pads_focus(struct pads *pads, bool has_focus);
