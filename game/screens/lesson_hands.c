// Hands that were raised for each answer: counted, then shown with the right one.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/lesson.h"
#include "ui/control.h"
#include "ui/tile.h"

static const struct text_style count_style = {FACE_DISPLAY_BOLD, 4.6F, 1.15F};
static const struct text_style choice_style = {FACE_MEDIUM, 3.8F, 1.2F};
static const struct text_style share_style = {FACE_SEMIBOLD, 3.3F, 1.15F};
static const struct text_style sum_style = {FACE_SEMIBOLD, 3.8F, 1.3F};
static const float bar_u = 0.9F;

static const char *choice_at(const struct contest_round *round, int place)
{
    const struct ask *ask = &round->ask;
    if (place == ASK_PLACES)
        return _("No answer");
    if (ask->question->kind == KIND_TRUEFALSE)
        return place == 0 ? _("True") : _("False");
    return ask->question->choice.options.items[ask->shown[place]];
}

static int rows_of(const struct contest_round *round)
{
    return round->ask.shown_count + 1;
}

static int hands_in_all(const struct contest_round *round)
{
    int all = round->hands[ASK_PLACES];
    for (int place = 0; place < round->ask.shown_count; place++)
        all += round->hands[place];
    return all;
}

/// The mark of an answer, or its letter where there are more of them than marks.
static void draw_badge(struct ui *ui, struct rect rect, int place, bool is_plain)
{
    static const char letters[][2] = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K",
                                      "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V"};
    if (place == ASK_PLACES)
        return;
    if (is_plain && place < (int)(sizeof letters / sizeof *letters)) {
        ui_label(ui, rect, style_strong, ALIGN_CENTRE, ui->theme->text2, letters[place]);
    } else if (!is_plain) {
        ui_fill(ui, rect, 1.2F * ui->u, answer_colours[place].fill);
        ui_mark(ui, (enum mask)place, rect_centre(rect), 0.28F * fminf(rect.w, rect.h),
                answer_colours[place].ink);
    }
}

/// How the rows stand: each as high as its words need.
struct hand_rows {
    struct wrapped words[ASK_PLACES + 1];
    float heights[ASK_PLACES + 1];
    float badge, aside, gap, height;
    int count;
};

static struct hand_rows lay_out(const struct contest_round *round, const struct ui *ui,
                                float width, float aside)
{
    struct hand_rows rows = {
        .count = rows_of(round), .badge = (ui->is_densest ? 5.6F : 8) * ui->u, .aside = aside};
    float share =
        ui_line_px(ui, share_style.size_u, share_style.spacing) + 2.4F * bar_u * ui->u;
    float least = fmaxf(fmaxf(6.8F * ui->u, share), ui_line_px(ui, count_style.size_u, 1.2F));
    float above = (ui->is_densest ? 0.4F : 1.6F) * ui->u;
    rows.gap = (ui->is_densest ? 0.7F : rows.count > 5 ? 1 : 1.6F) * ui->u;
    for (int i = 0; i < rows.count; i++) {
        const float sizes[] = {ui->is_densest ? 3.3F : 3.8F, 3.3F, 0};
        int place = i + 1 < rows.count ? i : ASK_PLACES;
        rows.words[i] = wrap_fit(ui, choice_style, sizes, choice_at(round, place),
                                 width - rows.badge - aside - 4 * ui->u, 2, 1e6F);
        rows.heights[i] = fmaxf(least, wrapped_height(&rows.words[i]) + above);
        rows.height += rows.heights[i] + rows.gap;
    }
    return rows;
}

static void draw_words(const struct contest_round *round, const struct hand_rows *rows,
                       struct ui *ui, struct rect row, int i, struct colour colour)
{
    int place = i + 1 < rows->count ? i : ASK_PLACES;
    struct rect badge = rect_cut_left(&row, rows->badge);
    draw_badge(ui, rect_inset(badge, 0.6F * ui->u), place, round->ask.shown_count > ASK_MARKS);
    rect_cut_left(&row, 2 * ui->u);
    rect_cut_top(&row, (row.h - wrapped_height(&rows->words[i])) / 2);
    wrapped_draw(ui, &rows->words[i], row, ALIGN_START, colour);
}

/// The row that is chosen, with its count to be changed.
static void draw_count(const struct contest_round *round, struct ui *ui,
                       const struct hand_rows *rows, struct rect row, int i, unsigned flags)
{
    int place = i + 1 < rows->count ? i : ASK_PLACES;
    struct rect stepper = rect_cut_right(&row, rows->aside);
    rect_cut_right(&stepper, ui->u);
    // The focus is where digits go, so that the row is scrolled into view.
    ui_stepper_flagged(ui, stepper, "", LESSON_HANDS, place, flags, choice_at(round, place));
    ui_digits(ui, stepper, count_style, ALIGN_CENTRE, ui->theme->text,
              fill_number(ui->arena, round->hands[place]));
    draw_words(round, rows, ui, row, i, ui->theme->text);
}

static void draw_chosen(struct ui *ui, struct rect row)
{
    ui_fill(ui, row, 1.2F * ui->u, ui->theme->surface2);
    ui_outline(ui, row, 1.2F * ui->u, ui_stroke_px(ui, 0.5F), ui->theme->accent);
}

static void draw_counted(const struct lesson_screen *lesson, const struct game *game,
                         struct ui *ui, const struct hand_rows *rows, struct rect list)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    for (int i = 0; i < rows->count; i++) {
        struct rect row = rect_cut_top(&list, rows->heights[i]);
        rect_cut_top(&list, rows->gap);
        bool is_here = lesson->row == i;
        if (is_here) {
            draw_chosen(ui, row);
        } else {
            ui_fill(ui, row, 1.2F * ui->u, ui->theme->surface);
        }
        draw_count(round, ui, rows, row, i, AREA_REST | (is_here ? AREA_FIRST : 0));
    }
}

/// How wide what stands beside the answers is: the most hands, their share, and that it is
/// right, which without room the tick says alone.
static float aside_width(const struct ui *ui, float most, bool is_shown)
{
    float usual =
        fminf(most, (ui->is_densest ? 26 : 34) * ui->u * fmaxf(1, 0.8F * ui->text_scale));
    float share =
        ui_label_width(ui, share_style, fill_text(ui->arena, _("{1} %"), "100", NULL));
    float wanted = 9.2F * ui->u + ui_label_width(ui, count_style, "000") + share;
    if (is_shown && ui->is_densest)
        return fminf(most, wanted);
    wanted += ui_label_width(ui, share_style, _("Right"));
    return is_shown ? fminf(most, fmaxf(usual, wanted)) : usual;
}

static void draw_share(struct ui *ui, struct rect rect, const char *share, bool is_right,
                       struct colour good)
{
    ui_label(ui, rect, share_style, ALIGN_START, ui->theme->text2, share);
    if (!is_right)
        return;
    rect_cut_left(&rect, ui_label_width(ui, share_style, share) + 1.2F * ui->u);
    struct rect tick = rect_cut_right(&rect, 4 * ui->u);
    ui_icon(ui, MASK_CHECK, rect_centre(tick), 1.4F * ui->u, 0.26F, good);
    if (ui_label_width(ui, share_style, _("Right")) <= rect.w)
        ui_label(ui, rect, share_style, ALIGN_END, good, _("Right"));
}

static void draw_bar(const struct game *game, struct ui *ui, const struct hand_rows *rows,
                     struct rect row, int i, int all)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    int place = i + 1 < rows->count ? i : ASK_PLACES, hands = round->hands[place];
    bool is_right = place != ASK_PLACES && ask_is_right(&round->ask, place);
    bool is_calm = game->run.log.start.manner.is_calm;
    bool is_lit = ui_is_hovered(ui, LESSON_HANDS, place);
    struct colour good = is_calm ? ui->theme->accent : ui->theme->correct;
    struct rect whole = row;
    ui_fill(ui, row, 1.2F * ui->u, is_lit ? ui->theme->surface2 : ui->theme->surface);
    if (is_right)
        ui_outline(ui, row, 1.2F * ui->u, ui_stroke_px(ui, 0.5F), good);
    struct rect aside = rect_cut_right(&row, rows->aside);
    rect_cut_right(&aside, 1.6F * ui->u);
    struct rect count = rect_cut_left(&aside, ui_label_width(ui, count_style, "000"));
    ui_digits(ui, count, count_style, ALIGN_END, ui->theme->text,
              fill_number(ui->arena, hands));
    rect_cut_left(&aside, 2 * ui->u);
    float line = ui_line_px(ui, share_style.size_u, share_style.spacing), bar = bar_u * ui->u;
    rect_cut_top(&aside, (aside.h - line - 1.4F * bar) / 2);
    struct rect share = rect_cut_top(&aside, line);
    aside.h = bar;
    ui_bar(ui, aside, all ? (float)hands / (float)all : 0, is_right ? good : ui->theme->chart);
    const char *percent = fill_number(ui->arena, all ? (hands * 100 + all / 2) / all : 0);
    draw_share(ui, share, fill_text(ui->arena, _("{1} %"), percent, NULL), is_right, good);
    draw_words(round, rows, ui, row, i, ui->theme->text);
    ui_focus_ring(ui, LESSON_HANDS, place, whole, 1.2F * ui->u);
    ui_area(ui, whole, LESSON_HANDS, place, 0, choice_at(round, place));
}

/// "18 of 24 hands were right."
static const char *share_words(const struct contest_round *round, struct arena *arena)
{
    int all = hands_in_all(round), right = 0;
    for (int place = 0; place < round->ask.shown_count; place++)
        right += ask_is_right(&round->ask, place) ? round->hands[place] : 0;
    if (!all)
        return _("No hands were counted.");
    return fill_text(arena,
                     ngettext("{1} of {2} hand was right.", "{1} of {2} hands were right.",
                              (unsigned long)all),
                     fill_number(arena, right), fill_number(arena, all), NULL);
}

static float draw_shown(const struct lesson_screen *lesson, const struct game *game,
                        struct ui *ui, const struct hand_rows *rows, struct rect list)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    int all = hands_in_all(round);
    float top = list.y;
    for (int i = 0; i < rows->count; i++) {
        struct rect row = rect_cut_top(&list, rows->heights[i]);
        rect_cut_top(&list, rows->gap);
        if (lesson->row == i) {
            draw_chosen(ui, row);
            draw_count(round, ui, rows, row, i, AREA_REST | AREA_FIRST);
        } else {
            draw_bar(game, ui, rows, row, i, all);
        }
    }
    rect_cut_top(&list, ui->u);
    rect_cut_top(&list, ui_paragraph(ui, list, sum_style, ALIGN_START, ui->theme->text,
                                     share_words(round, ui->arena)));
    const char *why = play_why(&lesson->turn, ui);
    if (why) {
        rect_cut_top(&list, 0.6F * ui->u);
        rect_cut_top(&list,
                     ui_paragraph(ui, list, style_body, ALIGN_START, ui->theme->text2, why));
    }
    return list.y - top;
}

void lesson_view_hands(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest, bool is_bare)
{
    static const float usual[] = {4.6F, 3.9F, 3.3F, 0}, least[] = {3.3F, 0};
    const float *sizes = ui->is_densest ? least : usual;
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    bool is_shown = c->phase == CONTEST_SHOWING;
    if (!is_bare)
        lesson_draw_call(lesson, game, ui, &rest);
    struct rect whole = rest;
    play_primary(ui, &rest);
    float width = rest.w - 2 * ui->u;
    struct wrapped asked =
        wrap_fit(ui, style_question, sizes, play_question_text(round->ask.question, ui->arena),
                 width, 3, 1e6F);
    float gap = (ui->is_densest ? 0.8F : 2) * ui->u;
    struct hand_rows rows = lay_out(round, ui, width, aside_width(ui, 0.5F * width, is_shown));
    const char *why = is_shown ? play_why(&lesson->turn, ui) : NULL;
    struct wrapped because = wrap_text(ui, style_body, why ? why : "", width);
    struct wrapped sum = wrap_text(ui, sum_style, share_words(round, ui->arena), width);
    float below = wrapped_height(&sum) + wrapped_height(&because) + 1.6F * ui->u;
    if (!is_shown)
        below = 0;
    float height = wrapped_height(&asked) + gap + rows.height + below;
    ui_pages_begin(ui, LESSON_TEXT_REGION, lesson->play.page, rest, height);
    struct rect list = {rest.x, rest.y, width, height};
    wrapped_draw(ui, &asked, list, ALIGN_START, ui->theme->text);
    rect_cut_top(&list, wrapped_height(&asked) + gap);
    if (is_shown) {
        draw_shown(lesson, game, ui, &rows, list);
    } else {
        draw_counted(lesson, game, ui, &rows, list);
    }
    ui_pages_end(ui, play_page_words());
    if (lesson_is_correcting(lesson, c)) {
        struct rect done = play_primary(ui, &whole);
        ui_button(ui, done, BUTTON_PRIMARY, _("Done"), LESSON_NEXT, 0, AREA_PRIMARY);
    } else {
        lesson_draw_next(game, ui, &whole);
    }
}
