// Random sessions over a bank of all kinds come back from the journal as they were. A failure
// prints the seed of its session.
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/rng.h"
#include "store/library.h"
#include "store/memory_before.h"
#include "store/scratch.h"
#include "store/study_journal.h"

enum { SESSIONS = 12, DEEDS = 30 };

// Noon UTC of 1 January 2026.
static const int64_t noon_ms = 1767268800000, hour_ms = 3600000;

/// A session that is played by chance, with its journal.
struct play {
    struct scratch *scratch;
    struct library library;
    const struct bank *bank;
    struct journal journal;
    struct memory memory;
    struct card_pile pile;
    struct study_journal log;
    struct arena arena;
    struct study study;
    struct rng rng;
    struct fsrs_time now;
};

static void open_store(struct play *play)
{
    journal_open(&play->journal, play->scratch->dir, "me", &play->scratch->diags);
    assert_true(memory_open(&play->memory, &play->journal));
}

static void close_store(struct play *play)
{
    memory_close(&play->memory);
    journal_close(&play->journal);
}

static void open_play(struct play *play, struct scratch *s)
{
    const char *root = getenv("QUARTET_SOURCE");
    const char *tour = arena_printf(&s->arena, "%s/questions/tour.json", root ? root : ".");
    *play = (struct play){.scratch = s, .rng = rng_seed(1), .now = {noon_ms, 60}};
    assert_int_equal(library_add(&play->library, tour), 0);
    assert_true(library_open_entry(&play->library, 0));
    play->bank = play->library.entries[0].file.bank;
    open_store(play);
}

static void close_play(struct play *play)
{
    close_store(play);
    library_close(&play->library);
    arena_free(&play->arena);
}

static struct deck_rules rules_of(struct play *play, enum deck_mode mode)
{
    struct deck_rules rules = deck_rules_default(&play->memory.fsrs, play->now);
    struct memory_today today = memory_today(&play->memory, play->bank->id, play->now);
    rules.mode = mode;
    rules.new_done = today.new_cards;
    rules.reviews_done = today.reviews;
    return rules;
}

static void start(struct play *play, enum deck_mode mode, uint64_t seed)
{
    assert_true(memory_catch_up(&play->memory));
    struct deck_rules rules = rules_of(play, mode);
    rules.seed = seed;
    rules.order = (enum deck_order)(seed % DECK_ORDER_COUNT);
    rules.new_place = (enum deck_new)(seed % DECK_NEW_COUNT);
    play->pile = card_pile_make(play->bank, &play->memory, &play->arena);
    study_start(&play->study, &play->arena, play->pile.cards, play->pile.count, &rules);
    study_journal_start(&play->log, &play->journal, play->bank->id, &rules);
}

static void do_deed(struct play *play, enum study_action action, int rating)
{
    const struct deck_card *card = study_current(&play->study, play->now.at_ms);
    struct fsrs_outcome outcome;
    if (!card)
        return;
    struct study_deed deed = {.card = card,
                              .key = play->pile.keys[card - play->study.cards],
                              .action = action,
                              .took_ms = play->now.at_ms - play->study.shown_ms};
    deed.grade = (struct study_grade){(enum fsrs_rating)rating, STUDY_EVIDENCE_FULL};
    if (action == STUDY_GRADE) {
        assert_true(study_grade(&play->study, deed.grade, play->now, &outcome));
    } else if (action == STUDY_HIDE) {
        assert_true(study_hide(&play->study, play->now));
    } else {
        assert_true(study_suspend(&play->study, play->now));
    }
    deed.until_ms = card->hidden_until_ms;
    study_journal_deed(&play->log, &deed, play->now);
}

static void do_anything(struct play *play)
{
    uint64_t what = rng_below(&play->rng, 10);
    play->now.at_ms += 1000 + (int64_t)rng_below(&play->rng, 90000);
    if (what < 6) {
        do_deed(play, STUDY_GRADE, 1 + (int)rng_below(&play->rng, 4));
    } else if (what == 6) {
        do_deed(play, STUDY_HIDE, 0);
    } else if (what == 7) {
        do_deed(play, STUDY_SUSPEND, 0);
    } else if (what == 8) {
        if (study_undo(&play->study, play->now.at_ms) >= 0)
            study_journal_undo(&play->log, play->now);
    } else if (study_redo(&play->study, play->now.at_ms) >= 0) {
        study_journal_redo(&play->log, play->now);
    }
}

static void assert_same(const struct study *is, const struct study *was)
{
    assert_int_equal(is->shown, was->shown);
    assert_memory_equal(&is->left, &was->left, sizeof is->left);
    assert_memory_equal(&is->done, &was->done, sizeof is->done);
    assert_int_equal(study_can_undo(is), study_can_undo(was));
    assert_int_equal(study_can_redo(is), study_can_redo(was));
    for (int i = 0; i < is->card_count; i++) {
        assert_memory_equal(&is->cards[i].memory, &was->cards[i].memory,
                            sizeof is->cards[i].memory);
        assert_int_equal(is->cards[i].is_suspended, was->cards[i].is_suspended);
        // One that was hidden on another day may come back as if it never was.
        assert_int_equal(is->cards[i].hidden_until_ms > is->rules.now.at_ms,
                         was->cards[i].hidden_until_ms > was->rules.now.at_ms);
    }
}

/// The session as it comes back from the file, in `arena`.
static void find(struct play *play, enum deck_mode mode, struct study *found_study,
                 struct arena *arena)
{
    struct study_found found;
    assert_true(memory_catch_up(&play->memory));
    struct deck_rules rules = rules_of(play, mode);
    struct card_pile pile = card_pile_make(play->bank, &play->memory, arena);
    assert_true(study_journal_find(&play->journal, &play->memory, play->bank->id, &pile, &rules,
                                   arena, &found));
    assert_true(found.log.game == play->log.game);
    const struct study_history history = {found.past, found.past_count, found.undone_count};
    study_restore(found_study, arena, pile.cards, pile.count, &found.rules, &history,
                  play->now.at_ms);
}

/// Undoes or does again up to `most` steps of both, which stay the same. Returns how many.
static int move_all(struct play *play, struct study *found,
                    int (*move)(struct study *s, int64_t now_ms), int most)
{
    int count = 0;
    while (count < most && move(&play->study, play->now.at_ms) >= 0) {
        assert_true(move(found, play->now.at_ms) >= 0);
        assert_same(found, &play->study);
        count++;
    }
    return count;
}

/// After the program ended, undoing all and doing it all again.
static void comes_back(struct play *play, enum deck_mode mode)
{
    struct arena arena = {0};
    struct study found;
    close_store(play);
    open_store(play);
    study_current(&play->study, play->now.at_ms);
    find(play, mode, &found, &arena);
    study_current(&found, play->now.at_ms);
    assert_same(&found, &play->study);
    int undone = move_all(play, &found, study_undo, INT_MAX);
    int redone = move_all(play, &found, study_redo, INT_MAX);
    move_all(play, &found, study_undo, redone - undone); // as it was: the file knows no more
    arena_free(&arena);
}

static void sessions_come_back_as_they_were(void **state)
{
    struct scratch *s = *state;
    struct play play;
    open_play(&play, s);
    for (int i = 0; i < SESSIONS; i++) {
        enum deck_mode mode = i % 3 == 2 ? DECK_CRAM : DECK_DUE;
        play.rng = rng_seed((uint64_t)i);
        play.now.at_ms += (int64_t)FSRS_DAY_MS * (1 + i % 4);
        start(&play, mode, rng_next(&play.rng));
        for (int n = 0; n < DEEDS; n++) {
            do_anything(&play);
            if (n % 10 == 9)
                comes_back(&play, mode);
        }
        if (s->diags.count)
            printf("session %d: %s\n", i, s->diags.items[0].message);
        arena_reset(&play.arena);
    }
    close_play(&play);
}

static void a_grade_is_on_the_disk_with_all_that_the_memory_needs(void **state)
{
    struct scratch *s = *state;
    struct play play;
    struct journal_event *events;
    struct memory_card *cards;
    open_play(&play, s);
    start(&play, DECK_DUE, 7);
    play.now.at_ms += 4000;
    do_deed(&play, STUDY_GRADE, FSRS_EASY);
    assert_int_equal(journal_read_game(&play.journal, play.log.game, &s->arena, &events), 2);
    assert_int_equal(events[0].type, JOURNAL_STUDY);
    assert_string_equal(events[0].bank, "tour");
    assert_non_null(strstr(events[0].data, "\"mode\":\"due\""));
    assert_int_equal(events[1].type, JOURNAL_GRADE);
    assert_non_null(strstr(events[1].data, "\"grades\":[[0,4,1000]]"));
    assert_non_null(strstr(events[1].data, "\"ahead\":60"));
    assert_non_null(strstr(events[1].data, "\"hash\":\""));
    assert_null(strstr(events[1].data, "\"text\":"));
    assert_true(memory_catch_up(&play.memory));
    assert_int_equal(memory_cards(&play.memory, "tour", &s->arena, &cards), 1);
    assert_string_equal(cards[0].question, events[1].question);
    close_play(&play);
}

static void a_question_without_an_id_is_told_in_words(void **state)
{
    struct scratch *s = *state;
    struct play play;
    struct journal_event *events;
    const struct question question = {
        .text = "Smell of rain", .kind = KIND_CARD, .card = {.back = "petrichor"}};
    const struct bank bank = {.id = "b", .questions = &question, .question_count = 1};
    const struct deck_card card = {.bank = &bank, .question = &question};
    open_play(&play, s);
    start(&play, DECK_DUE, 7);
    study_journal_deed(&play.log,
                       &(struct study_deed){.card = &card, .key = "k", .action = STUDY_SUSPEND},
                       play.now);
    assert_int_equal(journal_read_game(&play.journal, play.log.game, &s->arena, &events), 2);
    assert_non_null(
        strstr(events[1].data, "\"text\":\"Smell of rain\",\"right\":\"petrichor\""));
    close_play(&play);
}

static void cramming_leaves_the_memory_alone(void **state)
{
    struct scratch *s = *state;
    struct play play;
    struct memory_card *cards;
    open_play(&play, s);
    start(&play, DECK_CRAM, 7);
    do_deed(&play, STUDY_GRADE, FSRS_GOOD);
    do_deed(&play, STUDY_GRADE, FSRS_AGAIN);
    assert_true(memory_catch_up(&play.memory));
    assert_int_equal(memory_cards(&play.memory, "tour", &s->arena, &cards), 0);
    comes_back(&play, DECK_CRAM);
    close_play(&play);
}

static bool is_found(struct play *play, enum deck_mode mode, const char *bank)
{
    struct study_found found;
    struct arena arena = {0};
    struct deck_rules rules = rules_of(play, mode);
    bool is = study_journal_find(&play->journal, &play->memory, bank, &play->pile, &rules,
                                 &arena, &found);
    arena_free(&arena);
    return is;
}

static void only_a_session_of_today_in_this_mode_goes_on(void **state)
{
    struct play play;
    open_play(&play, *state);
    assert_false(is_found(&play, DECK_DUE, "tour"));
    start(&play, DECK_DUE, 7);
    assert_true(is_found(&play, DECK_DUE, "tour"));
    assert_false(is_found(&play, DECK_CRAM, "tour"));
    assert_false(is_found(&play, DECK_DUE, "other"));
    play.now.at_ms += 14 * hour_ms; // 3 o'clock by that clock: still today
    assert_true(is_found(&play, DECK_DUE, "tour"));
    play.now.at_ms += hour_ms;
    assert_false(is_found(&play, DECK_DUE, "tour"));
    close_play(&play);
}

static void nonsense_in_the_file_is_passed_over(void **state)
{
    static const char *const nonsense[] = {"{\"grades\":[]}",
                                           "{\"grades\":[[0]]}",
                                           "{\"grades\":[[99,3,1000]]}",
                                           "{",
                                           "[]",
                                           "{\"do\":\"dance\"}",
                                           NULL};
    struct play play;
    struct arena arena = {0};
    struct study found;
    open_play(&play, *state);
    start(&play, DECK_DUE, 7);
    const char *key =
        arena_text(&play.scratch->arena, play.pile.keys[0], strlen(play.pile.keys[0]));
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        for (int type = JOURNAL_GRADE; type <= JOURNAL_CARD; type++) {
            journal_append(&play.journal, &(struct journal_event){.at_ms = play.now.at_ms,
                                                                  .game = play.log.game,
                                                                  .type = type,
                                                                  .bank = "tour",
                                                                  .question = i % 2 ? key : "?",
                                                                  .data = nonsense[i]});
        }
    }
    find(&play, DECK_DUE, &found, &arena);
    assert_false(study_can_undo(&found));
    arena_free(&arena);
    close_play(&play);
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sessions_come_back_as_they_were),
        TEST(a_grade_is_on_the_disk_with_all_that_the_memory_needs),
        TEST(a_question_without_an_id_is_told_in_words),
        TEST(cramming_leaves_the_memory_alone),
        TEST(only_a_session_of_today_in_this_mode_goes_on),
        TEST(nonsense_in_the_file_is_passed_over),
    };
    return cmocka_run_group_tests_name("study_journal", tests, NULL, NULL);
}
