#include "store/forget.h"

#include <dirent.h>
#include <string.h>

#include <sqlite3.h>

#include "store/classes.h"
#include "store/copies.h"
#include "store/db_backup.h"
#include "store/file.h"
#include "store/forget_bank.h"
#include "store/forget_class.h"

static bool is_usable(const struct memory *memory)
{
    // What is not written yet would be written afterwards.
    return memory->journal && memory->journal->db.state == DB_OPEN &&
           !memory->journal->pending_count;
}

/// The number of a learner; 0 for all (NULL), -1 if there is none of this name.
static int64_t find_learner(const struct db *db, const char *name)
{
    sqlite3_stmt *statement =
        name ? db_prepare(db, "SELECT id FROM learner WHERE name = ?1") : NULL;
    int64_t id = name ? -1 : 0;
    if (!statement)
        return id;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW)
        id = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return id;
}

static bool run_for(const struct db *db, const char *sql, int64_t learner)
{
    sqlite3_stmt *statement = db_prepare(db, sql);
    if (!statement)
        return false;
    sqlite3_bind_int64(statement, 1, learner);
    sqlite3_step(statement);
    return sqlite3_finalize(statement) == SQLITE_OK;
}

/// Takes out of the journal all of a learner, or of all of them (0).
static bool take_out_learner(const struct db *db, int64_t learner)
{
    return run_for(db, "DELETE FROM event WHERE ?1 = 0 OR learner = ?1", learner) &&
           run_for(db, "DELETE FROM linked WHERE ?1 = 0 OR learner = ?1", learner) &&
           run_for(db, "DELETE FROM summary WHERE ?1 = 0", learner) &&
           run_for(db, "DELETE FROM learner WHERE ?1 = 0 OR id = ?1", learner);
}

static bool delete_events(const struct db *db, const struct forget_list *list)
{
    const int64_t *ids = (const int64_t *)(const void *)list->events.data;
    sqlite3_stmt *statement = db_prepare(db, "DELETE FROM event WHERE id = ?1");
    bool is_good = statement != NULL;
    for (size_t i = 0; is_good && i < list->events.len / sizeof *ids; i++) {
        sqlite3_bind_int64(statement, 1, ids[i]);
        sqlite3_step(statement);
        is_good = sqlite3_reset(statement) == SQLITE_OK;
    }
    sqlite3_finalize(statement);
    return is_good;
}

static bool write_starts(const struct db *db, const struct forget_list *list)
{
    const struct forget_start *starts =
        (const struct forget_start *)(const void *)list->starts.data;
    sqlite3_stmt *statement =
        db_prepare(db, "UPDATE event SET bank = ?2, data = ?3 WHERE id = ?1");
    bool is_good = statement != NULL;
    for (size_t i = 0; is_good && i < list->starts.len / sizeof *starts; i++) {
        sqlite3_bind_int64(statement, 1, starts[i].event);
        sqlite3_bind_text(statement, 2, starts[i].bank, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 3, starts[i].data, -1, SQLITE_STATIC);
        sqlite3_step(statement);
        is_good = sqlite3_reset(statement) == SQLITE_OK;
    }
    sqlite3_finalize(statement);
    return is_good;
}

static bool take_out_bank(const struct db *db, int64_t learner, const char *bank)
{
    struct forget_list list = {0};
    bool is_good = forget_bank_find(db, learner, bank, &list) && delete_events(db, &list) &&
                   write_starts(db, &list);
    forget_bank_free(&list);
    return is_good;
}

/// Takes it out, in one transaction. What was folded is void with it.
static bool take_out(const struct db *db, const struct forget *what, int64_t learner)
{
    bool is_good = db_run(db, "PRAGMA secure_delete = ON") && db_run(db, "BEGIN IMMEDIATE");
    if (is_good) {
        is_good =
            what->bank ? take_out_bank(db, learner, what->bank) : take_out_learner(db, learner);
    }
    return is_good && db_run(db, "DELETE FROM fold") && db_run(db, "COMMIT");
}

/// Other copies are the user's, but he has to know of them.
static void name_copies(const char *path, struct diags *diags)
{
    static const char *const kinds[] = {".damaged-", ".replaced-"};
    const char *name = file_name(path), *folder = file_folder(diags->arena, path);
    size_t len = strlen(name);
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            if (strncmp(entry->d_name, name, len) == 0 &&
                strncmp(entry->d_name + len, kinds[i], strlen(kinds[i])) == 0) {
                const char *copy = arena_printf(diags->arena, "%s/%s", folder, entry->d_name);
                diag_add_file(diags, DIAG_WARNING, copy,
                              "was left alone and may still have it; remove it yourself");
            }
        }
    }
    if (dir)
        closedir(dir);
}

/// As name_copies(), of those in the folder that `backup` was just put into.
static void name_backups(const char *backup, struct diags *diags)
{
    const char *folder = file_folder(diags->arena, backup);
    int others = -1;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));)
        others += entry->d_name[0] != '.';
    if (dir)
        closedir(dir);
    if (others > 0) {
        diag_add_file(diags, DIAG_WARNING, folder,
                      "has older backups too, which were left alone and may still have it; "
                      "remove them yourself");
    }
}

/// Whether all that was logged is in the file itself now. SQLite says so in a row: that others
/// read the old pages meanwhile is no failure to it.
static bool empty_log(const struct db *db)
{
    sqlite3_stmt *statement = db_prepare(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    bool is_empty = statement && sqlite3_step(statement) == SQLITE_ROW &&
                    sqlite3_column_int(statement, 0) == 0;
    sqlite3_finalize(statement);
    return is_empty;
}

/// Leaves no trace: neither in the free pages of the file nor in what was logged, nor in
/// backups of the last days. Without a `backup` all copies were seen to before.
static void clean_up(const struct db *db, const char *backup, struct diags *diags)
{
    const char *path = db_path(db);
    if (!db_run(db, "VACUUM") || !empty_log(db)) {
        diag_add_file(
            diags, DIAG_WARNING, path,
            "could not be cleaned: what was deleted may still be in it, unseen, until "
            "all other windows and programs that use it are closed");
    }
    if (!backup)
        return;
    db_backup_remove(path, 0, diags);
    db_backup_rotate(db, path, diags);
    name_copies(path, diags);
    name_backups(backup, diags);
}

static bool refuse(const struct db *db, struct diags *diags)
{
    char why[256];
    db_explain(db, why, sizeof why);
    diag_add_file(diags, DIAG_ERROR, db_path(db), "%s", why);
    db_run(db, "ROLLBACK"); // in vain if nothing was begun
    return false;
}

bool forget_is_class(const struct memory *memory, const struct forget *what)
{
    return what->learner && !what->bank && memory->journal &&
           classes_has(memory->journal, what->learner);
}

bool forget(struct memory *memory, const struct forget *what, struct fsrs_time now,
            const char **backup, struct diags *diags)
{
    struct copies_contents contents;
    *backup = NULL;
    if (!is_usable(memory)) {
        diag_add_file(diags, DIAG_ERROR, "quartet.db", "cannot be used now: %s",
                      memory->journal ? memory->journal->fault : "it is not open");
        return false;
    }
    const struct db *db = &memory->journal->db;
    int64_t learner = find_learner(db, what->learner);
    if (learner < 0) {
        diag_add_file(diags, DIAG_ERROR, db_path(db), "knows no learner \"%s\"", what->learner);
        return false;
    }
    bool is_class = forget_is_class(memory, what);
    if (!is_class)
        *backup = copies_make(db, now, &contents, diags);
    // The copies first: as long as one has the class, so has the journal, and it can be said
    // again.
    if (is_class ? !forget_class_copies(db_path(db), what->learner, diags) : !*backup)
        return false;
    if (!take_out(db, what, learner))
        return refuse(db, diags);
    memory_catch_up(memory); // all anew, for what was folded is void
    clean_up(db, *backup, diags);
    return true;
}

int64_t forget_count(struct memory *memory, const struct forget *what)
{
    struct forget_list list = {0};
    if (!is_usable(memory))
        return -1;
    const struct db *db = &memory->journal->db;
    int64_t learner = find_learner(db, what->learner), count = -1;
    if (learner < 0)
        return 0;
    if (what->bank) {
        if (forget_bank_find(db, learner, what->bank, &list))
            count = (int64_t)(list.events.len / sizeof(int64_t));
        forget_bank_free(&list);
        return count;
    }
    sqlite3_stmt *statement =
        db_prepare(db, "SELECT count(*) FROM event WHERE ?1 = 0 OR learner = ?1");
    if (!statement)
        return -1;
    sqlite3_bind_int64(statement, 1, learner);
    if (sqlite3_step(statement) == SQLITE_ROW)
        count = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return count;
}
