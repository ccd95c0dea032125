#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/markup.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct markup_case {
    const char *name, *text, *plain;
} cases[] = {
    {"nothing", "", ""},
    {"no marks", "Plain text.", "Plain text."},
    {"emphasis", "a *sea cow* is", "a sea cow is"},
    {"strong", "**never** mind", "never mind"},
    {"strong around emphasis", "**a *b* c**", "a b c"},
    {"code", "type `a*b*c` now", "type a*b*c now"},
    {"lowered digits", "H~2~O and SiO~2~", "H₂O and SiO₂"},
    {"raised digits", "5 m^2^, 10^-3^", "5 m², 10⁻³"},
    {"raised letters", "20^th^ and x^n+1^", "20ᵗʰ and xⁿ⁺¹"},
    {"lowered letters", "x~max~ and a~ij~", "xₘₐₓ and aᵢⱼ"},
    {"all stay as they are if one has no small form", "x^aQ^ and x~ab~", "xaQ and xab"},
    {"a mark alone is text", "2 * 3 and a*b", "2 * 3 and a*b"},
    {"marks apart from words are text", "2 * 3 * 4", "2 * 3 * 4"},
    {"a partner in the next line is none", "*a\nb*", "*a\nb*"},
    {"a backslash keeps the mark", "\\*a\\*", "*a*"},
    {"a backslash before another letter stays", "C:\\dir", "C:\\dir"},
    {"an empty pair is text", "** and ``", "** and ``"},
};

static void becomes_plain(void **state)
{
    const struct markup_case *c = *state;
    struct arena arena = {0};
    assert_string_equal(markup_plain(&arena, c->text, strlen(c->text)), c->plain);
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = becomes_plain;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("markup", tests, NULL, NULL);
}
