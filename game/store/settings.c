#include "store/settings.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/buf.h"
#include "core/deck.h"
#include "core/fsrs_text.h"
#include "core/pick.h"
#include "core/plan.h"
#include "formats/json_read.h"
#include "formats/json_where.h"
#include "store/file.h"

enum { SETTINGS_MAX_BYTES = 1024 * 1024, SHOWN_BYTES = 40 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum setting_type {
    SETTING_SWITCH, // bool
    SETTING_NUMBER, // int
    SETTING_WORD,   // enum, counted from `min`
    SETTING_TEXT    // char[]; at most `max` bytes
};

struct setting {
    const char *key;
    size_t offset; // in struct settings
    enum setting_type type;
    int min, max;
    bool may_be_zero;         // though that lies outside
    const int *steps;         // the only numbers allowed, up to a 0; NULL: all from min to max
    const char *const *words; // up to a NULL
    bool (*is_good)(const char *text); // of a text; NULL: any will do
    const char *example;               // of such a text, as in JSON
};

static const int text_steps[] = {100, 115, 130, 150, 175, 200, 0};
static const char *const theme_words[] = {"auto", "dark", "light", "high-contrast", NULL};
static const char *const motion_words[] = {"auto", "full", "reduced", NULL};
static const char *const difficulty_words[] = {"all", "easy", "medium", "hard", NULL};

static const char *const order_words[] = {"risk",  "due", "chance", "difficulty",
                                          "youth", "age", "list",   NULL};
static const char *const new_words[] = {"mixed", "after", "before", NULL};

static_assert(COUNT(order_words) == DECK_ORDER_COUNT + 1, "a word for each order");
static_assert(COUNT(new_words) == DECK_NEW_COUNT + 1, "a word for each place");
static_assert(COUNT(theme_words) == THEME_CHOICES + 1, "a word for each theme");
static_assert(COUNT(motion_words) == MOTION_CHOICES + 1, "a word for each motion");
static_assert(COUNT(difficulty_words) == DIFFICULTY_COUNT + 2, "a word for each, and \"all\"");

static bool is_steps(const char *text)
{
    struct fsrs_steps steps;
    return fsrs_steps_read(text, &steps);
}

static bool is_name(const char *text)
{
    return text[0] != '\0';
}

static bool is_parameters(const char *text)
{
    struct fsrs_params params;
    return fsrs_params_text_read(text, &params) == FSRS_TEXT_GOOD;
}

static bool is_date(const char *text)
{
    struct date date;
    return !*text || date_read(text, strlen(text), &date);
}

#define TEXT_MOST(name) (int)sizeof((struct settings){0}.name) - 1
#define FIELD(name)     .key = #name, .offset = offsetof(struct settings, name)

static const struct setting table[] = {
    {FIELD(theme), .type = SETTING_WORD, .words = theme_words},
    {FIELD(text_percent), .type = SETTING_NUMBER, .steps = text_steps},
    {FIELD(motion), .type = SETTING_WORD, .words = motion_words},
    {FIELD(question_timer_s), .type = SETTING_NUMBER, .min = 5, .max = 600,
     .may_be_zero = true},
    {FIELD(quiz_timer_s), .type = SETTING_NUMBER, .min = 30, .max = 7200, .may_be_zero = true},
    {FIELD(confirm_answers), .type = SETTING_SWITCH},
    {FIELD(shuffle), .type = SETTING_SWITCH},
    {FIELD(count), .type = SETTING_NUMBER, .min = 0, .max = 200000},
    {FIELD(difficulty), .type = SETTING_WORD, .min = PICK_ANY_DIFFICULTY,
     .words = difficulty_words},
    {FIELD(speed_bonus), .type = SETTING_SWITCH},
    {FIELD(streak_bonus), .type = SETTING_SWITCH},
    {FIELD(memory), .type = SETTING_SWITCH},
    {FIELD(answer_cards), .type = SETTING_SWITCH},
    {FIELD(retention_percent), .type = SETTING_NUMBER, .min = 70, .max = 99},
    {FIELD(new_cards), .type = SETTING_NUMBER, .min = 0, .max = 9999},
    {FIELD(review_cards), .type = SETTING_NUMBER, .min = 0, .max = 9999},
    {FIELD(card_order), .type = SETTING_WORD, .words = order_words},
    {FIELD(new_place), .type = SETTING_WORD, .words = new_words},
    {FIELD(learning_steps), .type = SETTING_TEXT, .max = TEXT_MOST(learning_steps),
     .is_good = is_steps, .example = "steps such as \"1m 10m\""},
    {FIELD(relearning_steps), .type = SETTING_TEXT, .max = TEXT_MOST(relearning_steps),
     .is_good = is_steps, .example = "steps such as \"10m\""},
    {FIELD(maximum_days), .type = SETTING_NUMBER, .min = 1, .max = FSRS_INTERVAL_MOST},
    {FIELD(rollover_hour), .type = SETTING_NUMBER, .min = 0, .max = 23},
    {FIELD(leech_lapses), .type = SETTING_NUMBER, .min = 0, .max = 99},
    {FIELD(fuzz), .type = SETTING_SWITCH},
    {FIELD(monotone), .type = SETTING_SWITCH},
    {FIELD(parameters), .type = SETTING_TEXT, .max = TEXT_MOST(parameters),
     .is_good = is_parameters, .example = "\"\" and a list of 21 numbers in their ranges"},
    {FIELD(minutes_a_day), .type = SETTING_NUMBER, .min = 0, .max = PLAN_MINUTES_MOST},
    {FIELD(exam_bank), .type = SETTING_TEXT, .max = TEXT_MOST(exam_bank)},
    {FIELD(exam_date), .type = SETTING_TEXT, .max = TEXT_MOST(exam_date), .is_good = is_date,
     .example = "\"\" and a date such as \"2026-05-31\""},
    {FIELD(exam_topics), .type = SETTING_TEXT, .max = TEXT_MOST(exam_topics)},
    {FIELD(window_x), .type = SETTING_NUMBER, .min = -32768, .max = 32767},
    {FIELD(window_y), .type = SETTING_NUMBER, .min = -32768, .max = 32767},
    {FIELD(window_width), .type = SETTING_NUMBER, .min = 360, .max = 16384,
     .may_be_zero = true},
    {FIELD(window_height), .type = SETTING_NUMBER, .min = 360, .max = 16384,
     .may_be_zero = true},
    {FIELD(fullscreen), .type = SETTING_SWITCH},
    {FIELD(lesson_on_main_display), .type = SETTING_SWITCH},
    {FIELD(sounds), .type = SETTING_SWITCH},
    {FIELD(last_bank), .type = SETTING_TEXT, .max = TEXT_MOST(last_bank)},
    {FIELD(learner), .type = SETTING_TEXT, .max = TEXT_MOST(learner), .is_good = is_name,
     .example = "a name of at most 63 bytes"},
};

// The text that is being read, for messages.
struct reading {
    const char *file, *text;
    size_t len;
    const cJSON *root;
    struct diags *diags;
};

static void *field(struct settings *settings, const struct setting *setting)
{
    return (char *)settings + setting->offset;
}

static const void *const_field(const struct settings *settings, const struct setting *setting)
{
    return (const char *)settings + setting->offset;
}

struct settings settings_default(void)
{
    return (struct settings){
        .text_percent = 100,
        .shuffle = true,
        .count = 20,
        .sounds = true,
        .difficulty = PICK_ANY_DIFFICULTY,
        .memory = true,
        .retention_percent = 90,
        .new_cards = 20,
        .review_cards = 200,
        .learning_steps = "1m 10m",
        .relearning_steps = "10m",
        .maximum_days = FSRS_INTERVAL_MOST,
        .rollover_hour = 4,
        .leech_lapses = 8,
        .fuzz = true,
        .monotone = true,
        .learner = "me",
    };
}

static void describe_allowed(const struct setting *setting, struct buf *out)
{
    switch (setting->type) {
    case SETTING_SWITCH:
        buf_text(out, "true and false");
        return;
    case SETTING_NUMBER:
        if (!setting->steps) {
            buf_printf(out, "%s%d to %d", setting->may_be_zero ? "0 and " : "", setting->min,
                       setting->max);
            return;
        }
        for (const int *step = setting->steps; *step; step++)
            buf_printf(out, "%s%d", step == setting->steps ? "" : ", ", *step);
        return;
    case SETTING_WORD:
        for (int i = 0; setting->words[i]; i++)
            buf_printf(out, "%s\"%s\"", i ? ", " : "", setting->words[i]);
        return;
    case SETTING_TEXT:
        if (setting->example) {
            buf_text(out, setting->example);
        } else {
            buf_printf(out, "text of at most %d bytes", setting->max);
        }
        return;
    }
}

static void warn_wrong(const struct reading *reading, const struct setting *setting,
                       const cJSON *item)
{
    struct json_range range = json_find(reading->text, reading->len, reading->root, item);
    struct buf allowed = {0};
    describe_allowed(setting, &allowed);
    static const char too_long[] = "something long";
    bool is_long = range.len > SHOWN_BYTES;
    diag_add(reading->diags, DIAG_WARNING,
             json_where(reading->file, reading->text, reading->len, reading->root, item),
             json_width(reading->text, range), reading->text, reading->len, range.at,
             "\"%s\" is %.*s; allowed: %s; the default is used", setting->key,
             is_long ? (int)strlen(too_long) : (int)range.len,
             is_long ? too_long : reading->text + range.at, allowed.data);
    buf_free(&allowed);
}

static void warn_unknown(const struct reading *reading, const cJSON *item)
{
    struct json_range range = json_find_key(reading->text, reading->len, reading->root, item);
    struct json_mark mark = json_mark_start(reading->text, reading->len);
    json_mark_move(&mark, reading->text, range.at);
    diag_add(reading->diags, DIAG_WARNING,
             (struct place){.file = reading->file, .line = mark.line, .column = mark.column},
             json_width(reading->text, range), reading->text, reading->len, range.at,
             "this setting is not known; it is kept as it is");
}

static bool is_allowed(const struct setting *setting, double value)
{
    if (setting->may_be_zero && value == 0)
        return true;
    if (!setting->steps)
        return value >= setting->min && value <= setting->max && value == (int)value;
    for (const int *step = setting->steps; *step; step++) {
        if (value == *step)
            return true;
    }
    return false;
}

static bool take_word(const struct setting *setting, const cJSON *item, int *value)
{
    const char *word = cJSON_GetStringValue(item);
    for (int i = 0; word && setting->words[i]; i++) {
        if (strcmp(setting->words[i], word) == 0) {
            *value = setting->min + i;
            return true;
        }
    }
    return false;
}

static bool take_text(const struct setting *setting, const cJSON *item, char *value)
{
    const char *text = cJSON_GetStringValue(item);
    bool fits = text && strlen(text) <= (size_t)setting->max;
    if (!fits || (setting->is_good && !setting->is_good(text)))
        return false;
    snprintf(value, (size_t)setting->max + 1, "%s", text);
    return true;
}

// Returns false, and changes nothing, if `item` is no value for this setting.
static bool take(const struct setting *setting, const cJSON *item, struct settings *settings)
{
    void *value = field(settings, setting);
    switch (setting->type) {
    case SETTING_SWITCH:
        if (!cJSON_IsBool(item))
            return false;
        *(bool *)value = cJSON_IsTrue(item);
        return true;
    case SETTING_NUMBER:
        if (!cJSON_IsNumber(item) || !is_allowed(setting, item->valuedouble))
            return false;
        *(int *)value = (int)item->valuedouble;
        return true;
    case SETTING_WORD:
        return take_word(setting, item, value);
    case SETTING_TEXT:
        return take_text(setting, item, value);
    }
    return false;
}

static const struct setting *find(const char *key)
{
    for (size_t i = 0; i < COUNT(table); i++) {
        if (strcmp(table[i].key, key) == 0)
            return &table[i];
    }
    return NULL;
}

struct settings settings_change(const struct settings *before, const char *file,
                                const char *text, size_t len, struct diags *diags)
{
    struct settings settings = *before;
    cJSON *root = json_read(file, text, len, &json_limits_own, diags);
    if (!root)
        return settings;
    struct reading reading = {file, text, len, root, diags};
    if (!cJSON_IsObject(root)) {
        diag_add_file(diags, DIAG_WARNING, file,
                      "holds no settings: it must be an object, {...}; the defaults are used");
    }
    const cJSON *item;
    cJSON_ArrayForEach(item, root)
    {
        if (!cJSON_IsObject(root))
            break;
        const struct setting *setting = find(item->string);
        if (!setting) {
            warn_unknown(&reading, item);
        } else if (!take(setting, item, &settings)) {
            warn_wrong(&reading, setting, item);
        }
    }
    cJSON_Delete(root);
    return settings;
}

struct settings settings_parse(const char *file, const char *text, size_t len,
                               struct diags *diags)
{
    struct settings defaults = settings_default();
    return settings_change(&defaults, file, text, len, diags);
}

struct settings settings_load(const char *path, struct diags *diags)
{
    struct buf text = {0};
    struct settings settings = settings_default();
    if (!file_is_missing(path) && file_read(path, SETTINGS_MAX_BYTES, &text, diags))
        settings = settings_parse(path, text.data ? text.data : "", text.len, diags);
    buf_free(&text);
    return settings;
}

static cJSON *to_json(const struct setting *setting, const struct settings *settings)
{
    const void *value = const_field(settings, setting);
    switch (setting->type) {
    case SETTING_SWITCH:
        return cJSON_CreateBool(*(const bool *)value);
    case SETTING_NUMBER:
        return cJSON_CreateNumber(*(const int *)value);
    case SETTING_WORD:
        return cJSON_CreateString(setting->words[*(const int *)value - setting->min]);
    case SETTING_TEXT:
        return cJSON_CreateString(value);
    }
    return NULL;
}

// What is in the file now, for the keys in it that are not ours. A file that somebody broke by
// hand is laid aside first, since it may be wanted back.
static cJSON *read_old(const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    struct diags ignored = {.arena = &scratch};
    struct buf text = {0};
    cJSON *root = NULL;
    if (!file_is_missing(path) && file_read(path, SETTINGS_MAX_BYTES, &text, &ignored)) {
        const char *bytes = text.data ? text.data : "";
        root = json_read(path, bytes, text.len, &json_limits_own, &ignored);
        if (!cJSON_IsObject(root)) {
            cJSON_Delete(root);
            root = NULL;
            file_write(arena_printf(&scratch, "%s.bad", path), bytes, text.len, diags);
        }
    }
    buf_free(&text);
    arena_free(&scratch);
    return root ? root : cJSON_CreateObject();
}

bool settings_save(const struct settings *settings, const char *path, struct diags *diags)
{
    struct arena scratch = {0};
    bool is_saved = false;
    if (!file_make_folder(file_folder(&scratch, path), diags))
        goto done;
    cJSON *root = read_old(path, diags);
    for (size_t i = 0; i < COUNT(table); i++) {
        cJSON *item = to_json(&table[i], settings);
        if (cJSON_GetObjectItemCaseSensitive(root, table[i].key)) {
            cJSON_ReplaceItemInObjectCaseSensitive(root, table[i].key, item);
        } else {
            cJSON_AddItemToObject(root, table[i].key, item);
        }
    }
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (text) {
        size_t len = strlen(text);
        text[len++] = '\n'; // in place of the NUL, which file_write() does not need
        is_saved = file_write(path, text, len, diags);
    }
    cJSON_free(text);
done:
    arena_free(&scratch);
    return is_saved;
}
