// screens/format.h: numbers and times as a player reads them.
#pragma once

#include <stdint.h>

#include "base/arena.h"

/// "1 240": digits in groups of three with no-break blanks.
const char *format_count(struct arena *arena, int64_t count);

/// "0:18", "12:05": minutes and seconds, rounded up so that 0:00 is the end.
const char *format_clock(struct arena *arena, int64_t ms);
