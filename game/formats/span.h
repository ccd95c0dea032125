// formats/span.h: as much of a JSON string as needs no closer look, many bytes in one go.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "formats/words.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// How far behind the text that it copies span_next() may write.
enum { SPAN_MORE = 32 };

#if defined(__SSE2__)
/// Of 16 bytes, a bit each.
struct span_bits {
    unsigned stops; // '"', '\\' or a control character below 0x20
    unsigned odd;   // DEL or not ASCII
};

static inline struct span_bits span_look(const char *text, char *to)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
    if (to)
        _mm_storeu_si128((__m128i *)(void *)to, bytes);
    __m128i last_control = _mm_set1_epi8(0x1F);
    __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    __m128i is_quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    __m128i is_escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    __m128i is_stop = _mm_or_si128(is_control, _mm_or_si128(is_quote, is_escape));
    __m128i plus_one = _mm_adds_epu8(bytes, _mm_set1_epi8(1));
    return (struct span_bits){.stops = (unsigned)_mm_movemask_epi8(is_stop),
                              .odd = (unsigned)_mm_movemask_epi8(plus_one)};
}
#endif

/// Where the next '"', '\\' or control character below 0x20 is, from byte `at` of `text` on;
/// `len` if there is none before. `*is_odd` becomes true if a byte on the way there is not
/// printing ASCII. Unless `to` is NULL, all bytes on the way are copied there, and up to
/// SPAN_MORE of what happens to stand behind them.
///
/// Most strings are short and of any length, so a loop by bytes would cost more for its end,
/// which no processor foresees, than for its work. Where there is SSE2, 32 bytes are looked at
/// without a jump.
static inline size_t span_next(const char *text, size_t at, size_t len, char *to, bool *is_odd)
{
#if defined(__SSE2__)
    for (; len - at >= 32; at += 32) {
        struct span_bits a = span_look(text + at, to),
                         b = span_look(text + at + 16, to ? to + 16 : to);
        unsigned stops = a.stops | b.stops << 16, odd = a.odd | b.odd << 16;
        if (stops) {
            *is_odd = *is_odd || (odd & (stops - 1) & ~stops);
            return at + (unsigned)__builtin_ctz(stops);
        }
        *is_odd = *is_odd || odd;
        to = to ? to + 32 : to;
    }
#endif
    for (; len - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t word = word_read(text + at);
        if (word_has(word, '"') | word_has(word, '\\') | word_has_below(word, 0x20))
            break;
        // Nothing is carried between bytes unless one of them isn't ASCII.
        *is_odd = *is_odd || word_has_high(word | (word + WORD_ONES));
        if (to) {
            memcpy(to, &word, sizeof word);
            to += sizeof word;
        }
    }
    for (; at < len; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c == '"' || c == '\\' || c < 0x20)
            break;
        *is_odd = *is_odd || c >= 0x7F;
        if (to)
            *to++ = text[at];
    }
    return at;
}
