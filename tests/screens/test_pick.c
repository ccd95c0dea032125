#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/pick.h"

#define Q(answer, more)                                                                        \
    "{\"question\": \"" answer "?\", \"answer\": \"" answer "\", \"wrong\": [\"none\"]" more "}"

// Cells has 2 questions, Échos 2 (one of them in both), one has no topic.
static const char questions[] =
    "[" Q("a", ", \"tags\": [\"Cells\"], \"difficulty\": \"easy\"") "," Q(
        "b", ", \"tags\": "
             "[\"Cells\", "
             "\"Échos\"], "
             "\"difficulty\":"
             " \"easy\"") "," Q("c", ", \"tags\": [\"Échos\"], \"difficulty\": "
                                     "\"medium\"") "," Q("d", ", \"difficulty\": "
                                                              "\"medium\"") "]";

static struct desk *open_pick(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Biology", questions);
    desk_enter(desk, &screen_pick);
    return desk;
}

static struct step type(struct desk *desk, const char *text)
{
    return desk_send(desk, (struct action){.id = PICK_FIND, .edit = EDIT_INSERT, .text = text});
}

static void opens_with_all_topics_of_the_bank(void **state)
{
    struct desk *desk = open_pick(state);
    desk_assert_says(desk, "2 Cells 2 Échos 1 Other");
    desk_assert_says(desk, "4 of 4 questions");
    assert_int_equal(desk->stand.state.focus.id, PICK_BANK);
}

static void counts_a_question_in_two_topics_once(void **state)
{
    struct desk *desk = open_pick(state);
    desk_act(desk, PICK_TOPIC, 2);
    desk_assert_says(desk, "3 of 3 questions");
    desk_act(desk, PICK_TOPIC, 1);
    desk_assert_says(desk, "2 of 2 questions");
}

static void does_not_start_without_a_topic_and_says_why(void **state)
{
    struct desk *desk = open_pick(state);
    desk_act(desk, PICK_ALL, 0);
    desk_assert_says(desk, "Choose at least one topic");
    desk_assert_says(desk, "Questions 0");
    assert_true(desk_area(desk, PICK_START, 0)->flags & AREA_DISABLED);
    assert_int_equal(desk_act(desk, PICK_START, 0).kind, STEP_STAY);
    assert_false(desk->game.has_quiz);
    desk_act(desk, PICK_ALL, 0);
    desk_assert_says(desk, "4 of 4 questions");
}

static void choosing_the_same_bank_again_keeps_its_topics(void **state)
{
    struct desk *desk = open_pick(state);
    desk_act(desk, PICK_TOPIC, 1);
    desk_act(desk, PICK_BANK, 0);
    desk_assert_says(desk, "3 of 3 questions");
}

static void does_not_start_when_no_question_fits(void **state)
{
    struct desk *desk = open_pick(state);
    desk->game.settings.difficulty = DIFFICULTY_MEDIUM;
    desk_act(desk, PICK_DIFFICULTY, 0);
    desk_assert_says(desk, "No question fits");
    assert_int_equal(desk_act(desk, PICK_START, 0).kind, STEP_STAY);
    desk_act(desk, PICK_DIFFICULTY, 0);
    assert_int_equal(desk->game.settings.difficulty, PICK_ANY_DIFFICULTY);
    desk_assert_says(desk, "4 of 4 questions");
}

static void starts_with_what_is_chosen(void **state)
{
    struct desk *desk = open_pick(state);
    desk_act(desk, PICK_TOPIC, 1);
    struct step step = desk_act(desk, PICK_START, 0);
    assert_int_equal(step.kind, STEP_GO);
    assert_int_equal(step.to, SCREEN_PLAY);
    assert_int_equal(desk->game.plan.topic_count, 2);
    assert_int_equal(desk->game.session.turn_count, 3);
}

static void a_quiz_counts_for_cards_unless_that_is_switched_off(void **state)
{
    struct desk *desk = open_pick(state);
    assert_true(desk_area(desk, PICK_MEMORY, 0) != NULL);
    desk_act(desk, PICK_MEMORY, 0);
    assert_true(desk->game.settings_changed);
    desk_act(desk, PICK_START, 0);
    assert_false(desk->game.session.rules.has_memory);
    desk_act(desk, PICK_MEMORY, 0);
    desk_act(desk, PICK_START, 0);
    assert_true(desk->game.session.rules.has_memory);
}

static void plans_all_topics_without_naming_them(void **state)
{
    struct desk *desk = open_pick(state);
    desk_act(desk, PICK_START, 0);
    assert_int_equal(desk->game.plan.topic_count, 0);
    assert_int_equal(desk->game.session.turn_count, 4);
}

static void enter_on_the_chosen_bank_starts(void **state)
{
    struct desk *desk = open_pick(state);
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_GO);
}

static const char *twelve_questions(struct desk *desk)
{
    const char *all = Q("0", "");
    for (int i = 1; i < 12; i++)
        all = arena_printf(&desk->scratch->arena, "%s, " Q("%d", ""), all, i, i);
    return arena_printf(&desk->scratch->arena, "[%s]", all);
}

static void number_of_questions_is_never_above_what_is_there(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Twelve", twelve_questions(desk));
    desk->game.settings.count = 50;
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "All 12");

    static const struct {
        int adjust;
        const char *said;
    } steps[] = {{+1, "12 of 12"}, {-1, "10 of 12"}, {-1, "5 of 12"},
                 {-1, "5 of 12"},  {+1, "10 of 12"}, {+1, "12 of 12"}};

    for (size_t i = 0; i < COUNT(steps); i++) {
        desk_send(desk, (struct action){.id = PICK_COUNT, .adjust = steps[i].adjust});
        desk_assert_says(desk, steps[i].said);
    }
    assert_true(desk->game.settings_changed);
}

static void find_filters_without_regard_to_accents(void **state)
{
    struct desk *desk = open_pick(state);
    type(desk, "ECHO");
    desk_assert_says(desk, "Échos");
    desk_assert_silent(desk, "Cells");
    desk_assert_says(desk, "No match for ECHO"); // among the banks
    desk_act(desk, PICK_CLEAR, 0);
    desk_assert_says(desk, "Cells");
}

static void find_filters_banks_too(void **state)
{
    struct desk *desk = open_pick(state);
    desk_add_bank(desk, "b.json", "History", questions);
    desk_enter(desk, &screen_pick);
    type(desk, "hist");
    desk_assert_says(desk, "History");
    desk_assert_silent(desk, "Biology");
}

static void a_slash_goes_to_find(void **state)
{
    struct desk *desk = open_pick(state);
    struct step step = desk_key(desk, '/');
    assert_int_equal(step.focus.id, PICK_FIND);
    assert_true(ui_focused(&desk->stand.state, &desk->stand.frame)->flags & AREA_FIELD);
}

static void back_leaves_find_before_the_screen(void **state)
{
    struct desk *desk = open_pick(state);
    type(desk, "cell");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    desk_assert_says(desk, "Échos");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void a_refused_bank_is_listed_and_cannot_start(void **state)
{
    struct desk *desk = open_pick(state);
    desk_add_bank(desk, "b.json", "Broken",
                  "[{\"question\": \"Q?\", \"answer\": 5, \"wrong\": [\"a\"]}]");
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "Line 2, column 44");
    desk_act(desk, PICK_BANK, 1);
    desk_assert_says(desk, "Broken cannot be played");
    desk_assert_says(desk, "This bank cannot be played");
    assert_int_equal(desk_act(desk, PICK_START, 0).kind, STEP_STAY);
    assert_int_equal(desk->game.bank_at, 0);
    desk_act(desk, PICK_BANK, 0);
    assert_int_equal(desk_act(desk, PICK_START, 0).kind, STEP_GO);
}

static void tells_what_is_wrong_in_a_bank_that_plays(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(
        desk, "a.json", "Half",
        "[" Q("a", "") ", {\"question\": \"Q?\", \"answer\": 5, \"wrong\": [\"a\"]}]");
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "1 question, 1 left out");
    desk_act(desk, PICK_PROBLEMS, 0);
    desk_assert_says(desk, "Write the right choice as text");
    desk_act(desk, PICK_PROBLEMS, 0);
    desk_assert_silent(desk, "Write the right choice as text");
}

static void a_bank_is_not_chosen_by_looking_at_it(void **state)
{
    struct desk *desk = open_pick(state);
    desk->game.bank_at = -1; // what was asked for could not be played
    desk_enter(desk, &screen_pick);
    assert_int_equal(desk->game.bank_at, -1);
    desk_act(desk, PICK_TOPIC, 0);
    desk_act(desk, ACTION_SHOWN, 0);
    assert_int_equal(desk->game.bank_at, -1);
    assert_int_equal(desk_act(desk, PICK_START, 0).kind, STEP_GO);
    assert_int_equal(desk->game.bank_at, 0);
}

static void a_dropped_bank_is_chosen(void **state)
{
    struct desk *desk = open_pick(state);
    const char *path =
        scratch_write(desk->scratch, "c.json",
                      "{\"format\": \"quizbank/1\", \"title\": \"Dropped\", \"questions\": [" Q(
                          "a", "") "]}");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    desk_assert_says(desk, "Dropped");
    desk_assert_says(desk, "1 of 1 question");
    assert_int_equal(desk->game.bank_at, 1);
}

static void a_dropped_file_that_is_no_bank_says_why(void **state)
{
    struct desk *desk = open_pick(state);
    const char *path = scratch_write(desk->scratch, "c.json", "no JSON");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    desk_assert_says(desk, "c.json cannot be played. Line 1, column 1");
    assert_int_equal(desk->game.bank_at, 0);
}

static void a_square_window_has_tabs(void **state)
{
    struct desk *desk = open_pick(state);
    desk->stand.look.width = 1024;
    desk->stand.look.height = 768;
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "Biology");
    desk_assert_silent(desk, "Cells");
    desk_act(desk, PICK_BANK, 0); // the second step
    desk_assert_says(desk, "Cells");
    assert_int_equal(desk->stand.state.focus.id, PICK_START);
    desk_act(desk, PICK_TAB, PICK_TAB_BANKS);
    desk_assert_silent(desk, "Cells");
}

static void a_finger_in_find_gets_a_keyboard(void **state)
{
    struct desk *desk = open_pick(state);
    desk->stand.state.device = DEVICE_TOUCH;
    desk_act(desk, PICK_FIND, 0);
    const struct ui_area *done = desk_area(desk, PICK_KEYBOARD, KEYBOARD_DONE);
    assert_non_null(done);
    desk_act(desk, PICK_KEYBOARD, KEYBOARD_DONE);
    assert_null(desk_area(desk, PICK_KEYBOARD, KEYBOARD_DONE));
}

static void without_a_bank_it_offers_to_open_one(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "Open a bank first");
    assert_int_equal(desk->stand.state.focus.id, PICK_OPEN);
    struct step step = desk_key(desk, KEY_ENTER);
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_OPEN);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(opens_with_all_topics_of_the_bank),
        TEST(counts_a_question_in_two_topics_once),
        TEST(does_not_start_without_a_topic_and_says_why),
        TEST(choosing_the_same_bank_again_keeps_its_topics),
        TEST(does_not_start_when_no_question_fits),
        TEST(starts_with_what_is_chosen),
        TEST(a_quiz_counts_for_cards_unless_that_is_switched_off),
        TEST(plans_all_topics_without_naming_them),
        TEST(enter_on_the_chosen_bank_starts),
        TEST(number_of_questions_is_never_above_what_is_there),
        TEST(find_filters_without_regard_to_accents),
        TEST(find_filters_banks_too),
        TEST(a_slash_goes_to_find),
        TEST(back_leaves_find_before_the_screen),
        TEST(a_refused_bank_is_listed_and_cannot_start),
        TEST(tells_what_is_wrong_in_a_bank_that_plays),
        TEST(a_bank_is_not_chosen_by_looking_at_it),
        TEST(a_dropped_bank_is_chosen),
        TEST(a_dropped_file_that_is_no_bank_says_why),
        TEST(a_square_window_has_tabs),
        TEST(a_finger_in_find_gets_a_keyboard),
        TEST(without_a_bank_it_offers_to_open_one),
    };
    return cmocka_run_group_tests_name("pick", tests, NULL, NULL);
}
