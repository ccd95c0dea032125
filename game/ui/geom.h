// ui/geom.h: rectangles in output pixels, and cutting them up.
#pragma once

#include <stdbool.h>

struct point {
    float x, y;
};

struct rect {
    float x, y, w, h;
};

/// Whether `p` lies in `r`; the left and top edges count, the right and bottom ones don't.
bool rect_has(struct rect r, struct point p);

/// `r` made smaller by `by` on all sides, never below nothing.
struct rect rect_inset(struct rect r, float by);

struct rect rect_move(struct rect r, float dx, float dy);

struct point rect_centre(struct rect r);

/// What `a` and `b` have in common; nothing (w and h 0) if they are apart.
struct rect rect_overlap(struct rect a, struct rect b);

/// Cuts a strip off `r` and returns it; `r` keeps the rest. A strip larger than `r` is all
/// of it.
struct rect rect_cut_top(struct rect *r, float height);
struct rect rect_cut_bottom(struct rect *r, float height);
struct rect rect_cut_left(struct rect *r, float width);
struct rect rect_cut_right(struct rect *r, float width);

/// Cell `column`, `row` of `r` split into `columns` x `rows` with `gap` between.
struct rect rect_cell(struct rect r, int columns, int rows, int column, int row, float gap);
