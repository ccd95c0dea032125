// Pause: the clock stands still and the question is hidden.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "ui/widget.h"

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

static const struct entry {
    const char *label;
    int id;
} entries[] = {
    {N_("Go on"), PAUSE_GO_ON},
    {N_("Restart this quiz"), PAUSE_RESTART},
    {N_("Settings"), PAUSE_SETTINGS},
    {N_("Help"), ACTION_HELP},
    {N_("Stop and see results"), PAUSE_RESULTS},
    {N_("Stop, go on later"), PAUSE_LATER},
};

enum { ENTRIES = sizeof entries / sizeof *entries };

/// Where the buttons stand: one under the other, or in pairs below the first.
struct layout {
    float width, height, gap; // of a button
    int columns, rows;
};

static struct layout lay_out(const struct ui *ui, struct rect rest)
{
    struct layout layout = {.columns = 1, .rows = ENTRIES, .gap = 2 * ui->u};
    layout.height = fmaxf(7.2F * ui->u, ui_line_px(ui, 3.1F, 1.8F));
    layout.width = 44 * ui->u;
    for (int i = 0; i < ENTRIES; i++)
        layout.width = fmaxf(layout.width, ui_button_width(ui, _(entries[i].label)) * ui->u);
    layout.width = fminf(layout.width, rest.w - 3 * ui->u);
    float tall = (layout.height + layout.gap) * ENTRIES;
    if (tall > rest.h && layout.width * 2 + layout.gap < rest.w) {
        layout.columns = 2;
        layout.rows = ENTRIES / 2;
    }
    return layout;
}

static void draw_buttons(struct ui *ui, struct rect rest)
{
    struct layout layout = lay_out(ui, rest);
    float edge = 1.2F * ui->u; // for the focus ring
    float height = (layout.height + layout.gap) * (float)layout.rows;
    float width = (layout.width + layout.gap) * (float)layout.columns - layout.gap;
    float up = ui_scroll_begin(ui, PAUSE_REGION, rest, height + 2 * edge);
    float left = rest.x + (rest.w - width) / 2, top = rest.y + edge - up;
    for (int i = 0; i < ENTRIES; i++) {
        int row = i / layout.columns;
        struct rect button = {left + (float)(i % layout.columns) * (layout.width + layout.gap),
                              top + (float)row * (layout.height + layout.gap), layout.width,
                              layout.height};
        bool is_first = entries[i].id == PAUSE_GO_ON;
        ui_button(ui, button, is_first ? BUTTON_PRIMARY : BUTTON_QUIET, _(entries[i].label),
                  entries[i].id, 0, is_first ? AREA_PRIMARY | AREA_FIRST : 0);
    }
    ui_scroll_end(ui);
}

static const char *where(const struct session *s, struct arena *arena)
{
    return fill_text(arena, _("Question {1} of {2}. {3} points so far."),
                     fill_number(arena, s->at + 1), fill_number(arena, s->turn_count),
                     format_count(arena, score_total(s->sum)), NULL);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct pause *pause = self;
    struct rect rest = ui->content;
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 2 * ui->u) - rest.y;
    const char *sentence = pause->is_pad_lost ? _("Controller lost. Press any button to go on.")
                                              : where(&game->session, ui->arena);
    struct wrapped said = wrap_text(ui, style_body, sentence, rest.w);
    float title = ui_line_px(ui, 5.2F, 1.18F);
    struct layout layout = lay_out(ui, rest);
    float needed = title + wrapped_height(&said) + 4 * ui->u +
                   (layout.height + layout.gap) * (float)layout.rows;
    rect_cut_top(&rest, fmaxf(0, (rest.h - needed) * 0.4F));
    ui_label(ui, rect_cut_top(&rest, title), style_title, ALIGN_CENTRE, ui->theme->text,
             _("Paused"));
    wrapped_draw(ui, &said, rect_cut_top(&rest, wrapped_height(&said)), ALIGN_CENTRE,
                 pause->is_pad_lost ? ui->theme->warn : ui->theme->text2);
    rect_cut_top(&rest, 2 * ui->u);
    draw_buttons(ui, rest);
    const struct hint hints[] = {
        {.keys = "Esc", .pad = PAD_EAST, .label = _("go on")},
        {.keys = "R", .label = _("restart")},
        {.keys = "S", .label = _("settings")},
        {.keys = "T", .label = _("results")},
        {.keys = "L", .label = _("later")},
    };
    ui_hints(ui, hints, sizeof hints / sizeof *hints, 0);
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
    .state_size = sizeof(struct pause),
    .shortcuts = shortcuts,
    .enter = enter,
    .update = update,
    .view = view,
    .moment_shortcuts = moment_shortcuts,
};
