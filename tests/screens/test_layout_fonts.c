#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "screens/layout.h"
#include "sdl/fonts.h"

static void every_screen_can_be_read_and_hit_with_real_fonts(void **state)
{
    (void)state;
    char error[256];
    struct fonts *fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    if (!fonts) {
        fprintf(stderr, "skipped: %s\n", error);
        skip();
    }
    int faults = layout_walk(fonts_measure(fonts), false);
    fonts_close(fonts);
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_can_be_read_and_hit_with_real_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
