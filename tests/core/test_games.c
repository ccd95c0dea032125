// Random games hold what is promised of every game. A failure prints the seed of its game.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "core/make.h"
#include "core/session.h"

enum { GAMES = 100000, QUESTIONS_MAX = 12, EVENTS_MAX = 60, LEAD = 1000 };

static const char *const options[] = {"one", "two", "three", "four", "five"};

struct game {
    struct arena arena;
    struct rng rng;
    struct question questions[QUESTIONS_MAX];
    struct bank bank;
    struct session session;
    int64_t now_ms;
};

static uint64_t draw(struct game *game, uint64_t bound)
{
    return rng_below(&game->rng, bound);
}

static void make_question(struct game *game, struct question *question)
{
    static const int kinds[] = {KIND_CHOICE, KIND_MULTI, KIND_TRUEFALSE,
                                KIND_ORDER,  KIND_CARD,  KIND_TEXT};
    static const struct texts list = {.items = options, .count = 5};
    int kind = kinds[draw(game, COUNT(kinds))];
    *question = (struct question){.kind = (uint8_t)kind, .is_shuffled = true, .typos = -1};
    question->points = (uint16_t)(draw(game, 4) ? 1 : draw(game, 1001));
    question->seconds = (uint16_t)(draw(game, 4) ? 0 : draw(game, 20) + 5);
    if (kind == KIND_CHOICE || kind == KIND_MULTI) {
        question->choice.options = list;
        question->choice.right_count = kind == KIND_MULTI ? 2 : 1;
    } else if (kind == KIND_TEXT) {
        question->accepted = list;
    } else if (kind == KIND_ORDER) {
        question->order = list;
    }
}

static void start_game(struct game *game, uint64_t seed)
{
    struct arena arena = game->arena;
    arena_reset(&arena);
    *game = (struct game){.arena = arena, .rng = rng_seed(seed)};
    int count = (int)draw(game, QUESTIONS_MAX) + 1;
    struct picked picked[QUESTIONS_MAX];
    for (int i = 0; i < count; i++) {
        make_question(game, &game->questions[i]);
        picked[i] = (struct picked){&game->bank, &game->questions[i]};
    }
    game->bank =
        (struct bank){.language = "en", .questions = game->questions, .question_count = count};
    const struct session_rules rules = {
        .question_limit_ms = draw(game, 2) ? 10000 : 0,
        .quiz_limit_ms = draw(game, 3) ? 0 : 40000,
        .has_speed = draw(game, 4) > 0,
        .has_streak = draw(game, 4) > 0,
        .seed = seed,
    };
    session_start(&game->session, &game->arena, picked, count, &rules, 0);
}

static struct answer make_answer(struct game *game, const char **text)
{
    struct answer answer = {.picked = 1, .credit = CREDIT_FULL, .texts = text, .text_count = 1};
    *text = options[draw(game, 5)];
    for (int i = 0; i < 5; i++)
        answer.places[i] = (uint8_t)i;
    if (draw(game, 3) > 0)
        return answer;
    *text = "six";
    answer.picked = (uint32_t)draw(game, 32);
    answer.credit = (int)draw(game, 1001);
    rng_shuffle_u8(&game->rng, answer.places, 5);
    return answer;
}

static bool send_event(struct game *game, enum event_type type)
{
    const char *text;
    struct answer answer = make_answer(game, &text);
    return session_apply(
        &game->session,
        &(struct event){.type = type, .at_ms = game->now_ms, .answer = &answer});
}

// Plays by chance, mostly on.
static void play(struct game *game)
{
    static const enum event_type likely[] = {
        EVENT_ANSWER, EVENT_ANSWER, EVENT_ANSWER,  EVENT_NEXT,    EVENT_NEXT,   EVENT_NEXT,
        EVENT_HINT,   EVENT_SKIP,   EVENT_PAUSE,   EVENT_RESUME,  EVENT_RESUME, EVENT_UNDO,
        EVENT_REDO,   EVENT_UNDO,   EVENT_TIME_UP, EVENT_TIME_UP,
    };

    int events = (int)draw(game, EVENTS_MAX);
    for (int i = 0; i < events; i++) {
        game->now_ms += (int64_t)draw(game, 4000);
        send_event(game, draw(game, 100) ? likely[draw(game, COUNT(likely))] : EVENT_STOP);
    }
}

static int64_t used_ms(const struct session *s, int64_t now_ms)
{
    bool is_running = s->phase == SESSION_ASKING && !s->is_paused;
    return s->spent_ms + (is_running ? now_ms - s->since_ms : 0);
}

// The state of a game but for its memory.
static void describe(const struct game *game, struct buf *out)
{
    const struct session *s = &game->session;
    buf_printf(out, "at %d phase %d paused %d streak %d used %lld left %lld of %lld\n", s->at,
               (int)s->phase, s->is_paused, s->streak, (long long)used_ms(s, game->now_ms),
               (long long)session_left_ms(s, game->now_ms), (long long)session_limit_ms(s));
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[i];
        buf_printf(out, "%d: %d%d%d%d %d %d %lld %d %d %lld %x %s\n", s->queue[i],
                   turn->is_answered, turn->is_hinted, turn->is_skipped, turn->is_timed_out,
                   turn->mark.credit, (int)turn->mark.verdict, (long long)turn->points.accuracy,
                   turn->points.speed, turn->points.streak, (long long)turn->took_ms,
                   turn->answer.picked, turn->answer.text_count ? turn->answer.texts[0] : "");
    }
}

// Accuracy alone decides unless it is equal, and the bonuses stay below a plain question.
static bool accuracy_wins(const struct points *a, const struct points *b)
{
    if (a->speed + a->streak >= LEAD || a->speed < 0 || a->streak < 0 || a->accuracy < 0)
        return false;
    if (a->accuracy > b->accuracy && score_compare(*a, *b) <= 0)
        return false;
    return a->accuracy < b->accuracy + LEAD || score_total(*a) > score_total(*b);
}

static bool sums_are_right(const struct session *s)
{
    struct points sum = {0};
    int answered = 0, right = 0;
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[i];
        sum = score_add(sum, turn->points);
        answered += turn->is_answered;
        right += turn->is_answered && turn->mark.credit == CREDIT_FULL;
        if (!turn->is_answered && score_total(turn->points) != 0)
            return false;
    }
    return sum.accuracy == s->sum.accuracy && sum.speed == s->sum.speed &&
           sum.streak == s->sum.streak && answered == session_answered(s) &&
           right == session_right(s);
}

static void check_points(const struct game *game, uint64_t seed, const struct points *last)
{
    const struct points *sum = &game->session.sum;
    if (!sums_are_right(&game->session))
        fail_msg("seed %llu: the sum is not that of the turns", (unsigned long long)seed);
    if (!accuracy_wins(sum, last) || !accuracy_wins(last, sum))
        fail_msg("seed %llu: accuracy does not win", (unsigned long long)seed);
}

// Undoing all and redoing all leaves the game as it was.
static void check_undo(struct game *game, uint64_t seed, struct buf *before, struct buf *after)
{
    while (session_can_redo(&game->session))
        send_event(game, EVENT_REDO);
    buf_clear(before);
    buf_clear(after);
    describe(game, before);
    int undone = 0, redone = 0;
    while (send_event(game, EVENT_UNDO))
        undone++;
    if (session_answered(&game->session) != 0 || score_total(game->session.sum) != 0)
        fail_msg("seed %llu: not all is undone", (unsigned long long)seed);
    while (send_event(game, EVENT_REDO))
        redone++;
    describe(game, after);
    if (undone != redone || strcmp(before->data, after->data) != 0) {
        fail_msg("seed %llu: before\n%safter\n%s", (unsigned long long)seed, before->data,
                 after->data);
    }
}

static void random_games_keep_what_is_promised(void **state)
{
    (void)state;
    struct game game = {0};
    struct points last = {0};
    struct buf before = {0}, after = {0};
    for (uint64_t seed = 1; seed <= GAMES; seed++) {
        start_game(&game, seed);
        play(&game);
        check_points(&game, seed, &last);
        last = game.session.sum;
        check_undo(&game, seed, &before, &after);
    }
    buf_free(&before);
    buf_free(&after);
    arena_free(&game.arena);
}

static void the_same_events_give_the_same_game(void **state)
{
    (void)state;
    struct game one = {0}, two = {0};
    struct buf first = {0}, second = {0};
    for (uint64_t seed = 1; seed <= GAMES / 100; seed++) {
        start_game(&one, seed);
        start_game(&two, seed);
        play(&one);
        play(&two);
        buf_clear(&first);
        buf_clear(&second);
        describe(&one, &first);
        describe(&two, &second);
        assert_string_equal(first.data, second.data);
    }
    buf_free(&first);
    buf_free(&second);
    arena_free(&one.arena);
    arena_free(&two.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_games_keep_what_is_promised),
        cmocka_unit_test(the_same_events_give_the_same_game),
    };
    return cmocka_run_group_tests_name("games", tests, NULL, NULL);
}
