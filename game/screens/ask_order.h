// screens/ask_order.h: the parts of the view of order questions.
#pragma once

#include "screens/ask.h"

/// The text of an item.
const char *order_item(const struct ask *ask, int item);

/// Pixels that the numbers of the places take at the left of the rows.
float order_number_width(const struct ui *ui);
void order_draw_number(struct ui *ui, struct rect row, int number);

/// As the hooks of the same name in struct ask_view.
float order_answered_height(const struct ask_context *context, const struct ui *ui,
                            float width);
void order_answered(const struct ask_context *context, struct ui *ui, struct rect area);
