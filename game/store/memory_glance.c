// What Home says, had without looking at each card and each answer.
#include "store/memory_names.h"

/// The number that `sql` gives for a shelf and two more values.
static int count(struct folder *folder, const char *sql, int64_t shelf, int64_t a, int64_t b)
{
    const int64_t values[] = {shelf, a, b};
    return (int)rows_number(folder, rows_statement(folder, sql, values, 3));
}

struct memory_glance memory_glance(const struct memory *memory, const char *bank,
                                   struct fsrs_time now, int64_t learning_ms, int most)
{
    static const char known[] = "SELECT count(*) FROM card WHERE shelf = ?1 AND due_ms NOTNULL";
    static const char learning[] =
        "SELECT count(*) FROM card WHERE shelf = ?1 AND due_ms <= ?2 AND is_step = 1 AND "
        "is_suspended = 0 AND hidden_until_ms <= ?3";
    static const char due[] =
        "SELECT count(*) FROM (SELECT DISTINCT id / ?4 FROM card WHERE shelf = ?1 AND "
        "due_ms < ?2 AND is_step = 0 AND is_suspended = 0 AND hidden_until_ms <= ?3 LIMIT ?5)";
    static const char tomorrow[] =
        "SELECT count(*) FROM card WHERE shelf = ?1 AND due_ms < ?3 AND "
        "(is_step = 1 OR due_ms < ?2) AND is_suspended = 0";
    struct memory_glance glance = {0};
    struct folder folder;
    int64_t shelf = names_open(memory, &folder) ? names_shelf(&folder, memory, bank) : 0;
    if (!shelf)
        return glance;
    int64_t end_ms = names_due_end_ms(memory, now);
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t next_ms = fsrs_days_begin_ms(days, fsrs_days_number(days, now) + 2, now.ahead_min);
    const int64_t limits[] = {shelf, end_ms, now.at_ms, ROWS_SLOTS, most};
    glance.due = (int)rows_number(&folder, rows_statement(&folder, due, limits, 5));
    glance.learning = count(&folder, learning, shelf, learning_ms, now.at_ms);
    glance.known = (int)rows_number(&folder, rows_statement(&folder, known, &shelf, 1));
    if (!glance.due && !glance.learning)
        glance.tomorrow = count(&folder, tomorrow, shelf, end_ms + FSRS_DAY_MS, next_ms);
    return glance;
}

int64_t memory_pace(const struct memory *memory, const char *bank, int64_t from_ms,
                    int64_t most_ms)
{
    enum { LOOKED_AT = 200, LEAST = 10 };

    static const char sql[] =
        "WITH late AS MATERIALIZED (SELECT card, min(took_ms, ?2) AS ms FROM review WHERE "
        "learner = ?4 AND at_ms >= ?3 AND out = 0 AND is_quiz = 0 AND before NOTNULL "
        "ORDER BY at_ms DESC LIMIT ?5) "
        "SELECT count(*), sum(ms), sum(is_own), sum(is_own * ms) FROM (SELECT ms, "
        "(SELECT shelf = ?1 FROM card WHERE id = card) AS is_own FROM late)";
    struct folder folder;
    int64_t count = 0, sum_ms = 0;
    if (!names_open(memory, &folder))
        return 0;
    const int64_t values[] = {names_shelf(&folder, memory, bank), most_ms, from_ms,
                              memory->journal->learner_id, LOOKED_AT};
    struct sqlite3_stmt *statement = rows_statement(&folder, sql, values, 5);
    if (rows_next(&folder, statement)) {
        int own = rows_column(statement, 2) >= LEAST ? 2 : 0;
        count = rows_column(statement, own);
        sum_ms = rows_column(statement, own + 1);
    }
    rows_reset(statement);
    return count >= LEAST ? sum_ms / count : 0;
}

int memory_answers_bare(const struct memory *memory, int64_t from_ms, struct arena *arena,
                        struct past_answer **answers)
{
    static const char sql[] =
        "SELECT id, game, at_ms, ahead_min, took_ms, credit FROM answer INDEXED BY "
        "answer_by_time WHERE learner = ?1 AND at_ms >= ?2 AND out = 0 ORDER BY id";
    struct folder folder;
    struct buf found = {0};
    *answers = NULL;
    if (!names_open(memory, &folder))
        return 0;
    struct sqlite3_stmt *statement = names_ask(&folder, memory, sql, from_ms, NULL);
    while (rows_next(&folder, statement)) {
        int64_t id = rows_column(statement, 0);
        int slot = (int)(id % ROWS_SLOTS);
        const struct past_answer answer = {
            .event = id / ROWS_SLOTS,
            .game = rows_column(statement, 1),
            .at_ms = rows_column(statement, 2),
            .ahead_min = (int32_t)rows_column(statement, 3),
            .took_ms = (int32_t)rows_column(statement, 4),
            .credit = (int16_t)rows_column(statement, 5),
            .part = (int8_t)(slot == ROWS_SLOT_QUIZ ? -1 : slot),
        };
        buf_add(&found, &answer, sizeof answer);
    }
    rows_reset(statement);
    int count = (int)(found.len / sizeof **answers);
    *answers = names_keep(&found, arena);
    return count;
}

/// Whether something was answered on the local day `day`, by the clock of each answer.
static bool has_answers(struct folder *folder, const struct memory *memory, int64_t day,
                        struct fsrs_time now)
{
    // Whose clock was as it is now, and who was elsewhere: no two clocks differ by more.
    static const char here[] =
        "SELECT 1 FROM answer INDEXED BY answer_by_time WHERE learner = ?1 AND at_ms >= ?2 AND "
        "at_ms < ?3 AND ahead_min = ?4 AND out = 0 LIMIT 1";
    static const char elsewhere[] =
        "SELECT at_ms, ahead_min FROM answer INDEXED BY answer_by_time WHERE learner = ?1 AND "
        "at_ms >= ?2 - ?5 AND at_ms < ?3 + ?5 AND ahead_min <> ?4 AND out = 0";
    struct fsrs_days days = memory->options.fsrs.days;
    const int64_t values[] = {memory->journal->learner_id,
                              fsrs_days_begin_ms(days, day, now.ahead_min),
                              fsrs_days_begin_ms(days, day + 1, now.ahead_min), now.ahead_min,
                              2 * (int64_t)FSRS_DAY_MS};
    bool is_found = rows_number(folder, rows_statement(folder, here, values, 4));
    if (is_found)
        return true;
    struct sqlite3_stmt *statement = rows_statement(folder, elsewhere, values, 5);
    while (!is_found && rows_next(folder, statement)) {
        const struct fsrs_time at = {rows_column(statement, 0),
                                     (int32_t)rows_column(statement, 1)};
        is_found = fsrs_days_number(days, at) == day;
    }
    rows_reset(statement);
    return is_found;
}

int memory_streak(const struct memory *memory, struct fsrs_time now, int most)
{
    struct folder folder;
    if (!names_open(memory, &folder))
        return 0;
    int64_t day = fsrs_days_number(memory->options.fsrs.days, now);
    int count = has_answers(&folder, memory, day, now); // today may still be counted
    while (count < most && has_answers(&folder, memory, --day, now))
        count++;
    return count;
}

bool memory_find_mistakes(const struct memory *memory, const char *bank,
                          struct memory_mistakes *mistakes)
{
    static const char sql[] = "SELECT event, file, all_of_them, to_fix FROM mistakes WHERE "
                              "learner = ?1 AND bank = ?2";
    struct folder folder;
    if (!names_open(memory, &folder))
        return false;
    struct sqlite3_stmt *statement =
        rows_statement(&folder, sql, &memory->journal->learner_id, 1);
    rows_bind_text(statement, 2, bank);
    bool is_there = rows_next(&folder, statement);
    if (is_there) {
        *mistakes = (struct memory_mistakes){.event = rows_column(statement, 0),
                                             .file = rows_column(statement, 1),
                                             .all = (int)rows_column(statement, 2),
                                             .to_fix = (int)rows_column(statement, 3)};
    }
    rows_reset(statement);
    return is_there;
}

bool memory_keep_mistakes(const struct memory *memory, const char *bank,
                          const struct memory_mistakes *mistakes)
{
    static const char sql[] =
        "INSERT OR REPLACE INTO mistakes(learner, event, file, all_of_them, to_fix, bank) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    struct folder folder;
    if (!names_open(memory, &folder))
        return false;
    const int64_t values[] = {memory->journal->learner_id, mistakes->event, mistakes->file,
                              mistakes->all, mistakes->to_fix};
    struct sqlite3_stmt *statement = rows_statement(&folder, sql, values, 5);
    rows_bind_text(statement, 6, bank);
    rows_run(&folder, statement);
    return !folder.has_failed;
}
