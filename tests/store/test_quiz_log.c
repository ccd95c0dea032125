// Random quizzes over a bank of all kinds, cut off at any event, come back as they were. A
// failure prints the seed of its quiz.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/rng.h"
#include "store/file.h"
#include "store/killer.h"
#include "store/quiz_log.h"
#include "store/scratch.h"

static const struct fsrs_time epoch = {0};

enum { QUIZZES = 60, EVENTS = 40 };

/// A quiz that is played by chance, with its journal.
struct play {
    struct scratch *scratch;
    struct library library;
    struct journal journal;
    struct quiz_log log;
    struct arena arena;
    struct session session;
    struct rng rng;
    int64_t now_ms;
};

static const char *root(void)
{
    const char *source = getenv("QUARTET_SOURCE");
    return source ? source : ".";
}

static void open_library(struct play *play, const char *bank)
{
    library_find(&play->library, &(struct library_places){.named = (const char *const[]){bank},
                                                          .named_count = 1});
    assert_true(library_open_entry(&play->library, 0));
}

static void open_play(struct play *play, struct scratch *s, const char *bank)
{
    *play = (struct play){.scratch = s};
    open_library(play, bank);
    journal_open(&play->journal, s->dir, "me", &s->diags);
    assert_string_equal(play->journal.fault, "");
}

static const char *tour(struct scratch *s)
{
    return arena_printf(&s->arena, "%s/questions/tour.json", root());
}

static void close_play(struct play *play)
{
    journal_close(&play->journal);
    library_close(&play->library);
    arena_free(&play->arena);
}

/// Begins a quiz over all questions of the bank, in their order.
static void start(struct play *play, uint64_t seed)
{
    const struct bank *bank = play->library.entries[0].file.bank;
    struct picked picked[64];
    for (int i = 0; i < bank->question_count; i++)
        picked[i] = (struct picked){bank, &bank->questions[i]};
    play->rng = rng_seed(seed);
    play->now_ms = 1000 + (int64_t)rng_below(&play->rng, 100000);
    struct session_rules rules = {
        .question_limit_ms = rng_below(&play->rng, 2) ? 20000 : 0,
        .quiz_limit_ms = rng_below(&play->rng, 3) ? 0 : 400000,
        .has_speed = rng_below(&play->rng, 2),
        .has_streak = rng_below(&play->rng, 2),
        .seed = rng_next(&play->rng),
    };
    arena_reset(&play->arena);
    session_start(&play->session, &play->arena, picked, bank->question_count, &rules,
                  play->now_ms);
    quiz_log_start(&play->log, &play->journal, &play->session, play->now_ms,
                   (struct fsrs_time){.at_ms = 1 << 20});
}

static const char *typed(struct play *play)
{
    static const char *const texts[] = {"Paris", "8848", "66.5", "Zebra \"quoted\"\n",
                                        "Größe", "",     "1,5"};
    return texts[rng_below(&play->rng, sizeof texts / sizeof *texts)];
}

/// Any answer that a front end could give to the question asked.
static struct answer any_answer(struct play *play, const char *texts[8])
{
    const struct ask *ask = &session_turn(&play->session)->ask;
    struct answer answer = {.picked = 1U << rng_below(&play->rng, 4)};
    bool is_match = ask->question->kind == KIND_MATCH;
    switch ((enum kind)ask->question->kind) {
    case KIND_MULTI:
        answer.picked = (uint32_t)rng_below(&play->rng, 16);
        break;
    case KIND_ORDER:
    case KIND_MATCH:
        answer.picked = 0;
        for (int i = 0; i < ask->shown_count; i++)
            answer.places[i] = ask->shown[i];
        for (int i = ask->question->match.count; i < ASK_PLACES && is_match; i++)
            answer.places[i] = 0; // only lefts have one
        if (is_match && rng_below(&play->rng, 2))
            answer.places[0] = ASK_NONE;
        break;
    case KIND_TEXT:
    case KIND_NUMBER:
        texts[0] = typed(play);
        answer = (struct answer){.texts = texts, .text_count = (int)rng_below(&play->rng, 2)};
        break;
    case KIND_CLOZE:
        for (int i = 0; i < ask->question->cloze.gap_count; i++)
            texts[i] = rng_below(&play->rng, 3) ? typed(play) : NULL;
        answer = (struct answer){.texts = texts, .text_count = ask->question->cloze.gap_count};
        break;
    case KIND_CARD:
        answer = (struct answer){.credit = rng_below(&play->rng, 2) ? 500 : 1000};
        break;
    case KIND_CHOICE:
    case KIND_TRUEFALSE:
    case KIND_COUNT:
        break;
    }
    return answer;
}

/// One event that may or may not be possible; most often what leads on.
static bool step(struct play *play)
{
    static const enum event_type likely[] = {EVENT_ANSWER, EVENT_NEXT,   EVENT_ANSWER,
                                             EVENT_NEXT,   EVENT_RESUME, EVENT_UNDO};

    uint64_t die = rng_below(&play->rng, 10);
    struct event event = {
        .type = die < 6 ? likely[die] : (enum event_type)rng_below(&play->rng, EVENT_COUNT)};
    if (event.type == EVENT_STOP && rng_below(&play->rng, 4))
        event.type = EVENT_SKIP;
    play->now_ms += (int64_t)rng_below(&play->rng, 15000);
    event.at_ms = play->now_ms;
    const char *texts[8];
    struct answer answer;
    if (event.type == EVENT_ANSWER && session_turn(&play->session)) {
        answer = any_answer(play, texts);
        event.answer = &answer;
    }
    return quiz_log_apply(&play->log, &play->session, &event,
                          (struct fsrs_time){.at_ms = (1 << 20) + event.at_ms});
}

static void write_turn(const struct turn *turn, struct buf *out)
{
    buf_printf(
        out, "%s %d%d%d%d %d %lld %lld:", turn->ask.question->id ? turn->ask.question->id : "?",
        turn->is_answered, turn->is_hinted, turn->is_skipped, turn->is_timed_out,
        turn->mark.credit, (long long)score_total(turn->points), (long long)turn->took_ms);
    for (int i = 0; i < turn->ask.shown_count; i++)
        buf_printf(out, " %d", turn->ask.shown[i]);
    buf_printf(out, " / %x", turn->answer.picked);
    for (int i = 0; i < turn->ask.shown_count; i++)
        buf_printf(out, " %d", turn->answer.places[i]);
    for (int i = 0; i < turn->answer.text_count; i++)
        buf_printf(out, " '%s'", turn->answer.texts[i] ? turn->answer.texts[i] : "-");
    buf_text(out, "\n");
}

/// All that counts of a quiz, as text. Pausing is left out.
static char *state_of(const struct session *session, int64_t now_ms)
{
    struct session copy = *session;
    struct buf out = {0};
    buf_printf(&out, "%d at %d, streak %d, %lld points, left %lld, %d %d\n", copy.phase,
               copy.at, copy.streak, (long long)score_total(copy.sum),
               (long long)session_left_ms(session, now_ms), session_can_undo(session),
               session_can_redo(session));
    for (int i = 0; i < copy.turn_count; i++) {
        buf_printf(&out, "%d ", copy.queue[i]);
        write_turn(&copy.turns[i], &out);
    }
    return out.data;
}

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

// --- the bank changed ------------------------------------------------------------------------

static const char capitals[] =
    "{\"format\": \"quizbank/1\", \"title\": \"Capitals\", \"id\": \"capitals\", "
    "\"questions\": [\n"
    "{\"id\": \"fr\", \"question\": \"France?\", \"answer\": \"Paris\"},\n"
    "{\"id\": \"it\", \"question\": \"Italy?\", \"answer\": \"Rome\"},\n"
    "{\"question\": \"Spain?\", \"answer\": \"Madrid\"}\n]}\n";

static void tell(struct play *play, enum event_type type, const char *text)
{
    struct answer answer = {.texts = &text, .text_count = 1};
    play->now_ms += 1000;
    assert_true(quiz_log_apply(
        &play->log, &play->session,
        &(struct event){.type = type, .at_ms = play->now_ms, .answer = text ? &answer : NULL},
        (struct fsrs_time){.at_ms = 5}));
}

/// Answers the first two of three questions, with an undo between, and looks for the quiz in
/// the bank as `text` has it.
static bool found_in(struct scratch *s, const char *text, struct play *play,
                     struct quiz_found *found)
{
    const char *bank = scratch_write(s, "capitals.json", capitals);
    open_play(play, s, bank);
    start(play, 3);
    tell(play, EVENT_ANSWER, "Lyon");
    tell(play, EVENT_UNDO, NULL);
    tell(play, EVENT_ANSWER, "Paris");
    tell(play, EVENT_NEXT, NULL);
    tell(play, EVENT_ANSWER, "Rome");
    tell(play, EVENT_NEXT, NULL);
    library_close(&play->library);
    scratch_write(s, "capitals.json", text);
    open_library(play, bank);
    return quiz_log_find(&play->journal, &play->library, &play->arena, 0, epoch, found);
}

/// `capitals` with `from` as `to`.
static const char *edited(struct scratch *s, const char *from, const char *to)
{
    const char *at = strstr(capitals, from);
    assert_non_null(at);
    return arena_printf(&s->arena, "%.*s%s%s", (int)(at - capitals), capitals, to,
                        at + strlen(from));
}

static void a_changed_question_goes_on_with_its_new_text(void **state)
{
    struct play play;
    struct quiz_found found;
    assert_true(found_in(*state, edited(*state, "Rome", "Roma"), &play, &found));
    assert_int_equal(found.changed, 1);
    assert_int_equal(found.gone, 0);
    assert_int_equal(found.session.at, 2);
    assert_int_equal(session_right(&found.session), 2); // Rome is one letter from it
    close_play(&play);
}

static void a_question_that_is_gone_is_left_out(void **state)
{
    struct play play;
    struct quiz_found found;
    const char *text = edited(
        *state, "{\"id\": \"fr\", \"question\": \"France?\", \"answer\": \"Paris\"},\n", "");
    assert_true(found_in(*state, text, &play, &found));
    assert_int_equal(found.gone, 1);
    assert_int_equal(found.session.turn_count, 2);
    assert_int_equal(session_answered(&found.session), 1);
    assert_int_equal(session_right(&found.session), 1);
    assert_int_equal(found.session.at, 1);
    close_play(&play);
}

static void a_pause_takes_nothing_from_what_can_be_done_again(void **state)
{
    struct play play;
    struct quiz_found found;
    const char *bank = scratch_write(*state, "capitals.json", capitals);
    open_play(&play, *state, bank);
    start(&play, 3);
    tell(&play, EVENT_ANSWER, "Paris");
    tell(&play, EVENT_NEXT, NULL);
    tell(&play, EVENT_PAUSE, NULL);
    play.now_ms += 60000; // nobody thinks meanwhile
    tell(&play, EVENT_RESUME, NULL);
    tell(&play, EVENT_ANSWER, "Rome");
    tell(&play, EVENT_UNDO, NULL);
    tell(&play, EVENT_PAUSE, NULL);
    tell(&play, EVENT_RESUME, NULL);
    tell(&play, EVENT_REDO, NULL);
    tell(&play, EVENT_NEXT, NULL);
    library_close(&play.library);
    scratch_write(*state, "capitals.json",
                  edited(*state,
                         "{\"id\": \"fr\", \"question\": \"France?\", \"answer\": "
                         "\"Paris\"},\n",
                         ""));
    open_library(&play, bank);
    assert_true(quiz_log_find(&play.journal, &play.library, &play.arena, 0, epoch, &found));
    assert_int_equal(session_answered(&found.session), 1);
    assert_int_equal(session_right(&found.session), 1);
    assert_true(found.session.turns[0].took_ms < 60000);
    assert_int_equal(found.session.at, 1);
    close_play(&play);
}

static void a_bank_that_is_gone_has_no_quiz(void **state)
{
    struct play play;
    struct quiz_found found;
    const char *text = edited(*state, "\"id\": \"capitals\"", "\"id\": \"other\"");
    assert_false(found_in(*state, text, &play, &found));
    close_play(&play);
}

static void events_that_make_no_sense_are_passed_over(void **state)
{
    static const struct {
        int type;
        const char *data;
    } odd[] = {
        {99, "{\"t\": 1}"},
        {JOURNAL_ANSWER, NULL},
        {JOURNAL_ANSWER, "nonsense"},
        {JOURNAL_ANSWER, "{\"t\": 9000, \"places\": [1]}"},
        {JOURNAL_ANSWER, "{\"t\": 9000, \"texts\": [\"a\", \"b\"]}"},
        {JOURNAL_ANSWER, "{\"t\": -5, \"texts\": [\"a\"]}"},
        {JOURNAL_HINT, "{\"t\": 1e300}"},
        {JOURNAL_RESUME, "{\"t\": 9000}"},
        {JOURNAL_REDO, "{\"t\": 9000}"},
    };

    struct play play;
    struct quiz_found found;
    assert_true(found_in(*state, capitals, &play, &found));
    char *before = state_of(&found.session, 0);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        journal_append(&play.journal, &(struct journal_event){.at_ms = 7,
                                                              .game = play.log.game,
                                                              .type = odd[i].type,
                                                              .data = odd[i].data});
    }
    assert_true(quiz_log_find(&play.journal, &play.library, &play.arena, 0, epoch, &found));
    char *after = state_of(&found.session, 0);
    assert_string_equal(after, before);
    free(before);
    free(after);
    close_play(&play);
}

static void a_quiz_goes_on_without_a_journal(void **state)
{
    struct play play;
    open_play(&play, *state, scratch_write(*state, "capitals.json", capitals));
    journal_close(&play.journal);
    start(&play, 3);
    tell(&play, EVENT_ANSWER, "Paris");
    assert_int_equal(session_right(&play.session), 1);
    close_play(&play);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(any_quiz_comes_back_as_it_was),
        IN_SCRATCH(a_killed_game_is_at_its_last_event),
        IN_SCRATCH(a_changed_question_goes_on_with_its_new_text),
        IN_SCRATCH(a_question_that_is_gone_is_left_out),
        IN_SCRATCH(a_pause_takes_nothing_from_what_can_be_done_again),
        IN_SCRATCH(a_bank_that_is_gone_has_no_quiz),
        IN_SCRATCH(events_that_make_no_sense_are_passed_over),
        IN_SCRATCH(a_quiz_goes_on_without_a_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
