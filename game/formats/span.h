// formats/span.h: as much of a JSON string as needs no closer look, many bytes in one go.
//
// Most strings are short and of any length, so a loop by bytes would cost more for its end,
// which no processor foresees, than for its work. Where there is SSE2, 32 bytes are looked at
// without a jump; elsewhere eight.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// How far behind what they copy the functions of this file may write.
enum { SPAN_MORE = 32 };

/// span_plain(), or span_text() if `takes_all`, eight bytes at once: where there is no SSE2,
/// and near the end of a text.
size_t span_by_words(const char *text, size_t at, size_t len, char *to, bool takes_all);

#if defined(__SSE2__)
/// A bit for each of 16 bytes: whether it is printing ASCII, but not '"' or '\\'.
static inline unsigned span_plain_16(__m128i bytes)
{
    // One more than printing ASCII is 0x21 to 0x7F; all else is at most 0x20, or negative.
    __m128i plus_one = _mm_add_epi8(bytes, _mm_set1_epi8(1));
    __m128i is_printed = _mm_cmpgt_epi8(plus_one, _mm_set1_epi8(0x20));
    __m128i is_quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    __m128i is_escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    __m128i is_plain = _mm_andnot_si128(_mm_or_si128(is_quote, is_escape), is_printed);
    return (unsigned)_mm_movemask_epi8(is_plain);
}

/// A bit for each of 16 bytes: whether it is '"', '\\' or below 0x20.
static inline unsigned span_stop_16(__m128i bytes)
{
    __m128i last_control = _mm_set1_epi8(0x1F);
    __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    __m128i is_quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    __m128i is_escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    __m128i is_stop = _mm_or_si128(is_control, _mm_or_si128(is_quote, is_escape));
    return (unsigned)_mm_movemask_epi8(is_stop);
}

static inline __m128i span_read_16(const char *text)
{
    return _mm_loadu_si128((const __m128i *)(const void *)text);
}

static inline void span_write_32(char *to, __m128i a, __m128i b)
{
    _mm_storeu_si128((__m128i *)(void *)to, a);
    _mm_storeu_si128((__m128i *)(void *)(to + 16), b);
}
#endif

/// Where something else than printing ASCII, '"' or '\\' is, from byte `at` of `text` on; `len`
/// if there is none before. Unless `to` is NULL, all bytes on the way are copied there, and up
/// to SPAN_MORE of what happens to stand behind them.
static inline size_t span_plain(const char *text, size_t at, size_t len, char *to)
{
#if defined(__SSE2__)
    for (; len - at >= 32; at += 32) {
        __m128i a = span_read_16(text + at), b = span_read_16(text + at + 16);
        if (to) {
            span_write_32(to, a, b);
            to += 32;
        }
        unsigned odd = ~(span_plain_16(a) | span_plain_16(b) << 16);
        if (odd)
            return at + (unsigned)__builtin_ctz(odd);
    }
#endif
    return span_by_words(text, at, len, to, false);
}

/// The same for '"', '\\' or a control character below 0x20.
static inline size_t span_text(const char *text, size_t at, size_t len, char *to)
{
#if defined(__SSE2__)
    for (; len - at >= 32; at += 32) {
        __m128i a = span_read_16(text + at), b = span_read_16(text + at + 16);
        if (to) {
            span_write_32(to, a, b);
            to += 32;
        }
        unsigned stops = span_stop_16(a) | span_stop_16(b) << 16;
        if (stops)
            return at + (unsigned)__builtin_ctz(stops);
    }
#endif
    return span_by_words(text, at, len, to, true);
}
