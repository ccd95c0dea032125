// screens/lesson_game.h: a lesson with a class, from its set-up to its start.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "formats/pupil_list.h"
#include "store/classes.h"

struct game;

/// What a lesson is to be like. Its questions are of the bank that is chosen.
struct lesson_plan {
    const char *class_name;    // NULL: no class, and no pupils
    struct class_list pupils;  // all of the class; absent ones are in no team
    struct class_teams teams;  // with what is wished; of one of its pupils none or one team
    const char *const *topics; // `topic_count`; 0: all
    int topic_count;
    uint64_t seed;
    bool gives_up_left; // a lesson of this learner that is not over may be given up for it
};

/// What came of the start of a lesson.
enum lesson_outcome {
    LESSON_BEGUN,
    LESSON_UNSAVED, // nobody else can play now: what was played has to be saved first
    LESSON_LEFT,    // a lesson is not over, of which `game->lesson_left` tells
    LESSON_EMPTY,   // no question can be asked so; the same learner plays as before
};

/// What the game knows of lessons. Zeroed: nothing yet.
struct lesson {
    char class_name[PUPIL_NAME_BYTES]; // that is chosen for them; "": no class
};

/// The learner that a lesson and its teams are kept under, in `arena`: the class, else who
/// plays, or somebody else if that is a class; NULL if nothing is kept. "" and NULL: no class.
const char *lesson_learner(const struct game *game, const char *class_name,
                           struct arena *arena);

/// Starts a lesson by `plan`, of which what is needed is copied. Its learner plays from then
/// on.
enum lesson_outcome lesson_start(struct game *game, const struct lesson_plan *plan);

/// Starts a lesson with the teams that the class had last, over what is due for it. Returns
/// false if it had none, or that can't be done.
bool lesson_start_due(struct game *game);
