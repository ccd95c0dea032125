#include "core/bank.h"

#include <string.h>

const struct question *bank_find(const struct bank *bank, const char *id)
{
    for (int i = 0; i < bank->question_count; i++) {
        const char *own = bank->questions[i].id;
        if (own && strcmp(own, id) == 0)
            return &bank->questions[i];
    }
    return NULL;
}
