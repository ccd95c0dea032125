// Sessions of cards that are killed at any moment: what was acknowledged is in the journal, in
// its order, and what is remembered is what the journal gives. A failure prints the number of
// the kill. For quizzes see test_quiz_log.c.
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
#include "store/events.h"
#include "store/killer.h"
#include "store/library.h"
#include "store/study_journal.h"

enum { DEEDS = 60 };

/// A session for a process of its own.
struct victim {
    const char *dir, *bank;
    uint64_t seed;
};

/// A session that is played by chance.
struct play {
    struct scratch scratch;
    struct desk desk;
    struct library library;
    struct card_pile pile;
    struct study study;
    struct study_journal log;
    struct rng rng;
    struct fsrs_time now;
};

static void open_play(struct play *play, const struct victim *victim)
{
    struct scratch *s = &play->scratch;
    *play = (struct play){.rng = rng_seed(victim->seed), .now = {day_0, 60}};
    s->diags.arena = &s->arena;
    snprintf(s->dir, sizeof s->dir, "%s", victim->dir);
    desk_open(&play->desk, s, "me");
    assert_int_equal(library_add(&play->library, victim->bank), 0);
    assert_true(library_open_entry(&play->library, 0));
    const struct bank *bank = play->library.entries[0].file.bank;
    struct deck_rules rules = deck_rules_default(&play->desk.memory.fsrs, play->now);
    rules.seed = victim->seed;
    play->pile = card_pile_make(bank, &play->desk.memory, &s->arena);
    study_start(&play->study, &s->arena, play->pile.cards, play->pile.count, &rules);
    study_journal_start(&play->log, &play->desk.journal, bank->id, &rules);
}

static void close_play(struct play *play)
{
    desk_close(&play->desk);
    library_close(&play->library);
    arena_free(&play->scratch.arena);
}

static bool grade_or_hide(struct play *play)
{
    const struct deck_card *card = study_current(&play->study, play->now.at_ms);
    struct fsrs_outcome outcome;
    if (!card)
        return false;
    struct study_deed deed = {
        .card = card,
        .key = play->pile.keys[card - play->study.cards],
        .action = rng_below(&play->rng, 6) ? STUDY_GRADE : STUDY_HIDE,
        .grade = {(enum fsrs_rating)(1 + rng_below(&play->rng, 4)), STUDY_EVIDENCE_FULL},
    };
    if (deed.action == STUDY_GRADE) {
        assert_true(study_grade(&play->study, deed.grade, play->now, &outcome));
    } else {
        assert_true(study_hide(&play->study, play->now));
    }
    deed.until_ms = card->hidden_until_ms;
    study_journal_deed(&play->log, &deed, play->now);
    return true;
}

/// Returns false if there was nothing to do.
static bool do_anything(struct play *play)
{
    uint64_t what = rng_below(&play->rng, 8);
    play->now.at_ms += 1000 + (int64_t)rng_below(&play->rng, 90000);
    if (what == 0 && study_undo(&play->study, play->now.at_ms) >= 0) {
        study_journal_undo(&play->log, play->now);
    } else if (what == 1 && study_redo(&play->study, play->now.at_ms) >= 0) {
        study_journal_redo(&play->log, play->now);
    } else {
        return grade_or_hide(play);
    }
    return true;
}

static void play_on(const void *what, int acks)
{
    struct play play;
    open_play(&play, what);
    for (int i = 0; i < DEEDS; i++) {
        if (do_anything(&play) && write(acks, ".", 1) != 1)
            return;
        memory_catch_up(&play.desk.memory);
    }
}

/// The events of the session, a line each.
static const char *events_of(struct play *play, int *count)
{
    struct arena *arena = &play->scratch.arena;
    struct journal_event *events;
    struct buf out = {0};
    *count = journal_read_game(&play->desk.journal, play->log.game, arena, &events);
    for (int i = 0; i < *count; i++) {
        buf_printf(&out, "%d %s %s\n", events[i].type,
                   events[i].question ? events[i].question : "-", events[i].data);
    }
    const char *text = arena_text(arena, out.len ? out.data : "", out.len);
    buf_free(&out);
    return text;
}

/// Looks into what a killed session left, and into `model`, which was not killed.
static void compare(const struct victim *victim, struct play *model, int acks)
{
    struct play left = {.scratch = {.diags.arena = &left.scratch.arena}};
    int count, all;
    snprintf(left.scratch.dir, sizeof left.scratch.dir, "%s", victim->dir);
    desk_open(&left.desk, &left.scratch, "me");
    left.log.game = journal_last_game(&left.desk.journal, JOURNAL_STUDY, JOURNAL_STUDY, NULL);
    const char *is = events_of(&left, &count), *wanted = events_of(model, &all);
    // That the session began is no deed, nor was it acknowledged.
    assert_true(count > acks || acks == 0);
    assert_int_equal(strncmp(is, wanted, strlen(is)), 0);
    assert_rebuilt_alike(&left.desk);
    desk_close(&left.desk);
    arena_free(&left.scratch.arena);
}

static void a_killed_session_has_lost_nothing(void **state)
{
    struct scratch *s = *state;
    struct rng rng = rng_seed(9);
    const char *root = getenv("QUARTET_SOURCE");
    const char *bank = arena_printf(&s->arena, "%s/questions/tour.json", root ? root : ".");
    for (int i = 0; i < kills(); i++) {
        struct victim victim = {arena_printf(&s->arena, "%s/%d", s->dir, i), bank,
                                rng_next(&rng)};
        int wanted = (int)rng_below(&rng, DEEDS), wait_us = (int)rng_below(&rng, 2000);
        int acks = kill_after(play_on, &victim, wanted, wait_us);
        print_message("kill %d after %d deeds\n", i, acks);
        struct victim unharmed = {arena_printf(&s->arena, "%s/m%d", s->dir, i), bank,
                                  victim.seed};
        struct play model;
        open_play(&model, &unharmed);
        for (int k = 0; k < DEEDS; k++)
            do_anything(&model);
        compare(&victim, &model, acks);
        close_play(&model);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_killed_session_has_lost_nothing, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
