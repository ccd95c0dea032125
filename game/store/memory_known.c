#include "store/memory_known.h"

#include <string.h>

#include "store/memory_names.h"

#define KNOWN_COLUMNS                                                                          \
    "s.bank, k.question, k.hash, k.flagged, k.id, k.first, k.last, k.is_dropped"

static const char *text_of(struct sqlite3_stmt *statement, int column, struct arena *arena)
{
    return names_copy(rows_column_text(statement, column), arena);
}

/// The row that `statement` is at; `bank` is the id of its bank if that was read before.
static struct memory_known read_row(struct sqlite3_stmt *statement, const char *bank,
                                    struct arena *arena)
{
    bool is_same = bank && strcmp(bank, rows_column_text(statement, 0)) == 0;
    return (struct memory_known){
        .bank = is_same ? bank : text_of(statement, 0, arena),
        .question = text_of(statement, 1, arena),
        .hash = text_of(statement, 2, arena),
        .flagged = text_of(statement, 3, arena),
        .row = rows_column(statement, 4),
        .first = rows_column(statement, 5),
        .last = rows_column(statement, 6),
        .is_dropped = rows_column(statement, 7),
    };
}

int memory_known(const struct memory *memory, const char *bank, struct arena *arena,
                 struct memory_known **known)
{
    static const char sql[] =
        "SELECT " KNOWN_COLUMNS " FROM shelf s CROSS JOIN known k ON k.shelf = s.id "
        "WHERE s.learner = ?1 AND (?3 IS NULL OR s.bank = ?3) ORDER BY s.bank, k.question";
    struct folder folder;
    struct buf rows = {0};
    const char *last = NULL;
    *known = NULL;
    if (!names_open(memory, &folder))
        return 0;
    struct sqlite3_stmt *statement = names_ask(&folder, memory, sql, 0, bank);
    while (rows_next(&folder, statement)) {
        const struct memory_known row = read_row(statement, last, arena);
        last = row.bank;
        buf_add(&rows, &row, sizeof row);
    }
    rows_reset(statement);
    int count = (int)(rows.len / sizeof **known);
    *known = names_keep(&rows, arena);
    return count;
}

bool memory_known_find(const struct memory *memory, const char *bank, const char *question,
                       struct arena *arena, struct memory_known *known)
{
    static const char sql[] =
        "SELECT " KNOWN_COLUMNS " FROM shelf s CROSS JOIN known k ON k.shelf = s.id "
        "WHERE s.learner = ?1 AND s.bank = ?3 AND k.question = ?4";
    struct folder folder;
    if (!names_open(memory, &folder))
        return false;
    struct sqlite3_stmt *statement = names_ask(&folder, memory, sql, 0, bank);
    rows_bind_text(statement, 4, question);
    bool is_there = rows_next(&folder, statement);
    if (is_there)
        *known = read_row(statement, NULL, arena);
    rows_reset(statement);
    return is_there;
}

void memory_known_fill(const struct memory *memory, struct arena *arena,
                       struct memory_known *known)
{
    static const char sql[] =
        "SELECT k.text, k.right, (SELECT at_ms FROM event WHERE id = k.last), "
        "(SELECT count(*) FROM card c WHERE c.id >= k.id * ?2 AND c.id < k.id * ?2 + ?2 AND "
        "(c.due_ms NOTNULL OR c.is_suspended OR c.hidden_until_ms)) "
        "FROM known k WHERE k.id = ?1";
    struct folder folder;
    if (!names_open(memory, &folder))
        return;
    const int64_t values[] = {known->row, ROWS_SLOTS};
    struct sqlite3_stmt *statement = rows_statement(&folder, sql, values, 2);
    if (rows_next(&folder, statement)) {
        known->text = text_of(statement, 0, arena);
        known->right = text_of(statement, 1, arena);
        known->last_ms = rows_column(statement, 2);
        known->cards = (int)rows_column(statement, 3);
    }
    rows_reset(statement);
}
