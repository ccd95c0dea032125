// app/app.h: the game in a window.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/library.h"
#include "store/paths.h"

enum { APP_NO_DISPLAY = -1, APP_INTERRUPTED = 130 };

struct app_options {
    const struct library_places *places; // where banks are looked for
    const struct paths *paths;
    const char *renderer; // SDL's name of a renderer; NULL: chosen by what the display is
    const char *font;     // a font file that goes before all others; NULL: none
    bool fullscreen;
    const char *learner; // NULL: as the settings say
    int64_t now_ms;      // since 1970: a clock for trying things out, which goes on from there;
                         // below 0: that of the system
};

/// Opens the window and plays until it is closed. Returns the exit status: 0, APP_INTERRUPTED
/// after SIGINT, or APP_NO_DISPLAY when no window can be opened, with the reason on standard
/// error; then the caller plays in the terminal.
int app_run(const struct app_options *options);
