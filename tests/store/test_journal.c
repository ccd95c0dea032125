#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/file.h"
#include "store/journal.h"
#include "store/scratch.h"

static void open_for(struct journal *journal, struct scratch *s, const char *learner)
{
    journal_open(journal, s->dir, learner, &s->diags);
}

static bool add(struct journal *journal, int64_t at_ms, int64_t game, int type)
{
    return journal_append(journal, &(struct journal_event){.at_ms = at_ms,
                                                           .game = game,
                                                           .type = type,
                                                           .question = "q1",
                                                           .data = "{\"t\": 1}"});
}

/// The types of the events of `game`, as digits.
static const char *types(struct scratch *s, const char *learner, int64_t game)
{
    struct journal journal;
    struct journal_event *events;
    open_for(&journal, s, learner);
    int count = journal_read_game(&journal, game, &s->arena, &events);
    char *text = arena_alloc(&s->arena, (size_t)count + 1, 1);
    for (int i = 0; i < count; i++)
        text[i] = (char)('0' + events[i].type);
    journal_close(&journal);
    return text;
}

static int64_t last_quiz(const struct journal *journal)
{
    return journal_last_game(journal, JOURNAL_QUIZ, JOURNAL_STOP, NULL);
}

static void gives_back_what_was_added(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct journal_event *events;
    open_for(&journal, s, "me");
    assert_string_equal(journal.fault, "");
    assert_int_equal(last_quiz(&journal), 0);
    assert_true(journal_append(
        &journal,
        &(struct journal_event){
            .at_ms = 10, .game = 7, .type = JOURNAL_QUIZ, .bank = "nato", .data = "{}"}));
    assert_true(add(&journal, 9, 7, JOURNAL_ANSWER)); // somebody set the clock back
    assert_true(add(&journal, 11, 8, JOURNAL_QUIZ));
    assert_true(add(&journal, 12, 0, JOURNAL_ANSWER)); // of no game
    assert_int_equal(last_quiz(&journal), 8);
    assert_int_equal(journal_read_game(&journal, 7, &s->arena, &events), 2);
    assert_int_equal(events[0].at_ms, 10);
    assert_string_equal(events[0].bank, "nato");
    assert_null(events[0].question);
    assert_string_equal(events[0].data, "{}");
    assert_int_equal(events[1].at_ms, 9);
    assert_null(events[1].bank);
    assert_string_equal(events[1].question, "q1");
    assert_int_equal(journal_read_game(&journal, 10, &s->arena, &events), 0);
    assert_true(journal_close(&journal));
    assert_string_equal(types(s, "me", 7), "12");
    assert_false(file_is_missing(scratch_path(s, "quartet.db.backup-1")));
}

static void many_events_are_one_commit(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    const struct journal_event events[] = {{.at_ms = 1, .game = 7, .type = JOURNAL_QUIZ},
                                           {.at_ms = 2, .game = 7, .type = JOURNAL_HINT}};
    open_for(&journal, s, "me");
    assert_true(journal_append_all(&journal, NULL, 0));
    assert_true(journal_append_all(&journal, events, 2));
    // One that can't be written leaves none of them.
    assert_true(db_run(&journal.db, "CREATE TRIGGER no_hints BEFORE INSERT ON event WHEN "
                                    "new.type = 3 BEGIN SELECT raise(ABORT, 'no'); END"));
    assert_false(journal_append_all(&journal, events, 2));
    assert_int_equal(journal.pending_count, 2);
    assert_string_equal(types(s, "me", 7), "13");
    assert_false(journal_append_all(&journal, NULL, 0)); // these still are not
    assert_true(db_run(&journal.db, "DROP TRIGGER no_hints"));
    assert_true(journal_close(&journal));
    assert_string_equal(types(s, "me", 7), "1313");
}

static void cards_between_hide_no_quiz(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    open_for(&journal, s, "me");
    assert_true(add(&journal, 1, 1, JOURNAL_QUIZ));
    assert_true(add(&journal, 2, 2, JOURNAL_QUIZ));
    assert_true(add(&journal, 3, 1, JOURNAL_RESUME)); // a restart that was undone
    for (int i = 0; i < 2; i++) {
        static const char *const banks[] = {"a", "b"};
        assert_true(journal_append(
            &journal, &(struct journal_event){
                          .at_ms = 4, .game = 3 + i, .type = JOURNAL_STUDY, .bank = banks[i]}));
    }
    assert_true(add(&journal, 5, 4, JOURNAL_UNDO));
    assert_int_equal(last_quiz(&journal), 1);
    enum journal_type study = JOURNAL_STUDY;
    assert_int_equal(journal_last_game(&journal, study, study, NULL), 4);
    assert_int_equal(journal_last_game(&journal, study, study, "a"), 3);
    assert_int_equal(journal_last_game(&journal, study, study, "c"), 0);
    journal_close(&journal);
}

static void learners_see_their_own(void **state)
{
    struct scratch *s = *state;
    struct journal ada, ben;
    open_for(&ada, s, "Ada");
    open_for(&ben, s, "Ben");
    assert_true(add(&ada, 1, 1, JOURNAL_QUIZ));
    assert_true(add(&ben, 2, 2, JOURNAL_QUIZ));
    assert_true(add(&ada, 3, 1, JOURNAL_ANSWER));
    assert_int_equal(last_quiz(&ada), 1);
    assert_int_equal(last_quiz(&ben), 2);
    journal_close(&ada);
    journal_close(&ben);
    assert_string_equal(types(s, "Ada", 1), "12");
    assert_string_equal(types(s, "Ada", 2), "");
}

static void set_most_pages(struct journal *journal, int64_t more)
{
    sqlite3_stmt *statement = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(journal->db.handle, "PRAGMA page_count", -1, &statement, NULL), 0);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t pages = sqlite3_column_int64(statement, 0) + more;
    sqlite3_finalize(statement);
    char sql[80];
    snprintf(sql, sizeof sql, "PRAGMA max_page_count = %lld", (long long)pages);
    assert_true(db_run(&journal->db, sql));
}

static void a_full_disk_loses_nothing(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    open_for(&journal, s, "me");
    assert_true(add(&journal, 1, 1, JOURNAL_QUIZ));
    set_most_pages(&journal, 0);
    char *large = arena_alloc(&s->arena, 100001, 1);
    memset(large, ' ', 100000);
    assert_false(journal_append(
        &journal,
        &(struct journal_event){.at_ms = 2, .game = 1, .type = JOURNAL_ANSWER, .data = large}));
    assert_non_null(strstr(journal.fault, "quartet.db cannot be written: the disk is full"));
    assert_false(add(&journal, 3, 1, JOURNAL_NEXT)); // it would fit, but order counts
    assert_int_equal(journal.pending_count, 2);
    assert_string_equal(types(s, "me", 1), "1");
    set_most_pages(&journal, 1000);
    assert_true(add(&journal, 4, 1, JOURNAL_HINT));
    assert_string_equal(journal.fault, "");
    assert_int_equal(journal.pending_count, 0);
    assert_true(journal_close(&journal));
    assert_string_equal(types(s, "me", 1), "1253");
}

static void says_why_a_learner_cannot_be_added(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    open_for(&journal, s, "me");
    assert_true(db_run(&journal.db, "CREATE TRIGGER full BEFORE INSERT ON learner BEGIN "
                                    "SELECT RAISE(ABORT, 'no room'); END"));
    journal_close(&journal);
    open_for(&journal, s, "Ada");
    assert_non_null(strstr(journal.fault, "quartet.db cannot be used: no room"));
    assert_non_null(strstr(scratch_message(s), "cannot be used: no room"));
    journal_close(&journal);
}

static void what_is_pending_is_written_at_the_end(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    sqlite3 *other = NULL;
    open_for(&journal, s, "me");
    sqlite3_busy_timeout(journal.db.handle, 1);
    assert_int_equal(sqlite3_open(scratch_path(s, "quartet.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(add(&journal, 1, 1, JOURNAL_QUIZ));
    assert_non_null(strstr(journal.fault, "another program keeps it locked"));
    sqlite3_close(other);
    assert_true(journal_close(&journal));
    assert_string_equal(types(s, "me", 1), "1");
}

static void a_folder_that_comes_back_is_used(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    const char *dir = scratch_write(s, "data", "a file where the folder should be");
    journal_open(&journal, dir, "me", &s->diags);
    assert_true(strlen(journal.fault) > 0);
    assert_false(add(&journal, 1000, 1, JOURNAL_QUIZ));
    unlink(dir);
    assert_false(add(&journal, 1500, 1, JOURNAL_HINT)); // not tried at every answer
    assert_true(add(&journal, 7000, 1, JOURNAL_ANSWER));
    assert_string_equal(journal.fault, "");
    struct journal_event *events;
    assert_int_equal(journal_read_game(&journal, 1, &s->arena, &events), 3);
    assert_true(journal_close(&journal));
}

static void a_newer_file_is_not_written(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    open_for(&journal, s, "me");
    assert_true(db_run(&journal.db, "PRAGMA user_version = 99"));
    journal_close(&journal);
    open_for(&journal, s, "me");
    assert_non_null(strstr(journal.fault, "newer Quartet"));
    assert_false(add(&journal, 1, 1, JOURNAL_QUIZ));
    assert_int_equal(journal.pending_count, 0);
    assert_non_null(strstr(journal.fault, "newer Quartet"));
    journal_close(&journal);
}

static const char *names_of(const struct journal *journal, struct scratch *s)
{
    const char *const *names;
    const char *all = "";
    int count = journal_learners(journal, &s->arena, &names);
    for (int i = 0; i < count; i++)
        all = arena_printf(&s->arena, "%s%s ", all, names[i]);
    return all;
}

static void learners_take_turns(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    open_for(&journal, s, "me");
    assert_true(add(&journal, 1, 7, JOURNAL_QUIZ));
    assert_true(journal_switch(&journal, "Ana"));
    assert_true(add(&journal, 2, 7, JOURNAL_ANSWER));
    assert_string_equal(journal.learner, "Ana");
    assert_string_equal(names_of(&journal, s), "me Ana ");
    assert_true(journal_switch(&journal, "me"));
    assert_true(add(&journal, 3, 7, JOURNAL_HINT));
    // Who is gone from the file comes back, also the one that it is of.
    assert_true(db_run(&journal.db, "DELETE FROM event WHERE learner = 1;"
                                    "DELETE FROM learner WHERE id = 1"));
    assert_true(journal_switch(&journal, journal.learner));
    assert_true(add(&journal, 4, 7, JOURNAL_SKIP));
    journal_close(&journal);
    assert_string_equal(types(s, "Ana", 7), "2");
    assert_string_equal(types(s, "me", 7), "4");
}

static void what_is_pending_stays_with_its_learner(void **state)
{
    struct scratch *s = *state;
    struct journal journal, none = {0};
    open_for(&journal, s, "me");
    assert_true(db_run(&journal.db, "CREATE TRIGGER full BEFORE INSERT ON event "
                                    "BEGIN SELECT raise(ABORT, 'no'); END"));
    assert_false(add(&journal, 1, 7, JOURNAL_QUIZ));
    assert_false(journal_switch(&journal, "Ana"));
    assert_string_equal(journal.learner, "me");
    assert_string_equal(names_of(&journal, s), "me ");
    assert_true(db_run(&journal.db, "DROP TRIGGER full"));
    assert_true(journal_switch(&journal, "Ana"));
    journal_close(&journal);
    assert_string_equal(types(s, "me", 7), "1");
    assert_false(journal_switch(&none, "Ana"));
    assert_string_equal(names_of(&none, s), "");
}

static void no_journal_takes_anything(void **state)
{
    (void)state;
    struct journal journal = {0};
    assert_false(add(&journal, 1, 1, JOURNAL_QUIZ));
    assert_int_equal(last_quiz(&journal), 0);
    assert_true(journal_close(&journal));
}

static void games_have_different_numbers(void **state)
{
    (void)state;
    int64_t one = journal_new_game(1700000000000, UINT64_MAX / 3);
    assert_true(one > 0);
    assert_true(one != journal_new_game(1700000000000, UINT64_MAX / 5));
    assert_true(one != journal_new_game(1700000000001, UINT64_MAX / 3));
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(gives_back_what_was_added),
        IN_SCRATCH(many_events_are_one_commit),
        IN_SCRATCH(cards_between_hide_no_quiz),
        IN_SCRATCH(learners_see_their_own),
        IN_SCRATCH(a_full_disk_loses_nothing),
        IN_SCRATCH(says_why_a_learner_cannot_be_added),
        IN_SCRATCH(what_is_pending_is_written_at_the_end),
        IN_SCRATCH(a_folder_that_comes_back_is_used),
        IN_SCRATCH(a_newer_file_is_not_written),
        IN_SCRATCH(learners_take_turns),
        IN_SCRATCH(what_is_pending_stays_with_its_learner),
        cmocka_unit_test(no_journal_takes_anything),
        cmocka_unit_test(games_have_different_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
