// store/journal.h: everything that was ever played, one event after the other, on the disk.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "store/db.h"

enum { JOURNAL_LOOKED_AT = 20000 };

/// What happened. The numbers are in the file and never change.
enum journal_type {
    JOURNAL_QUIZ = 1, // a quiz began; its events have its `game`
    JOURNAL_ANSWER = 2,
    JOURNAL_HINT = 3,
    JOURNAL_SKIP = 4,
    JOURNAL_NEXT = 5,
    JOURNAL_TIME_UP = 6,
    JOURNAL_PAUSE = 7,
    JOURNAL_RESUME = 8,
    JOURNAL_STOP = 9,
    JOURNAL_UNDO = 10,
    JOURNAL_REDO = 11,
    JOURNAL_STUDY = 12, // a session of cards began; its events have its `game`
    JOURNAL_GRADE = 13,
    JOURNAL_CARD = 14,    // a card was suspended or hidden, or is asked again
    JOURNAL_FLAG = 15,    // somebody says that a question is wrong, or that it is not
    JOURNAL_OPTIONS = 16, // of the schedule, from then on
    JOURNAL_OUT = 17,     // the memory leaves out `game`
    JOURNAL_IN = 18,      // and takes it in again
    JOURNAL_MOVE = 19,    // what was known of one question is of another one
    JOURNAL_DROP = 20,    // what was known of a question that vanished stays with it
    JOURNAL_CLASS = 21, // the learner is a class, and these are its pupils; the last one counts
    JOURNAL_TEAMS = 22, // the teams that played last; the last one counts
    JOURNAL_LESSON = 23, // a lesson began; its events have its `game`
    JOURNAL_HOST = 24,   // what the host did in it; what the class then missed are answers
};

/// An event. A type that this program does not know is passed over by who reads it.
struct journal_event {
    int64_t at_ms;        // since 1970, UTC; may run backwards when somebody sets the clock
    int64_t game;         // shared by the events of one game; 0: of none
    int type;             // enum journal_type
    const char *bank;     // id; NULL: none
    const char *question; // its key, see question_key.h; NULL: none
    const char *data;     // the rest, as JSON; NULL: none
};

/// The journal of one learner. When the disk fails, events are kept in memory and written as
/// soon as it works again; `fault` says so until then. Nothing is kept for a file that is not
/// ours to write, which `fault` says for good. Zeroed: none, nothing is written.
struct journal {
    struct db db;
    const char *path, *learner;
    struct sqlite3_stmt *insert;
    int64_t learner_id;
    struct arena arena; // of the paths
    struct pending *first, **last;
    struct arena pending_arena;
    int pending_count;
    int64_t tried_ms; // when it was last opened in vain
    char fault[512];  // a sentence for the user; "": all is on the disk
};

/// The file that the journals of all learners are in, in `arena`.
const char *journal_path(struct arena *arena, const char *data_dir);

/// Opens the journal of `learner` in `data_dir`, and makes it if it is not there. It can be
/// used in any case: if there is no file, events stay in memory and `fault` says why. What else
/// the user should know is in `diags`.
void journal_open(struct journal *journal, const char *data_dir, const char *learner,
                  struct diags *diags);

/// The names of all learners that are in the file, in `arena`, in the order in which they came.
/// Returns how many; 0 also if the file can't be read.
int journal_learners(const struct journal *journal, struct arena *arena,
                     const char *const **names);

/// Makes it the journal of `learner` from now on, who is added if need be: also after learners
/// have gone from the file, or another one took its place. What is not on the disk yet is of
/// the learner before, and is written first. Returns false, and changes nothing, if that can't
/// be done now.
bool journal_switch(struct journal *journal, const char *learner);

/// Adds `event`, which is copied. When it returns true this event and all before it are on the
/// disk, whatever happens next.
bool journal_append(struct journal *journal, const struct journal_event *event);

/// journal_append() for `count` events, all in one commit.
bool journal_append_all(struct journal *journal, const struct journal_event *events, int count);

/// The game that the last event of a type from `from` to `to` belongs to, of `bank` or of any
/// (NULL); 0 if there is none among the last JOURNAL_LOOKED_AT events.
int64_t journal_last_game(const struct journal *journal, enum journal_type from,
                          enum journal_type to, const char *bank);

/// Reads the events of `game` in their order into `arena`. Returns how many there are; 0 also
/// if the file can't be read.
int journal_read_game(const struct journal *journal, int64_t game, struct arena *arena,
                      struct journal_event **events);

/// A number for a new game, which no other has: `now_ms` (since 1970) and chance.
int64_t journal_new_game(int64_t now_ms, uint64_t chance);

/// journal_new_game() that no game in the journal has, even if the clock stands and the seed
/// was given.
int64_t journal_free_game(const struct journal *journal, int64_t now_ms, uint64_t seed);

/// The games of the learner that have an event of `type`, in their order, in `arena`. Returns
/// how many; 0 also if the file can't be read.
int journal_games(const struct journal *journal, enum journal_type type, struct arena *arena,
                  int64_t **games);

/// Makes a backup if the last one is over a day old, then closes. What could not be written is
/// tried a last time; returns whether all is on the disk. Zeroed is fine.
bool journal_close(struct journal *journal);
