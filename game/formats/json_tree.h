// formats/json_tree.h: a tree of one value in a text that json_scan() has checked.
#pragma once

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "formats/json_known.h"
#include "formats/json_scan.h"

/// Beside cJSON_String in `type`.
enum {
    JSON_TREE_PLAIN = 1 << 16, // all of the text is printing ASCII
    JSON_TREE_KEPT = 1 << 17,  // it is in the memory for texts that are kept
};

enum { JSON_NAMES_MOST = 63 };

/// Keys that somebody looks for. Zeroed is none.
struct json_names {
    const char *const *names; // live as long as the tree
    int count;                // at most JSON_NAMES_MOST
    uint64_t kept;            // bit i: texts anywhere under name i of the root are kept
    // How they were written where they were found last, for one text; values are places in
    // `names`.
    struct json_known known[JSON_KNOWN_SLOTS];
};

/// Builds the tree that cJSON would make of `item` in the `len` bytes at `text`: texts that are
/// kept in `kept`, and all else in `arena`. Not for cJSON_Delete().
/// Nothing is checked again and nothing is allocated by node, which makes it several times as
/// fast as cJSON_Parse(). What json_scan() remarked on is read as well as can be: a number too
/// large as 0, a bad escape as U+FFFD. `valueint` of a string is its length in bytes. Keys that
/// are among `names` are known by json_tree_name(). Never NULL. Pure.
cJSON *json_tree(const char *text, size_t len, const struct json_item *item,
                 struct json_names *names, struct arena *kept, struct arena *arena);

/// The place of the key of `item` among the names that its tree was built with; `count` or more
/// if it is none of them.
int json_tree_name(const cJSON *item);
