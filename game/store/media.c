#include "store/media.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/file.h"

/// Whether `path` is in `folder`; both have no links in them.
static bool is_inside(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    if (strcmp(folder, "/") == 0)
        return true;
    return strncmp(path, folder, len) == 0 && path[len] == '/';
}

enum media_state media_read(const char *folder, const char *file, size_t max_bytes,
                            struct buf *out)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    char *top = realpath(folder, NULL);
    char *path = realpath(arena_printf(&arena, "%s/%s", folder, file), NULL);
    enum media_state state = MEDIA_MISSING;
    struct file_stamp stamp;
    if (top && path && !is_inside(path, top)) {
        state = MEDIA_OUTSIDE;
    } else if (top && path && file_stamp(path, &stamp) && stamp.bytes > (int64_t)max_bytes) {
        state = MEDIA_TOO_LARGE;
    } else if (top && path && file_read(path, max_bytes, out, &diags)) {
        state = MEDIA_READ;
    }
    free(top);
    free(path);
    arena_free(&arena);
    return state;
}
