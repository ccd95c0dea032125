// screens/settings_page.h: the parts of the settings screen: what can be set, and its view.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "ui/edit.h"
#include "ui/keyboard.h"
#include "ui/ui.h"

enum settings_tab {
    SETTINGS_LOOK,
    SETTINGS_TEXT,
    SETTINGS_PLAY,
    SETTINGS_MEMORY,
    SETTINGS_DATA,
    SETTINGS_TABS
};

/// Actions of the screen. Those up to SET_PARAMETERS are settings.
enum {
    SET_THEME = 1,
    SET_MOTION,
    SET_SOUNDS,
    SET_TEXT_SIZE,
    SET_COUNT,
    SET_SHUFFLE,
    SET_CONFIRM,
    SET_QUESTION_TIMER,
    SET_QUIZ_TIMER,
    SET_SPEED,
    SET_STREAK,
    SET_ANSWER_CARDS,
    SET_RETENTION,
    SET_NEW_CARDS,
    SET_REVIEW_CARDS,
    SET_CARD_ORDER,
    SET_NEW_PLACE,
    SET_MAXIMUM,
    SET_ROLLOVER,
    SET_LEECH,
    SET_FUZZ,
    SET_MONOTONE,
    SET_LEARNING_STEPS, // from here on fields
    SET_RELEARNING_STEPS,
    SET_PARAMETERS,
    SET_TAB,
    SET_RESET,
    SET_UNDO,
    SET_PREVIEW, // only seen
    SET_KEYS,    // of the screen keyboard
    SET_REGION,
    SET_FOLDER, // from here on things to do with what was played
    SET_LEARNER,
    SET_BACK_UP,
    SET_RESTORE,
    SET_FORGET_BANK,
    SET_FORGET_LEARNER,
    SET_FORGET_EVERYTHING,
    SET_DATA_FAULT, // only said
};

enum { SETTINGS_DATA_ROWS = SET_DATA_FAULT - SET_FOLDER + 1 };

enum { SETTINGS_FIELDS = SET_PARAMETERS - SET_LEARNING_STEPS + 1 };

enum { SETTINGS_UNDO_MAX = 32 };

/// A row of the page about data.
struct settings_datum {
    const char *help;   // the sentence below; NULL: the row is not there
    const char *button; // NULL: nothing can be done
    bool is_fault;
};

struct settings_page {
    enum settings_tab tab;
    struct settings undo[SETTINGS_UNDO_MAX]; // as they were before each change, oldest first
    int undo_count;
    bool has_changed;                   // since the page was opened
    bool has_rescheduled;               // what was changed is of the schedule
    struct edit edits[SETTINGS_FIELDS]; // what stands in the fields
    struct keyboard keyboard;
    int typing; // the field that the screen keyboard is for; 0: none
    struct settings_datum data[SETTINGS_DATA_ROWS];
    const char *folder;      // that all of it lies in
    const char *said;        // what became of the last backup; NULL: none was made
    bool has_failed;         // it could not be made
    struct arena data_arena; // of the rows
    struct arena said_arena;
};

// The page about the memory.

/// The text that a field stands for, and how many bytes it has room for.
char *settings_field_text(struct settings *settings, int id, size_t *size);

/// What is wrong with what stands in a field, NULL if it can be saved; in `arena`.
const char *settings_field_fault(int id, const char *text, struct arena *arena);

/// Turns a value of the schedule up or down. Returns false if `id` is none.
bool settings_schedule_step(struct settings *settings, int id, int by, int arg);

/// How a value of the schedule is called.
const char *settings_schedule_value(const struct settings *settings, int id,
                                    struct arena *arena);

/// Takes all about the schedule from `from`, and whether that is the same in both.
void settings_schedule_copy(struct settings *to, const struct settings *from);
bool settings_schedule_is_same(const struct settings *a, const struct settings *b);

// The preview of the page about text.

float settings_preview_height(const struct ui *ui, float width);
void settings_preview_draw(struct ui *ui, struct rect rect);

// The page about data.

/// Looks at what there is to say and to do.
void settings_data_look(struct settings_page *page, struct game *game);

/// Does one of these things. Returns false if `id` is none.
bool settings_data_act(struct settings_page *page, struct game *game, int id,
                       struct step *step);

/// Row `id` of the page.
const struct settings_datum *settings_datum(const struct settings_page *page, int id);

/// Draws the page.
void settings_page_view(const struct settings_page *page, const struct game *game,
                        struct ui *ui);
