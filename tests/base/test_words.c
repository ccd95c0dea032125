#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/words.h"

static const struct words_case {
    const char *name, *text,
        *joined; // with a bar behind each word; NULL: a quote is not closed
} cases[] = {
    {"one word", "vim", "vim|"},
    {"arguments", "code  -n\t--wait ", "code|-n|--wait|"},
    {"quoted blanks", "\"/opt/my editor/bin\" -x", "/opt/my editor/bin|-x|"},
    {"a quote inside a word", "a'b c'd", "ab cd|"},
    {"the other quote in a quote", "\"it's\"", "it's|"},
    {"an empty word", "a '' b", "a||b|"},
    {"no shell", "echo $HOME; rm -r * \\ `x`", "echo|$HOME;|rm|-r|*|\\|`x`|"},
    {"nothing", "", ""},
    {"blanks alone", "  \t", ""},
    {"a single character", "x", "x|"},
    {"many single characters", "a b c d", "a|b|c|d|"},
    {"a quote that is not closed", "vim 'x", NULL},
    {"the wrong quote closes nothing", "vim \"x'", NULL},
};

static void splits(void **state)
{
    const struct words_case *c = *state;
    struct arena arena = {0};
    const char **words;
    const char *joined = "";
    int count = words_split(c->text, &arena, &words);
    assert_true((count < 0) == !c->joined);
    for (int i = 0; i < count; i++)
        joined = arena_printf(&arena, "%s%s|", joined, words[i]);
    if (c->joined) {
        assert_string_equal(joined, c->joined);
        assert_null(words[count]);
    }
    arena_free(&arena);
}

int main(void)
{
    enum { COUNT = sizeof cases / sizeof *cases };

    struct CMUnitTest tests[COUNT] = {0};
    for (size_t i = 0; i < COUNT; i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = splits;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
