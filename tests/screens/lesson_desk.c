#include "screens/lesson_desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char questions[] =
    "[{\"question\": \"Capital of Peru?\", \"answer\": \"Lima\", \"wrong\": [\"Cusco\"],"
    "  \"explanation\": \"On the coast.\", \"tags\": [\"South\"]},"
    " {\"question\": \"Capital of Chile?\", \"type\": \"text\", \"answer\": \"Santiago\","
    "  \"tags\": [\"South\"]},"
    " {\"question\": \"Capital of Cuba?\", \"answer\": \"Havana\", \"wrong\": [\"Holguin\"],"
    "  \"tags\": [\"North\"]},"
    " {\"front\": \"Capital of Haiti?\", \"back\": \"Port-au-Prince\", \"tags\": [\"North\"]}]";

static struct class_pupil pupils[] = {{"Ada", false}, {"Ben", false}, {"Cleo", true}};

int lesson_desk_setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, questions);
    buzzers_note_pad(&((struct desk *)*state)->game, 2, true);
    return 0;
}

struct class_teams two_teams(enum contest_mode mode)
{
    static const int first[] = {0}, second[] = {1};
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.teams[0] = (struct team){
        .name = "Owls", .buzzer = 'q', .time_percent = 100, .pupils = first, .pupil_count = 1};
    teams.teams[1] = (struct team){.name = "Foxes",
                                   .mark = 1,
                                   .buzzer = BUZZER_PADS + 2,
                                   .time_percent = 150,
                                   .pupils = second,
                                   .pupil_count = 1};
    teams.wish.mode = (int)mode;
    teams.wish.questions = QUESTIONS;
    return teams;
}

void begin_with(struct desk *desk, const struct class_teams *teams)
{
    struct class_list list = {pupils, 3};
    desk_enter(desk, &screen_home); // which leaves the lesson before
    assert_true(lesson_run_begin(
        &desk->game,
        &(struct lesson_setup){.pupils = &list, .teams = teams, .is_class = true, .seed = 3},
        desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
    desk->stand.now_ms += LESSON_LOCK_MS;
}

void begin(struct desk *desk, enum contest_mode mode)
{
    struct class_teams teams = two_teams(mode);
    begin_with(desk, &teams);
}

const struct contest *lesson(const struct desk *desk)
{
    return &desk->game.run.contest;
}

void act(struct desk *desk, int id, int arg)
{
    desk->stand.now_ms += LESSON_LOCK_MS;
    desk_act(desk, id, arg);
}

void reveal(struct desk *desk)
{
    lesson_send(desk->self, &desk->game, (struct contest_event){.type = CONTEST_REVEAL},
                desk->stand.now_ms);
}

void press(struct desk *desk, int buzzer, int64_t pressed_ms)
{
    desk_send(desk, (struct action){.id = ACTION_PRESS,
                                    .arg = buzzer,
                                    .pressed_ms = pressed_ms,
                                    .now_ms = desk->stand.now_ms});
}

void pass_ms(struct desk *desk, int64_t ms)
{
    desk->stand.now_ms += ms;
    desk_act(desk, ACTION_TICK, 0);
}

int64_t score(const struct desk *desk, int team)
{
    return score_total(lesson(desk)->scores[team]);
}
