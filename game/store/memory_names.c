#include "store/memory_names.h"

#include <stddef.h>
#include <string.h>

bool names_open(const struct memory *memory, struct folder *folder)
{
    *folder = (struct folder){.db = memory->journal ? &memory->journal->db : NULL};
    return folder->db && folder->db->state == DB_OPEN;
}

const char *names_copy(const char *text, struct arena *arena)
{
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

void *names_keep(struct buf *buf, struct arena *arena)
{
    void *kept = arena_alloc(arena, buf->len, _Alignof(max_align_t));
    if (buf->len)
        memcpy(kept, buf->data, buf->len);
    buf_free(buf);
    return kept;
}

struct sqlite3_stmt *names_ask(struct folder *folder, const struct memory *memory,
                               const char *sql, int64_t second, const char *third)
{
    const int64_t values[] = {memory->journal->learner_id, second};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, values, 2);
    rows_bind_text(statement, 3, third);
    return statement;
}

static int64_t number(struct folder *folder, const char *sql)
{
    return rows_number(folder, rows_statement(folder, sql, NULL, 0));
}

/// What became part of another question has the names of that one.
static void read_merged(struct folder *folder, struct names *names)
{
    static const char sql[] = "SELECT id, same_as FROM known WHERE same_as NOTNULL";
    struct sqlite3_stmt *statement = rows_statement(folder, sql, NULL, 0);
    while (rows_next(folder, statement)) {
        int64_t known = rows_column(statement, 0), other = rows_column(statement, 1);
        names->shelves[known] = names->shelves[other];
        names->questions[known] = names->questions[other];
    }
    rows_reset(statement);
}

void names_read(struct folder *folder, const struct memory *memory, const char *bank,
                struct arena *arena, struct names *names)
{
    static const char last_shelf[] = "SELECT max(id) FROM shelf";
    static const char last_known[] = "SELECT max(id) FROM known";
    static const char sql[] = "SELECT s.id, s.bank, k.id, k.question FROM shelf s CROSS JOIN "
                              "known k ON k.shelf = s.id WHERE s.learner = ?1 AND (?3 IS NULL "
                              "OR s.bank = ?3) ORDER BY s.bank, k.question";
    *names = (struct names){
        .bank_count = number(folder, last_shelf) + 1,
        .question_count = number(folder, last_known) + 1,
    };
    names->banks = ARENA_ARRAY(&names->arena, names->bank_count, const char *);
    names->questions = ARENA_ARRAY(&names->arena, names->question_count, const char *);
    names->shelves = ARENA_ARRAY(&names->arena, names->question_count, int64_t);
    names->order = ARENA_ARRAY(&names->arena, names->question_count, int64_t);
    struct sqlite3_stmt *statement = names_ask(folder, memory, sql, 0, bank);
    while (rows_next(folder, statement)) {
        int64_t shelf = rows_column(statement, 0), known = rows_column(statement, 2);
        if (!names->banks[shelf])
            names->banks[shelf] = names_copy(rows_column_text(statement, 1), arena);
        names->shelves[known] = shelf;
        names->questions[known] = names_copy(rows_column_text(statement, 3), arena);
        names->order[names->order_count++] = known;
        names->shelf = bank ? shelf : 0;
    }
    rows_reset(statement);
    read_merged(folder, names);
}

bool names_find(const struct names *names, int64_t known, const char **bank,
                const char **question)
{
    if (known < 0 || known >= names->question_count || !names->questions[known])
        return false;
    *bank = names->banks[names->shelves[known]];
    *question = names->questions[known];
    return true;
}

void names_free(struct names *names)
{
    arena_free(&names->arena);
    *names = (struct names){0};
}
