#include "sdl/puppet.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

/// A name and SDL's number.
struct puppet_name {
    const char *name;
    int number;
};

static const struct puppet_name buttons[] = {
    {"south", SDL_CONTROLLER_BUTTON_A},
    {"east", SDL_CONTROLLER_BUTTON_B},
    {"west", SDL_CONTROLLER_BUTTON_X},
    {"north", SDL_CONTROLLER_BUTTON_Y},
    {"up", SDL_CONTROLLER_BUTTON_DPAD_UP},
    {"down", SDL_CONTROLLER_BUTTON_DPAD_DOWN},
    {"left", SDL_CONTROLLER_BUTTON_DPAD_LEFT},
    {"right", SDL_CONTROLLER_BUTTON_DPAD_RIGHT},
    {"start", SDL_CONTROLLER_BUTTON_START},
    {"back", SDL_CONTROLLER_BUTTON_BACK},
    {"leftshoulder", SDL_CONTROLLER_BUTTON_LEFTSHOULDER},
    {"rightshoulder", SDL_CONTROLLER_BUTTON_RIGHTSHOULDER},
    {"rightstick", SDL_CONTROLLER_BUTTON_RIGHTSTICK},
    {NULL, -1},
};

static const struct puppet_name axes[] = {
    {"leftx", SDL_CONTROLLER_AXIS_LEFTX},
    {"lefty", SDL_CONTROLLER_AXIS_LEFTY},
    {"rightx", SDL_CONTROLLER_AXIS_RIGHTX},
    {"righty", SDL_CONTROLLER_AXIS_RIGHTY},
    {"lefttrigger", SDL_CONTROLLER_AXIS_TRIGGERLEFT},
    {"righttrigger", SDL_CONTROLLER_AXIS_TRIGGERRIGHT},
    {NULL, -1},
};

static const struct puppet_name touches[] = {
    {"down", SDL_FINGERDOWN}, {"move", SDL_FINGERMOTION}, {"up", SDL_FINGERUP}, {NULL, -1}};

static int find(const struct puppet_name *names, const char *name)
{
    while (names->name && strcmp(names->name, name) != 0)
        names++;
    return names->number;
}

static SDL_Joystick *attach(void)
{
    int device =
        SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                  SDL_CONTROLLER_BUTTON_MAX, 0);
    return device >= 0 ? SDL_JoystickOpen(device) : NULL;
}

// The places of devices change when one goes.
static int device_of(SDL_Joystick *joystick)
{
    SDL_JoystickID id = SDL_JoystickInstanceID(joystick);
    for (int i = 0; i < SDL_NumJoysticks(); i++) {
        if (SDL_JoystickGetDeviceInstanceID(i) == id)
            return i;
    }
    return -1;
}

static void detach(struct puppet *puppet, int at)
{
    if (!puppet->pads[at])
        return;
    int device = device_of(puppet->pads[at]);
    SDL_JoystickClose(puppet->pads[at]);
    puppet->pads[at] = NULL;
    if (device >= 0)
        SDL_JoystickDetachVirtual(device);
}

void puppet_close(struct puppet *puppet)
{
    for (int i = 0; i < PUPPET_PADS; i++)
        detach(puppet, i);
}

static void set_button(SDL_Joystick *pad, const char *name, bool is_down)
{
    int button = find(buttons, name);
    if (button >= 0)
        SDL_JoystickSetVirtualButton(pad, button, is_down);
}

// A virtual trigger rests at the lower end of its axis.
static void set_axis(SDL_Joystick *pad, const char *name, double value)
{
    int axis = find(axes, name);
    bool is_trigger = axis >= SDL_CONTROLLER_AXIS_TRIGGERLEFT;
    double way = is_trigger ? 2 * value - 1 : value;
    if (axis >= 0)
        SDL_JoystickSetVirtualAxis(pad, axis, (Sint16)(way * 32767));
}

static void touch(SDL_Window *window, const char *what, float x, float y)
{
    int type = find(touches, what), width = 1, height = 1;
    SDL_GetWindowSize(window, &width, &height);
    SDL_Event event = {.tfinger = {.type = (Uint32)type,
                                   .timestamp = SDL_GetTicks(),
                                   .touchId = 1,
                                   .fingerId = 1,
                                   .x = x / (float)width,
                                   .y = y / (float)height,
                                   .windowID = SDL_GetWindowID(window)}};
    if (type >= 0)
        SDL_PushEvent(&event);
}

/// The words of a line.
struct words {
    char command[16], name[16];
    float x, y;
};

static void lead(SDL_Joystick *pad, const struct words *words)
{
    if (strcmp(words->command, "press") == 0) {
        set_button(pad, words->name, true);
    } else if (strcmp(words->command, "release") == 0) {
        set_button(pad, words->name, false);
    } else if (strcmp(words->command, "axis") == 0) {
        set_axis(pad, words->name, (double)words->x);
    }
}

/// Which gamepad is meant, from 0 on.
static int pad_meant(const struct words *words)
{
    bool is_axis = strcmp(words->command, "axis") == 0;
    bool is_whole =
        strcmp(words->command, "attach") == 0 || strcmp(words->command, "detach") == 0;
    float number = is_whole ? strtof(words->name, NULL) : is_axis ? words->y : words->x;
    return number > 1 && number <= PUPPET_PADS ? (int)number - 1 : 0;
}

bool puppet_do(struct puppet *puppet, SDL_Window *window, const char *line)
{
    struct words words = {0};
    sscanf(line, "%15s %15s %f %f", words.command, words.name, // NOLINT(cert-err34-c)
           &words.x, &words.y);
    if (strcmp(words.command, "touch") == 0) {
        touch(window, words.name, words.x, words.y);
        return true;
    }
    int at = pad_meant(&words);
    if (strcmp(words.command, "detach") == 0) {
        detach(puppet, at);
        return true;
    }
    if (!puppet->pads[at]) {
        puppet->pads[at] = attach();
        return !puppet->pads[at];
    }
    lead(puppet->pads[at], &words);
    return true;
}
