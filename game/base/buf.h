// base/buf.h: bytes that grow.
#pragma once

#include <stddef.h>

/// A growing run of bytes. Zeroed is empty and ready to use. `data` ends in a NUL that
/// `len` does not count, and is NULL only while nothing was ever added.
struct buf {
    char *data;
    size_t len, room;
};

/// Makes room for `more` bytes and a NUL. Running out of memory ends the program.
void buf_reserve(struct buf *buf, size_t more);

/// Adds `len` bytes; `bytes` must not lie inside `buf`.
void buf_add(struct buf *buf, const void *bytes, size_t len);

/// Adds NUL-terminated `text`.
void buf_text(struct buf *buf, const char *text);

/// Adds one byte.
void buf_byte(struct buf *buf, char byte);

/// Adds text made as by printf().
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void buf_printf(struct buf *buf, const char *format, ...);

/// Drops the contents and keeps the memory.
void buf_clear(struct buf *buf);

/// Frees the memory and leaves `buf` empty. Freeing an empty one is fine.
void buf_free(struct buf *buf);
