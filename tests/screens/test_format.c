#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/format.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct format_case {
    const char *name;
    int64_t value;
    const char *text;
} counts[] =
    {
        {"nothing", 0, "0"},
        {"below a thousand", 999, "999"},
        {"a thousand", 1000, "1\u00A0000"},
        {"a million", 1234567, "1\u00A0234\u00A0567"},
        {"below nothing", -1000, "\u22121\u00A0000"},
        {"the most there is", INT64_MAX,
         "9\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0807"},
},
  clocks[] = {
      {"the end", 0, "0:00"},           {"a little is left", 1, "0:01"},
      {"a second", 1000, "0:01"},       {"and a little", 1001, "0:02"},
      {"a minute", 60000, "1:00"},      {"twelve minutes and five seconds", 725000, "12:05"},
      {"two hours", 7200000, "120:00"},
};

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void reads_as_a_count(void **state)
{
    const struct format_case *c = *state;
    assert_string_equal(format_count(&arena, c->value), c->text);
}

static void reads_as_a_clock(void **state)
{
    const struct format_case *c = *state;
    assert_string_equal(format_clock(&arena, c->value), c->text);
}

int main(void)
{
    struct CMUnitTest count_tests[COUNT(counts)], clock_tests[COUNT(clocks)];
    for (size_t i = 0; i < COUNT(counts); i++) {
        count_tests[i] = (struct CMUnitTest){counts[i].name, reads_as_a_count, NULL, clean,
                                             (void *)&counts[i]};
    }
    for (size_t i = 0; i < COUNT(clocks); i++) {
        clock_tests[i] = (struct CMUnitTest){clocks[i].name, reads_as_a_clock, NULL, clean,
                                             (void *)&clocks[i]};
    }
    return cmocka_run_group_tests_name("format_count", count_tests, NULL, NULL) +
           cmocka_run_group_tests_name("format_clock", clock_tests, NULL, NULL);
}
