#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/file.h"
#include "store/scratch.h"

enum { MIB = 1024 * 1024 };

static void reads_a_whole_file_behind_what_is_there(void **state)
{
    struct scratch *s = *state;
    struct buf out = {0};
    buf_text(&out, "then: ");
    assert_true(file_read(scratch_write(s, "a", "hello\n"), MIB, &out, &s->diags));
    assert_string_equal(out.data, "then: hello\n");
    assert_int_equal(s->diags.count, 0);
    buf_free(&out);
}

static void reads_an_empty_file(void **state)
{
    struct scratch *s = *state;
    struct buf out = {0};
    assert_true(file_read(scratch_write(s, "a", ""), MIB, &out, &s->diags));
    assert_int_equal(out.len, 0);
    buf_free(&out);
}

static void refuse(struct scratch *s, const char *path, const char *message)
{
    struct buf out = {0};
    buf_text(&out, "kept");
    assert_false(file_read(path, MIB, &out, &s->diags));
    assert_string_equal(scratch_message(s), message);
    assert_string_equal(out.data, "kept");
    buf_free(&out);
}

static void says_that_a_file_is_missing(void **state)
{
    struct scratch *s = *state;
    refuse(s, scratch_path(s, "none"), "cannot be opened: there is no such file");
}

static void says_that_a_part_of_the_path_is_a_file(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "a", "");
    refuse(s, scratch_path(s, "a/b"), "cannot be opened: a part of its path is not a folder");
}

static void says_that_links_go_round(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "loop");
    assert_int_equal(symlink(path, path), 0);
    refuse(s, path, "cannot be opened: its symbolic links go round in a circle");
}

static void refuses_a_folder(void **state)
{
    struct scratch *s = *state;
    refuse(s, s->dir, "is a folder; name a file in it");
}

static void refuses_a_pipe_without_waiting(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "pipe");
    assert_int_equal(mkfifo(path, 0600), 0);
    refuse(s, path, "is not a regular file");
}

static void refuses_a_device(void **state)
{
    refuse(*state, "/dev/zero", "is not a regular file");
}

static void refuses_what_is_too_large_before_reading(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a", "");
    // Sparse: takes no room on the disk, and would take minutes to read.
    assert_int_equal(truncate(path, (off_t)3 * 1024 * MIB), 0);
    refuse(s, path, "is too large: 3072 MiB; the limit is 1 MiB");
}

static void rounds_the_size_up(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a", "");
    assert_int_equal(truncate(path, MIB + 1), 0);
    refuse(s, path, "is too large: 2 MiB; the limit is 1 MiB");
}

static void takes_a_file_of_just_the_limit(void **state)
{
    struct scratch *s = *state;
    struct buf out = {0};
    const char *path = scratch_write(s, "a", "");
    assert_int_equal(truncate(path, MIB), 0);
    assert_true(file_read(path, MIB, &out, &s->diags));
    assert_int_equal(out.len, MIB);
    buf_free(&out);
}

static void says_that_permission_is_missing(void **state)
{
    struct scratch *s = *state;
    if (geteuid() == 0) {
        print_message("skipped: permissions do not bind root\n");
        skip();
    }
    const char *path = scratch_write(s, "a", "");
    assert_int_equal(chmod(path, 0), 0);
    refuse(s, path, "cannot be opened: you have no permission; see who owns it and its folder");
}

static void is_not_fooled_by_a_file_that_grows(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a", "x");
    pid_t writer = fork();
    if (writer == 0) {
        alarm(20); // whatever becomes of the test
        FILE *file = fopen(path, "ab");
        for (;;) {
            fputc('x', file);
            fflush(file);
        }
    }
    // The larger it grows the longer reading takes, so before long they meet.
    bool is_caught = false;
    while (!is_caught && kill(writer, 0) == 0 && waitpid(writer, NULL, WNOHANG) == 0) {
        struct buf out = {0};
        buf_text(&out, "kept");
        s->diags.count = 0;
        is_caught = !file_read(path, 64 * (size_t)MIB, &out, &s->diags);
        if (is_caught)
            assert_string_equal(out.data, "kept");
        buf_free(&out);
    }
    kill(writer, SIGKILL);
    waitpid(writer, NULL, 0);
    assert_true(is_caught);
    assert_string_equal(scratch_message(s), "keeps changing while it is read; try again when "
                                            "it is written");
}

static void writes_a_new_file(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "new");
    assert_true(file_write(path, "text", 4, &s->diags));
    assert_string_equal(scratch_read(s, path), "text");
    assert_int_equal(scratch_count(s), 1);
}

static void keeps_the_mode_of_the_old_file(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a", "old");
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(file_write(path, "new", 3, &s->diags));
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_string_equal(scratch_read(s, path), "new");
}

static void replaces_what_a_link_points_to(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a", "old"), *link = scratch_path(s, "link");
    assert_int_equal(symlink(path, link), 0);
    assert_true(file_write(link, "new", 3, &s->diags));
    struct stat st;
    assert_int_equal(lstat(link, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_string_equal(scratch_read(s, path), "new");
}

// A pipe of the test's own stands for all that is no regular file: were it a device, a fault in
// the code would take it from everybody on the machine.
static void replaces_nothing_but_regular_files(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "pipe");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(file_write(path, "new", 3, &s->diags));
    assert_string_equal(scratch_message(s), "cannot be saved: it is not a regular file");
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_true(S_ISFIFO(st.st_mode));
}

static void says_that_the_folder_is_missing(void **state)
{
    struct scratch *s = *state;
    assert_false(file_write(scratch_path(s, "none/a"), "new", 3, &s->diags));
    assert_string_equal(scratch_message(s),
                        "cannot be saved: its folder is not there; make that first");
}

// A limit on the size of files stands in for a full disk: both fail in write().
static void leaves_the_old_file_when_the_disk_is_full(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_write(s, "a", "old");
    struct rlimit before;
    char bytes[1000] = "new";
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {.rlim_cur = 100, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool is_written = file_write(path, bytes, sizeof(bytes), &s->diags);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(is_written);
    assert_string_equal(scratch_message(s), "cannot be saved: the disk is full; free some "
                                            "space and try again");
    assert_string_equal(scratch_read(s, path), "old");
    assert_int_equal(scratch_count(s), 1);
}

static void makes_folders_one_in_another(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "a/b/c");
    assert_true(file_make_folder(path, &s->diags));
    assert_true(file_is_folder(path));
    assert_true(file_make_folder(path, &s->diags));
}

static void makes_a_folder_of_one_letter_where_one_is(void **state)
{
    struct scratch *s = *state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(s->dir), 0);
    bool is_made = file_make_folder("d", &s->diags);
    assert_int_equal(chdir(before), 0);
    assert_true(is_made);
    assert_true(file_is_folder(scratch_path(s, "d")));
    assert_true(file_make_folder("/", &s->diags));
}

static void makes_no_folder_in_a_file(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "a", "");
    assert_false(file_make_folder(scratch_path(s, "a/b/c"), &s->diags));
    assert_string_equal(scratch_message(s),
                        "cannot be made: rename or remove what has its name");
    assert_string_equal(s->diags.items[0].place.file, scratch_path(s, "a"));
}

static void splits_paths(void **state)
{
    struct scratch *s = *state;
    assert_string_equal(file_folder(&s->arena, "a"), ".");
    assert_string_equal(file_folder(&s->arena, "/a"), "/");
    assert_string_equal(file_folder(&s->arena, "a/b/c"), "a/b");
    assert_string_equal(file_name("a/b/c"), "c");
    assert_string_equal(file_name("c"), "c");
}

static void stamps_tell_one_state_of_a_file_from_another(void **state)
{
    struct scratch *s = *state;
    struct file_stamp is, none;
    const char *path = scratch_write(s, "a", "text");
    assert_true(file_stamp(path, &is));
    assert_int_equal(is.bytes, 4);
    assert_true(file_stamp_is_same(&is, &is));
    assert_false(file_stamp(scratch_path(s, "missing"), &none));
    assert_false(file_stamp_is_same(&none, &none));
    struct file_stamp others[] = {is, is, is};
    others[0].bytes++;
    others[1].written_ns++;
    others[2].changed_ns++;
    for (int i = 0; i < 3; i++)
        assert_false(file_stamp_is_same(&is, &others[i]));
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_a_whole_file_behind_what_is_there),
        TEST(reads_an_empty_file),
        TEST(says_that_a_file_is_missing),
        TEST(says_that_a_part_of_the_path_is_a_file),
        TEST(says_that_links_go_round),
        TEST(refuses_a_folder),
        TEST(refuses_a_pipe_without_waiting),
        TEST(refuses_a_device),
        TEST(refuses_what_is_too_large_before_reading),
        TEST(rounds_the_size_up),
        TEST(takes_a_file_of_just_the_limit),
        TEST(says_that_permission_is_missing),
        TEST(is_not_fooled_by_a_file_that_grows),
        TEST(writes_a_new_file),
        TEST(keeps_the_mode_of_the_old_file),
        TEST(replaces_what_a_link_points_to),
        TEST(replaces_nothing_but_regular_files),
        TEST(says_that_the_folder_is_missing),
        TEST(leaves_the_old_file_when_the_disk_is_full),
        TEST(makes_folders_one_in_another),
        TEST(makes_a_folder_of_one_letter_where_one_is),
        TEST(makes_no_folder_in_a_file),
        TEST(stamps_tell_one_state_of_a_file_from_another),
        TEST(splits_paths),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
