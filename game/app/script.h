// app/script.h: one line of a replay script, and what drives the stage by it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "app/stage.h"
#include "base/arena.h"
#include "base/buf.h"
#include "sdl/fonts.h"
#include "sdl/pictures.h"

/// A script being played.
struct script {
    const char *path;
    int line;
    const char *shots_dir; // NULL: `shot` does nothing
    struct stage stage;
    struct game game;
    struct fonts *fonts;
    struct pictures *pictures;
    struct arena arena; // of the whole script
    struct paths paths;
    struct buf clipboard;
    enum tone tone; // the last one since the last `expect` that spoke of one
    int width, height;
    bool is_open;       // the first screen is up
    enum device device; // what the inputs come from
    int64_t now_ms;     // the scripted clock
    int64_t wall_ms;    // since 1970, when that stood at 0
    struct journal journal;
    struct memory memory;
    const char *store_dir; // of the journal; NULL: nothing is kept
    int failures;          // an `expect` that was not met
    bool is_broken;        // a line that makes no sense: the script ends
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

/// The `key` command: presses the key that `words` name, "Ctrl+Q", "F7" or "LeftShift".
void script_key(struct script *script, const char *words);

/// The `expect` command: checks `words` and counts a failure.
void script_expect(struct script *script, const char *words);

/// Tells the game what time it is.
void script_tell_time(struct script *script);

/// The `host` command: the host's window is open, in the size that `words` say, or "off".
void script_host(struct script *script, const char *words);

/// The `shot-host` command: a picture of it, named by `words`.
void script_shot_host(struct script *script, const char *words);

/// What a list is drawn of the window: saves it under the name that `words` say, unless nobody
/// wants pictures.
void script_save_shot(struct script *script, const struct draw_list *list, int width,
                      int height, const char *words);

/// Reads a size, such as 1280x720, and returns whether it is one that a window may have.
bool script_read_size(const char *words, int *width, int *height);

/// The `store` command: what is played is kept in a folder that is new, and gone at the end.
void script_store(struct script *script, const char *words);

/// The `save` command: the file of the bank that is chosen was written, and says now what the
/// file that `words` name does; "": what it says itself.
void script_save(struct script *script, const char *words);

/// Looks at the files, if that was asked for.
void script_look(struct script *script);

/// The `restart` command: the program ends, and begins again with what was kept.
void script_restart(struct script *script, const char *words);

/// The `clock` command: `words` are a day, from 1 on, and a time: "2 09:00".
void script_clock(struct script *script, const char *words);

/// Makes a fresh game, with what was kept if there is a store.
void script_open_game(struct script *script, const struct settings *settings);

/// Frees the game, and what is kept open.
void script_close_game(struct script *script);

/// Removes the store.
void script_remove_store(struct script *script);

/// Says that a line makes no sense, for which the script ends.
void script_break(struct script *script, const char *what, const char *word);

/// The area called `name` (its whole name, else the first it begins), or NULL.
const struct ui_area *script_find(const struct script *script, const char *name);
