#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/span.h"

enum { LONGEST = 100 };

static size_t end_of(const char *text, size_t at, size_t len, bool takes_all)
{
    for (; at < len; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c == '"' || c == '\\' || c < 0x20 || (!takes_all && c >= 0x7F))
            return at;
    }
    return len;
}

/// The same is found, and copied, by each way of looking.
static void check(const char *text, size_t at, size_t len)
{
    for (int takes_all = 0; takes_all < 2; takes_all++) {
        size_t end = end_of(text, at, len, takes_all);
        char copies[2][LONGEST + SPAN_MORE] = {{0}};
        assert_int_equal((takes_all ? span_text : span_plain)(text, at, len, NULL), end);
        assert_int_equal(span_by_words(text, at, len, NULL, takes_all), end);
        assert_int_equal((takes_all ? span_text : span_plain)(text, at, len, copies[0]), end);
        assert_int_equal(span_by_words(text, at, len, copies[1], takes_all), end);
        assert_memory_equal(copies[0], text + at, end - at);
        assert_memory_equal(copies[1], text + at, end - at);
    }
}

// Each kind of byte at each place of texts of each length.
static void stops_where_it_should(void **state)
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
                check(text, 0, len);
            }
        }
    }
}

static void what_stands_around_does_not_count(void **state)
{
    (void)state;
    for (size_t at = 0; at < 40; at++) {
        for (size_t end = at; end < 80; end++) {
            char text[LONGEST];
            memset(text, '\n', sizeof text);
            memset(text + at, 'a', end - at);
            check(text, at, sizeof text);
            text[end] = '"';
            check(text, at, sizeof text);
            check(text, at, end);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_where_it_should),
        cmocka_unit_test(what_stands_around_does_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
