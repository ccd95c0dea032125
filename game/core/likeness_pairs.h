// core/likeness_pairs.h: which of many questions that are gone are which of many new ones.
#pragma once

#include <stdbool.h>

#include "core/likeness.h"

/// Question `old` of those that are gone may be question `fresh` of those that are new.
struct likeness_pair {
    int old, fresh;
    double alike;
    bool is_sure; // by likeness_choose()
};

/// Finds the pairs that are alike from LIKENESS_MAYBE on, in no order. Both of a pair have a
/// word in common, in what they ask or answer; where that is only words that hundreds of
/// questions have, some pairs may be passed over. The list is in `arena`. Returns how many.
/// Pure.
int likeness_pairs(const struct likeness *olds, int old_count, const struct likeness *freshes,
                   int fresh_count, struct arena *arena, struct likeness_pair **pairs);

/// Keeps of `pairs` at most one for each question, old or new: the most alike first. One is
/// sure if it is alike from LIKENESS_SURE on and neither question has another such pair.
/// Returns how many are left. Pure; `scratch` is worked in.
int likeness_choose(struct likeness_pair *pairs, int count, int old_count, int fresh_count,
                    struct arena *scratch);
