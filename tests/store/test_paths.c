#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "store/paths.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct paths_case {
    const char *name;
    const char *data_dir, *home, *xdg_data, *xdg_config;
    const char *questions, *settings;
} cases[] = {
    {"in the home folder", NULL, "/h", NULL, NULL, "/h/.local/share/quartet/questions",
     "/h/.config/quartet/settings.json"},
    {"where XDG says", NULL, "/h", "/data", "/config", "/data/quartet/questions",
     "/config/quartet/settings.json"},
    {"a relative XDG path is ignored", NULL, "/h", "data", "./config",
     "/h/.local/share/quartet/questions", "/h/.config/quartet/settings.json"},
    {"an empty XDG path is ignored", NULL, "/h", "", "", "/h/.local/share/quartet/questions",
     "/h/.config/quartet/settings.json"},
    {"at the root", NULL, "/", NULL, NULL, "/.local/share/quartet/questions",
     "/.config/quartet/settings.json"},
    {"--data-dir goes before all", "here", "/h", "/data", "/config", "here/questions",
     "here/settings.json"},
};

static void set(const char *variable, const char *value)
{
    if (value) {
        setenv(variable, value, 1);
    } else {
        unsetenv(variable);
    }
}

static void finds(void **state)
{
    const struct paths_case *c = *state;
    struct arena arena = {0};
    set("HOME", c->home);
    set("XDG_DATA_HOME", c->xdg_data);
    set("XDG_CONFIG_HOME", c->xdg_config);
    struct paths paths = paths_find(&arena, c->data_dir, "quartet");
    assert_string_equal(paths.questions_dir, c->questions);
    assert_string_equal(paths.settings_file, c->settings);
    arena_free(&arena);
}

static void asks_the_system_where_home_is(void **state)
{
    (void)state;
    struct arena arena = {0};
    set("HOME", NULL);
    set("XDG_DATA_HOME", NULL);
    set("XDG_CONFIG_HOME", NULL);
    struct paths paths = paths_find(&arena, NULL, "quartet");
    assert_int_equal(paths.questions_dir[0], '/');
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases) + 1] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = finds;
        tests[i].initial_state = (void *)&cases[i];
    }
    tests[COUNT(cases)] = (struct CMUnitTest)cmocka_unit_test(asks_the_system_where_home_is);
    return cmocka_run_group_tests_name("paths", tests, NULL, NULL);
}
