// ui/flow.h: texts and boxes set in lines together, as words are.
#pragma once

#include <stdbool.h>

#include "ui/ui.h"
#include "ui/wrap.h"

/// A part of what is set: text, or a box that stands among the words.
struct flow_span {
    const char *text; // NULL: a box
    float box_px;     // the width of the box
    bool is_stuck;    // no line ends between the box and what follows
};

/// A part of a line. What text has no line end in it is one piece.
struct flow_piece {
    int span;
    const char *text; // NULL: a box; looked_find() knows how its parts look
    struct rect rect; // the height is the line's
};

/// Spans laid out in lines. Lives in the frame's arena.
struct flow {
    const struct flow_piece *pieces;
    int piece_count, line_count;
    float height;
    bool has_split_word; // a word was too long for a line
};

/// Sets `spans` (`count`) in lines of `width` pixels, `line_px` from one to the next, from the
/// origin down. Lines break where those of wrap_text() do, and beside boxes. Where the text
/// begins with letters written from right to left, lines run that way.
struct flow flow_lay(const struct ui *ui, struct text_style style,
                     const struct flow_span *spans, int count, float width, float line_px);
