// app/editor.h: opens a file at a line in the player's own editor.
#pragma once

#include "base/arena.h"

/// The command that opens `path` at `line` (0: anywhere), with a NULL at its end, in `arena`.
/// `visual` and `editor` are what those variables of the environment say (NULL: nothing); the
/// first that says something counts, else it is xdg-open. An editor that runs in a terminal
/// gets one. NULL if a quote in there is never closed.
const char *const *editor_command(const char *visual, const char *editor, const char *path,
                                  int line, struct arena *arena);

/// Starts it, as a program of its own that nobody waits for. Returns NULL, or the name of what
/// could not be started, in `arena`.
const char *editor_start(const char *path, int line, struct arena *arena);
