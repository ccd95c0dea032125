// screens/settings_page.h: the parts of the settings screen: what can be set, and its view.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "ui/ui.h"

enum settings_tab { SETTINGS_LOOK, SETTINGS_TEXT, SETTINGS_PLAY, SETTINGS_TABS };

/// Actions of the screen. Those up to SET_STREAK are settings.
enum {
    SET_THEME = 1,
    SET_MOTION,
    SET_TEXT_SIZE,
    SET_COUNT,
    SET_SHUFFLE,
    SET_CONFIRM,
    SET_QUESTION_TIMER,
    SET_QUIZ_TIMER,
    SET_SPEED,
    SET_STREAK,
    SET_TAB,
    SET_RESET,
    SET_UNDO,
    SET_PREVIEW, // only seen
    SET_REGION,
};

enum { SETTINGS_UNDO_MAX = 32 };

struct settings_page {
    enum settings_tab tab;
    struct settings undo[SETTINGS_UNDO_MAX]; // as they were before each change, oldest first
    int undo_count;
    bool has_changed; // since the page was opened
};

/// Draws the page.
void settings_page_view(const struct settings_page *page, const struct game *game,
                        struct ui *ui);
