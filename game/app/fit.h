// app/fit.h: whether the questions of a bank are seen whole in a window.
#pragma once

#include <stdbool.h>

#include "base/diag.h"
#include "core/bank.h"

/// The size of a window in pixels.
struct fit_size {
    int width, height;
    bool is_of_lesson; // of a lesson, with the text size of the classroom
};

/// Lays out each question of `bank`, from `file`, as the window of each size would, and what
/// is said after it was missed, with the text size of the settings' default. Warns in `diags`
/// of what has to be scrolled, or is smaller than can be read from where one sits, and in a
/// lesson of questions that are read on more than one page. Returns false, with a sentence in
/// `error` (`room` bytes), if there are no fonts.
bool fit_check(const struct bank *bank, const char *file, const struct fit_size *sizes,
               int count, struct diags *diags, char *error, size_t room);
