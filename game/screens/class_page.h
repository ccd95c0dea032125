// screens/class_page.h: the screen that chooses a class for lessons and says who is in it.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "screens/game.h"
#include "store/classes.h"
#include "ui/edit.h"
#include "ui/keyboard.h"
#include "ui/ui.h"

enum {
    CLASS_ROW = 1, // 0: no class; from 1 on the classes there are
    CLASS_NAME,    // the field for a new one
    CLASS_ADD,
    CLASS_PUPIL, // here or absent
    CLASS_EDIT,  // opens the page of one pupil
    CLASS_NAMES, // the field for names, however many
    CLASS_ADD_NAMES,
    CLASS_USE,
    CLASS_FORGET,
    CLASS_PUPIL_NAME,
    CLASS_RENAME,
    CLASS_REMOVE,
    CLASS_UNDO,
    CLASS_KEYS,
    CLASS_REGION,
    CLASS_PUPILS_REGION,
    CLASS_PUPIL_REGION,
};

enum { CLASS_UNDO_MAX = 16 };

enum class_view { CLASS_CHOOSING, CLASS_LISTING, CLASS_RENAMING };

struct class_page {
    struct arena arena; // of names, pupils and what is said
    enum class_view shown;
    const char *const *names;
    int name_count;
    const char *name; // of the class that is shown
    struct class_list list;
    struct class_list undo[CLASS_UNDO_MAX]; // as it was before each change, oldest first
    int undo_count;
    int pupil; // that is renamed
    struct edit edit;
    struct keyboard keyboard;
    bool is_typing;
    bool is_listed;   // a whole list was added: to use the class comes next
    const char *said; // of what was added
    const char *fault;
};

void class_page_draw(const struct class_page *page, const struct game *game, struct ui *ui);

/// Pupils who are there.
int class_page_present(const struct class_list *list);
