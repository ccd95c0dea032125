#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/lesson.h"
#include "screens/report.h"

static const char questions[] =
    "[{\"id\": \"a\", \"question\": \"One?\", \"answer\": \"Paris\", \"wrong\": [\"Lyon\"]},"
    "{\"id\": \"b\", \"question\": \"Two?\", \"answer\": \"Rome\", \"wrong\": [\"Pisa\"]}]";

/// A lesson of two questions for two teams, both of which are right at first.
static void begin_lesson(struct desk *desk)
{
    struct class_teams teams = {.count = 2, .wish = lesson_wish_usual()};
    const struct lesson_setup setup = {.teams = &teams, .seed = 1};
    kept_begin(desk, questions);
    teams.wish.mode = CONTEST_TURNS;
    teams.wish.questions = 2;
    for (int i = 0; i < teams.count; i++)
        teams.teams[i] = (struct team){.name = i ? "Owls" : "Foxes", .mark = i};
    assert_true(lesson_run_begin(&desk->game, &setup, desk->game.now_ms));
    desk_enter(desk, &screen_lesson);
}

static void answer_both(struct desk *desk)
{
    for (int i = 0; i < 2; i++) {
        kept_pass(desk, 2000);
        desk_act(desk, LESSON_WRONG, 0);
        kept_pass(desk, 2000);
        desk_act(desk, LESSON_NEXT, 0);
    }
    assert_int_equal(desk->game.run.contest.phase, CONTEST_DONE);
}

static void the_end_leads_to_the_report(void **state)
{
    struct desk *desk = *state;
    begin_lesson(desk);
    assert_int_equal(desk_key(desk, 'e').kind, STEP_STAY); // not yet
    assert_null(desk_area(desk, LESSON_REPORT, 0));
    answer_both(desk);
    assert_string_equal(desk_area(desk, LESSON_REPORT, 0)->name, "Report");
    struct step step = desk_key(desk, 'e');
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_REPORT);
    desk_enter(desk, &screen_report);
    desk_assert_says(desk, "Lesson 1 of 1");
    desk_assert_says(desk, "Right on average: 0%.");
    desk_assert_says(desk, "0%, 0 of 1");
}

static void the_button_does_not_lie_on_the_primary(void **state)
{
    static const int sizes[][3] = {{1920, 1080, 100},
                                   {1024, 768, 200},
                                   {640, 360, 200},
                                   {720, 1280, 200},
                                   {360, 360, 130}};
    struct desk *desk = *state;
    begin_lesson(desk);
    answer_both(desk);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        desk->stand.look.width = sizes[i][0];
        desk->stand.look.height = sizes[i][1];
        desk->stand.look.text_percent = sizes[i][2];
        desk_act(desk, ACTION_SHOWN, 0);
        struct rect report = desk_area(desk, LESSON_REPORT, 0)->rect;
        struct rect next = desk_area(desk, LESSON_NEXT, 0)->rect;
        assert_true(report.x + report.w <= next.x || report.y + report.h <= next.y);
        assert_true(report.y >= 0 && report.x + report.w <= (float)sizes[i][0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_end_leads_to_the_report, desk_setup, kept_teardown),
        cmocka_unit_test_setup_teardown(the_button_does_not_lie_on_the_primary, desk_setup,
                                        kept_teardown),
    };
    return cmocka_run_group_tests_name("lesson_report", tests, NULL, NULL);
}
