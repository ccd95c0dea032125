// cli/json.h: what is written for other programs.
#pragma once

#include <cjson/cJSON.h>

/// Adds a path of any bytes to `object`. JSON is UTF-8, so U+FFFD stands for each byte of the
/// path that is not. NULL becomes null.
void json_add_path(cJSON *object, const char *key, const char *path);

/// Writes `root` to standard output, and frees it.
void json_print(cJSON *root);
