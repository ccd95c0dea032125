// The formulas one by one, as the references reckon them, from the shared data.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "core/fsrs_fuzz.h"
#include "core/fsrs_make.h"
#include "core/make.h"
#include "formats/files.h"

enum { STABILITY_MOST = 36500 };

// Relative.
static const double exact = 1e-12;
static const double floats = 1e-5; // ts-fsrs rounds to 8 decimals, fsrs-rs counts in floats

static const cJSON *params_sets; // of the file

static double number(const cJSON *row, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(row, name);
    assert_true(cJSON_IsNumber(item));
    return item->valuedouble;
}

static int whole(const cJSON *row, const char *name)
{
    return (int)number(row, name);
}

static enum fsrs_rating rating(const cJSON *row)
{
    return (enum fsrs_rating)whole(row, "rating");
}

static struct fsrs_memory memory(const cJSON *row)
{
    return (struct fsrs_memory){
        .stability = number(row, "stability"),
        .difficulty = number(row, "difficulty"),
    };
}

static size_t read_list(const cJSON *list, double values[FSRS_PARAM_COUNT])
{
    size_t count = 0;
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        assert_true(count < FSRS_PARAM_COUNT);
        values[count++] = item->valuedouble;
    }
    return count;
}

static struct fsrs_params read_params(const cJSON *list)
{
    double values[FSRS_PARAM_COUNT];
    struct fsrs_params params;
    assert_true(fsrs_params_read(values, read_list(list, values), &params));
    return params;
}

static struct fsrs_params row_params(const cJSON *row)
{
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(row, "params");
    assert_true(cJSON_IsString(name));
    return read_params(cJSON_GetObjectItemCaseSensitive(params_sets, name->valuestring));
}

static struct fsrs_model row_model(const cJSON *row)
{
    struct fsrs_params params = row_params(row);
    struct fsrs_model m;
    assert_true(fsrs_model_init(&m, &params));
    return m;
}

static void assert_near(double value, double wanted, double tolerance)
{
    if (!(fabs(value - wanted) <= tolerance * fabs(wanted)))
        fail_msg("%.17g instead of %.17g", value, wanted);
}

static void check_interval(const cJSON *row)
{
    struct fsrs_options options = make_plain_options();
    options.retention = number(row, "desired_retention");
    options.maximum_days = whole(row, "maximum_interval");
    struct fsrs f = make_fsrs(row_params(row), options);
    double stability = number(row, "stability");
    assert_near(stability * f.interval, number(row, "raw"), exact);
    assert_int_equal(fsrs_interval_days(&f, stability), whole(row, "interval"));
}

static void check_retrievability(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    assert_near(
        fsrs_model_retrievability(&m, number(row, "elapsed_days"), number(row, "stability")),
        number(row, "r"), exact);
}

static void check_init(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    assert_near(m.first[rating(row)].stability, number(row, "stability"), exact);
    assert_near(m.first[rating(row)].difficulty, number(row, "difficulty"), exact);
    assert_near(fsrs_model_first_difficulty(&m, rating(row)),
                number(row, "difficulty_unclamped"), exact);
}

static void check_next_difficulty(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    assert_near(fsrs_model_difficulty(&m, number(row, "difficulty"), rating(row)),
                number(row, "next"), exact);
}

// These three are from py-fsrs, which has no upper bound.
static double next_stability(const cJSON *row)
{
    return fmin(number(row, "next"), STABILITY_MOST);
}

static void check_recall(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    assert_near(fsrs_model_recall(&m, memory(row), number(row, "r"), rating(row)),
                next_stability(row), exact);
}

static void check_forget(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    assert_near(fsrs_model_lapse(&m, memory(row), number(row, "r")), next_stability(row),
                exact);
}

static void check_short_term(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    assert_near(fsrs_model_same_day(&m, number(row, "stability"), rating(row)),
                next_stability(row), exact);
}

static void check_fuzz_range(const cJSON *row)
{
    struct fsrs_span span =
        fsrs_fuzz_span(whole(row, "interval"), whole(row, "maximum_interval"));
    assert_int_equal(span.least, whole(row, "min"));
    assert_int_equal(span.most, whole(row, "anki_max"));
}

static void assert_params(const struct fsrs_params *params, const cJSON *list)
{
    double wanted[FSRS_PARAM_COUNT];
    assert_int_equal(read_list(list, wanted), FSRS_PARAM_COUNT);
    for (int i = 0; i < FSRS_PARAM_COUNT; i++)
        assert_true(fabs(params->w[i] - wanted[i]) < 1e-8); // to which ts-fsrs rounds
}

static void check_clip(const cJSON *row)
{
    bool has_short_term =
        cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(row, "enable_short_term"));
    struct fsrs_params params = read_params(cJSON_GetObjectItemCaseSensitive(row, "w"));
    fsrs_params_clip(&params, (struct fsrs_clip){
                                  .relearning_steps = whole(row, "num_relearning_steps"),
                                  .ceiling_least = 0.01,
                                  .saturation_least = has_short_term ? 0.01 : 0,
                              });
    assert_params(&params, cJSON_GetObjectItemCaseSensitive(row, "out"));
}

static void check_migrate(const cJSON *row)
{
    struct fsrs_params params = read_params(cJSON_GetObjectItemCaseSensitive(row, "w"));
    assert_params(&params, cJSON_GetObjectItemCaseSensitive(row, "out"));
}

static void check_edge(const cJSON *row)
{
    struct fsrs_model m = row_model(row);
    struct fsrs_memory after =
        make_review(&m, memory(row), whole(row, "delta_days"), rating(row));
    const cJSON *ts = cJSON_GetObjectItemCaseSensitive(row, "ts");
    const cJSON *rs = cJSON_GetObjectItemCaseSensitive(row, "rs");
    assert_near(after.stability, memory(ts).stability, floats);
    assert_near(after.difficulty, memory(ts).difficulty, floats);
    assert_near(after.stability, memory(rs).stability, floats);
    assert_near(after.difficulty, memory(rs).difficulty, floats);
}

static const struct table {
    const char *name;
    void (*check)(const cJSON *row);
} tables[] = {
    {"interval", check_interval},
    {"retrievability", check_retrievability},
    {"init", check_init},
    {"next_difficulty", check_next_difficulty},
    {"recall", check_recall},
    {"forget", check_forget},
    {"short_term", check_short_term},
    {"fuzz_range", check_fuzz_range},
    {"clip", check_clip},
    {"migrate", check_migrate},
    {"edge", check_edge},
};

static void agrees(void **state)
{
    const struct table *table = *state;
    struct arena arena = {0};
    const char *path = files_shared(&arena, "fsrs/vectors-public.json");
    if (!path) {
        arena_free(&arena);
        skip();
    }
    struct file file = files_read(&arena, path);
    cJSON *root = cJSON_ParseWithLength(file.text, file.len);
    assert_non_null(root);
    params_sets = cJSON_GetObjectItemCaseSensitive(root, "params");
    const cJSON *functions = cJSON_GetObjectItemCaseSensitive(root, "functions");
    const cJSON *rows = cJSON_GetObjectItemCaseSensitive(functions, table->name);
    assert_true(cJSON_GetArraySize(rows) > 0);
    const cJSON *row;
    cJSON_ArrayForEach(row, rows)
    {
        table->check(row);
    }
    cJSON_Delete(root);
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(tables)] = {0};
    for (size_t i = 0; i < COUNT(tables); i++)
        tests[i] = (struct CMUnitTest){tables[i].name, agrees, NULL, NULL, (void *)&tables[i]};
    return cmocka_run_group_tests_name("fsrs_tables", tests, NULL, NULL);
}
