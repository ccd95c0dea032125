// formats/question_head.h: what to point at when a whole question is meant.
#pragma once

#include <stddef.h>

#include "formats/json_where.h"

/// The bytes to show for the question whose "{" is at `at` of the `len` bytes at `text`, which
/// are JSON: the bracket, but where that is alone in its line, the key of what is asked. Pure.
struct json_range question_head(const char *text, size_t len, size_t at);
