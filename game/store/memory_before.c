#include "store/memory_before.h"

#include <string.h>

#include "store/memory_rows.h"

int memory_befores(const struct memory *memory, int64_t game, int64_t since_ms,
                   struct arena *arena, struct fsrs_card **befores)
{
    static const char sql[] = "SELECT before FROM review WHERE learner = ?1 AND at_ms >= ?2 "
                              "AND game = ?3 AND out = 0 ORDER BY id";
    struct folder folder = {.db = memory->journal ? &memory->journal->db : NULL};
    struct buf found = {0};
    *befores = NULL;
    if (!folder.db || folder.db->state != DB_OPEN)
        return 0;
    // Somebody may have set the clock back meanwhile.
    const int64_t values[] = {memory->journal->learner_id, since_ms - FSRS_DAY_MS, game};
    struct sqlite3_stmt *statement = rows_statement(&folder, sql, values, 3);
    while (rows_next(&folder, statement)) {
        struct fsrs_card before = rows_column_card(statement, 0);
        buf_add(&found, &before, sizeof before);
    }
    rows_reset(statement);
    int count = (int)(found.len / sizeof **befores);
    *befores = ARENA_ARRAY(arena, count + 1, struct fsrs_card);
    if (count)
        memcpy(*befores, found.data, found.len);
    buf_free(&found);
    return count;
}
