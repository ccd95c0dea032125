#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/home.h"

static const char three[] =
    "[{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"], "
    "\"tags\": [\"Sums\"]},\n"
    "{\"question\": \"3 + 3?\", \"answer\": \"6\", \"wrong\": [\"7\"]},\n"
    "{\"question\": \"4 + 4?\", \"answer\": \"8\", \"wrong\": [\"9\"]}]";
static const char one_bad[] =
    "[{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"]},\n"
    "{\"question\": \"3 + 3?\"}]";
static const char all_bad[] = "[{\"question\": \"3 + 3?\"}]";

static const struct ui_area *named(const struct desk *desk, const char *name)
{
    for (int i = 0; i < desk->stand.frame.area_count; i++) {
        if (strcmp(desk->stand.frame.areas[i].name, name) == 0)
            return &desk->stand.frame.areas[i];
    }
    return NULL;
}

static struct step click(struct desk *desk, const char *name)
{
    const struct ui_area *area = named(desk, name);
    assert_non_null(area);
    return desk_act(desk, area->id.id, area->id.arg);
}

static void goes_to(struct step step, enum screen_id to)
{
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, to);
}

static void without_a_bank_it_offers_to_open_one(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Welcome");
    desk_assert_says(desk, "No bank of questions is open yet.");
    assert_null(named(desk, "Start the quiz"));
    assert_null(named(desk, "Quiz"));
    assert_null(named(desk, "Mistakes"));
    goes_to(desk_key(desk, KEY_ENTER), SCREEN_OPEN);
}

static void without_a_bank_it_leads_to_how_to_write_one(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "how to write your own");
    struct step step = desk_act(desk, HOME_GUIDE, 0);
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_HELP);
    assert_true(desk->game.help.opens_guide);
    desk_add_bank(desk, "b.json", "B", "[{\"question\": \"Q\", \"answer\": true}]");
    desk_act(desk, 0, 0);
    desk_assert_silent(desk, "how to write your own");
    assert_int_equal(desk_key(desk, 'a').to, SCREEN_HELP);
}

static void with_a_bank_enter_starts_a_quiz(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "3 questions in 1 topic.");
    desk_assert_says(desk, "No clock");
    goes_to(desk_key(desk, KEY_ENTER), SCREEN_PLAY);
    assert_true(desk->game.has_quiz);
    assert_int_equal(desk->game.session.turn_count, 3);
}

static void answers_that_are_not_saved_are_said(void **state)
{
    struct desk *desk = *state;
    static struct journal journal = {.fault = "quartet.db cannot be written: the disk is full"};
    desk_add_bank(desk, "a.json", "Sums", three);
    desk->game.journal = &journal;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Answers are not saved. quartet.db cannot be written: the disk");
}

/// A program that ends in the middle of a quiz, whose bank is edited, and starts again.
static void a_quiz_comes_back_and_says_what_was_edited(void **state)
{
    struct desk *desk = *state;
    struct diags diags = {.arena = &desk->scratch->arena};
    struct journal journal;
    desk_add_bank(desk, "a.json", "Sums", three);
    journal_open(&journal, desk->scratch->dir, "me", &diags);
    desk->game.journal = &journal;
    desk->game.settings.shuffle = false;
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, 1000));
    game_drop_quiz(&desk->game); // what is in memory only
    assert_false(desk->game.has_quiz);
    assert_true(game_resume_quiz(&desk->game, false, 5000));
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "You stopped at question 1 of 3. Go on?");
    desk_assert_silent(desk, "edited since");
    desk->game.gone_count = 1;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "1 of its questions was edited since.");
    game_drop_quiz(&desk->game);
    desk->game.bank_at = -1;
    assert_false(game_resume_quiz(&desk->game, true, 6000)); // another bank is asked for
    desk->game.journal = NULL;
    assert_true(journal_close(&journal));
}

static void the_count_is_what_the_settings_say(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk->game.settings.count = 2;
    desk->game.settings.quiz_timer_s = 60;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "2 questions");
    desk_assert_says(desk, "Against the clock.");
    click(desk, "Start the quiz");
    assert_int_equal(desk->game.session.turn_count, 2);
}

static void questions_left_out_are_said(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", one_bad);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "1 question");
    desk_assert_says(desk, "1 question left out. See why (Ctrl+J)");
    goes_to(desk_act(desk, HOME_PROBLEMS, 0), SCREEN_PROBLEMS);
    goes_to(desk_key(desk, KEY_ENTER), SCREEN_PLAY);
    desk->stand.state.device = DEVICE_TOUCH;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_silent(desk, "Ctrl+J");
}

static void a_bank_without_faults_has_no_strip(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    assert_null(desk_area(desk, HOME_PROBLEMS, 0));
    assert_int_equal(desk_act(desk, HOME_PROBLEMS, 0).kind, STEP_STAY);
}

/// Starts as `quartet NAME` does, with a library that has a good bank.
static void start_with(struct desk *desk, const char *name)
{
    const char *path = scratch_path(desk->scratch, name);
    const char *installed = scratch_path(desk->scratch, "installed");
    assert_int_equal(mkdir(installed, 0700), 0);
    desk_write_bank(desk, "installed/good.json", "Good", three);
    game_find_banks(
        &desk->game,
        &(struct library_places){.named = &path, .named_count = 1, .installed_dir = installed});
}

static void a_file_that_cannot_be_played_is_not_replaced_by_another(void **state)
{
    struct desk *desk = *state;
    desk_write_bank(desk, "bad.json", "Sums", all_bad);
    start_with(desk, "bad.json");
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "bad.json cannot be played. Line 2, column 15: ");
    desk_assert_says(desk, "See all (Ctrl+J)");
    desk_assert_silent(desk, "Good");
    assert_null(named(desk, "Start the quiz"));
    assert_null(named(desk, "Quiz"));
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_STAY); // reads it again
    desk_assert_says(desk, "Read again just now: it is still wrong.");
    assert_null(game_bank(&desk->game));
    goes_to(click(desk, "Other banks"), SCREEN_PICK);
    goes_to(desk_act(desk, HOME_PROBLEMS, 0), SCREEN_PROBLEMS);
}

static void a_file_that_was_mended_is_read_again(void **state)
{
    struct desk *desk = *state;
    desk_write_bank(desk, "bad.json", "Sums", all_bad);
    start_with(desk, "bad.json");
    desk_enter(desk, &screen_home);
    desk_write_bank(desk, "bad.json", "Sums", three);
    assert_int_equal(desk_key(desk, KEY_F5).kind, STEP_STAY);
    assert_string_equal(game_bank(&desk->game)->title, "Sums");
    assert_null(desk_area(desk, HOME_PROBLEMS, 0));
    goes_to(desk_key(desk, KEY_ENTER), SCREEN_PLAY);
}

static void a_dropped_file_that_cannot_be_played_leaves_the_bank(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    const char *path = scratch_path(desk->scratch, "gone.json");
    desk_send(desk, (struct action){.id = ACTION_DROP, .text = path});
    desk_assert_says(desk,
                     "gone.json cannot be played: it cannot be opened: there is no such file.");
    goes_to(click(desk, "Start the quiz"), SCREEN_PLAY);
}

/// Whether everything there is to press lies inside the window, and nothing scrolls.
static bool is_all_in_view(const struct desk *desk)
{
    const struct ui_frame *frame = &desk->stand.frame;
    for (int i = 0; i < frame->area_count; i++) {
        struct rect r = frame->areas[i].rect;
        if (r.y < 0 || r.y + r.h > (float)desk->stand.look.height)
            return false;
    }
    return !frame->region_count;
}

static void problems_leave_room_for_all_the_ways(void **state)
{
    static const int sizes[][2] = {{1280, 720}, {1024, 768}, {640, 360}, {720, 1280}};
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", one_bad);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        desk->stand.look.width = sizes[i][0];
        desk->stand.look.height = sizes[i][1];
        desk_enter(desk, &screen_home);
        assert_non_null(named(desk, "Settings"));
        assert_true(is_all_in_view(desk));
    }
}

static void names_are_whole_in_the_smallest_window(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk->stand.look.width = desk->stand.look.height = 360;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Open a bank");
    desk_assert_says(desk, "Settings");
    assert_true(is_all_in_view(desk));
}

static void a_bank_of_bad_questions_cannot_be_started(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", all_bad);
    desk_enter(desk, &screen_home);
    assert_null(named(desk, "Start the quiz"));
}

static void an_unfinished_quiz_goes_on_where_it_was(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    click(desk, "Start the quiz");
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "You stopped at question 1 of 3. Go on?");
    uint64_t seed = desk->game.session.rules.seed;
    goes_to(click(desk, "Go on"), SCREEN_PLAY);
    assert_true(desk->game.session.rules.seed == seed);
}

static void an_unfinished_quiz_of_another_bank_says_which(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_add_bank(desk, "b.json", "Others", three);
    desk_enter(desk, &screen_home);
    click(desk, "Start the quiz");
    assert_true(game_choose_bank(&desk->game, 1));
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "You stopped at question 1 of 3 in “Sums”. Go on?");
    goes_to(click(desk, "Go on"), SCREEN_PLAY);
}

static void no_fitting_question_is_said(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk->game.settings.difficulty = DIFFICULTY_HARD;
    desk_enter(desk, &screen_home);
    struct step step = click(desk, "Start the quiz");
    assert_int_equal(step.kind, STEP_STAY);
    desk_assert_says(desk, "No question of this bank fits the settings.");
    assert_false(desk->game.has_quiz);
}

static void the_ways_lead_where_they_say(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    goes_to(click(desk, "Quiz"), SCREEN_PICK);
    goes_to(click(desk, "Sums"), SCREEN_PICK);
    goes_to(click(desk, "Open a bank"), SCREEN_OPEN);
    goes_to(click(desk, "Settings"), SCREEN_SETTINGS);
    assert_null(named(desk, "Mistakes")); // there is nothing to review yet
}

static void mistakes_of_the_last_quiz_can_be_reviewed(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    click(desk, "Start the quiz");
    const struct answer wrong = {.picked = 2};
    struct event event = {.type = EVENT_ANSWER, .at_ms = desk->stand.now_ms, .answer = &wrong};
    assert_true(session_apply(&desk->game.session, &event));
    event.type = EVENT_STOP;
    assert_true(session_apply(&desk->game.session, &event));
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "1 from the last quiz");
    goes_to(click(desk, "Mistakes"), SCREEN_REVIEW);
    assert_non_null(named(desk, "Start the quiz")); // what was stopped does not go on
}

static void escape_does_nothing(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", three);
    desk_enter(desk, &screen_home);
    assert_int_equal(desk_send(desk, (struct action){.id = ACTION_BACK}).kind, STEP_STAY);
}

#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, desk_setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(without_a_bank_it_offers_to_open_one),
        WITH_DESK(without_a_bank_it_leads_to_how_to_write_one),
        WITH_DESK(with_a_bank_enter_starts_a_quiz),
        WITH_DESK(answers_that_are_not_saved_are_said),
        WITH_DESK(a_quiz_comes_back_and_says_what_was_edited),
        WITH_DESK(the_count_is_what_the_settings_say),
        WITH_DESK(questions_left_out_are_said),
        WITH_DESK(a_bank_without_faults_has_no_strip),
        WITH_DESK(a_file_that_cannot_be_played_is_not_replaced_by_another),
        WITH_DESK(a_file_that_was_mended_is_read_again),
        WITH_DESK(a_dropped_file_that_cannot_be_played_leaves_the_bank),
        WITH_DESK(problems_leave_room_for_all_the_ways),
        WITH_DESK(names_are_whole_in_the_smallest_window),
        WITH_DESK(a_bank_of_bad_questions_cannot_be_started),
        WITH_DESK(an_unfinished_quiz_goes_on_where_it_was),
        WITH_DESK(an_unfinished_quiz_of_another_bank_says_which),
        WITH_DESK(no_fitting_question_is_said),
        WITH_DESK(the_ways_lead_where_they_say),
        WITH_DESK(mistakes_of_the_last_quiz_can_be_reviewed),
        WITH_DESK(escape_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
