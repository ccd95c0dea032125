// screens/screen.h: what the app needs to know about a screen.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/action.h"
#include "ui/ui.h"

struct game;

enum screen_id {
    SCREEN_HOME,
    SCREEN_PICK,
    SCREEN_OPEN,
    SCREEN_PROBLEMS,
    SCREEN_PLAY,
    SCREEN_PAUSE,
    SCREEN_RESULTS,
    SCREEN_REVIEW,
    SCREEN_CARDS,
    SCREEN_CARDS_MENU,
    SCREEN_PLAN,
    SCREEN_EDITS,
    SCREEN_STATS,
    SCREEN_LESSON,
    SCREEN_LESSON_MENU,
    SCREEN_REPORT,
    SCREEN_ACCEPT,
    SCREEN_SETTINGS,
    SCREEN_LEARNERS,
    SCREEN_RESTORE,
    SCREEN_FORGET,
    SCREEN_CLASS,
    SCREEN_TEAMS,
    SCREEN_BUZZERS,
    SCREEN_HELP,
    SCREEN_PICTURE,
    SCREEN_COUNT
};

/// What an update asks of the app. Zeroed: stay, nothing to draw.
struct step {
    enum {
        STEP_STAY,
        STEP_GO,   // `to` takes this screen's place
        STEP_PUSH, // `to` lies on top of it
        STEP_BACK, // the one below is on top again
        STEP_HOME, // all go but Home
        STEP_ANEW, // all go but Home, and `to` lies on top of it
        STEP_QUIT
    } kind;
    enum screen_id to;
    bool redraw;
    struct ui_id focus; // gets the focus; id 0: it stays where it is
};

/// One screen. Every hook but view() may be NULL.
struct screen {
    const char *name;
    bool is_overlay;    // what lies below is drawn first
    bool takes_drops;   // gets ACTION_DROP; elsewhere a drop pauses the quiz and goes Home
    bool holds_no_bank; // points into none that the game does not ask: one that was replaced
                        // may be freed
    size_t state_size;  // the app gives the hooks this many zeroed bytes as `self`
    const struct shortcut *shortcuts; // ends with a row of zeros

    /// The screen comes into being. `game` says what it is about.
    void (*enter)(void *self, struct game *game, int64_t now_ms);

    /// It goes; what it allocated goes too.
    void (*leave)(void *self, struct game *game);

    struct step (*update)(void *self, struct game *game, const struct action *action);

    /// Draws it. The same state, size and time give the same list.
    void (*view)(const void *self, const struct game *game, struct ui *ui);

    /// Draws what the host alone sees, in a window of its own where there is a second display:
    /// `game->has_host_window` says whether it is open. It stays while the screen is anywhere
    /// in the stack.
    void (*host_view)(const void *self, const struct game *game, struct ui *ui);

    /// Draws the likely next frame `nth`, from 0 on; returns false if there are no more. Nobody
    /// sees it: it is there to have fonts and pictures ready when somebody does.
    bool (*foresee)(const void *self, const struct game *game, int nth, struct ui *ui);

    /// The same of what the host alone sees.
    bool (*foresee_host)(const void *self, const struct game *game, int nth, struct ui *ui);

    /// When update() wants an ACTION_TICK; INT64_MAX: never.
    int64_t (*wake_ms)(const void *self, const struct game *game);

    /// Whether a shortcut, its own or one for everywhere, does anything as things stand: Help
    /// leaves out what does not. NULL: they all do.
    bool (*works)(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row);

    /// Whether presses matter as such now, as those of buzzers do: while it returns true,
    /// update() gets each key and each button of a gamepad that goes down as an ACTION_PRESS.
    /// If it does nothing (a zeroed step), the press means what it always does.
    bool (*takes_presses)(const void *self, const struct game *game);

    /// The least text size that this screen is for, in percent: that of a whole room. NULL: the
    /// settings say it.
    int (*text_percent)(const void *self, const struct game *game);

    /// How what is done here goes, in some sentences that Help begins with; NULL: nothing to be
    /// told. The hook may be NULL too.
    const char *(*how)(const void *self, const struct game *game);

    /// Further shortcuts of the moment, which go before `shortcuts`; NULL if there are none.
    const struct shortcut *(*moment_shortcuts)(const void *self, const struct game *game);
};

extern const struct screen *const screens[SCREEN_COUNT];

extern const struct screen screen_home, screen_pick, screen_open, screen_problems, screen_play,
    screen_pause, screen_results, screen_review, screen_cards, screen_cards_menu, screen_plan,
    screen_edits, screen_stats, screen_class, screen_teams, screen_lesson, screen_lesson_menu,
    screen_accept, screen_report, screen_settings, screen_learners, screen_restore,
    screen_forget, screen_help, screen_picture, screen_buzzers;
