// Rows of questions and cards, which are looked up for each event.
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <sqlite3.h>
#include <xxhash.h>

#include "store/memory_rows.h"

enum { CARDS_MOST = 200000 }; // at once: some 30 MB

struct card_slot {
    struct card_row row;
    bool is_there, is_changed;
};

struct known_slot {
    int64_t shelf;
    const char *question;
    struct known_row row;
    bool is_changed;
};

static struct card_slot *card_slots(const struct folder *folder)
{
    return (struct card_slot *)(void *)folder->cache.card_slots.data;
}

static struct known_slot *known_slots(const struct folder *folder)
{
    return (struct known_slot *)(void *)folder->cache.known_slots.data;
}

/// The id of the row that `find` finds by a number and a text; if there is none `add` adds it.
static int64_t named(struct folder *folder, const char *find, const char *add, int64_t number,
                     const char *name)
{
    sqlite3_stmt *statement = rows_statement(folder, find, &number, 1);
    rows_bind_text(statement, 2, name);
    int64_t id = rows_number(folder, statement);
    if (id || !add || folder->has_failed)
        return id;
    statement = rows_statement(folder, add, &number, 1);
    rows_bind_text(statement, 2, name);
    rows_run(folder, statement);
    return folder->has_failed ? 0 : sqlite3_last_insert_rowid(folder->db->handle);
}

int64_t rows_shelf(struct folder *folder, int64_t learner, const char *bank)
{
    static const char find[] = "SELECT id FROM shelf WHERE learner = ?1 AND bank = ?2";
    static const char add[] = "INSERT INTO shelf(learner, bank) VALUES (?1, ?2)";
    if (folder->shelf && folder->shelf_learner == learner &&
        strcmp(folder->shelf_bank.data, bank) == 0)
        return folder->shelf;
    folder->shelf = named(folder, find, add, learner, bank);
    folder->shelf_learner = learner;
    buf_clear(&folder->shelf_bank);
    buf_text(&folder->shelf_bank, bank);
    return folder->shelf;
}

static bool is_same_known(const void *owner, uint32_t number, const void *key)
{
    const struct known_slot *slot = &known_slots(owner)[number], *wanted = key;
    return slot->shelf == wanted->shelf && strcmp(slot->question, wanted->question) == 0;
}

static const char *copy_text(sqlite3_stmt *statement, int column, struct arena *arena)
{
    const char *text = rows_column_text(statement, column);
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

static struct known_row read_known(struct folder *folder, int64_t shelf, const char *question)
{
    static const char sql[] = "SELECT id, first, last, is_dropped, hash, text, right, flagged "
                              "FROM known WHERE shelf = ?1 AND question = ?2";
    struct arena *names = &folder->cache.names;
    struct known_row row = {0};
    sqlite3_stmt *statement = rows_statement(folder, sql, &shelf, 1);
    rows_bind_text(statement, 2, question);
    if (rows_next(folder, statement)) {
        row = (struct known_row){
            .id = rows_column(statement, 0),
            .first = rows_column(statement, 1),
            .last = rows_column(statement, 2),
            .is_dropped = rows_column(statement, 3),
            .hash = copy_text(statement, 4, names),
            .text = copy_text(statement, 5, names),
            .right = copy_text(statement, 6, names),
            .flagged = copy_text(statement, 7, names),
        };
    }
    rows_reset(statement);
    return row;
}

/// Where the question is in the cache, to which it is added.
static struct known_slot *find_known(struct folder *folder, int64_t shelf, const char *question)
{
    struct rows_cache *cache = &folder->cache;
    struct known_slot slot = {.shelf = shelf, .question = question};
    size_t len = strlen(question), count = cache->known_slots.len / sizeof slot;
    uint64_t hash = XXH3_64bits_withSeed(question, len, (uint64_t)shelf);
    cache->known.is_same = is_same_known;
    cache->known.owner = folder;
    uint32_t at = index_add(&cache->known, hash, (uint32_t)count, &slot);
    if (at != INDEX_NONE)
        return &known_slots(folder)[at];
    slot.row = read_known(folder, shelf, question);
    slot.question = arena_text(&cache->names, question, len);
    buf_add(&cache->known_slots, &slot, sizeof slot);
    return &known_slots(folder)[count];
}

int64_t rows_known(struct folder *folder, int64_t shelf, const char *question, bool is_made)
{
    static const char add[] = "INSERT INTO known(shelf, question, first, last, is_dropped) "
                              "VALUES (?1, ?2, 0, 0, 0)";
    struct known_slot *slot = find_known(folder, shelf, question);
    if (!slot->row.id && is_made) {
        sqlite3_stmt *statement = rows_statement(folder, add, &shelf, 1);
        rows_bind_text(statement, 2, question);
        rows_run(folder, statement);
        slot->row.id = folder->has_failed ? 0 : sqlite3_last_insert_rowid(folder->db->handle);
    }
    return slot->row.id;
}

struct known_row rows_read_known(struct folder *folder, int64_t shelf, const char *question)
{
    return find_known(folder, shelf, question)->row;
}

/// `text` in the cache; mostly it is what is there already, `before`.
static const char *keep(struct folder *folder, const char *text, const char *before)
{
    if (!text || text == before || (before && strcmp(text, before) == 0))
        return text ? before : NULL;
    return arena_text(&folder->cache.names, text, strlen(text));
}

int64_t rows_write_known(struct folder *folder, int64_t shelf, const char *question,
                         const struct known_row *row)
{
    int64_t id = rows_known(folder, shelf, question, true);
    struct known_slot *slot = find_known(folder, shelf, question);
    const struct known_row before = slot->row;
    slot->is_changed = true;
    slot->row = (struct known_row){
        .id = id,
        .first = row->first,
        .last = row->last,
        .is_dropped = row->is_dropped,
        .hash = keep(folder, row->hash, before.hash),
        .text = keep(folder, row->text, before.text),
        .right = keep(folder, row->right, before.right),
        .flagged = keep(folder, row->flagged, before.flagged),
    };
    return id;
}

static void write_known(struct folder *folder, const struct known_row *row)
{
    static const char sql[] = "UPDATE known SET first = ?2, last = ?3, is_dropped = ?4, "
                              "hash = ?5, text = ?6, right = ?7, flagged = ?8 WHERE id = ?1";
    const int64_t values[] = {row->id, row->first, row->last, row->is_dropped};
    sqlite3_stmt *statement = rows_statement(folder, sql, values, 4);
    rows_bind_text(statement, 5, row->hash);
    rows_bind_text(statement, 6, row->text);
    rows_bind_text(statement, 7, row->right);
    rows_bind_text(statement, 8, row->flagged);
    rows_run(folder, statement);
}

static bool read_card(struct folder *folder, int64_t id, struct card_row *row)
{
    static const char sql[] = "SELECT shelf, seed, state, first_ms, is_suspended, "
                              "hidden_until_ms, last_review FROM card WHERE id = ?1";
    sqlite3_stmt *statement = rows_statement(folder, sql, &id, 1);
    *row = (struct card_row){.id = id};
    bool is_there = rows_next(folder, statement);
    if (is_there) {
        row->shelf = rows_column(statement, 0);
        row->seed = rows_column(statement, 1);
        row->card = rows_column_card(statement, 2);
        row->first_ms = rows_column(statement, 3);
        row->is_suspended = rows_column(statement, 4);
        row->hidden_until_ms = rows_column(statement, 5);
        row->last_review = rows_column(statement, 6);
    }
    rows_reset(statement);
    return is_there;
}

static void write_card(struct folder *folder, const struct card_row *row)
{
    static const char sql[] =
        "INSERT INTO card(id, shelf, seed, first_ms, is_suspended, hidden_until_ms, "
        "last_review, is_step, due_ms, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
        "?10) ON CONFLICT(id) DO UPDATE SET shelf = ?2, seed = ?3, first_ms = ?4, "
        "is_suspended = ?5, hidden_until_ms = ?6, last_review = ?7, is_step = ?8, "
        "due_ms = ?9, state = ?10";
    bool is_new = row->card.phase == FSRS_NEW; // then it is not due
    bool is_step = !is_new && row->card.phase != FSRS_REVIEW;
    const int64_t values[] = {row->id,          row->shelf,        row->seed,
                              row->first_ms,    row->is_suspended, row->hidden_until_ms,
                              row->last_review, is_step,           row->card.due_ms};
    unsigned char state[ROWS_STATE];
    rows_pack(&row->card, state);
    sqlite3_stmt *statement = rows_statement(folder, sql, values, is_new ? 8 : 9);
    if (statement)
        sqlite3_bind_blob(statement, 10, state, sizeof state, SQLITE_STATIC);
    rows_run(folder, statement);
}

static bool is_same_card(const void *owner, uint32_t number, const void *key)
{
    return card_slots(owner)[number].row.id == *(const int64_t *)key;
}

/// Where the card is in the cache, to which it is added.
static struct card_slot *find_card(struct folder *folder, int64_t id)
{
    struct rows_cache *cache = &folder->cache;
    struct card_slot slot = {0};
    if (cache->card_slots.len >= CARDS_MOST * sizeof slot)
        rows_flush(folder);
    size_t count = cache->card_slots.len / sizeof slot;
    cache->cards.is_same = is_same_card;
    cache->cards.owner = folder;
    uint32_t at = index_add(&cache->cards, XXH3_64bits(&id, sizeof id), (uint32_t)count, &id);
    if (at != INDEX_NONE)
        return &card_slots(folder)[at];
    slot.is_there = read_card(folder, id, &slot.row);
    buf_add(&cache->card_slots, &slot, sizeof slot);
    return &card_slots(folder)[count];
}

bool rows_read_card(struct folder *folder, int64_t id, struct card_row *row)
{
    const struct card_slot *slot = find_card(folder, id);
    *row = slot->row;
    return slot->is_there;
}

void rows_write_card(struct folder *folder, const struct card_row *row)
{
    struct card_slot *slot = find_card(folder, row->id);
    *slot = (struct card_slot){.row = *row, .is_there = true, .is_changed = true};
}

static int compare_cards(const void *a, const void *b)
{
    const struct card_slot *x = a, *y = b;
    return (x->row.id > y->row.id) - (x->row.id < y->row.id);
}

void rows_flush(struct folder *folder)
{
    struct card_slot *slots = card_slots(folder);
    size_t count = folder->cache.card_slots.len / sizeof *slots;
    if (count)
        qsort(slots, count, sizeof *slots, compare_cards); // one place after the other
    for (size_t i = 0; i < count; i++) {
        if (slots[i].is_changed)
            write_card(folder, &slots[i].row);
    }
    const struct known_slot *known = known_slots(folder);
    for (size_t i = 0; i < folder->cache.known_slots.len / sizeof *known; i++) {
        if (known[i].is_changed)
            write_known(folder, &known[i].row);
    }
    rows_free(folder);
}

void rows_free(struct folder *folder)
{
    index_free(&folder->cache.cards);
    index_free(&folder->cache.known);
    buf_free(&folder->cache.card_slots);
    buf_free(&folder->cache.known_slots);
    arena_free(&folder->cache.names);
}
