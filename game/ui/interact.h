// ui/interact.h: pointer, focus and scrolling, from frame to frame.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "ui/action.h"
#include "ui/draw.h"
#include "ui/geom.h"
#include "ui/input.h"

/// The identity of a thing that can be acted on: the action it sends.
struct ui_id {
    int id, arg;
};

struct ui_area {
    struct rect rect; // output pixels, as scrolled
    struct ui_id id;
    unsigned flags; // AREA_*
    int region;     // index of its scroll region, -1: none
    const char *name;
    enum edit_op edit; // of a key of the screen keyboard: what it does to the field; else none
    const char *text;  // what it types
    int choices;       // of a row of choices: how many; else 0
    int chosen;        // and which of them is chosen
};

struct ui_region {
    int id;
    int page; // what it shows; 0: always the same
    struct rect rect;
    float content_height, offset;
    float shift_y; // by how much a motion moves what is in it
    float ring;    // how far a focus ring reaches beyond what has the focus, pixels
    float pitch;   // from page to page of one that is read in pages; 0: scrolls freely
};

enum { UI_REGIONS_MAX = 8, UI_SCROLLS_MAX = 16 };

/// What a view declared: lives until the frame after the next.
struct ui_frame {
    struct arena arena;
    struct draw_list list;
    struct looked *looked; // of its texts; see ui/looked.h
    struct ui_area *areas;
    int area_count, area_room;
    int covered; // areas before this one lie under an overlay
    struct ui_region regions[UI_REGIONS_MAX];
    int region_count;
};

/// What the person does at the moment, on one screen. Zeroed is a fresh one.
struct ui_state {
    struct ui_id focus;    // id 0: nothing
    struct ui_id field;    // the text field that had the focus last: screen keys type into it
    struct ui_id first;    // what asked for the focus in the frame before
    bool is_focus_visible; // keyboard or pad was last
    struct ui_id settled;  // what had the focus in the last frame,
    float settled_top;     // where it was in its scroll region,
    float settled_height;  // and how high that was
    int64_t acted_ms;      // when a key, button, press or wheel was last used
    struct ui_id hover;
    struct ui_id pressed;  // pointer went down on it
    bool is_press_inside;  // and is still on it
    struct ui_id released; // springs back since `released_ms`
    int64_t released_ms;
    struct point pointer, press_at;
    bool is_dragging;
    int drag_region; // the region a finger scrolls, -1: none
    enum device device;
    enum pad_glyphs glyphs;

    struct {
        int id, page;
        float offset;
    } scrolls[UI_SCROLLS_MAX];

    int scroll_count;
};

/// What came of an input.
struct ui_outcome {
    bool is_redraw;
    bool is_used;         // nothing else should look at this input
    struct action action; // id ACTION_NONE: none
};

/// Handles `input` against `frame`, the one that is to be seen.
struct ui_outcome ui_input(struct ui_state *state, const struct ui_frame *frame,
                           const struct input *input);

/// After a new frame: gives the focus to what asks for it (AREA_FIRST) if the screen is new, if
/// the focus was on something that is gone, or if it is something else that asks than before;
/// drops a focus, hover or press whose area is gone. A region whose page is new stays at its
/// top, wherever the focus is. Returns whether anything changed that can be seen.
bool ui_settle(struct ui_state *state, const struct ui_frame *frame, bool is_new_screen);

/// `frame` as it is for who may not use areas with one of `flags`; its areas live in `arena`.
struct ui_frame ui_without(const struct ui_frame *frame, unsigned flags, struct arena *arena);

/// The area that has the focus, or NULL.
const struct ui_area *ui_focused(const struct ui_state *state, const struct ui_frame *frame);

/// The topmost area at `p` that takes input, or NULL.
const struct ui_area *ui_area_at(const struct ui_frame *frame, struct point p);

/// The area with this identity that takes input, or NULL.
const struct ui_area *ui_find(const struct ui_frame *frame, struct ui_id id);

/// How far region `id` is scrolled on `page`; not at all if it showed another page until now.
float ui_scroll_offset(const struct ui_state *state, int id, int page);
void ui_scroll_set(struct ui_state *state, int id, int page, float offset);

/// Has every region whose page is new at its top from now on. Returns which ones these are: a
/// bit for each region of the frame.
unsigned ui_scroll_open_pages(struct ui_state *state, const struct ui_frame *frame);

/// Scrolls `region` to `offset`, within its ends; returns whether that is to be seen.
bool ui_scroll_to(struct ui_state *state, const struct ui_region *region, float offset);

/// Scrolls `by` pixels more than was scrolled already: there may be many inputs between two
/// frames.
bool ui_scroll_by(struct ui_state *state, const struct ui_region *region, float by);

/// The page that is to be seen of a region with pages, from 0 on, and how many there are.
int ui_page_at(const struct ui_state *state, const struct ui_region *region);
int ui_page_count(const struct ui_region *region);

/// Turns `by` pages, within the first and the last. Returns whether that is to be seen.
bool ui_page_turn(struct ui_state *state, const struct ui_region *region, int by);

/// What the wheel, Shift and an arrow key, or a stick scrolls: below the pointer, about the
/// focus, or the last one that was declared; NULL: nothing.
const struct ui_region *ui_scrolled_region(const struct ui_state *state,
                                           const struct ui_frame *frame);

/// The region that is read in pages, NULL: none.
const struct ui_region *ui_paged_region(const struct ui_frame *frame);

/// Turns a page if `input` is PageDown or PageUp, as presenters send them, and there is a page
/// that way. Returns whether it did; else the key means what it means without pages.
bool ui_turns_page(struct ui_state *state, const struct ui_frame *frame,
                   const struct input *input);

/// Scrolls so that `area` is seen whole, or its top if it is larger than its region.
void ui_scroll_reveal(struct ui_state *state, const struct ui_frame *frame,
                      const struct ui_area *area);

/// Whether a finger that was put down on `area` and is at `at` has gone too far for a tap, and
/// which way it swipes the area then. Up and down belong to a text that scrolls.
bool ui_swipe(const struct ui_state *state, const struct ui_frame *frame,
              const struct ui_area *area, struct point at, enum swipe *swipe);

/// The area to move to from `from` (NULL: from nowhere) in direction `dx`, `dy` (one of them
/// -1 or +1, the other 0), or NULL if there is none that way. Never wraps.
const struct ui_area *focus_towards(const struct ui_frame *frame, const struct ui_area *from,
                                    int dx, int dy);

/// The next (`step` +1) or previous (-1) area in Tab order, from `from` (NULL: the first or
/// last). Stops at the ends.
const struct ui_area *focus_step(const struct ui_frame *frame, const struct ui_area *from,
                                 int step);
