#include "cli/clean.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0);
}

// Adds valid UTF-8.
static void add_valid(struct buf *out, const char *text, const char *end)
{
    while (text < end) {
        const char *start = text;
        uint32_t c = text_next(&text, end);
        if (is_control(c)) {
            buf_byte(out, c == '\t' ? ' ' : '?');
        } else {
            buf_add(out, start, (size_t)(text - start));
        }
    }
}

void clean_add(struct buf *out, const char *text, size_t len)
{
    const char *end = text + len;
    while (text < end) {
        size_t good = 0;
        bool is_valid = text_is_utf8(text, (size_t)(end - text), &good);
        add_valid(out, text, text + good);
        if (is_valid)
            return;
        buf_byte(out, '?');
        text += good + 1;
    }
}
