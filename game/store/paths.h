// store/paths.h: where Quartet keeps things on this system.
#pragma once

#include "base/arena.h"

/// Paths in `arena`, by the XDG base directory specification; folders may not exist yet.
struct paths {
    const char *home_dir;      // the player's own folder; "/" if there is none
    const char *data_dir;      // $XDG_DATA_HOME/quartet, or what --data-dir says
    const char *questions_dir; // the user's own banks: questions/ in data_dir
    const char *settings_file; // $XDG_CONFIG_HOME/quartet/settings.json, or in --data-dir
    const char *installed_dir; // questions/ beside the checkout or installed; NULL: not found
};

/// Works out the paths. `data_dir` is the value of --data-dir or NULL; `program` is argv[0],
/// by which the installed or checked-out `questions/` is found.
struct paths paths_find(struct arena *arena, const char *data_dir, const char *program);
