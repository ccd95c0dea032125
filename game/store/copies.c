#include "store/copies.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "base/buf.h"
#include "base/date.h"
#include "store/file.h"

enum { KEPT_MOST = 1000 };

bool copies_count(const struct db *db, struct copies_contents *contents)
{
    sqlite3_stmt *statement =
        db_prepare(db, "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM learner)");
    bool is_good = statement && sqlite3_step(statement) == SQLITE_ROW;
    if (is_good) {
        *contents = (struct copies_contents){sqlite3_column_int64(statement, 0),
                                             sqlite3_column_int64(statement, 1)};
    }
    sqlite3_finalize(statement);
    return is_good;
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static bool is_empty_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == 0;
}

/// Whether nothing but a backup would be replaced.
static bool may_be_written(const struct db *db, const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    struct diags found = {.arena = &scratch};
    struct db old = {0};
    bool is_free = file_is_missing(path) || is_empty_file(path);
    const char *why = NULL;
    if (is_same_file(path, db_path(db))) {
        why = "is the database itself. Choose another name";
    } else if (!is_free && !db_open_backup(&old, path, &found)) {
        why = "is there and is no sound backup of Quartet. Choose another name, or move it "
              "away";
    }
    if (why)
        diag_add_file(diags, DIAG_ERROR, path, "%s", why);
    db_close(&old);
    arena_free(&scratch);
    return !why;
}

bool copies_save(const struct db *db, const char *path, struct copies_contents *contents,
                 struct diags *diags)
{
    struct db written = {0};
    bool is_good = may_be_written(db, path, diags) && db_backup(db, path, diags) &&
                   db_open_backup(&written, path, diags);
    is_good = is_good && copies_count(&written, contents);
    db_close(&written);
    return is_good;
}

/// Puts a copy of the database beside it, under a name that nothing has. NULL if it can't.
static const char *keep(const struct db *db, struct diags *diags)
{
    for (int i = 1; i <= KEPT_MOST; i++) {
        const char *name = arena_printf(diags->arena, "%s.replaced-%d", db_path(db), i);
        if (file_is_missing(name))
            return db_backup(db, name, diags) ? name : NULL;
    }
    diag_add_file(diags, DIAG_ERROR, db_path(db),
                  "has too many copies beside it. Remove some of the files .replaced-1 to "
                  ".replaced-%d",
                  KEPT_MOST);
    return NULL;
}

bool copies_restore(struct db *db, const char *path, struct copies_contents *contents,
                    const char **kept, struct diags *diags)
{
    struct db backup = {0};
    *kept = NULL;
    if (is_same_file(path, db_path(db))) {
        diag_add_file(diags, DIAG_ERROR, path, "is the database itself. Name a backup");
        return false;
    }
    struct copies_contents old = {0};
    bool is_good = db_open_backup(&backup, path, diags) && copies_count(&backup, contents);
    if (is_good && copies_count(db, &old) && old.events) {
        *kept = keep(db, diags);
        is_good = *kept != NULL;
    }
    is_good = is_good && db_restore(db, &backup, diags);
    db_close(&backup);
    return is_good;
}

const char *copies_folder(const char *db_path, struct arena *arena)
{
    return arena_printf(arena, "%s/backups", file_folder(arena, db_path));
}

/// The first name of this day that nothing has.
static const char *free_name(const char *folder, struct fsrs_time now, struct diags *diags)
{
    const struct fsrs_days midnight = {.policy = FSRS_DAYS_CALENDAR};
    char date[DATE_ROOM];
    date_write(date_of(fsrs_days_number(midnight, now)), date);
    const char *name = arena_printf(diags->arena, "%s/quartet-backup-%s.db", folder, date);
    for (int i = 2; i <= KEPT_MOST && !file_is_missing(name); i++)
        name = arena_printf(diags->arena, "%s/quartet-backup-%s-%d.db", folder, date, i);
    if (file_is_missing(name))
        return name;
    diag_add_file(diags, DIAG_ERROR, folder, "has too many backups of this day. Remove some");
    return NULL;
}

const char *copies_make(const struct db *db, struct fsrs_time now,
                        struct copies_contents *contents, struct diags *diags)
{
    const char *folder = copies_folder(db_path(db), diags->arena);
    const char *name = file_make_folder(folder, diags) ? free_name(folder, now, diags) : NULL;
    return name && copies_save(db, name, contents, diags) ? name : NULL;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t len = strlen(name), ending_len = strlen(ending);
    return len > ending_len && strcmp(name + len - ending_len, ending) == 0;
}

/// Whether `name` is that of a copy of this kind beside the database `db_name`.
static bool is_beside(const char *name, const char *db_name, enum copy_kind kind)
{
    const char *ending = kind == COPY_DAILY ? ".backup-" : ".replaced-";
    size_t len = strlen(db_name), ending_len = strlen(ending);
    if (strncmp(name, db_name, len) != 0 || strncmp(name + len, ending, ending_len) != 0)
        return false;
    const char *number = name + len + ending_len;
    return *number && number[strspn(number, "0123456789")] == '\0';
}

/// Adds the copies of this kind in `folder` to those found.
static void find_copies(const char *folder, const char *db_name, enum copy_kind kind,
                        struct arena *arena, struct buf *found)
{
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        const char *name = entry->d_name;
        struct stat st;
        if (kind == COPY_ASKED ? !has_ending(name, ".db") : !is_beside(name, db_name, kind))
            continue;
        struct copy copy = {.kind = kind, .path = arena_printf(arena, "%s/%s", folder, name)};
        if (stat(copy.path, &st) != 0 || !S_ISREG(st.st_mode))
            continue;
        copy.bytes = st.st_size;
        copy.written_ms = (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
        buf_add(found, &copy, sizeof copy);
    }
    if (dir)
        closedir(dir);
}

static int by_age(const void *a, const void *b)
{
    const struct copy *x = a, *y = b;
    if (x->written_ms != y->written_ms)
        return x->written_ms > y->written_ms ? -1 : 1;
    return strcmp(x->path, y->path);
}

int copies_list(const char *db_path, struct arena *arena, struct copy **copies)
{
    struct buf found = {0};
    const char *beside = file_folder(arena, db_path), *name = file_name(db_path);
    find_copies(copies_folder(db_path, arena), name, COPY_ASKED, arena, &found);
    find_copies(beside, name, COPY_DAILY, arena, &found);
    find_copies(beside, name, COPY_REPLACED, arena, &found);
    int count = (int)(found.len / sizeof **copies);
    *copies = ARENA_ARRAY(arena, count + 1, struct copy);
    if (count) {
        memcpy(*copies, found.data, found.len);
        qsort(*copies, (size_t)count, sizeof **copies, by_age);
    }
    buf_free(&found);
    return count;
}

bool copies_peek(const struct copy *copy, struct copies_contents *contents)
{
    struct db db = {.state = DB_OPEN};
    bool is_good =
        sqlite3_open_v2(copy->path, &db.handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
        copies_count(&db, contents);
    db_close(&db);
    return is_good;
}
