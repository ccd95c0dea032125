// screens/dock.h: the line along the bottom of the window that tells of banks that are edited,
// whatever screen is up.
#pragma once

#include "screens/game.h"
#include "ui/ui.h"

/// What it lies below: some screens say part of it themselves.
enum dock_place { DOCK_BELOW_ANY, DOCK_BELOW_HOME, DOCK_BELOW_REPORT };

/// Pixels that it takes from the bottom of the window; 0: there is nothing to say. `ui` is laid
/// out for the whole window.
float dock_height(struct ui *ui, const struct game *game, enum dock_place place);

/// Draws it along the bottom; the same `ui`, whose wake_ms says when the line goes.
void dock_view(struct ui *ui, const struct game *game, enum dock_place place, float height);
