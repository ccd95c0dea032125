#include "sdl/pad.h"

#include <math.h>

enum {
    POLL_MS = 17, // just below 60 times a second
    SEARCH_MS = 3000,
    SEARCH_POLL_MS = 250,
    REPEAT_FIRST_MS = 400,
    REPEAT_MS = 120
};

// Of a stick's or trigger's way: where it counts as pressed, as let go, and as at rest.
static const float press_at = .5F, release_at = .35F, rest_within = .2F;

void pads_search(struct pads *pads, int64_t now_ms)
{
    if (!pads->is_started) {
        // Buttons by place, not by the letter on them.
        SDL_SetHint(SDL_HINT_GAMECONTROLLER_USE_BUTTON_LABELS, "0");
        pads->is_started = SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
    }
    pads->search_until_ms = now_ms + SEARCH_MS;
    pads->poll_at_ms = now_ms;
}

void pads_close(struct pads *pads)
{
    for (int i = 0; i < pads->count; i++)
        SDL_GameControllerClose(pads->open[i]);
    if (pads->is_started)
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    *pads = (struct pads){0};
}

int pads_wait_ms(const struct pads *pads, int64_t now_ms)
{
    bool is_used = pads->count > 0 && pads->has_focus;
    if (!pads->is_started || (!is_used && now_ms >= pads->search_until_ms))
        return -1;
    return pads->poll_at_ms <= now_ms ? 0 : (int)(pads->poll_at_ms - now_ms);
}

static void add(struct input_queue *queue, enum input_kind kind, enum pad pad, int64_t now_ms)
{
    input_queue_add(
        queue,
        &(struct input){.kind = kind, .device = DEVICE_PAD, .at_ms = now_ms, .pad = pad});
}

void pads_poll(struct pads *pads, int64_t now_ms, struct input_queue *queue)
{
    SDL_GameControllerUpdate();
    bool is_used = pads->count > 0 && pads->has_focus;
    pads->poll_at_ms = now_ms + (is_used ? POLL_MS : SEARCH_POLL_MS);
    if (pads->held != PAD_NONE && now_ms >= pads->repeat_at_ms) {
        input_queue_add(queue, &(struct input){.kind = INPUT_PAD,
                                               .device = DEVICE_PAD,
                                               .at_ms = now_ms,
                                               .pad = pads->held,
                                               .is_repeat = true});
        pads->repeat_at_ms = now_ms + REPEAT_MS;
    }
    if (pads->scroll != 0) {
        input_queue_add(queue, &(struct input){.kind = INPUT_SCROLL_AXIS,
                                               .device = DEVICE_PAD,
                                               .at_ms = now_ms,
                                               .amount = pads->scroll});
    }
}

static void press(struct pads *pads, enum pad pad, int64_t now_ms, struct input_queue *queue)
{
    add(queue, INPUT_PAD, pad, now_ms);
    if (pad >= PAD_UP && pad <= PAD_RIGHT) {
        pads->held = pad;
        pads->repeat_at_ms = now_ms + REPEAT_FIRST_MS;
    }
}

static void release(struct pads *pads, enum pad pad)
{
    if (pads->held == pad)
        pads->held = PAD_NONE;
}

static void release_all(struct pads *pads)
{
    pads->held = pads->stick = PAD_NONE;
    pads->stick_x = pads->stick_y = pads->scroll = 0;
    pads->triggers[0] = pads->triggers[1] = false;
}

static enum pad_glyphs glyphs_of(SDL_GameController *controller)
{
    switch ((int)SDL_GameControllerGetType(controller)) {
    case SDL_CONTROLLER_TYPE_PS3:
    case SDL_CONTROLLER_TYPE_PS4:
    case SDL_CONTROLLER_TYPE_PS5:
        return PAD_GLYPHS_SHAPES;
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_LEFT:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_RIGHT:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR:
        return PAD_GLYPHS_SWAPPED;
    default:
        return PAD_GLYPHS_LETTERS;
    }
}

static void attach(struct pads *pads, int device)
{
    SDL_GameController *controller =
        pads->count < PADS_ROOM ? SDL_GameControllerOpen(device) : NULL;
    if (!controller)
        return;
    for (int i = 0; i < pads->count; i++) {
        if (pads->open[i] == controller) {
            SDL_GameControllerClose(controller);
            return;
        }
    }
    pads->open[pads->count++] = controller;
    pads->glyphs = glyphs_of(controller);
    pads->poll_at_ms = 0;
}

static void detach(struct pads *pads, SDL_JoystickID id, int64_t now_ms,
                   struct input_queue *queue)
{
    for (int i = 0; i < pads->count; i++) {
        SDL_Joystick *joystick = SDL_GameControllerGetJoystick(pads->open[i]);
        if (SDL_JoystickInstanceID(joystick) != id)
            continue;
        SDL_GameControllerClose(pads->open[i]);
        pads->open[i] = pads->open[--pads->count];
        release_all(pads);
        add(queue, INPUT_PAD_LOST, PAD_NONE, now_ms);
        return;
    }
}

static enum pad button_of(int button)
{
    static const enum pad buttons[SDL_CONTROLLER_BUTTON_MAX] = {
        [SDL_CONTROLLER_BUTTON_A] = PAD_SOUTH,
        [SDL_CONTROLLER_BUTTON_B] = PAD_EAST,
        [SDL_CONTROLLER_BUTTON_X] = PAD_WEST,
        [SDL_CONTROLLER_BUTTON_Y] = PAD_NORTH,
        [SDL_CONTROLLER_BUTTON_DPAD_UP] = PAD_UP,
        [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = PAD_DOWN,
        [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = PAD_LEFT,
        [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = PAD_RIGHT,
        [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = PAD_LEFT_SHOULDER,
        [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = PAD_RIGHT_SHOULDER,
        [SDL_CONTROLLER_BUTTON_START] = PAD_START,
        [SDL_CONTROLLER_BUTTON_BACK] = PAD_BACK,
        [SDL_CONTROLLER_BUTTON_RIGHTSTICK] = PAD_RIGHT_STICK,
    };

    return button < SDL_CONTROLLER_BUTTON_MAX ? buttons[button] : PAD_NONE;
}

// Where the left stick points; it keeps its direction until it is let go or points elsewhere.
static enum pad stick_direction(const struct pads *pads)
{
    float x = pads->stick_x, y = pads->stick_y, far = fmaxf(fabsf(x), fabsf(y));
    if (far < (pads->stick == PAD_NONE ? press_at : release_at))
        return PAD_NONE;
    if (fabsf(x) > fabsf(y))
        return x < 0 ? PAD_LEFT : PAD_RIGHT;
    return y < 0 ? PAD_UP : PAD_DOWN;
}

static void move_stick(struct pads *pads, int64_t now_ms, struct input_queue *queue)
{
    enum pad before = pads->stick;
    pads->stick = stick_direction(pads);
    if (pads->stick == before)
        return;
    release(pads, before);
    if (pads->stick != PAD_NONE)
        press(pads, pads->stick, now_ms, queue);
}

static void move_trigger(struct pads *pads, int which, float way, int64_t now_ms,
                         struct input_queue *queue)
{
    bool is_down = way > (pads->triggers[which] ? release_at : press_at);
    if (is_down && !pads->triggers[which])
        press(pads, which ? PAD_RIGHT_TRIGGER : PAD_LEFT_TRIGGER, now_ms, queue);
    pads->triggers[which] = is_down;
}

static void move_scroll(struct pads *pads, float way, int64_t now_ms, struct input_queue *queue)
{
    bool was_moving = pads->scroll != 0;
    pads->scroll = fabsf(way) < rest_within ? 0 : way;
    if (was_moving && pads->scroll == 0)
        add(queue, INPUT_SCROLL_AXIS, PAD_NONE, now_ms);
}

static void move_axis(struct pads *pads, int axis, float way, int64_t now_ms,
                      struct input_queue *queue)
{
    switch (axis) {
    case SDL_CONTROLLER_AXIS_LEFTX:
        pads->stick_x = way;
        move_stick(pads, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_LEFTY:
        pads->stick_y = way;
        move_stick(pads, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_RIGHTY:
        move_scroll(pads, way, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
        move_trigger(pads, 0, way, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
        move_trigger(pads, 1, way, now_ms, queue);
        return;
    default:
        return;
    }
}

void pads_event(struct pads *pads, const SDL_Event *event, int64_t now_ms,
                struct input_queue *queue)
{
    switch (event->type) {
    case SDL_CONTROLLERDEVICEADDED:
        attach(pads, event->cdevice.which);
        return;
    case SDL_CONTROLLERDEVICEREMOVED:
        detach(pads, event->cdevice.which, now_ms, queue);
        return;
    case SDL_CONTROLLERBUTTONDOWN: {
        SDL_GameController *used = SDL_GameControllerFromInstanceID(event->cbutton.which);
        if (used)
            pads->glyphs = glyphs_of(used);
        if (button_of(event->cbutton.button) != PAD_NONE)
            press(pads, button_of(event->cbutton.button), now_ms, queue);
        return;
    }
    case SDL_CONTROLLERBUTTONUP:
        release(pads, button_of(event->cbutton.button));
        return;
    case SDL_CONTROLLERAXISMOTION:
        move_axis(pads, event->caxis.axis, (float)event->caxis.value / 32767, now_ms, queue);
        return;
    default:
        return;
    }
}

void pads_focus(struct pads *pads, bool has_focus)
{
    pads->has_focus = has_focus;
    pads->poll_at_ms = 0;
    if (!has_focus)
        release_all(pads);
}
