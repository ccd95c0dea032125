// core/kinds/kind.h: what is particular to a kind of question: a row a kind, a file a row.
#pragma once

#include <stdbool.h>

#include "core/mark.h"

struct kind_rules {
    const char *name; // as banks write it: "choice"

    /// Fills `ask->shown` and `ask->shown_count`. NULL where nothing is shown.
    void (*show)(struct ask *ask, struct rng *rng);

    /// As mark_answer().
    struct mark (*mark)(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch);

    /// As answer_is_complete().
    bool (*is_complete)(const struct ask *ask, const struct answer *answer);
};

extern const struct kind_rules kind_choice, kind_multi, kind_truefalse, kind_text, kind_number,
    kind_order, kind_match, kind_cloze, kind_card;

/// The rules of `kind`, an enum kind below KIND_COUNT.
const struct kind_rules *kind_rules(int kind);

/// The kind that banks call `name`, or KIND_COUNT if there is none.
enum kind kind_find(const char *name);

/// A mark of `credit` with the plain verdict that goes with it: exact, partly or wrong.
struct mark kind_mark(int credit);

/// `right` of `parts` as credit in thousandths, rounded; only all is full credit.
int kind_share(int right, int parts);

/// Fills `ask->shown` with 0 to `count` - 1, at most ASK_PLACES, and mixes them if
/// `is_shuffled`.
void kind_show_all(struct ask *ask, int count, bool is_shuffled, struct rng *rng);

/// Whether the first `count` of `places` are different numbers below `bound`.
bool kind_are_different(const uint8_t *places, int count, int bound);
