#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/play.h"
#include "screens/quiz.h"

static const struct note notes[] = {{0}, {.why = "Lyon is larger than one thinks."}, {0}};
static const char *const cities[] = {"Paris", "Lyon", "Nice"};
static const struct question_extras capital_extras = {.hint = "It has a tower."};
static const struct question_extras colour_extras = {.explanation = "It scatters blue light."};
static const char *const colours[] = {"Blue", "Green"};

static const struct question questions[] = {
    {.text = "Capital of France?",
     .kind = KIND_CHOICE,
     .points = 1,
     .extras = &capital_extras,
     .choice = {{.items = cities, .notes = notes, .count = 3}, 1}},
    {.text = "Colour of the sky?",
     .kind = KIND_CHOICE,
     .points = 1,
     .extras = &colour_extras,
     .choice = {{.items = colours, .count = 2}, 1}},
    {.text = "Two and two are four.", .kind = KIND_TRUEFALSE, .points = 1, .is_true = true},
};

static const struct bank bank = {
    .id = "b", .title = "Bank", .language = "en", .questions = questions, .question_count = 3};

static const struct session_rules untimed = {.seed = 4};
static const struct session_rules timed = {.seed = 4, .question_limit_ms = 20000};

static void begin(struct quiz *quiz, const struct session_rules *rules)
{
    quiz_start(quiz, &bank, questions, 3, rules);
    quiz_enter(quiz, &screen_play);
}

static const struct session *session(const struct quiz *quiz)
{
    return &quiz->game.session;
}

static void an_answer_shows_its_feedback_and_then_the_next(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    assert_true(quiz_says(quiz, "Capital of France?"));
    quiz_click(quiz, "Paris");
    assert_int_equal(session(quiz)->phase, SESSION_SHOWING);
    assert_true(quiz_says(quiz, "Right"));
    assert_true(quiz_says(quiz, "Your answer"));
    assert_false(quiz_named(quiz, "Paris") != NULL); // what is answered acts on nothing
    quiz_click(quiz, "Continue");
    assert_true(quiz_says(quiz, "Colour of the sky?"));
}

static void the_last_answer_leads_to_the_results(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_click(quiz, "Paris");
    quiz_key(quiz, KEY_ENTER);
    quiz_click(quiz, "Blue");
    quiz_key(quiz, KEY_ENTER);
    quiz_click(quiz, "True");
    struct step step = quiz_key(quiz, KEY_ENTER);
    assert_int_equal(step.kind, STEP_GO);
    assert_int_equal(step.to, SCREEN_RESULTS);
}

static void a_wrong_answer_says_why_and_what_is_right(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_click(quiz, "Lyon");
    assert_true(quiz_says(quiz, "Not quite"));
    assert_true(quiz_says(quiz, "Lyon is larger than one thinks."));
    assert_true(quiz_says(quiz, "Right answer"));
    assert_int_equal(session(quiz)->sum.accuracy, 0);
}

static void a_question_takes_no_answer_in_its_first_300_ms(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_click(quiz, "Paris");
    quiz_key(quiz, KEY_ENTER);
    int64_t shown_ms = quiz->stand.now_ms - 1000;
    quiz->stand.now_ms = shown_ms + PLAY_LOCK_MS - 1;
    quiz_key(quiz, '1');
    assert_int_equal(session(quiz)->phase, SESSION_ASKING);
    quiz->stand.now_ms = shown_ms + PLAY_LOCK_MS - 1;
    quiz_key(quiz, 's');
    assert_true(quiz_says(quiz, "Colour of the sky?"));
    quiz->stand.now_ms = shown_ms + PLAY_LOCK_MS;
    quiz_key(quiz, '1');
    assert_int_equal(session(quiz)->phase, SESSION_SHOWING);
}

static void a_hint_is_offered_then_taken(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_key(quiz, 'h');
    assert_true(quiz_says(quiz, "half the points"));
    assert_false(session_turn(session(quiz))->is_hinted);
    assert_false(quiz_says(quiz, "It has a tower."));
    quiz_key(quiz, 'h');
    assert_true(session_turn(session(quiz))->is_hinted);
    assert_true(quiz_says(quiz, "It has a tower."));
    quiz_click(quiz, "Paris");
    assert_int_equal(session(quiz)->sum.accuracy, 500);
}

static void without_a_hint_none_is_offered(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_click(quiz, "Paris");
    quiz_key(quiz, KEY_ENTER);
    assert_null(quiz_named(quiz, "hint"));
    quiz_key(quiz, 'h');
    assert_true(quiz_says(quiz, "There is no hint"));
    quiz_key(quiz, 'h');
    assert_false(session_turn(session(quiz))->is_hinted);
}

static void a_skipped_question_comes_back_at_the_end(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_key(quiz, 's');
    assert_true(quiz_says(quiz, "Skipped."));
    quiz_click(quiz, "Blue");
    quiz_key(quiz, KEY_ENTER);
    quiz_click(quiz, "True");
    quiz_key(quiz, KEY_ENTER);
    assert_true(quiz_says(quiz, "Capital of France?"));
    quiz_key(quiz, 's');
    assert_true(quiz_says(quiz, "This is the last question."));
    assert_int_equal(session(quiz)->phase, SESSION_ASKING);
}

static void undo_takes_answers_back_and_redo_gives_them(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_key(quiz, 'u');
    assert_true(quiz_says(quiz, "Nothing to undo."));
    quiz_click(quiz, "Lyon");
    quiz_key(quiz, 'u');
    assert_int_equal(session(quiz)->phase, SESSION_ASKING);
    assert_true(quiz_says(quiz, "Undone."));
    quiz_send(quiz, (struct action){.id = PLAY_REDO});
    assert_int_equal(session(quiz)->phase, SESSION_SHOWING);
    assert_true(quiz_says(quiz, "Not quite"));
    quiz_key(quiz, 'u');
    quiz_click(quiz, "Paris");
    assert_int_equal(session(quiz)->sum.accuracy, 1000);
    quiz_send(quiz, (struct action){.id = PLAY_REDO});
    assert_int_equal(session(quiz)->sum.accuracy, 1000);
}

static void the_time_runs_out_on_the_millisecond(void **state)
{
    struct quiz *quiz = *state;
    quiz_start(quiz, &bank, questions, 3, &timed);
    int64_t asked_ms = quiz->stand.now_ms;
    quiz_enter(quiz, &screen_play);
    assert_true(quiz_says(quiz, "0|:|1|9"));
    quiz->stand.now_ms = asked_ms + 19999;
    quiz_send(quiz, (struct action){.id = ACTION_TICK});
    assert_int_equal(session(quiz)->phase, SESSION_ASKING);
    quiz->stand.now_ms = asked_ms + 20000;
    quiz_send(quiz, (struct action){.id = ACTION_TICK});
    assert_int_equal(session(quiz)->phase, SESSION_SHOWING);
    assert_true(quiz_says(quiz, "Time"));
    assert_true(quiz_says(quiz, "Read the answer as long as you like."));
}

static void the_clock_wakes_on_each_second_and_at_the_end(void **state)
{
    struct quiz *quiz = *state;
    quiz_start(quiz, &bank, questions, 3, &timed);
    int64_t asked_ms = quiz->stand.now_ms;
    quiz_enter(quiz, &screen_play);

    static const struct {
        int64_t now, wake;
    } rows[] = {{0, 1000},      {1, 1000},      {999, 1000},    {1000, 2000},  {18500, 19000},
                {19000, 20000}, {19999, 20000}, {20000, 20000}, {25000, 20000}};

    for (size_t i = 0; i < COUNT(rows); i++) {
        quiz->game.now_ms = asked_ms + rows[i].now;
        assert_int_equal(screen_play.wake_ms(quiz->self, &quiz->game) - asked_ms, rows[i].wake);
    }
}

static void nothing_wakes_without_a_clock(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    assert_true(screen_play.wake_ms(quiz->self, &quiz->game) == INT64_MAX);
    begin(quiz, &timed);
    quiz_click(quiz, "Paris");
    assert_true(screen_play.wake_ms(quiz->self, &quiz->game) == INT64_MAX);
}

static void a_pause_hides_the_question_and_stops_the_clock(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &timed);
    struct step step = quiz_send(quiz, (struct action){.id = ACTION_BACK});
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_PAUSE);
    quiz_apply(quiz, EVENT_PAUSE); // as the pause does
    quiz_show(quiz);
    assert_false(quiz_says(quiz, "Capital of France?"));
    assert_null(quiz_named(quiz, "Paris"));
    int64_t left_ms = session_left_ms(session(quiz), quiz->stand.now_ms);
    quiz->stand.now_ms += 500000;
    quiz_send(quiz, (struct action){.id = ACTION_SHOWN});
    assert_true(quiz_says(quiz, "Capital of France?"));
    assert_int_equal(session_left_ms(session(quiz), quiz->stand.now_ms - 1000), left_ms);
}

static void a_lost_pad_pauses(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    assert_int_equal(quiz_send(quiz, (struct action){.id = ACTION_PAD_LOST}).to, SCREEN_PAUSE);
    assert_true(quiz->game.has_lost_pad);
}

static void page_up_looks_back_and_answers_nothing(void **state)
{
    struct quiz *quiz = *state;
    begin(quiz, &untimed);
    quiz_key(quiz, KEY_PAGE_UP);
    assert_true(quiz_says(quiz, "Capital of France?")); // there is nothing before it
    quiz_click(quiz, "Lyon");
    quiz_key(quiz, KEY_ENTER);
    quiz_key(quiz, KEY_PAGE_UP);
    assert_true(quiz_says(quiz, "Not quite"));
    quiz_key(quiz, '1');
    assert_int_equal(session(quiz)->phase, SESSION_ASKING);
    assert_false(session_turn(session(quiz))->is_answered);
    quiz_key(quiz, KEY_ENTER);
    assert_true(quiz_says(quiz, "Colour of the sky?"));
    quiz_key(quiz, KEY_PAGE_UP);
    quiz_send(quiz, (struct action){.id = ACTION_BACK});
    assert_int_equal(quiz->last.kind, STEP_STAY); // back to the question, not to the pause
    assert_true(quiz_says(quiz, "Colour of the sky?"));
}

static void check_before_an_answer_says_so(void **state)
{
    struct quiz *quiz = *state;
    quiz->game.settings.confirm_answers = true;
    begin(quiz, &untimed);
    quiz_click(quiz, "Check");
    assert_true(quiz_says(quiz, "Nothing answered yet."));
    quiz_click(quiz, "Lyon");
    assert_int_equal(session(quiz)->phase, SESSION_ASKING);
    quiz_click(quiz, "Paris"); // another one may still be chosen
    quiz_key(quiz, KEY_ENTER);
    assert_int_equal(session(quiz)->phase, SESSION_ASKING); // Enter is for the focused tile
    quiz_click(quiz, "Check");
    assert_int_equal(session(quiz)->sum.accuracy, 1000);
}

static int lies_on_text(const struct quiz *quiz, const struct ui_area *area)
{
    int count = 0;
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        struct rect common = rect_overlap(cmd->rect, area->rect);
        count += cmd->kind == DRAW_TEXT && common.w > 0 && common.h > 0;
    }
    return count;
}

/// Arabic begins at the right, where a header ends.
static void hint_and_skip_leave_the_question_alone_in_small_windows(void **state)
{
    static const struct question arabic = {
        .text = "ما هي عاصمة فرنسا التي تقع على نهر السين وفيها برج مشهور جدا؟",
        .kind = KIND_CHOICE,
        .points = 1,
        .extras = &capital_extras,
        .choice = {{.items = cities, .count = 3}, 1}};

    static const struct {
        int width, height, text_percent;
    } sizes[] = {{640, 360, 100}, {360, 360, 100}, {360, 640, 100},
                 {640, 360, 200}, {360, 360, 200}, {360, 640, 200}};

    struct quiz *quiz = *state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        quiz->stand.look.width = sizes[i].width;
        quiz->stand.look.height = sizes[i].height;
        quiz->stand.look.text_percent = sizes[i].text_percent;
        quiz_start(quiz, &bank, &arabic, 1, &untimed);
        quiz_enter(quiz, &screen_play);
        const struct ui_area *hint = quiz_named(quiz, "Hint"), *skip = quiz_named(quiz, "Skip");
        assert_non_null(hint);
        assert_true(hint->rect.x + hint->rect.w < skip->rect.x);
        assert_int_equal(lies_on_text(quiz, hint) + lies_on_text(quiz, skip), 0);
        for (int r = 0; r < quiz->stand.frame.region_count; r++) {
            struct rect seen = quiz->stand.frame.regions[r].rect; // with its bar
            assert_true(skip->rect.y + skip->rect.h <= seen.y);
        }
        quiz_key(quiz, KEY_DOWN);
        assert_int_equal(quiz->stand.state.focus.id, quiz_named(quiz, "Paris")->id.id);
    }
}

#define WITH_QUIZ(test) cmocka_unit_test_setup_teardown(test, quiz_setup, quiz_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_QUIZ(an_answer_shows_its_feedback_and_then_the_next),
        WITH_QUIZ(the_last_answer_leads_to_the_results),
        WITH_QUIZ(a_wrong_answer_says_why_and_what_is_right),
        WITH_QUIZ(a_question_takes_no_answer_in_its_first_300_ms),
        WITH_QUIZ(a_hint_is_offered_then_taken),
        WITH_QUIZ(without_a_hint_none_is_offered),
        WITH_QUIZ(a_skipped_question_comes_back_at_the_end),
        WITH_QUIZ(undo_takes_answers_back_and_redo_gives_them),
        WITH_QUIZ(the_time_runs_out_on_the_millisecond),
        WITH_QUIZ(the_clock_wakes_on_each_second_and_at_the_end),
        WITH_QUIZ(nothing_wakes_without_a_clock),
        WITH_QUIZ(a_pause_hides_the_question_and_stops_the_clock),
        WITH_QUIZ(a_lost_pad_pauses),
        WITH_QUIZ(page_up_looks_back_and_answers_nothing),
        WITH_QUIZ(check_before_an_answer_says_so),
        WITH_QUIZ(hint_and_skip_leave_the_question_alone_in_small_windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
