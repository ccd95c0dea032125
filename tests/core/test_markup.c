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
    const char *looks; // a letter for each byte: e, s, c, both e and s: b; NULL: all plain
} cases[] = {
    {"nothing", "", "", NULL},
    {"no marks", "Plain text.", "Plain text.", NULL},
    {"emphasis", "a *sea cow* is", "a sea cow is", "  eeeeeee   "},
    {"strong", "**never** mind", "never mind", "sssss     "},
    {"strong around emphasis", "**a *b* c**", "a b c", "ssbss"},
    {"code", "type `a*b*c` now", "type a*b*c now", "     ccccc    "},
    {"lowered digits", "H~2~O and SiO~2~", "H₂O and SiO₂", NULL},
    {"raised digits", "5 m^2^, 10^-3^", "5 m², 10⁻³", NULL},
    {"raised letters", "20^th^ and x^n+1^", "20ᵗʰ and xⁿ⁺¹", NULL},
    {"lowered letters", "x~max~ and a~ij~", "xₘₐₓ and aᵢⱼ", NULL},
    {"all stay as they are if one has no small form", "x^aQ^ and x~ab~", "xaQ and xab", NULL},
    {"a mark alone is text", "2 * 3 and a*b", "2 * 3 and a*b", NULL},
    {"marks apart from words are text", "2 * 3 * 4", "2 * 3 * 4", NULL},
    {"a partner in the next line is none", "*a\nb*", "*a\nb*", NULL},
    {"a backslash keeps the mark", "\\*a\\*", "*a*", NULL},
    {"a backslash before another letter stays", "C:\\dir", "C:\\dir", NULL},
    {"raised within emphasis", "*m^2^* a", "m² a", "eee  "},
    {"a kept mark within strong", "**a\\*b**", "a*b", "sss"},
    {"strong code", "**`a`**", "a", "c"},
    {"an empty pair is text", "** and ``", "** and ``", NULL},
};

/// The looks of `read` as in a case; spans that touch have to differ.
static const char *letters(const struct look_text *read, char *out)
{
    static const char of[] = " esbcccc";
    memset(out, ' ', strlen(read->text) + 1);
    out[strlen(read->text)] = '\0';
    uint32_t end = 0;
    for (int i = 0; i < read->count; i++) {
        const struct look_span *span = &read->spans[i];
        assert_true(span->from < span->to && span->to <= strlen(read->text));
        assert_true(span->from > end || i == 0 ||
                    (span->from == end && span->looks != span[-1].looks));
        memset(out + span->from, of[span->looks], span->to - span->from);
        end = span->to;
    }
    return out;
}

static void becomes_plain(void **state)
{
    const struct markup_case *c = *state;
    struct arena arena = {0};
    struct look_text read = markup_read(&arena, c->text, strlen(c->text));
    assert_string_equal(read.text, c->plain);
    char out[64];
    if (c->looks) {
        assert_string_equal(letters(&read, out), c->looks);
    } else {
        assert_int_equal(read.count, 0);
    }
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
