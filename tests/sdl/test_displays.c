// Which display shows a lesson to a class, and which one is the host's.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/displays.h"
#include "sdl/window.h"

static const struct rect laptop = {0, 0, 1366, 768}, projector = {1366, 0, 1920, 1080},
                         mirror = {0, 0, 1024, 768}, third = {3286, 0, 1280, 720};
static const struct rect on_laptop = {100, 50, 1000, 600}, on_third = {3400, 50, 1000, 600};

static struct display_pair pair_of(const struct rect *items, int count, struct rect game,
                                   bool is_swapped)
{
    struct displays displays = {.count = count};
    for (int i = 0; i < count; i++)
        displays.items[i] = items[i];
    return displays_pair(&displays, game, is_swapped);
}

static void is_pair(struct display_pair pair, struct rect lesson, struct rect host)
{
    assert_true(pair.is_there);
    assert_memory_equal(&pair.lesson, &lesson, sizeof lesson);
    assert_memory_equal(&pair.host, &host, sizeof host);
}

static void the_class_does_not_look_at_the_laptop(void **state)
{
    (void)state;
    const struct rect both[] = {laptop, projector};
    struct rect on_projector = rect_move(on_laptop, 1366, 0);
    is_pair(pair_of(both, 2, on_laptop, false), projector, laptop);
    is_pair(pair_of(both, 2, on_projector, false), projector, laptop);
    is_pair(pair_of(both, 2, on_laptop, true), laptop, projector);
}

static void the_game_stays_where_it_was_put(void **state)
{
    (void)state;
    const struct rect all[] = {laptop, projector, third};
    is_pair(pair_of(all, 3, on_laptop, false), projector, laptop);
    is_pair(pair_of(all, 3, on_third, false), third, laptop);
}

static void a_mirror_is_no_display_of_its_own(void **state)
{
    (void)state;
    const struct rect mirrored[] = {laptop, mirror, projector};
    assert_false(pair_of(mirrored, 1, on_laptop, false).is_there);
    assert_false(pair_of(mirrored, 2, on_laptop, false).is_there);
    is_pair(pair_of(mirrored, 3, on_laptop, false), projector, laptop);
}

static void it_is_told_whether_they_are_the_same(void **state)
{
    (void)state;
    struct displays one = {{laptop}, 1}, two = {{laptop, projector}, 2},
                    other = {{laptop, mirror}, 2};
    assert_true(displays_are_same(&two, &two));
    assert_false(displays_are_same(&one, &two));
    assert_false(displays_are_same(&two, &other));
}

static void those_of_other_systems_are_told_by_sdl(void **state)
{
    (void)state;
    char error[200];
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct window *window =
        window_open(&(struct window_options){.title = "Test"}, error, sizeof error);
    assert_non_null(window);
    struct displays displays = displays_now(window);
    assert_int_equal(displays.count, 1);
    assert_true(displays.items[0].w > 0 && displays.items[0].h > 0);
    window_close(window);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_class_does_not_look_at_the_laptop),
        cmocka_unit_test(the_game_stays_where_it_was_put),
        cmocka_unit_test(a_mirror_is_no_display_of_its_own),
        cmocka_unit_test(it_is_told_whether_they_are_the_same),
        cmocka_unit_test(those_of_other_systems_are_told_by_sdl),
    };
    return cmocka_run_group_tests_name("displays", tests, NULL, NULL);
}
