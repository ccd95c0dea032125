// store/media.h: pictures and sounds beside a bank.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum media_state {
    MEDIA_READ,
    MEDIA_MISSING,   // there is no such file, or nobody may read it
    MEDIA_OUTSIDE,   // a link leads out of the folder
    MEDIA_TOO_LARGE, // it has more than the bytes allowed
};

/// Adds the bytes of `file`, a path in `folder`, to `out`: at most `max_bytes` (whole MiB), and
/// only if the file is in that folder, wherever links lead. `out` is as it was unless
/// MEDIA_READ.
enum media_state media_read(const char *folder, const char *file, size_t max_bytes,
                            struct buf *out);
