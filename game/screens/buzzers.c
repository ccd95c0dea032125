#include "screens/buzzers.h"

#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/game.h"
#include "screens/key_label.h"

static const struct step redraw = {.redraw = true};

// --- which gamepads there are

unsigned buzzers_bit(int number)
{
    return number > 0 && number < 32 ? 1U << number : 0;
}

void buzzers_note_pad(struct game *game, int number, bool is_here)
{
    if (is_here) {
        game->buzzers.pads_here |= buzzers_bit(number);
        game->buzzers.pads_missed &= ~buzzers_bit(number);
    } else {
        game->buzzers.pads_here &= ~buzzers_bit(number);
    }
}

static unsigned pads_of_teams(const struct game *game)
{
    const struct contest *c = &game->run.contest;
    unsigned pads = 0;
    for (int i = 0; game->run.is_there && i < c->rules.team_count; i++)
        pads |= buzzers_bit(buzzer_pad(c->buzzers[i]));
    return pads;
}

bool buzzers_may_have_moved(const struct game *game)
{
    unsigned teams = pads_of_teams(game), all = teams | game->buzzers.pads_here;
    bool are_several = all & (all - 1);
    return are_several && teams & ~game->buzzers.pads_known;
}

bool buzzers_is_any_lost(const struct game *game)
{
    const struct buzzers *buzzers = &game->buzzers;
    bool is_over = game->run.contest.phase == CONTEST_DONE;
    return !is_over && pads_of_teams(game) & ~(buzzers->pads_here | buzzers->pads_missed);
}

// --- the teams

struct step buzzers_open_for_lesson(struct game *game, enum buzzers_why why)
{
    game->buzzers.why = why;
    game->buzzers.is_of_lesson = true;
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_BUZZERS};
}

struct step buzzers_open_for_teams(struct game *game, const struct team *teams, int count)
{
    game->buzzers.why = BUZZERS_ASKED;
    game->buzzers.is_of_lesson = false;
    game->buzzers.count = count;
    memcpy(game->buzzers.teams, teams, (size_t)count * sizeof *teams);
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_BUZZERS};
}

int buzzers_count(const struct game *game)
{
    return game->buzzers.is_of_lesson ? game->run.contest.rules.team_count
                                      : game->buzzers.count;
}

struct team buzzers_team(const struct game *game, int at)
{
    struct team team = game->buzzers.teams[at];
    if (game->buzzers.is_of_lesson) {
        team = game->run.log.start.teams[at];
        team.buzzer = game->run.contest.buzzers[at];
    }
    return team;
}

static int team_with(const struct game *game, int buzzer)
{
    for (int i = 0; buzzer && i < buzzers_count(game); i++) {
        if (buzzers_team(game, i).buzzer == buzzer)
            return i;
    }
    return BUZZERS_NOBODY;
}

/// Keys that the host needs in a lesson, also with a presenter's clicker: who buzzes too late
/// must not judge with them, nor show the answer.
static bool is_hosts(int key)
{
    static const int others[] = {KEY_ENTER, KEY_TAB,   KEY_UP,      KEY_DOWN,
                                 KEY_LEFT,  KEY_RIGHT, KEY_PAGE_UP, '?'};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (others[i] == key)
            return true;
    }
    for (const struct shortcut *row = screen_lesson.shortcuts; row->id; row++) {
        if (row->key == key && !(row->mods & MOD_CTRL))
            return true;
    }
    return false;
}

const char *buzzers_fault(const struct team *teams, int count, int team, int key,
                          struct arena *arena)
{
    if (is_hosts(key))
        return _("The host needs this key. Press another one.");
    for (int i = 0; i < count; i++) {
        if (i != team && teams[i].buzzer == key) {
            return fill_text(arena, _("{1} is the buzzer of {2}. Press another one."),
                             key_label(key, arena), teams[i].name, NULL);
        }
    }
    return NULL;
}

// --- binding

/// Who had it gets what `team` had. Returns false where nothing is changed any more.
static bool bind(struct game *game, int team, int buzzer, int64_t now_ms)
{
    int other = team_with(game, buzzer);
    if (game->buzzers.is_of_lesson) {
        return lesson_run_apply(
            game, &(struct contest_event){
                      .type = CONTEST_BIND, .at_ms = now_ms, .team = team, .buzzer = buzzer});
    }
    if (other >= 0)
        game->buzzers.teams[other].buzzer = game->buzzers.teams[team].buzzer;
    game->buzzers.teams[team].buzzer = buzzer;
    return true;
}

static void remember(struct buzzers_page *page, const struct game *game)
{
    if (page->undo_count == BUZZERS_UNDO_MAX) {
        memmove(page->undo, page->undo + 1, sizeof page->undo - sizeof *page->undo);
        page->undo_count--;
    }
    for (int i = 0; i < buzzers_count(game); i++)
        page->undo[page->undo_count][i] = buzzers_team(game, i).buzzer;
    page->undo_count++;
}

/// `is_alone`: it is a change of its own, for undo. Returns false where the lesson refuses it.
static bool give(struct buzzers_page *page, struct game *game, int team, int buzzer,
                 bool is_alone, int64_t now_ms)
{
    if (buzzers_team(game, team).buzzer == buzzer)
        return true;
    if (is_alone)
        remember(page, game);
    bool is_given = bind(game, team, buzzer, now_ms);
    page->undo_count -= is_alone && !is_given;
    page->is_tried[team] = false;
    return is_given;
}

static struct step undo(struct buzzers_page *page, struct game *game, int64_t now_ms)
{
    if (!page->undo_count)
        return (struct step){0};
    const int *before = page->undo[page->undo_count - 1];
    bool is_undone = true;
    // Who had none comes last: the others may still have to give theirs away.
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < buzzers_count(game); i++) {
            if ((before[i] == 0) == (pass == 1) && buzzers_team(game, i).buzzer != before[i])
                is_undone = bind(game, i, before[i], now_ms) && is_undone;
        }
    }
    page->undo_count -= is_undone;
    page->capture = BUZZERS_NOBODY;
    page->is_each = false;
    page->fault = NULL;
    memset(page->is_tried, 0, sizeof page->is_tried);
    return redraw;
}

static void ask_for(struct buzzers_page *page, int team)
{
    page->fault = NULL;
    page->capture = team;
    page->back = BUZZERS_NOBODY;
    page->back_count = 0;
}

static struct step start_each(struct buzzers_page *page, const struct game *game)
{
    remember(page, game);
    page->is_each = true;
    memset(page->is_tried, 0, sizeof page->is_tried);
    ask_for(page, 0);
    return redraw;
}

static void light(struct buzzers_page *page, struct game *game, int team, int64_t now_ms)
{
    bool is_calm = game->buzzers.is_of_lesson && game->run.log.start.manner.is_calm;
    page->lit_until_ms[team] = now_ms + BUZZERS_LIT_MS;
    page->is_tried[team] = true;
    if (!is_calm)
        game->asks_tone = TONE_BUZZ;
}

/// From the team that pressed to the next one, if all are asked.
static void leave(struct buzzers_page *page, const struct game *game)
{
    int next = page->capture + 1;
    bool is_over = !page->is_each || next == buzzers_count(game);
    page->had_each = page->had_each || (page->is_each && is_over);
    page->is_each = !is_over;
    page->capture = is_over ? BUZZERS_NOBODY : next;
}

/// What the team whose buzzer is asked for pressed. Of all that are asked, those that come
/// later have no claim yet.
static struct step take(struct buzzers_page *page, struct game *game,
                        const struct action *action)
{
    int team = page->capture, key = action->arg;
    struct team teams[TEAMS_MOST] = {0};
    int count = buzzers_count(game);
    bool is_none = key == KEY_BACKSPACE || key == KEY_DELETE;
    for (int i = 0; i < count; i++)
        teams[i] = buzzers_team(game, i);
    page->fault = buzzers_fault(teams, page->is_each ? team : count, team, key, &page->arena);
    if (page->fault)
        return redraw;
    if (!give(page, game, team, is_none ? 0 : key, !page->is_each, action->now_ms))
        return (struct step){0};
    game->buzzers.pads_known |= buzzers_bit(buzzer_pad(key));
    if (!is_none)
        light(page, game, team, action->now_ms);
    leave(page, game);
    return redraw;
}

// --- the screen

static struct step back(struct buzzers_page *page, struct game *game)
{
    page->fault = NULL;
    if (page->capture >= 0) {
        page->capture = BUZZERS_NOBODY;
        page->is_each = false;
        return redraw;
    }
    // Who goes on has seen them, and which ones are gone.
    for (int i = 0; i < buzzers_count(game); i++) {
        unsigned pad = buzzers_bit(buzzer_pad(buzzers_team(game, i).buzzer));
        game->buzzers.pads_known |= pad;
        game->buzzers.pads_missed |= pad & ~game->buzzers.pads_here;
    }
    return (struct step){.kind = STEP_BACK};
}

static struct step press(struct buzzers_page *page, struct game *game,
                         const struct action *action)
{
    int pad = buzzer_pad(action->arg);
    // While each team presses, the gamepad that chose so is a buzzer like the others.
    bool is_back = action->pad == PAD_EAST && pad == page->chooser && !page->is_each;
    bool is_leaving = action->arg == KEY_ESCAPE || is_back || !action_may_buzz(action);
    if (page->capture >= 0 && !is_leaving)
        return take(page, game, action);
    if (page->capture >= 0)
        return (struct step){0};
    // The way out for who has only the gamepad of a team.
    if (action->pad == PAD_START)
        return back(page, game);
    int team = team_with(game, action->arg);
    if (team < 0) {
        page->chooser = pad;
        return (struct step){0};
    }
    if (action_may_buzz(action))
        light(page, game, team, action->now_ms);
    return redraw; // a team's gamepad chooses nothing here
}

static struct step found(struct buzzers_page *page, const struct game *game, int number)
{
    page->back = team_with(game, BUZZER_PADS + number);
    page->back_count += page->back >= 0;
    if (page->back < 0)
        return redraw;
    return (struct step){.redraw = true, .focus = {BUZZERS_DONE, 0}};
}

static struct step press_team(struct buzzers_page *page, struct game *game,
                              const struct action *action)
{
    int team = action->arg;
    if (team < 0 || team >= buzzers_count(game))
        return (struct step){0};
    bool is_chosen_again = page->capture == team && action->id == BUZZERS_TEAM;
    page->is_each = false;
    ask_for(page, BUZZERS_NOBODY);
    if (is_chosen_again) // which with the mouse is the way to leave it
        return redraw;
    if (action->id == BUZZERS_CLEAR || action->edit != EDIT_NONE)
        return (struct step){.redraw = give(page, game, team, 0, true, action->now_ms)};
    page->capture = team;
    return redraw;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct buzzers_page *page = self;
    switch (action->id) {
    case ACTION_PRESS:
        return press(page, game, action);
    case ACTION_BACK:
        return back(page, game);
    case ACTION_PAD_FOUND:
        return found(page, game, action->arg);
    case ACTION_PAD_LOST:
    case ACTION_SHOWN:
        return redraw;
    case BUZZERS_TEAM:
    case BUZZERS_CLEAR:
        return press_team(page, game, action);
    case BUZZERS_EACH:
        return start_each(page, game);
    case BUZZERS_UNDO:
        return undo(page, game, action->now_ms);
    case BUZZERS_DONE:
        page->capture = BUZZERS_NOBODY;
        return back(page, game);
    default:
        return (struct step){0};
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct buzzers_page *page = self;
    int gone = buzzers_first_gone(game);
    page->capture = page->back = BUZZERS_NOBODY;
    page->first = gone >= 0 ? gone : game->buzzers.why == BUZZERS_MOVED ? BUZZERS_NOBODY : 0;
    for (int i = 0; i < TEAMS_MOST; i++)
        page->lit_until_ms[i] = now_ms;
}

/// The next lesson with these teams begins with what they have now.
static void keep(const struct game *game)
{
    struct arena scratch = {0};
    struct class_list list = {0};
    struct class_teams teams;
    const struct journal *journal = game->journal;
    int64_t at_ms = game_wall(game).at_ms;
    classes_read(journal, journal->learner, at_ms, &scratch, &list);
    bool are_kept = classes_read_teams(journal, journal->learner, &list, &scratch, &teams) &&
                    teams.count == buzzers_count(game);
    for (int i = 0; are_kept && i < teams.count; i++) {
        const struct team team = buzzers_team(game, i);
        are_kept = strcmp(teams.teams[i].name, team.name) == 0;
        teams.teams[i].buzzer = team.buzzer;
    }
    if (are_kept)
        classes_write_teams(journal, journal->learner, &list, &teams, at_ms);
    arena_free(&scratch);
}

static void leave_page(void *self, struct game *game)
{
    struct buzzers_page *page = self;
    if (game->buzzers.is_of_lesson && game->run.is_there && page->undo_count && game->journal)
        keep(game);
    arena_free(&page->arena);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    buzzers_draw(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    const struct buzzers_page *page = self;
    (void)game, (void)ui;
    return row->id != BUZZERS_UNDO || page->undo_count;
}

static bool takes_presses(const void *self, const struct game *game)
{
    (void)self, (void)game;
    return true;
}

static const char *how(const void *self, const struct game *game)
{
    (void)self, (void)game;
    return _(
        "Each team presses its buzzer, a key or any button of its gamepad: its line lights "
        "up. A line that is chosen gets another one, and Delete takes it away. If the teams "
        "have the wrong gamepads, let each team press once, in the order of the "
        "list. Points and turns stay as they are.");
}

static const struct shortcut shortcuts[] = {
    {'e', 0, PAD_NORTH, BUZZERS_EACH, 0, "E", N_("Let each team press once")},
    {'u', 0, PAD_BACK, BUZZERS_UNDO, 0, "U", N_("Undo")},
    {'z', MOD_CTRL, PAD_NONE, BUZZERS_UNDO, 0, NULL, NULL},
    {0},
};

const struct screen screen_buzzers = {
    .name = "buzzers",
    .holds_no_bank = true,
    .state_size = sizeof(struct buzzers_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave_page,
    .update = update,
    .view = view,
    .works = works,
    .takes_presses = takes_presses,
    .how = how,
};
