// app/fit_lesson.h: whether a question of a lesson is seen whole.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "ui/ui.h"

/// Whether a lesson shows `question` of `bank` on one page in the window of `look`, in the text
/// size of the classroom: to all, and to a team that answers it there. `game` has no lesson;
/// `frame` is drawn into.
bool fit_in_lesson(struct game *game, struct ui_frame *frame, const struct ui_look *look,
                   const struct bank *bank, const struct question *question);
