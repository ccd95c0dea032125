// cli/args.h: understands a command line.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cli/command.h"

/// Fills in the command, options and operands of `cli`, which point into `argv` and its arena.
/// GNU long options in any place, `--name=value` or `--name value`; `--` ends them. Returns
/// false after a message on standard error that says what is wrong and what is allowed.
bool args_parse(struct cli *cli, int argc, char **argv);

/// Reads YYYY-MM-DD, with THH:MM or THH:MM:SS and Z or +HH:MM after it if wanted; without a
/// zone it is UTC. `*ms` are milliseconds since 1970. Returns false if it is no time.
bool args_time(const char *text, int64_t *ms);
