#include "formats/report_csv.h"

#include <math.h>
#include <stddef.h>

#include "formats/csv.h"

/// A row. What is NULL, or below 0, does not apply; nor does a day of 0.
struct row {
    const char *about, *name, *bank, *id, *answer;
    int64_t from, to, before_on;
    int asked, answers, right;
    int share, last, before; // thousandths
    bool is_again;
    const char *wrong;
    int wrong_count;
    double seconds, discrimination;
};

static struct row row_of(const char *about, const char *name)
{
    return (struct row){.about = about,
                        .name = name,
                        .asked = -1,
                        .answers = -1,
                        .right = -1,
                        .share = -1,
                        .last = -1,
                        .before = -1,
                        .wrong_count = -1,
                        .seconds = -1,
                        .discrimination = (double)NAN};
}

static void add_day(struct buf *out, int64_t day)
{
    struct arena scratch = {0};
    csv_text(out, day ? report_page_date(day, &scratch) : NULL);
    arena_free(&scratch);
}

static void add_number(struct buf *out, double number)
{
    if (number < 0) {
        csv_text(out, NULL);
    } else {
        csv_number(out, number);
    }
}

static void add_percent(struct buf *out, int thousandths)
{
    add_number(out, thousandths < 0 ? -1 : thousandths / 10.0);
}

static void add_discrimination(struct buf *out, double value)
{
    if (isnan(value)) {
        csv_text(out, NULL);
    } else {
        csv_number(out, round(value * 100) / 100);
    }
}

static void add_row(struct buf *out, const struct row *row)
{
    csv_text(out, row->about);
    csv_text(out, row->name);
    csv_text(out, row->bank);
    csv_text(out, row->id);
    csv_text(out, row->answer);
    add_day(out, row->from);
    add_day(out, row->to);
    add_number(out, row->asked);
    add_number(out, row->answers);
    add_number(out, row->right);
    add_percent(out, row->share);
    add_percent(out, row->last);
    add_percent(out, row->before);
    add_day(out, row->before_on);
    csv_text(out, row->is_again ? "yes" : NULL);
    csv_text(out, row->wrong);
    add_number(out, row->wrong_count);
    add_number(out, row->seconds);
    add_discrimination(out, row->discrimination);
    csv_end_row(out);
}

static void add_headings(struct buf *out)
{
    static const char *const names[] = {
        "about", "name",    "bank",        "id",      "answer",        "from",   "to",
        "asked", "answers", "right",       "percent", "last",          "before", "before_on",
        "again", "wrong",   "wrong_count", "seconds", "discrimination"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        csv_text(out, names[i]);
    csv_end_row(out);
}

static void set_change(struct row *row, const struct class_change *change)
{
    row->last = change->now;
    row->before = change->before;
    row->before_on = change->before >= 0 ? change->before_day : 0;
}

static void add_class(const struct report_page *page, struct buf *out)
{
    const struct class_report *report = page->report;
    struct row row = row_of("class", page->class_name);
    row.from = report->first_day;
    row.to = report->last_day;
    row.asked = report->question_count;
    row.share = report->share;
    set_change(&row, &report->change);
    add_row(out, &row);
}

static void add_topics(const struct class_report *report, struct buf *out)
{
    for (int i = 0; i < report->topic_count; i++) {
        const struct class_topic *topic = &report->topics[i];
        struct row row = row_of("topic", topic->name ? topic->name : "Other");
        row.asked = topic->questions;
        row.share = topic->share;
        set_change(&row, &topic->change);
        add_row(out, &row);
    }
}

static bool is_again(const struct class_report *report, int question)
{
    for (int i = 0; i < report->teach_count; i++) {
        if (report->teach[i] == question)
            return true;
    }
    return false;
}

static void add_questions(const struct class_report *report, struct buf *out)
{
    for (int i = 0; i < report->question_count; i++) {
        const struct class_question *question = &report->questions[i];
        struct row row = row_of("question", question->text);
        row.bank = question->bank;
        row.id = question->key;
        row.answer = question->right;
        row.asked = question->asked;
        row.answers = question->answers;
        row.right = question->answers_right;
        row.share = question->share;
        set_change(&row, &question->change);
        row.is_again = is_again(report, i);
        row.wrong = question->wrong;
        row.wrong_count = question->wrong ? question->wrong_count : -1;
        row.seconds = round((double)question->took_ms / 100) / 10;
        row.discrimination = question->discrimination;
        add_row(out, &row);
    }
}

static void add_pupils(const struct class_report *report, struct buf *out)
{
    for (int i = 0; i < report->pupil_count; i++) {
        const struct class_pupil_row *pupil = &report->pupils[i];
        struct row row = row_of("pupil", pupil->name);
        row.answers = pupil->answers;
        row.right = pupil->right;
        row.share = class_tally_share(pupil->right, pupil->answers);
        add_row(out, &row);
    }
}

void report_csv_write(const struct report_page *page, struct buf *out)
{
    add_headings(out);
    add_class(page, out);
    add_topics(page->report, out);
    add_questions(page->report, out);
    if (page->has_names)
        add_pupils(page->report, out);
}
