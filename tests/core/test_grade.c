// How an answer in a quiz grades its cards: each sign by itself, and what holds for all of
// them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/grade.h"
#include "core/make.h"

enum { ROUNDS = 2000 };

// --- the rating -----------------------------------------------------------------------------

static const struct rating_case {
    const char *name;
    int credit;
    bool is_hinted, is_slow;
    enum fsrs_rating rating;
} ratings[] = {
    {"wrong", 0, false, false, FSRS_AGAIN},
    {"under half", 499, false, false, FSRS_AGAIN},
    {"wrong, with all that makes it hard", 0, true, true, FSRS_AGAIN},
    {"half", 500, false, false, FSRS_HARD},
    {"all but a little", 999, false, false, FSRS_HARD},
    {"right", 1000, false, false, FSRS_GOOD},
    {"right with a hint", 1000, true, false, FSRS_HARD},
    {"right and slow", 1000, false, true, FSRS_HARD},
    {"partly right, hinted and slow is no worse than hard", 500, true, true, FSRS_HARD},
};

static void is_rated(void **state)
{
    const struct rating_case *c = *state;
    struct made made = {.question = {.kind = KIND_TEXT}};
    make_ask(&made);
    struct grade grade = grade_card(&made.ask, 0, c->credit, c->is_hinted, c->is_slow);
    assert_int_equal(grade.rating, c->rating);
    assert_int_equal(grade.evidence, GRADE_EVIDENCE_FULL);
}

// --- the evidence ---------------------------------------------------------------------------

static const char *const words[] = {"a", "b", "c", "d", "e", "f", "g", "h"};

static const struct evidence_case {
    const char *name;
    enum kind kind;
    int shown; // options of a choice or multi
    bool is_hinted;
    int evidence;
} evidences[] = {
    {"one of two", KIND_CHOICE, 2, false, 500},
    {"one of three", KIND_CHOICE, 3, false, 667},
    {"one of four", KIND_CHOICE, 4, false, 750},
    {"one of six", KIND_CHOICE, 6, false, 833},
    {"no more than six are shown", KIND_CHOICE, 8, false, 833},
    {"one of three that a hint left of four", KIND_CHOICE, 4, true, 667},
    {"true or false", KIND_TRUEFALSE, 0, false, 500},
    {"two to choose from", KIND_MULTI, 2, false, 750},
    {"four to choose from", KIND_MULTI, 4, false, 938},
    {"eight to choose from", KIND_MULTI, 8, false, 996},
    {"typed", KIND_TEXT, 0, false, 1000},
    {"typed after a hint", KIND_TEXT, 0, true, 1000},
    {"a number", KIND_NUMBER, 0, false, 1000},
    {"in order", KIND_ORDER, 0, false, 1000},
    {"matched", KIND_MATCH, 0, false, 1000},
    {"in a gap", KIND_CLOZE, 0, false, 1000},
    {"turned over", KIND_CARD, 0, false, 1000},
};

static void make_evidence(struct made *made, const struct evidence_case *c)
{
    *made = (struct made){.question = {.kind = (uint8_t)c->kind}};
    if (c->kind == KIND_CHOICE || c->kind == KIND_MULTI) {
        made->question.choice.options = (struct texts){.items = words, .count = c->shown};
        made->question.choice.right_count = 1;
    }
    make_ask(made);
}

static void proves(void **state)
{
    const struct evidence_case *c = *state;
    struct made made;
    make_evidence(&made, c);
    assert_int_equal(grade_card(&made.ask, 0, 1000, c->is_hinted, false).evidence, c->evidence);
    assert_int_equal(grade_card(&made.ask, 0, 500, c->is_hinted, true).evidence, c->evidence);
    // A wrong answer could have been a right guess just as well.
    assert_int_equal(grade_card(&made.ask, 0, 499, c->is_hinted, false).evidence, c->evidence);
}

static void the_hint_of_a_bank_takes_no_choice_away(void **state)
{
    (void)state;
    static const struct question_extras extras = {.hint = "It is not a."};
    struct made made = {.question = {.kind = KIND_CHOICE, .extras = &extras}};
    made.question.choice.options = (struct texts){.items = words, .count = 4};
    made.question.choice.right_count = 1;
    make_ask(&made);
    assert_int_equal(grade_card(&made.ask, 0, 1000, true, false).evidence, 750);
}

static void any_grade_is_one_that_the_memory_takes(void **state)
{
    (void)state;
    struct rng rng = rng_seed(11);
    for (int i = 0; i < ROUNDS; i++) {
        struct evidence_case c = {.kind = (enum kind)rng_below(&rng, KIND_COUNT),
                                  .shown = 2 + (int)rng_below(&rng, 7)};
        struct made made;
        make_evidence(&made, &c);
        int part = (int)rng_below(&rng, 5), credit = (int)rng_below(&rng, 1001);
        bool is_hinted = rng_below(&rng, 2), is_slow = rng_below(&rng, 2);
        struct grade grade = grade_card(&made.ask, part, credit, is_hinted, is_slow);
        assert_int_equal(grade.part, part);
        assert_in_range(grade.rating, FSRS_AGAIN, FSRS_GOOD);
        assert_in_range(grade.evidence, 1, GRADE_EVIDENCE_FULL);
        // More credit is never worse, nor is doing without the hint.
        struct grade better =
            grade_card(&made.ask, part, credit + (1000 - credit) / 2, false, is_slow);
        assert_true(better.rating >= grade.rating);
    }
}

// --- what is slow ---------------------------------------------------------------------------

static const struct pace_case {
    const char *name;
    int64_t times_ms[24]; // up to a 0
    int64_t just_ms;      // the longest time that is not slow
} paces[] = {
    {"ten are enough", {1000, 2000, 3000, 4000, 5000, 7000, 8000, 9000, 10000, 11000}, 12000},
    {"an odd count has one in the middle",
     {9000, 1000, 8000, 2000, 7000, 3000, 6000, 4000, 5000, 5000, 5000},
     10000},
    {"half a millisecond counts", {2, 2, 2, 2, 2, 3, 3, 3, 3, 3}, 5},
    {"a long time counts as a minute",
     {10000, 10000, 10000, 10000, 10000, 900000, 900000, 900000, 900000, 900000},
     INT64_MAX}, // twice the median of 35 s is more than anything
    {"only the last twenty count",
     {1, 1, 1, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10},
     30},
};

static void is_slow_from(void **state)
{
    const struct pace_case *c = *state;
    struct grade_pace pace = {0};
    for (size_t i = 0; i < COUNT(c->times_ms) && c->times_ms[i]; i++)
        grade_pace_add(&pace, c->times_ms[i]);
    assert_false(grade_is_slow(&pace, c->just_ms));
    if (c->just_ms < INT64_MAX)
        assert_true(grade_is_slow(&pace, c->just_ms + 1));
}

static void nine_answers_say_nothing(void **state)
{
    (void)state;
    struct grade_pace pace = {0};
    for (int i = 0; i < 9; i++)
        grade_pace_add(&pace, 1000);
    assert_false(grade_is_slow(&pace, 60000));
    grade_pace_add(&pace, 0); // the clock stood: nobody knows how long it took
    grade_pace_add(&pace, -5);
    assert_false(grade_is_slow(&pace, 60000));
    grade_pace_add(&pace, 1000);
    assert_true(grade_is_slow(&pace, 60000));
}

/// Counts those that are below and above: the definition of a median, unlike a sort.
static void slow_is_beyond_twice_the_median_of_any_times(void **state)
{
    (void)state;
    struct rng rng = rng_seed(12);
    for (int i = 0; i < ROUNDS; i++) {
        struct grade_pace pace = {0};
        int64_t times[GRADE_PACE_MOST];
        int count = GRADE_PACE_LEAST + 1 + 2 * (int)rng_below(&rng, 5); // odd
        for (int k = 0; k < count; k++) {
            times[k] = 1 + (int64_t)rng_below(&rng, 25000);
            grade_pace_add(&pace, times[k]);
        }
        int64_t median = 0;
        for (int k = 0; k < count; k++) {
            int below = 0, above = 0;
            for (int j = 0; j < count; j++) {
                below += times[j] < times[k];
                above += times[j] > times[k];
            }
            if (below <= count / 2 && above <= count / 2)
                median = times[k];
        }
        assert_false(grade_is_slow(&pace, 2 * median));
        assert_true(grade_is_slow(&pace, 2 * median + 1));
    }
}

// --- a turn ---------------------------------------------------------------------------------

static const char *const paris[] = {"Paris"}, *const rome[] = {"Rome"},
                         *const oslo[] = {"Oslo"};
static const struct note half[] = {{.credit = 1000}, {.credit = 600}};
static const char *const ottawa[] = {"Ottawa", "Otta"};
static const char *const between[] = {"", " ", " ", " ", ""};
static const struct gap gaps[] = {
    {.accepted = {.items = paris, .count = 1}},
    {.accepted = {.items = rome, .count = 1}},
    {.accepted = {.items = oslo, .count = 1}},
    {.accepted = {.items = ottawa, .notes = half, .count = 2}},
};

/// A turn over four gaps, with `texts` in them.
static struct turn cloze_turn(struct made *made, const char *const *texts)
{
    *made = (struct made){.question = {.kind = KIND_CLOZE, .typos = TYPOS_BY_LENGTH}};
    made->question.cloze.gaps = gaps;
    made->question.cloze.between = between;
    made->question.cloze.gap_count = (int)COUNT(gaps);
    make_ask(made);
    struct turn turn = {.ask = made->ask, .is_answered = true, .took_ms = 5000};
    turn.answer = (struct answer){.texts = texts, .text_count = texts ? 4 : 0};
    struct arena scratch = {0};
    turn.mark = mark_answer(&turn.ask, &turn.answer, &scratch);
    arena_free(&scratch);
    return turn;
}

static void each_gap_goes_by_its_own_mark(void **state)
{
    (void)state;
    static const char *const typed_texts[] = {"Pariis", "Milan", NULL, "Otta"};

    static const enum fsrs_rating wanted[] = {FSRS_GOOD, FSRS_AGAIN, FSRS_AGAIN, FSRS_HARD};
    struct made made;
    struct arena arena = {0};
    struct turn turn = cloze_turn(&made, typed_texts);
    struct grade *grades;
    assert_int_equal(grade_turn(&turn, NULL, &arena, &grades), 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(grades[i].part, i);
        assert_int_equal(grades[i].rating, wanted[i]);
    }
    turn.is_hinted = true;
    grade_turn(&turn, NULL, &arena, &grades);
    assert_int_equal(grades[0].rating, FSRS_HARD);
    assert_int_equal(grades[1].rating, FSRS_AGAIN);
    arena_free(&arena);
}

static void a_gap_that_was_not_reached_is_forgotten(void **state)
{
    (void)state;
    struct made made;
    struct arena arena = {0};
    struct turn turn = cloze_turn(&made, NULL);
    struct grade *grades;
    turn.is_timed_out = true;
    assert_int_equal(grade_turn(&turn, NULL, &arena, &grades), 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(grades[i].rating, FSRS_AGAIN);
    arena_free(&arena);
}

/// A turn over a card that can be turned round, graded by the player.
static struct turn card_turn(struct made *made, int credit)
{
    *made = (struct made){.question = {.text = "chien", .kind = KIND_CARD}};
    made->question.card.back = "dog";
    made->question.card.is_reversible = true;
    make_ask(made);
    return (struct turn){
        .ask = made->ask, .is_answered = true, .mark = {.credit = credit}, .took_ms = 5000};
}

static void of_a_card_the_forward_one_was_asked(void **state)
{
    (void)state;

    static const struct {
        int credit;
        enum fsrs_rating rating;
    } cases[] = {{0, FSRS_AGAIN}, {500, FSRS_HARD}, {1000, FSRS_GOOD}};

    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct made made;
        struct turn turn = card_turn(&made, cases[i].credit);
        struct grade *grades;
        assert_int_equal(grade_turn(&turn, NULL, &arena, &grades), 1);
        assert_int_equal(grades[0].part, 0);
        assert_int_equal(grades[0].rating, cases[i].rating);
    }
    arena_free(&arena);
}

static void the_pace_makes_a_turn_slow(void **state)
{
    (void)state;
    struct made made;
    struct arena arena = {0};
    struct turn turn = card_turn(&made, 1000);
    struct grade_pace pace = {0};
    struct grade *grades;
    for (int i = 0; i < GRADE_PACE_LEAST; i++)
        grade_pace_add(&pace, 2500);
    grade_turn(&turn, &pace, &arena, &grades);
    assert_int_equal(grades[0].rating, FSRS_GOOD);
    turn.took_ms = 5001;
    grade_turn(&turn, &pace, &arena, &grades);
    assert_int_equal(grades[0].rating, FSRS_HARD);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hint_of_a_bank_takes_no_choice_away),
        cmocka_unit_test(any_grade_is_one_that_the_memory_takes),
        cmocka_unit_test(nine_answers_say_nothing),
        cmocka_unit_test(slow_is_beyond_twice_the_median_of_any_times),
        cmocka_unit_test(each_gap_goes_by_its_own_mark),
        cmocka_unit_test(a_gap_that_was_not_reached_is_forgotten),
        cmocka_unit_test(of_a_card_the_forward_one_was_asked),
        cmocka_unit_test(the_pace_makes_a_turn_slow),
    };
    struct CMUnitTest rows[COUNT(ratings) + COUNT(evidences) + COUNT(paces)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(ratings); i++) {
        rows[count++] =
            (struct CMUnitTest){ratings[i].name, is_rated, NULL, NULL, (void *)&ratings[i]};
    }
    for (size_t i = 0; i < COUNT(evidences); i++) {
        rows[count++] =
            (struct CMUnitTest){evidences[i].name, proves, NULL, NULL, (void *)&evidences[i]};
    }
    for (size_t i = 0; i < COUNT(paces); i++) {
        rows[count++] =
            (struct CMUnitTest){paces[i].name, is_slow_from, NULL, NULL, (void *)&paces[i]};
    }
    int failed = cmocka_run_group_tests_name("grade, row by row", rows, NULL, NULL);
    return failed + cmocka_run_group_tests_name("grade", tests, NULL, NULL);
}
