// A second window beside the first, and what is done in it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/input.h"
#include "sdl/window.h"

static struct {
    struct window *first, *second;
    struct input_reader *reader;
} on;

static const struct rect display = {0, 0, 1024, 768};

static void take_all(void)
{
    struct input input;
    while (input_wait(on.reader, 0, &input) != NEWS_NONE)
        ;
}

static int set_up(void **state)
{
    (void)state;
    char error[200];
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    on.first = window_open(&(struct window_options){.title = "First"}, error, sizeof error);
    if (!on.first)
        return -1;
    on.reader = input_open(on.first);
    on.second = window_open_second("Second", display);
    if (!on.second)
        return -1;
    input_follow_second(on.reader, on.second);
    take_all();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    input_close(on.reader);
    window_close(on.second);
    window_close(on.first);
    return 0;
}

static enum input_news after(SDL_Event event, struct input *input)
{
    *input = (struct input){0};
    assert_int_equal(SDL_PushEvent(&event), 1);
    return input_wait(on.reader, 0, input);
}

static enum input_news after_window_event(int what, const struct window *window,
                                          struct input *input)
{
    return after((SDL_Event){.window = {.type = SDL_WINDOWEVENT,
                                        .windowID = window_id(window),
                                        .event = (Uint8)what}},
                 input);
}

static void it_has_a_renderer_of_its_own(void **state)
{
    (void)state;
    int width = 0, height = 0;
    assert_string_equal(window_renderer_name(on.second), "software");
    assert_ptr_not_equal(window_renderer(on.second), window_renderer(on.first));
    window_size(on.second, &width, &height);
    assert_true(width >= 360 && height >= 360);
    struct rect rect = window_rect(on.second); // in the middle, and not up to the edges
    assert_float_equal(rect.x + rect.w / 2, display.w / 2, 1);
    assert_float_equal(rect.y + rect.h / 2, display.h / 2, 1);
    assert_true(rect.w < display.w && rect.h < display.h);
    assert_int_not_equal(window_id(on.second), window_id(on.first));
}

static void closing_it_leaves_the_first(void **state)
{
    (void)state;
    window_close(on.second);
    on.second = NULL;
    input_follow_second(on.reader, NULL);
    assert_true(SDL_WasInit(SDL_INIT_VIDEO));
    on.second = window_open_second("Second", display);
    assert_non_null(on.second);
}

static void the_first_fills_another_display_and_goes_back(void **state)
{
    (void)state;
    struct rect before = window_rect(on.first);
    struct window_place place = window_place(on.first);
    assert_false(window_is_fullscreen(on.first));
    window_unfill(on.first); // it does not fill any
    assert_float_equal(window_rect(on.first).x, before.x, 0);
    window_fill(on.first, (struct rect){1024, 0, 800, 600});
    assert_true(window_is_fullscreen(on.first));
    window_set_fullscreen(on.first, false);
    assert_int_equal(window_place(on.first).x, place.x); // for the next start
    window_fill(on.first, display);
    window_unfill(on.first);
    assert_false(window_is_fullscreen(on.first));
    assert_int_equal(window_place(on.first).x, place.x);
    assert_int_equal(window_place(on.first).width, place.width);
    window_set_fullscreen(on.first, true);
    window_fill(on.first, display);
    window_unfill(on.first);
    assert_true(window_is_fullscreen(on.first));
}

static void its_news_are_its_own(void **state)
{
    (void)state;
    struct input input;

    static const struct {
        int what;
        enum input_news second, first;
    } cases[] = {
        {SDL_WINDOWEVENT_EXPOSED, NEWS_SECOND_CHANGED, NEWS_REDRAW},
        {SDL_WINDOWEVENT_SIZE_CHANGED, NEWS_SECOND_CHANGED, NEWS_RESIZED},
        {SDL_WINDOWEVENT_CLOSE, NEWS_SECOND_CLOSED, NEWS_INPUT},
        {SDL_WINDOWEVENT_LEAVE, NEWS_NONE, NEWS_INPUT},
        {SDL_WINDOWEVENT_FOCUS_GAINED, NEWS_INPUT, NEWS_INPUT},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(after_window_event(cases[i].what, on.second, &input), cases[i].second);
        assert_int_equal(after_window_event(cases[i].what, on.first, &input), cases[i].first);
    }
}

static void closing_the_first_ends_the_game(void **state)
{
    (void)state;
    struct input input;
    assert_int_equal(after_window_event(SDL_WINDOWEVENT_CLOSE, on.first, &input), NEWS_INPUT);
    assert_int_equal(input.kind, INPUT_QUIT);
    input_follow_second(on.reader, NULL); // else SDL itself says so
    assert_int_equal(after_window_event(SDL_WINDOWEVENT_CLOSE, on.first, &input), NEWS_NONE);
}

static void its_keys_count_and_its_mouse_does_not(void **state)
{
    (void)state;
    struct input input;
    Uint32 id = window_id(on.second);
    SDL_Event key = {
        .key = {.type = SDL_KEYDOWN, .windowID = id, .keysym = {SDL_SCANCODE_A, SDLK_a, 0, 0}}};
    assert_int_equal(after(key, &input), NEWS_INPUT);
    assert_int_equal(input.key, 'a');
    const SDL_Event pointing[] = {
        {.motion = {.type = SDL_MOUSEMOTION, .windowID = id, .x = 9, .y = 9}},
        {.button = {.type = SDL_MOUSEBUTTONDOWN, .windowID = id, .button = SDL_BUTTON_LEFT}},
        {.button = {.type = SDL_MOUSEBUTTONUP, .windowID = id, .button = SDL_BUTTON_LEFT}},
        {.wheel = {.type = SDL_MOUSEWHEEL, .windowID = id, .y = 1}},
        {.tfinger = {.type = SDL_FINGERDOWN, .windowID = id, .touchId = 1, .fingerId = 1}},
    };
    for (size_t i = 0; i < sizeof pointing / sizeof *pointing; i++)
        assert_int_equal(after(pointing[i], &input), NEWS_NONE);
    SDL_Event motion = pointing[0];
    motion.motion.windowID = window_id(on.first);
    assert_int_equal(after(motion, &input), NEWS_INPUT);
}

static void a_display_that_comes_is_noticed(void **state)
{
    (void)state;
    struct input input;
    SDL_Event event = {.display = {.type = SDL_DISPLAYEVENT,
                                   .display = 1,
                                   .event = SDL_DISPLAYEVENT_CONNECTED}};
    assert_int_equal(after(event, &input), NEWS_REDRAW);
}

#define WITH_BOTH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_BOTH(it_has_a_renderer_of_its_own),
        WITH_BOTH(closing_it_leaves_the_first),
        WITH_BOTH(the_first_fills_another_display_and_goes_back),
        WITH_BOTH(its_news_are_its_own),
        WITH_BOTH(closing_the_first_ends_the_game),
        WITH_BOTH(its_keys_count_and_its_mouse_does_not),
        WITH_BOTH(a_display_that_comes_is_noticed),
    };
    return cmocka_run_group_tests_name("second", tests, NULL, NULL);
}
