#include "store/memory.h"

#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/memory_fold.h"
#include "store/memory_options.h"

/// How far the fold is.
struct position {
    int64_t folded, last; // events
    bool is_fit;          // what was folded is of this program's making
};

static bool read_position(struct folder *folder, struct position *position)
{
    static const char sql[] = "SELECT (SELECT event FROM fold WHERE version = ?1), max(id) "
                              "FROM event";
    const int64_t version = ROWS_VERSION;
    struct sqlite3_stmt *statement = rows_statement(folder, sql, &version, 1);
    bool is_good = rows_next(folder, statement);
    if (is_good) {
        *position = (struct position){
            .folded = rows_column(statement, 0),
            .last = rows_column(statement, 1),
        };
        // Events may have gone that were folded: then nothing of it is right.
        position->is_fit = rows_column_text(statement, 0) && position->folded <= position->last;
    }
    rows_reset(statement);
    return is_good;
}

static void throw_away(struct folder *folder)
{
    static const char sql[] = "DELETE FROM fold; DELETE FROM options; DELETE FROM left_out;"
                              "DELETE FROM shelf; DELETE FROM known; DELETE FROM card;"
                              "DELETE FROM review; DELETE FROM answer; DELETE FROM mark;"
                              "DELETE FROM missed;"
                              "DELETE FROM mistakes";
    if (!db_run(folder->db, sql))
        rows_fail(folder);
}

/// To fill an index that is in no order takes longer than all else, so it is made afterwards.
static void drop_index(struct folder *folder)
{
    if (folder->is_anew && !db_run(folder->db, "DROP INDEX IF EXISTS answer_by_known"))
        rows_fail(folder);
}

static void make_index(struct folder *folder)
{
    if (folder->is_anew && !folder->has_failed &&
        !db_run(folder->db, "CREATE INDEX answer_by_known ON answer(known)"))
        rows_fail(folder);
}

/// Folds all events after `position`.
static void fold_events(struct folder *folder, const struct position *position)
{
    static const char sql[] = "SELECT id, at_ms, learner, game, type, bank, question, data "
                              "FROM event WHERE id > ?1 ORDER BY id";
    static const char done[] = "INSERT OR REPLACE INTO fold(id, event, version) "
                               "VALUES (1, ?1, ?2)";
    int64_t last = position->folded;
    struct sqlite3_stmt *statement = rows_statement(folder, sql, &position->folded, 1);
    while (!folder->has_failed && rows_next(folder, statement)) {
        const struct fold_event event = {
            .id = rows_column(statement, 0),
            .at_ms = rows_column(statement, 1),
            .learner = rows_column(statement, 2),
            .game = rows_column(statement, 3),
            .type = (int)rows_column(statement, 4),
            .bank = rows_column_text(statement, 5),
            .question = rows_column_text(statement, 6),
            .data = rows_column_text(statement, 7),
        };
        fold_event(folder, &event);
        last = event.id;
    }
    rows_reset(statement);
    rows_flush(folder);
    if (folder->is_anew)
        fold_all_missed(folder, last);
    const int64_t values[] = {last, ROWS_VERSION};
    rows_run(folder, rows_statement(folder, done, values, 2));
}

/// Notes why it could not be done, if it could not.
static bool end(struct memory *memory, const struct folder *folder)
{
    snprintf(memory->fault, sizeof memory->fault, "%s", folder->fault);
    return !folder->has_failed;
}

static void fold_in_transaction(struct memory *memory, struct folder *folder, bool is_anew)
{
    struct position position;
    if (!db_run(folder->db, "BEGIN IMMEDIATE")) {
        rows_fail(folder);
        return;
    }
    // Another program may have been here first.
    if (read_position(folder, &position)) {
        if (is_anew || !position.is_fit) {
            memory->anew++;
            throw_away(folder);
            position.folded = 0;
        }
        folder->is_anew = position.folded == 0;
        drop_index(folder);
        fold_events(folder, &position);
        make_index(folder);
    }
    if (!folder->has_failed && !db_run(folder->db, "COMMIT"))
        rows_fail(folder);
    if (folder->has_failed)
        db_run(folder->db, "ROLLBACK");
}

/// Folds what there is to fold, in one transaction. If the power goes it may be lost, since it
/// can be done again: so nobody waits for the disk.
static bool fold(struct memory *memory, bool is_anew)
{
    static const char level[] = "PRAGMA synchronous";
    struct folder folder = {.db = &memory->journal->db};
    int64_t before = rows_number(&folder, rows_statement(&folder, level, NULL, 0));
    if (!folder.has_failed) {
        char back[48];
        snprintf(back, sizeof back, "PRAGMA synchronous = %d", (int)before);
        db_run(folder.db, "PRAGMA synchronous = NORMAL");
        fold_in_transaction(memory, &folder, is_anew);
        db_run(folder.db, back);
    }
    fold_free(&folder);
    return end(memory, &folder);
}

static void set_options(struct memory *memory, const struct memory_options *options)
{
    memory->options = *options;
    fsrs_init(&memory->fsrs, &options->params, &options->fsrs);
}

/// Reads the options that hold, and how far the fold is.
static bool refresh(struct memory *memory)
{
    static const char sql[] =
        "SELECT data FROM options WHERE learner = ?1 ORDER BY event DESC LIMIT 1";
    struct folder folder = {.db = &memory->journal->db};
    struct memory_options options = memory_options_default();
    struct sqlite3_stmt *statement =
        rows_statement(&folder, sql, &memory->journal->learner_id, 1);
    if (rows_next(&folder, statement))
        memory_options_read(rows_column_text(statement, 0), &options);
    rows_reset(statement);
    set_options(memory, &options);
    return end(memory, &folder);
}

bool memory_open(struct memory *memory, struct journal *journal)
{
    const struct memory_options options = memory_options_default();
    *memory = (struct memory){.journal = journal, .folded = -1};
    set_options(memory, &options);
    return memory_catch_up(memory);
}

void memory_close(struct memory *memory)
{
    *memory = (struct memory){0};
}

static bool is_usable(const struct memory *memory)
{
    return memory->journal && memory->journal->db.state == DB_OPEN;
}

bool memory_catch_up(struct memory *memory)
{
    struct position position;
    if (!is_usable(memory))
        return false;
    struct folder folder = {.db = &memory->journal->db};
    if (!read_position(&folder, &position))
        return end(memory, &folder);
    bool is_behind = !position.is_fit || position.folded < position.last;
    if (is_behind && !fold(memory, false))
        return false;
    if (!is_behind && memory->folded == position.folded)
        return true;
    memory->folded = position.last; // or later: then the options are read once more
    return refresh(memory);
}

bool memory_rebuild(struct memory *memory)
{
    return is_usable(memory) && fold(memory, true) && refresh(memory);
}

enum fsrs_error memory_set_options(struct memory *memory, const struct memory_options *options,
                                   int64_t wall_ms)
{
    struct fsrs fsrs;
    struct arena scratch = {0};
    enum fsrs_error error = fsrs_init(&fsrs, &options->params, &options->fsrs);
    if (error != FSRS_OK)
        return error;
    const char *text = memory_options_text(options, &scratch);
    if (strcmp(text, memory_options_text(&memory->options, &scratch)) != 0) {
        set_options(memory, options);
        if (memory->journal &&
            journal_append(memory->journal, &(struct journal_event){.at_ms = wall_ms,
                                                                    .type = JOURNAL_OPTIONS,
                                                                    .data = text}))
            memory_catch_up(memory);
    }
    arena_free(&scratch);
    return FSRS_OK;
}

uint64_t memory_seed(const char *bank, const char *question, int part)
{
    uint64_t seed = XXH3_64bits_withSeed(bank, strlen(bank), (uint64_t)part);
    return XXH3_64bits_withSeed(question, strlen(question), seed);
}
