// What is shown of a question as a whole.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/question_head.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct head_case {
    const char *name, *text, *wanted; // of the first "{" in the text
} cases[] = {
    {"on one line", "[ {\"question\": \"Q\"}", "{"},
    {"something stands beside it", "{ \"id\": \"a\",\n\"question\": \"Q\"}", "{"},
    {"alone", "{\n  \"id\": \"a\",\n  \"question\" : \"Q\"\n}", "\"question\""},
    {"alone, with CR LF and blanks", "{ \t\r\n  \"front\": \"Q\"\n}", "\"front\""},
    {"a cloze", "{\n\"cloze\": \"[[Q]]\"\n}", "\"cloze\""},
    {"words that are no key, and keys further in",
     "{\n\"tags\": [\"question\", \"}\"], \"x-a\": {\"question\": 1},\n\"a\\\"b\": \"{\",\n"
     "\"question\": \"Q\"\n}",
     "\"question\": \"Q\""},
    {"nothing is asked", "{\n\"answer\": \"A\"\n},\n{\"question\": \"Q\"}", "{"},
};

static void points_at_what_is_asked(void **state)
{
    const struct head_case *c = *state;
    const char *bracket = strchr(c->text, '{');
    struct json_range head =
        question_head(c->text, strlen(c->text), (size_t)(bracket - c->text));
    assert_true(head.len <= strlen(c->wanted));
    assert_memory_equal(c->text + head.at, c->wanted, head.len);
    assert_true(head.len == 1 || head.at == (size_t)(strstr(c->text, c->wanted) - c->text));
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {{0}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = points_at_what_is_asked;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("question_head", tests, NULL, NULL);
}
