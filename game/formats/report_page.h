// formats/report_page.h: what a report of a class is written from, in any form.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "core/class_report.h"

struct report_page {
    const struct class_report *report;
    const char *class_name;
    int lesson;       // its number, from 1 on; 0: all
    int lesson_count; // that the class was given
    int unread;       // lessons that belong to it and can't be read any more
    bool has_names;   // pupils are named
    const char *(*say)(const char *text); // in the reader's language
};

/// Of a mode, marked for translation: "Show of hands".
extern const char *const report_page_modes[CONTEST_MODE_COUNT];

/// "24%", rounded, by the pattern "{1}%" in the reader's language; "–" of what is below 0. In
/// `arena`.
const char *report_page_percent(const char *pattern, int thousandths, struct arena *arena);

/// "2026-01-08". In `arena`.
const char *report_page_date(int64_t day, struct arena *arena);

/// "0.45". In `arena`.
const char *report_page_discrimination(double value, struct arena *arena);
