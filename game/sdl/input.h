// sdl/input.h: waits for what people do and tells it without SDL.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ui/input.h"

struct window;
struct input_reader;

/// Why the waiting ended.
enum input_news {
    NEWS_NONE,           // the time is over
    NEWS_INPUT,          // somebody did something
    NEWS_REDRAW,         // the window has to be drawn again
    NEWS_RESIZED,        // the output has another size: tell the renderer and draw again
    NEWS_WOKEN,          // another thread called input_wake()
    NEWS_SECOND_CHANGED, // the second window has another size, or has to be drawn again
    NEWS_SECOND_CLOSED,  // it is to close
    NEWS_LOST,           // all textures are lost: tell the renderer and draw again
};

/// `window` outlives the reader. From now on SIGHUP ends the program like SIGTERM and SIGINT
/// do: as INPUT_QUIT.
struct input_reader *input_open(struct window *window);

/// Whether SIGINT was what ended the program.
bool input_was_interrupted(void);

/// NULL is fine; comes before the window's end.
void input_close(struct input_reader *reader);

/// Starts to look for gamepads, and for the hand of a test. That takes some milliseconds, so
/// it is for after the first frame.
void input_start_pads(struct input_reader *reader);

/// Waits until there is news, at most `timeout_ms`; 0 only looks, -1 waits for ever without
/// waking up in between. `input` is filled with NEWS_INPUT. After one piece of news call it
/// with 0 until there is none, then draw.
enum input_news input_wait(struct input_reader *reader, int timeout_ms, struct input *input);

/// Ends input_wait(), now or when it is next called: for another thread that is done with
/// something.
void input_wake(const struct input_reader *reader);

/// Says which window is open beside the first, NULL: none. Its keys are those of the first; who
/// points at it means nothing.
void input_follow_second(struct input_reader *reader, const struct window *second);

/// Whether presses matter as such: then keys that mean something only together with others are
/// told too, as raw ones, and gamepads are asked more often.
void input_take_presses(struct input_reader *reader, bool is_wanted);

/// How the buttons of the gamepad last used are labelled.
enum pad_glyphs input_pad_glyphs(const struct input_reader *reader);

/// The clock of `at_ms`: milliseconds since the start, never going back.
int64_t input_now_ms(void);
