// screens/forget.h: the screen that forgets what was played.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "screens/data_game.h"
#include "ui/edit.h"
#include "ui/keyboard.h"

enum { FORGET_FIELD = 1, FORGET_DO, FORGET_HOME, FORGET_KEYS, FORGET_REGION };

struct forget_page {
    struct arena arena;
    enum forget_scope scope;
    int64_t events; // that it is about; below 0: they can't be counted
    const char *what, *folder;
    bool is_class; // whose copies go too
    struct edit edit;
    struct keyboard keyboard;
    bool is_done;
    const char *backup;    // made before; NULL of a class
    const char *left;      // copies that still have it; NULL: none that are known
    const char *now_plays; // another learner than before; NULL: the same
    const char *fault;     // why nothing was forgotten yet
};
