// base/index.h: finds what is there twice.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define INDEX_NONE UINT32_MAX

/// A hash table of numbers that stand for things elsewhere. Zeroed but for `is_same` and
/// `owner` is empty.
struct index {
    /// Whether thing `number` of `owner` is the thing that `key` describes.
    bool (*is_same)(const void *owner, uint32_t number, const void *key);
    const void *owner;
    struct buf slots;
    size_t room, count; // room is 0 or a power of two
};

/// Makes room for `count` things, so that adding them moves nothing.
void index_reserve(struct index *index, size_t count);

/// Returns the number of the thing that is the same as `key`; INDEX_NONE if there is none.
uint32_t index_find(const struct index *index, uint64_t hash, const void *key);

/// Returns the number of the thing that is the same as `key`, or adds `number` and returns
/// INDEX_NONE. `hash` is the hash of `key`: spread well over its low 32 bits.
uint32_t index_add(struct index *index, uint64_t hash, uint32_t number, const void *key);

/// Frees the table. A zeroed or freed one is fine.
void index_free(struct index *index);
