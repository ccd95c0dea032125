// store/plan_past.h: what a plan has to know of the past.
#pragma once

#include "core/plan.h"
#include "store/memory.h"

struct plan_past {
    struct plan_habit habit; // as the last 90 days show it, in all banks
    int64_t spent_ms;        // on the local day of `now`, in all banks
};

/// Without a memory (NULL) nothing is known. What is not folded yet doesn't count.
struct plan_past plan_past(const struct memory *memory, struct fsrs_time now);
