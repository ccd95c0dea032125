// store/lesson_log_parts.h: what the parts of store/lesson_log share.
#pragma once

#include "store/lesson_log.h"

/// The bank of the first question; NULL: there is none.
const char *lesson_log_first_bank(const struct lesson_start *start);

/// Makes room for what the class answers, in `arena`.
void lesson_log_make_room(struct lesson_log *log, struct arena *arena);

/// Notes what the class answers now beside what was noted.
void lesson_log_note_news(struct lesson_log *log, const struct contest *c);
