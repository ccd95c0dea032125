// The screens about learners, with what they say at most.
#include <stddef.h>

#include "screens/home.h"
#include "screens/layout_walk.h"
#include "screens/learners.h"

static const char long_path[] =
    "/home/somebody/.local/share/quartet/backups/quartet-backup-2026-11-26-2.db";

/// What there is of several learners.
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
    w->game.journal = NULL;
    w->game.memory = NULL;
    w->game.learners = (struct learners){0};
    walk_visit(w, SCREEN_LEARNERS, "learners, without a store");
}

void walk_data(struct walk *w)
{
    visit_learners(w);
}
