#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/keys.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { HINT = 1, UNDO, HELP, FULL, BACK, ERASE };

static const struct shortcut table[] = {
    {'h', 0, PAD_WEST, HINT, 0, NULL, "Hint"},
    {'h', MOD_CTRL, PAD_NONE, HINT, 1, NULL, NULL},
    {'u', 0, PAD_BACK, UNDO, 0, NULL, "Undo"},
    {'?', 0, PAD_NONE, HELP, 0, NULL, "Help"},
    {KEY_F11, 0, PAD_NONE, FULL, 0, NULL, "Full screen"},
    {KEY_ENTER, MOD_ALT, PAD_NONE, FULL, 1, NULL, NULL},
    {KEY_ESCAPE, 0, PAD_EAST, BACK, 0, NULL, "Back"},
    {KEY_LEFT, MOD_ALT, PAD_NONE, BACK, 1, NULL, NULL},
    {KEY_BACKSPACE, 0, PAD_NONE, ERASE, 0, NULL, "Erase"},
    {0},
};

static const struct key_case {
    const char *name;
    int key;
    unsigned mods;
    enum pad pad;
    bool is_typing;
    int id, arg; // id 0: none
} cases[] = {
    {"a letter", 'h', 0, PAD_NONE, false, HINT, 0},
    {"a letter with Ctrl", 'h', MOD_CTRL, PAD_NONE, false, HINT, 1},
    {"a letter in capitals", 'h', MOD_SHIFT, PAD_NONE, false, HINT, 0},
    {"a letter with Alt is another", 'h', MOD_ALT, PAD_NONE, false, 0, 0},
    {"a letter that is none", 'x', 0, PAD_NONE, false, 0, 0},
    {"Ctrl with a letter that has no such row", 'u', MOD_CTRL, PAD_NONE, false, 0, 0},
    {"a sign that takes Shift", '?', MOD_SHIFT, PAD_NONE, false, HELP, 0},
    {"a sign that takes no Shift here", '?', 0, PAD_NONE, false, HELP, 0},
    {"a named key", KEY_F11, 0, PAD_NONE, false, FULL, 0},
    {"a named key with Shift is another", KEY_F11, MOD_SHIFT, PAD_NONE, false, 0, 0},
    {"a named key with Alt", KEY_ENTER, MOD_ALT, PAD_NONE, false, FULL, 1},
    {"the same without", KEY_ENTER, 0, PAD_NONE, false, 0, 0},
    {"a pad button", 0, 0, PAD_WEST, false, HINT, 0},
    {"a pad button that is none", 0, 0, PAD_NORTH, false, 0, 0},
    {"typing: a letter is text", 'h', 0, PAD_NONE, true, 0, 0},
    {"typing: a capital is text", 'h', MOD_SHIFT, PAD_NONE, true, 0, 0},
    {"typing: a sign is text", '?', MOD_SHIFT, PAD_NONE, true, 0, 0},
    {"typing: with Ctrl it is not", 'h', MOD_CTRL, PAD_NONE, true, HINT, 1},
    {"typing: Escape is none", KEY_ESCAPE, 0, PAD_NONE, true, BACK, 0},
    {"typing: Backspace edits", KEY_BACKSPACE, 0, PAD_NONE, true, 0, 0},
    {"not typing: Backspace is a key", KEY_BACKSPACE, 0, PAD_NONE, false, ERASE, 0},
    {"typing: function keys are none", KEY_F11, 0, PAD_NONE, true, FULL, 0},
    {"typing: a pad does not type", 0, 0, PAD_WEST, true, HINT, 0},
    {"a key of no meaning", KEY_NONE, 0, PAD_NONE, false, 0, 0},
};

static void is_the_shortcut(void **state)
{
    const struct key_case *c = *state;
    const struct input input = {
        .kind = c->pad ? INPUT_PAD : INPUT_KEY, .key = c->key, .mods = c->mods, .pad = c->pad};
    const struct shortcut *found = keys_find(table, &input, c->is_typing);
    assert_int_equal(found ? found->id : 0, c->id);
    assert_int_equal(found ? found->arg : 0, c->arg);
}

static void other_inputs_are_no_shortcuts(void **state)
{
    (void)state;
    const struct input text = {.kind = INPUT_TEXT, .key = 'h', .text = "h"};
    const struct input press = {.kind = INPUT_PRESS, .key = 'h', .pad = PAD_WEST};
    assert_null(keys_find(table, &text, false));
    assert_null(keys_find(table, &press, false));
}

static void no_table_has_no_shortcuts(void **state)
{
    (void)state;
    const struct input input = {.kind = INPUT_KEY, .key = 'h'};
    assert_null(keys_find(NULL, &input, false));
}

static void only_keys_with_ctrl_may_repeat(void **state)
{
    (void)state;
    assert_true(
        keys_may_repeat(&(struct input){.kind = INPUT_KEY, .key = '+', .mods = MOD_CTRL}));
    assert_false(keys_may_repeat(&(struct input){.kind = INPUT_KEY, .key = 'u'}));
    assert_false(keys_may_repeat(&(struct input){.kind = INPUT_PAD, .pad = PAD_SOUTH}));
}

int main(void)
{
    struct CMUnitTest finds[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        finds[i].name = cases[i].name;
        finds[i].test_func = is_the_shortcut;
        finds[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_inputs_are_no_shortcuts),
        cmocka_unit_test(no_table_has_no_shortcuts),
        cmocka_unit_test(only_keys_with_ctrl_may_repeat),
    };
    return cmocka_run_group_tests_name("keys_find", finds, NULL, NULL) +
           cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
