#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/make.h"
#include "core/session_game.h"

static int asked(const struct game *game)
{
    return (int)(session_turn(&game->session) - game->session.turns);
}

static void plays_to_the_end(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){0});
    struct session *s = &game.session;
    assert_int_equal(s->phase, SESSION_ASKING);
    assert_int_equal(asked(&game), 0);
    assert_true(session_left_ms(s, 5) == INT64_MAX);
    assert_int_equal(session_limit_ms(s), 0);
    assert_false(send(&game, EVENT_NEXT, 1));
    assert_true(answer(&game, true, 2 * SECOND));
    assert_int_equal(s->phase, SESSION_SHOWING);
    assert_int_equal(session_turn(s)->took_ms, 2 * SECOND);
    assert_int_equal(session_turn(s)->mark.credit, CREDIT_FULL);
    assert_false(answer(&game, true, 3 * SECOND));
    assert_false(send(&game, EVENT_SKIP, 3 * SECOND));
    assert_false(send(&game, EVENT_HINT, 3 * SECOND));
    assert_true(send(&game, EVENT_NEXT, 5 * SECOND));
    assert_int_equal(asked(&game), 1);
    assert_true(answer(&game, false, 6 * SECOND));
    assert_int_equal(session_turn(s)->took_ms, SECOND);
    assert_int_equal(s->streak, 0);
    assert_true(send(&game, EVENT_NEXT, 7 * SECOND));
    assert_true(answer(&game, true, 8 * SECOND));
    assert_int_equal(s->phase, SESSION_SHOWING);
    assert_true(send(&game, EVENT_NEXT, 9 * SECOND));
    assert_int_equal(s->phase, SESSION_DONE);
    assert_int_equal(asked(&game), 2);
    assert_int_equal(session_answered(s), 3);
    assert_int_equal(session_right(s), 2);
    assert_int_equal(score_total(s->sum), 2000);
    assert_false(answer(&game, true, 10 * SECOND));
    assert_false(send(&game, EVENT_NEXT, 10 * SECOND));
    assert_false(send(&game, EVENT_STOP, 10 * SECOND));
    assert_false(send(&game, EVENT_PAUSE, 10 * SECOND));
    arena_free(&game.arena);
}

static void a_game_of_nothing_is_over(void **state)
{
    (void)state;
    struct game game;
    start(&game, 0, (struct session_rules){0});
    assert_int_equal(game.session.phase, SESSION_DONE);
    assert_null(session_turn(&game.session));
    for (int type = 0; type < EVENT_COUNT; type++)
        assert_false(send(&game, (enum event_type)type, 1));
    assert_false(answer(&game, true, 1));
    arena_free(&game.arena);
}

static void copies_the_answer(void **state)
{
    (void)state;
    struct game game;
    start(&game, 1, (struct session_rules){0});
    game.questions[0].kind = KIND_TEXT;
    game.questions[0].accepted = (struct texts){.items = options, .count = 1};
    char text[] = "right";
    const char *texts[] = {text};
    const struct answer given = {.texts = texts, .text_count = 1};
    assert_false(send(&game, EVENT_ANSWER, 1));
    assert_true(
        session_apply(&game.session, &(struct event){.type = EVENT_ANSWER, .answer = &given}));
    text[0] = 'x';
    texts[0] = NULL;
    assert_string_equal(session_turn(&game.session)->answer.texts[0], "right");
    arena_free(&game.arena);
}

static void skipping_puts_off_to_the_end(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){.question_limit_ms = 10 * SECOND});
    assert_true(send(&game, EVENT_SKIP, 4 * SECOND));
    assert_int_equal(asked(&game), 1);
    assert_true(game.session.turns[0].is_skipped);
    answer(&game, true, 5 * SECOND);
    send(&game, EVENT_NEXT, 5 * SECOND);
    assert_int_equal(asked(&game), 2);
    answer(&game, true, 6 * SECOND);
    send(&game, EVENT_NEXT, 6 * SECOND);
    assert_int_equal(asked(&game), 0);
    // It has used 4 of its 10 seconds already.
    assert_int_equal(session_left_ms(&game.session, 7 * SECOND), 5 * SECOND);
    assert_false(send(&game, EVENT_SKIP, 7 * SECOND));
    answer(&game, true, 8 * SECOND);
    assert_int_equal(session_turn(&game.session)->took_ms, 6 * SECOND);
    assert_true(session_turn(&game.session)->is_skipped);
    send(&game, EVENT_UNDO, 9 * SECOND);
    send(&game, EVENT_UNDO, 9 * SECOND);
    send(&game, EVENT_UNDO, 9 * SECOND);
    assert_int_equal(asked(&game), 1);
    send(&game, EVENT_UNDO, 9 * SECOND);
    assert_int_equal(asked(&game), 0);
    assert_false(session_turn(&game.session)->is_skipped);
    arena_free(&game.arena);
}

static void a_hint_is_given_once_and_halves(void **state)
{
    (void)state;
    struct game game;
    start(&game, 4, (struct session_rules){0});
    assert_false(send(&game, EVENT_HINT, 1)); // two choices
    send(&game, EVENT_SKIP, 1);
    send(&game, EVENT_SKIP, 1);
    assert_true(send(&game, EVENT_HINT, 2)); // three choices: one is greyed
    assert_false(send(&game, EVENT_HINT, 3));
    answer(&game, true, 4);
    assert_int_equal(score_total(game.session.sum), 500);
    assert_int_equal(game.session.streak, 1);
    assert_int_equal(session_right(&game.session), 1);
    send(&game, EVENT_NEXT, 5);
    assert_true(send(&game, EVENT_HINT, 5)); // the bank's
    assert_true(send(&game, EVENT_UNDO, 6));
    assert_false(session_turn(&game.session)->is_hinted);
    answer(&game, true, 7);
    assert_int_equal(score_total(game.session.sum), 1500);
    arena_free(&game.arena);
}

static void undoes_and_redoes_any_number(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){.has_streak = true});
    struct session *s = &game.session;
    assert_false(session_can_undo(s));
    assert_false(send(&game, EVENT_UNDO, 0));
    for (int i = 0; i < 3; i++) {
        answer(&game, i != 1, i * SECOND);
        send(&game, EVENT_NEXT, i * SECOND);
    }
    int64_t total = score_total(s->sum);
    assert_int_equal(s->phase, SESSION_DONE);
    for (int i = 2; i >= 0; i--) {
        assert_true(session_can_undo(s));
        assert_true(send(&game, EVENT_UNDO, 9 * SECOND));
        assert_int_equal(s->phase, SESSION_ASKING);
        assert_int_equal(asked(&game), i);
        assert_int_equal(session_answered(s), i);
        assert_false(s->turns[i].is_answered);
        assert_int_equal(s->turns[i].points.accuracy, 0);
    }
    assert_int_equal(score_total(s->sum), 0);
    assert_int_equal(s->streak, 0);
    assert_false(session_can_undo(s));
    for (int i = 0; i < 3; i++) {
        assert_true(session_can_redo(s));
        assert_true(send(&game, EVENT_REDO, 9 * SECOND));
        assert_int_equal(session_answered(s), i + 1);
    }
    assert_false(session_can_redo(s));
    assert_false(send(&game, EVENT_REDO, 9 * SECOND));
    assert_int_equal(s->phase, SESSION_DONE);
    assert_int_equal(score_total(s->sum), total);
    assert_int_equal(session_right(s), 2);
    arena_free(&game.arena);
}

static void a_new_event_ends_redoing(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){0});
    answer(&game, false, 1);
    send(&game, EVENT_NEXT, 2);
    answer(&game, false, 3);
    send(&game, EVENT_UNDO, 4);
    send(&game, EVENT_UNDO, 5);
    assert_true(answer(&game, true, 6));
    assert_false(session_can_redo(&game.session));
    assert_int_equal(session_answered(&game.session), 1);
    assert_int_equal(session_right(&game.session), 1);
    arena_free(&game.arena);
}

static void a_refused_event_keeps_redoing(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){0});
    answer(&game, false, 1);
    send(&game, EVENT_UNDO, 2);
    assert_false(send(&game, EVENT_NEXT, 3));
    assert_false(send(&game, EVENT_TIME_UP, 3));
    assert_true(send(&game, EVENT_REDO, 4));
    arena_free(&game.arena);
}

static void undoing_gives_no_time_back(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){.question_limit_ms = 10 * SECOND});
    struct session *s = &game.session;
    answer(&game, false, 4 * SECOND);
    send(&game, EVENT_NEXT, 6 * SECOND);
    // The second question is looked at for 3 seconds, the first has used 4.
    send(&game, EVENT_UNDO, 9 * SECOND);
    assert_int_equal(asked(&game), 0);
    assert_int_equal(session_left_ms(s, 9 * SECOND), 6 * SECOND);
    assert_int_equal(session_left_ms(s, 11 * SECOND), 4 * SECOND);
    answer(&game, true, 11 * SECOND);
    assert_int_equal(session_turn(s)->took_ms, 6 * SECOND);
    send(&game, EVENT_NEXT, 20 * SECOND);
    assert_int_equal(session_left_ms(s, 20 * SECOND), 7 * SECOND);
    arena_free(&game.arena);
}

static void a_hint_undone_gives_no_time_back(void **state)
{
    (void)state;
    struct game game;
    start(&game, 4, (struct session_rules){.question_limit_ms = 10 * SECOND});
    send(&game, EVENT_SKIP, 0);
    send(&game, EVENT_SKIP, 0);
    send(&game, EVENT_HINT, 2 * SECOND);
    send(&game, EVENT_UNDO, 5 * SECOND);
    assert_int_equal(session_left_ms(&game.session, 6 * SECOND), 4 * SECOND);
    arena_free(&game.arena);
}

static void redoing_brings_the_first_time_back(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3,
          (struct session_rules){.question_limit_ms = 10 * SECOND, .has_speed = true});
    struct session *s = &game.session;
    answer(&game, true, 2 * SECOND);
    int speed = s->sum.speed;
    assert_int_equal(speed, 499 / 3 * 8 / 10);
    send(&game, EVENT_UNDO, 3 * SECOND);
    send(&game, EVENT_REDO, 6 * SECOND);
    assert_int_equal(s->sum.speed, speed);
    assert_int_equal(session_turn(s)->took_ms, 2 * SECOND);
    arena_free(&game.arena);
}

static void pausing_stops_the_clock(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){.question_limit_ms = 10 * SECOND});
    struct session *s = &game.session;
    assert_false(send(&game, EVENT_RESUME, 0));
    assert_true(send(&game, EVENT_PAUSE, 3 * SECOND));
    assert_true(s->is_paused);
    assert_false(send(&game, EVENT_PAUSE, 4 * SECOND));
    assert_false(answer(&game, true, 4 * SECOND));
    assert_false(send(&game, EVENT_SKIP, 4 * SECOND));
    assert_false(send(&game, EVENT_TIME_UP, 99 * SECOND));
    assert_int_equal(session_left_ms(s, 99 * SECOND), 7 * SECOND);
    assert_true(send(&game, EVENT_RESUME, 100 * SECOND));
    assert_int_equal(session_left_ms(s, 101 * SECOND), 6 * SECOND);
    answer(&game, true, 102 * SECOND);
    assert_int_equal(session_turn(s)->took_ms, 5 * SECOND);
    assert_true(send(&game, EVENT_PAUSE, 103 * SECOND));
    assert_false(send(&game, EVENT_NEXT, 104 * SECOND));
    assert_true(send(&game, EVENT_UNDO, 105 * SECOND));
    assert_true(s->is_paused);
    assert_int_equal(session_left_ms(s, 106 * SECOND), 5 * SECOND);
    assert_true(send(&game, EVENT_RESUME, 107 * SECOND));
    assert_int_equal(session_left_ms(s, 108 * SECOND), 4 * SECOND);
    assert_true(send(&game, EVENT_PAUSE, 108 * SECOND));
    assert_true(send(&game, EVENT_REDO, 109 * SECOND)); // a pause between takes nothing away
    assert_true(s->is_paused);
    assert_int_equal(s->phase, SESSION_SHOWING);
    arena_free(&game.arena);
}

static void time_runs_out_for_a_question(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){.question_limit_ms = 10 * SECOND});
    struct session *s = &game.session;
    game.questions[1].seconds = 5;
    answer(&game, true, 1 * SECOND);
    send(&game, EVENT_NEXT, 2 * SECOND);
    assert_int_equal(session_limit_ms(s), 5 * SECOND);
    assert_false(send(&game, EVENT_TIME_UP, 6 * SECOND));
    assert_true(send(&game, EVENT_TIME_UP, 7 * SECOND));
    assert_int_equal(s->phase, SESSION_SHOWING);
    const struct turn *turn = session_turn(s);
    assert_true(turn->is_answered && turn->is_timed_out);
    assert_int_equal(turn->mark.credit, 0);
    assert_int_equal(turn->mark.verdict, VERDICT_WRONG);
    assert_int_equal(turn->took_ms, 5 * SECOND);
    assert_int_equal(s->streak, 1);
    assert_int_equal(session_answered(s), 2);
    assert_int_equal(session_right(s), 1);
    assert_false(answer(&game, true, 8 * SECOND));
    send(&game, EVENT_NEXT, 8 * SECOND);
    assert_int_equal(session_limit_ms(s), 10 * SECOND);
    assert_int_equal(session_left_ms(s, 99 * SECOND), 0);
    answer(&game, true, 9 * SECOND);
    assert_int_equal(s->streak, 2);
    arena_free(&game.arena);
}

static void time_without_a_limit_never_runs_out(void **state)
{
    (void)state;
    struct game game;
    start(&game, 2, (struct session_rules){0});
    game.questions[0].seconds = 5;
    assert_false(send(&game, EVENT_TIME_UP, 99 * SECOND));
    assert_true(session_left_ms(&game.session, 99 * SECOND) == INT64_MAX);
    arena_free(&game.arena);
}

static void time_runs_out_for_the_quiz(void **state)
{
    (void)state;
    struct game game;
    start(&game, 4, (struct session_rules){.quiz_limit_ms = 10 * SECOND});
    struct session *s = &game.session;
    assert_int_equal(session_limit_ms(s), 10 * SECOND);
    answer(&game, true, 6 * SECOND);
    assert_int_equal(session_left_ms(s, 50 * SECOND), 4 * SECOND);
    send(&game, EVENT_NEXT, 50 * SECOND);
    assert_int_equal(session_left_ms(s, 51 * SECOND), 3 * SECOND);
    send(&game, EVENT_PAUSE, 51 * SECOND);
    send(&game, EVENT_RESUME, 60 * SECOND);
    assert_false(send(&game, EVENT_TIME_UP, 62 * SECOND));
    assert_true(send(&game, EVENT_TIME_UP, 63 * SECOND));
    assert_int_equal(s->phase, SESSION_SHOWING);
    assert_true(session_turn(s)->is_timed_out);
    assert_true(send(&game, EVENT_NEXT, 64 * SECOND));
    assert_int_equal(s->phase, SESSION_DONE);
    assert_int_equal(session_answered(s), 2);
    send(&game, EVENT_UNDO, 65 * SECOND);
    assert_int_equal(session_left_ms(s, 65 * SECOND), 0);
    assert_true(send(&game, EVENT_TIME_UP, 65 * SECOND));
    arena_free(&game.arena);
}

static void the_limit_that_ends_first_counts(void **state)
{
    (void)state;
    struct game game;
    start(
        &game, 4,
        (struct session_rules){.question_limit_ms = 6 * SECOND, .quiz_limit_ms = 10 * SECOND});
    struct session *s = &game.session;
    assert_int_equal(session_limit_ms(s), 6 * SECOND);
    assert_int_equal(session_left_ms(s, SECOND), 5 * SECOND);
    answer(&game, true, 5 * SECOND);
    send(&game, EVENT_NEXT, 5 * SECOND);
    assert_int_equal(session_limit_ms(s), 10 * SECOND);
    assert_int_equal(session_left_ms(s, 6 * SECOND), 4 * SECOND);
    arena_free(&game.arena);
}

static void stopping_counts_only_what_was_answered(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){0});
    struct session *s = &game.session;
    answer(&game, true, 1);
    send(&game, EVENT_NEXT, 2);
    send(&game, EVENT_PAUSE, 3);
    assert_true(send(&game, EVENT_STOP, 4));
    assert_int_equal(s->phase, SESSION_DONE);
    assert_false(s->is_paused);
    assert_int_equal(session_answered(s), 1);
    assert_int_equal(asked(&game), 0);
    assert_true(send(&game, EVENT_UNDO, 5));
    assert_int_equal(s->phase, SESSION_ASKING);
    assert_false(s->is_paused);
    assert_int_equal(asked(&game), 1);
    arena_free(&game.arena);

    start(&game, 3, (struct session_rules){0});
    send(&game, EVENT_STOP, 1);
    assert_null(session_turn(&game.session));
    arena_free(&game.arena);
}

static void partial_credit_ends_the_streak(void **state)
{
    (void)state;
    struct game game;
    start(&game, 3, (struct session_rules){0});
    game.questions[1].kind = KIND_CARD;
    answer(&game, true, 1);
    send(&game, EVENT_NEXT, 1);
    const struct answer half = {.credit = 500};
    session_apply(&game.session, &(struct event){.type = EVENT_ANSWER, .answer = &half});
    assert_int_equal(game.session.streak, 0);
    assert_int_equal(score_total(game.session.sum), 1500);
    assert_int_equal(session_right(&game.session), 1);
    arena_free(&game.arena);
}

static void an_edited_question_keeps_its_place_and_mark(void **state)
{
    (void)state;
    struct game game;
    start(&game, 2, (struct session_rules){0});
    assert_true(answer(&game, true, SECOND));
    struct question edited = game.questions[0], other = edited;
    edited.text = "Edited?";
    other.choice.options.count = 3;
    struct session *s = &game.session;
    const struct ask before = s->turns[0].ask;
    assert_false(session_edit(s, 0, (struct picked){&game.bank, &other}));
    assert_ptr_equal(s->turns[0].ask.question, &game.questions[0]);
    assert_true(session_edit(s, 0, (struct picked){&game.bank, &edited}));
    assert_ptr_equal(s->turns[0].ask.question, &edited);
    assert_memory_equal(s->turns[0].ask.shown, before.shown, sizeof before.shown);
    assert_true(s->turns[0].is_answered);
    assert_int_equal(session_right(s), 1);
    arena_free(&game.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plays_to_the_end),
        cmocka_unit_test(a_game_of_nothing_is_over),
        cmocka_unit_test(an_edited_question_keeps_its_place_and_mark),
        cmocka_unit_test(copies_the_answer),
        cmocka_unit_test(skipping_puts_off_to_the_end),
        cmocka_unit_test(a_hint_is_given_once_and_halves),
        cmocka_unit_test(undoes_and_redoes_any_number),
        cmocka_unit_test(a_new_event_ends_redoing),
        cmocka_unit_test(a_refused_event_keeps_redoing),
        cmocka_unit_test(undoing_gives_no_time_back),
        cmocka_unit_test(a_hint_undone_gives_no_time_back),
        cmocka_unit_test(redoing_brings_the_first_time_back),
        cmocka_unit_test(pausing_stops_the_clock),
        cmocka_unit_test(time_runs_out_for_a_question),
        cmocka_unit_test(time_without_a_limit_never_runs_out),
        cmocka_unit_test(time_runs_out_for_the_quiz),
        cmocka_unit_test(the_limit_that_ends_first_counts),
        cmocka_unit_test(stopping_counts_only_what_was_answered),
        cmocka_unit_test(partial_credit_ends_the_streak),
    };
    return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
