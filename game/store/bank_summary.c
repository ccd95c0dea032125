#include "store/bank_summary.h"

#include <string.h>

#include <sqlite3.h>

static const char *copy(sqlite3_stmt *statement, int column, struct arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? arena_text(arena, text, strlen(text)) : "";
}

static void read_row(sqlite3_stmt *statement, struct arena *arena, struct bank_summary *summary)
{
    *summary = (struct bank_summary){
        .stamp = {.bytes = sqlite3_column_int64(statement, 0),
                  .written_ns = sqlite3_column_int64(statement, 1),
                  .changed_ns = sqlite3_column_int64(statement, 2)},
        .bank = {.id = copy(statement, 3, arena),
                 .title = copy(statement, 4, arena),
                 .question_count = sqlite3_column_int(statement, 5),
                 .topic_count = sqlite3_column_int(statement, 6),
                 .set_aside = sqlite3_column_int(statement, 7)},
    };
}

bool bank_summary_find(struct db *db, const char *path, struct arena *arena,
                       struct bank_summary *summary)
{
    static const char sql[] = "SELECT bytes, written_ns, changed_ns, id, title, questions, "
                              "topics, set_aside FROM summary WHERE path = ?1";
    struct arena scratch = {0};
    struct file_stamp now;
    sqlite3_stmt *statement = file_stamp(path, &now) ? db_keep(db, sql) : NULL;
    bool is_found = false;
    if (statement) {
        sqlite3_bind_text(statement, 1, file_whole_path(&scratch, path), -1, SQLITE_STATIC);
        is_found = sqlite3_step(statement) == SQLITE_ROW;
        if (is_found)
            read_row(statement, arena, summary);
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
    arena_free(&scratch);
    return is_found && file_stamp_is_same(&summary->stamp, &now);
}

int bank_summary_paths(struct db *db, const char *id, struct arena *arena,
                       const char *const **paths)
{
    static const char sql[] = "SELECT path, count(*) OVER () FROM summary WHERE id = ?1 "
                              "ORDER BY number DESC";
    sqlite3_stmt *statement = db_keep(db, sql);
    const char **list = NULL;
    int count = 0;
    if (!statement)
        return 0;
    sqlite3_bind_text(statement, 1, id, -1, SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        if (!list)
            list = ARENA_ARRAY(arena, sqlite3_column_int(statement, 1), const char *);
        list[count++] = copy(statement, 0, arena);
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    *paths = list;
    return count;
}

static bool forget_oldest(struct db *db)
{
    static const char sql[] =
        "DELETE FROM summary WHERE number <= (SELECT max(number) FROM summary) - ?1";
    sqlite3_stmt *statement = db_keep(db, sql);
    if (!statement)
        return false;
    sqlite3_bind_int(statement, 1, BANK_SUMMARIES);
    sqlite3_step(statement);
    return sqlite3_reset(statement) == SQLITE_OK;
}

bool bank_summary_keep(struct db *db, const char *path, const struct file_stamp *stamp,
                       const struct bank *bank)
{
    static const char sql[] =
        "INSERT OR REPLACE INTO summary(path, bytes, written_ns, changed_ns, id, title, "
        "questions, topics, set_aside) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    static const struct bank none = {.id = "", .title = ""};
    struct arena scratch = {0};
    sqlite3_stmt *statement = db_keep(db, sql);
    if (!statement)
        return false;
    if (!bank)
        bank = &none;
    sqlite3_bind_text(statement, 1, file_whole_path(&scratch, path), -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, stamp->bytes);
    sqlite3_bind_int64(statement, 3, stamp->written_ns);
    sqlite3_bind_int64(statement, 4, stamp->changed_ns);
    sqlite3_bind_text(statement, 5, bank->id, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 6, bank->title, -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 7, bank->question_count);
    sqlite3_bind_int(statement, 8, bank->topic_count);
    sqlite3_bind_int(statement, 9, bank->set_aside);
    sqlite3_step(statement);
    bool is_kept = sqlite3_reset(statement) == SQLITE_OK;
    sqlite3_clear_bindings(statement);
    arena_free(&scratch);
    return is_kept && forget_oldest(db);
}
