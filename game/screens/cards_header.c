#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/cards_parts.h"
#include "screens/format.h"
#include "screens/sound.h"
#include "ui/tile.h"

static bool is_plain(const struct ui *ui)
{
    return ui->theme_id == THEME_ID_HIGH_CONTRAST;
}

/// One of the three figures: its shape, its word where there is room, its number. Drawn at the
/// right of `row`, which keeps the rest.
static void draw_count(struct ui *ui, struct rect *row, enum mask shape, struct colour colour,
                       const char *word, int count)
{
    const struct text_style number = {FACE_SEMIBOLD, 3.1F, 1.2F};
    const char *text = format_count(ui->arena, count);
    float cell = ui_label_width(ui, number, "0");
    struct rect at = rect_cut_right(row, fmaxf(cell * 2, ui_label_width(ui, number, text)));
    ui_digits(ui, at, number, ALIGN_END, ui->theme->text, text);
    rect_cut_right(row, 1.2F * ui->u);
    if (word) {
        at = rect_cut_right(row, ui_label_width(ui, style_label, word) + 1);
        ui_label(ui, at, style_label, ALIGN_END, ui->theme->text2, word);
        rect_cut_right(row, 1.2F * ui->u);
    }
    at = rect_cut_right(row, 2.4F * ui->u);
    ui_mark(ui, shape, rect_centre(at), 1.1F * ui->u, is_plain(ui) ? ui->theme->text : colour);
    rect_cut_right(row, 3 * ui->u);
}

static void draw_counts(const struct study_counts *left, struct ui *ui, struct rect *row)
{
    const struct theme *t = ui->theme;
    const char *const words[] = {_("New"), _("Learning"), _("Due")};
    float needed = 0;
    for (int i = 0; i < 3; i++)
        needed += ui_label_width(ui, style_label, words[i]) + 14 * ui->u * ui->text_scale;
    bool has_words = !ui->is_compact && needed < row->w * (ui->grid == UI_TALL ? 1 : 0.65F);
    draw_count(ui, row, MASK_SQUARE, t->correct, has_words ? words[2] : NULL, left->due);
    draw_count(ui, row, MASK_TRIANGLE, t->warn, has_words ? words[1] : NULL, left->learning);
    draw_count(ui, row, MASK_CIRCLE, t->accent, has_words ? words[0] : NULL, left->new_cards);
}

static float share_done(const struct study *study)
{
    int done = study->done.cards;
    int left = study->left.new_cards + study->left.learning + study->left.due;
    return done + left ? (float)done / (float)(done + left) : 0;
}

struct rect cards_header(const struct game *game, struct ui *ui, struct rect *back,
                         struct rect *menu)
{
    const struct study_session *s = &game->cards;
    struct rect rest = ui->content;
    float side = 6.4F * ui->u, top = (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    rest.h += rest.y - (ui->page.y + top);
    rest.y = ui->page.y + top;
    struct rect row = rect_cut_top(&rest, fmaxf(side, ui_line_px(ui, 3.1F, 1.2F)));
    struct rect square = {row.x, row.y + (row.h - side) / 2, side, side};
    *back = square;
    *menu = rect_move(square, row.w - side, 0);
    rect_cut_left(&row, side + 3 * ui->u);
    rect_cut_right(&row, side + 3 * ui->u);
    struct rect counts = row;
    if (ui->grid == UI_TALL)
        counts = rect_cut_top(&rest, ui_line_px(ui, 3.1F, 1.6F));
    draw_counts(&s->study.left, ui, &counts);
    if (ui->grid != UI_TALL)
        row.w = fmaxf(0, counts.w - 2 * ui->u);
    bool is_cram = s->study.rules.mode == DECK_CRAM;
    const char *title = is_cram ? fill_text(ui->arena, _("Cramming: {1}"), s->bank->title, NULL)
                                : s->bank->title;
    ui_label(ui, row, (struct text_style){FACE_SEMIBOLD, 3.1F, 1.2F}, ALIGN_START,
             ui->theme->text2, title);
    rect_cut_top(&rest, (ui->is_compact ? 1.2F : 2.3F) * ui->u);
    ui_bar(ui, rect_cut_top(&rest, 0.9F * ui->u), share_done(&s->study), ui->theme->accent);
    return rest;
}

void cards_header_buttons(struct ui *ui, struct rect back, struct rect menu)
{
    ui_icon_button(ui, menu, MASK_SLIDERS, _("Card menu"), CARDS_MENU, 0, 0);
    ui_icon_button(ui, back, MASK_BACK, _("Back"), ACTION_BACK, 1, 0);
}

struct notice {
    const char *text;
    enum mask icon;
    bool has_look;
};

static struct notice notice_of(const struct cards *cards, const struct game *game,
                               struct ui *ui)
{
    const struct journal *journal = game->journal;
    if (journal && journal->fault[0]) {
        return (struct notice){
            fill_text(ui->arena, _("Answers are not saved. {1}"), journal->fault, NULL),
            MASK_FLAG, false};
    }
    if (cards->is_looking)
        return (struct notice){0};
    if (cards->leech >= 0 && ui->now_ms - cards->leech_ms < CARDS_LEECH_MS) {
        ui_wake(ui, cards->leech_ms + CARDS_LEECH_MS);
        int lapses = game->cards.study.cards[cards->leech].memory.lapses;
        return (struct notice){
            fill_text(ui->arena,
                      ngettext("That card slipped away {1} time.",
                               "That card slipped away {1} times.", (unsigned long)lapses),
                      fill_number(ui->arena, lapses), NULL),
            MASK_BULB, true};
    }
    if (cards->notice && ui->now_ms - cards->notice_ms < CARDS_NOTICE_MS) {
        ui_wake(ui, cards->notice_ms + CARDS_NOTICE_MS);
        return (struct notice){cards->notice, MASK_BULB, false};
    }
    if (sound_fault(game))
        return (struct notice){sound_fault(game), MASK_BULB, false};
    if (game->cards.study.rules.mode == DECK_CRAM)
        return (struct notice){_("The schedule stays as it is."), MASK_BULB, false};
    return (struct notice){0};
}

void cards_notice(const struct cards *cards, const struct game *game, struct ui *ui,
                  struct rect *rest)
{
    const struct text_style style = {FACE_MEDIUM, 2.6F, 1.24F};
    struct notice notice = notice_of(cards, game, ui);
    float gap = fmaxf((ui->is_compact ? 1.6F : 4) * ui->u, 0);
    if (!notice.text) {
        rect_cut_top(rest, gap);
        return;
    }
    const char *look = _("Look at this one");
    float icon = 3.6F * ui->u;
    float button = notice.has_look ? ui_button_width(ui, look) * ui->u + 2 * ui->u : 0;
    struct wrapped text = wrap_text(ui, style, notice.text, rest->w - icon - button);
    float height = wrapped_height(&text) + 0.8F * ui->u;
    height = fmaxf(height, notice.has_look
                               ? fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F)) + 2 * ui->u
                               : gap);
    struct rect row = rect_cut_top(rest, height);
    float width = text.width + icon + button;
    row.x += (row.w - width) / 2;
    row.w = width;
    if (notice.has_look) {
        struct rect at = rect_cut_right(&row, button - 2 * ui->u);
        ui_button(ui, rect_inset(at, 0.8F * ui->u), BUTTON_QUIET, look, CARDS_LOOK, 0, 0);
    }
    row.y += (height - wrapped_height(&text)) / 2;
    struct point at = {row.x + 1.3F * ui->u, row.y + text.line_px / 2};
    ui_icon(ui, notice.icon, at, 1.3F * ui->u, 0.24F, ui->theme->warn);
    rect_cut_left(&row, icon);
    wrapped_draw(ui, &text, row, ALIGN_START, ui->theme->text2);
}
