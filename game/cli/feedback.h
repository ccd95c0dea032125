// cli/feedback.h: what is said after an answer, and at the end.
#pragma once

#include "base/buf.h"
#include "core/session.h"

/// Says how right the answer of `turn` was, what it earned, what is right and why.
void feedback_add(const struct session *session, const struct turn *turn, struct buf *out);

/// Says how many were right, the score, and what was missed.
void feedback_add_results(const struct session *session, struct buf *out);

/// Adds a whole number with its thousands apart: "12 000".
void feedback_add_number(struct buf *out, int64_t number);

/// Adds what is asked: the text of the question, or a cloze with its gaps.
void feedback_add_question(const struct question *question, struct buf *out);
