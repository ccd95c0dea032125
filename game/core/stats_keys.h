// core/stats_keys.h: numbers for questions and cards that go by names. For core/stats_*.c.
#pragma once

#include "base/index.h"
#include "core/stats.h"

enum { STATS_WHOLE = -1 }; // the part of a question that is meant as a whole

/// What a question or a card is known by.
struct stats_name {
    const char *bank, *key;
    int part;
};

/// Numbers from 0 on, in the order in which names were first asked for. The names have to stay.
struct stats_keys {
    struct index index;
    struct stats_name *names;
    int count;
};

/// Empty, with room in `arena` for `most` names.
void stats_keys_init(struct stats_keys *keys, int most, struct arena *arena);

/// The number of a name, a new one if it was not there. Call at most `most` times for new ones.
int stats_keys_number(struct stats_keys *keys, const char *bank, const char *key, int part);

/// The number of a name, or -1 if it is not there.
int stats_keys_find(const struct stats_keys *keys, const char *bank, const char *key, int part);

/// Numbers the questions of `source` as a whole, each by its place there. Of two with one name
/// the first is found.
void stats_keys_of_questions(struct stats_keys *keys, const struct stats_source *source,
                             struct arena *arena);

/// Frees what is not in the arena. Zeroed is fine.
void stats_keys_free(struct stats_keys *keys);
