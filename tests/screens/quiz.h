// screens/quiz.h: a quiz over a few questions and one screen of it, without an app around.
#pragma once

#include "screens/game.h"
#include "screens/screen.h"
#include "ui/stand.h"

struct quiz {
    struct game game;
    const struct screen *screen;
    void *self;
    struct arena arena; // of the screen
    struct stand stand;
    struct step last; // what the last update asked for
};

/// cmocka set-up and tear-down.
int quiz_setup(void **state);
int quiz_teardown(void **state);

/// Starts a quiz over `questions` (`count`) of `bank` by `rules`.
void quiz_start(struct quiz *quiz, const struct bank *bank, const struct question *questions,
                int count, const struct session_rules *rules);

/// Answers what is asked and goes on; it took `took_ms`.
void quiz_answer(struct quiz *quiz, const struct answer *answer, int64_t took_ms);

/// Applies an event that needs no answer.
void quiz_apply(struct quiz *quiz, enum event_type type);

/// Leaves the screen that was open and enters `screen`.
void quiz_enter(struct quiz *quiz, const struct screen *screen);

/// Shows the screen as it is at stand.now_ms.
void quiz_show(struct quiz *quiz);

// What the person does. Each lets a second go by and returns what the update asked for.

struct step quiz_send(struct quiz *quiz, struct action action);

/// A key as the app sends it: shortcuts first, then what has the focus.
struct step quiz_key(struct quiz *quiz, int key);

/// A click on the area of this name.
struct step quiz_click(struct quiz *quiz, const char *name);

/// Drags the area (id, arg) to the middle of another one, or when `to` is NULL to a corner
/// where nothing is.
struct step quiz_drag(struct quiz *quiz, struct ui_id from, const struct ui_area *to,
                      enum device device);

/// The area of this name, NULL: none.
const struct ui_area *quiz_named(const struct quiz *quiz, const char *name);
const struct ui_area *quiz_area(const struct quiz *quiz, int id, int arg);

/// Whether the screen says so; runs of text have a bar between.
bool quiz_says(struct quiz *quiz, const char *text);
