// cli/cli.h: the command line and the game in plain lines.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/library.h"
#include "store/paths.h"

/// What the program ends with.
enum {
    CLI_DONE = 0,
    CLI_NO = 1,     // the answer is no: errors found, input ended early
    CLI_FAILED = 2, // it could not be done: usage, unreadable file, disk
    CLI_INTERRUPTED = 130,
    CLI_NO_DISPLAY = -1, // only from cli_hooks.window: play in the terminal instead
};

/// How the window is to be opened. NULL where nothing was said.
struct cli_window {
    const struct library_places *places;
    const struct paths *paths;
    const char *renderer, *font;
    const char *learner;
    bool fullscreen;
    int64_t now_ms; // since 1970: what the clock starts from; below 0: what it is
};

/// The size of a window in pixels.
struct cli_size {
    int width, height;
    bool is_of_lesson;
};

/// What a command line can start that lies above this layer.
struct cli_hooks {
    int (*window)(const struct cli_window *window);
    /// Warns in `diags` of what is not seen whole in windows of these sizes. Returns false,
    /// with a sentence in `error` (`room` bytes), if that can't be told.
    bool (*fit)(const struct bank *bank, const char *file, const struct cli_size *sizes,
                int count, struct diags *diags, char *error, size_t room);
    int (*replay)(const char *const *scripts, int count, const char *shots_dir,
                  const struct paths *paths);
};

/// Does what the command line says, with results on standard output and complaints on standard
/// error. Returns the status to exit with.
int cli_run(int argc, char **argv, const struct cli_hooks *hooks);
