#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/team.h"
#include "screens/key_label.h"
#include "ui/input.h"

static void keys_have_the_names_on_their_caps(void **state)
{
    (void)state;

    static const struct {
        int key;
        const char *label;
    } cases[] = {
        {'p', "P"},
        {'1', "1"},
        {'/', "/"},
        {KEY_SPACE, "Space"},
        {KEY_ENTER, "Enter"},
        {KEY_LEFT, "←"},
        {KEY_F1, "F1"},
        {KEY_F2, "F2"},
        {KEY_F4, "F4"},
        {KEY_F5, "F5"},
        {KEY_F7, "F7"},
        {KEY_F10, "F10"},
        {KEY_F11, "F11"},
        {KEY_F12, "F12"},
        {KEY_F24, "F24"},
        {KEY_INSERT, "Insert"},
        {KEY_RIGHT_SHIFT, "Right Shift"},
        {0xF6, "Ö"},
        {0xDF, "ß"},
        {0xF7, "÷"},
        {BUZZER_PADS + 2, "Pad 2"},
        {KEY_NONE, ""},
        {KEY_NAMED, ""},
        {BUZZER_PADS, ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(key_label(cases[i].key, &arena), cases[i].label);
    arena_free(&arena);
}

static void each_key_has_its_own(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (int a = KEY_NAMED + 1; a <= KEY_RIGHT_CTRL; a++) {
        const char *label = key_label(a, &arena);
        assert_true(*label);
        for (int b = KEY_NAMED + 1; b < a; b++)
            assert_string_not_equal(label, key_label(b, &arena));
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_have_the_names_on_their_caps),
        cmocka_unit_test(each_key_has_its_own),
    };
    return cmocka_run_group_tests_name("key_label", tests, NULL, NULL);
}
