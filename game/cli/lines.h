// cli/lines.h: lines that are typed or piped, waited for with a limit.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum lines_result { LINES_LINE, LINES_END, LINES_TIME_UP, LINES_INTERRUPTED };

struct lines {
    int fd;
    bool is_terminal;
    bool has_ended;
    struct buf unread; // bytes that came but were not yet asked for
    struct buf line;
};

/// Starts reading from `fd`. SIGINT, SIGTERM and SIGHUP no longer end the program but the
/// waiting, until lines_close().
void lines_open(struct lines *lines, int fd);

/// Waits at most `wait_ms` (INT64_MAX: for ever) for a line. `*line` is valid UTF-8 without
/// control characters or blanks at its ends, and lives until the next call. A last line
/// without an end counts.
enum lines_result lines_read(struct lines *lines, int64_t wait_ms, const char **line);

/// Throws away what was typed but not yet sent, as a half answer whose time is up.
void lines_discard_typed(const struct lines *lines);

/// The signal that ended the waiting; 0 if none did.
int lines_signal(void);

/// Frees everything and lets signals end the program again.
void lines_close(struct lines *lines);
