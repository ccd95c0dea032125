#include "formats/quote.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "formats/chars.h"

struct quote quote_text(const char *text, size_t len)
{
    struct quote quote = {0};
    char *out = quote.text;
    const char *end = text + len;
    for (int i = 0; text < end; i++) {
        if (i == QUOTE_CHARS) {
            memcpy(out, "...", 4);
            break;
        }
        size_t step = chars_len(text, end);
        if (step == 0) {
            *out++ = '?';
            text++;
            continue;
        }
        const char *next = text;
        uint32_t c = text_next(&next, end);
        if (chars_is_hidden(c)) {
            out += snprintf(out, 11, c > 0xFFFF ? "\\u{%x}" : "\\u%04x", (unsigned)c);
        } else {
            memcpy(out, text, step);
            out += step;
        }
        text = next;
    }
    return quote;
}

struct quote quote_string(const char *text)
{
    return quote_text(text, strlen(text));
}
