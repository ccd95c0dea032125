// screens/row.h: entries of a list to choose from: banks, topics, files.
#pragma once

#include <stdbool.h>

#include "ui/ui.h"

enum row_kind {
    ROW_PLAIN,   // chosen or not
    ROW_CHECKED, // with a check box
    ROW_ICON,    // with an icon at the left
    ROW_MARK,    // with the mark of a team, a filled shape in its colour
};

struct row {
    enum row_kind kind;
    enum mask icon;     // of ROW_ICON and ROW_MARK
    const char *title;  // wraps
    const char *detail; // below, smaller; NULL for none; wraps
    const char *value;  // at the right; NULL for none
    bool is_on;         // chosen, checked
    bool is_lit;        // as a lamp is
    bool is_warned;     // the detail tells of a problem
    bool has_no_button; // where rows of a form have one
    bool is_dim;        // cannot be chosen
};

/// Pixels of height that a row of this width takes.
float row_height(const struct ui *ui, const struct row *row, float width);

/// Draws a row and declares its area; `flags` beside AREA_SELECTED.
void row_draw(struct ui *ui, struct rect rect, const struct row *row, int id, int arg,
              unsigned flags);
