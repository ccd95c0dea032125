// Random quizzes over a bank of all kinds, cut off at any event, come back as they were. A
// failure prints the seed of its quiz.
#include <stdio.h>
#include <unistd.h>

#include "store/file.h"
#include "store/killer.h"
#include "store/quiz_play.h"

enum { QUIZZES = 60, EVENTS = 40 };

/// Ends the program, as it were, and starts it again an hour later.
static bool restart(struct play *play, struct quiz_found *found, struct arena *arena)
{
    journal_close(&play->journal);
    library_close(&play->library);
    open_library(play, tour(play->scratch));
    journal_open(&play->journal, play->scratch->dir, "me", &play->scratch->diags);
    int64_t later_ms = 3600000 + play->now_ms;
    return quiz_log_find(&play->journal, &play->library, arena, later_ms,
                         (struct fsrs_time){.at_ms = 1 << 21}, found);
}

/// The journal alone says the same of a quiz as its session does.
static void assert_glance(const struct play *play)
{
    struct arena arena = {0};
    struct quiz_glance glance;
    const struct session *s = &play->session;
    bool is_seen = quiz_log_glance(&play->journal, &arena, &glance);
    bool is_over = s->phase == SESSION_DONE;
    // With two clocks it can't tell which ran out.
    if (!is_over || s->rules.quiz_limit_ms == 0 || s->rules.question_limit_ms == 0)
        assert_int_equal(is_seen, !is_over);
    if (is_seen && !is_over) {
        assert_int_equal(glance.at, s->at);
        assert_int_equal(glance.count, s->turn_count);
        assert_string_equal(glance.bank, "tour");
    }
    arena_free(&arena);
}

static void any_quiz_comes_back_as_it_was(void **state)
{
    struct play play;
    open_play(&play, *state, tour(*state));
    for (uint64_t seed = 1; seed <= QUIZZES; seed++) {
        print_message("quiz %d\n", (int)seed);
        start(&play, seed);
        for (int i = 0; i < EVENTS; i++) {
            step(&play);
            assert_glance(&play);
            if (rng_below(&play.rng, 8))
                continue;
            struct arena arena = {0};
            struct quiz_found found;
            enum session_phase phase = play.session.phase;
            // After its last event the clock may have run on.
            char *before = state_of(&play.session, play.session.since_ms);
            bool is_there = restart(&play, &found, &arena);
            assert_int_equal(is_there, phase != SESSION_DONE);
            if (!is_there) {
                arena_free(&arena);
                free(before);
                break;
            }
            assert_int_equal(found.changed + found.gone, 0);
            assert_true(found.session.is_paused);
            char *after = state_of(&found.session, 3600000 + play.now_ms);
            assert_string_equal(after, before);
            free(after);
            free(before);
            arena_free(&play.arena);
            play.arena = arena;
            play.session = found.session;
            play.session.arena = &play.arena;
            play.log = found.log;
            play.now_ms += 3600000;
        }
    }
    close_play(&play);
}

// --- the power goes
// ---------------------------------------------------------------------------

/// A quiz for a process of its own.
struct victim {
    const char *dir, *bank;
    uint64_t seed;
};

static void play_on(const void *what, int acks)
{
    const struct victim *victim = what;
    struct scratch s = {.diags.arena = &s.arena};
    struct play play;
    snprintf(s.dir, sizeof s.dir, "%s", victim->dir);
    open_play(&play, &s, victim->bank);
    start(&play, victim->seed);
    while (play.session.phase != SESSION_DONE) {
        if (step(&play) && write(acks, ".", 1) != 1)
            break;
    }
}

/// The same game without anybody killing it, after `events` of them.
static char *state_after(struct play *play, uint64_t seed, int events)
{
    start(play, seed);
    while (events > 0 && play->session.phase != SESSION_DONE)
        events -= step(play);
    return state_of(&play->session, play->session.since_ms);
}

static void a_killed_game_is_at_its_last_event(void **state)
{
    struct scratch *s = *state;
    struct rng rng = rng_seed(4);
    for (int i = 0; i < kills(); i++) {
        uint64_t seed = rng_next(&rng);
        const char *dir = arena_printf(&s->arena, "%s/%d", s->dir, i);
        const struct victim victim = {dir, tour(s), seed};
        int wanted = (int)rng_below(&rng, 25), wait_us = (int)rng_below(&rng, 3000);
        int acks = kill_after(play_on, &victim, wanted, wait_us);
        struct play play = {.scratch = s}, model = {.scratch = s};
        struct quiz_found found;
        open_library(&play, tour(s));
        open_library(&model, tour(s));
        journal_open(&play.journal, dir, "me", &s->diags);
        bool is_there =
            quiz_log_find(&play.journal, &play.library, &play.arena, 0, epoch, &found);
        // The last event may be on the disk without having been acknowledged.
        char *one = state_after(&model, seed, acks);
        bool is_over = model.session.phase == SESSION_DONE;
        char *other = state_after(&model, seed, acks + 1);
        bool is_over_next = model.session.phase == SESSION_DONE;
        char *is = is_there ? state_of(&found.session, 0) : NULL;
        print_message("kill %d after %d events: %s\n", i, acks, is_there ? "goes on" : "over");
        if (is_there) {
            if (strcmp(is, other) != 0)
                assert_string_equal(is, one);
        } else {
            assert_true(is_over || is_over_next || acks == 0);
        }
        free(is);
        free(one);
        free(other);
        close_play(&model);
        close_play(&play);
    }
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(any_quiz_comes_back_as_it_was),
        IN_SCRATCH(a_killed_game_is_at_its_last_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
