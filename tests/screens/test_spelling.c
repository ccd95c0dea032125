// In which letters two spellings differ.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "screens/spelling.h"
#include "ui/stand.h"

static const struct spelling_case {
    const char *name, *typed, *right;
    const char *typed_marks, *right_marks; // "^" below each letter that differs
} cases[] = {
    {"the same", "Bern", "Bern", "    ", "    "},
    {"a letter too few", "Canbera", "Canberra", "       ", "      ^ "},
    {"a letter too many", "Berrn", "Bern", "   ^ ", "    "},
    {"another letter", "Born", "Bern", " ^  ", " ^  "},
    {"two that changed places", "Bren", "Bern", " ^  ", "  ^ "},
    {"a capital", "bern", "Bern", "^   ", "^   "},
    {"an accent", "Zurich", "Zürich", " ^    ", " ^    "},
    {"the same accent, put together in another way", "Zu\xCC\x88rich", "Zürich", "      ",
     "      "},
    {"blanks at the ends", "  Bern ", "Bern", "    ", "    "},
    {"nothing alike", "ab", "xyz", "^^", "^^^"},
    {"nothing typed", "", "ab", "", "^^"},
};

static void check_marks(const struct spelling *spelling, const char *marks)
{
    assert_int_equal(text_count(spelling->text), strlen(marks));
    for (size_t i = 0; marks[i]; i++)
        assert_int_equal(spelling->marks[i], marks[i] == '^');
}

static void marks_what_differs(void **state)
{
    const struct spelling_case *c = *state;
    struct arena arena = {0};
    struct spelling typed, right;
    spelling_compare(c->typed, c->right, &arena, &typed, &right);
    check_marks(&typed, c->typed_marks);
    check_marks(&right, c->right_marks);
    arena_free(&arena);
}

static void long_texts_are_not_compared(void **state)
{
    (void)state;
    char text[SPELLING_MAX + 2];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct arena arena = {0};
    struct spelling typed, right;
    spelling_compare(text, "a", &arena, &typed, &right);
    assert_null(typed.marks);
    assert_null(right.marks);
    assert_string_equal(typed.text, text);
    arena_free(&arena);
}

/// A letter is 20 pixels wide at size 4, and lines of 70 pixels have room for three.
static void underlines_stand_below_their_letters(void **state)
{
    (void)state;
    struct stand stand = {0};
    stand_open(&stand);
    struct ui ui = stand_begin(&stand);
    bool marks[] = {true, false, false, false, true}; // o, and the w on the next line
    struct spelling spelling = {"one w", marks};
    struct text_style style = {FACE_REGULAR, 4, 1.2F};
    struct wrapped wrapped = wrap_text(&ui, style, spelling.text, 70);
    assert_int_equal(wrapped.line_count, 2);
    struct colour red = {255, 0, 0, 255};
    spelling_draw(&ui, &wrapped, (struct rect){100, 100, 70, 200}, &spelling, red, red);
    const struct draw_cmd *first = stand_drawn(&stand, DRAW_FILL, 0);
    const struct draw_cmd *second = stand_drawn(&stand, DRAW_FILL, 1);
    assert_null(stand_drawn(&stand, DRAW_FILL, 2));
    assert_true(first->rect.x == 100 && first->rect.w == 20);
    assert_true(second->rect.x == 100 && second->rect.w == 20);
    assert_true(second->rect.y - first->rect.y == wrapped.line_px);
    stand_close(&stand);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = marks_what_differs;
        tests[i].initial_state = (void *)&cases[i];
    }
    const struct CMUnitTest more[] = {
        cmocka_unit_test(long_texts_are_not_compared),
        cmocka_unit_test(underlines_stand_below_their_letters),
    };
    int failed = cmocka_run_group_tests_name("spelling", tests, NULL, NULL);
    return failed + cmocka_run_group_tests_name("spelling drawn", more, NULL, NULL);
}
