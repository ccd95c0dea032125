#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

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

/// Whether a text of `c` between letters is one of everyday characters, wherever it stands.
static bool is_everyday(int32_t c)
{
    utf8proc_uint8_t text[16] = "aaaa";
    size_t len = 4 + (size_t)utf8proc_encode_char(c, text + 4);
    text[len] = 'b';
    bool is_all = chars_are_everyday((const char *)text, len + 1);
    for (int before = 0; before < 4; before++) {
        const char *start = (const char *)text + 4 - before;
        assert_int_equal(chars_are_everyday(start, len + 1 - 4 + (size_t)before), is_all);
    }
    return is_all;
}

static void what_has_a_name_is_hidden(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if ((chars_name(c) != NULL) != (chars_is_hidden(c) || c == ' '))
            fail_msg("U+%04X is %s", (unsigned)c, chars_is_hidden(c) ? "hidden" : "not hidden");
    }
}

static void everyday_characters_need_no_question(void **state)
{
    (void)state;
    for (int32_t c = 1; c <= 0x10FFFF; c++) {
        bool is_surrogate = c >= 0xD800 && c < 0xE000;
        if (is_surrogate || !is_everyday(c) || c == ' ')
            continue;
        utf8proc_category_t category = utf8proc_category(c);
        bool is_mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
        if (is_mark || chars_is_hidden((uint32_t)c))
            fail_msg("U+%04X is no everyday character", (unsigned)c);
    }
}

static void letters_are_everyday_characters(void **state)
{
    (void)state;

    static const struct {
        int32_t first, last;
    } ranges[] = {{' ', '~'},       {0xC0, 0x2FF},    {0x370, 0x481},   {0x48A, 0x556},
                  {0x5D0, 0x5EA},   {0x620, 0x64A},   {0x3041, 0x307F}, {0x30C0, 0x30FF},
                  {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}};

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        for (int32_t c = ranges[i].first; c <= ranges[i].last; c++) {
            if (!is_everyday(c))
                fail_msg("U+%04X is an everyday character", (unsigned)c);
        }
    }
    assert_true(chars_are_everyday("", 0));
    assert_false(chars_are_everyday("\xC2\xA0", 2));
    assert_false(chars_are_everyday("a\n", 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_the_same_by_character_and_by_text),
        cmocka_unit_test(utf8_may_be_nothing),
        cmocka_unit_test(what_has_a_name_is_hidden),
        cmocka_unit_test(everyday_characters_need_no_question),
        cmocka_unit_test(letters_are_everyday_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
