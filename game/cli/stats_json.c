#include "cli/json.h"
#include "cli/stats.h"
#include "core/answer_text.h"

static void add_date(cJSON *object, const char *name, int64_t day)
{
    char text[DATE_ROOM];
    date_write(date_of(day), text);
    cJSON_AddStringToObject(object, name, text);
}

static void add_tally(cJSON *object, const struct stats_tally *tally)
{
    cJSON_AddNumberToObject(object, "answers", tally->answers);
    cJSON_AddNumberToObject(object, "right", tally->right);
    int64_t seconds = tally->took_ms / 1000;
    cJSON_AddNumberToObject(object, "seconds", (double)seconds);
}

static void add_answers(cJSON *root, const struct stats_figures *figures)
{
    static const char *const names[STATS_WINDOWS] = {"7_days", "30_days", "365_days"};
    cJSON *answers = cJSON_AddObjectToObject(root, "answers");
    add_tally(cJSON_AddObjectToObject(answers, "today"), &figures->today);
    for (int w = 0; w < STATS_WINDOWS; w++)
        add_tally(cJSON_AddObjectToObject(answers, names[w]), &figures->in_window[w]);
    add_tally(cJSON_AddObjectToObject(answers, "all"), &figures->all);
    cJSON *streak = cJSON_AddObjectToObject(root, "streak");
    cJSON_AddNumberToObject(streak, "days", figures->streak.days);
    cJSON_AddNumberToObject(streak, "longest", figures->streak.longest);
    cJSON_AddBoolToObject(streak, "has_today", figures->streak.has_today);
}

static void add_topics(cJSON *root, const struct stats_figures *figures)
{
    cJSON *topics = cJSON_AddArrayToObject(root, "topics");
    for (int i = 0; i < figures->topics.count; i++) {
        const struct stats_topic *topic = &figures->topics.items[i];
        cJSON *object = json_add_object(topics);
        json_add_text(object, "name", topic->name);
        cJSON_AddNumberToObject(object, "questions", topic->questions);
        add_tally(object, &topic->tally);
        cJSON_AddNumberToObject(object, "due", topic->due.cards);
    }
    add_tally(cJSON_AddObjectToObject(root, "gone"), &figures->topics.gone);
}

static void add_share(cJSON *object, const struct stats_share *share)
{
    cJSON_AddNumberToObject(object, "reviews", share->reviews);
    cJSON_AddNumberToObject(object, "recalled", share->recalled);
    if (share->reviews) {
        cJSON_AddNumberToObject(object, "foreseen", share->foreseen / share->reviews);
    } else {
        cJSON_AddNullToObject(object, "foreseen");
    }
}

static void add_retention(cJSON *root, const struct stats_figures *figures)
{
    cJSON *retention = cJSON_AddObjectToObject(root, "retention");
    cJSON_AddNumberToObject(retention, "wanted", figures->target);
    cJSON *windows = cJSON_AddArrayToObject(retention, "windows");
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++) {
        cJSON *window = json_add_object(windows);
        cJSON_AddNumberToObject(window, "days", stats_window_days(w));
        add_share(cJSON_AddObjectToObject(window, "young"),
                  &figures->recall.retention.young[w]);
        add_share(cJSON_AddObjectToObject(window, "mature"),
                  &figures->recall.retention.mature[w]);
    }
}

static void add_cards(cJSON *root, const struct stats_figures *figures)
{
    const struct stats_stages *stages = &figures->stages;
    cJSON *cards = cJSON_AddObjectToObject(root, "cards");
    cJSON_AddNumberToObject(cards, "learning", stages->learning);
    cJSON_AddNumberToObject(cards, "young", stages->young);
    cJSON_AddNumberToObject(cards, "mature", stages->mature);
    cJSON_AddNumberToObject(cards, "suspended", stages->suspended);
    cJSON_AddNumberToObject(cards, "recalled", stages->recalled);
    const struct stats_forecast *forecast = &figures->forecast;
    cJSON *due = cJSON_AddObjectToObject(root, "due");
    cJSON_AddNumberToObject(due, "overdue", forecast->overdue);
    cJSON *days = cJSON_AddArrayToObject(due, "days");
    for (int i = 0; i < forecast->count; i++) {
        cJSON *day = json_add_object(days);
        add_date(day, "date", figures->day.last + i);
        cJSON_AddNumberToObject(day, "cards", forecast->days[i]);
    }
    cJSON_AddNumberToObject(due, "later", forecast->later);
}

static void add_hardest(cJSON *root, struct record *record, const struct stats_figures *figures)
{
    cJSON *hardest = cJSON_AddArrayToObject(root, "hardest");
    for (int i = 0; i < figures->hardest_count; i++) {
        const struct stats_hard *hard = &figures->hardest[i];
        const struct stats_question *question = &record->source.questions[hard->question];
        cJSON *object = json_add_object(hardest);
        cJSON_AddStringToObject(object, "bank", question->bank->id);
        cJSON_AddStringToObject(object, "question", question->key);
        json_add_text(object, "text", answer_text_asked(question->question, &record->arena));
        add_tally(object, &hard->tally);
        cJSON_AddNumberToObject(object, "lapses", hard->lapses);
    }
}

static void add_calibration(cJSON *root, const struct stats_calibration *calibration)
{
    cJSON *object = cJSON_AddObjectToObject(root, "calibration");
    add_share(object, &calibration->all);
    cJSON_AddNumberToObject(object, "log_loss", calibration->log_loss);
    cJSON_AddNumberToObject(object, "rmse", calibration->rmse);
    cJSON *bins = cJSON_AddArrayToObject(object, "bins");
    for (int i = 0; i < STATS_BINS; i++) {
        if (!calibration->bins[i].reviews)
            continue;
        cJSON *bin = json_add_object(bins);
        cJSON_AddNumberToObject(bin, "from", (double)i / STATS_BINS);
        cJSON_AddNumberToObject(bin, "to", (double)(i + 1) / STATS_BINS);
        add_share(bin, &calibration->bins[i]);
    }
}

static void add_days(cJSON *root, const struct stats_figures *figures)
{
    struct stats_span year = figures->windows[STATS_365_DAYS];
    cJSON *days = cJSON_AddArrayToObject(root, "days");
    for (int64_t day = year.first; day <= year.last; day++) {
        const struct stats_tally *tally = &figures->year[day - year.first];
        if (!tally->answers)
            continue;
        cJSON *object = json_add_object(days);
        add_date(object, "date", day);
        add_tally(object, tally);
    }
}

void stats_print_json(struct record *record, const struct stats_figures *figures)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "on", record->today);
    cJSON *banks = cJSON_AddArrayToObject(root, "banks");
    for (int i = 0; i < record->chosen_count; i++)
        cJSON_AddItemToArray(banks, cJSON_CreateString(record->chosen[i]->id));
    add_answers(root, figures);
    add_topics(root, figures);
    add_retention(root, figures);
    add_cards(root, figures);
    add_hardest(root, record, figures);
    add_calibration(root, &figures->recall.calibration);
    add_days(root, figures);
    json_print(root);
}
