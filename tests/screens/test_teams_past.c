// What past lessons of a class are good for in setting up the next: balanced teams, a report.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/teams_page.h"
#include "store/class_load.h"
#include "store/forget.h"

static const char questions[] = "[{\"front\": \"1\", \"back\": \"1\"},"
                                "{\"front\": \"2\", \"back\": \"2\"},"
                                "{\"front\": \"3\", \"back\": \"3\"},"
                                "{\"front\": \"4\", \"back\": \"4\"}]";

enum { PUPILS = 4, STRONG = 2, DEALS = 20 };

static struct class_pupil pupils[PUPILS] = {
    {"Ada", false}, {"Ben", false}, {"Cleo", false}, {"Dan", false}};
static const struct class_list class_8b = {pupils, PUPILS};

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    kept_begin(desk, questions);
    assert_true(classes_write(&kept.journal, "8b", &class_8b, 1));
    strcpy(desk->game.lesson.class_name, "8b");
    return 0;
}

static void send(struct desk *desk, enum contest_event_type type, int credit)
{
    lesson_run_apply(
        &desk->game,
        &(struct contest_event){.type = type, .credit = credit, .at_ms = desk->stand.now_ms});
}

/// Plays the lesson to its end; of pupils the first two know it, teams do not.
static void play(struct desk *desk)
{
    const struct contest *c = &desk->game.run.contest;
    for (int i = 0; i < 2 * PUPILS && c->phase != CONTEST_DONE; i++) {
        int pupil = contest_round(c)->pupil;
        send(desk, CONTEST_JUDGE, pupil >= 0 && pupil < STRONG ? CREDIT_FULL : 0);
        send(desk, CONTEST_REVEAL, 0); // of what is for all teams
        send(desk, CONTEST_NEXT, 0);
    }
    assert_int_equal(c->phase, CONTEST_DONE);
}

/// A lesson in which each pupil is drawn once.
static void give_lesson(struct desk *desk)
{
    const struct class_teams nobody = {.wish = {.mode = CONTEST_PUPILS, .questions = PUPILS}};
    assert_true(game_play_as(&desk->game, "8b"));
    assert_true(lesson_run_begin(
        &desk->game,
        &(struct lesson_setup){
            .pupils = &class_8b, .teams = &nobody, .is_class = true, .seed = 5},
        desk->stand.now_ms));
    play(desk);
    lesson_run_close(&desk->game);
    assert_true(game_play_as(&desk->game, "me"));
}

/// In how many of the deals each team has as many who are strong.
static int count_even(struct desk *desk, enum teams_way way)
{
    const struct teams_page *page = desk->self;
    int even = 0;
    for (int i = 0; i < DEALS; i++) {
        desk_act(desk, TEAMS_DEAL, (int)way);
        const struct team *first = &page->teams[0];
        assert_int_equal(first->pupil_count, PUPILS / 2);
        even += (first->pupils[0] < STRONG) != (first->pupils[1] < STRONG);
    }
    return even;
}

static void each_team_has_one_who_is_strong(void **state)
{
    struct desk *desk = *state;
    give_lesson(desk);
    desk_enter(desk, &screen_teams);
    assert_int_equal(count_even(desk, TEAMS_BALANCED), DEALS);
    assert_in_range(count_even(desk, TEAMS_RANDOM), 1, DEALS - 1); // chance alone does not
}

static void without_a_lesson_chance_decides(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_teams);
    assert_in_range(count_even(desk, TEAMS_BALANCED), 1, DEALS - 1);
}

static void a_class_with_a_lesson_has_a_report(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_teams);
    assert_null(desk_area(desk, TEAMS_REPORT, 0));
    assert_int_equal(desk_key(desk, 'e').kind, STEP_STAY);
    give_lesson(desk);
    desk_enter(desk, &screen_teams);
    assert_non_null(desk_area(desk, TEAMS_REPORT, 0));
    assert_int_equal(desk_key(desk, 'e').to, SCREEN_REPORT);
    desk->game.lesson.class_name[0] = '\0'; // no class has no report
    desk_act(desk, ACTION_SHOWN, 0);
    assert_null(desk_area(desk, TEAMS_REPORT, 0));
    strcpy(desk->game.lesson.class_name, "8b");
    desk_act(desk, ACTION_SHOWN, 0);
    desk_act(desk, TEAMS_REPORT, 0);
    assert_string_equal(desk->game.report_of, "8b");
    desk_enter(desk, &screen_report); // "me" plays
    desk_assert_says(desk, "8b");
    desk_assert_says(desk, "Lesson 1 of 1");
}

/// What a learner has events of: lessons, and teams that were kept.
static int count_lessons(const char *learner)
{
    struct arena arena = {0};
    struct journal reader = kept.journal;
    int64_t *games;
    assert_true(journal_switch(&kept.journal, learner));
    reader.learner_id = kept.journal.learner_id;
    int count = lesson_log_list(&reader, &arena, &games);
    arena_free(&arena);
    return count;
}

static void guests_are_in_no_report_of_the_class_that_plays(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams;
    give_lesson(desk);
    assert_true(game_play_as(&desk->game, "8b"));
    desk_enter(desk, &screen_teams);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    desk->game.lesson.class_name[0] = '\0';
    desk_enter(desk, &screen_home); // which keeps the teams of 8b
    desk_enter(desk, &screen_teams);
    desk->game.lesson.class_name[0] = '\0'; // now guests play
    desk_act(desk, ACTION_SHOWN, 0);
    desk_act(desk, TEAMS_ADD, 0);
    desk_act(desk, TEAMS_START, 0);
    assert_true(desk->game.run.is_there);
    assert_string_equal(kept.journal.learner, "me");
    play(desk);
    desk_enter(desk, &screen_home);
    assert_int_equal(desk->game.outlook.seen, 0); // no card of a person moves
    assert_int_equal(count_lessons("8b"), 1);
    assert_int_equal(count_lessons("me"), 1);
    assert_true(
        classes_read_teams(&kept.journal, "8b", &class_8b, &desk->scratch->arena, &teams));
    assert_int_equal(teams.count, 2);
    assert_int_equal(teams.teams[0].pupil_count, PUPILS / 2);
}

static void guests_play_as_somebody_also_where_there_are_classes_alone(void **state)
{
    struct desk *desk = *state;
    struct forget me = {.learner = "me"};
    struct diags diags = {.arena = &desk->scratch->arena};
    const char *backup;
    assert_true(game_play_as(&desk->game, "8b"));
    assert_true(forget(&kept.memory, &me, game_wall(&desk->game), &backup, &diags));
    assert_string_equal(lesson_learner(&desk->game, NULL, &desk->scratch->arena), "me");
    assert_string_equal(lesson_learner(&desk->game, "8b", &desk->scratch->arena), "8b");
    assert_true(game_play_as(&desk->game, "Eve"));
    assert_string_equal(lesson_learner(&desk->game, NULL, &desk->scratch->arena), "Eve");
    assert_true(game_play_as(&desk->game, "8b"));
    assert_string_equal(lesson_learner(&desk->game, NULL, &desk->scratch->arena), "Eve");
}

static void what_is_forgotten_weighs_nothing(void **state)
{
    struct desk *desk = *state;
    const char *backup;
    struct teams_pupil known[PUPILS];
    struct diags diags = {.arena = &desk->scratch->arena};
    give_lesson(desk);
    class_load_pupils(&kept.journal, "8b", &desk->game.library, &class_8b, known);
    assert_int_equal(known[0].right, 1);
    assert_true(game_forget(&desk->game, FORGET_CLASS, &backup, &diags));
    assert_true(classes_write(&kept.journal, "8b", &class_8b, 1)); // the same names
    class_load_pupils(&kept.journal, "8b", &desk->game.library, &class_8b, known);
    for (int i = 0; i < PUPILS; i++)
        assert_int_equal(known[i].answered, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_team_has_one_who_is_strong),
        TEST(without_a_lesson_chance_decides),
        TEST(a_class_with_a_lesson_has_a_report),
        TEST(guests_are_in_no_report_of_the_class_that_plays),
        TEST(guests_play_as_somebody_also_where_there_are_classes_alone),
        TEST(what_is_forgotten_weighs_nothing),
    };
    return cmocka_run_group_tests_name("teams_past", tests, NULL, NULL);
}
