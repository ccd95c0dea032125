#include <math.h>
#include <stddef.h>

#include "base/date.h"
#include "base/fill.h"
#include "base/i18n.h"
#include "screens/date_words.h"
#include "screens/stats_parts.h"

static const float cell_most_u = 2.4F;
static const float least_target_px = 24; // WCAG 2.2, 2.5.8

/// The calendar: a column a week, a square a day.
struct grid {
    int64_t monday; // of the first column
    int columns;
    float cell, labels; // pixels: side of a square with its gap, height of the months' names
    int month_step;     // every so many months have their name
};

static struct grid lay_out_grid(const struct stats *stats, const struct ui *ui, float width)
{
    struct stats_span year = stats->figures.windows[STATS_365_DAYS];
    struct grid grid = {.monday = year.first - (int64_t)date_weekday(year.first)};
    grid.columns = (int)((year.last - grid.monday) / DATE_WEEK) + 1;
    grid.cell = fminf(width / (float)grid.columns, cell_most_u * ui->u);
    grid.labels = ui_line_px(ui, 2.4F, 1.3F);
    float widest = 0, month = grid.cell * 4;
    for (int i = 1; i <= 12; i++)
        widest = fmaxf(widest, ui_label_width(ui, style_small, date_words_month(i)));
    grid.month_step = 1;
    while (grid.month_step < 12 && month * (float)grid.month_step < widest + ui->u)
        grid.month_step++;
    return grid;
}

static const char *day_words(int64_t number, int answers, int right, struct arena *arena)
{
    const char *day = date_words_day(arena, number);
    if (!answers)
        return fill_text(arena, _("{1}: no answers"), day, NULL);
    return fill_text(arena,
                     ngettext("{1}: {2} answer, {3} right", "{1}: {2} answers, {3} right",
                              (unsigned long)answers),
                     day, fill_number(arena, answers), fill_number(arena, right), NULL);
}

static const char *year_words(const struct stats *stats, int ago, struct arena *arena)
{
    const struct stats_tally *tally = &stats->figures.year[STATS_YEAR - 1 - ago];
    return day_words(stats->figures.day.last - ago, tally->answers, tally->right, arena);
}

static int most_answers(const struct stats *stats)
{
    int most = 0;
    for (int i = 0; i < STATS_YEAR; i++) {
        int answers = stats->figures.year[i].answers;
        most = answers > most ? answers : most;
    }
    return most;
}

static const char *scale_words(const struct stats *stats, struct arena *arena)
{
    int most = most_answers(stats), days = 0;
    for (int i = 0; i < STATS_YEAR; i++)
        days += stats->figures.year[i].answers > 0;
    return fill_text(
        arena,
        ngettext("{1} day with answers. The larger the square, the more: {2} at most.",
                 "{1} days with answers. The larger the square, the more: {2} at "
                 "most.",
                 (unsigned long)days),
        fill_number(arena, days), fill_number(arena, most), NULL);
}

/// What the words of any day may need: going through the days must not move what is below. Each
/// eighth day is enough to come by all names of months and of days of the week.
static float words_height(const struct stats *stats, const struct ui *ui, float width)
{
    int most = most_answers(stats);
    float height = 0;
    for (int ago = 0; ago < STATS_YEAR; ago += DATE_WEEK + 1) {
        const char *words = day_words(stats->figures.day.last - ago, most, most, ui->arena);
        height = fmaxf(height, stats_words_height(ui, words, width));
    }
    return height;
}

static float year_height(const struct stats *stats, const struct ui *ui, float width)
{
    struct grid grid = lay_out_grid(stats, ui, width);
    return grid.cell * DATE_WEEK + grid.labels + 2 * ui->u + words_height(stats, ui, width) +
           stats_words_height(ui, scale_words(stats, ui->arena), width);
}

static struct rect cell_of(const struct grid *grid, struct rect rect, int64_t day)
{
    int at = (int)(day - grid->monday), week = at / DATE_WEEK, weekday = at % DATE_WEEK;
    return (struct rect){rect.x + grid->cell * (float)week,
                         rect.y + grid->cell * (float)weekday, grid->cell, grid->cell};
}

/// The side of a day's square as a share of its cell: a dot without answers, else one of four.
static float side_of(int answers, int most)
{
    static const float sides[] = {0.45F, 0.62F, 0.78F, 0.94F};
    if (!answers)
        return 0.18F;
    int step = (4 * answers - 1) / most;
    return sides[step];
}

static void draw_days(const struct stats *stats, struct ui *ui, const struct grid *grid,
                      struct rect rect)
{
    int most = most_answers(stats);
    struct stats_span year = stats->figures.windows[STATS_365_DAYS];
    for (int i = 0; i < STATS_YEAR; i++) {
        int answers = stats->figures.year[i].answers;
        struct rect cell = cell_of(grid, rect, year.first + i);
        bool is_chosen = i == STATS_YEAR - 1 - stats->year_at;
        float gap = cell.w * (1 - side_of(answers, most)) / 2;
        struct colour colour = answers ? ui->theme->accent : ui->theme->text3;
        ui_fill(ui, rect_inset(cell, gap), 0, colour);
        if (is_chosen) {
            ui_outline(ui, rect_inset(cell, -0.4F * ui->u), 0.4F * ui->u,
                       ui_stroke_px(ui, 0.3F), ui->theme->text);
        }
    }
}

/// Names below the columns in which months begin, and what the pointer chooses months by.
static void draw_months(const struct stats *stats, struct ui *ui, const struct grid *grid,
                        struct rect rect)
{
    struct stats_span year = stats->figures.windows[STATS_365_DAYS];
    float right = rect.x + grid->cell * (float)grid->columns;
    struct date month = date_of(year.last);
    month.day = 1;
    for (int ago = 0; ago <= 12; ago++) {
        int64_t first = date_number(month);
        int64_t shown = first < year.first ? year.first : first;
        struct rect cell = cell_of(grid, rect, shown);
        struct rect area = {cell.x, rect.y, right - cell.x, grid->cell * DATE_WEEK};
        const char *name = date_words_month(month.month);
        struct rect label = {cell.x, area.y + area.h, area.w, grid->labels};
        if (first >= year.first && ago % grid->month_step == 0 &&
            ui_label_width(ui, style_small, name) <= rect.x + rect.w - cell.x) {
            label.w = rect.x + rect.w - cell.x;
            ui_label(ui, label, style_small, ALIGN_START, ui->theme->text3, name);
        }
        if (area.w >= least_target_px && area.h >= least_target_px)
            ui_area(ui, area, STATS_YEAR_MONTH, ago, AREA_NO_FOCUS, name);
        right = cell.x;
        if (first <= year.first)
            return;
        month.year -= month.month == 1;
        month.month = month.month == 1 ? 12 : month.month - 1;
    }
}

static void draw_year(const struct stats *stats, struct ui *ui, struct rect rect)
{
    struct grid grid = lay_out_grid(stats, ui, rect.w);
    rect_cut_top(&rect, ui->u);
    struct rect chart = rect_cut_top(&rect, grid.cell * DATE_WEEK + grid.labels);
    const char *words = year_words(stats, stats->year_at, ui->arena);
    ui_focus_ring(ui, STATS_YEAR_DAY, 0, chart, ui->u);
    ui_area(ui, chart, STATS_YEAR_DAY, 0, AREA_ADJUST | AREA_REST, words);
    draw_months(stats, ui, &grid, chart);
    draw_days(stats, ui, &grid, chart);
    rect_cut_top(&rect, ui->u);
    float height = words_height(stats, ui, rect.w);
    struct rect text = rect_cut_top(&rect, height);
    stats_words_draw(ui, words, ui->theme->text, &text);
    stats_words_draw(ui, scale_words(stats, ui->arena), ui->theme->text3, &rect);
}

const struct stats_part stats_year_part = {year_height, draw_year};
