// app/stage_parts.h: what the files of the stage share.
#pragma once

#include "app/stage.h"

struct stage_layer *stage_top(struct stage *stage);

/// Sends `action` to the screen on top and does what it asks for. Returns whether it did or
/// asked for anything.
bool stage_send(struct stage *stage, const struct action *action);

/// Whether what is wrong in files is on top, so that nothing else need say so.
bool stage_shows_report(const struct stage *stage);
