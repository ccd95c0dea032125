// screens/cards_parts.h: what the files that draw flashcards share; for them alone.
#pragma once

#include "screens/cards.h"
#include "ui/widget.h"

/// Draws the header but for its two buttons, and says where they stand. Returns the content
/// below it.
struct rect cards_header(const struct game *game, struct ui *ui, struct rect *back,
                         struct rect *menu);

/// They come last: Tab gets to the card first.
void cards_header_buttons(struct ui *ui, struct rect back, struct rect menu);

/// Draws what just happened into the gap above the card, and cuts that off `rest`. The card is
/// lower only where it takes more than a line.
void cards_notice(const struct cards *cards, const struct game *game, struct ui *ui,
                  struct rect *rest);

/// Cuts the room for the buttons off `rest`, as much for one as for four.
struct rect cards_cut_buttons(const struct ui *ui, struct rect *rest);

void cards_buttons(const struct cards *cards, struct ui *ui, struct rect area);
