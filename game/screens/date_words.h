// screens/date_words.h: days and spans of time as a player reads them.
#pragma once

#include <stdint.h>

#include "base/arena.h"

/// "Friday, 4 October 2024", of day `number` as date_of() counts them.
const char *date_words_day(struct arena *arena, int64_t number);

/// "Today", "Tomorrow", else as date_words_day() without the year.
const char *date_words_near(struct arena *arena, int64_t number, int64_t today);

/// "M": how a day of the week (0 to 6, Monday first) begins.
const char *date_words_initial(struct arena *arena, int weekday);

/// "Oct", of a month from 1 to 12.
const char *date_words_month(int month);

/// "40 seconds", "12 minutes", "2 h 5 min".
const char *date_words_time(struct arena *arena, int64_t ms);
