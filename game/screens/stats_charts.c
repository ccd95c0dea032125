#include <math.h>
#include <stddef.h>

#include "base/date.h"
#include "base/fill.h"
#include "base/i18n.h"
#include "screens/date_words.h"
#include "screens/stats_parts.h"

static const float bars_height_u = 13;
static const float least_target_px = 24; // WCAG 2.2, 2.5.8

/// Bars side by side, each with a number above and a label below.
struct bars {
    int count;
    float column, number, label; // pixels: width, and heights of the lines of text
};

static float number_line(const struct ui *ui)
{
    return ui_line_px(ui, 2.4F, 1.3F);
}

static struct bars lay_out_bars(const struct ui *ui, int count, float width)
{
    float line = number_line(ui);
    struct bars bars = {.count = count, .number = line, .label = line};
    bars.column = fminf(width / (float)(count ? count : 1), 9 * ui->u);
    return bars;
}

static float bars_height(const struct bars *bars, const struct ui *ui)
{
    return bars->number + bars_height_u * ui->u + bars->label + ui->u;
}

/// One bar of a chart.
struct bar {
    float share;  // of the whole height
    float hollow; // how much of that, from the bottom up, is drawn in outline
    float mark;   // a line at this share; below 0: none
    const char *number, *label;
    bool is_chosen;
};

static void draw_face(struct ui *ui, struct rect room, const struct bar *bar)
{
    struct colour colour = bar->is_chosen ? ui->theme->accent : ui->theme->chart;
    float width = roundf(fminf(room.w * 0.62F, 4 * ui->u));
    float least = ui_stroke_px(ui, 0.3F), height = fmaxf(least, room.h * bar->share);
    struct rect face = {roundf(room.x + (room.w - width) / 2), room.y + room.h - height, width,
                        height};
    ui_fill_corners(ui, face, fminf(0.6F * ui->u, height / 2), CORNERS_TOP, colour);
    struct rect hollow = rect_cut_bottom(&face, room.h * bar->hollow);
    if (hollow.h > 2 * least)
        ui_fill(ui, rect_inset(hollow, least), 0, ui->theme->surface);
}

static void draw_bar(struct ui *ui, struct rect column, const struct bars *bars,
                     const struct bar *bar)
{
    const struct theme *t = ui->theme;
    if (bar->is_chosen)
        ui_fill(ui, rect_inset(column, 0.2F * ui->u), 0.8F * ui->u, t->surface2);
    struct rect number = rect_cut_top(&column, bars->number);
    struct rect label = rect_cut_bottom(&column, bars->label);
    draw_face(ui, column, bar);
    if (bar->mark >= 0) {
        struct rect line = {column.x + 0.4F * ui->u, column.y + column.h * (1 - bar->mark),
                            column.w - 0.8F * ui->u, ui_stroke_px(ui, 0.4F)};
        ui_fill(ui, rect_inset(line, -ui_stroke_px(ui, 0.2F)), 0, t->surface); // seen on a bar
        ui_fill(ui, line, 0, t->text);
    }
    number.y += column.h * (1 - fmaxf(bar->share, bar->mark));
    if (ui_label_width(ui, style_small, bar->number) <= column.w) {
        ui_label(ui, number, style_small, ALIGN_CENTRE, bar->is_chosen ? t->text : t->text2,
                 bar->number);
    }
    if (ui_label_width(ui, style_small, bar->label) <= column.w) {
        ui_label(ui, label, style_small, ALIGN_CENTRE, bar->is_chosen ? t->text : t->text3,
                 bar->label);
    }
}

/// A chart as one thing to have the focus: Left and Right go from bar to bar.
static void declare_chart(struct ui *ui, struct rect rect, int id, const char *words)
{
    ui_focus_ring(ui, id, 0, rect, ui->u);
    ui_area(ui, rect, id, 0, AREA_ADJUST | AREA_REST, words);
}

/// For the pointer, where the bar is large enough to hit.
static void declare_bar(struct ui *ui, struct rect rect, int id, int arg, const char *name)
{
    if (rect.w >= least_target_px && rect.h >= least_target_px)
        ui_area(ui, rect, id, arg, AREA_NO_FOCUS, name);
}

// --- cards due ------------------------------------------------------------------------------

static const char *card_words(struct arena *arena, int cards)
{
    return fill_text(arena, ngettext("{1} card", "{1} cards", (unsigned long)cards),
                     fill_number(arena, cards), NULL);
}

/// What is due on the day that is `at` days from today, overdue ones today.
static int due_cards(const struct stats *stats, int at)
{
    const struct stats_forecast *forecast = &stats->figures.forecast;
    return forecast->days[at] + (at == 0 ? forecast->overdue : 0);
}

static const char *due_words(const struct stats *stats, int at, struct arena *arena)
{
    int64_t today = stats->figures.day.last;
    const char *day = date_words_near(arena, today + at, today);
    const char *cards = card_words(arena, due_cards(stats, at));
    int overdue = stats->figures.forecast.overdue;
    if (at || !overdue)
        return fill_text(arena, _("{1}: {2}"), day, cards, NULL);
    return fill_text(arena, _("{1}: {2}, {3} of them overdue (hollow)"), day, cards,
                     fill_number(arena, overdue), NULL);
}

static const char *later_words(const struct stats *stats, struct arena *arena)
{
    const struct stats_forecast *forecast = &stats->figures.forecast;
    int cards = forecast->later;
    for (int i = STATS_DUE_DAYS; i < forecast->count; i++)
        cards += forecast->days[i];
    return fill_text(arena, _("After {1} days: {2}"), fill_number(arena, STATS_DUE_DAYS),
                     card_words(arena, cards), NULL);
}

static float
widest_words(const struct stats *stats, const struct ui *ui, float width, int count,
             const char *(*words)(const struct stats *stats, int at, struct arena *arena))
{
    float height = 0;
    for (int i = 0; i < count; i++) {
        const char *text = words(stats, i, ui->arena);
        height = fmaxf(height, text ? stats_words_height(ui, text, width) : 0);
    }
    return height;
}

static float due_height(const struct stats *stats, const struct ui *ui, float width)
{
    struct bars bars = lay_out_bars(ui, STATS_DUE_DAYS, width);
    return bars_height(&bars, ui) + widest_words(stats, ui, width, STATS_DUE_DAYS, due_words) +
           stats_words_height(ui, later_words(stats, ui->arena), width);
}

static void draw_due(const struct stats *stats, struct ui *ui, struct rect rect)
{
    struct bars bars = lay_out_bars(ui, STATS_DUE_DAYS, rect.w);
    struct rect chart = rect_cut_top(&rect, bars_height(&bars, ui) - ui->u);
    declare_chart(ui, chart, STATS_DUE, due_words(stats, stats->due_at, ui->arena));
    int most = 1;
    for (int i = 0; i < bars.count; i++)
        most = due_cards(stats, i) > most ? due_cards(stats, i) : most;
    int64_t today = stats->figures.day.last;
    for (int i = 0; i < bars.count; i++) {
        int cards = due_cards(stats, i);
        struct rect column = {chart.x + bars.column * (float)i, chart.y, bars.column, chart.h};
        const struct bar bar = {
            .share = (float)cards / (float)most,
            .hollow = i ? 0 : (float)stats->figures.forecast.overdue / (float)most,
            .mark = -1,
            .number = fill_number(ui->arena, cards),
            .label = date_words_initial(ui->arena, (int)date_weekday(today + i)),
            .is_chosen = i == stats->due_at,
        };
        draw_bar(ui, column, &bars, &bar);
        declare_bar(ui, column, STATS_DUE_BAR, i, due_words(stats, i, ui->arena));
    }
    rect_cut_top(&rect, ui->u);
    stats_words_draw(ui, due_words(stats, stats->due_at, ui->arena), ui->theme->text, &rect);
    stats_words_draw(ui, later_words(stats, ui->arena), ui->theme->text3, &rect);
}

const struct stats_part stats_due_part = {due_height, draw_due};

// --- foreseen and seen ----------------------------------------------------------------------

static const struct stats_share *bin_at(const struct stats *stats, int at)
{
    return &stats->figures.recall.calibration.bins[at];
}

static const char *foreseen_words(const struct stats *stats, int at, struct arena *arena)
{
    const struct stats_share *bin = bin_at(stats, at);
    if (!bin->reviews)
        return NULL;
    return fill_text(arena, _("Expected {1}%, recalled {2}"),
                     fill_number(arena, stats_percent(bin->foreseen, bin->reviews)),
                     stats_share_words(arena, bin->recalled, bin->reviews), NULL);
}

static const char *off_words(const struct stats *stats, struct arena *arena)
{
    const struct stats_calibration *calibration = &stats->figures.recall.calibration;
    int points = stats_percent(calibration->rmse, 1);
    int thousandths = (int)(calibration->log_loss * 1000 + 0.5);
    if (!calibration->all.reviews)
        return _("No card has come back on a later day yet.");
    return fill_text(
        arena,
        ngettext("Bar: recalled. Line: expected. About {1} point off; log loss {2}.",
                 "Bar: recalled. Line: expected. About {1} points off; log loss "
                 "{2}.",
                 (unsigned long)points),
        fill_number(arena, points),
        arena_printf(arena, "%d.%03d", thousandths / 1000, thousandths % 1000), NULL);
}

static int used_bins(const struct stats *stats)
{
    int count = 0;
    for (int i = 0; i < STATS_BINS; i++)
        count += bin_at(stats, i)->reviews > 0;
    return count;
}

static float foreseen_height(const struct stats *stats, const struct ui *ui, float width)
{
    float height = stats_words_height(ui, off_words(stats, ui->arena), width);
    int count = used_bins(stats);
    if (!count)
        return height;
    struct bars bars = lay_out_bars(ui, count, width);
    return height + bars_height(&bars, ui) +
           widest_words(stats, ui, width, STATS_BINS, foreseen_words);
}

static void draw_bin(const struct stats *stats, struct ui *ui, struct rect column,
                     const struct bars *bars, int at)
{
    const struct stats_share *bin = bin_at(stats, at);
    float reviews = (float)bin->reviews;
    const struct bar bar = {
        .share = (float)bin->recalled / reviews,
        .mark = (float)bin->foreseen / reviews,
        .number = stats_percent_words(ui->arena, bin->recalled, bin->reviews),
        .label = fill_number(ui->arena, at * 100 / STATS_BINS),
        .is_chosen = at == stats->foreseen_at,
    };
    draw_bar(ui, column, bars, &bar);
    declare_bar(ui, column, STATS_FORESEEN_BAR, at, foreseen_words(stats, at, ui->arena));
}

static void draw_foreseen(const struct stats *stats, struct ui *ui, struct rect rect)
{
    int count = used_bins(stats);
    if (count) {
        struct bars bars = lay_out_bars(ui, count, rect.w);
        struct rect chart = rect_cut_top(&rect, bars_height(&bars, ui) - ui->u);
        const char *words = foreseen_words(stats, stats->foreseen_at, ui->arena);
        declare_chart(ui, chart, STATS_FORESEEN, words);
        struct rect column = {chart.x, chart.y, bars.column, chart.h};
        for (int i = 0; i < STATS_BINS; i++) {
            if (!bin_at(stats, i)->reviews)
                continue;
            draw_bin(stats, ui, column, &bars, i);
            column.x += column.w;
        }
        rect_cut_top(&rect, ui->u);
        stats_words_draw(ui, words, ui->theme->text, &rect);
    }
    stats_words_draw(ui, off_words(stats, ui->arena), ui->theme->text3, &rect);
}

const struct stats_part stats_foreseen_part = {foreseen_height, draw_foreseen};
