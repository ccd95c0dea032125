#include "base/looks.h"

#include <stddef.h>
#include <stdlib.h>

static int by_address(const void *a, const void *b)
{
    uintptr_t one = (uintptr_t)((const struct look_text *)a)->text;
    uintptr_t other = (uintptr_t)((const struct look_text *)b)->text;
    return (one > other) - (one < other);
}

void looks_sort(struct look_text *texts, int count)
{
    if (count)
        qsort(texts, (size_t)count, sizeof *texts, by_address);
}

const struct look_text *looks_find(const struct looks *looks, const char *text)
{
    if (!looks || !looks->count)
        return NULL;
    const struct look_text wanted = {.text = text};
    return bsearch(&wanted, looks->texts, (size_t)looks->count, sizeof wanted, by_address);
}
