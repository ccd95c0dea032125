#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/card_pile.h"
#include "store/events.h"

static const struct gap gaps[2];
static const char *const between[3] = {"", "", ""};
static const struct question questions[] = {
    {.id = "q2", .kind = KIND_CLOZE, .cloze = {gaps, between, 2}},
    {.id = "q1", .text = "?", .kind = KIND_TRUEFALSE},
    {.text = "No id", .kind = KIND_TRUEFALSE},
};
static const struct bank bank = {
    .id = "b", .questions = (struct question *)questions, .question_count = 3};

static void all_cards_stand_as_in_the_bank(void **state)
{
    struct scratch *s = *state;
    struct card_pile pile = card_pile_make(&bank, NULL, &s->arena);
    assert_int_equal(pile.count, 4);
    assert_string_equal(pile.keys[0], "q2");
    assert_string_equal(pile.keys[1], "q2");
    assert_int_equal(pile.cards[1].part, 1);
    assert_string_equal(pile.keys[2], "q1");
    assert_int_equal(strlen(pile.keys[3]), 32);
    assert_true(pile.cards[0].seed == memory_seed("b", "q2", 0));
    assert_true(pile.cards[0].seed != pile.cards[1].seed);
    assert_ptr_equal(pile.cards[3].question, &questions[2]);
    assert_int_equal(pile.cards[3].memory.phase, FSRS_NEW);
    assert_int_equal(card_pile_find(&pile, "q2", 1), 1);
    assert_int_equal(card_pile_find(&pile, "q2", 2), -1);
    assert_int_equal(card_pile_find(&pile, "q3", 0), -1);
}

static void each_has_what_is_remembered_of_it(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_GRADE, 2, day_0, "q2", "{\"grades\":[[1,3,1000]]}");
    tell(&desk, JOURNAL_GRADE, 2, day_0, "gone", "{\"grades\":[[0,3,1000]]}");
    tell(&desk, JOURNAL_CARD, 2, day_0, "q1", "{\"part\":0,\"do\":\"suspend\"}");
    tell(&desk, JOURNAL_CARD, 2, day_0, "q2", "{\"part\":0,\"do\":\"hide\",\"until\":77}");
    assert_true(memory_catch_up(&desk.memory));
    struct card_pile pile = card_pile_make(&bank, &desk.memory, &desk.scratch->arena);
    assert_int_equal(pile.count, 4);
    assert_int_equal(pile.cards[0].memory.phase, FSRS_NEW);
    assert_int_equal(pile.cards[0].hidden_until_ms, 77);
    assert_int_equal(pile.cards[1].memory.reviews, 1);
    assert_int_equal(pile.cards[1].memory.last_ms, day_0);
    assert_true(pile.cards[2].is_suspended);
    assert_false(pile.cards[1].is_suspended || pile.cards[3].is_suspended);
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_cards_stand_as_in_the_bank, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(each_has_what_is_remembered_of_it, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests_name("card_pile", tests, NULL, NULL);
}
