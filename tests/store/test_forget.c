// What is forgotten is gone, from every file, and nothing else is: also where games, learners
// and questions that moved are tangled up. A failure prints the seed of its journal.
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
#include "store/bank_summary.h"
#include "store/copies.h"
#include "store/db_backup.h"
#include "store/events.h"
#include "store/file.h"
#include "store/forget.h"
#include "store/quiz_log_text.h"

static void note(struct desk *desk, int type, int64_t game, const char *bank,
                 const char *question, const char *data)
{
    const struct journal_event event = {.at_ms = day_0,
                                        .game = game,
                                        .type = type,
                                        .bank = bank,
                                        .question = question,
                                        .data = data};
    assert_true(journal_append(&desk->journal, &event));
}

static void answer(struct desk *desk, int64_t game, const char *bank, const char *question)
{
    note(desk, JOURNAL_ANSWER, game, bank, question,
         "{\"credit\":1000,\"kind\":\"text\",\"grades\":[[0,3,1000]]}");
}

static void move(struct desk *desk, const char *bank, const char *question, const char *to_bank,
                 const char *to_question)
{
    char data[120];
    snprintf(data, sizeof data, "{\"bank\":\"%s\",\"question\":\"%s\"}", to_bank, to_question);
    note(desk, JOURNAL_MOVE, 0, bank, question, data);
}

/// Forgets, and fails if that can't be done. Returns how many problems it tells of.
static size_t forget_it(struct desk *desk, const char *learner, const char *bank)
{
    const struct forget what = {learner, bank};
    struct diags diags = {.arena = &desk->scratch->arena};
    assert_true(memory_catch_up(&desk->memory));
    int64_t count = forget_count(&desk->memory, &what);
    int64_t before = 0, after = 0;
    sqlite3_stmt *statement = db_prepare(&desk->journal.db, "SELECT count(*) FROM event");
    sqlite3_step(statement);
    before = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    const char *backup;
    assert_true(forget(&desk->memory, &what, (struct fsrs_time){day_0, 0}, &backup, &diags));
    assert_false(file_is_missing(backup));
    sqlite3_step(statement);
    after = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    assert_int_equal(before - after, count);
    return diags.count;
}

/// Whether `text` is in one of the files that begin with the database's name.
static bool is_in_files(struct scratch *s, const char *text)
{
    static const char *const names[] = {"quartet.db", "quartet.db-wal", "quartet.db.backup-1",
                                        "quartet.db.backup-2", "quartet.db.backup-3"};
    bool is_there = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct buf bytes = {0};
        struct diags diags = {.arena = &s->arena};
        const char *path = scratch_path(s, names[i]);
        if (!file_is_missing(path))
            assert_true(file_read(path, 64 << 20, &bytes, &diags));
        size_t len = strlen(text);
        for (size_t k = 0; k + len <= bytes.len; k++)
            is_there |= memcmp(bytes.data + k, text, len) == 0;
        buf_free(&bytes);
    }
    return is_there;
}

static int cards_of(struct desk *desk, const char *bank)
{
    struct memory_card *cards;
    return memory_cards(&desk->memory, bank, &desk->scratch->arena, &cards);
}

static void a_bank_is_forgotten(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_open(&desk, s, "me");
    answer(&desk, 1, "a", "stays-here");
    answer(&desk, 2, "b", "goes-away");
    note(&desk, JOURNAL_FLAG, 0, "b", "flagged-away", "{\"on\":true}");
    assert_true(memory_catch_up(&desk.memory));
    assert_true(db_backup_rotate(&desk.journal.db, db_path(&desk.journal.db), &s->diags));
    assert_true(db_backup_rotate(&desk.journal.db, db_path(&desk.journal.db), &s->diags));
    assert_true(is_in_files(s, "goes-away"));
    assert_int_equal(forget_it(&desk, "me", "b"), 0);
    assert_int_equal(cards_of(&desk, "b"), 0);
    assert_int_equal(cards_of(&desk, "a"), 1);
    assert_false(is_in_files(s, "goes-away"));
    assert_false(is_in_files(s, "flagged-away"));
    assert_true(is_in_files(s, "stays-here"));
    // There is a backup of what is left.
    assert_false(file_is_missing(scratch_path(s, "quartet.db.backup-1")));
    assert_true(file_is_missing(scratch_path(s, "quartet.db.backup-2")));
    assert_rebuilt_alike(&desk);
    desk_close(&desk);
}

static void others_keep_what_one_learner_forgets(void **state)
{
    struct desk me, you;
    desk_open(&me, *state, "me");
    desk_open(&you, *state, "you-too");
    answer(&me, 1, "b", "q");
    answer(&you, 2, "b", "q");
    forget_it(&me, "me", "b");
    assert_int_equal(cards_of(&me, "b"), 0);
    assert_int_equal(cards_of(&you, "b"), 1);
    answer(&me, 3, "b", "q");
    forget_it(&me, NULL, "b");
    assert_int_equal(cards_of(&me, "b") + cards_of(&you, "b"), 0);
    answer(&you, 4, "b", "q");
    forget_it(&me, "you-too", NULL);
    assert_false(is_in_files(*state, "you-too"));
    desk_close(&you);
    desk_close(&me);
}

static void everything_is_forgotten(void **state)
{
    struct scratch *s = *state;
    struct desk me, you;
    desk_open(&you, s, "some-body");
    answer(&you, 1, "bank-one", "question-one");
    desk_close(&you);
    desk_open(&me, s, "me");
    answer(&me, 2, "bank-two", "question-two");
    forget_it(&me, NULL, NULL);
    assert_int_equal(cards_of(&me, NULL), 0);
    assert_false(is_in_files(s, "some-body"));
    assert_false(is_in_files(s, "question-one"));
    assert_false(is_in_files(s, "bank-two"));
    desk_close(&me);
    // And it goes on as new.
    desk_open(&me, s, "me");
    answer(&me, 3, "bank-two", "question-two");
    memory_catch_up(&me.memory);
    assert_int_equal(cards_of(&me, NULL), 1);
    desk_close(&me);
}

/// Rows of all tables but that of the fold, which says that there is nothing to fold.
static int64_t count_rows(const struct db *db)
{
    sqlite3_stmt *names = db_prepare(db, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                         "AND name <> 'fold'");
    int64_t rows = 0;
    while (sqlite3_step(names) == SQLITE_ROW) {
        char sql[64];
        snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", sqlite3_column_text(names, 0));
        sqlite3_stmt *statement = db_prepare(db, sql);
        assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
        rows += sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
    }
    sqlite3_finalize(names);
    return rows;
}

static void no_table_has_a_row_of_what_is_forgotten(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    const struct bank bank = {.id = "b", .title = "A title"};
    const char *file = scratch_write(s, "b.json", "{}");
    struct file_stamp stamp;
    desk_open(&desk, s, "me");
    answer(&desk, 1, "b", "q");
    note(&desk, JOURNAL_FLAG, 0, "b", "q", "{\"on\":true}");
    assert_true(memory_catch_up(&desk.memory));
    assert_true(file_stamp(file, &stamp));
    assert_true(bank_summary_keep(&desk.journal.db, file, &stamp, &bank));
    assert_true(memory_keep_mistakes(&desk.memory, "b", &(struct memory_mistakes){.event = 2}));
    assert_true(db_run(&desk.journal.db, "INSERT INTO linked VALUES (1, 7)"));
    assert_true(count_rows(&desk.journal.db) > 6);
    forget_it(&desk, NULL, NULL);
    assert_int_equal(count_rows(&desk.journal.db), 0);
    desk_close(&desk);
}

static void what_is_forgotten_can_be_restored(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    struct copies_contents contents;
    const char *kept;
    desk_open(&desk, s, "me");
    answer(&desk, 1, "b", "q");
    assert_int_equal(forget_it(&desk, "me", "b"), 0);
    const char *backup = scratch_path(s, "backups/quartet-backup-2026-01-01.db");
    assert_false(file_is_missing(backup));
    answer(&desk, 2, "b", "r");
    assert_int_equal(forget_it(&desk, NULL, NULL), 1); // that one is named
    assert_false(file_is_missing(scratch_path(s, "backups/quartet-backup-2026-01-01-2.db")));
    assert_true(copies_restore(&desk.journal.db, backup, &contents, &kept, &s->diags));
    assert_true(memory_catch_up(&desk.memory));
    assert_int_equal(cards_of(&desk, "b"), 1);
    desk_close(&desk);
}

static void nothing_is_forgotten_that_could_not_be_backed_up(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    const struct forget all = {NULL, NULL};
    const char *backup;
    desk_open(&desk, s, "me");
    answer(&desk, 1, "b", "q");
    scratch_write(s, "backups", "no folder");
    assert_false(forget(&desk.memory, &all, (struct fsrs_time){day_0, 0}, &backup, &s->diags));
    assert_null(backup);
    assert_int_equal(s->diags.errors, 1);
    assert_true(memory_catch_up(&desk.memory));
    assert_int_equal(cards_of(&desk, "b"), 1);
    desk_close(&desk);
}

static void a_question_goes_with_the_bank_that_it_is_in_now(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    answer(&desk, 1, "b", "q");
    answer(&desk, 1, "a", "r");
    move(&desk, "b", "q", "c", "q"); // on its way
    move(&desk, "c", "q", "a", "q2");
    move(&desk, "a", "r", "b", "r2");
    answer(&desk, 2, "a", "r"); // after it went
    forget_it(&desk, "me", "b");
    assert_int_equal(cards_of(&desk, "b"), 0);
    struct memory_card *cards;
    assert_int_equal(memory_cards(&desk.memory, NULL, &desk.scratch->arena, &cards), 2);
    assert_string_equal(cards[0].question, "q2");
    assert_string_equal(cards[1].question, "r");
    assert_false(is_in_files(*state, "r2"));
    desk_close(&desk);
}

static void a_quiz_of_two_banks_keeps_the_other(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    struct journal_event *events;
    struct quiz_start start;
    struct quiz_item items[] = {
        {"b", "going-one", "h1"}, {"a", "q", "h2"}, {"b", "going-two", "h3"}};
    desk_open(&desk, s, "me");
    note(&desk, JOURNAL_QUIZ, 1, "b", NULL,
         quiz_start_text(&(struct quiz_start){.items = items, .count = 3}, &s->arena));
    answer(&desk, 1, "b", "going-one");
    answer(&desk, 1, "a", "q");
    answer(&desk, 1, "b", "going-two");
    note(&desk, JOURNAL_UNDO, 1, NULL, NULL, NULL); // of the last one
    note(&desk, JOURNAL_PAUSE, 1, NULL, NULL, NULL);
    forget_it(&desk, "me", "b");
    assert_int_equal(journal_read_game(&desk.journal, 1, &s->arena, &events), 3);
    assert_string_equal(events[0].bank, "a");
    assert_true(quiz_start_read(events[0].data, &s->arena, &start));
    assert_int_equal(start.count, 1);
    assert_string_equal(start.items[0].key, "q");
    assert_string_equal(events[1].question, "q");
    assert_int_equal(events[2].type, JOURNAL_PAUSE);
    assert_int_equal(cards_of(&desk, "a"), 1);
    assert_false(is_in_files(s, "going-"));
    desk_close(&desk);
}

static void what_cannot_be_forgotten_is_said(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    struct memory none = {0};
    desk_open(&desk, s, "me");
    answer(&desk, 1, "b", "q");
    const struct forget nobody = {"nobody", NULL}, all = {NULL, NULL};
    const struct fsrs_time now = {day_0, 0};
    const char *backup;
    assert_false(forget(&desk.memory, &nobody, now, &backup, &s->diags));
    assert_string_equal(scratch_message(s), "knows no learner \"nobody\"");
    assert_int_equal(forget_count(&desk.memory, &nobody), 0);
    s->diags = (struct diags){.arena = &s->arena};
    assert_false(forget(&none, &all, now, &backup, &s->diags));
    assert_int_equal(s->diags.errors, 1);
    assert_true(forget_count(&none, &all) < 0);
    s->diags = (struct diags){.arena = &s->arena};
    assert_true(db_run(&desk.journal.db, "CREATE TRIGGER keep BEFORE DELETE ON event "
                                         "BEGIN SELECT raise(ABORT, 'no'); END"));
    assert_false(forget(&desk.memory, &all, now, &backup, &s->diags));
    assert_int_equal(s->diags.errors, 1);
    assert_true(db_run(&desk.journal.db, "DROP TRIGGER keep"));
    memory_catch_up(&desk.memory);
    assert_int_equal(cards_of(&desk, "b"), 1);
    desk_close(&desk);
}

static void other_copies_are_named(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_open(&desk, s, "me");
    scratch_write(s, "quartet.db.damaged-1", "x");
    scratch_write(s, "quartet.db.replaced-12", "x");
    scratch_write(s, "quartet.dbx", "x");
    assert_int_equal(forget_it(&desk, NULL, NULL), 2);
    desk_close(&desk);
}

// --- random journals

enum { JOURNALS_SHORT = 40, JOURNALS_LONG = 1000, EVENTS = 120 };

static void note_anything(struct desk *desk, struct rng *rng)
{
    static const char *const banks[] = {"a", "b"}, *const questions[] = {"k", "l", "m", "n"};
    static const int types[] = {JOURNAL_HINT, JOURNAL_SKIP, JOURNAL_NEXT, JOURNAL_STOP};
    const char *bank = banks[rng_below(rng, 2)], *question = questions[rng_below(rng, 4)];
    int64_t game = 1 + (int64_t)rng_below(rng, 4);
    char data[120];
    uint64_t die = rng_below(rng, 100);
    if (die < 45) {
        snprintf(data, sizeof data,
                 "{\"credit\":%d,\"kind\":\"text\",\"grades\":[[0,%d,1000]]}",
                 (int)rng_below(rng, 3) * 500, 1 + (int)rng_below(rng, 4));
        note(desk, rng_below(rng, 3) ? JOURNAL_ANSWER : JOURNAL_GRADE, game, bank, question,
             data);
    } else if (die < 60) {
        note(desk, types[rng_below(rng, 4)], game, bank, question, "{\"t\":1}");
    } else if (die < 72) {
        note(desk, JOURNAL_UNDO, game, NULL, NULL, NULL);
    } else if (die < 80) {
        note(desk, JOURNAL_REDO, game, NULL, NULL, NULL);
    } else if (die < 84) {
        note(desk, rng_below(rng, 2) ? JOURNAL_OUT : JOURNAL_IN, game, NULL, NULL, NULL);
    } else if (die < 92) {
        snprintf(data, sizeof data, "{\"part\":0,\"do\":\"%s\",\"until\":9}",
                 rng_below(rng, 2) ? "suspend" : "hide");
        note(desk, JOURNAL_CARD, game, bank, question, data);
    } else {
        move(desk, bank, question, banks[rng_below(rng, 2)], questions[rng_below(rng, 4)]);
    }
}

/// All that is remembered of bank a, as text.
static const char *remembered(struct desk *desk)
{
    struct arena *arena = &desk->scratch->arena;
    struct memory_card *cards;
    struct past_review *reviews;
    struct past_answer *answers;
    struct buf out = {0};
    int count = memory_cards(&desk->memory, "a", arena, &cards);
    for (int i = 0; i < count; i++) {
        buf_printf(&out, "%s %d %d %.17g %d %d\n", cards[i].question, cards[i].card.reviews,
                   (int)cards[i].card.phase, cards[i].card.memory.stability,
                   cards[i].is_suspended, (int)cards[i].hidden_until_ms);
    }
    count = memory_reviews(&desk->memory, "a", 0, arena, &reviews);
    for (int i = 0; i < count; i++) {
        buf_printf(&out, "%d %s %d %.17g\n", (int)reviews[i].event, reviews[i].question,
                   reviews[i].rating, reviews[i].retrievability);
    }
    count = memory_answers(&desk->memory, "a", 0, arena, &answers);
    for (int i = 0; i < count; i++) {
        buf_printf(&out, "%d %s %d\n", (int)answers[i].event, answers[i].question,
                   answers[i].credit);
    }
    const char *text = arena_text(arena, out.data ? out.data : "", out.len);
    buf_free(&out);
    return text;
}

static void what_is_left_is_as_it_was(void **state)
{
    struct scratch *s = *state;
    int journals = getenv("QUARTET_LONG") ? JOURNALS_LONG : JOURNALS_SHORT;
    for (int seed = 1; seed <= journals; seed++) {
        struct desk desk;
        struct rng rng = rng_seed((uint64_t)seed);
        struct scratch one = {.diags.arena = &one.arena};
        print_message("journal %d\n", seed);
        snprintf(one.dir, sizeof one.dir, "%.30s/%d", s->dir, seed);
        desk_open(&desk, &one, "me");
        for (int i = 0; i < EVENTS; i++)
            note_anything(&desk, &rng);
        assert_true(memory_catch_up(&desk.memory));
        const char *before = remembered(&desk);
        forget_it(&desk, rng_below(&rng, 2) ? "me" : NULL, "b");
        assert_string_equal(remembered(&desk), before);
        struct past_answer *answers;
        assert_int_equal(cards_of(&desk, "b"), 0);
        assert_int_equal(memory_answers(&desk.memory, "b", 0, &one.arena, &answers), 0);
        assert_rebuilt_alike(&desk);
        desk_close(&desk);
        arena_free(&one.arena);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_bank_is_forgotten),
        TEST(others_keep_what_one_learner_forgets),
        TEST(everything_is_forgotten),
        TEST(no_table_has_a_row_of_what_is_forgotten),
        TEST(what_is_forgotten_can_be_restored),
        TEST(nothing_is_forgotten_that_could_not_be_backed_up),
        TEST(a_question_goes_with_the_bank_that_it_is_in_now),
        TEST(a_quiz_of_two_banks_keeps_the_other),
        TEST(what_cannot_be_forgotten_is_said),
        TEST(other_copies_are_named),
        TEST(what_is_left_is_as_it_was),
    };
    return cmocka_run_group_tests_name("forget", tests, NULL, NULL);
}
