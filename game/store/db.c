#include "store/db.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "store/db_backup.h"
#include "store/file.h"

enum {
    APPLICATION_ID = 0x51725474, // "QrTt", in the header of the file
    BUSY_MS = 3000,
    RETRY_MS = 10,
};

/// What brings a database from version i to i + 1. A row that was released never changes.
static const char *const migrations[] = {
    // Types and what `data` holds are those of store/journal.h. `game` is a number that the
    // events of one game share; it is no row.
    "CREATE TABLE learner(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;"
    "CREATE TABLE event("
    "  id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL,"
    "  learner INTEGER NOT NULL REFERENCES learner(id), game INTEGER, type INTEGER NOT NULL,"
    "  bank TEXT, question TEXT, data TEXT) STRICT;"
    "CREATE INDEX event_by_game ON event(game) WHERE game IS NOT NULL;",

    // A reading of the events, which can be made again: see store/memory_rows.h.
    "CREATE TABLE fold(id INTEGER PRIMARY KEY CHECK (id = 1), event INTEGER NOT NULL,"
    "  version INTEGER NOT NULL) STRICT;"
    "CREATE TABLE options("
    "  event INTEGER PRIMARY KEY, learner INTEGER NOT NULL, data TEXT NOT NULL) STRICT;"
    "CREATE TABLE left_out("
    "  game INTEGER NOT NULL, learner INTEGER NOT NULL, PRIMARY KEY (game, learner))"
    "  STRICT, WITHOUT ROWID;"
    "CREATE TABLE shelf(id INTEGER PRIMARY KEY, learner INTEGER NOT NULL, bank TEXT NOT NULL,"
    "  UNIQUE (learner, bank)) STRICT;"
    "CREATE TABLE known("
    "  id INTEGER PRIMARY KEY, shelf INTEGER, question TEXT, same_as INTEGER,"
    "  first INTEGER NOT NULL, last INTEGER NOT NULL, is_dropped INTEGER NOT NULL,"
    "  hash TEXT, text TEXT, right TEXT, flagged TEXT, UNIQUE (shelf, question)) STRICT;"
    "CREATE INDEX known_merged ON known(same_as) WHERE same_as NOTNULL;"
    "CREATE TABLE card("
    "  id INTEGER PRIMARY KEY, shelf INTEGER NOT NULL, seed INTEGER NOT NULL,"
    "  state BLOB NOT NULL, due_ms INTEGER, first_ms INTEGER NOT NULL,"
    "  is_suspended INTEGER NOT NULL, hidden_until_ms INTEGER NOT NULL,"
    "  last_review INTEGER NOT NULL, is_step INTEGER NOT NULL) STRICT;"
    "CREATE INDEX card_by_due ON card(shelf, due_ms, is_step, is_suspended, hidden_until_ms)"
    "  WHERE due_ms NOTNULL;"
    "CREATE TABLE review("
    "  id INTEGER PRIMARY KEY, card INTEGER NOT NULL, learner INTEGER NOT NULL, game INTEGER "
    "NOT NULL,"
    "  at_ms INTEGER NOT NULL, ahead_min INTEGER NOT NULL, took_ms INTEGER NOT NULL,"
    "  rating INTEGER NOT NULL, evidence INTEGER NOT NULL, is_quiz INTEGER NOT NULL,"
    "  out INTEGER NOT NULL, previous INTEGER NOT NULL, before BLOB, elapsed_days INTEGER,"
    "  interval_days INTEGER, retrievability REAL) STRICT;"
    "CREATE INDEX review_by_time ON review(learner, at_ms);"
    "CREATE TABLE answer("
    "  id INTEGER PRIMARY KEY, known INTEGER NOT NULL, learner INTEGER NOT NULL, game INTEGER "
    "NOT NULL,"
    "  at_ms INTEGER NOT NULL, ahead_min INTEGER NOT NULL, took_ms INTEGER NOT NULL,"
    "  credit INTEGER NOT NULL, out INTEGER NOT NULL, kind TEXT NOT NULL, said TEXT) STRICT;"
    "CREATE INDEX answer_by_time ON answer(learner, at_ms);"
    "CREATE INDEX answer_by_kind ON answer(learner, kind) WHERE credit = 1000 AND out = 0;"
    "CREATE TABLE mark("
    "  id INTEGER PRIMARY KEY, card INTEGER NOT NULL, what INTEGER NOT NULL,"
    "  until_ms INTEGER NOT NULL, out INTEGER NOT NULL) STRICT;"
    "CREATE INDEX mark_by_card ON mark(card);"
    // What memory_keep_mistakes() was told.
    "CREATE TABLE mistakes(learner INTEGER NOT NULL, bank TEXT NOT NULL,"
    "  event INTEGER NOT NULL, file INTEGER NOT NULL, all_of_them INTEGER NOT NULL,"
    "  to_fix INTEGER NOT NULL, PRIMARY KEY (learner, bank)) STRICT, WITHOUT ROWID;"
    // Of files, not of the events: see store/bank_summary.h.
    "CREATE TABLE summary(number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,"
    "  bytes INTEGER NOT NULL, written_ns INTEGER NOT NULL, changed_ns INTEGER NOT NULL,"
    "  id TEXT NOT NULL, title TEXT NOT NULL, questions INTEGER NOT NULL,"
    "  topics INTEGER NOT NULL, set_aside INTEGER NOT NULL) STRICT;"
    // No reading of events: what store/relink_library.c has nothing more to do in.
    "CREATE TABLE linked(learner INTEGER PRIMARY KEY, library INTEGER NOT NULL) STRICT;",

    // Part of the reading too, which is made again with it.
    "CREATE INDEX answer_by_known ON answer(known);"
    "CREATE TABLE missed("
    "  known INTEGER PRIMARY KEY, event INTEGER NOT NULL, missed INTEGER NOT NULL,"
    "  right_days INTEGER NOT NULL, right_day INTEGER NOT NULL, part INTEGER NOT NULL) STRICT;"
    "CREATE INDEX missed_by_event ON missed(event);"
    "DELETE FROM fold;",

    // Classes and their last teams, which are few among many events.
    "CREATE INDEX event_by_class ON event(type, learner) WHERE type IN (21, 22);",
};

enum { SCHEMA_VERSION = sizeof migrations / sizeof *migrations };

sqlite3_stmt *db_prepare(const struct db *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (db->state != DB_OPEN ||
        sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
            SQLITE_OK)
        return NULL;
    return statement;
}

sqlite3_stmt *db_keep(struct db *db, const char *sql)
{
    for (int i = 0; i < db->kept_count; i++) {
        struct db_kept *kept = &db->kept[i];
        if (kept->sql == sql) {
            sqlite3_reset(kept->statement);
            sqlite3_clear_bindings(kept->statement);
            return kept->statement;
        }
    }
    assert(db->kept_count < DB_KEPT_MOST);
    sqlite3_stmt *statement = db_prepare(db, sql);
    if (statement)
        db->kept[db->kept_count++] = (struct db_kept){sql, statement};
    return statement;
}

bool db_run(const struct db *db, const char *sql)
{
    return db->handle && sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool db_is_damaged(const struct db *db)
{
    int error = db->handle ? sqlite3_errcode(db->handle) : SQLITE_OK;
    return error == SQLITE_CORRUPT || error == SQLITE_NOTADB;
}

void db_explain(const struct db *db, char *text, size_t size)
{
    static const struct {
        int error;
        const char *text;
    } rows[] = {
        {SQLITE_FULL, "cannot be written: the disk is full. Free some space"},
        {SQLITE_IOERR,
         "cannot be read or written: the disk is full, or it fails. Free some space"},
        {SQLITE_READONLY, "cannot be written: it or its folder is read-only. Change that, or "
                          "name another folder with --data-dir"},
        {SQLITE_CANTOPEN, "cannot be opened or made. Look who may write to its folder, or name "
                          "another with --data-dir"},
        {SQLITE_BUSY, "cannot be written: another program keeps it locked. Close that one"},
        {SQLITE_CORRUPT, "is damaged. Take a backup; see: quartet help restore"},
        {SQLITE_NOTADB, "is damaged, or is no database"},
    };

    int error = db->handle ? sqlite3_errcode(db->handle) & 0xFF : SQLITE_NOMEM; // the kind
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].error == error) {
            snprintf(text, size, "%s", rows[i].text);
            return;
        }
    }
    snprintf(text, size, "cannot be used: %s",
             db->handle ? sqlite3_errmsg(db->handle) : "there is no memory left");
}

/// The number that `sql` gives; -1 if it could not be had.
static int64_t number_of(const struct db *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = -1;
    if (sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    // This and not the row decides: only the end of the statement tells of damage.
    return sqlite3_finalize(statement) == SQLITE_OK ? number : -1;
}

/// Whose file it is, before anything in it is touched.
static enum db_state look_at(const struct db *db, int64_t *version)
{
    *version = number_of(db, "PRAGMA user_version");
    int64_t id = number_of(db, "PRAGMA application_id");
    int64_t tables = number_of(db, "SELECT count(*) FROM sqlite_schema");
    if (*version < 0 || id < 0 || tables < 0)
        return DB_FAULTY;
    bool is_new = tables == 0 && *version == 0;
    return (is_new || id == APPLICATION_ID) && *version <= SCHEMA_VERSION ? DB_OPEN : DB_ALIEN;
}

/// All steps in one transaction; another program may have taken them meanwhile. When one fails
/// the transaction stays open, for rolling it back would wipe out why it failed.
static bool migrate(const struct db *db)
{
    if (!db_run(db, "BEGIN IMMEDIATE"))
        return false;
    int64_t version = number_of(db, "PRAGMA user_version");
    bool is_good = version >= 0;
    for (; is_good && version < SCHEMA_VERSION; version++)
        is_good = db_run(db, migrations[version]);
    char sql[96];
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             APPLICATION_ID, SCHEMA_VERSION);
    return is_good && db_run(db, sql) && db_run(db, "COMMIT");
}

/// Makes the journal a WAL. To change it SQLite wants the file for itself, for which it does
/// not wait as for all else: another program that begins at the same moment is waited for here.
static bool use_wal(const struct db *db)
{
    for (int waited_ms = 0; waited_ms < BUSY_MS; waited_ms += RETRY_MS) {
        if (db_run(db, "PRAGMA journal_mode=WAL"))
            return true;
        if ((sqlite3_errcode(db->handle) & 0xFF) != SQLITE_BUSY)
            return false;
        sqlite3_sleep(RETRY_MS);
    }
    return false;
}

/// Opens what is at `path`. On failure `db->state` says what is wrong and, but for an alien
/// file, the handle stays to be asked why.
static bool try_open(struct db *db, const char *path, struct diags *diags)
{
    *db = (struct db){.state = DB_FAULTY};
    if (sqlite3_open_v2(path, &db->handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                        NULL) != SQLITE_OK)
        return false;
    sqlite3_busy_timeout(db->handle, BUSY_MS);
    int64_t version = 0;
    db->state = look_at(db, &version);
    if (db->state == DB_ALIEN) {
        diag_add_file(diags, DIAG_ERROR, path,
                      version > SCHEMA_VERSION
                          ? "was written by a newer Quartet; this one leaves it alone and "
                            "remembers nothing. Update Quartet, or name another folder with "
                            "--data-dir"
                          : "belongs to another program; nothing is remembered. Move it away, "
                            "or name another folder with --data-dir");
        return false;
    }
    if (db->state != DB_OPEN)
        return false;
    bool is_good = use_wal(db) && db_run(db, "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
    bool is_old = version != SCHEMA_VERSION; // a newer one was refused
    if (is_good && is_old && version != 0)
        is_good = db_backup_rotate(db, path, diags);
    if (is_good && is_old)
        is_good = migrate(db);
    db->state = is_good ? DB_OPEN : DB_FAULTY;
    return is_good;
}

/// Closes what could not be opened and says why, unless that was said.
static bool give_up(struct db *db, const char *path, struct diags *diags)
{
    char why[256];
    enum db_state state = db->state == DB_ALIEN ? DB_ALIEN : DB_FAULTY;
    if (state == DB_FAULTY && db->handle) {
        db_explain(db, why, sizeof why);
        diag_add_file(diags, DIAG_ERROR, path, "%s", why);
    }
    db_close(db);
    db->state = state;
    return false;
}

bool db_open(struct db *db, const char *path, struct diags *diags)
{
    *db = (struct db){.state = DB_FAULTY};
    if (!file_make_folder(file_folder(diags->arena, path), diags))
        return false;
    if (try_open(db, path, diags))
        return true;
    if (db->state == DB_FAULTY && db_is_damaged(db)) {
        db_close(db);
        if (db_backup_replace(path, diags) && try_open(db, path, diags))
            return true;
    }
    return give_up(db, path, diags);
}

bool db_open_reader(struct db *db, const char *path)
{
    *db = (struct db){0};
    int result =
        sqlite3_open_v2(path, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, NULL);
    if (result != SQLITE_OK) {
        db_close(db);
        return false;
    }
    sqlite3_busy_timeout(db->handle, BUSY_MS);
    db->state = DB_OPEN;
    return true;
}

bool db_open_backup(struct db *backup, const char *path, struct diags *diags)
{
    int64_t version = 0;
    *backup = (struct db){.handle = db_backup_open(path)};
    if (backup->handle && look_at(backup, &version) == DB_OPEN && version != 0) {
        backup->state = DB_OPEN;
        return true;
    }
    const char *why = "is no backup of Quartet, or is damaged. Name another file";
    if (file_is_missing(path)) {
        why = "is not there. Look at its name";
    } else if (version > SCHEMA_VERSION) {
        why = "is a backup of a newer Quartet. Update this one";
    }
    diag_add_file(diags, DIAG_ERROR, path, "%s", why);
    db_close(backup);
    return false;
}

bool db_restore(struct db *db, const struct db *backup, struct diags *diags)
{
    char why[256];
    int result = db_backup_copy(db->handle, backup->handle);
    if (result != SQLITE_OK) {
        diag_add_file(diags, DIAG_ERROR, db_path(db), "%s", db_backup_reason(result));
        return false;
    }
    bool is_good = migrate(db);
    if (!is_good) { // it will be when it is opened next
        db_explain(db, why, sizeof why);
        diag_add_file(diags, DIAG_ERROR, db_path(db), "%s", why);
        db_run(db, "ROLLBACK");
    }
    return is_good;
}

const char *db_path(const struct db *db)
{
    return sqlite3_db_filename(db->handle, "main");
}

void db_close(struct db *db)
{
    for (int i = 0; i < db->kept_count; i++)
        sqlite3_finalize(db->kept[i].statement);
    int result = sqlite3_close(db->handle);
    assert(result == SQLITE_OK); // else a statement was not finalized
    (void)result;
    *db = (struct db){0};
}
