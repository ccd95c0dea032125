// Pause: the clock stands still and the question is hidden.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/game.h"
#include "screens/menu.h"
#include "screens/screen.h"

enum {
    PAUSE_GO_ON = 1,
    PAUSE_RESTART,
    PAUSE_SETTINGS,
    PAUSE_RESULTS,
    PAUSE_LATER,
    PAUSE_REGION,
};

struct pause {
    bool is_pad_lost;
};

static void enter(void *self, struct game *game, int64_t now_ms)
{
    struct pause *pause = self;
    pause->is_pad_lost = game->has_lost_pad;
    game->has_lost_pad = false;
    game_apply(game, EVENT_PAUSE, now_ms, NULL);
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct pause *pause = self;
    switch (action->id) {
    case PAUSE_GO_ON:
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case PAUSE_RESTART:
        game_restart_quiz(game, action->now_ms);
        return (struct step){.kind = STEP_BACK};
    case PAUSE_SETTINGS:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_SETTINGS};
    case PAUSE_RESULTS:
        game_apply(game, EVENT_RESUME, action->now_ms, NULL);
        game_apply(game, EVENT_STOP, action->now_ms, NULL);
        return (struct step){.kind = STEP_BACK};
    case PAUSE_LATER:
        return (struct step){.kind = STEP_HOME};
    case ACTION_PAD_LOST:
        pause->is_pad_lost = true;
        return (struct step){.redraw = true};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static const struct menu_entry entries[] = {
    {N_("Go on"), PAUSE_GO_ON},
    {N_("Restart this quiz"), PAUSE_RESTART},
    {N_("Settings"), PAUSE_SETTINGS},
    {N_("Help"), ACTION_HELP},
    {N_("Stop and see results"), PAUSE_RESULTS},
    {N_("Stop, go on later"), PAUSE_LATER},
};

static const char *where(const struct session *s, struct arena *arena)
{
    return fill_text(arena, _("Question {1} of {2}. {3} points so far."),
                     fill_number(arena, s->at + 1), fill_number(arena, s->turn_count),
                     format_count(arena, score_total(s->sum)), NULL);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct pause *pause = self;
    const char *sentence = pause->is_pad_lost ? _("Controller lost. Press any button to go on.")
                                              : where(&game->session, ui->arena);
    const struct hint hints[] = {
        {.keys = "Esc", .pad = PAD_EAST, .label = _("go on")},
        {.keys = "R", .label = _("restart")},
        {.keys = "S", .label = _("settings")},
        {.keys = "T", .label = _("results")},
        {.keys = "L", .label = _("later")},
    };
    const struct menu menu = {.title = _("Paused"),
                              .sentence = sentence,
                              .is_warning = pause->is_pad_lost,
                              .entries = entries,
                              .count = sizeof entries / sizeof *entries,
                              .hints = hints,
                              .hint_count = sizeof hints / sizeof *hints,
                              .region = PAUSE_REGION};
    menu_view(ui, &menu);
}

static const struct shortcut shortcuts[] = {
    {'g', 0, PAD_START, PAUSE_GO_ON, 0, "G", N_("Go on")},
    {'r', 0, PAD_NONE, PAUSE_RESTART, 0, "R", N_("Restart this quiz")},
    {'s', 0, PAD_NONE, PAUSE_SETTINGS, 0, "S", N_("Settings")},
    {'t', 0, PAD_NONE, PAUSE_RESULTS, 0, "T", N_("Stop and see results")},
    {'l', 0, PAD_NONE, PAUSE_LATER, 0, "L", N_("Stop, go on later")},
    {0},
};

static const struct shortcut any_button[] = {
    {0, 0, PAD_SOUTH, PAUSE_GO_ON, 0, NULL, N_("Go on")},
    {0, 0, PAD_EAST, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_WEST, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_NORTH, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_LEFT_SHOULDER, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_RIGHT_SHOULDER, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_LEFT_TRIGGER, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_RIGHT_TRIGGER, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_BACK, PAUSE_GO_ON, 0, NULL, NULL},
    {0, 0, PAD_START, PAUSE_GO_ON, 0, NULL, NULL},
    {0},
};

static const struct shortcut *moment_shortcuts(const void *self, const struct game *game)
{
    (void)game;
    const struct pause *pause = self;
    return pause->is_pad_lost ? any_button : NULL;
}

// No overlay: what lies below would show the question.
const struct screen screen_pause = {
    .name = "pause",
    .holds_no_bank = true,
    .state_size = sizeof(struct pause),
    .shortcuts = shortcuts,
    .enter = enter,
    .update = update,
    .view = view,
    .moment_shortcuts = moment_shortcuts,
};
