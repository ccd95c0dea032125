// core/teams.h: makes teams of those of a class who are there.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/team.h"

/// A pupil, as far as teams are about it.
struct teams_pupil {
    bool is_absent;
    int right, answered; // so far; 0 answered: nothing is known
};

enum teams_way {
    TEAMS_RANDOM,
    TEAMS_BALANCED, // about the same share right in each; random where nothing is known
    TEAMS_AGAIN,    // who is in a team stays in it; the others join the smallest ones
};

/// Deals all pupils who are there to `count` teams, and sets `pupils` and `pupil_count` of
/// each, in `arena`, in the order of the list. Sizes differ by at most 1, but for TEAMS_AGAIN,
/// where they differ by as little as can be with nobody moved. Places that are in no list, and
/// those that an earlier team has, are left out. Pure: the same seed gives the same teams.
void teams_deal(struct team *teams, int count, const struct teams_pupil *pupils,
                int pupil_count, enum teams_way way, uint64_t seed, struct arena *arena);

/// The first mark that no team has; -1 if all are taken.
int teams_free_mark(const struct team *teams, int count);

enum teams_fault {
    TEAMS_FINE,
    TEAMS_TOO_FEW,
    TEAMS_NO_NAME,     // `one` has none
    TEAMS_SAME_NAME,   // `one` and `other` are called the same, whatever the case
    TEAMS_SAME_MARK,   // have the same mark
    TEAMS_SAME_BUZZER, // or the same buzzer
    TEAMS_NO_PUPILS,   // `one` has none, though others have
};

struct teams_check {
    enum teams_fault fault; // the first of all in the order above
    int one, other;         // places among the teams
};

/// Whether a lesson can be played with these teams.
struct teams_check teams_check(const struct team *teams, int count);
