#include "core/stats_figures.h"

void stats_figures_set_window(struct stats_figures *figures, const struct stats_source *source,
                              enum stats_window window, struct arena *arena)
{
    struct stats_span span = figures->windows[window];
    struct stats_hard *hardest = NULL;
    figures->window = window;
    figures->topics = stats_topics(source, span, span.last, arena);
    figures->hardest_count = stats_topics_hardest(source, span, STATS_HARDEST, arena, &hardest);
    figures->hardest = hardest;
}

struct stats_figures stats_figures_make(const struct stats_source *source,
                                        enum stats_window window, struct arena *arena)
{
    struct stats_figures figures = {
        .day = stats_span_last(source, 1),
        .all = stats_tally_of(source, stats_span_all()),
        .streak = stats_streak(source),
        .stages = stats_due_stages(source),
        .recall = stats_recall_make(source),
        .target = source->fsrs->options.retention,
        .forecast = stats_due_forecast(source, STATS_FORECAST_DAYS, arena),
    };
    figures.today = stats_tally_of(source, figures.day);
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++) {
        figures.windows[w] = stats_span_last(source, stats_window_days(w));
        figures.in_window[w] = stats_tally_of(source, figures.windows[w]);
    }
    figures.year = stats_days(source, figures.windows[STATS_365_DAYS], arena);
    stats_figures_set_window(&figures, source, window, arena);
    return figures;
}

static int rounded(double part, double whole, int in)
{
    return whole > 0 ? (int)(part / whole * in + 0.5) : 0;
}

int stats_percent(double part, double whole)
{
    return rounded(part, whole, 100);
}

int stats_permille(double part, double whole)
{
    return rounded(part, whole, 1000);
}
