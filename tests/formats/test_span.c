#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/span.h"

enum { LONGEST = 100 };

static bool is_stop(unsigned char c)
{
    return c == '"' || c == '\\' || c < 0x20;
}

static void check(const char *text, size_t at, size_t len, size_t end, bool is_odd)
{
    bool found_odd = false;
    char copy[LONGEST + SPAN_MORE] = {0};
    assert_int_equal(span_next(text, at, len, NULL, &found_odd), end);
    assert_int_equal(found_odd, is_odd);
    assert_int_equal(span_next(text, at, len, copy, &found_odd), end);
    assert_memory_equal(copy, text + at, end - at);
}

// Each byte at each place of texts of each length, which are taken in pieces of 32, 8 and 1.
static void finds_each_byte_at_each_place(void **state)
{
    (void)state;
    static const unsigned char bytes[] = {0,    1,    0x1F, 0x20, 0x21, '"',  0x23, 0x5B,
                                          '\\', 0x5D, 0x7E, 0x7F, 0x80, 0xA2, 0xDC, 0xFF};
    for (size_t len = 1; len <= LONGEST; len++) {
        for (size_t place = 0; place < len; place++) {
            char text[LONGEST];
            memset(text, 'a', sizeof text);
            for (size_t i = 0; i < sizeof bytes; i++) {
                text[place] = (char)bytes[i];
                check(text, 0, len, is_stop(bytes[i]) ? place : len, bytes[i] >= 0x7F);
            }
        }
    }
}

static void what_stands_behind_does_not_count(void **state)
{
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        for (size_t end = at; end < 80; end++) {
            char text[LONGEST];
            memset(text, 0xC3, sizeof text);
            memset(text + at, 'a', end - at);
            text[end] = '"';
            check(text, at, sizeof text, end, false);
            text[end] = 'a';
            check(text, at, end, end, false);
        }
    }
}

static void remembers_what_was_odd_before(void **state)
{
    (void)state;
    bool is_odd = true;
    static const char text[] = "plain and long enough to be looked at in more than one piece\"";
    assert_int_equal(span_next(text, 0, sizeof text, NULL, &is_odd), sizeof text - 2);
    assert_true(is_odd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_each_byte_at_each_place),
        cmocka_unit_test(what_stands_behind_does_not_count),
        cmocka_unit_test(remembers_what_was_odd_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
