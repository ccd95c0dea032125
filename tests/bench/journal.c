// Measures how long an answer takes to be on the disk: journal COUNT DIR
//
// By turns a bare commit of one such row by SQLite, with the same pragmas, and an answer that
// goes through a quiz and its journal. Prints "floor MS" and "ours MS" for each.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sqlite3.h>

#include "store/quiz_log.h"

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void need(bool is_good, const char *what)
{
    if (is_good)
        return;
    fprintf(stderr, "journal: %s\n", what);
    exit(2);
}

static sqlite3_stmt *open_floor(const char *path, sqlite3 **db)
{
    sqlite3_stmt *statement = NULL;
    need(sqlite3_open(path, db) == SQLITE_OK &&
             sqlite3_exec(*db,
                          "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE "
                          "event(id INTEGER PRIMARY KEY, at_ms INTEGER, game INTEGER, type "
                          "INTEGER, bank TEXT, question TEXT, data TEXT) STRICT",
                          NULL, NULL, NULL) == SQLITE_OK &&
             sqlite3_prepare_v2(*db,
                                "INSERT INTO event(at_ms, game, type, bank, question, data) "
                                "VALUES (1, 2, 2, 'bank', 'question', "
                                "'{\"t\":1234,\"picked\":1,\"credit\":1000,\"took_ms\":1234}')",
                                -1, &statement, NULL) == SQLITE_OK,
         "no floor");
    return statement;
}

int main(int argc, char **argv)
{
    need(argc == 3, "wants COUNT and DIR");
    int count = (int)strtol(argv[1], NULL, 10);
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    sqlite3 *db = NULL;
    sqlite3_stmt *floor = open_floor(arena_printf(&arena, "%s/floor.db", argv[2]), &db);

    static const char *const options[] = {"one", "two", "three"};
    const struct question question = {
        .id = "question",
        .text = "Which?",
        .kind = KIND_CHOICE,
        .choice = {.options = {.items = options, .count = 3}, .right_count = 1}};
    const struct bank bank = {.id = "bank", .questions = &question, .question_count = 1};
    struct picked *picked = ARENA_ARRAY(&arena, count, struct picked);
    for (int i = 0; i < count; i++)
        picked[i] = (struct picked){&bank, &question};
    struct journal journal;
    struct quiz_log log;
    struct session session;
    journal_open(&journal, argv[2], "me", &diags);
    need(!journal.fault[0], journal.fault);
    session_start(&session, &arena, picked, count, &(struct session_rules){.has_memory = true},
                  0);
    quiz_log_start(&log, &journal, &session, 0, (struct fsrs_time){.at_ms = 1000});

    const struct answer answer = {.picked = 1};
    for (int i = 0; i < count; i++) {
        double at = now_ms();
        sqlite3_step(floor);
        sqlite3_reset(floor);
        printf("floor %.4f\n", now_ms() - at);
        at = now_ms();
        quiz_log_apply(&log, &session, &(struct event){EVENT_ANSWER, i, &answer},
                       (struct fsrs_time){.at_ms = i});
        printf("ours %.4f\n", now_ms() - at);
        session_apply(&session, &(struct event){EVENT_NEXT, i, NULL});
    }
    need(journal_close(&journal), "not all was saved");
    sqlite3_finalize(floor);
    sqlite3_close(db);
    arena_free(&arena);
    return 0;
}
