#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/input.h"
#include "sdl/keys.h"
#include "sdl/window.h"

/// A window that nobody sees and its inputs.
struct desk {
    struct window *window;
    struct input_reader *reader;
};

static int set_up(void **state)
{
    static struct desk desk;
    char error[200];
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct window_options options = {.title = "Test", .place = {0, 0, 640, 480, false}};
    desk.window = window_open(&options, error, sizeof error);
    if (!desk.window)
        return -1;
    desk.reader = input_open(desk.window);
    struct input input;
    while (input_wait(desk.reader, 0, &input) != NEWS_NONE)
        ;
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    input_close(desk->reader);
    window_close(desk->window);
    return 0;
}

static struct input after(struct desk *desk, SDL_Event event)
{
    struct input input = {0};
    event.common.timestamp = SDL_GetTicks();
    assert_int_equal(SDL_PushEvent(&event), 1);
    if (input_wait(desk->reader, 0, &input) != NEWS_INPUT)
        input.kind = INPUT_NONE;
    return input;
}

static const struct key_case {
    const char *name;
    SDL_Keycode sym;
    SDL_Scancode code;
    int modifiers, key;
} key_cases[] = {
    {"letter", SDLK_a, SDL_SCANCODE_A, 0, 'a'},
    {"letter where the layout has it", SDLK_q, SDL_SCANCODE_A, 0, 'q'},
    {"shifted letter", SDLK_a, SDL_SCANCODE_A, KMOD_LSHIFT, 'a'},
    {"digit", SDLK_1, SDL_SCANCODE_1, 0, '1'},
    {"digit by place where it needs Shift", SDLK_AMPERSAND, SDL_SCANCODE_1, 0, '1'},
    {"zero", SDLK_0, SDL_SCANCODE_0, 0, '0'},
    {"keypad digit", SDLK_KP_7, SDL_SCANCODE_KP_7, KMOD_NUM, '7'},
    {"keypad zero", SDLK_KP_0, SDL_SCANCODE_KP_0, KMOD_NUM, '0'},
    {"keypad without Num Lock", SDLK_KP_8, SDL_SCANCODE_KP_8, 0, KEY_UP},
    {"keypad Enter", SDLK_KP_ENTER, SDL_SCANCODE_KP_ENTER, 0, KEY_ENTER},
    {"Enter", SDLK_RETURN, SDL_SCANCODE_RETURN, 0, KEY_ENTER},
    {"back of a phone", SDLK_AC_BACK, SDL_SCANCODE_AC_BACK, 0, KEY_ESCAPE},
    {"arrow", SDLK_LEFT, SDL_SCANCODE_LEFT, KMOD_LALT, KEY_LEFT},
    {"slash", SDLK_SLASH, SDL_SCANCODE_SLASH, 0, '/'},
    {"space", SDLK_SPACE, SDL_SCANCODE_SPACE, 0, KEY_SPACE},
    {"F11", SDLK_F11, SDL_SCANCODE_F11, 0, KEY_F11},
    {"F7", SDLK_F7, SDL_SCANCODE_F7, 0, KEY_F7},
    {"F13", SDLK_F13, SDL_SCANCODE_F13, 0, KEY_F13},
    {"Insert", SDLK_INSERT, SDL_SCANCODE_INSERT, 0, KEY_INSERT},
    {"Menu", SDLK_APPLICATION, SDL_SCANCODE_APPLICATION, 0, KEY_MENU},
    {"Shift alone", SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT, KEY_NONE},
    {"letter beyond Latin on a Latin layout", 0xE9, SDL_SCANCODE_E, 0, KEY_NONE},
};

static void is_that_key(void **state)
{
    const struct key_case *c = *state;
    SDL_Keysym key = {.sym = c->sym, .scancode = c->code, .mod = (Uint16)c->modifiers};
    assert_int_equal(keys_translate(key), c->key);
}

static void modifiers_are_three(void **state)
{
    (void)state;
    assert_int_equal(keys_mods(KMOD_LSHIFT | KMOD_CAPS), MOD_SHIFT);
    assert_int_equal(keys_mods(KMOD_RCTRL | KMOD_NUM), MOD_CTRL);
    assert_int_equal(keys_mods(KMOD_LGUI), MOD_CTRL);
    assert_int_equal(keys_mods(KMOD_RALT | KMOD_RSHIFT), MOD_ALT | MOD_SHIFT);
}

static void keys_come_with_what_is_held(void **state)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN,
                               .repeat = 1,
                               .keysym = {SDL_SCANCODE_HOME, SDLK_HOME, KMOD_LCTRL, 0}}};
    struct input input = after(*state, event);
    assert_int_equal(input.kind, INPUT_KEY);
    assert_int_equal(input.device, DEVICE_KEYBOARD);
    assert_int_equal(input.key, KEY_HOME);
    assert_int_equal(input.mods, MOD_CTRL);
    assert_true(input.is_repeat);
    int64_t age = input_now_ms() - input.at_ms;
    assert_in_range(age, 0, 1000);
}

static void inputs_keep_the_time_of_their_event(void **state)
{
    struct desk *desk = *state;
    struct input first, second;
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {SDL_SCANCODE_A, SDLK_a, 0, 0}}};
    SDL_PushEvent(&event);
    SDL_Delay(40);
    SDL_PushEvent(&event);
    SDL_Delay(40);
    assert_int_equal(input_wait(desk->reader, 0, &first), NEWS_INPUT);
    assert_int_equal(input_wait(desk->reader, 0, &second), NEWS_INPUT);
    assert_in_range(second.at_ms - first.at_ms, 39, 1000);
    assert_in_range(input_now_ms() - second.at_ms, 39, 1000);
    assert_int_equal(first.pad_number, 0);
}

/// Presses a key with the text that a layout gives it, and returns the keys that came of it.
static const char *keys_of(struct desk *desk, SDL_Keycode sym, SDL_Scancode code, int modifiers,
                           const char *text)
{
    static char keys[4];
    int count = 0;
    SDL_Event event = {
        .key = {.type = SDL_KEYDOWN, .keysym = {code, sym, (Uint16)modifiers, 0}}};
    struct input input = after(desk, event);
    if (input.kind == INPUT_KEY)
        keys[count++] = (char)input.key;
    event = (SDL_Event){.text = {.type = SDL_TEXTINPUT}};
    SDL_strlcpy(event.text.text, text, sizeof event.text.text);
    input = after(desk, event);
    if (input.kind == INPUT_KEY)
        keys[count++] = (char)input.key;
    keys[count] = '\0';
    return keys;
}

static void a_sign_is_one_key_on_any_layout(void **state)
{
    const SDL_Keycode sharp_s = 0xDF;
    assert_string_equal(keys_of(*state, SDLK_SLASH, SDL_SCANCODE_SLASH, 0, "/"), "/");
    assert_string_equal(keys_of(*state, SDLK_SLASH, SDL_SCANCODE_SLASH, KMOD_LSHIFT, "?"), "?");
    assert_string_equal(keys_of(*state, sharp_s, SDL_SCANCODE_MINUS, KMOD_RSHIFT, "?"), "?");
    assert_string_equal(keys_of(*state, SDLK_COMMA, SDL_SCANCODE_M, KMOD_LSHIFT, "?"), "?");
    assert_string_equal(keys_of(*state, SDLK_u, SDL_SCANCODE_U, 0, "u"), "u");
    assert_string_equal(keys_of(*state, SDLK_u, SDL_SCANCODE_U, KMOD_LSHIFT, "U"), "u");
    assert_string_equal(keys_of(*state, SDLK_2, SDL_SCANCODE_2, 0, "2"), "2");
    assert_string_equal(keys_of(*state, SDLK_AMPERSAND, SDL_SCANCODE_1, KMOD_LSHIFT, "1"), "1");
    assert_string_equal(
        keys_of(*state, SDLK_EQUALS, SDL_SCANCODE_EQUALS, KMOD_LCTRL | KMOD_LSHIFT, ""), "=");
}

static struct input pressed(struct desk *desk, SDL_Keycode sym, SDL_Scancode code, int mods)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {code, sym, (Uint16)mods, 0}}};
    return after(desk, event);
}

static void presses_are_told_as_such_where_they_matter(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(pressed(desk, SDLK_RSHIFT, SDL_SCANCODE_RSHIFT, KMOD_RSHIFT).kind,
                     INPUT_NONE);
    input_take_presses(desk->reader, true);

    static const struct {
        SDL_Keycode sym;
        SDL_Scancode code;
        int mods, key;
        bool is_raw;
    } cases[] = {
        {SDLK_RSHIFT, SDL_SCANCODE_RSHIFT, KMOD_RSHIFT, KEY_RIGHT_SHIFT, true},
        {SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT, KEY_LEFT_SHIFT, true},
        {SDLK_LCTRL, SDL_SCANCODE_LCTRL, KMOD_LCTRL, KEY_LEFT_CTRL, true},
        {SDLK_RCTRL, SDL_SCANCODE_RCTRL, KMOD_RCTRL, KEY_RIGHT_CTRL, true},
        {0xF6, SDL_SCANCODE_SEMICOLON, 0, 0xF6, true},
        {SDLK_SLASH, SDL_SCANCODE_SLASH, KMOD_LSHIFT, '/', true},
        {SDLK_SLASH, SDL_SCANCODE_SLASH, 0, '/', false},
        {SDLK_q, SDL_SCANCODE_Q, KMOD_LSHIFT, 'q', false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input input = pressed(desk, cases[i].sym, cases[i].code, cases[i].mods);
        assert_int_equal(input.kind, INPUT_KEY);
        assert_int_equal(input.key, cases[i].key);
        assert_int_equal(input.is_raw, cases[i].is_raw);
        assert_false(input.is_typed);
    }
    pressed(desk, SDLK_SLASH, SDL_SCANCODE_SLASH, KMOD_LSHIFT);
    struct input input = after(desk, (SDL_Event){.text = {.type = SDL_TEXTINPUT, .text = "?"}});
    assert_int_equal(input.key, '?');
    assert_true(input.is_typed);
    input_take_presses(desk->reader, false);
    assert_int_equal(pressed(desk, SDLK_LCTRL, SDL_SCANCODE_LCTRL, KMOD_LCTRL).kind,
                     INPUT_NONE);
}

static void text_is_typed_and_composed(void **state)
{
    struct desk *desk = *state;
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT, .text = "東é"}};
    assert_int_equal(after(desk, event).kind, INPUT_NONE); // nobody types
    window_set_typing(desk->window, true, (struct rect){10, 10, 100, 20});
    struct input input = after(desk, event);
    assert_int_equal(input.kind, INPUT_TEXT);
    assert_string_equal(input.text, "東é");
    event = (SDL_Event){.edit = {.type = SDL_TEXTEDITING, .text = "toukyou"}};
    input = after(*state, event);
    assert_int_equal(input.kind, INPUT_COMPOSING);
    assert_string_equal(input.text, "toukyou");

    // Longer than fits: cut between characters.
    enum { CHARACTERS = INPUT_TEXT_BYTES / 3 + 10 };

    char *longer = SDL_malloc((size_t)CHARACTERS * 3 + 1);
    for (int i = 0; i < CHARACTERS; i++)
        SDL_memcpy(longer + (ptrdiff_t)i * 3, "東", 3);
    longer[(ptrdiff_t)CHARACTERS * 3] = '\0';
    event = (SDL_Event){.editExt = {.type = SDL_TEXTEDITING_EXT, .text = longer}};
    input = after(*state, event);
    assert_int_equal(input.kind, INPUT_COMPOSING);
    assert_int_equal(strlen(input.text), (INPUT_TEXT_BYTES - 1) / 3 * 3);
    window_set_typing(desk->window, false, (struct rect){0});
}

static void the_mouse_points_presses_and_goes_back(void **state)
{
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .x = 30, .y = 40}};
    struct input input = after(*state, event);
    assert_int_equal(input.kind, INPUT_POINT);
    assert_true(input.at.x == 30 && input.at.y == 40);
    event = (SDL_Event){
        .button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 5, .y = 6}};
    input = after(*state, event);
    assert_int_equal(input.kind, INPUT_PRESS);
    assert_int_equal(input.device, DEVICE_MOUSE);
    event.button.type = SDL_MOUSEBUTTONUP;
    assert_int_equal(after(*state, event).kind, INPUT_RELEASE);
    event.button.button = SDL_BUTTON_RIGHT;
    assert_int_equal(after(*state, event).kind, INPUT_NONE);
    event.button.button = SDL_BUTTON_X1;
    assert_int_equal(after(*state, event).kind, INPUT_NONE);
    event.button.type = SDL_MOUSEBUTTONDOWN;
    input = after(*state, event);
    assert_int_equal(input.kind, INPUT_KEY);
    assert_int_equal(input.key, KEY_ESCAPE);
    assert_int_equal(input.device, DEVICE_MOUSE);
    event = (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_LEAVE}};
    assert_int_equal(after(*state, event).kind, INPUT_LEAVE);
}

static void the_wheel_turns_down_as_positive(void **state)
{
    SDL_Event event = {.wheel = {.type = SDL_MOUSEWHEEL, .y = -1, .preciseY = -1.5F}};
    assert_true(after(*state, event).amount == 1.5F);
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    assert_true(after(*state, event).amount == -1.5F);
    event = (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = 2}};
    assert_true(after(*state, event).amount == -2);
    event = (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .x = 1}};
    assert_int_equal(after(*state, event).kind, INPUT_NONE);
}

static SDL_Event touch(Uint32 type, SDL_FingerID finger)
{
    return (SDL_Event){
        .tfinger = {.type = type, .touchId = 1, .fingerId = finger, .x = .5F, .y = .25F}};
}

static void only_the_first_finger_counts(void **state)
{
    struct input input = after(*state, touch(SDL_FINGERDOWN, 3));
    assert_int_equal(input.kind, INPUT_PRESS);
    assert_int_equal(input.device, DEVICE_TOUCH);
    assert_true(input.at.x == 320 && input.at.y == 120);
    assert_int_equal(after(*state, touch(SDL_FINGERDOWN, 4)).kind, INPUT_NONE);
    assert_int_equal(after(*state, touch(SDL_FINGERMOTION, 4)).kind, INPUT_NONE);
    assert_int_equal(after(*state, touch(SDL_FINGERUP, 4)).kind, INPUT_NONE);
    assert_int_equal(after(*state, touch(SDL_FINGERMOTION, 3)).kind, INPUT_POINT);
    assert_int_equal(after(*state, touch(SDL_FINGERUP, 3)).kind, INPUT_RELEASE);
    assert_int_equal(after(*state, touch(SDL_FINGERDOWN, 4)).kind, INPUT_PRESS);
}

// Who takes an event frees its text, which the analyser can't know.
// NOLINTBEGIN(clang-analyzer-unix.Malloc)
static void dropped_files_are_named_whole(void **state)
{
    SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup("/tmp/bank.json")}};
    struct input input = after(*state, event);
    assert_int_equal(input.kind, INPUT_DROP);
    assert_string_equal(input.text, "/tmp/bank.json");
    char *far = SDL_malloc(INPUT_TEXT_BYTES);
    SDL_memset(far, 'x', INPUT_TEXT_BYTES - 1);
    far[INPUT_TEXT_BYTES - 1] = '\0';
    event.drop.file = far;
    assert_int_equal(strlen(after(*state, event).text), INPUT_TEXT_BYTES - 1);
    far = SDL_malloc(INPUT_TEXT_BYTES + 1);
    SDL_memset(far, 'x', INPUT_TEXT_BYTES);
    far[INPUT_TEXT_BYTES] = '\0';
    event.drop.file = far;
    assert_int_equal(after(*state, event).kind, INPUT_NONE);
    event = (SDL_Event){.drop = {.type = SDL_DROPTEXT, .file = SDL_strdup("words")}};
    assert_int_equal(after(*state, event).kind, INPUT_NONE);
}

// NOLINTEND(clang-analyzer-unix.Malloc)

static void the_window_tells_its_news(void **state)
{
    struct desk *desk = *state;

    static const struct {
        Uint32 type;
        Uint8 event;
        enum input_news news;
        enum input_kind kind;
    } cases[] = {
        {SDL_WINDOWEVENT, SDL_WINDOWEVENT_EXPOSED, NEWS_REDRAW, INPUT_NONE},
        {SDL_WINDOWEVENT, SDL_WINDOWEVENT_SIZE_CHANGED, NEWS_RESIZED, INPUT_NONE},
        {SDL_RENDER_DEVICE_RESET, 0, NEWS_LOST, INPUT_NONE},
        {SDL_RENDER_TARGETS_RESET, 0, NEWS_LOST, INPUT_NONE},
        {SDL_WINDOWEVENT, SDL_WINDOWEVENT_FOCUS_LOST, NEWS_INPUT, INPUT_UNFOCUS},
        {SDL_WINDOWEVENT, SDL_WINDOWEVENT_FOCUS_GAINED, NEWS_INPUT, INPUT_FOCUS},
        {SDL_QUIT, 0, NEWS_INPUT, INPUT_QUIT},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        SDL_Event event = {.window = {.type = cases[i].type, .event = cases[i].event}};
        struct input input = {0};
        SDL_PushEvent(&event);
        assert_int_equal(input_wait(desk->reader, 0, &input), cases[i].news);
        assert_int_equal(input.kind, cases[i].kind);
    }
}

static void waits_as_long_as_told(void **state)
{
    struct desk *desk = *state;
    struct input input;
    int64_t before = input_now_ms();
    assert_int_equal(input_wait(desk->reader, 60, &input), NEWS_NONE);
    assert_in_range(input_now_ms() - before, 60, 1000);
    before = input_now_ms();
    assert_int_equal(input_wait(desk->reader, 0, &input), NEWS_NONE);
    assert_in_range(input_now_ms() - before, 0, 50);
}

static void signals_end_the_game(void **state)
{
    struct desk *desk = *state;
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT};
    for (int i = 0; i < 3; i++) {
        struct input input = {0};
        assert_false(input_was_interrupted());
        raise(signals[i]);
        assert_int_equal(input_wait(desk->reader, 1000, &input), NEWS_INPUT);
        assert_int_equal(input.kind, INPUT_QUIT);
    }
    assert_true(input_was_interrupted());
}

static void the_clipboard_is_cut_between_characters(void **state)
{
    (void)state;
    char text[5];
    window_copy("ab東京");
    window_paste(text, sizeof text);
    assert_string_equal(text, "ab");
    window_copy("");
    window_paste(text, sizeof text);
    assert_string_equal(text, "");
}

static void no_renderer_of_that_name(void **state)
{
    (void)state;
    char error[200] = "";
    struct window_options options = {.title = "Test", .renderer = "crayons"};
    assert_null(window_open(&options, error, sizeof error));
    assert_non_null(strstr(error, "There is no renderer crayons."));
    assert_non_null(strstr(error, "software"));
}

static void no_display(void **state)
{
    (void)state;
    char error[200] = "";
    struct window_options options = {.title = "Test"};
    SDL_setenv("SDL_VIDEODRIVER", "nonsense", 1);
    assert_null(window_open(&options, error, sizeof error));
    assert_non_null(strstr(error, "There is no display"));
}

static void a_lost_window_comes_back_on_the_screen(void **state)
{
    (void)state;
    char error[200];
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct window_options options = {.title = "Test", .place = {9000, -700, 5000, 100, false}};
    struct window *window = window_open(&options, error, sizeof error);
    assert_non_null(window);
    SDL_Rect screen;
    SDL_GetDisplayUsableBounds(0, &screen);
    struct window_place place = window_place(window);
    assert_int_equal(place.width, screen.w);
    assert_int_equal(place.height, 360);
    assert_int_equal(place.x, screen.x);
    assert_int_equal(place.y, screen.y);
    assert_string_equal(window_renderer_name(window), "software");
    window_close(window);
}

#define AT_A_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

static int wake(void *reader)
{
    input_wake(reader);
    return 0;
}

static void another_thread_ends_the_waiting(void **state)
{
    struct desk *desk = *state;
    struct input input;
    SDL_Thread *thread = SDL_CreateThread(wake, "wake", desk->reader);
    assert_non_null(thread);
    assert_int_equal(input_wait(desk->reader, 20000, &input), NEWS_WOKEN);
    SDL_WaitThread(thread, NULL);
    assert_int_equal(input_wait(desk->reader, 0, &input), NEWS_NONE);
}

int main(void)
{
    enum { KEYS = sizeof(key_cases) / sizeof(*key_cases), OTHERS = 18 };
    struct CMUnitTest tests[OTHERS + KEYS] = {
        cmocka_unit_test(modifiers_are_three),
        AT_A_DESK(keys_come_with_what_is_held),
        AT_A_DESK(inputs_keep_the_time_of_their_event),
        AT_A_DESK(a_sign_is_one_key_on_any_layout),
        AT_A_DESK(presses_are_told_as_such_where_they_matter),
        AT_A_DESK(text_is_typed_and_composed),
        AT_A_DESK(the_mouse_points_presses_and_goes_back),
        AT_A_DESK(the_wheel_turns_down_as_positive),
        AT_A_DESK(only_the_first_finger_counts),
        AT_A_DESK(dropped_files_are_named_whole),
        AT_A_DESK(the_window_tells_its_news),
        AT_A_DESK(waits_as_long_as_told),
        AT_A_DESK(another_thread_ends_the_waiting),
        AT_A_DESK(signals_end_the_game),
        AT_A_DESK(the_clipboard_is_cut_between_characters),
        cmocka_unit_test(no_renderer_of_that_name),
        cmocka_unit_test(no_display),
        cmocka_unit_test(a_lost_window_comes_back_on_the_screen),
    };
    for (size_t i = 0; i < KEYS; i++) {
        tests[OTHERS + i] = (struct CMUnitTest){.name = key_cases[i].name,
                                                .test_func = is_that_key,
                                                .initial_state = (void *)&key_cases[i]};
    }
    return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
