// Buzzers are tried, and given to other teams, before a lesson and in it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/buzzers.h"
#include "screens/lesson_desk.h"
#include "screens/teams_page.h"
#include "ui/control.h"

enum { PAD_1 = BUZZER_PADS + 1, PAD_2 = BUZZER_PADS + 2, PAD_3 = BUZZER_PADS + 3 };

/// A lesson with Owls on Q and Foxes on the second gamepad, without its screen, which would end
/// it when it goes.
static void begin_below(struct desk *desk, struct class_teams teams)
{
    desk_enter(desk, &screen_home);
    for (int i = 0; i < teams.count; i++)
        teams.teams[i].pupil_count = 0;
    assert_true(lesson_run_begin(
        &desk->game, &(struct lesson_setup){.teams = &teams, .seed = 3}, desk->stand.now_ms));
}

static void open(struct desk *desk, enum buzzers_why why)
{
    assert_int_equal(buzzers_open_for_lesson(&desk->game, why).to, SCREEN_BUZZERS);
    desk_enter(desk, &screen_buzzers);
}

static void begin_and_open(struct desk *desk)
{
    begin_below(desk, two_teams(CONTEST_BUZZ));
    open(desk, BUZZERS_ASKED);
}

static void tell(struct desk *desk, struct contest_event event)
{
    event.at_ms = desk->stand.now_ms;
    assert_true(lesson_run_apply(&desk->game, &event));
}

static struct step hit(struct desk *desk, int key, enum pad button)
{
    return desk_send(desk, (struct action){.id = ACTION_PRESS,
                                           .arg = key,
                                           .pad = key > BUZZER_PADS ? button : PAD_NONE,
                                           .now_ms = desk->stand.now_ms});
}

static int buzzer(const struct desk *desk, int team)
{
    return lesson(desk)->buzzers[team];
}

static void a_buzzer_that_is_pressed_lights_up(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    desk_assert_says(desk, "Buzzer Q");
    desk_assert_says(desk, "Buzzer Pad 2");
    desk_assert_silent(desk, "pressed");
    assert_true(hit(desk, 'q', PAD_NONE).redraw);
    desk_assert_says(desk, "pressed");
    assert_int_equal(desk->game.asks_tone, TONE_BUZZ);
    desk->stand.now_ms += BUZZERS_LIT_MS + 1;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_silent(desk, "pressed");
    desk_assert_says(desk, "works");
    assert_true(hit(desk, PAD_2, PAD_EAST).redraw); // it is no way back
    desk_assert_says(desk, "pressed");
    assert_false(hit(desk, 'z', PAD_NONE).redraw);
    assert_false(hit(desk, PAD_3, PAD_SOUTH).redraw); // the host's
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void start_leads_back_also_from_the_gamepad_of_a_team(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    assert_int_equal(hit(desk, PAD_2, PAD_BACK).kind, STEP_STAY);
    assert_int_equal(hit(desk, PAD_2, PAD_START).kind, STEP_BACK);
    desk_act(desk, BUZZERS_EACH, 0);
    assert_int_equal(hit(desk, PAD_2, PAD_START).kind, STEP_STAY); // while it is asked for
}

static void a_line_that_is_chosen_again_keeps_what_was(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    desk_act(desk, BUZZERS_TEAM, 1);
    desk_act(desk, BUZZERS_TEAM, 0);
    desk_assert_says(desk, "Owls: press a key");
    desk_act(desk, BUZZERS_TEAM, 0);
    desk_assert_silent(desk, "press a key");
    hit(desk, 'd', PAD_NONE);
    assert_int_equal(buzzer(desk, 0), 'q');
}

static void that_all_have_pressed_is_said_of_all_alone(void **state)
{
    static const char all[] = "Each team has pressed its buzzer.";
    struct desk *desk = *state;
    begin_and_open(desk);
    desk_act(desk, BUZZERS_EACH, 0);
    hit(desk, 'd', PAD_NONE);
    hit(desk, KEY_DELETE, PAD_NONE); // has none
    desk_assert_silent(desk, all);
    desk_act(desk, BUZZERS_EACH, 0);
    hit(desk, 'd', PAD_NONE);
    hit(desk, 'h', PAD_NONE);
    desk_assert_says(desk, all);
    desk_act(desk, BUZZERS_UNDO, 0);
    desk_assert_silent(desk, all);
}

static void a_calm_lesson_makes_no_sound_of_it(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_BUZZ);
    teams.wish.is_calm = true;
    begin_below(desk, teams);
    open(desk, BUZZERS_ASKED);
    desk->game.asks_tone = TONE_NONE;
    hit(desk, 'q', PAD_NONE);
    assert_int_equal(desk->game.asks_tone, TONE_NONE);
}

static void a_team_is_given_another_one(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    desk_act(desk, BUZZERS_TEAM, 0);
    desk_assert_says(desk, "Owls: press a key, or a button of a gamepad.");
    hit(desk, PAD_2, PAD_SOUTH);
    desk_assert_says(desk, "Pad 2 is the buzzer of Foxes. Press another one.");
    hit(desk, 'y', PAD_NONE);
    desk_assert_says(desk, "The host needs this key.");
    assert_int_equal(buzzer(desk, 0), 'q');
    assert_false(hit(desk, KEY_ESCAPE, PAD_NONE).redraw);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    hit(desk, 'a', PAD_NONE); // nobody is asked any more
    assert_int_equal(buzzer(desk, 0), 'q');
    desk_act(desk, BUZZERS_TEAM, 0);
    hit(desk, 'd', PAD_NONE);
    assert_int_equal(buzzer(desk, 0), 'd');
    desk_assert_says(desk, "Buzzer D");
    assert_int_equal(lesson_run_team(&desk->game, 'd'), 0);
    assert_int_equal(lesson_run_team(&desk->game, 'q'), CONTEST_NOBODY);
    desk_act(desk, BUZZERS_CLEAR, 0);
    assert_int_equal(buzzer(desk, 0), 0);
    desk_assert_says(desk, "No buzzer");
    assert_null(desk_area(desk, BUZZERS_CLEAR, 0));
    desk_act(desk, BUZZERS_UNDO, 0);
    assert_int_equal(buzzer(desk, 0), 'd');
    desk_act(desk, BUZZERS_UNDO, 0);
    assert_int_equal(buzzer(desk, 0), 'q');
    desk_act(desk, BUZZERS_UNDO, 0); // no more
    desk_send(desk, (struct action){.id = BUZZERS_TEAM, .arg = 1, .edit = EDIT_BACKSPACE});
    assert_int_equal(buzzer(desk, 1), 0);
}

static void back_on_the_pad_that_chose_keeps_what_was(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    assert_false(hit(desk, PAD_3, PAD_SOUTH).redraw);
    desk_act(desk, BUZZERS_TEAM, 0);
    assert_false(hit(desk, PAD_3, PAD_EAST).redraw); // goes on as Back
    assert_int_equal(buzzer(desk, 0), 'q');
    desk_act(desk, ACTION_BACK, 0);
    desk_act(desk, BUZZERS_TEAM, 0);
    assert_true(hit(desk, PAD_1, PAD_EAST).redraw); // another pad, any button
    assert_int_equal(buzzer(desk, 0), PAD_1);
}

static void each_team_presses_once(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    buzzers_note_pad(&desk->game, 1, true);
    desk_act(desk, BUZZERS_EACH, 0);
    desk_assert_says(desk, "Owls: press your buzzer now.");
    hit(desk, PAD_2, PAD_EAST); // that of Foxes until now
    desk_assert_says(desk, "Foxes: press your buzzer now.");
    assert_int_equal(buzzer(desk, 0), PAD_2);
    hit(desk, PAD_2, PAD_EAST);
    desk_assert_says(desk, "Pad 2 is the buzzer of Owls.");
    hit(desk, PAD_1, PAD_EAST);
    assert_int_equal(buzzer(desk, 1), PAD_1);
    desk_assert_says(desk, "Each team has pressed its buzzer.");
    desk_act(desk, BUZZERS_UNDO, 0); // all of it
    assert_int_equal(buzzer(desk, 0), 'q');
    assert_int_equal(buzzer(desk, 1), PAD_2);
    desk_act(desk, BUZZERS_EACH, 0);
    hit(desk, KEY_DELETE, PAD_NONE); // Owls are not there today
    desk_act(desk, ACTION_BACK, 0);
    assert_int_equal(buzzer(desk, 0), 0);
    assert_int_equal(buzzer(desk, 1), PAD_2);
    desk_act(desk, BUZZERS_EACH, 0);
    hit(desk, PAD_2, PAD_SOUTH); // Foxes have none then
    assert_int_equal(buzzer(desk, 1), 0);
    desk_act(desk, BUZZERS_UNDO, 0);
    assert_int_equal(buzzer(desk, 0), 0);
    assert_int_equal(buzzer(desk, 1), PAD_2);
}

static void each_team_presses_any_button_also_of_the_pad_that_chose_so(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    assert_false(hit(desk, PAD_1, PAD_NORTH).redraw);
    desk_act(desk, BUZZERS_EACH, 0);
    assert_true(hit(desk, PAD_1, PAD_EAST).redraw);
    assert_int_equal(buzzer(desk, 0), PAD_1);
    desk_assert_says(desk, "Foxes: press your buzzer now.");
    assert_false(hit(desk, PAD_1, PAD_BACK).redraw); // goes on as Undo
    desk_act(desk, BUZZERS_UNDO, 0);
    assert_int_equal(buzzer(desk, 0), 'q');
}

static void what_the_lesson_refuses_is_no_buzzer(void **state)
{
    struct desk *desk = *state;
    struct buzzers_page *page;
    begin_and_open(desk);
    page = desk->self;
    desk_act(desk, BUZZERS_TEAM, 0);
    tell(desk, (struct contest_event){.type = CONTEST_STOP});
    desk->game.asks_tone = TONE_NONE;
    assert_false(hit(desk, 'd', PAD_NONE).redraw);
    assert_int_equal(desk->game.asks_tone, TONE_NONE);
    assert_false(page->is_tried[0]);
    assert_int_equal(page->undo_count, 0);
    desk_act(desk, BUZZERS_CLEAR, 1);
    assert_int_equal(page->undo_count, 0);
    assert_int_equal(buzzer(desk, 1), PAD_2);
}

static void it_comes_back_with_the_lesson(void **state)
{
    struct desk *desk = *state;
    begin_and_open(desk);
    const struct contest_press presses[] = {{0, desk->stand.now_ms}};
    tell(desk, (struct contest_event){.type = CONTEST_GO});
    tell(desk,
         (struct contest_event){.type = CONTEST_PRESSED, .presses = presses, .press_count = 1});
    tell(desk, (struct contest_event){.type = CONTEST_JUDGE, .credit = CREDIT_FULL});
    desk_act(desk, BUZZERS_TEAM, 0);
    hit(desk, 'd', PAD_NONE);
    assert_true(lesson_run_resume(&desk->game, desk->stand.now_ms));
    assert_int_equal(buzzer(desk, 0), 'd');
    assert_int_equal(buzzer(desk, 1), PAD_2);
    assert_int_equal(score(desk, 0), 1000);
    assert_int_equal(lesson(desk)->phase, CONTEST_SHOWING);
}

static void the_next_lesson_begins_with_it(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_BUZZ);
    const struct class_list none = {0};
    teams.teams[0].pupil_count = teams.teams[1].pupil_count = 0;
    assert_true(classes_write_teams(&kept.journal, kept.journal.learner, &none, &teams, 1));
    begin_and_open(desk);
    desk_act(desk, BUZZERS_TEAM, 0);
    hit(desk, 'd', PAD_NONE);
    desk_enter(desk, &screen_home);
    assert_true(classes_read_teams(&kept.journal, kept.journal.learner, NULL,
                                   &desk->scratch->arena, &teams));
    assert_int_equal(teams.teams[0].buzzer, 'd');
    assert_int_equal(teams.teams[1].buzzer, PAD_2);
    assert_int_equal(teams.wish.mode, CONTEST_BUZZ);
}

static void the_menu_of_a_lesson_leads_there(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    teams.wish.limit_s = 0;
    begin_below(desk, teams);
    tell(desk, (struct contest_event){.type = CONTEST_JUDGE}); // which can be undone
    desk_enter(desk, &screen_lesson_menu);
    desk_assert_says(desk, "Buzzers");
    const struct ui_region *region = &desk->stand.frame.regions[0];
    assert_true(region->content_height <= region->rect.h); // all of it is seen
    assert_int_equal(desk_key(desk, 'b').to, SCREEN_BUZZERS);
    assert_true(desk->game.buzzers.is_of_lesson);
    begin_below(desk, two_teams(CONTEST_HANDS));
    desk_enter(desk, &screen_lesson_menu);
    desk_assert_silent(desk, "Buzzers");
    assert_int_equal(desk_key(desk, 'b').kind, STEP_STAY);
}

static void back_on_a_pad_keeps_the_buzzer_that_was(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_teams);
    const struct teams_page *page = desk->self;
    desk_act(desk, TEAMS_BUZZER, 0);
    struct action east = {.id = ACTION_PRESS, .arg = BUZZER_PADS + 1, .pad = PAD_EAST};
    assert_false(desk_send(desk, east).redraw);
    assert_int_equal(page->teams[0].buzzer, 0);
    east.pad = PAD_SOUTH;
    desk_send(desk, east);
    assert_int_equal(page->teams[0].buzzer, BUZZER_PADS + 1);
}

static void buzzers_that_were_tried_are_taken_over(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_teams);
    const struct teams_page *page = desk->self;
    struct buzzers *buzzers = &desk->game.buzzers;
    desk_act(desk, TEAMS_BUZZER, 0);
    hit(desk, 'q', PAD_NONE);
    int undos = page->undo_count;
    assert_int_equal(desk_act(desk, TEAMS_TRY, 0).to, SCREEN_BUZZERS);
    assert_int_equal(buzzers_count(&desk->game), 2);
    assert_string_equal(buzzers_team(&desk->game, 1).name, "Foxes");
    assert_int_equal(buzzers_team(&desk->game, 0).buzzer, 'q');
    desk_act(desk, ACTION_SHOWN, 0); // back without a change
    assert_int_equal(page->undo_count, undos);
    assert_int_equal(desk_key(desk, 'b').to, SCREEN_BUZZERS);
    buzzers->teams[1].buzzer = 'd';
    desk_act(desk, ACTION_SHOWN, 0);
    assert_int_equal(page->teams[1].buzzer, 'd');
    desk_act(desk, TEAMS_UNDO, 0);
    assert_int_equal(page->teams[1].buzzer, 0);
    desk_act(desk, ACTION_SHOWN, 0); // from something else
    assert_int_equal(page->teams[1].buzzer, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(a_buzzer_that_is_pressed_lights_up),
        WITH_DESK(start_leads_back_also_from_the_gamepad_of_a_team),
        WITH_DESK(a_line_that_is_chosen_again_keeps_what_was),
        WITH_DESK(that_all_have_pressed_is_said_of_all_alone),
        WITH_DESK(a_calm_lesson_makes_no_sound_of_it),
        WITH_DESK(a_team_is_given_another_one),
        WITH_DESK(back_on_the_pad_that_chose_keeps_what_was),
        WITH_DESK(each_team_presses_once),
        WITH_DESK(each_team_presses_any_button_also_of_the_pad_that_chose_so),
        WITH_DESK(what_the_lesson_refuses_is_no_buzzer),
        WITH_DESK(it_comes_back_with_the_lesson),
        WITH_DESK(the_next_lesson_begins_with_it),
        WITH_DESK(the_menu_of_a_lesson_leads_there),
        WITH_DESK(back_on_a_pad_keeps_the_buzzer_that_was),
        WITH_DESK(buzzers_that_were_tried_are_taken_over),
    };
    return cmocka_run_group_tests_name("buzzers", tests, NULL, NULL);
}
