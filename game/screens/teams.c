// Sets a lesson up. What was chosen is kept for the next time, also when no lesson starts.
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "core/contest.h"
#include "screens/screen.h"
#include "screens/teams_page.h"

static const struct step redraw = {.redraw = true};

const char *teams_page_usual_name(int mark)
{
    static const char *const names[TEAMS_MOST] = {N_("Owls"),  N_("Foxes"), N_("Herons"),
                                                  N_("Bears"), N_("Bees"),  N_("Whales")};
    return _(names[mark]);
}

static bool has_name(const struct teams_page *page, const char *name)
{
    for (int i = 0; i < page->count; i++) {
        if (strcmp(page->names[i].text, name) == 0)
            return true;
    }
    return false;
}

/// The usual name of the mark, or the next one if a team that changed its mark has that.
static const char *free_name(const struct teams_page *page, int mark)
{
    int at = mark;
    while (has_name(page, teams_page_usual_name(at)) && (at + 1) % TEAMS_MOST != mark)
        at = (at + 1) % TEAMS_MOST;
    return teams_page_usual_name(at);
}

void teams_page_add(struct teams_page *page)
{
    int mark = teams_free_mark(page->teams, page->count);
    page->teams[page->count] = (struct team){.mark = mark, .time_percent = 100};
    edit_set(&page->names[page->count], free_name(page, mark));
    page->count++;
}

void teams_page_ask_nothing(struct teams_page *page)
{
    page->capture = page->typing = page->named = TEAMS_NOBODY;
    page->keyboard.is_called = false;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct teams_page *page = self;
    (void)now_ms;
    teams_page_ask_nothing(page);
    teams_page_choose_class(page, game);
    teams_page_take_class(page, game);
}

static void leave(void *self, struct game *game)
{
    struct teams_page *page = self;
    teams_page_keep(page, game);
    arena_free(&page->arena);
}

void teams_page_remember(struct teams_page *page)
{
    if (page->undo_count == TEAMS_UNDO_MAX) {
        memmove(page->undo, page->undo + 1, sizeof page->undo - sizeof *page->undo);
        page->undo_count--;
    }
    struct teams_before *before = &page->undo[page->undo_count++];
    before->count = page->count;
    memcpy(before->teams, page->teams, sizeof page->teams);
    for (int i = 0; i < page->count; i++)
        snprintf(before->names[i], sizeof before->names[i], "%.63s", page->names[i].text);
}

static struct step undo(struct teams_page *page)
{
    if (!page->undo_count)
        return (struct step){0};
    const struct teams_before *before = &page->undo[--page->undo_count];
    teams_page_ask_nothing(page);
    page->count = before->count;
    memcpy(page->teams, before->teams, sizeof page->teams);
    for (int i = 0; i < page->count; i++)
        edit_set(&page->names[i], before->names[i]);
    return redraw;
}

static struct step remove_team(struct teams_page *page, int team)
{
    if (page->count <= TEAMS_LEAST)
        return (struct step){0};
    teams_page_remember(page);
    teams_page_ask_nothing(page);
    for (int i = team; i + 1 < page->count; i++) {
        page->teams[i] = page->teams[i + 1];
        page->names[i] = page->names[i + 1];
    }
    page->count--;
    return redraw;
}

static struct step next_mark(struct teams_page *page, int team)
{
    int mark = page->teams[team].mark;
    bool is_taken = true;
    while (is_taken) {
        mark = (mark + 1) % TEAMS_MOST;
        is_taken = false;
        for (int i = 0; i < page->count; i++)
            is_taken = is_taken || (i != team && page->teams[i].mark == mark);
    }
    page->teams[team].mark = mark;
    return redraw;
}

static struct step next_time(struct team *team)
{
    team->time_percent = team->time_percent == 100   ? 150
                         : team->time_percent == 150 ? 200
                                                     : 100;
    return redraw;
}

/// What would make a name too long is not taken.
static struct step type(struct teams_page *page, int team, const struct action *action)
{
    const struct edit before = page->names[team];
    // Pressed by a pad or a finger, which get the screen keyboard.
    if (action->edit == EDIT_NONE)
        page->typing = page->named = team;
    edit_apply(&page->names[team], action);
    if (page->names[team].len >= TEAM_NAME_BYTES)
        page->names[team] = before;
    return redraw;
}

static struct step press_team(struct teams_page *page, const struct action *action)
{
    int team = action->arg;
    if (team < 0 || team >= page->count)
        return (struct step){0};
    page->fault = NULL;
    switch (action->id) {
    case TEAMS_MARK:
        return next_mark(page, team);
    case TEAMS_NAME:
        return type(page, team, action);
    case TEAMS_BUZZER:
        page->capture = page->capture == team ? TEAMS_NOBODY : team;
        return redraw;
    case TEAMS_TIME:
        return next_time(&page->teams[team]);
    default:
        return remove_team(page, team);
    }
}

/// Why a lesson can't be played like this, in `arena`; NULL if it can.
static const char *find_fault(const struct class_teams *teams, const struct class_list *list,
                              struct arena *arena)
{
    struct teams_check check = teams_check(teams->teams, teams->count);
    const char *name = teams->teams[check.one].name;
    bool needs_buzzers = teams->wish.mode == CONTEST_BUZZ ||
                         (teams->wish.mode == CONTEST_BOARD && teams->wish.is_buzzed);
    if (check.fault == TEAMS_NO_NAME)
        return _("A team has no name. Type one.");
    const char *clash = check.fault == TEAMS_SAME_NAME
                            ? _("Two teams are called {1}. Give one another name.")
                        : check.fault == TEAMS_NO_PUPILS
                            ? _("Nobody is in the team {1}. Make the teams anew, or remove it.")
                            : NULL;
    if (clash)
        return fill_text(arena, clash, name, NULL);
    for (int i = 0; needs_buzzers && i < teams->count; i++) {
        if (!teams->teams[i].buzzer) {
            return fill_text(arena, _("{1} have no buzzer. Choose it, then press their key."),
                             teams->teams[i].name, NULL);
        }
    }
    if (teams->wish.mode == CONTEST_PUPILS && !list->count)
        return _("A random pupil needs a class. Choose one.");
    return NULL;
}

/// Why a lesson that can be played like this has not begun; NULL: it has.
static const char *begin(struct teams_page *page, struct game *game,
                         const struct lesson_plan *plan)
{
    struct arena *arena = &page->arena;
    const struct lesson_left *left = &game->lesson_left;
    switch (lesson_start(game, plan)) {
    case LESSON_BEGUN:
        break;
    case LESSON_UNSAVED:
        return _("That cannot be done now. What was answered has to be saved first.");
    case LESSON_LEFT:
        page->knows_left = true;
        return fill_text(arena,
                         _("A lesson is not over: {1} of {2} questions were asked. Go on with "
                           "it on Home, or start once more to give it up for a new one."),
                         fill_number(arena, left->at), fill_number(arena, left->count), NULL);
    case LESSON_EMPTY:
        return _("No question of this bank can be asked so.");
    }
    return NULL;
}

static struct step start(struct teams_page *page, struct game *game)
{
    const struct class_topics topics = teams_page_topics(page, &page->arena);
    struct lesson_plan plan = {
        .class_name = page->class_name[0] ? page->class_name : NULL,
        .pupils = page->list,
        .teams = teams_page_now(page, &page->arena),
        .topics = topics.names,
        .topic_count = topics.count,
        .seed = rng_next(&game->rng),
        .gives_up_left = page->knows_left,
    };
    page->fault = find_fault(&plan.teams, &page->list, &page->arena);
    if (!page->fault && !game_known_bank(game))
        page->fault = _("There are no questions. Choose a bank on Home.");
    const char *nothing = page->fault ? NULL : teams_page_topics_fault(page);
    if (page->fault) {
        bool is_mode = plan.teams.wish.mode == CONTEST_PUPILS && !page->list.count;
        page->tab = is_mode ? page->tab : TEAMS_TAB_TEAMS;
        return redraw;
    }
    if (nothing) {
        page->fault = nothing;
        page->tab = teams_page_has_topics(page) ? TEAMS_TAB_TOPICS : page->tab;
        return redraw;
    }
    page->fault = begin(page, game, &plan);
    return page->fault ? redraw : (struct step){.kind = STEP_GO, .to = SCREEN_LESSON};
}

static struct step stop_typing(struct teams_page *page)
{
    page->typing = TEAMS_NOBODY;
    page->keyboard.is_called = false;
    return redraw;
}

static struct step back(struct teams_page *page, const struct game *game)
{
    bool is_capturing = page->capture != TEAMS_NOBODY;
    page->capture = TEAMS_NOBODY;
    page->fault = NULL;
    if (page->typing != TEAMS_NOBODY)
        return stop_typing(page);
    if (is_capturing)
        return redraw;
    if (!page->has_failed && !teams_page_keep(page, game)) {
        page->has_failed = true;
        page->fault = _("The teams cannot be saved now. Free some space, then try again.");
        return redraw;
    }
    return (struct step){.kind = STEP_BACK};
}

static struct step open_report(const struct teams_page *page, struct game *game)
{
    if (!page->has_report)
        return (struct step){0};
    game->report_of = game->lesson.class_name; // that is shown
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_REPORT};
}

static struct step show_tab(struct teams_page *page, int tab)
{
    int tabs = teams_page_has_topics(page) ? TEAMS_TABS : TEAMS_TABS - 1;
    if (tab < 0 || tab >= tabs)
        return (struct step){0};
    page->tab = (enum teams_tab)tab;
    page->capture = page->typing = TEAMS_NOBODY;
    page->fault = NULL;
    return redraw;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct teams_page *page = self;
    switch (keyboard_update(&page->keyboard, TEAMS_KEYS, action)) {
    case KEYBOARD_IS_DONE:
        return stop_typing(page);
    case KEYBOARD_CHANGED:
        return redraw;
    case KEYBOARD_OTHER:
        break;
    }
    switch (action->id) {
    case ACTION_PRESS:
        return teams_page_press(page, game, action);
    case ACTION_BACK:
        return back(page, game);
    case ACTION_SHOWN:
        teams_page_take_buzzers(page, game);
        teams_page_look_again(page, game);
        return redraw;
    case ACTION_RELOADED:
        teams_page_follow_bank(page, game_bank(game));
        return redraw;
    case TEAMS_TAB:
        return show_tab(page, action->arg);
    case TEAMS_TURN:
        return show_tab(page, (int)page->tab + action->arg);
    case TEAMS_TOPIC:
    case TEAMS_ALL_TOPICS:
        if (page->tab == TEAMS_TAB_TOPICS)
            teams_page_choose_topic(page, action->id, action->arg);
        return redraw;
    case TEAMS_CLASS:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_CLASS};
    case TEAMS_REPORT:
        return open_report(page, game);
    case TEAMS_DEAL:
        return (struct step){.redraw =
                                 teams_page_deal(page, game, (enum teams_way)action->arg)};
    case TEAMS_MARK:
    case TEAMS_NAME:
    case TEAMS_BUZZER:
    case TEAMS_TIME:
    case TEAMS_REMOVE:
        return press_team(page, action);
    case TEAMS_ADD:
        teams_page_remember(page);
        if (page->count < TEAMS_MOST)
            teams_page_add(page);
        return redraw;
    case TEAMS_TRY:
        return teams_page_try_buzzers(page, game);
    case TEAMS_UNDO:
        return undo(page);
    case TEAMS_START:
        return start(page, game);
    default:
        break;
    }
    if (action->id < TEAMS_MODE || action->id > TEAMS_DUE_FIRST)
        return (struct step){0};
    teams_page_wish(page, *action);
    teams_page_count_questions(page);
    return redraw;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    teams_page_draw(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    const struct teams_page *page = self;
    (void)game, (void)ui;
    if (row->id == TEAMS_ALL_TOPICS)
        return page->tab == TEAMS_TAB_TOPICS;
    if (row->id == TEAMS_TAB && row->arg == TEAMS_TAB_TOPICS)
        return teams_page_has_topics(page);
    if (row->id == TEAMS_REPORT)
        return page->has_report;
    return row->id != TEAMS_UNDO || page->undo_count;
}

static bool takes_presses(const void *self, const struct game *game)
{
    const struct teams_page *page = self;
    (void)game;
    return page->capture != TEAMS_NOBODY;
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, TEAMS_TAB, TEAMS_TAB_TEAMS, "1 2", N_("Teams, Lesson")},
    {'2', 0, PAD_NONE, TEAMS_TAB, TEAMS_TAB_LESSON, NULL, NULL},
    {'3', 0, PAD_NONE, TEAMS_TAB, TEAMS_TAB_TOPICS, "3", N_("Topics")},
    {0, 0, PAD_LEFT_SHOULDER, TEAMS_TURN, -1, NULL, N_("The page before")},
    {0, 0, PAD_RIGHT_SHOULDER, TEAMS_TURN, 1, NULL, N_("The next page")},
    {'a', MOD_CTRL, PAD_WEST, TEAMS_ALL_TOPICS, 0, "Ctrl A", N_("All topics, or none")},
    {'b', 0, PAD_NONE, TEAMS_TRY, 0, "B", N_("Try the buzzers")},
    {'e', 0, PAD_NORTH, TEAMS_REPORT, 0, "E", N_("Report: what to teach again")},
    {'z', MOD_CTRL, PAD_BACK, TEAMS_UNDO, 0, "Ctrl Z", N_("Undo the last change of the teams")},
    {'u', 0, PAD_NONE, TEAMS_UNDO, 0, NULL, NULL},
    {0},
};

const struct screen screen_teams = {
    .name = "teams",
    .state_size = sizeof(struct teams_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
    .takes_presses = takes_presses,
};
