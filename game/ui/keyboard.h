// ui/keyboard.h: a keyboard on the screen, for who types with a pad, a finger or a mouse.
#pragma once

#include <stdbool.h>

#include "ui/ui.h"

/// The keys for a language.
struct keyboard_layout {
    const char *languages; // primary subtags it serves, with blanks between
    const char *rows[3];   // letters, in lower case; NULL in a pad of digits
    const char *accents; // letters of the language that its usual keys don't show; "" for none
};

/// The layout for a BCP 47 tag; that of English where there is none for it, or for NULL.
const struct keyboard_layout *keyboard_layout(const char *language);

/// Digits, marks and minus alone.
extern const struct keyboard_layout keyboard_numpad;

/// What a screen keeps of a keyboard. Zeroed is a fresh one.
struct keyboard {
    bool is_shifted;
    bool is_called; // with a mouse, which may well have keys beside it
};

/// Keys that mean something to the screen; their (id, arg) come as actions like any other.
enum { KEYBOARD_SHIFT = 1, KEYBOARD_DONE, KEYBOARD_CALL };

enum keyboard_outcome {
    KEYBOARD_OTHER,   // not for the keyboard: an edit of a field too
    KEYBOARD_CHANGED, // to be drawn again
    KEYBOARD_IS_DONE, // the key at the bottom right
};

/// Looks at every action of a screen whose keyboard has the keys (`id`, …). What is typed comes
/// as an edit to the field that had the focus last, and goes to edit_apply() as always.
enum keyboard_outcome keyboard_update(struct keyboard *keyboard, int id,
                                      const struct action *action);

/// Whether it is to be seen: a pad or a finger was used last, or a mouse called it.
bool ui_wants_keyboard(const struct ui *ui, const struct keyboard *keyboard);

/// Pixels of height that it takes in `width`.
float ui_keyboard_height(const struct ui *ui, const struct keyboard_layout *layout,
                         float width);

/// Draws it into `rect`. `done` is written on the key at the bottom right, which is what Enter
/// does in the field.
void ui_keyboard(struct ui *ui, struct rect rect, const struct keyboard_layout *layout,
                 const struct keyboard *keyboard, const char *done, int id);

/// The accents of `layout` as keys for who has all the others, from the middle of `rect`, and
/// with a mouse a key that calls the whole keyboard. Keys are (`id`, …) as of ui_keyboard().
void ui_accent_keys(struct ui *ui, struct rect rect, const struct keyboard_layout *layout,
                    int id);

/// Pixels of height that the accents take in `width`; as high when there are none.
float ui_accent_keys_height(const struct ui *ui, const struct keyboard_layout *layout,
                            float width);
