// Who plays: a new learner, and back to the others.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/home.h"
#include "screens/kept.h"
#include "screens/learners.h"

static const char questions[] = "[{\"front\": \"Capital of Peru?\", \"back\": \"Lima\"},\n"
                                "{\"front\": \"Capital of Cuba?\", \"back\": \"Havana\"},\n"
                                "{\"question\": \"Capital of France?\", \"answer\": \"Paris\","
                                " \"wrong\": [\"Lyon\", \"Nice\"]}]";

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    return 0;
}

static void type(struct desk *desk, int id, const char *text)
{
    desk_send(desk, (struct action){.id = id, .edit = EDIT_INSERT, .text = text});
}

static void a_new_learner_begins_and_the_old_one_comes_back(void **state)
{
    struct desk *desk = *state;
    kept_grade(desk);
    assert_int_equal(kept_seen(desk), 1);
    kept_play_as(desk, "  Ana ");
    assert_string_equal(kept.journal.learner, "Ana");
    assert_string_equal(desk->game.settings.learner, "Ana");
    assert_true(desk->game.settings_changed);
    assert_int_equal(kept_seen(desk), 0);
    kept_grade(desk);
    kept_grade(desk);
    assert_int_equal(kept_seen(desk), 2);
    desk_enter(desk, &screen_learners);
    desk_assert_says(desk, "plays now");
    assert_int_equal(desk->stand.state.focus.id, LEARNERS_ROW);
    assert_int_equal(desk->stand.state.focus.arg, 1);
    assert_int_equal(desk_act(desk, LEARNERS_ROW, 1).kind, STEP_BACK); // Ana herself
    assert_int_equal(desk_act(desk, LEARNERS_ROW, 0).kind, STEP_HOME);
    assert_string_equal(desk->game.settings.learner, "me");
    assert_int_equal(kept_seen(desk), 1);
}

static void names_that_do_not_do_are_said(void **state)
{
    struct desk *desk = *state;
    char name[80] = {0};
    desk_enter(desk, &screen_learners);
    assert_int_equal(desk->stand.state.focus.id, LEARNERS_FIELD);
    desk_act(desk, LEARNERS_ADD, 0); // as with a pad: to the field first
    assert_int_equal(desk->last.focus.id, LEARNERS_FIELD);
    desk_act(desk, LEARNERS_ADD, 0);
    desk_assert_says(desk, "Type a name first.");
    type(desk, LEARNERS_FIELD, " ");
    desk_assert_silent(desk, "Type a name first.");
    desk_act(desk, LEARNERS_ADD, 0);
    desk_assert_says(desk, "Type a name first.");
    memset(name, 'x', sizeof desk->game.settings.learner);
    type(desk, LEARNERS_FIELD, name);
    desk_act(desk, LEARNERS_ADD, 0);
    desk_assert_says(desk, "This name is too long.");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY); // typing ends first
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
    assert_string_equal(kept.journal.learner, "me");
}

static void each_has_an_unfinished_quiz_of_their_own(void **state)
{
    struct desk *desk = *state;
    const struct answer answer = {.picked = 1};
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, 0));
    game_apply(&desk->game, EVENT_ANSWER, 10, &answer);
    int count = desk->game.session.turn_count;
    kept_play_as(desk, "Ana");
    assert_false(desk->game.has_quiz);
    desk_enter(desk, &screen_home);
    desk_assert_silent(desk, "You stopped");
    kept_play_as(desk, "me");
    assert_true(desk->game.has_quiz);
    assert_int_equal(desk->game.session.turn_count, count);
    assert_true(desk->game.session.turns[0].is_answered);
}

static void the_schedule_of_the_settings_is_that_of_a_new_one_too(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.retention_percent = 85;
    game_follow_schedule(&desk->game);
    kept_play_as(desk, "Ana");
    assert_true(memory_open(&kept.memory, &kept.journal)); // as at the next start
    assert_float_equal(kept.memory.options.fsrs.retention, 0.85, 1e-9);
}

static void home_shows_and_changes_the_learner_of_several(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    assert_null(desk_area(desk, HOME_LEARNER, 0));
    assert_int_equal(desk_key(desk, 'w').kind, STEP_STAY);
    kept_play_as(desk, "Anastasia");
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Anastasia");
    assert_non_null(desk_area(desk, HOME_LEARNER, 0));
    assert_int_equal(desk_key(desk, 'w').to, SCREEN_LEARNERS);
}

static void the_learner_is_the_same_after_a_restart(void **state)
{
    struct desk *desk = *state;
    struct settings settings;
    const char *path = scratch_path(desk->scratch, "settings.json");
    kept_play_as(desk, "Jörg \"J\"");
    assert_true(settings_save(&desk->game.settings, path, &desk->scratch->diags));
    settings = settings_load(path, &desk->scratch->diags);
    assert_string_equal(settings.learner, "Jörg \"J\"");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

static int mistakes(struct desk *desk)
{
    desk_enter(desk, &screen_home);
    desk_act(desk, ACTION_TICK, 0);
    return desk->game.back.mistakes.all;
}

static void mistakes_and_days_are_those_of_who_plays(void **state)
{
    struct desk *desk = *state;
    struct fsrs_outcome outcome;
    assert_true(game_study(&desk->game, DECK_DUE));
    assert_non_null(game_study_card(&desk->game));
    assert_true(
        game_study_grade(&desk->game, (struct study_grade){FSRS_AGAIN, 1000}, &outcome));
    assert_int_equal(mistakes(desk), 1);
    desk_assert_says(desk, "1 day ");
    kept_play_as(desk, "Ana");
    assert_int_equal(mistakes(desk), 0);
    desk_assert_silent(desk, "1 day ");
    kept_play_as(desk, "me");
    assert_int_equal(mistakes(desk), 1);
    // As when a backup is gone back to.
    assert_true(db_run(&kept.journal.db, "DELETE FROM event WHERE question NOTNULL"));
    assert_true(memory_rebuild(&kept.memory));
    desk->game.back = (struct look_back){0};
    assert_true(game_play_as(&desk->game, "me"));
    assert_int_equal(mistakes(desk), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_learner_begins_and_the_old_one_comes_back),
        TEST(names_that_do_not_do_are_said),
        TEST(each_has_an_unfinished_quiz_of_their_own),
        TEST(the_schedule_of_the_settings_is_that_of_a_new_one_too),
        TEST(home_shows_and_changes_the_learner_of_several),
        TEST(the_learner_is_the_same_after_a_restart),
        TEST(mistakes_and_days_are_those_of_who_plays),
    };
    return cmocka_run_group_tests_name("learners", tests, NULL, NULL);
}
