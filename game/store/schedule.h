// store/schedule.h: what the settings say of the schedule.
#pragma once

#include "store/journal.h"
#include "store/memory.h"
#include "store/settings.h"

/// The options that the settings ask for, for the learner of `journal` (NULL or zeroed:
/// anybody). A text that says nothing sensible counts as that of a fresh install.
///
/// A class has no steps of minutes, whatever the settings say: it is asked in lessons, and
/// there is none in ten minutes. So what it had right comes back when the model says, in days,
/// and what it missed on the next day at the earliest, from when that begins: nothing that was
/// asked in a lesson is due on the same day.
struct memory_options schedule_options(const struct settings *settings,
                                       const struct journal *journal);
