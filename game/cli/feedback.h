// cli/feedback.h: what is said after an answer, and at the end.
#pragma once

#include "base/buf.h"
#include "core/session.h"

/// Says how right the answer of `turn` was, what it earned, what is right and why.
void feedback_add(const struct session *session, const struct turn *turn, struct buf *out);

/// Says how right the answer of `turn` was, in a few words: "Right.", "2 of 3.".
void feedback_add_verdict(const struct turn *turn, struct buf *out);

/// Says what there is to say of the answer itself: how it should be spelt, or why what was
/// chosen is wrong.
void feedback_add_details(const struct turn *turn, struct buf *out);

/// feedback_add_details() where one gap of a cloze was asked alone: `turn->mark` is its mark.
void feedback_add_gap(const struct turn *turn, int gap, struct buf *out);

/// Adds the explanation and the source, where there are any.
void feedback_add_why(const struct question *question, struct buf *out);

/// Says which picture and sound go with what is asked.
void feedback_add_media(const struct question *question, struct buf *out);

/// Says how many were right, the score, and what was missed.
void feedback_add_results(const struct session *session, struct buf *out);

/// Adds a whole number with its thousands apart: "12 000".
void feedback_add_number(struct buf *out, int64_t number);

/// Adds what is asked: the text of the question, or a cloze with its gaps.
void feedback_add_question(const struct question *question, struct buf *out);
