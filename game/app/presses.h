// app/presses.h: presses that go to the screen as such, before they mean anything: buzzers.
#pragma once

#include "app/stage.h"

/// Offers `input` to the screen on top, if it takes presses and this is one. Returns whether
/// nothing more is to be done with it: the screen did something, or it belongs to a press of
/// which that is true, as its repeats and its text do, or it means nothing else.
bool presses_take(struct stage *stage, const struct input *input);

/// Whether `input` comes from a gamepad that is the buzzer of a team in a lesson.
bool presses_are_of_team(const struct stage *stage, const struct input *input);

/// Whether it means nothing: so does all that teams do while something else lies over a lesson.
bool presses_are_idle(const struct stage *stage, const struct input *input);
