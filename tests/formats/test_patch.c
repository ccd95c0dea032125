// Changes to a text, and what is shown of them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/patch.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct patch_case {
    const char *name, *text;

    struct {
        const char *old, *put; // what is replaced is found by its first place behind the last
    } edits[4];

    const char *made, *diff;
} cases[] = {
    {"nothing", "a\nb\n", {{NULL, NULL}}, "a\nb\n", ""},
    {"the same again", "a\nb\n", {{"b", "b"}}, "a\nb\n", ""},
    {"a word",
     "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
     {{"five", "5"}},
     "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
     "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-five\n+5\n 6\n 7\n 8\n"},
    {"a line more",
     "a\nb\n",
     {{"\nb", "\nnew\nb"}},
     "a\nnew\nb\n",
     "--- f\n+++ f\n@@ -1,2 +1,3 @@\n a\n+new\n b\n"},
    {"a line less",
     "a\nb\nc\n",
     {{"b\n", ""}},
     "a\nc\n",
     "--- f\n+++ f\n@@ -1,3 +1,2 @@\n a\n-b\n c\n"},
    {"all goes", "a\n", {{"a\n", ""}}, "", "--- f\n+++ f\n@@ -1,1 +0,0 @@\n-a\n"},
    {"two in one line",
     "a b c\n",
     {{"a", "A"}, {"c", "C"}},
     "A b C\n",
     "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a b c\n+A b C\n"},
    {"lines joined",
     "[\n1,\n2\n]\n",
     {{"\n1", "1"}, {"\n2", "2"}, {"\n]", "]"}},
     "[1,2]\n",
     "--- f\n+++ f\n@@ -1,4 +1,1 @@\n-[\n-1,\n-2\n-]\n+[1,2]\n"},
    {"far apart",
     "a\n1\n2\n3\n4\n5\n6\n7\nb\n",
     {{"a", "A\nA"}, {"b", "B"}},
     "A\nA\n1\n2\n3\n4\n5\n6\n7\nB\n",
     "--- f\n+++ f\n@@ -1,4 +1,5 @@\n-a\n+A\n+A\n 1\n 2\n 3\n"
     "@@ -6,4 +7,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
    {"far apart, in the middle of lines",
     "a1\n1\n2\n3\n4\n5\n6\n7\n8b\n",
     {{"1", "A"}, {"b", "B"}},
     "aA\n1\n2\n3\n4\n5\n6\n7\n8B\n",
     "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-a1\n+aA\n 1\n 2\n 3\n"
     "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-8b\n+8B\n"},
    {"blanks at the ends of lines that stay",
     "a\nb\nc\nd\ne\n",
     {{"\nb", "\n b"}, {"\nc", "\nc"}, {"\nd", "\n d"}, {"\ne", "\n\ne"}},
     "a\n b\nc\n d\n\ne\n",
     "--- f\n+++ f\n@@ -1,5 +1,6 @@\n a\n-b\n+ b\n c\n-d\n+ d\n+\n e\n"},
    {"near enough for one",
     "a\n1\n2\n3\n4\n5\n6\nb\n",
     {{"a", "A"}, {"b", "B"}},
     "A\n1\n2\n3\n4\n5\n6\nB\n",
     "--- f\n+++ f\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
    {"no line end",
     "a\nb",
     {{"b", "c\n"}},
     "a\nc\n",
     "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"},
    {"no line end, and something more",
     "a b",
     {{"a", "A"}, {"b", "b c"}},
     "A b c",
     "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a b\n\\ No newline at end of file\n"
     "+A b c\n\\ No newline at end of file\n"},
    {"behind the end",
     "ab",
     {{"a", "A"}, {"b", "b"}, {"", "!\n"}},
     "Ab!\n",
     "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-ab\n\\ No newline at end of file\n+Ab!\n"},
    {"what a terminal obeys",
     "\x7F\xC2\x9B\xC3\xA9\t\r\n",
     {{"\t", "\t\t"}},
     "\x7F\xC2\x9B\xC3\xA9\t\t\r\n",
     "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-??\xC3\xA9\t\r\n+??\xC3\xA9\t\t\r\n"},
};

static void changes_and_shows(void **state)
{
    const struct patch_case *c = *state;
    struct patch patch = {.text = c->text, .len = strlen(c->text)};
    const char *at = c->text;
    for (size_t i = 0; i < COUNT(c->edits) && c->edits[i].old; i++) {
        at = strstr(at, c->edits[i].old);
        assert_non_null(at);
        size_t len = strlen(c->edits[i].old);
        patch_add(&patch, (size_t)(at - c->text), len, c->edits[i].put,
                  strlen(c->edits[i].put));
        at += len;
    }
    struct buf made = {0}, diff = {0};
    patch_apply(&patch, &made);
    patch_diff(&patch, "f", &diff);
    assert_string_equal(made.data, c->made);
    assert_string_equal(diff.data ? diff.data : "", c->diff);
    assert_true(patch_is_empty(&patch) == !diff.len);
    buf_free(&made);
    buf_free(&diff);
    patch_free(&patch);
}

static void many_changes_in_one_line_take_no_time(void **state)
{
    (void)state;

    enum { MANY = 300000 };

    struct buf text = {0}, diff = {0};
    for (int i = 0; i < MANY; i++)
        buf_text(&text, "a, ");
    struct patch patch = {.text = text.data, .len = text.len};
    for (size_t i = 0; i < MANY; i++)
        patch_add(&patch, 3 * i + 2, 1, NULL, 0);
    patch_diff(&patch, "f", &diff);
    assert_non_null(strstr(diff.data, "\n+a,a,a,"));
    patch_free(&patch);
    buf_free(&text);
    buf_free(&diff);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases) + 1] = {
        cmocka_unit_test(many_changes_in_one_line_take_no_time),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i + 1].name = cases[i].name;
        tests[i + 1].test_func = changes_and_shows;
        tests[i + 1].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("patch", tests, NULL, NULL);
}
