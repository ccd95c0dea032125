// cli/class_name.h: classes as they are named on the command line.
#pragma once

#include <stdbool.h>

#include "cli/command.h"

/// Whether `name` is one of the `count` classes `names`; else says so, and which was meant, or
/// which there are.
bool class_name_is_known(struct cli *cli, const char *name, const char *const *names,
                         int count);
