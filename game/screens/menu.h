// screens/menu.h: a title, a sentence, and what can be done, one under the other.
#pragma once

#include <stdbool.h>

#include "ui/widget.h"

struct menu_entry {
    const char *label; // not yet translated
    int id;
};

struct menu {
    const char *title, *sentence;
    bool is_warning;                  // the sentence
    const struct menu_entry *entries; // the first is the primary
    int count;
    const struct hint *hints;
    int hint_count;
    int region; // to scroll in
};

void menu_view(struct ui *ui, const struct menu *menu);
