// The feedback shows tiles and explanation whole before anything in it has to scroll.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/play.h"
#include "screens/quiz.h"

static const char *const rivers[] = {"The Nile", "The Amazon", "Yangtze", "Mississippi",
                                     "Yenisei",  "Congo",      "Amur"};
static const struct note notes[] = {
    {0}, {0}, {.why = "It flows in China."}, {.why = "It flows in America."}, {0}, {0}, {0}};
static const struct question_extras why = {
    .explanation = "It is about 6,650 km long, from its farthest source to the sea.",
    .source = {.title = "Any atlas"}};
static const struct question_extras long_why = {
    .explanation = "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "
                   "one one one one one one one one one one one one one one one one one "};

static const char *const offices[] = {
    "Prime Minister of the Netherlands", "Foreign Minister of the Netherlands",
    "Prime Minister of Belgium", "President of the European Council",
    "Defence Minister of the Netherlands"};
static const struct note office_notes[] = {
    {0}, {.why = "That was Joseph Luns's office before he went to NATO."}, {0}, {0}, {0}};
static const struct question_extras office_why = {
    .explanation = "Before NATO, Rutte was Prime Minister in The Hague.",
    .source = {.title = "Article, paragraph 2"}};

enum { THREE, FIVE, SIX_WITH_NOTES, PAIRS, ROWS, NO_WHY, LONG_WHY, OFFICES, QUESTIONS };

#define CHOICE(options, more)                                                                  \
    {                                                                                          \
        .text = "Which river is the longest of all, from its farthest source on?",             \
        .kind = KIND_CHOICE, .points = 1, .extras = (more), .choice = {                        \
            {.items = rivers, .count = (options)},                                             \
            1                                                                                  \
        }                                                                                      \
    }

static const struct question questions[] = {
    [THREE] = CHOICE(3, &why),
    [FIVE] = CHOICE(5, &why),
    [SIX_WITH_NOTES] = {.text = "Which of these flow in Africa?",
                        .kind = KIND_MULTI,
                        .points = 1,
                        .extras = &why,
                        .choice = {{.items = rivers, .notes = notes, .count = 6}, 2}},
    [PAIRS] = {.text = "Match each of them with the next.",
               .kind = KIND_MATCH,
               .points = 1,
               .extras = &why,
               .match = {.lefts = rivers, .rights = rivers, .count = 6}},
    [ROWS] = {.text = "Put them in order.",
              .kind = KIND_ORDER,
              .points = 1,
              .extras = &why,
              .order = {.items = rivers, .count = 7}},
    [NO_WHY] = CHOICE(2, NULL),
    [LONG_WHY] = CHOICE(5, &long_why),
    [OFFICES] = {.text = "Which office had Mark Rutte held before he went to NATO?",
                 .kind = KIND_CHOICE,
                 .points = 1,
                 .extras = &office_why,
                 .choice = {{.items = offices, .notes = office_notes, .count = 5}, 1}},
};

static const struct bank bank = {.id = "b",
                                 .title = "Bank",
                                 .language = "en",
                                 .questions = questions,
                                 .question_count = QUESTIONS};

static const struct session_rules limited = {.seed = 4, .question_limit_ms = 1000000};

static struct quiz *quiz;

static int open_wide(void **state)
{
    int failed = quiz_setup(state);
    quiz = *state;
    return failed;
}

/// Shows the feedback to one question after all its keys were pressed, in a window of this
/// size.
static void answer(int question, int width, int height)
{
    quiz->stand.look.width = width;
    quiz->stand.look.height = height;
    quiz_start(quiz, &bank, &questions[question], 1, &limited);
    quiz_enter(quiz, &screen_play);
    quiz->stand.now_ms += 1000;
    int count = questions[question].kind == KIND_MULTI ? 6 : 1;
    for (int i = 0; i < count && questions[question].kind != KIND_MATCH; i++)
        quiz_key(quiz, '1' + i);
    quiz_send(quiz, (struct action){.id = PLAY_CHECK});
    if (quiz->game.session.phase == SESSION_ASKING) {
        quiz->stand.now_ms += limited.question_limit_ms;
        quiz_send(quiz, (struct action){.id = ACTION_TICK});
    }
    assert_int_equal(quiz->game.session.phase, SESSION_SHOWING);
}

static void nothing_scrolls_in_it(void **state)
{
    (void)state;
    const int sizes[][2] = {{1920, 1080}, {1024, 768}, {640, 360}, {720, 1280}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        for (int i = THREE; i <= NO_WHY; i++) {
            answer(i, sizes[s][0], sizes[s][1]);
            if (quiz->stand.frame.region_count)
                print_error("question %d, %d x %d\n", i, sizes[s][0], sizes[s][1]);
            assert_int_equal(quiz->stand.frame.region_count, 0);
        }
    }
}

/// Tiles of two and three lines with what was said of them below.
static void what_was_answered_is_never_cut(void **state)
{
    (void)state;
    const int sizes[][2] = {{1920, 1080}, {1280, 720}, {1024, 768}, {720, 1280}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        answer(OFFICES, sizes[s][0], sizes[s][1]);
        if (quiz->stand.frame.region_count)
            print_error("%d x %d\n", sizes[s][0], sizes[s][1]);
        assert_int_equal(quiz->stand.frame.region_count, 0);
    }
}

/// The highest fill over the whole width that begins below the header.
static float top_of_sheet(void)
{
    float top = 1e6F;
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        bool is_wide = cmd->kind == DRAW_FILL && cmd->rect.w >= (float)quiz->stand.look.width;
        if (is_wide && cmd->rect.y > 100)
            top = fminf(top, cmd->rect.y);
    }
    return top;
}

static void without_explanation_the_sheet_is_low(void **state)
{
    (void)state;
    answer(THREE, 1600, 900);
    assert_float_equal(top_of_sheet(), 506, 1);
    answer(NO_WHY, 1600, 900);
    assert_float_equal(top_of_sheet(), 680, 1);
    const struct ui_area *next = quiz_named(quiz, "Continue");
    assert_non_null(next);
    assert_true(next->rect.y > 700);
}

/// Numbers are drawn digit by digit: the last one below the title.
static void the_points_are_above_the_button(void **state)
{
    (void)state;
    for (int percent = 100; percent <= 200; percent += 25) {
        quiz->stand.look.text_percent = percent;
        quiz->stand.look.width = 1280;
        quiz->stand.look.height = 720;
        quiz_start(quiz, &bank, &questions[NO_WHY], 1, &limited);
        quiz_enter(quiz, &screen_play);
        quiz->stand.now_ms += 1000;
        const struct ui_area *right = quiz_named(quiz, "The Nile");
        quiz_send(quiz, (struct action){.id = right->id.id, .arg = right->id.arg});
        quiz->stand.now_ms += 2000;
        quiz_show(quiz);
        const struct ui_area *next = quiz_named(quiz, "Continue");
        float lowest = 0;
        for (int i = 0; i < quiz->stand.frame.list.count; i++) {
            const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
            bool is_below = cmd->baseline > top_of_sheet();
            if (cmd->kind == DRAW_TEXT && is_below && strcmp(cmd->text, "0") == 0)
                lowest = fmaxf(lowest, cmd->baseline);
        }
        assert_true(lowest > 0);
        assert_true(lowest <= next->rect.y);
    }
}

/// Where a long explanation scrolls, it ends with a whole line.
static void no_line_is_cut(void **state)
{
    (void)state;
    const int sizes[][2] = {{1920, 1080}, {1600, 900}, {1024, 768}, {640, 360}};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        answer(LONG_WHY, sizes[s][0], sizes[s][1]);
        struct rect why_rect = {0};
        for (int i = 0; i < quiz->stand.frame.region_count; i++) {
            if (quiz->stand.frame.regions[i].id == PLAY_WHY_REGION)
                why_rect = quiz->stand.frame.regions[i].rect;
        }
        assert_true(why_rect.h > 0);
        float bottom = why_rect.y + why_rect.h;
        for (int i = 0; i < quiz->stand.frame.list.count; i++) {
            const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
            if (cmd->kind != DRAW_TEXT || strncmp(cmd->text, "one", 3) != 0)
                continue;
            float size = (float)cmd->size_px;
            assert_true(cmd->baseline + 0.25F * size <= bottom + 1 ||
                        cmd->baseline - size >= bottom - 1);
        }
    }
}

static bool is_drawn(const char *text)
{
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        if (cmd->kind == DRAW_TEXT && strcmp(cmd->text, text) == 0)
            return true;
    }
    return false;
}

/// More columns are lower, but not worth that.
static void no_word_is_split(void **state)
{
    (void)state;
    const int kinds[] = {SIX_WITH_NOTES, PAIRS, ROWS};
    quiz->stand.look.text_percent = 175;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        answer(kinds[i], 500, 360);
        assert_true(is_drawn("Mississippi"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_scrolls_in_it, open_wide, quiz_teardown),
        cmocka_unit_test_setup_teardown(what_was_answered_is_never_cut, open_wide,
                                        quiz_teardown),
        cmocka_unit_test_setup_teardown(without_explanation_the_sheet_is_low, open_wide,
                                        quiz_teardown),
        cmocka_unit_test_setup_teardown(the_points_are_above_the_button, open_wide,
                                        quiz_teardown),
        cmocka_unit_test_setup_teardown(no_line_is_cut, open_wide, quiz_teardown),
        cmocka_unit_test_setup_teardown(no_word_is_split, open_wide, quiz_teardown),
    };
    return cmocka_run_group_tests_name("feedback fits", tests, NULL, NULL);
}
