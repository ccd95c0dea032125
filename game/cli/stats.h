// cli/stats.h: the forms in which "quartet stats" writes.
#pragma once

#include "base/buf.h"
#include "cli/record.h"
#include "core/stats_figures.h"

/// In words, a figure a line.
void stats_add_words(struct record *record, const struct stats_figures *figures,
                     struct buf *out);

/// Writes one JSON object, whose members "quartet help stats" lists, to standard output.
void stats_print_json(struct record *record, const struct stats_figures *figures);
