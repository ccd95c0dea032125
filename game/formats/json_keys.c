// Keys that occur twice in one object.
#include <stdlib.h>
#include <string.h>

#include "formats/json_scanner.h"

enum { FEW_KEYS = 16 };

static uint64_t hash_bytes(const char *bytes, size_t len)
{
    uint64_t first = 0, last = 0;
    size_t part = len < 8 ? len : 8;
    memcpy(&first, bytes, part);
    memcpy(&last, bytes + len - part, part);
    uint64_t hash = (first ^ (last + len)) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static const char *unescape(struct json_scanner *s, size_t string, size_t len,
                            uint32_t *out_len)
{
    char *bytes = arena_alloc(&s->scratch, len, 1);
    size_t at = string + 1, used = 0;
    char c[4];
    for (size_t step; (step = json_unescape_next(s->text, &at, c)) > 0; used += step)
        memcpy(bytes + used, c, step);
    *out_len = (uint32_t)used;
    return bytes;
}

/// Reports a key at `at` that is one too many; those behind it are only counted.
static void add_beyond(struct json_scanner *s, size_t at, size_t count)
{
    size_t most = s->limits->object_keys;
    if (most && count == most + 1) {
        json_remark(s, JSON_FAULT, at, s->at, at);
        json_fail(s, at, s->at, "more than %zu keys in one object", most);
    }
}

/// Keeps the key in bytes `at` to `s->at`, quotes included, for json_keys_close().
static void add(struct json_scanner *s, size_t at, uint64_t hash, const char *bytes, size_t len)
{
    struct json_frame *frame = &s->frames[s->depth - 1];
    if (++frame->key_count > s->most_keys) {
        add_beyond(s, at, frame->key_count);
        return;
    }
    uint64_t bit = (uint64_t)1 << (hash & 63);
    frame->may_have_twins |= (frame->key_bits & bit) != 0;
    frame->key_bits |= bit;
    // In line where there is room, for this is done for each key of a file.
    if (s->keys.room - s->keys.len <= sizeof(struct json_key))
        buf_reserve(&s->keys, 64 * sizeof(struct json_key));
    struct json_key *key = (struct json_key *)(void *)(s->keys.data + s->keys.len);
    *key = (struct json_key){
        .hash = hash, .bytes = bytes, .len = (uint32_t)len, .at = (uint32_t)at};
    s->keys.len += sizeof *key;
}

/// Scans a key that is not known by how it is written.
static bool scan_new(struct json_scanner *s, struct json_known *slot)
{
    size_t at = s->at;
    if (!json_scan_string(s))
        return false;
    uint32_t len = (uint32_t)(s->at - at - 2);
    const char *bytes = s->text + at + 1;
    if (s->is_escaped)
        bytes = unescape(s, at, len, &len);
    uint64_t hash = hash_bytes(bytes, len);
    if (slot && !s->is_escaped && len + 2 <= JSON_KNOWN_LONGEST)
        *slot = (struct json_known){.at = (uint32_t)at, .len = len + 2, .value = hash};
    add(s, at, hash, bytes, len);
    return true;
}

bool json_scan_key(struct json_scanner *s)
{
    size_t at = s->at;
    struct json_known *slot = json_known_slot(s->known_keys, s->text, s->len, at);
    if (!slot || !json_known_is(slot, s->text, at))
        return scan_new(s, slot);
    s->at += slot->len;
    add(s, at, slot->value, s->text + at + 1, slot->len - 2);
    return true;
}

static bool are_same(const struct json_key *a, const struct json_key *b)
{
    return a->hash == b->hash && a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

static void report(struct json_scanner *s, const struct json_key *first,
                   const struct json_key *second)
{
    json_mark_move(&s->mark, s->text, first->at);
    struct json_mark mark = s->mark;
    size_t end = second->at + 1;
    for (char c[4]; json_unescape_next(s->text, &end, c) > 0;)
        continue;
    end++;
    json_remark(s, JSON_FAULT, second->at, end, second->at);
    json_fail(s, second->at, end,
              "the key \"%.*s\" is here for the second time, first at line %d:%d; "
              "remove one of them",
              second->len < 48 ? (int)second->len : 48, second->bytes, mark.line, mark.column);
}

/// By hash and text, then by place: twins side by side, the first one first.
static int compare(const void *a, const void *b)
{
    const struct json_key *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (x->len != y->len)
        return x->len < y->len ? -1 : 1;
    int order = memcmp(x->bytes, y->bytes, x->len);
    return order ? order : x->at < y->at ? -1 : 1;
}

static void find_among_few(struct json_scanner *s, const struct json_key *keys, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (are_same(&keys[k], &keys[i])) {
                report(s, &keys[k], &keys[i]);
                break;
            }
        }
    }
}

static void find_among_many(struct json_scanner *s, struct json_key *keys, size_t count)
{
    qsort(keys, count, sizeof *keys, compare);
    for (size_t first = 0, i = 1; i < count; i++) {
        if (are_same(&keys[first], &keys[i])) {
            report(s, &keys[first], &keys[i]);
        } else {
            first = i;
        }
    }
}

void json_keys_close(struct json_scanner *s)
{
    size_t first = s->frames[s->depth - 1].first_key;
    size_t count = s->keys.len / sizeof(struct json_key) - first;
    if (s->frames[s->depth - 1].may_have_twins) {
        struct json_key *keys = (struct json_key *)(void *)s->keys.data + first;
        if (count <= FEW_KEYS) {
            find_among_few(s, keys, count);
        } else {
            find_among_many(s, keys, count);
        }
    }
    s->keys.len = first * sizeof(struct json_key);
    if (first == 0)
        arena_reset(&s->scratch);
}
