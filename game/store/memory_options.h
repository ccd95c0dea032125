// store/memory_options.h: the options of the schedule as the journal keeps them. For
// store/memory*.c only.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "store/memory.h"

/// As JSON in `arena`: {"retention":0.9,"maximum_days":36500,"learning_ms":[60000,600000],
/// "relearning_ms":[600000],"days":"calendar","rollover_hour":4,"fuzz":true,"monotone":true,
/// "leech_lapses":8,"w":[…]}, `days` being "calendar" or "24h".
const char *memory_options_text(const struct memory_options *options, struct arena *arena);

/// Reads them; what is not said is the default. Returns false, and leaves `*options`, if `text`
/// is NULL, no object, or has something of another type or out of range.
bool memory_options_read(const char *text, struct memory_options *options);
