// ui/sign.h: rows that tell what was right, partly right and wrong by shape, not colour alone.
#pragma once

#include "ui/tile.h"

/// The surface of a row that is only read: it lies flat.
void ui_slip(struct ui *ui, struct rect rect);

/// A round tick, a half-filled disc or a square cross; `half` is half its side in pixels.
void ui_sign(struct ui *ui, enum sheet_kind kind, struct point centre, float half);
