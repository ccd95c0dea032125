#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "base/rng.h"
#include "sdl/damage.h"
#include "sdl/fonts.h"
#include "sdl/render.h"
#include "sdl/shot.h"

enum { WIDTH = 320, HEIGHT = 200, LISTS = 400, MOST = 24 };

/// A picture that is drawn from list to list, and one that is drawn anew each time.
struct easel {
    struct shot shot, fresh_shot;
    struct fonts *fonts;
    struct render *render;
    struct arena arena;
    struct draw_list list;
};

static int set_up(void **state)
{
    struct easel *e = calloc(1, sizeof *e);
    char error[200];
    *state = e;
    e->list.arena = &e->arena;
    e->fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    if (!e->fonts || !shot_open(&e->shot, WIDTH, HEIGHT) ||
        !shot_open(&e->fresh_shot, WIDTH, HEIGHT))
        return -1;
    e->render = render_open(e->shot.renderer, e->fonts);
    return 0;
}

static int tear_down(void **state)
{
    struct easel *e = *state;
    render_close(e->render);
    shot_close(&e->shot);
    shot_close(&e->fresh_shot);
    fonts_close(e->fonts);
    arena_free(&e->arena);
    free(e);
    return 0;
}

static struct draw_cmd backdrop(void)
{
    return (struct draw_cmd){.kind = DRAW_BACKDROP,
                             .colour = {9, 12, 30, 255},
                             .colour2 = {30, 40, 90, 255},
                             .colour3 = {255, 255, 255, 8},
                             .radius = 2};
}

static struct draw_cmd fill(float x, float y, float w, float h)
{
    return (struct draw_cmd){
        .kind = DRAW_FILL, .rect = {x, y, w, h}, .colour = {200, 30, 60, 255}};
}

static struct draw_cmd any_command(struct rng *rng)
{
    static const enum draw_kind kinds[] = {DRAW_FILL, DRAW_FILL, DRAW_STROKE, DRAW_MASK,
                                           DRAW_TEXT, DRAW_CLIP, DRAW_SHADOW};

    static const char *const texts[] = {"Rutte", "32", "members?", "Mark"};
    struct draw_cmd cmd = {
        .kind = kinds[rng_below(rng, 7)],
        .rect = {(float)rng_below(rng, WIDTH) - 20, (float)rng_below(rng, HEIGHT) - 20,
                 (float)(8 + rng_below(rng, 90)), (float)(8 + rng_below(rng, 60))},
        .colour = {(uint8_t)rng_below(rng, 256), (uint8_t)rng_below(rng, 256), 40, 255},
        .radius = (float)rng_below(rng, 12),
        .stroke = (float)(1 + rng_below(rng, 3)),
        .corners = rng_below(rng, 2) ? CORNERS_ALL : CORNERS_LEFT,
        .is_dashed = rng_below(rng, 4) == 0,
        .mask = (enum mask)rng_below(rng, MASK_COUNT),
        .size_px = (int)(9 + rng_below(rng, 20)),
        .text = texts[rng_below(rng, 4)],
    };
    cmd.baseline = cmd.rect.y + 20;
    if (cmd.kind == DRAW_CLIP && rng_below(rng, 2))
        cmd.rect.w = 0;
    if (rng_below(rng, 3) == 0)
        cmd.colour.a = (uint8_t)rng_below(rng, 256);
    return cmd;
}

// Changes, adds, takes away or moves a few commands, as screens do from frame to frame.
static void change(struct draw_list *list, struct rng *rng)
{
    for (uint64_t changes = rng_below(rng, 4); changes > 0; changes--) {
        int at = 1 + (int)rng_below(rng, (uint64_t)list->count);
        struct draw_cmd cmd = any_command(rng);
        if (rng_below(rng, 2) && at < list->count) {
            list->items[at] = cmd;
        } else if (list->count < MOST) {
            draw_add(list, &cmd);
            SDL_memmove(&list->items[at + (at < list->count)], &list->items[at],
                        (size_t)(list->count - at - (at < list->count)) * sizeof cmd);
            list->items[SDL_min(at, list->count - 1)] = cmd;
        } else {
            list->count -= (int)rng_below(rng, MOST / 2);
        }
    }
}

static void draw_fresh(struct easel *e)
{
    struct render *render = render_open(e->fresh_shot.renderer, e->fonts);
    render_draw(render, &e->list);
    SDL_RenderFlush(e->fresh_shot.renderer);
    render_close(render);
}

static bool is_alike(const struct easel *e)
{
    const SDL_Surface *a = e->shot.surface, *b = e->fresh_shot.surface;
    return memcmp(a->pixels, b->pixels, (size_t)a->pitch * (size_t)a->h) == 0;
}

static void what_is_drawn_in_parts_is_what_is_drawn_whole(void **state)
{
    struct easel *e = *state;
    struct draw_cmd first = backdrop();
    struct rng rng = rng_seed(29);
    int in_parts = 0;
    draw_add(&e->list, &first);
    for (int i = 0; i < LISTS; i++) {
        change(&e->list, &rng);
        struct damage damage = render_draw(e->render, &e->list);
        SDL_RenderFlush(e->shot.renderer);
        in_parts += damage_area(&damage) < (int64_t)WIDTH * HEIGHT;
        draw_fresh(e);
        if (!is_alike(e))
            fail_msg("list %d of %d commands differs", i, e->list.count);
    }
    assert_in_range(in_parts, LISTS / 2, LISTS - 1);
}

static void draw(struct easel *e, struct damage *damage)
{
    *damage = render_draw(e->render, &e->list);
    SDL_RenderFlush(e->shot.renderer);
}

static void the_same_list_draws_nothing(void **state)
{
    struct easel *e = *state;
    struct draw_cmd parts[] = {backdrop(), fill(10, 10, 50, 50), fill(200, 100, 50, 50)};
    struct damage damage;
    for (int i = 0; i < 3; i++)
        draw_add(&e->list, &parts[i]);
    draw(e, &damage);
    assert_int_equal(damage_area(&damage), WIDTH * HEIGHT);
    draw(e, &damage);
    assert_int_equal(damage.count, 0);
    e->list.items[1].colour.g = 99;
    draw(e, &damage);
    assert_int_equal(damage.count, 1);
    assert_true(SDL_RectEquals(&damage.rects[0], &(SDL_Rect){10, 10, 50, 50}));
}

static void a_lost_output_is_drawn_whole(void **state)
{
    struct easel *e = *state;
    struct draw_cmd first = backdrop();
    struct damage damage;
    draw_add(&e->list, &first);
    draw(e, &damage);
    render_touch(e->render);
    draw(e, &damage);
    assert_int_equal(damage_area(&damage), WIDTH * HEIGHT);
    render_resize(e->render);
    draw(e, &damage);
    assert_int_equal(damage_area(&damage), WIDTH * HEIGHT);
}

// Without a backdrop what is left of the list before would shine through.
static void a_list_without_backdrop_is_drawn_whole(void **state)
{
    struct easel *e = *state;
    struct draw_cmd first = backdrop(), second = fill(0, 0, 20, 20);
    struct damage damage;
    draw_add(&e->list, &first);
    draw(e, &damage);
    e->list.items[0] = second;
    draw(e, &damage);
    assert_int_equal(damage_area(&damage), WIDTH * HEIGHT);
    e->list.items[0] = first;
    draw(e, &damage);
    assert_int_equal(damage_area(&damage), WIDTH * HEIGHT);
}

static void neighbours_are_joined(void **state)
{
    (void)state;
    struct damage damage = {0};
    damage_add(&damage, (SDL_Rect){0, 0, 100, 20});
    damage_add(&damage, (SDL_Rect){0, 22, 100, 20});
    damage_add(&damage, (SDL_Rect){1000, 700, 50, 50});
    damage_add(&damage, (SDL_Rect){5, 5, 0, 9});
    assert_int_equal(damage.count, 2);
    assert_int_equal(damage_area(&damage), 100 * 42 + 50 * 50);
}

static void there_is_room_for_any_number(void **state)
{
    (void)state;
    struct damage damage = {0};
    for (int i = 0; i < 40; i++)
        damage_add(&damage, (SDL_Rect){i % 7 * 300, i / 7 * 200, 10, 10});
    assert_in_range(damage.count, 1, DAMAGE_ROOM);
    for (int i = 0; i < 40; i++) {
        SDL_Rect rect = {i % 7 * 300, i / 7 * 200, 10, 10}, common;
        bool is_covered = false;
        for (int k = 0; k < damage.count; k++) {
            is_covered |= SDL_IntersectRect(&rect, &damage.rects[k], &common) &&
                          SDL_RectEquals(&common, &rect);
        }
        assert_true(is_covered);
    }
}

#define ON_AN_EASEL(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_AN_EASEL(what_is_drawn_in_parts_is_what_is_drawn_whole),
        ON_AN_EASEL(the_same_list_draws_nothing),
        ON_AN_EASEL(a_lost_output_is_drawn_whole),
        ON_AN_EASEL(a_list_without_backdrop_is_drawn_whole),
        cmocka_unit_test(neighbours_are_joined),
        cmocka_unit_test(there_is_room_for_any_number),
    };
    return cmocka_run_group_tests_name("damage", tests, NULL, NULL);
}
