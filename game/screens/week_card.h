// screens/week_card.h: this week at a glance, for Home: leads to the statistics.
#pragma once

#include "core/stats.h"
#include "ui/ui.h"

/// Pixels of height that it needs at least.
float week_card_least_height(const struct ui *ui);

/// Draws the card and declares it as one thing to act on, (id, arg): what it shows is its name.
void week_card_draw(struct ui *ui, struct rect rect, const struct stats_week *week, int id,
                    int arg);
