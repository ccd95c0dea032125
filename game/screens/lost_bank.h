// screens/lost_bank.h: a bank whose file is gone.
#pragma once

#include <stdbool.h>

#include "ui/ui.h"

struct game;

/// The bank that was played last, if its file was moved or deleted. Zeroed: none.
struct lost_bank {
    char id[128];   // as settings.last_bank
    char name[256]; // of its file
    bool is_open;   // it was read before, and can be played until the program ends
    bool is_known;  // its file is gone indeed, and something is known of its questions
    bool is_counted;
    int due; // cards
};

/// Notes that the bank with this id is not in the library.
void game_lose_bank(struct game *game, const char *id);

/// Looks whether the file of the bank that is chosen is there, and what is known of a bank that
/// was lost.
void game_look_for_lost(struct game *game);

/// What is said of it; NULL: nothing.
const char *lost_bank_words(const struct game *game, const struct ui *ui);
