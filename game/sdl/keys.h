// sdl/keys.h: SDL's keys as ours.
#pragma once

#include <SDL.h>

/// The enum key that `key` means under `modifiers` (KMOD_*): letters as the layout has them, by
/// position if it has no Latin ones; digits by position. KEY_NONE: none of ours.
int keys_translate(SDL_Keysym key);

/// MOD_* from KMOD_*; the command key of a Mac is Ctrl.
unsigned keys_mods(int modifiers);
