// ui/action.h: what a person asked for, and which keys ask for it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ui/input.h"

/// What a key does in a text field.
enum edit_op {
    EDIT_NONE,
    EDIT_INSERT,  // the action's text
    EDIT_COMPOSE, // the action's text is shown at the caret, not yet typed
    EDIT_BACKSPACE,
    EDIT_DELETE,
    EDIT_LEFT,
    EDIT_RIGHT,
    EDIT_HOME,
    EDIT_END,
    EDIT_SELECT_LEFT, // as above, with what lies between selected
    EDIT_SELECT_RIGHT,
    EDIT_SELECT_HOME,
    EDIT_SELECT_END,
    EDIT_SELECT_ALL,
    EDIT_COPY,  // done by the app, which knows the clipboard
    EDIT_CUT,   // the app copies, the screen removes
    EDIT_PASTE, // the app makes an EDIT_INSERT of it
};

/// Which way a finger went that swiped something away.
enum swipe { SWIPE_NONE, SWIPE_LEFT, SWIPE_DOWN, SWIPE_RIGHT, SWIPE_UP };

/// What was asked: an entry of the screen's own enum (above 0) or one of these, and which one.
struct action {
    int id, arg;
    int adjust;         // -1, +1: a value was turned down or up by Left or Right; 0: activated
    bool is_drop;       // something was dragged here:
    int dropped;        // its arg
    enum swipe swipe;   // it was swiped away, not pressed
    enum edit_op edit;  // for text fields
    const char *text;   // UTF-8, valid during update(); NULL if there is none
    int64_t now_ms;     // monotonic
    int64_t pressed_ms; // of an ACTION_PRESS: when it happened, which orders presses,
    enum pad pad;       // and the button of the gamepad
    bool is_stick;      // or where its stick was pushed
};

/// Actions that mean the same on every screen.
enum {
    ACTION_NONE = 0,
    ACTION_BACK = -1,       // one level up
    ACTION_TICK = -2,       // the time that wake_ms() asked for has come
    ACTION_DROP = -3,       // the file `text` was dropped on the window
    ACTION_PAD_LOST = -4,   // arg: the number of the gamepad
    ACTION_PAD_FOUND = -19, // likewise
    ACTION_HELP = -5,
    ACTION_FULLSCREEN = -6,
    ACTION_TEXT_SIZE = -7, // arg: steps up or down, 0 for 100 %
    ACTION_THEME = -8,     // the next theme
    ACTION_QUIT = -9,
    ACTION_SHOWN = -10,    // the screen is on top again: what lay over it is gone
    ACTION_COVERED = -18,  // Help, or the report about files, is about to lie over the screen
    ACTION_RELOADED = -11, // files of banks came, went or were read again
    ACTION_PROBLEMS = -12, // shows what is wrong in files that are edited
    ACTION_UNDOCK = -13,   // closes the line that says so
    ACTION_EDIT = -14,     // opens the question in view in the player's editor
    ACTION_PRESS = -15, // arg: a key (enum key, a character), or BUZZER_PADS + the number of a
                        // gamepad, was pressed: see takes_presses() in screens/screen.h
    ACTION_MUTE = -16,  // turns sounds off and on
    ACTION_LOOK = -17,  // looks whether files of banks were changed
};

/// Whether somebody may buzz with this press: Start, Back and the sticks of gamepads are none
/// for that.
static inline bool action_may_buzz(const struct action *press)
{
    return !press->is_stick && press->pad != PAD_START && press->pad != PAD_BACK;
}

/// A key or pad button that asks for an action. A row with a label stands in the help; rows
/// without one belong to the row before.
struct shortcut {
    int key; // enum key or a character; 0: none
    unsigned mods;
    enum pad pad; // PAD_NONE: none
    int id, arg;
    const char *caps;  // how the keys are written: "1–6"; NULL: worked out from `key`
    const char *label; // what they do, in a few words; NULL: see the row before
};
