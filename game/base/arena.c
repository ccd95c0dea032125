#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Most arenas hold little, and the first touch of a page is dear, so blocks begin small.
enum { BLOCK_LEAST = 4 * 1024, BLOCK_MOST = 64 * 1024 };

static struct arena_block *block_new(size_t size, struct arena_block *next)
{
    struct arena_block *block = calloc(1, sizeof *block + size);
    if (!block) {
        fprintf(stderr, "quartet: out of memory (%zu bytes)\n", size);
        abort();
    }
    block->next = next;
    block->size = size;
    return block;
}

static size_t next_block_size(const struct arena_block *newest, size_t piece)
{
    size_t size = newest ? 2 * newest->size : BLOCK_LEAST - sizeof *newest;
    size = size > BLOCK_MOST ? BLOCK_MOST : size;
    return size > piece ? size : piece;
}

void *arena_grow(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->blocks;
    // A large piece gets a block of its own behind the newest, which still has room.
    if (block && size > BLOCK_MOST / 4) {
        block->next = block_new(size, block->next);
        block->next->used = size;
        return block->next->data;
    }
    block = arena->blocks = block_new(next_block_size(block, size), block);
    block->used = size;
    return block->data;
}

char *arena_text(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_alloc(arena, len + 1, 1);
    if (len)
        memcpy(copy, text, len);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(arena, (size_t)(len < 0 ? 0 : len) + 1, 1);
    if (len > 0)
        vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

void arena_trim(struct arena *arena, const char *end)
{
    struct arena_block *block = arena->blocks;
    if (!block)
        return;
    uintptr_t start = (uintptr_t)block->data;
    if ((uintptr_t)end >= start && (uintptr_t)end - start <= block->used)
        block->used = (uintptr_t)end - start;
}

void arena_reset(struct arena *arena)
{
    struct arena_block *kept = arena->blocks;
    if (!kept)
        return;
    struct arena rest = {.blocks = kept->next};
    arena_free(&rest);
    memset(kept->data, 0, kept->used);
    kept->next = NULL;
    kept->used = 0;
}

void arena_free(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}

size_t arena_size(const struct arena *arena)
{
    size_t size = 0;
    for (const struct arena_block *block = arena->blocks; block; block = block->next)
        size += sizeof *block + block->size;
    return size;
}
