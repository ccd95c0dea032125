// formats/json_tree.h: a tree of one value in a text that json_scan() has checked.
#pragma once

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "formats/json_known.h"
#include "formats/json_scan.h"

/// Beside the type that cJSON knows in `type`.
enum {
    JSON_TREE_PLAIN = 1 << 16, // all of a text is printing ASCII
    JSON_TREE_KEPT = 1 << 17,  // it is in the memory for texts that are kept
    JSON_TREE_NAME_SHIFT = 24, // above: the place of its key among the names
};

enum { JSON_NAMES_MOST = 63, JSON_NODES_AT_HAND = 48, JSON_ROOM_AT_HAND = 1024 };

/// Makes trees one after the other, all of one text. Zeroed but for `names`, `count` and `kept`
/// is ready.
struct json_maker {
    const char *const *names; // keys that somebody looks for; live as long as the trees
    int count;                // at most JSON_NAMES_MOST
    uint64_t kept;            // bit i: texts anywhere under name i of the root are kept
    // How names were written where they were found last; values are places in `names`.
    struct json_known known[JSON_KNOWN_SLOTS];
    cJSON
        nodes[JSON_NODES_AT_HAND]; // of the last tree, which has others if these are not enough
    char room[JSON_ROOM_AT_HAND];  // for its strings, if it is enough
};

/// Makes the tree that cJSON would make of `item` in the `len` bytes at `text`: texts that are
/// kept in `kept`, what finds no room in `maker` in `arena`. It lasts until the next one, and
/// is not for cJSON_Delete(). Nothing is checked again and nothing is allocated by node, which
/// makes it several times as fast as cJSON_Parse(). What json_scan() remarked on is read as
/// well as can be: a number too large as 0, a bad escape as U+FFFD. `valueint` of a string is
/// its length in bytes. Never NULL. Pure.
cJSON *json_tree(struct json_maker *maker, const char *text, size_t len,
                 const struct json_item *item, struct arena *kept, struct arena *arena);

/// The place of the key of `item` among the names of its maker; `count` or more if it is none
/// of them.
static inline int json_tree_name(const cJSON *item)
{
    return item->type >> JSON_TREE_NAME_SHIFT;
}

/// Whether `item`, which may be NULL, is a text: cJSON_IsString(), but in line.
static inline bool json_tree_is_text(const cJSON *item)
{
    return item && (item->type & 0xFF) == cJSON_String;
}
