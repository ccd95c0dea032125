// sdl/puppet.h: gamepads and a finger led by lines of text, for tests only.
#pragma once

#include <stdbool.h>

struct SDL_Window;
struct _SDL_Joystick;

enum { PUPPET_PADS = 8 };

/// Zeroed is no gamepad.
struct puppet {
    struct _SDL_Joystick *pads[PUPPET_PADS]; // NULL: not attached
};

/// Does what `line` says; nothing if it makes no sense. The joystick subsystem must run.
/// Returns false if it had to attach a gamepad first: the program has to hear of that before,
/// so do the line again after the events that are waiting now.
///   attach [PAD], detach [PAD]       a gamepad, from 1 on; the commands below attach it too
///   press NAME [PAD]                 south east west north up down left right start back
///   release NAME [PAD]               leftshoulder rightshoulder rightstick
///   axis NAME VALUE [PAD]            leftx lefty rightx righty, -1 to 1;
///                                    lefttrigger righttrigger, 0 to 1
///   touch down|move|up X Y           a finger at X, Y in points of `window`
bool puppet_do(struct puppet *puppet, struct SDL_Window *window, const char *line);

/// Detaches all gamepads.
void puppet_close(struct puppet *puppet);
