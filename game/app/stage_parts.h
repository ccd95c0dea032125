// app/stage_parts.h: what the files of the stage share.
#pragma once

#include "app/stage.h"
#include "screens/dock.h"

struct stage_layer *stage_top(struct stage *stage);

/// Sends `action` to the screen on top and does what it asks for. Returns whether it did or
/// asked for anything.
bool stage_send(struct stage *stage, const struct action *action);

/// What the line along the bottom lies below.
enum dock_place stage_dock_place(const struct stage *stage);
