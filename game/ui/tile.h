// ui/tile.h: the parts of a quiz that are on several screens: answer tiles, progress, flame,
// the sheet that rises with the feedback.
#pragma once

#include "ui/widget.h"

enum tile_state {
    TILE_IDLE,
    TILE_SELECTED, // chosen, not yet checked
    TILE_RIGHT,    // solid edge and a round tick
    TILE_WRONG,    // dashed edge and a square cross
    TILE_DIM,      // neither, once the answer is shown
    TILE_GREYED,   // taken away by a hint
};

/// An answer on its tile.
struct tile {
    int mark; // 0 to 5: A, circle …; -1: the plain letter in `letter`
    const char *letter;
    const char *label;
    const char *tag; // small text at the right: "Your answer"; NULL for none
    enum tile_state state;
    float size_u;       // of the label
    bool has_check_box; // one of several may be chosen
    bool is_read_only;  // shows an answer that was given: acts on nothing
    bool keeps_size;    // no smaller where words are split: it is read from afar
    unsigned flags;     // AREA_* beside its own
};

/// Draws a tile and declares its area (id, arg).
void ui_tile(struct ui *ui, struct rect rect, const struct tile *tile, int id, int arg);

/// The text size at which all `labels` fit tiles of this size: 4.3, 3.8 or 3.3 units; 0 if even
/// the smallest does not. Where things are dense there is room for a sign only if `has_sign`.
float ui_tile_size(const struct ui *ui, struct rect tile, const char *const *labels, int count,
                   float largest_u, bool has_sign);

/// What is written on a tile, and whether a tick, a cross or a check box is at its end.
struct tile_words {
    const char *label, *tag; // `tag` NULL: none
    bool has_sign;           // there is room for one on all tiles that are not dense
    bool is_box;             // it is a check box: on a high one it may be on the badge
};

/// Height in pixels that a tile of this width needs for `words` at `size_u`, the tag beside or
/// below the label, if it is drawn at least `least_px` high: a high one has a wider badge,
/// which leaves less room for the words.
float ui_tile_height(const struct ui *ui, float width, float size_u,
                     const struct tile_words *words, float least_px);

/// Whether a tile of this width has room for the whole of `tag`.
bool ui_tile_fits_tag(const struct ui *ui, float width, const char *tag);

enum step_state { STEP_OPEN, STEP_RIGHT, STEP_PARTLY, STEP_WRONG, STEP_HERE };

/// What became of each question so far: a pill each, or one bar for more than 30.
void ui_steps(struct ui *ui, struct rect rect, const enum step_state *steps, int count);

/// A bar filled to `share` (0 to 1).
void ui_bar(struct ui *ui, struct rect rect, float share, struct colour colour);

/// The flame of a streak with its number: unlit at 0, larger from 5 and 10.
void ui_flame(struct ui *ui, struct rect rect, int streak);

enum sheet_kind { SHEET_RIGHT, SHEET_PARTLY, SHEET_WRONG };

/// The sheet of the feedback from `top` down over the whole width, with its edge and its sign.
/// Returns the part of it that lies within the page's margins, right of the sign.
struct rect ui_sheet(struct ui *ui, float top, enum sheet_kind kind, float sign_scale);

/// Text size and wrapping for a question: large, then smaller, then the smallest; where things
/// are dense down to that of the smallest answers.
struct wrapped ui_question_text(const struct ui *ui, const char *text, float largest_u,
                                float width, float max_height);
