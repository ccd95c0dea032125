#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/board.h"
#include "core/make.h"

enum { QUESTIONS = 12 };

static const char *const topics[] = {"Rivers", "Hills", "Seas"};
static const uint32_t rivers[] = {0}, hills[] = {1}, seas_and_rivers[] = {2, 0};

struct made_bank {
    struct question questions[QUESTIONS];
    struct bank bank;
};

/// Six questions on rivers, three on hills, one on seas and rivers, two on nothing.
static void make(struct made_bank *made)
{
    *made = (struct made_bank){0};
    for (int i = 0; i < QUESTIONS; i++) {
        struct question *q = &made->questions[i];
        q->difficulty = (uint8_t)(i % DIFFICULTY_COUNT);
        q->topics = i < 6 ? rivers : i < 9 ? hills : seas_and_rivers;
        q->topic_count = i < 9 ? 1 : i == 9 ? 2 : 0;
    }
    made->bank = (struct bank){.topics = topics,
                               .topic_count = 3,
                               .questions = made->questions,
                               .question_count = QUESTIONS};
}

static void a_board_has_as_many_fields_as_are_wished_for(void **state)
{
    (void)state;

    static const struct {
        int fields, topics, columns, rows;
    } rows[] = {
        {5, 7, 5, 1},  {10, 7, 5, 2}, {15, 7, 5, 3}, {20, 7, 5, 4}, {25, 7, 5, 5},
        {30, 7, 6, 5}, {60, 9, 6, 5}, {12, 7, 4, 3}, {7, 7, 3, 2},  {1, 7, 1, 1},
        {20, 1, 1, 5}, {5, 2, 2, 2},  {20, 3, 3, 5}, {10, 2, 2, 5}, {4, 7, 2, 2},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct board_shape shape = board_shape(rows[i].fields, rows[i].topics);
        assert_int_equal(shape.columns, rows[i].columns);
        assert_int_equal(shape.rows, rows[i].rows);
        assert_true(shape.columns * shape.rows <= rows[i].fields);
    }
}

static void topics_with_the_most_questions_are_columns(void **state)
{
    (void)state;
    struct made_bank made;
    struct arena arena = {0};
    struct board board;
    make(&made);
    for (uint64_t seed = 0; seed < 50; seed++) {
        assert_true(board_make(
            &(struct board_rules){
                .bank = &made.bank, .columns = 3, .rows = 3, .has_final = true, .seed = seed},
            &arena, &board));
        assert_int_equal(board.columns, 3);
        assert_string_equal(board.topics[0], "Rivers");
        assert_string_equal(board.topics[1], "Hills");
        assert_string_equal(board.topics[2], "Other");
        assert_int_equal(board.count, 10);
        assert_null(board.picked[8].question); // two without a tag
        for (int i = 0; i < board.count; i++) {
            for (int j = 0; j < i && board.picked[i].question; j++)
                assert_ptr_not_equal(board.picked[i].question, board.picked[j].question);
        }
        for (int column = 0; column < 3; column++) {
            for (int row = 1; row < 3 && board.picked[column * 3 + row].question; row++) {
                assert_true(board.picked[column * 3 + row].question->difficulty >=
                            board.picked[column * 3 + row - 1].question->difficulty);
            }
        }
    }
    arena_free(&arena);
}

static void only_what_is_wanted_is_on_it(void **state)
{
    (void)state;
    static const char *const wanted[] = {"hills"};
    struct made_bank made;
    struct arena arena = {0};
    struct board board;
    make(&made);
    struct board_rules rules = {.bank = &made.bank,
                                .topics = wanted,
                                .topic_count = 1,
                                .columns = 5,
                                .rows = 3,
                                .has_final = true};
    assert_true(board_make(&rules, &arena, &board));
    assert_int_equal(board.columns, 1);
    assert_false(board.has_final); // no hill is left
    assert_int_equal(board.count, 3);
    made.bank.question_count = 0;
    assert_false(board_make(&rules, &arena, &board));
    arena_free(&arena);
}

static bool has(const struct board *board, const struct question *question)
{
    for (int i = 0; i < board->count; i++) {
        if (board->picked[i].question == question)
            return true;
    }
    return false;
}

static void what_goes_first_is_on_it(void **state)
{
    (void)state;
    struct made_bank made;
    struct arena arena = {0};
    struct board board;
    make(&made);
    const struct question *q = made.questions;
    const struct picked first[] = {
        {&made.bank, &q[6]}, {&made.bank, &q[8]}, {&made.bank, &q[1]}, {NULL, NULL}};
    struct board_rules rules = {
        .bank = &made.bank, .rows = 2, .columns = 1, .first = first, .first_count = 4};
    for (rules.seed = 0; rules.seed < 20; rules.seed++) {
        rules.columns = 1;
        rules.has_final = false;
        assert_true(board_make(&rules, &arena, &board));
        assert_string_equal(board.topics[0], "Hills"); // though there are more rivers
        assert_true(has(&board, &q[6]) && has(&board, &q[8]));
        assert_true(board.picked[0].question->difficulty <=
                    board.picked[1].question->difficulty);
        rules.has_final = true; // for the one that has no column
        assert_true(board_make(&rules, &arena, &board));
        assert_ptr_equal(board.picked[2].question, &q[1]);
        rules.columns = 2;
        assert_true(board_make(&rules, &arena, &board));
        assert_string_equal(board.topics[1], "Rivers");
        assert_true(has(&board, &q[1]));
        assert_int_equal(board.count, 5); // others fill it up
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_board_has_as_many_fields_as_are_wished_for),
        cmocka_unit_test(topics_with_the_most_questions_are_columns),
        cmocka_unit_test(only_what_is_wanted_is_on_it),
        cmocka_unit_test(what_goes_first_is_on_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
