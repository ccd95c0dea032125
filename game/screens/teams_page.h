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
    TEAMS_REPORT,
    TEAMS_DEAL, // arg: enum teams_way
    TEAMS_MARK, // from here on arg is the team: takes the next mark that is free
    TEAMS_NAME,
    TEAMS_BUZZER, // the next key or pad pressed is this team's
    TEAMS_TIME,
    TEAMS_REMOVE,
    TEAMS_ADD,
    TEAMS_TRY,  // opens the page on which buzzers are tried
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
    TEAMS_TOPIC, // arg: which; is asked about, or not
    TEAMS_ALL_TOPICS,
    TEAMS_TURN, // arg: so many pages on
    TEAMS_START,
    TEAMS_UNDO,
    TEAMS_KEYS,
    TEAMS_REGION,
    TEAMS_LESSON_REGION,
    TEAMS_TOPICS_REGION,
};

enum teams_tab { TEAMS_TAB_TEAMS, TEAMS_TAB_LESSON, TEAMS_TAB_TOPICS, TEAMS_TABS };

enum { TEAMS_UNDO_MAX = 16, TEAMS_NOBODY = -1 };

/// The teams before a change.
struct teams_before {
    char names[TEAMS_MOST][TEAM_NAME_BYTES];
    struct team teams[TEAMS_MOST];
    int count;
};

/// A topic of the bank; the last may be what has no topic.
struct teams_topic {
    const char *name;  // as core/pick knows it
    const char *shown; // as it is shown
    int count;         // its questions that can be asked in the way that is chosen
    bool is_on;
};

struct teams_page {
    struct arena arena; // of the class and who is in which team
    enum teams_tab tab;
    char class_name[PUPIL_NAME_BYTES]; // "": no class
    struct class_list list;
    bool has_report;               // the class was asked something in a lesson
    struct edit names[TEAMS_MOST]; // the names of the teams are here alone
    struct team teams[TEAMS_MOST];
    int count;
    struct lesson_wish wish;
    struct class_teams last; // that played last; no teams: none did
    const struct bank *bank; // whose topics these are; NULL: none
    struct teams_topic *topics;
    int topic_count;
    int available; // questions of the topics that are on and can be asked
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

/// No key, pad or name is waited for any more: the team may be another one.
void teams_page_ask_nothing(struct teams_page *page);

/// Adds a team with the first mark that is free; there must be one.
void teams_page_add(struct teams_page *page);

/// Keeps the teams as they are now, for undo.
void teams_page_remember(struct teams_page *page);

/// Chooses the class that plays, else the one that was here last, unless one is chosen already.
void teams_page_choose_class(struct teams_page *page, struct game *game);

/// Takes the class that is chosen, with the teams and wishes that it had last.
void teams_page_take_class(struct teams_page *page, struct game *game);

/// The screen about classes was open: another class may be chosen, or other pupils in it.
void teams_page_look_again(struct teams_page *page, struct game *game);

/// The teams with their names as they are typed, in `arena`.
struct class_teams teams_page_now(const struct teams_page *page, struct arena *arena);

/// Keeps all for the next time, unless the class was forgotten meanwhile. Returns false if it
/// should be kept, but can't.
bool teams_page_keep(const struct teams_page *page, const struct game *game);

/// Deals the pupils who are there to the teams. Returns false if there is nobody to deal so.
bool teams_page_deal(struct teams_page *page, struct game *game, enum teams_way way);

/// Lists the topics of the bank, of which those are on that were last time.
void teams_page_take_topics(struct teams_page *page, const struct bank *bank);

/// The same bank may have been read again, or another be chosen. What is on stays so.
void teams_page_follow_bank(struct teams_page *page, const struct bank *bank);

/// Counts anew after the way of playing changed.
void teams_page_count_questions(struct teams_page *page);

/// A topic is turned on or off, or all are.
void teams_page_choose_topic(struct teams_page *page, int id, int arg);

/// Whether there is a choice of topics.
bool teams_page_has_topics(const struct teams_page *page);

bool teams_page_has_all_topics(const struct teams_page *page);

/// The topics that are on, in `arena` and the bank; none if all are.
struct class_topics teams_page_topics(const struct teams_page *page, struct arena *arena);

/// What is to be remembered of the topics: those of another bank, as long as none are chosen of
/// this one.
struct class_topics teams_page_topics_to_keep(const struct teams_page *page,
                                              struct arena *arena);

/// Why there is nothing to ask; NULL if there is.
const char *teams_page_topics_fault(const struct teams_page *page);

/// "31 questions of the chosen topics can be asked.", in `arena`.
const char *teams_page_available_words(const struct teams_page *page, struct arena *arena);

/// Pupils who are there and in no team.
int teams_page_left_over(const struct teams_page *page);

/// Whether somebody who is there was in a team last time.
bool teams_page_can_repeat(const struct teams_page *page);

/// A key or pad went down, perhaps while a buzzer is asked for. Escape, and B of a pad, go on
/// to mean what they do.
struct step teams_page_press(struct teams_page *page, struct game *game,
                             const struct action *action);

/// To the page on which buzzers are tried.
struct step teams_page_try_buzzers(struct teams_page *page, struct game *game);

/// Takes what was chosen there, if somebody was.
void teams_page_take_buzzers(struct teams_page *page, struct game *game);

/// Whether a setting of the lesson does anything as the others are.
bool teams_page_has(const struct teams_page *page, int id);

/// Changes a setting of the lesson.
void teams_page_wish(struct teams_page *page, struct action action);

void teams_page_draw(const struct teams_page *page, const struct game *game, struct ui *ui);

/// The page with the topics, in `rect`.
void teams_page_draw_topics(const struct teams_page *page, struct ui *ui, struct rect rect);

/// The page with the settings of the lesson, in `rect`.
void teams_page_draw_lesson(const struct teams_page *page, struct ui *ui, struct rect rect);
