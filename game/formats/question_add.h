// formats/question_add.h: a question behind those that a bank has.
#pragma once

#include "formats/json_scan.h"
#include "formats/patch.h"

/// What somebody typed: UTF-8 without control characters.
struct new_question {
    const char *question;
    const char *const *answers; // at least one; several are all right
    int answer_count;
    const char *const *wrong; // may be none
    int wrong_count;
    const char *explanation; // NULL or "": none
};

/// Adds the question as JSON to `out`, on one line if `new_line` is NULL; else a line for each
/// field, each beginning with `new_line`, a line end and the question's own indent.
///
/// Without wrong choices "true" and "false", in any case, make a statement, and digits a
/// number.
void question_write(const struct new_question *question, const char *new_line, struct buf *out);

/// Notes in `patch` that the question follows the last one, as that is laid out. `scan` has the
/// questions of its text as elements. Returns false if the text has no list of questions.
bool question_add(struct patch *patch, const struct json_scan *scan,
                  const struct new_question *question);
