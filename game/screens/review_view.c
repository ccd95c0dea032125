#include <math.h>
#include <stddef.h>

#include "base/i18n.h"
#include "screens/play.h"
#include "screens/review.h"
#include "screens/verdict.h"
#include "ui/key_button.h"
#include "ui/sign.h"

static const struct text_style row_style = {FACE_MEDIUM, 2.7F, 1.24F};
static const float row_sign_u = 5.6F; // width of the sign's column

/// Where there is no room for both, list and detail are pages.
static bool has_pages(const struct ui *ui)
{
    return ui->grid != UI_WIDE || ui->is_compact || ui->text_scale > 1.6F;
}

static const char *row_text(const struct turn *turn, struct arena *arena)
{
    return play_question_text(turn->ask.question, arena);
}

static struct wrapped row_wrapped(const struct ui *ui, const struct turn *turn, float width)
{
    return wrap_text(ui, row_style, row_text(turn, ui->arena),
                     width - (row_sign_u + 3.4F) * ui->u);
}

static float row_height(const struct ui *ui, const struct turn *turn, float width)
{
    struct wrapped text = row_wrapped(ui, turn, width);
    return fmaxf(7.4F * ui->u, wrapped_height(&text) + 2.6F * ui->u);
}

/// The row is in sight and may be acted on: the chosen one keeps one identity wherever it is,
/// so that the focus stays on it.
static void declare_row(const struct review *review, struct ui *ui, struct rect row, int i,
                        const char *text)
{
    bool is_page = has_pages(ui);
    if (i != review->chosen) {
        ui_area(ui, row, is_page ? REVIEW_OPEN : REVIEW_ROW, i, AREA_NO_FOCUS, text);
    } else if (is_page) {
        ui_area(ui, row, REVIEW_OPEN, REVIEW_THIS, AREA_FIRST | AREA_SELECTED, text);
    } else {
        ui_area(ui, row, REVIEW_CHOSEN, 0, AREA_FIRST | AREA_REST | AREA_SELECTED, text);
    }
}

static void draw_row(const struct review *review, const struct game *game, struct ui *ui,
                     struct rect row, int i)
{
    const struct turn *turn = review_turn(review, game, i);
    bool is_page = has_pages(ui), is_chosen = i == review->chosen;
    bool is_lit = ui_is_hovered(ui, is_page ? REVIEW_OPEN : REVIEW_ROW, i);
    struct rect face = rect_inset(row, 0.5F * ui->u);
    float radius = 1.4F * ui->u;
    if (is_chosen || is_lit)
        ui_fill(ui, face, radius, ui->theme->surface2);
    if (is_chosen && !is_page) {
        struct rect bar = {face.x, face.y + 1.2F * ui->u, 0.7F * ui->u, face.h - 2.4F * ui->u};
        ui_fill(ui, bar, bar.w / 2, ui->theme->accent);
    }
    ui_focus_ring(ui, is_page ? REVIEW_OPEN : REVIEW_CHOSEN,
                  !is_chosen ? i
                  : is_page  ? REVIEW_THIS
                             : 0,
                  rect_inset(face, ui->u), radius - ui->u);
    struct wrapped text = row_wrapped(ui, turn, row.w);
    struct point at = {row.x + 4 * ui->u, row.y + row.h / 2};
    ui_sign(ui, play_sheet_kind(turn), at, 1.5F * ui->u);
    struct rect words = row;
    rect_cut_left(&words, (row_sign_u + 1.4F) * ui->u);
    rect_cut_right(&words, 2 * ui->u);
    words.y += (row.h - wrapped_height(&text)) / 2;
    wrapped_draw(ui, &text, words, ALIGN_START, is_chosen ? ui->theme->text : ui->theme->text2);
    declare_row(review, ui, row, i, row_text(turn, ui->arena));
}

static void draw_list(const struct review *review, const struct game *game, struct ui *ui,
                      struct rect area)
{
    ui_card(ui, area, 2.4F, ui->theme->surface);
    area = rect_inset(area, ui->u);
    float width = area.w - 1.4F * ui->u, height = 0;
    for (int i = 0; i < review->count; i++) {
        if (!review->is_hidden[i])
            height += row_height(ui, review_turn(review, game, i), width);
    }
    float offset = ui_scroll_begin(ui, REVIEW_LIST_REGION, area, height);
    struct rect rest = {area.x, area.y - offset, width, height};
    for (int i = 0; i < review->count; i++) {
        if (review->is_hidden[i])
            continue;
        float row = row_height(ui, review_turn(review, game, i), width);
        draw_row(review, game, ui, rect_cut_top(&rest, row), i);
    }
    ui_scroll_end(ui);
}

/// One paragraph of a card, with a sign before it or without.
struct part {
    struct wrapped text;
    struct colour colour;
    float before; // the gap above
    bool has_sign;
    enum sheet_kind sign;
};

enum { PARTS_MOST = 5 };

/// What a card says, laid out.
struct card {
    struct part parts[PARTS_MOST];
    int count;
    const struct source *source; // NULL: none
    float height;
};

static const float sign_column_u = 5.2F;

static void add_part(struct card *card, const struct ui *ui, float width, struct part part,
                     struct text_style style, const char *text)
{
    if (part.has_sign)
        width -= sign_column_u * ui->u;
    part.text = wrap_text(ui, style, text, width);
    card->height += part.before + wrapped_height(&part.text);
    card->parts[card->count++] = part;
}

static struct card card_for(const struct turn *turn, const struct ui *ui, float width)
{
    const struct theme *t = ui->theme;
    struct arena *arena = ui->arena;
    struct card card = {0};
    float size = ui->text_scale > 1.4F ? 3.4F : 4.2F;
    add_part(&card, ui, width, (struct part){.colour = t->text},
             (struct text_style){FACE_DISPLAY, size, 1.2F}, row_text(turn, arena));
    struct part said = {.colour = t->text,
                        .before = 3 * ui->u,
                        .has_sign = true,
                        .sign = play_sheet_kind(turn)};
    add_part(&card, ui, width, said, style_body,
             arena_printf(arena, _("You said: %s"), verdict_given_answer(turn, arena)));
    if (turn->mark.credit < CREDIT_FULL) {
        struct part right = {.colour = t->text, .before = 1.4F * ui->u, .has_sign = true};
        add_part(&card, ui, width, right, style_strong,
                 arena_printf(arena, _("Right: %s"),
                              verdict_right_answer(turn->ask.question, arena)));
    }
    const char *why = play_why(turn, arena);
    if (why) {
        add_part(&card, ui, width, (struct part){.colour = t->text2, .before = 2.6F * ui->u},
                 style_body, why);
    }
    const struct question_extras *extras = turn->ask.question->extras;
    if (extras && (extras->source.title || extras->source.url)) {
        card.source = &extras->source;
        card.height += 2 * ui->u + fmaxf(6.4F * ui->u, ui_line_px(ui, 2.5F, 1.4F));
    }
    return card;
}

static void draw_part(struct ui *ui, struct rect *rest, const struct part *part)
{
    rect_cut_top(rest, part->before);
    struct rect at = rect_cut_top(rest, wrapped_height(&part->text));
    if (part->has_sign) {
        float half = 1.7F * ui->u;
        ui_sign(ui, part->sign, (struct point){at.x + half, at.y + part->text.line_px / 2},
                half);
        rect_cut_left(&at, sign_column_u * ui->u);
    }
    wrapped_draw(ui, &part->text, at, ALIGN_START, part->colour);
}

static void draw_source(struct ui *ui, struct rect row, const struct source *source)
{
    const struct text_style style = {FACE_REGULAR, 2.5F, 1.24F};
    const char *text = source->title ? source->title : source->url;
    struct rect whole = row;
    if (!source->url) {
        ui_label(ui, row, style, ALIGN_START, ui->theme->text3, text);
        return;
    }
    ui_icon(ui, MASK_LINK, (struct point){row.x + 1.2F * ui->u, row.y + row.h / 2},
            1.15F * ui->u, 0.24F, ui->theme->accent);
    rect_cut_left(&row, 3.6F * ui->u);
    rect_cut_right(&row, 6 * ui->u);
    float width = ui_label(ui, row, style, ALIGN_START, ui->theme->accent, text);
    if (ui->state->device == DEVICE_KEYBOARD)
        ui_keycap(ui, row.x + width + 1.4F * ui->u, row.y + row.h / 2, "O", ui->theme->text3);
    whole.w = width + 4.6F * ui->u;
    ui_focus_ring(ui, REVIEW_SOURCE, 0, rect_inset(whole, 0.9F * ui->u), 0.8F * ui->u);
    ui_area(ui, whole, REVIEW_SOURCE, 0, AREA_PRIMARY, text);
}

static void draw_detail(const struct game *game, const struct turn *turn, struct ui *ui,
                        struct rect area)
{
    ui_card(ui, area, 2.4F, ui->theme->surface);
    area = rect_inset(area, (ui->is_compact ? 2 : 3) * ui->u);
    float width = fminf(area.w - 2 * ui->u, 122 * ui->u);
    struct card card = card_for(turn, ui, width);
    int page = (int)(turn - game->session.turns) + 1;
    float offset = ui_page_begin(ui, REVIEW_TEXT_REGION, page, area, card.height);
    struct rect rest = {area.x, area.y - offset, width, card.height};
    for (int i = 0; i < card.count; i++)
        draw_part(ui, &rest, &card.parts[i]);
    if (card.source) {
        rect_cut_top(&rest, 2 * ui->u);
        draw_source(ui, rest, card.source);
    }
    ui_scroll_end(ui);
}

/// Got it, and Try these: at the right, or in a narrow window over the whole width.
static void draw_buttons(const struct review *review, const struct game *game, struct ui *ui,
                         struct rect area, struct rect primary)
{
    int missed = review_missed(review, game);
    const char *label = review->is_all ? arena_printf(ui->arena, _("Try %d missed"), missed)
                                       : arena_printf(ui->arena, _("Try these %d"), missed);
    const struct key_button try = {
        .kind = BUTTON_PRIMARY, .label = label, .key = "T", .pad = PAD_NORTH, .id = REVIEW_TRY};
    const struct key_button hide = {.kind = BUTTON_QUIET,
                                    .label = _("Got it"),
                                    .key = _("Del"),
                                    .pad = PAD_WEST,
                                    .id = REVIEW_HIDE};
    const struct turn *turn = review_turn(review, game, review->chosen);
    bool can_hide = turn->mark.credit < CREDIT_FULL;
    float gap = 3 * ui->u;
    float first = fmaxf(22, ui_key_button_width(ui, &hide)) * ui->u;
    float second = fmaxf(36, ui_key_button_width(ui, &try)) * ui->u;
    float room = area.w - (can_hide ? gap : 0), taken = second + (can_hide ? first : 0);
    if (ui->grid == UI_TALL || taken > room) {
        first *= room / taken;
        second *= room / taken;
    }
    primary.w = second;
    primary.x = area.x + area.w - second;
    struct rect left = {primary.x - gap - first, primary.y, first, primary.h};
    if (can_hide)
        ui_key_button(ui, left, &hide);
    if (missed)
        ui_key_button(ui, primary, &try);
}

static const char *title_of(const struct review *review, const struct game *game,
                            struct arena *arena)
{
    int missed = review_missed(review, game);
    if (review->is_all)
        return arena_printf(arena, _("Answers, %d"), review->count);
    return missed ? arena_printf(arena, _("Mistakes, %d"), missed) : _("Mistakes");
}

/// A button that brings back what was taken off the list: at the right of the header, or below
/// it where the title needs all the room.
static void draw_unhide(const struct review *review, struct ui *ui, const char *title,
                        struct rect *rest)
{
    if (!review->hidden_count)
        return;
    const struct key_button unhide = {.kind = BUTTON_QUIET,
                                      .label = _("Bring back"),
                                      .key = "U",
                                      .pad = PAD_BACK,
                                      .id = REVIEW_UNHIDE};
    const struct text_style style = {FACE_DISPLAY_BOLD, 4.4F, 1.18F}; // as ui_page() has it
    float width = ui_key_button_width(ui, &unhide) * ui->u;
    float top = ui->page.y + (ui->grid == UI_TALL ? 5 : 3.4F) * ui->u;
    struct rect at = {rest->x + rest->w - width, top, width, rest->y - 3 * ui->u - top};
    if (ui_label_width(ui, style, title) + width + 12 * ui->u > rest->w) {
        at.y = rest->y;
        rect_cut_top(rest, at.h + 2.4F * ui->u);
    }
    ui_key_button(ui, at, &unhide);
}

static void draw_empty(struct ui *ui, struct rect rest)
{
    struct rect button = play_primary(ui, &rest);
    const char *text = _("No mistakes to fix. Nice place to be.");
    const struct text_style style = {FACE_DISPLAY_BOLD, 5.2F, 1.25F};
    static const float sizes[] = {5.2F, 4.4F, 3.6F, 0};
    float width = rest.w * 0.86F;
    struct wrapped words = wrap_fit(ui, style, sizes, text, width, 4, rest.h);
    struct rect at = {rest.x + (rest.w - width) / 2, rest.y, width, rest.h};
    at.y += (rest.h - wrapped_height(&words)) * 0.44F;
    struct point mark = {rest.x + rest.w / 2, at.y - 8 * ui->u};
    if (mark.y - 5 * ui->u > rest.y)
        ui_sign(ui, SHEET_RIGHT, mark, 4.4F * ui->u);
    wrapped_draw(ui, &words, at, ALIGN_CENTRE, ui->theme->text);
    const struct key_button back = {.kind = BUTTON_PRIMARY,
                                    .label = _("Back"),
                                    .key = _("Enter"),
                                    .pad = PAD_SOUTH,
                                    .id = ACTION_BACK,
                                    .flags = AREA_PRIMARY | AREA_FIRST,
                                    // The back button in the header does the same.
                                    .arg = 1};
    ui_key_button(ui, button, &back);
}

void review_view(const struct review *review, const struct game *game, struct ui *ui)
{
    const char *title = title_of(review, game, ui->arena);
    struct rect rest = ui_page(ui, title);
    draw_unhide(review, ui, title, &rest);
    if (review->chosen < 0) {
        draw_empty(ui, rest);
        return;
    }
    const struct turn *turn = review_turn(review, game, review->chosen);
    struct rect whole = {rest.x, rest.y, rest.w, ui->page.y + ui->page.h - 4 * ui->u - rest.y};
    struct rect primary = play_primary(ui, &rest);
    if (has_pages(ui)) {
        draw_buttons(review, game, ui, rest, primary);
        if (review->is_detail) {
            draw_detail(game, turn, ui, rest);
        } else {
            draw_list(review, game, ui, rest);
        }
        return;
    }
    draw_list(review, game, ui, rect_cut_left(&whole, 56 * ui->u));
    rest.w -= 60 * ui->u;
    rest.x += 60 * ui->u;
    draw_detail(game, turn, ui, rest);
    draw_buttons(review, game, ui, rest, primary);
}
