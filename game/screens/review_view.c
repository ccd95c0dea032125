#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/picture.h"
#include "screens/play.h"
#include "screens/review.h"
#include "screens/verdict.h"
#include "ui/control.h"
#include "ui/key_button.h"
#include "ui/sign.h"

static const struct text_style row_style = {FACE_MEDIUM, 2.7F, 1.24F};
static const float row_sign_u = 5.6F; // width of the sign's column

/// Where there is no room for both, list and detail are pages.
static bool has_pages(const struct ui *ui)
{
    return ui->grid != UI_WIDE || ui->is_compact || ui->text_scale > 1.6F;
}

/// What a row is called: the question, or what is mixed up. Where the detail is not beside the
/// list, the chosen one also says that it is marked.
static const char *row_text(const struct review *review, int i, const struct ui *ui)
{
    struct arena *arena = ui->arena;
    const struct review_row *row = &review->rows[i];
    const char *text = review->scope == REVIEW_MIXUPS
                           ? fill_text(arena, _("{1} or {2}"), row->said,
                                       verdict_right_answer(row->question, arena), NULL)
                           : play_question_text(row->question, arena);
    if (i == review->chosen && review->flag.is_up && has_pages(ui))
        return arena_printf(arena, "%s - %s", text, flagging_words(ui));
    return text;
}

static struct wrapped row_wrapped(const struct ui *ui, const struct review *review, int i,
                                  float width)
{
    return wrap_text(ui, row_style, row_text(review, i, ui),
                     width - (row_sign_u + 3.4F) * ui->u);
}

static float row_height(const struct ui *ui, const struct review *review, int i, float width)
{
    struct wrapped text = row_wrapped(ui, review, i, width);
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

static void draw_row(const struct review *review, struct ui *ui, struct rect row, int i)
{
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
    struct wrapped text = row_wrapped(ui, review, i, row.w);
    struct point at = {row.x + 4 * ui->u, row.y + row.h / 2};
    ui_sign(ui, review->rows[i].sign, at, 1.5F * ui->u);
    struct rect words = row;
    rect_cut_left(&words, (row_sign_u + 1.4F) * ui->u);
    rect_cut_right(&words, 2 * ui->u);
    words.y += (row.h - wrapped_height(&text)) / 2;
    wrapped_draw(ui, &text, words, ALIGN_START, is_chosen ? ui->theme->text : ui->theme->text2);
    declare_row(review, ui, row, i, row_text(review, i, ui));
}

static void draw_list(const struct review *review, struct ui *ui, struct rect area)
{
    ui_card(ui, area, 2.4F, ui->theme->surface);
    area = rect_inset(area, ui->u);
    float width = area.w - 1.4F * ui->u, height = 0;
    for (int i = 0; i < review->count; i++) {
        if (!review->is_hidden[i])
            height += row_height(ui, review, i, width);
    }
    float offset = ui_scroll_begin(ui, REVIEW_LIST_REGION, area, height);
    struct rect rest = {area.x, area.y - offset, width, height};
    for (int i = 0; i < review->count; i++) {
        if (review->is_hidden[i])
            continue;
        draw_row(review, ui, rect_cut_top(&rest, row_height(ui, review, i, width)), i);
    }
    ui_scroll_end(ui);
}

/// One paragraph of a card, with a sign before it or without; or its picture.
struct part {
    struct wrapped text;
    struct picture_box picture;
    struct colour colour;
    float before; // the gap above
    bool has_sign;
    enum sheet_kind sign;
};

enum { PARTS_MOST = 7 };

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

static void add_right(struct card *card, const struct ui *ui, float width,
                      const struct review_row *row)
{
    struct part right = {.colour = ui->theme->text, .before = 1.4F * ui->u, .has_sign = true};
    add_part(card, ui, width, right, style_strong, review_right(row->question, ui));
}

static void add_source(struct card *card, const struct ui *ui, const struct question *question)
{
    const struct question_extras *extras = question->extras;
    if (extras && (extras->source.title || extras->source.url)) {
        card->source = &extras->source;
        card->height += 2 * ui->u + fmaxf(6.4F * ui->u, ui_line_px(ui, 2.5F, 1.4F));
    }
}

static struct text_style heading_style(const struct ui *ui)
{
    return (struct text_style){FACE_DISPLAY, ui->text_scale > 1.4F ? 3.4F : 4.2F, 1.2F};
}

static void add_picture(struct card *card, const struct game *game,
                        const struct review_row *row, const struct ui *ui, float width)
{
    struct part part = {.before = 2 * ui->u};
    part.picture = picture_lay_out(ui, picture_folder(game, row->bank, ui->arena),
                                   row->question, width, 24 * ui->u);
    if (part.picture.height <= 0)
        return;
    card->height += part.before + part.picture.height;
    card->parts[card->count++] = part;
}

static struct card card_for(const struct review_row *row, const struct game *game,
                            const struct ui *ui, float width)
{
    const struct theme *t = ui->theme;
    struct card card = {0};
    add_part(&card, ui, width, (struct part){.colour = t->text}, heading_style(ui),
             play_keep_looks(ui, play_question_text(row->question, ui->arena), row->question));
    add_picture(&card, game, row, ui, width);
    struct part said = {
        .colour = t->text, .before = 3 * ui->u, .has_sign = true, .sign = row->sign};
    add_part(&card, ui, width, said, style_body, review_said(row, ui->arena));
    if (row->is_missed)
        add_right(&card, ui, width, row);
    const char *why = review_why(row, ui);
    if (why) {
        add_part(&card, ui, width, (struct part){.colour = t->text2, .before = 2.6F * ui->u},
                 style_body, why);
    }
    add_source(&card, ui, row->question);
    return card;
}

/// A mix-up: what was said for what, and what it would have been right for.
static struct card mixup_card(const struct review_row *row, const struct ui *ui, float width)
{
    const struct theme *t = ui->theme;
    const char *right = verdict_right_answer(row->question, ui->arena);
    struct card card = {0};
    add_part(&card, ui, width, (struct part){.colour = t->text}, heading_style(ui),
             fill_text(ui->arena, _("You said {1}, {2} times, for {3}."), row->said,
                       fill_number(ui->arena, row->times), right, NULL));
    struct part asked = {.colour = t->text, .before = 3 * ui->u, .has_sign = true};
    add_part(&card, ui, width, asked, style_strong, right);
    struct part question = {.colour = t->text2, .before = 0.6F * ui->u};
    add_part(&card, ui, width, question, style_body, row->question->text);
    struct part other = {
        .colour = t->text, .before = 2.6F * ui->u, .has_sign = true, .sign = SHEET_WRONG};
    add_part(&card, ui, width, other, style_strong, row->said);
    add_part(&card, ui, width, question, style_body,
             row->other ? row->other->text
                        : _("No question of this bank has this as its answer."));
    add_source(&card, ui, row->question);
    return card;
}

static void draw_part(struct ui *ui, struct rect *rest, const struct part *part)
{
    rect_cut_top(rest, part->before);
    if (part->picture.height > 0) {
        struct rect picture = rect_cut_top(rest, part->picture.height);
        picture.w = part->picture.width;
        picture_draw(ui, &part->picture, picture);
        picture_area(ui, &part->picture, picture, REVIEW_PICTURE, 0);
        return;
    }
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

static void draw_detail(const struct review *review, const struct game *game, struct ui *ui,
                        struct rect area)
{
    const struct review_row *row = &review->rows[review->chosen];
    ui_card(ui, area, 2.4F, ui->theme->surface);
    area = rect_inset(area, (ui->is_compact ? 2 : 3) * ui->u);
    if (review->flag.question) {
        struct rect column = rect_cut_right(&area, 6 * ui->u);
        column.h = column.w;
        flagging_button(&review->flag, ui, column, REVIEW_FLAG);
        rect_cut_right(&area, ui->u);
    }
    float width = fminf(area.w - 2 * ui->u, 122 * ui->u);
    struct card card = review->scope == REVIEW_MIXUPS ? mixup_card(row, ui, width)
                                                      : card_for(row, game, ui, width);
    if (review->flag.is_up) {
        const struct part marked = {.colour = ui->theme->warn, .before = 2.6F * ui->u};
        add_part(&card, ui, width, marked, style_label, flagging_words(ui));
    }
    int page = review->chosen + 1 + (int)review->scope * (review->count + 1);
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

static const char *try_label(const struct review *review, int missed, struct arena *arena)
{
    const char *count = fill_number(arena, missed);
    if (missed == 1 && review->scope == REVIEW_MIXUPS)
        return _("Drill this one");
    if (missed == 1)
        return _("Try this one");
    if (review->scope == REVIEW_ANSWERS)
        return fill_text(arena, _("Try {1} missed"), count, NULL);
    if (review->scope == REVIEW_MIXUPS)
        return fill_text(arena, _("Drill these {1}"), count, NULL);
    return fill_text(arena, _("Try these {1}"), count, NULL);
}

/// Got it, and Try these: at the right, or in a narrow window over the whole width.
static void draw_buttons(const struct review *review, struct ui *ui, struct rect area,
                         struct rect primary)
{
    int missed = review_missed(review);
    const char *label = try_label(review, missed, ui->arena);
    const struct key_button try = {
        .kind = BUTTON_PRIMARY, .label = label, .key = "T", .pad = PAD_NORTH, .id = REVIEW_TRY};
    const struct key_button hide = {.kind = BUTTON_QUIET,
                                    .label = _("Got it"),
                                    .key = _("Del"),
                                    .pad = PAD_WEST,
                                    .id = REVIEW_HIDE};
    bool can_hide = review->rows[review->chosen].is_missed;
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

static const char *title_of(const struct review *review, struct arena *arena)
{
    const char *missed = fill_number(arena, review_missed(review));
    if (review->scope == REVIEW_ANSWERS)
        return fill_text(arena, _("Answers, {1}"), fill_number(arena, review->count), NULL);
    if (review->scope == REVIEW_MIXUPS)
        return _("Mix-ups");
    return review_missed(review) ? fill_text(arena, _("Mistakes, {1}"), missed, NULL)
                                 : _("Mistakes");
}

static const char *scope_label(enum review_scope scope)
{
    switch (scope) {
    case REVIEW_MISSED:
    case REVIEW_ANSWERS:
        break;
    case REVIEW_PAST:
        return _("All time");
    case REVIEW_MIXUPS:
        return _("Mix-ups");
    }
    return _("This quiz");
}

/// Which list this is, and its order.
static void draw_scopes(const struct review *review, const struct game *game, struct ui *ui,
                        struct rect *rest)
{
    if (!review_has_scopes(game))
        return;
    float height = fmaxf(6.4F * ui->u, ui_line_px(ui, 2.6F, 2));
    struct rect row = rect_cut_top(rest, height);
    rect_cut_top(rest, 2 * ui->u);
    float width = fminf(34 * ui->u, (row.w - 2 * ui->u) / 2);
    ui_choice_pill(ui, rect_cut_left(&row, width), scope_label(review->scope), REVIEW_SCOPE, 0,
                   0);
    rect_cut_left(&row, 2 * ui->u);
    if (review->scope == REVIEW_PAST && review->count > 1) {
        ui_choice_pill(ui, rect_cut_left(&row, width),
                       review->is_by_risk ? _("Riskiest first") : _("Newest first"),
                       REVIEW_ORDER, 0, 0);
    }
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

static const char *empty_text(const struct review *review, struct arena *arena)
{
    if (review->gone) {
        return fill_text(arena,
                         ngettext("{1} mistake is of a question that is not in the bank now.",
                                  "{1} mistakes are of questions that are not in the bank now.",
                                  (unsigned long)review->gone),
                         fill_number(arena, review->gone), NULL);
    }
    return review->scope == REVIEW_MIXUPS ? _("Nothing is mixed up.")
                                          : _("No mistakes to fix. Nice place to be.");
}

static void draw_empty(const struct review *review, struct ui *ui, struct rect rest)
{
    struct rect button = play_primary(ui, &rest);
    const char *text = empty_text(review, ui->arena);
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
    const char *title = title_of(review, ui->arena);
    struct rect rest = ui_page(ui, title);
    draw_unhide(review, ui, title, &rest);
    draw_scopes(review, game, ui, &rest);
    if (review->chosen < 0) {
        draw_empty(review, ui, rest);
        return;
    }
    ui->looks = &review->rows[review->chosen].bank->looks; // the others are of it too
    struct rect whole = {rest.x, rest.y, rest.w, ui->page.y + ui->page.h - 4 * ui->u - rest.y};
    struct rect primary = play_primary(ui, &rest);
    if (has_pages(ui)) {
        draw_buttons(review, ui, rest, primary);
        if (review->is_detail) {
            draw_detail(review, game, ui, rest);
        } else {
            draw_list(review, ui, rest);
        }
        return;
    }
    draw_list(review, ui, rect_cut_left(&whole, 56 * ui->u));
    rest.w -= 60 * ui->u;
    rest.x += 60 * ui->u;
    draw_detail(review, game, ui, rest);
    draw_buttons(review, ui, rest, primary);
}
