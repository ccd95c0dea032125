#include "store/events.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

const int64_t day_0 = 1767268800000;

void desk_open(struct desk *desk, struct scratch *s, const char *learner)
{
    *desk = (struct desk){.scratch = s};
    journal_open(&desk->journal, s->dir, learner, &s->diags);
    assert_string_equal(desk->journal.fault, "");
    assert_true(db_run(&desk->journal.db, "PRAGMA synchronous = OFF")); // sooner done
    assert_true(memory_open(&desk->memory, &desk->journal));
}

void desk_close(struct desk *desk)
{
    memory_close(&desk->memory);
    journal_close(&desk->journal);
}

void tell(struct desk *desk, int type, int64_t game, int64_t at_ms, const char *question,
          const char *data)
{
    const struct journal_event event = {
        .at_ms = at_ms,
        .game = game,
        .type = type,
        .bank = question ? "b" : NULL,
        .question = question,
        .data = data,
    };
    assert_true(journal_append(&desk->journal, &event));
}

void tell_answer(struct desk *desk, int64_t game, int64_t at_ms, const char *question,
                 int rating)
{
    char data[160];
    snprintf(data, sizeof data,
             "{\"t\":1,\"credit\":%d,\"took_ms\":2500,\"kind\":\"choice\",\"ahead\":0,"
             "\"grades\":[[0,%d,1000]]}",
             rating == FSRS_AGAIN ? 0 : 1000, rating);
    tell(desk, JOURNAL_ANSWER, game, at_ms, question, data);
}

struct memory_card card_of(struct desk *desk, const char *question, int part)
{
    struct memory_card *cards;
    int count = memory_cards(&desk->memory, "b", &desk->scratch->arena, &cards);
    for (int i = 0; i < count; i++) {
        if (strcmp(cards[i].question, question) == 0 && cards[i].part == part)
            return cards[i];
    }
    return (struct memory_card){0};
}

static void write_rows(struct desk *desk, const char *table, struct buf *out)
{
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT %s ORDER BY 1", table);
    sqlite3_stmt *statement = db_prepare(&desk->journal.db, sql);
    assert_non_null(statement);
    buf_printf(out, "%s\n", table);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            if (sqlite3_column_type(statement, i) == SQLITE_BLOB) {
                const unsigned char *bytes = sqlite3_column_blob(statement, i);
                for (int k = 0; k < sqlite3_column_bytes(statement, i); k++)
                    buf_printf(out, "%02x", bytes[k]);
            } else if (sqlite3_column_type(statement, i) == SQLITE_FLOAT) {
                buf_printf(out, "%.17g", sqlite3_column_double(statement, i));
            } else {
                const char *text = (const char *)sqlite3_column_text(statement, i);
                buf_text(out, text ? text : "-");
            }
            buf_byte(out, i + 1 < sqlite3_column_count(statement) ? ' ' : '\n');
        }
    }
    sqlite3_finalize(statement);
}

const char *dump(struct desk *desk)
{
    static const char *const tables[] = {
        "* FROM fold",
        "* FROM options",
        "* FROM left_out",
        "* FROM shelf",
        "* FROM known",
        "* FROM card",
        "* FROM review",
        "* FROM answer",
        "* FROM mark",
        "known, missed, right_days, right_day, part FROM missed WHERE missed > 0"};
    struct buf out = {0};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        write_rows(desk, tables[i], &out);
    const char *text = arena_text(&desk->scratch->arena, out.data, out.len);
    buf_free(&out);
    return text;
}

void assert_rebuilt_alike(struct desk *desk)
{
    assert_true(memory_catch_up(&desk->memory));
    const char *before = dump(desk);
    assert_true(memory_rebuild(&desk->memory));
    assert_string_equal(dump(desk), before);
}
