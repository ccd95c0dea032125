// A quiz whose bank, journal or events are not what they were.
#include <stdio.h>
#include <unistd.h>

#include "store/file.h"
#include "store/quiz_play.h"

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

static void move(struct play *play, const char *from, const char *to)
{
    struct arena *arena = &play->arena;
    journal_append(
        &play->journal,
        &(struct journal_event){.at_ms = 7,
                                .type = JOURNAL_MOVE,
                                .bank = "capitals",
                                .question = from,
                                .data = arena_printf(arena,
                                                     "{\"bank\": \"capitals\", \"question\": "
                                                     "\"%s\", \"why\": \"id\"}",
                                                     to)});
}

static void a_question_is_found_where_its_progress_went(void **state)
{
    struct play play;
    struct quiz_found found;
    struct arena *arena = &play.arena;
    const char *text =
        edited(*state, "\"id\": \"it\", \"question\"", "\"id\": \"italy\", \"question\"");
    assert_true(found_in(*state, text, &play, &found));
    assert_int_equal(found.gone, 1);
    assert_int_equal(session_answered(&found.session), 1);
    move(&play, "it", "elsewhere");
    move(&play, "fr", "italy"); // but that one is there
    move(&play, "elsewhere", "italy");
    assert_true(quiz_log_find(&play.journal, &play.library, arena, 0, epoch, &found));
    assert_int_equal(found.gone, 0);
    assert_int_equal(found.changed, 0);
    assert_int_equal(found.session.turn_count, 3);
    assert_int_equal(session_right(&found.session), 2);
    assert_int_equal(found.session.at, 2);
    assert_string_equal(found.log.keys[1], "italy");
    play.log = found.log; // what follows is told of the new name
    play.session = found.session;
    tell(&play, EVENT_RESUME, NULL);
    tell(&play, EVENT_UNDO, NULL);
    tell(&play, EVENT_ANSWER, "Oslo");
    assert_true(quiz_log_find(&play.journal, &play.library, arena, 0, epoch, &found));
    assert_int_equal(session_right(&found.session), 1);
    assert_int_equal(found.session.at, 1);
    move(&play, "italy", "it"); // taken back
    assert_true(quiz_log_find(&play.journal, &play.library, arena, 0, epoch, &found));
    assert_int_equal(found.gone, 1);
    assert_int_equal(session_right(&found.session), 1);
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

static void a_question_that_got_an_id_is_still_the_same(void **state)
{
    struct play play;
    struct quiz_found found;
    const char *bank = scratch_write(*state, "capitals.json", capitals);
    open_play(&play, *state, bank);
    start(&play, 3);
    for (int i = 0; i < 2; i++) {
        tell(&play, EVENT_SKIP, NULL);
    }
    tell(&play, EVENT_ANSWER, "Madrid"); // of the one that has no id
    tell(&play, EVENT_NEXT, NULL);
    library_close(&play.library);
    const char *text = edited(*state, "{\"question\": \"Spain?\"",
                              "{\"id\": \"es\", \"question\": \"Spain?\"");
    scratch_write(*state, "capitals.json", text);
    open_library(&play, bank);
    assert_true(quiz_log_find(&play.journal, &play.library, &play.arena, 0, epoch, &found));
    assert_int_equal(found.gone, 0);
    assert_int_equal(found.changed, 0);
    assert_int_equal(found.session.turn_count, 3);
    assert_int_equal(session_right(&found.session), 1);
    assert_string_equal(found.log.keys[2], "es");
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

/// Plays a quiz whose time runs out at its second question. Returns whether the journal alone
/// then says that it goes on.
static bool seems_to_go_on(struct play *play, int64_t question_ms, int64_t quiz_ms)
{
    const struct bank *bank = play->library.entries[0].file.bank;
    const struct session_rules rules = {.question_limit_ms = question_ms,
                                        .quiz_limit_ms = quiz_ms};
    struct picked picked[3];
    struct quiz_glance glance;
    for (int i = 0; i < 3; i++)
        picked[i] = (struct picked){bank, &bank->questions[i]};
    session_start(&play->session, &play->arena, picked, 3, &rules, play->now_ms);
    quiz_log_start(&play->log, &play->journal, &play->session, play->now_ms,
                   (struct fsrs_time){.at_ms = 5});
    tell(play, EVENT_ANSWER, "Paris");
    tell(play, EVENT_NEXT, NULL);
    play->now_ms += 60000;
    tell(play, EVENT_TIME_UP, NULL);
    assert_true(quiz_log_glance(&play->journal, &play->arena, &glance));
    assert_int_equal(glance.at, 1);
    tell(play, EVENT_NEXT, NULL);
    return quiz_log_glance(&play->journal, &play->arena, &glance);
}

static void a_quiz_that_ran_out_of_time_is_over(void **state)
{
    struct play play;
    open_play(&play, *state, scratch_write(*state, "capitals.json", capitals));
    assert_false(seems_to_go_on(&play, 0, 30000));
    assert_int_equal(play.session.phase, SESSION_DONE);
    assert_true(seems_to_go_on(&play, 30000, 0)); // only the question did
    assert_int_equal(play.session.phase, SESSION_ASKING);
    assert_true(seems_to_go_on(&play, 30000, 900000));
    close_play(&play);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(a_changed_question_goes_on_with_its_new_text),
        IN_SCRATCH(a_question_that_is_gone_is_left_out),
        IN_SCRATCH(a_question_is_found_where_its_progress_went),
        IN_SCRATCH(a_pause_takes_nothing_from_what_can_be_done_again),
        IN_SCRATCH(a_question_that_got_an_id_is_still_the_same),
        IN_SCRATCH(a_bank_that_is_gone_has_no_quiz),
        IN_SCRATCH(events_that_make_no_sense_are_passed_over),
        IN_SCRATCH(a_quiz_that_ran_out_of_time_is_over),
        IN_SCRATCH(a_quiz_goes_on_without_a_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
