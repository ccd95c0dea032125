// app/script.h: one line of a replay script, and what drives the stage by it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "app/stage.h"
#include "base/arena.h"
#include "base/buf.h"
#include "sdl/fonts.h"

/// A script being played.
struct script {
    const char *path;
    int line;
    const char *shots_dir; // NULL: `shot` does nothing
    struct stage stage;
    struct game game;
    struct fonts *fonts;
    struct arena arena; // of the whole script
    struct paths paths;
    struct buf clipboard;
    int width, height;
    bool is_open;       // the first screen is up
    enum device device; // what the inputs come from
    int64_t now_ms;     // the scripted clock
    int failures;       // an `expect` that was not met
    bool is_broken;     // a line that makes no sense: the script ends
};

/// Says what is wrong at the line in play, as FILE:LINE: message, on standard error.
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void script_say(struct script *script, const char *format, ...);

/// Lets `ms` go by: motions run, clocks tick.
void script_wait(struct script *script, int64_t ms);

/// Sends an input a moment after the last one, as a person would, and lets it settle.
void script_send(struct script *script, struct input input);

/// Opens the first screen unless that was done.
void script_start(struct script *script);

/// Plays one line (without its line end); empty lines and those with "#" do nothing.
void script_play_line(struct script *script, char *line);

/// The `expect` command: checks `words` and counts a failure.
void script_expect(struct script *script, const char *words);

/// The area called `name` (its whole name, else the first it begins), or NULL.
const struct ui_area *script_find(const struct script *script, const char *name);
