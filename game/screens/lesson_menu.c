// What can be done with a lesson besides giving it.
#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
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
    MENU_REGION,
};

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
    case MENU_SWAP:
        return lesson_swap_displays(game);
    case MENU_LATER:
        return (struct step){.kind = STEP_HOME};
    case ACTION_PAD_LOST:
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static const struct menu_entry entries[] = {
    {N_("Go on"), MENU_GO_ON},
    {N_("Settings"), MENU_SETTINGS},
    {N_("Help"), ACTION_HELP},
    {N_("End the lesson and see scores"), MENU_END},
    {N_("Stop, go on later"), MENU_LATER},
    {N_("Swap the displays"), MENU_SWAP}, // only where there are two,
};

/// and where the host closed the window on one of them
static const struct menu_entry reopen = {N_("Show the host's window again"), MENU_SWAP};

enum { ENTRIES = sizeof entries / sizeof *entries };

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
    memcpy(shown, entries, sizeof shown);
    if (!game->has_host_window)
        shown[ENTRIES - 1] = reopen;
    const struct menu menu = {
        .title = _("Lesson"),
        .sentence = fill_text(
            ui->arena, _("{1} of {2} questions asked. All of it is kept, also overnight."),
            fill_number(ui->arena, c->asked), fill_number(ui->arena, c->round_count), NULL),
        .entries = shown,
        .count = game->has_two_displays ? ENTRIES : ENTRIES - 1,
        .hints = hints,
        .hint_count = sizeof hints / sizeof *hints,
        .region = MENU_REGION};
    menu_view(ui, &menu);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)self, (void)ui;
    return row->id != MENU_SWAP || game->has_two_displays;
}

static const struct shortcut shortcuts[] = {
    {'g', 0, PAD_START, MENU_GO_ON, 0, "G", N_("Go on")},
    {'s', 0, PAD_NONE, MENU_SETTINGS, 0, "S", N_("Settings")},
    {'e', 0, PAD_NONE, MENU_END, 0, "E", N_("End the lesson and see scores")},
    {'l', 0, PAD_NONE, MENU_LATER, 0, "L", N_("Stop, go on later")},
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
