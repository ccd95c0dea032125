#include "sdl/pad.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    POLL_MS = 17, // just below 60 times a second
    HURRIED_POLL_MS = 4,
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
    for (int i = 0; i < PADS_ROOM; i++)
        SDL_GameControllerClose(pads->attached[i].controller);
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

static int number_of(const struct pads *pads, const struct pad_attached *pad)
{
    return (int)(pad - pads->attached) + 1;
}

static struct input about(const struct pads *pads, const struct pad_attached *pad,
                          enum input_kind kind, int64_t now_ms)
{
    return (struct input){.kind = kind,
                          .device = DEVICE_PAD,
                          .at_ms = now_ms,
                          .pad_number = number_of(pads, pad)};
}

static void add_scroll(const struct pads *pads, const struct pad_attached *pad, int64_t now_ms,
                       struct input_queue *queue)
{
    struct input input = about(pads, pad, INPUT_SCROLL_AXIS, now_ms);
    input.amount = pad->scroll;
    input_queue_add(queue, &input);
}

void pads_poll(struct pads *pads, int64_t now_ms, struct input_queue *queue)
{
    SDL_GameControllerUpdate();
    bool is_used = pads->count > 0 && pads->has_focus;
    int used_ms = pads->is_hurried ? HURRIED_POLL_MS : POLL_MS;
    pads->poll_at_ms = now_ms + (is_used ? used_ms : SEARCH_POLL_MS);
    if (pads->held.pad != PAD_NONE && now_ms >= pads->repeat_at_ms) {
        pads->held.at_ms = now_ms;
        input_queue_add(queue, &pads->held);
        pads->repeat_at_ms = now_ms + REPEAT_MS;
    }
    for (int i = 0; i < PADS_ROOM; i++) {
        if (pads->attached[i].scroll != 0 && now_ms >= pads->scroll_at_ms)
            add_scroll(pads, &pads->attached[i], now_ms, queue);
    }
    if (now_ms >= pads->scroll_at_ms)
        pads->scroll_at_ms = now_ms + POLL_MS;
}

static void press(struct pads *pads, const struct input *input, struct input_queue *queue)
{
    input_queue_add(queue, input);
    if (input->pad >= PAD_UP && input->pad <= PAD_RIGHT) {
        pads->held = *input;
        pads->held.is_repeat = true;
        pads->repeat_at_ms = input->at_ms + REPEAT_FIRST_MS;
    }
}

static void press_button(struct pads *pads, const struct pad_attached *pad, enum pad button,
                         int64_t now_ms, struct input_queue *queue)
{
    struct input input = about(pads, pad, INPUT_PAD, now_ms);
    input.pad = button;
    press(pads, &input, queue);
}

static void release(struct pads *pads, const struct pad_attached *pad, enum pad button)
{
    if (pads->held.pad == button && pads->held.pad_number == number_of(pads, pad))
        pads->held.pad = PAD_NONE;
}

/// What is left of `pad` when nothing of it is held.
static void release_pad(struct pads *pads, struct pad_attached *pad)
{
    if (pads->held.pad_number == number_of(pads, pad))
        pads->held.pad = PAD_NONE;
    *pad = (struct pad_attached){.controller = pad->controller};
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

static struct pad_attached *find(struct pads *pads, const SDL_GameController *controller)
{
    for (int i = 0; i < PADS_ROOM; i++) {
        if (pads->attached[i].controller == controller)
            return &pads->attached[i];
    }
    return NULL;
}

static struct pad_attached *pad_of(struct pads *pads, SDL_JoystickID id)
{
    const SDL_GameController *controller = SDL_GameControllerFromInstanceID(id);
    return controller ? find(pads, controller) : NULL;
}

static struct pad_identity identity_of(SDL_GameController *controller)
{
    const char *serial = SDL_GameControllerGetSerial(controller);
    struct pad_identity identity = {
        .is_used = true,
        .kind = SDL_JoystickGetGUID(SDL_GameControllerGetJoystick(controller))};
    snprintf(identity.serial, sizeof identity.serial, "%s", serial ? serial : "");
    return identity;
}

/// How well `number` suits who is `now`: the one that it was, one of its kind, none yet, any.
static int fit(const struct pad_identity *last, const struct pad_identity *now)
{
    if (!last->is_used)
        return 1;
    bool is_kind = memcmp(&last->kind, &now->kind, sizeof now->kind) == 0;
    bool is_same = strcmp(last->serial, now->serial) == 0;
    if (!is_kind || !is_same)
        return 0;
    return now->serial[0] ? 3 : 2;
}

/// The free place for a gamepad that was just opened. Those of one kind that tell no serial are
/// told apart by the order in which they come alone.
static struct pad_attached *place_for(struct pads *pads, const struct pad_identity *now)
{
    struct pad_attached *best = NULL;
    int best_fit = -1;
    for (int i = 0; i < PADS_ROOM; i++) {
        int is = pads->attached[i].controller ? -1 : fit(&pads->last[i], now);
        if (is > best_fit) {
            best = &pads->attached[i];
            best_fit = is;
        }
    }
    return best;
}

static void attach(struct pads *pads, int device, int64_t now_ms, struct input_queue *queue)
{
    SDL_GameController *controller = find(pads, NULL) ? SDL_GameControllerOpen(device) : NULL;
    if (!controller)
        return;
    if (find(pads, controller)) {
        SDL_GameControllerClose(controller);
        return;
    }
    const struct pad_identity now = identity_of(controller);
    struct pad_attached *place = place_for(pads, &now);
    place->controller = controller;
    pads->last[number_of(pads, place) - 1] = now;
    pads->count++;
    pads->glyphs = glyphs_of(controller);
    pads->poll_at_ms = 0;
    struct input input = about(pads, place, INPUT_PAD_FOUND, now_ms);
    input_queue_add(queue, &input);
}

static void detach(struct pads *pads, struct pad_attached *pad, int64_t now_ms,
                   struct input_queue *queue)
{
    if (!pad)
        return;
    SDL_GameControllerClose(pad->controller);
    release_pad(pads, pad);
    pad->controller = NULL;
    pads->count--;
    struct input input = about(pads, pad, INPUT_PAD_LOST, now_ms);
    input_queue_add(queue, &input);
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
static enum pad stick_direction(const struct pad_attached *pad)
{
    float x = pad->stick_x, y = pad->stick_y, far = fmaxf(fabsf(x), fabsf(y));
    if (far < (pad->stick == PAD_NONE ? press_at : release_at))
        return PAD_NONE;
    if (fabsf(x) > fabsf(y))
        return x < 0 ? PAD_LEFT : PAD_RIGHT;
    return y < 0 ? PAD_UP : PAD_DOWN;
}

static void move_stick(struct pads *pads, struct pad_attached *pad, int64_t now_ms,
                       struct input_queue *queue)
{
    enum pad before = pad->stick;
    pad->stick = stick_direction(pad);
    if (pad->stick == before)
        return;
    release(pads, pad, before);
    if (pad->stick == PAD_NONE)
        return;
    struct input input = about(pads, pad, INPUT_PAD, now_ms);
    input.pad = pad->stick;
    input.is_stick = true;
    press(pads, &input, queue);
}

static void move_trigger(struct pads *pads, struct pad_attached *pad, int which, float way,
                         int64_t now_ms, struct input_queue *queue)
{
    bool is_down = way > (pad->triggers[which] ? release_at : press_at);
    if (is_down && !pad->triggers[which]) {
        press_button(pads, pad, which ? PAD_RIGHT_TRIGGER : PAD_LEFT_TRIGGER, now_ms, queue);
    }
    pad->triggers[which] = is_down;
}

static void move_scroll(const struct pads *pads, struct pad_attached *pad, float way,
                        int64_t now_ms, struct input_queue *queue)
{
    bool was_moving = pad->scroll != 0;
    pad->scroll = fabsf(way) < rest_within ? 0 : way;
    if (was_moving && pad->scroll == 0)
        add_scroll(pads, pad, now_ms, queue);
}

static void move_axis(struct pads *pads, const SDL_ControllerAxisEvent *event, int64_t now_ms,
                      struct input_queue *queue)
{
    struct pad_attached *pad = pad_of(pads, event->which);
    float way = (float)event->value / 32767;
    if (!pad)
        return;
    switch (event->axis) {
    case SDL_CONTROLLER_AXIS_LEFTX:
        pad->stick_x = way;
        move_stick(pads, pad, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_LEFTY:
        pad->stick_y = way;
        move_stick(pads, pad, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_RIGHTY:
        move_scroll(pads, pad, way, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
        move_trigger(pads, pad, 0, way, now_ms, queue);
        return;
    case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
        move_trigger(pads, pad, 1, way, now_ms, queue);
        return;
    default:
        return;
    }
}

static void move_button(struct pads *pads, const SDL_ControllerButtonEvent *event,
                        int64_t now_ms, struct input_queue *queue)
{
    struct pad_attached *pad = pad_of(pads, event->which);
    enum pad button = button_of(event->button);
    if (!pad || button == PAD_NONE)
        return;
    if (event->type == SDL_CONTROLLERBUTTONUP) {
        release(pads, pad, button);
        return;
    }
    pads->glyphs = glyphs_of(pad->controller);
    press_button(pads, pad, button, now_ms, queue);
}

void pads_event(struct pads *pads, const SDL_Event *event, int64_t now_ms,
                struct input_queue *queue)
{
    switch (event->type) {
    case SDL_CONTROLLERDEVICEADDED:
        attach(pads, event->cdevice.which, now_ms, queue);
        return;
    case SDL_CONTROLLERDEVICEREMOVED:
        detach(pads, pad_of(pads, event->cdevice.which), now_ms, queue);
        return;
    case SDL_CONTROLLERBUTTONDOWN:
    case SDL_CONTROLLERBUTTONUP:
        move_button(pads, &event->cbutton, now_ms, queue);
        return;
    case SDL_CONTROLLERAXISMOTION:
        move_axis(pads, &event->caxis, now_ms, queue);
        return;
    default:
        return;
    }
}

void pads_hurry(struct pads *pads, bool is_hurried)
{
    if (pads->is_hurried != is_hurried)
        pads->poll_at_ms = 0;
    pads->is_hurried = is_hurried;
}

void pads_focus(struct pads *pads, bool has_focus)
{
    pads->has_focus = has_focus;
    pads->poll_at_ms = 0;
    for (int i = 0; i < PADS_ROOM && !has_focus; i++)
        release_pad(pads, &pads->attached[i]);
}
