// store/relink_beside.h: relink_library() beside a loop that must not wait: another thread
// finds out what is to be done, and the loop does it.
#pragma once

#include "base/buf.h"
#include "store/relink.h"

/// What is worked out, and what it is worked out of. Zeroed: nothing.
struct relink_beside {
    const char *path;       // of the database, which is read by a connection of its own
    struct journal journal; // only to be read
    struct memory memory;
    struct library library; // its own list of banks that others own
    int64_t folded;         // the last event that all this is of
    int anew;
    int64_t stamp, wall_ms;
    int first;
    bool is_read;         // all could be read
    struct relink relink; // what was found
    struct buf events;    // to be appended: struct journal_event
    struct arena arena;   // of all this
};

/// Notes what is to be looked at: all banks of `library`, which are read, `first` (-1: any)
/// before the others. Until relink_beside_end() none of them may be freed. Returns false, with
/// nothing noted, if there is nothing to be done, or memory or journal can't be used now.
bool relink_beside_begin(struct relink_beside *work, struct memory *memory,
                         const struct library *library, int first, int64_t wall_ms);

/// Finds out what is to be done: up to the first bank where something is. For any thread.
void relink_beside_run(struct relink_beside *work);

enum relink_end {
    RELINK_DONE,  // `work->relink` tells all, as relink_library() does
    RELINK_AGAIN, // more may have to be done, or all that was found is void: begin again
    RELINK_FAILED // memory or journal can't be used now
};

/// Does what was found out, unless the banks or the memory are others since; then `relink` is
/// empty. relink_beside_free() follows.
enum relink_end relink_beside_end(struct relink_beside *work, struct memory *memory,
                                  const struct library *library);

/// Zeroed is fine.
void relink_beside_free(struct relink_beside *work);
