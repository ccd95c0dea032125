// cli/problems.h: shows what is wrong in files.
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"

/// Writes all kept problems to `out`, as compilers do. They stay English, since tools read
/// them.
void problems_print(const struct diags *diags, bool is_colored, FILE *out);
