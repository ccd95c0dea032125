#include "store/forget_bank.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <sqlite3.h>

#include "store/journal.h"
#include "store/journal_undo.h"
#include "store/quiz_log_text.h"

/// Progress went from one question to another.
struct move {
    int64_t event, learner;
    const char *bank, *key, *to_bank, *to_key;
};

enum side {
    SIDE_NONE,   // of no question: it goes with its game
    SIDE_GOING,  // of the bank
    SIDE_STAYING // of another one
};

struct entry {
    int64_t id, game, learner;
    int type;
    enum side side;
    bool is_named; // it begins a game of the bank
};

struct finder {
    const struct db *db;
    int64_t learner;
    const char *bank;
    struct buf moves;   // by learner, bank, key and event
    struct buf entries; // struct entry, by game and event
    struct forget_list *list;
    bool has_failed;
};

static const char *text_of(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

static sqlite3_stmt *prepare(struct finder *f, const char *sql)
{
    sqlite3_stmt *statement = db_prepare(f->db, sql);
    f->has_failed |= !statement;
    if (statement)
        sqlite3_bind_int64(statement, 1, f->learner);
    return statement;
}

static void finish(struct finder *f, sqlite3_stmt *statement)
{
    f->has_failed |= sqlite3_finalize(statement) != SQLITE_OK;
}

// --- where a question is now

static int compare_names(const struct move *a, const struct move *b)
{
    int order = (a->learner > b->learner) - (a->learner < b->learner);
    if (!order)
        order = strcmp(a->bank, b->bank);
    return order ? order : strcmp(a->key, b->key);
}

static int compare_moves(const void *a, const void *b)
{
    const struct move *x = a, *y = b;
    int order = compare_names(x, y);
    return order ? order : (x->event > y->event) - (x->event < y->event);
}

static const struct move *moves_of(const struct finder *f, int *count)
{
    *count = (int)(f->moves.len / sizeof(struct move));
    return (const struct move *)(const void *)f->moves.data;
}

static bool read_target(const char *data, struct arena *arena, struct move *move)
{
    cJSON *root = data ? cJSON_Parse(data) : NULL;
    const char *bank = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "bank"));
    const char *key = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "question"));
    bool is_good = bank && key;
    if (is_good) {
        move->to_bank = arena_text(arena, bank, strlen(bank));
        move->to_key = arena_text(arena, key, strlen(key));
    }
    cJSON_Delete(root);
    return is_good;
}

static void read_moves(struct finder *f)
{
    sqlite3_stmt *statement =
        prepare(f, "SELECT id, learner, bank, question, data FROM event WHERE (?1 = 0 OR "
                   "learner = ?1) AND type = ?2 AND bank NOTNULL AND question NOTNULL");
    struct arena *arena = &f->list->arena;
    if (!statement)
        return;
    sqlite3_bind_int(statement, 2, JOURNAL_MOVE);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        struct move move = {.event = sqlite3_column_int64(statement, 0),
                            .learner = sqlite3_column_int64(statement, 1),
                            .bank = text_of(statement, 2),
                            .key = text_of(statement, 3)};
        if (!read_target(text_of(statement, 4), arena, &move))
            continue;
        move.bank = arena_text(arena, move.bank, strlen(move.bank));
        move.key = arena_text(arena, move.key, strlen(move.key));
        buf_add(&f->moves, &move, sizeof move);
    }
    finish(f, statement);
    if (f->moves.len) {
        qsort(f->moves.data, f->moves.len / sizeof(struct move), sizeof(struct move),
              compare_moves);
    }
}

/// The first move of a question after an event, or NULL.
static const struct move *next_move(const struct finder *f, const struct move *at)
{
    int count, low = 0;
    const struct move *moves = moves_of(f, &count);
    int high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (compare_moves(&moves[middle], at) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && compare_names(&moves[low], at) == 0 ? &moves[low] : NULL;
}

/// The bank in which a question is now that had this name at an event.
static const char *bank_now(const struct finder *f, int64_t learner, const char *bank,
                            const char *key, int64_t event)
{
    struct move at = {.event = event, .learner = learner, .bank = bank, .key = key};
    for (const struct move *move = next_move(f, &at); move; move = next_move(f, &at)) {
        at.event = move->event;
        at.bank = move->to_bank;
        at.key = move->to_key;
    }
    return at.bank;
}

// --- the events

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = (x->learner > y->learner) - (x->learner < y->learner);
    if (!order)
        order = (x->game > y->game) - (x->game < y->game);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

/// Reads an event; its texts are gone with the next one.
static struct entry read_entry(const struct finder *f, sqlite3_stmt *statement)
{
    struct entry entry = {
        .id = sqlite3_column_int64(statement, 0),
        .learner = sqlite3_column_int64(statement, 1),
        .game = sqlite3_column_int64(statement, 2),
        .type = sqlite3_column_int(statement, 3),
    };
    const char *bank = text_of(statement, 4), *key = text_of(statement, 5);
    if (bank && key) {
        const char *now = bank_now(f, entry.learner, bank, key, entry.id - 1);
        entry.side = strcmp(now, f->bank) == 0 ? SIDE_GOING : SIDE_STAYING;
    } else {
        entry.is_named = bank && strcmp(bank, f->bank) == 0;
    }
    return entry;
}

static void read_entries(struct finder *f)
{
    sqlite3_stmt *statement =
        prepare(f, "SELECT id, learner, game, type, bank, question FROM event WHERE ?1 = 0 OR "
                   "learner = ?1");
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
        const struct entry entry = read_entry(f, statement);
        buf_add(&f->entries, &entry, sizeof entry);
    }
    finish(f, statement);
    if (f->entries.len) {
        qsort(f->entries.data, f->entries.len / sizeof(struct entry), sizeof(struct entry),
              compare_entries);
    }
}

static void let_go(struct finder *f, const struct entry *entry)
{
    buf_add(&f->list->events, &entry->id, sizeof entry->id);
}

/// Takes the questions of the bank out of the start of a quiz. Returns whether others are left.
static bool thin_out(struct finder *f, struct quiz_start *start)
{
    int kept = 0;
    for (int i = 0; i < start->count; i++) {
        if (strcmp(start->items[i].bank, f->bank) != 0)
            start->items[kept++] = start->items[i];
    }
    start->count = kept;
    return kept > 0;
}

/// What a quiz begins with when the bank is out of it. Returns false if it was not in it.
static bool begin_anew(struct finder *f, const struct entry *first, struct forget_start *start)
{
    sqlite3_stmt *statement = db_prepare(f->db, "SELECT bank, data FROM event WHERE id = ?1");
    struct arena *arena = &f->list->arena;
    struct quiz_start quiz;
    bool is_in = false;
    f->has_failed |= !statement;
    if (!statement)
        return false;
    sqlite3_bind_int64(statement, 1, first->id);
    if (sqlite3_step(statement) == SQLITE_ROW &&
        quiz_start_read(text_of(statement, 1), arena, &quiz)) {
        int before = quiz.count;
        is_in = thin_out(f, &quiz) && quiz.count < before;
        *start = (struct forget_start){first->id, quiz.count ? quiz.items[0].bank : NULL,
                                       quiz_start_text(&quiz, arena)};
    }
    finish(f, statement);
    return is_in;
}

/// A game with questions of other banks: what was undone in it goes first, for without the
/// others an undo would take back another event than it did.
static void part_game(struct finder *f, const struct entry *entries, int count)
{
    struct undo_line line = {0};
    for (int i = 0; i < count; i++)
        undo_line_add(&line, entries[i].type, i);
    const struct undo_step *steps = undo_line_steps(&line);
    for (int i = 0, next = 0; i < count; i++) {
        const struct entry *entry = &entries[i];
        struct forget_start start;
        bool counts = next < line.count && steps[next].id == i;
        next += counts;
        bool is_undone = undo_line_is_step(entry->type) && !counts;
        if (entry->side == SIDE_GOING || is_undone || entry->type == JOURNAL_UNDO ||
            entry->type == JOURNAL_REDO) {
            let_go(f, entry);
        } else if (entry->type == JOURNAL_QUIZ && begin_anew(f, entry, &start)) {
            buf_add(&f->list->starts, &start, sizeof start);
        }
    }
    undo_line_free(&line);
}

static bool has_side(const struct entry *entries, int count, enum side side)
{
    for (int i = 0; i < count; i++) {
        if (entries[i].side == side)
            return true;
    }
    return false;
}

static void go_through_game(struct finder *f, const struct entry *entries, int count)
{
    bool is_touched = has_side(entries, count, SIDE_GOING);
    for (int i = 0; i < count; i++)
        is_touched |= entries[i].is_named;
    if (is_touched && !has_side(entries, count, SIDE_STAYING)) {
        for (int i = 0; i < count; i++)
            let_go(f, &entries[i]);
    } else if (is_touched) {
        part_game(f, entries, count);
    }
}

static void go_through(struct finder *f)
{
    const struct entry *entries = (const struct entry *)(const void *)f->entries.data;
    int count = (int)(f->entries.len / sizeof *entries);
    for (int i = 0, end; i < count; i = end) {
        end = i + 1;
        if (!entries[i].game) {
            if (entries[i].side == SIDE_GOING)
                let_go(f, &entries[i]);
            continue;
        }
        while (end < count && entries[end].game == entries[i].game &&
               entries[end].learner == entries[i].learner)
            end++;
        go_through_game(f, entries + i, end - i);
    }
}

bool forget_bank_find(const struct db *db, int64_t learner, const char *bank,
                      struct forget_list *list)
{
    struct finder f = {.db = db, .learner = learner, .bank = bank, .list = list};
    read_moves(&f);
    read_entries(&f);
    go_through(&f);
    buf_free(&f.moves);
    buf_free(&f.entries);
    return !f.has_failed;
}

void forget_bank_free(struct forget_list *list)
{
    buf_free(&list->events);
    buf_free(&list->starts);
    arena_free(&list->arena);
    *list = (struct forget_list){0};
}
