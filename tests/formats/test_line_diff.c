// Which lines differ: no more than have to, and quickly in texts of many lines.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "formats/line_diff.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// What differs is written as it would be in a diff without context, a space between changes.
static const struct diff_case {
    const char *name, *was, *is, *wanted;
} cases[] = {
    {"nothing", "", "", ""},
    {"the same", "a\nb\n", "a\nb\n", ""},
    {"all is new", "", "a\nb", "+a\n+b "},
    {"all goes", "a\nb\n", "", "-a\n-b\n "},
    {"a line", "a\nb\nc\n", "a\nB\nc\n", "-b\n+B\n "},
    {"one more, like the one before", "a\na\nb\n", "a\na\na\nb\n", "+a\n "},
    {"every other line", "a\n1\nb\n2\nc\n3\nd\n", "A\n1\nB\n2\nC\n3\nD\n",
     "-a\n+A\n -b\n+B\n -c\n+C\n -d\n+D\n "},
    {"around lines that are there often", "{\na\n}\n{\nb\n}\n{\nc\n}\n",
     "{\nA\n}\n{\nb\nb\n}\n{\nC\n}\n", "-a\n+A\n +b\n -c\n+C\n "},
    {"a line that moved", "1\n2\n3\n4\n", "2\n3\n4\n1\n", "-1\n +1\n "},
    {"a line end at the end", "a\nb\nc", "a\nB\nc\n", "-b\n-c+B\n+c\n "},
    {"no line end, and one in the middle", "x\nc\ny\nc", "z\nc\nw\nc", "-x\n+z\n -y\n+w\n "},
};

static void show(const char *text, char sign, size_t from, size_t to, struct buf *out)
{
    for (size_t i = from; i < to; i++) {
        if (i == from || text[i - 1] == '\n')
            buf_byte(out, sign);
        buf_byte(out, text[i]);
    }
}

static void finds_what_differs(void **state)
{
    const struct diff_case *c = *state;
    struct buf changes = {0}, shown = {0};
    line_diff(c->was, strlen(c->was), c->is, strlen(c->is), &changes);
    const struct line_change *change = (const void *)changes.data;
    for (size_t i = 0; i < changes.len / sizeof *change; i++) {
        show(c->was, '-', change[i].was, change[i].was_end, &shown);
        show(c->is, '+', change[i].is, change[i].is_end, &shown);
        buf_byte(&shown, ' ');
    }
    assert_string_equal(shown.data ? shown.data : "", c->wanted);
    buf_free(&changes);
    buf_free(&shown);
}

/// Makes the changes to `was`, and returns how many lines of both they have.
static size_t make_changes(const struct buf *was, const struct buf *is,
                           const struct buf *changes, struct buf *made)
{
    const struct line_change *change = (const void *)changes->data;
    size_t at = 0, lines = 0;
    buf_clear(made);
    for (size_t i = 0; i < changes->len / sizeof *change; i++) {
        const struct line_change *c = &change[i];
        assert_true(i == 0 ? c->was <= was->len : c->was > at); // something stays in between
        assert_true(c->was <= c->was_end && c->is <= c->is_end);
        buf_add(made, was->data + at, c->was - at);
        assert_int_equal(made->len, c->is);
        buf_add(made, is->data + c->is, c->is_end - c->is);
        at = c->was_end;
        for (size_t k = c->was; k < c->was_end; k++)
            lines += was->data[k] == '\n';
        for (size_t k = c->is; k < c->is_end; k++)
            lines += is->data[k] == '\n';
    }
    buf_add(made, was->data + at, was->len - at);
    return lines;
}

enum { MOST = 12 };

/// The fewest lines that have to change between texts of one letter a line.
static size_t fewest(const struct buf *was, const struct buf *is)
{
    size_t cost[MOST + 1][MOST + 1];
    for (size_t i = 0; i <= was->len / 2; i++) {
        for (size_t k = 0; k <= is->len / 2; k++) {
            cost[i][k] = i + k;
            if (i && k && was->data[2 * i - 2] == is->data[2 * k - 2])
                cost[i][k] = cost[i - 1][k - 1];
            if (i && cost[i - 1][k] + 1 < cost[i][k])
                cost[i][k] = cost[i - 1][k] + 1;
            if (k && cost[i][k - 1] + 1 < cost[i][k])
                cost[i][k] = cost[i][k - 1] + 1;
        }
    }
    return cost[was->len / 2][is->len / 2];
}

static void make_text(struct rng *rng, const char *letters, struct buf *text)
{
    buf_clear(text);
    for (uint64_t i = rng_below(rng, MOST + 1); i; i--) {
        buf_byte(text, letters[rng_below(rng, strlen(letters))]);
        buf_byte(text, '\n');
    }
    buf_reserve(text, 0);
}

static void random_texts_become_the_others(void **state)
{
    (void)state;
    struct rng rng = rng_seed(1);
    struct buf was = {0}, is = {0}, changes = {0}, made = {0};
    size_t more = 0;
    for (int i = 0; i < 20000; i++) {
        const char *letters = i % 2 ? "abc" : "abcdefghijkl";
        make_text(&rng, letters, &was);
        make_text(&rng, letters, &is);
        buf_clear(&changes);
        line_diff(was.data, was.len, is.data, is.len, &changes);
        size_t lines = make_changes(&was, &is, &changes, &made);
        assert_string_equal(made.data, is.data);
        assert_true(lines >= fewest(&was, &is));
        more += lines > fewest(&was, &is);
    }
    // A line that both have once stays, though it may cost another.
    assert_true(more < 20000 / 10);
    buf_free(&was);
    buf_free(&is);
    buf_free(&changes);
    buf_free(&made);
}

/// Texts of `count` lines that are often there; each of `every` is another one in the new.
static void compare_long(int count, int every, size_t wanted)
{
    struct buf was = {0}, is = {0}, changes = {0}, made = {0};
    for (int i = 0; i < count; i++) {
        const char *line = i % 3 ? "    \"wrong\": [\n" : "  {\n";
        buf_text(&was, line);
        buf_text(&is, i % every ? line : "new\n");
    }
    line_diff(was.data, was.len, is.data, is.len, &changes);
    size_t lines = make_changes(&was, &is, &changes, &made);
    assert_string_equal(made.data, is.data);
    assert_int_equal(lines, wanted);
    buf_free(&was);
    buf_free(&is);
    buf_free(&changes);
    buf_free(&made);
}

static void long_texts_take_no_time(void **state)
{
    (void)state;

    enum { LINES = 100000 };

    compare_long(LINES, LINES / 4, 8);
    // More differences than are worth it: from the first to the last all is new.
    compare_long(LINES, 10, LINES - 9 + LINES - 9);
}

int main(void)
{
    enum { MORE = 2 };

    struct CMUnitTest tests[COUNT(cases) + MORE] = {
        cmocka_unit_test(random_texts_become_the_others),
        cmocka_unit_test(long_texts_take_no_time),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[MORE + i].name = cases[i].name;
        tests[MORE + i].test_func = finds_what_differs;
        tests[MORE + i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("line_diff", tests, NULL, NULL);
}
