// Whole histories of cards as py-fsrs schedules them, from the shared data.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/fsrs_make.h"
#include "core/make.h"
#include "formats/files.h"

enum { PARAM_SETS_MOST = 16 };

enum column {
    ID,
    INDEX,
    PARAMS,
    RETENTION,
    LEARN_S,
    RELEARN_S,
    MAXIMUM,
    AT_S,
    RATING,
    ELAPSED_DAYS, // -1: the first review
    R_BEFORE,     // likewise
    PHASE,
    STEP, // -1: none
    STABILITY,
    DIFFICULTY,
    INTERVAL_RAW,
    INTERVAL_S,
    INTERVAL_DAYS, // -1: a step
    DUE_S,
    R_AFTER, // 1, 7, 30 and 365 days
    COLUMN_COUNT = R_AFTER + 4
};

struct param_set {
    const char *name;
    struct fsrs_params params;
};

struct vectors {
    struct param_set sets[PARAM_SETS_MOST];
    size_t set_count;
    const char *card_name;
    struct fsrs f;
    struct fsrs_card card;
    int review_count;
};

// Cuts `line` at each tab into `most` pieces, of which those that are not there are empty;
// returns how many there are.
static size_t split(char *line, const char *pieces[], size_t most)
{
    size_t count = 0;
    while (line && count < most) {
        pieces[count++] = line;
        line = strchr(line, '\t');
        if (line)
            *line++ = '\0';
    }
    for (size_t i = count; i < most; i++)
        pieces[i] = "";
    return count;
}

static void read_params(struct vectors *v, const char *name, const char *list)
{
    assert_true(v->set_count < PARAM_SETS_MOST);
    double values[FSRS_PARAM_COUNT] = {0};
    size_t count = 0;
    for (char *end; count < FSRS_PARAM_COUNT; list = end + 1) {
        values[count++] = strtod(list, &end);
        if (*end != ',')
            break;
    }
    struct param_set *set = &v->sets[v->set_count++];
    set->name = name;
    assert_true(fsrs_params_read(values, count, &set->params));
}

static struct fsrs_steps read_steps(const char *list)
{
    struct fsrs_steps steps = {0};
    if (strcmp(list, "-") == 0)
        return steps;
    for (char *end; steps.count < FSRS_STEPS_MOST; list = end + 1) {
        steps.ms[steps.count++] = (int64_t)(strtod(list, &end) * 1000);
        if (*end != ',')
            break;
    }
    return steps;
}

static void start_card(struct vectors *v, const char *const columns[])
{
    struct fsrs_options options = make_plain_options();
    options.retention = strtod(columns[RETENTION], NULL);
    options.maximum_days = (int32_t)strtol(columns[MAXIMUM], NULL, 10);
    options.learning = read_steps(columns[LEARN_S]);
    options.relearning = read_steps(columns[RELEARN_S]);
    v->card_name = columns[ID];
    v->card = (struct fsrs_card){0};
    for (size_t i = 0; i < v->set_count; i++) {
        if (strcmp(v->sets[i].name, columns[PARAMS]) == 0) {
            assert_int_equal(fsrs_init(&v->f, &v->sets[i].params, &options), FSRS_OK);
            return;
        }
    }
    fail_msg("no parameters %s", columns[PARAMS]);
}

// The first column that differs from what the review gave; COLUMN_COUNT if none does.
static enum column first_difference(const struct vectors *v, bool is_first,
                                    const struct fsrs_outcome *outcome,
                                    const char *const columns[])
{
    static const int days[] = {1, 7, 30, 365};
    double wanted[COLUMN_COUNT];
    for (int i = ELAPSED_DAYS; i < COLUMN_COUNT; i++)
        wanted[i] = strtod(columns[i], NULL);
    const struct fsrs_card *card = &v->card;
    double s = card->memory.stability;
    double got[COLUMN_COUNT] = {
        [ELAPSED_DAYS] = is_first ? -1 : outcome->elapsed_days,
        [R_BEFORE] = is_first ? -1 : outcome->retrievability,
        [PHASE] = card->phase,
        [STEP] = card->phase == FSRS_REVIEW ? -1 : card->step,
        [STABILITY] = s,
        [DIFFICULTY] = card->memory.difficulty,
        [INTERVAL_RAW] = s * v->f.interval,
        [INTERVAL_S] = (double)outcome->wait_ms / 1000,
        [INTERVAL_DAYS] = card->phase == FSRS_REVIEW ? outcome->interval_days : -1,
        [DUE_S] = (double)card->due_ms / 1000,
    };
    for (int i = 0; i < 4; i++)
        got[R_AFTER + i] = fsrs_model_retrievability(&v->f.model, days[i], s);
    for (int i = ELAPSED_DAYS; i < COLUMN_COUNT; i++) {
        bool is_real = i == STABILITY || i == DIFFICULTY || i == INTERVAL_RAW ||
                       i == R_BEFORE || i >= R_AFTER;
        if (is_real ? !is_near(got[i], wanted[i]) : got[i] != wanted[i])
            return (enum column)i;
    }
    return COLUMN_COUNT;
}

static void review_card(struct vectors *v, const char *const columns[])
{
    if (!v->card_name || strcmp(v->card_name, columns[ID]) != 0)
        start_card(v, columns);
    bool is_first = v->card.phase == FSRS_NEW;
    enum fsrs_rating rating = (enum fsrs_rating)strtol(columns[RATING], NULL, 10);
    struct fsrs_time now = {.at_ms = strtoll(columns[AT_S], NULL, 10) * 1000};
    struct fsrs_outcome outcome;
    assert_true(fsrs_review(&v->f, &v->card, rating, now, 0, &outcome));
    enum column different = first_difference(v, is_first, &outcome, columns);
    if (different != COLUMN_COUNT)
        fail_msg("%s review %s: column %d", columns[ID], columns[INDEX], different + 1);
    v->review_count++;
}

static void agrees_with_py_fsrs(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *path = files_shared(&arena, "fsrs/vectors-public.tsv");
    if (!path) {
        arena_free(&arena);
        skip();
    }
    struct file file = files_read(&arena, path);
    assert_non_null(file.text);
    char *text = arena_printf(&arena, "%.*s", (int)file.len, file.text);
    struct vectors v = {0};
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        const char *columns[COLUMN_COUNT];
        size_t count = split(line, columns, COLUMN_COUNT);
        if (strcmp(columns[0], "#params") == 0) {
            assert_true(count >= 3);
            read_params(&v, columns[1], columns[2]);
        } else if (columns[0][0] != '#') {
            assert_int_equal(count, COLUMN_COUNT);
            review_card(&v, columns);
        }
    }
    assert_true(v.review_count > 1000);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(agrees_with_py_fsrs)};
    return cmocka_run_group_tests_name("fsrs_vectors", tests, NULL, NULL);
}
