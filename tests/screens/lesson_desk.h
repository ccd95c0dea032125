// screens/lesson_desk.h: a desk with a lesson on it, as its host sits there.
#pragma once

#include "screens/kept.h"
#include "screens/lesson.h"

enum { QUESTIONS = 4, LIMIT_S = 20 };

/// cmocka set-up; its tear-down is kept_teardown(). The bank has a choice, a text, another
/// choice and a card. The second gamepad is there.
int lesson_desk_setup(void **state);

/// Owls with Ada buzz with Q, and Foxes with Ben with the second gamepad. Cleo is absent.
struct class_teams two_teams(enum contest_mode mode);

/// Begins a lesson of a class and opens the screen. Keys count.
void begin_with(struct desk *desk, const struct class_teams *teams);
void begin(struct desk *desk, enum contest_mode mode);

const struct contest *lesson(const struct desk *desk);

/// Does it once keys count again.
void act(struct desk *desk, int id, int arg);

/// Shows the answer, whoever may still know it.
void reveal(struct desk *desk);

/// A key or any button of a gamepad, but Start and Back.
void press(struct desk *desk, int buzzer, int64_t pressed_ms);

/// Lets time go by, and tells the screen.
void pass_ms(struct desk *desk, int64_t ms);

int64_t score(const struct desk *desk, int team);

#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, lesson_desk_setup, kept_teardown)
