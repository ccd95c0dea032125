#include "screens/dock.h"

#include <math.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/problems.h"
#include "ui/widget.h"

enum { LINES_MOST = 2 };

/// What it says.
struct line {
    const char *text;  // NULL: nothing
    const char *brief; // where `text` takes too much room; NULL: that is all there is
    enum mask icon;
    struct colour colour;
    bool opens; // the report
};

static struct line note_line(const struct reload *reload, struct ui *ui)
{
    static const enum mask icons[] = {[RELOAD_GOOD] = MASK_CHECK,
                                      [RELOAD_BAD] = MASK_FLAG,
                                      [RELOAD_ANSWER] = MASK_CHECK,
                                      [RELOAD_QUIET] = MASK_CHECK};
    const struct colour colours[] = {[RELOAD_GOOD] = ui->theme->correct,
                                     [RELOAD_BAD] = ui->theme->warn,
                                     [RELOAD_ANSWER] = ui->theme->text2,
                                     [RELOAD_QUIET] = ui->theme->text2};
    ui_wake(ui, reload->note_until_ms);
    return (struct line){.text = arena_text(ui->arena, reload->note, strlen(reload->note)),
                         .icon = icons[reload->tone],
                         .colour = colours[reload->tone]};
}

static struct line gone_line(const struct library_entry *entry, const struct ui *ui)
{
    const char *name = problems_file_name(entry->path, ui->arena);
    return (struct line){
        .text = fill_text(
            ui->arena,
            _("{1} has moved. Playing from memory. Open it again on Home with Ctrl+O."), name,
            NULL),
        .brief = fill_text(ui->arena, _("{1} has moved. Playing from memory."), name, NULL),
        .icon = MASK_FLAG,
        .colour = ui->theme->warn,
    };
}

static struct line sound_line(const struct game *game, struct ui *ui)
{
    bool is_on = game->settings.sounds;
    ui_wake(ui, game->sound_said_until_ms);
    return (struct line){
        .text = is_on ? _("Sound is on.") : _("Sound is off. Ctrl+M turns it on again."),
        .icon = is_on ? MASK_SOUND : MASK_MUTE,
        .colour = ui->theme->text2,
    };
}

/// The first problem as a sentence, and how many there are besides.
static const char *problem_words(const struct diags *diags, struct arena *arena)
{
    const char *first = problems_first(diags, arena);
    size_t len = first ? strlen(first) : 0, more = diags->errors + diags->warnings;
    if (!len)
        return "?";
    bool is_ended = strchr(".?!", first[len - 1]) != NULL;
    const char *sentence = arena_printf(arena, "%s%s", first, is_ended ? "" : ".");
    if (more < 2)
        return sentence;
    more--;
    return fill_text(arena, ngettext("{1} {2} more.", "{1} {2} more.", (unsigned long)more),
                     sentence, fill_number(arena, (long long)more), NULL);
}

static struct line broken_line(const struct game *game, const struct ui *ui)
{
    const struct library_entry *entry = game_broken_entry(game);
    const struct bank_file *file = game_broken_file(entry);
    const char *name = problems_file_name(entry->path, ui->arena);
    enum device device = ui->state->device;
    bool is_keyboard = device == DEVICE_KEYBOARD || device == DEVICE_NONE;
    const char *see = is_keyboard ? _("See why (Ctrl+J)") : _("See why");
    bool is_error = entry->bad.path || file->diags.errors > 0;
    return (struct line){
        .text = arena_printf(ui->arena, "%s: %s %s", name,
                             problem_words(&file->diags, ui->arena), see),
        .brief = arena_printf(ui->arena, "%s: %s. %s", name,
                              problems_count(&file->diags, ui->arena), see),
        .icon = MASK_FLAG,
        .colour = is_error ? ui->theme->warn : ui->theme->text2,
        .opens = true,
    };
}

static struct line line_of(struct ui *ui, const struct game *game, enum dock_place place)
{
    const struct reload *reload = &game->reload;
    if (ui->now_ms < game->sound_said_until_ms)
        return sound_line(game, ui);
    if (reload->note && ui->now_ms < reload->note_until_ms)
        return note_line(reload, ui);
    if (reload->is_closed)
        return (struct line){0};
    if (place != DOCK_BELOW_REPORT && game_broken_entry(game))
        return broken_line(game, ui);
    const struct library_entry *gone = place == DOCK_BELOW_HOME ? NULL : game_gone_entry(game);
    return gone ? gone_line(gone, ui) : (struct line){0};
}

/// Where things are in it, from the top left.
struct parts {
    struct wrapped words;
    float padding, sign, target, height;
};

static struct parts lay_out(const struct ui *ui, const struct line *line)
{
    static const struct text_style style = {FACE_MEDIUM, 2.6F, 1.26F};
    struct parts parts = {
        .padding = 1.2F * ui->u, .sign = 4.4F * ui->u, .target = fmaxf(6.4F * ui->u, 24)};
    float width = ui->window.w - 3 * parts.padding - parts.sign - parts.target - ui->u;
    parts.words = wrap_text(ui, style, line->text, width);
    if (parts.words.line_count > LINES_MOST && line->brief)
        parts.words = wrap_text(ui, style, line->brief, width);
    parts.height = ceilf(fmaxf(parts.target, wrapped_height(&parts.words)) + 2 * parts.padding);
    return parts;
}

float dock_height(struct ui *ui, const struct game *game, enum dock_place place)
{
    struct line line = line_of(ui, game, place);
    return line.text ? lay_out(ui, &line).height : 0;
}

void dock_view(struct ui *ui, const struct game *game, enum dock_place place, float height)
{
    struct line line = line_of(ui, game, place);
    struct parts parts = lay_out(ui, &line);
    struct rect rect = ui->window;
    rect.y += rect.h - height;
    rect.h = height;
    ui_fill(ui, rect, 0, ui->theme->surface);
    ui_fill(ui, (struct rect){rect.x, rect.y, rect.w, ui_stroke_px(ui, 0.5F)}, 0, line.colour);
    struct rect inner = rect_inset(rect, parts.padding);
    struct rect close = rect_cut_right(&inner, parts.target);
    rect_cut_right(&inner, parts.padding);
    if (line.opens) {
        bool is_lit =
            ui_is_hovered(ui, ACTION_PROBLEMS, 0) || ui_is_pressed(ui, ACTION_PROBLEMS, 0);
        if (is_lit)
            ui_fill(ui, inner, ui->u, ui->theme->surface2);
        ui_focus_ring(ui, ACTION_PROBLEMS, 0, inner, ui->u);
        ui_area(ui, inner, ACTION_PROBLEMS, 0, 0, line.text);
    }
    struct rect text = inner;
    rect_cut_left(&text, parts.sign);
    struct point sign = {inner.x + 2 * ui->u, inner.y + inner.h / 2};
    ui_icon(ui, line.icon, sign, 1.4F * ui->u, 0.26F, line.colour);
    rect_cut_top(&text, (text.h - wrapped_height(&parts.words)) / 2);
    wrapped_draw(ui, &parts.words, text, ALIGN_START, ui->theme->text);
    close.y += (close.h - parts.target) / 2;
    close.h = parts.target;
    ui_icon_button(ui, close, MASK_CROSS, _("Close this line"), ACTION_UNDOCK, 0, 0);
}
