// formats/json_read.h: JSON text to a tree, by strict rules.
#pragma once

#include <cjson/cJSON.h>

#include "formats/json_scan.h"

/// Reads `len` bytes of JSON. Returns NULL if they break a rule of json_scan() (which `diags`
/// then say) or if memory ran out; "\u0000" is refused whatever `limits` take, for no C
/// string holds it. Free the tree with cJSON_Delete(). Pure.
cJSON *json_read(const char *file, const char *text, size_t len,
                 const struct json_limits *limits, struct diags *diags);
