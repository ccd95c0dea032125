// Teams made of a class.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/teams.h"

enum { MOST = 40 };

static struct team teams[TEAMS_MOST];
static struct teams_pupil pupils[MOST];
static struct arena arena;

static int fresh(void **state)
{
    (void)state;
    memset(teams, 0, sizeof teams);
    memset(pupils, 0, sizeof pupils);
    return 0;
}

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/// Which team a pupil is in; fails if it is in two. -1: in none.
static int team_of(int count, int pupil)
{
    int found = -1;
    for (int t = 0; t < count; t++) {
        for (int i = 0; i < teams[t].pupil_count; i++) {
            if (teams[t].pupils[i] == pupil) {
                assert_int_equal(found, -1);
                found = t;
            }
        }
    }
    return found;
}

static void assert_even(int count)
{
    int least = MOST, most = 0;
    for (int t = 0; t < count; t++) {
        least = teams[t].pupil_count < least ? teams[t].pupil_count : least;
        most = teams[t].pupil_count > most ? teams[t].pupil_count : most;
        for (int i = 1; i < teams[t].pupil_count; i++)
            assert_true(teams[t].pupils[i - 1] < teams[t].pupils[i]);
    }
    assert_true(most - least <= 1);
}

static void everybody_who_is_there_is_in_one_team(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 500; seed++) {
        struct rng rng = rng_seed(seed);
        int count = TEAMS_LEAST + (int)rng_below(&rng, TEAMS_MOST - TEAMS_LEAST + 1);
        int all = (int)rng_below(&rng, MOST + 1);
        for (int i = 0; i < all; i++) {
            pupils[i].is_absent = rng_below(&rng, 4) == 0;
            pupils[i].answered = (int)rng_below(&rng, 20);
            pupils[i].right = (int)rng_below(&rng, (uint64_t)pupils[i].answered + 1);
        }
        teams_deal(teams, count, pupils, all, seed % 2 ? TEAMS_RANDOM : TEAMS_BALANCED, seed,
                   &arena);
        for (int i = 0; i < all; i++)
            assert_int_equal(team_of(count, i) == -1, pupils[i].is_absent);
        assert_even(count);
    }
}

static void chance_can_be_repeated(void **state)
{
    (void)state;
    int first[12], others = 0;
    teams_deal(teams, 3, pupils, 12, TEAMS_RANDOM, 7, &arena);
    for (int i = 0; i < 12; i++)
        first[i] = team_of(3, i);
    teams_deal(teams, 3, pupils, 12, TEAMS_RANDOM, 8, &arena);
    for (int i = 0; i < 12; i++)
        others += team_of(3, i) != first[i];
    assert_true(others > 0);
    teams_deal(teams, 3, pupils, 12, TEAMS_RANDOM, 7, &arena);
    for (int i = 0; i < 12; i++)
        assert_int_equal(team_of(3, i), first[i]);
}

static void each_is_with_each_about_as_often(void **state)
{
    (void)state;
    int together[8][8] = {{0}};

    enum { TRIES = 4000 };

    for (uint64_t seed = 0; seed < TRIES; seed++) {
        teams_deal(teams, 2, pupils, 8, TEAMS_RANDOM, seed, &arena);
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < i; k++)
                together[i][k] += team_of(2, i) == team_of(2, k);
        }
    }
    for (int i = 0; i < 8; i++) {
        for (int k = 0; k < i; k++) // 3 of the 7 others; 5 standard deviations
            assert_true(abs(together[i][k] - TRIES * 3 / 7) < 160);
    }
}

/// The sum of the shares of a team, in thousandths.
static int sum_of(int team)
{
    int sum = 0;
    for (int i = 0; i < teams[team].pupil_count; i++)
        sum += pupils[teams[team].pupils[i]].right;
    return sum;
}

static void balanced_teams_are_about_as_good(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct rng rng = rng_seed(seed);
        int least = 1000, most = 0;
        for (int i = 0; i < 24; i++) {
            pupils[i] =
                (struct teams_pupil){.right = (int)rng_below(&rng, 1001), .answered = 1000};
            least = pupils[i].right < least ? pupils[i].right : least;
            most = pupils[i].right > most ? pupils[i].right : most;
        }
        teams_deal(teams, 4, pupils, 24, TEAMS_BALANCED, seed, &arena);
        for (int t = 1; t < 4; t++)
            assert_true(abs(sum_of(t) - sum_of(0)) <= most - least);
    }
}

static void the_best_are_not_together(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++)
        pupils[i] = (struct teams_pupil){.right = i < 2 ? 19 : 2, .answered = 20};
    for (uint64_t seed = 0; seed < 50; seed++) {
        teams_deal(teams, 2, pupils, 4, TEAMS_BALANCED, seed, &arena);
        assert_int_not_equal(team_of(2, 0), team_of(2, 1));
    }
}

static void one_lucky_answer_is_not_the_best(void **state)
{
    (void)state;
    // By the bare share the second would be first, and so never with the third.
    pupils[0] = (struct teams_pupil){.right = 38, .answered = 40};
    pupils[1] = (struct teams_pupil){.right = 1, .answered = 1};
    pupils[2] = (struct teams_pupil){.right = 30, .answered = 40};
    pupils[3] = (struct teams_pupil){.right = 2, .answered = 40};
    teams_deal(teams, 2, pupils, 4, TEAMS_BALANCED, 1, &arena);
    assert_int_equal(team_of(2, 0), team_of(2, 3));
}

static void as_last_time_moves_nobody(void **state)
{
    (void)state;
    static const int owls[] = {0, 1, 2, 99}, foxes[] = {3, -1, 0};
    teams[0] = (struct team){.pupils = owls, .pupil_count = 4};
    teams[1] = (struct team){.pupils = foxes, .pupil_count = 3};
    pupils[1].is_absent = true;
    teams_deal(teams, 2, pupils, 8, TEAMS_AGAIN, 3, &arena);
    assert_int_equal(team_of(2, 0), 0);
    assert_int_equal(team_of(2, 1), -1);
    assert_int_equal(team_of(2, 2), 0);
    assert_int_equal(team_of(2, 3), 1);
    assert_even(2);
    assert_int_equal(teams[0].pupil_count + teams[1].pupil_count, 7);
}

static void nobody_to_deal_is_fine(void **state)
{
    (void)state;
    teams[0].pupil_count = 5;
    teams_deal(teams, 2, NULL, 0, TEAMS_BALANCED, 1, &arena);
    assert_int_equal(teams[0].pupil_count, 0);
    assert_int_equal(teams[1].pupil_count, 0);
}

static void a_new_team_gets_the_first_free_mark(void **state)
{
    (void)state;
    assert_int_equal(teams_free_mark(teams, 0), 0);
    teams[0].mark = 1;
    teams[1].mark = 0;
    assert_int_equal(teams_free_mark(teams, 2), 2);
    for (int i = 0; i < TEAMS_MOST; i++)
        teams[i].mark = i;
    assert_int_equal(teams_free_mark(teams, TEAMS_MOST), -1);
}

static void assert_check(int count, enum teams_fault fault, int one, int other)
{
    struct teams_check check = teams_check(teams, count);
    assert_int_equal(check.fault, fault);
    assert_int_equal(check.one, one);
    assert_int_equal(check.other, other);
}

static void what_clashes_is_told(void **state)
{
    (void)state;
    static const int some[] = {0};
    teams[0] = (struct team){.name = "Owls", .mark = 0, .buzzer = 'q'};
    teams[1] = (struct team){.name = "Foxes", .mark = 1, .buzzer = 'p'};
    teams[2] = (struct team){.name = "Herons", .mark = 2};
    teams[3] = (struct team){.name = "Bees", .mark = 3};
    assert_check(4, TEAMS_FINE, 0, 0);
    assert_check(1, TEAMS_TOO_FEW, 0, 0);
    teams[2].pupils = some;
    teams[2].pupil_count = 1;
    assert_check(4, TEAMS_NO_PUPILS, 0, 0);
    teams[3].buzzer = 'q';
    assert_check(4, TEAMS_SAME_BUZZER, 0, 3);
    teams[3].mark = 1;
    assert_check(4, TEAMS_SAME_MARK, 1, 3);
    teams[3].name = " oWLS ";
    assert_check(4, TEAMS_SAME_NAME, 0, 3);
    teams[2].name = " \t";
    assert_check(4, TEAMS_NO_NAME, 2, 0);
    teams[2].name = NULL;
    assert_check(4, TEAMS_NO_NAME, 2, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fresh, clean)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everybody_who_is_there_is_in_one_team),
        TEST(chance_can_be_repeated),
        TEST(each_is_with_each_about_as_often),
        TEST(balanced_teams_are_about_as_good),
        TEST(the_best_are_not_together),
        TEST(one_lucky_answer_is_not_the_best),
        TEST(as_last_time_moves_nobody),
        TEST(nobody_to_deal_is_fine),
        TEST(a_new_team_gets_the_first_free_mark),
        TEST(what_clashes_is_told),
    };
    return cmocka_run_group_tests_name("teams", tests, NULL, NULL);
}
