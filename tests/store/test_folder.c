#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/folder.h"
#include "store/scratch.h"

static const char *make_folder(struct scratch *s, const char *name)
{
    const char *path = scratch_path(s, name);
    assert_int_equal(mkdir(path, 0700), 0);
    return path;
}

static void lists_folders_first_then_banks(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "Zoo.json", "{}");
    scratch_write(s, "animals.json", "{}");
    make_folder(s, "more");
    make_folder(s, "Latin.json");
    struct folder folder = folder_list(s->dir, &s->arena);
    assert_int_equal(folder.state, FOLDER_READ);
    assert_int_equal(folder.count, 4);
    assert_string_equal(folder.entries[0].name, "Latin.json");
    assert_true(folder.entries[0].is_folder);
    assert_string_equal(folder.entries[1].name, "more");
    assert_string_equal(folder.entries[2].name, "animals.json");
    assert_false(folder.entries[2].is_folder);
    assert_string_equal(folder.entries[3].name, "Zoo.json");
    assert_string_equal(folder.entries[3].path,
                        arena_printf(&s->arena, "%s/Zoo.json", folder.path));
}

static void leaves_out_what_is_no_bank(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "quizbank.schema.json", "{}");
    scratch_write(s, ".hidden.json", "{}");
    scratch_write(s, "notes.txt", "");
    make_folder(s, ".git");
    struct folder folder = folder_list(s->dir, &s->arena);
    assert_int_equal(folder.state, FOLDER_READ);
    assert_int_equal(folder.count, 0);
}

static void knows_the_folder_above(void **state)
{
    struct scratch *s = *state;
    const char *sub = make_folder(s, "sub");
    struct folder folder = folder_list(arena_printf(&s->arena, "%s/./", sub), &s->arena);
    struct folder above = folder_list(folder.parent, &s->arena);
    assert_int_equal(above.count, 1);
    assert_string_equal(above.entries[0].path, folder.path);
    assert_null(folder_list("/", &s->arena).parent);
}

static void entries_of_the_top_have_one_slash(void **state)
{
    struct scratch *s = *state;
    struct folder top = folder_list("/", &s->arena);
    assert_true(top.count > 0);
    assert_int_equal(top.entries[0].path[0], '/');
    assert_int_not_equal(top.entries[0].path[1], '/');
}

static void says_that_a_folder_is_missing(void **state)
{
    struct scratch *s = *state;
    struct folder folder = folder_list(scratch_path(s, "none"), &s->arena);
    assert_int_equal(folder.state, FOLDER_MISSING);
    assert_int_equal(folder.count, 0);
    assert_string_equal(folder.parent, s->dir);
    const char *file = scratch_write(s, "a.json", "{}");
    assert_int_equal(folder_list(file, &s->arena).state, FOLDER_MISSING);
}

static void says_that_a_folder_is_forbidden(void **state)
{
    struct scratch *s = *state;
    if (geteuid() == 0) {
        print_message("skipped: nothing is forbidden to the superuser\n");
        skip();
    }
    const char *path = make_folder(s, "closed");
    assert_int_equal(chmod(path, 0), 0);
    assert_int_equal(folder_list(path, &s->arena).state, FOLDER_FORBIDDEN);
    assert_int_equal(chmod(path, 0700), 0);
}

static void shows_names_that_are_no_text(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "a\xff\nb.json", "{}");
    struct folder folder = folder_list(s->dir, &s->arena);
    assert_int_equal(folder.count, 1);
    assert_string_equal(folder.entries[0].name, "a\xef\xbf\xbd\xef\xbf\xbd"
                                                "b.json");
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lists_folders_first_then_banks), TEST(leaves_out_what_is_no_bank),
        TEST(knows_the_folder_above),         TEST(entries_of_the_top_have_one_slash),
        TEST(says_that_a_folder_is_missing),  TEST(says_that_a_folder_is_forbidden),
        TEST(shows_names_that_are_no_text),
    };
    return cmocka_run_group_tests_name("folder", tests, NULL, NULL);
}
