// A bank that was changed, on its way back to the disk.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "store/bank_write.h"
#include "store/scratch.h"

static enum bank_written write_back(struct scratch *s, const char *path,
                                    const struct file_stamp *stamp)
{
    struct buf text = {0};
    buf_text(&text, "new");
    enum bank_written written =
        bank_write(path, stamp, scratch_path(s, "mine/questions"), &text, &s->diags);
    buf_free(&text);
    return written;
}

static const char *read_only(struct scratch *s, struct file_stamp *stamp)
{
    const char *path = scratch_write(s, "b.json", "old");
    assert_int_equal(chmod(path, 0444), 0);
    assert_true(file_stamp(path, stamp));
    return path;
}

static void it_goes_back(void **state)
{
    struct scratch *s = *state;
    struct file_stamp stamp;
    const char *path = scratch_write(s, "b.json", "old");
    assert_true(file_stamp(path, &stamp));
    assert_int_equal(write_back(s, path, &stamp), BANK_WRITTEN);
    assert_string_equal(scratch_read(s, path), "new");
}

static void what_others_wrote_meanwhile_stays(void **state)
{
    struct scratch *s = *state;
    struct file_stamp stamp;
    const char *path = scratch_write(s, "b.json", "old");
    assert_true(file_stamp(path, &stamp));
    scratch_write(s, "b.json", "theirs");
    assert_int_equal(write_back(s, path, &stamp), BANK_CHANGED);
    assert_string_equal(scratch_read(s, path), "theirs");
}

static void of_a_read_only_one_there_is_a_copy(void **state)
{
    struct scratch *s = *state;
    struct file_stamp stamp;
    const char *path = read_only(s, &stamp);
    assert_int_equal(write_back(s, path, &stamp), BANK_COPIED);
    assert_string_equal(scratch_read(s, path), "old");
    assert_string_equal(scratch_read(s, scratch_path(s, "mine/questions/b.json")), "new");
}

static void a_copy_that_is_there_stays(void **state)
{
    struct scratch *s = *state;
    struct file_stamp stamp;
    const char *path = read_only(s, &stamp);
    assert_true(file_make_folder(scratch_path(s, "mine/questions"), &s->diags));
    scratch_write(s, "mine/questions/b.json", "mine");
    assert_int_equal(write_back(s, path, &stamp), BANK_HAS_COPY);
    assert_string_equal(scratch_read(s, scratch_path(s, "mine/questions/b.json")), "mine");
}

static void why_not_is_said(void **state)
{
    struct scratch *s = *state;
    struct file_stamp stamp;
    struct buf text = {0};
    const char *path = read_only(s, &stamp);
    buf_text(&text, "new");
    assert_int_equal(bank_write(path, &stamp, "/proc/none", &text, &s->diags), BANK_FAILED);
    assert_int_equal(s->diags.errors, 1);
    buf_free(&text);
}

#define SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH(it_goes_back),
        SCRATCH(what_others_wrote_meanwhile_stays),
        SCRATCH(of_a_read_only_one_there_is_a_copy),
        SCRATCH(a_copy_that_is_there_stays),
        SCRATCH(why_not_is_said),
    };
    return cmocka_run_group_tests_name("bank_write", tests, NULL, NULL);
}
