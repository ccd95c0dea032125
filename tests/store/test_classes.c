// Classes, and the teams that played last in them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/rng.h"
#include "formats/pupil_list.h"
#include "store/classes.h"
#include "store/scratch.h"

static void open_for(struct journal *journal, struct scratch *s, const char *learner)
{
    journal_open(journal, s->dir, learner, &s->diags);
    assert_string_equal(journal->fault, "");
}

static struct class_pupil pupils[] = {{"Ada", false}, {"Ben", true}, {"Cleo", false}};
static const struct class_list class_8b = {pupils, 3};

static void a_class_is_kept(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct class_list list;
    open_for(&journal, s, "me");
    assert_false(classes_has(&journal, "8b"));
    assert_false(classes_read(&journal, "8b", 5, &s->arena, &list));
    assert_int_equal(list.count, 0);
    assert_true(classes_may_be(&journal, "8b"));
    assert_true(classes_write(&journal, "8b", &class_8b, 5));
    assert_true(classes_may_be(&journal, "8b"));
    assert_false(classes_may_be(&journal, "me"));
    assert_string_equal(journal.learner, "me");
    assert_true(
        journal_append(&journal, &(struct journal_event){.at_ms = 6, .game = 1, .type = 1}));
    assert_int_equal(journal_last_game(&journal, 1, 1, NULL), 1);
    assert_true(journal_close(&journal));

    open_for(&journal, s, "somebody");
    assert_true(classes_has(&journal, "8b"));
    assert_false(classes_has(&journal, "me"));
    assert_true(classes_read(&journal, "8b", 5, &s->arena, &list));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.pupils[0].name, "Ada");
    assert_false(list.pupils[0].is_absent);
    assert_string_equal(list.pupils[1].name, "Ben");
    assert_true(list.pupils[1].is_absent);
    // The last one counts.
    assert_true(classes_write(&journal, "8b", &(struct class_list){pupils, 1}, 7));
    assert_true(classes_read(&journal, "8b", 5, &s->arena, &list));
    assert_int_equal(list.count, 1);
    assert_true(journal_close(&journal));
}

static void classes_are_listed(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    const char *const *names;
    open_for(&journal, s, "me");
    assert_int_equal(classes_names(&journal, &s->arena, &names), 0);
    assert_true(classes_write(&journal, "b 2", &class_8b, 1));
    assert_true(classes_write(&journal, "A 1", &class_8b, 1));
    assert_true(classes_write(&journal, "A 1", &(struct class_list){0}, 1));
    assert_true(classes_write_teams(&journal, "no class", NULL, &(struct class_teams){0}, 1));
    assert_int_equal(classes_names(&journal, &s->arena, &names), 2);
    assert_string_equal(names[0], "A 1");
    assert_string_equal(names[1], "b 2");
    assert_true(journal_close(&journal));
}

static void nothing_is_said_to_be_kept_that_is_not(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    const char *const *names;
    open_for(&journal, s, "me");
    assert_true(db_run(&journal.db, "CREATE TRIGGER no BEFORE INSERT ON event BEGIN SELECT "
                                    "raise(ABORT, 'no'); END"));
    assert_false(classes_write(&journal, "8b", &class_8b, 1));
    assert_true(db_run(&journal.db, "DROP TRIGGER no"));
    assert_int_equal(journal_learners(&journal, &s->arena, &names), 1); // nor half of it
    assert_true(classes_write(&journal, "8b", &class_8b, 1));
    assert_true(journal_close(&journal));
    struct journal none = {0};
    assert_false(classes_write(&none, "8b", &class_8b, 1));
    assert_false(classes_has(&none, "8b"));
}

static void teams_are_as_last_time(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    static const int owls[] = {2, 0}, foxes[] = {1, 77};
    struct class_teams teams = {.count = 2, .wish = lesson_wish_usual()}, read;
    teams.teams[0] = (struct team){"Owls", 3, 'q', 100, owls, 2};
    teams.teams[1] = (struct team){"Foxes", 1, BUZZER_PADS + 2, 150, foxes, 2};
    teams.wish.mode = 4;
    teams.wish.questions = 12;
    teams.wish.limit_s = 45;
    teams.wish.is_calm = teams.wish.hides_names = true;
    open_for(&journal, s, "me");
    assert_false(classes_read_teams(&journal, "8b", &class_8b, &s->arena, &read));
    assert_int_equal(read.count, 0);
    assert_int_equal(read.wish.questions, lesson_wish_usual().questions);
    assert_null(classes_last(&journal, &s->arena));
    assert_true(classes_write_teams(&journal, "me", NULL, &(struct class_teams){0}, 9));
    assert_true(classes_write_teams(&journal, "8b", &class_8b, &teams, 1));
    assert_string_equal(classes_last(&journal, &s->arena), "8b");
    // The list is another one now: its first pupil is gone.
    const struct class_list now = {pupils + 1, 2};
    assert_true(classes_read_teams(&journal, "8b", &now, &s->arena, &read));
    assert_int_equal(read.count, 2);
    assert_string_equal(read.teams[0].name, "Owls");
    assert_int_equal(read.teams[0].mark, 3);
    assert_int_equal(read.teams[0].buzzer, 'q');
    assert_int_equal(read.teams[0].pupil_count, 1);
    assert_int_equal(read.teams[0].pupils[0], 1); // Cleo
    assert_int_equal(read.teams[1].buzzer, BUZZER_PADS + 2);
    assert_int_equal(read.teams[1].time_percent, 150);
    assert_int_equal(read.teams[1].pupil_count, 1);
    assert_int_equal(read.teams[1].pupils[0], 0);
    assert_int_equal(read.wish.mode, 4);
    assert_int_equal(read.wish.questions, 12);
    assert_int_equal(read.wish.limit_s, 45);
    assert_int_equal(read.wish.text_percent, 130);
    assert_true(read.wish.is_calm && read.wish.hides_names);
    assert_false(read.wish.has_speed || read.wish.top_three || read.wish.is_buzzed ||
                 read.wish.is_due_first);
    assert_true(journal_close(&journal));
}

static int count_events(const struct journal *journal)
{
    sqlite3_stmt *statement = db_prepare(&journal->db, "SELECT count(*) FROM event");
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int count = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return count;
}

static void teams_as_they_are_already_are_not_written_again(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    static const int owls[] = {0, 2};
    struct class_teams teams = {.count = 1, .wish = lesson_wish_usual()};
    teams.teams[0] =
        (struct team){.name = "Owls", .time_percent = 100, .pupils = owls, .pupil_count = 2};
    open_for(&journal, s, "me");
    for (int i = 1; i <= 2; i++) {
        assert_true(classes_write_teams(&journal, "8b", &class_8b, &teams, i));
        assert_int_equal(count_events(&journal), 1);
    }
    teams.teams[0].pupil_count = 1;
    assert_true(classes_write_teams(&journal, "8b", &class_8b, &teams, 3));
    assert_true(classes_write_teams(&journal, "me", NULL, &teams, 4));
    assert_int_equal(count_events(&journal), 3);
    // Which were the last ones is news again.
    assert_true(classes_write_teams(&journal, "8b", &class_8b, &teams, 5));
    assert_int_equal(count_events(&journal), 4);
    assert_string_equal(classes_last(&journal, &s->arena), "8b");
    assert_true(journal_close(&journal));
}

static void each_wish_is_kept(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct class_teams read;
    const struct class_teams teams = {.wish = {.mode = 2,
                                               .questions = 7,
                                               .rounds = 3,
                                               .text_percent = 150,
                                               .has_speed = true,
                                               .is_buzzed = true,
                                               .top_three = true,
                                               .is_due_first = true}};
    open_for(&journal, s, "me");
    assert_true(classes_write_teams(&journal, "me", NULL, &teams, 1));
    assert_true(classes_read_teams(&journal, "me", NULL, &s->arena, &read));
    assert_int_equal(read.wish.rounds, 3);
    assert_int_equal(read.wish.text_percent, 150);
    assert_true(read.wish.has_speed && read.wish.is_buzzed && read.wish.top_three &&
                read.wish.is_due_first);
    assert_false(read.wish.is_calm || read.wish.hides_names);
    assert_true(journal_close(&journal));
}

static void write_raw(struct journal *journal, int type, const char *data)
{
    assert_true(journal_switch(journal, "8b"));
    assert_true(journal_append(
        journal, &(struct journal_event){.at_ms = 1, .type = type, .data = data}));
    assert_true(journal_switch(journal, "me"));
}

static void who_is_absent_is_so_for_that_day(void **state)
{
    static const int64_t noon_ms = INT64_C(1767268800000), hour_ms = 3600000;
    struct scratch *s = *state;
    struct journal journal;
    struct class_list list;
    setenv("TZ", "CET-1", 1);
    open_for(&journal, s, "me");
    assert_true(classes_write(&journal, "8b", &class_8b, noon_ms));
    assert_true(classes_read(&journal, "8b", noon_ms + 10 * hour_ms, &s->arena, &list));
    assert_true(list.pupils[1].is_absent);
    assert_true(classes_read(&journal, "8b", noon_ms + 11 * hour_ms, &s->arena, &list));
    assert_false(list.pupils[1].is_absent); // it is past midnight there
    assert_int_equal(list.count, 3);
    assert_true(journal_close(&journal));
}

static void what_is_no_pupil_is_passed_over(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct class_list list;
    open_for(&journal, s, "me");
    write_raw(
        &journal, JOURNAL_CLASS,
        "{\"pupils\":[{\"name\":\"Ada\",\"absent\":1},7,null,[],{\"name\":3},{\"name\":\"\"},"
        "{\"name\":\"Ada\"},{\"name\":\"0123456789012345678901234567890123456789012345678901"
        "2345678901234567890\"},\"Ben\",{\"name\":\"Cleo\",\"absent\":true}]}");
    assert_true(classes_read(&journal, "8b", 5, &s->arena, &list));
    assert_int_equal(list.count, 2);
    assert_false(list.pupils[0].is_absent);
    assert_string_equal(list.pupils[1].name, "Cleo");
    assert_true(list.pupils[1].is_absent);
    assert_true(journal_close(&journal));
}

static void teams_that_clash_in_the_file_do_not(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct class_teams read;
    open_for(&journal, s, "me");
    write_raw(&journal, JOURNAL_TEAMS,
              "{\"teams\":[{\"name\":\"A\",\"mark\":1,\"buzzer\":113,\"time_percent\":1000},"
              "{\"name\":\"B\",\"mark\":1,\"buzzer\":113},{\"name\":\"C\",\"mark\":-4,"
              "\"buzzer\":-1},{\"mark\":2},{\"name\":\"D\",\"mark\":99,\"buzzer\":1e300,"
              "\"pupils\":[\"Ada\",\"Ada\",3,\"Zoe\"]},{\"name\":\"E\"},{\"name\":\"F\"},"
              "{\"name\":\"G\"}],\"lesson\":7}");
    assert_true(classes_read_teams(&journal, "8b", &class_8b, &s->arena, &read));
    assert_int_equal(read.count, TEAMS_MOST);
    for (int i = 0; i < read.count; i++) {
        assert_in_range(read.teams[i].mark, 0, TEAMS_MOST - 1);
        for (int k = 0; k < i; k++) {
            assert_int_not_equal(read.teams[i].mark, read.teams[k].mark);
            assert_true(!read.teams[i].buzzer || read.teams[i].buzzer != read.teams[k].buzzer);
        }
    }
    assert_int_equal(read.teams[0].mark, 1);
    assert_int_equal(read.teams[0].time_percent, 100);
    assert_int_equal(read.teams[1].buzzer, 0);
    assert_int_equal(read.teams[2].buzzer, 0);
    assert_int_equal(read.teams[3].pupil_count, 1);
    assert_int_equal(read.wish.questions, lesson_wish_usual().questions);
    assert_true(journal_close(&journal));
}

static void garbage_is_never_a_crash(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    struct rng rng = rng_seed(11);
    static const char *const pieces[] = {"{",        "}",          "[",          "]",
                                         ",",        ":",          "\"pupils\"", "\"teams\"",
                                         "\"name\"", "\"mark\"",   "\"lesson\"", "\"mode\"",
                                         "-1e99",    "3",          "null",       "\"Ada\"",
                                         "true",     "\"buzzer\"", "\xFF",       "\"absent\""};
    open_for(&journal, s, "me");
    assert_true(db_run(&journal.db, "PRAGMA synchronous=OFF"));
    for (int i = 0; i < 500; i++) {
        char data[400] = "";
        struct class_list list;
        struct class_teams teams;
        bool is_class = rng_below(&rng, 2);
        snprintf(data, sizeof data, "{\"%s\":[{", is_class ? "pupils" : "teams");
        for (int k = (int)rng_below(&rng, 30); k > 0; k--) {
            const char *piece = pieces[rng_below(&rng, sizeof pieces / sizeof *pieces)];
            strncat(data, piece, sizeof data - strlen(data) - 1);
        }
        write_raw(&journal, is_class ? JOURNAL_CLASS : JOURNAL_TEAMS, data);
        classes_read(&journal, "8b", 5, &s->arena, &list);
        assert_in_range(list.count, 0, PUPILS_MOST);
        classes_read_teams(&journal, "8b", &list, &s->arena, &teams);
        assert_in_range(teams.count, 0, TEAMS_MOST);
        assert_in_range(teams.wish.questions, 1, LESSON_QUESTIONS_MOST);
    }
    assert_true(journal_close(&journal));
}

static void they_are_found_among_many_events_without_reading_all(void **state)
{
    struct scratch *s = *state;
    struct journal journal;
    open_for(&journal, s, "me");
    sqlite3_stmt *statement = db_prepare(
        &journal.db, "EXPLAIN QUERY PLAN SELECT data FROM event WHERE type IN (21, 22) AND "
                     "type = ?1 AND learner = (SELECT id FROM learner WHERE name = ?2) "
                     "ORDER BY id DESC LIMIT 1");
    bool is_by_index = false;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(statement, 3);
        is_by_index = is_by_index || strstr(step, "event_by_class (type=? AND learner=?)");
        assert_null(strstr(step, "TEMP B-TREE"));
    }
    sqlite3_finalize(statement);
    assert_true(is_by_index);
    assert_true(journal_close(&journal));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_class_is_kept),
        TEST(classes_are_listed),
        TEST(nothing_is_said_to_be_kept_that_is_not),
        TEST(teams_are_as_last_time),
        TEST(teams_as_they_are_already_are_not_written_again),
        TEST(each_wish_is_kept),
        TEST(who_is_absent_is_so_for_that_day),
        TEST(what_is_no_pupil_is_passed_over),
        TEST(teams_that_clash_in_the_file_do_not),
        TEST(garbage_is_never_a_crash),
        TEST(they_are_found_among_many_events_without_reading_all),
    };
    return cmocka_run_group_tests_name("classes", tests, NULL, NULL);
}
