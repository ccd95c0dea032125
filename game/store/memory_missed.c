// What was missed and is not mended yet, question by question.
#include "core/mistakes.h"
#include "store/memory_fold.h"
#include "store/memory_names.h"

static void read_state(struct folder *folder, int64_t known, struct mistake_state *state)
{
    static const char sql[] =
        "SELECT missed, right_days, right_day, part FROM missed WHERE known = ?1";
    struct sqlite3_stmt *statement = rows_statement(folder, sql, &known, 1);
    *state = (struct mistake_state){0};
    if (rows_next(folder, statement)) {
        *state = (struct mistake_state){.missed = (int)rows_column(statement, 0),
                                        .right_days = (int)rows_column(statement, 1),
                                        .right_day = rows_column(statement, 2),
                                        .part = (int)rows_column(statement, 3)};
    }
    rows_reset(statement);
}

static void write_state(struct folder *folder, int64_t known, int64_t event,
                        const struct mistake_state *before, const struct mistake_state *state)
{
    static const char sql[] =
        "INSERT OR REPLACE INTO missed(known, event, missed, right_days, right_day, part) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    if (state->missed == before->missed && state->right_days == before->right_days &&
        state->right_day == before->right_day && state->part == before->part)
        return;
    const int64_t values[] = {
        known, event, state->missed, state->right_days, state->right_day, state->part};
    rows_run(folder, rows_statement(folder, sql, values, 6));
}

static int part_of(int64_t answer)
{
    int slot = (int)(answer % ROWS_SLOTS);
    return slot == ROWS_SLOT_QUIZ ? -1 : slot;
}

static int64_t day_of(struct folder *folder, int64_t learner, int64_t event, int64_t at_ms,
                      int32_t ahead_min)
{
    const struct fsrs *fsrs = fold_scheduler(folder, learner, event);
    return fsrs_days_number(fsrs->options.days, (struct fsrs_time){at_ms, ahead_min});
}

void fold_missed(struct folder *folder, const struct answer_row *answer)
{
    int64_t event = answer->id / ROWS_SLOTS;
    struct mistake_state before, state;
    if (folder->is_anew)
        return;
    read_state(folder, answer->known, &before);
    if (!before.missed && answer->credit == 1000)
        return;
    state = before;
    mistake_take(&state, answer->credit, part_of(answer->id),
                 day_of(folder, answer->learner, event, answer->at_ms, answer->ahead_min));
    write_state(folder, answer->known, event, &before, &state);
}

/// Of one that became part of another the row of that.
static int64_t whole_of(struct folder *folder, int64_t known)
{
    static const char sql[] = "SELECT coalesce(same_as, id) FROM known WHERE id = ?1";
    return rows_number(folder, rows_statement(folder, sql, &known, 1));
}

void fold_missed_anew(struct folder *folder, int64_t learner, int64_t known, int64_t event)
{
    static const char sql[] =
        "SELECT id, at_ms, ahead_min, credit FROM answer WHERE out = 0 AND known IN "
        "(SELECT ?1 UNION ALL SELECT id FROM known WHERE same_as = ?1) ORDER BY id";
    struct mistake_state before, state = {0};
    if (folder->is_anew)
        return;
    int64_t whole = whole_of(folder, known);
    read_state(folder, whole, &before);
    struct sqlite3_stmt *statement = rows_statement(folder, sql, &whole, 1);
    while (rows_next(folder, statement)) {
        mistake_take(&state, (int)rows_column(statement, 3), part_of(rows_column(statement, 0)),
                     day_of(folder, learner, event, rows_column(statement, 1),
                            (int32_t)rows_column(statement, 2)));
    }
    rows_reset(statement);
    write_state(folder, whole, event, &before, &state);
}

/// Of each question that became part of another the row of that; of all others nothing.
static void read_wholes(struct folder *folder, int64_t *wholes)
{
    static const char sql[] = "SELECT id, same_as FROM known WHERE same_as NOTNULL";
    struct sqlite3_stmt *statement = rows_statement(folder, sql, NULL, 0);
    while (rows_next(folder, statement))
        wholes[rows_column(statement, 0)] = rows_column(statement, 1);
    rows_reset(statement);
}

void fold_all_missed(struct folder *folder, int64_t event)
{
    static const char last[] = "SELECT max(id) FROM known";
    static const char sql[] = "SELECT known, learner, id, at_ms, ahead_min, credit FROM answer "
                              "NOT INDEXED WHERE out = 0 ORDER BY id";
    int64_t end = rows_number(folder, rows_statement(folder, last, NULL, 0)) + 1;
    struct arena scratch = {0};
    struct mistake_state *states = ARENA_ARRAY(&scratch, end, struct mistake_state), before;
    int64_t *wholes = ARENA_ARRAY(&scratch, end, int64_t);
    read_wholes(folder, wholes);
    struct sqlite3_stmt *statement = rows_statement(folder, sql, NULL, 0);
    while (rows_next(folder, statement)) {
        int64_t known = rows_column(statement, 0), whole = wholes[known];
        int credit = (int)rows_column(statement, 5);
        struct mistake_state *state = &states[whole ? whole : known];
        if (!state->missed && credit == 1000)
            continue;
        mistake_take(state, credit, part_of(rows_column(statement, 2)),
                     day_of(folder, rows_column(statement, 1), event, rows_column(statement, 3),
                            (int32_t)rows_column(statement, 4)));
    }
    rows_reset(statement);
    for (int64_t known = 1; known < end && !folder->has_failed; known++) {
        read_state(folder, known, &before);
        write_state(folder, known, event, &before, &states[known]);
    }
    arena_free(&scratch);
}

int memory_missed(const struct memory *memory, const char *bank, int64_t after,
                  struct arena *arena, struct memory_missed **missed)
{
    static const char all[] =
        "SELECT k.question, m.missed, m.right_days FROM missed m CROSS JOIN known k ON "
        "k.id = m.known WHERE m.missed > 0 AND k.shelf = ?1";
    static const char late[] =
        "SELECT k.question, m.missed, m.right_days FROM missed m INDEXED BY missed_by_event "
        "CROSS JOIN known k ON k.id = m.known WHERE m.event > ?2 AND k.shelf = ?1";
    struct folder folder;
    struct buf found = {0};
    *missed = NULL;
    if (!names_open(memory, &folder))
        return 0;
    const int64_t values[] = {names_shelf(&folder, memory, bank), after};
    struct sqlite3_stmt *statement =
        rows_statement(&folder, after < 0 ? all : late, values, after < 0 ? 1 : 2);
    while (rows_next(&folder, statement)) {
        const struct memory_missed row = {names_copy(rows_column_text(statement, 0), arena),
                                          (int)rows_column(statement, 1),
                                          (int)rows_column(statement, 2)};
        buf_add(&found, &row, sizeof row);
    }
    rows_reset(statement);
    int count = (int)(found.len / sizeof **missed);
    *missed = names_keep(&found, arena);
    return count;
}

bool memory_moved_since(const struct memory *memory, int64_t event)
{
    static const char sql[] = "SELECT 1 FROM event WHERE id > ?1 AND type = ?2 LIMIT 1";
    struct folder folder;
    const int64_t values[] = {event, JOURNAL_MOVE};
    return names_open(memory, &folder) &&
           rows_number(&folder, rows_statement(&folder, sql, values, 2));
}
