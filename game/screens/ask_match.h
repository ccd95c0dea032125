// screens/ask_match.h: the parts of the view of match questions.
#pragma once

#include "screens/ask.h"

/// The letter of a place at the right: "A".
const char *match_letter(int place);

/// As the hooks of the same name in struct ask_view.
float match_answered_height(const struct ask_context *context, const struct ui *ui,
                            float width);
void match_answered(const struct ask_context *context, struct ui *ui, struct rect area);
