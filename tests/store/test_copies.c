// Backups that the user asks for.
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/copies.h"
#include "store/file.h"
#include "store/scratch.h"

static const char one_more[] = "INSERT OR IGNORE INTO learner VALUES (1, 'me'); INSERT INTO "
                               "event(at_ms, learner, type) VALUES (5, 1, 2)";

/// A database with `events` events.
static void open_with(struct db *db, struct scratch *s, int events)
{
    assert_true(db_open(db, scratch_path(s, "quartet.db"), &s->diags));
    for (int i = 0; i < events; i++)
        assert_true(db_run(db, one_more));
}

static int64_t events_of(const struct db *db)
{
    struct copies_contents contents;
    assert_true(copies_count(db, &contents));
    return contents.events;
}

static void saves_and_restores_everything(void **state)
{
    struct scratch *s = *state;
    struct db db, old;
    struct copies_contents contents;
    const char *copy = scratch_path(s, "copy.db"), *kept;
    open_with(&db, s, 2);
    assert_true(copies_save(&db, copy, &contents, &s->diags));
    assert_int_equal(contents.events, 2);
    assert_int_equal(contents.learners, 1);
    open_with(&old, s, 3); // another program goes on
    assert_int_equal(events_of(&db), 5);
    assert_true(copies_restore(&db, copy, &contents, &kept, &s->diags));
    assert_int_equal(contents.events, 2);
    assert_int_equal(events_of(&db), 2);
    assert_int_equal(events_of(&old), 2);
    assert_string_equal(kept, scratch_path(s, "quartet.db.replaced-1"));
    assert_true(copies_restore(&db, kept, &contents, &kept, &s->diags)); // and back
    assert_int_equal(events_of(&db), 5);
    assert_string_equal(kept, scratch_path(s, "quartet.db.replaced-2"));
    assert_int_equal(s->diags.count, 0);
    db_close(&old);
    db_close(&db);
}

static void nothing_is_kept_of_an_empty_database(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    const char *copy = scratch_path(s, "copy.db"), *kept = "";
    open_with(&db, s, 1);
    assert_true(copies_save(&db, copy, &contents, &s->diags));
    assert_true(db_run(&db, "DELETE FROM event"));
    assert_true(copies_restore(&db, copy, &contents, &kept, &s->diags));
    assert_null(kept);
    assert_int_equal(events_of(&db), 1);
    db_close(&db);
}

static void replaces_backups_and_nothing_else(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    open_with(&db, s, 1);
    const char *copy = scratch_write(s, "copy.db", ""); // as mktemp leaves it
    assert_true(copies_save(&db, copy, &contents, &s->diags));
    assert_true(db_run(&db, one_more));
    assert_true(copies_save(&db, copy, &contents, &s->diags));
    assert_int_equal(contents.events, 2);
    const char *essay = scratch_write(s, "essay.txt", "Once upon a time");
    assert_false(copies_save(&db, essay, &contents, &s->diags));
    assert_non_null(strstr(scratch_message(s), "is no sound backup of Quartet"));
    assert_string_equal(scratch_read(s, essay), "Once upon a time");
    assert_int_equal(scratch_count(s), 5); // with -wal and -shm
    db_close(&db);
}

static void the_database_is_no_backup_of_itself(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    const char *kept, *link = scratch_path(s, "link.db");
    open_with(&db, s, 1);
    assert_int_equal(symlink(db_path(&db), link), 0);
    assert_false(copies_save(&db, db_path(&db), &contents, &s->diags));
    assert_false(copies_save(&db, link, &contents, &s->diags));
    assert_false(copies_restore(&db, link, &contents, &kept, &s->diags));
    assert_int_equal(s->diags.errors, 3);
    for (int i = 0; i < 3; i++)
        assert_non_null(strstr(s->diags.items[i].message, "is the database itself"));
    assert_int_equal(events_of(&db), 1);
    db_close(&db);
}

static void a_backup_without_a_place_says_what_to_do(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    open_with(&db, s, 1);
    assert_false(copies_save(&db, scratch_path(s, "none/copy.db"), &contents, &s->diags));
    assert_non_null(strstr(scratch_message(s), "its folder is not there"));
    assert_int_equal(scratch_count(s), 3);
    db_close(&db);
}

static void what_is_no_backup_changes_nothing(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    const char *kept;
    open_with(&db, s, 1);
    assert_true(copies_save(&db, scratch_path(s, "copy.db"), &contents, &s->diags));
    FILE *file = fopen(scratch_path(s, "copy.db"), "r+b"); // damaged in its middle
    assert_int_equal(fseek(file, 4096, SEEK_SET), 0);
    for (int i = 0; i < 4096; i++)
        fputc(0x55, file);
    assert_int_equal(fclose(file), 0);
    assert_true(db_run(&db, one_more));
    assert_false(copies_restore(&db, scratch_path(s, "copy.db"), &contents, &kept, &s->diags));
    assert_non_null(strstr(scratch_message(s), "is no backup of Quartet, or is damaged"));
    assert_false(copies_restore(&db, scratch_path(s, "none"), &contents, &kept, &s->diags));
    assert_false(copies_restore(&db, s->dir, &contents, &kept, &s->diags));
    assert_int_equal(s->diags.errors, 3);
    assert_int_equal(events_of(&db), 2);
    assert_true(file_is_missing(scratch_path(s, "quartet.db.replaced-1")));
    db_close(&db);
}

static void new_backups_are_named_by_the_day(void **state)
{
    static const int64_t late_ms = 1795735800000; // 26 November 2026, 23:30 UTC
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    open_with(&db, s, 2);
    const char *folder = copies_folder(db_path(&db), &s->arena);
    const struct fsrs_time here = {late_ms, 0}, east = {late_ms, 60};
    assert_string_equal(copies_make(&db, here, &contents, &s->diags),
                        scratch_path(s, "backups/quartet-backup-2026-11-26.db"));
    assert_int_equal(contents.events, 2);
    assert_string_equal(copies_make(&db, here, &contents, &s->diags),
                        scratch_path(s, "backups/quartet-backup-2026-11-26-2.db"));
    assert_string_equal(copies_make(&db, east, &contents, &s->diags),
                        scratch_path(s, "backups/quartet-backup-2026-11-27.db"));
    assert_int_equal(s->diags.count, 0);
    assert_string_equal(folder, scratch_path(s, "backups"));
    db_close(&db);
}

static void a_glance_tells_how_much_there_is(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copy *copies;
    struct copies_contents contents;
    open_with(&db, s, 3);
    const char *path = copies_make(&db, (struct fsrs_time){0, 0}, &contents, &s->diags);
    assert_non_null(path);
    assert_int_equal(copies_list(db_path(&db), &s->arena, &copies), 1);
    contents = (struct copies_contents){0};
    assert_true(copies_peek(copies, &contents));
    assert_int_equal(contents.events, 3);
    assert_int_equal(contents.learners, 1);
    scratch_write(s, "backups/quartet-backup-1970-01-01.db", "no database");
    assert_false(copies_peek(copies, &contents));
    copies[0].path = scratch_path(s, "none");
    assert_false(copies_peek(copies, &contents));
    assert_true(file_is_missing(copies[0].path));
    db_close(&db);
}

static void a_backup_without_a_folder_is_none(void **state)
{
    struct scratch *s = *state;
    struct db db;
    struct copies_contents contents;
    open_with(&db, s, 1);
    scratch_write(s, "backups", "a file");
    assert_null(copies_make(&db, (struct fsrs_time){0, 0}, &contents, &s->diags));
    assert_int_equal(s->diags.errors, 1);
    db_close(&db);
}

static void dated(const char *path, time_t at_s)
{
    const struct timespec times[2] = {{.tv_sec = at_s}, {.tv_sec = at_s}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void copies_are_listed_the_newest_first(void **state)
{
    static const struct {
        const char *name;
        int at_s; // 0: it is no copy
    } files[] = {{"quartet.db.backup-1", 300},
                 {"backups/mine.db", 500},
                 {"quartet.db.backup-2", 100},
                 {"quartet.db.replaced-12", 400},
                 {"quartet.db.backup-0", 200},
                 {"quartet.db", 0},
                 {"quartet.db.backup-1.part-7", 0},
                 {"quartet.db.damaged-1", 0},
                 {"another.db.backup-1", 0},
                 {"backups/mine.db.part-7", 0},
                 {"backups/.db", 0}};
    struct scratch *s = *state;
    struct copy *copies;
    const char *db = scratch_path(s, "quartet.db");
    assert_int_equal(copies_list(db, &s->arena, &copies), 0);
    assert_int_equal(mkdir(scratch_path(s, "backups"), 0700), 0);
    assert_int_equal(mkdir(scratch_path(s, "backups/folder.db"), 0700), 0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        dated(scratch_write(s, files[i].name, "four"), files[i].at_s);
    assert_int_equal(copies_list(db, &s->arena, &copies), 5);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(copies[i].written_ms, (500 - 100 * i) * 1000);
        assert_int_equal(copies[i].bytes, 4);
    }
    assert_string_equal(copies[0].path, scratch_path(s, "backups/mine.db"));
    assert_string_equal(copies[1].path, scratch_path(s, "quartet.db.replaced-12"));
    assert_int_equal(copies[0].kind, COPY_ASKED);
    assert_int_equal(copies[1].kind, COPY_REPLACED);
    assert_int_equal(copies[2].kind, COPY_DAILY);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(saves_and_restores_everything),
        IN_SCRATCH(nothing_is_kept_of_an_empty_database),
        IN_SCRATCH(replaces_backups_and_nothing_else),
        IN_SCRATCH(the_database_is_no_backup_of_itself),
        IN_SCRATCH(a_backup_without_a_place_says_what_to_do),
        IN_SCRATCH(what_is_no_backup_changes_nothing),
        IN_SCRATCH(new_backups_are_named_by_the_day),
        IN_SCRATCH(a_glance_tells_how_much_there_is),
        IN_SCRATCH(a_backup_without_a_folder_is_none),
        IN_SCRATCH(copies_are_listed_the_newest_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
