// screens/sound.h: a question's sound, heard when it is asked for and never by itself; and
// whether anything is heard at all.
#pragma once

#include "core/bank.h"
#include "screens/game.h"
#include "ui/ui.h"

/// Whether `question`, NULL for none, has one.
bool sound_is_there(const struct question *question);

/// Asks the app to play it. Returns whether there is one.
bool sound_ask(struct game *game, const struct bank *bank, const struct question *question);

/// Turns all sounds off, and what is heard at once, or on again; the line along the bottom of
/// the window says which.
void sound_toggle(struct game *game, int64_t now_ms);

/// Why the last one could not be heard; NULL if it could.
const char *sound_fault(const struct game *game);

/// Pixels of height that its button takes; 0 if there is none.
float sound_button_height(const struct ui *ui, const struct question *question);

/// Draws it at the left of `rect`, or in the middle, with the action `id`.
void sound_button(struct ui *ui, struct rect rect, bool is_centred, int id);
