// Buzzers that change, and those who try what others did not know.
#include "core/contest_make.h"

static bool bind(struct lesson *l, int team, int buzzer)
{
    return send(l,
                (struct contest_event){.type = CONTEST_BIND, .team = team, .buzzer = buzzer});
}

static void a_team_gets_another_buzzer(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4,
          (struct contest_rules){
              .mode = CONTEST_BUZZ, .team_count = 3, .buzzers = {'q', 'p'}, .limit_ms = 5000});
    assert_true(plain(&l, CONTEST_GO));
    assert_true(press(&l, 0, l.now_ms));
    assert_true(judge(&l, CREDIT_FULL));
    assert_false(bind(&l, 0, 'q')); // has it
    assert_false(bind(&l, 3, 'x'));
    assert_false(bind(&l, 0, -1));
    assert_true(bind(&l, 2, 'q')); // that of another one: they change
    assert_int_equal(l.c.buzzers[0], 0);
    assert_int_equal(l.c.buzzers[2], 'q');
    assert_true(bind(&l, 1, 'q'));
    assert_int_equal(l.c.buzzers[1], 'q');
    assert_int_equal(l.c.buzzers[2], 'p');
    assert_true(bind(&l, 1, 0));
    assert_true(bind(&l, 0, 'a'));
    assert_int_equal(score(&l, 0), 1000);
    assert_true(plain(&l, CONTEST_UNDO)); // what was judged, not which keys there are
    assert_int_equal(l.c.phase, CONTEST_ANSWERING);
    assert_int_equal(l.c.buzzers[0], 'a');
    assert_int_equal(l.c.buzzers[1], 0);
    assert_true(plain(&l, CONTEST_REDO));
    assert_int_equal(score(&l, 0), 1000);
    assert_true(plain(&l, CONTEST_STOP));
    assert_false(bind(&l, 0, 'x'));
    arena_free(&l.arena);
}

static const int64_t MORE_MS = 30000;

static struct contest_rules with_time(enum contest_mode mode)
{
    return (struct contest_rules){.mode = mode,
                                  .team_count = 3,
                                  .time_percent = {150, 100, 200},
                                  .limit_ms = LIMIT_MS,
                                  .keeps_more_time = true};
}

static int64_t left_ms(const struct lesson *l)
{
    return contest_left_ms(&l->c, CONTEST_NOBODY, l->now_ms);
}

static void give_more(struct lesson *l)
{
    assert_true(send(l, (struct contest_event){.type = CONTEST_MORE_TIME, .more_ms = MORE_MS}));
}

static void others_have_what_was_left_of_the_time_given(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4, with_time(CONTEST_TURNS));
    give_more(&l);
    assert_int_equal(left_ms(&l), LIMIT_MS * 3 / 2 + MORE_MS);
    l.now_ms += 12000;
    assert_true(plain(&l, CONTEST_PASS)); // its half more is its own
    assert_int_equal(left_ms(&l), LIMIT_MS + MORE_MS - 12000);
    l.now_ms += 19000; // all that was given, and 1 s
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(left_ms(&l), LIMIT_MS * 2);
    assert_true(plain(&l, CONTEST_UNDO));
    assert_int_equal(left_ms(&l), LIMIT_MS - 1000);
    assert_true(plain(&l, CONTEST_REDO));
    assert_int_equal(left_ms(&l), LIMIT_MS * 2);
    assert_true(judge(&l, 0));
    assert_true(plain(&l, CONTEST_NEXT)); // another question, without it
    assert_int_equal(left_ms(&l), LIMIT_MS);
    arena_free(&l.arena);
}

static void who_buzzes_and_who_steals_have_it_too(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4, with_time(CONTEST_BUZZ));
    assert_true(plain(&l, CONTEST_GO));
    give_more(&l);
    l.now_ms += 10000;
    assert_true(press(&l, 1, l.now_ms));
    assert_int_equal(left_ms(&l), LIMIT_MS + MORE_MS - 10000);
    l.now_ms += 5000;
    assert_true(judge(&l, 0));
    assert_int_equal(left_ms(&l), LIMIT_MS + MORE_MS - 15000);
    l.now_ms += 1000;
    assert_true(press(&l, 0, l.now_ms));
    assert_int_equal(left_ms(&l), LIMIT_MS * 3 / 2 + MORE_MS - 16000);
    arena_free(&l.arena);
}

static void time_taken_away_is_missed_by_nobody_else(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4, with_time(CONTEST_TURNS));
    assert_true(send(&l, (struct contest_event){.type = CONTEST_MORE_TIME, .more_ms = -10000}));
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(left_ms(&l), LIMIT_MS);
    arena_free(&l.arena);
}

static void lessons_of_old_go_as_they_went(void **state)
{
    (void)state;
    struct lesson l;
    struct contest_rules rules = with_time(CONTEST_TURNS);
    rules.keeps_more_time = false;
    start(&l, 4, rules);
    give_more(&l);
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(left_ms(&l), LIMIT_MS);
    arena_free(&l.arena);
}

static void who_tried_last_is_known(void **state)
{
    (void)state;
    struct lesson l;
    start(&l, 4, with_time(CONTEST_TURNS));
    assert_int_equal(contest_round(&l.c)->tried, CONTEST_NOBODY);
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(contest_round(&l.c)->tried, 0);
    assert_true(plain(&l, CONTEST_PASS));
    assert_int_equal(contest_round(&l.c)->tried, 1);
    assert_true(plain(&l, CONTEST_UNDO));
    assert_int_equal(contest_round(&l.c)->tried, 0);
    arena_free(&l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_team_gets_another_buzzer),
        cmocka_unit_test(others_have_what_was_left_of_the_time_given),
        cmocka_unit_test(who_buzzes_and_who_steals_have_it_too),
        cmocka_unit_test(time_taken_away_is_missed_by_nobody_else),
        cmocka_unit_test(lessons_of_old_go_as_they_went),
        cmocka_unit_test(who_tried_last_is_known),
    };
    return cmocka_run_group_tests_name("contest_buzz", tests, NULL, NULL);
}
