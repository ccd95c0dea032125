#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/render.h"
#include "sdl/shot.h"

enum { WIDTH = 320, HEIGHT = 80 };

/// The first and last column with something on it, of "HHH" squeezed so far.
static void find_ink(float squeeze, int *left, int *right)
{
    struct arena arena = {0};
    struct draw_list list = {.arena = &arena};
    struct shot shot;
    char error[200];
    struct fonts *fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    assert_non_null(fonts);
    assert_true(shot_open(&shot, WIDTH, HEIGHT));
    struct render *render = render_open(shot.renderer, fonts);
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_TEXT,
                                       .rect = {20, 10, 200, 60},
                                       .baseline = 60,
                                       .face = FACE_REGULAR,
                                       .size_px = 60,
                                       .squeeze = squeeze,
                                       .text = "HHH",
                                       .colour = {255, 255, 255, 255}});
    SDL_SetRenderDrawColor(shot.renderer, 0, 0, 0, 255);
    SDL_RenderClear(shot.renderer);
    render_draw(render, &list);
    SDL_RenderFlush(shot.renderer);
    *left = WIDTH;
    *right = -1;
    for (int x = 0; x < WIDTH; x++) {
        for (int y = 0; y < HEIGHT; y++) {
            const uint32_t *row = (const void *)((const char *)shot.surface->pixels +
                                                 (ptrdiff_t)y * shot.surface->pitch);
            if (!(row[x] & 0xFFFFFF))
                continue;
            *left = x < *left ? x : *left;
            *right = x;
        }
    }
    render_close(render);
    shot_close(&shot);
    fonts_close(fonts);
    arena_free(&arena);
}

static void squeezed_text_keeps_its_left_edge_and_loses_width(void **state)
{
    (void)state;
    int left, right, squeezed_left, squeezed_right;
    find_ink(0, &left, &right);
    find_ink(0.75F, &squeezed_left, &squeezed_right);
    assert_in_range(squeezed_left, 20, left);
    assert_in_range(squeezed_right - squeezed_left, (right - left) / 4 - 3,
                    (right - left) / 4 + 3);
}

static void text_squeezed_to_nothing_is_not_drawn(void **state)
{
    (void)state;
    int left, right;
    find_ink(1, &left, &right);
    assert_int_equal(right, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(squeezed_text_keeps_its_left_edge_and_loses_width),
        cmocka_unit_test(text_squeezed_to_nothing_is_not_drawn),
    };
    return cmocka_run_group_tests_name("render_text", tests, NULL, NULL);
}
