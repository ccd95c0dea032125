#include "screens/step_number.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "core/kinds/numeral.h"

enum { DIGITS_MAX = 15 };

/// A decimal number with its digits counted: 9.80 is 980 with 2 after the mark.
struct decimal {
    int64_t scaled;
    int digits, after;
    char mark; // '.' or ','; 0: none
};

/// Reads plain digits with a sign and a decimal mark at most; false if there is anything else.
static bool read(const char *text, struct decimal *out)
{
    *out = (struct decimal){0};
    bool is_negative = *text == '-';
    for (text += is_negative || *text == '+'; *text; text++) {
        if (*text >= '0' && *text <= '9') {
            out->scaled = out->scaled * 10 + (*text - '0');
            out->after += out->mark != 0;
            if (++out->digits > DIGITS_MAX)
                return false;
        } else if ((*text == '.' || *text == ',') && !out->mark) {
            out->mark = *text;
        } else {
            return false;
        }
    }
    out->scaled = is_negative ? -out->scaled : out->scaled;
    return out->digits > 0;
}

static const char *write(const struct decimal *decimal, struct arena *arena)
{
    char digits[DIGITS_MAX + 3];
    int count = 0;
    int64_t rest = llabs(decimal->scaled);
    for (; rest > 0 || count <= decimal->after; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    char *text = arena_alloc(arena, sizeof digits + 3, 1);
    char *to = text;
    if (decimal->scaled < 0)
        *to++ = '-';
    while (count > 0) {
        *to++ = digits[--count];
        if (count == decimal->after && count > 0)
            *to++ = decimal->mark;
    }
    return text;
}

/// `typed` without its blanks at the ends; a grouped number without its groups.
static const char *plain(const char *typed, struct arena *arena)
{
    struct numeral numeral = numeral_read(typed, arena);
    char digits[NUMBER_ROOM];
    size_t len = strcspn(typed, " '");
    if (numeral.count == 0 || *numeral.before || *numeral.after)
        return NULL;
    if (typed[len] == '\0')
        return typed;
    number_format(numeral.readings[0], digits);
    return arena_text(arena, digits, strlen(digits));
}

const char *step_number(const char *typed, int by, struct arena *arena)
{
    struct decimal decimal = {0};
    typed += strspn(typed, " ");
    if (*typed) {
        const char *text = plain(typed, arena);
        if (!text || !read(text, &decimal))
            return NULL;
    }
    decimal.scaled += by;
    return write(&decimal, arena);
}
