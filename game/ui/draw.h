// ui/draw.h: what is to be seen, as a list. Made by views, drawn by sdl/render, read by tests.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ui/geom.h"
#include "ui/picture.h"

struct colour {
    uint8_t r, g, b, a;
};

/// What `over` looks like on `under` where it covers `share` (0 to 1) of it; opaque.
struct colour colour_mix(struct colour under, struct colour over, float share);

/// Typefaces by role; sdl/fonts finds a file for each.
enum face {
    FACE_REGULAR,
    FACE_MEDIUM,
    FACE_SEMIBOLD,
    FACE_DISPLAY,      // large text, semibold
    FACE_DISPLAY_BOLD, // titles
    FACE_MONO,
    FACE_ITALIC, // from here on those of emphasis, of strong words, and of both
    FACE_MEDIUM_ITALIC,
    FACE_SEMIBOLD_ITALIC,
    FACE_BOLD,
    FACE_HEAVY,
    FACE_HEAVY_ITALIC,
    FACE_DISPLAY_ITALIC,
    FACE_DISPLAY_BOLD_ITALIC,
    FACE_DISPLAY_HEAVY,
    FACE_DISPLAY_HEAVY_ITALIC,
    FACE_MONO_BOLD,
    FACE_COUNT
};

/// Pictures drawn from paths in ui/mask.
enum mask {
    MASK_CIRCLE, // the six answer marks, in the order of the answers
    MASK_TRIANGLE,
    MASK_SQUARE,
    MASK_DIAMOND,
    MASK_STAR,
    MASK_HEART,
    MASK_CARD, // a rounded rectangle that fills its box, for pictures of cards
    MASK_FLAME,
    MASK_FLAME_CORE,
    MASK_CHECK, // from here on icons drawn with a stroke
    MASK_DOUBLE_CHECK,
    MASK_CROSS,
    MASK_PAUSE,
    MASK_BACK,
    MASK_CHEVRON,
    MASK_RIGHT,
    MASK_ARROW,
    MASK_SLIDERS,
    MASK_QUESTION,
    MASK_CLOCK,
    MASK_BULB,
    MASK_FLAG,
    MASK_LINK,
    MASK_REDO,
    MASK_CLIMB,
    MASK_UP,
    MASK_DOWN,
    MASK_GRIP,
    MASK_PENCIL,
    MASK_FOLDER,
    MASK_SEARCH,
    MASK_KEYBOARD,
    MASK_MINUS,
    MASK_PLUS,
    MASK_SOUND,
    MASK_MUTE,
    MASK_HALF, // a disc filled to the half: partly right
    MASK_COUNT
};

enum draw_kind {
    DRAW_BACKDROP, // the whole output: gradient from `colour` down to `colour2`, and the ghost
                   // shapes in `colour3` (alpha 0: none); `radius` is u in pixels
    DRAW_FILL,     // `rect` with corners of `radius`
    DRAW_STROKE,   // the inside edge of `rect`, `stroke` thick, dashed if `is_dashed`
    DRAW_MASK,     // `mask` filling `rect`, turned by `angle`; icons with lines of `stroke`
    DRAW_TEXT,     // `text` from the left of `rect` on the baseline `baseline`
    DRAW_CLIP,     // until the next DRAW_CLIP only `rect` is drawn on; w 0: all again
    DRAW_SHADOW,   // a soft shadow around `rect`
    DRAW_PICTURE,  // `picture` in the size of `rect` with corners of `radius`, once it is ready
};

/// Corners that are round; DRAW_FILL and DRAW_STROKE.
enum { CORNERS_LEFT = 1, CORNERS_RIGHT = 2, CORNERS_ALL = 3, CORNERS_TOP = 4 };

/// One thing to draw. Sizes are output pixels, not yet rounded: the renderer rounds edges so
/// that neighbours meet.
struct draw_cmd {
    enum draw_kind kind;
    struct rect rect;
    struct colour colour, colour2, colour3;
    float radius, stroke, angle; // angle in degrees, clockwise
    uint8_t corners;             // CORNERS_*
    bool is_dashed;
    enum mask mask;
    enum face face;
    int size_px; // of text: the em
    float baseline;
    bool is_rtl;      // the run is written from right to left
    float squeeze;    // of text and pictures: the share of its width that is taken away, 0 to 1
    const char *text; // one run in one direction, no line ends; lives as long as the list
    struct picture_name picture;
};

/// A growing list. Zeroed but for `arena` is empty.
struct draw_list {
    struct arena *arena;
    struct draw_cmd *items;
    int count, room;
};

/// Adds a copy of `cmd`.
void draw_add(struct draw_list *list, const struct draw_cmd *cmd);

/// Writes the list as text, a command a line, for tests: kind, rectangle rounded to pixels,
/// and what else counts.
void draw_dump(const struct draw_list *list, struct buf *out);

/// Measures and prepares text for the layout; the program's is sdl/fonts, tests bring a plain
/// one. `width` is the advance of `len` bytes of one run in pixels, at `size_px`.
struct text_measure {
    void *context;
    float (*width)(void *context, enum face face, int size_px, const char *text, size_t len);
};

/// Height of capitals in em, of all faces we choose: text is centred on it.
#define TEXT_CAP_EM 0.728F
