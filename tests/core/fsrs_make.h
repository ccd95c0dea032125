// core/fsrs_make.h: helpers for tests of the memory model.
#pragma once

#include <math.h>
#include <stdbool.h>

#define NO_NUMBER ((double)NAN)

static inline bool is_near(double value, double wanted)
{
    return fabs(value - wanted) <= 1e-12 * fabs(wanted);
}
