// base/image_head.h: how large a picture is, by the first bytes of its file.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Reads width and height in pixels from `len` bytes of a PNG, JPEG, WebP or GIF file, of which
/// nothing is decoded. Returns false if it is none of them or ends before its size is said.
/// Pure.
bool image_head_read(const uint8_t *bytes, size_t len, int *width, int *height);

/// How a picture as it is stored lies, which cameras note in a JPEG file: the values of EXIF.
/// "Row 0" and "column 0" are the first of what is stored, and where they are to be seen.
enum image_turn {
    TURN_NONE = 1,      // row 0 at the top, column 0 at the left
    TURN_MIRRORED,      // at the top, at the right
    TURN_HALF,          // at the bottom, at the right
    TURN_FLIPPED,       // at the bottom, at the left
    TURN_TRANSPOSED,    // at the left, at the top: from here on width and height change places
    TURN_CLOCKWISE,     // at the right, at the top: turned so, it stands upright
    TURN_TRANSVERSED,   // at the right, at the bottom
    TURN_ANTICLOCKWISE, // at the left, at the bottom
};

/// Reads how to turn the picture in `len` bytes of a file. TURN_NONE where nothing is said, or
/// nothing that makes sense. Pure.
enum image_turn image_turn_read(const uint8_t *bytes, size_t len);
