#include "store/journal.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "store/db_backup.h"

enum { RETRY_MS = 5000 };

/// An event that is not on the disk yet.
struct pending {
    struct journal_event event;
    struct pending *next;
};

static void note_fault(struct journal *journal)
{
    char why[256];
    db_explain(&journal->db, why, sizeof why);
    snprintf(journal->fault, sizeof journal->fault, "%s %s", journal->path, why);
}

/// Runs `sql` for `name`. Returns the number it gives, 0 if it gives none, -1 if it fails.
static int64_t run_for(const struct db *db, const char *sql, const char *name)
{
    sqlite3_stmt *statement = db_prepare(db, sql);
    if (!statement)
        return -1;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    int64_t id = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    return sqlite3_finalize(statement) == SQLITE_OK ? id : -1;
}

/// The number of the learner, who is added if need be; not above 0 if that can't be done.
static int64_t find_learner(const struct db *db, const char *name)
{
    static const char find[] = "SELECT id FROM learner WHERE name = ?1";
    int64_t id = run_for(db, find, name);
    // Another program may add the same one at the same time.
    if (id == 0 && run_for(db, "INSERT OR IGNORE INTO learner(name) VALUES (?1)", name) == 0)
        id = run_for(db, find, name);
    return id;
}

static bool prepare(struct journal *journal)
{
    journal->learner_id = find_learner(&journal->db, journal->learner);
    if (journal->learner_id <= 0)
        return false; // at once, while it can be told why
    journal->insert = db_prepare(
        &journal->db, "INSERT INTO event(at_ms, learner, game, type, bank, question, "
                      "data) VALUES (?1, ?2, nullif(?3, 0), ?4, ?5, ?6, ?7)");
    return journal->insert;
}

static void shut(struct journal *journal)
{
    sqlite3_finalize(journal->insert);
    journal->insert = NULL;
    enum db_state state = journal->db.state;
    db_close(&journal->db);
    journal->db.state = state == DB_ALIEN ? DB_ALIEN : DB_FAULTY;
}

static void open_file(struct journal *journal, struct diags *diags)
{
    size_t errors = diags->errors;
    if (db_open(&journal->db, journal->path, diags) && prepare(journal))
        return;
    if (diags->errors == errors) {
        char why[256];
        db_explain(&journal->db, why, sizeof why);
        diag_add_file(diags, DIAG_ERROR, journal->path, "%s", why);
    }
    const struct diag *diag = &diags->items[diags->count - 1];
    snprintf(journal->fault, sizeof journal->fault, "%s %s", diag->place.file, diag->message);
    shut(journal);
}

const char *journal_path(struct arena *arena, const char *data_dir)
{
    return arena_printf(arena, "%s/quartet.db", data_dir);
}

void journal_open(struct journal *journal, const char *data_dir, const char *learner,
                  struct diags *diags)
{
    *journal = (struct journal){0};
    journal->last = &journal->first;
    journal->path = journal_path(&journal->arena, data_dir);
    journal->learner = arena_text(&journal->arena, learner, strlen(learner));
    open_file(journal, diags);
}

static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC); // NULL gives NULL
}

static bool insert(struct journal *journal, const struct journal_event *event)
{
    sqlite3_stmt *statement = journal->insert;
    sqlite3_bind_int64(statement, 1, event->at_ms);
    sqlite3_bind_int64(statement, 2, journal->learner_id);
    sqlite3_bind_int64(statement, 3, event->game);
    sqlite3_bind_int(statement, 4, event->type);
    bind_text(statement, 5, event->bank);
    bind_text(statement, 6, event->question);
    bind_text(statement, 7, event->data);
    sqlite3_step(statement);
    bool is_good = sqlite3_reset(statement) == SQLITE_OK;
    sqlite3_clear_bindings(statement);
    return is_good;
}

/// Writes all that is pending, in one commit.
static bool write_pending(struct journal *journal)
{
    bool is_good = db_run(&journal->db, "BEGIN IMMEDIATE");
    for (const struct pending *p = journal->first; is_good && p; p = p->next)
        is_good = insert(journal, &p->event);
    is_good = is_good && db_run(&journal->db, "COMMIT");
    if (!is_good) {
        note_fault(journal);
        db_run(&journal->db, "ROLLBACK");
        return false;
    }
    arena_reset(&journal->pending_arena);
    journal->first = NULL;
    journal->last = &journal->first;
    journal->pending_count = 0;
    journal->fault[0] = '\0';
    return true;
}

static const char *copy_text(struct arena *arena, const char *text)
{
    return text ? arena_text(arena, text, strlen(text)) : NULL;
}

static void keep(struct journal *journal, const struct journal_event *event)
{
    struct arena *arena = &journal->pending_arena;
    struct pending *pending = ARENA_ARRAY(arena, 1, struct pending);
    pending->event = *event;
    pending->event.bank = copy_text(arena, event->bank);
    pending->event.question = copy_text(arena, event->question);
    pending->event.data = copy_text(arena, event->data);
    *journal->last = pending;
    journal->last = &pending->next;
    journal->pending_count++;
}

/// Opens the file again if it is time to, for what stood in the way may be gone.
static bool is_usable(struct journal *journal, int64_t now_ms)
{
    if (journal->db.state == DB_OPEN && db_is_damaged(&journal->db))
        shut(journal); // opening it puts it aside
    if (journal->db.state == DB_FAULTY &&
        (now_ms < journal->tried_ms || now_ms - journal->tried_ms >= RETRY_MS)) {
        struct arena scratch = {0};
        struct diags diags = {.arena = &scratch};
        open_file(journal, &diags);
        journal->tried_ms = now_ms;
        arena_free(&scratch);
    }
    return journal->db.state == DB_OPEN;
}

bool journal_append(struct journal *journal, const struct journal_event *event)
{
    if (!journal->path || journal->db.state == DB_ALIEN)
        return false;
    // The usual case is one row and one commit.
    if (!journal->first && journal->db.state == DB_OPEN && insert(journal, event))
        return true;
    keep(journal, event);
    return is_usable(journal, event->at_ms) && write_pending(journal);
}

bool journal_append_all(struct journal *journal, const struct journal_event *events, int count)
{
    if (!journal->path || journal->db.state == DB_ALIEN)
        return false;
    for (int i = 0; i < count; i++)
        keep(journal, &events[i]);
    if (!count)
        return !journal->first;
    return is_usable(journal, events[0].at_ms) && write_pending(journal);
}

static const char *column_text(sqlite3_stmt *statement, int column, struct arena *arena)
{
    return copy_text(arena, (const char *)sqlite3_column_text(statement, column));
}

int journal_learners(const struct journal *journal, struct arena *arena,
                     const char *const **names)
{
    sqlite3_stmt *statement =
        db_prepare(&journal->db, "SELECT name, count(*) OVER () FROM learner ORDER BY id");
    const char **list = NULL;
    int count = 0;
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
        if (!list)
            list = ARENA_ARRAY(arena, sqlite3_column_int(statement, 1), const char *);
        list[count++] = column_text(statement, 0, arena);
    }
    *names = list;
    return sqlite3_finalize(statement) == SQLITE_OK ? count : 0;
}

bool journal_switch(struct journal *journal, const char *learner)
{
    if (journal->db.state != DB_OPEN || (journal->first && !write_pending(journal)))
        return false;
    int64_t id = find_learner(&journal->db, learner);
    if (id <= 0)
        return false;
    journal->learner_id = id;
    if (strcmp(journal->learner, learner) != 0)
        journal->learner = copy_text(&journal->arena, learner);
    return true;
}

int64_t journal_last_game(const struct journal *journal, enum journal_type from,
                          enum journal_type to, const char *bank)
{
    sqlite3_stmt *statement = db_prepare(
        &journal->db, "SELECT game FROM event WHERE id > (SELECT max(id) FROM event) - ?2 AND "
                      "learner = ?1 AND game NOTNULL AND type BETWEEN ?3 AND ?4 AND "
                      "(?5 ISNULL OR bank = ?5) ORDER BY id DESC LIMIT 1");
    int64_t game = 0;
    if (!statement)
        return 0;
    sqlite3_bind_int64(statement, 1, journal->learner_id);
    sqlite3_bind_int(statement, 2, JOURNAL_LOOKED_AT);
    sqlite3_bind_int(statement, 3, (int)from);
    sqlite3_bind_int(statement, 4, (int)to);
    bind_text(statement, 5, bank);
    if (sqlite3_step(statement) == SQLITE_ROW)
        game = sqlite3_column_int64(statement, 0);
    return sqlite3_finalize(statement) == SQLITE_OK ? game : 0;
}

int journal_read_game(const struct journal *journal, int64_t game, struct arena *arena,
                      struct journal_event **events)
{
    sqlite3_stmt *statement = db_prepare(
        &journal->db, "SELECT at_ms, type, bank, question, data, count(*) OVER () FROM event "
                      "WHERE game = ?1 AND learner = ?2 ORDER BY id");
    int count = 0;
    *events = NULL;
    if (!statement)
        return 0;
    sqlite3_bind_int64(statement, 1, game);
    sqlite3_bind_int64(statement, 2, journal->learner_id);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        int rows = sqlite3_column_int(statement, 5);
        if (!*events)
            *events = ARENA_ARRAY(arena, rows, struct journal_event);
        (*events)[count++] = (struct journal_event){
            .at_ms = sqlite3_column_int64(statement, 0),
            .game = game,
            .type = sqlite3_column_int(statement, 1),
            .bank = column_text(statement, 2, arena),
            .question = column_text(statement, 3, arena),
            .data = column_text(statement, 4, arena),
        };
    }
    return sqlite3_finalize(statement) == SQLITE_OK ? count : 0;
}

int64_t journal_new_game(int64_t now_ms, uint64_t chance)
{
    enum { CHANCE_BITS = 20 };

    uint64_t number = (uint64_t)now_ms << CHANCE_BITS | (chance >> (64 - CHANCE_BITS));
    return (int64_t)(number & INT64_MAX);
}

int64_t journal_free_game(const struct journal *journal, int64_t now_ms, uint64_t seed)
{
    struct arena scratch = {0};
    struct journal_event *events;
    int64_t game = journal_new_game(now_ms, seed);
    while (journal_read_game(journal, game, &scratch, &events) > 0)
        game++;
    arena_free(&scratch);
    return game;
}

int journal_games(const struct journal *journal, enum journal_type type, struct arena *arena,
                  int64_t **games)
{
    sqlite3_stmt *statement = db_prepare(
        &journal->db, "SELECT game, count(*) OVER () FROM event "
                      "WHERE learner = ?1 AND type = ?2 AND game NOTNULL ORDER BY id");
    int count = 0;
    *games = NULL;
    if (!statement)
        return 0;
    sqlite3_bind_int64(statement, 1, journal->learner_id);
    sqlite3_bind_int(statement, 2, (int)type);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        if (!*games)
            *games = ARENA_ARRAY(arena, sqlite3_column_int(statement, 1), int64_t);
        (*games)[count++] = sqlite3_column_int64(statement, 0);
    }
    return sqlite3_finalize(statement) == SQLITE_OK ? count : 0;
}

bool journal_close(struct journal *journal)
{
    bool is_good = !journal->first || (is_usable(journal, INT64_MAX) && write_pending(journal));
    if (journal->db.state == DB_OPEN && db_backup_is_due(journal->path)) {
        struct arena scratch = {0};
        struct diags diags = {.arena = &scratch};
        db_backup_rotate(&journal->db, journal->path, &diags); // in vain: tried next time
        arena_free(&scratch);
    }
    shut(journal);
    arena_free(&journal->pending_arena);
    arena_free(&journal->arena);
    *journal = (struct journal){0};
    return is_good;
}
