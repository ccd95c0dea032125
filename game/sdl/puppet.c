#include "sdl/puppet.h"

#include <stdbool.h>
#include <stdio.h>
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

static void attach(struct puppet *puppet)
{
    puppet->device =
        SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                  SDL_CONTROLLER_BUTTON_MAX, 0);
    if (puppet->device >= 0)
        puppet->joystick = SDL_JoystickOpen(puppet->device);
}

void puppet_close(struct puppet *puppet)
{
    if (!puppet->joystick)
        return;
    SDL_JoystickClose(puppet->joystick);
    SDL_JoystickDetachVirtual(puppet->device);
    *puppet = (struct puppet){0};
}

static void set_button(struct puppet *puppet, const char *name, bool is_down)
{
    int button = find(buttons, name);
    if (button >= 0)
        SDL_JoystickSetVirtualButton(puppet->joystick, button, is_down);
}

// A virtual trigger rests at the lower end of its axis.
static void set_axis(struct puppet *puppet, const char *name, double value)
{
    int axis = find(axes, name);
    bool is_trigger = axis >= SDL_CONTROLLER_AXIS_TRIGGERLEFT;
    double way = is_trigger ? 2 * value - 1 : value;
    if (axis >= 0)
        SDL_JoystickSetVirtualAxis(puppet->joystick, axis, (Sint16)(way * 32767));
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

static void lead(struct puppet *puppet, const char *command, const char *name, float value)
{
    if (strcmp(command, "detach") == 0) {
        puppet_close(puppet);
    } else if (strcmp(command, "press") == 0) {
        set_button(puppet, name, true);
    } else if (strcmp(command, "release") == 0) {
        set_button(puppet, name, false);
    } else if (strcmp(command, "axis") == 0) {
        set_axis(puppet, name, (double)value);
    }
}

bool puppet_do(struct puppet *puppet, SDL_Window *window, const char *line)
{
    char command[16] = "", name[16] = "";
    float x = 0, y = 0;
    sscanf(line, "%15s %15s %f %f", command, name, &x, &y); // NOLINT(cert-err34-c)
    if (strcmp(command, "touch") == 0) {
        touch(window, name, x, y);
        return true;
    }
    if (!puppet->joystick && strcmp(command, "detach") != 0) {
        attach(puppet);
        return !puppet->joystick;
    }
    lead(puppet, command, name, x);
    return true;
}
