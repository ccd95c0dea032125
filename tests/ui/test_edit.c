// Text being typed: the caret stops between characters as people see them, and nothing that
// cannot stand in a line gets in.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ui/edit.h"
#include "ui/stand.h"

enum { STEPS = 6 };

/// What is done to a field; an insert has its text.
struct step {
    enum edit_op op;
    const char *text;
};

static const struct edit_case {
    const char *name;
    const char *before; // the caret at its end
    struct step steps[STEPS];
    const char *text; // after
    int caret;        // in bytes, after
} cases[] = {
    {"types at the end", "Par", {{EDIT_INSERT, "is"}}, "Paris", 5},
    {"types at the caret",
     "Pis",
     {{EDIT_LEFT, 0}, {EDIT_LEFT, 0}, {EDIT_INSERT, "ar"}},
     "Paris",
     3},
    {"the caret stops at the ends",
     "ab",
     {{EDIT_HOME, 0}, {EDIT_LEFT, 0}, {EDIT_INSERT, "x"}},
     "xab",
     1},
    {"backspace takes an accent with its letter",
     "cafe\xCC\x81",
     {{EDIT_BACKSPACE, 0}},
     "caf",
     3},
    {"backspace takes a flag whole", "a🇫🇷", {{EDIT_BACKSPACE, 0}}, "a", 1},
    {"backspace takes a family whole", "👩‍👩‍👧", {{EDIT_BACKSPACE, 0}}, "", 0},
    {"backspace at the start does nothing",
     "ab",
     {{EDIT_HOME, 0}, {EDIT_BACKSPACE, 0}},
     "ab",
     0},
    {"delete takes what follows", "abc", {{EDIT_HOME, 0}, {EDIT_DELETE, 0}}, "bc", 0},
    {"delete at the end does nothing", "ab", {{EDIT_DELETE, 0}}, "ab", 2},
    {"left steps over a whole letter", "né", {{EDIT_LEFT, 0}, {EDIT_INSERT, "o"}}, "noé", 2},
    {"typing replaces what is selected",
     "London",
     {{EDIT_SELECT_ALL, 0}, {EDIT_INSERT, "Rome"}},
     "Rome",
     4},
    {"backspace removes what is selected",
     "abcd",
     {{EDIT_SELECT_LEFT, 0}, {EDIT_SELECT_LEFT, 0}, {EDIT_BACKSPACE, 0}},
     "ab",
     2},
    {"cut removes what is selected",
     "abcd",
     {{EDIT_HOME, 0}, {EDIT_SELECT_RIGHT, 0}, {EDIT_CUT, 0}},
     "bcd",
     0},
    {"selecting to the start",
     "abcd",
     {{EDIT_LEFT, 0}, {EDIT_SELECT_HOME, 0}, {EDIT_DELETE, 0}},
     "d",
     0},
    {"selecting to the end",
     "abcd",
     {{EDIT_HOME, 0}, {EDIT_RIGHT, 0}, {EDIT_SELECT_END, 0}, {EDIT_DELETE, 0}},
     "a",
     1},
    {"a move ends the selection",
     "abcd",
     {{EDIT_SELECT_ALL, 0}, {EDIT_END, 0}, {EDIT_INSERT, "e"}},
     "abcde",
     5},
    {"line ends and tabs are left out", "", {{EDIT_INSERT, "a\nb\tc\r\x7F"}}, "abc", 3},
    {"text that is no UTF-8 stops where it breaks", "", {{EDIT_INSERT, "ab\xFFzz"}}, "ab", 2},
    {"an insert without a text is none", "ab", {{EDIT_INSERT, NULL}}, "ab", 2},
    {"copying changes nothing", "ab", {{EDIT_SELECT_ALL, 0}, {EDIT_COPY, 0}}, "ab", 2},
};

static void does_what_is_asked(void **state)
{
    const struct edit_case *c = *state;
    struct edit edit = {0};
    edit_set(&edit, c->before);
    for (int i = 0; i < STEPS && c->steps[i].op != EDIT_NONE; i++) {
        struct action action = {.edit = c->steps[i].op, .text = c->steps[i].text};
        edit_apply(&edit, &action);
    }
    assert_string_equal(edit.text, c->text);
    assert_int_equal(edit.len, strlen(c->text));
    assert_int_equal(edit.caret, c->caret);
}

static void apply(struct edit *edit, enum edit_op op, const char *text)
{
    edit_apply(edit, &(struct action){.edit = op, .text = text});
}

static void what_does_not_fit_is_cut_between_characters(void **state)
{
    (void)state;
    struct edit edit = {0};
    char long_text[EDIT_MAX_BYTES + 3];
    memset(long_text, 'a', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    long_text[EDIT_MAX_BYTES - 2] = '\xC3'; // an é that would end one byte too late
    long_text[EDIT_MAX_BYTES - 1] = '\xA9';
    apply(&edit, EDIT_INSERT, long_text);
    assert_int_equal(edit.len, EDIT_MAX_BYTES - 2);
    assert_int_equal(edit.text[edit.len], '\0');
    assert_int_equal(edit.text[edit.len - 1], 'a');
}

static void says_whether_anything_changed(void **state)
{
    (void)state;
    struct edit edit = {0};
    assert_false(edit_apply(&edit, &(struct action){.edit = EDIT_BACKSPACE}));
    assert_false(edit_apply(&edit, &(struct action){.edit = EDIT_LEFT}));
    assert_true(edit_apply(&edit, &(struct action){.edit = EDIT_INSERT, .text = "a"}));
    assert_true(edit_apply(&edit, &(struct action){.edit = EDIT_LEFT}));
    assert_false(edit_apply(&edit, &(struct action){.edit = EDIT_NONE}));
}

static void what_is_composed_is_not_typed_yet(void **state)
{
    (void)state;
    struct edit edit = {0};
    apply(&edit, EDIT_COMPOSE, "に");
    assert_string_equal(edit.composing, "に");
    assert_int_equal(edit.len, 0);
    apply(&edit, EDIT_INSERT, "日");
    assert_string_equal(edit.composing, "");
    assert_string_equal(edit.text, "日");
}

static void a_selection_can_be_taken_out(void **state)
{
    (void)state;
    struct edit edit = {0};
    char out[4];
    edit_set(&edit, "aéb");
    apply(&edit, EDIT_SELECT_LEFT, NULL);
    apply(&edit, EDIT_SELECT_LEFT, NULL);
    edit_selection(&edit, out, sizeof out);
    assert_string_equal(out, "éb");
    edit_selection(&edit, out, 2);
    assert_string_equal(out, ""); // no half of an é
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = does_what_is_asked;
        tests[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest more[] = {
        cmocka_unit_test(what_does_not_fit_is_cut_between_characters),
        cmocka_unit_test(says_whether_anything_changed),
        cmocka_unit_test(what_is_composed_is_not_typed_yet),
        cmocka_unit_test(a_selection_can_be_taken_out),
    };
    int failed = cmocka_run_group_tests_name("edits", tests, NULL, NULL);
    return failed + cmocka_run_group_tests_name("edit", more, NULL, NULL);
}
