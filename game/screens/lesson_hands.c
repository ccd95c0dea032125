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
    struct hand_rows rows = {.count = rows_of(round), .badge = 8 * ui->u, .aside = aside};
    float least = fmaxf(6.8F * ui->u, ui_line_px(ui, count_style.size_u, 1.2F));
    rows.gap = (rows.count > 5 ? 1 : 1.6F) * ui->u;
    for (int i = 0; i < rows.count; i++) {
        const float sizes[] = {3.8F, 3.3F, 0};
        int place = i + 1 < rows.count ? i : ASK_PLACES;
        rows.words[i] = wrap_fit(ui, choice_style, sizes, choice_at(round, place),
                                 width - rows.badge - aside - 4 * ui->u, 2, 1e6F);
        rows.heights[i] = fmaxf(least, wrapped_height(&rows.words[i]) + 1.6F * ui->u);
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

static void draw_counted(const struct lesson_screen *lesson, const struct game *game,
                         struct ui *ui, const struct hand_rows *rows, struct rect list)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    for (int i = 0; i < rows->count; i++) {
        int place = i + 1 < rows->count ? i : ASK_PLACES;
        struct rect row = rect_cut_top(&list, rows->heights[i]);
        rect_cut_top(&list, rows->gap);
        bool is_here = lesson->row == i;
        ui_fill(ui, row, 1.2F * ui->u, is_here ? ui->theme->surface2 : ui->theme->surface);
        if (is_here) {
            ui_outline(ui, row, 1.2F * ui->u, ui_stroke_px(ui, 0.5F), ui->theme->accent);
        }
        struct rect stepper = rect_cut_right(&row, rows->aside);
        rect_cut_right(&stepper, ui->u);
        float height = fminf(stepper.h, fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.6F)));
        stepper.y += (stepper.h - height) / 2;
        stepper.h = height;
        // The focus is where digits go, so that the row is scrolled into view.
        ui_stepper_flagged(ui, stepper, fill_number(ui->arena, round->hands[place]),
                           LESSON_HANDS, place, AREA_REST | (is_here ? AREA_FIRST : 0),
                           choice_at(round, place));
        draw_words(round, rows, ui, row, i, ui->theme->text);
    }
}

static void draw_bar(const struct game *game, struct ui *ui, const struct hand_rows *rows,
                     struct rect row, int i, int all)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    int place = i + 1 < rows->count ? i : ASK_PLACES, hands = round->hands[place];
    bool is_right = place != ASK_PLACES && ask_is_right(&round->ask, place);
    bool is_calm = game->run.log.start.manner.is_calm;
    struct colour good = is_calm ? ui->theme->accent : ui->theme->correct;
    ui_fill(ui, row, 1.2F * ui->u, ui->theme->surface);
    if (is_right)
        ui_outline(ui, row, 1.2F * ui->u, ui_stroke_px(ui, 0.5F), good);
    struct rect aside = rect_cut_right(&row, rows->aside);
    rect_cut_right(&aside, 1.6F * ui->u);
    struct rect count = rect_cut_left(&aside, 0.34F * aside.w);
    ui_digits(ui, count, count_style, ALIGN_END, ui->theme->text,
              fill_number(ui->arena, hands));
    rect_cut_left(&aside, 2 * ui->u);
    struct rect bar = aside;
    bar.y += bar.h * 0.62F;
    bar.h = fmaxf(0.9F * ui->u, 0.12F * row.h);
    ui_bar(ui, bar, all ? (float)hands / (float)all : 0, is_right ? good : ui->theme->chart);
    aside.h *= 0.56F;
    const char *share =
        fill_text(ui->arena, _("{1} %"),
                  fill_number(ui->arena, all ? (hands * 100 + all / 2) / all : 0), NULL);
    ui_label(ui, aside, style_small, ALIGN_START, ui->theme->text2, share);
    if (is_right) {
        float words = ui_label_width(ui, style_small, share) + 1.2F * ui->u;
        struct rect said = aside;
        rect_cut_left(&said, words);
        rect_cut_right(&said, 4 * ui->u);
        ui_label(ui, said, style_small, ALIGN_END, good, _("Right"));
        struct rect tick = rect_cut_right(&aside, 4 * ui->u);
        ui_icon(ui, MASK_CHECK, rect_centre(tick), 1.4F * ui->u, 0.26F, good);
    }
    draw_words(round, rows, ui, row, i, ui->theme->text);
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
        draw_bar(game, ui, rows, row, i, all);
    }
    rect_cut_top(&list, ui->u);
    rect_cut_top(&list, ui_paragraph(ui, list, style_strong, ALIGN_START, ui->theme->text,
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
                       struct ui *ui, struct rect rest)
{
    const float sizes[] = {4.6F, 3.9F, 3.3F, 0};
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    bool is_shown = c->phase == CONTEST_SHOWING;
    lesson_draw_call(lesson, game, ui, &rest);
    struct rect whole = rest;
    play_primary(ui, &rest);
    float width = rest.w - 2 * ui->u;
    struct wrapped asked =
        wrap_fit(ui, style_question, sizes, play_question_text(round->ask.question, ui->arena),
                 width, 3, 1e6F);
    float aside = fminf(0.45F * width, 34 * ui->u * fmaxf(1, 0.8F * ui->text_scale));
    struct hand_rows rows = lay_out(round, ui, width, aside);
    const char *why = is_shown ? play_why(&lesson->turn, ui) : NULL;
    struct wrapped because = wrap_text(ui, style_body, why ? why : "", width);
    float below = is_shown ? 2 * ui_line_px(ui, 3.1F, 1.4F) + wrapped_height(&because) : 0;
    float height = wrapped_height(&asked) + 2 * ui->u + rows.height + below;
    ui_pages_begin(ui, LESSON_TEXT_REGION, lesson->play.page, rest, height);
    struct rect list = {rest.x, rest.y, width, height};
    wrapped_draw(ui, &asked, list, ALIGN_START, ui->theme->text);
    rect_cut_top(&list, wrapped_height(&asked) + 2 * ui->u);
    if (is_shown) {
        draw_shown(lesson, game, ui, &rows, list);
    } else {
        draw_counted(lesson, game, ui, &rows, list);
    }
    ui_pages_end(ui, play_page_words());
    lesson_draw_next(game, ui, &whole);
}
