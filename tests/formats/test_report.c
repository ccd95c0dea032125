// A report as a page and as a table, with names that would be something else there.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/report_csv.h"
#include "formats/report_html.h"

static struct class_question questions[] = {
    {.bank = "b",
     .key = "a",
     .text = "<script>alert(1)</script> & \"more\"",
     .right = "=1+1",
     .asked = 1,
     .answers_right = 6,
     .answers = 25,
     .has_hands = true,
     .share = 240,
     .took_ms = 12345,
     .wrong = "@SUM(A1)",
     .wrong_count = 10,
     .discrimination = 0.456,
     .pupils = 12,
     .change = {.now = 240, .before = 755, .before_day = 20454}},
    {.bank = "b",
     .key = "b",
     .text = "Two\nlines, 'quoted' \x1b[31m",
     .right = "\xff bytes",
     .asked = 1,
     .share = -1,
     .is_unanswered = true,
     .is_changed = true,
     .discrimination = (double)NAN,
     .change = {.now = -1, .before = -1}},
};

static const struct class_topic topics[] = {
    {.name = "-cmd|x", .questions = 1, .share = 240, .change = {.now = 240, .before = -1}},
    {.name = NULL, .questions = 1, .share = 1000, .change = {.now = -1, .before = -1}},
};

static const int teach[] = {0, 1};
static const struct class_pupil_row pupils[] = {{"=Ada<i>", 3, 4}};

static const struct class_report report = {
    .lessons = 1,
    .first_day = 20461,
    .last_day = 20461,
    .mode = CONTEST_HANDS,
    .share = 240,
    .answered = 1,
    .skipped = 2,
    .gone = 1,
    .change = {.now = 240, .before = 600, .before_day = 20454},
    .questions = questions,
    .question_count = 2,
    .topics = topics,
    .topic_count = 2,
    .teach = teach,
    .teach_count = 2,
    .pupils = pupils,
    .pupil_count = 1,
    .has_discrimination = true,
};

static const char *same(const char *text)
{
    return text;
}

static struct report_page page_of(bool has_names)
{
    return (struct report_page){.report = &report,
                                .class_name = "8b </title>",
                                .lesson = 2,
                                .lesson_count = 3,
                                .has_names = has_names,
                                .say = same};
}

static void says(const struct buf *out, const char *text)
{
    if (!strstr(out->data, text))
        fail_msg("not there: %s\nin: %s", text, out->data);
}

static void is_silent(const struct buf *out, const char *text)
{
    if (strstr(out->data, text))
        fail_msg("is there: %s", text);
}

static void what_comes_from_banks_is_text_on_the_page(void **state)
{
    (void)state;
    struct buf out = {0};
    const struct report_page page = page_of(true);
    report_html_write(&page, &out);
    says(&out, "<title>Report: 8b &lt;/title&gt;</title>");
    says(&out, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;");
    says(&out, "Two\nlines, &#39;quoted&#39; \xef\xbf\xbd[31m");
    says(&out, "\xef\xbf\xbd bytes");
    says(&out, "=Ada&lt;i&gt;");
    is_silent(&out, "<script");
    is_silent(&out, "\x1b");
    is_silent(&out, "<i>");
    buf_free(&out);
}

static void the_page_says_each_figure(void **state)
{
    (void)state;
    struct buf out = {0};
    const struct report_page page = page_of(false);
    report_html_write(&page, &out);
    says(&out, "Lesson 2 of 3, 2026-01-08: Show of hands");
    says(&out, "Right on average: 24%</strong> (in the lesson before: 60%)");
    says(&out, "<p>Left out, as they have no choices: 2</p>");
    says(&out, "<p>Asked, and in no bank any more: 1</p>");
    says(&out, "<ol>\n<li><p><span class=\"t\" dir=\"auto\">&lt;script&gt;");
    says(&out, "24%, 6 of 25");
    says(&out, "Most often instead: <span class=\"t\" dir=\"auto\">@SUM(A1)</span> (10)");
    says(&out, "style=\"width:24%\"");
    says(&out, "76%<br/><span class=\"s\">2026-01-01</span>");
    says(&out, "<td class=\"n\">12</td>");
    says(&out, "0.46");
    says(&out, "nobody answered");
    says(&out, "Edited since.");
    says(&out, "Other</span>");
    is_silent(&out, "Ada");
    is_silent(&out, "cannot be read");
    buf_free(&out);
}

static void of_all_lessons_the_last_two_times_are_said(void **state)
{
    (void)state;
    struct buf out = {0};
    struct report_page page = page_of(false);
    page.lesson = 0;
    report_html_write(&page, &out);
    says(&out, "All lessons (1), 2026-01-08 to 2026-01-08");
    says(&out, "(in the last two lessons: 60%, then 24%)");
    says(&out, "2026-01-01</span><br/>then 24%");
    buf_free(&out);
}

static void the_page_needs_nothing_else(void **state)
{
    (void)state;
    struct buf out = {0};
    const struct report_page page = page_of(true);
    report_html_write(&page, &out);
    says(&out, "default-src 'none'");
    says(&out, "@page{size:A4");
    is_silent(&out, "http:");
    is_silent(&out, "https:");
    is_silent(&out, "url(");
    is_silent(&out, "src=");
    is_silent(&out, "href=");
    buf_free(&out);
}

static void a_page_of_nothing_says_so(void **state)
{
    (void)state;
    static const struct class_report none = {.share = -1, .change = {-1, -1, 0}};
    struct report_page page = page_of(true);
    struct buf out = {0};
    page.report = &none;
    page.lesson = 0;
    page.unread = 2;
    report_html_write(&page, &out);
    says(&out, "No question was answered.");
    says(&out, "Lessons that cannot be read: 2");
    is_silent(&out, "<table>");
    buf_free(&out);
}

static void no_spreadsheet_runs_the_table(void **state)
{
    (void)state;
    struct buf out = {0};
    const struct report_page page = page_of(true);
    report_csv_write(&page, &out);
    assert_string_equal(
        out.data,
        "about,name,bank,id,answer,from,to,asked,answers,right,percent,last,before,before_on,"
        "again,"
        "wrong,wrong_count,seconds,discrimination\r\n"
        "class,8b </title>,,,,2026-01-08,2026-01-08,2,,,24,24,60,2026-01-01,,,,,\r\n"
        "topic,\"'-cmd|x\",,,,,,1,,,24,24,,,,,,,\r\n"
        "topic,Other,,,,,,1,,,100,,,,,,,,\r\n"
        "question,\"<script>alert(1)</script> & "
        "\"\"more\"\"\",b,a,\"'=1+1\",,,1,25,6,24,24,75.5,"
        "2026-01-01,yes,\"'@SUM(A1)\",10,12.3,0.46\r\n"
        "question,\"Two\nlines, 'quoted' \x1b[31m\",b,b,\xff bytes,,,1,0,0,,,,,yes,,,0,\r\n"
        "pupil,\"'=Ada<i>\",,,,,,,4,3,75,,,,,,,,\r\n");
    buf_free(&out);
}

static void pupils_are_named_only_where_it_is_wanted(void **state)
{
    (void)state;
    struct buf out = {0};
    const struct report_page page = page_of(false);
    report_csv_write(&page, &out);
    is_silent(&out, "pupil");
    is_silent(&out, "Ada");
    buf_free(&out);
}

static const char *say_in_german(const char *text)
{
    return strcmp(text, "{1}%") == 0 ? "{1} %" : text;
}

static void shares_are_written_as_the_reader_does(void **state)
{
    (void)state;
    struct buf out = {0};
    struct report_page page = page_of(false);
    page.say = say_in_german;
    report_html_write(&page, &out);
    says(&out, "Right on average: 24 %");
    buf_free(&out);
}

static void figures_are_rounded_as_people_do(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(report_page_percent("{1}%", 995, &arena), "100%");
    assert_string_equal(report_page_percent("{1}%", 4, &arena), "0%");
    assert_string_equal(report_page_percent("{1}%", -1, &arena), "–");
    assert_string_equal(report_page_discrimination(-0.004, &arena), "0.00");
    assert_string_equal(report_page_discrimination(-0.126, &arena), "-0.13");
    assert_string_equal(report_page_discrimination(1, &arena), "1.00");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_from_banks_is_text_on_the_page),
        cmocka_unit_test(the_page_says_each_figure),
        cmocka_unit_test(of_all_lessons_the_last_two_times_are_said),
        cmocka_unit_test(the_page_needs_nothing_else),
        cmocka_unit_test(a_page_of_nothing_says_so),
        cmocka_unit_test(no_spreadsheet_runs_the_table),
        cmocka_unit_test(pupils_are_named_only_where_it_is_wanted),
        cmocka_unit_test(shares_are_written_as_the_reader_does),
        cmocka_unit_test(figures_are_rounded_as_people_do),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
