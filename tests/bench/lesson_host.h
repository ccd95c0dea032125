// A host who gives one lesson after the other, each played in another way.
#pragma once

#include <stdint.h>

#include "app/stage.h"
#include "base/rng.h"
#include "lesson_hands.h"

enum { HOST_BANKS = 2, HOST_TEAMS = 4 };

/// What the host does in a lesson beside leading it.
enum host_deed {
    HOST_UNDID,
    HOST_REDID,
    HOST_GAVE_POINTS,
    HOST_PAUSED,
    HOST_DARKENED,
    HOST_SAW_SCORES,
    HOST_PEEKED,
    HOST_OVERRULED,
    HOST_SAW_REPORT,
    HOST_SAVED_BANK,
    HOST_DEEDS
};

struct host {
    const char *banks[HOST_BANKS]; // which lessons are about by turns
    struct hands hands;
    struct rng rng;
    int lessons;      // that were begun
    int bank;         // that was opened last; -1: none
    int pages;        // of the report that is open, looked at
    int64_t saved_ms; // when a bank was last saved
    int deeds[HOST_DEEDS];
};

/// What the deed is called in a table.
const char *host_deed_name(enum host_deed deed);

/// Decides what to do next on the screen that is up.
void host_go_on(struct host *host, const struct stage *stage, int64_t now_ms);

/// The way in which the lesson that was begun last is played.
enum contest_mode host_mode(const struct host *host);
