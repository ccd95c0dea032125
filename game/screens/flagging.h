// screens/flagging.h: marking questions as wrong, on any screen that shows one.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "ui/ui.h"

/// A question in view, and whether it is marked. Zeroed: none.
struct flagging {
    const struct bank *bank;
    const struct question *question; // NULL: none that can be marked
    bool is_up;
};

/// Looks whether the question that is in view now, NULL for none, is marked. Quick if it is the
/// same as before. Questions that were only made for a drill can't be.
void flagging_see(struct flagging *flagging, const struct game *game, const struct bank *bank,
                  const struct question *question);

/// Puts the mark on the question in view, or takes it off; `number` is that of the quiz or the
/// session of cards it is in, 0: none. Returns whether there is such a question.
bool flagging_toggle(struct flagging *flagging, struct game *game, int64_t number);

/// What pressing it will do, as the name of a button.
const char *flagging_name(const struct flagging *flagging);

/// What is said of a mark that is up.
const char *flagging_words(const struct ui *ui);

/// Draws a round button for it, with the action `id`; nothing if there is no such question.
void flagging_button(const struct flagging *flagging, struct ui *ui, struct rect rect, int id);
