// store/db.h: the database that everything played is kept in.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct sqlite3;
struct sqlite3_stmt;

enum db_state {
    DB_CLOSED,
    DB_OPEN,
    DB_FAULTY, // could not be opened or used now; it may work later
    DB_ALIEN,  // of a newer Quartet, or of another program: never to be touched
};

enum { DB_KEPT_MOST = 128 };

/// A statement that is compiled once.
struct db_kept {
    const char *sql;
    struct sqlite3_stmt *statement;
};

/// A database file. Zeroed is closed.
struct db {
    struct sqlite3 *handle; // NULL unless DB_OPEN
    enum db_state state;
    struct db_kept kept[DB_KEPT_MOST];
    int kept_count;
};

/// Opens the database at `path`, and makes it, with its folder, if it is not there. One with an
/// older schema is brought up to date, after a copy of it was put beside it. A damaged one is
/// put aside under another name, and the newest good backup takes its place, else an empty one;
/// `diags` says so in a warning. Returns whether it is open; if not, `diags` has the reason.
///
/// A commit that has returned is on the disk: WAL with synchronous=FULL. Several programs may
/// use one file at once.
bool db_open(struct db *db, const char *path, struct diags *diags);

/// Opens the database at `path`, which another connection of this program has opened, once more
/// only to read it: for another thread. Returns false if that can't be done.
bool db_open_reader(struct db *db, const char *path);

/// Zeroed or closed is fine.
void db_close(struct db *db);

/// Compiles `sql`, which is known to be right; NULL if the file can't be used now.
struct sqlite3_stmt *db_prepare(const struct db *db, const char *sql);

/// As db_prepare(), but compiles `sql` only the first time: the same address gives the same
/// statement, reset and without bindings, which is gone when the database is closed. For at
/// most DB_KEPT_MOST texts.
struct sqlite3_stmt *db_keep(struct db *db, const char *sql);

/// Runs `sql`, which may be several statements without results.
bool db_run(const struct db *db, const char *sql);

/// Whether the last failure was of the file itself, and not of how or when it was used.
bool db_is_damaged(const struct db *db);

/// What the user should know of the last failure, as the end of a sentence that begins with the
/// path: "cannot be written: the disk is full. Free some space". Into `text` (`size` bytes).
void db_explain(const struct db *db, char *text, size_t size);

/// Copies the database, as it is between two commits, into the new file `path`, whole or not at
/// all. Returns false with the reason in `diags`.
bool db_backup(const struct db *db, const char *path, struct diags *diags);

/// Opens the backup at `path` to read, after it was looked through from end to end. Returns
/// false, with the reason in `diags`, if it is none or is damaged.
bool db_open_backup(struct db *backup, const char *path, struct diags *diags);

/// Makes an opened backup the database, brought up to date; all at once, also for other
/// programs that use it. Returns false, with the reason in `diags` and nothing changed, if it
/// can't be done.
bool db_restore(struct db *db, const struct db *backup, struct diags *diags);

/// The path of an open database; good as long as it is open.
const char *db_path(const struct db *db);
