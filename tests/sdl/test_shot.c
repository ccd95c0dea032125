#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/shot.h"

static void saves_a_png(void **state)
{
    (void)state;
    // In the folder the test runs in, which is the build's.
    char error[200] = "", path[] = "test_sdl_shot.png";
    unsigned char magic[8] = {0};
    struct shot shot;
    assert_true(shot_open(&shot, 32, 20));
    SDL_RenderClear(shot.renderer);
    assert_true(shot_save(&shot, path, error, sizeof error));
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(magic, 1, sizeof magic, file), sizeof magic);
    assert_memory_equal(magic, "\x89PNG\r\n\x1a\n", 8);
    fclose(file);
    remove(path);
    assert_false(shot_save(&shot, "/nowhere/at/all.png", error, sizeof error));
    assert_non_null(strstr(error, "/nowhere/at/all.png cannot be written"));
    shot_close(&shot);
}

static void refuses_what_no_memory_holds(void **state)
{
    (void)state;
    struct shot shot;
    assert_false(shot_open(&shot, 1 << 30, 1));
    assert_null(shot.surface);
    shot_close(&shot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saves_a_png),
        cmocka_unit_test(refuses_what_no_memory_holds),
    };
    return cmocka_run_group_tests_name("shot", tests, NULL, NULL);
}
