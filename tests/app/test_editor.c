#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/editor.h"
#include "store/scratch.h"

static const struct command_case {
    const char *name, *visual, *editor;
    int line;
    const char *joined; // with a bar behind each word; NULL: no command
} cases[] = {
    {"nothing is set", NULL, NULL, 7, "xdg-open|a b.json|"},
    {"blanks are nothing", " ", "", 7, "xdg-open|a b.json|"},
    {"VISUAL goes first", "gedit", "kate", 7, "gedit|+7|a b.json|"},
    {"EDITOR", NULL, "gedit", 7, "gedit|+7|a b.json|"},
    {"vim in a terminal", NULL, "vim", 7, "x-terminal-emulator|-e|vim|+7|a b.json|"},
    {"a path to vim", NULL, "/usr/bin/vim -n", 7,
     "x-terminal-emulator|-e|/usr/bin/vim|-n|+7|a b.json|"},
    {"Emacs has a window", NULL, "emacs", 7, "emacs|+7|a b.json|"},
    {"unless told otherwise", NULL, "emacs -nw", 7,
     "x-terminal-emulator|-e|emacs|-nw|+7|a b.json|"},
    {"VS Code", "code -n", NULL, 7, "code|-n|-g|a b.json:7|"},
    {"Kate", "kate", NULL, 7, "kate|-l|7|a b.json|"},
    {"Helix", "hx", NULL, 7, "x-terminal-emulator|-e|hx|a b.json:7|"},
    {"one that nobody knows", "my-editor --fast", NULL, 7, "my-editor|--fast|a b.json|"},
    {"no line", "code", NULL, 0, "code|a b.json|"},
    {"quotes", "'/opt/an editor/kate'", NULL, 7, "/opt/an editor/kate|-l|7|a b.json|"},
    {"a quote that is not closed", "'kate", NULL, 7, NULL},
};

static void makes_the_command(void **state)
{
    const struct command_case *c = *state;
    struct arena arena = {0};
    const char *joined = "";
    const char *const *command =
        editor_command(c->visual, c->editor, "a b.json", c->line, &arena);
    assert_true(!command == !c->joined);
    for (; command && *command; command++)
        joined = arena_printf(&arena, "%s%s|", joined, *command);
    if (c->joined)
        assert_string_equal(joined, c->joined);
    arena_free(&arena);
}

/// Waits until there is something in the file.
static const char *wait_for(struct scratch *s, const char *path)
{
    for (int i = 0; i < 500 && !*scratch_read(s, path); i++)
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    return scratch_read(s, path);
}

static void starts_it_and_does_not_wait(void **state)
{
    struct scratch *s = *state;
    const char *out = scratch_path(s, "out");
    const char *kate = scratch_write(s, "kate",
                                     arena_printf(&s->arena,
                                                  "#!/bin/sh\necho \"$1 $2 $3\" >'%s'\n"
                                                  "exec sleep 3\n",
                                                  out));
    assert_int_equal(chmod(kate, 0700), 0);
    setenv("VISUAL", kate, 1);
    time_t before = time(NULL);
    assert_null(editor_start("the bank.json", 12, &s->arena));
    assert_true(time(NULL) - before < 2);
    assert_string_equal(wait_for(s, out), "-l 12 the bank.json\n");
}

static void says_what_cannot_be_started(void **state)
{
    struct scratch *s = *state;
    setenv("VISUAL", "/missing/kate -x", 1);
    assert_string_equal(editor_start("a.json", 1, &s->arena), "/missing/kate");
    setenv("VISUAL", "'editor", 1);
    assert_string_equal(editor_start("a.json", 1, &s->arena), "'editor");
}

int main(void)
{
    enum { COUNT = sizeof cases / sizeof *cases };

    struct CMUnitTest tests[COUNT + 2] = {0};
    for (size_t i = 0; i < COUNT; i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = makes_the_command;
        tests[i].initial_state = (void *)&cases[i];
    }
    tests[COUNT] = (struct CMUnitTest)cmocka_unit_test_setup_teardown(
        starts_it_and_does_not_wait, scratch_setup, scratch_teardown);
    tests[COUNT + 1] = (struct CMUnitTest)cmocka_unit_test_setup_teardown(
        says_what_cannot_be_started, scratch_setup, scratch_teardown);
    return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
