// Measures the memory of a learner: memory EVENTS CARDS DIR
//
// Writes EVENTS answers to CARDS questions into a new journal in DIR, then prints, in
// milliseconds: "rebuild" of all that is known, and "work", the processor's part of it;
// "nothing", to catch up when there is nothing; and by turns "floor", the bare SELECT of
// number, due time and stability of all that is due, "due", memory_due() of the same, and
// "cards", all of memory_cards().
#include "store/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sqlite3.h>

#include "base/rng.h"

enum { TURNS = 15 };

static double clock_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double now_ms(void)
{
    return clock_ms(CLOCK_MONOTONIC);
}

static void need(bool is_good, const char *what)
{
    if (is_good)
        return;
    fprintf(stderr, "memory: %s\n", what);
    exit(2);
}

/// Answers in quizzes of twenty questions, as the game writes them, an undo in each hundred.
static void write_events(struct journal *journal, int events, int cards)
{
    struct rng rng = rng_seed(1);
    need(db_run(&journal->db, "BEGIN"), "no transaction");
    for (int i = 0; i < events; i++) {
        char question[33], data[256];
        uint64_t card = rng_below(&rng, (uint64_t)cards);
        bool is_undo = i % 100 == 99, is_right = rng_below(&rng, 10) > 1;
        snprintf(question, sizeof question, "%016" PRIx64 "%016" PRIx64,
                 card * UINT64_C(0x9E3779B97F4A7C15), card);
        snprintf(data, sizeof data,
                 "{\"t\":%d,\"picked\":1,\"credit\":%d,\"took_ms\":%d,\"kind\":\"choice\","
                 "\"hash\":\"%s\",\"ahead\":60,%s\"grades\":[[0,%d,750]]}",
                 i, is_right ? 1000 : 0, 2000 + (int)rng_below(&rng, 9000), question,
                 is_right ? "" : "\"said\":\"Something else\",", is_right ? 3 : 1);
        const struct journal_event event = {
            .at_ms = 1700000000000 + i * INT64_C(60000),
            .game = 1 + i / 20,
            .type = is_undo ? JOURNAL_UNDO : JOURNAL_ANSWER,
            .bank = "some-bank",
            .question = is_undo ? NULL : question,
            .data = is_undo ? "{\"t\":1}" : data,
        };
        need(journal_append(journal, &event), journal->fault);
    }
    need(db_run(&journal->db, "COMMIT"), "no commit");
}

static sqlite3_stmt *make_floor(struct journal *journal)
{
    sqlite3_stmt *statement = NULL;
    need(sqlite3_exec(journal->db.handle,
                      "CREATE TEMP TABLE bare(id INTEGER PRIMARY KEY, due INTEGER, stability "
                      "REAL); INSERT INTO bare SELECT id, due_ms, id * 0.001 FROM card",
                      NULL, NULL, NULL) == SQLITE_OK &&
             sqlite3_prepare_v2(journal->db.handle,
                                "SELECT id, due, stability FROM bare WHERE due <= ?1", -1,
                                &statement, NULL) == SQLITE_OK,
         "no floor");
    return statement;
}

static volatile double sum; // so that nothing is left out

static void run_floor(sqlite3_stmt *statement, int64_t at_ms)
{
    int64_t count = 0;
    sqlite3_bind_int64(statement, 1, at_ms);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        sum = sum + (double)sqlite3_column_int64(statement, 0) +
              (double)sqlite3_column_int64(statement, 1) + sqlite3_column_double(statement, 2);
        count++;
    }
    sqlite3_reset(statement);
    need(count > 0, "nothing is due");
}

int main(int argc, char **argv)
{
    need(argc == 4, "wants EVENTS, CARDS and DIR");
    int events = (int)strtol(argv[1], NULL, 10), cards = (int)strtol(argv[2], NULL, 10);
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct journal journal;
    struct memory memory;
    journal_open(&journal, argv[3], "me", &diags);
    need(!journal.fault[0], journal.fault);
    write_events(&journal, events, cards);
    need(memory_open(&memory, &journal), "no memory");
    double at = now_ms(), worked = clock_ms(CLOCK_PROCESS_CPUTIME_ID);
    need(memory_rebuild(&memory), "no memory");
    printf("rebuild %.1f\n", now_ms() - at);
    printf("work %.1f\n", clock_ms(CLOCK_PROCESS_CPUTIME_ID) - worked);
    at = now_ms();
    for (int i = 0; i < 1000; i++)
        memory_catch_up(&memory);
    printf("nothing %.5f\n", (now_ms() - at) / 1000);

    const int64_t end_ms = INT64_C(4000000000000);
    sqlite3_stmt *floor = make_floor(&journal);
    for (int i = 0; i < TURNS; i++) {
        struct memory_card *all;
        at = now_ms();
        run_floor(floor, end_ms);
        printf("floor %.3f\n", now_ms() - at);
        struct memory_due *due;
        at = now_ms();
        need(memory_due(&memory, (struct fsrs_time){end_ms, 0}, &arena, &due) == 1, "none due");
        printf("due %.3f\n", now_ms() - at);
        at = now_ms();
        need(memory_cards(&memory, NULL, &arena, &all) > 0, "no cards");
        printf("cards %.3f\n", now_ms() - at);
        arena_reset(&arena);
    }
    sqlite3_finalize(floor);
    memory_close(&memory);
    need(journal_close(&journal), "not all was saved");
    arena_free(&arena);
    return 0;
}
