// cli/game.h: one game in plain lines.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "cli/lines.h"
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
    struct lines *lines;
    struct buf out;       // what is to be written next
    int64_t fixed_now_ms; // the time that it always is; -1: what the clock says
};

/// Asks `picked` until all are answered, the player stops or the input ends. `game` keeps the
/// session until game_close(). Its `lines` and `fixed_now_ms` are set before.
enum game_end game_play(struct game *game, const struct picked *picked, int count,
                        const struct session_rules *rules);

/// Looks in the journal for the game that was played last and is not over. Returns false if
/// there is none, or its bank is not in `library`.
bool game_find(struct game *game, struct library *library);

/// Goes on with what game_find() found.
enum game_end game_go_on(struct game *game);

/// Takes back the last answer of a game that is over, and goes on from there.
enum game_end game_undo(struct game *game);

/// The time on the wall, for the journal. A clock that stands does so there too.
struct fsrs_time game_time(const struct game *game);

/// Writes what is in `out` to standard output, with nothing in it that could move a cursor.
void game_flush(struct game *game);

/// Writes `ask`, waits for a line and shows it too where no terminal did.
enum lines_result game_read(struct game *game, const char *ask, int64_t wait_ms,
                            const char **line);

/// Frees the session; `lines` and `out` stay.
void game_close(struct game *game);
