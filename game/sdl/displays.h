// sdl/displays.h: the displays of the desktop, also those that came after the start.
#pragma once

#include <stdbool.h>

#include "ui/geom.h"

struct window;

enum { DISPLAYS_MOST = 8 };

/// Where they are, in points of the desktop; the main one first.
struct displays {
    struct rect items[DISPLAYS_MOST];
    int count;
};

/// Where a class looks, and where the host alone does.
struct display_pair {
    bool is_there; // two displays do not show the same
    struct rect lesson, host;
};

/// The displays as they are now. `window` is any of the program's.
struct displays displays_now(const struct window *window);

bool displays_are_same(const struct displays *a, const struct displays *b);

/// Chooses what shows a lesson, for a game whose window is at `game`. A class looks at another
/// display than the main one, which is that of the laptop: at the one that has the game, if it
/// was moved there, else at the first that is not a mirror of the main one. `is_swapped`: at
/// the main one, and the host at the other.
struct display_pair displays_pair(const struct displays *displays, struct rect game,
                                  bool is_swapped);
