// Keys that occur twice in one object.
#include <stdlib.h>
#include <string.h>

#include "formats/json_scanner.h"

enum { FEW_KEYS = 16 };

struct key {
    uint64_t hash;
    const char *bytes; // unescaped; in the text where nothing is escaped
    uint32_t len;
    uint32_t at;
};

/// The first factor was found by trial: no two keys that a question may have share their
/// highest six bits.
static uint64_t hash_bytes(const char *bytes, size_t len)
{
    uint64_t first = 0, last = 0;
    size_t part = len < 8 ? len : 8;
    memcpy(&first, bytes, part);
    memcpy(&last, bytes + len - part, part);
    return first * 0x989BD675263EEC0Bu + last * 0x9E3779B97F4A7C15u + len;
}

/// The key at `at`, which ends with the quote before `end`.
static struct key read_key(struct json_scanner *s, size_t at, size_t end)
{
    struct key key = {
        .bytes = s->text + at + 1, .len = (uint32_t)(end - at - 2), .at = (uint32_t)at};
    if (memchr(key.bytes, '\\', key.len)) {
        char *bytes = arena_alloc(&s->scratch, key.len, 1), c[4];
        size_t from = at + 1, used = 0;
        for (size_t step; (step = json_unescape_next(s->text, &from, c)) > 0; used += step)
            memcpy(bytes + used, c, step);
        key.bytes = bytes;
        key.len = (uint32_t)used;
    }
    key.hash = hash_bytes(key.bytes, key.len);
    return key;
}

static size_t key_end(const struct json_scanner *s, size_t at)
{
    size_t end = at + 1;
    for (char c[4]; json_unescape_next(s->text, &end, c) > 0;)
        continue;
    return end + 1;
}

uint64_t json_keys_hash(struct json_scanner *s, size_t at, size_t end)
{
    uint64_t hash = read_key(s, at, end).hash;
    arena_reset(&s->scratch);
    return hash;
}

/// Reports a key at `at` that is one too many; those behind it are only counted.
static void add_beyond(struct json_scanner *s, size_t at, size_t count)
{
    size_t most = s->limits->object_keys;
    if (most && count == most + 1) {
        size_t end = key_end(s, at);
        json_remark(s, JSON_FAULT, at, end, at);
        json_fail(s, at, end, "more than %zu keys in one object", most);
    }
}

void json_keys_add(struct json_scanner *s, size_t at, uint64_t hash)
{
    struct json_frame *frame = &s->frames[s->depth - 1];
    if (++frame->key_count > s->most_keys) {
        add_beyond(s, at, frame->key_count);
        return;
    }
    uint64_t bit = (uint64_t)1 << (hash >> 58);
    frame->may_have_twins |= (frame->key_bits & bit) != 0;
    frame->key_bits |= bit;
    // In line where there is room, for this is done for each key of a file.
    uint32_t key_at = (uint32_t)at;
    if (s->keys.room - s->keys.len <= sizeof key_at)
        buf_reserve(&s->keys, 64 * sizeof key_at);
    memcpy(s->keys.data + s->keys.len, &key_at, sizeof key_at);
    s->keys.len += sizeof key_at;
}

static bool are_same(const struct key *a, const struct key *b)
{
    return a->hash == b->hash && a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

static void report(struct json_scanner *s, const struct key *first, const struct key *second)
{
    json_mark_move(&s->mark, s->text, first->at);
    struct json_mark mark = s->mark;
    size_t end = key_end(s, second->at);
    json_remark(s, JSON_FAULT, second->at, end, second->at);
    json_fail(s, second->at, end,
              "the key \"%.*s\" is here for the second time, first at line %d:%d; "
              "remove one of them",
              second->len < 48 ? (int)second->len : 48, second->bytes, mark.line, mark.column);
}

/// By hash and text, then by place: twins side by side, the first one first.
static int compare(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (x->len != y->len)
        return x->len < y->len ? -1 : 1;
    int order = memcmp(x->bytes, y->bytes, x->len);
    return order ? order : x->at < y->at ? -1 : 1;
}

static void find_among_few(struct json_scanner *s, const struct key *keys, size_t count)
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

static void find_among_many(struct json_scanner *s, struct key *keys, size_t count)
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

static void find_twins(struct json_scanner *s, const uint32_t *places, size_t count)
{
    struct key *keys = ARENA_ARRAY(&s->scratch, count, struct key);
    for (size_t i = 0; i < count; i++)
        keys[i] = read_key(s, places[i], key_end(s, places[i]));
    if (count <= FEW_KEYS) {
        find_among_few(s, keys, count);
    } else {
        find_among_many(s, keys, count);
    }
    arena_reset(&s->scratch);
}

void json_keys_close(struct json_scanner *s)
{
    const struct json_frame *frame = &s->frames[s->depth - 1];
    const uint32_t *places = (const uint32_t *)(const void *)s->keys.data;
    size_t count = s->keys.len / sizeof *places;
    if (frame->may_have_twins)
        find_twins(s, places + frame->first_key, count - frame->first_key);
    s->keys.len = frame->first_key * sizeof *places;
}
