// The menu of a card: what has a key of its own, for those who have no such key at hand.
#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/cards.h"
#include "screens/flagging.h"
#include "screens/screen.h"
#include "ui/widget.h"

enum { MENU_DO = 1, MENU_PLAN, MENU_SETTINGS, MENU_REGION };

static const struct entry {
    const char *label;
    int id; // of screens/cards.h; 0: the menu goes; others of this screen or of all screens
} entries[] = {
    {N_("Go on"), 0},
    {N_("Show answer"), CARDS_FLIP},
    {N_("Hide until tomorrow"), CARDS_HIDE},
    {N_("Put away for good"), CARDS_SUSPEND},
    {NULL, CARDS_FLAG}, // flagging_name()
    {N_("Undo"), CARDS_UNDO},
    {N_("Do again"), CARDS_REDO},
    {N_("Cram all cards"), CARDS_CRAM},
    {N_("Back to what is due"), CARDS_DUE},
    {N_("Plan"), -3},
    {N_("Settings"), -1},
    {N_("Help"), -2},
};

enum { ENTRIES = sizeof entries / sizeof *entries };

/// Whether an entry does anything as things stand.
static bool is_there(const struct entry *entry, const struct game *game,
                     const struct flagging *flag)
{
    const struct study *study = &game->cards.study;
    bool is_cram = study->rules.mode == DECK_CRAM;
    switch (entry->id) {
    case CARDS_FLIP: // which has no button of its own
        return study->shown >= 0 && game->settings.answer_cards;
    case CARDS_HIDE:
    case CARDS_SUSPEND:
        return study->shown >= 0;
    case CARDS_FLAG:
        return flag->question != NULL;
    case CARDS_UNDO:
        return study_can_undo(study);
    case CARDS_REDO:
        return study_can_redo(study);
    case CARDS_CRAM:
        return !is_cram && study->card_count > 0;
    case CARDS_DUE:
        return is_cram;
    default:
        return true;
    }
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    const struct study *study = &game->cards.study;
    const struct deck_card *up = study->shown >= 0 ? &study->cards[study->shown] : NULL;
    (void)now_ms;
    flagging_see(self, game, up ? up->bank : NULL, up ? up->question : NULL);
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    (void)self;
    switch (action->id) {
    case MENU_DO:
        game->asked_of_cards = action->arg;
        return (struct step){.kind = STEP_BACK};
    case MENU_PLAN:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_PLAN};
    case MENU_SETTINGS:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_SETTINGS};
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static const char *label_of(const struct entry *entry, const struct flagging *flag)
{
    return entry->id == CARDS_FLAG ? flagging_name(flag) : _(entry->label);
}

static void draw_entry(struct ui *ui, struct rect rect, const struct entry *entry,
                       const struct flagging *flag)
{
    const char *label = label_of(entry, flag);
    if (entry->id == -1) {
        ui_button(ui, rect, BUTTON_QUIET, label, MENU_SETTINGS, 0, 0);
    } else if (entry->id == -3) {
        ui_button(ui, rect, BUTTON_QUIET, label, MENU_PLAN, 0, 0);
    } else if (entry->id == -2) {
        ui_button(ui, rect, BUTTON_QUIET, label, ACTION_HELP, 0, 0);
    } else {
        ui_button(ui, rect, entry->id ? BUTTON_QUIET : BUTTON_PRIMARY, label, MENU_DO,
                  entry->id, entry->id ? 0 : AREA_PRIMARY | AREA_FIRST);
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct flagging *flag = self; // of the card that is up
    const struct entry *there[ENTRIES];
    int count = 0;
    float width = 40 * ui->u;
    for (int i = 0; i < ENTRIES; i++) {
        if (!is_there(&entries[i], game, flag))
            continue;
        there[count++] = &entries[i];
        width = fmaxf(width, ui_button_width(ui, label_of(&entries[i], flag)) * ui->u);
    }
    float height = fmaxf(6.6F * ui->u, ui_line_px(ui, 3.1F, 1.7F)), gap = 1.8F * ui->u;
    float edge = 3 * ui->u, needed = (height + gap) * (float)count - gap;
    float most = ui->page.h - 8 * ui->u;
    width = fminf(width, ui->content.w - 4 * edge);
    int columns =
        needed + 2 * edge > most && 2 * width + gap + 2 * edge < ui->content.w ? 2 : 1;
    int rows = (count + columns - 1) / columns;
    needed = (height + gap) * (float)rows - gap + 0.7F * ui->u;
    struct rect panel = {0, 0, (width + gap) * (float)columns - gap + 2 * edge,
                         fminf(needed + 2 * edge, most)};
    panel.x = ui->window.x + (ui->window.w - panel.w) / 2;
    panel.y = ui->window.y + (ui->window.h - panel.h) / 2;
    ui_shadow(ui, panel, 2.4F * ui->u);
    ui_card(ui, panel, 2.4F, ui->theme->surface);
    struct rect inner = rect_inset(panel, edge);
    struct rect region = rect_inset(panel, edge - 1.4F * ui->u); // with the focus ring
    float up = ui_scroll_begin(ui, MENU_REGION, region, needed + 2.8F * ui->u);
    inner.h = needed - 0.7F * ui->u;
    inner.y -= up;
    for (int i = 0; i < count; i++) {
        draw_entry(ui, rect_cell(inner, columns, rows, i % columns, i / columns, gap), there[i],
                   flag);
    }
    ui_scroll_end(ui);
}

static const struct shortcut shortcuts[] = {
    {'n', 0, PAD_START, ACTION_BACK, 0, "N", N_("Close the menu")},
    {'-', 0, PAD_NONE, MENU_DO, CARDS_HIDE, "-", N_("Hide the card until tomorrow")},
    {'@', 0, PAD_NONE, MENU_DO, CARDS_SUSPEND, "@", N_("Put the card away for good")},
    {'u', 0, PAD_BACK, MENU_DO, CARDS_UNDO, "U", N_("Undo")},
    {0},
};

const struct screen screen_cards_menu = {
    .name = "card menu",
    .is_overlay = true,
    .state_size = sizeof(struct flagging),
    .shortcuts = shortcuts,
    .enter = enter,
    .update = update,
    .view = view,
};
