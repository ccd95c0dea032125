#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "formats/lint.h"
#include "store/library.h"
#include "store/scratch.h"

static const char *write_bank(struct scratch *s, const char *name, const char *id)
{
    return scratch_write(s, name,
                         arena_printf(&s->arena,
                                      "{\"format\": \"quizbank/1\", \"id\": \"%s\", "
                                      "\"title\": \"T\", \"questions\": [{\"question\": "
                                      "\"Q?\", \"answer\": \"A\", \"wrong\": [\"B\"]}]}\n",
                                      id));
}

static const char *make_folder(struct scratch *s, const char *name)
{
    const char *path = scratch_path(s, name);
    assert_int_equal(mkdir(path, 0700), 0);
    return path;
}

static void assert_path(const struct library *library, int i, const char *name)
{
    assert_true(i < library->count);
    const char *slash = strrchr(library->entries[i].path, '/');
    assert_string_equal(slash ? slash + 1 : library->entries[i].path, name);
}

static void lists_places_in_their_order(void **state)
{
    struct scratch *s = *state;
    const char *user = make_folder(s, "user"), *more = make_folder(s, "more");
    const char *installed = make_folder(s, "installed");
    scratch_write(s, "installed/d.json", "{}");
    scratch_write(s, "more/c.json", "{}");
    scratch_write(s, "user/b.json", "{}");
    const char *named[] = {scratch_write(s, "a.json", "{}")};
    struct library library;
    library_find(&library, &(struct library_places){named, 1, user, more, installed});
    assert_int_equal(library.count, 4);
    assert_path(&library, 0, "a.json");
    assert_path(&library, 1, "b.json");
    assert_path(&library, 2, "c.json");
    assert_path(&library, 3, "d.json");
    assert_int_equal(library.diags.count, 0);
    library_close(&library);
}

static void sorts_a_folder_and_skips_what_is_no_bank(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "b.json", "{}");
    scratch_write(s, "a.json", "{}");
    scratch_write(s, "quizbank.schema.json", "{}");
    scratch_write(s, ".hidden.json", "{}");
    scratch_write(s, "notes.txt", "");
    scratch_write(s, "json", "");
    struct library library;
    library_find(&library, &(struct library_places){.installed_dir = s->dir});
    assert_int_equal(library.count, 2);
    assert_path(&library, 0, "a.json");
    assert_path(&library, 1, "b.json");
    library_close(&library);
}

static void counts_a_file_once_under_all_its_names(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a.json", "{}");
    assert_int_equal(symlink(path, scratch_path(s, "b.json")), 0);
    const char *named[] = {path, path, arena_printf(&s->arena, "%s/./a.json", s->dir), s->dir};
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 4});
    assert_int_equal(library.count, 1);
    library_close(&library);
}

static void knows_what_was_asked_for_and_how(void **state)
{
    struct scratch *s = *state;
    const char *folder = make_folder(s, "folder"), *user = make_folder(s, "user");
    scratch_write(s, "folder/a.json", "{}");
    scratch_write(s, "folder/b.json", "{}");
    scratch_write(s, "user/c.json", "{}");
    const char *named[] = {folder, scratch_path(s, "folder/b.json"), scratch_path(s, "gone")};
    struct library library;
    library_find(&library, &(struct library_places){named, 3, user, NULL, NULL});
    assert_int_equal(library.count, 4);
    assert_int_equal(library.entries[0].asked, ASKED_BY_FOLDER);
    assert_int_equal(library.entries[1].asked, ASKED_BY_NAME);
    assert_int_equal(library.entries[2].asked, ASKED_BY_NAME); // although it is not there
    assert_int_equal(library.entries[3].asked, ASKED_NOT);
    assert_int_equal(library_add(&library, scratch_path(s, "user/c.json")), 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(library.entries[i].asked, ASKED_NOT);
    assert_int_equal(library.entries[3].asked, ASKED_BY_NAME);
    assert_int_equal(library_add(&library, scratch_write(s, "d.json", "{}")), 4);
    assert_int_equal(library.entries[3].asked, ASKED_NOT);
    assert_int_equal(library.entries[4].asked, ASKED_BY_NAME);
    library_close(&library);
}

static void a_missing_user_folder_is_no_problem(void **state)
{
    struct scratch *s = *state;
    struct library library;
    library_find(&library, &(struct library_places){.user_dir = scratch_path(s, "none"),
                                                    .installed_dir = scratch_path(s, "no")});
    assert_int_equal(library.count, 0);
    assert_int_equal(library.diags.count, 0);
    library_close(&library);
}

static void a_missing_library_is_a_problem(void **state)
{
    struct scratch *s = *state;
    struct library library;
    library_find(&library, &(struct library_places){.library_dir = scratch_path(s, "none")});
    assert_int_equal(library.diags.errors, 1);
    assert_string_equal(library.diags.items[0].message,
                        "is no folder; name one that holds banks");
    library_close(&library);
}

static void an_empty_named_folder_is_a_problem(void **state)
{
    struct scratch *s = *state;
    const char *named[] = {s->dir};
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    assert_int_equal(library.diags.errors, 1);
    assert_string_equal(library.diags.items[0].message,
                        "holds no banks; their names end in .json");
    library_close(&library);
}

static void a_missing_named_file_says_so_when_it_is_read(void **state)
{
    struct scratch *s = *state;
    const char *named[] = {scratch_path(s, "none.json")};
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    assert_int_equal(library.count, 1);
    assert_false(library_open_entry(&library, 0));
    assert_false(library.entries[0].file.is_readable);
    assert_string_equal(library.entries[0].file.diags.items[0].message,
                        "cannot be opened: there is no such file");
    library_close(&library);
}

static void the_first_of_two_with_one_id_wins(void **state)
{
    struct scratch *s = *state;
    make_folder(s, "user");
    make_folder(s, "installed");
    const char *first = write_bank(s, "user/a.json", "same");
    const char *second = write_bank(s, "installed/b.json", "same");
    write_bank(s, "installed/c.json", "other");
    struct library library;
    library_find(&library,
                 &(struct library_places){.user_dir = scratch_path(s, "user"),
                                          .installed_dir = scratch_path(s, "installed")});
    library_open_all(&library);
    library_open_all(&library); // says nothing twice
    assert_int_equal(library.count, 3);
    assert_null(library.entries[0].shadowed_by);
    assert_string_equal(library.entries[1].shadowed_by, first);
    assert_null(library.entries[2].shadowed_by);
    assert_int_equal(library.diags.count, 1);
    assert_string_equal(library.diags.items[0].place.file, second);
    assert_non_null(strstr(library.diags.items[0].message, first));
    library_close(&library);
}

// One after the other, as where a folder holds more banks than memory does.
static void a_bank_is_found_by_its_id(void **state)
{
    struct scratch *s = *state;
    const char *named[] = {scratch_write(s, "none.json", "["), write_bank(s, "x.json", "one"),
                           write_bank(s, "y.json", "two"), write_bank(s, "z.json", "two")};
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 4});
    assert_int_equal(library_find_bank(&library, "two"), 2);
    assert_false(library.entries[3].is_open); // there was no need to look further
    assert_int_equal(library_find_bank(&library, "one"), 1);
    assert_int_equal(library_find_bank(&library, "three"), -1);
    library_close(&library);
}

static void a_closed_bank_is_still_known_by_its_id(void **state)
{
    struct scratch *s = *state;
    write_bank(s, "a.json", "same");
    write_bank(s, "b.json", "same");
    struct library library;
    library_find(&library, &(struct library_places){.installed_dir = s->dir});
    assert_true(library_open_entry(&library, 0));
    assert_false(library_find_shadow(&library, 0, &library.diags));
    bank_file_close(&library.entries[0].file);
    assert_true(library_open_entry(&library, 1));
    assert_true(library_find_shadow(&library, 1, &library.entries[1].file.diags));
    assert_int_equal(library.entries[1].file.diags.warnings, 1);
    library_close(&library);
}

static void a_bank_that_is_refused_leaves_the_others(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "a.json", "{");
    write_bank(s, "b.json", "good");
    struct library library;
    library_find(&library, &(struct library_places){.installed_dir = s->dir});
    library_open_all(&library);
    assert_null(library.entries[0].file.bank);
    assert_true(library.entries[0].file.is_readable);
    assert_true(library.entries[0].file.diags.errors > 0);
    assert_non_null(library.entries[1].file.bank);
    assert_int_equal(library.entries[1].file.bank->question_count, 1);
    library_close(&library);
}

static void closes_what_is_empty_or_closed(void **state)
{
    (void)state;
    struct library library = {0};
    library_close(&library);
    library_close(&library);
    struct bank_file file = {0};
    bank_file_close(&file);
    assert_null(file.bank);
}

static void refuses_a_bank_beyond_the_limit(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a.json", "");
    assert_int_equal(truncate(path, (off_t)BANK_FILE_MAX_BYTES + 1), 0);
    struct bank_file file;
    assert_false(bank_file_open(&file, path));
    assert_false(file.is_readable);
    assert_string_equal(file.diags.items[0].message,
                        "is too large: 65 MiB; the limit is 64 MiB");
    bank_file_close(&file);
}

static void adds_a_file_and_chooses_it_again_when_known(void **state)
{
    struct scratch *s = *state;
    const char *named[] = {write_bank(s, "a.json", "a")};
    const char *more = write_bank(s, "b.json", "b");
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    assert_true(library_open_entry(&library, 0));
    const struct bank *bank = library.entries[0].file.bank;
    assert_int_equal(library_add(&library, more), 1);
    assert_int_equal(library.count, 2);
    assert_path(&library, 1, "b.json");
    assert_true(library_open_entry(&library, 1));
    assert_ptr_equal(library.entries[0].file.bank, bank);
    assert_ptr_equal(library.entries[0].file.diags.arena, &library.entries[0].file.arena);
    assert_int_equal(library_add(&library, arena_printf(&s->arena, "%s/./a.json", s->dir)), 0);
    assert_int_equal(library.count, 2);
    library_close(&library);
}

static void adds_what_is_new_in_a_folder(void **state)
{
    struct scratch *s = *state;
    const char *named[] = {write_bank(s, "b.json", "b")};
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    write_bank(s, "a.json", "a");
    write_bank(s, "c.json", "c");
    assert_int_equal(library_add(&library, s->dir), 1);
    assert_int_equal(library.count, 3);
    assert_path(&library, 1, "a.json");
    assert_path(&library, 2, "c.json");
    library_close(&library);
}

static void says_that_a_folder_to_add_holds_no_banks(void **state)
{
    struct scratch *s = *state;
    struct library library = {0};
    assert_int_equal(library_add(&library, make_folder(s, "empty")), -1);
    assert_int_equal(library.count, 0);
    assert_string_equal(library.diags.items[0].message,
                        "holds no banks; their names end in .json");
    library_close(&library);
}

static void reads_what_could_not_be_played_anew_when_it_is_added_again(void **state)
{
    static const char *const useless[] = {
        "not a bank",
        "{\"format\": \"quizbank/1\", \"title\": \"T\", \"questions\": [{\"question\": "
        "\"Q?\", \"answer\": 5, \"wrong\": [\"B\"]}]}",
    };
    struct scratch *s = *state;
    for (int i = 0; i < 2; i++) {
        const char *path = scratch_write(s, "a.json", useless[i]);
        struct library library = {0};
        assert_int_equal(library_add(&library, path), 0);
        library_open_entry(&library, 0);
        write_bank(s, "a.json", "a");
        assert_int_equal(library_add(&library, path), 0);
        assert_true(library_open_entry(&library, 0));
        assert_int_equal(library.entries[0].file.bank->question_count, 1);
        library_close(&library);
    }
}

/// As a program that reads the file at `path` keeps where it was.
static void read_once(struct db *db, const char *path)
{
    struct library library = {.db = db};
    assert_true(library_open_entry(&library, library_add(&library, path)));
    assert_true(library_keep_summaries(&library));
    library_close(&library);
}

static void a_bank_is_recalled_from_where_it_was_read(void **state)
{
    struct scratch *s = *state;
    struct db db;
    assert_true(db_open(&db, scratch_path(s, "quartet.db"), &s->diags));
    read_once(&db, write_bank(s, "copy.json", "one"));
    read_once(&db, write_bank(s, "a.json", "one"));
    const char *named[] = {write_bank(s, "b.json", "two")};
    struct library library;
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    assert_int_equal(library_recall_bank(&library, "one"), -1); // nothing is kept anywhere
    library.db = &db;
    assert_int_equal(library_find_bank(&library, "one"), -1);
    assert_int_equal(library_recall_bank(&library, "two"), 0);
    assert_int_equal(library_recall_bank(&library, "one"), 1);
    assert_path(&library, 1, "a.json");
    assert_int_equal(library.entries[1].asked, ASKED_NOT);
    assert_int_equal(library_recall_bank(&library, "one"), 1); // it is there now
    assert_int_equal(library.count, 2);
    library_close(&library);

    library = (struct library){.db = &db};
    write_bank(s, "a.json", "another"); // and the copy is a good one still
    assert_int_equal(library_recall_bank(&library, "one"), 0);
    assert_path(&library, 0, "copy.json");
    library_close(&library);

    library = (struct library){.db = &db};
    assert_int_equal(remove(scratch_path(s, "copy.json")), 0);
    assert_int_equal(library_recall_bank(&library, "one"), -1);
    assert_int_equal(library.count, 0);
    library_close(&library);
    db_close(&db);
}

/// Counts how often a bank with a picture was read.
static bool count_reading(void *owner, const char *bank, const char *path)
{
    int *readings = owner;
    (*readings)++;
    return bank && path;
}

static void what_is_not_the_bank_is_read_once_until_it_changes(void **state)
{
    static const char other[] = "{\"format\": \"quizbank/1\", \"id\": \"other\", \"title\": "
                                "\"T\", \"questions\": [{\"question\": \"Q?\", \"answer\": "
                                "\"A\", \"wrong\": [\"B\"], \"image\": \"a.png\"}]}\n";
    static const char *const texts[] = {"[", other};
    struct scratch *s = *state;
    struct db db;
    assert_true(db_open(&db, scratch_path(s, "quartet.db"), &s->diags));
    for (int i = 0; i < 4; i++) {
        bool is_entry = i / 2 == 1;
        const char *path = write_bank(s, "a.json", "one");
        read_once(&db, path);
        scratch_write(s, "a.json", texts[i % 2]);
        int readings = 0;
        struct lint lint = {.wanted = LINT_BIT(LINT_MISSING_FILE),
                            .has_file = count_reading,
                            .owner = &readings};
        struct library library = {.db = &db, .lint = &lint};
        if (is_entry)
            assert_int_equal(library_add(&library, path), 0);
        assert_int_equal(library_recall_bank(&library, "one"), -1);
        size_t held = arena_size(&library.arena);
        for (int k = 0; k < 1000; k++)
            assert_int_equal(library_recall_bank(&library, "one"), -1);
        assert_int_equal(readings, i % 2);
        assert_int_equal(library.count, is_entry);
        assert_int_equal(arena_size(&library.arena), held);
        if (!is_entry) {
            scratch_write(s, "a.json", "{");
            assert_int_equal(library_recall_bank(&library, "one"), -1);
            write_bank(s, "a.json", "one");
            assert_int_equal(library_recall_bank(&library, "one"), 0);
        }
        library_close(&library);
        lint_free(&lint);
    }
    db_close(&db);
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lists_places_in_their_order),
        TEST(sorts_a_folder_and_skips_what_is_no_bank),
        TEST(counts_a_file_once_under_all_its_names),
        TEST(knows_what_was_asked_for_and_how),
        TEST(a_missing_user_folder_is_no_problem),
        TEST(a_missing_library_is_a_problem),
        TEST(an_empty_named_folder_is_a_problem),
        TEST(a_missing_named_file_says_so_when_it_is_read),
        TEST(the_first_of_two_with_one_id_wins),
        TEST(a_bank_is_found_by_its_id),
        TEST(a_bank_is_recalled_from_where_it_was_read),
        TEST(what_is_not_the_bank_is_read_once_until_it_changes),
        TEST(a_closed_bank_is_still_known_by_its_id),
        TEST(a_bank_that_is_refused_leaves_the_others),
        TEST(closes_what_is_empty_or_closed),
        TEST(refuses_a_bank_beyond_the_limit),
        TEST(adds_a_file_and_chooses_it_again_when_known),
        TEST(adds_what_is_new_in_a_folder),
        TEST(says_that_a_folder_to_add_holds_no_banks),
        TEST(reads_what_could_not_be_played_anew_when_it_is_added_again),
    };
    return cmocka_run_group_tests_name("library", tests, NULL, NULL);
}
