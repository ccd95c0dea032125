// core/board.h: a board of topics by values, made of what a bank has.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/pick.h"

enum { BOARD_COLUMNS_MOST = 8, BOARD_ROWS_MOST = 8 };

/// The topic of questions without a tag, as boards and picks call it.
extern const char board_other[];

/// How large a board is, without its final question.
struct board_shape {
    int columns, rows;
};

/// The board with the most fields, of those that have at most `fields` (1 or more), a column
/// for each of at most `topics` topics, two where there are, and 6 columns of 5 fields at the
/// most, which a class can read from the back. Of equal ones that which is nearest to a square,
/// and rather wide than high: of 20 fields 5 columns of 4.
struct board_shape board_shape(int fields, int topics);

struct board_rules {
    const struct bank *bank;
    const char *const *topics; // a question counts if it has one of these; `topic_count` 0: all
    int topic_count;
    int columns, rows; // at most; 1 to BOARD_COLUMNS_MOST and BOARD_ROWS_MOST
    bool has_final;    // one question more, if there is one left
    uint64_t seed;
    const struct picked *first; // go before others of their topics: what is due
    int first_count;
};

struct board {
    int columns, rows;
    bool has_final;
    const char *const *topics; // of each column: the bank's, or board_other
    struct picked *picked;     // down each column, then the final one; zeroed: an empty cell
    int count;                 // columns x rows, and one with a final one
};

/// The topics that a board of a bank can have: its own, and one for what has none.
int board_topic_count(const struct bank *bank);

/// Lays out a board: the topics with the most questions of `first`, then those with the most
/// questions, first used first where they have as many; in each the easy questions before the
/// hard, drawn by the seed, and no question twice.
/// No column is empty. Returns false if there is no question at all. In `arena`.
bool board_make(const struct board_rules *rules, struct arena *arena, struct board *board);
