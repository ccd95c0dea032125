// store/memory.h: what a learner remembers: a reading of the journal, kept in tables beside it.
//
// The journal is the truth. Everything here can be thrown away and is then made again from it,
// byte for byte the same. What was appended to the journal counts here after the next
// memory_catch_up().
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "core/fsrs.h"
#include "core/past.h"
#include "store/journal.h"

enum { MEMORY_PARTS = 127 }; // parts of a question that are remembered: from 0 on

/// What a learner may choose of the schedule. Kept in the journal, since what an answer did
/// depends on it.
struct memory_options {
    struct fsrs_options fsrs;
    struct fsrs_params params;
};

struct memory_options memory_options_default(void);

/// The memory of the journal's learner. Zeroed: none, everything is empty.
struct memory {
    struct journal *journal;
    struct memory_options options; // that hold now
    struct fsrs fsrs;              // made from them
    int64_t folded;                // the last event that was, when the options were read
    int anew;                      // counts how often all was thrown away and made again
    char fault[256];               // why it could not catch up, as db_explain() says it; or ""
};

/// Opens the memory of `journal`, which must outlive it, and catches up. Without a usable file
/// it is empty and returns false; it can be used in any case.
bool memory_open(struct memory *memory, struct journal *journal);

/// Zeroed is fine.
void memory_close(struct memory *memory);

/// Folds in all events that were not yet. Quick if there are none. Returns false if the file
/// can't be used now; then what was folded before stands.
bool memory_catch_up(struct memory *memory);

/// Throws all away, for all learners, and folds the whole journal again.
bool memory_rebuild(struct memory *memory);

/// Makes `options` hold from now on: an event if they differ from those that hold. Returns the
/// reason if they are out of range, and leaves the old ones.
enum fsrs_error memory_set_options(struct memory *memory, const struct memory_options *options,
                                   int64_t wall_ms);

/// One card as it is remembered.
struct memory_card {
    const char *bank, *question; // id and key
    int part;
    struct fsrs_card card;
    bool is_suspended;
    int64_t hidden_until_ms; // 0: not hidden
    int64_t first_ms;        // when it was first reviewed
    uint64_t seed;           // of its fuzz
};

/// All cards of `bank` (NULL: of all banks) that were ever reviewed, suspended or hidden, in
/// the order of question and part, in `arena`. Returns how many.
int memory_cards(const struct memory *memory, const char *bank, struct arena *arena,
                 struct memory_card **cards);

/// How much of a bank is due.
struct memory_due {
    const char *bank;
    int cards;
};

/// The banks of which cards are due at `now`, in the order of their ids, in `arena`: neither
/// suspended nor hidden, those in review from the beginning of their day on, as in core/deck,
/// but without its limits, and other cards of the same question count too. Much quicker than
/// to count memory_cards(). Returns how many banks.
int memory_due(const struct memory *memory, struct fsrs_time now, struct arena *arena,
               struct memory_due **due);

/// The number that spreads the intervals of a card that the memory doesn't know yet. It is kept
/// with the card from then on, also when it moves.
uint64_t memory_seed(const char *bank, const char *question, int part);

/// What was done on the local day of `now`, in all banks or in `bank`.
struct memory_today {
    int new_cards; // cards reviewed for the first time, also by a quiz
    int reviews;   // reviews of cards that were known before the day, once a card
};

struct memory_today memory_today(const struct memory *memory, const char *bank,
                                 struct fsrs_time now);

/// The reviews from `from_ms` on that count, in their order, of `bank` or of all. Returns how
/// many.
int memory_reviews(const struct memory *memory, const char *bank, int64_t from_ms,
                   struct arena *arena, struct past_review **reviews);

/// The answers from `from_ms` on that count, in their order. Those of games that were taken out
/// of the memory count here: they were given all the same. Returns how many.
int memory_answers(const struct memory *memory, const char *bank, int64_t from_ms,
                   struct arena *arena, struct past_answer **answers);

/// memory_answers() of all banks, but `bank`, `question`, `kind` and `said` are NULL: much
/// quicker.
int memory_answers_bare(const struct memory *memory, int64_t from_ms, struct arena *arena,
                        struct past_answer **answers);

/// Days in a row on each of which something was answered, as `days` of stats_streak(), but at
/// most `most`. Looks at a few answers of each of them.
int memory_streak(const struct memory *memory, struct fsrs_time now, int most);

/// How a question stands, as core/mistakes.h has it.
struct memory_missed {
    const char *question; // key
    int missed;           // how often since it was last mended; 0: it is mended
    int right_days;
};

/// The questions of `bank` whose mistakes stand otherwise after event `after` than before it;
/// of all time (-1) those that are not mended. In `arena`. Returns how many. Questions that
/// were called otherwise meanwhile are missing, see memory_moved_since().
int memory_missed(const struct memory *memory, const char *bank, int64_t after,
                  struct arena *arena, struct memory_missed **missed);

/// Whether what was known of any question became known of another one after `event`.
bool memory_moved_since(const struct memory *memory, int64_t event);

/// How many mistakes core/mistakes.h found in a bank.
struct memory_mistakes {
    int64_t event; // the last one that was known then: `folded`
    int64_t file;  // tells which state of its file the bank was read from
    int all;
    int to_fix; // of those, not answered right since
};

/// What memory_keep_mistakes() was told last of `bank`. Returns false if that is nothing.
bool memory_find_mistakes(const struct memory *memory, const char *bank,
                          struct memory_mistakes *mistakes);

/// Keeps what was counted, until all is made anew: one commit. Returns false if it could not be
/// written.
bool memory_keep_mistakes(const struct memory *memory, const char *bank,
                          const struct memory_mistakes *mistakes);

/// The thinking times of the last right answers to questions of `kind`, at most `most`, the
/// newest first. Returns how many.
int memory_paces(const struct memory *memory, const char *kind, int most, int64_t *took_ms);

/// How many cards of a bank there are, of all that the memory knows: a question with several
/// cards may be counted more than once, and one that is not in the bank any more is too.
struct memory_glance {
    int known;    // that were ever graded
    int learning; // come back by the minute, until `learning_ms`
    int due;      // questions with cards to be reviewed on the day of `now`; at most `most`
    int tomorrow; // due by the end of the day after, if there are neither of these
};

/// Counted by an index: much quicker than to go through memory_cards(). Suspended and hidden
/// ones are only `known`.
struct memory_glance memory_glance(const struct memory *memory, const char *bank,
                                   struct fsrs_time now, int64_t learning_ms, int most);

/// The mean thinking time for a card of `bank` of late: over the last grades since `from_ms`,
/// each at most `most_ms`. Where there are too few of the bank, those of all banks count; 0 if
/// these are too few as well. Looks at few of them, however many there are.
int64_t memory_pace(const struct memory *memory, const char *bank, int64_t from_ms,
                    int64_t most_ms);

/// What a game did to the memory.
struct memory_moved {
    int cards;    // cards that it reviewed
    int tomorrow; // of those, the ones that are due by the end of tomorrow
    bool is_out;  // it was taken out
};

struct memory_moved memory_moved(const struct memory *memory, int64_t game,
                                 struct fsrs_time now);
