// The cards that are remembered, and how many of them are due.
#include <string.h>

#include "store/memory_names.h"

/// All cards that are anything but new, in the order of their rows, which is that of the file:
/// in any other order each would cost a look-up of its own. `first` is where those of a
/// question begin, plus 1.
static void scan_cards(struct names *names, uint32_t *first, struct buf *found)
{
    static const char sql[] =
        "SELECT id, state, is_suspended, hidden_until_ms, first_ms, seed FROM card WHERE "
        "(?1 = 0 OR shelf = ?1) AND (due_ms NOTNULL OR is_suspended OR hidden_until_ms) "
        "ORDER BY id";
    struct sqlite3_stmt *statement = rows_statement(names->folder, sql, &names->shelf, 1);
    while (rows_next(names->folder, statement)) {
        int64_t id = rows_column(statement, 0), known = id / ROWS_SLOTS;
        struct memory_card card = {.part = (int)(id % ROWS_SLOTS)};
        if (!names_find(names, known, &card.bank, &card.question))
            continue;
        card.card = rows_column_card(statement, 1);
        card.is_suspended = rows_column(statement, 2);
        card.hidden_until_ms = rows_column(statement, 3);
        card.first_ms = rows_column(statement, 4);
        card.seed = (uint64_t)rows_column(statement, 5);
        if (!first[known])
            first[known] = (uint32_t)(found->len / sizeof card) + 1;
        buf_add(found, &card, sizeof card);
    }
    rows_reset(statement);
}

int memory_cards(const struct memory *memory, const char *bank, struct arena *arena,
                 struct memory_card **cards)
{
    struct folder folder;
    struct names names;
    struct buf found = {0};
    int64_t known_count;
    *cards = NULL;
    if (!names_open(memory, &folder))
        return 0;
    names_begin(&names, &folder, memory, bank, arena);
    const int64_t *order = names_read_all(&names, memory, &known_count);
    uint32_t *first = ARENA_ARRAY(&names.arena, names.known_end, uint32_t);
    if (known_count)
        scan_cards(&names, first, &found);
    const struct memory_card *scanned = (const struct memory_card *)(const void *)found.data;
    size_t count = found.len / sizeof *scanned;
    struct memory_card *to = *cards = ARENA_ARRAY(arena, count + 1, struct memory_card);
    for (int64_t i = 0; i < known_count; i++) {
        const char *question = names.questions[order[i]];
        for (size_t at = first[order[i]];
             at && at <= count && scanned[at - 1].question == question; at++)
            *to++ = scanned[at - 1];
    }
    buf_free(&found);
    names_free(&names);
    return (int)count;
}

int memory_due(const struct memory *memory, struct fsrs_time now, struct arena *arena,
               struct memory_due **due)
{
    static const char sql[] =
        "SELECT s.bank, (SELECT count(*) FROM card c WHERE c.shelf = s.id AND "
        "c.due_ms < max(?2, ?4) AND c.due_ms < CASE c.is_step WHEN 0 THEN ?2 ELSE ?4 END AND "
        "c.is_suspended = 0 AND c.hidden_until_ms < ?4) FROM shelf s WHERE s.learner = ?1 "
        "ORDER BY s.bank";
    struct folder folder;
    struct buf found = {0};
    *due = NULL;
    if (!names_open(memory, &folder))
        return 0;
    struct sqlite3_stmt *statement =
        names_ask(&folder, memory, sql, names_due_end_ms(memory, now), NULL);
    rows_bind_number(statement, 4, fsrs_days_moment_ms(now.at_ms) + 1);
    while (rows_next(&folder, statement)) {
        struct memory_due row = {.cards = (int)rows_column(statement, 1)};
        if (!row.cards)
            continue;
        row.bank = names_copy(rows_column_text(statement, 0), arena);
        buf_add(&found, &row, sizeof row);
    }
    rows_reset(statement);
    int count = (int)(found.len / sizeof **due);
    *due = names_keep(&found, arena);
    return count;
}
