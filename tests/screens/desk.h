// screens/desk.h: one screen with a game and a folder of its own, as tests sit in front of it.
#pragma once

#include "screens/game.h"
#include "screens/screen.h"
#include "store/scratch.h"
#include "ui/stand.h"

struct desk {
    struct scratch *scratch;
    struct paths paths; // all folders lie in that of `scratch`
    struct game game;
    const struct screen *screen;
    void *self;
    struct arena arena; // of the screen
    struct stand stand;
    struct step last; // what the last update asked for
};

/// cmocka set-up and tear-down: a fresh game without banks as the state.
int desk_setup(void **state);
int desk_teardown(void **state);

/// Writes a bank with these questions (a JSON list) and adds it to the library; returns its
/// path. The first one that can be played is chosen.
const char *desk_add_bank(struct desk *desk, const char *name, const char *title,
                          const char *questions);

/// Writes such a bank without adding it.
const char *desk_write_bank(struct desk *desk, const char *name, const char *title,
                            const char *questions);

/// Leaves the screen that was open and enters `screen`.
void desk_enter(struct desk *desk, const struct screen *screen);

/// Sends an action and shows the screen again. Returns what the update asked for.
struct step desk_send(struct desk *desk, struct action action);
struct step desk_act(struct desk *desk, int id, int arg);

/// Presses a key on the screen, as one would of a shortcut or of what has the focus.
struct step desk_key(struct desk *desk, int key);

/// All that is written on the screen, with blanks between the runs that do not follow each
/// other in a line.
const char *desk_text(struct desk *desk);

/// Fails the test unless the screen says so, or if it does.
void desk_assert_says(struct desk *desk, const char *text);
void desk_assert_silent(struct desk *desk, const char *text);

/// The area (id, arg) of the frame in view; NULL: none.
const struct ui_area *desk_area(struct desk *desk, int id, int arg);
