// formats/json_scan.h: a strict look at JSON text before anything is made of it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"

enum { JSON_MAX_BYTES = 64 * 1024 * 1024, JSON_MAX_DEPTH = 512 };

/// What a text may hold beside the grammar of RFC 8259; 0 is no limit.
struct json_limits {
    int depth;           // of arrays and objects in each other, at most JSON_MAX_DEPTH
    size_t string_bytes; // between two quotes, as written
    size_t object_keys;
    bool takes_twins; // the same key twice in an object
    bool takes_nul;   // "\u0000", which ends a C string
};

/// Any JSON, as other programs write it.
extern const struct json_limits json_limits_plain;
/// What people write for Quartet: banks and settings.
extern const struct json_limits json_limits_own;

/// A value in the text.
struct json_item {
    uint32_t at, len; // bytes
};

/// A member of the object that is the whole text.
struct json_member {
    uint32_t key_at, key_len; // with its quotes
    struct json_item value;
};

enum json_remark_kind {
    JSON_FAULT,       // an error that leaves the text readable
    JSON_BAD_ESCAPE,  // the same: `len` bytes "\u0000" or half a surrogate pair
    JSON_HUGE_NUMBER, // the same: a number too large for a double
    JSON_LONG_NUMBER, // no error, but more digits than cJSON reads
};

/// Something that whoever reads on has to know.
struct json_remark {
    enum json_remark_kind kind;
    uint32_t at, len;  // bytes
    uint32_t value_at; // where the value or key that it is in starts
};

/// What json_scan() found. Zeroed is empty.
struct json_scan {
    struct json_item root;
    struct buf members;  // struct json_member, of a root that is an object
    struct buf elements; // struct json_item, of the array under `listed_key`
    struct buf remarks;  // struct json_remark; those inside one element stand together
};

/// Checks `len` bytes at `text`, which is all of `file`, in one pass: UTF-8, grammar, limits.
///
/// A fault of grammar is fatal: the first one goes to `diags` and the result is false. The
/// others (same key twice, "\u0000", a number too large, limits but depth) all go there, and
/// are remarks too. A byte order mark is skipped. `listed_key` names the top-level array
/// whose elements are wanted; NULL for none. Linear in `len`, whatever is in the text. Pure.
bool json_scan(struct json_scan *scan, const char *file, const char *text, size_t len,
               const struct json_limits *limits, const char *listed_key, struct diags *diags);

/// Frees what json_scan() found. A zeroed or freed one is fine.
void json_scan_free(struct json_scan *scan);
