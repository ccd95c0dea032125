// cli/json_out.h: JSON on standard output.
#pragma once

#include <cjson/cJSON.h>

/// Adds text, or null for NULL.
void json_add_text(cJSON *object, const char *name, const char *text);

/// Adds an object to the end of `array`.
cJSON *json_add_object(cJSON *array);

/// Writes `root` to standard output and frees it.
void json_print(cJSON *root);
