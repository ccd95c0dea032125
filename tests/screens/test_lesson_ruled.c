// A lesson's answer says who gave it, and looks as the host ruled.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/lesson.h"

static const char questions[] =
    "[{\"question\": \"Capital of Peru?\", \"answer\": \"Lima\", \"wrong\": [\"Cusco\"]},"
    " {\"question\": \"Lima is a capital.\", \"answer\": true},"
    " {\"question\": \"Both?\", \"answer\": [\"Lima\", \"Quito\"], \"wrong\": [\"Cusco\"]},"
    " {\"question\": \"Capital of Chile?\", \"type\": \"text\", \"answer\": \"Santiago\"},"
    " {\"question\": \"When?\", \"answer\": 1949},"
    " {\"question\": \"From the north?\", \"order\": [\"Lima\", \"Santiago\", \"Ushuaia\"]},"
    " {\"question\": \"Which?\", \"pairs\": [[\"Peru\", \"Lima\"], [\"Chile\", \"Santiago\"]]},"
    " {\"cloze\": \"It was signed in [[1949]].\"}]";

enum { QUESTIONS = 8 };

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    return 0;
}

static void begin(struct desk *desk)
{
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.teams[0] = (struct team){.name = "Owls", .time_percent = 100};
    teams.teams[1] = (struct team){.name = "Foxes", .mark = 1, .time_percent = 100};
    teams.wish.mode = CONTEST_TURNS;
    teams.wish.questions = QUESTIONS;
    teams.wish.rounds = 1;
    const struct lesson_setup lesson = {.teams = &teams, .seed = 3};
    assert_true(lesson_run_begin(&desk->game, &lesson, desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
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

/// Who is asked answers, rightly or not.
static void give_answer(struct desk *desk, bool is_right)
{
    static const char *const right_year[] = {"1949"}, *const right_city[] = {"Santiago"},
                             *const wrong[] = {"7"};
    const struct ask *ask = &contest_round(lesson(desk))->ask;
    struct answer answer = {.picked = is_right ? 1 : 2, .texts = wrong, .text_count = 1};
    if (ask->question->kind == KIND_MULTI)
        answer.picked = is_right ? 3 : 4;
    if (is_right)
        answer.texts = ask->question->kind == KIND_TEXT ? right_city : right_year;
    for (int i = 0; i < ask->shown_count; i++)
        answer.places[i] = (uint8_t)(is_right ? i : ask->shown_count - 1 - i);
    const struct contest_event event = {
        .type = CONTEST_ANSWER, .at_ms = desk->stand.now_ms, .answer = &answer};
    assert_true(lesson_run_apply(&desk->game, &event));
    desk_send(desk, (struct action){.id = ACTION_SHOWN, .now_ms = desk->stand.now_ms});
}

/// Each answer is taken as right, and then as wrong. Among choices the right one is seen all
/// the same.
static void rule(struct desk *desk, bool is_right)
{
    begin(desk);
    for (int i = 0; i < QUESTIONS; i++) {
        const struct draw_list *drawn = &desk->stand.frame.list;
        enum kind kind = (enum kind)contest_round(lesson(desk))->ask.question->kind;
        bool has_choices = kind == KIND_CHOICE || kind == KIND_TRUEFALSE || kind == KIND_MULTI;
        give_answer(desk, is_right);
        assert_int_equal(lesson(desk)->phase, CONTEST_SHOWING);
        act(desk, LESSON_RIGHT);
        assert_int_equal(stand_shapes(drawn, MASK_CROSS), 0);
        assert_true(stand_shapes(drawn, MASK_CHECK) > 0);
        act(desk, LESSON_WRONG);
        assert_int_equal(stand_shapes(drawn, MASK_CROSS) > 0, !has_choices || !is_right);
        if (has_choices) {
            assert_true(stand_shapes(drawn, MASK_CHECK) > 0);
            desk_assert_says(desk, is_right || kind != KIND_MULTI ? "Right answer" : "Missed");
        }
        act(desk, LESSON_NEXT);
    }
}

static void what_was_wrong_looks_right_when_the_host_says_so(void **state)
{
    rule(*state, false);
}

static void what_was_right_looks_wrong_when_the_host_says_so(void **state)
{
    rule(*state, true);
}

static void an_answer_names_who_gave_it(void **state)
{
    struct desk *desk = *state;
    begin(desk);
    for (int i = 0; i < QUESTIONS; i++) {
        const char *name = lesson_team_name(&desk->game, lesson(desk)->team);
        enum kind kind = (enum kind)contest_round(lesson(desk))->ask.question->kind;
        bool is_in_parts = kind == KIND_ORDER || kind == KIND_MATCH;
        give_answer(desk, false);
        desk_assert_silent(desk, "Your");
        char tag[32];
        snprintf(tag, sizeof tag, is_in_parts ? "%s: " : "%s answered", name);
        if (kind != KIND_CLOZE)
            desk_assert_says(desk, tag);
        act(desk, LESSON_NEXT);
    }
}

#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(what_was_wrong_looks_right_when_the_host_says_so),
        WITH_DESK(what_was_right_looks_wrong_when_the_host_says_so),
        WITH_DESK(an_answer_names_who_gave_it),
    };
    return cmocka_run_group_tests_name("lesson_ruled", tests, NULL, NULL);
}
