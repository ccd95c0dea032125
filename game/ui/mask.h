// ui/mask.h: shapes and icons from paths to pixels of coverage.
#pragma once

#include <stdint.h>

#include "ui/draw.h"

/// The box of the six answer marks is this much larger than their radius in LOOK's units (a
/// circle of .96), so that they can be turned without leaving it: a mark of radius r is drawn
/// in a rectangle of side 2 * MASK_SHAPE_SPAN * r. The box of icons, flame and half disc is
/// just 2 * r.
#define MASK_SHAPE_SPAN 1.3F

/// What MASK_CARD takes of each side of its box, so that it can be turned by some 10 degrees.
#define MASK_CARD_SHARE .84F

/// Draws `mask` into `alpha`, `width` x `height` bytes of coverage (0 to 255), as large as fits
/// in the box without a change of proportions (but MASK_CARD takes those of the box); turned
/// by `angle` degrees clockwise around its middle. `stroke` is the thickness of an icon's lines
/// as a share of half the box (0.26 is usual; 0 takes that), at least a pixel; filled shapes
/// take none. Antialiased by distance. Pure.
void mask_draw(enum mask mask, int width, int height, float angle, float stroke,
               uint8_t *alpha);

/// Coverage of a quarter disc of `radius` pixels: the top left corner of a rounded rectangle,
/// `radius` x `radius` bytes. Pure.
void mask_corner(int radius, uint8_t *alpha);

/// Coverage of the edge of such a corner, `stroke` pixels thick. Pure.
void mask_corner_edge(int radius, float stroke, uint8_t *alpha);

/// The name of a mask, as dumps write it: "circle", "check", …
const char *mask_name(enum mask mask);
