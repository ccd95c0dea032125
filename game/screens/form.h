// screens/form.h: a page that says something, and asks to choose from a list, to type, or to
// go on.
#pragma once

#include <stdbool.h>

#include "screens/row.h"
#include "ui/edit.h"
#include "ui/keyboard.h"
#include "ui/widget.h"

struct form_part {
    const char *text; // NULL: not there

    enum { FORM_WORDS, FORM_STRONG, FORM_DETAIL, FORM_FAULT, FORM_GOOD } role;
};

enum { FORM_PARTS = 6 };

/// What stands on the page, from top to bottom. Zeroed or NULL: not there.
struct form {
    const char *title;
    struct form_part parts[FORM_PARTS];

    const struct row *rows;
    int row_count, row_id; // the number of a row is its arg
    int row_first;         // has the focus when the page opens; -1: the field has
    bool is_primary_first; // the button at the bottom right has, and neither of these
    unsigned row_flags;    // AREA_* of each row
    int row_button_id;     // each row has a button with an icon at its right; 0: none
    enum mask row_button_icon;
    const char *row_button_name;

    const struct edit *field;
    const char *label, *placeholder; // above it; within it while it is empty
    int field_id, keys_id;           // of the field, and of the screen keyboard for it
    const struct keyboard *keyboard;
    bool is_typing;    // a pad or a finger gets the screen keyboard
    const char *done;  // written on its key at the bottom right
    const char *fault; // what is wrong with what was typed, in place of the label

    const char *primary, *other; // buttons at the foot; Enter presses the first
    int primary_id, other_id;
    const struct hint *hints; // in place of the usual ones
    int hint_count;
    int region_id;
};

void form_draw(struct ui *ui, const struct form *form);
