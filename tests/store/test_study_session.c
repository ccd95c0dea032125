// Sessions of cards as every front end runs them: which one goes on, and when one begins anew.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "store/library.h"
#include "store/scratch.h"
#include "store/study_session.h"

// Noon UTC of 1 January 2026.
static const int64_t noon_ms = 1767268800000;

static const char four[] =
    "{\"format\": \"quizbank/1\", \"id\": \"four\", \"title\": \"Four\", \"questions\": ["
    "{\"question\": \"One?\", \"answer\": \"1\"}, {\"question\": \"Two?\", \"answer\": \"2\"},"
    "{\"question\": \"Three?\", \"answer\": \"3\"}, {\"question\": \"Four?\", \"answer\": "
    "\"4\"}]}";

/// What a front end has while it runs.
struct desk {
    struct scratch *scratch;
    struct library library;
    const struct bank *bank;
    struct settings settings;
    struct journal journal;
    struct memory memory;
    struct study_store store;
    struct study_session session;
    struct fsrs_time now;
    struct rng rng;
};

static void open_store(struct desk *desk)
{
    journal_open(&desk->journal, desk->scratch->dir, "me", &desk->scratch->diags);
    assert_true(memory_open(&desk->memory, &desk->journal));
    desk->store = (struct study_store){&desk->journal, &desk->memory, &desk->settings};
}

static void close_store(struct desk *desk)
{
    study_session_close(&desk->session);
    memory_close(&desk->memory);
    journal_close(&desk->journal);
}

/// The program ends and is started again.
static void restart(struct desk *desk)
{
    close_store(desk);
    open_store(desk);
}

static void open_desk_with(struct desk *desk, struct scratch *s, const char *text)
{
    *desk = (struct desk){.scratch = s, .now = {noon_ms, 0}, .rng = rng_seed(1)};
    desk->settings = settings_default();
    assert_int_equal(library_add(&desk->library, scratch_write(s, "four.json", text)), 0);
    assert_true(library_open_entry(&desk->library, 0));
    desk->bank = desk->library.entries[0].file.bank;
    open_store(desk);
}

static void open_desk(struct desk *desk, struct scratch *s)
{
    open_desk_with(desk, s, four);
}

static void close_desk(struct desk *desk)
{
    close_store(desk);
    library_close(&desk->library);
}

static void begin(struct desk *desk, enum deck_mode mode)
{
    study_session_begin(&desk->session, &desk->store, desk->bank, mode, desk->now, &desk->rng);
}

static bool grade(struct desk *desk, enum fsrs_rating rating)
{
    struct fsrs_outcome outcome;
    desk->now.at_ms += 1000;
    return study_session_grade(
        &desk->session, (struct study_grade){rating, STUDY_EVIDENCE_FULL}, desk->now, &outcome);
}

/// What is asked on the card that is up; "" if none is.
static const char *up(struct desk *desk)
{
    const struct deck_card *card = study_session_card(&desk->session, desk->now.at_ms);
    return card ? card->question->text : "";
}

static void grade_all(struct desk *desk)
{
    while (grade(desk, FSRS_EASY))
        ;
}

static void a_session_goes_on_after_a_restart_and_is_undone(void **state)
{
    struct desk desk;
    open_desk(&desk, *state);
    begin(&desk, DECK_DUE);
    const char *first = arena_text(&desk.scratch->arena, up(&desk), strlen(up(&desk)));
    assert_true(grade(&desk, FSRS_EASY));
    restart(&desk);
    begin(&desk, DECK_DUE);
    assert_int_equal(desk.session.study.done.cards, 1);
    assert_string_not_equal(up(&desk), first);
    assert_true(study_session_undo(&desk.session, desk.now));
    assert_string_equal(up(&desk), first);
    assert_true(study_session_redo(&desk.session, desk.now));
    assert_false(study_session_redo(&desk.session, desk.now));
    assert_string_not_equal(up(&desk), first);
    close_desk(&desk);
}

static void one_that_is_over_goes_on_unless_a_new_one_would_differ(void **state)
{
    struct desk desk;
    open_desk(&desk, *state);
    desk.settings.new_cards = 2;
    begin(&desk, DECK_DUE);
    grade_all(&desk);
    assert_int_equal(desk.session.study.done.cards, 2);
    restart(&desk);
    begin(&desk, DECK_DUE);
    assert_string_equal(up(&desk), "");
    assert_true(study_can_undo(&desk.session.study));
    desk.settings.new_cards = 3;
    begin(&desk, DECK_DUE);
    assert_false(study_can_undo(&desk.session.study));
    assert_int_equal(desk.session.study.left.new_cards, 1);
    close_desk(&desk);
}

/// A bank of so many questions.
static const char *many(struct scratch *s, int count)
{
    struct buf text = {0};
    buf_text(&text, "{\"format\": \"quizbank/1\", \"id\": \"many\", \"title\": \"Many\", "
                    "\"questions\": [");
    for (int i = 0; i < count; i++) {
        buf_printf(&text, "%s{\"question\": \"%d?\", \"answer\": \"%d\"}", i ? "," : "", i, i);
    }
    buf_text(&text, "]}");
    const char *kept = arena_text(&s->arena, text.data, text.len);
    buf_free(&text);
    return kept;
}

/// Whatever the plan would say by now, nothing more is to be done: the last grade can be taken
/// back.
static void what_was_planned_can_be_undone_when_it_is_done(void **state)
{
    struct desk desk;
    open_desk_with(&desk, *state, many(*state, 12));
    begin(&desk, DECK_DUE);
    grade_all(&desk);
    assert_int_equal(desk.session.study.done.cards, 12);
    desk.now.at_ms += 30 * (int64_t)FSRS_DAY_MS;
    int64_t begun_ms = desk.now.at_ms;
    desk.settings.minutes_a_day = 1;
    begin(&desk, DECK_DUE);
    int planned = desk.session.study.left.due;
    assert_in_range(planned, 3, 11);
    for (int i = 0; i < planned; i++) {
        assert_string_not_equal(up(&desk), ""); // is looked at from now on
        desk.now.at_ms += 30000;
        assert_true(grade(&desk, FSRS_GOOD));
    }
    assert_string_equal(up(&desk), "");
    restart(&desk);
    begin(&desk, DECK_DUE);
    assert_true(study_can_undo(&desk.session.study));
    // The others are put away by another program: nothing is due, and nothing has to be
    // limited.
    for (int i = 0; i < desk.session.list.count; i++) {
        if (desk.session.list.cards[i].memory.last_ms >= begun_ms)
            continue;
        assert_true(journal_append(
            &desk.journal, &(struct journal_event){.at_ms = desk.now.at_ms,
                                                   .type = JOURNAL_CARD,
                                                   .bank = "many",
                                                   .question = desk.session.list.keys[i],
                                                   .data = "{\"part\":0,\"do\":\"suspend\"}"}));
    }
    restart(&desk);
    begin(&desk, DECK_DUE);
    assert_string_equal(up(&desk), "");
    assert_true(study_session_undo(&desk.session, desk.now));
    assert_int_equal(desk.session.study.done.cards, planned - 1);
    assert_string_not_equal(up(&desk), "");
    close_desk(&desk);
}

static void new_cards_beyond_the_limit_are_as_many_as_asked_for(void **state)
{
    struct desk desk;
    open_desk(&desk, *state);
    desk.settings.new_cards = 2;
    study_session_begin_with(&desk.session, &desk.store, desk.bank, 1, desk.now, &desk.rng);
    assert_int_equal(desk.session.study.left.new_cards, 1);
    grade_all(&desk);
    study_session_begin_with(&desk.session, &desk.store, desk.bank, 2, desk.now, &desk.rng);
    assert_int_equal(desk.session.study.left.new_cards, 2);
    grade_all(&desk);
    study_session_begin_with(&desk.session, &desk.store, desk.bank, 0, desk.now, &desk.rng);
    assert_int_equal(desk.session.study.left.new_cards, 0);
    assert_int_equal(desk.session.study.deck.held_new, 1);
    close_desk(&desk);
}

static void cramming_goes_on_too_but_begins_anew_once_through(void **state)
{
    struct desk desk;
    struct memory_card *cards;
    open_desk(&desk, *state);
    begin(&desk, DECK_CRAM);
    assert_true(grade(&desk, FSRS_GOOD));
    restart(&desk);
    begin(&desk, DECK_CRAM);
    assert_int_equal(desk.session.study.done.cards, 1);
    grade_all(&desk);
    assert_string_equal(up(&desk), "");
    restart(&desk);
    begin(&desk, DECK_CRAM);
    assert_string_not_equal(up(&desk), "");
    assert_true(memory_catch_up(&desk.memory));
    assert_int_equal(memory_cards(&desk.memory, "four", &desk.scratch->arena, &cards), 0);
    close_desk(&desk);
}

static void what_is_put_away_stays_away_and_is_undone(void **state)
{
    struct desk desk;
    open_desk(&desk, *state);
    begin(&desk, DECK_DUE);
    assert_true(study_session_hide(&desk.session, desk.now));
    assert_true(study_session_suspend(&desk.session, desk.now));
    restart(&desk);
    begin(&desk, DECK_DUE);
    assert_int_equal(desk.session.study.left.new_cards, 2);
    assert_true(study_session_undo(&desk.session, desk.now));
    restart(&desk);
    begin(&desk, DECK_DUE);
    assert_int_equal(desk.session.study.left.new_cards, 3);
    study_session_begin_with(&desk.session, &desk.store, desk.bank, 4, desk.now, &desk.rng);
    assert_int_equal(desk.session.study.left.new_cards, 3);
    desk.now.at_ms += FSRS_DAY_MS;
    begin(&desk, DECK_DUE);
    assert_int_equal(desk.session.study.left.new_cards, 4);
    close_desk(&desk);
}

static void without_a_journal_it_stays_where_it_is(void **state)
{
    struct desk desk;
    open_desk(&desk, *state);
    desk.store = (struct study_store){.settings = &desk.settings};
    begin(&desk, DECK_DUE);
    assert_true(grade(&desk, FSRS_EASY));
    begin(&desk, DECK_DUE);
    assert_int_equal(desk.session.study.done.cards, 1);
    desk.now.at_ms += FSRS_DAY_MS;
    begin(&desk, DECK_DUE);
    assert_int_equal(desk.session.study.done.cards, 0);
    close_desk(&desk);
}

static void nothing_is_done_in_no_session(void **state)
{
    struct desk desk;
    open_desk(&desk, *state);
    assert_string_equal(up(&desk), "");
    assert_false(grade(&desk, FSRS_GOOD));
    assert_false(study_session_hide(&desk.session, desk.now));
    assert_false(study_session_suspend(&desk.session, desk.now));
    assert_false(study_session_undo(&desk.session, desk.now));
    assert_false(study_session_redo(&desk.session, desk.now));
    close_desk(&desk);
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_planned_can_be_undone_when_it_is_done),
        TEST(a_session_goes_on_after_a_restart_and_is_undone),
        TEST(one_that_is_over_goes_on_unless_a_new_one_would_differ),
        TEST(new_cards_beyond_the_limit_are_as_many_as_asked_for),
        TEST(cramming_goes_on_too_but_begins_anew_once_through),
        TEST(what_is_put_away_stays_away_and_is_undone),
        TEST(without_a_journal_it_stays_where_it_is),
        TEST(nothing_is_done_in_no_session),
    };
    return cmocka_run_group_tests_name("study_session", tests, NULL, NULL);
}
