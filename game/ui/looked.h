// ui/looked.h: texts of which parts look otherwise: which parts, and in which face.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

/// A part of a text that looks the same all along.
struct looked_part {
    size_t from, to; // bytes
    enum face face;
    bool is_code;
};

/// What is known of the looks of the text at this very address, from `ui->looks` or
/// looked_keep(), or NULL.
const struct look_text *looked_find(const struct ui *ui, const char *text);

/// Says that `whole`, which lives as long as the frame, was put together around a copy of
/// `part`, which is to look there as it does alone. Of several parts the first comes first.
/// Returns `whole`.
const char *looked_keep(const struct ui *ui, const char *whole, const char *part);

/// Says that `piece`, which lives as long as the frame, is a copy of the bytes [from, to) of
/// `text`, and is to look as they do. Returns `piece`.
const char *looked_cut(const struct ui *ui, const char *piece, const char *text, size_t from,
                       size_t to);

/// Cuts the next part off text[*at, to), which is in `face` where nothing else is known.
/// `looks` may be NULL. Returns false at the end.
bool looked_next(const struct look_text *looks, enum face face, size_t *at, size_t to,
                 struct looked_part *part);
