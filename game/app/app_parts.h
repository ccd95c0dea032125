// app/app_parts.h: what the files of the app share.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "app/files.h"
#include "app/links.h"
#include "app/stage.h"
#include "app/trace.h"
#include "sdl/displays.h"
#include "sdl/fonts.h"
#include "sdl/input.h"
#include "sdl/pictures.h"
#include "sdl/render.h"
#include "sdl/sounds.h"

enum { CLIPBOARD_BYTES = 16384 }; // a list of a whole class too

/// What is known of displays while something is for the host.
struct beside {
    struct displays displays; // when windows were last arranged; none: they never were
    struct display_pair pair;
    bool is_swapped;   // as the settings were then
    bool has_room;     // for the host's window
    bool is_dismissed; // the host closed it
    int64_t look_ms;   // when to look for displays again
};

/// The game in its window.
struct app {
    const struct app_options *options;
    struct arena arena;
    struct game game;
    struct journal journal;
    struct memory memory;
    struct stage stage;
    struct window *window;
    struct fonts *fonts;
    struct pictures *pictures;
    struct sounds *sounds;
    struct render *render;
    struct window *host_window; // NULL: it is not open
    struct render *host_render;
    struct beside beside;
    struct input_reader *reader;
    struct desktop_question *desktop;
    struct trace trace;
    struct job *reading; // of the bank that is waited for, into `bank_file`
    struct bank_file bank_file;
    struct files files;
    struct links links;
    struct arena editor_arena; // of what could not be started
    int64_t clock_ahead_ms;    // of that of the system
    char clipboard[CLIPBOARD_BYTES];
    char fault[512];       // why there are no fonts, or settings could not be saved
    int64_t next_frame_ms; // not before then
    bool has_drawn;
};

/// What the stage asks of the system, but reading a bank.
struct stage_host app_host(struct app *app);
