// store/db_backup.h: copies of the database beside it. For store/db.c and store/journal.c.
#pragma once

#include "store/db.h"

enum { DB_BACKUPS = 3 };

/// Opens the database at `path` to read and looks through all of it. NULL if it isn't sound.
struct sqlite3 *db_backup_open(const char *path);

/// Copies all of one open database over another, in one transaction. Returns SQLite's result.
int db_backup_copy(struct sqlite3 *to, struct sqlite3 *from);

/// What the user should know of such a result, and can do.
const char *db_backup_reason(int result);

/// Makes `path`.backup-1 of the database at `path`; the one that was there becomes the second,
/// that one the third. Returns false with the reason in `diags`; then the old ones stand.
bool db_backup_rotate(const struct db *db, const char *path, struct diags *diags);

/// Takes away all backups of `path` but `kept`, counted from 1, the newest; 0: all. What can't
/// be removed is in `diags`.
void db_backup_remove(const char *path, int kept, struct diags *diags);

/// Whether the newest backup of `path` is missing or older than a day.
bool db_backup_is_due(const char *path);

/// Puts the damaged, closed database at `path` aside as `path`.damaged-N, and the newest backup
/// that is good in its place, or nothing. Says so in `diags`; returns whether that worked.
bool db_backup_replace(const char *path, struct diags *diags);
