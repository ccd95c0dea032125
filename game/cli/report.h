// cli/report.h: the forms in which "quartet report" writes, beside those of formats/.
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "formats/report_page.h"

/// In words.
void report_add_words(const struct report_page *page, struct arena *arena, struct buf *out);

/// One JSON object, whose members "quartet help report" lists.
void report_add_json(const struct report_page *page, struct buf *out);
