// store/memory_names.h: the banks and questions that rows of the memory are about. For
// store/memory*.c only.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/memory.h"
#include "store/memory_rows.h"

/// Names by the rows that questions are known by, each copied once. Zeroed: none.
struct names {
    const char **banks, **questions; // by shelf, and by known
    int64_t *shelves;                // by known
    int64_t bank_count, question_count;
    int64_t *order; // what is known, by bank and question
    int64_t order_count;
    int64_t shelf;      // of the one bank asked for; 0: there is none, or all were
    struct arena arena; // of the tables
};

/// Ready to ask for what the learner of `memory` knows. Returns false if the file can't be
/// used.
bool names_open(const struct memory *memory, struct folder *folder);

/// Reads the names of what is known of `bank` (NULL: of all) into `arena`.
void names_read(struct folder *folder, const struct memory *memory, const char *bank,
                struct arena *arena, struct names *names);

/// Gives the names of what is known as `known`. Returns false if it is of another bank.
bool names_find(const struct names *names, int64_t known, const char **bank,
                const char **question);

/// Frees the tables; the names stay.
void names_free(struct names *names);

/// A statement with the learner, a number and a text (NULL too) bound.
struct sqlite3_stmt *names_ask(struct folder *folder, const struct memory *memory,
                               const char *sql, int64_t second, const char *third);

/// `text` in `arena`; NULL stays NULL.
const char *names_copy(const char *text, struct arena *arena);

/// What is in `buf`, which is freed, in `arena`.
void *names_keep(struct buf *buf, struct arena *arena);
