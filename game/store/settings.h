// store/settings.h: what a player chose, kept from run to run.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"

enum theme_choice { THEME_AUTO, THEME_DARK, THEME_LIGHT, THEME_HIGH_CONTRAST, THEME_CHOICES };

enum motion_choice { MOTION_AUTO, MOTION_FULL, MOTION_REDUCED, MOTION_CHOICES };

/// All settings. settings_default() is what a fresh install has.
struct settings {
    enum theme_choice theme;
    int text_percent; // 100, 115, 130, 150, 175 or 200
    enum motion_choice motion;
    int question_timer_s; // 0: off, else 5 to 600
    int quiz_timer_s;     // 0: off, else 30 to 7200
    bool confirm_answers; // choose first, then Check
    bool shuffle;
    int count;      // questions a quiz, 0: all
    int difficulty; // enum difficulty, or PICK_ANY_DIFFICULTY
    bool speed_bonus, streak_bonus;
    bool answer_cards;                             // typed or chosen, not turned over
    bool memory;                                   // quiz answers count for the memory
    int retention_percent;                         // wanted when a card is due: 70 to 99
    int new_cards, review_cards;                   // a day, 0 to 9999
    int card_order, new_place;                     // enum deck_order and deck_new
    char learning_steps[64], relearning_steps[64]; // as in core/fsrs_text.h
    int maximum_days;                              // longest interval, 1 to 36500
    int rollover_hour;                             // when a new day begins, 0 to 23
    int leech_lapses;                              // a card is a leech from then on; 0: never
    bool fuzz, monotone;                           // as in core/fsrs.h
    char parameters[640];                          // "": the usual ones
    int minutes_a_day;         // for cards, 1 to PLAN_MINUTES_MOST; 0: as long as they take
    char exam_bank[128];       // id of the bank that an exam is about; "": there is none
    char exam_date[DATE_ROOM]; // as in base/date.h; "": none
    char exam_topics[1024];    // its topics, one a line; "": all
    int window_x, window_y, window_width, window_height; // width 0: not yet known
    bool fullscreen;
    bool lesson_on_main_display; // where there are two; the host then has the other one
    bool sounds;                 // anything is to be heard
    char last_bank[128];         // id; "" for none
    char learner[64];            // who plays: the name in the journal; never ""
};

struct settings settings_default(void);

/// Reads settings from JSON by the same strict rules as banks. A missing key keeps its
/// default; an unknown or wrong one is a warning in `diags` and keeps its default.
struct settings settings_parse(const char *file, const char *text, size_t len,
                               struct diags *diags);

/// As settings_parse(), but what the text leaves out stays as in `before`.
struct settings settings_change(const struct settings *before, const char *file,
                                const char *text, size_t len, struct diags *diags);

/// Reads the settings at `path`; a missing file gives the defaults without a word.
struct settings settings_load(const char *path, struct diags *diags);

/// Writes the settings to `path` so that a crash leaves the old or the new file whole; makes
/// the folder if need be. Keys it does not know are kept. On failure returns false with the
/// reason in `diags`, and the old file stands.
bool settings_save(const struct settings *settings, const char *path, struct diags *diags);
