// screens/key_label.h: what a key or gamepad is called.
#pragma once

#include "base/arena.h"

/// A key (enum key, a character) or BUZZER_PADS + the number of a gamepad, as in ACTION_PRESS
/// and the buzzers of teams: "P", "Space", "F7", "Left Shift", "Pad 2". "" if there is none
/// such. Made in `arena` where it is not constant.
const char *key_label(int key, struct arena *arena);
