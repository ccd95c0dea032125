#include "screens/screen.h"

const struct screen *const screens[SCREEN_COUNT] = {
    [SCREEN_HOME] = &screen_home,         [SCREEN_PICK] = &screen_pick,
    [SCREEN_OPEN] = &screen_open,         [SCREEN_PROBLEMS] = &screen_problems,
    [SCREEN_PLAY] = &screen_play,         [SCREEN_PAUSE] = &screen_pause,
    [SCREEN_RESULTS] = &screen_results,   [SCREEN_REVIEW] = &screen_review,
    [SCREEN_CARDS] = &screen_cards,       [SCREEN_CARDS_MENU] = &screen_cards_menu,
    [SCREEN_PLAN] = &screen_plan,         [SCREEN_EDITS] = &screen_edits,
    [SCREEN_STATS] = &screen_stats,       [SCREEN_CLASS] = &screen_class,
    [SCREEN_TEAMS] = &screen_teams,       [SCREEN_BUZZERS] = &screen_buzzers,
    [SCREEN_LESSON] = &screen_lesson,     [SCREEN_LESSON_MENU] = &screen_lesson_menu,
    [SCREEN_REPORT] = &screen_report,     [SCREEN_ACCEPT] = &screen_accept,
    [SCREEN_SETTINGS] = &screen_settings, [SCREEN_LEARNERS] = &screen_learners,
    [SCREEN_RESTORE] = &screen_restore,   [SCREEN_FORGET] = &screen_forget,
    [SCREEN_HELP] = &screen_help,         [SCREEN_PICTURE] = &screen_picture,
};
