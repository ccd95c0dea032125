// Hands that were counted wrongly: put right after the answer was shown.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/kept.h"
#include "screens/lesson.h"
#include "ui/control.h"

static const char questions[] =
    "[{\"question\": \"Capital of Peru?\", \"answer\": \"Lima\", \"wrong\": [\"Cusco\"]},"
    " {\"question\": \"Capital of Cuba?\", \"answer\": \"Havana\", \"wrong\": [\"Holguin\"]}]";

enum { UNIT_PX = 10, ROWS = 3 };

static const struct contest *lesson(const struct desk *desk)
{
    return &desk->game.run.contest;
}

static const struct lesson_screen *screen_of(const struct desk *desk)
{
    return desk->self;
}

/// Does it once keys count again.
static void act(struct desk *desk, int id, int arg)
{
    desk->stand.now_ms += LESSON_LOCK_MS;
    desk_act(desk, id, arg);
}

static void reveal(struct desk *desk)
{
    lesson_send(desk->self, &desk->game, (struct contest_event){.type = CONTEST_REVEAL},
                desk->stand.now_ms);
    desk_act(desk, ACTION_TICK, 0); // shows it
}

static void key(struct desk *desk, int pressed)
{
    const struct shortcut *row = screen_lesson.moment_shortcuts(desk->self, &desk->game);
    desk->stand.now_ms += LESSON_LOCK_MS;
    while (row->id && row->key != pressed)
        row++;
    if (row->id) {
        desk_act(desk, row->id, row->arg);
    } else {
        desk_key(desk, pressed);
    }
}

static int right_place(const struct desk *desk)
{
    return ask_is_right(&contest_round(lesson(desk))->ask, 0) ? 0 : 1;
}

/// 5 hands for what is right and 3 for what is not; the answer is shown.
static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    kept_begin(desk, questions);
    struct class_teams teams = {.wish = lesson_wish_usual()};
    teams.wish.mode = CONTEST_HANDS;
    assert_true(lesson_run_begin(
        &desk->game, &(struct lesson_setup){.teams = &teams, .is_class = true, .seed = 3},
        desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
    act(desk, LESSON_NEXT, 0);
    for (int place = 0; place < 2; place++) {
        act(desk, LESSON_DIGIT, place == right_place(desk) ? 5 : 3);
        act(desk, LESSON_NEXT, 0);
    }
    reveal(desk);
    desk_assert_says(desk, "5 of 8 hands were right.");
    return 0;
}

static void a_count_is_put_right_with_keys(void **state)
{
    struct desk *desk = *state;
    const struct contest_round *round = contest_round(lesson(desk));
    key(desk, '9'); // of no row
    assert_int_equal(lesson(desk)->phase, CONTEST_SHOWING);
    desk_assert_says(desk, "5 of 8 hands were right.");
    for (int row = 0; row <= right_place(desk); row++)
        key(desk, KEY_DOWN);
    key(desk, '1');
    key(desk, '2');
    assert_int_equal(round->hands[right_place(desk)], 12);
    desk_assert_says(desk, "12 of 15 hands were right.");
    desk_assert_says(desk, "Done");
    key(desk, KEY_ENTER);
    assert_int_equal(lesson(desk)->phase, CONTEST_SHOWING);
    desk_assert_says(desk, "80 %");
    desk_assert_says(desk, "Next");
    key(desk, KEY_ENTER);
    assert_int_equal(lesson(desk)->at, 1);
}

static void a_count_is_put_right_by_mouse_or_pad(void **state)
{
    struct desk *desk = *state;
    int right = right_place(desk);
    assert_non_null(desk_area(desk, LESSON_HANDS, right));
    assert_null(desk_area(desk, LESSON_HANDS, right | STEPPER_UP));
    act(desk, LESSON_HANDS, right);
    assert_int_equal(desk->stand.state.focus.id, LESSON_HANDS);
    assert_int_equal(desk->stand.state.focus.arg, right);
    act(desk, LESSON_HANDS, right | STEPPER_UP);
    desk_assert_says(desk, "6 of 9 hands were right.");
    act(desk, LESSON_HANDS, ASK_PLACES); // who raised none
    act(desk, LESSON_HANDS, ASK_PLACES | STEPPER_UP);
    desk_assert_says(desk, "6 of 10 hands were right.");
    key(desk, KEY_UP);
    assert_int_equal(screen_of(desk)->row, ROWS - 2);
    act(desk, LESSON_NEXT, 0);
    key(desk, KEY_UP); // from no row to the last
    assert_int_equal(screen_of(desk)->row, ROWS - 1);
}

static void what_is_for_teams_says_that_there_are_none(void **state)
{
    struct desk *desk = *state;
    key(desk, 'n');
    desk_assert_says(desk, "Nobody is judged here: hands are counted.");
    key(desk, '+');
    desk_assert_says(desk, "There are no teams to give points to.");
}

static void it_is_undone(void **state)
{
    struct desk *desk = *state;
    act(desk, LESSON_HANDS, right_place(desk));
    act(desk, LESSON_DIGIT, 9);
    desk_assert_says(desk, "9 of 12 hands were right.");
    act(desk, LESSON_UNDO, 0);
    desk_assert_says(desk, "5 of 8 hands were right.");
    assert_int_equal(screen_of(desk)->row, CONTEST_NOBODY);
    act(desk, LESSON_REDO, 0);
    desk_assert_says(desk, "9 of 12 hands were right.");
}

static void the_class_remembers_what_was_put_right(void **state)
{
    struct desk *desk = *state;
    const char *first = desk->game.run.log.start.items[0].key;
    act(desk, LESSON_HANDS, right_place(desk));
    act(desk, LESSON_DIGIT, 0);
    act(desk, LESSON_NEXT, 0);
    act(desk, LESSON_NEXT, 0);
    reveal(desk);
    assert_int_equal(contest_class_credit(lesson(desk), 0), 0);
    struct journal_event *events;
    int count = journal_read_game(&kept.journal, desk->game.run.log.game, &desk->scratch->arena,
                                  &events);
    bool is_noted = false;
    for (int i = 0; i < count; i++) {
        is_noted = is_noted || (events[i].type == JOURNAL_ANSWER &&
                                strcmp(events[i].question, first) == 0 &&
                                strstr(events[i].data, "\"credit\":0"));
    }
    assert_true(is_noted);
}

/// The back row reads counts: they are as large as the smallest answer.
static void counts_are_large(void **state)
{
    struct desk *desk = *state;
    for (int shown = 0; shown < 2; shown++) {
        int seen = 0;
        for (int i = 0; i < desk->stand.frame.list.count; i++) {
            const struct draw_cmd *cmd = &desk->stand.frame.list.items[i];
            bool is_count = cmd->kind == DRAW_TEXT && strpbrk(cmd->text, "0123456789") &&
                            !strstr(cmd->text, "Question");
            seen += is_count;
            if (is_count)
                assert_true((float)cmd->size_px >= 3.3F * UNIT_PX);
        }
        assert_true(seen >= ROWS);
        act(desk, LESSON_UNDO, 0); // and while they are counted
        assert_int_equal(lesson(desk)->phase, CONTEST_MARKING);
    }
}

static void the_call_stands_in_the_header(void **state)
{
    struct desk *desk = *state;
    const struct ui_area *menu = desk_area(desk, ACTION_BACK, 0);
    assert_non_null(menu);
    for (int i = 0; i < desk->stand.frame.list.count; i++) {
        const struct draw_cmd *cmd = &desk->stand.frame.list.items[i];
        if (cmd->kind == DRAW_TEXT && strstr(cmd->text, "answer")) {
            assert_true(cmd->rect.y < menu->rect.y + menu->rect.h);
            return;
        }
    }
    fail();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_count_is_put_right_with_keys),
        TEST(a_count_is_put_right_by_mouse_or_pad),
        TEST(what_is_for_teams_says_that_there_are_none),
        TEST(it_is_undone),
        TEST(the_class_remembers_what_was_put_right),
        TEST(counts_are_large),
        TEST(the_call_stands_in_the_header),
    };
    return cmocka_run_group_tests_name("lesson_hands", tests, NULL, NULL);
}
