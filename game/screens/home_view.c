#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/home.h"
#include "screens/home_strip.h"
#include "screens/problems.h"
#include "screens/week_card.h"
#include "ui/control.h"
#include "ui/tile.h"

/// A way to play: mark, name and a few words.
struct mode {
    int id, mark;
    const char *name, *words;
};

enum { MODES_MOST = 4 };

static float badge_side(const struct ui *ui, float height)
{
    return fminf((ui->is_compact ? 7 : 10.4F) * ui->u, height - 3 * ui->u);
}

static float badge_left(const struct ui *ui)
{
    return ui->is_compact ? 1.8F : 3;
}

/// Where name and words of a way to play stand: beside its badge.
static struct rect mode_text(struct rect rect, const struct ui *ui)
{
    struct rect text = rect_inset(rect, 1.4F * ui->u);
    rect_cut_left(&text, badge_side(ui, rect.h) + (badge_left(ui) + 1.4F) * ui->u);
    return text;
}

static void draw_mode(struct ui *ui, struct rect rect, const struct mode *mode)
{
    float depth = ui_press_depth(ui, mode->id, 0) * 0.4F * ui->u;
    bool is_lit = ui_is_hovered(ui, mode->id, 0);
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;
    struct rect whole = rect;
    rect = rect_move(rect, 0, depth);
    ui_card(ui, rect, 2.4F, is_lit ? ui->theme->surface2 : ui->theme->surface);
    float side = badge_side(ui, rect.h);
    struct rect badge = {rect.x + badge_left(ui) * ui->u, rect.y + (rect.h - side) / 2, side,
                         side};
    ui_fill(ui, badge, 2 * ui->u, is_plain ? ui->theme->text : answer_colours[mode->mark].fill);
    ui_mark(ui, (enum mask)mode->mark, rect_centre(badge), side * 0.26F,
            is_plain ? ui->theme->bg : answer_colours[mode->mark].ink);

    struct rect text = mode_text(rect, ui);
    struct text_style small = {FACE_REGULAR, 2.4F, 1.24F};
    struct wrapped words = wrap_text(ui, small, mode->words, text.w);
    float name_height = ui_line_px(ui, 3.1F, 1.3F);
    bool has_words = name_height + wrapped_height(&words) <= text.h;
    float used = name_height + (has_words ? wrapped_height(&words) : 0);
    rect_cut_top(&text, (text.h - used) / 2);
    ui_label(ui, rect_cut_top(&text, name_height), style_strong, ALIGN_START, ui->theme->text,
             mode->name);
    if (has_words)
        wrapped_draw(ui, &words, text, ALIGN_START, ui->theme->text3);
    ui_focus_ring(ui, mode->id, 0, whole, 2.4F * ui->u);
    ui_area(ui, whole, mode->id, 0, 0, mode->name);
}

/// "12 new, 24 due".
static const char *cards_words(const struct game *game, struct arena *arena)
{
    const struct study_outlook *cards = &game->outlook;
    if (cards->bank != game_known_bank(game))
        return _("what is due today");
    if (!cards->new_cards && !cards->due)
        return cards->done ? _("done for today") : _("nothing due");
    return fill_text(arena, _("{1} new, {2} due"), format_count(arena, cards->new_cards),
                     format_count(arena, cards->due), NULL);
}

static const char *mistakes_words(const struct game *game, struct arena *arena)
{
    int count = game->back.mistakes.all;
    if (!count)
        return _("none to fix");
    return fill_text(
        arena, ngettext("{1} to look at again", "{1} to look at again", (unsigned long)count),
        format_count(arena, count), NULL);
}

static int modes_for(const struct game *game, const struct ui *ui,
                     struct mode modes[MODES_MOST])
{
    struct arena *arena = ui->arena;
    // The settings have a button in the header too.
    int most = ui->grid == UI_SQUARE && !ui->is_compact ? MODES_MOST - 1 : MODES_MOST;
    int count = 0, missed = game->session.turn_count ? game_missed_count(game) : 0;
    const struct bank *bank = game_known_bank(game);
    if (bank) {
        modes[count++] =
            (struct mode){HOME_QUIZ, 0, _("Quiz"), _("choose topics and how many")};
        modes[count++] =
            (struct mode){HOME_CARDS, 2, _("Flashcards"), cards_words(game, arena)};
    } else if (game->library.count) {
        modes[count++] =
            (struct mode){HOME_BANK, 0, _("Other banks"), _("those that are there")};
    }
    if (game_has_looked_back(game)) {
        modes[count++] =
            (struct mode){HOME_REVIEW, 1, _("Mistakes"), mistakes_words(game, arena)};
        modes[count++] = (struct mode){HOME_TEAMS, 3, _("Teams"), _("a lesson with a class")};
        return count;
    }
    if (missed) {
        modes[count++] = (struct mode){
            HOME_REVIEW, 1, _("Mistakes"),
            fill_text(arena, _("{1} from the last quiz"), fill_number(arena, missed), NULL)};
    }
    modes[count++] =
        (struct mode){HOME_OPEN, 3, _("Open a bank"), _("a file on this computer")};
    if (!bank && count < most) {
        modes[count++] =
            (struct mode){HOME_GUIDE, 1, _("Add questions"), _("how to write your own")};
    }
    if (count < most) {
        modes[count++] =
            (struct mode){HOME_SETTINGS, 4, _("Settings"), _("theme, text size, timer")};
    }
    return count;
}

struct mode_grid {
    struct mode modes[MODES_MOST];
    int count, columns, rows;
    float row, gap; // pixels
};

/// Whether each name can be read whole beside its badge, if need be in the smallest size.
static bool names_fit(const struct mode_grid *g, const struct ui *ui, float width)
{
    const struct text_style least = {FACE_SEMIBOLD, 2.4F, 1.2F};
    float cell = (width - g->gap * (float)(g->columns - 1)) / (float)g->columns;
    float room = mode_text((struct rect){0, 0, cell, g->row}, ui).w;
    for (int i = 0; i < g->count; i++) {
        if (ui_label_width(ui, least, g->modes[i].name) > room)
            return false;
    }
    return true;
}

static struct mode_grid lay_out_modes(const struct game *game, const struct ui *ui, float width,
                                      bool is_tight)
{
    struct mode_grid g = {0};
    g.count = modes_for(game, ui, g.modes);
    bool is_large = ui->text_scale > 1.4F;
    if (ui->grid == UI_TALL) {
        g.columns = g.count > 3 ? 2 : 1;
    } else if (ui->grid == UI_SQUARE || is_large) {
        g.columns = g.count == 3 && !is_large ? 3 : 2;
    } else {
        g.columns = g.count;
    }
    // Tight: a line of words under the name, else two.
    float least = (is_tight ? 6.6F : 9.5F) * ui->text_scale + (is_tight ? 4 : 5);
    float usual = is_tight ? 10.6F : ui->is_compact ? 14 : 16.4F;
    g.row = fmaxf(usual, least) * ui->u;
    g.gap = (is_tight ? 2 : 3) * ui->u;
    while (g.columns > 1 && !names_fit(&g, ui, width))
        g.columns--;
    g.rows = (g.count + g.columns - 1) / g.columns;
    return g;
}

static float modes_height(const struct mode_grid *g)
{
    return g->row * (float)g->rows + g->gap * (float)(g->rows - 1);
}

static void draw_modes(struct ui *ui, struct rect area, const struct mode_grid *g)
{
    for (int i = 0; i < g->count; i++) {
        struct rect cell =
            rect_cell(area, g->columns, g->rows, i % g->columns, i / g->columns, g->gap);
        draw_mode(ui, cell, &g->modes[i]);
    }
}

/// Who plays, if there is somebody else too: at the right end of `row`, where that leaves room
/// for it, else below.
static void draw_learner(const struct game *game, struct ui *ui, struct rect *row,
                         struct rect *rest)
{
    if (!home_has_learners(game))
        return;
    const char *name = game->journal->learner;
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 1.9F));
    float wanted = ui_label_width(ui, style_label, name) + 10 * ui->u;
    struct rect below, *place = row;
    if (row->w < fminf(wanted, 30 * ui->u)) {
        rect_cut_top(rest, 3 * ui->u);
        below = rect_cut_top(rest, height);
        wanted = ui->grid == UI_TALL ? below.w : wanted;
        place = &below;
    }
    struct rect pill = rect_cut_right(place, fminf(wanted, place->w));
    rect_cut_right(place, 1.8F * ui->u);
    pill.h = fminf(height, pill.h);
    ui_choice_pill(ui, pill, name, HOME_LEARNER, 0, 0);
}

/// How many days in a row something was done: at the right end of `row`, if there are any and
/// they have room there.
static void draw_streak(const struct game *game, struct ui *ui, struct rect row)
{
    const struct text_style style = {FACE_SEMIBOLD, 2.7F, 1.24F};
    int days = game_has_looked_back(game) ? game->back.streak : 0;
    const char *words =
        fill_text(ui->arena, ngettext("{1} day", "{1} days", (unsigned long)days),
                  format_count(ui->arena, days), NULL);
    float flame = 4.4F * ui->u, end = 2 * ui->u;
    float width = end + flame + ui_label_width(ui, style, words) + end;
    if (!days || width > row.w)
        return;
    struct rect pill = rect_cut_right(&row, width);
    float line = ui_stroke_px(ui, 0.18F), radius = pill.h / 2;
    ui_fill(ui, pill, radius, ui->theme->line);
    ui_fill(ui, rect_inset(pill, line), radius - line, ui->theme->surface);
    rect_cut_left(&pill, end);
    struct point at = rect_centre(rect_cut_left(&pill, flame));
    at.x -= 0.8F * ui->u;
    ui_mask(ui, MASK_FLAME, at, 3.6F * ui->u, 0, ui->theme->flame);
    ui_mask(ui, MASK_FLAME_CORE, at, 3.6F * ui->u, 0, ui->theme->flame_core);
    ui_label(ui, pill, style, ALIGN_START, ui->theme->text, words);
}

static void draw_top(const struct game *game, struct ui *ui, struct rect *rest)
{
    struct rect row = rect_cut_top(rest, 7.4F * ui->u);
    rect_cut_left(&row, ui_logo(ui, (struct point){row.x, row.y}) + 3 * ui->u);
    float side = 6.4F * ui->u;
    row.y += 0.3F * ui->u;
    struct rect button = {row.x + row.w - side, row.y, side, side};
    ui_icon_button(ui, button, MASK_QUESTION, _("Help"), ACTION_HELP, 0, 0);
    button = rect_move(button, -side - 1.8F * ui->u, 0);
    ui_icon_button(ui, button, MASK_SLIDERS, _("Settings"), HOME_SETTINGS, 1, 0);
    if (game_has_looked_back(game)) {
        button = rect_move(button, -side - 1.8F * ui->u, 0);
        ui_icon_button(ui, button, MASK_CLIMB, _("Statistics"), HOME_STATS, 1, 0);
        button = rect_move(button, -side - 1.8F * ui->u, 0);
        ui_icon_button(ui, button, MASK_CLOCK, _("Plan"), HOME_PLAN, 1, 0);
    }
    row.w = button.x - 1.8F * ui->u - row.x;
    draw_learner(game, ui, &row, rest);
    row.h = side;
    draw_streak(game, ui, row);
}

static const float week_u = 46, week_gap_u = 4;

/// This week stands beside the hero where there is room for both.
static bool has_week_beside(const struct game *game, const struct ui *ui)
{
    return game_has_looked_back(game) && ui->grid == UI_WIDE && !ui->is_compact &&
           ui->text_scale < 1.4F;
}

struct home_layout {
    struct home_hero hero;
    bool has_week;
    struct mode_grid modes;
    float gap, least; // pixels
};

static struct home_layout lay_out(const struct game *game, const struct ui *ui, float width,
                                  const char *notice, bool is_tight)
{
    bool has_week = has_week_beside(game, ui);
    float hero = width - (has_week ? (week_u + week_gap_u) * ui->u : 0);
    struct home_layout l = {
        .has_week = has_week,
        .hero = home_hero_lay_out(game, ui, hero, notice, is_tight),
        .modes = lay_out_modes(game, ui, width, is_tight),
        .gap = (is_tight ? 2 : 4) * ui->u,
    };
    l.least = l.hero.height + l.gap + modes_height(&l.modes);
    return l;
}

/// Hero and modes below each other, closer together where room is scarce; what does not fit
/// even so scrolls.
static void draw_choices(const struct game *game, struct ui *ui, struct rect rest,
                         const char *notice)
{
    struct home_layout l = lay_out(game, ui, rest.w, notice, false);
    if (l.least > rest.h + 0.5F)
        l = lay_out(game, ui, rest.w, notice, true);
    bool scrolls = l.least > rest.h + 0.5F;
    if (scrolls) {
        struct rect region = rest;
        rest.w -= 2 * ui->u;
        l = lay_out(game, ui, rest.w, notice, true);
        l.least += ui->u; // for the last ledge
        rest.y -= ui_scroll_begin(ui, HOME_REGION, region, l.least);
        rest.h = l.least;
    }
    float most = ui->grid == UI_TALL ? l.hero.height + 6 * ui->u : rest.h;
    float modes = modes_height(&l.modes);
    float height = fminf(most, fmaxf(l.hero.height, rest.h - l.gap - modes));
    struct rect top = rect_cut_top(&rest, height);
    if (l.has_week) {
        week_card_draw(ui, rect_cut_right(&top, week_u * ui->u), &game->back.week, HOME_STATS,
                       0);
        rect_cut_right(&top, week_gap_u * ui->u);
    }
    home_hero_draw(ui, top, &l.hero);
    rect_cut_top(&rest, l.gap);
    draw_modes(ui, rect_cut_top(&rest, modes), &l.modes);
    if (scrolls)
        ui_scroll_end(ui);
}

static void draw_hints(const struct game *game, struct ui *ui)
{
    struct hint hints[8];
    int count = 0;
    static const char *const firsts[] = {
        [HERO_REFUSED] = N_("read again"), [HERO_NO_BANK] = N_("open a bank"),
        [HERO_LESSON] = N_("go on"),       [HERO_UNFINISHED] = N_("go on"),
        [HERO_DUE] = N_("review"),         [HERO_FIX] = N_("mistakes"),
        [HERO_DONE] = N_("go on"),         [HERO_QUIZ] = N_("start")};
    enum home_hero_kind kind = home_hero_kind(game);
    bool is_lesson = kind == HERO_DUE && game->lesson_left.is_class;
    const char *first = is_lesson ? _("start the lesson") : _(firsts[kind]);
    hints[count++] = (struct hint){.keys = "Enter", .pad = PAD_SOUTH, .label = first};
    if (home_has_problems(game))
        hints[count++] = (struct hint){.keys = "Ctrl+J", .pad = PAD_WEST, .label = _("why")};
    if (game_known_bank(game))
        hints[count++] = (struct hint){.keys = "1", .label = _("quiz")};
    if (game_known_bank(game))
        hints[count++] = (struct hint){.keys = "2", .label = _("cards")};
    if (game->library.count) {
        hints[count++] =
            (struct hint){.keys = "B", .pad = PAD_NORTH, .label = _("change bank")};
    }
    if (!game_known_bank(game))
        hints[count++] = (struct hint){.keys = "A", .label = _("add questions")};
    if (home_has_learners(game))
        hints[count++] = (struct hint){.keys = "W", .label = _("who plays")};
    hints[count++] = (struct hint){.keys = "S", .pad = PAD_START, .label = _("settings")};
    hints[count++] = (struct hint){.keys = "?", .label = _("all keys")};
    ui_hints(ui, hints, count, 0);
}

/// What goes before all else: why the last thing asked could not be done, or what may be lost.
static const char *notice_of(const struct home *home, const struct game *game,
                             struct arena *arena)
{
    const struct journal *journal = game->journal;
    if (home->notice || !journal || !journal->fault[0])
        return home->notice;
    return fill_text(arena, _("Answers are not saved. {1}"), journal->fault, NULL);
}

void home_view(const struct home *home, const struct game *game, struct ui *ui)
{
    struct rect rest = ui->content;
    float top = (ui->grid == UI_TALL ? 5 : 4) * ui->u;
    rest.y = ui->page.y + top;
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 4 * ui->u) - rest.y;
    draw_top(game, ui, &rest);
    rect_cut_top(&rest, 3 * ui->u);
    home_heading_draw(game, ui, &rest);
    draw_choices(game, ui, rest, notice_of(home, game, ui->arena));
    draw_hints(game, ui);
}
