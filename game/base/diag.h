// base/diag.h: problems found in what people wrote, each with its place.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

enum { DIAGS_KEPT = 50 };

enum diag_severity { DIAG_WARNING, DIAG_ERROR };

/// A place in a text file. Lines and columns count from 1, columns in characters (code
/// points), as editors do; line 0 means the whole file.
struct place {
    const char *file; // outlives the diags it is given to
    int line, column;
};

struct diag {
    enum diag_severity severity;
    struct place place;
    const char *rule;    // the name of what it breaks; NULL: none
    const char *message; // what was found, what is allowed; no full stop at the end
    const char *excerpt; // the line, cut around the place when it is long; NULL without one
    const char *before;  // the line before it, cut likewise; NULL: none, a blank or a far one
    int caret;           // where in `excerpt` the place is, in characters from 0
    int caret_width;     // how many characters are meant, at least 1
};

/// What would mend a problem: `put` in the place of `len` bytes at `at` of the text.
struct diag_fix {
    size_t at, len;
    const char *put;
};

/// A growing list. Zeroed but for `arena` is empty; the texts live in `arena`. It keeps the
/// first DIAGS_KEPT problems by place and counts them all.
struct diags {
    struct arena *arena;
    struct diag *items;      // in the order of their places
    const char *rule;        // what those that are added next break; lives as long as they
    size_t count;            // kept
    size_t errors, warnings; // found, kept or not
    struct buf *fixes;       // struct diag_fix, where there is no doubt; NULL: not wanted
};

/// Adds a problem at `place`, which is `width` characters wide. `text` (`len` bytes, NULL for
/// none) is the whole file, of which the line is copied; `at` is the byte of the place in it.
/// `format` is as for printf().
#if defined(__GNUC__)
__attribute__((format(printf, 8, 9)))
#endif
void diag_add(struct diags *diags, enum diag_severity severity, struct place place, int width,
              const char *text, size_t len, size_t at, const char *format, ...);

/// Whether nothing at `place` or behind it is kept any more; then a problem there is counted,
/// and its words need not be made.
bool diag_count_only(struct diags *diags, enum diag_severity severity, struct place place);

/// Notes what would mend a problem beyond doubt, kept or not, if that is wanted. `put` is
/// copied.
void diag_fix(struct diags *diags, size_t at, size_t len, const char *put);

/// Adds a problem with no place in a text, as "cannot be opened".
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void diag_add_file(struct diags *diags, enum diag_severity severity, const char *file,
                   const char *format, ...);

/// Adds a file's name as a terminal may be shown it: "?" stands for each byte of a control
/// character, which could move the cursor. All others stay, also those that are no UTF-8: by
/// them the file is opened.
void diag_add_name(struct buf *out, const char *file);

/// Writes a problem as compilers do, so that editors can jump to it:
/// `FILE:LINE:COLUMN: error: MESSAGE [RULE]`, then the line and a caret under the place.
void diag_print(const struct diag *diag, struct buf *out);
