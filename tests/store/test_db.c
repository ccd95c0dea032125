#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/db.h"
#include "store/db_backup.h"
#include "store/file.h"
#include "store/scratch.h"

static const char add_row[] =
    "INSERT INTO learner(name) VALUES ('Ada'); INSERT INTO event(at_ms, learner, type) VALUES "
    "(5, (SELECT max(id) FROM learner), 2)";

/// The number that `sql` gives.
static int64_t ask(const struct db *db, const char *sql)
{
    sqlite3_stmt *statement = db_prepare(db, sql);
    assert_non_null(statement);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

static int64_t rows(const struct db *db)
{
    return ask(db, "SELECT count(*) FROM event");
}

static void opened(struct db *db, const char *path, struct scratch *s)
{
    if (!db_open(db, path, &s->diags))
        fail_msg("%s", s->diags.items[0].message);
}

static void makes_a_durable_database_in_a_new_folder(void **state)
{
    struct scratch *s = *state;
    struct db db;
    opened(&db, scratch_path(s, "new/folder/quartet.db"), s);
    assert_int_equal(s->diags.count, 0);
    assert_int_equal(ask(&db, "PRAGMA synchronous"), 2); // FULL
    assert_int_equal(ask(&db, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = "
                              "'wal'"),
                     1);
    assert_int_equal(ask(&db, "PRAGMA user_version"), 4);
    assert_int_equal(rows(&db), 0);
    db_close(&db);
}

static void keeps_what_was_written(void **state)
{
    struct scratch *s = *state;
    struct db db, other;
    const char *path = scratch_path(s, "quartet.db");
    opened(&db, path, s);
    assert_true(db_run(&db, add_row));
    opened(&other, path, s); // a second program
    assert_int_equal(rows(&other), 1);
    assert_true(db_run(&other, "INSERT INTO event(at_ms, learner, type) VALUES (6, 1, 2)"));
    assert_int_equal(rows(&db), 2);
    db_close(&other);
    db_close(&db);
    opened(&db, path, s);
    assert_int_equal(rows(&db), 2);
    db_close(&db);
}

static void refuses_and_leaves_alone(struct scratch *s, const char *sql, const char *message)
{
    struct db db;
    sqlite3 *raw = NULL;
    struct buf before = {0}, after = {0};
    const char *path = scratch_path(s, "quartet.db");
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    assert_true(file_read(path, 1 << 20, &before, &s->diags));
    assert_false(db_open(&db, path, &s->diags));
    assert_int_equal(db.state, DB_ALIEN);
    assert_non_null(strstr(scratch_message(s), message));
    assert_true(file_read(path, 1 << 20, &after, &s->diags));
    assert_int_equal(before.len, after.len);
    assert_memory_equal(before.data, after.data, after.len);
    assert_int_equal(scratch_count(s), 1);
    buf_free(&before);
    buf_free(&after);
    db_close(&db);
}

static void refuses_a_newer_one(void **state)
{
    refuses_and_leaves_alone(*state,
                             "CREATE TABLE event(x); PRAGMA user_version = 99;"
                             "PRAGMA application_id = 1366447220",
                             "newer Quartet");
}

static void refuses_that_of_another_program(void **state)
{
    refuses_and_leaves_alone(*state, "CREATE TABLE notes(x); PRAGMA user_version = 1",
                             "another program");
}

static void says_why_it_cannot_be_made(void **state)
{
    struct scratch *s = *state;
    struct db db;
    sqlite3 *raw = NULL;
    const char *path = scratch_path(s, "quartet.db");
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw,
                                  "CREATE TABLE learner(x); PRAGMA application_id = "
                                  "1366447220",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(raw);
    assert_false(db_open(&db, path, &s->diags));
    assert_int_equal(db.state, DB_FAULTY);
    assert_non_null(strstr(scratch_message(s), "cannot be used: table learner already exists"));
    db_close(&db);
}

static void puts_a_damaged_one_aside(void **state)
{
    struct scratch *s = *state;
    struct db db;
    const char *path = scratch_write(s, "quartet.db", "This was a database once upon a time");
    opened(&db, path, s);
    assert_int_equal(rows(&db), 0);
    db_close(&db);
    assert_non_null(
        strstr(scratch_message(s), "quartet.db.damaged-1; there is no good backup"));
    assert_int_equal(s->diags.errors, 0);
    assert_string_equal(scratch_read(s, scratch_path(s, "quartet.db.damaged-1")),
                        "This was a database once upon a time");
}

static void takes_the_newest_good_backup_for_a_damaged_one(void **state)
{
    struct scratch *s = *state;
    struct db db;
    const char *path = scratch_path(s, "quartet.db");
    opened(&db, path, s);
    assert_true(db_run(&db, add_row));
    assert_true(db_backup_rotate(&db, path, &s->diags)); // the second in the end
    db_close(&db);
    scratch_write(s, "quartet.db.backup-0", "");
    rename(scratch_path(s, "quartet.db.backup-1"), scratch_path(s, "quartet.db.backup-2"));
    scratch_write(s, "quartet.db.backup-1", "cut off");
    scratch_write(s, "quartet.db", "damaged");
    opened(&db, path, s);
    assert_int_equal(rows(&db), 1);
    db_close(&db);
    assert_non_null(strstr(scratch_message(s), "the newest good backup takes its place"));
}

static void keeps_three_backups(void **state)
{
    struct scratch *s = *state;
    struct db db, old;
    const char *path = scratch_path(s, "quartet.db");
    assert_true(db_backup_is_due(path));
    opened(&db, path, s);
    assert_true(db_run(&db, add_row));
    for (int i = 1; i <= 5; i++) {
        assert_true(db_run(&db, "INSERT INTO event(at_ms, learner, type) VALUES (6, 1, 2)"));
        assert_true(db_backup_rotate(&db, path, &s->diags));
    }
    db_close(&db);
    assert_false(db_backup_is_due(path));
    for (int i = 1; i <= 3; i++) {
        opened(&old, arena_printf(&s->arena, "%s.backup-%d", path, i), s);
        assert_int_equal(rows(&old), 7 - i);
        db_close(&old);
    }
    assert_true(file_is_missing(scratch_path(s, "quartet.db.backup-4")));
    assert_true(file_is_missing(scratch_path(s, "quartet.db.backup-0")));
}

/// Restores the backup at `path`; false if there is none that is good.
static bool restore(struct db *db, const char *path, struct scratch *s)
{
    struct db backup;
    bool is_good =
        db_open_backup(&backup, path, &s->diags) && db_restore(db, &backup, &s->diags);
    db_close(&backup);
    return is_good;
}

static void restores_a_backup_also_for_others(void **state)
{
    struct scratch *s = *state;
    struct db db, other;
    const char *path = scratch_path(s, "quartet.db"), *copy = scratch_path(s, "copy.db");
    opened(&db, path, s);
    assert_true(db_run(&db, add_row));
    assert_true(db_backup(&db, copy, &s->diags));
    assert_true(db_run(&db, "DELETE FROM event"));
    opened(&other, path, s);
    assert_true(restore(&db, copy, s));
    assert_int_equal(rows(&db), 1);
    assert_int_equal(rows(&other), 1);
    db_close(&db);
    db_close(&other);
}

static void restores_nothing_that_is_no_backup(void **state)
{
    struct scratch *s = *state;
    struct db db;
    sqlite3 *raw = NULL;
    opened(&db, scratch_path(s, "quartet.db"), s);
    assert_true(db_run(&db, add_row));
    assert_false(restore(&db, scratch_write(s, "note.txt", "no database"), s));
    assert_false(restore(&db, scratch_path(s, "missing.db"), s));
    assert_int_equal(sqlite3_open(scratch_path(s, "alien.db"), &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, "CREATE TABLE x(y)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    assert_false(restore(&db, scratch_path(s, "alien.db"), s));
    assert_int_equal(s->diags.errors, 3);
    assert_int_equal(rows(&db), 1);
    db_close(&db);
}

/// A database of the first version, with an event.
static const char old_schema[] =
    "CREATE TABLE learner(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;"
    "CREATE TABLE event(id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, learner INTEGER NOT "
    "NULL REFERENCES learner(id), game INTEGER, type INTEGER NOT NULL, bank TEXT, question "
    "TEXT, data TEXT) STRICT;"
    "CREATE INDEX event_by_game ON event(game) WHERE game IS NOT NULL;"
    "PRAGMA application_id = 0x51725474; PRAGMA user_version = 1;"
    "INSERT INTO learner VALUES (1, 'me'); INSERT INTO event(at_ms, learner, type) VALUES "
    "(5, 1, 2)";

static const char *write_old(struct scratch *s, const char *name)
{
    sqlite3 *raw = NULL;
    const char *path = scratch_path(s, name);
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, old_schema, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    return path;
}

static void brings_an_older_one_up_to_date(void **state)
{
    struct scratch *s = *state;
    struct db db, old;
    opened(&db, write_old(s, "quartet.db"), s);
    assert_int_equal(ask(&db, "PRAGMA user_version"), 4);
    assert_int_equal(rows(&db), 1);
    assert_int_equal(ask(&db, "SELECT count(*) FROM card"), 0);
    db_close(&db);
    assert_true(db_open_backup(&old, scratch_path(s, "quartet.db.backup-1"), &s->diags));
    assert_int_equal(ask(&old, "PRAGMA user_version"), 1);
    db_close(&old);
}

// What was read of the events lacks what the newer program reads of them.
static void reads_the_events_of_an_older_one_anew(void **state)
{
    struct scratch *s = *state;
    struct db db;
    opened(&db, scratch_path(s, "quartet.db"), s);
    assert_true(db_run(&db, "DROP TABLE missed; DROP INDEX answer_by_known;"
                            "DROP INDEX event_by_class;"
                            "INSERT INTO fold VALUES (1, 7, 1); PRAGMA user_version = 2"));
    db_close(&db);
    opened(&db, scratch_path(s, "quartet.db"), s);
    assert_int_equal(ask(&db, "PRAGMA user_version"), 4);
    assert_int_equal(ask(&db, "SELECT count(*) FROM missed"), 0);
    assert_int_equal(ask(&db, "SELECT count(*) FROM fold"), 0);
    db_close(&db);
}

static void restores_an_older_backup(void **state)
{
    struct scratch *s = *state;
    struct db db;
    opened(&db, scratch_path(s, "quartet.db"), s);
    assert_true(restore(&db, write_old(s, "old.db"), s));
    assert_int_equal(ask(&db, "PRAGMA user_version"), 4);
    assert_int_equal(rows(&db), 1);
    db_close(&db);
}

static void keeps_statements_until_it_is_closed(void **state)
{
    static const char sql[] = "SELECT ?1";
    struct scratch *s = *state;
    struct db db;
    opened(&db, scratch_path(s, "quartet.db"), s);
    sqlite3_stmt *statement = db_keep(&db, sql);
    assert_int_equal(sqlite3_bind_int(statement, 1, 7), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), 7);
    assert_ptr_equal(db_keep(&db, sql), statement); // begun again, without the 7
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_type(statement, 0), SQLITE_NULL);
    db_close(&db); // fails if the statement is there still
    assert_null(db_keep(&db, sql));
}

static void says_why_it_cannot_be_opened(void **state)
{
    struct scratch *s = *state;
    struct db db;
    scratch_write(s, "file", "");
    assert_false(db_open(&db, scratch_path(s, "file/quartet.db"), &s->diags));
    assert_int_equal(db.state, DB_FAULTY);
    assert_int_equal(s->diags.errors, 1);
    db_close(&db);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(makes_a_durable_database_in_a_new_folder),
        IN_SCRATCH(keeps_what_was_written),
        IN_SCRATCH(refuses_a_newer_one),
        IN_SCRATCH(refuses_that_of_another_program),
        IN_SCRATCH(says_why_it_cannot_be_made),
        IN_SCRATCH(puts_a_damaged_one_aside),
        IN_SCRATCH(takes_the_newest_good_backup_for_a_damaged_one),
        IN_SCRATCH(keeps_three_backups),
        IN_SCRATCH(restores_a_backup_also_for_others),
        IN_SCRATCH(restores_nothing_that_is_no_backup),
        IN_SCRATCH(brings_an_older_one_up_to_date),
        IN_SCRATCH(reads_the_events_of_an_older_one_anew),
        IN_SCRATCH(restores_an_older_backup),
        IN_SCRATCH(keeps_statements_until_it_is_closed),
        IN_SCRATCH(says_why_it_cannot_be_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
