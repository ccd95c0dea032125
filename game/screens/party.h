// screens/party.h: shapes that fly up when something went well.
#pragma once

#include "ui/ui.h"

/// The answer marks fly up from `from` and fall, for MOTION_PARTY_MS from `since_ms` on. Where
/// they are follows from the time alone. Draws nothing before, or with reduced motion.
void party_draw(struct ui *ui, struct point from, int64_t since_ms);
