// screens/underlined.h: how marked letters are shown.
#pragma once

#include "base/spelling.h"
#include "ui/wrap.h"

/// Draws the text of `spelling` as it was wrapped from the top of `rect`, in `colour`, with the
/// marked letters underlined in `mark`.
void underlined_draw(struct ui *ui, const struct wrapped *wrapped, struct rect rect,
                     const struct spelling *spelling, struct colour colour, struct colour mark);
