// ui/wrap.h: text broken into lines, and lines into runs of one direction.
#pragma once

#include <stdbool.h>

#include "ui/ui.h"

struct wrap_run {
    const char *text; // NUL-terminated
    enum face face;
    float width;
    bool is_rtl, is_code;
};

struct wrap_line {
    const struct wrap_run *runs; // from left to right
    int run_count;
    float width;
    bool is_rtl; // the paragraph's direction: such lines start at the right
};

/// Text laid out to a width. Lives in the frame's arena.
struct wrapped {
    const struct wrap_line *lines;
    int line_count;
    enum face face;
    int size_px;
    float line_px;       // from line to line
    float width;         // of the widest line
    bool has_split_word; // a word was too long for a line
};

/// How a text looks.
struct text_style {
    enum face face;
    float size_u;
    float spacing; // line height in em; 0 takes 1.36
};

/// Breaks `text` at line ends and where lines get wider than `width` pixels, by the Unicode
/// line breaking algorithm; a word longer than a line is split between characters. Blanks at
/// line ends are dropped. Empty text is one empty line. Parts of a text that is known to
/// looked_find() are in a face of their own.
struct wrapped wrap_text(const struct ui *ui, struct text_style style, const char *text,
                         float width);

/// Wraps in the first of `sizes_u` (from large to small, up to a 0) at which `text` takes at
/// most `max_lines` lines and `max_height` pixels and splits no word; the last one if none
/// fits.
struct wrapped wrap_fit(const struct ui *ui, struct text_style style, const float *sizes_u,
                        const char *text, float width, int max_lines, float max_height);

float wrapped_height(const struct wrapped *wrapped);

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/// Draws the lines from the top of `rect`, within its width. ALIGN_START is the left, of text
/// written from right to left the right.
void wrapped_draw(struct ui *ui, const struct wrapped *wrapped, struct rect rect,
                  enum align align, struct colour colour);

/// One line, centred on the height of `rect`. Text too wide for it is made smaller down to the
/// floor, then cut off with "…": for labels only, never for questions and answers. Returns the
/// width drawn.
float ui_label(struct ui *ui, struct rect rect, struct text_style style, enum align align,
               struct colour colour, const char *text);

/// Pixels that `text` takes in one line.
float ui_label_width(const struct ui *ui, struct text_style style, const char *text);

/// Wrapped text from the top of `rect`; returns the height drawn.
float ui_paragraph(struct ui *ui, struct rect rect, struct text_style style, enum align align,
                   struct colour colour, const char *text);

/// Number text with every digit in a cell as wide as "0", so that counting does not jitter;
/// centred on the height of `rect`. Returns the width drawn.
float ui_digits(struct ui *ui, struct rect rect, struct text_style style, enum align align,
                struct colour colour, const char *text);
