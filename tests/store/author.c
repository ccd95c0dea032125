#include "store/author.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "store/question_key.h"
#include "store/quiz_log_text.h"

void author_open(struct author *a, struct scratch *s)
{
    *a = (struct author){.scratch = s, .now_ms = 1767268800000};
    for (int i = 0; i < AUTHOR_BANKS; i++) {
        snprintf(a->banks[i].name, sizeof a->banks[i].name, "%c", 'a' + i);
        snprintf(a->banks[i].id, sizeof a->banks[i].id, "bank-%c", 'a' + i);
    }
    journal_open(&a->journal, s->dir, "me", &s->diags);
    assert_string_equal(a->journal.fault, "");
    assert_true(db_run(&a->journal.db, "PRAGMA synchronous = OFF")); // sooner done
    assert_true(memory_open(&a->memory, &a->journal));
}

void author_close(struct author *a)
{
    library_close(&a->library);
    memory_close(&a->memory);
    journal_close(&a->journal);
}

struct authored *author_add(struct author *a, int at, int who, const char *text,
                            const char *right)
{
    struct authored_bank *bank = &a->banks[at];
    assert_true(bank->count < AUTHOR_QUESTIONS);
    struct authored *q = &bank->questions[bank->count++];
    *q = (struct authored){.who = who};
    snprintf(q->text, sizeof q->text, "%s", text);
    snprintf(q->right, sizeof q->right, "%s", right);
    return q;
}

static void write_bank(struct author *a, const struct authored_bank *bank)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "format", "quizbank/1");
    cJSON_AddStringToObject(root, "title", "T");
    if (bank->id[0])
        cJSON_AddStringToObject(root, "id", bank->id);
    cJSON *questions = cJSON_AddArrayToObject(root, "questions");
    for (int i = 0; i < bank->count; i++) {
        const struct authored *q = &bank->questions[i];
        cJSON *question = cJSON_CreateObject();
        if (q->id[0])
            cJSON_AddStringToObject(question, "id", q->id);
        cJSON_AddStringToObject(question, "front", q->text);
        cJSON_AddStringToObject(question, "back", q->right);
        cJSON_AddItemToArray(questions, question);
    }
    char *text = cJSON_PrintUnformatted(root);
    char name[64];
    snprintf(name, sizeof name, "%s.json", bank->name);
    scratch_write(a->scratch, name, text);
    cJSON_free(text);
    cJSON_Delete(root);
}

void author_write(struct author *a)
{
    const char *named[AUTHOR_BANKS];
    int named_count = 0;
    library_close(&a->library);
    for (int i = 0; i < AUTHOR_BANKS; i++) {
        const struct authored_bank *bank = &a->banks[i];
        if (!bank->name[0] || !bank->count)
            continue;
        write_bank(a, bank);
        named[named_count++] =
            arena_printf(&a->scratch->arena, "%s/%s.json", a->scratch->dir, bank->name);
    }
    library_find(&a->library, &(struct library_places){named, named_count, NULL, NULL, NULL});
}

void author_save(struct author *a)
{
    author_write(a);
    for (int i = 0; i < a->library.count; i++) {
        assert_true(library_open_entry(&a->library, i));
        a->now_ms += 1000;
        assert_true(relink_bank(&a->relinks[i], &a->memory, &a->library, i, a->now_ms,
                                &a->scratch->arena));
    }
}

/// The bank of the library that bank `at` was read as, or NULL.
static const struct bank *read_bank(const struct author *a, int at)
{
    const struct authored_bank *bank = &a->banks[at];
    const char *id = bank->id[0] ? bank->id : bank->name;
    for (int i = 0; i < a->library.count; i++) {
        if (strcmp(a->library.entries[i].id, id) == 0)
            return a->library.entries[i].file.bank;
    }
    return NULL;
}

void author_learn(struct author *a, int at, int i)
{
    struct arena arena = {0};
    const struct bank *bank = read_bank(a, at);
    const struct question *question = &bank->questions[i];
    cJSON *data = cJSON_CreateObject();
    cJSON_AddNumberToObject(data, "took_ms", a->banks[at].questions[i].who);
    cJSON_AddStringToObject(data, "hash", question_key_hash(question, &arena));
    quiz_words_add(data, question, &arena);
    const int grade[] = {0, FSRS_GOOD, 1000};
    cJSON *grades = cJSON_AddArrayToObject(data, "grades");
    cJSON_AddItemToArray(grades, cJSON_CreateIntArray(grade, 3));
    char *text = cJSON_PrintUnformatted(data);
    a->now_ms += 60000;
    assert_true(journal_append(
        &a->journal, &(struct journal_event){.at_ms = a->now_ms,
                                             .game = 1,
                                             .type = JOURNAL_GRADE,
                                             .bank = bank->id,
                                             .question = question_key(question, &arena),
                                             .data = text}));
    cJSON_free(text);
    cJSON_Delete(data);
    arena_free(&arena);
}

int author_who(const struct author *a, const char *bank_id, const char *key)
{
    struct arena arena = {0};
    int who = 0;
    for (int at = 0; at < AUTHOR_BANKS; at++) {
        const struct bank *bank = read_bank(a, at);
        for (int i = 0; bank && strcmp(bank->id, bank_id) == 0 && i < bank->question_count;
             i++) {
            if (strcmp(question_key(&bank->questions[i], &arena), key) == 0)
                who = a->banks[at].questions[i].who;
        }
    }
    arena_free(&arena);
    return who;
}

int author_learnt_as(struct author *a, const char *bank, const char *key)
{
    struct past_review *reviews;
    int count = memory_reviews(&a->memory, bank, 0, &a->scratch->arena, &reviews);
    for (int i = 0; i < count; i++) {
        if (strcmp(reviews[i].question, key) == 0)
            return reviews[i].took_ms;
    }
    return 0;
}

static int count_reviews(struct author *a, int who, bool is_found)
{
    struct past_review *reviews;
    int found = 0;
    assert_true(memory_catch_up(&a->memory));
    int count = memory_reviews(&a->memory, NULL, 0, &a->scratch->arena, &reviews);
    for (int i = 0; i < count; i++) {
        found += reviews[i].took_ms == who &&
                 (!is_found || author_who(a, reviews[i].bank, reviews[i].question) == who);
    }
    return found;
}

int author_found(struct author *a, int who)
{
    return count_reviews(a, who, true);
}

int author_reviews(struct author *a, int who)
{
    return count_reviews(a, who, false);
}

void author_check(struct author *a)
{
    struct past_review *reviews;
    int count = memory_reviews(&a->memory, NULL, 0, &a->scratch->arena, &reviews);
    for (int i = 0; i < count; i++) {
        int who = author_who(a, reviews[i].bank, reviews[i].question);
        if (who && who != reviews[i].took_ms)
            fail_msg("what is known of %d is kept under %d", reviews[i].took_ms, who);
    }
}
