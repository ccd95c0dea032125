// The bank that is chosen, and what is to be said of it.
#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/home.h"
#include "screens/home_strip.h"
#include "screens/problems.h"
#include "ui/control.h"

static const char *bank_words(const struct game *game, struct arena *arena)
{
    const struct bank *bank = game_known_bank(game);
    if (!bank)
        return _("No bank of questions is open yet.");
    const char *questions = fill_text(
        arena, ngettext("{1} question", "{1} questions", (unsigned long)bank->question_count),
        format_count(arena, bank->question_count), NULL);
    const char *words = arena_printf(arena, "%s.", questions);
    if (bank->topic_count) {
        words = fill_text(arena,
                          ngettext("{1} in {2} topic.", "{1} in {2} topics.",
                                   (unsigned long)bank->topic_count),
                          questions, fill_number(arena, bank->topic_count), NULL);
    }
    const struct study_outlook *cards = &game->outlook;
    if (cards->bank != bank || !cards->seen)
        return words;
    return arena_printf(arena, "%s %s", words,
                        fill_text(arena, _("You have seen {1} of them."),
                                  format_count(arena, cards->seen), NULL));
}

/// What is to be said of problems, with the way to all of them; NULL: nothing.
static const char *problem_words(const struct game *game, const struct ui *ui)
{
    if (!home_has_problems(game))
        return NULL;
    enum device device = ui->state->device;
    bool is_keyboard = device == DEVICE_KEYBOARD || device == DEVICE_NONE;
    const char *words = problems_refused(game, ui->arena);
    const char *way = is_keyboard ? _("See all (Ctrl+J)") : _("See all");
    if (!words) {
        int count = game_known_bank(game)->set_aside;
        words = fill_text(
            ui->arena,
            ngettext("{1} question left out.", "{1} questions left out.", (unsigned long)count),
            fill_number(ui->arena, count), NULL);
        way = is_keyboard ? _("See why (Ctrl+J)") : _("See why");
    }
    return arena_printf(ui->arena, "%s %s", words, way);
}

/// What is to be said of questions that were edited, with the way to them; NULL: nothing.
static const char *edit_words(const struct game *game, const struct ui *ui)
{
    enum device device = ui->state->device;
    bool is_keyboard = device == DEVICE_KEYBOARD || device == DEVICE_NONE;
    int asked = game_edits_asked(game), news = game_edits_news(game);
    const char *words, *way = is_keyboard ? _("See or undo (E)") : _("See or undo");
    if (asked) {
        words = ngettext("{1} question may have been edited. Is it the same?",
                         "{1} questions may have been edited. Are they the same?",
                         (unsigned long)asked);
        way = is_keyboard ? _("Answer (E)") : _("Answer");
    } else if (news) {
        words = ngettext("{1} question was edited; its progress came along.",
                         "{1} questions were edited; their progress came along.",
                         (unsigned long)news);
    } else {
        return NULL;
    }
    words = fill_text(ui->arena, words, fill_number(ui->arena, asked ? asked : news), NULL);
    return arena_printf(ui->arena, "%s %s", words, way);
}

/// Title at the left, the bank's pill at the right; one below the other where it is narrow.
static void draw_title(const struct game *game, struct ui *ui, struct rect *rest,
                       bool has_words)
{
    const struct bank *bank = game_known_bank(game);
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
    if (has_words) {
        struct rect line = rect_cut_top(rest, ui_line_px(ui, 2.6F, 1.3F));
        ui_label(ui, line, words, ALIGN_START, ui->theme->text3, bank_words(game, ui->arena));
    }
    if (bank && !is_wide) {
        rect_cut_top(rest, 1.6F * ui->u);
        pill = rect_cut_top(rest, pill_height);
    }
    if (bank)
        ui_choice_pill(ui, pill, bank->title, HOME_BANK, 0, 0);
}

/// Whether the strip has room beside the words about the bank, under the bank's pill.
static bool is_beside(const struct game *game, const struct ui *ui,
                      const struct home_strip *strip, float width)
{
    float words = ui_label_width(ui, style_label, bank_words(game, ui->arena));
    return ui->grid != UI_TALL && strip->words.line_count == 1 &&
           words + 3 * ui->u + home_strip_width(strip) < width;
}

static void draw_below(struct ui *ui, struct rect *rest, const char *words, int id,
                       bool has_above)
{
    const struct home_strip strip = home_strip_lay_out(ui, words, id, rest->w);
    rect_cut_top(rest, has_above ? ui->u : 0);
    home_strip_draw(ui, rect_cut_top(rest, strip.height), &strip);
}

void home_heading_draw(const struct game *game, struct ui *ui, struct rect *rest)
{
    bool has_title = !home_is_refused(game) && (!ui->is_compact || ui->grid == UI_TALL);
    const char *problems = problem_words(game, ui), *edits = edit_words(game, ui);
    const char *lost = lost_bank_words(game, ui);
    if (!has_title && !problems && !edits && !lost)
        return;
    struct home_strip strip = {0};
    if (problems)
        strip = home_strip_lay_out(ui, problems, HOME_PROBLEMS, rest->w);
    bool beside = has_title && problems && is_beside(game, ui, &strip, rest->w);
    bool has_words = !problems || beside || ui->grid == UI_TALL;
    if (has_title)
        draw_title(game, ui, rest, has_words);
    if (problems) {
        float line = beside ? ui_line_px(ui, 2.6F, 1.3F) : 0;
        rect_cut_top(rest, has_title ? ui->u - line : 0);
        struct rect at = rect_cut_top(rest, strip.height);
        home_strip_draw(ui, beside ? rect_cut_right(&at, home_strip_width(&strip)) : at,
                        &strip);
    }
    if (lost)
        draw_below(ui, rest, lost, HOME_LOST, has_title || problems);
    if (edits)
        draw_below(ui, rest, edits, HOME_EDITS, has_title || problems || lost);
    rect_cut_top(rest, (ui->grid == UI_SQUARE ? 2 : 3) * ui->u);
}
