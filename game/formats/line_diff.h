// formats/line_diff.h: which lines differ between two texts.
#pragma once

#include <stddef.h>

#include "base/buf.h"

/// Whole lines, bytes `was` up to `was_end` of the old text, that make room for bytes `is` up
/// to `is_end` of the new one. One of both may be empty.
struct line_change {
    size_t was, was_end, is, is_end;
};

/// Adds what differs to `changes`, as struct line_change in the order of places: as few lines
/// as can be, except that lines which both texts have once stay together, and that among over
/// 1,000 differences between two of those all counts as different. So it is near to linear in
/// the lines, and needs about 40 bytes for each of them. Pure.
void line_diff(const char *was, size_t was_len, const char *is, size_t is_len,
               struct buf *changes);
