#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/bank_summary.h"
#include "store/library.h"
#include "store/scratch.h"

static const struct bank planets = {.id = "planets",
                                    .title = "Planets & Monde",
                                    .question_count = 1200,
                                    .topic_count = 3,
                                    .set_aside = 2};

static struct db open_db(struct scratch *s)
{
    struct db db;
    assert_true(db_open(&db, scratch_path(s, "quartet.db"), &s->diags));
    return db;
}

/// Keeps what there is to know of the file at `path`, as it is now.
static void keep(struct db *db, const char *path)
{
    struct file_stamp stamp;
    assert_true(file_stamp(path, &stamp));
    assert_true(bank_summary_keep(db, path, &stamp, &planets));
}

static bool is_known(struct scratch *s, struct db *db, const char *path)
{
    struct bank_summary summary;
    return bank_summary_find(db, path, &s->arena, &summary);
}

static void what_is_kept_is_found_again(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    struct bank_summary summary;
    const char *path = scratch_write(s, "a.json", "text");
    assert_false(is_known(s, &db, path));
    keep(&db, path);
    db_close(&db);
    db = open_db(s);
    assert_true(bank_summary_find(&db, path, &s->arena, &summary));
    assert_int_equal(summary.stamp.bytes, 4);
    assert_string_equal(summary.bank.id, "planets");
    assert_string_equal(summary.bank.title, "Planets & Monde");
    assert_int_equal(summary.bank.question_count, 1200);
    assert_int_equal(summary.bank.topic_count, 3);
    assert_int_equal(summary.bank.set_aside, 2);
    assert_null(summary.bank.questions);
    assert_null(summary.bank.topics);
    db_close(&db);
}

static void the_file_that_was_read_last_is_named_first(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    const char *const *paths;
    assert_int_equal(bank_summary_paths(&db, "planets", &s->arena, &paths), 0);
    const char *old = scratch_write(s, "old.json", "text");
    const char *new = scratch_write(s, "new.json", "text");
    keep(&db, old);
    keep(&db, new);
    assert_int_equal(bank_summary_paths(&db, "planets", &s->arena, &paths), 2);
    assert_string_equal(paths[0], new);
    assert_string_equal(paths[1], old);
    keep(&db, old);
    assert_int_equal(remove(old), 0);
    assert_int_equal(bank_summary_paths(&db, "planets", &s->arena, &paths), 2);
    assert_string_equal(paths[0], old);
    assert_int_equal(bank_summary_paths(&db, "moons", &s->arena, &paths), 0);
    db_close(&db);
}

static void nothing_is_known_of_another_file(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    keep(&db, scratch_write(s, "a.json", "text"));
    assert_false(is_known(s, &db, scratch_write(s, "b.json", "text")));
    assert_false(is_known(s, &db, scratch_path(s, "missing.json")));
    db_close(&db);
}

static void a_file_that_went_is_not_known(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    const char *path = scratch_write(s, "a.json", "text");
    keep(&db, path);
    assert_int_equal(unlink(path), 0);
    assert_false(is_known(s, &db, path));
    db_close(&db);
}

static void set_written(const char *path, int64_t ns)
{
    enum { NS_PER_S = 1000000000 };

    const struct timespec times[] = {{.tv_nsec = UTIME_OMIT},
                                     {.tv_sec = ns / NS_PER_S, .tv_nsec = ns % NS_PER_S}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/// By its size, by its time, and although somebody gave it the old size and time.
static void a_file_that_was_changed_is_not_known(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    struct file_stamp before;
    const char *path = scratch_write(s, "a.json", "text");
    set_written(path, 5);
    keep(&db, path);
    assert_true(is_known(s, &db, path));
    scratch_write(s, "a.json", "texts");
    set_written(path, 5);
    assert_false(is_known(s, &db, path));
    scratch_write(s, "a.json", "text");
    set_written(path, 6);
    assert_false(is_known(s, &db, path));
    keep(&db, path);
    assert_true(file_stamp(path, &before));
    // The clock of files is coarse: until it has gone on.
    for (int i = 0; i < 10000 && is_known(s, &db, path); i++) {
        scratch_write(s, "a.json", "Text");
        set_written(path, 6);
    }
    assert_false(is_known(s, &db, path));
    struct file_stamp after;
    assert_true(file_stamp(path, &after));
    assert_int_equal(after.bytes, before.bytes);
    assert_int_equal(after.written_ns, before.written_ns);
    db_close(&db);
}

static void another_file_under_the_old_name_is_not_known(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    const char *path = scratch_write(s, "a.json", "text");
    const char *other = scratch_write(s, "b.json", "some other text");
    keep(&db, path);
    keep(&db, other);
    assert_int_equal(rename(other, path), 0);
    assert_false(is_known(s, &db, path));
    db_close(&db);
}

static void a_path_means_the_same_from_any_folder(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    keep(&db, scratch_write(s, "a.json", "text"));
    assert_int_equal(chdir(s->dir), 0);
    assert_true(is_known(s, &db, "a.json"));
    assert_int_equal(chdir("/"), 0);
    assert_false(is_known(s, &db, "a.json"));
    assert_int_equal(chdir(before), 0);
    db_close(&db);
}

static void the_last_that_was_kept_counts(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    struct bank_summary summary;
    struct file_stamp stamp;
    const char *path = scratch_write(s, "a.json", "text");
    keep(&db, path);
    assert_true(file_stamp(path, &stamp));
    assert_true(bank_summary_keep(&db, path, &stamp, NULL)); // it could not be read
    assert_true(bank_summary_find(&db, path, &s->arena, &summary));
    assert_int_equal(summary.bank.question_count, 0);
    assert_string_equal(summary.bank.id, "");
    db_close(&db);
}

static void the_oldest_go_when_there_are_many(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    const char *first = scratch_write(s, "a.json", "text");
    const char *second = scratch_write(s, "b.json", "text");
    struct file_stamp stamp;
    keep(&db, first);
    keep(&db, second);
    assert_true(file_stamp(first, &stamp));
    assert_true(db_run(&db, "BEGIN"));
    for (int i = 0; i < BANK_SUMMARIES - 1; i++) {
        char path[20];
        snprintf(path, sizeof path, "/%d", i);
        assert_true(bank_summary_keep(&db, path, &stamp, &planets));
    }
    assert_true(db_run(&db, "COMMIT"));
    assert_false(is_known(s, &db, first));
    assert_true(is_known(s, &db, second));
    db_close(&db);
}

static void without_a_database_nothing_is_known(void **state)
{
    struct scratch *s = *state;
    struct db db = {0};
    struct file_stamp stamp;
    const char *path = scratch_write(s, "a.json", "text");
    assert_true(file_stamp(path, &stamp));
    assert_false(is_known(s, &db, path));
    assert_false(bank_summary_keep(&db, path, &stamp, &planets));
}

// --- in the library
// ----------------------------------------------------------------------------

static const char *write_bank(struct scratch *s, const char *name, const char *id)
{
    return scratch_write(s, name,
                         arena_printf(&s->arena,
                                      "{\"format\": \"quizbank/1\", \"id\": \"%s\", "
                                      "\"title\": \"T\", \"questions\": [{\"question\": "
                                      "\"Q?\", \"answer\": \"A\", \"wrong\": [\"B\"]}]}\n",
                                      id));
}

static void find(struct scratch *s, struct library *library, struct db *db)
{
    library_find(library, &(struct library_places){.installed_dir = s->dir});
    library->db = db;
}

/// Reads all banks and keeps their summaries.
static void learn(struct scratch *s, struct db *db)
{
    struct library library;
    find(s, &library, db);
    library_open_all(&library);
    assert_true(library_keep_summaries(&library));
    library_close(&library);
}

static void ids_are_known_without_reading(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    struct library library;
    write_bank(s, "a.json", "a");
    write_bank(s, "b.json", "b");
    scratch_write(s, "c.json", "no bank");
    learn(s, &db);
    write_bank(s, "b.json", "other");
    find(s, &library, &db);
    assert_true(library_has_id(&library, 0, "a"));
    assert_false(library_has_id(&library, 0, "b"));
    assert_false(library.entries[0].is_open);
    assert_int_equal(library_summary(&library, 0)->bank.question_count, 1);
    assert_false(library_has_id(&library, 1, "b")); // changed: that was read
    assert_true(library_has_id(&library, 1, "other"));
    assert_true(library.entries[1].is_open);
    assert_null(library_summary(&library, 1));
    assert_false(library_has_id(&library, 2, "c"));
    assert_false(library.entries[2].is_open);
    library_close(&library);
    db_close(&db);
}

static void of_two_banks_with_one_id_the_first_is_found_first(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    struct library library;
    write_bank(s, "a.json", "same");
    write_bank(s, "b.json", "same");
    learn(s, &db);
    find(s, &library, &db);
    assert_true(library_has_id(&library, 0, "same"));
    assert_true(library_has_id(&library, 1, "same"));
    library_open_all(&library);
    assert_string_equal(library.entries[1].shadowed_by, library.entries[0].path);
    library_close(&library);
    db_close(&db);
}

static int64_t last_number(struct db *db)
{
    sqlite3_stmt *statement = db_prepare(db, "SELECT max(number) FROM summary");
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

static void only_news_are_written(void **state)
{
    struct scratch *s = *state;
    struct db db = open_db(s);
    const char *path = write_bank(s, "a.json", "a");
    write_bank(s, "b.json", "b");
    learn(s, &db);
    int64_t before = last_number(&db);
    learn(s, &db);
    assert_int_equal(last_number(&db), before);
    write_bank(s, "b.json", "other");
    learn(s, &db);
    assert_int_equal(last_number(&db), before + 1);
    // Another version of the program may have read it otherwise.
    struct file_stamp stamp;
    assert_true(file_stamp(path, &stamp));
    assert_true(bank_summary_keep(&db, path, &stamp, &planets));
    learn(s, &db);
    struct bank_summary summary;
    assert_true(bank_summary_find(&db, path, &s->arena, &summary));
    assert_string_equal(summary.bank.id, "a");
    db_close(&db);
}

static void a_bank_that_was_read_elsewhere_is_taken_once(void **state)
{
    struct scratch *s = *state;
    const char *path = write_bank(s, "a.json", "a");
    struct library library;
    struct bank_file first, second;
    find(s, &library, NULL);
    assert_true(bank_file_open(&first, path));
    assert_true(bank_file_open(&second, path));
    const struct bank *bank = first.bank;
    library_take(&library, 0, &first);
    library_take(&library, 0, &second);
    assert_ptr_equal(library.entries[0].file.bank, bank);
    assert_ptr_equal(library.entries[0].file.diags.arena, &library.entries[0].file.arena);
    assert_string_equal(library.entries[0].id, "a");
    assert_null(first.bank);
    assert_null(second.bank);
    library_close(&library);
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_kept_is_found_again),
        TEST(the_file_that_was_read_last_is_named_first),
        TEST(nothing_is_known_of_another_file),
        TEST(a_file_that_went_is_not_known),
        TEST(a_file_that_was_changed_is_not_known),
        TEST(another_file_under_the_old_name_is_not_known),
        TEST(a_path_means_the_same_from_any_folder),
        TEST(the_last_that_was_kept_counts),
        TEST(the_oldest_go_when_there_are_many),
        TEST(without_a_database_nothing_is_known),
        TEST(ids_are_known_without_reading),
        TEST(of_two_banks_with_one_id_the_first_is_found_first),
        TEST(only_news_are_written),
        TEST(a_bank_that_was_read_elsewhere_is_taken_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
