#include "store/memory_options.h"

#include <string.h>

#include <cjson/cJSON.h>

#include "store/memory_fold.h"

static const char *const day_words[] = {
    [FSRS_DAYS_CALENDAR] = "calendar", [FSRS_DAYS_24H] = "24h"};

struct memory_options memory_options_default(void)
{
    return (struct memory_options){fsrs_options_default(), fsrs_params_default()};
}

static void add_steps(cJSON *root, const char *key, const struct fsrs_steps *steps)
{
    cJSON *list = cJSON_AddArrayToObject(root, key);
    for (int i = 0; i < steps->count; i++)
        cJSON_AddItemToArray(list, cJSON_CreateNumber((double)steps->ms[i]));
}

const char *memory_options_text(const struct memory_options *options, struct arena *arena)
{
    const struct fsrs_options *o = &options->fsrs;
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "retention", o->retention);
    cJSON_AddNumberToObject(root, "maximum_days", o->maximum_days);
    add_steps(root, "learning_ms", &o->learning);
    add_steps(root, "relearning_ms", &o->relearning);
    cJSON_AddStringToObject(root, "days", day_words[o->days.policy]);
    cJSON_AddNumberToObject(root, "rollover_hour", o->days.rollover_hour);
    cJSON_AddBoolToObject(root, "fuzz", o->has_fuzz);
    cJSON_AddBoolToObject(root, "monotone", o->is_monotone);
    cJSON_AddNumberToObject(root, "leech_lapses", o->leech_lapses);
    cJSON_AddItemToObject(root, "w",
                          cJSON_CreateDoubleArray(options->params.w, FSRS_PARAM_COUNT));
    char *text = cJSON_PrintUnformatted(root);
    const char *kept = text ? arena_text(arena, text, strlen(text)) : NULL;
    cJSON_free(text);
    cJSON_Delete(root);
    return kept;
}

static const cJSON *find(const cJSON *root, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(root, key);
}

/// Reads what may be missing, from 0 to `most`.
static bool read_whole(const cJSON *root, const char *key, int64_t most, int *value)
{
    const cJSON *item = find(root, key);
    int64_t number = *value;
    bool is_good = !item || fold_whole(item, 0, most, &number);
    *value = (int)number;
    return is_good;
}

static bool read_switch(const cJSON *root, const char *key, bool *value)
{
    const cJSON *item = find(root, key);
    if (item)
        *value = cJSON_IsTrue(item);
    return !item || cJSON_IsBool(item);
}

static bool read_steps(const cJSON *root, const char *key, struct fsrs_steps *steps)
{
    const cJSON *list = find(root, key), *item = NULL;
    if (!list)
        return true;
    if (!cJSON_IsArray(list) || cJSON_GetArraySize(list) > FSRS_STEPS_MOST)
        return false;
    steps->count = 0;
    cJSON_ArrayForEach(item, list)
    {
        if (!fold_whole(item, 1, (int64_t)FSRS_INTERVAL_MOST * FSRS_DAY_MS,
                        &steps->ms[steps->count++]))
            return false;
    }
    return true;
}

static bool read_days(const cJSON *root, struct fsrs_days *days)
{
    const cJSON *item = find(root, "days");
    if (!item)
        return true;
    for (int i = 0; cJSON_IsString(item) && i < 2; i++) {
        if (strcmp(item->valuestring, day_words[i]) == 0) {
            days->policy = (enum fsrs_day_policy)i;
            return true;
        }
    }
    return false;
}

static bool read_params(const cJSON *root, struct fsrs_params *params)
{
    const cJSON *list = find(root, "w"), *item = NULL;
    double values[FSRS_PARAM_COUNT];
    size_t count = 0;
    if (!list)
        return true;
    if (!cJSON_IsArray(list) || cJSON_GetArraySize(list) > FSRS_PARAM_COUNT)
        return false;
    cJSON_ArrayForEach(item, list)
    {
        if (!cJSON_IsNumber(item))
            return false;
        values[count++] = item->valuedouble;
    }
    return fsrs_params_read(values, count, params);
}

static bool read_all(const cJSON *root, struct memory_options *options)
{
    struct fsrs_options *o = &options->fsrs;
    const cJSON *retention = find(root, "retention");
    if (retention)
        o->retention = cJSON_IsNumber(retention) ? retention->valuedouble : 0;
    return cJSON_IsObject(root) &&
           read_whole(root, "maximum_days", FSRS_INTERVAL_MOST, &o->maximum_days) &&
           read_steps(root, "learning_ms", &o->learning) &&
           read_steps(root, "relearning_ms", &o->relearning) && read_days(root, &o->days) &&
           read_whole(root, "rollover_hour", 23, &o->days.rollover_hour) &&
           read_switch(root, "fuzz", &o->has_fuzz) &&
           read_switch(root, "monotone", &o->is_monotone) &&
           read_whole(root, "leech_lapses", UINT16_MAX, &o->leech_lapses) &&
           read_params(root, &options->params);
}

bool memory_options_read(const char *text, struct memory_options *options)
{
    struct memory_options read = memory_options_default();
    struct fsrs fsrs;
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    bool is_good =
        read_all(root, &read) && fsrs_init(&fsrs, &read.params, &read.fsrs) == FSRS_OK;
    cJSON_Delete(root);
    if (is_good)
        *options = read;
    return is_good;
}

// --- what held when --------------------------------------------------------------------------

/// Options and the event from which on they hold.
struct held {
    int64_t event;
    struct fsrs fsrs;
};

/// All options of a learner so far, the defaults first.
struct learner_options {
    int64_t learner;
    struct buf held; // struct held
    struct learner_options *next;
};

static void hold(struct learner_options *options, int64_t event, const char *data)
{
    struct held held = {.event = event};
    struct memory_options read = memory_options_default();
    if (data && !memory_options_read(data, &read))
        return;
    if (fsrs_init(&held.fsrs, &read.params, &read.fsrs) == FSRS_OK)
        buf_add(&options->held, &held, sizeof held);
}

static struct learner_options *options_of(struct folder *folder, int64_t learner)
{
    static const char sql[] =
        "SELECT event, data FROM options WHERE learner = ?1 ORDER BY event";
    struct learner_options *options = folder->learners;
    while (options && options->learner != learner)
        options = options->next;
    if (options)
        return options;
    options = ARENA_ARRAY(&folder->arena, 1, struct learner_options);
    *options = (struct learner_options){.learner = learner, .next = folder->learners};
    folder->learners = options;
    hold(options, 0, NULL);
    struct sqlite3_stmt *statement = rows_statement(folder, sql, &learner, 1);
    while (rows_next(folder, statement))
        hold(options, rows_column(statement, 0), rows_column_text(statement, 1));
    rows_reset(statement);
    return options;
}

const struct fsrs *fold_scheduler(struct folder *folder, int64_t learner, int64_t event)
{
    const struct learner_options *options = options_of(folder, learner);
    const struct held *held = (const struct held *)(const void *)options->held.data;
    size_t at = options->held.len / sizeof *held - 1;
    while (at > 0 && held[at].event > event)
        at--;
    return &held[at].fsrs;
}

void fold_options(struct folder *folder, const struct fold_event *event)
{
    static const char sql[] = "INSERT INTO options(event, learner, data) VALUES (?1, ?2, ?3)";
    struct memory_options read;
    if (!memory_options_read(event->data, &read))
        return;
    int hour = fold_scheduler(folder, event->learner, event->id)->options.days.rollover_hour;
    hold(options_of(folder, event->learner), event->id, event->data);
    const int64_t values[] = {event->id, event->learner};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, values, 2);
    rows_bind_text(statement, 3, event->data);
    rows_run(folder, statement);
    if (fold_scheduler(folder, event->learner, event->id)->options.days.rollover_hour != hour &&
        !folder->is_anew)
        fold_all_missed(folder, event->id); // days begin otherwise
}

void fold_free(struct folder *folder)
{
    for (struct learner_options *o = folder->learners; o; o = o->next)
        buf_free(&o->held);
    buf_free(&folder->shelf_bank);
    undo_line_free(&folder->line);
    rows_free(folder);
    arena_free(&folder->arena);
}
