// The screens about data and learners, with what they say at most.
#include <stddef.h>
#include <stdio.h>

#include "screens/class_page.h"
#include "screens/forget.h"
#include "screens/home.h"
#include "screens/layout_walk.h"
#include "screens/learners.h"
#include "screens/restore.h"
#include "screens/settings_page.h"
#include "screens/teams_page.h"

static const char long_path[] =
    "/home/somebody/.local/share/quartet/backups/quartet-backup-2026-11-26-2.db";

/// The page about data in full, as after a backup.
static void visit_data(struct walk *w)
{
    struct settings_page page = {.tab = SETTINGS_DATA};
    for (int i = 0; i < SETTINGS_DATA_ROWS; i++)
        page.data[i] = (struct settings_datum){long_path, "Forget this learner", i == 2};
    page.data[SET_DATA_FAULT - SET_FOLDER].button = NULL;
    walk_in_all_sizes(w, screens[SCREEN_SETTINGS], &page, "settings, data");
    w->game.settings_fault = "settings.json cannot be saved: the disk is full; free some space";
    walk_in_all_sizes(w, screens[SCREEN_SETTINGS], &page, "settings, data, not saved");
    w->game.settings_fault = NULL;
}

static void visit_restore(struct walk *w)
{
    struct copy copies[] = {{.path = long_path}, {.path = long_path}};
    struct row rows[] = {{.title = "Thursday, 26 November 2026, 21:04",
                          .detail = "12 345 events, 12 learners\nquartet.db.replaced-1, what "
                                    "was there before going back",
                          .value = "1 234 KB"},
                         {.title = "Wednesday, 25 November 2026, 9:05",
                          .detail = "quartet-backup-2026-11-25.db",
                          .value = "111 KB",
                          .is_warned = true}};
    struct restore_page page = {.copies = copies, .rows = rows, .at = -1};
    walk_in_all_sizes(w, screens[SCREEN_RESTORE], &page, "restore, with no backup");
    page.count = 2;
    walk_in_all_sizes(w, screens[SCREEN_RESTORE], &page, "restore, the list");
    page.at = 0;
    page.fault = "quartet.db.backup-1 is no backup of Quartet, or is damaged.";
    walk_in_all_sizes(w, screens[SCREEN_RESTORE], &page, "restore, the question");
    page.is_done = true;
    page.kept = long_path;
    page.now_plays = "Anastasia";
    walk_in_all_sizes(w, screens[SCREEN_RESTORE], &page, "restore, done");
}

static void visit_forget(struct walk *w)
{
    struct forget_page page = {.scope = FORGET_LEARNER,
                               .what = "All that was done by Anastasia, in all banks, is "
                                       "forgotten.",
                               .folder = "/home/somebody/.local/share/quartet/backups",
                               .events = 123456};
    walk_in_all_sizes(w, screens[SCREEN_FORGET], &page, "forget");
    page.fault = "Type the word forget first.";
    walk_in_all_sizes(w, screens[SCREEN_FORGET], &page, "forget, without the word");
    page.is_done = true;
    page.backup = long_path;
    page.left = page.fault = long_path;
    page.now_plays = "Anastasia";
    walk_in_all_sizes(w, screens[SCREEN_FORGET], &page, "forget, done");
    page.backup = NULL;
    walk_in_all_sizes(w, screens[SCREEN_FORGET], &page, "forget, done with a class");
}

static struct class_pupil pupils[] = {
    {"Ada", false},  {"Maximilian Featherstonehaugh from the back row", true},
    {"Cleo", false}, {"Daniel", false},
    {"Eve", false},  {"Felicitas", false}};

enum { PUPILS = sizeof pupils / sizeof *pupils };

static void visit_classes(struct walk *w)
{
    static const char *const names[] = {"8b", "10c, the second group of biology"};
    struct class_page page = {.names = names, .name_count = 2, .name = names[1]};
    walk_in_all_sizes(w, screens[SCREEN_CLASS], &page, "class, the list");
    page.fault =
        "10c, the second group of biology is a learner already. Give the class another "
        "name.";
    page.is_typing = true;
    walk_in_all_sizes(w, screens[SCREEN_CLASS], &page, "class, with a fault");
    page.fault = NULL;
    page.is_typing = false;
    page.shown = CLASS_LISTING;
    walk_in_all_sizes(w, screens[SCREEN_CLASS], &page, "class, with nobody");
    page.list = (struct class_list){pupils, PUPILS};
    page.undo_count = 1;
    page.said = "Maximilian Featherstonehaugh is no longer in the class. U brings them back.";
    walk_in_all_sizes(w, screens[SCREEN_CLASS], &page, "class, its pupils");
    page.shown = CLASS_RENAMING;
    page.pupil = 1;
    edit_set(&page.edit, pupils[1].name);
    walk_in_all_sizes(w, screens[SCREEN_CLASS], &page, "class, a pupil");
}

static void visit_buzzers(struct walk *w)
{
    static struct buzzers_page page;
    struct buzzers *buzzers = &w->game.buzzers;
    buzzers->count = TEAMS_MOST;
    for (int i = 0; i < TEAMS_MOST; i++)
        buzzers->teams[i] = (struct team){.name = teams_page_usual_name(i), .mark = i};
    buzzers->teams[0].buzzer = KEY_RIGHT_SHIFT;
    buzzers->teams[1].buzzer = BUZZER_PADS + 2;
    buzzers->teams[2].name = "The sons and daughters of the amazing Dr Aaronson";
    buzzers->teams[2].buzzer = KEY_SCROLL_LOCK;
    page = (struct buzzers_page){.capture = BUZZERS_NOBODY, .back = BUZZERS_NOBODY};
    page.lit_until_ms[0] = INT64_MAX;
    page.is_tried[2] = true;
    walk_in_all_sizes(w, screens[SCREEN_BUZZERS], &page, "buzzers, one gone");
    buzzers->pads_here = buzzers_bit(2);
    buzzers->why = BUZZERS_MOVED;
    walk_in_all_sizes(w, screens[SCREEN_BUZZERS], &page, "buzzers, moved");
    page.capture = 2;
    page.undo_count = 1;
    walk_in_all_sizes(w, screens[SCREEN_BUZZERS], &page, "buzzers, one asked for");
    page.is_each = true;
    page.fault = "Right Shift is the buzzer of Owls. Press another one.";
    walk_in_all_sizes(w, screens[SCREEN_BUZZERS], &page, "buzzers, each asked for");
    *buzzers = (struct buzzers){.why = BUZZERS_ASKED};
}

static void visit_teams(struct walk *w)
{
    static const int some[] = {0, 1, 2}, others[] = {3, 4};
    static struct teams_page page;
    page = (struct teams_page){.capture = TEAMS_NOBODY,
                               .typing = TEAMS_NOBODY,
                               .named = TEAMS_NOBODY,
                               .wish = lesson_wish_usual()};
    for (; page.count < TEAMS_MOST; page.count++) {
        page.teams[page.count] = (struct team){.mark = page.count, .time_percent = 150};
        edit_set(&page.names[page.count], teams_page_usual_name(page.count));
        if (page.count == TEAMS_LEAST - 1)
            walk_in_all_sizes(w, screens[SCREEN_TEAMS], &page, "teams");
    }
    snprintf(page.class_name, sizeof page.class_name, "10c, the second group of biology");
    page.list = (struct class_list){pupils, PUPILS};
    page.teams[0].pupils = some;
    page.teams[0].pupil_count = 3;
    page.teams[0].buzzer = 'q';
    page.teams[1].pupils = others;
    page.teams[1].pupil_count = 2;
    page.teams[1].buzzer = BUZZER_PADS + 2;
    page.has_report = true;
    page.last.count = 1;
    page.last.teams[0].pupil_count = 1;
    page.capture = 2;
    page.undo_count = 1;
    page.fault = "Q is the buzzer of Owls. Press another one.";
    walk_in_all_sizes(w, screens[SCREEN_TEAMS], &page, "teams of a class");
    page.count = 4;
    page.capture = TEAMS_NOBODY;
    page.typing = 1;
    walk_in_all_sizes(w, screens[SCREEN_TEAMS], &page, "teams, typing a name");
    page.typing = TEAMS_NOBODY;
    page.tab = TEAMS_TAB_LESSON;
    page.fault = NULL;
    page.wish.limit_s = 90;
    page.wish.mode = 4;
    walk_in_all_sizes(w, screens[SCREEN_TEAMS], &page, "teams, the lesson");
    page.fault = "A random pupil needs a class. Choose one.";
    page.wish.is_calm = true;
    walk_in_all_sizes(w, screens[SCREEN_TEAMS], &page, "teams, a calm lesson");
    static struct teams_topic topics[] = {
        {"Cells", "Cells", 52, true},
        {"Energy", "How living things get, store and use their energy", 7, false},
        {"Other", "Other", 131, true}};
    page.topics = topics;
    page.topic_count = (int)(sizeof topics / sizeof *topics);
    page.available = 190;
    page.tab = TEAMS_TAB_TOPICS;
    page.fault = "Hands can be counted for choices only, and no question has them.";
    walk_in_all_sizes(w, screens[SCREEN_TEAMS], &page, "teams, topics");
}

/// What there is of several learners, and of all that they did.
static void visit_learners(struct walk *w)
{
    static const char *const names[] = {"me", "Anastasia", "Maximilian from the back row"};
    struct journal journal = {.path = long_path, .learner = names[1], .db.state = DB_OPEN};
    struct memory memory = {0};
    struct learners_page page = {0};
    const struct home home = {0};
    w->game.learners.names = names;
    w->game.learners.count = 3;
    w->game.journal = &journal;
    walk_in_all_sizes(w, screens[SCREEN_HOME], &home, "home, with learners");
    w->game.journal->learner = names[2];
    walk_in_all_sizes(w, screens[SCREEN_HOME], &home, "home, with a long name");
    w->game.memory = &memory;
    walk_in_all_sizes(w, screens[SCREEN_LEARNERS], &page, "learners");
    page.is_typing = true;
    page.fault = "This name is too long. Type a shorter one.";
    walk_in_all_sizes(w, screens[SCREEN_LEARNERS], &page, "learners, while typing");
    visit_restore(w);
    visit_forget(w);
    visit_classes(w);
    visit_teams(w);
    visit_buzzers(w);
    w->game.journal = NULL;
    w->game.memory = NULL;
    w->game.learners = (struct learners){0};
    walk_visit(w, SCREEN_LEARNERS, "learners, without a store");
    walk_visit(w, SCREEN_FORGET, "forget, without a store");
}

void walk_data(struct walk *w)
{
    visit_data(w);
    visit_learners(w);
}
