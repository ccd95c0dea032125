// All banks at once, and what was done of late.
#include <string.h>

#include <cjson/cJSON.h>
#include <sqlite3.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/file.h"
#include "store/relink_parts.h"

enum {
    VERSION = 1, // of what relink_bank() does: with another one it is done again
};

int64_t relink_stamp(const struct library *library)
{
    uint64_t stamp = VERSION;
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        struct file_stamp own = entry->file.stamp;
        if (!entry->is_open)
            file_stamp(entry->path, &own);
        stamp = XXH3_64bits_withSeed(entry->path, strlen(entry->path), stamp);
        stamp = XXH3_64bits_withSeed(&own, sizeof own, stamp);
    }
    return (int64_t)stamp;
}

bool relink_was_done(const struct memory *memory, int64_t stamp)
{
    static const char sql[] = "SELECT 1 FROM linked WHERE learner = ?1 AND library = ?2";
    sqlite3_stmt *statement = db_keep(&memory->journal->db, sql);
    if (!statement)
        return false;
    sqlite3_bind_int64(statement, 1, memory->journal->learner_id);
    sqlite3_bind_int64(statement, 2, stamp);
    bool is_there = sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_reset(statement);
    return is_there;
}

// In vain: it is looked at again next time.
void relink_note_done(const struct memory *memory, int64_t stamp)
{
    static const char sql[] = "INSERT OR REPLACE INTO linked(learner, library) VALUES (?1, ?2)";
    sqlite3_stmt *statement = db_keep(&memory->journal->db, sql);
    if (!statement)
        return;
    sqlite3_bind_int64(statement, 1, memory->journal->learner_id);
    sqlite3_bind_int64(statement, 2, stamp);
    sqlite3_step(statement);
    sqlite3_reset(statement);
}

static void add_pairs(struct relink_pair **pairs, int *count, const struct relink_pair *more,
                      int more_count, struct arena *arena)
{
    if (!more_count)
        return;
    struct relink_pair *all = ARENA_ARRAY(arena, *count + more_count, struct relink_pair);
    for (int i = 0; i < *count; i++)
        all[i] = (*pairs)[i];
    for (int i = 0; i < more_count; i++)
        all[*count + i] = more[i];
    *pairs = all;
    *count += more_count;
}

void relink_add(struct relink *relink, const struct relink *more, struct arena *arena)
{
    add_pairs(&relink->edited, &relink->edited_count, more->edited, more->edited_count, arena);
    add_pairs(&relink->asked, &relink->asked_count, more->asked, more->asked_count, arena);
    relink->followed += more->followed;
}

bool relink_has_bank(const struct library *library, int at)
{
    const struct library_entry *entry = &library->entries[at];
    return entry->file.bank && !entry->shadowed_by;
}

static bool add_bank(struct relink *relink, struct memory *memory, struct library *library,
                     int at, int64_t wall_ms, struct arena *arena)
{
    struct relink one;
    if (!relink_has_bank(library, at))
        return true;
    if (!relink_bank(&one, memory, library, at, wall_ms, arena))
        return false;
    relink_add(relink, &one, arena);
    return true;
}

bool relink_is_done(const struct memory *memory, const struct library *library)
{
    return relink_was_done(memory, relink_stamp(library));
}

bool relink_library(struct relink *relink, struct memory *memory, struct library *library,
                    int first, int64_t wall_ms, struct arena *arena)
{
    *relink = (struct relink){0};
    if (!memory_catch_up(memory))
        return false;
    if (relink_was_done(memory, relink_stamp(library)))
        return true;
    library_open_all(library);
    if (first >= 0 && !add_bank(relink, memory, library, first, wall_ms, arena))
        return false;
    for (int i = 0; i < library->count; i++) {
        if (i != first && !add_bank(relink, memory, library, i, wall_ms, arena))
            return false;
    }
    if (!relink->asked_count)
        relink_note_done(memory, relink_stamp(library));
    return true;
}

// --- what was done of late

static const char *text_of(const cJSON *root, const char *key, struct arena *arena)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, key));
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

static bool is_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/// Takes out the edit that a later event undid: by it progress goes from where it went.
static void take_back(struct relink_pair *edited, int *count, const struct relink_pair *undo)
{
    for (int i = *count - 1; i >= 0; i--) {
        if (!is_same(edited[i].bank, undo->from.bank) ||
            !is_same(edited[i].key, undo->from.question))
            continue;
        (*count)--;
        memmove(edited + i, edited + i + 1, (size_t)(*count - i) * sizeof *edited);
        return;
    }
}

/// What a MOVE event tells; `why` in `arena`, NULL if it makes no sense.
static const char *read_move(sqlite3_stmt *statement, struct arena *arena,
                             struct relink_pair *pair)
{
    const char *data = (const char *)sqlite3_column_text(statement, 2);
    cJSON *root = data ? cJSON_Parse(data) : NULL;
    const char *bank = (const char *)sqlite3_column_text(statement, 0);
    const char *question = (const char *)sqlite3_column_text(statement, 1);
    const char *why = text_of(root, "why", arena);
    *pair = (struct relink_pair){
        .from = {.hash = text_of(root, "was_hash", arena),
                 .text = text_of(root, "was_text", arena),
                 .right = text_of(root, "was_right", arena)},
        .bank = text_of(root, "bank", arena),
        .key = text_of(root, "question", arena),
        .hash = text_of(root, "hash", arena),
        .text = text_of(root, "text", arena),
        .right = text_of(root, "right", arena),
    };
    cJSON_Delete(root);
    if (!bank || !question || !pair->bank || !pair->key)
        return NULL;
    pair->is_told = pair->text != NULL;
    pair->from.bank = arena_text(arena, bank, strlen(bank));
    pair->from.question = arena_text(arena, question, strlen(question));
    return why;
}

int relink_news(const struct memory *memory, struct arena *arena, struct relink_pair **edited)
{
    // From the end back to what was played last, and no further.
    static const char sql[] =
        "SELECT bank, question, data, count(*) OVER () FROM event WHERE learner = ?1 AND "
        "type = ?2 AND id > max((SELECT max(id) FROM event) - ?3, coalesce((SELECT id FROM "
        "event NOT INDEXED WHERE learner = ?1 AND game NOTNULL AND id > (SELECT max(id) FROM "
        "event) - ?3 ORDER BY id DESC LIMIT 1), 0)) ORDER BY id";
    int count = 0;
    *edited = NULL;
    if (!memory->journal || memory->journal->db.state != DB_OPEN)
        return 0;
    sqlite3_stmt *statement = db_keep(&memory->journal->db, sql);
    if (!statement)
        return 0;
    sqlite3_bind_int64(statement, 1, memory->journal->learner_id);
    sqlite3_bind_int(statement, 2, JOURNAL_MOVE);
    sqlite3_bind_int(statement, 3, JOURNAL_LOOKED_AT);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        struct relink_pair pair;
        if (!*edited)
            *edited = ARENA_ARRAY(arena, sqlite3_column_int(statement, 3), struct relink_pair);
        const char *why = read_move(statement, arena, &pair);
        if (is_same(why, "edit")) {
            (*edited)[count++] = pair;
        } else if (is_same(why, "undo")) {
            take_back(*edited, &count, &pair);
        }
    }
    sqlite3_reset(statement);
    return count;
}

int relink_moves(const struct journal *journal, int64_t game, struct arena *arena,
                 struct relink_pair **moves)
{
    static const char sql[] =
        "SELECT bank, question, data, count(*) OVER () FROM event WHERE learner = ?1 AND "
        "type = ?2 AND id > (SELECT min(id) FROM event WHERE game = ?3 AND learner = ?1) "
        "ORDER BY id";
    int count = 0;
    *moves = NULL;
    sqlite3_stmt *statement = db_prepare(&journal->db, sql);
    if (!statement)
        return 0;
    sqlite3_bind_int64(statement, 1, journal->learner_id);
    sqlite3_bind_int(statement, 2, JOURNAL_MOVE);
    sqlite3_bind_int64(statement, 3, game);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        struct relink_pair pair;
        if (!*moves)
            *moves = ARENA_ARRAY(arena, sqlite3_column_int(statement, 3), struct relink_pair);
        if (read_move(statement, arena, &pair))
            (*moves)[count++] = pair;
    }
    sqlite3_finalize(statement);
    return count;
}
