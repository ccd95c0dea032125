// screens/dock.h: the line along the bottom of the window that tells of banks that are edited,
// whatever screen is up.
#pragma once

#include "screens/game.h"
#include "ui/ui.h"

/// Pixels that it takes from the bottom of the window; 0: there is nothing to say. `ui` is laid
/// out for the whole window. `is_report_open`: what is wrong can be read already.
float dock_height(struct ui *ui, const struct game *game, bool is_report_open);

/// Draws it along the bottom; the same `ui`, whose wake_ms says when the line goes.
void dock_view(struct ui *ui, const struct game *game, float height);
