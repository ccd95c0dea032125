#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/make.h"

enum { SEEDS = 500, OPTIONS = 12 };

static const char *const options[OPTIONS] = {"a", "b", "c", "d", "e", "f",
                                             "g", "h", "i", "j", "k", "l"};

static struct question make_choice(int count, bool is_shuffled)
{
    struct question question = {.kind = KIND_CHOICE, .is_shuffled = is_shuffled};
    question.choice.options = (struct texts){.items = options, .count = count};
    question.choice.right_count = 1;
    return question;
}

static struct ask ask_with(const struct question *question, uint64_t seed)
{
    static const struct bank bank = {.language = "en"};
    struct rng rng = rng_seed(seed);
    return ask_make(&bank, question, &rng);
}

// Counts the places of each number in `shown`, which must be different numbers.
static void count_places(const struct ask *ask, int counts[ASK_PLACES][ASK_PLACES])
{
    uint32_t seen = 0;
    for (int i = 0; i < ask->shown_count; i++) {
        assert_false(seen >> ask->shown[i] & 1);
        seen |= (uint32_t)1 << ask->shown[i];
        counts[ask->shown[i]][i]++;
    }
}

static void shows_the_right_choice_and_five_wrong_ones(void **state)
{
    (void)state;
    struct question question = make_choice(OPTIONS, true);
    int counts[ASK_PLACES][ASK_PLACES] = {{0}};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct ask ask = ask_with(&question, seed);
        assert_int_equal(ask.shown_count, 6);
        count_places(&ask, counts);
    }
    int right = 0;
    for (int place = 0; place < 6; place++) {
        right += counts[0][place];
        assert_in_range(counts[0][place], SEEDS / 6 - 40, SEEDS / 6 + 40);
    }
    assert_int_equal(right, SEEDS);
    question = make_choice(7, true);
    assert_int_equal(ask_with(&question, 1).shown_count, 6);
    question = make_choice(6, true);
    assert_int_equal(ask_with(&question, 1).shown_count, 6);
    for (int wrong = 1; wrong < OPTIONS; wrong++) {
        int drawn = 0;
        for (int place = 0; place < 6; place++)
            drawn += counts[wrong][place];
        assert_in_range(drawn, SEEDS * 5 / 11 - 60, SEEDS * 5 / 11 + 60);
    }
}

static void keeps_the_written_order_unless_shuffled(void **state)
{
    (void)state;
    struct question question = make_choice(OPTIONS, false);
    struct ask ask = ask_with(&question, 3);
    assert_int_equal(ask.shown_count, 6);
    for (int i = 0; i < 6; i++)
        assert_int_equal(ask.shown[i], i);
}

static void shows_all_of_a_multi(void **state)
{
    (void)state;
    struct question question = make_choice(OPTIONS, true);
    question.kind = KIND_MULTI;
    question.choice.right_count = 4;
    int counts[ASK_PLACES][ASK_PLACES] = {{0}};
    struct ask ask = ask_with(&question, 3);
    assert_int_equal(ask.shown_count, OPTIONS);
    count_places(&ask, counts);
    assert_int_equal(ask.greyed, ASK_NONE);
}

static void never_shows_the_right_order(void **state)
{
    (void)state;
    struct question question = {.kind = KIND_ORDER};
    for (int count = 2; count <= 4; count++) {
        question.order = (struct texts){.items = options, .count = count};
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            struct ask ask = ask_with(&question, seed);
            int counts[ASK_PLACES][ASK_PLACES] = {{0}}, in_place = 0;
            assert_int_equal(ask.shown_count, count);
            count_places(&ask, counts);
            for (int i = 0; i < count; i++)
                in_place += counts[i][i];
            assert_int_not_equal(in_place, count);
        }
    }
}

static void mixes_the_right_sides(void **state)
{
    (void)state;
    struct question question = {.kind = KIND_MATCH};
    question.match.lefts = question.match.rights = options;
    question.match.count = 4;
    question.match.extra_count = 2;
    int counts[ASK_PLACES][ASK_PLACES] = {{0}};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct ask ask = ask_with(&question, seed);
        assert_int_equal(ask.shown_count, 6);
        count_places(&ask, counts);
    }
    for (int right = 0; right < 6; right++)
        assert_in_range(counts[right][right], SEEDS / 6 - 40, SEEDS / 6 + 40);
}

static void shows_nothing_to_pick_where_one_types(void **state)
{
    (void)state;
    static const int kinds[] = {KIND_TEXT, KIND_NUMBER, KIND_CLOZE, KIND_CARD};
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct question question = {.kind = (uint8_t)kinds[i]};
        struct ask ask = ask_with(&question, 1);
        assert_int_equal(ask.shown_count, 0);
        assert_false(ask_has_hint(&ask));
    }
    struct question question = {.kind = KIND_TRUEFALSE};
    struct ask ask = ask_with(&question, 1);
    assert_int_equal(ask.shown_count, 2);
    assert_int_equal(ask.shown[0], 0);
    assert_int_equal(ask.shown[1], 1);
    assert_false(ask_has_hint(&ask));
}

static void greys_a_wrong_choice_of_three_or_more(void **state)
{
    (void)state;
    struct question question = make_choice(4, true);
    int counts[4] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct ask ask = ask_with(&question, seed);
        assert_true(ask_has_hint(&ask));
        assert_in_range(ask.greyed, 0, 3);
        counts[ask.shown[ask.greyed]]++;
    }
    assert_int_equal(counts[0], 0);
    for (int wrong = 1; wrong < 4; wrong++)
        assert_in_range(counts[wrong], SEEDS / 3 - 50, SEEDS / 3 + 50);

    question = make_choice(2, true);
    assert_int_equal(ask_with(&question, 1).greyed, ASK_NONE);
    question = make_choice(3, false);
    assert_int_not_equal(ask_with(&question, 1).greyed, ASK_NONE);
}

static void the_banks_hint_comes_before_greying(void **state)
{
    (void)state;
    const struct question_extras extras = {.hint = "It is on the Seine."};
    struct question question = make_choice(4, true);
    question.extras = &extras;
    struct ask ask = ask_with(&question, 1);
    assert_int_equal(ask.greyed, ASK_NONE);
    assert_true(ask_has_hint(&ask));
}

static void the_same_seed_asks_the_same(void **state)
{
    (void)state;
    struct question question = make_choice(OPTIONS, true);
    struct ask one = ask_with(&question, 9), two = ask_with(&question, 9);
    assert_memory_equal(one.shown, two.shown, sizeof one.shown);
    assert_int_equal(one.greyed, two.greyed);
}

static void a_bank_finds_its_questions(void **state)
{
    (void)state;
    const struct question questions[] = {{.id = "q1"}, {.id = NULL}, {.id = "q2"}};
    const struct bank bank = {.questions = questions, .question_count = 3};
    assert_ptr_equal(bank_find(&bank, "q2"), &questions[2]);
    assert_null(bank_find(&bank, "q3"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_the_right_choice_and_five_wrong_ones),
        cmocka_unit_test(keeps_the_written_order_unless_shuffled),
        cmocka_unit_test(shows_all_of_a_multi),
        cmocka_unit_test(never_shows_the_right_order),
        cmocka_unit_test(mixes_the_right_sides),
        cmocka_unit_test(shows_nothing_to_pick_where_one_types),
        cmocka_unit_test(greys_a_wrong_choice_of_three_or_more),
        cmocka_unit_test(the_banks_hint_comes_before_greying),
        cmocka_unit_test(the_same_seed_asks_the_same),
        cmocka_unit_test(a_bank_finds_its_questions),
    };
    return cmocka_run_group_tests_name("ask", tests, NULL, NULL);
}
