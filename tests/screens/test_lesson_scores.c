// The scores of a lesson: after a round, at its end, and hidden.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/lesson.h"

enum { FIRST_MS = 10000, STEP_MS = 1000, TEAMS = 3 };

static const char questions[] = "[{\"front\": \"One?\", \"back\": \"1\"},"
                                "{\"front\": \"Two?\", \"back\": \"2\"},"
                                "{\"front\": \"Three?\", \"back\": \"3\"},"
                                "{\"front\": \"Four?\", \"back\": \"4\"}]";

static int setup(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    desk_add_bank(desk, "b.json", "B", questions);
    desk->stand.now_ms = FIRST_MS;
    return 0;
}

static struct lesson_wish wish_for(enum contest_mode mode)
{
    struct lesson_wish wish = lesson_wish_usual();
    wish.mode = (int)mode;
    wish.questions = 4;
    wish.rounds = 2;
    return wish;
}

/// Opens a lesson; three teams but for pupils, who are two.
static void open_lesson(struct desk *desk, struct lesson_wish wish)
{
    static struct class_pupil pupils[] = {{"Ada", false}, {"Ben", false}};
    const struct class_list list = {pupils, 2};
    struct class_teams teams = {.wish = wish};
    bool has_pupils = wish.mode == CONTEST_PUPILS;
    static const char *const names[TEAMS] = {"Owls", "Foxes", "Herons"};
    for (int i = 0; i < TEAMS && !has_pupils; i++)
        teams.teams[teams.count++] = (struct team){.name = names[i], .mark = i};
    const struct lesson_setup setup = {
        .pupils = has_pupils ? &list : NULL, .teams = &teams, .seed = 3};
    assert_true(lesson_run_begin(&desk->game, &setup, desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
}

static void press(struct desk *desk, int key)
{
    desk->stand.now_ms += STEP_MS;
    desk->game.now_ms = desk->stand.now_ms;
    desk_key(desk, key);
}

/// All write their answers down; those teams of `right` were right. Goes on.
static void ask_all(struct desk *desk, const char *right)
{
    press(desk, KEY_PAGE_DOWN);
    for (; *right; right++)
        desk_act(desk, LESSON_TEAM, *right - '1');
    press(desk, KEY_PAGE_DOWN);
    press(desk, KEY_PAGE_DOWN);
}

static void play_round(struct desk *desk, const char *first, const char *second)
{
    ask_all(desk, first);
    ask_all(desk, second);
}

static void see_later(struct desk *desk, int64_t ms)
{
    desk->stand.now_ms += ms;
    desk_send(desk, (struct action){0});
}

static void a_round_ends_with_scores(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    play_round(desk, "12", "1");
    assert_int_equal(desk->game.run.contest.phase, CONTEST_STANDING);
    see_later(desk, 5000);
    desk_assert_says(desk, "After round 1 of 2");
    desk_assert_says(desk, "Next round");
    desk_assert_silent(desk, "place"); // nobody had one before
}

static void a_change_of_place_is_told_in_words(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    play_round(desk, "12", "1"); // Owls 2, Foxes 1
    press(desk, KEY_PAGE_DOWN);
    ask_all(desk, "23");
    press(desk, KEY_PAGE_DOWN);
    desk_act(desk, LESSON_TEAM, 1);
    press(desk, KEY_PAGE_DOWN); // Foxes 3, Owls 2, Herons 1, and the answer is up
    struct lesson_standing s = lesson_standing(&desk->game.run.contest);
    assert_int_equal(s.order[0], 1);
    assert_int_equal(s.places_before[1], 2);
    assert_int_equal(s.totals[1], 3000);
    assert_int_equal(s.totals_before[1], 1000);
    struct arena *arena = &desk->scratch->arena;
    assert_string_equal(lesson_place_change(&s, 1, arena), "+1 place");
    assert_string_equal(lesson_place_change(&s, 0, arena), "−1 place");
    assert_string_equal(lesson_place_change(&s, 2, arena), "–");
}

static void points_of_the_host_count_as_from_before(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    desk_act(desk, LESSON_TEAM, 2);
    press(desk, '+');
    play_round(desk, "1", "");
    struct lesson_standing s = lesson_standing(&desk->game.run.contest);
    assert_int_equal(s.totals_before[2], 100);
    assert_int_equal(s.totals_before[0], 0);
    assert_int_equal(s.totals[0], 1000);
}

static void six_teams_stand_below_each_other(void **state)
{
    static const char *const names[] = {"Owls", "Foxes", "Herons", "Bears", "Bees", "Whales"};
    struct desk *desk = *state;
    struct class_teams teams = {.wish = wish_for(CONTEST_ALL), .count = TEAMS_MOST};
    for (int i = 0; i < TEAMS_MOST; i++)
        teams.teams[i] = (struct team){.name = names[i], .mark = i};
    assert_true(lesson_run_begin(
        &desk->game, &(struct lesson_setup){.teams = &teams, .seed = 3}, desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
    desk->stand.look.text_percent = 130;
    for (int wide = 0; wide < 2; wide++) {
        desk->stand.look.width = wide ? 1920 : 1024;
        desk->stand.look.height = wide ? 1080 : 768;
        press(desk, 'r');
        assert_int_equal(desk->stand.frame.region_count, 1);
        const struct ui_region *rows = &desk->stand.frame.regions[0];
        assert_int_equal(rows->id, LESSON_SCORES_REGION);
        assert_true(rows->content_height <= rows->rect.h + 0.5F);
        press(desk, 'r');
    }
}

static void equal_scores_share_a_place(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    play_round(desk, "13", "");
    struct lesson_standing s = lesson_standing(&desk->game.run.contest);
    assert_int_equal(s.places[0], 1);
    assert_int_equal(s.places[2], 1);
    assert_int_equal(s.places[1], 3);
    assert_int_equal(s.order[1], 2);
}

/// Where the rows begin that team `team` has its points in; its mark tells it.
static float mark_y(const struct desk *desk, int team)
{
    const struct draw_list *list = &desk->stand.frame.list;
    float y = -1;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT &&
            strcmp(list->items[i].text, desk->game.run.log.start.teams[team].name) == 0)
            y = list->items[i].rect.y; // the last is that of the rows
    }
    return y;
}

static void rows_glide_one_after_another(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    ask_all(desk, "3");
    press(desk, KEY_PAGE_DOWN);
    desk_act(desk, LESSON_TEAM, 2);
    press(desk, KEY_PAGE_DOWN);
    desk->stand.now_ms += STEP_MS;
    desk->stand.state.acted_ms = desk->stand.now_ms;
    desk_act(desk, LESSON_NEXT, 0); // seen a second later: all is at its place
    float last = mark_y(desk, 1), first = mark_y(desk, 2);
    assert_true(first < last);
    desk->stand.now_ms -= 900; // now 100 ms after it came up: bars still grow
    desk_send(desk, (struct action){0});
    float early = mark_y(desk, 2);
    assert_true(early > first);
    assert_true(mark_y(desk, 0) < early);
    desk->stand.look.reduced_motion = true;
    desk_send(desk, (struct action){0});
    assert_float_equal(mark_y(desk, 2), first, 0.5F);
}

static void only_the_best_three_are_shown_if_wished(void **state)
{
    struct desk *desk = *state;
    struct lesson_wish wish = wish_for(CONTEST_ALL);
    wish.top_three = true;
    open_lesson(desk, wish);
    play_round(desk, "1", "1");
    struct lesson_standing s = lesson_standing(&desk->game.run.contest);
    assert_true(lesson_is_ranked(&desk->game, &s, 1)); // shares the second place
    s.places[1] = 4;
    assert_false(lesson_is_ranked(&desk->game, &s, 1));
}

static void names_can_be_hidden(void **state)
{
    struct desk *desk = *state;
    struct lesson_wish wish = wish_for(CONTEST_ALL);
    wish.hides_names = true;
    open_lesson(desk, wish);
    play_round(desk, "1", "1");
    desk_assert_silent(desk, "Owls");
    desk_assert_says(desk, "2\u00a0000");
}

static void a_calm_lesson_ranks_nobody_before_its_end(void **state)
{
    struct desk *desk = *state;
    struct lesson_wish wish = wish_for(CONTEST_ALL);
    wish.is_calm = true;
    open_lesson(desk, wish);
    ask_all(desk, "1");
    press(desk, 'r');
    desk_assert_says(desk, "scores come at its end");
    desk_assert_silent(desk, "1\u00a0000");
    press(desk, 'r');
    lesson_run_apply(&desk->game, &(struct contest_event){.type = CONTEST_STOP,
                                                          .at_ms = desk->stand.now_ms});
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "1\u00a0000");
}

static void the_host_can_hide_the_scores(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    ask_all(desk, "1");
    desk_assert_says(desk, "1\u00a0000"); // in the header
    press(desk, 'k');
    press(desk, 'r');
    desk_assert_silent(desk, "1\u00a0000");
    desk_assert_says(desk, "Back to the lesson");
    desk_assert_says(desk, "K shows them again");
    press(desk, 'k');
    desk_assert_says(desk, "1\u00a0000");
}

static void the_end_has_a_podium_and_all_teams(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_ALL));
    play_round(desk, "12", "1");
    press(desk, KEY_PAGE_DOWN);
    play_round(desk, "12", "1");
    assert_int_equal(desk->game.run.contest.phase, CONTEST_DONE);
    see_later(desk, 5000);
    desk_assert_says(desk, "The end");
    desk_assert_says(desk, "To the start");
    desk_assert_says(desk, "4\u00a0000");
    press(desk, KEY_PAGE_DOWN);
    assert_int_equal(desk->last.kind, STEP_HOME);
}

static void without_teams_the_end_says_what_to_teach_again(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_PUPILS));
    for (int i = 0; i < 4; i++) {
        press(desk, i ? 'y' : 'n');
        if (desk->game.run.contest.phase != CONTEST_SHOWING)
            press(desk, KEY_PAGE_DOWN);
        press(desk, KEY_PAGE_DOWN);
    }
    assert_int_equal(desk->game.run.contest.phase, CONTEST_DONE);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "75 %");
    desk_assert_says(desk, "teach again");
    struct lesson_class_share worst[3];
    int count;
    assert_int_equal(lesson_class_share(&desk->game.run.contest, worst, 3, &count), 750);
    assert_int_equal(count, 1);
    assert_int_equal(worst[0].credit, 0);
}

static void a_pass_is_told_of_who_passed(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_PUPILS));
    const struct game *game = &desk->game;
    const char *first = game->run.log.start.pupils[contest_round(&game->run.contest)->pupil];
    press(desk, 's');
    press(desk, KEY_PAGE_DOWN);
    assert_int_equal(game->run.contest.phase, CONTEST_SHOWING);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, arena_printf(&desk->arena, "%s: passed", first));
}

static void a_pass_counts_at_the_end_as_it_does_in_the_report(void **state)
{
    struct desk *desk = *state;
    open_lesson(desk, wish_for(CONTEST_PUPILS));
    press(desk, 's');
    press(desk, 'y'); // the other one knew it
    lesson_run_apply(&desk->game, &(struct contest_event){.type = CONTEST_STOP,
                                                          .at_ms = desk->stand.now_ms});
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "50 %");
    desk_assert_says(desk, "teach again");
}

#define LESSON(test) cmocka_unit_test_setup_teardown(test, setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LESSON(a_round_ends_with_scores),
        LESSON(a_change_of_place_is_told_in_words),
        LESSON(points_of_the_host_count_as_from_before),
        LESSON(six_teams_stand_below_each_other),
        LESSON(equal_scores_share_a_place),
        LESSON(rows_glide_one_after_another),
        LESSON(only_the_best_three_are_shown_if_wished),
        LESSON(names_can_be_hidden),
        LESSON(a_calm_lesson_ranks_nobody_before_its_end),
        LESSON(the_host_can_hide_the_scores),
        LESSON(the_end_has_a_podium_and_all_teams),
        LESSON(without_teams_the_end_says_what_to_teach_again),
        LESSON(a_pass_is_told_of_who_passed),
        LESSON(a_pass_counts_at_the_end_as_it_does_in_the_report),
    };
    return cmocka_run_group_tests_name("lesson_scores", tests, NULL, NULL);
}
