// store/memory_names.h: the banks and questions that rows of the memory are about. For
// store/memory*.c only.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/memory.h"
#include "store/memory_rows.h"

/// Names by the rows that questions are known by, each read when it is first asked for.
/// Zeroed: none.
struct names {
    struct folder *folder;
    struct arena *texts;
    const char **banks, **questions; // by shelf, and by known
    int64_t *shelves;                // by known; 0: not read yet, below: none
    int64_t shelf_end, known_end;
    int64_t shelf;      // the only one asked for; 0: all; below: one that isn't there
    bool is_complete;   // what has no name yet is of another learner or bank
    struct arena arena; // of the tables
};

/// Ready to ask for what the learner of `memory` knows. Returns false if the file can't be
/// used.
bool names_open(const struct memory *memory, struct folder *folder);

/// The row of the shelf of a bank; 0 if there is none.
int64_t names_shelf(struct folder *folder, const struct memory *memory, const char *bank);

/// Makes ready for the names of what is known of `bank` (NULL: of all), in `arena`. `names` is
/// good as long as `folder`.
void names_begin(struct names *names, struct folder *folder, const struct memory *memory,
                 const char *bank, struct arena *arena);

/// Gives the names of what is known as `known`. Returns false if it is of another bank.
bool names_find(struct names *names, int64_t known, const char **bank, const char **question);

/// Reads all names at once. Returns what is known in the order of banks and questions, `*count`
/// of them, as good as `names`.
const int64_t *names_read_all(struct names *names, const struct memory *memory, int64_t *count);

/// Frees the tables; the names stay.
void names_free(struct names *names);

/// A statement with the learner, a number and a text (NULL too) bound.
struct sqlite3_stmt *names_ask(struct folder *folder, const struct memory *memory,
                               const char *sql, int64_t second, const char *third);

/// Cards in review that are due before this are due on the day of `now`.
int64_t names_due_end_ms(const struct memory *memory, struct fsrs_time now);

/// `text` in `arena`; NULL stays NULL.
const char *names_copy(const char *text, struct arena *arena);

/// What is in `buf`, which is freed, in `arena`.
void *names_keep(struct buf *buf, struct arena *arena);
