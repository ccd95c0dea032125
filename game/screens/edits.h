// screens/edits.h: questions that were edited: what came along is told, and where it is not
// clear what belongs together it is asked.
#pragma once

#include <stdbool.h>

#include "store/relink_beside.h"
#include "ui/ui.h"

struct game;

enum edit_fate {
    EDIT_ASKED,  // nobody has said yet whether it is the same question
    EDIT_SAME,   // somebody said so
    EDIT_OTHER,  // or that it is not
    EDIT_CAME,   // it was mended; what was known came along
    EDIT_UNDONE, // which was taken back
};

struct edit_item {
    struct relink_pair pair;
    enum edit_fate fate;
};

/// Zeroed: nothing is known, and nothing wanted.
struct edits {
    struct edit_item *items; // in `arena`; what is asked first
    int count;
    bool is_wanted;     // to be looked for when there is time
    bool is_seen;       // what came along was looked at
    bool is_open;       // the screen about them is
    bool may_go_beside; // the app does what takes long, by game_begin_edits()
    bool asks_beside;   // it is to do so now
    bool is_beside;     // it does
    struct arena arena;
};

/// Says that banks may have been edited, or others have come.
void game_want_edits(struct game *game);

/// Looks for edits if that is wanted and can be done: lets progress follow, and notes what is
/// to be told and asked. Unless it `can_take_long`, nothing is done that would: reading other
/// banks, or going through a large one. Where the app can do it beside, that is put off, and
/// banks are read one by one.
void game_find_edits(struct game *game, bool can_take_long);

/// Begins what was put off for `asks_beside`: relink_beside_run() is to be called, in any
/// thread. Returns false if there is nothing to be done.
bool game_begin_edits(struct game *game, struct relink_beside *work);

/// Takes over what came of it, and frees it.
void game_end_edits(struct game *game, struct relink_beside *work);

/// Whether game_find_edits() has something to do now that takes long.
bool game_can_find_edits(const struct game *game);

/// How many are asked about; how many came along and were not looked at.
int game_edits_asked(const struct game *game);
int game_edits_news(const struct game *game);

void game_free_edits(struct game *game);

// The screen about them.

enum { EDITS_YES = 1, EDITS_NO, EDITS_UNDO, EDITS_NEXT, EDITS_BEFORE, EDITS_REGION };

struct edits_page {
    int at;          // the item in view
    bool has_failed; // the last thing asked could not be kept
};

/// Whether what was done with an item can be taken back.
bool edits_can_undo(const struct edit_item *item);

void edits_page_view(const struct edits_page *page, const struct game *game, struct ui *ui);
