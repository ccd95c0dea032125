// The keyboard on the screen: its keys type into the field that had the focus last, with every
// device, and every language finds its letters.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "ui/control.h"
#include "ui/keyboard.h"
#include "ui/stand.h"

enum { FIELD = 1, KEYS, BUTTON };

static struct stand stand;
static struct edit edits[2];
static struct keyboard keyboard;
static const struct keyboard_layout *layout;

static int setup(void **state)
{
    (void)state;
    stand_open(&stand);
    memset(edits, 0, sizeof edits);
    keyboard = (struct keyboard){0};
    layout = keyboard_layout("de");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    stand_close(&stand);
    return 0;
}

/// Two fields, a button, and the keys below.
static void view(struct ui *ui)
{
    struct rect rest = ui->content;
    for (int i = 0; i < 2; i++) {
        const struct field_look look = {i ? "second" : "first", 4, i == 0 ? AREA_FIRST : 0};
        ui_field(ui, rect_cut_top(&rest, 80), &edits[i], look, FIELD, i);
        rect_cut_top(&rest, 20);
    }
    ui_button(ui, rect_cut_top(&rest, 80), BUTTON_QUIET, "Other", BUTTON, 0, 0);
    rect_cut_top(&rest, 20);
    if (ui_wants_keyboard(ui, &keyboard)) {
        ui_keyboard(ui, rect_cut_bottom(&rest, ui_keyboard_height(ui, layout, rest.w)), layout,
                    &keyboard, "Check", KEYS);
    } else {
        ui_accent_keys(ui, rest, layout, KEYS);
    }
}

static const struct ui_area *area_named(const char *name)
{
    for (int i = 0; i < stand.frame.area_count; i++) {
        if (strcmp(stand.frame.areas[i].name, name) == 0)
            return &stand.frame.areas[i];
    }
    return NULL;
}

/// What a screen does with an action.
static enum keyboard_outcome take(struct action action)
{
    enum keyboard_outcome outcome = keyboard_update(&keyboard, KEYS, &action);
    if (outcome == KEYBOARD_OTHER && action.id == FIELD)
        edit_apply(&edits[action.arg], &action);
    stand_show(&stand, view, false);
    return outcome;
}

static enum keyboard_outcome tap(enum device device, const char *name)
{
    const struct ui_area *area = area_named(name);
    assert_non_null(area);
    struct point at = rect_centre(area->rect);
    return take(stand_tap(&stand, device, at.x, at.y));
}

static void touch_types_into_the_field(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    tap(DEVICE_TOUCH, "first");
    tap(DEVICE_TOUCH, "g");
    tap(DEVICE_TOUCH, "r");
    tap(DEVICE_TOUCH, "ü");
    tap(DEVICE_TOUCH, "n");
    tap(DEVICE_TOUCH, "Space");
    tap(DEVICE_TOUCH, "7");
    assert_string_equal(edits[0].text, "grün 7");
    tap(DEVICE_TOUCH, "Backspace");
    assert_string_equal(edits[0].text, "grün ");
    assert_int_equal(stand.state.focus.id, FIELD);
}

static void keys_go_to_the_field_touched_last(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    tap(DEVICE_TOUCH, "second");
    tap(DEVICE_TOUCH, "Other");
    tap(DEVICE_TOUCH, "a");
    assert_string_equal(edits[0].text, "");
    assert_string_equal(edits[1].text, "a");
}

static void a_pad_goes_from_key_to_key(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    take(stand_pad(&stand, PAD_DOWN)); // to the second field
    take(stand_pad(&stand, PAD_DOWN)); // the button
    take(stand_pad(&stand, PAD_DOWN)); // the keys
    assert_int_equal(stand.state.focus.id, KEYS);
    take(stand_pad(&stand, PAD_SOUTH));
    assert_int_equal(stand.state.focus.id, KEYS);
    take(stand_pad(&stand, PAD_SOUTH));
    assert_int_equal(text_count(edits[1].text), 2);
    assert_string_equal(edits[0].text, "");
}

static void shift_makes_one_capital(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    tap(DEVICE_TOUCH, "first");
    assert_int_equal(tap(DEVICE_TOUCH, "Shift"), KEYBOARD_CHANGED);
    tap(DEVICE_TOUCH, "Ö");
    tap(DEVICE_TOUCH, "l");
    assert_string_equal(edits[0].text, "Öl");
}

static void the_last_key_is_for_the_screen(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    tap(DEVICE_TOUCH, "first");
    assert_int_equal(tap(DEVICE_TOUCH, "Check"), KEYBOARD_IS_DONE);
}

static void the_south_button_in_the_field_is_the_last_key(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    take(stand_pad(&stand, PAD_DOWN));
    assert_int_equal(stand.state.focus.id, FIELD);
    assert_int_equal(take(stand_pad(&stand, PAD_SOUTH)), KEYBOARD_IS_DONE);
}

static void a_mouse_has_accents_and_can_call_the_rest(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    tap(DEVICE_MOUSE, "first");
    assert_null(area_named("q"));
    tap(DEVICE_MOUSE, "ß");
    assert_string_equal(edits[0].text, "ß");
    assert_int_equal(stand.state.focus.id, FIELD);
    assert_int_equal(tap(DEVICE_MOUSE, "Screen keyboard"), KEYBOARD_CHANGED);
    assert_non_null(area_named("q"));
}

static void a_keyboard_needs_none_on_the_screen(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    tap(DEVICE_TOUCH, "first");
    assert_non_null(area_named("q"));
    take(stand_type(&stand, "x"));
    assert_null(area_named("q"));
    assert_non_null(area_named("ä"));
    assert_null(area_named("Screen keyboard"));
}

/// What opens for a finger would move the rest away from under it.
static void nothing_moves_while_a_finger_is_down(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    take(stand_type(&stand, "x"));
    assert_null(area_named("q"));
    tap(DEVICE_TOUCH, "ä");
    assert_string_equal(edits[0].text, "xä");
    assert_non_null(area_named("q"));
}

static void accents_stay_where_they_are_when_a_mouse_comes(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    take(stand_type(&stand, "x"));
    float before = area_named("ä")->rect.x;
    tap(DEVICE_MOUSE, "first");
    assert_non_null(area_named("Screen keyboard"));
    assert_true(area_named("ä")->rect.x == before);
}

static void the_accents_are_where_there_are_no_other_keys(void **state)
{
    (void)state;
    stand_show(&stand, view, true);
    take(stand_key(&stand, KEY_TAB, 0));
    take(stand_key(&stand, KEY_TAB, 0));
    take(stand_key(&stand, KEY_TAB, 0));
    take(stand_key(&stand, KEY_ENTER, 0)); // ä, into the second field, which had the focus last
    assert_string_equal(edits[1].text, "ä");
    assert_int_equal(stand.state.focus.id, FIELD);
    assert_int_equal(stand.state.focus.arg, 1);
}

static const struct language_case {
    const char *name, *tag, *first_key, *accents;
} languages[] = {
    {"German", "de", "q", "äöüß"},
    {"a region does not matter", "de-AT", "q", "äöüß"},
    {"nor does the case", "FR_ca", "a", "àâçèéêëîïôùûœ"},
    {"Norwegian shares with Danish", "nb", "q", "æøå"},
    {"Russian has letters of its own", "ru", "й", ""},
    {"English has no accents", "en", "q", ""},
    {"a language that is not known", "tlh", "q", ""},
    {"one that only begins like another", "deu", "q", ""},
    {"no language", NULL, "q", ""},
};

static void finds_the_keys(void **state)
{
    const struct language_case *c = *state;
    const struct keyboard_layout *found = keyboard_layout(c->tag);
    assert_string_equal(found->accents, c->accents);
    assert_memory_equal(found->rows[0], c->first_key, strlen(c->first_key));
}

static const struct size_case {
    const char *name;
    int width, height, percent;
} sizes[] = {
    {"wide", 1600, 900, 100},
    {"square", 1024, 768, 100},
    {"tall", 720, 1280, 100},
    {"small", 640, 360, 100},
    {"large text", 1600, 900, 200},
    {"the smallest window", 360, 360, 100},
    {"tall, large text", 720, 1280, 200},
};

static bool overlap(struct rect a, struct rect b)
{
    struct rect both = rect_overlap(a, b);
    return both.w > 0.5F && both.h > 0.5F;
}

/// Keys of every language are within the rectangle and never one over another.
static void keys_have_room(void **state)
{
    static const char *const tags[] = {"en", "de", "cs", "sk", "fr", "ru", "el", "sv"};
    const struct size_case *c = *state;
    stand.look.width = c->width;
    stand.look.height = c->height;
    stand.look.text_percent = c->percent;
    for (size_t l = 0; l < COUNT(tags); l++) {
        layout = keyboard_layout(tags[l]);
        struct ui ui = stand_begin(&stand);
        struct rect rect = ui.content;
        rect.h = ui_keyboard_height(&ui, layout, rect.w);
        ui_keyboard(&ui, rect, layout, &keyboard, "Check", KEYS);
        for (int i = 0; i < stand.frame.area_count; i++) {
            const struct ui_area *key = &stand.frame.areas[i];
            struct rect inside = rect_overlap(key->rect, rect_inset(rect, -ui.u));
            assert_true(inside.w > key->rect.w - 0.5F && inside.h > key->rect.h - 0.5F);
            assert_true(key->rect.w >= 6.4F * ui.u && key->rect.h >= 6.4F * ui.u);
            for (int k = 0; k < i; k++)
                assert_false(overlap(key->rect, stand.frame.areas[k].rect));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(touch_types_into_the_field, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_go_to_the_field_touched_last, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pad_goes_from_key_to_key, setup, teardown),
        cmocka_unit_test_setup_teardown(shift_makes_one_capital, setup, teardown),
        cmocka_unit_test_setup_teardown(the_last_key_is_for_the_screen, setup, teardown),
        cmocka_unit_test_setup_teardown(the_south_button_in_the_field_is_the_last_key, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_mouse_has_accents_and_can_call_the_rest, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_keyboard_needs_none_on_the_screen, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_moves_while_a_finger_is_down, setup, teardown),
        cmocka_unit_test_setup_teardown(accents_stay_where_they_are_when_a_mouse_comes, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_accents_are_where_there_are_no_other_keys, setup,
                                        teardown),
    };
    struct CMUnitTest by_language[COUNT(languages)] = {0}, by_size[COUNT(sizes)] = {0};
    for (size_t i = 0; i < COUNT(languages); i++) {
        by_language[i].name = languages[i].name;
        by_language[i].test_func = finds_the_keys;
        by_language[i].initial_state = (void *)&languages[i];
    }
    for (size_t i = 0; i < COUNT(sizes); i++) {
        by_size[i].name = sizes[i].name;
        by_size[i].test_func = keys_have_room;
        by_size[i].setup_func = NULL;
        by_size[i].initial_state = (void *)&sizes[i];
    }
    int failed = cmocka_run_group_tests_name("keyboard", tests, NULL, NULL);
    failed += cmocka_run_group_tests_name("keyboard languages", by_language, NULL, NULL);
    return failed + cmocka_run_group_tests_name("keyboard sizes", by_size, setup, teardown);
}
