#include "app/trace.h"

#include <stdlib.h>
#include <time.h>

struct trace trace_open(void)
{
    const char *path = getenv("QUARTET_TRACE");
    struct trace trace = {.file = path ? fopen(path, "a") : NULL};
    if (trace.file)
        setvbuf(trace.file, NULL, _IOLBF, 256);
    return trace;
}

void trace_event(const struct trace *trace, const char *what)
{
    struct timespec now;
    if (trace->file && clock_gettime(CLOCK_MONOTONIC, &now) == 0) {
        fprintf(trace->file, "%lld %s\n",
                (long long)now.tv_sec * 1000000 + (long long)now.tv_nsec / 1000, what);
    }
}

void trace_input(const struct trace *trace, enum input_kind kind)
{
    static const char *const names[INPUT_QUIT + 1] = {
        [INPUT_KEY] = "input key",     [INPUT_TEXT] = "input text",
        [INPUT_PRESS] = "input press", [INPUT_RELEASE] = "input release",
        [INPUT_POINT] = "input point", [INPUT_WHEEL] = "input wheel",
        [INPUT_PAD] = "input pad",
    };

    trace_event(trace, names[kind] ? names[kind] : "input other");
}

void trace_close(struct trace *trace)
{
    if (trace->file)
        fclose(trace->file);
    trace->file = NULL;
}
