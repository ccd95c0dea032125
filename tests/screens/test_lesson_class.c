// A lesson with a class: pupils who were not dealt to teams, and what is due for it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/lesson.h"

static const char questions[] =
    "[{\"question\": \"Capital of Peru?\", \"answer\": \"Lima\", \"wrong\": [\"Cusco\"],"
    "  \"tags\": [\"South\"]},"
    " {\"question\": \"Capital of Chile?\", \"answer\": \"Santiago\", \"wrong\": [\"Arica\"],"
    "  \"tags\": [\"South\"]},"
    " {\"question\": \"Capital of Cuba?\", \"answer\": \"Havana\", \"wrong\": [\"Holguin\"],"
    "  \"tags\": [\"North\"]},"
    " {\"question\": \"Capital of Haiti?\", \"answer\": \"Port-au-Prince\", \"wrong\": "
    "[\"Jacmel\"],"
    "  \"tags\": [\"North\"]}]";

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    return 0;
}

static struct class_teams two_teams(enum contest_mode mode)
{
    static const int second[] = {1};
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.teams[0] = (struct team){.name = "Owls"};
    teams.teams[1] = (struct team){.name = "Foxes", .mark = 1, .pupils = second};
    teams.wish.mode = (int)mode;
    return teams;
}

/// With Ada and Ben.
static void begin(struct desk *desk, const struct class_teams *teams)
{
    static struct class_pupil pupils[] = {{"Ada", false}, {"Ben", false}};
    const struct class_list list = {pupils, 2};
    const struct lesson_setup setup = {
        .pupils = &list, .teams = teams, .is_class = true, .seed = 3};
    assert_true(lesson_run_begin(&desk->game, &setup, desk->stand.now_ms));
}

static const struct contest *lesson(const struct desk *desk)
{
    return &desk->game.run.contest;
}

/// Does it once keys count again.
static void act(struct desk *desk, int id)
{
    desk->stand.now_ms += LESSON_LOCK_MS;
    desk_act(desk, id, 0);
}

/// Ada is wrong, says the judge, and right, says the host.
static void overrule_ada(struct desk *desk)
{
    desk_enter(desk, &screen_lesson);
    if (contest_round(lesson(desk))->pupil > 0)
        act(desk, LESSON_LATER);
    act(desk, LESSON_WRONG);
    desk_assert_says(desk, "Ada: not right");
    act(desk, LESSON_OVERRULE);
    desk_assert_says(desk, "Ada: right");
    assert_int_equal(contest_round(lesson(desk))->own.credit, CREDIT_FULL);
}

static void pupils_who_were_not_dealt_play_without_teams(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_PUPILS);
    begin(desk, &teams);
    assert_int_equal(lesson(desk)->rules.team_count, 0);
    overrule_ada(desk);
}

static void a_pupil_in_no_team_is_overruled_too(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_PUPILS);
    teams.teams[1].pupil_count = 1; // Ben
    begin(desk, &teams);
    assert_int_equal(lesson(desk)->rules.team_count, 2);
    overrule_ada(desk);
}

static void a_board_has_what_is_due(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    begin(desk, &teams);
    desk_enter(desk, &screen_lesson);
    const struct question *missed = contest_round(lesson(desk))->ask.question;
    while (missed->topics[0] == 0) { // of what would be on the board anyway
        lesson_send(desk->self, &desk->game, (struct contest_event){.type = CONTEST_REVEAL},
                    desk->stand.now_ms);
        act(desk, LESSON_NEXT);
        missed = contest_round(lesson(desk))->ask.question;
    }
    act(desk, LESSON_WRONG);
    act(desk, LESSON_NEXT);
    lesson_run_close(&desk->game);
    kept_pass(desk, INT64_C(3) * 24 * 3600 * 1000);
    memory_catch_up(&kept.memory); // as Home does
    teams.wish.mode = CONTEST_BOARD;
    teams.wish.questions = 1;
    teams.wish.is_due_first = true;
    begin(desk, &teams);
    assert_ptr_equal(lesson(desk)->rounds[0].ask.question, missed);
}

#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(pupils_who_were_not_dealt_play_without_teams),
        WITH_DESK(a_pupil_in_no_team_is_overruled_too),
        WITH_DESK(a_board_has_what_is_due),
    };
    return cmocka_run_group_tests_name("lesson_class", tests, NULL, NULL);
}
