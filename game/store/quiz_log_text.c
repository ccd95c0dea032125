#include "store/quiz_log_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/answer_text.h"
#include "core/kinds/kind.h"

enum { WORDS_BYTES = 300 };

// The same whatever language the player reads.
static const struct answer_words plain_words = {
    .is_true = "true", .is_false = "false", .range = "{1}–{2}"};

/// The tree as text in `arena`; the tree is gone.
static const char *finish(cJSON *root, struct arena *arena)
{
    char *text = cJSON_PrintUnformatted(root);
    const char *kept = text ? arena_text(arena, text, strlen(text)) : NULL;
    cJSON_free(text);
    cJSON_Delete(root);
    return kept;
}

static double number_of(const cJSON *root, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, key);
    return cJSON_IsNumber(item) ? item->valuedouble : 0;
}

static bool is_set(const cJSON *root, const char *key)
{
    return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(root, key));
}

static const char *copy(const cJSON *item, struct arena *arena)
{
    return item && cJSON_IsString(item)
               ? arena_text(arena, item->valuestring, strlen(item->valuestring))
               : NULL;
}

/// The place of `bank` among the banks named so far, to which it is added if need be. Nearly
/// all quizzes are of one bank.
static int bank_place(cJSON *banks, const char *bank)
{
    int place = 0;
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, banks)
    {
        if (strcmp(item->valuestring, bank) == 0)
            return place;
        place++;
    }
    cJSON_AddItemToArray(banks, cJSON_CreateString(bank));
    return place;
}

void quiz_items_add(cJSON *root, const struct quiz_item *items, int count)
{
    cJSON *banks = cJSON_AddArrayToObject(root, "banks");
    cJSON *questions = cJSON_AddArrayToObject(root, "questions");
    for (int i = 0; i < count; i++) {
        const struct quiz_item *item = &items[i];
        cJSON *question = item->bank ? cJSON_CreateArray() : cJSON_CreateNull();
        if (item->bank) {
            cJSON_AddItemToArray(question, cJSON_CreateNumber(bank_place(banks, item->bank)));
            cJSON_AddItemToArray(question, cJSON_CreateString(item->key));
            cJSON_AddItemToArray(question, cJSON_CreateString(item->hash));
        }
        cJSON_AddItemToArray(questions, question);
    }
}

const char *quiz_start_text(const struct quiz_start *start, struct arena *arena)
{
    char seed[17]; // a double can't hold it
    snprintf(seed, sizeof seed, "%016" PRIx64, start->rules.seed);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "seed", seed);
    cJSON_AddNumberToObject(root, "question_limit_ms", (double)start->rules.question_limit_ms);
    cJSON_AddNumberToObject(root, "quiz_limit_ms", (double)start->rules.quiz_limit_ms);
    cJSON_AddBoolToObject(root, "speed", start->rules.has_speed);
    cJSON_AddBoolToObject(root, "streak", start->rules.has_streak);
    cJSON_AddBoolToObject(root, "memory", start->rules.has_memory);
    quiz_items_add(root, start->items, start->count);
    return finish(root, arena);
}

static bool read_item(const cJSON *question, const char *const *banks, int bank_count,
                      struct arena *arena, struct quiz_item *item)
{
    const cJSON *bank = question->child;
    const cJSON *key = bank ? bank->next : NULL;
    const cJSON *hash = key ? key->next : NULL;
    if (cJSON_IsNull(question))
        return true;
    if (!bank || !cJSON_IsNumber(bank) || bank->valueint < 0 || bank->valueint >= bank_count)
        return false;
    *item = (struct quiz_item){banks[bank->valueint], copy(key, arena), copy(hash, arena)};
    return item->bank && item->key && item->hash;
}

int quiz_items_read(const cJSON *root, struct arena *arena, struct quiz_item **items)
{
    const cJSON *banks = cJSON_GetObjectItemCaseSensitive(root, "banks");
    const cJSON *questions = cJSON_GetObjectItemCaseSensitive(root, "questions");
    const cJSON *item = NULL;
    int bank_count = 0, count = 0;
    const char **names = ARENA_ARRAY(arena, cJSON_GetArraySize(banks) + 1, const char *);
    cJSON_ArrayForEach(item, banks) names[bank_count++] = copy(item, arena);
    *items = ARENA_ARRAY(arena, cJSON_GetArraySize(questions) + 1, struct quiz_item);
    cJSON_ArrayForEach(item, questions)
    {
        if (!read_item(item, names, bank_count, arena, &(*items)[count++]))
            return 0;
    }
    return count;
}

/// A quiz has a question at every place.
static bool read_items(const cJSON *root, struct arena *arena, struct quiz_start *start)
{
    start->count = quiz_items_read(root, arena, &start->items);
    for (int i = 0; i < start->count; i++) {
        if (!start->items[i].bank)
            return false;
    }
    return start->count > 0;
}

bool quiz_start_read(const char *text, struct arena *arena, struct quiz_start *start)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    const cJSON *seed = cJSON_GetObjectItemCaseSensitive(root, "seed");
    const cJSON *memory = cJSON_GetObjectItemCaseSensitive(root, "memory");
    *start = (struct quiz_start){
        .rules = {.question_limit_ms = (int64_t)number_of(root, "question_limit_ms"),
                  .quiz_limit_ms = (int64_t)number_of(root, "quiz_limit_ms"),
                  .has_speed = is_set(root, "speed"),
                  .has_streak = is_set(root, "streak"),
                  .has_memory = !cJSON_IsFalse(memory)}};
    bool is_good = cJSON_IsString(seed) && read_items(root, arena, start);
    if (is_good)
        start->rules.seed = strtoull(seed->valuestring, NULL, 16);
    cJSON_Delete(root);
    return is_good;
}

/// How many of answer.places count; 0 for kinds without.
static int place_count(const struct ask *ask)
{
    switch ((enum kind)ask->question->kind) {
    case KIND_ORDER:
        return ask->shown_count;
    case KIND_MATCH:
        return ask->question->match.count;
    case KIND_CHOICE:
    case KIND_MULTI:
    case KIND_TRUEFALSE:
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_CLOZE:
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return 0;
}

static bool is_text(const struct ask *ask)
{
    enum kind kind = (enum kind)ask->question->kind;
    return kind == KIND_TEXT || kind == KIND_NUMBER || kind == KIND_CLOZE;
}

void quiz_answer_add(cJSON *root, const struct ask *ask, const struct answer *answer)
{
    int places = place_count(ask);
    if (places) {
        cJSON *list = cJSON_AddArrayToObject(root, "places");
        for (int i = 0; i < places; i++)
            cJSON_AddItemToArray(list, cJSON_CreateNumber(answer->places[i]));
    } else if (is_text(ask)) {
        cJSON *list = cJSON_AddArrayToObject(root, "texts");
        for (int i = 0; i < answer->text_count; i++) {
            const char *text = answer->texts[i];
            cJSON_AddItemToArray(list, text ? cJSON_CreateString(text) : cJSON_CreateNull());
        }
    } else if (ask->question->kind == KIND_CARD) {
        cJSON_AddNumberToObject(root, "grade", answer->credit);
    } else {
        cJSON_AddNumberToObject(root, "picked", answer->picked);
    }
}

/// `text` in one line, cut off after the last whole character that has room.
static const char *one_line(const char *text, struct arena *arena)
{
    const char *line = text_fold(arena, text, 0, NULL);
    const char *at = line, *end = line + strlen(line);
    while (at < end) {
        const char *next = at;
        text_next_cluster(&next, end);
        if (next > line + WORDS_BYTES)
            break;
        at = next;
    }
    return arena_text(arena, line, (size_t)(at - line));
}

const char *quiz_words_asked(const struct question *question, struct arena *arena)
{
    if (question->kind != KIND_CLOZE)
        return one_line(question->text, arena);
    struct buf asked = {0};
    for (int i = 0; i < question->cloze.gap_count; i++)
        buf_printf(&asked, "%s____", question->cloze.between[i]);
    buf_text(&asked, question->cloze.between[question->cloze.gap_count]);
    const char *line = one_line(asked.data, arena);
    buf_free(&asked);
    return line;
}

const char *quiz_words_right(const struct question *question, struct arena *arena)
{
    return one_line(answer_text_right(question, &plain_words, arena), arena);
}

static void add_words(cJSON *root, const char *key, const char *words)
{
    if (*words)
        cJSON_AddStringToObject(root, key, words);
}

void quiz_words_add(cJSON *data, const struct question *question, struct arena *arena)
{
    if (question->id)
        return;
    add_words(data, "text", quiz_words_asked(question, arena));
    add_words(data, "right", quiz_words_right(question, arena));
}

static void add_grades(cJSON *root, const struct quiz_given *given)
{
    cJSON *grades = cJSON_AddArrayToObject(root, "grades");
    for (int i = 0; i < given->grade_count; i++) {
        const struct grade *grade = &given->grades[i];
        const int numbers[] = {grade->part, (int)grade->rating, grade->evidence};
        cJSON_AddItemToArray(grades, cJSON_CreateIntArray(numbers, 3));
    }
}

static void add_given(cJSON *root, const struct quiz_given *given, struct arena *arena)
{
    const struct turn *turn = given->turn;
    const struct question *question = turn->ask.question;
    if (!turn->is_timed_out)
        quiz_answer_add(root, &turn->ask, &turn->answer);
    cJSON_AddNumberToObject(root, "credit", turn->mark.credit);
    cJSON_AddNumberToObject(root, "took_ms", (double)turn->took_ms);
    cJSON_AddStringToObject(root, "kind", kind_rules(question->kind)->name);
    cJSON_AddStringToObject(root, "hash", given->hash);
    cJSON_AddNumberToObject(root, "ahead", given->ahead_min);
    if (!turn->is_timed_out && turn->mark.credit < CREDIT_FULL) {
        const char *said = answer_text_given(&turn->ask, &turn->answer, &plain_words, arena);
        add_words(root, "said", one_line(said, arena));
    }
    quiz_words_add(root, question, arena);
    if (given->grades)
        add_grades(root, given);
}

const char *quiz_event_text(int64_t t_ms, const struct quiz_given *given, struct arena *arena)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "t", (double)t_ms);
    if (given)
        add_given(root, given, arena);
    return finish(root, arena);
}

bool quiz_event_read(const char *text, int64_t *t_ms)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    const cJSON *t = cJSON_GetObjectItemCaseSensitive(root, "t");
    bool is_good = cJSON_IsNumber(t) && t->valuedouble >= 0 && t->valuedouble < 1e15;
    *t_ms = is_good ? (int64_t)t->valuedouble : 0;
    cJSON_Delete(root);
    return is_good;
}

static bool read_places(const cJSON *list, const struct ask *ask, struct answer *answer)
{
    int count = 0, wanted = place_count(ask);
    const cJSON *item = NULL;
    if (cJSON_GetArraySize(list) != wanted)
        return false;
    cJSON_ArrayForEach(item, list)
    {
        bool is_place = cJSON_IsNumber(item) && item->valueint >= 0 &&
                        (item->valueint < ask->shown_count || item->valueint == ASK_NONE);
        if (!is_place)
            return false;
        answer->places[count++] = (uint8_t)item->valueint;
    }
    return count > 0;
}

static void read_texts(const cJSON *list, struct arena *arena, struct answer *answer)
{
    const char **texts = ARENA_ARRAY(arena, cJSON_GetArraySize(list) + 1, const char *);
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, list) texts[answer->text_count++] = copy(item, arena);
    answer->texts = texts;
}

static bool read_answer(const cJSON *root, const struct ask *ask, struct arena *arena,
                        struct answer *answer)
{
    const cJSON *places = cJSON_GetObjectItemCaseSensitive(root, "places");
    const cJSON *texts = cJSON_GetObjectItemCaseSensitive(root, "texts");
    enum kind kind = (enum kind)ask->question->kind;
    if (place_count(ask))
        return read_places(places, ask, answer);
    if (is_text(ask)) {
        int wanted = kind == KIND_CLOZE ? ask->question->cloze.gap_count : 1;
        read_texts(texts, arena, answer);
        return texts && (answer->text_count == wanted || answer->text_count == 0);
    }
    double grade = number_of(root, "grade"), picked = number_of(root, "picked");
    if (kind == KIND_CARD) {
        answer->credit = (int)grade;
        return grade >= 0 && grade <= CREDIT_FULL;
    }
    answer->picked = picked >= 0 && picked <= UINT32_MAX ? (uint32_t)picked : 0;
    return true;
}

bool quiz_answer_read(const char *text, const struct ask *ask, struct arena *arena,
                      struct answer *answer)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    *answer = (struct answer){0};
    bool is_good = root && read_answer(root, ask, arena, answer);
    cJSON_Delete(root);
    return is_good;
}
