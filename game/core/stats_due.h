// core/stats_due.h: which cards come back when.
#pragma once

#include "core/stats.h"

#define STATS_NEVER INT64_MAX

enum { STATS_MATURE = 21 }; // days of an interval from which on a card is mature

/// The number of the local day on which `card` is to be reviewed, which may be over;
/// STATS_NEVER for one that is new or suspended. A hidden card waits for the day on which it
/// shows again.
int64_t stats_due_day(const struct stats_source *source, const struct stats_card *card);

/// Cards to be reviewed, if none is before.
struct stats_due {
    int cards;   // by the end of the day
    int overdue; // of those, the ones to be reviewed before the day
};

struct stats_due stats_due_on(const struct stats_source *source, int64_t day);

/// The days to come. `overdue`, all `days` and `later` are all cards that stats_due_day() knows
/// a day for.
struct stats_forecast {
    int overdue, later;
    int count;       // of days
    const int *days; // cards, today's first
};

/// For `count` days from today on, in `arena`.
struct stats_forecast stats_due_forecast(const struct stats_source *source, int count,
                                         struct arena *arena);

/// How far the cards are. Each counts once, new ones not at all.
struct stats_stages {
    int learning; // on a step
    int young, mature;
    int suspended;
    double recalled; // how many of the young and mature the model expects to be known now
};

struct stats_stages stats_due_stages(const struct stats_source *source);
