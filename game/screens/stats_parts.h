// screens/stats_parts.h: the sections of the statistics screen, each drawn below its title. For
// screens/stats_*.c.
#pragma once

#include "screens/stats.h"
#include "ui/widget.h"

/// Height in pixels at a width, and drawing it.
struct stats_part {
    float (*height)(const struct stats *stats, const struct ui *ui, float width);
    void (*draw)(const struct stats *stats, struct ui *ui, struct rect rect);
};

extern const struct stats_part stats_topics_part, stats_due_part, stats_hardest_part,
    stats_year_part, stats_time_part, stats_recall_part, stats_foreseen_part;

/// "67%".
const char *stats_percent_words(struct arena *arena, int part, int whole);

/// "67%, 2 of 3", or "none".
const char *stats_share_words(struct arena *arena, int part, int whole);

/// Height of `text` in words of a section.
float stats_words_height(const struct ui *ui, const char *text, float width);

/// Draws it from the top of `rect`, from which it is cut.
void stats_words_draw(struct ui *ui, const char *text, struct colour colour, struct rect *rect);
