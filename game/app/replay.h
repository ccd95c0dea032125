// app/replay.h: plays scripts of inputs on the real screens, without a display.
#pragma once

struct paths;

/// Runs each script of `scripts` (`count` paths). `shots_dir` is where `shot NAME` writes PNGs,
/// and is made if it is missing; NULL: nowhere. Failures go to standard error as FILE:LINE:
/// message. Returns 0, 1 if an `expect` failed, 2 if a script could not be read or understood
/// or there is no place for its pictures.
int replay_run(const char *const *scripts, int count, const char *shots_dir,
               const struct paths *paths);
