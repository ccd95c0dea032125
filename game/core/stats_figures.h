// core/stats_figures.h: all figures of a source at once, as they are shown.
#pragma once

#include "core/stats_recall.h"
#include "core/stats_topics.h"

enum {
    STATS_FEW = 10,           // with fewer answers than these there is little to be seen
    STATS_FORECAST_DAYS = 30, // of the forecast
    STATS_HARDEST = 5,        // questions at most
};

struct stats_figures {
    struct stats_span day, windows[STATS_WINDOWS]; // today, and the last so many days
    struct stats_tally today, in_window[STATS_WINDOWS], all;
    struct stats_streak streak;
    struct stats_stages stages;
    struct stats_recall recall;
    double target; // the retention that is wanted
    struct stats_forecast forecast;
    const struct stats_tally *year; // the days of the last window

    enum stats_window window; // what the two below are of
    struct stats_topics topics;
    const struct stats_hard *hardest;
    int hardest_count;
};

/// Counts everything, topics and hardest questions in `window`, in `arena`.
struct stats_figures stats_figures_make(const struct stats_source *source,
                                        enum stats_window window, struct arena *arena);

/// Counts `figures` again for another window.
void stats_figures_set_window(struct stats_figures *figures, const struct stats_source *source,
                              enum stats_window window, struct arena *arena);

/// How many in a hundred, or in a thousand, rounded; 0 of none.
int stats_percent(double part, double whole);
int stats_permille(double part, double whole);
