#include "store/memory_names.h"

#include <stddef.h>
#include <string.h>

bool names_open(const struct memory *memory, struct folder *folder)
{
    *folder = (struct folder){.db = memory->journal ? &memory->journal->db : NULL};
    return folder->db && folder->db->state == DB_OPEN;
}

int64_t names_shelf(struct folder *folder, const struct memory *memory, const char *bank)
{
    static const char sql[] = "SELECT id FROM shelf WHERE learner = ?1 AND bank = ?2";
    struct sqlite3_stmt *statement =
        rows_statement(folder, sql, &memory->journal->learner_id, 1);
    rows_bind_text(statement, 2, bank);
    return rows_number(folder, statement);
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

int64_t names_due_end_ms(const struct memory *memory, struct fsrs_time now)
{
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t end_ms = fsrs_days_begin_ms(days, fsrs_days_number(days, now) + 1, now.ahead_min);
    // As fsrs_due_day(), for the day may have begun by another clock.
    return days.policy == FSRS_DAYS_CALENDAR ? end_ms - FSRS_DAY_MS / 2 : end_ms;
}

static int64_t number(struct folder *folder, const char *sql)
{
    return rows_number(folder, rows_statement(folder, sql, NULL, 0));
}

void names_begin(struct names *names, struct folder *folder, const struct memory *memory,
                 const char *bank, struct arena *arena)
{
    static const char last_shelf[] = "SELECT max(id) FROM shelf";
    static const char last_known[] = "SELECT max(id) FROM known";
    static const char find[] = "SELECT id FROM shelf WHERE learner = ?1 AND bank = ?3";
    *names = (struct names){
        .folder = folder,
        .texts = arena,
        .shelf_end = number(folder, last_shelf) + 1,
        .known_end = number(folder, last_known) + 1,
    };
    names->banks = ARENA_ARRAY(&names->arena, names->shelf_end, const char *);
    names->questions = ARENA_ARRAY(&names->arena, names->known_end, const char *);
    names->shelves = ARENA_ARRAY(&names->arena, names->known_end, int64_t);
    if (bank) {
        names->shelf = rows_number(folder, names_ask(folder, memory, find, 0, bank));
        if (!names->shelf)
            names->shelf = -1;
    }
}

/// Notes the names of what is known, if they are asked for.
static void set_names(struct names *names, int64_t known, int64_t shelf, const char *question)
{
    names->shelves[known] = shelf;
    if (!names->shelf || names->shelf == shelf)
        names->questions[known] = names_copy(question, names->texts);
}

static void read_bank(struct names *names, int64_t shelf)
{
    static const char sql[] = "SELECT bank FROM shelf WHERE id = ?1";
    struct sqlite3_stmt *statement = rows_statement(names->folder, sql, &shelf, 1);
    if (rows_next(names->folder, statement))
        names->banks[shelf] = names_copy(rows_column_text(statement, 0), names->texts);
    rows_reset(statement);
}

/// Returns what it is the same as, if its names are those of another row; else 0.
static int64_t read_known(struct names *names, int64_t known)
{
    static const char sql[] = "SELECT shelf, question, same_as FROM known WHERE id = ?1";
    struct sqlite3_stmt *statement = rows_statement(names->folder, sql, &known, 1);
    int64_t other = 0;
    names->shelves[known] = -1;
    if (rows_next(names->folder, statement)) {
        other = rows_column(statement, 2);
        if (!other)
            set_names(names, known, rows_column(statement, 0), rows_column_text(statement, 1));
    }
    rows_reset(statement);
    return other;
}

bool names_find(struct names *names, int64_t known, const char **bank, const char **question)
{
    if (known < 0 || known >= names->known_end)
        return false;
    if (!names->shelves[known] && !names->is_complete) {
        int64_t other = read_known(names, known);
        if (other && !names->shelves[other])
            read_known(names, other); // which is the same as no other: see memory_move.c
        if (other) {
            names->shelves[known] = names->shelves[other];
            names->questions[known] = names->questions[other];
        }
    }
    *question = names->questions[known];
    if (!*question)
        return false;
    int64_t shelf = names->shelves[known];
    if (!names->banks[shelf])
        read_bank(names, shelf);
    *bank = names->banks[shelf];
    return *bank != NULL;
}

const int64_t *names_read_all(struct names *names, const struct memory *memory, int64_t *count)
{
    static const char sql[] =
        "SELECT s.id, k.id, k.question FROM shelf s CROSS JOIN known k ON "
        "k.shelf = s.id WHERE s.learner = ?1 AND (?2 = 0 OR s.id = ?2) "
        "ORDER BY s.bank, k.question";
    int64_t *order = ARENA_ARRAY(&names->arena, names->known_end, int64_t);
    struct sqlite3_stmt *statement = names_ask(names->folder, memory, sql, names->shelf, NULL);
    *count = 0;
    while (rows_next(names->folder, statement)) {
        int64_t known = rows_column(statement, 1);
        set_names(names, known, rows_column(statement, 0), rows_column_text(statement, 2));
        order[(*count)++] = known;
    }
    rows_reset(statement);
    names->is_complete = true;
    return order;
}

void names_free(struct names *names)
{
    arena_free(&names->arena);
    *names = (struct names){0};
}
