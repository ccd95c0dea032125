// core/team.h: the teams of a lesson.
#pragma once

#include <stdint.h>

enum { TEAMS_LEAST = 2, TEAMS_MOST = 6, TEAM_NAME_BYTES = 64, BUZZER_PADS = 1 << 20 };

/// A team. Its mark, 0 to TEAMS_MOST - 1, is a shape and its colour, as answers have them: no
/// two teams of a lesson have the same.
struct team {
    const char *name; // UTF-8, fewer than TEAM_NAME_BYTES
    int mark;
    int buzzer; // a key as in ui/input.h, or BUZZER_PADS + the number of a gamepad, from 1
                // on; 0: none. No two teams have the same
    int time_percent;  // of the time that there is for a question: 100, 150 or 200
    const int *pupils; // places in the list of the class
    int pupil_count;
};

/// The number of the gamepad that is a buzzer; 0: it is a key, or none.
static inline int buzzer_pad(int buzzer)
{
    return buzzer > BUZZER_PADS ? buzzer - BUZZER_PADS : 0;
}
