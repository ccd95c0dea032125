// screens/learners.h: the screen that asks who plays.
#pragma once

#include <stdbool.h>

#include "ui/edit.h"
#include "ui/keyboard.h"

enum {
    LEARNERS_ROW = 1, // which of `game->learners`
    LEARNERS_FIELD,
    LEARNERS_ADD,
    LEARNERS_KEYS,
    LEARNERS_REGION,
};

struct learners_page {
    struct edit edit; // the name of a new one
    struct keyboard keyboard;
    bool is_typing;
    const char *fault; // why the last name does not do
};
