// base/arena.h: memory that is freed all at once.
#pragma once

#include <stddef.h>

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t data[];
};

/// Memory with one lifetime. A zeroed struct is an empty arena, ready to use.
struct arena {
    struct arena_block *blocks; // newest first
};

/// What arena_alloc() does where the newest block has no room.
void *arena_grow(struct arena *arena, size_t size);

/// Returns `size` zeroed bytes aligned to `align` (a power of two, at most that of
/// max_align_t) that live until arena_free() or arena_reset(). Never returns NULL: running
/// out of memory ends the program with a message.
static inline void *arena_alloc(struct arena *arena, size_t size, size_t align)
{
    struct arena_block *block = arena->blocks;
    size_t at = block ? (block->used + align - 1) & ~(align - 1) : 0;
    if (!block || at > block->size || block->size - at < size)
        return arena_grow(arena, size);
    block->used = at + size;
    return (char *)block->data + at;
}

/// Returns a NUL-terminated copy of the `len` bytes at `text`.
char *arena_text(struct arena *arena, const char *text, size_t len);

/// Returns text made as by printf().
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
char *
arena_printf(struct arena *arena, const char *format, ...);

/// Gives back what is behind `end` of the piece that arena_alloc() returned last. It must be
/// zero again. Nothing happens to a large piece.
void arena_trim(struct arena *arena, const char *end);

/// Makes `arena` empty but keeps one block, so that filling it again costs no allocation.
/// All that came from it is gone.
void arena_reset(struct arena *arena);

/// Frees all that came from `arena` and leaves it empty. Freeing an empty arena is fine.
void arena_free(struct arena *arena);

/// Bytes that `arena` holds from the system.
size_t arena_size(const struct arena *arena);

/// An array of `count` zeroed `type`s.
#define ARENA_ARRAY(arena, count, type)                                                        \
    ((type *)arena_alloc((arena), (size_t)(count) * sizeof(type), _Alignof(type)))
