#include <math.h>

#include "cli/json.h"
#include "cli/report.h"

static void add_day(cJSON *object, const char *name, int64_t day)
{
    struct arena scratch = {0};
    cJSON_AddStringToObject(object, name, report_page_date(day, &scratch));
    arena_free(&scratch);
}

/// A share, or null of nothing.
static void add_share(cJSON *object, const char *name, int thousandths)
{
    if (thousandths < 0) {
        cJSON_AddNullToObject(object, name);
    } else {
        cJSON_AddNumberToObject(object, name, thousandths / 1000.0);
    }
}

static void add_change(cJSON *object, const struct class_change *change)
{
    add_share(object, "last", change->now);
    add_share(object, "before", change->before);
    if (change->before < 0) {
        cJSON_AddNullToObject(object, "before_on");
    } else {
        add_day(object, "before_on", change->before_day);
    }
}

static void add_lessons(cJSON *root, const struct report_page *page)
{
    const struct class_report *report = page->report;
    json_add_path(root, "class", page->class_name);
    if (page->lesson) {
        cJSON_AddNumberToObject(root, "lesson", page->lesson);
    } else {
        cJSON_AddNullToObject(root, "lesson");
    }
    cJSON_AddNumberToObject(root, "lessons", page->lesson_count);
    cJSON_AddNumberToObject(root, "unread", page->unread);
    if (report->lessons) {
        add_day(root, "from", report->first_day);
        add_day(root, "to", report->last_day);
    }
    cJSON_AddNumberToObject(root, "asked", report->question_count);
    cJSON_AddNumberToObject(root, "left_out", report->skipped);
    cJSON_AddNumberToObject(root, "gone", report->gone);
    add_share(root, "share", report->share);
    add_change(root, &report->change);
}

static void add_question(cJSON *list, const struct class_question *question)
{
    cJSON *object = json_add_object(list);
    cJSON_AddStringToObject(object, "bank", question->bank);
    cJSON_AddStringToObject(object, "question", question->key);
    cJSON_AddStringToObject(object, "text", question->text);
    cJSON_AddStringToObject(object, "answer", question->right);
    cJSON_AddNumberToObject(object, "asked", question->asked);
    cJSON_AddNumberToObject(object, "answers", question->answers);
    cJSON_AddNumberToObject(object, "right", question->answers_right);
    add_share(object, "share", question->share);
    add_change(object, &question->change);
    json_add_text(object, "wrong", question->wrong);
    cJSON_AddNumberToObject(object, "wrong_count", question->wrong_count);
    cJSON_AddNumberToObject(object, "seconds", (double)question->took_ms / 1000);
    cJSON_AddNumberToObject(object, "pupils", question->pupils);
    if (isnan(question->discrimination)) {
        cJSON_AddNullToObject(object, "discrimination");
    } else {
        cJSON_AddNumberToObject(object, "discrimination", question->discrimination);
    }
    cJSON_AddBoolToObject(object, "edited", question->is_changed);
    cJSON_AddBoolToObject(object, "gone", question->is_gone);
}

static void add_questions(cJSON *root, const struct class_report *report)
{
    cJSON *list = cJSON_AddArrayToObject(root, "questions");
    for (int i = 0; i < report->question_count; i++)
        add_question(list, &report->questions[i]);
    cJSON *again = cJSON_AddArrayToObject(root, "again");
    for (int i = 0; i < report->teach_count; i++)
        cJSON_AddItemToArray(again, cJSON_CreateNumber(report->teach[i]));
}

static void add_topics(cJSON *root, const struct class_report *report)
{
    cJSON *list = cJSON_AddArrayToObject(root, "topics");
    for (int i = 0; i < report->topic_count; i++) {
        const struct class_topic *topic = &report->topics[i];
        cJSON *object = json_add_object(list);
        json_add_text(object, "name", topic->name);
        cJSON_AddNumberToObject(object, "questions", topic->questions);
        add_share(object, "share", topic->share);
        add_change(object, &topic->change);
    }
}

static void add_pupils(cJSON *root, const struct class_report *report)
{
    cJSON *list = cJSON_AddArrayToObject(root, "pupils");
    for (int i = 0; i < report->pupil_count; i++) {
        cJSON *object = json_add_object(list);
        cJSON_AddStringToObject(object, "name", report->pupils[i].name);
        cJSON_AddNumberToObject(object, "answers", report->pupils[i].answers);
        cJSON_AddNumberToObject(object, "right", report->pupils[i].right);
    }
}

void report_add_json(const struct report_page *page, struct buf *out)
{
    cJSON *root = cJSON_CreateObject();
    add_lessons(root, page);
    add_topics(root, page->report);
    add_questions(root, page->report);
    if (page->has_names)
        add_pupils(root, page->report);
    char *text = cJSON_Print(root);
    if (text)
        buf_printf(out, "%s\n", text);
    cJSON_free(text);
    cJSON_Delete(root);
}
