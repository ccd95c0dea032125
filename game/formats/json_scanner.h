// formats/json_scanner.h: the state of json_scan(), for its own files.
#pragma once

#include "base/arena.h"
#include "formats/json_known.h"
#include "formats/json_scan.h"
#include "formats/json_where.h"

struct json_frame {
    uint32_t open_at;
    uint32_t first_key; // its first in `keys`
    uint32_t key_count; // of this object so far, kept or not
    bool is_object;
    bool may_have_twins; // two keys have the same bit
    uint64_t key_bits;   // one for each key, by its hash
};

/// What may come next.
enum json_state {
    JSON_ROOT,          // the one value of the text
    JSON_FIRST_ELEMENT, // a value or "]"
    JSON_NEXT_ELEMENT,  // a value, after a comma
    JSON_FIRST_KEY,     // a key or "}"
    JSON_NEXT_KEY,      // a key, after a comma
    JSON_COLON,
    JSON_MEMBER_VALUE,
    JSON_COMMA, // "," or the end of the array or object
    JSON_END,   // nothing but blanks
};

struct json_scanner {
    const char *file, *text;
    size_t len, at;
    const struct json_limits *limits;
    const char *listed_key;
    bool is_listed;  // inside the array under `listed_key`
    bool was_listed; // after it
    bool is_escaped; // the last string has a backslash in it
    enum json_state state;
    uint32_t comma_at;  // the last comma
    uint32_t key_at;    // the last key with a colon behind it
    uint32_t value_end; // just behind the last value, key, or bracket
    int depth;
    struct json_frame frames[JSON_MAX_DEPTH];
    struct json_known known_keys[JSON_KNOWN_SLOTS]; // values are hashes
    uint32_t most_keys;                             // of an object, that are kept
    struct buf keys; // uint32_t, where the keys of all open objects are
    struct arena scratch;
    struct json_mark mark;
    struct json_scan *out;
    struct diags *diags;
};

/// Reports an error at bytes `at` to `end`. Returns false, to be passed on.
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
bool json_fail(struct json_scanner *s, size_t at, size_t end, const char *format, ...);

/// Reports what is wrong at `s->at`, where `s->state` says what may stand. Returns false.
bool json_complain(struct json_scanner *s);

/// Reports a text whose closing quote is missing, or that has quotes inside, where only a comma
/// may stand at `s->at`. Returns whether it is one.
bool json_complain_text(struct json_scanner *s);

/// Reports a key whose closing quote is missing, where only a colon may stand at `s->at`.
/// Returns whether it is one.
bool json_complain_key(struct json_scanner *s);

/// Reports a text or key at `s->at` whose opening quote is missing. Returns whether it is one.
bool json_complain_unopened(struct json_scanner *s);

/// Reports a number with commas in it, of which `s->at`, where a key should stand, is a part.
/// Returns whether it is one.
bool json_complain_number(struct json_scanner *s);

/// Reports the bracket at `s->at`, which closes what another kind of bracket opened, or
/// nothing. Returns false.
bool json_complain_bracket(struct json_scanner *s);

/// Reports a key in an array, before the colon at `s->at`, where another bracket than those
/// that are there was meant. Returns whether it is such.
bool json_complain_open_array(struct json_scanner *s);

/// Reports what stands where a key should, up to `s->at`, if the object was to be closed before
/// it, or an array to be opened. Returns whether it is such.
bool json_complain_no_key(struct json_scanner *s);

/// Reports that a value is missing before the bracket at `s->at`. Returns false.
bool json_complain_no_value(struct json_scanner *s);

/// Reports what stands on a new line at `s->at` where a comma is missing, and cannot follow one
/// here: a key in an array, something else than a key in an object. Returns whether it is such.
bool json_complain_stranger(struct json_scanner *s);

/// Reports a byte at `at` that is not UTF-8. Returns false.
bool json_complain_utf8(struct json_scanner *s, size_t at);

/// Reports a text that is UTF-16 or UTF-32, or has nothing but blanks. Returns whether there
/// was anything to report.
bool json_complain_whole(struct json_scanner *s);

/// Scans the string at `s->at`, its opening quote, and steps behind it.
bool json_scan_string(struct json_scanner *s);

/// Scans the number at `s->at` and steps behind it.
bool json_scan_number(struct json_scanner *s);

/// The hash of the key in bytes `at` to `end`, quotes included: the same however it is written.
uint64_t json_keys_hash(struct json_scanner *s, size_t at, size_t end);

/// Keeps the key at `at` for json_keys_close(). The text must have been scanned to its end.
void json_keys_add(struct json_scanner *s, size_t at, uint64_t hash);

/// Reports keys that occur twice in the innermost object, and forgets its keys.
void json_keys_close(struct json_scanner *s);

/// Notes a remark.
void json_remark(struct json_scanner *s, enum json_remark_kind kind, size_t at, size_t end,
                 size_t value_at);
