#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/underlined.h"
#include "ui/stand.h"

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
    underlined_draw(&ui, &wrapped, (struct rect){100, 100, 70, 200}, &spelling, red, red);
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(underlines_stand_below_their_letters),
    };
    return cmocka_run_group_tests_name("underlined", tests, NULL, NULL);
}
