#include "core/kinds/numeral.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum {
    GROUP = 3,          // digits between thousands marks
    GROUP_INDIAN = 2,   // before the last three
    FULLWIDTH = 0xFEE0, // from an ASCII character to its full-width twin
};

// The digits and marks of a number in ASCII: ' stands for all marks that only group.
struct body {
    char *text;
    size_t len;
    const char *exponent; // its digits with their sign, in the typed text
    size_t exponent_len;
};

static uint32_t to_ascii(uint32_t c)
{
    switch (c) {
    case 0x2212: // minus
    case 0x2013: // en dash, which telephones offer for it
        return '-';
    case 0x2019: // apostrophe
        return '\'';
    default:
        break;
    }
    if (c >= '!' + FULLWIDTH && c <= '~' + FULLWIDTH)
        return c - FULLWIDTH;
    return text_is_blank(c) ? ' ' : c;
}

static uint32_t peek(const char *at, const char *end)
{
    return at < end ? to_ascii(text_next(&at, end)) : 0;
}

static void step(const char **at, const char *end)
{
    text_next(at, end);
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static void skip_blanks(const char **at, const char *end)
{
    while (peek(*at, end) == ' ')
        step(at, end);
}

// Copies digits and the marks between them. A mark that no digit follows ends the number.
static void read_body(const char **at, const char *end, struct body *body)
{
    for (;;) {
        uint32_t c = peek(*at, end);
        const char *next = *at;
        if (is_digit(c)) {
            step(at, end);
            body->text[body->len++] = (char)c;
            continue;
        }
        if (c != '.' && c != ',' && c != '\'' && c != ' ')
            return;
        step(&next, end);
        if (!is_digit(peek(next, end)))
            return;
        *at = next;
        body->text[body->len++] = (char)(c == ' ' ? '\'' : c);
    }
}

// Reads "e-6" if there is one; "e" may as well start a unit.
static void read_exponent(const char **at, const char *end, struct body *body)
{
    const char *next = *at;
    uint32_t c = peek(next, end);
    if (c != 'e' && c != 'E')
        return;
    step(&next, end);
    const char *start = next;
    if (*start == '-' || *start == '+')
        next++;
    if (next == end || !is_digit((unsigned char)*next))
        return;
    while (next < end && is_digit((unsigned char)*next))
        next++;
    body->exponent = start;
    body->exponent_len = (size_t)(next - start);
    *at = next;
}

static size_t count_mark(const struct body *body, char mark)
{
    size_t count = 0;
    for (size_t i = 0; i < body->len; i++)
        count += body->text[i] == mark;
    return count;
}

static bool is_mark(char c)
{
    return c == '.' || c == ',' || c == '\'';
}

// Whether the first `len` characters are digits in groups of three, all parted by `mark`.
static bool is_grouped(const char *text, size_t len, char mark)
{
    size_t digits = 0, groups = 0;
    for (size_t i = len; i > 0; i--) {
        char c = text[i - 1];
        if (!is_mark(c)) {
            digits++;
            continue;
        }
        if (c != mark || (digits != GROUP && !(digits == GROUP_INDIAN && groups > 0)))
            return false;
        digits = 0;
        groups++;
    }
    return digits >= 1 && digits <= GROUP && text[0] != '0';
}

// Reads the body with its decimal mark at `decimal` (`len` if there is none).
static bool read_value(const struct body *body, size_t decimal, bool is_negative,
                       struct arena *arena, double *value)
{
    char *plain = arena_alloc(arena, body->len + body->exponent_len + sizeof "-0.0e", 1);
    char *to = plain;
    if (is_negative)
        *to++ = '-';
    const char *first = to;
    for (size_t i = 0; i < decimal; i++) {
        if (is_digit((unsigned char)body->text[i]) && !(to == first && body->text[i] == '0'))
            *to++ = body->text[i];
    }
    if (to == first)
        *to++ = '0';
    if (decimal < body->len) {
        *to++ = '.';
        memcpy(to, body->text + decimal + 1, body->len - decimal - 1);
        to += body->len - decimal - 1;
    }
    if (body->exponent_len > 0) {
        *to++ = 'e';
        memcpy(to, body->exponent, body->exponent_len);
        to += body->exponent_len;
    }
    return number_parse(plain, (size_t)(to - plain), value);
}

// Finds where the decimal mark can be, likelier first, and returns in how many ways.
static int find_readings(const struct body *body, size_t decimals[NUMERAL_READINGS])
{
    size_t points = count_mark(body, '.'), commas = count_mark(body, ',');
    size_t others = count_mark(body, '\'');
    size_t last = body->len;
    while (last > 0 && !is_mark(body->text[last - 1]))
        last--;
    decimals[0] = body->len;
    if (last == 0)
        return 1;
    last--;
    char mark = body->text[last];
    int kinds = (points > 0) + (commas > 0) + (others > 0);
    if (kinds == 1 && (mark == '\'' || count_mark(body, mark) > 1))
        return is_grouped(body->text, body->len, mark);
    if (mark == '\'' || count_mark(body, mark) > 1 || kinds > 2)
        return 0;
    if (kinds == 2) {
        decimals[0] = last;
        if (others > 0)
            return is_grouped(body->text, last, '\'');
        return is_grouped(body->text, last, mark == '.' ? ',' : '.');
    }
    bool is_twofold = body->exponent_len == 0 && is_grouped(body->text, body->len, mark);
    // Alone, a comma groups more often than not where a point parts a fraction.
    bool groups_first = is_twofold && mark == ',';
    decimals[0] = groups_first ? body->len : last;
    decimals[1] = groups_first ? last : body->len;
    return is_twofold ? 2 : 1;
}

static const char *trim(const char *from, const char *to, struct arena *arena)
{
    const char *text = arena_text(arena, from, (size_t)(to - from));
    return text_fold(arena, text, 0, NULL);
}

struct numeral numeral_read(const char *typed, struct arena *arena)
{
    const char *text = text_fold(arena, typed, FOLD_INVISIBLE, NULL);
    const char *at = text, *end = text + strlen(text);
    struct numeral numeral = {.before = "", .after = ""};
    uint32_t c = peek(at, end);
    while (at < end && !is_digit(c) && c != '-' && c != '+' && c != '.' && c != ',') {
        step(&at, end);
        c = peek(at, end);
    }
    numeral.before = trim(text, at, arena);
    bool is_negative = c == '-';
    if (c == '-' || c == '+') {
        step(&at, end);
        skip_blanks(&at, end);
    }
    struct body body = {.text = arena_alloc(arena, strlen(text) + 1, 1)};
    read_body(&at, end, &body);
    read_exponent(&at, end, &body);
    if (end - at == 1 && *at == '.')
        at++; // the end of a sentence
    numeral.after = trim(at, end, arena);
    size_t decimals[NUMERAL_READINGS];
    int count = body.len > 0 ? find_readings(&body, decimals) : 0;
    for (int i = 0; i < count; i++) {
        double *value = &numeral.readings[numeral.count];
        numeral.count += read_value(&body, decimals[i], is_negative, arena, value);
    }
    return numeral;
}
