#include "sdl/input.h"

#include <signal.h>
#include <string.h>

#include <SDL.h>

#include "base/arena.h"
#include "sdl/input_queue.h"
#include "sdl/keys.h"
#include "sdl/pad.h"
#include "sdl/puppet.h"
#include "sdl/watch.h"
#include "sdl/window.h"

struct input_reader {
    struct arena arena; // of this struct too
    struct window *window;
    struct input_queue queue;
    struct pads pads;
    struct watch *watch;
    struct puppet puppet;
    bool is_touched; // a finger is down: `finger`, the first one
    SDL_FingerID finger;
    uint32_t wake; // the event of input_wake()
    int told_sign; // that the last key was; its text says the same again
    bool takes_presses;
    const struct window *second; // NULL: there is none
};

int64_t input_now_ms(void)
{
    return (int64_t)SDL_GetTicks64();
}

// What a signal handler may write to.
static volatile sig_atomic_t is_interrupted;

// SDL makes its quit event from SIGTERM and SIGINT only, and does not say which it was; but
// who started the game from a script wants to know whether it was interrupted.
static void ask_to_end(int number)
{
    if (number == SIGINT)
        is_interrupted = true;
    raise(SIGTERM);
}

// What is ignored, as under nohup, stays so.
static void handle_signal(int number)
{
    if (signal(number, ask_to_end) == SIG_IGN)
        signal(number, SIG_IGN);
}

struct input_reader *input_open(struct window *window)
{
    struct arena arena = {0};
    struct input_reader *r = ARENA_ARRAY(&arena, 1, struct input_reader);
    r->arena = arena;
    r->window = window;
    r->pads.has_focus = true;
    r->wake = SDL_RegisterEvents(1);
    handle_signal(SIGINT);
#if defined(SIGHUP)
    handle_signal(SIGHUP);
#endif
    return r;
}

void input_close(struct input_reader *r)
{
    if (!r)
        return;
    watch_close(r->watch);
    puppet_close(&r->puppet);
    pads_close(&r->pads);
    struct arena arena = r->arena;
    arena_free(&arena);
}

bool input_was_interrupted(void)
{
    return is_interrupted;
}

void input_start_pads(struct input_reader *r)
{
    if (!r->watch)
        r->watch = watch_open();
    if (watch_has_pads())
        pads_search(&r->pads, input_now_ms());
}

void input_wake(const struct input_reader *r)
{
    SDL_PushEvent(&(SDL_Event){.type = r->wake});
}

void input_follow_second(struct input_reader *r, const struct window *second)
{
    r->second = second;
}

void input_take_presses(struct input_reader *r, bool is_wanted)
{
    r->takes_presses = is_wanted;
    pads_hurry(&r->pads, is_wanted);
}

enum pad_glyphs input_pad_glyphs(const struct input_reader *r)
{
    return r->pads.glyphs;
}

// The time of an event on our clock; SDL's is 32 bits wide and starts over after 49 days.
static int64_t time_of(const SDL_Event *event)
{
    int64_t now = input_now_ms();
    uint32_t age = (uint32_t)now - event->common.timestamp;
    return age > 10000 ? now : now - age;
}

static void add(struct input_reader *r, const SDL_Event *event, struct input input)
{
    input.at_ms = time_of(event);
    input_queue_add(&r->queue, &input);
}

static struct point to_output(const struct input_reader *r, int x, int y)
{
    struct point scale = window_scale(r->window);
    return (struct point){(float)x * scale.x, (float)y * scale.y};
}

static void add_text(struct input_reader *r, const SDL_Event *event, enum input_kind kind,
                     const char *text)
{
    struct input input = {.kind = kind, .device = DEVICE_KEYBOARD};
    SDL_utf8strlcpy(input.text, text, sizeof input.text);
    add(r, event, input);
}

static void key_down(struct input_reader *r, const SDL_KeyboardEvent *key)
{
    struct input input = {.kind = INPUT_KEY,
                          .device = DEVICE_KEYBOARD,
                          .key = keys_translate(key->keysym),
                          .mods = keys_mods(key->keysym.mod),
                          .is_repeat = key->repeat != 0};
    // With Shift it is another one, which only its text tells.
    bool is_sign = keys_is_sign(input.key), is_other = is_sign && input.mods == MOD_SHIFT;
    r->told_sign = is_sign && !is_other ? input.key : KEY_NONE;
    input.is_raw = is_other || input.key == KEY_NONE;
    if (input.key == KEY_NONE)
        input.key = keys_translate_press(key->keysym);
    if (input.key != KEY_NONE && (r->takes_presses || !input.is_raw))
        add(r, (const SDL_Event *)key, input);
}

/// Where nobody types, text is keys: a "?" is Shift and / on some keyboards, and on others not.
static void text_typed(struct input_reader *r, const SDL_Event *event)
{
    const char *text = event->text.text;
    if (window_is_typing(r->window)) {
        add_text(r, event, INPUT_TEXT, text);
    } else if (keys_is_sign(text[0]) && !text[1] && text[0] != r->told_sign) {
        add(r, event,
            (struct input){.kind = INPUT_KEY,
                           .device = DEVICE_KEYBOARD,
                           .key = text[0],
                           .is_typed = true});
    }
    r->told_sign = KEY_NONE;
}

static void mouse_button(struct input_reader *r, const SDL_MouseButtonEvent *button)
{
    bool is_down = button->type == SDL_MOUSEBUTTONDOWN;
    struct input input = {.device = DEVICE_MOUSE, .at = to_output(r, button->x, button->y)};
    if (button->button == SDL_BUTTON_LEFT) {
        input.kind = is_down ? INPUT_PRESS : INPUT_RELEASE;
    } else if (button->button == SDL_BUTTON_X1 && is_down) {
        input.kind = INPUT_KEY;
        input.key = KEY_ESCAPE;
    } else {
        return;
    }
    add(r, (const SDL_Event *)button, input);
}

static void wheel(struct input_reader *r, const SDL_MouseWheelEvent *wheel)
{
    float lines = wheel->preciseY != 0 ? wheel->preciseY : (float)wheel->y;
    bool is_flipped = wheel->direction == SDL_MOUSEWHEEL_FLIPPED;
    if (lines != 0) {
        add(r, (const SDL_Event *)wheel,
            (struct input){.kind = INPUT_WHEEL,
                           .device = DEVICE_MOUSE,
                           .at = to_output(r, wheel->mouseX, wheel->mouseY),
                           .amount = is_flipped ? lines : -lines});
    }
}

// A second finger is not ours: everything can be done with one.
static void finger(struct input_reader *r, const SDL_TouchFingerEvent *event)
{
    static const enum input_kind kinds[] = {INPUT_PRESS, INPUT_RELEASE, INPUT_POINT};

    bool is_down = event->type == SDL_FINGERDOWN;
    if (is_down ? r->is_touched : !r->is_touched || event->fingerId != r->finger)
        return;
    r->is_touched = event->type != SDL_FINGERUP;
    r->finger = event->fingerId;
    int width, height;
    window_size(r->window, &width, &height);
    add(r, (const SDL_Event *)event,
        (struct input){.kind = kinds[event->type - SDL_FINGERDOWN],
                       .device = DEVICE_TOUCH,
                       .at = {event->x * (float)width, event->y * (float)height}});
}

/// What there is to do for the second window.
static enum input_news second_event(const SDL_Event *event)
{
    switch (event->window.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        return NEWS_SECOND_CHANGED;
    case SDL_WINDOWEVENT_CLOSE:
        return NEWS_SECOND_CLOSED;
    default:
        return NEWS_NONE;
    }
}

static bool is_of_second(const struct input_reader *r, const SDL_Event *event)
{
    if (!r->second)
        return false;
    uint32_t id = window_id(r->second);
    switch (event->type) {
    case SDL_WINDOWEVENT:
        return event->window.windowID == id &&
               event->window.event != SDL_WINDOWEVENT_FOCUS_GAINED &&
               event->window.event != SDL_WINDOWEVENT_FOCUS_LOST;
    case SDL_MOUSEMOTION:
        return event->motion.windowID == id;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return event->button.windowID == id;
    case SDL_MOUSEWHEEL:
        return event->wheel.windowID == id;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return event->tfinger.windowID == id;
    default:
        return false;
    }
}

static enum input_news window_event(struct input_reader *r, const SDL_Event *event)
{
    switch (event->window.event) {
    case SDL_WINDOWEVENT_CLOSE:
        // SDL says that the program is to end only with the last window.
        if (r->second)
            add(r, event, (struct input){.kind = INPUT_QUIT});
        return NEWS_NONE;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
        return NEWS_REDRAW;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        return NEWS_RESIZED;
    case SDL_WINDOWEVENT_LEAVE:
        add(r, event, (struct input){.kind = INPUT_LEAVE, .device = DEVICE_MOUSE});
        return NEWS_NONE;
    case SDL_WINDOWEVENT_FOCUS_GAINED:
    case SDL_WINDOWEVENT_FOCUS_LOST: {
        bool has_focus = event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED;
        pads_focus(&r->pads, has_focus);
        // What came and went in the meantime was not noticed.
        if (has_focus && r->pads.is_started)
            pads_search(&r->pads, input_now_ms());
        add(r, event, (struct input){.kind = has_focus ? INPUT_FOCUS : INPUT_UNFOCUS});
        return NEWS_NONE;
    }
    default:
        return NEWS_NONE;
    }
}

// SDL gives these texts to whoever takes the event.
static void taken_text(struct input_reader *r, const SDL_Event *event)
{
    if (event->type == SDL_TEXTEDITING_EXT) {
        add_text(r, event, INPUT_COMPOSING, event->editExt.text ? event->editExt.text : "");
        SDL_free(event->editExt.text);
        return;
    }
    // A path that does not fit would name another file.
    if (event->type == SDL_DROPFILE && event->drop.file &&
        strlen(event->drop.file) < sizeof((struct input *)0)->text)
        add_text(r, event, INPUT_DROP, event->drop.file);
    SDL_free(event->drop.file);
}

static void watch_told(struct input_reader *r, const SDL_Event *event)
{
    if (!r->pads.is_started || event->user.code == WATCH_DEVICES)
        pads_search(&r->pads, input_now_ms());
    if (event->user.code != WATCH_LINE)
        return;
    SDL_Event again = *event;
    SDL_Window *window = SDL_RenderGetWindow(window_renderer(r->window));
    if (puppet_do(&r->puppet, window, event->user.data1) || SDL_PushEvent(&again) != 1)
        SDL_free(event->user.data1);
}

static enum input_news translate(struct input_reader *r, const SDL_Event *event)
{
    if (is_of_second(r, event))
        return event->type == SDL_WINDOWEVENT ? second_event(event) : NEWS_NONE;
    switch (event->type) {
    case SDL_DISPLAYEVENT: // one came or went
        return NEWS_REDRAW;
    case SDL_QUIT:
        add(r, event, (struct input){.kind = INPUT_QUIT});
        return NEWS_NONE;
    case SDL_WINDOWEVENT:
        return window_event(r, event);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        return NEWS_LOST;
    case SDL_KEYDOWN:
        key_down(r, &event->key);
        return NEWS_NONE;
    case SDL_TEXTINPUT:
        text_typed(r, event);
        return NEWS_NONE;
    case SDL_TEXTEDITING:
        add_text(r, event, INPUT_COMPOSING, event->edit.text);
        return NEWS_NONE;
    case SDL_TEXTEDITING_EXT:
    case SDL_DROPFILE:
    case SDL_DROPTEXT:
        taken_text(r, event);
        return NEWS_NONE;
    case SDL_MOUSEMOTION:
        add(r, event,
            (struct input){.kind = INPUT_POINT,
                           .device = DEVICE_MOUSE,
                           .at = to_output(r, event->motion.x, event->motion.y)});
        return NEWS_NONE;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        mouse_button(r, &event->button);
        return NEWS_NONE;
    case SDL_MOUSEWHEEL:
        wheel(r, &event->wheel);
        return NEWS_NONE;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        finger(r, &event->tfinger);
        return NEWS_NONE;
    default:
        if (event->type == r->wake)
            return NEWS_WOKEN;
        if (r->watch && event->type == watch_event(r->watch)) {
            watch_told(r, event);
        } else {
            pads_event(&r->pads, event, time_of(event), &r->queue);
        }
        return NEWS_NONE;
    }
}

static int shorter(int a_ms, int b_ms)
{
    return a_ms < 0 ? b_ms : b_ms < 0 ? a_ms : SDL_min(a_ms, b_ms);
}

static bool next_event(int wait_ms, SDL_Event *event)
{
    if (wait_ms == 0)
        return SDL_PollEvent(event);
    return wait_ms < 0 ? SDL_WaitEvent(event) : SDL_WaitEventTimeout(event, wait_ms);
}

enum input_news input_wait(struct input_reader *r, int timeout_ms, struct input *input)
{
    int64_t now = input_now_ms(), end = now + timeout_ms;
    for (;; now = input_now_ms()) {
        if (pads_wait_ms(&r->pads, now) == 0)
            pads_poll(&r->pads, now, &r->queue);
        if (input_queue_take(&r->queue, input))
            return NEWS_INPUT;
        int left = timeout_ms < 0 ? -1 : (int)SDL_max(0, end - now);
        SDL_Event event;
        if (next_event(shorter(left, pads_wait_ms(&r->pads, now)), &event)) {
            enum input_news news = translate(r, &event);
            if (news != NEWS_NONE)
                return news;
        } else if (timeout_ms >= 0 && input_now_ms() >= end) {
            return NEWS_NONE;
        }
    }
}
