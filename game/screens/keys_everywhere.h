// screens/keys_everywhere.h: the keys that work on every screen.
#pragma once

#include "ui/action.h"

/// Shortcuts that work on every screen; ends with a row of zeros.
extern const struct shortcut keys_everywhere[];
