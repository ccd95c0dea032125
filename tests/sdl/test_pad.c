#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sdl/pad.h"
#include "sdl/puppet.h"

/// A gamepad of the test, the program's view of it, and a clock.
struct bench {
    struct puppet puppet;
    struct pads pads;
    struct input_queue queue;
    int64_t now_ms;
};

static void pump(struct bench *b)
{
    SDL_Event event;
    if (pads_wait_ms(&b->pads, b->now_ms) == 0)
        pads_poll(&b->pads, b->now_ms, &b->queue);
    while (SDL_PollEvent(&event))
        pads_event(&b->pads, &event, b->now_ms, &b->queue);
}

static void lead(struct bench *b, const char *line)
{
    while (!puppet_do(&b->puppet, NULL, line))
        pump(b);
    b->now_ms += 20;
    pump(b);
}

static int set_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    *state = b;
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
    SDL_SetHint(SDL_HINT_POLL_SENTINEL, "0");
    SDL_InitSubSystem(SDL_INIT_EVENTS);
    b->now_ms = 1000;
    pads_focus(&b->pads, true);
    pads_search(&b->pads, b->now_ms);
    lead(b, "attach");
    return b->pads.count == 1 ? 0 : -1;
}

static int tear_down(void **state)
{
    struct bench *b = *state;
    puppet_close(&b->puppet);
    pads_close(&b->pads);
    SDL_Quit();
    free(b);
    return 0;
}

static struct input told(struct bench *b)
{
    struct input input = {0};
    if (!input_queue_take(&b->queue, &input))
        input.kind = INPUT_NONE;
    return input;
}

/// What was done with gamepads, which were attached before.
static struct input taken(struct bench *b)
{
    struct input input = told(b);
    while (input.kind == INPUT_PAD_FOUND)
        input = told(b);
    return input;
}

static void nothing_more(struct bench *b)
{
    assert_int_equal(taken(b).kind, INPUT_NONE);
}

static void buttons_go_by_place(void **state)
{
    struct bench *b = *state;

    static const struct {
        const char *press, *release;
        enum pad pad;
    } cases[] = {
        {"press south", "release south", PAD_SOUTH},
        {"press east", "release east", PAD_EAST},
        {"press west", "release west", PAD_WEST},
        {"press north", "release north", PAD_NORTH},
        {"press start", "release start", PAD_START},
        {"press back", "release back", PAD_BACK},
        {"press leftshoulder", "release leftshoulder", PAD_LEFT_SHOULDER},
        {"press rightshoulder", "release rightshoulder", PAD_RIGHT_SHOULDER},
        {"press rightstick", "release rightstick", PAD_RIGHT_STICK},
        {"press up", "release up", PAD_UP},
        {"axis lefttrigger 1", "axis lefttrigger 0", PAD_LEFT_TRIGGER},
        {"axis righttrigger 0.8", "axis righttrigger 0", PAD_RIGHT_TRIGGER},
        {"axis leftx -1", "axis leftx 0", PAD_LEFT},
        {"axis lefty 0.9", "axis lefty 0", PAD_DOWN},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        lead(b, cases[i].press);
        struct input input = taken(b);
        assert_int_equal(input.kind, INPUT_PAD);
        assert_int_equal(input.device, DEVICE_PAD);
        assert_int_equal(input.pad, cases[i].pad);
        assert_false(input.is_repeat);
        lead(b, cases[i].release);
        nothing_more(b);
    }
}

// Presses of `pad` in `ms` from now on, which all are repeats.
static int repeats(struct bench *b, enum pad pad, int ms)
{
    int count = 0;
    for (int64_t end = b->now_ms + ms; b->now_ms < end; b->now_ms += 5) {
        pump(b);
        for (struct input input = taken(b); input.kind != INPUT_NONE; input = taken(b)) {
            assert_int_equal(input.pad, pad);
            assert_true(input.is_repeat);
            count++;
        }
    }
    return count;
}

static void held_directions_repeat(void **state)
{
    struct bench *b = *state;
    static const char *const presses[] = {"press down", "axis lefty 1"};
    static const char *const releases[] = {"release down", "axis lefty 0"};
    for (int i = 0; i < 2; i++) {
        lead(b, presses[i]);
        assert_int_equal(taken(b).pad, PAD_DOWN);
        assert_int_equal(repeats(b, PAD_DOWN, 350), 0);
        assert_int_equal(repeats(b, PAD_DOWN, 60), 1);
        assert_in_range(repeats(b, PAD_DOWN, 1200), 8, 10);
        lead(b, releases[i]);
        assert_int_equal(repeats(b, PAD_DOWN, 600), 0);
    }
    lead(b, "press south");
    assert_int_equal(taken(b).pad, PAD_SOUTH);
    assert_int_equal(repeats(b, PAD_SOUTH, 1000), 0);
}

static void a_stick_must_be_let_go_before_it_counts_again(void **state)
{
    struct bench *b = *state;
    lead(b, "axis leftx 0.4");
    nothing_more(b);
    lead(b, "axis leftx 0.6");
    assert_int_equal(taken(b).pad, PAD_RIGHT);
    lead(b, "axis leftx 0.4");
    lead(b, "axis leftx 0.6");
    nothing_more(b);
    lead(b, "axis leftx 0.3");
    lead(b, "axis leftx 0.6");
    assert_int_equal(taken(b).pad, PAD_RIGHT);
    lead(b, "axis lefty -0.9");
    assert_int_equal(taken(b).pad, PAD_UP);
    nothing_more(b);
}

static void the_right_stick_scrolls_until_it_rests(void **state)
{
    struct bench *b = *state;
    lead(b, "axis righty 0.1");
    nothing_more(b);
    lead(b, "axis righty 0.5");
    lead(b, "axis righty 0.5");
    struct input input = taken(b);
    assert_int_equal(input.kind, INPUT_SCROLL_AXIS);
    assert_true(input.amount > .49F && input.amount < .51F);
    lead(b, "axis righty 0");
    while (input.amount != 0)
        input = taken(b);
    assert_int_equal(input.kind, INPUT_SCROLL_AXIS);
    lead(b, "axis leftx 0");
    nothing_more(b);
}

static void a_lost_pad_is_told_and_can_come_back(void **state)
{
    struct bench *b = *state;
    lead(b, "press down");
    assert_int_equal(taken(b).pad, PAD_DOWN);
    lead(b, "detach");
    assert_int_equal(taken(b).kind, INPUT_PAD_LOST);
    assert_int_equal(b->pads.count, 0);
    assert_int_equal(repeats(b, PAD_DOWN, 1000), 0);
    lead(b, "press east");
    assert_int_equal(taken(b).pad, PAD_EAST);
}

static void a_pad_that_is_attached_is_told(void **state)
{
    struct bench *b = *state;
    struct input input = told(b);
    assert_int_equal(input.kind, INPUT_PAD_FOUND);
    assert_int_equal(input.pad_number, 1);
    lead(b, "attach 2");
    input = told(b);
    assert_int_equal(input.kind, INPUT_PAD_FOUND);
    assert_int_equal(input.pad_number, 2);
    nothing_more(b);
}

static void each_pad_has_its_number(void **state)
{
    struct bench *b = *state;
    static const char *const presses[] = {"press south", "press south 2", "press start 3",
                                          "axis lefttrigger 1 4"};
    lead(b, "attach 2");
    lead(b, "attach 3");
    lead(b, "attach 4");
    for (int i = 0; i < 4; i++) {
        lead(b, presses[i]);
        assert_int_equal(taken(b).pad_number, i + 1);
    }
    lead(b, "axis lefttrigger 1 2"); // while that of another one is down
    struct input input = taken(b);
    assert_int_equal(input.pad_number, 2);
    assert_int_equal(input.pad, PAD_LEFT_TRIGGER);
    nothing_more(b);
}

static void a_pad_that_comes_back_gets_the_free_number(void **state)
{
    struct bench *b = *state;
    lead(b, "attach 2");
    lead(b, "attach 3");
    lead(b, "detach 2");
    struct input input = taken(b);
    assert_int_equal(input.kind, INPUT_PAD_LOST);
    assert_int_equal(input.pad_number, 2);
    lead(b, "press south 3"); // keeps its own
    assert_int_equal(taken(b).pad_number, 3);
    lead(b, "press east 2");
    input = taken(b);
    assert_int_equal(input.pad, PAD_EAST);
    assert_int_equal(input.pad_number, 2);
}

/// A gamepad of another kind than the puppet's.
static SDL_JoystickID attach_other(struct bench *b)
{
    const SDL_VirtualJoystickDesc desc = {.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION,
                                          .type = SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                          .naxes = SDL_CONTROLLER_AXIS_MAX,
                                          .nbuttons = SDL_CONTROLLER_BUTTON_MAX,
                                          .vendor_id = 0x1234,
                                          .product_id = 0x5678};
    SDL_JoystickID id = SDL_JoystickGetDeviceInstanceID(SDL_JoystickAttachVirtualEx(&desc));
    b->now_ms += 300;
    pump(b);
    return id;
}

static void detach_other(struct bench *b, SDL_JoystickID id)
{
    for (int i = 0; i < SDL_NumJoysticks(); i++) {
        if (SDL_JoystickGetDeviceInstanceID(i) == id)
            SDL_JoystickDetachVirtual(i);
    }
    b->now_ms += 300;
    pump(b);
}

static void a_pad_of_another_kind_gets_another_number(void **state)
{
    struct bench *b = *state;
    lead(b, "attach 2");
    lead(b, "detach");
    while (told(b).kind != INPUT_PAD_LOST)
        ;
    SDL_JoystickID other = attach_other(b);
    struct input input = told(b);
    assert_int_equal(input.kind, INPUT_PAD_FOUND);
    assert_int_equal(input.pad_number, 3);
    lead(b, "attach");
    input = told(b);
    assert_int_equal(input.kind, INPUT_PAD_FOUND);
    assert_int_equal(input.pad_number, 1);
    lead(b, "detach");
    lead(b, "detach 2");
    while (told(b).kind != INPUT_NONE)
        ;
    detach_other(b, other);
    assert_int_equal(told(b).kind, INPUT_PAD_LOST);
    attach_other(b);
    assert_int_equal(told(b).pad_number, 3);
}

static void only_eight_are_taken(void **state)
{
    struct bench *b = *state;
    lead(b, "attach 2");
    lead(b, "attach 3");
    lead(b, "attach 4");
    lead(b, "attach 5");
    lead(b, "attach 6");
    lead(b, "attach 7");
    lead(b, "press south 8");
    assert_int_equal(taken(b).pad_number, 8);
    assert_int_equal(b->pads.count, PADS_ROOM);
    int ninth =
        SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                  SDL_CONTROLLER_BUTTON_MAX, 0);
    pump(b);
    nothing_more(b);
    assert_int_equal(b->pads.count, PADS_ROOM);
    SDL_JoystickDetachVirtual(ninth);
    pump(b);
    nothing_more(b);
}

static void a_held_direction_repeats_for_its_own_pad(void **state)
{
    struct bench *b = *state;
    lead(b, "attach 2");
    lead(b, "press down 2");
    assert_int_equal(taken(b).pad_number, 2);
    lead(b, "press down");
    assert_int_equal(taken(b).pad_number, 1);
    lead(b, "release down 2");
    b->now_ms += 500;
    pump(b);
    struct input input = taken(b);
    assert_true(input.is_repeat);
    assert_int_equal(input.pad_number, 1);
    lead(b, "release down");
    b->now_ms += 500;
    pump(b);
    nothing_more(b);
}

static void a_stick_is_no_button(void **state)
{
    struct bench *b = *state;
    lead(b, "axis leftx 1");
    assert_true(taken(b).is_stick);
    lead(b, "axis leftx 0");
    lead(b, "press right");
    assert_false(taken(b).is_stick);
}

static void asks_often_while_it_matters_who_is_first(void **state)
{
    struct bench *b = *state;
    b->now_ms += 10000;
    pump(b);
    pads_hurry(&b->pads, true);
    assert_int_equal(pads_wait_ms(&b->pads, b->now_ms), 0);
    pump(b);
    assert_in_range(pads_wait_ms(&b->pads, b->now_ms), 1, 4);
    pads_focus(&b->pads, false);
    assert_int_equal(pads_wait_ms(&b->pads, b->now_ms), -1);
    pads_focus(&b->pads, true);
    lead(b, "axis righty 0.5");
    int count = 0;
    while (taken(b).kind != INPUT_NONE)
        ;
    for (int64_t end = b->now_ms + 170; b->now_ms < end; b->now_ms += 4) {
        pump(b);
        while (taken(b).kind == INPUT_SCROLL_AXIS)
            count++;
    }
    assert_in_range(count, 7, 10); // as fast as ever
    pads_hurry(&b->pads, false);
    pump(b);
    assert_in_range(pads_wait_ms(&b->pads, b->now_ms), 16, 20);
}

static void asks_only_while_it_is_worth_it(void **state)
{
    struct bench *b = *state;
    b->now_ms += 10000;
    pump(b);
    assert_in_range(pads_wait_ms(&b->pads, b->now_ms), 16, 20);
    pads_focus(&b->pads, false);
    assert_int_equal(pads_wait_ms(&b->pads, b->now_ms), -1);
    pads_focus(&b->pads, true);
    assert_int_equal(pads_wait_ms(&b->pads, b->now_ms), 0);
    lead(b, "detach");
    assert_int_equal(pads_wait_ms(&b->pads, b->now_ms), -1);
    pads_search(&b->pads, b->now_ms);
    pump(b);
    assert_in_range(pads_wait_ms(&b->pads, b->now_ms), 100, 250);
    b->now_ms += 5000;
    assert_int_equal(pads_wait_ms(&b->pads, b->now_ms), -1);
}

static void nonsense_does_nothing(void **state)
{
    struct bench *b = *state;
    static const char *const lines[] = {"",
                                        "press",
                                        "press nose",
                                        "axis",
                                        "axis nose 1",
                                        "sing loudly",
                                        "press \xFF",
                                        "touch sideways 1 1"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        lead(b, lines[i]);
    nothing_more(b);
}

#define AT_A_BENCH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_A_BENCH(buttons_go_by_place),
        AT_A_BENCH(held_directions_repeat),
        AT_A_BENCH(a_stick_must_be_let_go_before_it_counts_again),
        AT_A_BENCH(the_right_stick_scrolls_until_it_rests),
        AT_A_BENCH(a_lost_pad_is_told_and_can_come_back),
        AT_A_BENCH(a_pad_that_is_attached_is_told),
        AT_A_BENCH(a_pad_of_another_kind_gets_another_number),
        AT_A_BENCH(each_pad_has_its_number),
        AT_A_BENCH(a_pad_that_comes_back_gets_the_free_number),
        AT_A_BENCH(only_eight_are_taken),
        AT_A_BENCH(a_held_direction_repeats_for_its_own_pad),
        AT_A_BENCH(a_stick_is_no_button),
        AT_A_BENCH(asks_often_while_it_matters_who_is_first),
        AT_A_BENCH(asks_only_while_it_is_worth_it),
        AT_A_BENCH(nonsense_does_nothing),
    };
    return cmocka_run_group_tests_name("pad", tests, NULL, NULL);
}
