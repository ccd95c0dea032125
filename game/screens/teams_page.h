// screens/teams_page.h: the screen that sets a lesson up: who plays, and how.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "core/teams.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "store/classes.h"
#include "ui/edit.h"
#include "ui/keyboard.h"
#include "ui/ui.h"

enum {
    TEAMS_TAB = 1,
    TEAMS_CLASS, // opens the screen about classes
    TEAMS_DEAL,  // arg: enum teams_way
    TEAMS_MARK,  // from here on arg is the team: takes the next mark that is free
    TEAMS_NAME,
    TEAMS_BUZZER, // the next key or pad pressed is this team's
    TEAMS_TIME,
    TEAMS_REMOVE,
    TEAMS_ADD,
    TEAMS_MODE, // arg: enum contest_mode
    TEAMS_QUESTIONS,
    TEAMS_ROUNDS,
    TEAMS_LIMIT,
    TEAMS_TEXT,
    TEAMS_CALM,
    TEAMS_ACCURACY,
    TEAMS_BUZZED,
    TEAMS_HIDE_NAMES,
    TEAMS_TOP_THREE,
    TEAMS_DUE_FIRST,
    TEAMS_START,
    TEAMS_UNDO,
    TEAMS_KEYS,
    TEAMS_REGION,
    TEAMS_LESSON_REGION,
};

enum teams_tab { TEAMS_TAB_TEAMS, TEAMS_TAB_LESSON, TEAMS_TABS };

enum { TEAMS_UNDO_MAX = 16, TEAMS_NOBODY = -1 };

/// The teams before a change.
struct teams_before {
    char names[TEAMS_MOST][TEAM_NAME_BYTES];
    struct team teams[TEAMS_MOST];
    int count;
};

struct teams_page {
    struct arena arena; // of the class and who is in which team
    enum teams_tab tab;
    char class_name[PUPIL_NAME_BYTES]; // "": no class
    struct class_list list;
    struct edit names[TEAMS_MOST]; // the names of the teams are here alone
    struct team teams[TEAMS_MOST];
    int count;
    struct lesson_wish wish;
    struct class_teams last;                  // that played last; no teams: none did
    struct teams_before undo[TEAMS_UNDO_MAX]; // oldest first
    int undo_count;
    int capture; // the team whose buzzer is asked for, or TEAMS_NOBODY
    int typing;  // the team whose name the screen keyboard is for, or TEAMS_NOBODY
    int named; // and the last of these, or TEAMS_NOBODY: its name asks for the focus after that
    struct keyboard keyboard;
    bool has_failed;   // that the teams can't be saved was said: Back leaves without
    bool knows_left;   // that a lesson of the class is not over was said
    const char *fault; // why the lesson does not start, or a key is no buzzer
};

/// Animals, as good names for teams as any; by the team's mark.
const char *teams_page_usual_name(int mark);

/// Pupils who are there and in no team.
int teams_page_left_over(const struct teams_page *page);

/// Whether somebody who is there was in a team last time.
bool teams_page_can_repeat(const struct teams_page *page);

/// A key or pad went down, perhaps while a buzzer is asked for. Escape goes on to mean what it
/// does.
struct step teams_page_press(struct teams_page *page, const struct action *action);

/// Whether a setting of the lesson does anything as the others are.
bool teams_page_has(const struct teams_page *page, int id);

/// Changes a setting of the lesson.
void teams_page_wish(struct teams_page *page, struct action action);

void teams_page_draw(const struct teams_page *page, const struct game *game, struct ui *ui);

/// The page with the settings of the lesson, in `rect`.
void teams_page_draw_lesson(const struct teams_page *page, struct ui *ui, struct rect rect);
