// Cards that are answered, and graded by it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/kept.h"

static const char kinds[] = "[{\"id\": \"a\", \"question\": \"One?\", \"answer\": \"Eins\"},"
                            " {\"id\": \"b\", \"question\": \"Two?\", \"answer\": \"Zwei\","
                            "  \"wrong\": [\"Drei\", \"Vier\", \"Acht\"], \"shuffle\": false},"
                            " {\"id\": \"c\", \"cloze\": \"A [[one]] and a [[two]].\"},"
                            " {\"id\": \"d\", \"front\": \"Front\", \"back\": \"Back\"}]";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    kept_begin(desk, kinds);
    desk->game.settings.answer_cards = true;
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    kept_pass(desk, 1000);
    return 0;
}

static void act(struct desk *desk, int id, int arg)
{
    desk_act(desk, id, arg);
    kept_pass(desk, 1000);
}

static void type(struct desk *desk, int field, const char *text)
{
    enum { FIELD = ASK_ACTIONS };

    desk_send(desk,
              (struct action){.id = FIELD, .arg = field, .edit = EDIT_INSERT, .text = text});
}

/// The grade that the answer gave, and its evidence.
static void suggests(const struct desk *desk, enum fsrs_rating rating, int evidence)
{
    const struct cards *cards = desk->self;
    assert_true(cards->is_turned);
    assert_int_equal(cards->suggested.rating, rating);
    assert_int_equal(cards->suggested.evidence, evidence);
    assert_int_equal(desk->stand.state.focus.id, CARDS_GRADE);
    assert_int_equal(desk->stand.state.focus.arg, rating);
}

static void a_right_answer_is_good_and_enter_takes_it(void **state)
{
    struct desk *desk = *state;
    desk_assert_says(desk, "One?");
    type(desk, 0, "eins");
    act(desk, PLAY_CHECK, 0);
    desk_assert_says(desk, "Eins");
    desk_assert_says(desk, "Right");
    suggests(desk, FSRS_GOOD, STUDY_EVIDENCE_FULL);
    desk_key(desk, KEY_ENTER);
    kept_pass(desk, 1000);
    desk_assert_says(desk, "Two?");
}

static void a_wrong_answer_is_again_and_says_what_was_answered(void **state)
{
    struct desk *desk = *state;
    type(desk, 0, "Ente");
    act(desk, PLAY_CHECK, 0);
    desk_assert_says(desk, "Not quite");
    desk_assert_says(desk, "You said: Ente");
    suggests(desk, FSRS_AGAIN, STUDY_EVIDENCE_FULL);
    act(desk, CARDS_GRADE, FSRS_GOOD); // whoever knows better says so
    assert_int_equal(desk->game.cards.study.done.grades[FSRS_GOOD], 1);
    desk_assert_says(desk, "Two?");
    desk_assert_silent(desk, "You said");
}

static void nothing_is_no_answer(void **state)
{
    struct desk *desk = *state;
    act(desk, PLAY_CHECK, 0);
    desk_assert_says(desk, "Nothing answered yet.");
    act(desk, CARDS_GRADE, FSRS_GOOD); // nor is a grade
    desk_assert_silent(desk, "Eins");
}

static void to_see_the_answer_is_again(void **state)
{
    struct desk *desk = *state;
    act(desk, CARDS_FLIP, 0);
    desk_assert_says(desk, "Eins");
    suggests(desk, FSRS_AGAIN, STUDY_EVIDENCE_FULL);
}

static void what_is_chosen_out_of_four_proves_less(void **state)
{
    struct desk *desk = *state;
    act(desk, CARDS_FLIP, 0);
    act(desk, CARDS_GRADE, FSRS_EASY);
    desk_assert_says(desk, "Acht");
    struct ui_id right = {0};
    for (int i = 0; i < desk->stand.frame.area_count; i++) {
        const struct ui_area *area = &desk->stand.frame.areas[i];
        right = strcmp(area->name, "Zwei") == 0 ? area->id : right;
    }
    act(desk, right.id, right.arg);
    suggests(desk, FSRS_GOOD, 750);
    act(desk, CARDS_GRADE, FSRS_GOOD);
    struct journal_event *events;
    int count = journal_read_game(&kept.journal, desk->game.cards.log.game,
                                  &desk->scratch->arena, &events);
    assert_non_null(strstr(events[count - 1].data, "[[0,3,750]]"));
}

static void a_gap_is_graded_by_its_own(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < 2; i++) {
        act(desk, CARDS_FLIP, 0);
        act(desk, CARDS_GRADE, FSRS_EASY);
    }
    const struct cards *cards = desk->self;
    assert_int_equal(cards->up.question->kind, KIND_CLOZE);
    type(desk, 0, "one");
    type(desk, 1, "ten");
    act(desk, PLAY_CHECK, 0);
    suggests(desk, FSRS_GOOD, STUDY_EVIDENCE_FULL);
}

static void a_card_of_two_sides_is_turned_over(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < 3; i++) {
        act(desk, CARDS_FLIP, 0);
        act(desk, CARDS_GRADE, FSRS_EASY);
    }
    desk_assert_says(desk, "Front");
    assert_non_null(desk_area(desk, CARDS_FLIP, 0));
    desk_assert_says(desk, "Show answer");
    act(desk, CARDS_FLIP, 0);
    suggests(desk, FSRS_GOOD, STUDY_EVIDENCE_FULL);
}

static void an_answer_is_undone_to_its_question(void **state)
{
    struct desk *desk = *state;
    type(desk, 0, "Eins");
    act(desk, PLAY_CHECK, 0);
    act(desk, CARDS_GRADE, FSRS_GOOD);
    act(desk, CARDS_UNDO, 0);
    desk_assert_says(desk, "One?");
    desk_assert_silent(desk, "Eins");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_right_answer_is_good_and_enter_takes_it),
        TEST(a_wrong_answer_is_again_and_says_what_was_answered),
        TEST(nothing_is_no_answer),
        TEST(to_see_the_answer_is_again),
        TEST(what_is_chosen_out_of_four_proves_less),
        TEST(a_gap_is_graded_by_its_own),
        TEST(a_card_of_two_sides_is_turned_over),
        TEST(an_answer_is_undone_to_its_question),
    };
    return cmocka_run_group_tests_name("cards, answered", tests, NULL, NULL);
}
