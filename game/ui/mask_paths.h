// ui/mask_paths.h: the outlines of all masks, as tables.
#pragma once

#include <stdbool.h>

#include "ui/draw.h"

/// One step of an outline, in units where an icon's box runs from -1 to 1, y downwards. The
/// letters are those of SVG paths, but for the arc:
///   M x y                 starts a line
///   L x y                 straight on
///   Q x1 y1 x y           a quadratic curve
///   C x1 y1 x2 y2 x y     a cubic curve
///   A cx cy r from sweep  an arc around (cx, cy), degrees clockwise from 3 o'clock; joined by
///   a
///                         straight line to what was before, if the line has begun
///   Z                     back to where the line began
struct path_step {
    char op;
    float v[6];
};

/// What a mask looks like.
struct path_picture {
    const char *name;
    const struct path_step *steps; // NULL: a rounded rectangle in the proportions of the box
    int count;
    bool is_filled;  // by the nonzero rule; else drawn by lines with round ends
    float rounding;  // by how much a filled shape grows, with round corners
    float half_span; // the box runs from -half_span to half_span
};

/// The picture of `mask`. Pure.
const struct path_picture *path_picture(enum mask mask);
