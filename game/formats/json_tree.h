// formats/json_tree.h: a tree of one value in a text that json_scan() has checked.
#pragma once

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "formats/json_scan.h"

/// Beside cJSON_String in `type`: all of the text is printing ASCII.
enum { JSON_TREE_PLAIN = 1 << 16 };

/// Builds the tree that cJSON would make of `item` in the `len` bytes at `text`, all of it in
/// `arena`: not for cJSON_Delete(). Nothing is checked again and nothing is allocated by node,
/// which makes it several times as fast as cJSON_Parse(). What json_scan() remarked on is read
/// as well as can be: a number too large as 0, a bad escape as U+FFFD. `valueint` of a string
/// is its length in bytes. Never NULL. Pure.
cJSON *json_tree(const char *text, size_t len, const struct json_item *item,
                 struct arena *arena);
