// store/schedule.h: what the settings say of the schedule.
#pragma once

#include "store/memory.h"
#include "store/settings.h"

/// The options that the settings ask for. A text that says nothing sensible counts as that of a
/// fresh install.
struct memory_options schedule_options(const struct settings *settings);
