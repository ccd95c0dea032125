// app/media_files.h: where pictures and sounds get their files from.
#pragma once

#include "sdl/pictures.h"
#include "sdl/sounds.h"

/// For pictures_open(): reads a file of a bank; `context` is not used.
enum picture_state picture_file_read(void *context, struct picture_name name, struct buf *out);

/// Likewise for sounds_open().
enum sound_state sound_file_read(void *context, const char *folder, const char *file,
                                 struct buf *out);
