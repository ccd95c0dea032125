// Help on a lesson: how it goes, in a few sentences for each way of playing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/lesson.h"

static int sentences(const char *text)
{
    int count = 0;
    for (; *text; text++)
        count += *text == '.' && (text[1] == ' ' || !text[1]);
    return count;
}

static void each_way_of_playing_is_told(void **state)
{
    struct desk *desk = *state;
    assert_null(screen_lesson.how(NULL, &desk->game));
    desk->game.run.is_there = true;
    for (int mode = 0; mode < CONTEST_MODE_COUNT; mode++) {
        desk->game.run.contest.rules.mode = (enum contest_mode)mode;
        const char *story = screen_lesson.how(NULL, &desk->game);
        assert_non_null(story);
        assert_in_range(sentences(story), 4, 6);
        assert_non_null(strstr(story, "aloud"));
        assert_non_null(strstr(story, "U takes back")); // whatever goes wrong
        for (int other = 0; other < mode; other++) {
            desk->game.run.contest.rules.mode = (enum contest_mode)other;
            assert_string_not_equal(screen_lesson.how(NULL, &desk->game), story);
        }
    }
    desk->game.run = (struct lesson_run){0};
}

/// Who pressed K and then U would wonder.
static void how_scores_come_back_is_told(void **state)
{
    (void)state;
    const struct shortcut *row = screen_lesson.shortcuts;
    while (row->id && row->id != LESSON_HIDE)
        row++;
    assert_non_null(strstr(row->label, "K again"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_way_of_playing_is_told, desk_setup, desk_teardown),
        cmocka_unit_test(how_scores_come_back_is_told),
    };
    return cmocka_run_group_tests_name("lesson_how", tests, NULL, NULL);
}
