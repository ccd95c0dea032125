// store/quiz_play.h: a quiz over a bank of all kinds that is played by chance, with its
// journal.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "store/quiz_log.h"
#include "store/scratch.h"

static const struct fsrs_time epoch = {0};

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

static inline const char *root(void)
{
    const char *source = getenv("QUARTET_SOURCE");
    return source ? source : ".";
}

static inline void open_library(struct play *play, const char *bank)
{
    library_find(&play->library, &(struct library_places){.named = (const char *const[]){bank},
                                                          .named_count = 1});
    assert_true(library_open_entry(&play->library, 0));
}

static inline void open_play(struct play *play, struct scratch *s, const char *bank)
{
    *play = (struct play){.scratch = s};
    open_library(play, bank);
    journal_open(&play->journal, s->dir, "me", &s->diags);
    assert_string_equal(play->journal.fault, "");
}

static inline const char *tour(struct scratch *s)
{
    return arena_printf(&s->arena, "%s/questions/tour.json", root());
}

static inline void close_play(struct play *play)
{
    journal_close(&play->journal);
    library_close(&play->library);
    arena_free(&play->arena);
}

/// Begins a quiz over all questions of the bank, in their order.
static inline void start(struct play *play, uint64_t seed)
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

static inline const char *typed(struct play *play)
{
    static const char *const texts[] = {"Paris", "8848", "66.5", "Zebra \"quoted\"\n",
                                        "Größe", "",     "1,5"};
    return texts[rng_below(&play->rng, sizeof texts / sizeof *texts)];
}

/// Any answer that a front end could give to the question asked.
static inline struct answer any_answer(struct play *play, const char *texts[8])
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
static inline bool step(struct play *play)
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

static inline void write_turn(const struct turn *turn, struct buf *out)
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
static inline char *state_of(const struct session *session, int64_t now_ms)
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
