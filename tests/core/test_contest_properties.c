// Streams of random events: whatever the host and the teams do, the sums hold.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/contest.h"
#include "core/make.h"

enum { QUESTIONS = 24, PUPILS = 7, STEPS = 400 };

/// Games a way of playing.
static int games(void)
{
    return getenv("QUARTET_LONG") ? 1000 : 200;
}

struct lesson {
    struct arena arena;
    struct question questions[QUESTIONS];
    struct bank bank;
    struct contest c;
    struct rng rng;
    int64_t now_ms;
};

static uint64_t seed_of(int mode, int game)
{
    return (uint64_t)mode * 100000U + (uint64_t)game;
}

static const char *const options[] = {"right", "wrong", "worse"};
static const int pupil_teams[PUPILS] = {0, 1, 2, 0, 1, 0, 1};

static int below(struct lesson *lesson, int bound)
{
    return (int)rng_below(&lesson->rng, (uint64_t)bound);
}

static struct contest_rules make_rules(struct lesson *lesson, enum contest_mode mode)
{
    struct contest_rules rules = {.mode = mode,
                                  .team_count = 2 + below(lesson, TEAMS_MOST - 1),
                                  .limit_ms = below(lesson, 2) ? 20000 : 0,
                                  .has_speed = below(lesson, 2) == 1,
                                  .is_buzzed = below(lesson, 2) == 1,
                                  .board_columns = 1 + below(lesson, 4),
                                  .board_rows = 1 + below(lesson, 4),
                                  .board_value = 200,
                                  .has_wagers = below(lesson, 2) == 1,
                                  .has_final = below(lesson, 2) == 1,
                                  .round_length = below(lesson, 6),
                                  .seed = rng_next(&lesson->rng)};
    for (int i = 0; i < TEAMS_MOST; i++)
        rules.time_percent[i] = below(lesson, 2) ? 150 : 100;
    if (mode == CONTEST_PUPILS) {
        rules.pupil_count = PUPILS;
        rules.team_count = below(lesson, 2) ? 3 : 0;
        rules.pupil_teams = rules.team_count ? pupil_teams : NULL;
    }
    return rules;
}

static void start(struct lesson *lesson, enum contest_mode mode, uint64_t seed)
{
    *lesson = (struct lesson){.bank = {.language = "en"}, .rng = rng_seed(seed)};
    struct contest_rules rules = make_rules(lesson, mode);
    int cells = rules.board_columns * rules.board_rows;
    int count = mode == CONTEST_BOARD ? cells + rules.has_final : 1 + below(lesson, QUESTIONS);
    struct picked picked[QUESTIONS];
    for (int i = 0; i < count; i++) {
        struct question *question = &lesson->questions[i];
        *question = (struct question){.kind = KIND_CHOICE, .points = 1, .is_shuffled = true};
        if (below(lesson, 4) == 0)
            question->kind = KIND_TRUEFALSE;
        if (question->kind == KIND_CHOICE) {
            question->choice.options = TEXTS(options);
            question->choice.right_count = 1;
        }
        if (below(lesson, 5) == 0)
            *question = (struct question){.kind = KIND_CARD, .points = 1, .text = "?"};
        bool is_hole = mode == CONTEST_BOARD && i < cells && below(lesson, 6) == 0;
        picked[i] = (struct picked){&lesson->bank, is_hole ? NULL : question};
    }
    contest_start(&lesson->c, &lesson->arena, picked, count, &rules, 0);
}

/// Any event, mostly one that makes sense.
static void act(struct lesson *l, enum contest_event_type type)
{
    const struct contest_press presses[] = {{below(l, TEAMS_MOST), l->now_ms - below(l, 30)},
                                            {below(l, TEAMS_MOST), l->now_ms - below(l, 30)}};
    const struct answer answer = {.picked = below(l, 2) ? 1 : 2, .credit = below(l, 1001)};
    const struct contest_event event = {.type = type,
                                        .at_ms = l->now_ms,
                                        .team = below(l, TEAMS_MOST + 1) - 1,
                                        .round = below(l, QUESTIONS),
                                        .credit = below(l, 3) * 500,
                                        .points = below(l, 5) * 100,
                                        .place = below(l, 3),
                                        .hands = below(l, 30),
                                        .more_ms = below(l, 2) ? 30000 : -30000,
                                        .answer = &answer,
                                        .presses = presses,
                                        .press_count = 1 + below(l, 2)};
    contest_apply(&l->c, &event);
}

static void step(struct lesson *l)
{
    static const enum contest_event_type usual[] = {
        CONTEST_PICK,  CONTEST_WAGER, CONTEST_GO,     CONTEST_PRESSED, CONTEST_ANSWER,
        CONTEST_JUDGE, CONTEST_PASS,  CONTEST_REVEAL, CONTEST_NEXT,    CONTEST_NEXT,
        CONTEST_MARK,  CONTEST_COUNT, CONTEST_LATER,  CONTEST_TIME_UP, CONTEST_AWARD};

    l->now_ms += below(l, 4000);
    int any = below(l, 30);
    act(l, any < CONTEST_EVENT_COUNT && any != CONTEST_STOP && any != CONTEST_LEAVE_OUT
               ? (enum contest_event_type)any
               : usual[below(l, (int)COUNT(usual))]);
}

static void lines_add_up(const struct contest *c)
{
    for (int team = 0; team < c->rules.team_count; team++) {
        struct points sum = {.accuracy = c->awarded[team]};
        for (int i = 0; i < c->round_count; i++)
            sum = score_add(sum, c->rounds[i].shares[team].points);
        assert_int_equal(score_total(sum), score_total(c->scores[team]));
        assert_int_equal(sum.accuracy, c->scores[team].accuracy);
    }
}

/// The winner of a buzz: nobody who was out or locked, and nobody pressed before.
static void locks_hold(const struct contest *c)
{
    if (c->phase != CONTEST_ANSWERING)
        return;
    assert_in_range(c->team, 0, c->rules.team_count - 1);
    assert_false(c->out & 1U << c->team);
}

static void wrong_teams_stay_out(const struct contest *c)
{
    const struct contest_round *round = contest_round(c);
    if (!round || c->phase != CONTEST_OPEN || round->mode != CONTEST_BUZZ)
        return;
    for (int team = 0; team < c->rules.team_count; team++) {
        if (round->shares[team].result != CONTEST_NOT_TRIED)
            assert_true(c->out & 1U << team);
    }
}

static void turns_are_fair(const struct contest *c)
{
    int least = INT32_MAX, most = 0;
    for (int team = 0; team < c->rules.team_count; team++) {
        least = c->turns[team] < least ? c->turns[team] : least;
        most = c->turns[team] > most ? c->turns[team] : most;
    }
    bool is_over = c->phase == CONTEST_DONE;
    if (c->rules.mode == CONTEST_TURNS)
        assert_true(most - least <= (is_over ? 0 : 1));
    if (c->rules.mode == CONTEST_BOARD)
        assert_true(most - least <= 1);
}

static void draws_are_fair(const struct contest *c)
{
    int least = INT32_MAX, most = 0;
    for (int i = 0; i < c->rules.pupil_count; i++) {
        least = c->draws[i] < least ? c->draws[i] : least;
        most = c->draws[i] > most ? c->draws[i] : most;
    }
    if (c->rules.pupil_count)
        assert_true(most - least <= 1);
}

static void random_lessons_keep_their_promises(void **state)
{
    (void)state;
    static struct lesson l;
    int ended = 0, all = 0;
    for (int mode = 0; mode < CONTEST_MODE_COUNT; mode++) {
        for (int game = 0; game < games(); game++, all++) {
            start(&l, (enum contest_mode)mode, seed_of(mode, game));
            for (int i = 0; i < STEPS && l.c.phase != CONTEST_DONE; i++) {
                step(&l);
                lines_add_up(&l.c);
                locks_hold(&l.c);
                wrong_teams_stay_out(&l.c);
                turns_are_fair(&l.c);
                draws_are_fair(&l.c);
            }
            ended += l.c.phase == CONTEST_DONE;
            arena_free(&l.arena);
        }
    }
    print_message("%d of %d random lessons came to their end\n", ended, all);
    assert_true(ended > all / 3); // else little was tried
}

/// What of a lesson can be seen.
static void assert_same(const struct contest *a, const struct contest *b)
{
    assert_int_equal(a->phase, b->phase);
    assert_int_equal(a->at, b->at);
    assert_int_equal(a->team, b->team);
    assert_int_equal(a->out, b->out);
    assert_memory_equal(a->scores, b->scores, sizeof a->scores);
    assert_memory_equal(a->turns, b->turns, sizeof a->turns);
    assert_memory_equal(a->locked_ms, b->locked_ms, sizeof a->locked_ms);
    for (int i = 0; i < a->round_count; i++) {
        assert_int_equal(a->rounds[i].is_settled, b->rounds[i].is_settled);
        assert_int_equal(a->rounds[i].pupil, b->rounds[i].pupil);
        assert_int_equal(a->rounds[i].tries, b->rounds[i].tries);
        for (int team = 0; team < TEAMS_MOST; team++) {
            assert_int_equal(a->rounds[i].shares[team].credit,
                             b->rounds[i].shares[team].credit);
            assert_int_equal(a->rounds[i].shares[team].result,
                             b->rounds[i].shares[team].result);
        }
    }
}

/// A copy of what can be seen, with rounds of its own.
static struct contest snapshot(const struct contest *c, struct contest_round *rounds)
{
    struct contest copy = *c;
    memcpy(rounds, c->rounds, (size_t)c->round_count * sizeof *rounds);
    copy.rounds = rounds;
    return copy;
}

static void all_is_undone_and_done_again(void **state)
{
    (void)state;
    static struct lesson l;
    static struct contest_round first[QUESTIONS], last[QUESTIONS];
    for (int mode = 0; mode < CONTEST_MODE_COUNT; mode++) {
        for (int game = 0; game < games() / 4; game++) {
            start(&l, (enum contest_mode)mode, seed_of(mode, game));
            struct contest before = snapshot(&l.c, first);
            for (int i = 0; i < STEPS / 4; i++)
                step(&l);
            struct contest after = snapshot(&l.c, last);
            struct contest_event undo = {.type = CONTEST_UNDO, .at_ms = l.now_ms};
            struct contest_event redo = {.type = CONTEST_REDO, .at_ms = l.now_ms};
            bool had_redo = contest_can_redo(&l.c);
            while (contest_apply(&l.c, &undo)) {
            }
            assert_same(&l.c, &before);
            while (!had_redo && contest_apply(&l.c, &redo)) {
            }
            if (!had_redo)
                assert_same(&l.c, &after);
            arena_free(&l.arena);
        }
    }
}

/// Goes on to the next question, over the scores if they come before.
static void go_on(struct lesson *l, int cell)
{
    struct contest_event event = {.at_ms = l->now_ms, .type = CONTEST_NEXT};
    if (cell >= 0) {
        event.type = CONTEST_PICK;
        event.round = cell;
    }
    assert_true(contest_apply(&l->c, &event));
    if (l->c.phase == CONTEST_STANDING)
        assert_true(contest_apply(&l->c, &event));
}

static void what_comes_next_is_foreseen(void **state)
{
    (void)state;
    static struct lesson l;
    int known = 0;
    for (int game = 0; game < 60 * CONTEST_MODE_COUNT; game++) {
        start(&l, (enum contest_mode)(game % CONTEST_MODE_COUNT), (uint64_t)game);
        for (int i = 0; i < STEPS && l.c.phase != CONTEST_DONE; i++) {
            struct contest next;
            bool is_shown = l.c.phase == CONTEST_SHOWING || l.c.phase == CONTEST_STANDING;
            int cell = l.c.phase == CONTEST_CHOOSING ? 0 : CONTEST_NOBODY;
            while (cell >= 0 && !contest_is_free(&l.c, cell))
                cell++;
            if (contest_foresee(&l.c, cell, &l.arena, &next)) {
                known++;
                go_on(&l, cell);
                assert_same(&l.c, &next);
            } else if (is_shown) {
                go_on(&l, CONTEST_NOBODY);
                assert_null(contest_round(&l.c));
            }
            step(&l);
        }
        arena_free(&l.arena);
    }
    assert_true(known > 1000);
}

static void the_same_events_give_the_same_lesson(void **state)
{
    (void)state;
    static struct lesson a, b;
    for (int mode = 0; mode < CONTEST_MODE_COUNT; mode++) {
        start(&a, (enum contest_mode)mode, (uint64_t)mode);
        start(&b, (enum contest_mode)mode, (uint64_t)mode);
        for (int i = 0; i < STEPS; i++) {
            step(&a);
            step(&b);
        }
        assert_same(&a.c, &b.c);
        assert_int_equal(contest_left_ms(&a.c, CONTEST_NOBODY, a.now_ms),
                         contest_left_ms(&b.c, CONTEST_NOBODY, b.now_ms));
        arena_free(&a.arena);
        arena_free(&b.arena);
    }
}

static bool plain(struct lesson *l, enum contest_event_type type)
{
    return contest_apply(&l->c, &(struct contest_event){.type = type, .at_ms = l->now_ms});
}

static void undo_leaves_hidden_scores_hidden(void **state)
{
    (void)state;
    static struct lesson l;
    start(&l, CONTEST_ALL, 1);
    assert_false(plain(&l, CONTEST_UNHIDE));
    assert_true(plain(&l, CONTEST_GO));
    assert_true(plain(&l, CONTEST_REVEAL));
    assert_true(plain(&l, CONTEST_HIDE));
    assert_false(plain(&l, CONTEST_HIDE));
    assert_true(plain(&l, CONTEST_UNDO)); // of the answer
    assert_int_equal(l.c.phase, CONTEST_MARKING);
    assert_true(l.c.hides_scores);
    assert_true(plain(&l, CONTEST_UNHIDE));
    assert_true(plain(&l, CONTEST_REDO)); // of what was undone nothing is lost
    assert_int_equal(l.c.phase, CONTEST_SHOWING);
    assert_false(l.c.hides_scores);
    arena_free(&l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_lessons_keep_their_promises),
        cmocka_unit_test(all_is_undone_and_done_again),
        cmocka_unit_test(what_comes_next_is_foreseen),
        cmocka_unit_test(the_same_events_give_the_same_lesson),
        cmocka_unit_test(undo_leaves_hidden_scores_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
