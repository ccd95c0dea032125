// What the memory gives to its readers.
#include <string.h>

#include "store/memory.h"
#include "store/memory_rows.h"

static bool is_open(const struct memory *memory, struct folder *folder)
{
    *folder = (struct folder){.db = memory->journal ? &memory->journal->db : NULL};
    return folder->db && folder->db->state == DB_OPEN;
}

static const char *copy(const char *text, struct arena *arena)
{
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

/// The `count` things of `size` bytes in `buf`, which is freed, in `arena`.
static void *keep(struct buf *buf, struct arena *arena)
{
    void *kept = arena_alloc(arena, buf->len, _Alignof(max_align_t));
    if (buf->len)
        memcpy(kept, buf->data, buf->len);
    buf_free(buf);
    return kept;
}

/// A statement about the learner and, unless NULL, a bank.
static struct sqlite3_stmt *ask(struct folder *folder, const struct memory *memory,
                                const char *sql, int64_t second, const char *bank)
{
    const int64_t values[] = {memory->journal->learner_id, second};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, values, 2);
    rows_bind_text(statement, 3, bank);
    return statement;
}

int memory_cards(const struct memory *memory, const char *bank, struct arena *arena,
                 struct memory_card **cards)
{
    static const char sql[] =
        "SELECT c.id, s.bank, k.question, c.state, c.is_suspended, c.hidden_until_ms, "
        "c.first_ms, c.seed FROM shelf s CROSS JOIN known k ON k.shelf = s.id CROSS JOIN "
        "card c ON c.id >= k.id * ?2 AND c.id < k.id * ?2 + ?2 WHERE s.learner = ?1 AND "
        "(?3 IS NULL OR s.bank = ?3) AND (c.due_ms NOTNULL OR c.is_suspended OR "
        "c.hidden_until_ms) ORDER BY s.bank, k.question, c.id";
    struct folder folder;
    struct buf found = {0};
    const char *last_bank = NULL;
    *cards = NULL;
    if (!is_open(memory, &folder))
        return 0;
    struct sqlite3_stmt *statement = ask(&folder, memory, sql, ROWS_SLOTS, bank);
    while (rows_next(&folder, statement)) {
        const char *name = rows_column_text(statement, 1);
        if (!last_bank || strcmp(last_bank, name) != 0)
            last_bank = copy(name, arena);
        const struct memory_card card = {
            .bank = last_bank,
            .question = copy(rows_column_text(statement, 2), arena),
            .part = (int)(rows_column(statement, 0) % ROWS_SLOTS),
            .card = rows_column_card(statement, 3),
            .is_suspended = rows_column(statement, 4),
            .hidden_until_ms = rows_column(statement, 5),
            .first_ms = rows_column(statement, 6),
            .seed = (uint64_t)rows_column(statement, 7),
        };
        buf_add(&found, &card, sizeof card);
    }
    rows_reset(statement);
    int count = (int)(found.len / sizeof **cards);
    *cards = keep(&found, arena);
    return count;
}

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
    if (!is_open(memory, &folder))
        return today;
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t number = fsrs_days_number(days, now);
    struct sqlite3_stmt *statement =
        ask(&folder, memory, sql, fsrs_days_begin_ms(days, number, now.ahead_min), bank);
    rows_bind_number(statement, 4, fsrs_days_begin_ms(days, number + 1, now.ahead_min));
    if (rows_next(&folder, statement)) {
        today.new_cards = (int)rows_column(statement, 1);
        today.reviews = (int)rows_column(statement, 0) - today.new_cards;
    }
    rows_reset(statement);
    return today;
}

/// Banks and questions by the rows that they are known by, each copied once.
struct names {
    const char **banks, **questions; // by shelf, and by known
    int64_t *shelves;                // by known
    int64_t bank_count, question_count;
    struct arena arena; // of the tables
};

static int64_t highest(struct folder *folder, const char *sql)
{
    return rows_number(folder, rows_statement(folder, sql, NULL, 0));
}

static void read_names(struct folder *folder, const struct memory *memory, const char *bank,
                       struct arena *arena, struct names *names)
{
    static const char last_shelf[] = "SELECT max(id) FROM shelf";
    static const char last_known[] = "SELECT max(id) FROM known";
    static const char sql[] = "SELECT s.id, s.bank, k.id, k.question FROM shelf s CROSS JOIN "
                              "known k ON k.shelf = s.id WHERE s.learner = ?1 AND (?3 IS NULL "
                              "OR s.bank = ?3)";
    static const char merged[] = "SELECT id, same_as FROM known WHERE same_as NOTNULL";
    names->bank_count = highest(folder, last_shelf) + 1;
    names->question_count = highest(folder, last_known) + 1;
    names->banks = ARENA_ARRAY(&names->arena, names->bank_count, const char *);
    names->questions = ARENA_ARRAY(&names->arena, names->question_count, const char *);
    names->shelves = ARENA_ARRAY(&names->arena, names->question_count, int64_t);
    struct sqlite3_stmt *statement = ask(folder, memory, sql, 0, bank);
    while (rows_next(folder, statement)) {
        int64_t shelf = rows_column(statement, 0), known = rows_column(statement, 2);
        if (!names->banks[shelf])
            names->banks[shelf] = copy(rows_column_text(statement, 1), arena);
        names->shelves[known] = shelf;
        names->questions[known] = copy(rows_column_text(statement, 3), arena);
    }
    rows_reset(statement);
    statement = rows_statement(folder, merged, NULL, 0);
    while (rows_next(folder, statement)) {
        int64_t known = rows_column(statement, 0), other = rows_column(statement, 1);
        names->shelves[known] = names->shelves[other];
        names->questions[known] = names->questions[other];
    }
    rows_reset(statement);
}

/// Sets the names of what is known as `known`. Returns false if it is of another bank.
static bool name(const struct names *names, int64_t known, const char **bank,
                 const char **question)
{
    if (known < 0 || known >= names->question_count || !names->questions[known])
        return false;
    *bank = names->banks[names->shelves[known]];
    *question = names->questions[known];
    return true;
}

int memory_reviews(const struct memory *memory, const char *bank, int64_t from_ms,
                   struct arena *arena, struct past_review **reviews)
{
    static const char sql[] =
        "SELECT id, card, game, at_ms, ahead_min, took_ms, rating, evidence, is_quiz, before, "
        "elapsed_days, interval_days, retrievability FROM review "
        "WHERE learner = ?1 AND at_ms >= ?2 AND out = 0 AND before NOTNULL ORDER BY id";
    struct folder folder;
    struct names names = {0};
    struct buf found = {0};
    *reviews = NULL;
    if (!is_open(memory, &folder))
        return 0;
    read_names(&folder, memory, bank, arena, &names);
    struct sqlite3_stmt *statement = ask(&folder, memory, sql, from_ms, NULL);
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
        if (name(&names, card / ROWS_SLOTS, &review.bank, &review.question))
            buf_add(&found, &review, sizeof review);
    }
    rows_reset(statement);
    arena_free(&names.arena);
    int count = (int)(found.len / sizeof **reviews);
    *reviews = keep(&found, arena);
    return count;
}

int memory_answers(const struct memory *memory, const char *bank, int64_t from_ms,
                   struct arena *arena, struct past_answer **answers)
{
    static const char sql[] =
        "SELECT id, known, game, at_ms, ahead_min, took_ms, credit, kind, said FROM answer "
        "WHERE learner = ?1 AND at_ms >= ?2 AND out = 0 ORDER BY id";
    struct folder folder;
    struct names names = {0};
    struct buf found = {0};
    const char *kind = NULL;
    *answers = NULL;
    if (!is_open(memory, &folder))
        return 0;
    read_names(&folder, memory, bank, arena, &names);
    struct sqlite3_stmt *statement = ask(&folder, memory, sql, from_ms, NULL);
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
        if (!name(&names, rows_column(statement, 1), &answer.bank, &answer.question))
            continue;
        const char *word = rows_column_text(statement, 7);
        if (!kind || strcmp(kind, word) != 0)
            kind = copy(word, arena);
        answer.kind = kind;
        answer.said = copy(rows_column_text(statement, 8), arena);
        buf_add(&found, &answer, sizeof answer);
    }
    rows_reset(statement);
    arena_free(&names.arena);
    int count = (int)(found.len / sizeof **answers);
    *answers = keep(&found, arena);
    return count;
}

int memory_paces(const struct memory *memory, const char *kind, int most, int64_t *took_ms)
{
    static const char sql[] = "SELECT took_ms FROM answer WHERE learner = ?1 AND kind = ?3 AND "
                              "credit = 1000 AND out = 0 ORDER BY id DESC LIMIT ?2";
    struct folder folder;
    int count = 0;
    if (!is_open(memory, &folder))
        return 0;
    struct sqlite3_stmt *statement = ask(&folder, memory, sql, most, kind);
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
    if (!is_open(memory, &folder))
        return moved;
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t end = fsrs_days_number(days, now) + 2;
    struct sqlite3_stmt *statement =
        ask(&folder, memory, sql, fsrs_days_begin_ms(days, end, now.ahead_min), NULL);
    rows_bind_number(statement, 4, ROWS_SLOTS);
    rows_bind_number(statement, 5, game);
    rows_bind_number(statement, 6, ROWS_UNDONE);
    if (rows_next(&folder, statement)) {
        moved.cards = (int)rows_column(statement, 0);
        moved.tomorrow = (int)rows_column(statement, 1);
    }
    rows_reset(statement);
    moved.is_out = rows_number(&folder, ask(&folder, memory, left, game, NULL));
    return moved;
}
