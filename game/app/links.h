// app/links.h: lets progress follow edited questions beside the loop.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "sdl/job.h"
#include "store/relink_beside.h"

/// Zeroed: nothing is done beside.
struct links {
    void (*wake)(void *context); // wakes the loop
    void *context;
    struct job *job;
    struct relink_beside work;
};

/// From now on the game leaves to links_follow() what takes long. `wake` is called by another
/// thread when that has something to do.
void links_open(struct links *links, struct game *game, void (*wake)(void *context),
                void *context);

/// Takes over what was found, and begins what the game asks for. Never waits. Returns whether
/// the game has changed.
bool links_follow(struct links *links, struct game *game);

void links_close(struct links *links, struct game *game);
