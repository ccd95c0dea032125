#include "base/text.h"

#include <assert.h>
#include <string.h>

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

uint32_t text_next(const char **at, const char *end)
{
    const unsigned char *p = (const unsigned char *)*at;
    int more = *p < 0x80 ? 0 : *p < 0xE0 ? 1 : *p < 0xF0 ? 2 : 3;
    if (end - *at <= more) {
        *at = end;
        return REPLACEMENT;
    }
    *at += more + 1;
    switch (more) {
    case 0:
        return p[0];
    case 1:
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    case 2:
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    default:
        return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
               (p[3] & 0x3Fu);
    }
}

void text_next_cluster(const char **at, const char *end)
{
    utf8proc_int32_t state = 0;
    uint32_t before = text_next(at, end);
    while (*at < end) {
        const char *next = *at;
        uint32_t c = text_next(&next, end);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)c,
                                             &state))
            return;
        before = c;
        *at = next;
    }
}

// The size of the valid character at `p`, 0 if there is none. The second byte's bounds keep
// overlong forms, surrogates and what is above U+10FFFF out (Unicode, table 3-7).
static size_t valid_size(const unsigned char *p, size_t left)
{
    unsigned char low = 0x80, high = 0xBF;
    size_t size;
    if (*p < 0x80)
        return 1;
    if (*p >= 0xC2 && *p <= 0xDF) {
        size = 2;
    } else if (*p >= 0xE0 && *p <= 0xEF) {
        size = 3;
        low = *p == 0xE0 ? 0xA0 : 0x80;
        high = *p == 0xED ? 0x9F : 0xBF;
    } else if (*p >= 0xF0 && *p <= 0xF4) {
        size = 4;
        low = *p == 0xF0 ? 0x90 : 0x80;
        high = *p == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    if (left < size || p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    }
    return size;
}

bool text_is_utf8(const char *text, size_t len, size_t *bad)
{
    const uint64_t high_bits = 0x8080808080808080u;
    size_t at = 0;
    while (at < len) {
        uint64_t eight;
        if (len - at >= sizeof eight) {
            memcpy(&eight, text + at, sizeof eight);
            if ((eight & high_bits) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        size_t size = valid_size((const unsigned char *)text + at, len - at);
        if (size == 0)
            break;
        at += size;
    }
    if (bad)
        *bad = at;
    return at == len;
}

size_t text_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

bool text_is_digit(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9';
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ND;
}

bool text_is_blank(uint32_t c)
{
    enum { NEXT_LINE = 0x85 };

    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)c);
    return c == NEXT_LINE || kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL ||
           kind == UTF8PROC_CATEGORY_ZP;
}

int text_letters(const char *text)
{
    int letters = 0;
    for (const char *end = text + strlen(text); text < end;) {
        switch ((int)utf8proc_category((utf8proc_int32_t)text_next(&text, end))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            letters++;
            break;
        default:
            break;
        }
    }
    return letters;
}

enum {
    BAND = 2 * TEXT_EDITS_MAX + 3, // the diagonals that matter, and one beyond each end
    RING = 32,                     // characters of the second text around the diagonal
};

static_assert(RING >= BAND && (RING & (RING - 1)) == 0, "the ring holds the band");

// The second text, read as far as the band reaches.
struct ring {
    const char *at, *end;
    int count; // read so far
    uint32_t chars[RING];
};

static uint32_t ring_char(struct ring *ring, int index)
{
    while (ring->count <= index)
        ring->chars[ring->count++ & (RING - 1)] = text_next(&ring->at, ring->end);
    return ring->chars[index & (RING - 1)];
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int text_edits(const char *a, const char *b, int limit)
{
    assert(limit >= 0 && limit <= TEXT_EDITS_MAX);
    int a_count = (int)text_count(a), b_count = (int)text_count(b);
    int far = limit + 1; // stands for any number above `limit`
    int top = 2 * far;   // the last diagonal of a row
    if (a_count - b_count > limit || b_count - a_count > limit)
        return far;

    // rows[i % 3][j - i + far] is the distance of the first i characters of `a` and j of `b`.
    int rows[3][BAND];
    for (int k = 0; k < BAND; k++) {
        int j = k - far;
        rows[0][k] = j >= 0 && j < far ? j : far;
    }
    struct ring ring = {.at = b, .end = b + strlen(b)};
    const char *a_end = a + strlen(a);
    uint32_t before = 0;
    for (int i = 1; i <= a_count; i++) {
        uint32_t c = text_next(&a, a_end);
        int *row = rows[i % 3];
        const int *last = rows[(i + 2) % 3], *second_last = rows[(i + 1) % 3];
        int best = row[0] = row[top] = far;
        for (int k = 1; k < top; k++) {
            int j = i + k - far;
            row[k] = far;
            if (j == 0)
                row[k] = least(i, far);
            if (j < 1 || j > b_count)
                continue;
            int cost = least(least(row[k - 1], last[k + 1]) + 1,
                             last[k] + (ring_char(&ring, j - 1) != c));
            if (i > 1 && j > 1 && before == ring_char(&ring, j - 1) &&
                c == ring_char(&ring, j - 2))
                cost = least(cost, second_last[k] + 1);
            row[k] = least(cost, far);
            best = least(best, row[k]);
        }
        if (best == far && i > far)
            return far;
        before = c;
    }
    return rows[a_count % 3][(ptrdiff_t)b_count - a_count + far];
}
