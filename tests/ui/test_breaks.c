#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <linebreak.h>
#include <utf8proc.h>

#include "ui/breaks.h"

#define FLAG_N "\U0001F1F3"
#define FLAG_L "\U0001F1F1"

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/// A letter for each character of `text`: may a line end behind it, must it or not.
static const char *marks(const char *text)
{
    size_t len = strlen(text), count = 0;
    const char *breaks = breaks_find(&arena, text, len);
    char *out = arena_alloc(&arena, len + 1, 1);
    for (size_t i = 0; i < len; i++) {
        if (breaks[i] == LINEBREAK_INSIDEACHAR)
            continue;
        out[count++] = breaks[i] == LINEBREAK_MUSTBREAK    ? '!'
                       : breaks[i] == LINEBREAK_ALLOWBREAK ? '|'
                                                           : '-';
    }
    return out;
}

static void lines_end_behind_blanks_and_between_ideographs(void **state)
{
    (void)state;
    assert_string_equal(marks("is it so"), "--|--|-!");
    assert_string_equal(marks("a\nb"), "-!!");
    assert_string_equal(marks("東京"), "|!");
    assert_string_equal(marks("10,5 %"), "----|!");
}

static void a_flag_is_never_cut(void **state)
{
    (void)state;
    assert_string_equal(marks(FLAG_N FLAG_L), "-!");
    assert_string_equal(marks(FLAG_N FLAG_L FLAG_L FLAG_N), "-|-!");
    assert_string_equal(marks(FLAG_N FLAG_L FLAG_N), "-|!");
    assert_string_equal(marks("Q " FLAG_N FLAG_L " end?"), "-|--|---!");
    assert_string_equal(marks(FLAG_N " " FLAG_L), "-|!");
}

// Some versions of the library end the program at characters they have no class for.
static void any_character_can_stand_in_a_text(void **state)
{
    (void)state;
    char text[4 * 256 + 1];
    size_t len = 0;
    for (utf8proc_int32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        len += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)text + len);
        if (c % 256 == 255) {
            assert_non_null(breaks_find(&arena, text, len));
            arena_reset(&arena);
            len = 0;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(lines_end_behind_blanks_and_between_ideographs, clean),
        cmocka_unit_test_teardown(a_flag_is_never_cut, clean),
        cmocka_unit_test_teardown(any_character_can_stand_in_a_text, clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
