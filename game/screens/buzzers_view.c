// How the page of buzzers looks.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/buzzers.h"
#include "screens/form.h"
#include "screens/game.h"
#include "screens/key_label.h"

/// Whether the team's buzzer is a gamepad that is not there.
static bool is_gone(const struct game *game, int buzzer)
{
    int pad = buzzer_pad(buzzer);
    return pad && !(game->buzzers.pads_here & buzzers_bit(pad));
}

int buzzers_first_gone(const struct game *game)
{
    for (int i = 0; i < buzzers_count(game); i++) {
        if (is_gone(game, buzzers_team(game, i).buzzer))
            return i;
    }
    return BUZZERS_NOBODY;
}

static bool are_all_tried(const struct buzzers_page *page, const struct game *game)
{
    bool are_tried = true;
    for (int i = 0; i < buzzers_count(game); i++)
        are_tried = are_tried && page->is_tried[i];
    return are_tried;
}

/// B leads back, but of a team's gamepad it is a buzzer.
static enum pad back_button(const struct game *game)
{
    for (int i = 0; i < buzzers_count(game); i++) {
        if (buzzer_pad(buzzers_team(game, i).buzzer))
            return PAD_START;
    }
    return PAD_EAST;
}

/// What came back, what is not there, and what is to be done.
static struct form_part news(const struct buzzers_page *page, const struct game *game,
                             struct arena *arena)
{
    int gone = buzzers_first_gone(game);
    bool is_moved = game->buzzers.why == BUZZERS_MOVED && !page->had_each;
    if (gone >= 0) {
        const char *name = buzzers_team(game, gone).name;
        return (struct form_part){
            fill_text(arena,
                      _("The gamepad of {1} is gone. Plug it in, or give {1} another buzzer."),
                      name, NULL),
            FORM_FAULT};
    }
    if (page->back_count > 1) {
        return (struct form_part){_("The gamepads are back, but may have changed places. Let "
                                    "each team press once."),
                                  FORM_GOOD};
    }
    if (page->back >= 0) {
        return (struct form_part){fill_text(arena, _("The gamepad of {1} is back."),
                                            buzzers_team(game, page->back).name, NULL),
                                  FORM_GOOD};
    }
    if (is_moved) {
        return (struct form_part){_("Gamepads may have changed places since the teams got "
                                    "them. Let each team press once."),
                                  FORM_STRONG};
    }
    if (page->had_each && are_all_tried(page, game))
        return (struct form_part){_("Each team has pressed its buzzer."), FORM_GOOD};
    return (struct form_part){_("Let each team press its buzzer: its line lights up. Choose a "
                                "line to give it another one."),
                              FORM_WORDS};
}

static struct form_part say(const struct buzzers_page *page, const struct game *game,
                            struct arena *arena)
{
    if (page->fault)
        return (struct form_part){page->fault, FORM_FAULT};
    if (page->capture < 0)
        return news(page, game, arena);
    const char *pattern = page->is_each ? _("{1}: press your buzzer now.")
                                        : _("{1}: press a key, or a button of a gamepad.");
    return (struct form_part){
        fill_text(arena, pattern, buzzers_team(game, page->capture).name, NULL), FORM_STRONG};
}

static struct row row_of(const struct buzzers_page *page, const struct game *game, int at,
                         struct ui *ui)
{
    const struct team team = buzzers_team(game, at);
    struct row row = {.kind = ROW_MARK,
                      .icon = (enum mask)team.mark,
                      .title = team.name,
                      .detail = _("No buzzer"),
                      .is_on = page->capture == at,
                      .is_lit = page->lit_until_ms[at] > ui->now_ms,
                      .has_no_button = !team.buzzer};
    if (row.is_lit)
        ui_wake(ui, page->lit_until_ms[at]);
    if (team.buzzer) {
        row.detail =
            fill_text(ui->arena, _("Buzzer {1}"), key_label(team.buzzer, ui->arena), NULL);
        row.value = row.is_lit ? _("pressed") : page->is_tried[at] ? _("works") : NULL;
    }
    if (is_gone(game, team.buzzer)) {
        row.detail = fill_text(ui->arena, _("{1} is not there"),
                               key_label(team.buzzer, ui->arena), NULL);
        row.is_warned = true;
        row.is_lit = false;
        row.value = NULL;
    }
    if (page->capture == at)
        row.detail = _("Press a key or a button");
    return row;
}

/// Where teams may have each other's gamepads, what puts that right comes first.
static void add_buttons(const struct buzzers_page *page, const struct game *game,
                        struct form *form)
{
    bool is_first = game->buzzers.why == BUZZERS_MOVED && !page->had_each && !page->is_each;
    const char *done = game->buzzers.is_of_lesson ? _("Go on") : _("Done");
    const char *each = page->is_each ? NULL : _("Each team presses once");
    form->primary = is_first ? each : done;
    form->primary_id = is_first ? BUZZERS_EACH : BUZZERS_DONE;
    form->other = is_first ? done : each;
    form->other_id = is_first ? BUZZERS_DONE : BUZZERS_EACH;
}

void buzzers_draw(const struct buzzers_page *page, const struct game *game, struct ui *ui)
{
    struct row rows[TEAMS_MOST];
    struct hint hints[4];
    struct form form = {.title = _("Buzzers"),
                        .parts = {say(page, game, ui->arena)},
                        .rows = rows,
                        .row_count = buzzers_count(game),
                        .row_id = BUZZERS_TEAM,
                        .row_flags = AREA_ERASE,
                        .row_button_id = BUZZERS_CLEAR,
                        .row_button_icon = MASK_CROSS,
                        .row_button_name = _("No buzzer"),
                        .hints = hints,
                        .region_id = BUZZERS_REGION};
    form.row_first = page->first;
    for (int i = 0; i < form.row_count; i++)
        rows[i] = row_of(page, game, i, ui);
    add_buttons(page, game, &form);
    if (page->capture >= 0) {
        hints[form.hint_count++] = (struct hint){.keys = "Delete", .label = _("no buzzer")};
        hints[form.hint_count++] = (struct hint){
            .keys = "Esc", .pad = page->is_each ? PAD_NONE : PAD_EAST, .label = _("leave it")};
        if (page->is_each)
            hints[form.hint_count++] = (struct hint){.pad = PAD_BACK, .label = _("undo")};
    } else {
        hints[form.hint_count++] =
            (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = _("choose")};
        hints[form.hint_count++] = (struct hint){.keys = "Delete", .label = _("no buzzer")};
        if (page->undo_count) {
            hints[form.hint_count++] = (struct hint){
                .keys = "U", .pad = PAD_BACK, .label = _("undo"), .id = BUZZERS_UNDO};
        }
        hints[form.hint_count++] =
            (struct hint){.keys = "Esc", .pad = back_button(game), .label = _("back")};
    }
    form_draw(ui, &form);
}
