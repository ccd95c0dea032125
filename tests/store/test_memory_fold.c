// What events do to the memory.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/events.h"

static void do_nothing_more(struct desk *desk)
{
    assert_rebuilt_alike(desk);
    desk_close(desk);
}

/// The card after nothing but Good on `days` days from day 0 on.
static struct fsrs_card good_on(struct desk *desk, const char *question, int days)
{
    struct fsrs_card card = {0};
    struct fsrs_outcome outcome;
    for (int i = 0; i < days; i++) {
        assert_true(fsrs_review(&desk->memory.fsrs, &card, FSRS_GOOD,
                                (struct fsrs_time){day_0 + i * (int64_t)DAY, 0},
                                memory_seed("b", question, 0), &outcome));
    }
    return card;
}

static void assert_good_on(struct desk *desk, const char *question, int days)
{
    memory_catch_up(&desk->memory);
    struct fsrs_card is = card_of(desk, question, 0).card, wanted = good_on(desk, "q", days);
    assert_memory_equal(&is, &wanted, sizeof is);
}

static void undo_and_redo_take_back_and_give(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 + DAY, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_NEXT, 1, day_0 + DAY, "q", "{\"t\":1}");
    assert_good_on(&desk, "q", 2);
    tell(&desk, JOURNAL_UNDO, 1, day_0 + DAY, NULL, NULL);
    assert_good_on(&desk, "q", 1);
    tell(&desk, JOURNAL_UNDO, 1, day_0 + DAY, NULL, NULL);
    assert_good_on(&desk, "q", 0);
    tell(&desk, JOURNAL_UNDO, 1, day_0 + DAY, NULL, NULL); // nothing is left
    tell(&desk, JOURNAL_REDO, 1, day_0 + DAY, NULL, NULL);
    assert_good_on(&desk, "q", 1);
    tell(&desk, JOURNAL_PAUSE, 1, day_0 + DAY, NULL, NULL); // no reason not to redo
    tell(&desk, JOURNAL_REDO, 1, day_0 + DAY, NULL, NULL);
    assert_good_on(&desk, "q", 2);
    do_nothing_more(&desk);
}

static void a_new_answer_ends_what_could_be_done_again(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_AGAIN);
    tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL);
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_REDO, 1, day_0, NULL, NULL);
    assert_good_on(&desk, "q", 1);
    do_nothing_more(&desk);
}

static void undo_in_an_old_game_counts_for_what_came_later(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 7, day_0 - DAY, "q", FSRS_AGAIN);
    tell_answer(&desk, 8, day_0, "q", FSRS_GOOD);
    tell_answer(&desk, 8, day_0 + DAY, "q", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    tell(&desk, JOURNAL_UNDO, 7, day_0 + DAY, NULL, NULL);
    assert_good_on(&desk, "q", 2);
    assert_int_equal(card_of(&desk, "q", 0).first_ms, day_0);
    tell(&desk, JOURNAL_REDO, 7, day_0 + DAY, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_int_equal(card_of(&desk, "q", 0).card.reviews, 3);
    assert_int_equal(card_of(&desk, "q", 0).first_ms, day_0 - DAY);
    do_nothing_more(&desk);
}

static void a_game_goes_out_and_in_whole(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell_answer(&desk, 2, day_0, "q", FSRS_EASY);
    tell_answer(&desk, 2, day_0, "r", FSRS_EASY);
    tell_answer(&desk, 2, day_0, "s", FSRS_EASY);
    tell(&desk, JOURNAL_UNDO, 2, day_0, NULL, NULL);
    tell(&desk, JOURNAL_OUT, 2, day_0, NULL, NULL);
    tell_answer(&desk, 1, day_0 + DAY, "q", FSRS_GOOD);
    tell_answer(&desk, 2, day_0 + DAY, "q", FSRS_EASY); // and goes on
    assert_good_on(&desk, "q", 2);
    assert_int_equal(card_of(&desk, "r", 0).card.reviews, 0);
    tell(&desk, JOURNAL_REDO, 2, day_0, NULL, NULL); // no more
    tell(&desk, JOURNAL_IN, 2, day_0 + DAY, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_int_equal(card_of(&desk, "q", 0).card.reviews, 4);
    assert_int_equal(card_of(&desk, "r", 0).card.reviews, 1);
    assert_int_equal(card_of(&desk, "s", 0).card.reviews, 0);
    do_nothing_more(&desk);
}

static void cards_are_suspended_and_hidden(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_CARD, 1, day_0, "q", "{\"part\":0,\"do\":\"suspend\"}");
    tell(&desk, JOURNAL_CARD, 1, day_0, "q", "{\"part\":0,\"do\":\"hide\",\"until\":77}");
    memory_catch_up(&desk.memory);
    assert_true(card_of(&desk, "q", 0).is_suspended);
    assert_int_equal(card_of(&desk, "q", 0).hidden_until_ms, 77);
    tell(&desk, JOURNAL_CARD, 1, day_0, "q", "{\"part\":0,\"do\":\"unsuspend\"}");
    tell(&desk, JOURNAL_CARD, 1, day_0, "q", "{\"part\":0,\"do\":\"unhide\"}");
    memory_catch_up(&desk.memory);
    assert_null(card_of(&desk, "q", 0).bank); // nothing is known of it
    for (int i = 0; i < 2; i++)
        tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_true(card_of(&desk, "q", 0).is_suspended);
    assert_int_equal(card_of(&desk, "q", 0).hidden_until_ms, 77);
    tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL);
    memory_catch_up(&desk.memory);
    assert_int_equal(card_of(&desk, "q", 0).hidden_until_ms, 0);
    do_nothing_more(&desk);
}

static void options_hold_for_what_comes_after_them(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "old", FSRS_GOOD);
    tell(&desk, JOURNAL_OPTIONS, 0, day_0, NULL, "{\"learning_ms\":[]}");
    tell_answer(&desk, 2, day_0, "new", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    tell(&desk, JOURNAL_OUT, 1, day_0, NULL, NULL);
    tell(&desk, JOURNAL_IN, 1, day_0, NULL, NULL); // worked out again, with the old ones
    memory_catch_up(&desk.memory);
    assert_int_equal(card_of(&desk, "old", 0).card.phase, FSRS_LEARNING);
    assert_int_equal(card_of(&desk, "new", 0).card.phase, FSRS_REVIEW);
    do_nothing_more(&desk);
}

static void what_is_known_moves(void **state)
{
    struct desk desk;
    struct past_answer *answers;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_MOVE, 0, day_0, "q", "{\"bank\":\"b\",\"question\":\"new\"}");
    tell_answer(&desk, 1, day_0 + DAY, "new", FSRS_GOOD);
    assert_good_on(&desk, "new", 2); // with the seed of "q"
    assert_null(card_of(&desk, "q", 0).bank);
    assert_true(card_of(&desk, "new", 0).seed == memory_seed("b", "q", 0));
    memory_answers(&desk.memory, "b", 0, &desk.scratch->arena, &answers);
    assert_string_equal(answers[0].question, "new");
    tell(&desk, JOURNAL_MOVE, 0, day_0, "new", "{\"bank\":\"c\",\"question\":\"q\"}");
    memory_catch_up(&desk.memory);
    struct memory_card *cards;
    assert_int_equal(memory_cards(&desk.memory, "b", &desk.scratch->arena, &cards), 0);
    assert_int_equal(memory_cards(&desk.memory, "c", &desk.scratch->arena, &cards), 1);
    tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL); // of the answer, wherever it is now
    memory_catch_up(&desk.memory);
    memory_cards(&desk.memory, "c", &desk.scratch->arena, &cards);
    assert_int_equal(cards[0].card.reviews, 1);
    do_nothing_more(&desk);
}

static void what_moves_onto_something_is_put_in_order(void **state)
{
    struct desk desk;
    struct past_answer *answers;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "a", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 + DAY, "q", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 + 2 * (int64_t)DAY, "a", FSRS_GOOD);
    tell(&desk, JOURNAL_CARD, 2, day_0, "a", "{\"part\":0,\"do\":\"suspend\"}");
    tell(&desk, JOURNAL_CARD, 2, day_0, "a", "{\"part\":4,\"do\":\"suspend\"}");
    tell(&desk, JOURNAL_MOVE, 0, day_0, "a", "{\"bank\":\"b\",\"question\":\"q\"}");
    assert_good_on(&desk, "q", 3);
    assert_int_equal(card_of(&desk, "q", 0).first_ms, day_0);
    assert_true(card_of(&desk, "q", 0).is_suspended);
    assert_true(card_of(&desk, "q", 4).is_suspended);
    assert_true(card_of(&desk, "q", 4).seed == memory_seed("b", "a", 4)); // it was the only one
    assert_null(card_of(&desk, "a", 0).bank);
    assert_int_equal(memory_answers(&desk.memory, "b", 0, &desk.scratch->arena, &answers), 3);
    for (int i = 0; i < 3; i++)
        assert_string_equal(answers[i].question, "q");
    tell(&desk, JOURNAL_MOVE, 0, day_0, "q", "{\"bank\":\"b\",\"question\":\"q\"}");
    tell(&desk, JOURNAL_MOVE, 0, day_0, "gone", "{\"bank\":\"b\",\"question\":\"q\"}");
    assert_good_on(&desk, "q", 3);
    tell_answer(&desk, 3, day_0, "z", FSRS_GOOD);
    tell(&desk, JOURNAL_MOVE, 0, day_0, "q", "{\"bank\":\"b\",\"question\":\"z\"}");
    memory_catch_up(&desk.memory);
    assert_int_equal(memory_answers(&desk.memory, "b", 0, &desk.scratch->arena, &answers), 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(answers[i].question, "z"); // what was "a" too
    do_nothing_more(&desk);
}

static const struct nonsense {
    const char *name;
    int type;
    const char *question, *data;
} nonsense[] = {
    {"an unknown type", 99, "q", "{\"grades\":[[0,3,1000]]}"},
    {"a type below all", -1, "q", "{\"grades\":[[0,3,1000]]}"},
    {"no question", JOURNAL_ANSWER, NULL, "{\"credit\":1000,\"grades\":[[0,3,1000]]}"},
    {"no data", JOURNAL_ANSWER, "q", NULL},
    {"empty data", JOURNAL_ANSWER, "q", ""},
    {"data that is no JSON", JOURNAL_GRADE, "q", "{\"grades\":[[0,3,1000]]"},
    {"data that is a list", JOURNAL_GRADE, "q", "[[0,3,1000]]"},
    {"grades that are a number", JOURNAL_GRADE, "q", "{\"grades\":3}"},
    {"a grade that is a number", JOURNAL_GRADE, "q", "{\"grades\":[3]}"},
    {"a grade cut short", JOURNAL_GRADE, "q", "{\"grades\":[[0,3]]}"},
    {"an empty grade", JOURNAL_GRADE, "q", "{\"grades\":[[]]}"},
    {"a grade of texts", JOURNAL_GRADE, "q", "{\"grades\":[[\"0\",\"3\",\"1000\"]]}"},
    {"rating 9", JOURNAL_GRADE, "q", "{\"grades\":[[0,9,1000]]}"},
    {"rating 0", JOURNAL_GRADE, "q", "{\"grades\":[[0,0,1000]]}"},
    {"rating 2.5", JOURNAL_GRADE, "q", "{\"grades\":[[0,2.5,1000]]}"},
    {"part 300", JOURNAL_GRADE, "q", "{\"grades\":[[300,3,1000]]}"},
    {"part -1", JOURNAL_GRADE, "q", "{\"grades\":[[-1,3,1000]]}"},
    {"part 127", JOURNAL_GRADE, "q", "{\"grades\":[[127,3,1000]]}"},
    {"no evidence", JOURNAL_GRADE, "q", "{\"grades\":[[0,3,0]]}"},
    {"evidence above all", JOURNAL_GRADE, "q", "{\"grades\":[[0,3,1001]]}"},
    {"evidence without end", JOURNAL_GRADE, "q", "{\"grades\":[[0,3,1e999]]}"},
    {"NaN", JOURNAL_GRADE, "q", "{\"grades\":[[0,3,NaN]]}"},
    {"credit without end", JOURNAL_ANSWER, "q", "{\"credit\":1e300}"},
    {"no credit", JOURNAL_ANSWER, "q", "{\"took_ms\":1}"},
    {"a word for credit", JOURNAL_TIME_UP, "q", "{\"credit\":\"full\"}"},
    {"a card without a part", JOURNAL_CARD, "q", "{\"do\":\"suspend\"}"},
    {"a card that is burnt", JOURNAL_CARD, "q", "{\"part\":0,\"do\":\"burn\"}"},
    {"a card and nothing to do", JOURNAL_CARD, "q", "{\"part\":0}"},
    {"hidden without an end", JOURNAL_CARD, "q", "{\"part\":0,\"do\":\"hide\"}"},
    {"hidden for ever", JOURNAL_CARD, "q", "{\"part\":0,\"do\":\"hide\",\"until\":1e300}"},
    {"a move to nowhere", JOURNAL_MOVE, "q", "{\"bank\":\"b\"}"},
    {"a move to a number", JOURNAL_MOVE, "q", "{\"bank\":\"b\",\"question\":7}"},
    {"a flag neither up nor down", JOURNAL_FLAG, "q", "{\"on\":1}"},
    {"nothing left behind", JOURNAL_DROP, "gone", "{}"},
    {"options that are no JSON", JOURNAL_OPTIONS, NULL, "{"},
    {"an undo of nothing", JOURNAL_UNDO, NULL, NULL},
    {"a redo of nothing", JOURNAL_REDO, NULL, NULL},
    {"a game in that was not out", JOURNAL_IN, NULL, NULL},
};

static void nonsense_is_passed_over(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_CARD, 1, day_0, "q", "{\"part\":0,\"do\":\"hide\",\"until\":77}");
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        const struct nonsense *n = &nonsense[i];
        print_message("%s\n", n->name);
        tell(&desk, n->type, 2, day_0, n->question, n->data);
        tell(&desk, n->type, 0, day_0, n->question, n->data); // of no game
        assert_true(memory_catch_up(&desk.memory));
        struct past_answer *answers;
        assert_int_equal(memory_answers(&desk.memory, NULL, 0, &desk.scratch->arena, &answers),
                         1);
        assert_int_equal(memory_cards(&desk.memory, NULL, &desk.scratch->arena,
                                      &(struct memory_card *){NULL}),
                         1);
        assert_int_equal(card_of(&desk, "q", 0).hidden_until_ms, 77);
    }
    tell_answer(&desk, 1, day_0 + DAY, "q", FSRS_GOOD);
    assert_good_on(&desk, "q", 2);
    do_nothing_more(&desk);
}

static void the_last_number_of_all_is_passed_over(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    assert_true(db_run(&desk.journal.db, "UPDATE event SET id = 9223372036854775807"));
    assert_rebuilt_alike(&desk);
    assert_null(card_of(&desk, "q", 0).bank);
    desk_close(&desk);
}

static void what_makes_sense_beside_nonsense_counts(void **state)
{
    struct desk desk;
    struct past_review *reviews;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_ANSWER, 1, INT64_MAX, "q",
         "{\"credit\":1000,\"took_ms\":-5,\"kind\":7,\"said\":[],\"ahead\":1e300,"
         "\"grades\":[[9,9,9],[0,3,500],[0,1,1000]]}");
    tell(&desk, JOURNAL_ANSWER, 1, INT64_MIN, "q",
         "{\"credit\":1000,\"took_ms\":1e300,\"ahead\":\"noon\",\"grades\":[[0,3,500]]}");
    memory_catch_up(&desk.memory);
    assert_int_equal(
        memory_reviews(&desk.memory, "b", INT64_MIN, &desk.scratch->arena, &reviews), 2);
    assert_int_equal(reviews[0].took_ms, 0);
    assert_int_equal(reviews[0].ahead_min, 1440);
    assert_int_equal(reviews[0].at_ms, 1000000000000000);
    assert_int_equal(reviews[0].evidence, 500);
    assert_int_equal(reviews[1].took_ms, INT32_MAX);
    assert_int_equal(reviews[1].ahead_min, 0);
    do_nothing_more(&desk);
}

static void a_clock_that_goes_back_a_year_is_the_same_day(void **state)
{
    struct desk desk;
    struct past_review *reviews;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell_answer(&desk, 1, day_0 - 365 * (int64_t)DAY, "q", FSRS_GOOD);
    memory_catch_up(&desk.memory);
    memory_reviews(&desk.memory, NULL, 0, &desk.scratch->arena, &reviews);
    assert_int_equal(reviews[1].elapsed_days, 0);
    assert_int_equal(reviews[1].at_ms, day_0 - 365 * (int64_t)DAY);
    assert_int_equal(card_of(&desk, "q", 0).card.reviews, 2);
    do_nothing_more(&desk);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(undo_and_redo_take_back_and_give),
        IN_SCRATCH(a_new_answer_ends_what_could_be_done_again),
        IN_SCRATCH(undo_in_an_old_game_counts_for_what_came_later),
        IN_SCRATCH(a_game_goes_out_and_in_whole),
        IN_SCRATCH(cards_are_suspended_and_hidden),
        IN_SCRATCH(options_hold_for_what_comes_after_them),
        IN_SCRATCH(what_is_known_moves),
        IN_SCRATCH(what_moves_onto_something_is_put_in_order),
        IN_SCRATCH(nonsense_is_passed_over),
        IN_SCRATCH(the_last_number_of_all_is_passed_over),
        IN_SCRATCH(what_makes_sense_beside_nonsense_counts),
        IN_SCRATCH(a_clock_that_goes_back_a_year_is_the_same_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
