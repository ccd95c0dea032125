// store/forget_class.h: takes a class out of the copies of the database.
#pragma once

#include <stdbool.h>

#include "base/diag.h"

/// Takes the learner `name` out of all copies of the database at `db_path` that Quartet made
/// beside it and in copies_folder(): each is written anew without it, whole or not at all, and
/// keeps all else. A damaged one, which can't be, is removed with a warning, and so is what a
/// backup left that was broken off. Other copies beside the database that have the class are
/// left alone and named, and so are its reports that were saved. Returns false, with the reason
/// in `diags`, if a copy may have it still.
bool forget_class_copies(const char *db_path, const char *name, struct diags *diags);
