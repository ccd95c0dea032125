// Setting a lesson up: who plays, with which buzzers, and how.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/contest.h"
#include "screens/kept.h"
#include "screens/teams_page.h"
#include "ui/control.h"

#define CARD(n) "{\"front\": \"Card " n "\", \"back\": \"" n "\"}"

static const char questions[] = "[" CARD("1") "," CARD("2") "," CARD("3") "," CARD("4") "]";

enum { QUESTIONS = 4 };

static struct class_pupil pupils[] = {
    {"Ada", false}, {"Ben", false}, {"Cleo", true}, {"Dan", false}, {"Eve", false}};

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    kept_begin(desk, questions);
    assert_true(classes_write(&kept.journal, "8b", &(struct class_list){pupils, 5},
                              game_wall(&desk->game).at_ms));
    desk_enter(desk, &screen_teams);
    return 0;
}

static void open_for_8b(struct desk *desk)
{
    strcpy(desk->game.lesson.class_name, "8b");
    desk_act(desk, ACTION_SHOWN, 0);
}

static void insert(struct desk *desk, int id, int arg, const char *text)
{
    desk_send(desk, (struct action){.id = id, .arg = arg, .edit = EDIT_INSERT, .text = text});
}

static struct teams_page *page_of(struct desk *desk)
{
    return desk->self;
}

/// The lesson that starts; NULL: none does.
static const struct lesson_start *start(struct desk *desk)
{
    lesson_run_close(&desk->game);
    desk_act(desk, TEAMS_START, 0);
    return desk->game.run.is_there ? &desk->game.run.log.start : NULL;
}

static int count_pupils(const struct lesson_start *lesson, int team)
{
    int count = 0;
    for (int i = 0; i < lesson->rules.pupil_count; i++)
        count += lesson->rules.pupil_teams[i] == team;
    return count;
}

static void two_teams_are_there_at_first(void **state)
{
    struct desk *desk = *state;
    desk_assert_says(desk, "Owls");
    desk_assert_says(desk, "Foxes");
    desk_assert_says(desk, "No class");
    assert_int_equal(desk->stand.state.focus.id, TEAMS_CLASS); // no key is taken for text
    assert_null(desk_area(desk, TEAMS_REMOVE, 0));             // two is the least
    assert_null(desk_area(desk, TEAMS_DEAL, TEAMS_RANDOM));
    const struct lesson_start *lesson = start(desk);
    assert_non_null(lesson);
    assert_false(lesson->manner.has_memory); // there is no class
    assert_int_equal(lesson->rules.team_count, 2);
    assert_string_equal(lesson->teams[1].name, "Foxes");
    assert_int_equal(lesson->teams[1].mark, 1);
    assert_int_equal(desk->game.run.text_percent, 130);
    assert_false(lesson->rules.has_speed);
}

static void teams_come_and_go(void **state)
{
    struct desk *desk = *state;
    for (int i = 2; i < TEAMS_MOST; i++)
        desk_act(desk, TEAMS_ADD, 0);
    assert_null(desk_area(desk, TEAMS_ADD, 0));
    desk_act(desk, TEAMS_ADD, 0);
    assert_int_equal(page_of(desk)->count, TEAMS_MOST);
    insert(desk, TEAMS_NAME, 1, " of 8b");
    desk_act(desk, TEAMS_REMOVE, 1);
    desk_assert_silent(desk, "Foxes of 8b");
    desk_act(desk, TEAMS_ADD, 0);
    assert_int_equal(page_of(desk)->teams[5].mark, 1); // the one that is free
    desk_act(desk, TEAMS_UNDO, 0);
    desk_act(desk, TEAMS_UNDO, 0);
    desk_assert_says(desk, "Foxes of 8b");
    for (int i = TEAMS_MOST; i > 0; i--)
        desk_act(desk, TEAMS_REMOVE, 0);
    assert_int_equal(page_of(desk)->count, TEAMS_LEAST);
}

static void marks_and_times_are_chosen(void **state)
{
    struct desk *desk = *state;
    desk_act(desk, TEAMS_MARK, 0); // past that of the other one
    assert_int_equal(page_of(desk)->teams[0].mark, 2);
    desk_assert_says(desk, "×1");
    desk_act(desk, TEAMS_TIME, 1);
    desk_assert_says(desk, "×1.5");
    desk_act(desk, TEAMS_TIME, 1);
    assert_int_equal(start(desk)->teams[1].time_percent, 200);
    desk_act(desk, TEAMS_TIME, 1);
    assert_int_equal(start(desk)->teams[1].time_percent, 100);
}

static void no_two_teams_get_one_name(void **state)
{
    struct desk *desk = *state;
    desk_act(desk, TEAMS_MARK, 0); // Owls leave the circle
    for (int i = 2; i < TEAMS_MOST; i++)
        desk_act(desk, TEAMS_ADD, 0);
    const struct teams_page *page = page_of(desk);
    assert_int_equal(page->count, TEAMS_MOST);
    for (int a = 0; a < TEAMS_MOST; a++) {
        for (int b = 0; b < a; b++)
            assert_string_not_equal(page->names[a].text, page->names[b].text);
    }
}

/// Asks for the buzzer of a team and presses this.
static void press(struct desk *desk, int team, int key)
{
    desk_act(desk, TEAMS_BUZZER, team);
    assert_true(screen_teams.takes_presses(desk->self, &desk->game));
    desk_act(desk, ACTION_PRESS, key);
}

static void the_next_key_or_pad_is_the_buzzer(void **state)
{
    struct desk *desk = *state;
    assert_false(screen_teams.takes_presses(desk->self, &desk->game));
    desk_act(desk, ACTION_PRESS, 'x'); // nobody asked
    desk_act(desk, TEAMS_BUZZER, 0);
    desk_assert_says(desk, "Press a key");
    desk_act(desk, ACTION_PRESS, 'q');
    desk_assert_says(desk, "Buzzer Q");
    assert_false(screen_teams.takes_presses(desk->self, &desk->game));
    press(desk, 1, 'q');
    desk_assert_says(desk, "Q is the buzzer of Owls. Press another one.");
    desk_act(desk, ACTION_PRESS, KEY_ENTER);
    desk_assert_says(desk, "The host needs this key.");
    for (const char *key = "ynsxlaukptgre.+-?"; *key; key++) { // too late they would judge
        desk_act(desk, ACTION_PRESS, *key);
        desk_assert_says(desk, "The host needs this key.");
        assert_int_equal(page_of(desk)->teams[1].buzzer, 0);
    }
    assert_false(
        desk_send(desk,
                  (struct action){.id = ACTION_PRESS, .arg = BUZZER_PADS + 1, .pad = PAD_START})
            .redraw);
    desk_act(desk, ACTION_PRESS, BUZZER_PADS + 1);
    desk_assert_says(desk, "Buzzer Pad 1");
    desk_assert_silent(desk, "The host needs this key.");
    const struct lesson_start *lesson = start(desk);
    assert_int_equal(lesson->teams[0].buzzer, 'q');
    assert_int_equal(lesson->teams[1].buzzer, BUZZER_PADS + 1);
    press(desk, 0, 'q'); // its own is no clash
    press(desk, 0, KEY_DELETE);
    assert_int_equal(page_of(desk)->teams[0].buzzer, 0);
    desk_act(desk, TEAMS_BUZZER, 0);
    assert_int_equal(desk_act(desk, ACTION_PRESS, KEY_ESCAPE).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    assert_false(screen_teams.takes_presses(desk->self, &desk->game));
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void what_keeps_a_lesson_from_starting_is_said(void **state)
{
    struct desk *desk = *state;
    desk_send(desk, (struct action){.id = TEAMS_NAME, .arg = 1, .edit = EDIT_SELECT_ALL});
    insert(desk, TEAMS_NAME, 1, "owls");
    assert_null(start(desk));
    desk_assert_says(desk, "Two teams are called Owls.");
    desk_send(desk, (struct action){.id = TEAMS_NAME, .arg = 1, .edit = EDIT_SELECT_ALL});
    insert(desk, TEAMS_NAME, 1, " ");
    assert_null(start(desk));
    desk_assert_says(desk, "A team has no name.");
    insert(desk, TEAMS_NAME, 1, "Crows");
    desk_act(desk, TEAMS_TAB, TEAMS_TAB_LESSON);
    desk_act(desk, TEAMS_MODE, CONTEST_BUZZ);
    assert_null(start(desk));
    desk_assert_says(desk, "Owls have no buzzer.");
    desk_assert_says(desk, "Add a team"); // where that is mended
    desk_act(desk, TEAMS_TAB, TEAMS_TAB_LESSON);
    desk_act(desk, TEAMS_MODE, CONTEST_PUPILS);
    assert_null(start(desk));
    desk_assert_says(desk, "A random pupil needs a class.");
    desk_act(desk, TEAMS_MODE, CONTEST_ALL);
    assert_non_null(start(desk));
    desk->game.bank_at = -1;
    assert_null(start(desk));
    desk_assert_says(desk, "There are no questions.");
}

static void a_class_is_dealt_to_the_teams(void **state)
{
    struct desk *desk = *state;
    open_for_8b(desk);
    desk_assert_says(desk, "8b: 4 pupils are there");
    desk_assert_says(desk, "4 pupils are in no team yet.");
    assert_null(desk_area(desk, TEAMS_DEAL, TEAMS_AGAIN));
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    desk_assert_silent(desk, "in no team yet");
    const struct lesson_start *lesson = start(desk);
    assert_string_equal(kept.journal.learner, "8b");
    assert_true(lesson->manner.has_memory);
    assert_int_equal(lesson->rules.pupil_count, 4);
    assert_int_equal(count_pupils(lesson, 0), 2);
    assert_int_equal(count_pupils(lesson, 1), 2);
    for (int i = 0; i < 4; i++) {
        assert_string_not_equal(lesson->pupils[i], "Cleo"); // is absent
        desk_assert_says(desk, lesson->pupils[i]);
    }
    desk_act(desk, TEAMS_ADD, 0);
    assert_null(start(desk));
    desk_assert_says(desk, "Nobody is in the team Herons.");
    desk_act(desk, TEAMS_DEAL, TEAMS_BALANCED);
    assert_non_null(start(desk));
    desk_act(desk, TEAMS_UNDO, 0);
    desk_act(desk, TEAMS_UNDO, 0);
    assert_int_equal(page_of(desk)->count, 2);
    assert_int_equal(page_of(desk)->teams[0].pupil_count, 2);
}

static void who_becomes_absent_leaves_the_team(void **state)
{
    struct desk *desk = *state;
    open_for_8b(desk);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    struct class_pupil now[] = {{"Zoe", false}, {"Ada", true}, {"Ben", false}, {"Eve", false}};
    assert_true(classes_write(&kept.journal, "8b", &(struct class_list){now, 4},
                              game_wall(&desk->game).at_ms));
    desk_act(desk, ACTION_SHOWN, 0);
    const struct teams_page *page = page_of(desk);
    assert_int_equal(page->teams[0].pupil_count + page->teams[1].pupil_count, 2);
    for (int t = 0; t < 2; t++) {
        for (int i = 0; i < page->teams[t].pupil_count; i++)
            assert_in_range(page->teams[t].pupils[i], 2, 3); // Ben and Eve
    }
    desk_assert_says(desk, "1 pupil is in no team yet.");
    desk_act(desk, TEAMS_UNDO, 0); // what it would bring back is of another list
    assert_int_equal(page->teams[0].pupil_count + page->teams[1].pupil_count, 2);
}

static void a_class_that_is_forgotten_stays_forgotten(void **state)
{
    struct desk *desk = *state;
    const char *backup, *const *names;
    struct diags diags = {.arena = &desk->scratch->arena};
    open_for_8b(desk);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    assert_non_null(start(desk));
    assert_true(game_forget(&desk->game, FORGET_CLASS, &backup, &diags));
    assert_false(desk->game.run.is_there); // with the names of pupils
    const struct lesson nothing = {0};
    assert_memory_equal(&desk->game.lesson, &nothing, sizeof nothing);
    desk_enter(desk, &screen_teams); // the page is left, and opened anew
    desk_assert_says(desk, "No class");
    assert_int_equal(journal_learners(&kept.journal, &desk->scratch->arena, &names), 1);
}

static void all_is_as_it_was_left(void **state)
{
    struct desk *desk = *state;
    open_for_8b(desk);
    insert(desk, TEAMS_NAME, 0, " of 8b");
    desk_enter(desk, &screen_teams); // teams with nobody in them are no way to deal pupils
    desk_assert_says(desk, "Owls of 8b");
    assert_null(desk_area(desk, TEAMS_DEAL, TEAMS_AGAIN));
    press(desk, 1, 'v');
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    int first = page_of(desk)->teams[0].pupils[0];
    desk_act(desk, TEAMS_TAB, TEAMS_TAB_LESSON);
    desk_act(desk, TEAMS_MODE, CONTEST_HANDS);
    desk_act(desk, TEAMS_CALM, 0);
    desk_act(desk, TEAMS_QUESTIONS, STEPPER_UP);
    desk_enter(desk, &screen_teams); // without a start
    desk_assert_says(desk, "Owls of 8b");
    desk_assert_says(desk, "Buzzer V");
    const struct teams_page *page = page_of(desk);
    assert_int_equal(page->teams[0].pupils[0], first);
    assert_int_equal(page->wish.mode, CONTEST_HANDS);
    assert_int_equal(page->wish.questions, 25);
    assert_true(page->wish.is_calm);
    desk->game.lesson.class_name[0] = '\0'; // as after a restart
    desk_enter(desk, &screen_teams);
    desk_assert_says(desk, "8b: 4 pupils are there");
    page = page_of(desk);
    // Another owner has teams of its own.
    desk->game.lesson.class_name[0] = '\0';
    desk_act(desk, ACTION_SHOWN, 0);
    assert_int_equal(page->wish.mode, CONTEST_TURNS);
    desk_act(desk, TEAMS_ADD, 0);
    open_for_8b(desk);
    desk_act(desk, TEAMS_ADD, 0);
    desk_act(desk, TEAMS_DEAL, TEAMS_AGAIN);
    assert_int_equal(page->count, 2);
    assert_int_equal(page->teams[0].pupils[0], first);
}

static void a_name_has_an_end(void **state)
{
    struct desk *desk = *state;
    char name[TEAM_NAME_BYTES] = "";
    memset(name, 'x', sizeof name - 1);
    insert(desk, TEAMS_NAME, 0, name);
    desk_assert_says(desk, "Owls");
    insert(desk, TEAMS_NAME, 0, " of 8b");
    assert_string_equal(start(desk)->teams[0].name, "Owls of 8b");
}

static void a_pad_types_a_name_on_the_screen(void **state)
{
    struct desk *desk = *state;
    desk->stand.state.device = DEVICE_PAD;
    desk_act(desk, TEAMS_NAME, 1);
    assert_non_null(desk_area(desk, TEAMS_KEYS, KEYBOARD_DONE));
    assert_non_null(desk_area(desk, TEAMS_NAME, 1));
    assert_null(desk_area(desk, TEAMS_NAME, 0)); // one name and the keyboard have room
    desk_act(desk, TEAMS_KEYS, KEYBOARD_DONE);
    assert_null(desk_area(desk, TEAMS_KEYS, KEYBOARD_DONE));
    assert_non_null(desk_area(desk, TEAMS_NAME, 0));
    assert_int_equal(desk->stand.state.focus.id, TEAMS_NAME); // that was typed
    assert_int_equal(desk->stand.state.focus.arg, 1);
    desk_act(desk, TEAMS_NAME, 1);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void a_class_that_plays_is_chosen(void **state)
{
    struct desk *desk = *state;
    assert_true(game_play_as(&desk->game, "8b"));
    desk_enter(desk, &screen_teams);
    desk_assert_says(desk, "8b: 4 pupils are there");
}

static void no_class_is_none_also_while_a_class_plays(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams;
    open_for_8b(desk);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    assert_non_null(start(desk));
    assert_string_equal(kept.journal.learner, "8b");
    desk_enter(desk, &screen_teams);
    desk->game.lesson.class_name[0] = '\0';
    desk_act(desk, ACTION_SHOWN, 0);
    desk_act(desk, TEAMS_MODE, CONTEST_ALL);
    assert_non_null(start(desk));
    assert_string_equal(kept.journal.learner, "me");
    assert_false(desk->game.run.log.start.manner.has_memory);
    desk_enter(desk, &screen_teams); // the page is left
    desk_assert_says(desk, "No class");
    struct class_list list = {pupils, 5};
    assert_true(classes_read_teams(&kept.journal, "8b", &list, &desk->scratch->arena, &teams));
    assert_int_equal(teams.teams[0].pupil_count, 2);
    assert_int_equal(teams.wish.mode, CONTEST_TURNS);
}

static void a_lesson_that_is_not_over_is_not_given_up_unasked(void **state)
{
    struct desk *desk = *state;
    open_for_8b(desk);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    assert_non_null(start(desk));
    assert_true(lesson_run_apply(&desk->game, &(struct contest_event){.type = CONTEST_REVEAL}));
    desk_enter(desk, &screen_teams);
    desk_act(desk, TEAMS_TAB, TEAMS_TAB_LESSON);
    assert_int_equal(desk_act(desk, TEAMS_START, 0).kind, STEP_STAY);
    desk_assert_says(desk, "A lesson is not over: 1 of 4 questions were asked.");
    assert_null(desk_area(desk, TEAMS_BUZZER, 0)); // the page is still the one of the lesson
    assert_int_equal(desk_act(desk, TEAMS_START, 0).kind, STEP_GO);
    assert_int_equal(desk->game.run.contest.asked, 0);
    desk_enter(desk, &screen_teams); // nothing was asked, so nothing is given up
    assert_int_equal(desk_act(desk, TEAMS_START, 0).kind, STEP_GO);
}

static void who_plays_stays_when_no_lesson_begins(void **state)
{
    struct desk *desk = *state;
    open_for_8b(desk);
    desk_act(desk, TEAMS_DEAL, TEAMS_RANDOM);
    static const char *const none[] = {"Moons"};
    const struct lesson_plan plan = {
        .class_name = "8b",
        .pupils = page_of(desk)->list,
        .teams = teams_page_now(page_of(desk), &desk->scratch->arena),
        .topics = none,
        .topic_count = 1,
    };
    assert_true(game_play_as(&desk->game, "me"));
    assert_int_equal(lesson_start(&desk->game, &plan), LESSON_EMPTY);
    assert_string_equal(kept.journal.learner, "me");
    kept.journal.pending_count++; // something is not on the disk
    desk_act(desk, TEAMS_START, 0);
    desk_assert_says(desk, "What was answered has to be saved first.");
    kept.journal.pending_count--;
}

static void a_buzzer_or_name_is_no_more_asked_for_where_teams_move(void **state)
{
    struct desk *desk = *state;
    desk_act(desk, TEAMS_ADD, 0);
    desk_act(desk, TEAMS_BUZZER, 2);
    desk_act(desk, TEAMS_REMOVE, 1); // Herons are the second now
    assert_false(screen_teams.takes_presses(desk->self, &desk->game));
    desk_act(desk, TEAMS_ADD, 0);
    desk_act(desk, TEAMS_BUZZER, 2);
    desk_act(desk, TEAMS_UNDO, 0);
    assert_false(screen_teams.takes_presses(desk->self, &desk->game));
    desk_act(desk, TEAMS_ADD, 0);
    desk->stand.state.device = DEVICE_PAD;
    desk_act(desk, TEAMS_NAME, 2);
    assert_non_null(desk_area(desk, TEAMS_KEYS, KEYBOARD_DONE));
    desk_act(desk, TEAMS_UNDO, 0);
    assert_null(desk_area(desk, TEAMS_KEYS, KEYBOARD_DONE));
}

static void teams_that_cannot_be_saved_are_said(void **state)
{
    struct desk *desk = *state;
    assert_true(db_run(&kept.journal.db, "PRAGMA query_only = 1"));
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_STAY);
    desk_assert_says(desk, "The teams cannot be saved now.");
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK); // without
    assert_true(db_run(&kept.journal.db, "PRAGMA query_only = 0"));
}

static void without_a_store_it_works_too(void **state)
{
    struct desk *desk = *state;
    desk->game.journal = NULL;
    desk_enter(desk, &screen_teams);
    desk_assert_says(desk, "Owls");
    assert_non_null(start(desk));
    desk_enter(desk, &screen_teams);
    desk->game.journal = &kept.journal;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(two_teams_are_there_at_first),
        TEST(teams_come_and_go),
        TEST(no_two_teams_get_one_name),
        TEST(marks_and_times_are_chosen),
        TEST(the_next_key_or_pad_is_the_buzzer),
        TEST(what_keeps_a_lesson_from_starting_is_said),
        TEST(a_class_is_dealt_to_the_teams),
        TEST(who_becomes_absent_leaves_the_team),
        TEST(a_class_that_is_forgotten_stays_forgotten),
        TEST(all_is_as_it_was_left),
        TEST(a_name_has_an_end),
        TEST(a_pad_types_a_name_on_the_screen),
        TEST(a_class_that_plays_is_chosen),
        TEST(no_class_is_none_also_while_a_class_plays),
        TEST(a_lesson_that_is_not_over_is_not_given_up_unasked),
        TEST(who_plays_stays_when_no_lesson_begins),
        TEST(a_buzzer_or_name_is_no_more_asked_for_where_teams_move),
        TEST(teams_that_cannot_be_saved_are_said),
        TEST(without_a_store_it_works_too),
    };
    return cmocka_run_group_tests_name("teams", tests, NULL, NULL);
}
