// app/picture_files.h: where pictures get their files from.
#pragma once

#include "sdl/pictures.h"

/// For pictures_open(): reads a file of a bank; `context` is not used.
enum picture_state picture_file_read(void *context, struct picture_name name, struct buf *out);
