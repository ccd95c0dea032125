// sdl/watch.h: a thread that sleeps until a device comes or a test speaks, and wakes the loop.
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct watch;

/// What the event of watch_event() says in its `code`.
enum watch_news {
    WATCH_DEVICES, // something changed among the input devices
    WATCH_LINE,    // `data1` is a line for sdl/puppet, to be freed with SDL_free()
};

/// Starts to watch /dev/input, and for tests the pipe that QUARTET_VIRTUAL_PAD names. Returns
/// NULL if there is nothing to watch, as on systems where this is not known how to do.
struct watch *watch_open(void);

/// Ends the thread; NULL is fine.
void watch_close(struct watch *watch);

/// The type of the events that the thread sends.
uint32_t watch_event(const struct watch *watch);

/// Whether looking for gamepads now might find one. Most players have none, and can be spared
/// the time and memory that SDL's search takes.
bool watch_has_pads(void);
