// screens/report.h: the parts of the report of a class.
#pragma once

#include <stdbool.h>

#include "core/class_report.h"
#include "screens/game.h"
#include "store/class_load.h"
#include "ui/ui.h"

enum {
    REPORT_TAB = 1,  // arg: enum report_tab
    REPORT_NEXT_TAB, // where they have no room beside each other
    REPORT_WHICH,    // the last lesson, or all
    REPORT_ROW,      // arg: which; the focus rests on it
    REPORT_SAVE,
    REPORT_REGION,
};

enum { REPORT_ROWS = 100 }; // at most that are shown

/// What is shown of the report.
enum report_tab { REPORT_QUESTIONS, REPORT_TOPICS, REPORT_TEACH, REPORT_COMPARED, REPORT_TABS };

/// A report that is shown. The class is that of `game->report_of`.
struct report {
    const char *class_name; // in `names`
    struct class_load load;
    bool is_loading; // lessons are still to be read
    bool is_all;     // all lessons are wanted, else the last
    enum report_tab tab;
    struct class_report figures; // in `arena`, with `load`
    const char *fault;           // why there are no figures; NULL: there are
    const char *notice;          // what came of saving it
    const char *url;             // of what was saved
    struct arena arena, names;   // `arena`: of what is shown of one reading
};

/// Where the bank was whose questions are gone; NULL: that is not known.
const char *report_lost_words(const struct report *report, struct arena *arena);

void report_view(const struct report *report, struct ui *ui);
