#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/kept.h"

enum { HOUR_MS = 60 * 60 * 1000 };

static const char five[] =
    "[{\"id\": \"a\", \"question\": \"One?\", \"answer\": \"Eins\", \"explanation\": \"Ein "
    "Apfel.\","
    "  \"source\": {\"title\": \"A book\", \"url\": \"https://example.org/\"}},"
    " {\"id\": \"b\", \"question\": \"Two?\", \"answer\": \"Zwei\"},"
    " {\"id\": \"c\", \"question\": \"Three?\", \"answer\": \"Drei\"},"
    " {\"id\": \"d\", \"question\": \"Four?\", \"answer\": \"Vier\"},"
    " {\"id\": \"e\", \"question\": \"Five?\", \"answer\": \"Fünf\"}]";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, five);
    assert_true(game_study(&((struct desk *)*state)->game, DECK_DUE));
    desk_enter(*state, &screen_cards);
    kept_pass(*state, 1000);
    return 0;
}

/// Presses a key a second after the last.
static void key(struct desk *desk, int key)
{
    desk_key(desk, key);
    kept_pass(desk, 1000);
}

static void act(struct desk *desk, int id)
{
    desk_act(desk, id, 0);
    kept_pass(desk, 1000);
}

/// Turns the card over and grades it.
static void grade(struct desk *desk, int rating)
{
    key(desk, KEY_SPACE);
    key(desk, '0' + rating);
}

static int count_events(struct desk *desk, int type)
{
    struct journal_event *events;
    int count = 0;
    int all = journal_read_game(&kept.journal, desk->game.cards.log.game, &desk->scratch->arena,
                                &events);
    for (int i = 0; i < all; i++)
        count += events[i].type == type;
    return count;
}

static void nothing_stands_out_of_the_margins(void **state)
{
    struct desk *desk = *state;
    const int sizes[][2] = {{720, 1280}, {1024, 768}, {1600, 900}};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        desk->stand.look.width = sizes[i][0];
        desk->stand.look.height = sizes[i][1];
        desk_act(desk, 0, 0);
        float right =
            desk_area(desk, CARDS_MENU, 0)->rect.x + desk_area(desk, CARDS_MENU, 0)->rect.w;
        for (int t = 0; t < desk->stand.frame.list.count; t++) {
            const struct draw_cmd *cmd = &desk->stand.frame.list.items[t];
            if (cmd->kind == DRAW_TEXT && cmd->rect.x + cmd->rect.w > right + 1)
                fail_msg("\"%s\" stands out at %d x %d", cmd->text, sizes[i][0], sizes[i][1]);
        }
    }
}

static void a_card_is_turned_and_graded_with_space_alone(void **state)
{
    struct desk *desk = *state;
    desk_assert_says(desk, "One?");
    desk_assert_silent(desk, "Eins");
    assert_non_null(desk_area(desk, CARDS_FLIP, 0));
    key(desk, KEY_SPACE);
    desk_assert_says(desk, "Eins");
    desk_assert_says(desk, "Ein Apfel.");
    desk_assert_says(desk, "A book");
    desk_assert_says(desk, "in 10 min");
    assert_int_equal(desk->stand.state.focus.id, CARDS_GRADE);
    assert_int_equal(desk->stand.state.focus.arg, FSRS_GOOD);
    key(desk, KEY_SPACE);
    desk_assert_says(desk, "Two?");
    desk_assert_silent(desk, "Zwei");
    assert_int_equal(count_events(desk, JOURNAL_GRADE), 1);
}

static void nobody_grades_blind(void **state)
{
    struct desk *desk = *state;
    key(desk, '1');
    desk_assert_says(desk, "Eins");
    assert_int_equal(count_events(desk, JOURNAL_GRADE), 0);
    key(desk, '1');
    desk_assert_says(desk, "Two?");
}

static void a_second_press_at_once_does_nothing(void **state)
{
    struct desk *desk = *state;
    desk_key(desk, KEY_SPACE);
    kept_pass(desk, 100);
    desk_key(desk, KEY_SPACE);
    desk_assert_says(desk, "Eins");
    kept_pass(desk, 1000);
    desk_key(desk, KEY_SPACE);
    kept_pass(desk, 100);
    desk_key(desk, KEY_SPACE); // the next card is not turned by what was for this one
    desk_assert_says(desk, "Two?");
    desk_assert_silent(desk, "Zwei");
}

static void a_grade_is_on_the_disk_before_the_next_card_shows(void **state)
{
    struct desk *desk = *state;
    struct memory_card *cards;
    grade(desk, FSRS_EASY);
    assert_true(memory_catch_up(&kept.memory));
    assert_int_equal(memory_cards(&kept.memory, "cards", &desk->scratch->arena, &cards), 1);
    assert_string_equal(cards[0].question, "a");
    assert_int_equal(cards[0].card.phase, FSRS_REVIEW);
}

static void grades_are_undone_one_by_one_and_done_again(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < 3; i++)
        grade(desk, FSRS_EASY);
    desk_assert_says(desk, "Four?");
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "Three?");
    desk_assert_says(desk, "Grade undone. The card is back.");
    act(desk, CARDS_UNDO);
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "One?");
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "Nothing to undo.");
    for (int i = 0; i < 3; i++)
        act(desk, CARDS_REDO);
    desk_assert_says(desk, "Four?");
    act(desk, CARDS_REDO);
    desk_assert_says(desk, "Nothing to do again.");
    assert_int_equal(count_events(desk, JOURNAL_UNDO), 3);
    assert_int_equal(count_events(desk, JOURNAL_REDO), 3);
}

static void what_was_said_goes_after_a_while(void **state)
{
    struct desk *desk = *state;
    grade(desk, FSRS_EASY);
    act(desk, CARDS_UNDO);
    kept_pass(desk, CARDS_NOTICE_MS);
    act(desk, ACTION_SHOWN);
    desk_assert_silent(desk, "Grade undone.");
}

static void undo_works_across_a_restart(void **state)
{
    struct desk *desk = *state;
    grade(desk, FSRS_EASY);
    grade(desk, FSRS_AGAIN);
    desk_enter(desk, &screen_home);
    game_drop_study(&desk->game);
    kept_close(desk);
    kept_pass(desk, HOUR_MS);
    kept_open(desk);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    kept_pass(desk, 1000);
    desk_assert_says(desk, "Two?"); // it comes back by the minute
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "Two?");
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "One?");
    desk_assert_says(desk, "Grade undone.");
}

static void a_card_is_hidden_and_put_away(void **state)
{
    struct desk *desk = *state;
    act(desk, CARDS_HIDE);
    desk_assert_says(desk, "Two?");
    desk_assert_says(desk, "Hidden until tomorrow.");
    act(desk, CARDS_SUSPEND);
    desk_assert_says(desk, "Three?");
    desk_assert_says(desk, "Put away for good.");
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "Two?");
    desk_assert_says(desk, "Undone. The card is back.");
    assert_int_equal(count_events(desk, JOURNAL_CARD), 2);
}

static void the_menu_does_what_has_a_key(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(desk_act(desk, CARDS_MENU, 0).to, SCREEN_CARDS_MENU);
    desk->game.asked_of_cards = CARDS_HIDE; // as the menu leaves it
    act(desk, ACTION_SHOWN);
    desk_assert_says(desk, "Two?");
    assert_int_equal(desk->game.asked_of_cards, 0);
    act(desk, ACTION_SHOWN);
    desk_assert_says(desk, "Two?");
}

static void a_swipe_grades_a_card_that_is_turned(void **state)
{
    static const struct {
        enum swipe swipe;
        enum fsrs_rating rating;
    } cases[] = {{SWIPE_LEFT, FSRS_AGAIN},
                 {SWIPE_DOWN, FSRS_HARD},
                 {SWIPE_RIGHT, FSRS_GOOD},
                 {SWIPE_UP, FSRS_EASY}};
    struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct action action = {.id = CARDS_CARD, .swipe = cases[i].swipe};
        desk_send(desk, action); // turns it
        kept_pass(desk, 1000);
        assert_int_equal(desk->game.cards.study.done.grades[cases[i].rating], 0);
        desk_send(desk, action);
        kept_pass(desk, 1000);
        assert_int_equal(desk->game.cards.study.done.grades[cases[i].rating], 1);
    }
    assert_int_equal(cards_swiped_to(SWIPE_NONE), 0);
}

static void the_source_opens_from_the_back_only(void **state)
{
    struct desk *desk = *state;
    act(desk, CARDS_SOURCE);
    assert_null(desk->game.asks_open_url);
    key(desk, KEY_SPACE);
    assert_non_null(desk_area(desk, CARDS_SOURCE, 0));
    act(desk, CARDS_SOURCE);
    assert_string_equal(desk->game.asks_open_url, "https://example.org/");
}

static void all_done_says_so_and_when_cards_come_again(void **state)
{
    struct desk *desk = *state;
    for (int i = 0; i < 5; i++)
        grade(desk, FSRS_EASY);
    desk_assert_says(desk, "Done for today");
    desk_assert_says(desk, "No cards tomorrow.");
    desk_assert_says(desk, "5 cards in 1 minute, 5 of them new.");
    assert_null(desk_area(desk, CARDS_MORE, 0));
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
}

static void a_card_in_learning_is_waited_for(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.new_cards = 1;
    strcpy(desk->game.settings.learning_steps, "40m");
    game_follow_schedule(&desk->game);
    game_drop_study(&desk->game);
    kept_pass(desk, FSRS_DAY_MS);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    kept_pass(desk, 1000);
    grade(desk, FSRS_AGAIN);
    desk_assert_says(desk, "A short break");
    desk_assert_says(desk, "The next card comes in 20 minutes.");
    desk_assert_says(desk, "Learn 4 new cards");
    int64_t wake_ms = screen_cards.wake_ms(desk->self, &desk->game);
    assert_in_range(wake_ms - desk->game.now_ms, 19 * 60 * 1000, 20 * 60 * 1000);
    kept_pass(desk, wake_ms - desk->game.now_ms);
    act(desk, ACTION_TICK);
    desk_assert_says(desk, "One?");
}

static void more_new_cards_are_learned_on_request(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.new_cards = 0;
    game_drop_study(&desk->game);
    kept_pass(desk, FSRS_DAY_MS);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    desk_assert_says(desk, "Nothing due");
    act(desk, CARDS_MORE);
    desk_assert_says(desk, "One?");
    assert_int_equal(desk->game.cards.study.left.new_cards, 5);
}

static void cramming_says_that_the_schedule_stays(void **state)
{
    struct desk *desk = *state;
    struct memory_card *cards;
    act(desk, CARDS_CRAM);
    desk_assert_says(desk, "Cramming: Cards");
    desk_assert_says(desk, "The schedule stays as it is.");
    for (int i = 0; i < 5; i++)
        grade(desk, FSRS_GOOD);
    desk_assert_says(desk, "Through with all cards");
    assert_true(memory_catch_up(&kept.memory));
    assert_int_equal(memory_cards(&kept.memory, "cards", &desk->scratch->arena, &cards), 0);
    act(desk, CARDS_DUE);
    desk_assert_says(desk, "One?");
    desk_assert_silent(desk, "Cramming");
}

static void a_leech_is_said_and_can_be_looked_at(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.leech_lapses = 1;
    desk->game.settings.new_place = DECK_NEW_AFTER;
    strcpy(desk->game.settings.learning_steps, "");
    game_follow_schedule(&desk->game);
    game_drop_study(&desk->game);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    kept_pass(desk, 1000);
    grade(desk, FSRS_GOOD);
    kept_pass(desk, (int64_t)30 * FSRS_DAY_MS);
    game_drop_study(&desk->game);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    kept_pass(desk, 1000);
    desk_assert_says(desk, "One?");
    grade(desk, FSRS_AGAIN);
    desk_assert_says(desk, "That card slipped away 1 time.");
    assert_non_null(desk_area(desk, CARDS_LOOK, 0));
    act(desk, CARDS_LOOK);
    desk_assert_says(desk, "Eins");
    desk_assert_says(desk, "Keeps slipping away");
    key(desk, '3'); // grades nothing
    desk_assert_says(desk, "Eins");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    desk_assert_silent(desk, "Eins");
    desk_assert_silent(desk, "Zwei");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void the_back_is_made_ready_while_the_front_is_read(void **state)
{
    struct desk *desk = *state;
    struct ui ui = stand_begin(&desk->stand);
    assert_true(screen_cards.foresee(desk->self, &desk->game, 0, &ui));
    desk_assert_says(desk, "Eins");
    desk_assert_says(desk, "in 10 min");
    assert_false(screen_cards.foresee(desk->self, &desk->game, 1, &ui));
    key(desk, KEY_SPACE);
    assert_false(screen_cards.foresee(desk->self, &desk->game, 0, &ui));
}

static void what_cannot_be_saved_is_said(void **state)
{
    struct desk *desk = *state;
    snprintf(kept.journal.fault, sizeof kept.journal.fault,
             "quartet.db cannot be written: disk full");
    act(desk, ACTION_SHOWN);
    desk_assert_says(desk, "Answers are not saved. quartet.db cannot be written");
    kept.journal.fault[0] = '\0';
}

static void without_a_store_cards_are_learned_all_the_same(void **state)
{
    struct desk *desk = *state;
    kept_close(desk);
    game_drop_study(&desk->game);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    kept_pass(desk, 1000);
    grade(desk, FSRS_EASY);
    desk_assert_says(desk, "Two?");
    assert_true(game_study(&desk->game, DECK_DUE)); // the same one goes on
    desk_enter(desk, &screen_cards);
    desk_assert_says(desk, "Two?");
    act(desk, CARDS_UNDO);
    desk_assert_says(desk, "One?");
    kept_open(desk);
}

static const struct wait_case {
    const char *name, *text, *brief;
    struct fsrs_outcome outcome;
} waits[] = {
    {"seconds", "in 30 s", "30 s", {.wait_ms = 30000}},
    {"a minute", "in 1 min", "1 min", {.wait_ms = 60000}},
    {"minutes", "in 10 min", "10 min", {.wait_ms = 600000}},
    {"minutes, rounded", "in 6 min", "6 min", {.wait_ms = 330000}},
    {"hours", "in 3 hours", "3 h", {.wait_ms = 10800000}},
    {"a day", "in 1 day", "1 d", {.interval_days = 1}},
    {"days", "in 12 days", "12 d", {.interval_days = 12}},
    {"two months are days", "in 59 days", "59 d", {.interval_days = 59}},
    {"months", "in 2 months", "2 mo", {.interval_days = 60}},
    {"parts of months", "in 2.5 months", "2.5 mo", {.interval_days = 75}},
    {"many months", "in 12 months", "12 mo", {.interval_days = 364}},
    {"years", "in 1.5 years", "1.5 y", {.interval_days = 550}},
    {"a hundred years", "in 100 years", "100 y", {.interval_days = 36500}},
};

static void a_wait_is_written(void **state)
{
    const struct wait_case *c = *state;
    struct arena arena = {0};
    assert_string_equal(cards_wait(&c->outcome, false, &arena), c->text);
    assert_string_equal(cards_wait(&c->outcome, true, &arena), c->brief);
    arena_free(&arena);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, kept_teardown)

int main(void)
{
    struct CMUnitTest each[COUNT(waits)] = {0};
    for (size_t i = 0; i < COUNT(waits); i++) {
        each[i].name = waits[i].name;
        each[i].test_func = a_wait_is_written;
        each[i].initial_state = (void *)&waits[i];
    }
    const struct CMUnitTest tests[] = {
        TEST(nothing_stands_out_of_the_margins),
        TEST(a_card_is_turned_and_graded_with_space_alone),
        TEST(nobody_grades_blind),
        TEST(a_second_press_at_once_does_nothing),
        TEST(a_grade_is_on_the_disk_before_the_next_card_shows),
        TEST(grades_are_undone_one_by_one_and_done_again),
        TEST(what_was_said_goes_after_a_while),
        TEST(undo_works_across_a_restart),
        TEST(a_card_is_hidden_and_put_away),
        TEST(the_menu_does_what_has_a_key),
        TEST(a_swipe_grades_a_card_that_is_turned),
        TEST(the_source_opens_from_the_back_only),
        TEST(all_done_says_so_and_when_cards_come_again),
        TEST(a_card_in_learning_is_waited_for),
        TEST(more_new_cards_are_learned_on_request),
        TEST(cramming_says_that_the_schedule_stays),
        TEST(a_leech_is_said_and_can_be_looked_at),
        TEST(the_back_is_made_ready_while_the_front_is_read),
        TEST(what_cannot_be_saved_is_said),
        TEST(without_a_store_cards_are_learned_all_the_same),
    };
    int failed = cmocka_run_group_tests_name("waits", each, NULL, NULL);
    return failed + cmocka_run_group_tests_name("cards", tests, NULL, NULL);
}
