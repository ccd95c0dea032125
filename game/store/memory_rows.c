#include "store/memory_rows.h"

#include <string.h>

#include <sqlite3.h>

int64_t rows_slot(int64_t id, int slot)
{
    return id * ROWS_SLOTS + slot;
}

static unsigned char *put(unsigned char *at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *at++ = (unsigned char)(value >> 8 * i);
    return at;
}

static uint64_t get(const unsigned char **at, int bytes)
{
    uint64_t value = 0;
    for (int i = 0; i < bytes; i++)
        value |= (uint64_t) * (*at)++ << 8 * i;
    return value;
}

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static double double_of(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

void rows_pack(const struct fsrs_card *card, unsigned char bytes[ROWS_STATE])
{
    unsigned char *at = bytes;
    at = put(at, (uint64_t)card->due_ms, 8);
    at = put(at, (uint64_t)card->last_ms, 8);
    at = put(at, bits_of(card->memory.stability), 8);
    at = put(at, bits_of(card->memory.difficulty), 8);
    at = put(at, card->reviews, 2);
    at = put(at, card->lapses, 2);
    at = put(at, card->phase, 1);
    at = put(at, card->step, 1);
    put(at, card->model, 2);
}

struct fsrs_card rows_unpack(const void *bytes, int size)
{
    const unsigned char *at = bytes;
    if (size != ROWS_STATE)
        return (struct fsrs_card){0};
    struct fsrs_card card = {0};
    card.due_ms = (int64_t)get(&at, 8);
    card.last_ms = (int64_t)get(&at, 8);
    card.memory.stability = double_of(get(&at, 8));
    card.memory.difficulty = double_of(get(&at, 8));
    card.reviews = (uint16_t)get(&at, 2);
    card.lapses = (uint16_t)get(&at, 2);
    card.phase = (uint8_t)get(&at, 1);
    card.step = (uint8_t)get(&at, 1);
    card.model = (uint16_t)get(&at, 2);
    return fsrs_card_check(&card) ? card : (struct fsrs_card){0};
}

static void bind(sqlite3_stmt *statement, int at, const int64_t *values, int count)
{
    for (int i = 0; i < count; i++)
        sqlite3_bind_int64(statement, at + i, values[i]);
}

void rows_fail(struct folder *folder)
{
    if (!folder->has_failed) // what comes after it may be its consequence
        db_explain(folder->db, folder->fault, sizeof folder->fault);
    folder->has_failed = true;
}

sqlite3_stmt *rows_statement(struct folder *folder, const char *sql, const int64_t *values,
                             int count)
{
    sqlite3_stmt *statement = db_keep(folder->db, sql);
    if (statement) {
        bind(statement, 1, values, count);
    } else {
        rows_fail(folder);
    }
    return statement;
}

bool rows_next(struct folder *folder, sqlite3_stmt *statement)
{
    int result = statement ? sqlite3_step(statement) : SQLITE_ERROR;
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        rows_fail(folder);
    return result == SQLITE_ROW;
}

void rows_reset(sqlite3_stmt *statement)
{
    sqlite3_reset(statement); // NULL is fine
}

int64_t rows_column(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_int64(statement, column);
}

double rows_column_real(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_double(statement, column);
}

const char *rows_column_text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

struct fsrs_card rows_column_card(sqlite3_stmt *statement, int column)
{
    return rows_unpack(sqlite3_column_blob(statement, column),
                       sqlite3_column_bytes(statement, column));
}

void rows_bind_number(sqlite3_stmt *statement, int at, int64_t number)
{
    sqlite3_bind_int64(statement, at, number); // refuses NULL
}

void rows_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    if (statement)
        sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC); // NULL gives NULL
}

void rows_run(struct folder *folder, sqlite3_stmt *statement)
{
    rows_next(folder, statement);
    sqlite3_reset(statement);
}

int64_t rows_number(struct folder *folder, sqlite3_stmt *statement)
{
    int64_t number = rows_next(folder, statement) ? rows_column(statement, 0) : 0;
    sqlite3_reset(statement);
    return number;
}

/// Binds what a review did, from place `at` on; nothing without an outcome. `state` has to be
/// there until the statement is run.
static void bind_outcome(sqlite3_stmt *statement, int at, const struct fsrs_card *before,
                         const struct fsrs_outcome *outcome, unsigned char state[ROWS_STATE])
{
    if (!statement || !outcome)
        return;
    rows_pack(before, state);
    sqlite3_bind_blob(statement, at, state, ROWS_STATE, SQLITE_STATIC);
    sqlite3_bind_int64(statement, at + 1, outcome->elapsed_days);
    sqlite3_bind_int64(statement, at + 2, outcome->interval_days);
    sqlite3_bind_double(statement, at + 3, outcome->retrievability);
}

void rows_add_review(struct folder *folder, const struct review_row *row,
                     const struct fsrs_outcome *outcome)
{
    static const char sql[] =
        "INSERT INTO review(id, card, learner, game, at_ms, ahead_min, took_ms, rating, "
        "evidence, is_quiz, out, previous, before, elapsed_days, interval_days, "
        "retrievability) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
        "?15, ?16)";
    const int64_t values[] = {row->id,       row->card,      row->learner, row->game,
                              row->at_ms,    row->ahead_min, row->took_ms, row->rating,
                              row->evidence, row->is_quiz,   row->out,     row->previous};
    unsigned char state[ROWS_STATE];
    sqlite3_stmt *statement = rows_statement(folder, sql, values, 12);
    bind_outcome(statement, 13, &row->before, outcome, state);
    rows_run(folder, statement);
}

void rows_set_review(struct folder *folder, const struct review_row *row,
                     const struct fsrs_outcome *outcome)
{
    static const char sql[] =
        "UPDATE review SET card = ?2, out = ?3, previous = ?4, before = ?5, elapsed_days = ?6, "
        "interval_days = ?7, retrievability = ?8 WHERE id = ?1";
    const int64_t values[] = {row->id, row->card, row->out, row->previous};
    unsigned char state[ROWS_STATE];
    sqlite3_stmt *statement = rows_statement(folder, sql, values, 4);
    bind_outcome(statement, 5, &row->before, outcome, state);
    rows_run(folder, statement);
}

bool rows_read_review(struct folder *folder, int64_t id, struct review_row *row)
{
    static const char sql[] =
        "SELECT card, learner, game, at_ms, ahead_min, took_ms, rating, evidence, is_quiz, "
        "out, previous, before FROM review WHERE id = ?1";
    sqlite3_stmt *statement = rows_statement(folder, sql, &id, 1);
    bool is_there = rows_next(folder, statement);
    if (is_there) {
        *row = (struct review_row){
            .id = id,
            .card = rows_column(statement, 0),
            .learner = rows_column(statement, 1),
            .game = rows_column(statement, 2),
            .at_ms = rows_column(statement, 3),
            .ahead_min = (int32_t)rows_column(statement, 4),
            .took_ms = (int32_t)rows_column(statement, 5),
            .rating = (int)rows_column(statement, 6),
            .evidence = (int)rows_column(statement, 7),
            .is_quiz = rows_column(statement, 8),
            .out = (int)rows_column(statement, 9),
            .previous = rows_column(statement, 10),
            .before = rows_column_card(statement, 11),
        };
    }
    rows_reset(statement);
    return is_there;
}

void rows_add_answer(struct folder *folder, const struct answer_row *row)
{
    static const char sql[] =
        "INSERT INTO answer(id, known, learner, game, at_ms, ahead_min, took_ms, credit, out, "
        "kind, said) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9, ?10)";
    const int64_t values[] = {row->id,    row->known,     row->learner, row->game,
                              row->at_ms, row->ahead_min, row->took_ms, row->credit};
    sqlite3_stmt *statement = rows_statement(folder, sql, values, 8);
    rows_bind_text(statement, 9, row->kind);
    rows_bind_text(statement, 10, row->said);
    rows_run(folder, statement);
}
