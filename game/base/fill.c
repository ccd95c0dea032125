#include "base/fill.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"

const char *fill_text(struct arena *arena, const char *pattern, ...)
{
    const char *texts[FILL_MOST] = {0};
    int count = 0;
    va_list args;
    va_start(args, pattern);
    for (const char *text = va_arg(args, const char *); text && count < FILL_MOST;
         text = va_arg(args, const char *))
        texts[count++] = text;
    va_end(args);

    struct buf out = {0};
    for (const char *at = pattern; *at;) {
        bool is_gap = at[0] == '{' && at[1] >= '1' && at[1] < '1' + count && at[2] == '}';
        if (is_gap) {
            buf_text(&out, texts[at[1] - '1']);
            at += 3;
            continue;
        }
        buf_byte(&out, *at++);
    }
    const char *filled = arena_text(arena, out.data ? out.data : "", out.len);
    buf_free(&out);
    return filled;
}

const char *fill_number(struct arena *arena, long long number)
{
    return arena_printf(arena, "%lld", number);
}
