#include "formats/chars.h"

struct range {
    uint32_t first, last;
    const char *name;
};

static const struct range controls[] = {
    {0x00, 0x08, "control character"}, {0x0B, 0x0B, "vertical tab"},
    {0x0C, 0x0C, "form feed"},         {0x0E, 0x1F, "control character"},
    {0x7F, 0x9F, "control character"},
};

static const struct range bidi[] = {
    {0x202A, 0x202E, "bidirectional override"},
    {0x2066, 0x2069, "bidirectional isolate"},
};

static const struct range invisible[] = {
    {0x00AD, 0x00AD, "soft hyphen"},
    {0x034F, 0x034F, "combining grapheme joiner"},
    {0x061C, 0x061C, "Arabic letter mark"},
    {0x115F, 0x1160, "Hangul filler"},
    {0x17B4, 0x17B5, "Khmer inherent vowel"},
    {0x180B, 0x180F, "Mongolian variation selector"},
    {0x200B, 0x200B, "zero-width space"},
    {0x200C, 0x200D, "zero-width joiner"},
    {0x200E, 0x200F, "direction mark"},
    {0x2060, 0x2060, "word joiner"},
    {0x2061, 0x2064, "invisible operator"},
    {0x2065, 0x2065, "unassigned character"},
    {0x206A, 0x206F, "deprecated format character"},
    {0x2800, 0x2800, "empty Braille pattern"},
    {0x3164, 0x3164, "Hangul filler"},
    {0xFE00, 0xFE0F, "variation selector"},
    {0xFEFF, 0xFEFF, "byte order mark"},
    {0xFFA0, 0xFFA0, "Hangul filler"},
    {0xFFF0, 0xFFFB, "format character"},
    {0x1BCA0, 0x1BCA3, "format character"},
    {0x1D173, 0x1D17A, "format character"},
    {0xE0000, 0xE0FFF, "tag character"},
};

static const struct range blanks[] = {
    {0x09, 0x09, "tab"},
    {0x0A, 0x0A, "line end"},
    {0x0B, 0x0B, "vertical tab"},
    {0x0C, 0x0C, "form feed"},
    {0x0D, 0x0D, "line end"},
    {0x20, 0x20, "space"},
    {0x85, 0x85, "next line"},
    {0xA0, 0xA0, "no-break space"},
    {0x1680, 0x1680, "Ogham space"},
    {0x2000, 0x200A, "typographic space"},
    {0x2028, 0x2028, "line separator"},
    {0x2029, 0x2029, "paragraph separator"},
    {0x202F, 0x202F, "narrow no-break space"},
    {0x205F, 0x205F, "mathematical space"},
    {0x3000, 0x3000, "ideographic space"},
};

#define FIND(ranges, c) find((ranges), sizeof(ranges) / sizeof *(ranges), (c))

/// The range of a sorted table that holds `c`, or NULL.
static const struct range *find(const struct range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count && ranges[i].first <= c; i++) {
        if (c <= ranges[i].last)
            return &ranges[i];
    }
    return NULL;
}

static size_t expected_len(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

size_t chars_len(const char *p, const char *end)
{
    const unsigned char *u = (const unsigned char *)p;
    size_t len = expected_len(*u);
    if (len > (size_t)(end - p))
        return 0;
    for (size_t i = 1; i < len; i++) {
        if ((u[i] & 0xC0) != 0x80)
            return 0;
    }
    // What the lead byte alone doesn't rule out.
    bool is_overlong = (u[0] == 0xE0 && u[1] < 0xA0) || (u[0] == 0xF0 && u[1] < 0x90);
    bool is_surrogate = u[0] == 0xED && u[1] >= 0xA0;
    bool is_beyond = u[0] == 0xF4 && u[1] >= 0x90;
    return is_overlong || is_surrogate || is_beyond ? 0 : len;
}

/// Where a walk over UTF-8 may be. Each is the number of a bit, 6 apart, so that the steps of a
/// byte shifted by one have the next in their lowest 6 bits.
enum utf8_state {
    BAD = 0, // for good
    GOOD = 6,
    WANTS_1 = 12,
    WANTS_2 = 18,
    WANTS_2_E0 = 24, // of which the first is not 80 to 9F, which would be overlong
    WANTS_2_ED = 30, // not A0 to BF: surrogates
    WANTS_3 = 36,
    WANTS_3_F0 = 42, // not 80 to 8F: overlong
    WANTS_3_F4 = 48, // not 90 to BF: too large
};

#define STEP(from, to) ((uint64_t)(to) << (from))
#define TAIL           STEP(WANTS_1, GOOD) | STEP(WANTS_2, WANTS_1) | STEP(WANTS_3, WANTS_2)
#define TAIL_80        (TAIL | STEP(WANTS_2_ED, WANTS_1) | STEP(WANTS_3_F4, WANTS_2))
#define TAIL_90        (TAIL | STEP(WANTS_2_ED, WANTS_1) | STEP(WANTS_3_F0, WANTS_2))
#define TAIL_A0        (TAIL | STEP(WANTS_2_E0, WANTS_1) | STEP(WANTS_3_F0, WANTS_2))
#define LEAD(state)    STEP(GOOD, state)

#define FOUR_OF(byte)    byte, byte, byte, byte
#define SIXTEEN_OF(byte) FOUR_OF(byte), FOUR_OF(byte), FOUR_OF(byte), FOUR_OF(byte)

// Of each byte; from a state that is not in it the byte leads to BAD.
static const uint64_t utf8_steps[256] = {
    // clang-format off
    SIXTEEN_OF(LEAD(GOOD)), SIXTEEN_OF(LEAD(GOOD)), SIXTEEN_OF(LEAD(GOOD)), SIXTEEN_OF(LEAD(GOOD)),
    SIXTEEN_OF(LEAD(GOOD)), SIXTEEN_OF(LEAD(GOOD)), SIXTEEN_OF(LEAD(GOOD)), SIXTEEN_OF(LEAD(GOOD)),
    SIXTEEN_OF(TAIL_80), SIXTEEN_OF(TAIL_90), SIXTEEN_OF(TAIL_A0), SIXTEEN_OF(TAIL_A0),
    BAD, BAD, LEAD(WANTS_1), LEAD(WANTS_1), FOUR_OF(LEAD(WANTS_1)), FOUR_OF(LEAD(WANTS_1)),
    FOUR_OF(LEAD(WANTS_1)), SIXTEEN_OF(LEAD(WANTS_1)),
    LEAD(WANTS_2_E0), LEAD(WANTS_2), LEAD(WANTS_2), LEAD(WANTS_2), FOUR_OF(LEAD(WANTS_2)),
    FOUR_OF(LEAD(WANTS_2)), LEAD(WANTS_2), LEAD(WANTS_2_ED), LEAD(WANTS_2), LEAD(WANTS_2),
    LEAD(WANTS_3_F0), LEAD(WANTS_3), LEAD(WANTS_3), LEAD(WANTS_3), LEAD(WANTS_3_F4), BAD, BAD, BAD,
    FOUR_OF(BAD), FOUR_OF(BAD),
    // clang-format on
};

bool chars_is_utf8(const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;
    uint64_t state = GOOD;
    for (; len >= 4; len -= 4, p += 4) {
        state = utf8_steps[p[0]] >> (state & 63);
        state = utf8_steps[p[1]] >> (state & 63);
        state = utf8_steps[p[2]] >> (state & 63);
        state = utf8_steps[p[3]] >> (state & 63);
    }
    for (; len > 0; len--, p++)
        state = utf8_steps[*p] >> (state & 63);
    return (state & 63) == GOOD;
}

#define ALL                  (~(uint64_t)0)
#define FROM_TO(first, last) (((uint64_t)2 << (last)) - ((uint64_t)1 << (first)))

// Of each byte: bit i is set if it and a byte 80 + i behind it may begin something else than an
// everyday letter or sign.
static const uint64_t odd_pairs[256] = {
    // clang-format off
    SIXTEEN_OF(ALL), SIXTEEN_OF(ALL), SIXTEEN_OF(0), SIXTEEN_OF(0), SIXTEEN_OF(0), SIXTEEN_OF(0),
    SIXTEEN_OF(0), FOUR_OF(0), FOUR_OF(0), FOUR_OF(0), 0, 0, 0, ALL,
    SIXTEEN_OF(0), SIXTEEN_OF(0), SIXTEEN_OF(0), SIXTEEN_OF(0),
    ALL, ALL, FROM_TO(0x00, 0x2D), 0, FOUR_OF(0), FOUR_OF(0), // up to Latin-1's no-break space
    ALL, FROM_TO(0x00, 0x2F), 0, 0,                           // combining marks
    0, 0, FROM_TO(0x03, 0x09), 0,                             // Cyrillic ones
    0, 0, FROM_TO(0x11, 0x3F), FROM_TO(0x00, 0x0F),           // Hebrew points
    FROM_TO(0x00, 0x1F), FROM_TO(0x0B, 0x3F), ALL, ALL,       // Arabic marks
    FOUR_OF(ALL),
    ALL, ALL, ALL, 1 << 0x00 | 1 << 0x02 | FROM_TO(0x04, 0x0F), // ideographic space, kana marks
    FOUR_OF(0), 0, 0, FROM_TO(0x00, 0x2F), 0,
    0, 0, ALL, ALL,
    SIXTEEN_OF(ALL),
    // clang-format on
};

bool chars_are_everyday(const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;
    uint64_t odd = 0;
    for (; len >= 4; len -= 4, p += 4) {
        odd |= odd_pairs[p[0]] >> (p[1] & 63) | odd_pairs[p[1]] >> (p[2] & 63) |
               odd_pairs[p[2]] >> (p[3] & 63) | odd_pairs[p[3]] >> (p[4] & 63);
    }
    for (; len > 0; len--, p++)
        odd |= odd_pairs[p[0]] >> (p[1] & 63);
    return !(odd & 1);
}

bool chars_is_control(uint32_t c)
{
    return FIND(controls, c) != NULL;
}

bool chars_is_bidi(uint32_t c)
{
    return c >= 0x202A && c <= 0x2069 && FIND(bidi, c) != NULL;
}

bool chars_is_invisible(uint32_t c)
{
    bool is_far = c < 0xAD || (c > 0x34F && c < 0x61C) || (c > 0x3164 && c < 0xFE00);
    return !is_far && FIND(invisible, c) != NULL;
}

bool chars_is_blank(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    bool is_far = (c > 0xA0 && c < 0x1680) || c > 0x3000; // most letters are
    return !is_far && FIND(blanks, c) != NULL;
}

bool chars_is_hidden(uint32_t c)
{
    return c != ' ' && (chars_is_control(c) || chars_is_bidi(c) || chars_is_invisible(c) ||
                        chars_is_blank(c));
}

const char *chars_name(uint32_t c)
{
    const struct range *range = FIND(blanks, c);
    if (!range)
        range = FIND(bidi, c);
    if (!range)
        range = FIND(invisible, c);
    if (!range)
        range = FIND(controls, c);
    return range ? range->name : NULL;
}
