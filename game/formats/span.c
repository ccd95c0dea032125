#include "formats/span.h"

#include "formats/words.h"

size_t span_by_words(const char *text, size_t at, size_t len, char *to, bool takes_all)
{
    for (; len - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t word = word_read(text + at);
        uint64_t stops =
            word_has(word, '"') | word_has(word, '\\') | word_has_below(word, 0x20);
        // Nothing is carried between bytes unless one of them isn't ASCII.
        if (!takes_all)
            stops |= word_has_high(word | (word + WORD_ONES));
        if (stops)
            break;
        if (to) {
            memcpy(to, &word, sizeof word);
            to += sizeof word;
        }
    }
    for (; at < len; at++) {
        unsigned char c = (unsigned char)text[at];
        if (c == '"' || c == '\\' || c < 0x20 || (!takes_all && c >= 0x7F))
            break;
        if (to)
            *to++ = text[at];
    }
    return at;
}
