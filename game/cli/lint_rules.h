// cli/lint_rules.h: the rules for good questions, named and listed.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/// Reads names of rules, parted by commas, as bits of enum lint_rule; all for NULL. Returns
/// false after a message on standard error if a name is that of none.
bool lint_rules_read(struct arena *arena, const char *names, uint32_t *wanted);

/// Lists all rules on standard output, each with its reason and an example.
void lint_rules_print(void);
