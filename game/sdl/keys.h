// sdl/keys.h: SDL's keys as ours.
#pragma once

#include <stdbool.h>

#include <SDL.h>

/// The enum key that `key` means under `modifiers` (KMOD_*): letters as the layout has them, by
/// position if it has no Latin ones; digits by position. KEY_NONE: none of ours.
int keys_translate(SDL_Keysym key);

/// What `key` is as a press and nothing more, where keys_translate() knows none: Shift and Ctrl
/// by themselves, and Latin letters beyond ASCII as in ISO 8859-1. KEY_NONE: none of ours.
int keys_translate_press(SDL_Keysym key);

/// Whether `key` is a sign such as '/' or '?': a character of ASCII that is neither a letter, a
/// digit nor a space. What has to be pressed for one differs from layout to layout.
bool keys_is_sign(int key);

/// MOD_* from KMOD_*; the command key of a Mac is Ctrl.
unsigned keys_mods(int modifiers);
