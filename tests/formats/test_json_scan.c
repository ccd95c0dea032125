#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "formats/files.h"
#include "formats/json_scan.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct result {
    bool is_read;
    struct diags diags;
    struct json_scan scan;
    struct arena arena;
};

static void result_free(struct result *r)
{
    json_scan_free(&r->scan);
    arena_free(&r->arena);
}

/// Scans a copy that ends where the text ends, so that the sanitizer sees a byte read too far.
static void scan(struct result *r, const char *text, size_t len,
                 const struct json_limits *limits)
{
    *r = (struct result){0};
    r->diags.arena = &r->arena;
    char *copy = malloc(len ? len : 1);
    assert_non_null(copy);
    memcpy(copy, text, len);
    r->is_read = json_scan(&r->scan, "f.json", copy, len, limits, "questions", &r->diags);
    free(copy);
}

// Where the first problem of a text is, and what its message holds.
static const struct fault_case {
    const char *text;
    int line, column;
    const char *message;
} faults[] = {
    {"", 1, 1, "empty"},
    {" \n\t ", 1, 1, "nothing but blanks"},
    {"\xEF\xBB\xBF", 1, 1, "nothing but blanks"},
    {"\xFF\xFE{", 1, 1, "UTF-16"},
    {"[\"caf\xE9\"]", 1, 6, "E9"},
    {"[\"\xC0\xAF\"]", 1, 3, "more bytes than it needs"},
    {"[\"\xE0\x80\xAF\"]", 1, 3, "more bytes than it needs"},
    {"[\"\xED\xA0\x80\"]", 1, 3, "surrogate"},
    {"[\"\xF4\x90\x80\x80\"]", 1, 3, "U+10FFFF"},
    {"[\"\xE2\x82\"]", 1, 3, "not UTF-8"},
    {"[\"a\nb\"]", 1, 4, "write \\n for a line break"},
    {"[\"a\tb\"]", 1, 4, "write \\t"},
    {"[\"a\x1b\"]", 1, 4, "U+001B"},
    {"[\"\\x\"]", 1, 3, "no escape"},
    {"[\"\\'\"]", 1, 3, "write '"},
    {"[\"\\u12g4\"]", 1, 3, "four digits"},
    {"[\"\\ud800\"]", 1, 3, "half of a surrogate pair"},
    {"[\"\\udc00\\ud800\"]", 1, 3, "half of a surrogate pair"},
    {"[\"\\u0000\"]", 1, 3, "cannot stand in a text"},
    {"[\"abc", 1, 2, "put a \" at its end"},
    {"[\"abc\\", 1, 2, "put a \" at its end"},
    {"[1,\n 2,\n]", 2, 3, "remove it before the ]"},
    {"{\"a\":1,\n}", 1, 7, "remove it before the }"},
    {"[1\n 2]", 1, 3, "comma is missing"},
    {"{\"a\":1\n\"b\":2}", 1, 7, "comma is missing"},
    {"[1;2]", 1, 3, "not ;"},
    {"[,1]", 1, 2, "value is missing"},
    {"{\"a\":}", 1, 6, "value is missing"},
    {"{\"a\"}", 1, 5, ": and a value are missing"},
    {"{\"a\" 1}", 1, 5, ": is missing"},
    {"[\n\"a, \"b\"]", 2, 3, "at the end of the text that starts at column 1"},
    {"[\"a\", \"b, \"c\", \"d\"]", 1, 9, "at the end of the text that starts at column 7"},
    {"[{\"a\":\"b}, {\"a\":1}]", 1, 9, "at the end of the text that starts"},
    {"{\"a\":[\"b], \"c\":1}", 1, 9, "at the end of the text that starts"},
    {"{\"a\":\"[b], \"c\":1}", 1, 10, "at the end of the text that starts"},
    {"{\"a\":\"b\\\"], \"c\":1}", 1, 10, "at the end of the text that starts"},
    {"{\"a\":\"b?, \"c\":\"d?, \"e\":1}", 1, 9, "at the end of the text that starts"},
    {"[\"a \"b\" c\"]", 1, 5, "write \\\" for a quote inside"},
    {"[\"\"a\" b\"]", 1, 3, "write \\\" for a quote inside"},
    {"[\"a, \"b\" c\"]", 1, 6, "write \\\" for a quote inside"},
    {"{\"a\":\"b \"c\": d\"}", 1, 9, "write \\\" for a quote inside"},
    {"[\"5\" disk\", \"b\"]", 1, 4, "write \\\" for a quote inside"},
    {"[\"a \"#1\" b\"]", 1, 5, "write \\\" for a quote inside"},
    {"[\"a \"(b)\" c\"]", 1, 5, "write \\\" for a quote inside"},
    {"[\"a\" \"b\"]", 1, 5, "comma is missing"},
    {"[\"a\" 5, \"b\"]", 1, 5, "comma is missing"},
    {"[\"a\"-5, \"b\"]", 1, 5, "comma is missing"},
    {"[\"a\"true, \"b\"]", 1, 5, "comma is missing"},
    {"{\"a\":\"b\" c:1, \"d\":2}", 1, 9, "comma is missing"},
    {"{\"a\":\"b\" c\":1}", 1, 9, "comma is missing"},
    {"[\"a\"\nb, \"c\"]", 1, 5, "comma is missing"},
    {"[\"a\" & \"b\"]", 1, 6, "found & where a comma"},
    {"{\"a: \"b\"}", 1, 4, "at the end of the key \"a\""},
    {"{\"a: 5, \"b\":1}", 1, 4, "at the end of the key \"a\""},
    {"{\"a:b\" 5}", 1, 7, ": is missing"},
    {"{\"a b: \"c\"}", 1, 9, ": is missing"},
    {"{a\":1}", 1, 2, "missing before this key"},
    {"[a b\", \"c\"]", 1, 2, "missing before this text"},
    {"[*a* b\", \"c\"]", 1, 2, "missing before this text"},
    {"[a, \"b\"]", 1, 2, "stands without quotes"},
    {"{\"a\"=1}", 1, 5, "not ="},
    {"{a:1}", 1, 2, "write \"a\""},
    {"{'a':1}", 1, 2, "single quotes"},
    {"{\u201Ca\u201D:1}", 1, 2, "typographic"},
    {"[\u2018a\u2019]", 1, 2, "typographic"},
    {"{,}", 1, 2, "one comma too many"},
    {"{\"a\":1,,}", 1, 8, "one comma too many"},
    {"[1}", 1, 3, "cannot close the [ of line 1:1"},
    {"{\"a\":1]", 1, 7, "cannot close the { of line 1:1"},
    {"[{\"a\":[1}]", 1, 9, "cannot close the [ of line 1:7; put a ] before it"},
    {"[{\"a\":[1]]", 1, 10, "cannot close the { of line 1:2; put a } before it"},
    {"[{\"a\":[1]]]", 1, 10, "cannot close the { of line 1:2; write } instead"},
    {"[{\"a\":1}},{\"b\":\"]}\"}]", 1, 9, "too many in the [ of line 1:1; remove it"},
    {"[{\"a\":1}},{\"b\":1}},{}]", 1, 9, "too many in the [ of line 1:1; remove it"},
    {"[{\"a\":[1]],\"b\":2}]", 1, 10, "too many in the { of line 1:2; remove it"},
    {"[{\"a\":[{\"b\":1}},{}]", 1, 15, "cannot close the [ of line 1:7; put a ]"},
    {"[\"a\":1]", 1, 5, "only an object"},
    {"{\"a\":1:2}", 1, 7, "second :"},
    {"{\n \"a\": [1, 2\n", 2, 12, "[ of line 2:7 is not closed"},
    {"[1] ]", 1, 5, "closes nothing"},
    {"{} {}", 1, 4, "second document"},
    {"{},", 1, 3, "comma after the end"},
    {"(x)", 1, 1, "a bank starts with {"},
    {" \n- x", 2, 1, "a bank starts with {"},
    {"\u00BFx?", 1, 1, "a bank starts with {"},
    {"1 x", 1, 3, "more text after the end"},
    {"// x\n{}", 1, 1, "no comments"},
    {"{} # x", 1, 4, "no comments"},
    {"[1 /* x */]", 1, 4, "no comments"},
    {"[NaN]", 1, 2, "no number in JSON"},
    {"[-Infinity]", 1, 2, "no number in JSON"},
    {"[True]", 1, 2, "write true"},
    {"[None]", 1, 2, "write null"},
    {"[nul]", 1, 2, "did you mean null?"},
    {"[truex]", 1, 2, "did you mean true?"},
    {"[Paris]", 1, 2, "\"Paris\""},
    {"[007]", 1, 2, "no zeros before it"},
    {"[-01]", 1, 2, "no zeros before it"},
    {"[+1]", 1, 2, "not with +"},
    {"[.5]", 1, 2, "not with ."},
    {"[1.]", 1, 2, "write 1.0"},
    {"[1.e5]", 1, 2, "write 1.0"},
    {"[1e]", 1, 2, "after the \"e\""},
    {"[1e+]", 1, 2, "after the \"+\""},
    {"[-]", 1, 2, "after the minus sign"},
    {"[0x1F]", 1, 2, "decimal"},
    {"[1_000]", 1, 2, "part the digits"},
    {"{\"a\":1,5}", 1, 6, "write 1.5"},
    {"{\"a\": -12,25 }", 1, 7, "write -12.25"},
    {"{\"a\":1,500}", 1, 6, "write 1500 or 1.500"},
    {"{\"a\":1,500,000,\"b\":2}", 1, 6, "write 1500000"},
    {"{\"a\":0,125}", 1, 6, "commas; write 0.125"},
    {"{\"a\":1000,125}", 1, 6, "commas; write 1000.125"},
    {"{\"a\":1,5,25}", 1, 8, "the key 5 stands without quotes"},
    {"{\"a\":1, 5}", 1, 9, "the key 5 stands without quotes"},
    {"{\"a\":1.5,5}", 1, 10, "the key 5 stands without quotes"},
    {"{\"a\":\"1\",5}", 1, 10, "the key 5 stands without quotes"},
    {"{\"a\":1,123456789012345678901234567890}", 1, 8, "stands without quotes"},
    {"[1.2.3]", 1, 2, "1.2.3 is no number"},
    {"[1e400]", 1, 2, "too large"},
    {"[-1e400]", 1, 2, "too large"},
    {"[1,\f2]", 1, 4, "form feed"},
    {"[1,\u00A02]", 1, 4, "no-break space"},
    {"[1,\uFEFF2]", 1, 4, "byte order mark"},
    {"[*]", 1, 2, "found * where a value"},
    {"{[", 1, 2, "found [ where a key"},
    {"{\"a\":1,\r\n\"b\":2,\r\n \"a\":3}", 3, 2, "first at line 1:2"},
    {"{\"a\":1,\r\"\\u0061\":3}", 2, 1, "first at line 1:2"},
    {"{\"a\":1,\n\"a\":2\n\"b\"}", 2, 1, "second time"},
    {"{\"\u00E9\u00E9\":{\"a\":1,\"a\":2}}", 1, 14, "first at line 1:8"},
};

static void names_the_fault(void **state)
{
    const struct fault_case *c = *state;
    struct result r;
    scan(&r, c->text, strlen(c->text), &json_limits_own);
    assert_true(r.diags.errors > 0);
    assert_int_equal(r.diags.items[0].place.line, c->line);
    assert_int_equal(r.diags.items[0].place.column, c->column);
    if (!strstr(r.diags.items[0].message, c->message))
        fail_msg("\"%s\" is not in \"%s\"", c->message, r.diags.items[0].message);
    result_free(&r);
}

// What leaves the text readable is reported, and reading goes on.
static void goes_on_after_a_readable_fault(void **state)
{
    (void)state;
    static const char text[] = "{\"a\": 1e999, \"b\": \"\\u0000\", \"b\": \"\\ud800\"}";
    struct result r;
    scan(&r, text, strlen(text), &json_limits_own);
    assert_true(r.is_read);
    assert_int_equal(r.diags.errors, 4);
    assert_int_equal(r.scan.remarks.len / sizeof(struct json_remark), 4);
    result_free(&r);
}

static void says_no_more_after_a_fatal_one(void **state)
{
    (void)state;
    static const char text[] = "[1,, 2 3 'x'";
    struct result r;
    scan(&r, text, strlen(text), &json_limits_own);
    assert_false(r.is_read);
    assert_int_equal(r.diags.errors, 1);
    result_free(&r);
}

static void finds_members_and_elements(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF{\"x\": [[1], 2],\n \"question\\u0073\": [ {\"a\": "
                               "[1]},\n  5 , \"\u00E9\" ],"
                               " \"questions\": [7]}";
    struct result r;
    scan(&r, text, strlen(text), &json_limits_plain);
    assert_true(r.is_read);
    assert_int_equal(r.scan.members.len / sizeof(struct json_member), 3);
    const struct json_item *items = (void *)r.scan.elements.data;
    assert_int_equal(r.scan.elements.len / sizeof *items, 3);
    assert_memory_equal(text + items[0].at, "{\"a\": [1]}", items[0].len);
    assert_memory_equal(text + items[1].at, "5", 1);
    assert_int_equal(items[1].len, 1);
    assert_int_equal(items[2].len, 4);
    const struct json_member *members = (void *)r.scan.members.data;
    assert_int_equal(members[0].value.len, strlen("[[1], 2]"));
    result_free(&r);
}

// A key of the root that was met before, inside of a value, is noted all the same.
static void finds_members_that_are_known(void **state)
{
    (void)state;
    static const char text[] =
        "{\"questions\": [{\"tags\": [1], \"difficulty\": 2}], \"tags\":  [],"
        "\"difficulty\": 3, \"and\": \"a text that fills the end\"}";
    struct result r;
    scan(&r, text, strlen(text), &json_limits_own);
    assert_true(r.is_read);
    const struct json_member *members = (void *)r.scan.members.data;
    assert_int_equal(r.scan.members.len / sizeof *members, 4);
    assert_int_equal(members[1].key_len, strlen("\"tags\""));
    assert_memory_equal(text + members[1].key_at, "\"tags\"", members[1].key_len);
    assert_memory_equal(text + members[1].value.at, "[]", 2);
    assert_int_equal(members[2].key_len, strlen("\"difficulty\""));
    assert_memory_equal(text + members[2].value.at, "3", 1);
    result_free(&r);
}

static void holds_limits(void **state)
{
    (void)state;
    char text[70000];
    memset(text, '[', 33);
    memset(text + 33, ']', 33);
    struct result r;
    scan(&r, text, 66, &json_limits_own);
    assert_false(r.is_read);
    assert_int_equal(r.diags.items[0].place.column, 33);
    result_free(&r);
    scan(&r, text + 1, 64, &json_limits_own);
    assert_true(r.is_read);
    result_free(&r);

    memset(text, 'x', sizeof text);
    text[0] = '"';
    text[65537] = '"';
    scan(&r, text, 65538, &json_limits_own);
    assert_int_equal(r.diags.errors, 0);
    result_free(&r);
    text[65537] = 'x';
    text[65538] = '"';
    scan(&r, text, 65539, &json_limits_own);
    assert_true(r.is_read);
    assert_int_equal(r.diags.errors, 1);
    result_free(&r);
}

// A number may be too large by its digits alone.
static void refuses_400_digits(void **state)
{
    (void)state;
    char text[400];
    memset(text, '9', sizeof text);
    struct result r;
    scan(&r, text, 400, &json_limits_plain);
    assert_true(r.is_read);
    assert_int_equal(r.diags.errors, 1);
    result_free(&r);
    scan(&r, text, 308, &json_limits_plain);
    assert_int_equal(r.diags.errors, 0);
    result_free(&r);
}

// 300 keys of which the last is the first one again, then 256 and 257 different ones.
static void finds_twins_among_many(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_text(&text, "{");
    for (int i = 0; i < 300; i++)
        buf_printf(&text, "\"k%d\":0,\n", i);
    buf_text(&text, "\"k0\":0}");
    struct json_limits limits = json_limits_own;
    limits.object_keys = 0;
    struct result r;
    scan(&r, text.data, text.len, &limits);
    assert_int_equal(r.diags.errors, 1);
    assert_int_equal(r.diags.items[0].place.line, 301);
    result_free(&r);
    scan(&r, text.data, text.len, &json_limits_own);
    assert_int_equal(r.diags.errors, 1);
    assert_int_equal(r.diags.items[0].place.line, 257);
    result_free(&r);
    buf_free(&text);
}

// Twins of each length, among others that start and end as they do, beside each other or not,
// and in objects that come after one another or stand in each other.
static void finds_twins_however_written(void **state)
{
    (void)state;
    static const char key[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    for (int len = 1; len < (int)sizeof key; len++) {
        struct buf text = {0};
        buf_printf(&text, "[{\"%.*s\":{\"%.*s\" : 1},\"%.*s\":2,\"-%.*s\":3,\n", len, key, len,
                   key, len, key, len - 1, key + 1);
        buf_printf(&text, "\"%.*s\" :4,\n\"\\u0061%.*s\":5,\n", len, key, len - 1, key + 1);
        buf_printf(&text, "\"%.*s_%.*s\":6},\n{\"%.*s\":1,\n", len / 2, key, len - len / 2 - 1,
                   key + len / 2 + 1, len, key);
        buf_printf(&text, "\"%.*s\":2}]", len, key);
        struct result r;
        scan(&r, text.data, text.len, &json_limits_own);
        assert_true(r.is_read);
        static const int lines[] = {1, 2, 3, 6};
        assert_int_equal(r.diags.errors, COUNT(lines));
        for (size_t i = 0; i < COUNT(lines); i++) {
            assert_int_equal(r.diags.items[i].place.line, lines[i]);
            assert_int_equal(r.diags.items[i].place.column, i ? 1 : 2 * len + 15);
        }
        result_free(&r);
        buf_free(&text);
    }
}

// Keys that differ only in the middle are no twins.
static void takes_keys_that_are_much_alike(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_byte(&text, '[');
    for (int i = 0; i < 10; i++) {
        buf_printf(&text,
                   "{\"the key number %d of the list\":1,\"the key number %d of the list\":2},",
                   i, (i + 1) % 10);
    }
    buf_text(&text, "0]");
    struct result r;
    scan(&r, text.data, text.len, &json_limits_own);
    assert_true(r.is_read);
    assert_int_equal(r.diags.errors, 0);
    result_free(&r);
    buf_free(&text);
}

static void agrees_with_the_test_suite(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *folder = files_shared(&arena, "formats/data/jsontestsuite/test_parsing");
    if (!folder) {
        arena_free(&arena);
        skip();
    }
    // Of the files that may go either way: what we take.
    static const char *const taken[] = {
        "i_number_double_huge_neg_exp.json",       "i_number_real_underflow.json",
        "i_number_too_big_neg_int.json",           "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json",     "i_structure_500_nested_arrays.json",
        "i_structure_UTF-8_BOM_empty_object.json",
    };
    const char **names;
    size_t count = files_list(&arena, folder, &names);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        struct file file = files_read(&arena, arena_printf(&arena, "%s/%s", folder, names[i]));
        assert_non_null(file.text);
        bool is_wanted = names[i][0] == 'y';
        for (size_t k = 0; k < COUNT(taken); k++)
            is_wanted = is_wanted || strcmp(names[i], taken[k]) == 0;
        struct result r;
        scan(&r, file.text, file.len, &json_limits_plain);
        if ((r.is_read && r.diags.errors == 0) != is_wanted)
            fail_msg("%s: %s", names[i], is_wanted ? "refused" : "taken");
        result_free(&r);
    }
    arena_free(&arena);
}

int main(void)
{
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(goes_on_after_a_readable_fault),
        cmocka_unit_test(says_no_more_after_a_fatal_one),
        cmocka_unit_test(finds_members_and_elements),
        cmocka_unit_test(finds_members_that_are_known),
        cmocka_unit_test(holds_limits),
        cmocka_unit_test(refuses_400_digits),
        cmocka_unit_test(finds_twins_among_many),
        cmocka_unit_test(finds_twins_however_written),
        cmocka_unit_test(takes_keys_that_are_much_alike),
        cmocka_unit_test(agrees_with_the_test_suite),
    };
    struct CMUnitTest tests[COUNT(faults) + COUNT(others)] = {0};
    for (size_t i = 0; i < COUNT(faults); i++) {
        tests[i].name = faults[i].text;
        tests[i].test_func = names_the_fault;
        tests[i].initial_state = (void *)&faults[i];
    }
    memcpy(tests + COUNT(faults), others, sizeof others);
    return cmocka_run_group_tests_name("json_scan", tests, NULL, NULL);
}
