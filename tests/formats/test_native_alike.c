#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/native_alike.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct alike_case {
    const char *name, *a, *b;
    enum alike alike;
} cases[] = {
    {"equal", "Paris", "Paris", ALIKE_SAME},
    {"other case", "Paris", "pARIS", ALIKE_SAME},
    {"blanks around and inside", "New  York", " new\u00A0york\n", ALIKE_SAME},
    {"composed and decomposed", "caf\u00E9", "cafe\u0301", ALIKE_SAME},
    {"marks in another order", "a\u0323\u0301", "a\u0301\u0323", ALIKE_SAME},
    {"Hangul and its parts", "\uD55C", "\u1112\u1161\u11AB", ALIKE_SAME},
    {"full case folding", "Stra\u00DFe", "STRASSE", ALIKE_SAME},
    {"Cyrillic case", "\u041C\u043E\u0441\u043A\u0432\u0430",
     "\u043C\u041E\u0421\u043A\u0432\u0430", ALIKE_SAME},
    {"Cyrillic short i", "\u0419", "\u0438\u0306", ALIKE_SAME},
    {"small Cyrillic short i", "\u0439", "\u0418\u0306", ALIKE_SAME},
    {"Greek final sigma", "\u03BF\u03C2", "\u039F\u03A3", ALIKE_SAME},
    {"zero-width space", "Pa\u200Bris", "Paris", ALIKE_SAME},
    {"soft hyphen and mark at the end", "Pa\u00ADris\uFEFF", "Paris", ALIKE_SAME},
    {"Cyrillic er", "\u0420aris", "Paris", ALIKE_LOOKS},
    {"Greek capitals", "\u0391\u0392", "AB", ALIKE_LOOKS},
    {"full width", "\uFF21\uFF22", "AB", ALIKE_LOOKS},
    {"dash and hyphen", "1990\u20131995", "1990-1995", ALIKE_LOOKS},
    {"other accents", "cafe", "caf\u00E9", ALIKE_NOT},
    {"other words", "Paris", "Lyon", ALIKE_NOT},
    {"one longer", "Paris", "Paris 2", ALIKE_NOT},
    {"one empty", "", "a", ALIKE_NOT},
    {"punctuation counts", "C", "C++", ALIKE_NOT},
    {"small Cyrillic ve is no b", "\u0432", "b", ALIKE_NOT},
    {"two marks, other marks", "a\u0301", "a\u0300", ALIKE_NOT},
};

static void compares_both_ways(void **state)
{
    const struct alike_case *c = *state;
    struct arena scratch = {0};
    assert_int_equal(alike_compare(&scratch, c->a, c->b), c->alike);
    assert_int_equal(alike_compare(&scratch, c->b, c->a), c->alike);
    arena_free(&scratch);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = compares_both_ways;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("native_alike", tests, NULL, NULL);
}
