// app/errands.h: what screens ask of the system around the stage.
#pragma once

#include "app/stage.h"

/// Does what the screens asked for since the last call. Returns whether something is to be said
/// of it.
bool errands_run(const struct stage_host *host, struct game *game, int64_t now_ms);
