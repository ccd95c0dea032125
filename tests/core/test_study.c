#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/deck_make.h"
#include "core/study.h"

const struct question deck_questions[QUESTIONS];

static const struct study_grade again = {FSRS_AGAIN, STUDY_EVIDENCE_FULL};
static const struct study_grade good = {FSRS_GOOD, STUDY_EVIDENCE_FULL};
static const struct study_grade easy = {FSRS_EASY, STUDY_EVIDENCE_FULL};

/// A session that begins at noon.
struct sitting {
    struct arena arena;
    struct fsrs fsrs;
    struct deck_rules rules;
    struct study study;
};

static void sit(struct sitting *sitting, const struct deck_card *cards, int count)
{
    study_start(&sitting->study, &sitting->arena, cards, count, &sitting->rules);
}

static int set_up(void **state)
{
    static struct sitting sitting;
    sitting =
        (struct sitting){.fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default())};
    sitting.rules = deck_rules_default(&sitting.fsrs, noon);
    *state = &sitting;
    return 0;
}

static int clean(void **state)
{
    struct sitting *sitting = *state;
    arena_free(&sitting->arena);
    return 0;
}

/// The number of the card that is up `ms` after noon; -1: none.
static int up(struct study *s, int64_t ms)
{
    const struct deck_card *card = study_current(s, noon.at_ms + ms);
    assert_true(!card || card == &s->cards[s->shown]);
    return card ? s->shown : -1;
}

static struct fsrs_outcome grade(struct study *s, struct study_grade how, int64_t ms)
{
    struct fsrs_outcome outcome;
    assert_true(study_grade(s, how, after_noon(ms), &outcome));
    return outcome;
}

static void assert_left(const struct study *s, int new_cards, int learning, int due)
{
    assert_int_equal(s->left.new_cards, new_cards);
    assert_int_equal(s->left.learning, learning);
    assert_int_equal(s->left.due, due);
}

static void a_new_card_takes_its_steps(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {new_card(0)};
    sit(sitting, cards, 1);
    assert_left(s, 1, 0, 0);
    assert_int_equal(up(s, 0), 0);
    assert_int_equal(grade(s, good, 0).wait_ms, 10 * MINUTE);
    assert_left(s, 0, 1, 0);
    // It is the only one left, so it is shown ahead.
    assert_int_equal(up(s, 1000), 0);
    assert_int_equal(grade(s, good, 1000).interval_days > 0, true);
    assert_left(s, 0, 0, 0);
    assert_int_equal(up(s, 2000), -1);
    assert_true(study_next_ms(s) == INT64_MAX);
    assert_int_equal(s->done.cards, 1);
    assert_int_equal(s->done.new_cards, 1);
    assert_int_equal(s->done.grades[FSRS_GOOD], 2);
}

static void learning_comes_first_when_it_is_due(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 9, -2), known_card(1, 9, -1),
                                      learning_card(2, 5 * MINUTE),
                                      learning_card(3, 50 * MINUTE)};
    sit(sitting, cards, 4);
    assert_left(s, 0, 2, 2);
    assert_int_equal(up(s, 0), 0);
    grade(s, good, 0);
    assert_int_equal(up(s, 4 * MINUTE), 1);
    // What is up stays up, also when another card falls due.
    assert_int_equal(up(s, 6 * MINUTE), 1);
    assert_true(study_next_ms(s) < INT64_MAX);
    grade(s, good, 6 * MINUTE);
    assert_int_equal(up(s, 6 * MINUTE), 2);
    grade(s, easy, 6 * MINUTE);
    assert_left(s, 0, 1, 0);
    // The last one is due in 44 minutes.
    assert_int_equal(up(s, 6 * MINUTE), -1);
    assert_true(study_next_ms(s) == noon.at_ms + 30 * MINUTE);
    assert_int_equal(up(s, 30 * MINUTE - 1), -1);
    assert_int_equal(up(s, 30 * MINUTE), 3);
}

static void what_waits_longer_than_today_comes_another_day(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    sitting->fsrs.options.learning = (struct fsrs_steps){2, {10 * MINUTE, 17 * HOUR}};
    const struct deck_card cards[] = {new_card(0), new_card(1)};
    sit(sitting, cards, 2);
    up(s, 0);
    grade(s, good, 0); // until 5 o'clock tomorrow
    assert_left(s, 1, 0, 0);
    up(s, 0);
    grade(s, again, 0);
    assert_left(s, 0, 1, 0);
}

static void tomorrow_has_what_is_known_and_due(void **state)
{
    struct sitting *sitting = *state;
    struct deck_card cards[] = {new_card(0),          learning_card(1, DAY),
                                known_card(2, 9, 1),  known_card(3, 9, 2),
                                known_card(4, 9, -3), known_card(5, 9, 1)};
    cards[5].is_suspended = true;
    cards[4].hidden_until_ms = noon.at_ms + 16 * HOUR;
    sit(sitting, cards, COUNT(cards));
    assert_int_equal(study_tomorrow(&sitting->study), 3);
}

static void the_buttons_say_what_a_grade_does(void **state)
{
    static const int evidences[] = {STUDY_EVIDENCE_FULL, 750, 1};
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 30, 0)};
    sit(sitting, cards, 1);
    struct fsrs_outcome outcomes[FSRS_RATING_END];
    assert_false(study_preview(s, STUDY_EVIDENCE_FULL, noon, outcomes)); // none is up yet
    up(s, 0);
    assert_false(study_preview(s, 0, noon, outcomes));
    for (size_t i = 0; i < COUNT(evidences); i++) {
        for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
            assert_true(study_preview(s, evidences[i], noon, outcomes));
            struct fsrs_outcome outcome = grade(s, (struct study_grade){g, evidences[i]}, 0);
            assert_true(outcome.wait_ms == outcomes[g].wait_ms);
            assert_int_equal(study_undo(s, noon.at_ms), 0);
            assert_memory_equal(&s->cards[0], &cards[0], sizeof cards[0]);
        }
    }
}

static void weak_evidence_moves_a_card_less(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 30, 0)};
    sit(sitting, cards, 1);
    up(s, 0);
    grade(s, good, 0);
    double full = s->cards[0].memory.memory.stability;
    study_undo(s, noon.at_ms);
    grade(s, (struct study_grade){FSRS_GOOD, 750}, 0);
    struct fsrs_card wanted = cards[0].memory;
    struct fsrs_outcome outcome;
    assert_true(fsrs_review_weighed(&sitting->fsrs, &wanted, FSRS_GOOD, 0.75, noon,
                                    cards[0].seed, &outcome));
    assert_memory_equal(&s->cards[0].memory, &wanted, sizeof wanted);
    assert_true(wanted.memory.stability < full);
}

static void a_grade_out_of_range_changes_nothing(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    static const struct study_grade wrong[] = {{FSRS_RATING_END, 1000},
                                               {(enum fsrs_rating)0, 1000},
                                               {FSRS_GOOD, 0},
                                               {FSRS_GOOD, 1001}};
    const struct deck_card cards[] = {known_card(0, 30, 0)};
    sit(sitting, cards, 1);
    struct fsrs_outcome outcome;
    assert_false(study_grade(s, good, noon, &outcome)); // none is up yet
    assert_false(study_hide(s, noon));
    assert_false(study_suspend(s, noon));
    for (int mode = DECK_DUE; mode <= DECK_ONLY; mode++) {
        sitting->rules.mode = (enum deck_mode)mode;
        sit(sitting, cards, 1);
        up(s, 0);
        for (size_t i = 0; i < COUNT(wrong); i++) {
            assert_false(study_grade(s, wrong[i], noon, &outcome));
            assert_int_equal(up(s, 0), 0);
            assert_false(study_can_undo(s));
        }
    }
}

static void a_lapse_that_makes_a_leech_says_so(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    struct deck_card cards[] = {known_card(0, 30, 0), known_card(1, 30, 0)};
    cards[0].memory.lapses = 7;
    sit(sitting, cards, 2);
    assert_int_equal(up(s, 0), 0);
    assert_true(grade(s, again, 0).is_leech);
    assert_int_equal(up(s, 0), 1);
    assert_false(grade(s, again, 0).is_leech);
}

static void hidden_and_suspended_cards_leave(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 30, 0), known_card(1, 20, 0),
                                      learning_card(2, 0)};
    sit(sitting, cards, 3);
    assert_int_equal(up(s, 0), 2);
    assert_true(study_hide(s, noon));
    assert_true(s->cards[2].hidden_until_ms == noon.at_ms + 16 * HOUR);
    assert_left(s, 0, 0, 2);
    assert_int_equal(up(s, 0), 0);
    assert_true(study_suspend(s, noon));
    assert_true(s->cards[0].is_suspended);
    assert_left(s, 0, 0, 1);
    assert_int_equal(study_undo(s, noon.at_ms), 0);
    assert_int_equal(study_undo(s, noon.at_ms), 2);
    assert_memory_equal(s->cards, cards, sizeof cards);
    assert_left(s, 0, 1, 2);
    assert_int_equal(study_redo(s, noon.at_ms), 2);
    assert_int_equal(study_redo(s, noon.at_ms), 0);
    assert_left(s, 0, 0, 1);
    assert_int_equal(s->done.cards, 0);
}

static void undo_brings_the_card_up_again(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 30, 0), known_card(1, 20, 0), new_card(2)};
    sitting->rules.new_place = DECK_NEW_AFTER;
    sit(sitting, cards, 3);
    assert_int_equal(study_undo(s, 0), -1);
    assert_int_equal(study_redo(s, 0), -1);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(up(s, i * MINUTE), i);
        grade(s, again, i * MINUTE);
    }
    // A card in learning has fallen due, but the undone one is up.
    assert_int_equal(study_undo(s, noon.at_ms + HOUR), 2);
    assert_int_equal(up(s, HOUR), 2);
    assert_int_equal(study_undo(s, noon.at_ms + HOUR), 1);
    assert_int_equal(up(s, HOUR), 1);
    assert_left(s, 1, 1, 1);
    assert_int_equal(study_redo(s, noon.at_ms + HOUR), 1);
    assert_int_equal(up(s, HOUR), 2);
    assert_true(study_can_redo(s));
    grade(s, good, HOUR);
    assert_false(study_can_redo(s));
    assert_int_equal(up(s, HOUR), 0);
}

static void thinking_time_is_counted_up_to_a_minute(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 30, 0), known_card(1, 20, 0),
                                      known_card(2, 10, 0)};
    sit(sitting, cards, 3);
    up(s, 0);
    grade(s, good, 7000);
    up(s, 7000);
    grade(s, good, HOUR);
    assert_true(s->done.took_ms == 67000);
    up(s, HOUR);
    grade(s, good, MINUTE); // the clock was put back
    assert_true(s->done.took_ms == 67000);
    study_undo(s, 0);
    study_undo(s, 0);
    assert_true(s->done.took_ms == 7000);
    assert_int_equal(s->done.cards, 1);
    study_undo(s, noon.at_ms + 2 * HOUR);
    grade(s, good, 2 * HOUR + 3000);
    assert_true(s->done.took_ms == 3000);
}

static void cramming_leaves_the_schedule_alone(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    const struct deck_card cards[] = {known_card(0, 1, 30), new_card(1), learning_card(2, 0)};
    sitting->rules.mode = DECK_CRAM;
    sitting->rules.order = DECK_BY_LIST;
    sit(sitting, cards, 3);
    assert_left(s, 1, 1, 1);
    struct fsrs_outcome outcomes[FSRS_RATING_END];
    // The first of those that come back is the one that went away first.
    assert_int_equal(up(s, 0), 0);
    grade(s, again, 0);
    assert_int_equal(up(s, 0), 1);
    assert_false(study_preview(s, STUDY_EVIDENCE_FULL, noon, outcomes));
    grade(s, again, 0);
    assert_int_equal(up(s, 0), 2);
    grade(s, good, 0);
    assert_left(s, 0, 2, 0);
    assert_int_equal(up(s, 0), 0);
    assert_true(grade(s, again, 0).wait_ms == 0);
    assert_int_equal(up(s, 0), 1);
    grade(s, easy, 0);
    assert_int_equal(up(s, 0), 0);
    grade(s, good, 0);
    assert_int_equal(up(s, 0), -1);
    assert_int_equal(s->done.cards, 3);
    assert_memory_equal(s->cards, cards, sizeof cards);
}

static void a_list_is_asked_whole_and_counts(void **state)
{
    struct sitting *sitting = *state;
    struct study *s = &sitting->study;
    struct deck_card cards[] = {known_card(0, 1, 30), learning_card(1, 3 * DAY), new_card(2)};
    cards[0].is_suspended = true;
    cards[1].hidden_until_ms = noon.at_ms + DAY;
    sitting->rules.mode = DECK_ONLY;
    sitting->rules.order = DECK_BY_LIST;
    sitting->rules.new_a_day = sitting->rules.reviews_a_day = 0;
    sit(sitting, cards, 3);
    assert_left(s, 1, 1, 1);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(up(s, 0), i);
        grade(s, again, 0);
        assert_int_equal(s->cards[i].memory.reviews, cards[i].memory.reviews + 1);
    }
    assert_left(s, 0, 3, 0);
    assert_true(s->cards[0].is_suspended);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_card_takes_its_steps, set_up, clean),
        cmocka_unit_test_setup_teardown(learning_comes_first_when_it_is_due, set_up, clean),
        cmocka_unit_test_setup_teardown(what_waits_longer_than_today_comes_another_day, set_up,
                                        clean),
        cmocka_unit_test_setup_teardown(tomorrow_has_what_is_known_and_due, set_up, clean),
        cmocka_unit_test_setup_teardown(the_buttons_say_what_a_grade_does, set_up, clean),
        cmocka_unit_test_setup_teardown(weak_evidence_moves_a_card_less, set_up, clean),
        cmocka_unit_test_setup_teardown(a_grade_out_of_range_changes_nothing, set_up, clean),
        cmocka_unit_test_setup_teardown(a_lapse_that_makes_a_leech_says_so, set_up, clean),
        cmocka_unit_test_setup_teardown(hidden_and_suspended_cards_leave, set_up, clean),
        cmocka_unit_test_setup_teardown(undo_brings_the_card_up_again, set_up, clean),
        cmocka_unit_test_setup_teardown(thinking_time_is_counted_up_to_a_minute, set_up, clean),
        cmocka_unit_test_setup_teardown(cramming_leaves_the_schedule_alone, set_up, clean),
        cmocka_unit_test_setup_teardown(a_list_is_asked_whole_and_counts, set_up, clean),
    };
    return cmocka_run_group_tests_name("study", tests, NULL, NULL);
}
