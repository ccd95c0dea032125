#include "base/fill.h"
#include "base/i18n.h"
#include "cli/stats.h"
#include "core/answer_text.h"

enum { FORECAST_DAYS = 14, SECOND_MS = 1000, MINUTE_S = 60, HOUR_MIN = 60 };

/// What is written, from what.
struct words {
    struct buf *out;
    struct record *record;
    const struct stats_figures *figures;
    const char *when; // the window of topics and questions
};

static const char *time_words(struct arena *arena, int64_t ms)
{
    int64_t seconds = ms / SECOND_MS, minutes = seconds / MINUTE_S;
    if (minutes >= HOUR_MIN) {
        return fill_text(arena, _("{1} h {2} min"), fill_number(arena, minutes / HOUR_MIN),
                         fill_number(arena, minutes % HOUR_MIN), NULL);
    }
    bool is_short = minutes == 0;
    unsigned long count = (unsigned long)(is_short ? seconds : minutes);
    return arena_printf(arena,
                        is_short ? ngettext("%lu second", "%lu seconds", count)
                                 : ngettext("%lu minute", "%lu minutes", count),
                        count);
}

static const char *window_words(struct arena *arena, enum stats_window window)
{
    return fill_text(arena, _("last {1} days"), fill_number(arena, stats_window_days(window)),
                     NULL);
}

// "67%, 2 of 3".
static const char *share_words(struct arena *arena, int part, int whole)
{
    if (!whole)
        return _("none");
    return arena_printf(arena, _("%d%%, %d of %d"), stats_percent(part, whole), part, whole);
}

static void add_tally(struct words *w, const char *name, const struct stats_tally *tally)
{
    struct arena *arena = &w->record->arena;
    if (tally->answers) {
        buf_printf(w->out, _("  %s: %s right, in %s\n"), name,
                   share_words(arena, tally->right, tally->answers),
                   time_words(arena, tally->took_ms));
    } else {
        buf_printf(w->out, _("  %s: no answers\n"), name);
    }
}

static void add_answers(struct words *w)
{
    const struct stats_figures *figures = w->figures;
    buf_text(w->out, _("\nAnswers\n"));
    add_tally(w, _("today"), &figures->today);
    for (enum stats_window i = 0; i < STATS_WINDOWS; i++)
        add_tally(w, window_words(&w->record->arena, i), &figures->in_window[i]);
    add_tally(w, _("ever"), &figures->all);
    const struct stats_streak *streak = &figures->streak;
    buf_printf(w->out,
               ngettext("\nStreak: %d day in a row; the longest was %d.\n",
                        "\nStreak: %d days in a row; the longest was %d.\n",
                        (unsigned long)streak->days),
               streak->days, streak->longest);
}

static void add_topics(struct words *w)
{
    const struct stats_topics *topics = &w->figures->topics;
    if (!topics->known.answers && !topics->gone.answers)
        return;
    buf_printf(w->out, _("\nRight by topic, %s\n"), w->when);
    for (int i = 0; i < topics->count; i++) {
        const struct stats_topic *topic = &topics->items[i];
        if (topic->tally.answers) {
            buf_printf(
                w->out, "  %s: %s\n", topic->name ? topic->name : _("Other"),
                share_words(&w->record->arena, topic->tally.right, topic->tally.answers));
        }
    }
    if (topics->gone.answers) {
        buf_printf(w->out, _("  questions that are not there now: %s\n"),
                   share_words(&w->record->arena, topics->gone.right, topics->gone.answers));
    }
}

static void add_recall(struct words *w)
{
    const struct stats_figures *figures = w->figures;
    struct arena *arena = &w->record->arena;
    buf_printf(w->out, _("\nRecalled when a card came back on a later day; wanted: %d%%\n"),
               stats_percent(figures->target, 1));
    for (enum stats_window i = 0; i < STATS_WINDOWS; i++) {
        const struct stats_share *young = &figures->recall.retention.young[i];
        const struct stats_share *mature = &figures->recall.retention.mature[i];
        buf_printf(w->out, _("  %s: young cards: %s; mature cards: %s\n"),
                   window_words(arena, i), share_words(arena, young->recalled, young->reviews),
                   share_words(arena, mature->recalled, mature->reviews));
    }
    const struct stats_stages *stages = &figures->stages;
    buf_printf(w->out, _("\nCards: %d learning, %d young, %d mature, %d suspended.\n"),
               stages->learning, stages->young, stages->mature, stages->suspended);
}

static void add_due(struct words *w)
{
    const struct stats_forecast *forecast = &w->figures->forecast;
    buf_text(w->out, _("\nCards due, if none is reviewed before\n"));
    buf_printf(w->out, _("  overdue: %d\n"), forecast->overdue);
    int later = forecast->later;
    for (int i = 0; i < forecast->count; i++) {
        if (i >= FORECAST_DAYS) {
            later += forecast->days[i];
            continue;
        }
        char date[DATE_ROOM];
        date_write(date_of(w->figures->day.last + i), date);
        buf_printf(w->out, "  %s: %d\n", date, forecast->days[i]);
    }
    buf_printf(w->out, _("  later: %d\n"), later);
}

// On one line.
static void add_asked(struct words *w, const struct question *question)
{
    for (const char *c = answer_text_asked(question, &w->record->arena); *c; c++)
        buf_byte(w->out, *c == '\n' ? ' ' : *c);
    buf_byte(w->out, '\n');
}

static void add_hardest(struct words *w)
{
    const struct stats_figures *figures = w->figures;
    if (!figures->hardest_count)
        return;
    buf_printf(w->out, _("\nHardest questions, %s\n"), w->when);
    for (int i = 0; i < figures->hardest_count; i++) {
        const struct stats_hard *hard = &figures->hardest[i];
        const char *share =
            share_words(&w->record->arena, hard->tally.right, hard->tally.answers);
        buf_printf(w->out,
                   ngettext("  %s right, %d lapse: ", "  %s right, %d lapses: ",
                            (unsigned long)hard->lapses),
                   share, hard->lapses);
        add_asked(w, w->record->source.questions[hard->question].question);
    }
}

static void add_foreseen(struct words *w)
{
    const struct stats_calibration *calibration = &w->figures->recall.calibration;
    if (!calibration->all.reviews)
        return;
    buf_text(w->out, _("\nForeseen and seen\n"));
    for (int i = 0; i < STATS_BINS; i++) {
        const struct stats_share *bin = &calibration->bins[i];
        if (bin->reviews) {
            buf_printf(w->out, _("  foreseen %d%%: seen %s\n"),
                       stats_percent(bin->foreseen, bin->reviews),
                       share_words(&w->record->arena, bin->recalled, bin->reviews));
        }
    }
    buf_printf(w->out, _("  log loss %.3f, root mean square error %.3f\n"),
               calibration->log_loss, calibration->rmse);
}

static void add_month(struct words *w, struct date date, int answers, int days)
{
    if (!answers)
        return;
    char text[DATE_ROOM];
    size_t len = date_write(date, text);
    buf_printf(w->out, "  %.*s: ", (int)len - 3, text); // without its day
    buf_printf(w->out, ngettext("%d answer", "%d answers", (unsigned long)answers), answers);
    buf_printf(w->out, ngettext(" on %d day\n", " on %d days\n", (unsigned long)days), days);
}

static void add_months(struct words *w)
{
    struct stats_span year = w->figures->windows[STATS_365_DAYS];
    buf_text(w->out, _("\nBy month\n"));
    int answers = 0, days = 0;
    for (int64_t day = year.first; day <= year.last; day++) {
        int count = w->figures->year[day - year.first].answers;
        answers += count;
        days += count > 0;
        if (day == year.last || date_of(day + 1).day == 1) {
            add_month(w, date_of(day), answers, days);
            answers = days = 0;
        }
    }
}

void stats_add_words(struct record *record, const struct stats_figures *figures,
                     struct buf *out)
{
    struct words words = {
        .out = out,
        .record = record,
        .figures = figures,
        .when = window_words(&record->arena, figures->window),
    };
    buf_printf(out, _("Statistics of %s, %s\n"), record_title(record), record->today);
    if (figures->all.answers < STATS_FEW) {
        buf_printf(out, _("Answer %d questions and this page fills up.\n"), STATS_FEW);
        return;
    }
    add_answers(&words);
    add_topics(&words);
    add_recall(&words);
    add_due(&words);
    add_hardest(&words);
    add_foreseen(&words);
    add_months(&words);
}
