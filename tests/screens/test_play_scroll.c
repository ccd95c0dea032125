// Long questions in small windows: each opens at its top.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/ask_typed.h"
#include "screens/play.h"
#include "screens/quiz.h"

#define LONG                                                                                   \
    "First, here is a text that is a good deal longer than it has to be, for it tells much "   \
    "that nobody has asked about, of a town by a river that came over its banks each spring, " \
    "of the people who lived there, of what they ate and drank and what they said to one "     \
    "another when the water went down, and of all that they built in the years that followed."

static const char *const rows[] = {"one", "two", "three", "four", "five", "six"};
static const struct question_extras extras = {.explanation = LONG "\n" LONG "\n" LONG};
static const struct number_answer seven = {.min = 7, .max = 7};

static const struct question questions[] = {
    {.text = LONG " What is it?", .kind = KIND_TEXT, .points = 1, .accepted = {rows, NULL, 1}},
    {.text = LONG " In which order?",
     .kind = KIND_ORDER,
     .points = 1,
     .order = {.items = rows, .count = 6}},
    {.text = LONG " Which one?",
     .kind = KIND_CHOICE,
     .points = 1,
     .extras = &extras,
     .choice = {{.items = rows, .count = 6}, 1}},
    {.text = LONG " How many?", .kind = KIND_NUMBER, .points = 1, .number = &seven},
    {.text = LONG " Is it so?",
     .kind = KIND_TRUEFALSE,
     .points = 1,
     .extras = &extras,
     .is_true = true},
};

enum { QUESTIONS = 5 };

static const struct bank bank = {.id = "b",
                                 .title = "Bank",
                                 .language = "en",
                                 .questions = questions,
                                 .question_count = QUESTIONS};

static const struct session_rules limited = {.seed = 4, .question_limit_ms = 1000000};

static struct size {
    const char *name;
    int width, height, text_percent;
} sizes[] = {
    {"1280x720", 1280, 720, 100},
    {"640x360", 640, 360, 100},
    {"360x360", 360, 360, 100},
    {"720x1280", 720, 1280, 100},
    {"1280x720, text 200", 1280, 720, 200},
    {"640x360, text 200", 640, 360, 200},
    {"360x360, text 200", 360, 360, 200},
    {"720x1280, text 200", 720, 1280, 200},
};

static struct quiz *quiz;

static int open_in_size(void **state)
{
    const struct size *size = *state;
    void *made = NULL;
    if (quiz_setup(&made) != 0)
        return -1;
    quiz = made;
    quiz->stand.look.width = size->width;
    quiz->stand.look.height = size->height;
    quiz->stand.look.text_percent = size->text_percent;
    quiz_start(quiz, &bank, questions, QUESTIONS, &limited);
    quiz_enter(quiz, &screen_play);
    return 0;
}

static int close_quiz(void **state)
{
    (void)state;
    void *made = quiz;
    return quiz_teardown(&made);
}

/// The first run of text that begins so.
static const struct draw_cmd *run_of(const char *words)
{
    for (int i = 0; i < quiz->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &quiz->stand.frame.list.items[i];
        if (cmd->kind == DRAW_TEXT && strncmp(cmd->text, words, strlen(words)) == 0)
            return cmd;
    }
    return NULL;
}

static const struct ui_region *region_of(int id)
{
    for (int i = 0; i < quiz->stand.frame.region_count; i++) {
        if (quiz->stand.frame.regions[i].id == id)
            return &quiz->stand.frame.regions[i];
    }
    return NULL;
}

/// Whether the question is seen from its first word on.
static void is_at_the_top(void)
{
    const struct draw_cmd *first = run_of("First,");
    const struct ui_region *text = region_of(PLAY_TEXT_REGION);
    assert_non_null(first);
    assert_true(!text || first->baseline > text->rect.y);
    for (int i = 0; i < quiz->stand.frame.region_count; i++)
        assert_float_equal(quiz->stand.frame.regions[i].offset, 0, 0.01);
}

/// Scrolls all that can be to its end, by keys and by wheel.
static void scroll_down(void)
{
    for (int i = 0; i < 40; i++)
        quiz_send(quiz, stand_key(&quiz->stand, KEY_DOWN, MOD_SHIFT));
    for (int i = 0; i < quiz->stand.frame.region_count; i++) {
        struct point at = rect_centre(quiz->stand.frame.regions[i].rect);
        quiz_send(quiz, stand_wheel(&quiz->stand, 99, at.x, at.y));
        const struct ui_region *region = &quiz->stand.frame.regions[i];
        assert_float_equal(region->offset, fmaxf(0, region->content_height - region->rect.h),
                           0.6);
    }
}

static void time_out(void)
{
    quiz->stand.now_ms += limited.question_limit_ms;
    quiz_send(quiz, (struct action){.id = ACTION_TICK});
    assert_int_equal(quiz->game.session.phase, SESSION_SHOWING);
}

static void questions_and_feedback_open_at_their_top(void **state)
{
    (void)state;
    for (int i = 0; i < QUESTIONS; i++) {
        is_at_the_top();
        scroll_down();
        time_out();
        is_at_the_top();
        scroll_down();
        quiz_send(quiz, (struct action){.id = PLAY_NEXT});
    }
}

static void what_comes_back_opens_at_its_top(void **state)
{
    (void)state;
    time_out();
    quiz_send(quiz, (struct action){.id = PLAY_NEXT});
    scroll_down();
    quiz_send(quiz, (struct action){.id = PLAY_PREVIOUS});
    is_at_the_top();
    scroll_down();
    quiz_send(quiz, (struct action){.id = ACTION_BACK});
    is_at_the_top();
    scroll_down();
    quiz_send(quiz, (struct action){.id = PLAY_UNDO});
    is_at_the_top();
    for (int i = 0; i < QUESTIONS; i++) { // until the first is there again
        scroll_down();
        quiz_send(quiz, (struct action){.id = PLAY_SKIP});
        is_at_the_top();
    }
}

/// The field stays in view below a question that scrolls by itself; where that would leave less
/// than two lines of the question, it comes into view with the first letter.
static void what_is_typed_is_seen(void **state)
{
    (void)state;
    const struct ui_region *text = region_of(PLAY_TEXT_REGION);
    const struct ui_area *field = quiz_area(quiz, TYPED_FIELD, 0);
    assert_non_null(field);
    assert_int_equal(stand_focus(&quiz->stand), 0);
    if (text && field->region < 0)
        assert_true(text->rect.h >= 2 * (float)run_of("First,")->size_px);
    quiz_send(quiz, stand_type(&quiz->stand, "a"));
    field = quiz_area(quiz, TYPED_FIELD, 0);
    const struct ui_area *check = quiz_named(quiz, "Check");
    assert_true(field->rect.y > 0 && field->rect.y + field->rect.h < check->rect.y);
}

#define IN_EACH_SIZE(test, at)                                                                 \
    {                                                                                          \
#test, test, open_in_size, close_quiz, &sizes[at]                                      \
    }

int main(void)
{
    int failed = 0;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        const struct CMUnitTest tests[] = {
            IN_EACH_SIZE(questions_and_feedback_open_at_their_top, i),
            IN_EACH_SIZE(what_comes_back_opens_at_its_top, i),
            IN_EACH_SIZE(what_is_typed_is_seen, i),
        };
        failed += cmocka_run_group_tests_name(sizes[i].name, tests, NULL, NULL);
    }
    return failed;
}
