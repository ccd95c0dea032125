#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/media.h"
#include "store/scratch.h"

enum { MIB = 1 << 20 };

/// A folder with a bank's, "bank", in which "media/flag.png" and "top.png" are.
static int make_folders(void **state)
{
    if (scratch_setup(state) != 0)
        return -1;
    struct scratch *s = *state;
    mkdir(scratch_path(s, "bank"), 0700);
    mkdir(scratch_path(s, "bank/media"), 0700);
    mkdir(scratch_path(s, "bank2"), 0700);
    scratch_write(s, "bank/media/flag.png", "flag");
    scratch_write(s, "bank/top.png", "top");
    scratch_write(s, "bank2/other.png", "other");
    scratch_write(s, "secret.png", "secret");
    return 0;
}

static enum media_state read_media(struct scratch *s, const char *file, size_t most,
                                   const char *expected)
{
    struct buf out = {0};
    enum media_state state = media_read(scratch_path(s, "bank"), file, most, &out);
    if (state == MEDIA_READ) {
        assert_string_equal(out.data, expected);
    } else {
        assert_int_equal(out.len, 0);
    }
    buf_free(&out);
    return state;
}

static void what_is_beside_the_bank_is_read(void **state)
{
    assert_int_equal(read_media(*state, "media/flag.png", MIB, "flag"), MEDIA_READ);
    assert_int_equal(read_media(*state, "top.png", MIB, "top"), MEDIA_READ);
    assert_int_equal(read_media(*state, "media/none.png", MIB, ""), MEDIA_MISSING);
    assert_int_equal(read_media(*state, "media", MIB, ""), MEDIA_MISSING);
}

static void nothing_leads_out_of_the_folder(void **state)
{
    struct scratch *s = *state;
    assert_int_equal(symlink("../secret.png", scratch_path(s, "bank/link.png")), 0);
    assert_int_equal(symlink("../../bank2", scratch_path(s, "bank/media/away")), 0);
    assert_int_equal(symlink("media/flag.png", scratch_path(s, "bank/inside.png")), 0);
    assert_int_equal(read_media(s, "link.png", MIB, ""), MEDIA_OUTSIDE);
    assert_int_equal(read_media(s, "media/away/other.png", MIB, ""), MEDIA_OUTSIDE);
    assert_int_equal(read_media(s, "../bank2/other.png", MIB, ""), MEDIA_OUTSIDE);
    assert_int_equal(read_media(s, "inside.png", MIB, "flag"), MEDIA_READ);
}

static void a_bank_may_be_reached_by_a_link(void **state)
{
    struct scratch *s = *state;
    struct buf out = {0};
    assert_int_equal(symlink("bank", scratch_path(s, "linked")), 0);
    assert_int_equal(media_read(scratch_path(s, "linked"), "top.png", MIB, &out), MEDIA_READ);
    buf_free(&out);
}

static void what_is_too_large_is_not_read(void **state)
{
    struct scratch *s = *state;
    const char *path = scratch_path(s, "bank/large.png");
    scratch_write(s, "bank/large.png", "");
    assert_int_equal(truncate(path, MIB + 1), 0);
    assert_int_equal(read_media(s, "large.png", MIB, ""), MEDIA_TOO_LARGE);
    assert_int_equal(truncate(path, MIB), 0);
    assert_int_equal(read_media(s, "large.png", MIB, ""), MEDIA_READ);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_beside_the_bank_is_read, make_folders,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(nothing_leads_out_of_the_folder, make_folders,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_bank_may_be_reached_by_a_link, make_folders,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_is_too_large_is_not_read, make_folders,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests_name("media", tests, NULL, NULL);
}
