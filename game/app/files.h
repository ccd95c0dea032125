// app/files.h: follows the files of banks while the game runs: watches them, and reads what was
// written beside the loop.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "sdl/file_watch.h"
#include "sdl/job.h"

/// Zeroed: nothing is followed.
struct files {
    const struct library_places *places; // NULL: nothing is followed
    struct file_watch *watch;            // NULL: there is none on this system
    void (*wake)(void *context);         // wakes the loop
    void *context;
    bool is_wanted; // a look at the files, when there can be one
    struct job *job;
    const char *const *paths;
    struct bank_file *read; // beside `paths`, written by the job
    int count;
    struct arena arena; // of these, while there is a job
};

/// Begins to follow the files of the game's library, which were found in `places`. `wake` is
/// called by other threads when files_follow() has something to do.
void files_open(struct files *files, const struct game *game,
                const struct library_places *places, void (*wake)(void *context),
                void *context);

/// Wants a look at the files: there are places where nothing tells of changes.
void files_want(struct files *files);

/// Takes over what was read, and looks at the files if something told of changes. Never waits.
/// Returns whether the game has changed.
bool files_follow(struct files *files, struct game *game, int64_t now_ms);

void files_close(struct files *files);
