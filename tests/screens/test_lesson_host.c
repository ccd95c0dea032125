// What the host alone sees: on a second display, and for a moment in a corner.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/lesson.h"

static const char questions[] =
    "[{\"question\": \"Who led?\", \"answer\": \"Luns\", \"explanation\": \"He was Dutch.\", "
    "\"hint\": \"Four letters.\"},"
    "{\"question\": \"Capital?\", \"answer\": \"Rome\", \"explanation\": \"He was Dutch.\", "
    "\"hint\": \"Four letters.\"}]";

static struct screen host;

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    desk_add_bank(desk, "b.json", "B", questions);
    desk->stand.now_ms = desk->game.now_ms = 10000;
    host = screen_lesson;
    host.view = lesson_host_view;
    return 0;
}

static void open_lesson(struct desk *desk, const struct screen *screen, bool is_calm)
{
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.wish.mode = CONTEST_BUZZ;
    teams.wish.is_calm = is_calm;
    teams.wish.limit_s = 60;
    teams.teams[0] = (struct team){.name = "Owls"};
    teams.teams[1] = (struct team){.name = "Foxes", .mark = 1};
    const struct lesson_setup lesson = {.teams = &teams, .seed = 1};
    assert_true(lesson_run_begin(&desk->game, &lesson, desk->stand.now_ms));
    desk_enter(desk, screen);
}

static void apply(struct desk *desk, struct contest_event event)
{
    event.at_ms = desk->stand.now_ms += 100;
    desk->game.now_ms = desk->stand.now_ms;
    assert_true(lesson_run_apply(&desk->game, &event));
    desk_act(desk, ACTION_SHOWN, 0);
}

/// The answer of the first question, or of the one that comes then.
static const char *answer_of(const struct desk *desk, int round)
{
    return desk->game.run.contest.rounds[round].ask.question->accepted.items[0];
}

static void the_host_sees_the_answer_and_what_comes_next(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, &host, true);
    desk_assert_says(desk, answer_of(desk, 0));
    desk_assert_says(desk, "He was Dutch.");
    desk_assert_says(desk, "Four letters.");
    desk_assert_says(desk, "Next question");
    desk_assert_says(desk, answer_of(desk, 1));
    desk_assert_says(desk, "Enter: Open the buzzers");
    desk_assert_says(desk, "Owls"); // with its score, also in a calm lesson
    desk_assert_says(desk, "Foxes");
    desk_assert_silent(desk, "W: swap displays");
    desk->game.has_two_displays = true;
    desk_send(desk, (struct action){0});
    desk_assert_says(desk, "W: swap displays");
}

static void who_is_asked_and_who_tried_is_told(void **state)
{
    static const char *const typed[] = {"Me"};
    struct desk *desk = *state;
    open_lesson(desk, &host, false);
    apply(desk, (struct contest_event){.type = CONTEST_GO});
    desk_assert_says(desk, "0:59");
    const struct contest_press press = {.team = 1, .at_ms = desk->stand.now_ms + 50};
    apply(desk,
          (struct contest_event){.type = CONTEST_PRESSED, .presses = &press, .press_count = 1});
    desk_assert_says(desk, "Foxes first. Your answer?");
    desk_assert_says(desk, "Y: right");
    const struct answer answer = {.texts = typed, .text_count = 1};
    apply(desk, (struct contest_event){.type = CONTEST_ANSWER, .answer = &answer});
    desk_assert_says(desk, "Tried");
    desk_assert_says(desk, "Foxes: not right");
    desk_assert_says(desk, "“Me”");
}

static void a_small_window_keeps_the_answer_and_the_keys(void **state)
{
    struct desk *desk = *state;
    desk->stand.look.width = 360;
    desk->stand.look.height = 160;
    desk->stand.look.text_percent = 200;
    open_lesson(desk, &host, true);
    desk_assert_says(desk, answer_of(desk, 0));
    desk_assert_says(desk, "Enter:");
    desk_assert_silent(desk, "Four letters.");
}

static void a_peek_is_over_with_its_question_and_after_three_seconds(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, &screen_lesson, true);
    const struct lesson_screen *lesson = desk->self;
    desk_assert_silent(desk, answer_of(desk, 0));
    desk_key(desk, 'p');
    desk_assert_says(desk, answer_of(desk, 0));
    desk_key(desk, 'p'); // once more hides it
    desk_assert_silent(desk, answer_of(desk, 0));
    desk_key(desk, 'p');
    desk->stand.now_ms += LESSON_PEEK_MS;
    desk_send(desk, (struct action){0});
    desk_assert_silent(desk, answer_of(desk, 0));
    desk_key(desk, 'p');
    assert_true(lesson->peek_until_ms > desk->stand.now_ms);
    apply(desk, (struct contest_event){.type = CONTEST_REVEAL});
    apply(desk, (struct contest_event){.type = CONTEST_NEXT});
    desk_assert_silent(desk, answer_of(desk, 1)); // the next question is another secret
}

static void a_peek_stays_above_the_question(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, &screen_lesson, true);
    const struct draw_list *list = &desk->stand.frame.list;
    float asked = 0, told = 0;
    desk_key(desk, 'p');
    const char *answer = answer_of(desk, 0);
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *item = &list->items[i];
        if (item->kind == DRAW_TEXT && strcmp(item->text, answer) == 0)
            told = item->rect.y + item->rect.h;
        if (item->kind == DRAW_TEXT && strstr(item->text, "Read first") && asked <= 0)
            asked = item->rect.y;
    }
    assert_true(told > 0 && asked > 0);
    assert_true(told <= asked);
}

static void the_displays_are_swapped_where_there_are_two(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, &screen_lesson, true);
    struct settings *settings = &desk->game.settings;
    desk_key(desk, 'w');
    assert_false(settings->lesson_on_main_display);
    desk->game.has_two_displays = desk->game.has_host_window = true;
    desk_key(desk, 'w');
    assert_true(settings->lesson_on_main_display);
    assert_true(desk->game.settings_changed);
    desk->game.has_host_window = false; // the host closed it
    desk_key(desk, 'w');
    assert_true(settings->lesson_on_main_display);
    assert_true(desk->game.asks_host_window);
}

static void the_menu_has_what_can_be_done_now(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, &screen_lesson, false);
    apply(desk, (struct contest_event){.type = CONTEST_GO});
    desk->game.asked_of_lesson = LESSON_UNDO;
    desk_act(desk, ACTION_SHOWN, 0);
    assert_int_equal(desk->game.asked_of_lesson, 0);
    const struct contest *c = &desk->game.run.contest;
    assert_false(lesson_can(&desk->game, LESSON_UNDO));
    assert_true(contest_can_redo(c));
    assert_true(lesson_can(&desk->game, LESSON_REDO));
}

static void the_menu_swaps_the_displays_too(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, &screen_lesson, true);
    desk_enter(desk, &screen_lesson_menu);
    desk_assert_silent(desk, "displays");
    desk->game.has_two_displays = desk->game.has_host_window = true;
    desk_enter(desk, &screen_lesson_menu);
    desk_assert_says(desk, "Swap the displays");
    desk_key(desk, 'w');
    assert_true(desk->game.settings.lesson_on_main_display);
    desk->game.has_host_window = false;
    desk_send(desk, (struct action){0});
    desk_assert_silent(desk, "Swap the displays");
    desk_assert_says(desk, "Show the host's window again");
}

#define LESSON(test) cmocka_unit_test_setup_teardown(test, setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LESSON(the_host_sees_the_answer_and_what_comes_next),
        LESSON(who_is_asked_and_who_tried_is_told),
        LESSON(a_small_window_keeps_the_answer_and_the_keys),
        LESSON(a_peek_is_over_with_its_question_and_after_three_seconds),
        LESSON(a_peek_stays_above_the_question),
        LESSON(the_displays_are_swapped_where_there_are_two),
        LESSON(the_menu_has_what_can_be_done_now),
        LESSON(the_menu_swaps_the_displays_too),
    };
    return cmocka_run_group_tests_name("lesson_host", tests, NULL, NULL);
}
