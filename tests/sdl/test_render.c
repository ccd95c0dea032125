#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/fonts.h"
#include "sdl/render.h"
#include "sdl/shot.h"

enum { WIDTH = 320, HEIGHT = 200, BLACK = 0, RED = 0xFF0000, BLUE = 0x0000FF };

static const struct rect everything = {0, 0, WIDTH, HEIGHT};
static const struct colour red = {255, 0, 0, 255}, blue = {0, 0, 255, 255};

/// A renderer on memory and what it draws next.
struct stage {
    struct shot shot;
    struct fonts *fonts;
    struct render *render;
    struct arena arena;
    struct draw_list list;
};

static int set_up(void **state)
{
    struct stage *s = calloc(1, sizeof *s);
    char error[200];
    *state = s;
    s->list.arena = &s->arena;
    s->fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    if (!s->fonts || !shot_open(&s->shot, WIDTH, HEIGHT))
        return -1;
    s->render = render_open(s->shot.renderer, s->fonts);
    return 0;
}

static int tear_down(void **state)
{
    struct stage *s = *state;
    render_close(s->render);
    shot_close(&s->shot);
    fonts_close(s->fonts);
    arena_free(&s->arena);
    free(s);
    return 0;
}

static void add(struct stage *s, struct draw_cmd cmd)
{
    draw_add(&s->list, &cmd);
}

static struct draw_cmd rounded(struct rect rect, float radius, unsigned corners,
                               struct colour colour)
{
    return (struct draw_cmd){.kind = DRAW_FILL,
                             .rect = rect,
                             .radius = radius,
                             .corners = (uint8_t)corners,
                             .colour = colour};
}

// Draws what was added on black and starts a new list.
static void draw(struct stage *s)
{
    SDL_SetRenderDrawColor(s->shot.renderer, 0, 0, 0, 255);
    SDL_RenderClear(s->shot.renderer);
    render_draw(s->render, &s->list);
    SDL_RenderFlush(s->shot.renderer);
    s->list.count = 0;
}

static int pixel(const struct stage *s, int x, int y)
{
    const SDL_Surface *surface = s->shot.surface;
    const uint32_t *row =
        (const void *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
    return (int)(row[x] & 0xFFFFFF);
}

static int level(const struct stage *s, int x, int y)
{
    return pixel(s, x, y) & 255;
}

// The first and last row of `rows` with something on it.
static void find_ink(const struct stage *s, int *top, int *bottom)
{
    *top = HEIGHT;
    *bottom = -1;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            if (pixel(s, x, y) == BLACK)
                continue;
            *top = y < *top ? y : *top;
            *bottom = y;
        }
    }
}

static void fills_exactly_its_pixels(void **state)
{
    struct stage *s = *state;
    add(s, rounded((struct rect){10, 20, 30, 5}, 0, 0, red));
    draw(s);
    assert_int_equal(pixel(s, 10, 20), RED);
    assert_int_equal(pixel(s, 39, 24), RED);
    assert_int_equal(pixel(s, 9, 20), BLACK);
    assert_int_equal(pixel(s, 40, 24), BLACK);
    assert_int_equal(pixel(s, 39, 25), BLACK);
}

// What a fill hides of the one before it isn't drawn; that must not show.
static void a_fill_on_a_fill_looks_the_same(void **state)
{
    struct stage *s = *state;

    static const struct {
        struct rect rect;
        uint8_t corners, alpha;
    } tops[] = {
        {{22, 22, 96, 56}, CORNERS_ALL, 255}, {{22, 22, 30, 56}, CORNERS_LEFT, 255},
        {{22, 22, 96, 56}, 0, 128},           {{99, 70, 90, 90}, 0, 255},
        {{0, 0, 200, 200}, 0, 255},           {{200, 20, 10, 10}, 0, 255},
    };

    struct draw_cmd below = rounded((struct rect){20, 20, 100, 60}, 16, CORNERS_ALL, red);
    const SDL_Surface *shown = s->shot.surface;
    size_t size = (size_t)shown->pitch * HEIGHT;
    void *apart = malloc(size);
    for (size_t i = 0; i < sizeof tops / sizeof *tops; i++) {
        struct draw_cmd top = rounded(tops[i].rect, 20, tops[i].corners,
                                      (struct colour){0, 0, 255, tops[i].alpha});
        add(s, below);
        add(s, (struct draw_cmd){.kind = DRAW_FILL}); // nothing, but it stands between them
        add(s, top);
        draw(s);
        memcpy(apart, shown->pixels, size);
        add(s, below);
        add(s, top);
        draw(s);
        assert_memory_equal(shown->pixels, apart, size);
    }
    free(apart);
}

static void neighbours_meet(void **state)
{
    struct stage *s = *state;
    float edges[] = {10, 20.5F, 33.3F, 47.49F, 60};
    for (int i = 0; i < 4; i++) {
        struct rect part = {edges[i], 10, edges[i + 1] - edges[i], 10};
        add(s, rounded(part, 0, 0, (struct colour){255, 0, 0, 128}));
    }
    draw(s);
    for (int x = 10; x < 60; x++)
        assert_int_equal(pixel(s, x, 15), pixel(s, 10, 15));
    assert_in_range(pixel(s, 10, 15) >> 16, 126, 130);
}

static void rounds_the_corners_asked_for(void **state)
{
    struct stage *s = *state;

    static const struct {
        unsigned corners;
        bool top_left, top_right, bottom_left, bottom_right;
    } cases[] = {
        {0, false, false, false, false},          {CORNERS_ALL, true, true, true, true},
        {CORNERS_LEFT, true, false, true, false}, {CORNERS_RIGHT, false, true, false, true},
        {CORNERS_TOP, true, true, false, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        add(s, rounded((struct rect){20, 20, 100, 60}, 16, cases[i].corners, red));
        draw(s);
        assert_int_equal(pixel(s, 20, 20), cases[i].top_left ? BLACK : RED);
        assert_int_equal(pixel(s, 119, 20), cases[i].top_right ? BLACK : RED);
        assert_int_equal(pixel(s, 20, 79), cases[i].bottom_left ? BLACK : RED);
        assert_int_equal(pixel(s, 119, 79), cases[i].bottom_right ? BLACK : RED);
        for (int x = 20; x < 120; x++)
            assert_int_equal(pixel(s, x, 50), RED);
        for (int y = 20; y < 80; y++)
            assert_int_equal(pixel(s, 70, y), RED);
    }
}

static void a_corner_belongs_to_one_half(void **state)
{
    struct stage *s = *state;
    add(s, rounded((struct rect){20, 20, 40, 40}, 20, CORNERS_ALL,
                   (struct colour){255, 255, 255, 255}));
    draw(s);
    long sum = 0;
    for (int y = 20; y < 60; y++) {
        for (int x = 20; x < 60; x++) {
            sum += level(s, x, y);
            // SDL's blending is off by one now and then.
            assert_in_range(level(s, x, y) - level(s, 79 - x, y) + 2, 0, 4);
            assert_in_range(level(s, x, y) - level(s, x, 79 - y) + 2, 0, 4);
        }
    }
    assert_in_range(sum / 255, 1254, 1260); // pi 20^2
}

static void strokes_the_inside_edge(void **state)
{
    struct stage *s = *state;
    struct draw_cmd edge = rounded((struct rect){20, 20, 100, 60}, 12, CORNERS_ALL, red);
    edge.kind = DRAW_STROKE;
    edge.stroke = 3;
    add(s, edge);
    draw(s);
    assert_int_equal(pixel(s, 70, 20), RED);
    assert_int_equal(pixel(s, 70, 22), RED);
    assert_int_equal(pixel(s, 70, 23), BLACK);
    assert_int_equal(pixel(s, 117, 50), RED);
    assert_int_equal(pixel(s, 116, 50), BLACK);
    assert_int_equal(pixel(s, 20, 20), BLACK);
    assert_int_equal(pixel(s, 24, 25), RED); // on the arc
    assert_int_equal(pixel(s, 70, 79), RED);
}

static void a_thin_stroke_is_a_pixel(void **state)
{
    struct stage *s = *state;
    add(s, (struct draw_cmd){
               .kind = DRAW_STROKE, .rect = {20, 20, 50, 50}, .stroke = .1F, .colour = red});
    draw(s);
    assert_int_equal(pixel(s, 20, 20), RED);
    assert_int_equal(pixel(s, 69, 69), RED);
    assert_int_equal(pixel(s, 69, 45), RED);
    assert_int_equal(pixel(s, 21, 21), BLACK);
}

static void dashes_begin_and_end_whole(void **state)
{
    struct stage *s = *state;
    add(s, (struct draw_cmd){.kind = DRAW_STROKE,
                             .rect = {10, 50, 200, 4},
                             .stroke = 4,
                             .is_dashed = true,
                             .colour = red});
    draw(s);
    int dashes = 0;
    for (int x = 10; x < 210; x++)
        dashes += pixel(s, x, 51) == RED && pixel(s, x - 1, 51) == BLACK;
    assert_in_range(dashes, 11, 13); // 4 thick: 10.4 long, 6.4 apart
    assert_int_equal(pixel(s, 10, 51), RED);
    assert_int_equal(pixel(s, 209, 51), RED);
    assert_int_equal(pixel(s, 210, 51), BLACK);
}

static void dashes_go_all_around(void **state)
{
    struct stage *s = *state;
    struct draw_cmd edge = rounded((struct rect){10, 10, 200, 100}, 10, CORNERS_ALL, red);
    edge.kind = DRAW_STROKE;
    edge.stroke = 3;
    edge.is_dashed = true;
    add(s, edge);
    draw(s);
    int seen[4][2] = {{0}};
    for (int x = 20; x < 200; x++) {
        seen[0][pixel(s, x, 11) == RED]++;
        seen[1][pixel(s, x, 108) == RED]++;
    }
    for (int y = 20; y < 100; y++) {
        seen[2][pixel(s, 11, y) == RED]++;
        seen[3][pixel(s, 208, y) == RED]++;
    }
    for (int i = 0; i < 4; i++) {
        assert_true(seen[i][0] > seen[i][1] / 3);
        assert_true(seen[i][1] > seen[i][0]);
    }
}

static struct draw_cmd mask(enum mask mask, struct rect rect, struct colour colour)
{
    return (struct draw_cmd){.kind = DRAW_MASK, .mask = mask, .rect = rect, .colour = colour};
}

static void draws_masks_in_their_colour(void **state)
{
    struct stage *s = *state;
    struct draw_cmd turned = mask(MASK_SQUARE, (struct rect){150, 50, 52, 52}, blue);
    turned.angle = 45;
    add(s, mask(MASK_SQUARE, (struct rect){50, 50, 52, 52}, red));
    add(s, turned);
    draw(s);
    assert_int_equal(pixel(s, 76, 76), RED);
    assert_int_equal(pixel(s, 62, 62), RED);
    assert_int_equal(pixel(s, 55, 76), BLACK);
    assert_int_equal(pixel(s, 155, 76), BLUE); // turned, it reaches further
    assert_int_equal(pixel(s, 162, 62), BLACK);
}

static void a_card_is_as_large_as_its_rectangle(void **state)
{
    struct stage *s = *state;
    add(s, mask(MASK_CARD, (struct rect){50, 50, 80, 60}, red));
    draw(s);
    assert_int_equal(pixel(s, 51, 80), RED);
    assert_int_equal(pixel(s, 128, 80), RED);
    assert_int_equal(pixel(s, 48, 80), BLACK);
    assert_int_equal(pixel(s, 131, 80), BLACK);
}

static void draws_only_inside_the_clip(void **state)
{
    struct stage *s = *state;
    struct draw_cmd all = rounded(everything, 0, 0, red);
    add(s, (struct draw_cmd){.kind = DRAW_CLIP, .rect = {40, 40, 20, 20}});
    add(s, all);
    add(s, (struct draw_cmd){.kind = DRAW_CLIP, .rect = {400, 40, 20, 20}});
    add(s, all);
    add(s, (struct draw_cmd){.kind = DRAW_CLIP});
    add(s, (struct draw_cmd){.kind = DRAW_FILL, .rect = {0, 0, 5, 5}, .colour = blue});
    draw(s);
    assert_int_equal(pixel(s, 40, 40), RED);
    assert_int_equal(pixel(s, 59, 59), RED);
    assert_int_equal(pixel(s, 39, 40), BLACK);
    assert_int_equal(pixel(s, 60, 59), BLACK);
    assert_int_equal(pixel(s, 4, 4), BLUE);
    add(s, all); // a clip ends with its list
    draw(s);
    assert_int_equal(pixel(s, 300, 190), RED);
}

static struct draw_cmd text(const char *what, int size_px, float baseline)
{
    return (struct draw_cmd){.kind = DRAW_TEXT,
                             .rect = {20, 0, 0, 0},
                             .baseline = baseline,
                             .size_px = size_px,
                             .colour = red,
                             .text = what};
}

static void capitals_stand_on_the_baseline(void **state)
{
    struct stage *s = *state;
    int top, bottom;
    add(s, text("HE", 100, 150));
    draw(s);
    find_ink(s, &top, &bottom);
    assert_in_range(bottom, 148, 150);
    assert_in_range(top, 150 - 74, 150 - 71);
    int stem = 0;
    for (int x = 20; x < 60; x++)
        stem += pixel(s, x, 120) == RED;
    assert_in_range(stem, 7, 24);
}

static void all_scripts_stand_on_one_baseline(void **state)
{
    struct stage *s = *state;
    static const char *const words[] = {"H", "Ж", "HΩ", "✓H", "Hש"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        int top, bottom;
        add(s, text(words[i], 60, 150));
        draw(s);
        find_ink(s, &top, &bottom);
        assert_in_range(bottom, 147, 151);
    }
}

static void fades(void **state)
{
    struct stage *s = *state;
    struct draw_cmd half = text("HHH", 60, 100);
    half.colour.a = 128;
    add(s, half);
    draw(s);
    int most = 0;
    for (int x = 0; x < WIDTH; x++)
        most = SDL_max(most, pixel(s, x, 80) >> 16);
    assert_in_range(most, 125, 131);
}

static void the_backdrop_fills_everything(void **state)
{
    struct stage *s = *state;
    struct draw_cmd cmd = {.kind = DRAW_BACKDROP,
                           .colour = {20, 30, 40, 255},
                           .colour2 = {10, 10, 30, 255},
                           .radius = 2};
    add(s, cmd);
    draw(s);
    assert_int_equal(pixel(s, 0, 0), 0x141E28);
    assert_int_equal(pixel(s, WIDTH - 1, HEIGHT - 1), 0x0A0A1E);
    for (int y = 1; y < HEIGHT; y++)
        assert_true(pixel(s, 7, y) <= pixel(s, 7, y - 1));
    cmd.colour3 = (struct colour){255, 255, 255, 51};
    add(s, cmd);
    draw(s);
    int ghost = pixel(s, WIDTH - 14, 16); // a fifth of the way to white
    assert_in_range(ghost >> 16, 65, 67);
    assert_int_equal(pixel(s, 200, 16), pixel(s, 40, 16)); // beside it
    assert_true(pixel(s, 200, 16) < ghost);
    assert_int_equal(pixel(s, 100, 100), pixel(s, 220, 100));
}

static void a_shadow_lies_around(void **state)
{
    struct stage *s = *state;
    add(s, rounded(everything, 0, 0, (struct colour){200, 200, 200, 255}));
    add(s, (struct draw_cmd){.kind = DRAW_SHADOW,
                             .rect = {100, 60, 100, 80},
                             .radius = 10,
                             .colour = {0, 0, 0, 128}});
    draw(s);
    int near = pixel(s, 98, 100) & 255, far = pixel(s, 92, 100) & 255;
    assert_true(near < far && far < 200);
    assert_int_equal(pixel(s, 80, 100) & 255, 200);
    assert_int_equal(near, pixel(s, 201, 100) & 255);
}

static void old_pictures_make_room_for_new_ones(void **state)
{
    struct stage *s = *state;
    char line[32];
    const size_t limit = 6U << 20;
    size_t most = 0;
    for (int i = 0; i < 600; i++) {
        snprintf(line, sizeof line, "Question %d of 600", i);
        add(s, text(line, 40, 100));
        draw(s);
        most = SDL_max(most, render_cached(s->render));
    }
    assert_in_range(most, limit * 9 / 10, limit);
    add(s, text("HE", 100, 150));
    draw(s);
    int top, bottom;
    find_ink(s, &top, &bottom);
    assert_in_range(bottom, 148, 150);
}

static void more_pictures_than_places(void **state)
{
    struct stage *s = *state;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 1500; i++) {
            struct colour own = {(uint8_t)(i % 256), (uint8_t)(i / 256), 9, 255};
            add(s, mask(MASK_CIRCLE, (struct rect){10, 10, 16, 16}, own));
        }
        draw(s);
        assert_int_equal(pixel(s, 18, 18), (1499 % 256) << 16 | (1499 / 256) << 8 | 9);
    }
}

static void prepares_without_drawing(void **state)
{
    struct stage *s = *state;
    add(s, text("Next question", 40, 100));
    add(s, mask(MASK_STAR, (struct rect){9, 9, 40, 40}, blue));
    draw_add(&s->list, &s->list.items[0]);
    render_prepare(s->render, &s->list);
    size_t prepared = render_cached(s->render);
    assert_true(prepared > (size_t)40 * 40 * 4);
    SDL_RenderFlush(s->shot.renderer);
    assert_int_equal(pixel(s, 29, 29), BLACK);
    draw(s);
    assert_int_equal(render_cached(s->render), prepared);
    render_forget(s->render);
    assert_int_equal(render_cached(s->render), 0);
}

#define ON_A_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_STAGE(fills_exactly_its_pixels),
        ON_A_STAGE(a_fill_on_a_fill_looks_the_same),
        ON_A_STAGE(neighbours_meet),
        ON_A_STAGE(rounds_the_corners_asked_for),
        ON_A_STAGE(a_corner_belongs_to_one_half),
        ON_A_STAGE(strokes_the_inside_edge),
        ON_A_STAGE(a_thin_stroke_is_a_pixel),
        ON_A_STAGE(dashes_begin_and_end_whole),
        ON_A_STAGE(dashes_go_all_around),
        ON_A_STAGE(draws_masks_in_their_colour),
        ON_A_STAGE(a_card_is_as_large_as_its_rectangle),
        ON_A_STAGE(draws_only_inside_the_clip),
        ON_A_STAGE(capitals_stand_on_the_baseline),
        ON_A_STAGE(all_scripts_stand_on_one_baseline),
        ON_A_STAGE(fades),
        ON_A_STAGE(the_backdrop_fills_everything),
        ON_A_STAGE(a_shadow_lies_around),
        ON_A_STAGE(old_pictures_make_room_for_new_ones),
        ON_A_STAGE(more_pictures_than_places),
        ON_A_STAGE(prepares_without_drawing),
    };
    return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
