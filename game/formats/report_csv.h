// formats/report_csv.h: a report of a class as a table.
#pragma once

#include "base/buf.h"
#include "formats/report_page.h"

/// Writes a row of headings and a row a figure, in English for all. The first cell says what a
/// row is about: the class, a topic, a question, or a pupil (only if the page has names):
///
/// - name: of the class, topic or pupil; what was asked
/// - bank, id, answer: of a question; `answer` is the right one
/// - from, to: days of the lessons that count
/// - asked: how often; of the class how many questions, of a topic likewise
/// - answers, right: of teams, pupils or hands
/// - percent: that were right; of the class and of topics that of their questions on average
/// - last: the same of the last of these lessons in which it was asked
/// - before, before_on: and when it was asked last before that, and when that was
/// - again: yes, if it is to be taught again
/// - wrong, wrong_count: what was given most often instead
/// - seconds: that it took on average
/// - discrimination: see core/class_report.h
///
/// Cells that do not apply are empty. Percents have one decimal.
void report_csv_write(const struct report_page *page, struct buf *out);
