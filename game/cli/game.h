// cli/game.h: one game in plain lines.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cli/talk.h"
#include "core/session.h"
#include "store/quiz_log.h"

/// How a game came to its end.
enum game_end { GAME_FINISHED, GAME_QUIT, GAME_INPUT_ENDED, GAME_INTERRUPTED };

struct game {
    struct session session;  // started by game_play()
    struct arena arena;      // of the session
    struct journal *journal; // where its events go; NULL: nowhere
    struct memory *memory;   // what the journal says of cards; NULL: none
    struct quiz_log log;
    struct talk *talk;
};

/// Asks `picked` until all are answered, the player stops or the input ends. `game` keeps the
/// session until game_close(). Its `talk` is set before.
enum game_end game_play(struct game *game, const struct picked *picked, int count,
                        const struct session_rules *rules);

/// Looks in the journal for the game that was played last and is not over. Returns false if
/// there is none, or its bank is not in `library`.
bool game_find(struct game *game, struct library *library);

/// Goes on with what game_find() found.
enum game_end game_go_on(struct game *game);

/// Takes back the last answer of a game that is over, and goes on from there.
enum game_end game_undo(struct game *game);

/// Frees the session; `talk` stays.
void game_close(struct game *game);
