// store/memory_rows.h: the rows that the memory is kept in. For store/memory*.c only.
//
//   fold      up to which event all was folded, by which version of these rules
//   options   events that changed the options of a learner's schedule
//   left_out  games that the memory leaves out
//   shelf     a bank of a learner
//   known     a question on a shelf that something is known of; one that became part of another
//             has no name any more, but says of which it is the same
//   card      its state, rows_pack(); `due_ms` is NULL while it is new. Numbered by rows_slot()
//             of its question and its part
//   review    a grade that a card was given, whether it counts or not; if it does, with the
//             card's state before it and what it did. Numbered by rows_slot() of the event and
//             the part; `previous` is the one before it of the same card
//   answer    an answer in a quiz, or a card's grade, numbered in the same way
//   missed    how a question with mistakes stands, see core/mistakes.h, numbered as `known`;
//             for those who follow it also the event that changed that last, and what was
//             mended stays
//   mark      that a card was suspended or hidden, or is no more, numbered in the same way
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "core/fsrs.h"
#include "store/db.h"
#include "store/journal_undo.h"

enum {
    ROWS_RULES = 1, // to be counted up when the same events would give other rows
    ROWS_VERSION = ROWS_RULES * 100 + FSRS_MODEL_VERSION, // rows of another one are thrown away
    ROWS_STATE = 40,                                      // bytes of a card's state
    ROWS_SLOTS = 128,                                     // of a question, and of an event
    ROWS_SLOT_QUIZ = 127, // that of an answer in a quiz; the others are parts
};

/// Why a review or an answer does not count.
enum rows_out {
    ROWS_UNDONE = 1,
    ROWS_LEFT_OUT = 2, // with its game
};

struct card_row {
    int64_t id, shelf, seed, first_ms, hidden_until_ms;
    int64_t last_review; // also one that doesn't count; 0: none
    bool is_suspended;
    struct fsrs_card card;
};

struct review_row {
    int64_t id, card, learner, game, at_ms;
    int64_t previous; // of the card; 0: none
    int32_t ahead_min, took_ms;
    int rating, evidence, out;
    bool is_quiz;
    struct fsrs_card before; // if it counts
};

struct answer_row {
    int64_t id, known, learner, game, at_ms;
    int32_t ahead_min, took_ms;
    int credit;
    const char *kind, *said; // said: or NULL
};

/// A question that something is known of. Its texts are in the cache, until rows_flush().
struct known_row {
    int64_t id;          // 0: it isn't there
    int64_t first, last; // events
    bool is_dropped;
    const char *hash, *text, *right; // as it was when it was seen last; NULL: not told
    const char *flagged;             // its hash when it was said to be wrong; NULL: it isn't
};

/// Rows that were looked up and may have been changed: in a large fold the same ones come again
/// and again.
struct rows_cache {
    struct index cards, known;
    struct buf card_slots, known_slots; // what they are indexes of
    struct arena names;
};

/// What is done about events while they are folded, in one transaction. Zeroed but for `db` is
/// ready; to read rows that is enough.
struct folder {
    struct db *db;
    bool is_anew;    // all is folded: what was missed is worked out at the end
    bool has_failed; // the file: then all is rolled back
    char fault[256]; // why, as db_explain() says it
    struct arena arena;
    struct rows_cache cache;
    struct learner_options *learners;
    int64_t shelf, shelf_learner; // the last one, of the bank in `shelf_bank`
    struct buf shelf_bank;
    int64_t left_game, left_learner; // the last game looked up, and whether it is left out
    bool is_left;
    struct undo_line line; // of the last game that something was undone in
    int64_t line_game, line_learner;
};

/// The number of `slot` (a part, or ROWS_SLOT_QUIZ) of the question or event `id`.
int64_t rows_slot(int64_t id, int slot);

/// A card's state as bytes, the same on every machine.
void rows_pack(const struct fsrs_card *card, unsigned char bytes[ROWS_STATE]);

/// Anything else than ROWS_STATE bytes is a new card.
struct fsrs_card rows_unpack(const void *bytes, int size);

/// Notes that the file failed just now.
void rows_fail(struct folder *folder);

/// A statement, reset, with `count` numbers bound from its first place on. A failure is noted
/// in `folder`, and every other function copes with the NULL.
struct sqlite3_stmt *rows_statement(struct folder *folder, const char *sql,
                                    const int64_t *values, int count);

/// Steps; false at the end or on a failure.
bool rows_next(struct folder *folder, struct sqlite3_stmt *statement);

/// Runs a statement that gives no rows.
void rows_run(struct folder *folder, struct sqlite3_stmt *statement);

/// Numbers and texts of the row that a statement is at; a text is good until its next step.
int64_t rows_column(struct sqlite3_stmt *statement, int column);
double rows_column_real(struct sqlite3_stmt *statement, int column);
const char *rows_column_text(struct sqlite3_stmt *statement, int column);
struct fsrs_card rows_column_card(struct sqlite3_stmt *statement, int column);

void rows_bind_number(struct sqlite3_stmt *statement, int at, int64_t number);

/// Binds a text, or NULL, that outlives the next reset.
void rows_bind_text(struct sqlite3_stmt *statement, int at, const char *text);

/// Ends a statement that rows_next() was called for, so that it holds nothing.
void rows_reset(struct sqlite3_stmt *statement);

/// The number that the first row of a statement gives; 0 if there is none.
int64_t rows_number(struct folder *folder, struct sqlite3_stmt *statement);

/// The row of a bank's shelf, made if it is not there.
int64_t rows_shelf(struct folder *folder, int64_t learner, const char *bank);

/// The number of the row of a question on a shelf; 0 if it isn't there and not to be made.
int64_t rows_known(struct folder *folder, int64_t shelf, const char *question, bool is_made);

/// What is known of a question on a shelf.
struct known_row rows_read_known(struct folder *folder, int64_t shelf, const char *question);

/// Keeps what is known of a question, which is made if it isn't there. It is in its table after
/// the next rows_flush(). Texts are copied. Returns its number.
int64_t rows_write_known(struct folder *folder, int64_t shelf, const char *question,
                         const struct known_row *row);

/// Reads card `id`. Returns false if it isn't there; then `row` is that of a new card.
bool rows_read_card(struct folder *folder, int64_t id, struct card_row *row);

/// Keeps a card, which is in its table after the next rows_flush().
void rows_write_card(struct folder *folder, const struct card_row *row);

/// Writes all that was kept to its tables and forgets what was looked up: to be called before
/// other statements read or change `card` or `known`.
void rows_flush(struct folder *folder);

/// Adds a review. `outcome` is what it did, NULL if it doesn't count.
void rows_add_review(struct folder *folder, const struct review_row *row,
                     const struct fsrs_outcome *outcome);

/// Writes what may change of a review that is there: its card, `previous`, `out`, `before` and
/// the outcome.
void rows_set_review(struct folder *folder, const struct review_row *row,
                     const struct fsrs_outcome *outcome);

/// Reads review `id`. Returns false if it isn't there.
bool rows_read_review(struct folder *folder, int64_t id, struct review_row *row);

void rows_add_answer(struct folder *folder, const struct answer_row *row);

/// Frees what the cache holds.
void rows_free(struct folder *folder);
