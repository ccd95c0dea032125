#include "store/db_backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/file.h"

enum { DAY_S = 24 * 60 * 60, DAMAGED_MOST = 1000 };

int db_backup_copy(sqlite3 *to, sqlite3 *from)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return sqlite3_errcode(to);
    int result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

const char *db_backup_reason(int result)
{
    switch (result & 0xFF) { // the kind
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return "the disk is full, or it fails. Free some space, or choose another place";
    case SQLITE_CANTOPEN:
        return "its folder is not there, or you may not write to it. Make it, or choose "
               "another place";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return "you may not write there. Choose another place";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program keeps the database locked. Close that one";
    default:
        return sqlite3_errstr(result);
    }
}

sqlite3 *db_backup_open(const char *path)
{
    sqlite3 *handle = NULL;
    sqlite3_stmt *statement = NULL;
    bool is_sound = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
                    sqlite3_prepare_v2(handle, "PRAGMA integrity_check(1)", -1, &statement,
                                       NULL) == SQLITE_OK &&
                    sqlite3_step(statement) == SQLITE_ROW &&
                    strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    sqlite3_finalize(statement);
    if (is_sound)
        return handle;
    sqlite3_close(handle);
    return NULL;
}

/// To the disk, so that a name that is given to it next never stands for less than all of it.
static bool sync_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool is_good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return is_good;
}

bool db_backup(const struct db *db, const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    const char *part = arena_printf(&scratch, "%s.part-%ld", path, (long)getpid());
    sqlite3 *to = NULL;
    unlink(part);
    int result = sqlite3_open_v2(part, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    if (result == SQLITE_OK)
        result = db_backup_copy(to, db->handle);
    // A backup is one file, wherever it is carried to.
    if (result == SQLITE_OK)
        result = sqlite3_exec(to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
    if (sqlite3_close(to) != SQLITE_OK && result == SQLITE_OK)
        result = SQLITE_ERROR;
    bool is_good = result == SQLITE_OK && sync_file(part) && rename(part, path) == 0;
    if (!is_good) {
        const char *why = result == SQLITE_OK ? strerror(errno) : db_backup_reason(result);
        diag_add_file(diags, DIAG_ERROR, path, "cannot be written as a backup: %s", why);
        unlink(part);
    }
    arena_free(&scratch);
    return is_good;
}

static const char *backup_name(struct arena *arena, const char *path, int nth)
{
    return arena_printf(arena, "%s.backup-%d", path, nth);
}

bool db_backup_rotate(const struct db *db, const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    const char *fresh = backup_name(&scratch, path, 0);
    bool is_good = db_backup(db, fresh, diags);
    for (int i = DB_BACKUPS - 1; is_good && i >= 0; i--)
        rename(backup_name(&scratch, path, i), backup_name(&scratch, path, i + 1));
    arena_free(&scratch);
    return is_good;
}

void db_backup_remove(const char *path, int kept, struct diags *diags)
{
    for (int i = kept + 1; i <= DB_BACKUPS; i++) {
        const char *name = backup_name(diags->arena, path, i);
        if (unlink(name) != 0 && errno != ENOENT)
            diag_add_file(diags, DIAG_ERROR, name, "cannot be removed: %s", strerror(errno));
    }
}

bool db_backup_is_due(const char *path)
{
    struct arena scratch = {0};
    struct stat st;
    bool is_there = stat(backup_name(&scratch, path, 1), &st) == 0;
    arena_free(&scratch);
    return !is_there || time(NULL) - st.st_mtime > DAY_S;
}

/// Gives the file and what belongs to it the first free name for damaged ones; NULL if it
/// can't.
static const char *put_aside(struct arena *arena, const char *path)
{
    static const char *const parts[] = {"-wal", "-shm"};
    for (int i = 1; i <= DAMAGED_MOST; i++) {
        const char *name = arena_printf(arena, "%s.damaged-%d", path, i);
        if (!file_is_missing(name))
            continue;
        if (rename(path, name) != 0)
            return NULL;
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            rename(arena_printf(arena, "%s%s", path, parts[k]),
                   arena_printf(arena, "%s%s", name, parts[k]));
        }
        return name;
    }
    return NULL;
}

/// Puts a copy of the newest good backup at `path`; 0 if there is none.
static int bring_back(struct arena *arena, const char *path)
{
    for (int i = 1; i <= DB_BACKUPS; i++) {
        sqlite3 *from = db_backup_open(backup_name(arena, path, i)), *to = NULL;
        if (!from)
            continue;
        bool is_good =
            sqlite3_open(path, &to) == SQLITE_OK && db_backup_copy(to, from) == SQLITE_OK;
        sqlite3_close(from);
        sqlite3_close(to);
        if (is_good)
            return i;
        unlink(path);
    }
    return 0;
}

bool db_backup_replace(const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    const char *name = put_aside(&scratch, path);
    if (!name) {
        diag_add_file(diags, DIAG_ERROR, path,
                      "is damaged, and can't be put aside: %s. Move it away", strerror(errno));
    } else {
        int nth = bring_back(&scratch, path);
        diag_add_file(
            diags, DIAG_WARNING, path,
            nth ? "was damaged and is kept as %s; the newest good backup takes its place"
                : "was damaged and is kept as %s; there is no good backup, so an "
                  "empty one takes its place",
            name);
    }
    arena_free(&scratch);
    return name != NULL;
}
