// A question behind those that are there, laid out as they are.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/bank.h"
#include "formats/make_bank.h"
#include "formats/native.h"
#include "formats/question_add.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LONG_TEXT    "Why is a text of this length, with all that follows, not put on one line?"

static const char *const one[] = {"A"}, *const two[] = {"A", "B"}, *const bad[] = {"C", "D"},
                         *const yes[] = {"True"}, *const number[] = {"-0.50"},
                         *const zeros[] = {"007"}, *const odd[] = {"1."},
                         *const quoted[] = {"\"\\"};

static const struct write_case {
    const char *name;
    struct new_question question;
    const char *wanted;
} writes[] = {
    {"a text", {"Q", one, 1, NULL, 0, NULL}, "{\"question\": \"Q\", \"answer\": \"A\"}"},
    {"several",
     {"Q", two, 2, NULL, 0, ""},
     "{\"question\": \"Q\", \"answer\": [\"A\", \"B\"]}"},
    {"a choice, and why",
     {"Q", one, 1, bad, 2, "E"},
     "{\"question\": \"Q\", \"answer\": \"A\", \"wrong\": [\"C\", \"D\"], \"explanation\": "
     "\"E\"}"},
    {"a statement", {"Q", yes, 1, NULL, 0, NULL}, "{\"question\": \"Q\", \"answer\": true}"},
    {"true as a choice",
     {"Q", yes, 1, bad, 1, NULL},
     "{\"question\": \"Q\", \"answer\": \"True\", \"wrong\": [\"C\"]}"},
    {"a number", {"Q", number, 1, NULL, 0, NULL}, "{\"question\": \"Q\", \"answer\": -0.50}"},
    {"digits that are none",
     {"Q", zeros, 1, NULL, 0, NULL},
     "{\"question\": \"Q\", \"answer\": \"007\"}"},
    {"a number with a stop",
     {"Q", odd, 1, NULL, 0, NULL},
     "{\"question\": \"Q\", \"answer\": \"1.\"}"},
    {"quotes",
     {"\"Q\"", quoted, 1, NULL, 0, NULL},
     "{\"question\": \"\\\"Q\\\"\", \"answer\": \"\\\"\\\\\"}"},
};

static const struct add_case {
    const char *name, *question, *text, *wanted;
} adds[] = {
    {"behind one on its own line", "Q", "{\"questions\": [\n\t{\"a\": 1}\n]}",
     "{\"questions\": [\n\t{\"a\": 1},\n\t{\"question\": \"Q\", \"answer\": \"A\"}\n]}"},
    {"with CR LF", "Q", "{\"questions\": [\r\n  {\"a\": 1}\r\n]}",
     "{\"questions\": [\r\n  {\"a\": 1},\r\n  {\"question\": \"Q\", \"answer\": \"A\"}\r\n]}"},
    {"behind one on the same line", "Q", "{\"questions\":[{\"a\":1}]}",
     "{\"questions\":[{\"a\":1}, {\"question\": \"Q\", \"answer\": \"A\"}]}"},
    {"as the first", "Q", "{\n  \"questions\": [ ]\n}",
     "{\n  \"questions\": [\n    {\"question\": \"Q\", \"answer\": \"A\"}\n  ]\n}"},
    {"as the first of one line", "Q", "{\"questions\":[],\"x\":[]}",
     "{\"questions\":[{\"question\": \"Q\", \"answer\": \"A\"}],\"x\":[]}"},
    {"a long one", LONG_TEXT " " LONG_TEXT, "{\"questions\": [\n  {}\n]}",
     "{\"questions\": [\n  {},\n  {\n    \"question\": \"" LONG_TEXT " " LONG_TEXT
     "\",\n    \"answer\": \"A\"\n  }\n]}"},
    {"where nothing is", "Q", "{\"questions\": 5}", NULL},
    {"where nothing is at all", "Q", "[]", NULL},
};

/// The text with the question added; empty if it can't be.
static struct buf added(const char *text, size_t len, const struct new_question *question)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct json_scan scan = {0};
    struct buf made = {0};
    assert_true(json_scan(&scan, "f", text, len, &json_limits_own, "questions", &diags));
    struct patch patch = {.text = text, .len = len};
    if (question_add(&patch, &scan, question))
        patch_apply(&patch, &made);
    patch_free(&patch);
    json_scan_free(&scan);
    arena_free(&arena);
    return made;
}

static void is_written(void **state)
{
    const struct write_case *c = *state;
    struct buf out = {0};
    question_write(&c->question, NULL, &out);
    assert_string_equal(out.data, c->wanted);
    buf_free(&out);
}

static void is_added(void **state)
{
    const struct add_case *c = *state;
    struct new_question question = {c->question, one, 1, NULL, 0, NULL};
    struct buf made = added(c->text, strlen(c->text), &question);
    if (c->wanted) {
        assert_string_equal(made.data, c->wanted);
    } else {
        assert_int_equal(made.len, 0);
    }
    buf_free(&made);
}

static void any_bank_has_one_more(void **state)
{
    (void)state;

    enum { BANKS = 200 };

    struct rng rng = rng_seed(5);
    for (int i = 0; i < BANKS; i++) {
        struct buf text = {0};
        make_bank(&rng, &text);
        struct new_question question = {"Which one is new?", one, 1, bad, 2, "That one."};
        struct buf made = added(text.data, text.len, &question);
        struct arena arena = {0};
        struct diags diags = {.arena = &arena};
        const struct bank *was = native_read("f", text.data, text.len, &arena, &diags);
        const struct bank *is = native_read("f", made.data, made.len, &arena, &diags);
        assert_non_null(was);
        assert_non_null(is);
        assert_int_equal(diags.errors + diags.warnings, 0);
        assert_int_equal(is->question_count, was->question_count + 1);
        assert_string_equal(is->questions[was->question_count].text, "Which one is new?");
        arena_free(&arena);
        buf_free(&text);
        buf_free(&made);
    }
}

int main(void)
{
    struct CMUnitTest tests[COUNT(writes) + COUNT(adds) + 1] = {
        cmocka_unit_test(any_bank_has_one_more),
    };
    struct CMUnitTest *test = tests + 1;
    for (size_t i = 0; i < COUNT(writes); i++, test++) {
        test->name = writes[i].name;
        test->test_func = is_written;
        test->initial_state = (void *)&writes[i];
    }
    for (size_t i = 0; i < COUNT(adds); i++, test++) {
        test->name = adds[i].name;
        test->test_func = is_added;
        test->initial_state = (void *)&adds[i];
    }
    return cmocka_run_group_tests_name("question_add", tests, NULL, NULL);
}
