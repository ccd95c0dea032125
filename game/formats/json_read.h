// formats/json_read.h: JSON text to a tree, by strict rules.
#pragma once

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "formats/json_scan.h"

/// Reads `len` bytes of JSON. Returns NULL if they break a rule of json_scan() (which `diags`
/// then say) or if memory ran out; "\u0000" is refused whatever `limits` take, for no C
/// string holds it. Free the tree with cJSON_Delete(). Pure.
cJSON *json_read(const char *file, const char *text, size_t len,
                 const struct json_limits *limits, struct diags *diags);

/// Parses the value `item` of a text that passed json_scan(). `remarks` are the `count` that
/// lie inside it: what cJSON cannot read is replaced first (a huge number by 0, a bad escape
/// by U+FFFD). NULL if memory ran out. `scratch` is only worked in.
cJSON *json_parse_item(const char *text, const struct json_item *item,
                       const struct json_remark *remarks, size_t count, struct arena *scratch);
