#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/report.h"

/// What is written, from what.
struct words {
    const struct report_page *page;
    const struct class_report *report;
    struct arena *arena;
    struct buf *out;
};

static const char *number(const struct words *w, long long value)
{
    return fill_number(w->arena, value);
}

static const char *percent(const struct words *w, int thousandths)
{
    return report_page_percent(_("{1}%"), thousandths, w->arena);
}

/// On one line.
static void add_line(const struct words *w, const char *indent, const char *text)
{
    buf_text(w->out, indent);
    for (; *text; text++)
        buf_byte(w->out, *text == '\n' ? ' ' : *text);
    buf_byte(w->out, '\n');
}

static void add_count(const struct words *w, const char *pattern, int count)
{
    if (count > 0)
        add_line(w, "", fill_text(w->arena, pattern, number(w, count), NULL));
}

static void add_summary(const struct words *w)
{
    const struct class_report *report = w->report;
    const char *first = report_page_date(report->first_day, w->arena);
    const char *last = report_page_date(report->last_day, w->arena);
    add_line(w, "", fill_text(w->arena, _("Report: {1}"), w->page->class_name, NULL));
    if (w->page->lesson && report->lessons) {
        add_line(w, "",
                 fill_text(w->arena, _("Lesson {1} of {2}, {3}: {4}"),
                           number(w, w->page->lesson), number(w, w->page->lesson_count), first,
                           _(report_page_modes[report->mode]), NULL));
    } else if (report->lessons) {
        add_line(w, "",
                 fill_text(w->arena, _("All lessons ({1}), {2} to {3}"),
                           number(w, report->lessons), first, last, NULL));
    }
    if (report->share < 0) {
        add_line(w, "", _("No question was answered."));
    } else if (report->change.before >= 0) {
        add_line(w, "",
                 fill_text(w->arena,
                           w->page->lesson
                               ? _("Right on average: {1} (in the lesson before: {2})")
                               : _("Right on average: {1} (in the last two lessons: {2}, then "
                                   "{3})"),
                           percent(w, report->share), percent(w, report->change.before),
                           percent(w, report->change.now), NULL));
    } else {
        add_line(
            w, "",
            fill_text(w->arena, _("Right on average: {1}"), percent(w, report->share), NULL));
    }
    add_count(w, _("Questions asked: {1}"), report->question_count);
    add_count(w, _("Left out, as they have no choices: {1}"), report->skipped);
    add_count(w, _("Asked, and in no bank any more: {1}"), report->gone);
    add_count(w, _("Lessons that cannot be read: {1}"), w->page->unread);
}

static const char *share_words(const struct words *w, const struct class_question *question)
{
    if (question->share < 0)
        return _("nobody answered");
    return fill_text(w->arena, _("{1}, {2} of {3}"), percent(w, question->share),
                     number(w, question->answers_right), number(w, question->answers), NULL);
}

static const char *wrong_words(const struct words *w, const struct class_question *question)
{
    if (!question->wrong)
        return "";
    return fill_text(w->arena, _("; most often instead: {1} ({2})"), question->wrong,
                     number(w, question->wrong_count), NULL);
}

static void add_asked(const struct words *w, const struct class_question *question)
{
    add_line(w, "  ",
             question->is_gone
                 ? fill_text(w->arena, _("{1} (in no bank any more)"), question->text, NULL)
                 : fill_text(w->arena, _("{1} → {2}"), question->text, question->right, NULL));
}

static void add_teach(const struct words *w)
{
    add_line(w, "\n", _("To teach again"));
    if (w->report->teach_count == 0) {
        add_line(w, "  ",
                 fill_text(w->arena, _("Nothing: {1} or more was right."),
                           percent(w, CLASS_REPORT_TEACH), NULL));
    }
    for (int i = 0; i < w->report->teach_count; i++) {
        const struct class_question *question = &w->report->questions[w->report->teach[i]];
        add_asked(w, question);
        add_line(
            w, "    ",
            arena_printf(w->arena, "%s%s", share_words(w, question), wrong_words(w, question)));
    }
}

static const char *before_words(const struct words *w, const struct class_change *change)
{
    if (change->before < 0)
        return "";
    return fill_text(
        w->arena, w->page->lesson ? _("; last time {1}, on {2}") : _("; {1} on {2}, then {3}"),
        percent(w, change->before), report_page_date(change->before_day, w->arena),
        percent(w, change->now), NULL);
}

static void add_topics(const struct words *w)
{
    if (w->report->topic_count)
        add_line(w, "\n", _("Topics, right on average"));
    for (int i = 0; i < w->report->topic_count; i++) {
        const struct class_topic *topic = &w->report->topics[i];
        const char *line =
            fill_text(w->arena,
                      ngettext("{1}: {2}, {3} question{4}", "{1}: {2}, {3} questions{4}",
                               (unsigned long)topic->questions),
                      topic->name ? topic->name : _("Other"), percent(w, topic->share),
                      number(w, topic->questions), before_words(w, &topic->change), NULL);
        add_line(w, "  ", line);
    }
}

static void add_question(const struct words *w, const struct class_question *question)
{
    const char *seconds =
        fill_text(w->arena, _("; {1} s"), number(w, (question->took_ms + 500) / 1000), NULL);
    const char *discrimination = "";
    if (!isnan(question->discrimination)) {
        discrimination =
            fill_text(w->arena, _("; discrimination {1}"),
                      report_page_discrimination(question->discrimination, w->arena), NULL);
    }
    add_asked(w, question);
    add_line(w, "    ",
             arena_printf(w->arena, "%s%s%s%s%s%s", share_words(w, question), seconds,
                          before_words(w, &question->change), wrong_words(w, question),
                          discrimination, question->is_changed ? _("; edited since") : ""));
}

static void add_pupils(const struct words *w)
{
    add_line(w, "\n", _("Pupils who were asked alone"));
    for (int i = 0; i < w->report->pupil_count; i++) {
        const struct class_pupil_row *pupil = &w->report->pupils[i];
        add_line(w, "  ",
                 fill_text(w->arena, _("{1}: {2} of {3} right"), pupil->name,
                           number(w, pupil->right), number(w, pupil->answers), NULL));
    }
}

void report_add_words(const struct report_page *page, struct arena *arena, struct buf *out)
{
    const struct words w = {page, page->report, arena, out};
    add_summary(&w);
    if (page->report->question_count) {
        add_teach(&w);
        add_topics(&w);
        add_line(&w, "\n", _("Questions"));
    }
    for (int i = 0; i < page->report->question_count; i++)
        add_question(&w, &page->report->questions[i]);
    if (page->has_names && page->report->pupil_count)
        add_pupils(&w);
}
