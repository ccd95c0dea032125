// cli/json.h: what is written for other programs.
#pragma once

#include <cjson/cJSON.h>

/// Adds a path of any bytes to `object`. JSON is UTF-8, so U+FFFD stands for each byte of the
/// path that is not. NULL becomes null.
void json_add_path(cJSON *object, const char *key, const char *path);

/// Adds text, or null for NULL.
void json_add_text(cJSON *object, const char *key, const char *text);

/// Adds an object to the end of `array`, and returns it.
cJSON *json_add_object(cJSON *array);

/// Writes `root` to standard output, and frees it.
void json_print(cJSON *root);
