// cli/record.h: what was answered in the banks of a command line, for commands that count it.
#pragma once

#include "base/date.h"
#include "cli/banks.h"
#include "core/stats.h"
#include "store/memory.h"

/// Zeroed is empty.
struct record {
    struct banks banks;
    struct library library;
    struct journal journal;
    struct memory memory;
    struct arena arena;
    const struct bank **chosen; // the banks that were named and could be read, else all
    int chosen_count;
    bool is_all; // none was named: answers in banks that are not there count too
    struct fsrs_time now;
    struct stats_source source; // by record_open()
    char today[DATE_ROOM];
};

/// What time it is, or what a command line says that it is.
struct fsrs_time record_now(const struct cli *cli);

/// Reads banks and memory. Returns false after a message on standard error if that cannot be;
/// record_close() is wanted in any case.
bool record_find(struct record *record, const struct cli *cli);

/// record_find(), and what was answered if it `has_past`. Returns false after a
/// message on standard error if that cannot be; record_close() is wanted in any case.
bool record_open(struct record *record, const struct cli *cli, bool has_past);

/// Who or what is counted, as a title: "all banks", "Biology", "3 banks".
const char *record_title(struct record *record);

/// Writes `text` to standard output, safe for a terminal.
void record_print(const struct buf *text);

void record_close(struct record *record);
