// Problems: all that is wrong in what was asked for, and in the bank that is chosen.
#include "screens/problems.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/play.h"
#include "screens/screen.h"
#include "store/file.h"
#include "store/folder.h"
#include "ui/widget.h"

enum { PROBLEMS_READ = 1, PROBLEMS_CLOSE, PROBLEMS_COPY, PROBLEMS_ROW, PROBLEMS_REGION };

struct problems {
    bool is_still_wrong; // it was read again, in vain
    bool is_copied;      // to the clipboard
    struct arena arena;  // of what was copied
};

static const struct diag *first_error(const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity == DIAG_ERROR)
            return &diags->items[i];
    }
    return diags->count ? &diags->items[0] : NULL;
}

static const char *place_words(const struct place *place, struct arena *arena)
{
    return fill_text(arena, _("Line {1}, column {2}"), fill_number(arena, place->line),
                     fill_number(arena, place->column), NULL);
}

const char *problems_first(const struct diags *diags, struct arena *arena)
{
    const struct diag *first = first_error(diags);
    if (!first || !first->place.line)
        return first ? first->message : NULL;
    return arena_printf(arena, "%s: %s", place_words(&first->place, arena), first->message);
}

const char *problems_file_name(const char *path, struct arena *arena)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    const char *name = file_name(arena_text(arena, path, len));
    return folder_shown_name(*name ? name : path, arena);
}

static size_t found(const struct diags *diags)
{
    return diags->errors + diags->warnings;
}

static const char *count_words(size_t count, struct arena *arena)
{
    return fill_text(arena, ngettext("{1} problem", "{1} problems", (unsigned long)count),
                     fill_number(arena, (long long)count), NULL);
}

const char *problems_count(const struct diags *diags, struct arena *arena)
{
    return count_words(found(diags), arena);
}

static const char *refusal_words(const char *path, const struct diags *diags,
                                 struct arena *arena)
{
    const char *name = problems_file_name(path, arena);
    const struct diag *first = first_error(diags);
    if (!first)
        return fill_text(arena, _("{1} cannot be played."), name, NULL);
    if (!first->place.line)
        return fill_text(arena, _("{1} cannot be played: it {2}."), name, first->message, NULL);
    return fill_text(arena, _("{1} cannot be played. {2}: {3}."), name,
                     place_words(&first->place, arena), first->message, NULL);
}

const char *problems_refused(const struct game *game, struct arena *arena)
{
    const struct refusal *refusal = game->refused;
    if (!refusal)
        return NULL;
    const struct diags *diags = game_refusal_why(game, refusal);
    const char *words = refusal_words(refusal->path, diags, arena);
    if (found(diags) > 1) {
        words = fill_text(arena, _("{1} {2} in all."), words, count_words(found(diags), arena),
                          NULL);
    }
    int more = game->refused_count - 1;
    if (!more)
        return words;
    return arena_printf(arena, "%s %s", words,
                        fill_text(arena,
                                  ngettext("{1} more file is refused.",
                                           "{1} more files are refused.", (unsigned long)more),
                                  fill_number(arena, more), NULL));
}

static const struct text_style style_mono = {FACE_MONO, 2.4F, 1.3F};

/// The first `count` characters of `text`.
static const char *first_chars(const char *text, int count, struct arena *arena)
{
    const char *at = text, *end = text + strlen(text);
    while (count-- > 0 && at < end)
        text_next(&at, end);
    return arena_text(arena, text, (size_t)(at - text));
}

/// A part of the file: each line behind its number, from character `skip` on, `room` of them.
struct excerpt {
    int skip, room;
    float margin, line_px;
};

static const char *shown_part(const struct excerpt *e, const char *line, struct arena *arena)
{
    return first_chars(line + strlen(first_chars(line, e->skip, arena)), e->room, arena);
}

static void draw_line(struct ui *ui, const struct excerpt *e, struct rect rect, int number,
                      const char *line)
{
    rect.h = e->line_px;
    ui_label(ui, rect, style_mono, ALIGN_START, ui->theme->text3,
             arena_printf(ui->arena, "%d", number));
    rect_cut_left(&rect, e->margin);
    ui_label(ui, rect, style_mono, ALIGN_START, ui->theme->text2,
             shown_part(e, line, ui->arena));
}

/// Draws a line of the file, the one before it, and below it what is meant. Where the line is
/// too long, what stands around that is shown.
static float draw_excerpt(struct ui *ui, struct rect rect, const struct diag *diag)
{
    struct arena *arena = ui->arena;
    struct excerpt e = {
        .margin = ui_label_width(ui, style_mono, arena_printf(arena, "%d  ", diag->place.line)),
        .line_px = ui_line_px(ui, style_mono.size_u, style_mono.spacing),
    };
    float cell = ui_label_width(ui, style_mono, "0");
    e.room = (int)fmaxf(4, (rect.w - e.margin) / cell - 1);
    e.skip = diag->caret + diag->caret_width > e.room ? diag->caret - e.room / 3 : 0;
    e.skip = e.skip > 0 ? e.skip : 0;
    struct rect rest = rect;
    if (diag->before) {
        draw_line(ui, &e, rest, diag->place.line - 1, diag->before);
        rect_cut_top(&rest, e.line_px);
    }
    draw_line(ui, &e, rest, diag->place.line, diag->excerpt);
    rect_cut_top(&rest, e.line_px);
    const char *shown = shown_part(&e, diag->excerpt, arena);
    int from = diag->caret - e.skip;
    float left = e.margin + ui_label_width(ui, style_mono, first_chars(shown, from, arena));
    float right =
        e.margin +
        ui_label_width(ui, style_mono, first_chars(shown, from + diag->caret_width, arena));
    float thick = ui_stroke_px(ui, 0.4F);
    struct rect mark = {rect.x + left, rest.y, fmaxf(cell, right - left), thick};
    mark.w = fminf(mark.w, rect.w - left);
    ui_fill(ui, mark, 0, ui->theme->warn);
    return rest.y - rect.y + thick + ui->u;
}

static float draw_one(struct ui *ui, struct rect rect, const struct diag *diag)
{
    struct rect rest = rect;
    if (diag->place.line) {
        rect_cut_top(&rest, ui_paragraph(ui, rest, style_label, ALIGN_START, ui->theme->warn,
                                         place_words(&diag->place, ui->arena)));
    }
    rect_cut_top(
        &rest, ui_paragraph(ui, rest, style_body, ALIGN_START, ui->theme->text, diag->message));
    if (diag->excerpt)
        rect_cut_top(&rest, draw_excerpt(ui, rest, diag));
    return rest.y - rect.y;
}

/// Draws one below the other. `row`: the number of the first as what can be walked along, so
/// that arrows and a pad scroll them; -1: they are only seen.
static float draw_all(struct ui *ui, struct rect rect, const struct diags *diags, int row)
{
    struct rect rest = rect;
    float gap = 2 * ui->u;
    rest.h = 1e6F;
    for (size_t i = 0; i < diags->count; i++) {
        struct rect at = rest;
        at.h = draw_one(ui, rest, &diags->items[i]);
        rect_cut_top(&rest, at.h + gap);
        if (row < 0)
            continue;
        struct rect around = rect_inset(at, -0.6F * ui->u);
        ui_focus_ring(ui, PROBLEMS_ROW, row + (int)i, around, 0.8F * ui->u);
        ui_area(ui, around, PROBLEMS_ROW, row + (int)i, AREA_REST, diags->items[i].message);
    }
    if (found(diags) > diags->count) {
        size_t more = found(diags) - diags->count;
        const char *words =
            fill_text(ui->arena,
                      ngettext("And {1} more. See them all: quartet check",
                               "And {1} more. See them all: quartet check", more),
                      fill_number(ui->arena, (long long)more), NULL);
        rect_cut_top(&rest,
                     ui_paragraph(ui, rest, style_label, ALIGN_START, ui->theme->text3, words));
    }
    return rest.y - rect.y;
}

float problems_draw(struct ui *ui, struct rect rect, const struct diags *diags)
{
    return draw_all(ui, rect, diags, -1);
}

float problems_height(struct ui *ui, float width, const struct diags *diags)
{
    float alpha = ui->alpha;
    ui->alpha = 0; // measures without drawing
    float height = problems_draw(ui, (struct rect){0, 0, width, 0}, diags);
    ui->alpha = alpha;
    return height;
}

// The screen.

/// A file and what is wrong in it.
struct section {
    const char *path;
    const struct diags *diags;
    const char *goes_on; // with what, until it is mended; NULL: with nothing
};

/// What is played while the file of `entry` is broken.
static const char *goes_on_words(const struct game *game, const struct library_entry *entry,
                                 struct arena *arena)
{
    enum { MINUTE_MS = 60000, DAY_MINUTES = 24 * 60 };

    int64_t good_ms = entry->good_ms ? entry->good_ms : entry->file.stamp.written_ns / 1000000;
    int minute = (int)((good_ms / MINUTE_MS + game->ahead_min) % DAY_MINUTES);
    int count = entry->file.bank->question_count;
    if (!entry->bad.path) {
        return fill_text(arena,
                         ngettext("{1} question can be played.", "{1} questions can be played.",
                                  (unsigned long)count),
                         fill_number(arena, count), NULL);
    }
    const char *time = arena_printf(arena, "%d:%02d", minute / 60, minute % 60);
    return fill_text(arena, _("You keep playing with the last good version from {1}."), time,
                     NULL);
}

static int list_sections(const struct game *game, struct arena *arena,
                         struct section **sections)
{
    int count = 0, most = game->refused_count + game->library.count + 1;
    *sections = ARENA_ARRAY(arena, most, struct section);
    for (int i = 0; i < game->library.count; i++) {
        const struct library_entry *entry = &game->library.entries[i];
        if (game_is_broken(entry)) {
            (*sections)[count++] =
                (struct section){entry->path, &game_broken_file(entry)->diags,
                                 goes_on_words(game, entry, arena)};
        }
    }
    for (const struct refusal *r = game->refused; r; r = r->next)
        (*sections)[count++] = (struct section){r->path, game_refusal_why(game, r), NULL};
    const struct bank *bank = game_bank(game);
    bool is_there = bank && game_is_broken(&game->library.entries[game->bank_at]);
    if (bank && bank->set_aside && !is_there) {
        const struct bank_file *file = game_bank_file(game);
        (*sections)[count++] = (struct section){file->path, &file->diags, NULL};
    }
    return count;
}

static float draw_sections(const struct game *game, struct ui *ui, struct rect rect,
                           bool is_measured)
{
    struct section *sections = NULL;
    int count = list_sections(game, ui->arena, &sections), row = 0;
    struct rect rest = rect;
    rest.h = 1e6F;
    for (int i = 0; i < count; i++) {
        const struct diags *diags = sections[i].diags;
        const char *path = folder_shown_name(sections[i].path, ui->arena);
        rect_cut_top(&rest, i ? 3 * ui->u : 0);
        rect_cut_top(&rest,
                     ui_paragraph(ui, rest, style_strong, ALIGN_START, ui->theme->text, path));
        rect_cut_top(&rest, ui_paragraph(ui, rest, style_label, ALIGN_START, ui->theme->text2,
                                         count_words(found(diags), ui->arena)));
        rect_cut_top(&rest, 2 * ui->u);
        rect_cut_top(&rest, draw_all(ui, rest, diags, is_measured ? -1 : row));
        if (sections[i].goes_on) {
            rect_cut_top(&rest, ui_paragraph(ui, rest, style_strong, ALIGN_START,
                                             ui->theme->text, sections[i].goes_on));
        }
        row += (int)diags->count;
    }
    return rest.y - rect.y;
}

static float sections_height(const struct game *game, struct ui *ui, float width)
{
    float alpha = ui->alpha;
    ui->alpha = 0; // measures without drawing
    float height = draw_sections(game, ui, (struct rect){0, 0, width, 0}, true);
    ui->alpha = alpha;
    return height;
}

/// The button at its place; returns how far the hints may go.
static float draw_primary(const struct game *game, struct ui *ui, struct rect *rest)
{
    const unsigned flags = AREA_PRIMARY | AREA_FIRST;
    const char *label = game->refused ? _("Read it again") : _("Close");
    struct rect button = play_primary(ui, rest);
    float more = fminf(ui_button_width(ui, label) * ui->u, rest->w) - button.w;
    if (more > 0) {
        button.x -= more;
        button.w += more;
    }
    ui_button(ui, button, BUTTON_PRIMARY, label, game->refused ? PROBLEMS_READ : PROBLEMS_CLOSE,
              0, flags);
    return ui->grid == UI_TALL ? 0 : button.x - 2 * ui->u;
}

/// What can be done about it, above the list.
static void draw_ways(const struct problems *problems, struct ui *ui, struct rect *rest)
{
    const char *labels[] = {_("Open in editor"), problems->is_copied ? _("Copied") : _("Copy")};
    const int ids[] = {ACTION_EDIT, PROBLEMS_COPY};
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.9F)), gap = 2 * ui->u;
    struct rect row = rect_cut_top(rest, height);
    for (int i = 0; i < 2; i++) {
        float width = fminf(ui_button_width(ui, labels[i]) * ui->u, (rest->w - gap) / 2);
        ui_button(ui, rect_cut_left(&row, width), BUTTON_QUIET, labels[i], ids[i], 0, 0);
        rect_cut_left(&row, gap);
    }
    rect_cut_top(rest, 2 * ui->u);
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct problems *problems = self;
    arena_free(&problems->arena);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct problems *problems = self;
    struct rect rest = ui_page(ui, _("What is wrong"));
    if (problems->is_still_wrong) {
        const char *words = _("Read again just now: this is still wrong.");
        rect_cut_top(&rest,
                     ui_paragraph(ui, rest, style_label, ALIGN_START, ui->theme->warn, words));
        rect_cut_top(&rest, 1.6F * ui->u);
    }
    float end = draw_primary(game, ui, &rest);
    draw_ways(problems, ui, &rest);
    ui_card(ui, rest, 2.4F, ui->theme->surface);
    struct rect inner = rect_inset(rest, 2 * ui->u);
    float edge = 1.2F * ui->u; // for the focus ring
    float width = inner.w - 2 * edge - 2 * ui->u;
    float up = ui_scroll_begin(ui, PROBLEMS_REGION, inner,
                               sections_height(game, ui, width) + 2 * edge);
    draw_sections(game, ui, (struct rect){inner.x + edge, inner.y + edge - up, width, 0},
                  false);
    ui_scroll_end(ui);
    const struct hint hints[] = {
        {.keys = "↑ ↓", .label = _("move")},
        {.keys = "F5", .pad = PAD_SOUTH, .label = _("read again")},
        {.keys = "Esc", .pad = PAD_EAST, .label = _("back")},
    };
    const struct hint back[] = {hints[0], hints[2]};
    ui_hints(ui, game->refused ? hints : back, game->refused ? 3 : 2, end);
}

/// Opens the first file where its first error is.
static struct step edit(struct game *game)
{
    struct arena scratch = {0};
    struct section *sections = NULL;
    if (list_sections(game, &scratch, &sections)) {
        const struct diag *first = first_error(sections[0].diags);
        game->asks_edit = sections[0].path;
        game->asks_edit_line = first ? first->place.line : 0;
    }
    arena_free(&scratch);
    return (struct step){0};
}

/// Copies what `check` would print.
static struct step copy(struct problems *problems, struct game *game)
{
    struct arena scratch = {0};
    struct section *sections = NULL;
    struct buf text = {0};
    int count = list_sections(game, &scratch, &sections);
    for (int i = 0; i < count; i++) {
        for (size_t k = 0; k < sections[i].diags->count; k++)
            diag_print(&sections[i].diags->items[k], &text);
    }
    arena_reset(&problems->arena);
    game->asks_copy = arena_text(&problems->arena, text.data ? text.data : "", text.len);
    buf_free(&text);
    arena_free(&scratch);
    problems->is_copied = true;
    return (struct step){.redraw = true};
}

static struct step read_again(struct problems *problems, struct game *game)
{
    if (!game->refused) {
        game_ask_look(game);
        return (struct step){.redraw = true};
    }
    if (game_open_refused(game))
        return (struct step){.kind = STEP_HOME};
    problems->is_still_wrong = true;
    return (struct step){.redraw = true};
}

/// What was wrong may be mended: then there is nothing to see here any more.
static struct step follow_files(const struct game *game)
{
    struct arena scratch = {0};
    struct section *sections = NULL;
    int count = list_sections(game, &scratch, &sections);
    arena_free(&scratch);
    return (struct step){.kind = count ? STEP_STAY : STEP_BACK, .redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    switch (action->id) {
    case PROBLEMS_READ:
        return read_again(self, game);
    case ACTION_EDIT:
        return edit(game);
    case PROBLEMS_COPY:
        return copy(self, game);
    case PROBLEMS_CLOSE:
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_RELOADED:
        return follow_files(game);
    case ACTION_SHOWN:
        return (struct step){.redraw = true};
    default:
        return (struct step){0};
    }
}

static const struct shortcut shortcuts[] = {
    {KEY_F5, 0, PAD_NONE, PROBLEMS_READ, 0, "F5", N_("Read it again")},
    {'r', MOD_CTRL, PAD_NONE, PROBLEMS_READ, 0, NULL, NULL},
    {'e', MOD_CTRL, PAD_WEST, ACTION_EDIT, 0, "Ctrl E", N_("Open the file in your editor")},
    {'c', MOD_CTRL, PAD_NONE, PROBLEMS_COPY, 0, "Ctrl C", N_("Copy what is wrong")},
    {0},
};

const struct screen screen_problems = {
    .name = "problems",
    .state_size = sizeof(struct problems),
    .shortcuts = shortcuts,
    .leave = leave,
    .update = update,
    .view = view,
};
