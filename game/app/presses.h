// app/presses.h: presses that go to the screen as such, before they mean anything: buzzers.
#pragma once

#include "app/stage.h"

/// Offers `input` to the screen on top, if it takes presses and this is one. Returns whether
/// nothing more is to be done with it: the screen did something, or it belongs to a press of
/// which that is true, as its repeats and its text do, or it means nothing else.
bool presses_take(struct stage *stage, const struct input *input);
