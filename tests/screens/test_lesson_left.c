// A lesson that was left, as Home offers it, and what becomes of one that can't go on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/home.h"
#include "screens/kept.h"

static const char choices[] =
    "[{\"id\": \"a\", \"question\": \"One?\", \"answer\": \"1\", \"wrong\": [\"2\"]},"
    " {\"id\": \"b\", \"question\": \"Two?\", \"answer\": \"2\", \"wrong\": [\"3\"]}]";
static const char typed[] =
    "[{\"id\": \"t\", \"question\": \"Three?\", \"type\": \"text\", \"answer\": \"3\"}]";

static bool begin(struct desk *desk, enum contest_mode mode)
{
    struct class_teams teams = {.wish = lesson_wish_usual(), .count = 2};
    teams.wish.mode = (int)mode;
    teams.teams[0] = (struct team){.name = "Owls"};
    teams.teams[1] = (struct team){.name = "Foxes", .mark = 1};
    return lesson_run_begin(&desk->game, &(struct lesson_setup){.teams = &teams, .seed = 1},
                            desk->stand.now_ms);
}

static void leave_a_lesson(struct desk *desk)
{
    kept_begin(desk, choices);
    assert_true(begin(desk, CONTEST_TURNS));
    lesson_run_close(&desk->game);
    desk_enter(desk, &screen_home);
    assert_int_equal(home_hero_kind(&desk->game), HERO_LESSON);
}

/// Starts again with this bank alone.
static void restart_with(struct desk *desk, const char *name, const char *questions)
{
    const char *named[] = {desk_write_bank(desk, name, "Cards", questions)};
    library_close(&desk->game.library);
    library_find(&desk->game.library,
                 &(struct library_places){.named = named, .named_count = 1});
    assert_true(game_choose_bank(&desk->game, 0));
    desk_enter(desk, &screen_home);
}

static void a_lesson_in_which_nothing_can_be_asked_does_not_begin(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, typed);
    assert_false(begin(desk, CONTEST_HANDS));
    assert_false(desk->game.run.is_there);
    desk_enter(desk, &screen_home);
    assert_int_not_equal(home_hero_kind(&desk->game), HERO_LESSON);
    assert_true(begin(desk, CONTEST_TURNS));
}

static void a_lesson_waits_for_its_bank(void **state)
{
    struct desk *desk = *state;
    leave_a_lesson(desk);
    restart_with(desk, "other.json", typed);
    assert_int_not_equal(home_hero_kind(&desk->game), HERO_LESSON);
    restart_with(desk, "cards.json", choices);
    assert_int_equal(home_hero_kind(&desk->game), HERO_LESSON);
    assert_int_equal(desk_act(desk, HOME_HERO, 0).to, SCREEN_LESSON);
}

static void a_lesson_whose_questions_are_gone_ends(void **state)
{
    struct desk *desk = *state;
    leave_a_lesson(desk);
    restart_with(desk, "cards.json", typed);
    assert_int_equal(desk_act(desk, HOME_HERO, 0).kind, STEP_STAY);
    desk_assert_says(desk, "It ends here.");
    restart_with(desk, "cards.json", choices);
    assert_int_not_equal(home_hero_kind(&desk->game), HERO_LESSON);
}

/// What stood in the journal as begun and had nothing to ask from the start.
static void a_lesson_that_was_never_one_ends(void **state)
{
    struct desk *desk = *state;
    kept_begin(desk, typed);
    struct arena arena = {0};
    const struct bank *bank = game_bank(&desk->game);
    const struct picked picked = {bank, &bank->questions[0]};
    struct contest contest;
    struct lesson_log log;
    const struct lesson_start start = {.rules = {.mode = CONTEST_HANDS},
                                       .items = lesson_items(&picked, 1, &arena),
                                       .count = 1};
    contest_start(&contest, &arena, &picked, 1, &start.rules, 0);
    lesson_log_start(&log, &kept.journal, &contest, &start, 0, game_wall(&desk->game));
    arena_free(&arena);
    desk_enter(desk, &screen_home);
    assert_int_equal(home_hero_kind(&desk->game), HERO_LESSON);
    assert_int_equal(desk_act(desk, HOME_HERO, 0).kind, STEP_STAY);
    desk_assert_says(desk, "It ends here.");
    desk_enter(desk, &screen_home);
    assert_int_not_equal(home_hero_kind(&desk->game), HERO_LESSON);
}

#define CHOICE(id)                                                                             \
    "{\"id\": \"" id "\", \"question\": \"" id "?\", \"answer\": \"1\", \"wrong\": [\"2\"]}"

static bool happens(struct desk *desk, enum contest_event_type type)
{
    return lesson_run_apply(
        &desk->game,
        &(struct contest_event){.type = type, .at_ms = desk->stand.now_ms += 1000});
}

static void resume(struct desk *desk)
{
    assert_true(lesson_run_resume(&desk->game, desk->stand.now_ms));
    assert_true(happens(desk, CONTEST_RESUME));
}

static void turns_stay_equal_whenever_it_goes_on(void **state)
{
    static const char five[] =
        "[" CHOICE("a") "," CHOICE("b") "," CHOICE("c") "," CHOICE("d") "," CHOICE("e") "]";
    struct desk *desk = *state;
    const struct contest *c = &desk->game.run.contest;
    kept_begin(desk, five);
    assert_true(begin(desk, CONTEST_TURNS));
    const char *first = c->rounds[0].ask.question->id;
    static const char *const fewer[] = {
        "[" CHOICE("a") "," CHOICE("b") "," CHOICE("c") "]",
        "[" CHOICE("c") "," CHOICE("d") "," CHOICE("e") "]",
    };
    const char *three = fewer[*first > 'c'];
    lesson_run_close(&desk->game);
    restart_with(desk, "cards.json", three);
    resume(desk);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(c->rounds[c->at].mode, CONTEST_TURNS);
        assert_true(happens(desk, CONTEST_JUDGE));
        assert_true(happens(desk, CONTEST_NEXT));
        while (c->phase == CONTEST_STANDING)
            assert_true(happens(desk, CONTEST_NEXT));
    }
    assert_int_equal(c->rounds[c->at].mode, CONTEST_ALL);
    assert_true(happens(desk, CONTEST_GO));
    lesson_run_close(&desk->game);
    restart_with(desk, "cards.json", five); // what went came back
    resume(desk);
    assert_int_equal(c->phase, CONTEST_MARKING);
    assert_int_equal(c->asked, 2);
    assert_true(happens(desk, CONTEST_REVEAL));
    assert_true(happens(desk, CONTEST_NEXT));
    assert_int_equal(c->phase, CONTEST_DONE);
}

#define KEPT(test) cmocka_unit_test_setup_teardown(test, desk_setup, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        KEPT(a_lesson_in_which_nothing_can_be_asked_does_not_begin),
        KEPT(a_lesson_waits_for_its_bank),
        KEPT(a_lesson_whose_questions_are_gone_ends),
        KEPT(a_lesson_that_was_never_one_ends),
        KEPT(turns_stay_equal_whenever_it_goes_on),
    };
    return cmocka_run_group_tests_name("lesson_left", tests, NULL, NULL);
}
