// screens/pick.h: the parts of the screen that picks a bank and its topics.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "screens/game.h"
#include "ui/edit.h"
#include "ui/keyboard.h"
#include "ui/ui.h"

enum {
    PICK_BANK = 1, // which entry of the library
    PICK_TOPIC,    // which topic of the bank; after its last one what has no topic
    PICK_ALL,
    PICK_FIND,
    PICK_CLEAR, // empties Find
    PICK_COUNT,
    PICK_DIFFICULTY,
    PICK_SHUFFLE,
    PICK_TIMER,
    PICK_MEMORY, // whether the answers count for the cards
    PICK_START,
    PICK_OPEN,
    PICK_TAB,
    PICK_PROBLEMS, // shows what is wrong in the bank, or its topics again
    PICK_KEYBOARD,
    PICK_BANKS_REGION,
    PICK_TOPICS_REGION,
};

enum pick_tab { PICK_TAB_BANKS, PICK_TAB_TOPICS, PICK_TABS };

/// A topic of the bank that is looked at.
struct pick_topic {
    const char *name;  // as core/pick knows it
    const char *shown; // as it is shown
    int count;         // its questions of the difficulty that is set
    bool is_on;
};

struct pick {
    struct arena arena;      // of the bank that is looked at
    int at;                  // its number in the library; -1: none
    const struct bank *bank; // NULL: it cannot be played
    struct pick_topic *topics;
    int topic_count;
    int fitting;       // questions that pass: what topics and difficulty leave
    enum pick_tab tab; // where there is no room for both lists
    bool shows_problems;
    bool is_finding; // Find was opened: a pad or a finger types on the screen
    struct edit find;
    char needle[EDIT_MAX_BYTES]; // Find, folded
    struct keyboard keyboard;
    const char *notice; // why the file that was just dropped is not in play; NULL
};

/// The entry that is looked at, or NULL.
const struct library_entry *pick_entry(const struct pick *pick, const struct game *game);

/// Its bank, if that can be played.
const struct bank *pick_bank(const struct pick *pick, const struct game *game);

/// What a bank is listed as.
const char *pick_bank_title(const struct library_entry *entry);

/// Whether `shown` has in it what Find looks for.
bool pick_finds(const struct pick *pick, const char *shown, struct arena *scratch);

/// Why the quiz cannot start; NULL if it can.
const char *pick_refusal(const struct pick *pick, const struct game *game);

/// How many questions the quiz will have.
int pick_asked(const struct pick *pick, const struct game *game);

/// Whether there is room for one list only: banks or topics.
bool pick_has_tabs(const struct ui *ui);

/// Draws the screen.
void pick_view(const struct pick *pick, const struct game *game, struct ui *ui);
