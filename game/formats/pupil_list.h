// formats/pupil_list.h: the pupils of a class, from a list that somebody typed or exported.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "core/team.h"

enum { PUPILS_MOST = 200, PUPIL_NAME_BYTES = TEAM_NAME_BYTES };

struct pupil_list {
    const char **names; // no two the same, each shorter than PUPIL_NAME_BYTES
    int count;          // at most PUPILS_MOST
};

/// Reads the names in the `len` bytes at `text` into `arena`: one a line, or several, between
/// tabs, semicolons or commas (the first of these that there is). Fields may be quoted as in
/// CSV. A first row with words as "Name" or "First name" says which columns count. Numbers and
/// bullets before a name go.
///
/// Problems are in `diags`, with line and column in `file`, a name to print. A name that is
/// there twice gets a number, with a warning; what cannot be a name is left out, with an error.
/// Pure: same text, same list.
struct pupil_list pupil_list_read(const char *file, const char *text, size_t len,
                                  struct arena *arena, struct diags *diags);

/// `text`, valid UTF-8, as a name of a pupil, a class or a team is written, in `arena`: without
/// blanks at its ends and what cannot be seen. NULL if it has no letter or digit, or is not
/// shorter than PUPIL_NAME_BYTES. Pure.
const char *pupil_list_name(const char *text, struct arena *arena);
