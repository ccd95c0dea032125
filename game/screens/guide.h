// screens/guide.h: how to add questions, a page of Help.
#pragma once

#include "screens/game.h"
#include "ui/ui.h"

/// Draws the page into `rect` as scroll region `region`. Its paragraphs can be walked along:
/// they are areas (row, 0 and on).
void guide_draw(const struct game *game, struct ui *ui, struct rect rect, int region, int row);
