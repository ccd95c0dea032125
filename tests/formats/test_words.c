#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/words.h"

/// Eight times `rest`, but for `odd` at `place`.
static uint64_t word_of(int rest, int odd, int place)
{
    char text[8];
    memset(text, rest, sizeof text);
    text[place] = (char)odd;
    return word_read(text);
}

// All pairs of bytes, for a borrow from a neighbour is what such tests get wrong.
static void finds_a_byte_at_each_place(void **state)
{
    (void)state;
    for (int rest = 0; rest < 256; rest++) {
        for (int odd = 0; odd < 256; odd++) {
            uint64_t first = word_of(rest, odd, 0), middle = word_of(rest, odd, 3);
            uint64_t last = word_of(rest, odd, 7);
            bool is_quote = rest == '"' || odd == '"';
            assert_int_equal(word_has(first, '"') != 0, is_quote);
            assert_int_equal(word_has(middle, '"') != 0, is_quote);
            assert_int_equal(word_has(last, '"') != 0, is_quote);
            bool is_control = rest < 0x20 || odd < 0x20;
            assert_int_equal(word_has_below(first, 0x20) != 0, is_control);
            assert_int_equal(word_has_below(middle, 0x20) != 0, is_control);
            assert_int_equal(word_has_below(last, 0x20) != 0, is_control);
            assert_int_equal(word_has_high(middle) != 0, rest >= 0x80 || odd >= 0x80);
        }
    }
}

static void reads_the_first_bytes(void **state)
{
    (void)state;
    for (size_t len = 0; len <= 8; len++) {
        char text[8] = "abcdefg", other[8] = "abcdefg";
        memset(other + len, '-', sizeof other - len);
        assert_true(word_read_part(text, len) == word_read_part(other, len));
        for (size_t i = 0; i < len; i++) {
            other[i] ^= 1;
            assert_true(word_read_part(text, len) != word_read_part(other, len));
            other[i] ^= 1;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_byte_at_each_place),
        cmocka_unit_test(reads_the_first_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
