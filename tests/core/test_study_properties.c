// What holds for any session of cards, whatever is done in it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/deck_make.h"
#include "core/study.h"

const struct question deck_questions[QUESTIONS];

enum { ROUNDS = 300, CARDS = 60, STEPS = 120 };

/// A session over cards by chance, and all that was done in it.
struct game {
    struct arena arena;
    struct fsrs fsrs;
    struct rng rng;
    struct deck_rules rules;
    struct deck_card cards[CARDS];
    int count;
    struct study study;
    struct fsrs_time now;
    struct study_past past[STEPS]; // what counts, then what was undone
    int past_count, past_total;
};

static int below(struct game *g, int bound)
{
    return (int)rng_below(&g->rng, (uint64_t)bound);
}

static struct deck_card make_card(struct game *g, int question)
{
    struct deck_card card = new_card(question);
    switch (below(g, 4)) {
    case 0:
        break;
    case 1:
        card = learning_card(question, (below(g, 200) - 60) * MINUTE);
        break;
    default:
        card = known_card(question, 1 + below(g, 60), below(g, 12) - 8);
        break;
    }
    if (card.memory.phase != FSRS_NEW && below(g, 6) == 0)
        card.memory.last_ms = noon.at_ms - below(g, 7) * HOUR;
    card.memory.lapses = (uint16_t)below(g, 9);
    card.is_suspended = below(g, 10) == 0;
    card.hidden_until_ms = below(g, 10) ? 0 : noon.at_ms + DAY;
    card.seed ^= rng_next(&g->rng);
    return card;
}

static void make_cards(struct game *g)
{
    g->count = 1 + below(g, CARDS);
    int question = 0, parts = 0;
    for (int i = 0; i < g->count; i++) {
        if (parts == 0) {
            question++;
            parts = 1 + (below(g, 3) == 0 ? below(g, 3) : 0);
        }
        g->cards[i] = make_card(g, question);
        g->cards[i].part = --parts;
    }
}

static void start(struct game *g, uint64_t seed, enum deck_mode mode)
{
    *g = (struct game){.rng = rng_seed(seed), .now = noon};
    struct fsrs_options options = fsrs_options_default();
    options.learning.count = below(g, 3);
    options.relearning.count = below(g, 2);
    g->fsrs = make_fsrs(fsrs_params_default(), options);
    make_cards(g);
    g->rules = deck_rules_default(&g->fsrs, noon);
    g->rules.mode = mode;
    g->rules.order = (enum deck_order)below(g, DECK_ORDER_COUNT);
    g->rules.new_place = (enum deck_new)below(g, DECK_NEW_COUNT);
    g->rules.is_new_by_chance = below(g, 2);
    g->rules.new_a_day = below(g, 15);
    g->rules.reviews_a_day = below(g, 30);
    g->rules.new_done = below(g, 4);
    g->rules.reviews_done = below(g, 4);
    g->rules.seed = seed;
    study_start(&g->study, &g->arena, g->cards, g->count, &g->rules);
}

static void end(struct game *g)
{
    arena_free(&g->arena);
}

/// Grades or puts away the card that is up, after a while. Returns false if there is none.
static bool take_step(struct game *g)
{
    struct study *s = &g->study;
    g->now.at_ms += below(g, 90 * 1000);
    if (!study_current(s, g->now.at_ms)) {
        if (study_next_ms(s) == INT64_MAX)
            return false;
        g->now.at_ms = study_next_ms(s);
        assert_non_null(study_current(s, g->now.at_ms));
    }
    g->now.at_ms += below(g, 70 * 1000);
    int64_t thought_ms = g->now.at_ms - s->shown_ms;
    struct study_past past = {
        .card = s->shown,
        .at = g->now,
        .grade = {make_rating(&g->rng), 1 + below(g, STUDY_EVIDENCE_FULL)},
        .took_ms = thought_ms < STUDY_TOOK_MOST_MS ? thought_ms : STUDY_TOOK_MOST_MS,
        .before = s->cards[s->shown].memory,
    };
    const struct deck_card *up = &s->cards[s->shown];
    // What was put away before the session can't be put away in it.
    int what = up->is_suspended || up->hidden_until_ms ? 2 : below(g, 20);
    struct fsrs_outcome outcome;
    if (what == 0) {
        past.action = STUDY_HIDE;
        assert_true(study_hide(s, g->now));
    } else if (what == 1) {
        past.action = STUDY_SUSPEND;
        assert_true(study_suspend(s, g->now));
    } else {
        assert_true(study_grade(s, past.grade, g->now, &outcome));
    }
    g->past[g->past_count++] = past;
    g->past_total = g->past_count;
    return true;
}

/// A step, or undo and redo now and then. Returns false if all is done.
static bool do_something(struct game *g)
{
    int what = below(g, 8);
    if (what == 0 && study_undo(&g->study, g->now.at_ms) >= 0) {
        g->past_count--;
        return true;
    }
    if (what == 1 && study_redo(&g->study, g->now.at_ms) >= 0) {
        g->past_count++;
        return true;
    }
    return g->past_count < STEPS && take_step(g);
}

static void play(struct game *g, int steps)
{
    while (steps-- > 0 && do_something(g))
        continue;
}

static bool is_as_much_done(const struct study_done *a, const struct study_done *b)
{
    return memcmp(a->grades, b->grades, sizeof a->grades) == 0 && a->cards == b->cards &&
           a->new_cards == b->new_cards && a->took_ms == b->took_ms;
}

static bool is_same(const struct study *a, const struct study *b)
{
    return memcmp(a->cards, b->cards, (size_t)a->card_count * sizeof *a->cards) == 0 &&
           memcmp(&a->left, &b->left, sizeof a->left) == 0 &&
           is_as_much_done(&a->done, &b->done);
}

/// A copy of what can be seen of a session; it can't be played on.
static struct study picture_of(const struct study *s, struct arena *arena)
{
    struct study picture = *s;
    picture.cards = ARENA_ARRAY(arena, s->card_count, struct deck_card);
    memcpy(picture.cards, s->cards, (size_t)s->card_count * sizeof *s->cards);
    return picture;
}

/// Runs `check` in sessions of all modes.
static void for_sessions(void (*check)(struct game *g))
{
    static struct game game;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        start(&game, seed, seed % 5 < 3 ? DECK_DUE : seed % 5 == 3 ? DECK_CRAM : DECK_ONLY);
        check(&game);
        end(&game);
    }
}

static void check_undo(struct game *g)
{
    struct study *s = &g->study, pictures[STEPS + 1];
    int ups[STEPS], steps = 0;
    int64_t next_ms[STEPS + 1] = {study_next_ms(s)};
    pictures[0] = picture_of(s, &g->arena);
    while (steps < STEPS && take_step(g)) {
        ups[steps++] = g->past[g->past_count - 1].card;
        pictures[steps] = picture_of(s, &g->arena);
        next_ms[steps] = study_next_ms(s);
    }
    for (int way = 0; way < 2; way++) {
        for (int i = steps - 1; i >= 0; i--) {
            assert_int_equal(study_undo(s, g->now.at_ms), ups[i]);
            assert_ptr_equal(study_current(s, g->now.at_ms + DAY), &s->cards[ups[i]]);
            assert_true(is_same(s, &pictures[i]));
            assert_true(study_next_ms(s) == next_ms[i]);
        }
        assert_int_equal(study_undo(s, 0), -1);
        for (int i = 0; i < steps; i++) {
            assert_int_equal(study_redo(s, g->now.at_ms), ups[i]);
            assert_true(is_same(s, &pictures[i + 1]));
        }
        assert_int_equal(study_redo(s, 0), -1);
    }
}

static void undoing_and_redoing_all_changes_nothing(void **state)
{
    (void)state;
    for_sessions(check_undo);
}

static void check_same(struct game *g)
{
    static struct game other;
    start(&other, g->rules.seed, g->rules.mode);
    for (int i = 0; i < STEPS; i++) {
        bool goes_on = do_something(g);
        assert_int_equal(do_something(&other), goes_on);
        assert_true(is_same(&g->study, &other.study));
        assert_int_equal(g->study.shown, other.study.shown);
    }
    end(&other);
}

static void the_same_is_done_with_the_same(void **state)
{
    (void)state;
    for_sessions(check_same);
}

/// What may be asked today without limits, and for other cards of the question.
static int count_due(const struct game *g)
{
    int count = 0;
    int64_t today = fsrs_days_number(g->fsrs.options.days, noon);
    for (int i = 0; i < g->count; i++) {
        const struct deck_card *card = &g->cards[i];
        bool is_due =
            card->memory.phase == FSRS_NEW || fsrs_due_day(&g->fsrs, &card->memory, 0) <= today;
        count += is_due && !card->is_suspended && card->hidden_until_ms <= noon.at_ms;
    }
    return count;
}

static void check_none_lost(struct game *g)
{
    const struct deck *deck = &g->study.deck;
    bool is_drawn[CARDS] = {0};
    for (int i = 0; i < deck->queue_count + deck->learning_count; i++) {
        uint32_t card =
            i < deck->queue_count ? deck->queue[i] : deck->learning[i - deck->queue_count];
        assert_in_range(card, 0, g->count - 1);
        assert_false(is_drawn[card]);
        is_drawn[card] = true;
    }
    if (g->rules.mode == DECK_DUE) {
        assert_int_equal(deck->queue_count + deck->learning_count + deck->held_new +
                             deck->held_reviews + deck->held_siblings,
                         count_due(g));
    }
    for (int i = 0; i < g->count; i++) {
        const struct deck_card *card = &g->cards[i];
        bool is_away = card->is_suspended || card->hidden_until_ms > noon.at_ms;
        assert_false(is_drawn[i] && is_away && g->rules.mode != DECK_ONLY);
        if (g->rules.mode != DECK_DUE)
            assert_int_equal(is_drawn[i], !is_away || g->rules.mode == DECK_ONLY);
    }
}

static void no_card_is_lost(void **state)
{
    (void)state;
    for_sessions(check_none_lost);
}

static void check_limits(struct game *g)
{
    int news = g->rules.new_a_day - g->rules.new_done;
    int reviews = g->rules.reviews_a_day - g->rules.reviews_done;
    if (g->rules.mode != DECK_DUE)
        return;
    do {
        int learned = 0, reviewed = 0;
        for (int i = 0; i < g->count; i++) {
            bool is_graded = g->study.cards[i].memory.reviews != g->cards[i].memory.reviews;
            learned += is_graded && g->cards[i].memory.phase == FSRS_NEW;
            reviewed += is_graded && g->cards[i].memory.phase == FSRS_REVIEW;
        }
        assert_true(learned <= (news > 0 ? news : 0));
        assert_true(reviewed <= (reviews > 0 ? reviews : 0));
        assert_int_equal(g->study.done.new_cards, learned);
    } while (do_something(g));
}

static void limits_are_never_exceeded(void **state)
{
    (void)state;
    for_sessions(check_limits);
}

static bool was_seen_today(const struct deck_card *card)
{
    return card->memory.phase != FSRS_NEW && card->memory.last_ms > noon.at_ms - 8 * HOUR;
}

static void check_siblings(struct game *g)
{
    if (g->rules.mode != DECK_DUE)
        return;
    int asked[QUESTIONS];
    memset(asked, -1, sizeof asked);
    while (do_something(g)) {
        if (g->study.shown < 0)
            continue;
        const struct deck_card *up = &g->cards[g->study.shown];
        int *card = &asked[up->question - deck_questions];
        assert_true(*card == -1 || *card == g->study.shown);
        *card = g->study.shown;
        for (int i = 0; i < g->count; i++) {
            if (g->cards[i].question == up->question && was_seen_today(&g->cards[i]))
                assert_true(was_seen_today(up));
        }
    }
}

static void siblings_are_never_asked_on_the_same_day(void **state)
{
    (void)state;
    for_sessions(check_siblings);
}

static void check_counts(struct game *g)
{
    struct study *s = &g->study;
    play(g, below(g, 40));
    if (study_can_redo(s)) // a card that is up in spite of its turn
        return;
    struct study_counts left = s->left, seen = {0};
    struct study before = picture_of(s, &g->arena);
    int steps = 0;
    for (;; steps++) {
        if (!study_current(s, g->now.at_ms) && study_next_ms(s) < INT64_MAX)
            g->now.at_ms = study_next_ms(s);
        const struct deck_card *up = study_current(s, g->now.at_ms);
        if (!up)
            break;
        struct study_counts then = s->left;
        struct fsrs_outcome outcome;
        const struct study_grade easy = {FSRS_EASY, STUDY_EVIDENCE_FULL};
        assert_true(study_grade(s, easy, g->now, &outcome));
        seen.new_cards += then.new_cards - s->left.new_cards;
        seen.learning += then.learning - s->left.learning;
        seen.due += then.due - s->left.due;
        assert_int_equal(then.new_cards + then.learning + then.due - 1,
                         s->left.new_cards + s->left.learning + s->left.due);
    }
    assert_int_equal(steps, left.new_cards + left.learning + left.due);
    assert_memory_equal(&seen, &left, sizeof left);
    while (steps-- > 0)
        study_undo(s, g->now.at_ms);
    assert_true(is_same(s, &before));
}

static void counts_are_what_is_then_shown(void **state)
{
    (void)state;
    for_sessions(check_counts);
}

static void check_restored(struct game *g)
{
    play(g, below(g, STEPS / 2));
    struct study *s = &g->study, again;
    // As the journal has it: of what was undone, or did not count, it knows no memory.
    for (int i = g->rules.mode == DECK_CRAM ? 0 : g->past_count; i < g->past_total; i++)
        g->past[i].before = (struct fsrs_card){0};
    struct deck_rules rules = g->rules;
    if (rules.mode != DECK_CRAM) {
        rules.new_done += s->done.new_cards;
        for (int i = 0; i < g->count; i++) {
            rules.reviews_done += g->cards[i].memory.phase != FSRS_NEW &&
                                  !was_seen_today(&g->cards[i]) &&
                                  s->cards[i].memory.reviews != g->cards[i].memory.reviews;
        }
    }
    const struct study_history history = {g->past, g->past_count,
                                          g->past_total - g->past_count};
    study_restore(&again, &g->arena, s->cards, g->count, &rules, &history, g->now.at_ms);
    assert_true(is_same(&again, s));
    assert_memory_equal(&again.rules, &g->rules, sizeof rules);
    assert_int_equal(again.shown, study_can_redo(s) ? s->shown : -1);
    while (study_can_undo(s)) {
        assert_int_equal(study_undo(&again, 0), study_undo(s, 0));
        assert_int_equal(again.left.learning, s->left.learning);
        assert_true(is_as_much_done(&again.done, &s->done));
    }
    assert_false(study_can_undo(&again));
    while (study_can_redo(s)) {
        assert_int_equal(study_redo(&again, 0), study_redo(s, 0));
        assert_true(is_same(&again, s));
    }
    assert_false(study_can_redo(&again));
    for (int i = 0; i < 10; i++) {
        g->now.at_ms += 5 * MINUTE;
        const struct deck_card *up = study_current(s, g->now.at_ms);
        assert_int_equal(study_current(&again, g->now.at_ms) != NULL, up != NULL);
        assert_int_equal(again.shown, s->shown);
        struct fsrs_outcome outcome;
        const struct study_grade grade = {make_rating(&g->rng), STUDY_EVIDENCE_FULL};
        assert_int_equal(study_grade(s, grade, g->now, &outcome),
                         study_grade(&again, grade, g->now, &outcome));
        assert_true(is_same(&again, s));
    }
}

static void a_restored_session_goes_on_as_before(void **state)
{
    (void)state;
    for_sessions(check_restored);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undoing_and_redoing_all_changes_nothing),
        cmocka_unit_test(the_same_is_done_with_the_same),
        cmocka_unit_test(no_card_is_lost),
        cmocka_unit_test(limits_are_never_exceeded),
        cmocka_unit_test(siblings_are_never_asked_on_the_same_day),
        cmocka_unit_test(counts_are_what_is_then_shown),
        cmocka_unit_test(a_restored_session_goes_on_as_before),
    };
    return cmocka_run_group_tests_name("study_properties", tests, NULL, NULL);
}
