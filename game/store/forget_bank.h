// store/forget_bank.h: which events are of a bank. For store/forget.c.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "store/db.h"

/// How a quiz begins once the questions of a bank are out of it.
struct forget_start {
    int64_t event;
    const char *bank, *data;
};

/// What goes with a bank. Zeroed is empty.
struct forget_list {
    struct buf events; // int64_t: the ids of those that go
    struct buf starts; // struct forget_start: of those that stay and are written anew
    struct arena arena;
};

/// Adds what goes with `bank` for `learner` (0: for all). Returns false if the file can't be
/// read.
bool forget_bank_find(const struct db *db, int64_t learner, const char *bank,
                      struct forget_list *list);

/// Zeroed is fine.
void forget_bank_free(struct forget_list *list);
