#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "formats/json_read.h"
#include "formats/json_where.h"

static void reads_a_tree(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    static const char text[] = "\xEF\xBB\xBF {\"theme\": \"dark\", \"size\": 130}\n";
    cJSON *root = json_read("f.json", text, strlen(text), &json_limits_own, &diags);
    assert_non_null(root);
    assert_string_equal(cJSON_GetObjectItemCaseSensitive(root, "theme")->valuestring, "dark");
    assert_int_equal(cJSON_GetObjectItemCaseSensitive(root, "size")->valueint, 130);
    assert_int_equal(diags.errors, 0);
    cJSON_Delete(root);
    arena_free(&arena);
}

static void refuses_what_is_refused(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    assert_null(json_read("f.json", "[1,]", 4, &json_limits_plain, &diags));
    assert_int_equal(diags.errors, 1);
    assert_null(json_read("f.json", "[\"\\u0000\"]", 10, &json_limits_plain, &diags));
    assert_int_equal(diags.errors, 2);
    assert_null(json_read("f.json", "{\"a\":1,\"a\":1}", 13, &json_limits_own, &diags));
    assert_int_equal(diags.errors, 3);
    cJSON *root = json_read("f.json", "{\"a\":1,\"a\":1}", 13, &json_limits_plain, &diags);
    assert_non_null(root);
    cJSON_Delete(root);
    arena_free(&arena);
}

static void reads_numbers_of_any_length(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf text = {0};
    buf_text(&text, "[0.");
    for (int i = 0; i < 100000; i++)
        buf_byte(&text, '1');
    buf_text(&text, ", -12345678901234567890123456789012345678901234567890123456789012345, 7]");
    cJSON *root = json_read("f.json", text.data, text.len, &json_limits_own, &diags);
    assert_non_null(root);
    const cJSON *ninth = root->child, *large = ninth->next, *seven = large->next;
    assert_true(fabs(ninth->valuedouble - 1.0 / 9) < 1e-15);
    assert_true(fabs(large->valuedouble / -1.2345678901234568e64 - 1) < 1e-15);
    assert_true(seven->valueint == 7);
    struct place place = json_where("f.json", text.data, text.len, root, seven);
    assert_int_equal(place.column, text.len - 1);
    cJSON_Delete(root);
    buf_free(&text);
    arena_free(&arena);
}

static const char text[] = "{\n  \"title\": \"A \\\"b\\\" {c}\",\n  \"questions\": [\n"
                           "    {\"prompt\": \"\u00E9t\u00E9\", \"answer\": 2},\r\n"
                           "    {\"prompt\": \"x\", \"answer\": [1, true, null, -2.5e3 , "
                           "\"y\"]}\n  ]\n}\n";

static void assert_place(const cJSON *root, const cJSON *item, int line, int column)
{
    struct place place = json_where("f", text, strlen(text), root, item);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void finds_each_value(void **state)
{
    (void)state;
    cJSON *root = cJSON_Parse(text);
    assert_non_null(root);
    cJSON *first = cJSON_GetObjectItemCaseSensitive(root, "questions")->child;
    cJSON *answer = cJSON_GetObjectItemCaseSensitive(first->next, "answer");
    assert_place(root, root, 1, 1);
    assert_place(root, root->child, 2, 12);
    assert_place(root, cJSON_GetObjectItemCaseSensitive(first, "answer"), 4, 33);
    assert_place(root, first->next, 5, 5);
    assert_place(root, cJSON_GetArrayItem(answer, 4), 5, 56);
    struct json_range key = json_find_key(text, strlen(text), root, answer);
    assert_memory_equal(text + key.at, "\"answer\"", key.len);
    struct json_range list = json_find(text, strlen(text), root, answer);
    assert_memory_equal(text + list.at, "[1, true, null, -2.5e3 , \"y\"]", list.len);
    const cJSON other = {0};
    assert_place(root, &other, 0, 0);
    cJSON_Delete(root);
}

static void finds_a_character(void **state)
{
    (void)state;
    static const char string[] = "\"a\\n\\u00e9\\ud83d\\ude00z\"";
    struct json_range range = json_find_char(string, 0, 0);
    assert_int_equal(range.at, 1);
    range = json_find_char(string, 0, 1);
    assert_int_equal(range.at, 2);
    assert_int_equal(range.len, 2);
    range = json_find_char(string, 0, 3);
    assert_int_equal(range.at, 4);
    assert_int_equal(range.len, 6);
    range = json_find_char(string, 0, 4);
    assert_int_equal(range.at, 10);
    assert_int_equal(range.len, 12);
    range = json_find_char(string, 0, 8);
    assert_int_equal(range.at, 22);
    assert_true(json_string_is(string, 0, "a\n\u00E9\U0001F600z"));
    assert_false(json_string_is(string, 0, "a\n\u00E9\U0001F600"));
    assert_false(json_string_is(string, 0, "a\n\u00E9\U0001F600zz"));
}

// Any way from any byte to any other gives the place that counting from the start gives.
static void moves_a_mark_both_ways(void **state)
{
    (void)state;
    static const char lines[] = "\xEF\xBB\xBF"
                                "a\u00E9\nb\r\nc\r\rd\n\n\u00E9\u00E9z";
    for (size_t from = 3; from < sizeof lines; from++) {
        for (size_t to = 3; to < sizeof lines; to++) {
            struct json_mark straight = json_mark_start(lines, sizeof lines - 1);
            json_mark_move(&straight, lines, to);
            struct json_mark mark = json_mark_start(lines, sizeof lines - 1);
            json_mark_move(&mark, lines, from);
            json_mark_move(&mark, lines, to);
            assert_int_equal(mark.line, straight.line);
            assert_int_equal(mark.column, straight.column);
        }
    }
    struct json_mark end = json_mark_start(lines, sizeof lines - 1);
    json_mark_move(&end, lines, sizeof lines - 1);
    assert_int_equal(end.line, 7);
    assert_int_equal(end.column, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_tree),
        cmocka_unit_test(refuses_what_is_refused),
        cmocka_unit_test(reads_numbers_of_any_length),
        cmocka_unit_test(finds_each_value),
        cmocka_unit_test(finds_a_character),
        cmocka_unit_test(moves_a_mark_both_ways),
    };
    return cmocka_run_group_tests_name("json_read", tests, NULL, NULL);
}
