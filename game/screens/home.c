// Home: the single best next step, and the ways to play.
#include <math.h>
#include <stdlib.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/drop.h"
#include "screens/format.h"
#include "screens/game.h"
#include "screens/screen.h"
#include "ui/control.h"
#include "ui/tile.h"

enum {
    HOME_HERO = 1,
    HOME_QUIZ,
    HOME_BANK,
    HOME_OPEN,
    HOME_SETTINGS,
    HOME_REVIEW,
    HOME_REGION,
};

struct home {
    const char *notice; // why the last thing asked could not be done
};

/// The quiz that was left, and at least one answer of it given.
static bool has_unfinished(const struct game *game)
{
    return game->has_quiz && game->session.phase != SESSION_DONE;
}

static struct step start(struct home *home, struct game *game, int64_t now_ms)
{
    if (has_unfinished(game))
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_PLAY};
    if (!game_bank(game))
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_OPEN};
    game_plan_quiz(game, NULL, 0);
    if (game_start_quiz(game, now_ms))
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_PLAY};
    home->notice = _("No question of this bank fits the settings. Choose others under Quiz.");
    return (struct step){.redraw = true};
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct home *home = self;
    home->notice = NULL;
    switch (action->id) {
    case HOME_HERO:
        return start(home, game, action->now_ms);
    case HOME_QUIZ:
    case HOME_BANK:
        return (struct step){.kind = STEP_PUSH,
                             .to = game_bank(game) ? SCREEN_PICK : SCREEN_OPEN};
    case HOME_OPEN:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_OPEN};
    case HOME_SETTINGS:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_SETTINGS};
    case HOME_REVIEW:
        if (game->session.turn_count && game_missed_count(game))
            return (struct step){.kind = STEP_PUSH, .to = SCREEN_REVIEW};
        break;
    case ACTION_DROP:
        home->notice = drop_open(game, action->text);
        break;
    default:
        break;
    }
    return (struct step){.redraw = true};
}

/// What the hero says: the label, the large line, the sentence, the button.
struct hero {
    const char *label, *title, *sentence, *button;
};

static struct hero hero_for(const struct game *game, struct arena *arena)
{
    const struct bank *bank = game_bank(game);
    const struct session *s = &game->session;
    if (!bank) {
        return (struct hero){_("Welcome"), _("Add your first questions"),
                             _("Open a bank of questions: a JSON file on this computer."),
                             _("Open a bank")};
    }
    if (has_unfinished(game)) {
        return (struct hero){
            _("Not finished"),
            fill_text(arena, _("Question {1} of {2}"), fill_number(arena, s->at + 1),
                      fill_number(arena, s->turn_count), NULL),
            fill_text(arena, _("You stopped at question {1} of {2}. Go on?"),
                      fill_number(arena, s->at + 1), fill_number(arena, s->turn_count), NULL),
            _("Go on")};
    }
    int count = game->settings.count;
    if (!count || count > bank->question_count)
        count = bank->question_count;
    return (struct hero){
        _("New quiz"),
        fill_text(arena, ngettext("{1} question", "{1} questions", (unsigned long)count),
                  format_count(arena, count), NULL),
        game->settings.question_timer_s || game->settings.quiz_timer_s
            ? _("Against the clock. Accuracy always counts most.")
            : _("No clock: take the time you need."),
        _("Start the quiz")};
}

/// A picture of cards with the four marks; only where there is room beside the text.
static void draw_cards(struct ui *ui, struct rect area)
{
    const struct theme *t = ui->theme;
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;

    const struct {
        float dx, dy, angle;
        struct colour face;
    } cards[] = {
        {2.4F, 0.6F, 9, t->surface2}, {0.8F, 0.3F, 3, t->surface2}, {-1, 0.2F, -4, t->surface}};

    float w = 21 * ui->u, h = 19.6F * ui->u;
    struct point at = {area.x + (area.w - w) / 2, area.y + (area.h - h) / 2};
    for (int i = 0; i < 3 && !is_plain; i++) {
        struct rect card = {at.x + cards[i].dx * ui->u, at.y + cards[i].dy * ui->u, w, h};
        ui_mask_turned(ui, MASK_CARD, rect_inset(card, -0.2F * ui->u), cards[i].angle, t->line);
        ui_mask_turned(ui, MASK_CARD, card, cards[i].angle, cards[i].face);
    }
    for (int i = 0; i < 4; i++) {
        int column = i % 2, row = i / 2;
        struct point p = {at.x + (4.9F + 7.2F * (float)column + 0.35F * (float)row) * ui->u,
                          at.y + (6.4F + 7.4F * (float)row - 0.5F * (float)column) * ui->u};
        float side = 2 * 1.3F * 2.5F * ui->u;
        struct rect box = {p.x - side / 2 + 1.4F * ui->u, p.y - side / 2, side, side};
        ui_mask_turned(ui, (enum mask)i, box, -4, is_plain ? t->text : answer_colours[i].fill);
    }
}

/// The hero's text, laid out; its card is as high as `height` at least.
struct hero_layout {
    struct hero hero;
    struct wrapped title, sentence;
    float button_height, padding, height; // pixels
    bool has_cards;
};

static struct hero_layout lay_out_hero(const struct game *game, const struct ui *ui,
                                       float width, const char *notice)
{
    const struct text_style large = {FACE_DISPLAY_BOLD, 6.8F, 1.15F};
    const struct text_style small = {FACE_REGULAR, 2.6F, 1.3F};
    const float sizes[] = {6.8F, 5.6F, 4.6F, 0};
    struct hero_layout l = {.hero = hero_for(game, ui->arena)};
    l.padding = (ui->grid == UI_WIDE ? 5 : 4) * ui->u;
    l.has_cards = width > 88 * ui->u && ui->text_scale < 1.4F;
    float inner = width - 2 * l.padding - (l.has_cards ? 34 * ui->u : 0);
    l.title = wrap_fit(ui, large, sizes, l.hero.title, inner, 2, 1e6F);
    l.sentence = wrap_text(ui, small, notice ? notice : l.hero.sentence, inner);
    l.button_height = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.9F));
    l.height = 6 * ui->u + ui_line_px(ui, 2.6F, 1.3F) + wrapped_height(&l.title) +
               0.4F * ui->u + wrapped_height(&l.sentence) + 2 * ui->u + l.button_height;
    return l;
}

static void draw_hero(struct ui *ui, struct rect rect, const struct hero_layout *l,
                      bool is_notice)
{
    ui_card(ui, rect, 3, ui->theme->surface);
    struct rect inner = rect_inset(rect, l->padding);
    inner.y = rect.y + 3 * ui->u;
    inner.h = rect.h - 6.7F * ui->u;
    if (l->has_cards && rect.h > 24 * ui->u)
        draw_cards(ui, rect_cut_right(&inner, 34 * ui->u));
    struct rect row = rect_cut_bottom(&inner, l->button_height);
    row.w = fminf(inner.w, fmaxf(34, ui_button_width(ui, l->hero.button)) * ui->u);
    struct rect line = rect_cut_top(&inner, ui_line_px(ui, 2.6F, 1.3F));
    ui_label(ui, line, style_label, ALIGN_START, ui->theme->accent, l->hero.label);
    wrapped_draw(ui, &l->title, inner, ALIGN_START, ui->theme->text);
    rect_cut_top(&inner, wrapped_height(&l->title) + 0.4F * ui->u);
    wrapped_draw(ui, &l->sentence, inner, ALIGN_START,
                 is_notice ? ui->theme->warn : ui->theme->text2);
    ui_button(ui, row, BUTTON_PRIMARY, l->hero.button, HOME_HERO, 0, AREA_PRIMARY | AREA_FIRST);
}

/// A way to play: mark, name and a few words.
struct mode {
    int id, mark;
    const char *name, *words;
};

static void draw_mode(struct ui *ui, struct rect rect, const struct mode *mode)
{
    float depth = ui_press_depth(ui, mode->id, 0) * 0.4F * ui->u;
    bool is_lit = ui_is_hovered(ui, mode->id, 0);
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;
    struct rect whole = rect;
    rect = rect_move(rect, 0, depth);
    ui_card(ui, rect, 2.4F, is_lit ? ui->theme->surface2 : ui->theme->surface);
    float side = fminf(10.4F * ui->u, rect.h - 3 * ui->u);
    struct rect badge = {rect.x + 3 * ui->u, rect.y + (rect.h - side) / 2, side, side};
    ui_fill(ui, badge, 2 * ui->u, is_plain ? ui->theme->text : answer_colours[mode->mark].fill);
    ui_mark(ui, (enum mask)mode->mark, rect_centre(badge), side * 0.26F,
            is_plain ? ui->theme->bg : answer_colours[mode->mark].ink);

    struct rect text = rect_inset(rect, 1.4F * ui->u);
    rect_cut_left(&text, side + 4.4F * ui->u);
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

static int modes_for(const struct game *game, struct arena *arena, struct mode modes[4])
{
    int count = 0, missed = game->session.turn_count ? game_missed_count(game) : 0;
    const struct bank *bank = game_bank(game);
    if (bank) {
        modes[count++] =
            (struct mode){HOME_QUIZ, 0, _("Quiz"), _("choose topics and how many")};
    }
    if (missed) {
        modes[count++] = (struct mode){
            HOME_REVIEW, 1, _("Mistakes"),
            fill_text(arena, _("{1} from the last quiz"), fill_number(arena, missed), NULL)};
    }
    modes[count++] =
        (struct mode){HOME_OPEN, 2, _("Open a bank"), _("a file on this computer")};
    modes[count++] =
        (struct mode){HOME_SETTINGS, 3, _("Settings"), _("theme, text size, timer")};
    return count;
}

struct mode_grid {
    struct mode modes[4];
    int count, columns, rows;
    float row; // pixels
};

static struct mode_grid lay_out_modes(const struct game *game, const struct ui *ui)
{
    struct mode_grid g = {0};
    g.count = modes_for(game, ui->arena, g.modes);
    bool is_large = ui->text_scale > 1.4F;
    if (ui->grid == UI_TALL) {
        g.columns = 1;
    } else if (ui->grid == UI_SQUARE || is_large) {
        g.columns = g.count == 3 && !is_large ? 3 : 2;
    } else {
        g.columns = g.count;
    }
    g.columns = g.columns > g.count ? g.count : g.columns;
    g.rows = (g.count + g.columns - 1) / g.columns;
    g.row = fmaxf(ui->is_compact ? 14 : 16.4F, 9.5F * ui->text_scale + 5) * ui->u;
    return g;
}

static float modes_height(const struct mode_grid *g, const struct ui *ui)
{
    return g->row * (float)g->rows + 3 * ui->u * (float)(g->rows - 1);
}

static void draw_modes(struct ui *ui, struct rect area, const struct mode_grid *g)
{
    for (int i = 0; i < g->count; i++) {
        struct rect cell =
            rect_cell(area, g->columns, g->rows, i % g->columns, i / g->columns, 3 * ui->u);
        draw_mode(ui, cell, &g->modes[i]);
    }
}

static void draw_top(struct ui *ui, struct rect row)
{
    ui_logo(ui, (struct point){row.x, row.y});
    float side = 6.4F * ui->u;
    struct rect button = {row.x + row.w - side, row.y + 0.3F * ui->u, side, side};
    ui_icon_button(ui, button, MASK_QUESTION, _("Help"), ACTION_HELP, 0, 0);
    ui_icon_button(ui, rect_move(button, -side - 1.8F * ui->u, 0), MASK_SLIDERS, _("Settings"),
                   HOME_SETTINGS, 1, 0);
}

static const char *bank_words(const struct game *game, struct arena *arena)
{
    const struct bank *bank = game_bank(game);
    if (!bank)
        return _("No bank of questions is open yet.");
    const char *questions = fill_text(
        arena, ngettext("{1} question", "{1} questions", (unsigned long)bank->question_count),
        format_count(arena, bank->question_count), NULL);
    if (!bank->topic_count)
        return arena_printf(arena, "%s.", questions);
    return fill_text(
        arena,
        ngettext("{1} in {2} topic.", "{1} in {2} topics.", (unsigned long)bank->topic_count),
        questions, fill_number(arena, bank->topic_count), NULL);
}

/// "3 questions skipped": a bank with wrong questions plays the rest and says so.
static const char *problem_words(const struct game *game, struct arena *arena)
{
    const struct bank *bank = game_bank(game);
    if (!bank || !bank->set_aside)
        return NULL;
    return fill_text(arena,
                     ngettext("{1} question left out. See why: quartet check {2}",
                              "{1} questions left out. See why: quartet check {2}",
                              (unsigned long)bank->set_aside),
                     fill_number(arena, bank->set_aside), game_bank_file(game)->path, NULL);
}

/// Title at the left, the bank's pill at the right; one below the other where it is narrow.
static void draw_bank(const struct game *game, struct ui *ui, struct rect *rest)
{
    const struct bank *bank = game_bank(game);
    const struct text_style title = {FACE_DISPLAY_BOLD, 5.4F, 1.18F};
    const struct text_style words = {FACE_REGULAR, 2.6F, 1.3F};
    float pill_height = fmaxf(6.6F * ui->u, ui_line_px(ui, 2.6F, 2));
    bool is_wide = ui->grid != UI_TALL;
    struct rect pill = {0};
    struct rect row = rect_cut_top(rest, fmaxf(ui_line_px(ui, 5.4F, 1.2F), pill_height));
    if (bank && is_wide) {
        pill = rect_cut_right(&row, fminf(row.w * 0.45F, 56 * ui->u));
        pill.h = pill_height;
        rect_cut_right(&row, 3 * ui->u);
    }
    ui_label(ui, row, title, ALIGN_START, ui->theme->text,
             bank ? _("What do you want to play?") : _("Welcome to Quartet"));
    struct rect line = rect_cut_top(rest, ui_line_px(ui, 2.6F, 1.3F));
    ui_label(ui, line, words, ALIGN_START, ui->theme->text3, bank_words(game, ui->arena));
    if (bank && !is_wide) {
        rect_cut_top(rest, 1.6F * ui->u);
        pill = rect_cut_top(rest, pill_height);
    }
    if (bank)
        ui_choice_pill(ui, pill, bank->title, HOME_BANK, 0, 0);
    const char *problems = problem_words(game, ui->arena);
    if (problems) {
        rect_cut_top(rest, 0.8F * ui->u);
        ui_strip(ui, rect_cut_top(rest, ui_line_px(ui, 2.6F, 1.4F)), MASK_FLAG, ui->theme->warn,
                 problems);
    }
}

/// Hero and modes below each other; what does not fit scrolls.
static void draw_choices(const struct game *game, struct ui *ui, struct rect rest,
                         const char *notice)
{
    struct hero_layout hero = lay_out_hero(game, ui, rest.w, notice);
    struct mode_grid modes = lay_out_modes(game, ui);
    float gap = 4 * ui->u, least = hero.height + gap + modes_height(&modes, ui);
    bool scrolls = least > rest.h + 0.5F;
    if (scrolls) {
        struct rect region = rest;
        rest.w -= 2 * ui->u;
        hero = lay_out_hero(game, ui, rest.w, notice);
        least = hero.height + gap + modes_height(&modes, ui) + ui->u;
        rest.y -= ui_scroll_begin(ui, HOME_REGION, region, least);
        rest.h = least;
    }
    float most = ui->grid == UI_TALL ? hero.height + 6 * ui->u : rest.h;
    float height = fminf(most, fmaxf(hero.height, rest.h - gap - modes_height(&modes, ui)));
    draw_hero(ui, rect_cut_top(&rest, height), &hero, notice != NULL);
    rect_cut_top(&rest, gap);
    draw_modes(ui, rect_cut_top(&rest, modes_height(&modes, ui)), &modes);
    if (scrolls)
        ui_scroll_end(ui);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct home *home = self;
    struct rect rest = ui->content;
    float top = (ui->grid == UI_TALL ? 5 : 4) * ui->u;
    rest.y = ui->page.y + top;
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 4 * ui->u) - rest.y;
    draw_top(ui, rect_cut_top(&rest, 7.4F * ui->u));
    rect_cut_top(&rest, 3 * ui->u);
    if (!ui->is_compact || ui->grid == UI_TALL) {
        draw_bank(game, ui, &rest);
        rect_cut_top(&rest, 3 * ui->u);
    }
    draw_choices(game, ui, rest, home->notice);
    const struct hint hints[] = {
        {"Enter", PAD_SOUTH, has_unfinished(game) ? _("go on") : _("start"), 0, 0},
        {"1", PAD_NONE, _("quiz"), 0, 0},
        {"B", PAD_NORTH, _("change bank"), 0, 0},
        {"S", PAD_START, _("settings"), 0, 0},
        {"?", PAD_NONE, _("all keys"), 0, 0},
    };
    ui_hints(ui, hints, 5, 0);
}

static const struct shortcut shortcuts[] = {
    {'1', 0, PAD_NONE, HOME_QUIZ, 0, "1", N_("Choose a quiz")},
    {'3', 0, PAD_NONE, HOME_REVIEW, 0, "3", N_("Mistakes of the last quiz")},
    {'b', 0, PAD_NORTH, HOME_BANK, 0, "B", N_("Change the bank")},
    {'o', MOD_CTRL, PAD_NONE, HOME_OPEN, 0, "Ctrl O", N_("Open a bank")},
    {'s', 0, PAD_START, HOME_SETTINGS, 0, "S", N_("Settings")},
    {0},
};

const struct screen screen_home = {
    .name = "home",
    .state_size = sizeof(struct home),
    .shortcuts = shortcuts,
    .update = update,
    .view = view,
};
