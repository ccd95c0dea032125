#include "screens/week_card.h"

#include <math.h>

#include "base/date.h"
#include "base/fill.h"
#include "base/i18n.h"
#include "core/stats_figures.h"
#include "screens/date_words.h"
#include "ui/widget.h"

static const float padding_u = 3, bars_least_u = 8, bar_u = 3.4F;
static const struct text_style label_style = {FACE_SEMIBOLD, 2.6F, 1.3F};

float week_card_least_height(const struct ui *ui)
{
    return 2 * padding_u * ui->u + ui_line_px(ui, 2.6F, 1.4F) + ui_line_px(ui, 2.6F, 1.3F) +
           (bars_least_u + 1.4F) * ui->u;
}

static const char *share_words(const struct stats_week *week, struct arena *arena)
{
    if (!week->all.answers)
        return _("no answers yet");
    int percent = stats_percent(week->all.right, week->all.answers);
    return fill_text(arena, _("{1}% right"), fill_number(arena, percent), NULL);
}

/// All that the card shows, for who hears it.
static const char *words(const struct stats_week *week, struct arena *arena)
{
    if (!week->all.answers)
        return _("Statistics. This week: no answers yet");
    return fill_text(arena,
                     ngettext("Statistics. This week: {1} answer, {2}, {3} of them today",
                              "Statistics. This week: {1} answers, {2}, {3} of them today",
                              (unsigned long)week->all.answers),
                     fill_number(arena, week->all.answers), share_words(week, arena),
                     fill_number(arena, week->days[week->today].answers), NULL);
}

static void draw_day(struct ui *ui, struct rect column, const struct stats_week *week, int day,
                     int most)
{
    bool is_today = day == week->today;
    int answers = week->days[day].answers;
    struct rect label = rect_cut_bottom(&column, ui_line_px(ui, 2.6F, 1.3F));
    rect_cut_bottom(&column, 1.4F * ui->u);
    float width = fminf(bar_u * ui->u, column.w * 0.7F);
    float height = answers ? fmaxf(1.2F * ui->u, column.h * (float)answers / (float)most)
                           : ui_stroke_px(ui, 0.4F);
    struct rect bar = {column.x + (column.w - width) / 2, column.y + column.h - height, width,
                       height};
    struct colour colour = !answers   ? ui->theme->track
                           : is_today ? ui->theme->accent
                                      : ui->theme->chart;
    ui_fill(ui, bar, fminf(0.8F * ui->u, height / 2), colour);
    ui_label(ui, label, label_style, ALIGN_CENTRE,
             is_today ? ui->theme->text : ui->theme->text3, date_words_initial(ui->arena, day));
}

void week_card_draw(struct ui *ui, struct rect rect, const struct stats_week *week, int id,
                    int arg)
{
    bool is_lit = ui_is_hovered(ui, id, arg) || ui_is_pressed(ui, id, arg);
    ui_card(ui, rect, 2.4F, is_lit ? ui->theme->surface2 : ui->theme->surface);
    ui_focus_ring(ui, id, arg, rect, 2.4F * ui->u);
    ui_area(ui, rect, id, arg, 0, words(week, ui->arena));
    struct rect inner = rect_inset(rect, padding_u * ui->u);
    struct rect head = rect_cut_top(&inner, ui_line_px(ui, 2.6F, 1.4F));
    const char *share = share_words(week, ui->arena);
    struct rect right = rect_cut_right(
        &head, fminf(head.w * 0.6F, ui_label_width(ui, label_style, share) + ui->u));
    ui_label(ui, head, label_style, ALIGN_START, ui->theme->accent, _("This week"));
    ui_label(ui, right, label_style, ALIGN_END, ui->theme->text2, share);
    rect_cut_top(&inner, ui->u);
    int most = 1;
    for (int i = 0; i < DATE_WEEK; i++)
        most = week->days[i].answers > most ? week->days[i].answers : most;
    for (int i = 0; i < DATE_WEEK; i++)
        draw_day(ui, rect_cell(inner, DATE_WEEK, 1, i, 0, 0), week, i, most);
}
