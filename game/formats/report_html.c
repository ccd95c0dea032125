#include "formats/report_html.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"

// Bars are borders: browsers print those, and leave out what is behind the text.
static const char style[] =
    "@page{size:A4;margin:15mm}\n"
    ":root{color-scheme:light}\n"
    "body{font:11pt/1.4 system-ui,'Noto Sans',sans-serif;color:#111;background:#fff;"
    "max-width:180mm;margin:1.5em auto;padding:0 1em}\n"
    "h1{font-size:1.7em;margin:0 0 .2em}\n"
    "h2{font-size:1.25em;margin:1.6em 0 .4em;break-after:avoid}\n"
    "p{margin:.2em 0}\n"
    "ol{padding-inline-start:1.6em}\n"
    "li{margin:.6em 0;break-inside:avoid}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "thead{display:table-header-group}\n"
    "tr{break-inside:avoid}\n"
    "th,td{text-align:start;vertical-align:top;padding:.35em 1.2em .35em 0;"
    "border-bottom:1px solid #999}\n"
    "th{font-weight:600;white-space:nowrap;border-bottom:2px solid #333}\n"
    ".n{white-space:nowrap;font-variant-numeric:tabular-nums}\n"
    ".t{white-space:pre-line;overflow-wrap:anywhere}\n"
    ".s{font-size:.88em;color:#333}\n"
    ".b{display:block;width:6em;height:.6em;border:1px solid #555;margin-top:.2em}\n"
    ".b i{display:block;height:0;border-top:.6em solid #333}\n"
    "@media print{body{font-size:10pt;max-width:none;margin:0;padding:0}}\n";

/// A page in the making.
struct maker {
    const struct report_page *page;
    const struct class_report *report;
    struct arena arena;
    struct buf *out;
};

static const char *say(const struct maker *m, const char *text)
{
    return m->page->say(text);
}

/// What a byte is written as, or NULL: as it is.
static const char *escaped(unsigned char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\n':
    case '\t':
        return NULL;
    default: // other controls are no text in any page
        return byte < ' ' || byte == 0x7f ? "\xef\xbf\xbd" : NULL;
    }
}

static void add_text(struct maker *m, const char *text)
{
    bool is_text = text_is_utf8(text, strlen(text), NULL);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        const char *instead = is_text || byte < 0x80 ? escaped(byte) : "\xef\xbf\xbd";
        if (instead) {
            buf_text(m->out, instead);
        } else {
            buf_byte(m->out, *text);
        }
    }
}

static void add(struct maker *m, const char *html)
{
    buf_text(m->out, html);
}

/// Text between tags.
static void put(struct maker *m, const char *before, const char *text, const char *after)
{
    add(m, before);
    add_text(m, text);
    add(m, after);
}

static const char *number(struct maker *m, long long value)
{
    return fill_number(&m->arena, value);
}

static const char *percent(struct maker *m, int thousandths)
{
    return report_page_percent(say(m, N_("{1}%")), thousandths, &m->arena);
}

/// Text from a bank, which may run from right to left.
static void put_own(struct maker *m, const char *text)
{
    put(m, "<span class=\"t\" dir=\"auto\">", text, "</span>");
}

// --- the head

static void add_head(struct maker *m, const char *title)
{
    // Translators: the code of the language that you translate to, such as de.
    put(m, "<!DOCTYPE html>\n<html lang=\"", say(m, N_("en")), "\">\n<head>\n");
    add(m, "<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width\"/>\n");
    put(m, "<title>", title, "</title>\n<style>\n");
    add(m, style);
    add(m, "</style>\n</head>\n<body>\n");
    put(m, "<h1 dir=\"auto\">", title, "</h1>\n");
}

static const char *which_words(struct maker *m)
{
    const struct class_report *report = m->report;
    const char *first = report_page_date(report->first_day, &m->arena);
    const char *last = report_page_date(report->last_day, &m->arena);
    if (m->page->lesson) {
        return fill_text(&m->arena, say(m, N_("Lesson {1} of {2}, {3}: {4}")),
                         number(m, m->page->lesson), number(m, m->page->lesson_count), first,
                         say(m, report_page_modes[report->mode]), NULL);
    }
    return fill_text(&m->arena, say(m, N_("All lessons ({1}), {2} to {3}")),
                     number(m, report->lessons), first, last, NULL);
}

static void add_note(struct maker *m, const char *pattern, int count)
{
    if (count > 0)
        put(m, "<p>", fill_text(&m->arena, say(m, pattern), number(m, count), NULL), "</p>\n");
}

static void add_summary(struct maker *m)
{
    const struct class_report *report = m->report;
    if (report->lessons)
        put(m, "<p>", which_words(m), "</p>\n");
    if (report->share >= 0) {
        put(m, "<p><strong>",
            fill_text(&m->arena, say(m, N_("Right on average: {1}")), percent(m, report->share),
                      NULL),
            "</strong>");
        if (report->change.before >= 0) {
            put(m, " ",
                fill_text(
                    &m->arena,
                    say(m, m->page->lesson ? N_("(in the lesson before: {1})")
                                           : N_("(in the last two lessons: {1}, then {2})")),
                    percent(m, report->change.before), percent(m, report->change.now), NULL),
                "");
        }
        add(m, "</p>\n");
    } else {
        put(m, "<p>", say(m, N_("No question was answered.")), "</p>\n");
    }
    add_note(m, N_("Questions asked: {1}"), report->question_count);
    add_note(m, N_("Left out, as they have no choices: {1}"), report->skipped);
    add_note(m, N_("Asked, and in no bank any more: {1}"), report->gone);
    add_note(m, N_("Lessons that cannot be read: {1}"), m->page->unread);
}

// --- sections

static const char *share_words(struct maker *m, const struct class_question *question)
{
    if (question->share < 0)
        return say(m, N_("nobody answered"));
    return fill_text(&m->arena, say(m, N_("{1}, {2} of {3}")), percent(m, question->share),
                     number(m, question->answers_right), number(m, question->answers), NULL);
}

/// What stands below a question: its answer, and what was given instead.
static void add_answer(struct maker *m, const struct class_question *question)
{
    if (question->is_gone) {
        put(m, "<p class=\"s\">", say(m, N_("In no bank any more.")), "</p>\n");
        return;
    }
    put(m, "<p class=\"s\">", say(m, N_("Answer:")), " ");
    put_own(m, question->right);
    add(m, "</p>\n");
    if (question->wrong) {
        put(m, "<p class=\"s\">", say(m, N_("Most often instead:")), " ");
        put_own(m, question->wrong);
        put(m, " (", number(m, question->wrong_count), ")</p>\n");
    }
    if (question->is_changed)
        put(m, "<p class=\"s\">", say(m, N_("Edited since.")), "</p>\n");
}

static void add_teach(struct maker *m)
{
    const struct class_report *report = m->report;
    put(m, "<h2>", say(m, N_("To teach again")), "</h2>\n");
    if (report->teach_count == 0) {
        const char *none = fill_text(&m->arena, say(m, N_("Nothing: {1} or more was right.")),
                                     percent(m, CLASS_REPORT_TEACH), NULL);
        put(m, "<p>", none, "</p>\n");
        return;
    }
    add(m, "<ol>\n");
    for (int i = 0; i < report->teach_count; i++) {
        const struct class_question *question = &report->questions[report->teach[i]];
        add(m, "<li><p>");
        put_own(m, question->text);
        put(m, "</p>\n<p class=\"n\">", say(m, N_("Right:")), " ");
        put(m, "", share_words(m, question), "</p>\n");
        add_answer(m, question);
        add(m, "</li>\n");
    }
    add(m, "</ol>\n");
}

static void add_share(struct maker *m, int share, const char *words)
{
    put(m, "<td class=\"n\">", words, "");
    if (share >= 0) {
        buf_printf(m->out,
                   "<span class=\"b\" aria-hidden=\"true\"><i style=\"width:%d%%\"></i></span>",
                   (share + 5) / 10);
    }
    add(m, "</td>\n");
}

static void add_before(struct maker *m, const struct class_change *change)
{
    add(m, "<td class=\"n\">");
    if (change->before >= 0) {
        put(m, "", percent(m, change->before), "<br/><span class=\"s\">");
        put(m, "", report_page_date(change->before_day, &m->arena), "</span>");
        if (!m->page->lesson) { // what was right of all lessons is neither time's
            put(m, "<br/>",
                fill_text(&m->arena, say(m, N_("then {1}")), percent(m, change->now), NULL),
                "");
        }
    }
    add(m, "</td>\n");
}

static void begin_table(struct maker *m, const char *title, const char *const *names, int count)
{
    put(m, "<h2>", say(m, title), "</h2>\n<table>\n<thead><tr>");
    for (int i = 0; i < count; i++)
        put(m, "<th scope=\"col\">", say(m, names[i]), "</th>");
    add(m, "</tr></thead>\n<tbody>\n");
}

static void end_table(struct maker *m)
{
    add(m, "</tbody>\n</table>\n");
}

static void add_questions(struct maker *m)
{
    static const char *const names[] = {N_("Question"), N_("Right"), N_("Last time"),
                                        N_("Seconds"), N_("Discrimination")};
    const struct class_report *report = m->report;
    begin_table(m, N_("Questions"), names, report->has_discrimination ? 5 : 4);
    for (int i = 0; i < report->question_count; i++) {
        const struct class_question *question = &report->questions[i];
        add(m, "<tr>\n<td><p>");
        put_own(m, question->text);
        add(m, "</p>\n");
        add_answer(m, question);
        add(m, "</td>\n");
        add_share(m, question->share, share_words(m, question));
        add_before(m, &question->change);
        put(m, "<td class=\"n\">", number(m, (question->took_ms + 500) / 1000), "</td>\n");
        if (report->has_discrimination) {
            bool is_known = !isnan(question->discrimination);
            put(m, "<td class=\"n\">",
                is_known ? report_page_discrimination(question->discrimination, &m->arena)
                         : "–",
                "</td>\n");
        }
        add(m, "</tr>\n");
    }
    end_table(m);
}

static void add_topics(struct maker *m)
{
    static const char *const names[] = {N_("Topic"), N_("Right on average"), N_("Last time"),
                                        N_("Questions")};
    begin_table(m, N_("Topics"), names, 4);
    for (int i = 0; i < m->report->topic_count; i++) {
        const struct class_topic *topic = &m->report->topics[i];
        add(m, "<tr>\n<td>");
        put_own(m, topic->name ? topic->name : say(m, N_("Other")));
        add(m, "</td>\n");
        add_share(m, topic->share, percent(m, topic->share));
        add_before(m, &topic->change);
        put(m, "<td class=\"n\">", number(m, topic->questions), "</td>\n</tr>\n");
    }
    end_table(m);
}

static void add_pupils(struct maker *m)
{
    static const char *const names[] = {N_("Pupil"), N_("Right"), N_("Answers")};
    begin_table(m, N_("Pupils who were asked alone"), names, 3);
    for (int i = 0; i < m->report->pupil_count; i++) {
        const struct class_pupil_row *pupil = &m->report->pupils[i];
        add(m, "<tr>\n<td>");
        put_own(m, pupil->name);
        put(m, "</td>\n<td class=\"n\">", number(m, pupil->right), "</td>");
        put(m, "<td class=\"n\">", number(m, pupil->answers), "</td>\n</tr>\n");
    }
    end_table(m);
}

static void add_foot(struct maker *m)
{
    put(m, "<h2>", say(m, N_("How this is counted")), "</h2>\n<p class=\"s\">");
    add_text(m, say(m, N_("Right is what got full credit, of all answers of teams, pupils or "
                          "hands. A question counts in each of its topics. Last time is when a "
                          "question, or a topic, was asked last before. Seconds are of the "
                          "clock, without pauses, on average.")));
    if (m->report->has_discrimination) {
        add(m, " ");
        add_text(m,
                 fill_text(&m->arena,
                           say(m, N_("Discrimination is the point-biserial correlation between "
                                     "being right here and the share right on all other "
                                     "questions, of pupils who were asked alone; only of {1} "
                                     "of them or more. From 0.2 on a question tells who knows "
                                     "from who doesn't; below 0 something may be wrong with "
                                     "it.")),
                           number(m, CLASS_REPORT_PUPILS), NULL));
    }
    add(m, "</p>\n</body>\n</html>\n");
}

void report_html_write(const struct report_page *page, struct buf *out)
{
    struct maker m = {.page = page, .report = page->report, .out = out};
    add_head(&m, fill_text(&m.arena, say(&m, N_("Report: {1}")), page->class_name, NULL));
    add_summary(&m);
    if (page->report->question_count) {
        add_teach(&m);
        if (page->report->topic_count)
            add_topics(&m);
        add_questions(&m);
    }
    if (page->has_names && page->report->pupil_count)
        add_pupils(&m);
    add_foot(&m);
    arena_free(&m.arena);
}
