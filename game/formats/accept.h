// formats/accept.h: an answer that the judge did not know, and takes from now on.
#pragma once

#include "core/question.h"
#include "formats/patch.h"

enum accept_outcome {
    ACCEPT_DONE,
    ACCEPT_GONE,    // the text has no such question any more, or it is none for typed answers
    ACCEPT_KNOWN,   // the answer is in its list, among the right or the wrong ones
    ACCEPT_REFUSED, // with it the bank would be read otherwise than before
};

/// Notes in `patch`, which has the text of a bank, that `question` takes `answer` too. It is
/// found there by its id, or without one by what it asks and takes. What is typed there is
/// never shown as the right answer: the first of the list stays that.
///
/// "answer" becomes a list, or its list becomes longer; if the text was laid out as
/// json_layout() does it, it is afterwards. The text with the change has no problem that it did
/// not have before: else nothing is noted. Pure.
enum accept_outcome accept_answer(struct patch *patch, const struct question *question,
                                  const char *answer);
