#include "core/fsrs_fuzz.h"

#include <math.h>

#include "base/rng.h"

enum { FUZZ_FROM_DAYS = 3 };

// How much of the interval lies between `from` and `to`.
static double part(double days, double from, double to)
{
    return days <= from ? 0 : days < to ? days - from : to - from;
}

struct fsrs_span fsrs_fuzz_span(int32_t days, int32_t maximum)
{
    if (days < FUZZ_FROM_DAYS)
        return (struct fsrs_span){days, days};
    double delta = 1 + 0.15 * part(days, 2.5, 7) + 0.10 * part(days, 7, 20) +
                   0.05 * part(days, 20, HUGE_VAL);
    // To add a half and cut rounds, for neither is ever half a day from a whole one. The least
    // is 2, from 3 days less 1.075.
    int32_t least = (int32_t)(days - delta + 0.5), most = (int32_t)(days + delta + 0.5);
    most = most < maximum ? most : maximum;
    return (struct fsrs_span){.least = least < most ? least : most, .most = most};
}

double fsrs_fuzz_chance(uint64_t seed, uint32_t repetition)
{
    // An odd factor parts the repetitions of a card from the cards with the next seeds.
    struct rng rng = rng_seed(seed ^ repetition * 0xd1342543de82ef95u);
    return (double)(rng_next(&rng) >> 11) * 0x1p-53;
}

int32_t fsrs_fuzz_pick(int32_t days, int32_t maximum, double chance)
{
    struct fsrs_span span = fsrs_fuzz_span(days, maximum);
    return span.least + (int32_t)(chance * (span.most - span.least + 1));
}
