// formats/json_known.h: keys that a text has again and again, known by how they are written.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "formats/words.h"

enum { JSON_KNOWN_SLOTS = 64, JSON_KNOWN_LONGEST = 32 };

/// A key with its quotes, the colon behind it and blanks up to its value, by a place where they
/// stand in the text.
struct json_known {
    uint32_t at;
    uint16_t key_len, len; // 0 in a free slot; `len` is at most JSON_KNOWN_LONGEST
    uint64_t value;        // what is known of the key
};

/// The slot for the key at `at`, its opening quote, which is there already or is to be put
/// there. NULL so near to the end of the text that nothing is kept.
static inline struct json_known *json_known_slot(struct json_known *slots, const char *text,
                                                 size_t len, size_t at)
{
    if (len - at < JSON_KNOWN_LONGEST)
        return NULL;
    uint64_t start = word_read_part(text + at, 5); // id and its colon; type, but typo of typos
    return &slots[(start * 0x9E3779B97F4A7C15u) >> 58];
}

/// Whether at `at`, where JSON_KNOWN_LONGEST bytes can be read, stands what is in `slot`.
static inline bool json_known_is(const struct json_known *slot, const char *text, size_t at)
{
    const char *known = text + slot->at, *key = text + at;
    size_t len = slot->len;
    if (len < 8)
        return len > 0 && word_read_part(known, len) == word_read_part(key, len);
    if (word_read(known) != word_read(key))
        return false;
    if (len <= 16)
        return word_read(known + len - 8) == word_read(key + len - 8);
    return memcmp(known + 8, key + 8, len - 8) == 0;
}

/// Puts the key at `at` into `slot`, if there is one and it is short enough.
static inline void json_known_put(struct json_known *slot, size_t at, size_t key_end,
                                  size_t value_at, uint64_t value)
{
    if (slot && value_at - at <= JSON_KNOWN_LONGEST) {
        *slot = (struct json_known){.at = (uint32_t)at,
                                    .key_len = (uint16_t)(key_end - at),
                                    .len = (uint16_t)(value_at - at),
                                    .value = value};
    }
}
