// screens/stats.h: the parts of the statistics screen.
#pragma once

#include <stdbool.h>

#include "core/stats_figures.h"
#include "screens/game.h"
#include "ui/ui.h"

enum {
    STATS_TILE = 1, // arg: which; the focus rests on it, as on all that is only read
    STATS_BANK,     // the next bank
    STATS_WINDOW,   // arg: enum stats_window
    STATS_TAB,      // arg: enum stats_section
    STATS_TOPIC,    // arg: which
    STATS_ALL_TOPICS,
    STATS_DUE,          // the chart: with `adjust` the next bar
    STATS_DUE_BAR,      // arg: which
    STATS_YEAR_DAY,     // the calendar: with `adjust` the next day
    STATS_YEAR_MONTH,   // arg: months before this one
    STATS_FORESEEN,     // the chart: with `adjust` the next bar
    STATS_FORESEEN_BAR, // arg: its bin
    STATS_HARD,         // arg: which
    STATS_TIME,         // arg: which
    STATS_RECALL,       // arg: enum stats_window
    STATS_PRACTISE,
    STATS_EXPORT,
    STATS_NEXT_WINDOW,
    STATS_QUIZ, // there is nothing to see yet
    STATS_REGION,
};

/// What is shown below the tiles.
enum stats_section {
    SECTION_TOPICS,
    SECTION_DUE,
    SECTION_HARDEST,
    SECTION_YEAR,
    SECTION_TIME,
    SECTION_RECALL,
    SECTION_FORESEEN,
    SECTION_COUNT
};

/// What is still to be counted, where that takes so long that the screen is shown first.
enum stats_todo { STATS_DONE, STATS_COUNT, STATS_FIND_BANKS, STATS_OPEN };

struct stats {
    enum stats_todo todo;
    struct arena arena, figures_arena; // of the banks; of what is counted
    const struct bank **banks;         // that can be chosen; NULL: all
    int bank_count;
    int bank;           // the one that is counted, in `banks`
    bool has_all_banks; // else only the one in use is in `banks`
    struct stats_source source;
    struct stats_figures figures;
    enum stats_section tab; // where the sections do not all have room
    bool has_all_topics;    // else the first STATS_TOPICS_SHOWN
    int due_at, year_at;    // bar that is said in words: days from today on; back from today
    int foreseen_at;        // bin
    const char *notice;     // what came of the export; in `figures_arena`
};

enum { STATS_DUE_DAYS = 14, STATS_TOPICS_SHOWN = 10 };

/// Whether there is too little to be seen.
bool stats_is_empty(const struct stats *stats);

void stats_view(const struct stats *stats, const struct game *game, struct ui *ui);
