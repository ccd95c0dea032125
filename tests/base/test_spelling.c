#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/spelling.h"
#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct spelling_case {
    const char *name, *typed, *right;
    const char *typed_marks, *right_marks; // "^" below each letter that differs
    bool case_counts;
} cases[] = {
    {"the same", "Bern", "Bern", "    ", "    ", false},
    {"a letter too few", "Canbera", "Canberra", "       ", "      ^ ", false},
    {"two letters too few", "Copnhagn", "Copenhagen", "        ", "   ^    ^ ", false},
    {"a letter too many", "Berrn", "Bern", "   ^ ", "    ", false},
    {"another letter", "Born", "Bern", " ^  ", " ^  ", false},
    {"two that changed places", "Bren", "Bern", " ^^ ", " ^^ ", false},
    {"two apart", "Copnhagem", "Copenhagen", "        ^", "   ^     ^", false},
    {"a capital does not count", "bern", "Bern", "    ", "    ", false},
    {"a capital counts", "bern", "Bern", "^   ", "^   ", true},
    {"a capital beside a swap", "canbrera", "Canberra", "    ^^  ", "    ^^  ", false},
    {"a capital that is swapped", "aCnberra", "Canberra", "^^      ", "^^      ", false},
    {"Greek has two small s", "ΟΔΟΣ", "οδός", "  ^ ", "  ^ ", false},
    {"an accent", "Zurich", "Zürich", " ^    ", " ^    ", false},
    {"the same accent, put together in another way", "Zu\xCC\x88rich", "Zürich", "      ",
     "      ", false},
    {"an accent that stays apart goes with its letter", "x\u0301y", "xy", "^^ ", "  ", false},
    {"a letter goes with its accent", "n\u0308y", "m\u0308y", "^^ ", "^^ ", false},
    {"blanks at the ends", "  Bern ", "Bern", "    ", "    ", false},
    {"what cannot be seen", "Be\u200Brn", "Bern", "    ", "    ", false},
    {"a word more before", "the Hague", "Hague", "^^^^     ", "     ", false},
    {"a word more behind", "Paris as is", "Paris", "     ^^^^^^", "     ", false},
    {"nothing alike", "ab", "xyz", "^^", "^^^", false},
    {"nothing typed", "", "ab", "", "^^", false},
};

static void check_marks(const struct spelling *spelling, const char *marks)
{
    assert_int_equal(text_count(spelling->text), strlen(marks));
    for (size_t i = 0; marks[i]; i++)
        assert_int_equal(spelling->marks[i], marks[i] == '^');
}

static void marks_what_differs(void **state)
{
    const struct spelling_case *c = *state;
    struct arena arena = {0};
    struct spelling typed, right;
    spelling_compare(c->typed, c->right, c->case_counts, &arena, &typed, &right);
    check_marks(&typed, c->typed_marks);
    check_marks(&right, c->right_marks);
    arena_free(&arena);
}

static void marks_as_many_as_there_are_edits(void **state)
{
    (void)state;
    // Two texts as long as can be, with a letter between each two that the other lacks.
    char typed[SPELLING_MAX + 1] = "", right[SPELLING_MAX / 2 + 1] = "";
    memset(right, 'a', SPELLING_MAX / 2);
    for (size_t i = 0; i < SPELLING_MAX; i++)
        typed[i] = i % 2 ? 'a' : 'b';
    struct arena arena = {0};
    struct spelling a, b;
    spelling_compare(typed, right, false, &arena, &a, &b);
    for (size_t i = 0; i < SPELLING_MAX; i++)
        assert_int_equal(a.marks[i], i % 2 == 0);
    for (size_t i = 0; i < SPELLING_MAX / 2; i++)
        assert_false(b.marks[i]);
    arena_free(&arena);
}

static void long_texts_are_not_compared(void **state)
{
    (void)state;
    char text[SPELLING_MAX + 2] = "";
    memset(text, 'a', SPELLING_MAX + 1);
    struct arena arena = {0};
    struct spelling typed, right;
    spelling_compare(text, "a", false, &arena, &typed, &right);
    assert_null(typed.marks);
    assert_null(right.marks);
    assert_string_equal(typed.text, text);
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = marks_what_differs;
        tests[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest more[] = {
        cmocka_unit_test(marks_as_many_as_there_are_edits),
        cmocka_unit_test(long_texts_are_not_compared),
    };
    int failed = cmocka_run_group_tests_name("spelling", tests, NULL, NULL);
    return failed + cmocka_run_group_tests_name("at the limit", more, NULL, NULL);
}
