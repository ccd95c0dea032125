#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// A problem at the first "@" of `text`, printed. The "@" stays in the text.
static const struct print_case {
    const char *name, *text;
    int line, column, width;
    const char *printed;
} prints[] = {
    {"a place in one line", "abc@def", 1, 4, 1,
     "f.json:1:4: error: wrong\n    1 | abc@def\n      |    ^\n"},
    {"a wide place", "ab @1234 x", 1, 4, 5,
     "f.json:1:4: error: wrong\n    1 | ab @1234 x\n      |    ^~~~~\n"},
    {"no wider than the line", "ab @1", 1, 4, 50,
     "f.json:1:4: error: wrong\n    1 | ab @1\n      |    ^~\n"},
    {"a line among others", "first\nsec@nd\nthird\n", 2, 4, 1,
     "f.json:2:4: error: wrong\n    2 | sec@nd\n      |    ^\n"},
    {"CRLF", "first\r\nsec@nd\r\nthird", 2, 4, 1,
     "f.json:2:4: error: wrong\n    2 | sec@nd\n      |    ^\n"},
    {"lone CR", "first\rsec@nd\rthird", 2, 4, 1,
     "f.json:2:4: error: wrong\n    2 | sec@nd\n      |    ^\n"},
    {"a large line number", "@", 123456, 1, 1,
     "f.json:123456:1: error: wrong\n123456 | @\n       | ^\n"},
    {"tabs are one blank", "\t\t@x", 1, 3, 1,
     "f.json:1:3: error: wrong\n    1 |   @x\n      |   ^\n"},
    {"wide characters take two columns", "\u6771\u4EAC@\u5927", 1, 3, 2,
     "f.json:1:3: error: wrong\n    1 | \u6771\u4EAC@\u5927\n      |     ^~~\n"},
    {"combining marks take none", "e\u0301@", 1, 3, 1,
     "f.json:1:3: error: wrong\n    1 | e\u0301@\n      |  ^\n"},
    {"terminal escapes are shown, not sent", "\x1b[31m@", 1, 6, 1,
     "f.json:1:6: error: wrong\n    1 | \u00B7[31m@\n      |      ^\n"},
    {"bidi overrides are shown", "a\u202Eb@", 1, 4, 1,
     "f.json:1:4: error: wrong\n    1 | a\u00B7b@\n      |    ^\n"},
    {"broken bytes are shown", "a\xFF\xC3@", 1, 4, 1,
     "f.json:1:4: error: wrong\n    1 | a\uFFFD\uFFFD@\n      |    ^\n"},
};

static char *print_one(struct arena *arena, const char *text, size_t at, struct place place,
                       int width)
{
    struct diags diags = {.arena = arena};
    diag_add(&diags, DIAG_ERROR, place, width, text, strlen(text), at, "wrong");
    struct buf out = {0};
    diag_print(&diags.items[0], &out);
    char *printed = arena_text(arena, out.data, out.len);
    buf_free(&out);
    return printed;
}

static void only_counts_what_is_behind_the_fifty(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct place place = {.file = "f.json", .line = 1, .column = 1};
    for (; place.line <= DIAGS_KEPT; place.line++) {
        assert_false(diag_count_only(&diags, DIAG_WARNING, place));
        diag_add(&diags, DIAG_WARNING, place, 1, NULL, 0, 0, "wrong");
    }
    assert_true(diag_count_only(&diags, DIAG_ERROR, place));
    place.line = DIAGS_KEPT - 1;
    assert_false(diag_count_only(&diags, DIAG_ERROR, place));
    assert_int_equal(diags.errors, 1);
    assert_int_equal(diags.warnings, DIAGS_KEPT);
    arena_free(&arena);
}

static void names_the_rule(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena, .rule = "no-blanks"};
    struct place place = {.file = "f.json", .line = 1, .column = 1};
    diag_add(&diags, DIAG_WARNING, place, 1, "x", 1, 0, "wrong");
    diags.rule = NULL;
    struct buf out = {0};
    diag_print(&diags.items[0], &out);
    assert_string_equal(out.data,
                        "f.json:1:1: warning: wrong [no-blanks]\n    1 | x\n      | ^\n");
    buf_free(&out);
    arena_free(&arena);
}

static void prints_as(void **state)
{
    const struct print_case *c = *state;
    struct arena arena = {0};
    struct place place = {"f.json", c->line, c->column};
    size_t at = (size_t)(strchr(c->text, '@') - c->text);
    assert_string_equal(print_one(&arena, c->text, at, place, c->width), c->printed);
    arena_free(&arena);
}

static void shows_the_end_of_a_line(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *ends[] = {"one\r\ntwo\r\n", "one\ntwo", "one\rtwo\r"};
    for (size_t i = 0; i < COUNT(ends); i++) {
        struct place first = {"f", 1, 4};
        const char *wanted = "f:1:4: error: wrong\n    1 | one\n      |    ^\n";
        assert_string_equal(print_one(&arena, ends[i], 3, first, 1), wanted);
    }
    assert_string_equal(print_one(&arena, ends[0], 4, (struct place){"f", 1, 4}, 1),
                        "f:1:4: error: wrong\n    1 | one\n      |    ^\n");
    assert_string_equal(print_one(&arena, "", 0, (struct place){"f", 1, 1}, 1),
                        "f:1:1: error: wrong\n    1 | \n      | ^\n");
    arena_free(&arena);
}

static void cuts_a_long_line_around_the_place(void **state)
{
    (void)state;

    enum { LEN = 330 * 1000 };

    char *line = malloc(LEN + 1);
    memset(line, 'x', LEN);
    line[LEN] = '\0';

    static const struct {
        size_t at;
        int caret;
        const char *start, *end;
    } cuts[] = {{0, 0, "@x", "x…"},
                {100, 61, "…x", "x…"},
                {LEN / 2, 61, "…x", "x…"},
                {LEN - 1, 120, "…x", "x@"}};

    for (size_t i = 0; i < COUNT(cuts); i++) {
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        line[cuts[i].at] = '@';
        diag_add(&diags, DIAG_ERROR, (struct place){"f", 1, 1}, 1, line, LEN, cuts[i].at, "m");
        const char *excerpt = diags.items[0].excerpt;
        assert_memory_equal(excerpt, cuts[i].start, strlen(cuts[i].start));
        assert_string_equal(excerpt + strlen(excerpt) - strlen(cuts[i].end), cuts[i].end);
        assert_int_equal(diags.items[0].caret, cuts[i].caret);
        const char *place = strchr(excerpt, '@');
        size_t mark = excerpt[0] == '@' ? 0 : strlen("…") - 1;
        assert_int_equal(place - excerpt, (size_t)cuts[i].caret + mark);
        assert_true(strlen(excerpt) <= 120 + 2 * strlen("…"));
        line[cuts[i].at] = 'x';
        arena_free(&arena);
    }
    free(line);
}

/// The line before that in which `text` has its "@"; "": there is none.
static const char *line_before(struct arena *arena, const char *text)
{
    struct diags diags = {.arena = arena};
    size_t at = (size_t)(strchr(text, '@') - text);
    diag_add(&diags, DIAG_ERROR, (struct place){"f", 1, 1}, 1, text, strlen(text), at, "m");
    return diags.items[0].before ? diags.items[0].before : "";
}

static void keeps_the_line_before(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"@", ""},
        {"one\n@two", "one"},
        {"zero\none\n two @", "one"},
        {"\tone\r\n@", " one"},
        {"one\r@", "one"},
        {"one\n\n@", ""},
        {"one\n \t\r\n@", ""},
        {"\n@", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(line_before(&arena, cases[i][0]), cases[i][1]);
    const char *far = arena_printf(&arena, "one\n%0300d@", 0);
    assert_string_equal(line_before(&arena, far), "");
    const char *long_one = line_before(&arena, arena_printf(&arena, "%0300d\n@", 0));
    assert_int_equal(strlen(long_one), 120 + strlen("…"));
    arena_free(&arena);
}

static void keeps_the_first_fifty_by_place(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    for (int i = 0; i < 200; i++) {
        diag_add(&diags, i % 2 ? DIAG_ERROR : DIAG_WARNING,
                 (struct place){"f", (i * 77) % 200 + 1, 1}, 1, NULL, 0, 0, "%d", i);
    }
    diag_add(&diags, DIAG_ERROR, (struct place){"f", 3, 9}, 1, NULL, 0, 0, "later in the line");
    diag_add_file(&diags, DIAG_ERROR, "f", "%s", "whole file");
    assert_int_equal(diags.errors, 102);
    assert_int_equal(diags.warnings, 100);
    assert_int_equal(diags.count, DIAGS_KEPT);
    assert_string_equal(diags.items[0].message, "whole file");
    assert_int_equal(diags.items[3].place.line, 3);
    assert_string_equal(diags.items[4].message, "later in the line");
    for (size_t i = 1; i < diags.count; i++)
        assert_true(diags.items[i].place.line >= diags.items[i - 1].place.line);
    assert_int_equal(diags.items[DIAGS_KEPT - 1].place.line, 48);
    arena_free(&arena);
}

static void leaves_the_files_in_their_order(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    diag_add(&diags, DIAG_ERROR, (struct place){"b", 9, 1}, 1, NULL, 0, 0, "one");
    diag_add(&diags, DIAG_ERROR, (struct place){"a", 5, 1}, 1, NULL, 0, 0, "three");
    diag_add(&diags, DIAG_ERROR, (struct place){"a", 1, 1}, 1, NULL, 0, 0, "two");
    assert_string_equal(diags.items[0].message, "one");
    assert_string_equal(diags.items[1].message, "two");
    assert_string_equal(diags.items[2].message, "three");
    arena_free(&arena);
}

static void says_what_is_wrong_with_a_file(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    diag_add_file(&diags, DIAG_WARNING, "x.json", "cannot be \x1b[0m opened");
    struct buf out = {0};
    diag_print(&diags.items[0], &out);
    assert_string_equal(out.data, "x.json: warning: cannot be \u00B7[0m opened\n");
    buf_free(&out);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(names_the_rule),
        cmocka_unit_test(only_counts_what_is_behind_the_fifty),
        cmocka_unit_test(shows_the_end_of_a_line),
        cmocka_unit_test(cuts_a_long_line_around_the_place),
        cmocka_unit_test(keeps_the_line_before),
        cmocka_unit_test(keeps_the_first_fifty_by_place),
        cmocka_unit_test(leaves_the_files_in_their_order),
        cmocka_unit_test(says_what_is_wrong_with_a_file),
    };
    struct CMUnitTest tests[COUNT(prints) + COUNT(plain)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(prints); i++) {
        tests[count++] =
            (struct CMUnitTest){prints[i].name, prints_as, NULL, NULL, (void *)&prints[i]};
    }
    for (size_t i = 0; i < COUNT(plain); i++)
        tests[count++] = plain[i];
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
