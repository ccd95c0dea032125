// What can be done with a lesson besides giving it; also what has a key of its own, for those
// who have no such key at hand.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/buzzers.h"
#include "screens/game.h"
#include "screens/lesson.h"
#include "screens/menu.h"
#include "screens/screen.h"

enum {
    MENU_GO_ON = 1,
    MENU_SETTINGS,
    MENU_END,
    MENU_LATER,
    MENU_SWAP,
    MENU_BUZZERS,
    MENU_REGION,
};

static bool can(const struct game *game, int id)
{
    const struct contest *c = &game->run.contest;
    if (id == MENU_SWAP)
        return game->has_two_displays;
    if (id == MENU_BUZZERS)
        return c->rules.team_count > 0 && c->phase != CONTEST_DONE;
    return id < LESSON_NEXT || lesson_can(game, id);
}

static struct step end(struct game *game, int64_t now_ms)
{
    lesson_run_apply(game, &(struct contest_event){.type = CONTEST_STOP, .at_ms = now_ms});
    return (struct step){.kind = STEP_BACK};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    (void)self;
    switch (action->id) {
    case MENU_GO_ON:
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case MENU_SETTINGS:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_SETTINGS};
    case MENU_END:
        return end(game, action->now_ms);
    case MENU_BUZZERS:
        return can(game, MENU_BUZZERS) ? buzzers_open_for_lesson(game, BUZZERS_ASKED)
                                       : (struct step){0};
    case MENU_SWAP:
        return lesson_swap_displays(game);
    case MENU_LATER:
        return (struct step){.kind = STEP_HOME};
    case ACTION_PAD_LOST:
        if (buzzers_is_any_lost(game))
            return buzzers_open_for_lesson(game, BUZZERS_LOST);
        return (struct step){.redraw = true};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        if (action->id < LESSON_NEXT)
            return (struct step){0};
        game->asked_of_lesson = action->id;
        return (struct step){.kind = STEP_BACK};
    }
}

static const struct menu_entry entries[] = {
    {N_("Go on"), MENU_GO_ON},
    {N_("Undo"), LESSON_UNDO},
    {N_("Do again"), LESSON_REDO},
    {N_("Scores"), LESSON_SCORES},
    {N_("Hide or show the scores"), LESSON_HIDE},
    {N_("100 points more"), LESSON_MORE},
    {N_("100 points less"), LESSON_LESS},
    {N_("Stop the clock, or let it go on"), LESSON_CLOCK},
    {N_("Give 30 seconds more"), LESSON_MORE_TIME},
    {N_("Take 30 seconds away"), LESSON_LESS_TIME},
    {N_("The answer for 3 seconds"), LESSON_PEEK},
    {N_("Dark screen"), LESSON_BLANK},
    {N_("Buzzers"), MENU_BUZZERS},
    {N_("Swap the displays"), MENU_SWAP},
    {N_("Settings"), MENU_SETTINGS},
    {N_("Help"), ACTION_HELP},
    {N_("End the lesson and see scores"), MENU_END},
    {N_("Stop, go on later"), MENU_LATER},
};

enum { ENTRIES = sizeof entries / sizeof *entries };

/// What can be done now. Returns how much that is.
static int choose(const struct game *game, struct menu_entry shown[ENTRIES])
{
    int count = 0;
    for (int i = 0; i < ENTRIES; i++) {
        if (!can(game, entries[i].id))
            continue;
        shown[count] = entries[i];
        if (entries[i].id == MENU_SWAP && !game->has_host_window)
            shown[count].label = N_("Show the host's window again");
        count++;
    }
    return count;
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    (void)self;
    const struct contest *c = &game->run.contest;
    const struct hint hints[] = {
        {.keys = "Esc", .pad = PAD_EAST, .label = _("go on")},
        {.keys = "S", .label = _("settings")},
        {.keys = "E", .label = _("end")},
        {.keys = "L", .label = _("later")},
    };
    struct menu_entry shown[ENTRIES];
    const struct menu menu = {
        .title = _("Lesson"),
        .sentence = fill_text(
            ui->arena, _("{1} of {2} questions asked. All of it is kept, also overnight."),
            fill_number(ui->arena, c->asked), fill_number(ui->arena, c->round_count), NULL),
        .entries = shown,
        .count = choose(game, shown),
        .hints = hints,
        .hint_count = sizeof hints / sizeof *hints,
        .region = MENU_REGION};
    menu_view(ui, &menu);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)self, (void)ui;
    return can(game, row->id);
}

static const struct shortcut shortcuts[] = {
    {'g', 0, PAD_START, MENU_GO_ON, 0, "G", N_("Go on")},
    {'s', 0, PAD_NONE, MENU_SETTINGS, 0, "S", N_("Settings")},
    {'e', 0, PAD_NONE, MENU_END, 0, "E", N_("End the lesson and see scores")},
    {'l', 0, PAD_NONE, MENU_LATER, 0, "L", N_("Stop, go on later")},
    {'b', 0, PAD_NONE, MENU_BUZZERS, 0, "B", N_("Buzzers: try them, give others")},
    {'w', 0, PAD_NONE, MENU_SWAP, 0, "W", N_("Swap the displays")},
    {0},
};

const struct screen screen_lesson_menu = {
    .name = "lesson menu",
    .holds_no_bank = true,
    .state_size = 1,
    .shortcuts = shortcuts,
    .update = update,
    .view = view,
    .works = works,
};
