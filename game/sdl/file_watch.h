// sdl/file_watch.h: a thread that sleeps until files in watched folders change.
#pragma once

#include <stdbool.h>

struct file_watch;

/// How long a burst of changes is waited out: until nothing came for FILE_WATCH_QUIET_MS, but
/// no longer than FILE_WATCH_BURST_MS after the first of them. A file that is still open after
/// it was written to is waited for as long as that.
enum { FILE_WATCH_QUIET_MS = 25, FILE_WATCH_BURST_MS = 150 };

/// Starts to watch; nothing is watched yet. `tell` is called by another thread when something
/// has changed, and not again before file_watch_take(). Returns NULL on systems where this is
/// not known how to do.
struct file_watch *file_watch_open(void (*tell)(void *context), void *context);

/// Ends the thread; NULL is fine.
void file_watch_close(struct file_watch *watch);

/// Watches the folder `dir` for what is written, comes, goes or is renamed under `name`; NULL:
/// under any name that ends in ".json". What is watched already is no second time. Returns
/// false if there is no such folder, or it can't be watched.
bool file_watch_add(struct file_watch *watch, const char *dir, const char *name);

/// Whether something has changed since the last call.
bool file_watch_take(struct file_watch *watch);
