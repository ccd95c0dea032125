#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/make.h"
#include "core/pick.h"

enum { MANY = 200000 };

static const uint32_t none[1] = {0}, rivers[] = {0}, both[] = {0, 1}, kings[] = {1};
static const char *const topics[] = {"Rivers", "K\u00F6nige"};

// Questions 0 to 4; their number is their `line`.
static const struct question questions[] = {
    {.line = 0, .topics = rivers, .topic_count = 1, .difficulty = DIFFICULTY_EASY},
    {.line = 1, .topics = both, .topic_count = 2, .difficulty = DIFFICULTY_HARD},
    {.line = 2, .topics = kings, .topic_count = 1, .difficulty = DIFFICULTY_EASY},
    {.line = 3, .topics = none, .topic_count = 0, .difficulty = DIFFICULTY_MEDIUM},
    {.line = 4, .topics = rivers, .topic_count = 1, .difficulty = DIFFICULTY_EASY},
};
static const struct bank bank = {
    .topics = topics, .topic_count = 2, .questions = questions, .question_count = 5};
static const struct bank *const banks[] = {&bank};

static const char *const want_rivers[] = {"rivers"}, *const want_kings[] = {"K\u00D6NIGE"},
                         *const want_other[] = {"other"}, *const want_two[] = {"x", "Rivers"},
                         *const want_unknown[] = {"Lakes"};

static const struct filter_case {
    const char *name;
    struct pick_rules rules;
    const char *lines; // of the questions that are drawn, in their order
} filters[] = {
    {"all", {.difficulty = PICK_ANY_DIFFICULTY}, "01234"},
    {"the first", {.difficulty = PICK_ANY_DIFFICULTY, .count = 2}, "01"},
    {"more than there are", {.difficulty = PICK_ANY_DIFFICULTY, .count = 9}, "01234"},
    {"easy", {.difficulty = DIFFICULTY_EASY}, "024"},
    {"a topic, each question once",
     {.difficulty = PICK_ANY_DIFFICULTY, .topics = want_rivers, .topic_count = 1},
     "014"},
    {"a topic beyond ASCII",
     {.difficulty = PICK_ANY_DIFFICULTY, .topics = want_kings, .topic_count = 1},
     "12"},
    {"what has no tag",
     {.difficulty = PICK_ANY_DIFFICULTY, .topics = want_other, .topic_count = 1},
     "3"},
    {"one of two topics",
     {.difficulty = PICK_ANY_DIFFICULTY, .topics = want_two, .topic_count = 2},
     "014"},
    {"an unknown topic",
     {.difficulty = PICK_ANY_DIFFICULTY, .topics = want_unknown, .topic_count = 1},
     ""},
    {"a topic and a difficulty",
     {.difficulty = DIFFICULTY_HARD, .topics = want_rivers, .topic_count = 1},
     "1"},
};

static void draws(const struct pick_rules *rules, const char *lines)
{
    struct arena arena = {0};
    struct picked *picked;
    int count = pick_questions(banks, 1, rules, &arena, &picked);
    char drawn[16] = "";
    for (int i = 0; i < count; i++) {
        assert_ptr_equal(picked[i].bank, &bank);
        drawn[i] = (char)('0' + picked[i].question->line);
    }
    assert_string_equal(drawn, lines);
    arena_free(&arena);
}

static void passes_the_filter(void **state)
{
    const struct filter_case *c = *state;
    draws(&c->rules, c->lines);
    struct pick_rules all = c->rules;
    all.count = 0;
    struct arena arena = {0};
    struct picked *picked;
    assert_int_equal(pick_count(banks, 1, &c->rules),
                     pick_questions(banks, 1, &all, &arena, &picked));
    arena_free(&arena);
}

static void asks_the_missed_ones_first(void **state)
{
    (void)state;
    static const struct question elsewhere = {.line = 9};
    const struct picked first[] = {
        {&bank, &questions[4]}, {&bank, &questions[1]}, {&bank, &questions[4]},
        {&bank, &elsewhere},    {NULL, &questions[0]},
    };
    struct pick_rules rules = {
        .difficulty = PICK_ANY_DIFFICULTY, .first = first, .first_count = 5};
    draws(&rules, "41023");
    rules.count = 3;
    draws(&rules, "410");
    rules.difficulty = DIFFICULTY_EASY;
    draws(&rules, "402");
    rules.difficulty = PICK_ANY_DIFFICULTY;
    rules.is_shuffled = true;
    int swapped = 0;
    for (rules.seed = 0; rules.seed < 50; rules.seed++) {
        struct arena arena = {0};
        struct picked *picked;
        assert_int_equal(pick_questions(banks, 1, &rules, &arena, &picked), 3);
        assert_int_equal(picked[0].question->line + picked[1].question->line, 5);
        assert_int_equal(picked[0].question->line % 3, 1);
        swapped += picked[0].question->line == 1;
        arena_free(&arena);
    }
    assert_in_range(swapped, 10, 40);
}

static void draws_each_question_as_often(void **state)
{
    (void)state;
    int counts[5] = {0};
    struct pick_rules rules = {
        .difficulty = PICK_ANY_DIFFICULTY, .count = 2, .is_shuffled = true};
    for (rules.seed = 0; rules.seed < 1000; rules.seed++) {
        struct arena arena = {0};
        struct picked *picked;
        assert_int_equal(pick_questions(banks, 1, &rules, &arena, &picked), 2);
        assert_ptr_not_equal(picked[0].question, picked[1].question);
        counts[picked[0].question->line]++;
        counts[picked[1].question->line]++;
        arena_free(&arena);
    }
    for (int i = 0; i < 5; i++)
        assert_in_range(counts[i], 330, 470);
}

static void the_same_seed_draws_the_same(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct pick_rules rules = {
        .difficulty = PICK_ANY_DIFFICULTY, .is_shuffled = true, .seed = 7};
    struct picked *one, *two;
    pick_questions(banks, 1, &rules, &arena, &one);
    pick_questions(banks, 1, &rules, &arena, &two);
    for (int i = 0; i < 5; i++)
        assert_ptr_equal(one[i].question, two[i].question);
    arena_free(&arena);
}

static void draws_from_several_and_large_banks(void **state)
{
    (void)state;
    struct question *many = calloc(MANY, sizeof *many);
    const struct bank large = {.questions = many, .question_count = MANY};
    const struct bank *const two[] = {&bank, &large};
    struct arena arena = {0};
    struct picked *picked;
    struct pick_rules rules = {.difficulty = PICK_ANY_DIFFICULTY};
    assert_int_equal(pick_questions(two, 2, &rules, &arena, &picked), MANY + 5);
    assert_ptr_equal(picked[4].question, &questions[4]);
    assert_ptr_equal(picked[5].question, &many[0]);
    assert_ptr_equal(picked[5].bank, &large);
    const struct picked first[] = {{&large, &many[MANY - 1]}};
    rules.first = first;
    rules.first_count = 1;
    rules.count = 1;
    assert_int_equal(pick_questions(two, 2, &rules, &arena, &picked), 1);
    assert_ptr_equal(picked[0].question, &many[MANY - 1]);
    assert_int_equal(pick_questions(NULL, 0, &rules, &arena, &picked), 0);
    arena_free(&arena);
    free(many);
}

int main(void)
{
    const struct CMUnitTest plain[] = {
        cmocka_unit_test(asks_the_missed_ones_first),
        cmocka_unit_test(draws_each_question_as_often),
        cmocka_unit_test(the_same_seed_draws_the_same),
        cmocka_unit_test(draws_from_several_and_large_banks),
    };
    struct CMUnitTest tests[COUNT(filters) + COUNT(plain)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(filters); i++) {
        tests[count++] = (struct CMUnitTest){filters[i].name, passes_the_filter, NULL, NULL,
                                             (void *)&filters[i]};
    }
    for (size_t i = 0; i < COUNT(plain); i++)
        tests[count++] = plain[i];
    return cmocka_run_group_tests_name("pick", tests, NULL, NULL);
}
