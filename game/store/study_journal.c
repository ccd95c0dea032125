#include "store/study_journal.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "store/journal_undo.h"
#include "store/memory_before.h"
#include "store/question_key.h"
#include "store/quiz_log_text.h"

static const char *const mode_words[] = {
    [DECK_DUE] = "due", [DECK_CRAM] = "cram", [DECK_ONLY] = "only"};
static const char *const order_words[DECK_ORDER_COUNT] = {
    [DECK_BY_RISK] = "risk",     [DECK_BY_DUE] = "due",
    [DECK_BY_CHANCE] = "chance", [DECK_BY_DIFFICULTY] = "difficulty",
    [DECK_BY_YOUTH] = "youth",   [DECK_BY_AGE] = "age",
    [DECK_BY_LIST] = "list"};
static const char *const new_words[DECK_NEW_COUNT] = {
    [DECK_NEW_MIXED] = "mixed", [DECK_NEW_AFTER] = "after", [DECK_NEW_BEFORE] = "before"};

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

static void append(const struct study_journal *log, int type, const struct deck_card *card,
                   const char *key, int64_t at_ms, cJSON *data)
{
    char *text = cJSON_PrintUnformatted(data);
    journal_append(log->journal, &(struct journal_event){.at_ms = at_ms,
                                                         .game = log->game,
                                                         .type = type,
                                                         .bank = card ? card->bank->id : NULL,
                                                         .question = key,
                                                         .data = text});
    cJSON_free(text);
    cJSON_Delete(data);
}

static cJSON *event_data(const struct study_journal *log, struct fsrs_time now)
{
    cJSON *data = cJSON_CreateObject();
    int64_t t_ms = now.at_ms - log->origin_ms;
    cJSON_AddNumberToObject(data, "t", t_ms < 0 ? 0 : (double)t_ms);
    return data;
}

void study_journal_start(struct study_journal *log, struct journal *journal, const char *bank,
                         const struct deck_rules *rules)
{
    *log = (struct study_journal){
        .journal = journal, .origin_ms = rules->now.at_ms, .mode = rules->mode};
    if (!journal || !journal->path)
        return;
    log->game = journal_new_game(rules->now.at_ms, rules->seed);
    char seed[17]; // a double can't hold it
    snprintf(seed, sizeof seed, "%016" PRIx64, rules->seed);
    cJSON *data = cJSON_CreateObject();
    cJSON_AddStringToObject(data, "mode", mode_words[rules->mode]);
    cJSON_AddNumberToObject(data, "ahead", rules->now.ahead_min);
    cJSON_AddStringToObject(data, "seed", seed);
    cJSON_AddStringToObject(data, "order", order_words[rules->order]);
    cJSON_AddStringToObject(data, "new", new_words[rules->new_place]);
    cJSON_AddBoolToObject(data, "new_by_chance", rules->is_new_by_chance);
    cJSON_AddNumberToObject(data, "new_a_day", rules->new_a_day);
    cJSON_AddNumberToObject(data, "reviews_a_day", rules->reviews_a_day);
    char *text = cJSON_PrintUnformatted(data);
    journal_append(journal, &(struct journal_event){.at_ms = rules->now.at_ms,
                                                    .game = log->game,
                                                    .type = JOURNAL_STUDY,
                                                    .bank = bank,
                                                    .data = text});
    cJSON_free(text);
    cJSON_Delete(data);
}

/// [[part, rating, evidence]].
static cJSON *grades_of(const struct study_deed *deed)
{
    const int numbers[] = {deed->card->part, (int)deed->grade.rating, deed->grade.evidence};
    cJSON *grades = cJSON_CreateArray();
    cJSON_AddItemToArray(grades, cJSON_CreateIntArray(numbers, COUNT(numbers)));
    return grades;
}

void study_journal_deed(const struct study_journal *log, const struct study_deed *deed,
                        struct fsrs_time now)
{
    if (!log->game)
        return;
    struct arena scratch = {0};
    const struct question *question = deed->card->question;
    cJSON *data = event_data(log, now);
    cJSON_AddStringToObject(data, "hash", question_key_hash(question, &scratch));
    quiz_words_add(data, question, &scratch);
    arena_free(&scratch);
    if (deed->action == STUDY_GRADE) {
        cJSON_AddNumberToObject(data, "took_ms", (double)deed->took_ms);
        cJSON_AddNumberToObject(data, "ahead", now.ahead_min);
        // The memory looks for "grades": what is crammed is no business of its.
        cJSON_AddItemToObject(data, log->mode == DECK_CRAM ? "crammed" : "grades",
                              grades_of(deed));
        append(log, JOURNAL_GRADE, deed->card, deed->key, now.at_ms, data);
        return;
    }
    cJSON_AddNumberToObject(data, "part", deed->card->part);
    cJSON_AddStringToObject(data, "do", deed->action == STUDY_HIDE ? "hide" : "suspend");
    if (deed->action == STUDY_HIDE)
        cJSON_AddNumberToObject(data, "until", (double)deed->until_ms);
    append(log, JOURNAL_CARD, deed->card, deed->key, now.at_ms, data);
}

void study_journal_undo(const struct study_journal *log, struct fsrs_time now)
{
    if (log->game)
        append(log, JOURNAL_UNDO, NULL, NULL, now.at_ms, event_data(log, now));
}

void study_journal_redo(const struct study_journal *log, struct fsrs_time now)
{
    if (log->game)
        append(log, JOURNAL_REDO, NULL, NULL, now.at_ms, event_data(log, now));
}

// --- back from the journal

/// What is read on the way to the session.
struct finder {
    const struct memory *memory;
    const struct card_pile *list;
    struct arena *arena;
    struct journal_event *events;
    int event_count;
    struct study_found *found;
};

static double number_of(const cJSON *root, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, key);
    return cJSON_IsNumber(item) ? item->valuedouble : 0;
}

/// The place of the word under `key` among `words`, or -1.
static int word_of(const cJSON *root, const char *key, const char *const *words, int count)
{
    const char *word = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, key));
    for (int i = 0; word && i < count; i++) {
        if (strcmp(word, words[i]) == 0)
            return i;
    }
    return -1;
}

/// Reads how the session began. Returns false if it is none that goes on by `wanted`.
static bool read_start(const struct journal_event *event, const struct deck_rules *wanted,
                       struct deck_rules *rules)
{
    cJSON *data = event->data ? cJSON_Parse(event->data) : NULL;
    *rules = *wanted;
    rules->now = (struct fsrs_time){event->at_ms, (int32_t)number_of(data, "ahead")};
    int order = word_of(data, "order", order_words, DECK_ORDER_COUNT);
    int new_place = word_of(data, "new", new_words, DECK_NEW_COUNT);
    bool is_one = event->type == JOURNAL_STUDY && order >= 0 && new_place >= 0 &&
                  word_of(data, "mode", mode_words, COUNT(mode_words)) == (int)wanted->mode;
    if (is_one) {
        const char *seed = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(data, "seed"));
        rules->order = (enum deck_order)order;
        rules->new_place = (enum deck_new)new_place;
        rules->is_new_by_chance =
            cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(data, "new_by_chance"));
        rules->new_a_day = (int)number_of(data, "new_a_day");
        rules->reviews_a_day = (int)number_of(data, "reviews_a_day");
        rules->seed = seed ? strtoull(seed, NULL, 16) : 0;
    }
    cJSON_Delete(data);
    const struct fsrs_days days = wanted->fsrs->options.days;
    return is_one && fsrs_days_number(days, rules->now) == fsrs_days_number(days, wanted->now);
}

/// Reads a grade; returns false for one that makes no sense.
static bool read_grade(const cJSON *data, int *part, struct study_past *past)
{
    const cJSON *grades = cJSON_GetObjectItemCaseSensitive(data, "grades");
    if (!grades)
        grades = cJSON_GetObjectItemCaseSensitive(data, "crammed");
    const cJSON *grade = cJSON_GetArrayItem(grades, 0);
    int numbers[3] = {-1, 0, 0};
    for (int i = 0; i < 3; i++) {
        const cJSON *item = cJSON_GetArrayItem(grade, i);
        if (!cJSON_IsNumber(item))
            return false;
        numbers[i] = item->valueint;
    }
    *part = numbers[0];
    past->action = STUDY_GRADE;
    past->grade = (struct study_grade){(enum fsrs_rating)numbers[1], numbers[2]};
    double took_ms = number_of(data, "took_ms");
    past->took_ms = (int64_t)fmin(fmax(took_ms, 0), STUDY_TOOK_MOST_MS);
    return true;
}

/// Reads a deed. Returns false if it is none that the session can do again.
static bool read_deed(const struct finder *f, const struct journal_event *event,
                      struct study_past *past)
{
    static const char *const dos[] = {"hide", "suspend"};
    cJSON *data = event->data ? cJSON_Parse(event->data) : NULL;
    int part = (int)number_of(data, "part");
    bool is_good = event->question != NULL;
    *past = (struct study_past){.at = {event->at_ms, f->found->rules.now.ahead_min}};
    if (event->type == JOURNAL_GRADE) {
        is_good = is_good && read_grade(data, &part, past);
        past->at.ahead_min = (int32_t)number_of(data, "ahead");
    } else {
        int what = word_of(data, "do", dos, COUNT(dos));
        is_good = is_good && what >= 0;
        past->action = what == 0 ? STUDY_HIDE : STUDY_SUSPEND;
    }
    cJSON_Delete(data);
    past->card = is_good ? card_pile_find(f->list, event->question, part) : -1;
    return past->card >= 0;
}

/// Fills in `past`: what counts, then what was undone.
static void read_deeds(struct finder *f)
{
    struct study_found *found = f->found;
    struct undo_line line = {0};
    struct fsrs_card *befores = NULL;
    int before_count =
        memory_befores(f->memory, found->log.game, found->log.origin_ms, f->arena, &befores);
    for (int i = 1; i < f->event_count; i++)
        undo_line_add(&line, f->events[i].type, i);
    found->past = ARENA_ARRAY(f->arena, line.total + 1, struct study_past);
    int count = 0, graded = 0;
    for (int i = 0; i < line.total; i++) {
        const struct journal_event *event = &f->events[undo_line_steps(&line)[i].id];
        struct study_past *past = &found->past[count];
        bool is_remembered =
            event->type == JOURNAL_GRADE && i < line.count && found->log.mode != DECK_CRAM;
        int before = is_remembered ? graded++ : -1;
        if (!read_deed(f, event, past))
            continue;
        if (before >= 0 && before < before_count)
            past->before = befores[before];
        count++;
        if (i < line.count) {
            found->past_count++;
        } else {
            found->undone_count++;
        }
    }
    undo_line_free(&line);
}

bool study_journal_find(struct journal *journal, const struct memory *memory, const char *bank,
                        const struct card_pile *list, const struct deck_rules *rules,
                        struct arena *arena, struct study_found *found)
{
    *found = (struct study_found){.log = {.journal = journal, .mode = rules->mode}};
    struct finder f = {.memory = memory, .list = list, .arena = arena, .found = found};
    found->log.game = journal_last_game(journal, JOURNAL_STUDY, JOURNAL_STUDY, bank);
    if (!found->log.game)
        return false;
    f.event_count = journal_read_game(journal, found->log.game, arena, &f.events);
    if (!f.event_count || !read_start(&f.events[0], rules, &found->rules))
        return false;
    found->log.origin_ms = found->rules.now.at_ms;
    read_deeds(&f);
    return true;
}
