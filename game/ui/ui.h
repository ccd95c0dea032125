// ui/ui.h: one frame of a screen in the making: sizes, primitives, and what can be acted on.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/looks.h"
#include "ui/action.h"
#include "ui/draw.h"
#include "ui/geom.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/theme.h"

/// The layout classes by width / height, each with a grid of its own in units (u).
enum ui_grid {
    UI_WIDE,   // from 1.5: 160 x 90
    UI_SQUARE, // from 1: 120 x 90
    UI_TALL,   // below: 90 x 160
};

/// How the program shows things: set by the app, the same for all screens.
struct ui_look {
    int width, height; // output pixels
    enum theme_id theme;
    int text_percent; // 100 to 200
    bool reduced_motion;
    struct text_measure measure;
    struct picture_source pictures;
};

/// A frame. Views read the sizes and call the functions below; they change nothing else.
struct ui {
    const struct theme *theme;
    enum theme_id theme_id;
    enum ui_grid grid;
    float u;             // one unit in pixels
    float text_scale;    // 1 to 2
    bool is_compact;     // a small window: hint row, topic line and decoration go
    bool is_dense;       // what is shown stands closer together, for all of it to be seen at
                         // once: set by views that would else have to page,
    bool is_densest;     // and even then: as close as it can still be read; dense as well
    struct rect window;  // all of the output
    struct rect page;    // the grid, centred, in pixels
    struct rect content; // the page inside its margins
    bool reduced_motion;
    int64_t now_ms;
    int64_t wake_ms;        // when the next frame is wanted; INT64_MAX: never
    float alpha;            // of all that is drawn now, 0 to 1
    float shift_x, shift_y; // of all that is drawn now, pixels
    float squeeze;          // the share of its width that all that is drawn now loses, 0 to 1,
    float squeeze_x;        // towards here
    const struct ui_state *state;
    struct text_measure measure;
    struct picture_source pictures;
    const struct looks *looks; // of the bank whose texts are shown; NULL: all look the same
    struct arena *arena;       // of the frame
    struct draw_list *list;
    struct ui_frame *frame; // what can be acted on
    int region;             // scroll region that areas belong to, -1: none
    struct rect clip;       // in force; w 0: all
    struct rect outer_clip; // of the scroll region
    int paged_draws;        // of a region that is read in pages: the clip of it in the list,
    int paged_areas;        // and the first area in it
};

/// Starts a frame on `frame`, whose memory is that of the frame before last.
struct ui ui_begin(struct ui_frame *frame, const struct ui_state *state,
                   const struct ui_look *look, int64_t now_ms);

// Sizes.

/// The rectangle at x, y, w, h in units of the page.
struct rect ui_rect(const struct ui *ui, float x, float y, float w, float h);

/// Pixels of a text size in units, with the player's text size and never below the floor.
int ui_text_px(const struct ui *ui, float size_u);

/// Units of height that a line of such text needs with `spacing` (1.15 to 1.36), in pixels.
float ui_line_px(const struct ui *ui, float size_u, float spacing);

/// A stroke of so many units in pixels, at least one.
float ui_stroke_px(const struct ui *ui, float width_u);

// Time.

/// How far a motion of `duration_ms` that began at `start_ms` is, eased, 0 to 1; asks for the
/// next frame while it runs. With reduced motion it is over at once.
float ui_progress(struct ui *ui, int64_t start_ms, int duration_ms, enum easing easing);

/// As ui_progress(), for fades: with reduced motion they last MOTION_REDUCED_MS.
float ui_fade(struct ui *ui, int64_t start_ms, int duration_ms);

/// Asks for a frame at `at_ms`.
void ui_wake(struct ui *ui, int64_t at_ms);

// Primitives. All obey ui->alpha, ui->shift_x, shift_y and ui->squeeze.

/// Where `rect` is drawn while things are squeezed.
struct rect ui_squeezed(const struct ui *ui, struct rect rect);

void ui_backdrop(struct ui *ui);
void ui_fill(struct ui *ui, struct rect rect, float radius, struct colour colour);
void ui_fill_corners(struct ui *ui, struct rect rect, float radius, unsigned corners,
                     struct colour colour);
void ui_outline(struct ui *ui, struct rect rect, float radius, float stroke,
                struct colour colour);
void ui_dashes(struct ui *ui, struct rect rect, float radius, float stroke,
               struct colour colour);
void ui_shadow(struct ui *ui, struct rect rect, float radius);

/// Draws `mask` centred in a box of `size` pixels around `centre`. `stroke` as in mask_draw().
void ui_mask(struct ui *ui, enum mask mask, struct point centre, float size, float stroke,
             struct colour colour);
void ui_mask_turned(struct ui *ui, enum mask mask, struct rect rect, float angle,
                    struct colour colour);

/// Draws a picture in the size of `rect`, which is to be in whole pixels; nothing while it is
/// not ready.
void ui_picture(struct ui *ui, struct rect rect, float radius, struct picture_name name);

/// What is known of a picture.
struct picture_info ui_look_at_picture(const struct ui *ui, struct picture_name name);

/// From now on only what is inside `rect`, and inside the clip that is in force, is drawn.
/// Returns the clip that was in force, for ui_clip_end().
struct rect ui_clip(struct ui *ui, struct rect rect);
void ui_clip_end(struct ui *ui, struct rect outer);

// What can be acted on.

enum {
    AREA_DISABLED = 1 << 0, // seen and reached, but acts on nothing
    AREA_NO_FOCUS = 1 << 1, // for the pointer only
    AREA_FIELD = 1 << 2,    // takes text: see ui/edit.h
    AREA_DRAG = 1 << 3,     // can be dragged onto an AREA_DROP
    AREA_DROP = 1 << 4,     // what is dragged may land here: an action with `is_drop`
    AREA_PRIMARY = 1 << 5,  // what Enter does when nothing has the focus
    AREA_FIRST = 1 << 6,    // has the focus when the screen opens
    AREA_SELECTED = 1 << 7, // chosen, checked, on
    AREA_ADJUST = 1 << 8,   // Left and Right turn its value: actions with `adjust`
    AREA_REST = 1 << 9,     // the focus may stay here, but Enter is for the primary
    AREA_ERASE = 1 << 10,   // Backspace and Delete act on it: actions with EDIT_BACKSPACE
    AREA_SWITCH = 1 << 11,  // Left acts on it while it is AREA_SELECTED, Right while it is not
    AREA_SWIPE = 1 << 12,   // can be swiped away: an action with `swipe`
    AREA_TURN = 1 << 13,    // turns `arg` pages of the region `id`: no action
    AREA_HOST = 1 << 14,    // for the host of a lesson, not for who answers with a pad
    AREA_START = 1 << 15,   // where Tab and arrows go first while nothing has the focus
    AREA_CELL = 1 << 14,    // of a grid: Up and Down keep to its column as far as it goes
};

/// Declares that acting on `rect` sends (id, arg). `name` is what it is called, for tests and
/// for reading aloud. Order of declaration is that of Tab.
void ui_area(struct ui *ui, struct rect rect, int id, int arg, unsigned flags,
             const char *name);

/// The arg of a row of choices as a whole.
enum { UI_CHOICES = -1 };

/// Declares `count` choices as one thing to have the focus, (id, UI_CHOICES): Left and Right
/// send (id, the choice beside `chosen`), Enter goes through them all. Each choice has an area
/// of its own for the pointer, declared after this one.
void ui_choices_area(struct ui *ui, struct rect rect, int id, int count, int chosen,
                     const char *name);

/// Declares a key of a screen keyboard, (id, arg): acting on it does `edit`, with `text`, to
/// the field that had the focus last, as if it was typed.
void ui_key_area(struct ui *ui, struct rect rect, int id, int arg, enum edit_op edit,
                 const char *text, const char *name);

/// What the person is doing to (id, arg) right now.
bool ui_is_focused(const struct ui *ui, int id, int arg); // and the focus is to be seen
bool ui_is_hovered(const struct ui *ui, int id, int arg);
bool ui_is_pressed(const struct ui *ui, int id, int arg);

/// Whether what has the focus is a text field that was declared already.
bool ui_takes_text(const struct ui *ui);

/// How far (id, arg) is pressed in, 0 to 1: down at once, up over MOTION_PRESS_MS.
float ui_press_depth(struct ui *ui, int id, int arg);

/// Whether (id, arg) is being dragged, and by how much.
bool ui_is_dragged(const struct ui *ui, int id, int arg, struct point *by);

/// Draws the two-tone focus ring around `rect` if (id, arg) has the focus.
void ui_focus_ring(struct ui *ui, int id, int arg, struct rect rect, float radius);

/// Begins a region that scrolls `content_height` pixels within `rect`, clipped; returns by how
/// much what is in it has moved up. The bar is drawn by ui_scroll_end(). Regions do not nest.
float ui_scroll_begin(struct ui *ui, int id, struct rect rect, float content_height);

/// As ui_scroll_begin(), for what is read from its top. `page`, not 0, says what that is:
/// another one than before opens at its top, whatever has the focus.
float ui_page_begin(struct ui *ui, int id, int page, struct rect rect, float content_height);
void ui_scroll_end(struct ui *ui);

/// What the mark of a page and its two buttons are called.
struct page_words {
    const char *more, *next, *back;
};

enum { UI_PAGES_MAX = 64 };

/// As ui_page_begin(), for what a class reads from afar: what is too high for `rect` is not
/// scrolled but cut into pages, between lines and between what belongs together, with a mark
/// below that says that there is more. Everything is drawn from the top of `rect`, however high
/// it is; ui_pages_end() deals it out.
void ui_pages_begin(struct ui *ui, int id, int page, struct rect rect, float content_height);
void ui_pages_end(struct ui *ui, struct page_words words);

/// Whether what is drawn now is dealt out to pages afterwards.
bool ui_is_paging(const struct ui *ui);

/// How far a focus ring reaches beyond what has the focus, pixels.
float ui_ring_reach(const struct ui *ui);

/// Where a frame has got to.
struct ui_point {
    int draws, areas, regions;
};

struct ui_point ui_here(const struct ui *ui);

/// Takes back what was drawn and declared since `point`, to do it otherwise.
void ui_rewind(struct ui *ui, struct ui_point point);

/// Whether anything since `point` was too high and became pages.
bool ui_has_pages(const struct ui *ui, struct ui_point point);

/// How many things were declared so far, for ui_show_only().
int ui_area_count(const struct ui *ui);

/// What was declared since ui_area_count() was `from` is there to be seen: it takes no input
/// but to turn its pages.
void ui_show_only(struct ui *ui, int from);

/// Says that everything declared so far is covered by an overlay and takes no input.
void ui_cover(struct ui *ui);
