// One more and one less, of a number as it was typed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/step_number.h"
#include "ui/stand.h"

static const struct step_case {
    const char *name, *typed;
    int by;
    const char *stepped; // NULL: it cannot be
} cases[] = {
    {"nothing counts as 0", "", 1, "1"},
    {"and goes below it", "", -1, "-1"},
    {"up", "12", 1, "13"},
    {"down", "12", -1, "11"},
    {"over ten", "99", 1, "100"},
    {"below nought", "0", -1, "-1"},
    {"up from below nought", "-1", 1, "0"},
    {"the last digit after a point", "9.8", 1, "9.9"},
    {"a comma stays a comma", "3,9", 1, "4,0"},
    {"digits after the mark stay", "9.99", 1, "10.00"},
    {"nought before the mark", "0.1", -2, "-0.1"},
    {"small steps below nought", "-0.05", 1, "-0.04"},
    {"a mark without digits after it", "9.", 1, "10"},
    {"blanks around", " 7 ", 1, "8"},
    {"groups of thousands", "1 000", 1, "1001"},
    {"a word", "seven", 1, NULL},
    {"a unit", "7 km", 1, NULL},
    {"more digits than can be counted", "12345678901234567", 1, NULL},
};

static void steps_the_last_digit(void **state)
{
    const struct step_case *c = *state;
    struct arena arena = {0};
    const char *stepped = step_number(c->typed, c->by, &arena);
    if (c->stepped) {
        assert_string_equal(stepped, c->stepped);
    } else {
        assert_null(stepped);
    }
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = steps_the_last_digit;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("step_number", tests, NULL, NULL);
}
