// sdl/file_map.h: a file's bytes for reading, without a copy where the system can.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Zeroed is nothing mapped.
struct file_map {
    const void *bytes;
    size_t size;
};

/// Maps the regular file `path`. Returns false, with `map` empty, if it cannot be read or has
/// no bytes.
bool file_map_open(struct file_map *map, const char *path);

/// Lets go of the bytes and leaves `map` empty; fine on an empty one.
void file_map_close(struct file_map *map);
