#include "formats/stats_csv.h"

#include <stddef.h>

#include "base/date.h"
#include "core/answer_text.h"
#include "formats/csv.h"

/// A row. What is NULL, or below 0, does not apply.
struct row {
    const char *figure, *bank, *name;
    const struct stats_span *span;
    double count, right, foreseen, seconds;
};

static struct row row_of(const char *figure, const char *name)
{
    return (struct row){.figure = figure,
                        .name = name,
                        .count = -1,
                        .right = -1,
                        .foreseen = -1,
                        .seconds = -1};
}

static void add_day(struct buf *out, const int64_t *day)
{
    char text[DATE_ROOM] = "";
    if (day)
        date_write(date_of(*day), text);
    csv_text(out, text);
}

static void add_number(struct buf *out, double number)
{
    if (number < 0) {
        csv_text(out, NULL);
    } else {
        csv_number(out, number);
    }
}

static double percent(double part, double whole)
{
    return part < 0 || whole <= 0 ? -1 : stats_permille(part, whole) / 10.0;
}

static void add_row(struct buf *out, const struct row *row)
{
    csv_text(out, row->figure);
    csv_text(out, row->bank);
    csv_text(out, row->name);
    add_day(out, row->span ? &row->span->first : NULL);
    add_day(out, row->span ? &row->span->last : NULL);
    add_number(out, row->count);
    add_number(out, row->right);
    add_number(out, percent(row->right, row->count));
    add_number(out, percent(row->foreseen, row->count));
    add_number(out, row->seconds);
    csv_end_row(out);
}

static void add_headings(struct buf *out)
{
    static const char *const names[] = {"figure", "bank",  "name",    "from",     "to",
                                        "count",  "right", "percent", "foreseen", "seconds"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        csv_text(out, names[i]);
    csv_end_row(out);
}

static void add_count(struct buf *out, const char *figure, const char *name,
                      const struct stats_span *span, int count)
{
    struct row row = row_of(figure, name);
    row.span = span;
    row.count = count;
    add_row(out, &row);
}

static void add_tally(struct buf *out, struct row row, const struct stats_span *span,
                      const struct stats_tally *tally)
{
    row.span = span;
    row.count = tally->answers;
    row.right = tally->right;
    int64_t seconds = tally->took_ms / 1000;
    row.seconds = (double)seconds;
    add_row(out, &row);
}

static void add_share(struct buf *out, const char *figure, const char *name,
                      const struct stats_span *span, const struct stats_share *share)
{
    struct row row = row_of(figure, name);
    row.span = span;
    row.count = share->reviews;
    row.right = share->recalled;
    row.foreseen = share->foreseen;
    add_row(out, &row);
}

static void add_answers(struct buf *out, const struct stats_figures *figures)
{
    static const char *const names[STATS_WINDOWS] = {"7 days", "30 days", "365 days"};
    add_tally(out, row_of("answers", "today"), &figures->day, &figures->today);
    for (int w = 0; w < STATS_WINDOWS; w++) {
        add_tally(out, row_of("answers", names[w]), &figures->windows[w],
                  &figures->in_window[w]);
    }
    add_tally(out, row_of("answers", "all"), NULL, &figures->all);
    add_count(out, "streak", "now", NULL, figures->streak.days);
    add_count(out, "streak", "longest", NULL, figures->streak.longest);
    add_count(out, "cards", "learning", NULL, figures->stages.learning);
    add_count(out, "cards", "young", NULL, figures->stages.young);
    add_count(out, "cards", "mature", NULL, figures->stages.mature);
    add_count(out, "cards", "suspended", NULL, figures->stages.suspended);
}

static void add_topics(struct buf *out, const struct stats_figures *figures)
{
    const struct stats_span *span = &figures->windows[figures->window];
    for (int i = 0; i < figures->topics.count; i++) {
        const struct stats_topic *topic = &figures->topics.items[i];
        add_tally(out, row_of("topic", topic->name ? topic->name : "Other"), span,
                  &topic->tally);
    }
    add_tally(out, row_of("gone", NULL), span, &figures->topics.gone);
}

static void add_questions(struct buf *out, const struct stats_figures *figures,
                          const struct stats_source *source)
{
    struct arena scratch = {0};
    for (int i = 0; i < figures->hardest_count; i++) {
        const struct stats_hard *hard = &figures->hardest[i];
        const struct stats_question *question = &source->questions[hard->question];
        struct row row = row_of("question", answer_text_asked(question->question, &scratch));
        row.bank = question->bank->id;
        add_tally(out, row, &figures->windows[figures->window], &hard->tally);
    }
    arena_free(&scratch);
}

static void add_recall(struct buf *out, const struct stats_figures *figures)
{
    for (int w = 0; w < STATS_WINDOWS; w++) {
        const struct stats_span *span = &figures->windows[w];
        add_share(out, "recall", "young", span, &figures->recall.retention.young[w]);
        add_share(out, "recall", "mature", span, &figures->recall.retention.mature[w]);
    }
}

static void add_due(struct buf *out, const struct stats_figures *figures)
{
    const struct stats_forecast *forecast = &figures->forecast;
    add_count(out, "due", "overdue", NULL, forecast->overdue);
    for (int i = 0; i < forecast->count; i++) {
        struct stats_span day = {figures->day.last + i, figures->day.last + i};
        add_count(out, "due", NULL, &day, forecast->days[i]);
    }
    add_count(out, "due", "later", NULL, forecast->later);
}

static void add_foreseen(struct buf *out, const struct stats_calibration *calibration)
{
    struct arena scratch = {0};
    for (int i = 0; i < STATS_BINS; i++) {
        const char *name = arena_printf(&scratch, "%d to %d %%", i * 100 / STATS_BINS,
                                        (i + 1) * 100 / STATS_BINS);
        if (calibration->bins[i].reviews)
            add_share(out, "foreseen", name, NULL, &calibration->bins[i]);
    }
    arena_free(&scratch);
}

static void add_year(struct buf *out, const struct stats_figures *figures)
{
    struct stats_span year = figures->windows[STATS_365_DAYS];
    for (int64_t day = year.first; day <= year.last; day++) {
        struct stats_span span = {day, day};
        const struct stats_tally *tally = &figures->year[day - year.first];
        if (tally->answers)
            add_tally(out, row_of("day", NULL), &span, tally);
    }
}

void stats_csv_write(const struct stats_figures *figures, const struct stats_source *source,
                     struct buf *out)
{
    add_headings(out);
    add_answers(out, figures);
    add_topics(out, figures);
    add_questions(out, figures, source);
    add_recall(out, figures);
    add_due(out, figures);
    add_foreseen(out, &figures->recall.calibration);
    add_year(out, figures);
}
