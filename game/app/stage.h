// app/stage.h: the stack of screens: inputs go in, a draw list comes out. Knows no SDL, so the
// window and the replay run the same thing.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "screens/game.h"
#include "screens/screen.h"
#include "ui/interact.h"
#include "ui/ui.h"

enum { STAGE_DEPTH = 6 };

struct stage_layer {
    const struct screen *screen;
    void *self; // in `arena`
    struct arena arena;
    struct ui_state ui;
    bool is_new; // has not been drawn yet
};

/// What the stage asks of the system around it.
struct stage_host {
    void *context;
    const char *(*clipboard)(void *context); // valid until the next call; may return NULL
    void (*set_clipboard)(void *context, const char *text);
    void (*open_url)(void *context, const char *url);
    void (*play_sound)(void *context, const char *folder, const char *file);
    void (*play_tone)(void *context, enum tone tone);
    void (*silence)(void *context); // ends all that is heard
    // Returns the name of what could not be started, valid until the next call, or NULL.
    const char *(*open_editor)(void *context, const char *path, int line);
    void (*toggle_fullscreen)(void *context);
    void (*need_bank)(void *context); // reads the bank that is waited for; NULL: none ever is
};

struct stage {
    struct game *game;
    struct stage_host host;
    struct ui_look look;
    bool system_is_dark, system_reduces_motion; // what "auto" in the settings means
    struct stage_layer layers[STAGE_DEPTH];
    int depth;
    struct ui_frame frames[2];
    int frame_at;
    struct ui_frame foreseen; // the last of the frames that may come next
    int foreseen_count;       // how many since something changed; -1: all there are
    bool is_frame_old;        // it is of a screen that is not on top any more
    bool is_dirty;            // something changed that can be seen
    int64_t view_wake_ms;     // when the last frame wants the next one
    bool has_quit;
    int host_width, host_height; // of the host's window; 0: there is none
    struct ui_frame host_frame;
    int64_t host_wake_ms;  // when the host's window wants its next frame
    int reload_frames;     // since stage_reload()
    int taken_key;         // the last one, if a screen took its press as such; else KEY_NONE
    int64_t text_until_ms; // until when the text that it makes is waited for: then none is
    enum pad taken_pad;    // likewise, of the pad below
    int taken_pad_number;
};

/// Opens Home. `look` brings the size and the text measure; the rest follows the settings.
void stage_open(struct stage *stage, struct game *game, const struct stage_host *host,
                const struct ui_look *look, int64_t now_ms);
void stage_close(struct stage *stage);

/// Makes the look follow the settings, after they were changed from outside.
void stage_follow_settings(struct stage *stage);

void stage_resize(struct stage *stage, int width, int height);

/// Has what may be seen drawn again, now and later: a picture came in.
void stage_see_news(struct stage *stage);

/// Whether presses matter as such to the screen on top.
bool stage_takes_presses(const struct stage *stage);

/// How the pad in use labels its buttons.
void stage_set_glyphs(struct stage *stage, enum pad_glyphs glyphs);

/// Handles an input; sets `is_dirty` and `has_quit`.
void stage_input(struct stage *stage, const struct input *input);

/// Tells all screens that files came, went or were read again.
void stage_reload(struct stage *stage, int64_t now_ms);

/// Lets the screens know the time: sends an ACTION_TICK that is due.
void stage_tick(struct stage *stage, int64_t now_ms);

/// Builds the frame for `now_ms` and clears `is_dirty`. The list is good until the call after
/// the next.
const struct draw_list *stage_draw(struct stage *stage, int64_t now_ms);

/// Builds a frame that may be wanted next, another one with each call; NULL when there are no
/// more, or when something moves. The list is good until the next call.
const struct draw_list *stage_foresee(struct stage *stage, int64_t now_ms);

/// Builds what the host's window may show then; NULL if there is no such window, or nothing for
/// it. The list is good until the next call of either.
const struct draw_list *stage_foresee_host(struct stage *stage, int64_t now_ms);

/// Whether there is something for the host alone.
bool stage_has_host_view(const struct stage *stage);

/// Tells how large the host's window is; 0 and 0: it is closed. Screens see whether it is
/// there.
void stage_resize_host(struct stage *stage, int width, int height);

/// Builds the frame of the host's window; NULL if there is none, or nothing for it. The list is
/// good until the next call.
const struct draw_list *stage_draw_host(struct stage *stage, int64_t now_ms);

/// When stage_tick() or stage_draw() is next wanted; INT64_MAX: not before an input.
int64_t stage_wake_ms(const struct stage *stage);

/// The field that takes text now, or NULL.
const struct ui_area *stage_field(const struct stage *stage);

/// The screen on top.
const struct screen *stage_screen(const struct stage *stage);

/// The frame that is to be seen.
const struct ui_frame *stage_frame(const struct stage *stage);
