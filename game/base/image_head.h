// base/image_head.h: how large a picture is, by the first bytes of its file.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Reads width and height in pixels from `len` bytes of a PNG, JPEG, WebP or GIF file, of which
/// nothing is decoded. Returns false if it is none of them or ends before its size is said.
/// Pure.
bool image_head_read(const uint8_t *bytes, size_t len, int *width, int *height);
