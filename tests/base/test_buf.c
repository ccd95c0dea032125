#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

static void grows_and_ends_in_nul(void **state)
{
    (void)state;
    struct buf buf = {0};
    assert_null(buf.data);
    for (int i = 0; i < 10000; i++) {
        buf_byte(&buf, (char)('a' + i % 26));
        assert_int_equal(buf.data[buf.len], '\0');
    }
    assert_int_equal(buf.len, 10000);
    for (int i = 0; i < 10000; i++)
        assert_int_equal(buf.data[i], 'a' + i % 26);
    buf_free(&buf);
    assert_null(buf.data);
    buf_free(&buf);
}

static void adds_bytes_text_and_prints(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_add(&buf, "a\0b", 3);
    buf_add(&buf, NULL, 0);
    buf_text(&buf, "-text-");
    buf_printf(&buf, "%03d%s", 7, "");
    assert_int_equal(buf.len, 12);
    assert_memory_equal(buf.data, "a\0b-text-007", 13);
    buf_free(&buf);
}

static void keeps_its_memory_when_cleared(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_clear(&buf);
    buf_reserve(&buf, 1000);
    assert_string_equal(buf.data, "");
    const char *data = buf.data;
    buf_text(&buf, "gone");
    buf_clear(&buf);
    assert_string_equal(buf.data, "");
    assert_int_equal(buf.len, 0);
    for (int i = 0; i < 1000; i++)
        buf_byte(&buf, 'x');
    assert_ptr_equal(buf.data, data);
    buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_ends_in_nul),
        cmocka_unit_test(adds_bytes_text_and_prints),
        cmocka_unit_test(keeps_its_memory_when_cleared),
    };
    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
