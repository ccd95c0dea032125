#include "store/copies.h"

#include <sys/stat.h>

#include <sqlite3.h>

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
