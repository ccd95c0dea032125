// Which topics a lesson is about: chosen in its setting up, and remembered.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/teams_page.h"

static const char questions[] =
    "[{\"front\": \"Capital of Peru?\", \"back\": \"Lima\", \"tags\": [\"Cities\"]},"
    "{\"front\": \"Capital of Chile?\", \"back\": \"Santiago\", \"tags\": [\"Cities\"]},"
    "{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"], \"tags\": [\"Sums\"]},"
    "{\"question\": \"Who?\", \"answer\": \"You\", \"wrong\": [\"I\"]}]";

enum { CITIES, SUMS, OTHER };

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    desk_enter(*state, &screen_teams);
    return 0;
}

static struct teams_page *page_of(struct desk *desk)
{
    return desk->self;
}

/// Only this topic stays on.
static void choose(struct desk *desk, int topic)
{
    desk_key(desk, '3');
    desk_act(desk, TEAMS_ALL_TOPICS, 0); // none
    desk_act(desk, TEAMS_TOPIC, topic);
}

static void all_are_asked_about_at_first(void **state)
{
    struct desk *desk = *state;
    desk_key(desk, '2');
    desk_assert_says(desk, "4 questions of this bank can be asked.");
    desk_key(desk, '3');
    desk_assert_says(desk, "4 questions of this bank can be asked.");
    desk_assert_says(desk, "Cities");
    desk_assert_says(desk, "Other");
    desk_act(desk, TEAMS_START, 0);
    assert_int_equal(desk->game.run.contest.round_count, 4);
}

static void a_lesson_asks_about_what_was_chosen(void **state)
{
    struct desk *desk = *state;
    choose(desk, CITIES);
    desk_assert_says(desk, "2 questions of the chosen topics can be asked.");
    desk_act(desk, TEAMS_START, 0);
    assert_int_equal(desk->last.to, SCREEN_LESSON);
    const struct contest *c = &desk->game.run.contest;
    assert_int_equal(c->round_count, 2);
    for (int i = 0; i < 2; i++)
        assert_non_null(strstr(c->rounds[i].ask.question->text, "Capital"));
}

static void a_board_has_no_other_topic(void **state)
{
    struct desk *desk = *state;
    choose(desk, OTHER);
    desk_act(desk, TEAMS_MODE, CONTEST_BOARD);
    desk_act(desk, TEAMS_START, 0);
    assert_int_equal(desk->game.run.log.start.rules.board_columns, 1);
    assert_string_equal(desk->game.run.log.start.topics[0], "Other");
}

static void without_a_topic_nothing_starts(void **state)
{
    struct desk *desk = *state;
    desk_key(desk, '3');
    desk_act(desk, TEAMS_ALL_TOPICS, 0);
    desk_key(desk, '1');
    desk_act(desk, TEAMS_START, 0);
    assert_false(desk->game.run.is_there);
    desk_assert_says(desk, "Choose at least one topic.");
    assert_int_equal(page_of(desk)->tab, TEAMS_TAB_TOPICS); // where that is mended
    desk_act(desk, TEAMS_ALL_TOPICS, 0);
    desk_assert_silent(desk, "Choose at least one topic.");
    desk_act(desk, TEAMS_START, 0);
    assert_int_equal(desk->game.run.contest.round_count, 4);
}

static void hands_count_what_has_choices(void **state)
{
    struct desk *desk = *state;
    desk_act(desk, TEAMS_MODE, CONTEST_HANDS);
    desk_key(desk, '3');
    desk_assert_says(desk, "2 questions of this bank can be asked.");
    choose(desk, CITIES);
    desk_act(desk, TEAMS_START, 0);
    assert_false(desk->game.run.is_there);
    desk_assert_says(desk, "Hands can be counted for choices only");
    assert_int_equal(page_of(desk)->tab, TEAMS_TAB_TOPICS);
}

static void the_choice_is_remembered(void **state)
{
    struct desk *desk = *state;
    choose(desk, SUMS);
    desk_enter(desk, &screen_teams);
    const struct teams_page *page = page_of(desk);
    assert_true(page->topics[SUMS].is_on);
    assert_false(page->topics[CITIES].is_on || page->topics[OTHER].is_on);
    desk_act(desk, TEAMS_START, 0);
    assert_int_equal(desk->game.run.contest.round_count, 1);
    desk_key(desk, '3');
    desk_act(desk, TEAMS_TOPIC, SUMS); // none is no choice to remember
    desk_enter(desk, &screen_teams);
    assert_true(page_of(desk)->topics[SUMS].is_on);
    assert_false(page_of(desk)->topics[CITIES].is_on);
}

static void a_choice_is_of_its_bank(void **state)
{
    struct desk *desk = *state;
    choose(desk, SUMS);
    desk_enter(desk, &screen_home);
    desk_add_bank(desk, "sums.json", "Sums",
                  "[{\"front\": \"1 + 1\", \"back\": \"2\", \"tags\": [\"Sums\"]},"
                  "{\"front\": \"1 - 1\", \"back\": \"0\", \"tags\": [\"Less\"]}]");
    assert_true(game_choose_bank(&desk->game, 1));
    desk_enter(desk, &screen_teams);
    assert_true(teams_page_has_all_topics(page_of(desk)));
    assert_true(game_choose_bank(&desk->game, 0));
    desk_enter(desk, &screen_teams);
    assert_false(teams_page_has_all_topics(page_of(desk)));
}

static void another_bank_has_other_topics(void **state)
{
    struct desk *desk = *state;
    choose(desk, SUMS);
    desk_add_bank(desk, "more.json", "More",
                  "[{\"front\": \"1 + 1\", \"back\": \"2\", \"tags\": [\"Sums\"]},"
                  "{\"front\": \"1 - 1\", \"back\": \"0\", \"tags\": [\"Less\"]}]");
    assert_true(game_choose_bank(&desk->game, 1));
    desk_act(desk, ACTION_RELOADED, 0);
    desk_assert_says(desk, "Less");
    desk_assert_says(desk, "2 questions of this bank can be asked.");
}

static void topics_that_are_gone_leave_all(void **state)
{
    struct desk *desk = *state;
    choose(desk, SUMS);
    desk_key(desk, '1');
    struct class_teams teams;
    struct class_list nobody = {0};
    desk_enter(desk, &screen_home);
    assert_true(classes_read_teams(&kept.journal, "me", NULL, &desk->scratch->arena, &teams));
    assert_int_equal(teams.topics.count, 1);
    static const char *const gone[] = {"Rivers"};
    teams.topics.names = gone;
    assert_true(classes_write_teams(&kept.journal, "me", &nobody, &teams, 1));
    desk_enter(desk, &screen_teams);
    assert_true(teams_page_has_all_topics(page_of(desk)));
}

static void a_pad_turns_the_pages(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(desk_act(desk, TEAMS_TURN, -1).redraw, false);
    desk_act(desk, TEAMS_TURN, 1);
    assert_int_equal(page_of(desk)->tab, TEAMS_TAB_LESSON);
    desk_act(desk, TEAMS_TURN, 1);
    assert_int_equal(page_of(desk)->tab, TEAMS_TAB_TOPICS);
    assert_int_equal(desk->stand.state.focus.id, TEAMS_ALL_TOPICS);
    assert_int_equal(desk_act(desk, TEAMS_TURN, 1).redraw, false);
    desk_act(desk, TEAMS_TAB, TEAMS_TAB_LESSON);
    desk_act(desk, TEAMS_ALL_TOPICS, 0); // elsewhere its key means nothing
    assert_true(teams_page_has_all_topics(page_of(desk)));
}

static void one_topic_is_no_choice(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "one.json", "One", "[{\"front\": \"1 + 1\", \"back\": \"2\"}]");
    assert_true(game_choose_bank(&desk->game, 1));
    desk_enter(desk, &screen_teams);
    assert_null(desk_area(desk, TEAMS_TAB, TEAMS_TAB_TOPICS));
    desk_key(desk, '3');
    assert_int_equal(page_of(desk)->tab, TEAMS_TAB_TEAMS);
    const struct shortcut third = {.id = TEAMS_TAB, .arg = TEAMS_TAB_TOPICS};
    assert_false(screen_teams.works(desk->self, &desk->game, NULL, &third));
    assert_true(game_choose_bank(&desk->game, 0));
    desk_enter(desk, &screen_teams);
    assert_true(screen_teams.works(desk->self, &desk->game, NULL, &third));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(all_are_asked_about_at_first),  TEST(a_lesson_asks_about_what_was_chosen),
        TEST(a_board_has_no_other_topic),    TEST(without_a_topic_nothing_starts),
        TEST(hands_count_what_has_choices),  TEST(the_choice_is_remembered),
        TEST(a_choice_is_of_its_bank),       TEST(topics_that_are_gone_leave_all),
        TEST(another_bank_has_other_topics), TEST(a_pad_turns_the_pages),
        TEST(one_topic_is_no_choice),
    };
    return cmocka_run_group_tests_name("teams_topics", tests, NULL, NULL);
}
