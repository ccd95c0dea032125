#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/answer_text.h"
#include "core/make.h"

static const char *const cities[] = {"Paris", "Lyon", "Nice"};
static const char *const primes[] = {"2", "3", "4"};
static const char *const rows[] = {"A", "B", "C"};
static const char *const lefts[] = {"Canada", "Japan"}, *const rights[] = {"Ottawa", "Tokyo",
                                                                           "Oslo"};
static const char *const between[] = {"The ", " is ", "."};
static const char *const seas[] = {"sea", "ocean"}, *const blues[] = {"blue"};
static const struct gap gaps[] = {{.accepted = {.items = seas, .count = 2}},
                                  {.accepted = {.items = blues, .count = 1}}};
static const struct number_answer metres = {.min = 9.81, .max = 9.81, .unit = "m/s²"};
static const struct number_answer angle = {.min = 66.5, .max = 66.5, .unit = "°"};
static const struct number_answer range = {.min = 10, .max = 20.5};

static const struct answer_words words = {
    .is_true = "True", .is_false = "False", .range = "from {1} to {2}"};

static const struct answer_case {
    const char *name;
    struct question question;
    const char *right;
    struct answer answer;
    const char *given;
} cases[] = {
    {"choice",
     {.kind = KIND_CHOICE, .choice = {{.items = cities, .count = 3}, 1}},
     "Paris",
     {.picked = 4},
     "Nice"},
    {"multi",
     {.kind = KIND_MULTI, .choice = {{.items = primes, .count = 3}, 2}},
     "2, 3",
     {.picked = 5},
     "2, 4"},
    {"multi, nothing",
     {.kind = KIND_MULTI, .choice = {{.items = primes, .count = 3}, 2}},
     "2, 3",
     {0},
     ""},
    {"true", {.kind = KIND_TRUEFALSE, .is_true = true}, "True", {.picked = 2}, "False"},
    {"false", {.kind = KIND_TRUEFALSE}, "False", {.picked = 1}, "True"},
    {"text",
     {.kind = KIND_TEXT, .accepted = {.items = seas, .count = 2}},
     "sea",
     {.texts = cities, .text_count = 1},
     "Paris"},
    {"number with its unit",
     {.kind = KIND_NUMBER, .number = &metres},
     "9.81 m/s²",
     {.texts = primes, .text_count = 1},
     "2"},
    {"number with the sign of an angle",
     {.kind = KIND_NUMBER, .number = &angle},
     "66.5°",
     {0},
     ""},
    {"number of a range", {.kind = KIND_NUMBER, .number = &range}, "from 10 to 20.5", {0}, ""},
    {"order",
     {.kind = KIND_ORDER, .order = {.items = rows, .count = 3}},
     "A → B → C",
     {.places = {2, 0, 1}},
     "C → A → B"},
    {"match",
     {.kind = KIND_MATCH,
      .match = {.lefts = lefts, .rights = rights, .count = 2, .extra_count = 1}},
     "Canada – Ottawa, Japan – Tokyo",
     {.places = {1, 2}},
     "Canada – Tokyo, Japan – Oslo"},
    {"card", {.kind = KIND_CARD, .card = {.back = "Bern"}}, "Bern", {.credit = 1000}, ""},
};

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void is_one_line(void **state)
{
    const struct answer_case *c = *state;
    struct made made = {.question = c->question};
    make_ask(&made);
    assert_string_equal(answer_text_right(&made.question, &words, &arena), c->right);
    assert_string_equal(answer_text_given(&made.ask, &c->answer, &words, &arena), c->given);
}

static void a_cloze_says_what_is_in_its_gaps(void **state)
{
    (void)state;
    static const char *const one[] = {"lake", NULL};
    struct made made = {
        .question = {.kind = KIND_CLOZE,
                     .cloze = {.gaps = gaps, .between = between, .gap_count = 2}}};
    make_ask(&made);
    assert_string_equal(answer_text_right(&made.question, &words, &arena), "sea, blue");
    const struct answer answer = {.texts = one, .text_count = 2};
    const char *given = answer_text_given(&made.ask, &answer, &words, &arena);
    assert_string_equal(given, "lake, ?");
    assert_string_equal(answer_text_asked(&made.question, &arena), "The ____ is ____.");
    const struct question plain = {.kind = KIND_CHOICE, .text = "Which?"};
    assert_string_equal(answer_text_asked(&plain, &arena), "Which?");
}

int main(void)
{
    struct CMUnitTest lines[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        lines[i] =
            (struct CMUnitTest){cases[i].name, is_one_line, NULL, clean, (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_cloze_says_what_is_in_its_gaps, clean),
    };
    return cmocka_run_group_tests_name("answer_text", lines, NULL, NULL) +
           cmocka_run_group_tests_name("cloze", tests, NULL, NULL);
}
