// Options as the journal keeps them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/memory_options.h"

static void come_back_as_they_were(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct memory_options options = memory_options_default(), read;
    for (int i = 0; i < 2; i++) {
        memset(&read, 0xFF, sizeof read);
        const char *text = memory_options_text(&options, &arena);
        assert_true(memory_options_read(text, &read));
        assert_string_equal(memory_options_text(&read, &arena), text);
        assert_true(read.params.w[2] == options.params.w[2]);
        assert_int_equal(read.fsrs.learning.count, options.fsrs.learning.count);
        assert_int_equal(read.fsrs.days.policy, options.fsrs.days.policy);
        options.fsrs = (struct fsrs_options){
            .retention = 0.7000000000000001,
            .maximum_days = 1,
            .learning = {3, {1, 2, 36500LL * FSRS_DAY_MS}},
            .days = {FSRS_DAYS_24H, 23},
        };
        options.params.w[2] = 2.3065000000000002;
    }
    arena_free(&arena);
}

static const struct options_case {
    const char *name, *text;
} refused[] = {
    {"nothing", NULL},
    {"no JSON", "{\"retention\":0.9"},
    {"a list", "[0.9]"},
    {"retention too high", "{\"retention\":1.5}"},
    {"retention too low", "{\"retention\":0.5}"},
    {"NaN", "{\"retention\":NaN}"},
    {"a text", "{\"retention\":\"0.9\"}"},
    {"no maximum", "{\"maximum_days\":0}"},
    {"half a day", "{\"maximum_days\":1.5}"},
    {"a maximum without end", "{\"maximum_days\":1e999}"},
    {"a step of nothing", "{\"learning_ms\":[0]}"},
    {"a step without end", "{\"relearning_ms\":[1e300]}"},
    {"too many steps", "{\"learning_ms\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"},
    {"one step", "{\"learning_ms\":60000}"},
    {"other days", "{\"days\":\"mayan\"}"},
    {"days as a number", "{\"days\":24}"},
    {"25 o'clock", "{\"rollover_hour\":25}"},
    {"a switch that is a number", "{\"fuzz\":1}"},
    {"leeches below 0", "{\"leech_lapses\":-1}"},
    {"some parameters", "{\"w\":[1,2,3]}"},
    {"too many parameters", "{\"w\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"},
    {"a parameter that is a text", "{\"w\":[\"1\",1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"},
    {"parameters out of range", "{\"w\":[-1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"},
    {"parameters without end", "{\"w\":[1e999,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"},
};

static void are_refused(void **state)
{
    const struct options_case *c = *state;
    struct memory_options options = {.fsrs.retention = 5};
    assert_false(memory_options_read(c->text, &options));
    assert_true(options.fsrs.retention == 5);
}

static void what_is_not_said_is_the_default(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct memory_options options, wanted = memory_options_default();
    assert_true(memory_options_read("{\"retention\":0.8,\"colour\":\"red\"}", &options));
    wanted.fsrs.retention = 0.8;
    assert_string_equal(memory_options_text(&options, &arena),
                        memory_options_text(&wanted, &arena));
    arena_free(&arena);
}

static void older_parameters_are_understood(void **state)
{
    (void)state;
    struct memory_options options;
    assert_true(memory_options_read(
        "{\"w\":[0.4,1.2,3.1,15.7,7.2,0.5,1.5,0.0046,1.5,0.12,1.0,1.9,0.11,0.3,2.3,0.2,3.0,"
        "0.5,0.6]}",
        &options));
    assert_true(options.params.w[20] == 0.5);
}

int main(void)
{
    enum { REFUSED = sizeof refused / sizeof *refused };

    struct CMUnitTest tests[REFUSED + 3] = {0};
    for (size_t i = 0; i < REFUSED; i++) {
        tests[i].name = refused[i].name;
        tests[i].test_func = are_refused;
        tests[i].initial_state = (void *)&refused[i];
    }
    tests[REFUSED] = (struct CMUnitTest)cmocka_unit_test(come_back_as_they_were);
    tests[REFUSED + 1] = (struct CMUnitTest)cmocka_unit_test(what_is_not_said_is_the_default);
    tests[REFUSED + 2] = (struct CMUnitTest)cmocka_unit_test(older_parameters_are_understood);
    return cmocka_run_group_tests_name("memory_options", tests, NULL, NULL);
}
