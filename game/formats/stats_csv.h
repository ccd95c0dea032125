// formats/stats_csv.h: figures as a table.
#pragma once

#include "base/buf.h"
#include "core/stats_figures.h"

/// Writes a row of headings and a row a figure. The first cell says what a row counts:
///
/// - answers: those of today, of the windows, and all; `name` says which
/// - streak: days, now and at most
/// - cards: by how far they are
/// - topic, question (the hardest), gone (to questions that are in no bank now): answers in the
///   window of `figures`
/// - recall: reviews of young and mature cards in each window
/// - due: cards a day; overdue ones, and later ones
/// - foreseen: reviews by the probability that the model had for them
/// - day: answers, of each day of the year that has any
///
/// Cells that do not apply are empty. Percents have one decimal.
void stats_csv_write(const struct stats_figures *figures, const struct stats_source *source,
                     struct buf *out);
