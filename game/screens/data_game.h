// screens/data_game.h: whose data the game goes on with, and what becomes of all of it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"

struct copies_contents;
struct game;

/// Who there is in the store. Zeroed: not yet known.
struct learners {
    const char *const *names; // in `arena`
    int count;
    struct arena arena;
};

/// What the screen that forgets is about.
enum forget_scope {
    FORGET_BANK,
    FORGET_LEARNER,
    FORGET_EVERYTHING,
    FORGET_CLASS // the one that is chosen for lessons
};

/// Why learners, copies and forgetting are out of order, in `arena`; NULL if they are not.
const char *game_data_fault(const struct game *game, struct arena *arena);

/// `path`, fit to be shown, in `arena`.
const char *data_path_words(const char *path, struct arena *arena);

/// "12 events, 1 learner".
const char *data_contents_words(const struct copies_contents *contents, struct arena *arena);

/// The problems of this severity, a sentence and a line each; NULL if there are none.
const char *data_problem_words(const struct diags *diags, enum diag_severity severity,
                               struct arena *arena);

/// Looks who there is, for `game->learners`.
void game_find_learners(struct game *game);

void game_free_learners(struct game *game);

/// Goes on as `learner`, who is added if need be: cards, mistakes, and the quiz that was not
/// ended are that one's from now on, also after a restart. Returns false, and changes nothing,
/// if that can't be done now.
bool game_play_as(struct game *game, const char *learner);

/// As copies_restore(); then the game goes on with what was restored, as the same learner if it
/// has that one, else as the first that it has.
bool game_restore(struct game *game, const char *path, struct copies_contents *contents,
                  const char **kept, struct diags *diags);

/// How many events `scope` is about as things stand; below 0 if they can't be read.
int64_t game_forget_count(const struct game *game, enum forget_scope scope);

/// Whether that is all of a class, which is gone from all backups too and from which there is
/// no way back.
bool game_forgets_class(const struct game *game, enum forget_scope scope);

/// As forget() of that; then the game goes on with what is left, as another learner if need be.
bool game_forget(struct game *game, enum forget_scope scope, const char **backup,
                 struct diags *diags);
