#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/chars.h"

/// Whether one character after the other is good.
static bool is_utf8(const char *text, size_t len)
{
    size_t at = 0;
    for (size_t step; at < len && (step = chars_len(text + at, text + len)) > 0;)
        at += step;
    return at == len;
}

static void check(const unsigned char *bytes, size_t len)
{
    char text[8];
    memcpy(text, bytes, len);
    if (chars_is_utf8(text, len) != is_utf8(text, len)) {
        fail_msg("%zu bytes %02X %02X %02X %02X: %s", len, bytes[0], bytes[1], bytes[2],
                 bytes[3], is_utf8(text, len) ? "refused" : "taken");
    }
}

static void utf8_is_the_same_by_character_and_by_text(void **state)
{
    (void)state;
    static const unsigned char ends[] = {0x00, 'a',  0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                         0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF};

    enum { COUNT = sizeof ends };

    for (int first = 0; first < 256; first++) {
        for (int rest = 0; rest < COUNT * COUNT * COUNT; rest++) {
            unsigned char bytes[] = {(unsigned char)first, ends[rest % COUNT],
                                     ends[rest / COUNT % COUNT], ends[rest / COUNT / COUNT],
                                     'a'};
            for (size_t len = 1; len <= sizeof bytes; len++)
                check(bytes, len);
        }
    }
}

static void utf8_may_be_nothing(void **state)
{
    (void)state;
    assert_true(chars_is_utf8("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_the_same_by_character_and_by_text),
        cmocka_unit_test(utf8_may_be_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
