#include "screens/format.h"

#include <stdio.h>
#include <string.h>

const char *format_count(struct arena *arena, int64_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)(count < 0 ? -count : count));
    size_t len = strlen(digits);
    static const char minus[] = "\xE2\x88\x92"; // U+2212
    char *text = arena_alloc(arena, len * 3 + sizeof minus, 1);
    char *out = text;
    for (const char *sign = minus; count < 0 && *sign; sign++)
        *out++ = *sign;
    for (size_t i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0) {
            *out++ = '\xC2'; // U+00A0 in UTF-8
            *out++ = '\xA0';
        }
        *out++ = digits[i];
    }
    return text;
}

const char *format_clock(struct arena *arena, int64_t ms)
{
    int64_t seconds = (ms + 999) / 1000;
    return arena_printf(arena, "%lld:%02lld", (long long)(seconds / 60),
                        (long long)(seconds % 60));
}
