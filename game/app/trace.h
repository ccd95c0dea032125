// app/trace.h: when what happened, for measuring the program from outside.
#pragma once

#include <stdio.h>

#include "ui/input.h"

/// Where events are written to; zeroed: nowhere, which costs nothing.
struct trace {
    FILE *file;
};

/// Opens the file that the environment variable QUARTET_TRACE names, to append to it. It may be
/// a FIFO: then this waits for its reader.
struct trace trace_open(void);

/// Writes a line, "MICROSECONDS WHAT", at once. The time is that of CLOCK_MONOTONIC, the same
/// for all programs. The app writes `draw` when a frame begins, and `frame` when it is on the
/// screen; `wait` when it has nothing more to do, and `woke` when it has again; `reload` when
/// it took over banks that were edited.
void trace_event(const struct trace *trace, const char *what);

/// Writes `input KIND` when an input was taken from the system: key, text, press, release,
/// point, wheel, pad or other.
void trace_input(const struct trace *trace, enum input_kind kind);

void trace_close(struct trace *trace);
