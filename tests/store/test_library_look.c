#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/library.h"
#include "store/scratch.h"

static const char *write_bank(struct scratch *s, const char *name, const char *id,
                              const char *asked)
{
    return scratch_write(s, name,
                         arena_printf(&s->arena,
                                      "{\"format\": \"quizbank/1\", \"id\": \"%s\", "
                                      "\"title\": \"T\", \"questions\": [{\"question\": "
                                      "\"%s\", \"answer\": \"A\", \"wrong\": [\"B\"]}]}\n",
                                      id, asked));
}

/// Longer than what stamps may be too coarse for.
static void pass_time(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 60000000}, NULL);
}

static void find(struct scratch *s, struct library *library)
{
    library_find(library, &(struct library_places){.installed_dir = s->dir});
}

static int look(struct scratch *s, struct library *library, int **stale)
{
    return library_look(library, &(struct library_places){.installed_dir = s->dir}, &s->arena,
                        stale);
}

static const char *asked(const struct library *library, int i)
{
    return library->entries[i].file.bank->questions[0].text;
}

static void read_again(struct library *library, int i)
{
    struct bank_file file;
    library_read_again(&file, library->entries[i].path);
    library_swap(library, i, &file);
}

static void sees_nothing_where_nothing_changed(void **state)
{
    struct scratch *s = *state;
    int *stale;
    write_bank(s, "a.json", "a", "Old?");
    struct library library;
    find(s, &library);
    library_open_all(&library);
    assert_int_equal(look(s, &library, &stale), 0);
    assert_int_equal(library.count, 1);
    library_close(&library);
}

static void sees_what_was_written_again(void **state)
{
    struct scratch *s = *state;
    int *stale;
    write_bank(s, "a.json", "a", "Same?");
    write_bank(s, "b.json", "b", "Old?");
    struct library library;
    find(s, &library);
    library_open_all(&library);
    pass_time();
    write_bank(s, "b.json", "b", "New?");
    assert_int_equal(look(s, &library, &stale), 1);
    assert_int_equal(stale[0], 1);
    pass_time();
    const struct bank *old = library.entries[1].file.bank;
    read_again(&library, 1);
    assert_string_equal(asked(&library, 1), "New?");
    assert_string_equal(old->questions[0].text, "Old?");
    assert_true(library_is_old(&library, old));
    assert_false(library_is_old(&library, library.entries[1].file.bank));
    assert_int_equal(look(s, &library, &stale), 0);
    library_close(&library);
}

static void does_not_trust_the_stamp_of_what_was_written_just_now(void **state)
{
    struct scratch *s = *state;
    int *stale;
    write_bank(s, "a.json", "a", "Old?");
    struct library library;
    find(s, &library);
    library_open_all(&library);
    write_bank(s, "a.json", "a", "New?");
    read_again(&library, 0);
    assert_int_equal(look(s, &library, &stale), 1);
    pass_time();
    read_again(&library, 0);
    assert_int_equal(look(s, &library, &stale), 0);
    library_close(&library);
}

static void finds_what_came_and_says_what_went(void **state)
{
    struct scratch *s = *state;
    int *stale;
    const char *a = write_bank(s, "a.json", "a", "A?");
    struct library library;
    find(s, &library);
    library_open_all(&library);
    write_bank(s, "b.json", "b", "B?");
    remove(a);
    assert_int_equal(look(s, &library, &stale), 0);
    assert_int_equal(library.count, 2);
    assert_true(library.entries[0].is_gone);
    assert_string_equal(asked(&library, 0), "A?");
    assert_false(library.entries[1].is_gone);
    assert_true(library_open_entry(&library, 1));
    write_bank(s, "a.json", "a", "A?");
    assert_int_equal(look(s, &library, &stale), 1);
    assert_false(library.entries[0].is_gone);
    library_close(&library);
}

static void finds_what_came_to_places_that_were_added(void **state)
{
    struct scratch *s = *state;
    int *stale;
    struct library library = {0};
    library_find(&library, &(struct library_places){0});
    assert_int_equal(mkdir(scratch_path(s, "more"), 0700), 0);
    write_bank(s, "more/a.json", "a", "A?");
    library_add(&library, scratch_path(s, "more"));
    write_bank(s, "more/b.json", "b", "B?");
    library_look(&library, &(struct library_places){0}, &s->arena, &stale);
    assert_int_equal(library.count, 2);
    library_close(&library);
}

static void an_id_that_was_changed_shadows_nobody_any_more(void **state)
{
    struct scratch *s = *state;
    write_bank(s, "a.json", "same", "A?");
    write_bank(s, "b.json", "same", "B?");
    struct library library;
    find(s, &library);
    library_open_all(&library);
    assert_non_null(library.entries[1].shadowed_by);
    write_bank(s, "a.json", "other", "A?");
    read_again(&library, 0);
    assert_null(library.entries[1].shadowed_by);
    library_close(&library);
}

static bool is_first(const void *context, const struct bank *bank)
{
    return context == bank;
}

static void drops_what_nobody_uses(void **state)
{
    struct scratch *s = *state;
    write_bank(s, "a.json", "a", "A?");
    struct library library;
    find(s, &library);
    library_open_all(&library);
    const struct bank *first = library.entries[0].file.bank;
    read_again(&library, 0);
    const struct bank *second = library.entries[0].file.bank;
    read_again(&library, 0);
    library_drop_old(&library, is_first, first);
    assert_true(library_is_old(&library, first));
    assert_false(library_is_old(&library, second));
    library_drop_old(&library, NULL, NULL);
    assert_null(library.old);
    library_close(&library);
}

struct seen {
    struct scratch *s;
    const char *text;
};

static void note(void *context, const char *dir, const char *name)
{
    struct seen *seen = context;
    size_t len = strlen(seen->s->dir);
    assert_int_equal(strncmp(dir, seen->s->dir, len), 0);
    seen->text =
        arena_printf(&seen->s->arena, "%s[%s:%s]", seen->text, dir + len, name ? name : "*");
}

static void watches_folders_files_and_what_may_come(void **state)
{
    struct scratch *s = *state;
    struct seen seen = {s, ""};
    struct library library = {0};
    assert_int_equal(mkdir(scratch_path(s, "more"), 0700), 0);
    const char *named[] = {write_bank(s, "a.json", "a", "A?"), scratch_path(s, "more/")};
    const struct library_places places = {named, 2, .user_dir = scratch_path(s, "mine")};
    library_find(&library, &places);
    library_watch(&library, &places, note, &seen);
    assert_string_equal(seen.text, "[:a.json][/more:*][:mine]");
    library_close(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sees_nothing_where_nothing_changed, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(sees_what_was_written_again, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(does_not_trust_the_stamp_of_what_was_written_just_now,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(finds_what_came_and_says_what_went, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(finds_what_came_to_places_that_were_added,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(an_id_that_was_changed_shadows_nobody_any_more,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(drops_what_nobody_uses, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(watches_folders_files_and_what_may_come, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests_name("library_look", tests, NULL, NULL);
}
