#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "ui/bidi.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Hebrew letters, two bytes each.
#define ALEF  "\u05D0"
#define BET   "\u05D1"
#define GIMEL "\u05D2"

static const struct bidi_case {
    const char *name, *text;
    const char *runs; // as seen, from left to right; "<" before what is written leftwards
    bool is_rtl;
} cases[] = {
    {"Latin", "abc", "abc", false},
    {"no letters at all", "12.5", "12.5", false},
    {"nothing", "", "", false},
    {"accents are no right-to-left letters", "\u00E9\u0142\u03A9", "\u00E9\u0142\u03A9", false},
    {"Chinese runs from the left", "\u6F22\u5B57", "\u6F22\u5B57", false},
    {"Hebrew", ALEF BET, "<" ALEF BET, true},
    {"Arabic", "\u0633\u0644", "<\u0633\u0644", true},
    {"Hebrew within Latin", "ab " ALEF BET " cd", "ab |<" ALEF BET "| cd", false},
    {"Latin within Hebrew", ALEF " ab " BET, "< " BET "|ab|<" ALEF " ", true},
    {"a number within Hebrew", ALEF " 12 " BET, "< " BET "|12|<" ALEF " ", true},
    {"two Latin words within Hebrew stay in order", ALEF " ab cd " BET,
     "< " BET "|ab cd|<" ALEF " ", true},
    {"a mark at the end goes with the paragraph", "ab " ALEF "!", "ab |<" ALEF "|!", false},
    {"a mark at the end of Hebrew", ALEF "!", "<" ALEF "!", true},
    {"brackets of the paragraph", "a (" ALEF ")", "a (|<" ALEF "|)", false},
    {"digits first, then Hebrew: the first letter counts", "1 " ALEF, "< " ALEF "|1", true},
};

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *runs_of(const char *text, size_t from, size_t to, bool *is_rtl)
{
    struct buf out = {0};
    struct bidi_runs runs = bidi_line(&arena, text, strlen(text), from, to);
    for (int i = 0; i < runs.count; i++) {
        buf_text(&out, i ? "|" : "");
        buf_text(&out, runs.items[i].is_rtl ? "<" : "");
        buf_add(&out, text + runs.items[i].from, runs.items[i].to - runs.items[i].from);
    }
    *is_rtl = runs.is_rtl;
    const char *seen = arena_text(&arena, out.data ? out.data : "", out.len);
    buf_free(&out);
    return seen;
}

static void is_seen_in_order(void **state)
{
    const struct bidi_case *c = *state;
    bool is_rtl = !c->is_rtl;
    assert_string_equal(runs_of(c->text, 0, strlen(c->text), &is_rtl), c->runs);
    assert_int_equal(is_rtl, c->is_rtl);
}

static void a_line_knows_its_paragraph(void **state)
{
    (void)state;
    bool is_rtl = false;
    // The second line of a Hebrew paragraph that holds Latin alone.
    static const char text[] = ALEF BET " abc";
    assert_string_equal(runs_of(text, 5, 8, &is_rtl), "abc");
    assert_true(is_rtl);
    // The first line of a Latin one.
    static const char other[] = "ab " GIMEL " cd";
    assert_string_equal(runs_of(other, 0, 5, &is_rtl), "ab |<" GIMEL);
    assert_false(is_rtl);
}

int main(void)
{
    struct CMUnitTest lines[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        lines[i] = (struct CMUnitTest){cases[i].name, is_seen_in_order, NULL, clean,
                                       (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_line_knows_its_paragraph, clean),
    };
    return cmocka_run_group_tests_name("bidi_line", lines, NULL, NULL) +
           cmocka_run_group_tests_name("bidi", tests, NULL, NULL);
}
