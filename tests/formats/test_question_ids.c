// Ids for questions that have none: made of their words, each only once, and nothing else
// changes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/bank.h"
#include "formats/make_bank.h"
#include "formats/native.h"
#include "formats/question_hash.h"
#include "formats/question_ids.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { USUAL = 300 };

static const struct ids_case {
    const char *name, *questions, *wanted;
} cases[] = {
    {"on one line", "{\"question\": \"Capital of France?\"}",
     "{\"id\": \"capital-of-france\", \"question\": \"Capital of France?\"}"},
    {"with a blank before it", "{ \"question\": \"Q\"}",
     "{ \"id\": \"q\", \"question\": \"Q\"}"},
    {"without any blanks", "{\"question\":\"Q\"}", "{\"id\":\"q\",\"question\":\"Q\"}"},
    {"on lines of their own", "{\n\t\"question\": \"Q\"\n}",
     "{\n\t\"id\": \"q\",\n\t\"question\": \"Q\"\n}"},
    {"with CR LF and an empty line", "{\r\n\r\n  \"question\": \"Q\"}",
     "{\r\n\r\n  \"id\": \"q\",\r\n  \"question\": \"Q\"}"},
    {"one that is there", "{\"question\":\"Q\",\"id\":\"mine\"}",
     "{\"question\":\"Q\",\"id\":\"mine\"}"},
    {"one that is no text", "{\"question\":\"Q\",\"id\":5}", "{\"question\":\"Q\",\"id\":5}"},
    {"taken already, also by one further down",
     "{\"front\":\"Q\"},{\"front\":\"q!\"},{\"id\":\"q-2\"},{\"id\":\"q\"}",
     "{\"id\":\"q-3\",\"front\":\"Q\"},{\"id\":\"q-4\",\"front\":\"q!\"},{\"id\":\"q-2\"},"
     "{\"id\":\"q\"}"},
    {"accents, quotes and signs",
     "{\"front\":\"L'\xC3\x89t\xC3\xA9 -- the cell\xE2\x80\x99s \\\"m\xC2\xB2\\\"\"}",
     "{\"id\":\"lete-the-cells-m2\",\"front\":\"L'\xC3\x89t\xC3\xA9 -- the cell\xE2\x80\x99s "
     "\\\"m\xC2\xB2\\\"\"}"},
    {"as many words as fit", "{\"front\":\"one two three four five six seven eight nine\"}",
     "{\"id\":\"one-two-three-four-five-six-seven-eight\",\"front\":\"one two three four five "
     "six seven eight nine\"}"},
    {"a word that is too long",
     "{\"front\":\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee ff\"}",
     "{\"id\":\"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd\",\"front\":"
     "\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee ff\"}"},
    {"a text with gaps",
     "{\"cloze\":\"Leaves are [[green|verdant::a colour]], [[not::no]] red\"}",
     "{\"id\":\"leaves-are-green-not-red\",\"cloze\":\"Leaves are [[green|verdant::a colour]], "
     "[[not::no]] red\"}"},
    {"another script", "{\"front\":\"\xE9\xA6\x96\xE9\x83\xBD\"}",
     "{\"id\":\"q-ea4fcfb0\",\"front\":\"\xE9\xA6\x96\xE9\x83\xBD\"}"},
    {"no words", "{},[],{\"x-a\":1},{\"front\":\"\"},5,{\"question\":5}",
     "{},[],{\"x-a\":1},{\"front\":\"\"},5,{\"question\":5}"},
};

/// The text with ids given. `given` is how many.
static struct buf give(const char *text, size_t len, int *given)
{
    char *copy = malloc(len + !len); // so that the sanitizer sees a byte read behind the end
    assert_non_null(copy);
    memcpy(copy, text, len);
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct json_scan scan = {0};
    assert_true(json_scan(&scan, "f", copy, len, &json_limits_own, "questions", &diags));
    struct patch patch = {.text = copy, .len = len};
    struct buf made = {0};
    *given = question_ids(&patch, &scan);
    patch_apply(&patch, &made);
    patch_free(&patch);
    json_scan_free(&scan);
    arena_free(&arena);
    free(copy);
    return made;
}

static void is_as_wanted(void **state)
{
    const struct ids_case *c = *state;
    struct buf text = {0}, wanted = {0};
    buf_printf(&text, "{\"questions\":[%s]}", c->questions);
    buf_printf(&wanted, "{\"questions\":[%s]}", c->wanted);
    int given, again;
    struct buf made = give(text.data, text.len, &given);
    assert_string_equal(made.data, wanted.data);
    struct buf same = give(made.data, made.len, &again);
    assert_string_equal(same.data, wanted.data);
    assert_int_equal(again, 0);
    buf_free(&text);
    buf_free(&wanted);
    buf_free(&made);
    buf_free(&same);
}

/// Reads a bank that has no mistake in it.
static const struct bank *read_bank(const struct buf *text, struct arena *arena)
{
    struct diags diags = {.arena = arena};
    const struct bank *bank = native_read("f", text->data, text->len, arena, &diags);
    if (!bank || diags.count)
        fail_msg("%s\n%s", diags.items[0].message, text->data);
    return bank;
}

static void each_of_a_random_bank_gets_one(void **state)
{
    (void)state;
    const char *wanted = getenv("QUARTET_BANKS");
    long count = wanted && *wanted ? strtol(wanted, NULL, 10) : USUAL;
    struct rng rng = rng_seed(2);
    for (long i = 0; i < count; i++) {
        struct buf text = {0};
        make_bank(&rng, &text);
        int given, were_missing = 0;
        struct buf made = give(text.data, text.len, &given);
        struct arena arena = {0};
        const struct bank *a = read_bank(&text, &arena), *b = read_bank(&made, &arena);
        for (int k = 0; a && b && k < a->question_count; k++) {
            const struct question *was = &a->questions[k], *is = &b->questions[k];
            assert_non_null(is->id);
            were_missing += !was->id;
            if (was->id) {
                assert_string_equal(was->id, is->id);
            }
            struct question_hash one = question_hash(was, &arena);
            struct question_hash two = question_hash(is, &arena);
            assert_true(one.high == two.high && one.low == two.low);
        }
        assert_int_equal(given, were_missing);
        arena_free(&arena);
        buf_free(&text);
        buf_free(&made);
    }
}

static void many_with_the_same_words_take_no_time(void **state)
{
    (void)state;

    enum { MANY = 20000 };

    struct buf text = {0};
    buf_text(&text, "{\"questions\":[");
    for (int i = 0; i < MANY; i++) {
        buf_printf(&text, "%s{\"question\":\"Match.\",\"order\":[\"%d\",\"b\"]}", i ? "," : "",
                   i);
    }
    buf_text(&text, "]}");
    int given;
    struct buf made = give(text.data, text.len, &given);
    assert_int_equal(given, MANY);
    assert_non_null(strstr(made.data, "\"match-20000\""));
    buf_free(&text);
    buf_free(&made);
}

int main(void)
{
    enum { MORE = 2 };

    struct CMUnitTest tests[COUNT(cases) + MORE] = {
        cmocka_unit_test(each_of_a_random_bank_gets_one),
        cmocka_unit_test(many_with_the_same_words_take_no_time),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[MORE + i].name = cases[i].name;
        tests[MORE + i].test_func = is_as_wanted;
        tests[MORE + i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("question_ids", tests, NULL, NULL);
}
