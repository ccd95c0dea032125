// What the memory gives to its readers.
#include <string.h>

#include "store/memory_names.h"

struct memory_today memory_today(const struct memory *memory, const char *bank,
                                 struct fsrs_time now)
{
    static const char sql[] =
        "SELECT count(*), coalesce(sum(is_new), 0) FROM (SELECT DISTINCT r.card, "
        "c.first_ms >= ?2 AS is_new FROM review r CROSS JOIN card c ON c.id = r.card "
        "WHERE r.learner = ?1 AND r.at_ms >= ?2 AND r.at_ms < ?4 AND r.out = 0 AND "
        "(?3 IS NULL OR c.shelf IN (SELECT id FROM shelf WHERE learner = ?1 AND bank = ?3)))";
    struct memory_today today = {0};
    struct folder folder;
    if (!names_open(memory, &folder))
        return today;
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t number = fsrs_days_number(days, now);
    struct sqlite3_stmt *statement =
        names_ask(&folder, memory, sql, fsrs_days_begin_ms(days, number, now.ahead_min), bank);
    rows_bind_number(statement, 4, fsrs_days_begin_ms(days, number + 1, now.ahead_min));
    if (rows_next(&folder, statement)) {
        today.new_cards = (int)rows_column(statement, 1);
        today.reviews = (int)rows_column(statement, 0) - today.new_cards;
    }
    rows_reset(statement);
    return today;
}

int memory_reviews(const struct memory *memory, const char *bank, int64_t from_ms,
                   struct arena *arena, struct past_review **reviews)
{
    static const char sql[] =
        "SELECT id, card, game, at_ms, ahead_min, took_ms, rating, evidence, is_quiz, before, "
        "elapsed_days, interval_days, retrievability FROM review "
        "WHERE id >= (SELECT min(id) FROM review WHERE learner = ?1 AND at_ms >= ?2) AND "
        "+learner = ?1 AND +at_ms >= ?2 AND out = 0 AND before NOTNULL ORDER BY id";
    struct folder folder;
    struct names names;
    struct buf found = {0};
    *reviews = NULL;
    if (!names_open(memory, &folder))
        return 0;
    names_begin(&names, &folder, memory, bank, arena);
    struct sqlite3_stmt *statement = names_ask(&folder, memory, sql, from_ms, NULL);
    while (rows_next(&folder, statement)) {
        int64_t id = rows_column(statement, 0), card = rows_column(statement, 1);
        struct fsrs_card before = rows_column_card(statement, 9);
        struct past_review review = {
            .event = id / ROWS_SLOTS,
            .part = (int)(card % ROWS_SLOTS),
            .game = rows_column(statement, 2),
            .at_ms = rows_column(statement, 3),
            .ahead_min = (int32_t)rows_column(statement, 4),
            .took_ms = (int32_t)rows_column(statement, 5),
            .rating = (uint8_t)rows_column(statement, 6),
            .evidence = (uint16_t)rows_column(statement, 7),
            .is_quiz = rows_column(statement, 8),
            .phase = before.phase,
            .stability = before.phase == FSRS_NEW ? 0 : before.memory.stability,
            .elapsed_days = (int32_t)rows_column(statement, 10),
            .interval_days = (int32_t)rows_column(statement, 11),
            .retrievability = rows_column_real(statement, 12),
        };
        if (names_find(&names, card / ROWS_SLOTS, &review.bank, &review.question))
            buf_add(&found, &review, sizeof review);
    }
    rows_reset(statement);
    names_free(&names);
    int count = (int)(found.len / sizeof **reviews);
    *reviews = names_keep(&found, arena);
    return count;
}

int memory_answers(const struct memory *memory, const char *bank, int64_t from_ms,
                   struct arena *arena, struct past_answer **answers)
{
    // Of all of them none has to be looked up.
    static const char all[] =
        "SELECT id, known, game, at_ms, ahead_min, took_ms, credit, kind, said FROM answer "
        "NOT INDEXED WHERE learner = ?1 AND at_ms >= ?2 AND out = 0 ORDER BY id";
    static const char late[] =
        "SELECT id, known, game, at_ms, ahead_min, took_ms, credit, kind, said FROM answer "
        "INDEXED BY answer_by_time WHERE learner = ?1 AND at_ms >= ?2 AND out = 0 ORDER BY id";
    const char *sql = from_ms == INT64_MIN ? all : late;
    struct folder folder;
    struct names names;
    struct buf found = {0};
    const char *kind = NULL;
    *answers = NULL;
    if (!names_open(memory, &folder))
        return 0;
    names_begin(&names, &folder, memory, bank, arena);
    struct sqlite3_stmt *statement = names_ask(&folder, memory, sql, from_ms, NULL);
    while (rows_next(&folder, statement)) {
        int64_t id = rows_column(statement, 0);
        int slot = (int)(id % ROWS_SLOTS);
        struct past_answer answer = {
            .event = id / ROWS_SLOTS,
            .game = rows_column(statement, 2),
            .at_ms = rows_column(statement, 3),
            .ahead_min = (int32_t)rows_column(statement, 4),
            .took_ms = (int32_t)rows_column(statement, 5),
            .credit = (int16_t)rows_column(statement, 6),
            .part = (int8_t)(slot == ROWS_SLOT_QUIZ ? -1 : slot),
        };
        if (!names_find(&names, rows_column(statement, 1), &answer.bank, &answer.question))
            continue;
        const char *word = rows_column_text(statement, 7);
        if (!kind || strcmp(kind, word) != 0)
            kind = names_copy(word, arena);
        answer.kind = kind;
        answer.said = names_copy(rows_column_text(statement, 8), arena);
        buf_add(&found, &answer, sizeof answer);
    }
    rows_reset(statement);
    names_free(&names);
    int count = (int)(found.len / sizeof **answers);
    *answers = names_keep(&found, arena);
    return count;
}

int memory_paces(const struct memory *memory, const char *kind, int most, int64_t *took_ms)
{
    static const char sql[] = "SELECT took_ms FROM answer WHERE learner = ?1 AND kind = ?3 AND "
                              "credit = 1000 AND out = 0 ORDER BY id DESC LIMIT ?2";
    struct folder folder;
    int count = 0;
    if (!names_open(memory, &folder))
        return 0;
    struct sqlite3_stmt *statement = names_ask(&folder, memory, sql, most, kind);
    while (rows_next(&folder, statement))
        took_ms[count++] = rows_column(statement, 0);
    rows_reset(statement);
    return count;
}

struct memory_moved memory_moved(const struct memory *memory, int64_t game,
                                 struct fsrs_time now)
{
    static const char sql[] =
        "SELECT count(*), coalesce(sum(due_ms < ?2), 0) FROM card WHERE id IN (SELECT r.card "
        "FROM event e CROSS JOIN review r ON r.id >= e.id * ?4 AND r.id < e.id * ?4 + ?4 "
        "WHERE e.game = ?5 AND e.learner = ?1 AND r.out & ?6 = 0)";
    static const char left[] = "SELECT 1 FROM left_out WHERE learner = ?1 AND game = ?2";
    struct memory_moved moved = {0};
    struct folder folder;
    if (!names_open(memory, &folder))
        return moved;
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t end = fsrs_days_number(days, now) + 2;
    struct sqlite3_stmt *statement =
        names_ask(&folder, memory, sql, fsrs_days_begin_ms(days, end, now.ahead_min), NULL);
    rows_bind_number(statement, 4, ROWS_SLOTS);
    rows_bind_number(statement, 5, game);
    rows_bind_number(statement, 6, ROWS_UNDONE);
    if (rows_next(&folder, statement)) {
        moved.cards = (int)rows_column(statement, 0);
        moved.tomorrow = (int)rows_column(statement, 1);
    }
    rows_reset(statement);
    moved.is_out = rows_number(&folder, names_ask(&folder, memory, left, game, NULL));
    return moved;
}
