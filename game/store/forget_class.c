#include "store/forget_class.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/copies.h"
#include "store/db.h"
#include "store/file.h"
#include "store/report_file.h"

/// What is done about a file that may have the class.
enum kind {
    KIND_OTHER,    // no copy
    KIND_OURS,     // written anew
    KIND_LEFTOVER, // half a copy: removed
    KIND_USERS,    // left alone
};

struct sweep {
    const char *name;
    struct diags *diags;
    bool is_good;
};

static bool ends_in(const char *name, const char *ending)
{
    size_t len = strlen(name), ending_len = strlen(ending);
    return len >= ending_len && strcmp(name + len - ending_len, ending) == 0;
}

static bool begins_with(const char *name, const char *beginning)
{
    return strncmp(name, beginning, strlen(beginning)) == 0;
}

/// Of a file beside the database, by its name.
static enum kind kind_beside(const char *db_name, const char *name)
{
    static const char *const endings[] = {".backup-", ".replaced-", ".damaged-"};
    size_t len = strlen(db_name);
    if (strcmp(name, db_name) == 0)
        return KIND_OTHER;
    if (!begins_with(name, db_name))
        return ends_in(name, ".db") ? KIND_USERS : KIND_OTHER;
    if (strstr(name + len, ".part-"))
        return KIND_LEFTOVER;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const char *number = name + len + strlen(endings[i]);
        if (begins_with(name + len, endings[i]) && *number &&
            !number[strspn(number, "0123456789")])
            return KIND_OURS;
    }
    return KIND_OTHER;
}

/// Of a file in the folder of backups.
static enum kind kind_of_backup(const char *name)
{
    if (strstr(name, ".db.part-"))
        return KIND_LEFTOVER;
    return ends_in(name, ".db") ? KIND_OURS : KIND_OTHER;
}

/// Whether an open copy has the class. What was deleted of it earlier left no trace.
static bool has_class(const struct db *copy, const char *name)
{
    sqlite3_stmt *statement = db_prepare(copy, "SELECT 1 FROM learner WHERE name = ?1");
    if (!statement)
        return false;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    bool is_there = sqlite3_step(statement) == SQLITE_ROW;
    sqlite3_finalize(statement);
    return is_there;
}

static bool delete_for(const struct db *db, const char *sql, const char *name)
{
    sqlite3_stmt *statement = db_prepare(db, sql);
    if (!statement)
        return false;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    sqlite3_step(statement);
    return sqlite3_finalize(statement) == SQLITE_OK;
}

/// Empties all tables that can be made again from the events, whichever this version had.
static bool empty_readings(const struct db *db)
{
    sqlite3_stmt *names =
        db_prepare(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN "
                       "('learner', 'event', 'summary') AND name NOT LIKE 'sqlite\\_%' "
                       "ESCAPE '\\'");
    struct arena scratch = {0};
    const char *all = "";
    if (!names)
        return false;
    while (sqlite3_step(names) == SQLITE_ROW) {
        all = arena_printf(&scratch, "%sDELETE FROM \"%s\";", all,
                           (const char *)sqlite3_column_text(names, 0));
    }
    bool is_good = sqlite3_finalize(names) == SQLITE_OK && db_run(db, all);
    arena_free(&scratch);
    return is_good;
}

/// Takes the class out of the copy at `path`, which is nobody else's yet.
static bool take_out(const char *path, const char *name)
{
    struct db db = {.state = DB_OPEN};
    bool is_good =
        sqlite3_open_v2(path, &db.handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        db_run(&db, "PRAGMA journal_mode=DELETE; PRAGMA secure_delete=ON; BEGIN IMMEDIATE") &&
        delete_for(
            &db, "DELETE FROM event WHERE learner IN (SELECT id FROM learner WHERE name = ?1)",
            name) &&
        delete_for(&db, "DELETE FROM learner WHERE name = ?1", name) && empty_readings(&db) &&
        db_run(&db, "COMMIT; VACUUM");
    db_close(&db);
    return is_good;
}

/// Gives `part` the place, the rights and the age of `path`, once it is on the disk.
static bool put_in_place(const char *part, const char *path)
{
    struct stat st;
    int fd = open(part, O_RDONLY | O_CLOEXEC);
    bool is_good = fd >= 0 && stat(path, &st) == 0 && fchmod(fd, st.st_mode & 07777) == 0;
    if (is_good) {
        const struct timespec times[2] = {st.st_atim, st.st_mtim};
        is_good = futimens(fd, times) == 0 && fsync(fd) == 0 && rename(part, path) == 0;
    }
    if (fd >= 0)
        close(fd);
    return is_good;
}

/// Removes what SQLite may have left beside a database file.
static void remove_parts(struct arena *arena, const char *path)
{
    static const char *const parts[] = {"-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        unlink(arena_printf(arena, "%s%s", path, parts[i]));
}

static void write_anew(struct sweep *sweep, const struct db *copy, const char *path)
{
    struct diags why = {.arena = sweep->diags->arena};
    const char *part = arena_printf(why.arena, "%s.part-%ld", path, (long)getpid());
    if (db_backup(copy, part, &why) && take_out(part, sweep->name) &&
        put_in_place(part, path)) {
        remove_parts(why.arena, path);
        return;
    }
    unlink(part);
    remove_parts(why.arena, part);
    sweep->is_good = false;
    diag_add_file(
        sweep->diags, DIAG_ERROR, path,
        "has the class and cannot be written without it: %s. Free some space, or look "
        "who may write there; or remove it",
        why.count ? "the disk is full, or it may not be written" : strerror(errno));
}

static void remove_file(struct sweep *sweep, const char *path, const char *warning)
{
    remove_parts(sweep->diags->arena, path);
    if (unlink(path) != 0 && errno != ENOENT) {
        sweep->is_good = false;
        diag_add_file(sweep->diags, DIAG_ERROR, path,
                      "may have the class, and cannot be removed: %s", strerror(errno));
    } else if (warning) {
        diag_add_file(sweep->diags, DIAG_WARNING, path, "%s", warning);
    }
}

static void look_at(struct sweep *sweep, enum kind kind, const char *path)
{
    struct db copy = {0};
    struct stat st;
    struct diags unheard = {.arena = sweep->diags->arena};
    if (kind == KIND_OTHER || lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return;
    bool is_open = kind != KIND_LEFTOVER && db_open_backup(&copy, path, &unheard);
    if (kind == KIND_LEFTOVER) {
        remove_file(sweep, path, NULL);
    } else if (!is_open && kind == KIND_OURS) {
        remove_file(sweep, path, "was damaged and may have had the class, so it was removed");
    } else if (is_open && has_class(&copy, sweep->name)) {
        if (kind == KIND_OURS) {
            write_anew(sweep, &copy, path);
        } else {
            diag_add_file(sweep->diags, DIAG_WARNING, path,
                          "is a copy of yours that has the class; it was left alone. Remove it "
                          "yourself");
        }
    }
    db_close(&copy);
}

/// Looks at all files in a folder. Their names are gathered first, for some come and go.
static void look_through(struct sweep *sweep, const char *folder, const char *db_name)
{
    struct buf paths = {0}, kinds = {0};
    struct arena *arena = sweep->diags->arena;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        enum kind kind =
            db_name ? kind_beside(db_name, entry->d_name) : kind_of_backup(entry->d_name);
        const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);
        buf_add(&paths, &path, sizeof path);
        buf_add(&kinds, &kind, sizeof kind);
    }
    if (dir)
        closedir(dir);
    for (size_t i = 0; i < paths.len / sizeof(char *); i++) {
        look_at(sweep, ((const enum kind *)(const void *)kinds.data)[i],
                ((const char *const *)(const void *)paths.data)[i]);
    }
    buf_free(&paths);
    buf_free(&kinds);
}

/// Names the reports of the class that were saved. They are the user's.
static void name_reports(const struct sweep *sweep, const char *db_path)
{
    struct arena *arena = sweep->diags->arena;
    const char *folder = report_file_folder(db_path, arena);
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        if (report_file_is_of(entry->d_name, sweep->name)) {
            diag_add_file(sweep->diags, DIAG_WARNING,
                          arena_printf(arena, "%s/%s", folder, entry->d_name),
                          "is a report of the class that you saved; it was left alone. Remove "
                          "it yourself");
        }
    }
    if (dir)
        closedir(dir);
}

bool forget_class_copies(const char *db_path, const char *name, struct diags *diags)
{
    struct sweep sweep = {.name = name, .diags = diags, .is_good = true};
    look_through(&sweep, copies_folder(db_path, diags->arena), NULL);
    look_through(&sweep, file_folder(diags->arena, db_path), file_name(db_path));
    name_reports(&sweep, db_path);
    return sweep.is_good;
}
