// ui/input.h: what a person did, the same for keyboard, mouse, touch and gamepad.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ui/geom.h"

enum device { DEVICE_NONE, DEVICE_KEYBOARD, DEVICE_MOUSE, DEVICE_TOUCH, DEVICE_PAD };

enum input_kind {
    INPUT_NONE,
    INPUT_KEY,         // `key` with `mods` went down (or repeats)
    INPUT_TEXT,        // `text` was typed, after the key that made it
    INPUT_COMPOSING,   // an input method shows `text`, not yet typed; "" ends it
    INPUT_PAD,         // `pad` went down (or repeats)
    INPUT_POINT,       // the pointer is at `at`
    INPUT_PRESS,       // button or finger down at `at`
    INPUT_RELEASE,     // up at `at`
    INPUT_LEAVE,       // the pointer left the window, or the press was taken away
    INPUT_WHEEL,       // `amount` lines, down is positive
    INPUT_SCROLL_AXIS, // right stick: `amount` from -1 to 1, down is positive
    INPUT_DROP,        // the file `text` was dropped on the window
    INPUT_FOCUS,       // the window got the keyboard focus
    INPUT_UNFOCUS,     // the window lost it
    INPUT_PAD_FOUND,   // a gamepad was attached
    INPUT_PAD_LOST,    // one went away
    INPUT_QUIT,        // the window is to close
};

/// Keys. Printable ones are their character in lower case (letters by what the layout says,
/// or by position where it has no Latin letters; digits by position, keypad too).
enum key {
    KEY_NONE = 0,
    KEY_ENTER = 13,
    KEY_ESCAPE = 27,
    KEY_SPACE = ' ',
    KEY_NAMED = 0x100,
    KEY_TAB,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_F1,
    KEY_F5,
    KEY_F11,
    // Team's buzzers are kept by number, so further keys come at the end.
    KEY_F2,
    KEY_F3,
    KEY_F4,
    KEY_F6,
    KEY_F7,
    KEY_F8,
    KEY_F9,
    KEY_F10,
    KEY_F12,
    KEY_F13,
    KEY_F14,
    KEY_F15,
    KEY_F16,
    KEY_F17,
    KEY_F18,
    KEY_F19,
    KEY_F20,
    KEY_F21,
    KEY_F22,
    KEY_F23,
    KEY_F24,
    KEY_INSERT,
    KEY_PRINT,
    KEY_SCROLL_LOCK,
    KEY_PAUSE,
    KEY_MENU,
    KEY_LEFT_SHIFT, // these four only where presses are taken as such
    KEY_RIGHT_SHIFT,
    KEY_LEFT_CTRL,
    KEY_RIGHT_CTRL,
};

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4 };

/// Buttons of a gamepad by place, not by letter.
enum pad {
    PAD_NONE,
    PAD_SOUTH,
    PAD_EAST,
    PAD_WEST,
    PAD_NORTH,
    PAD_UP,
    PAD_DOWN,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_LEFT_SHOULDER,
    PAD_RIGHT_SHOULDER,
    PAD_LEFT_TRIGGER,
    PAD_RIGHT_TRIGGER,
    PAD_START,
    PAD_BACK,
    PAD_RIGHT_STICK,
    PAD_COUNT
};

/// How the buttons of the pad last used are labelled.
enum pad_glyphs { PAD_GLYPHS_LETTERS, PAD_GLYPHS_SHAPES, PAD_GLYPHS_SWAPPED };

enum { INPUT_TEXT_BYTES = 4096 }; // as long as a path may be

struct input {
    enum input_kind kind;
    enum device device;
    int64_t at_ms; // when it happened, as far as the system tells; monotonic
    int key;       // enum key
    unsigned mods; // MOD_*
    bool is_repeat;
    bool is_typed; // a key known by the text that it made, which tells nothing of the press
    bool is_raw; // a key that is a press and nothing else: what it means, if anything, follows
    enum pad pad;
    bool is_stick;   // the left stick points there: no button of `pad` is down
    int pad_number;  // of the gamepad, from 1 on, the same as long as it is attached; 0: none
    struct point at; // output pixels
    float amount;
    char text[INPUT_TEXT_BYTES]; // UTF-8, NUL-terminated; of a drop the path
};
