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

static void add_team(struct teams_page *page)
{
    int mark = teams_free_mark(page->teams, page->count);
    page->teams[page->count] = (struct team){.mark = mark, .time_percent = 100};
    edit_set(&page->names[page->count++], teams_page_usual_name(mark));
}

static bool is_kept(const struct game *game)
{
    return game->journal && game->journal->path;
}

/// No key, pad or name is waited for any more: the team may be another one.
static void ask_nothing(struct teams_page *page)
{
    page->capture = page->typing = page->named = TEAMS_NOBODY;
    page->keyboard.is_called = false;
}

static void take_teams(struct teams_page *page, const struct class_teams *teams)
{
    ask_nothing(page);
    page->count = teams->count;
    for (int i = 0; i < teams->count; i++) {
        page->teams[i] = teams->teams[i];
        edit_set(&page->names[i], teams->teams[i].name);
    }
}

/// Takes the class that is chosen, with the teams and wishes that it had last.
static void take_class(struct teams_page *page, const struct game *game)
{
    page->list = (struct class_list){0};
    page->last = (struct class_teams){.wish = lesson_wish_usual()};
    page->knows_left = false;
    snprintf(page->class_name, sizeof page->class_name, "%s", game->lesson.class_name);
    page->undo_count = 0;
    if (is_kept(game)) {
        if (page->class_name[0]) {
            classes_read(game->journal, page->class_name, game_wall(game).at_ms, &page->arena,
                         &page->list);
        }
        classes_read_teams(game->journal, lesson_learner(game, page->class_name, &page->arena),
                           &page->list, &page->arena, &page->last);
    }
    page->wish = page->last.wish;
    if (page->last.count)
        take_teams(page, &page->last);
    while (page->count < TEAMS_LEAST)
        add_team(page);
}

static int find_pupil(const struct class_list *list, const char *name)
{
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->pupils[i].name, name) == 0)
            return i;
    }
    return -1;
}

/// The pupils of a team where they are in the new list; who is gone or absent leaves.
static void move_pupils(struct teams_page *page, struct team *team,
                        const struct class_list *now)
{
    int *places = ARENA_ARRAY(&page->arena, team->pupil_count + 1, int), count = 0;
    for (int i = 0; i < team->pupil_count; i++) {
        int place = find_pupil(now, page->list.pupils[team->pupils[i]].name);
        if (place >= 0 && !now->pupils[place].is_absent)
            places[count++] = place;
    }
    team->pupils = places;
    team->pupil_count = count;
}

/// The screen about classes was open: another class may be chosen, or other pupils in it.
static struct step look_again(struct teams_page *page, const struct game *game)
{
    struct class_list now;
    if (strcmp(page->class_name, game->lesson.class_name) != 0) {
        for (int i = 0; i < page->count; i++)
            page->teams[i].pupil_count = 0;
        take_class(page, game);
    } else if (page->class_name[0] && is_kept(game)) {
        classes_read(game->journal, page->class_name, game_wall(game).at_ms, &page->arena,
                     &now);
        for (int i = 0; i < page->count; i++)
            move_pupils(page, &page->teams[i], &now);
        for (int i = 0; i < page->last.count; i++)
            move_pupils(page, &page->last.teams[i], &now);
        page->list = now;
        page->undo_count = 0; // it is of the list before
    }
    return redraw;
}

/// The class that plays, else the one that was here last, unless one is chosen already.
static void choose_class(struct teams_page *page, struct game *game)
{
    if (!is_kept(game) || game->lesson.class_name[0])
        return;
    const char *name = game->journal->learner;
    if (!classes_has(game->journal, name))
        name = classes_last(game->journal, &page->arena);
    if (name && classes_has(game->journal, name)) {
        snprintf(game->lesson.class_name, sizeof game->lesson.class_name, "%s", name);
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct teams_page *page = self;
    (void)now_ms;
    ask_nothing(page);
    choose_class(page, game);
    take_class(page, game);
}

/// The teams with their names as they are typed, in `arena`.
static struct class_teams teams_now(const struct teams_page *page, struct arena *arena)
{
    struct class_teams teams = {.count = page->count, .wish = page->wish};
    for (int i = 0; i < page->count; i++) {
        const char *name = pupil_list_name(page->names[i].text, arena);
        teams.teams[i] = page->teams[i];
        teams.teams[i].name = name ? name : "";
    }
    return teams;
}

/// Keeps the teams for the next time. Returns false if they should be, but can't.
static bool keep(const struct teams_page *page, const struct game *game)
{
    struct arena scratch = {0};
    bool is_good = true;
    // A class that was forgotten meanwhile stays so.
    bool is_gone =
        page->class_name[0] && is_kept(game) && !classes_has(game->journal, page->class_name);
    if (is_kept(game) && !is_gone) {
        const struct class_teams teams = teams_now(page, &scratch);
        const char *learner = lesson_learner(game, page->class_name, &scratch);
        is_good = classes_write_teams(game->journal, learner, &page->list, &teams,
                                      game_wall(game).at_ms);
    }
    arena_free(&scratch);
    return is_good;
}

static void leave(void *self, struct game *game)
{
    struct teams_page *page = self;
    keep(page, game);
    arena_free(&page->arena);
}

static void remember(struct teams_page *page)
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
    ask_nothing(page);
    page->count = before->count;
    memcpy(page->teams, before->teams, sizeof page->teams);
    for (int i = 0; i < page->count; i++)
        edit_set(&page->names[i], before->names[i]);
    return redraw;
}

int teams_page_left_over(const struct teams_page *page)
{
    int count = 0;
    for (int i = 0; i < page->list.count; i++)
        count += !page->list.pupils[i].is_absent;
    for (int i = 0; i < page->count; i++)
        count -= page->teams[i].pupil_count;
    return count;
}

bool teams_page_can_repeat(const struct teams_page *page)
{
    bool has_pupils = false;
    for (int i = 0; i < page->last.count; i++)
        has_pupils = has_pupils || page->last.teams[i].pupil_count;
    return has_pupils;
}

static struct step deal(struct teams_page *page, struct game *game, int way)
{
    struct teams_pupil *pupils =
        ARENA_ARRAY(&page->arena, page->list.count + 1, struct teams_pupil);
    if (!page->list.count || (way == TEAMS_AGAIN && !teams_page_can_repeat(page)))
        return (struct step){0};
    remember(page);
    for (int i = 0; i < page->list.count; i++)
        pupils[i].is_absent = page->list.pupils[i].is_absent;
    if (way == TEAMS_AGAIN)
        take_teams(page, &page->last);
    teams_deal(page->teams, page->count, pupils, page->list.count, (enum teams_way)way,
               rng_next(&game->rng), &page->arena);
    return redraw;
}

static struct step remove_team(struct teams_page *page, int team)
{
    if (page->count <= TEAMS_LEAST)
        return (struct step){0};
    remember(page);
    ask_nothing(page);
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
    struct lesson_plan plan = {
        .class_name = page->class_name[0] ? page->class_name : NULL,
        .pupils = page->list,
        .teams = teams_now(page, &page->arena),
        .seed = rng_next(&game->rng),
        .gives_up_left = page->knows_left,
    };
    page->fault = find_fault(&plan.teams, &page->list, &page->arena);
    if (!page->fault && !game_known_bank(game))
        page->fault = _("There are no questions. Choose a bank on Home.");
    if (page->fault) {
        bool is_mode = plan.teams.wish.mode == CONTEST_PUPILS && !page->list.count;
        page->tab = is_mode ? page->tab : TEAMS_TAB_TEAMS;
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
    if (!page->has_failed && !keep(page, game)) {
        page->has_failed = true;
        page->fault = _("The teams cannot be saved now. Free some space, then try again.");
        return redraw;
    }
    return (struct step){.kind = STEP_BACK};
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
        return teams_page_press(page, action);
    case ACTION_BACK:
        return back(page, game);
    case ACTION_SHOWN:
        return look_again(page, game);
    case TEAMS_TAB:
        page->tab = (enum teams_tab)(action->arg % TEAMS_TABS);
        page->capture = page->typing = TEAMS_NOBODY;
        page->fault = NULL;
        return redraw;
    case TEAMS_CLASS:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_CLASS};
    case TEAMS_DEAL:
        return deal(page, game, action->arg);
    case TEAMS_MARK:
    case TEAMS_NAME:
    case TEAMS_BUZZER:
    case TEAMS_TIME:
    case TEAMS_REMOVE:
        return press_team(page, action);
    case TEAMS_ADD:
        remember(page);
        if (page->count < TEAMS_MOST)
            add_team(page);
        return redraw;
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
    return row->id != TEAMS_UNDO || page->undo_count;
}

static bool takes_presses(const void *self, const struct game *game)
{
    const struct teams_page *page = self;
    (void)game;
    return page->capture != TEAMS_NOBODY;
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_LEFT_SHOULDER, TEAMS_TAB, TEAMS_TAB_TEAMS, "1 2", N_("Teams, Lesson")},
    {'2', 0, PAD_RIGHT_SHOULDER, TEAMS_TAB, TEAMS_TAB_LESSON, NULL, NULL},
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
