#include "formats/native_alike.h"

#include <string.h>

#include <utf8proc.h>

#include "base/text.h"
#include "formats/chars.h"

enum { STREAM_ROOM = 8, STREAM_END = -1 };

/// A text, character by character: decomposed, case folded, blanks collapsed, without what
/// cannot be seen.
struct stream {
    const char *at, *end;
    utf8proc_int32_t next[STREAM_ROOM];
    utf8proc_ssize_t used, count;
    utf8proc_int32_t looks; // what the character looks like, when it is alone
    bool has_started;
};

enum { ALIKE_ROOM = 24 };

/// Letters of other scripts that are drawn as a Latin one, which stands at the same place in
/// the second text.
static const struct lookalikes {
    uint32_t first;
    char latin[ALIKE_ROOM]; // one a character from `first` on; '.' for none
} lookalikes[] = {
    {0x0391, "AB..EZH.IK.MNO.P.TYX"},   // Greek capitals
    {0x03B9, "i"},                      // iota
    {0x03BD, "v.o.p"},                  // nu to rho
    {0x0405, "SI.J"},                   // Cyrillic dze to je
    {0x0410, "A.B..E....K.MHO.PCTY.X"}, // Cyrillic capitals
    {0x0430, "a....e........o.pc.y.x"}, // Cyrillic small letters
    {0x0455, "si.j"},                   // dze to je
    {0x04BB, "h"},                      // shha
    {0x0501, "d"},                      // komi de
    {0x051A, "QqWw"},                   // qa, we
    {0x2010, "------"},                 // hyphens and dashes
    {0x2018, "''"},                     // quotes
    {0x2212, "-"},                      // minus
};

uint32_t alike_latin(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0; // full width
    for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++) {
        const struct lookalikes *row = &lookalikes[i];
        if (c < row->first)
            break;
        char latin = c - row->first < ALIKE_ROOM ? row->latin[c - row->first] : '\0';
        if (latin)
            return latin == '.' ? c : (uint32_t)latin;
    }
    return c;
}

/// The folded form of letters that need no table: they neither decompose nor fold to more
/// than one. 0 for all others.
static utf8proc_int32_t fold_simply(uint32_t c)
{
    if (c >= 0x430 && c <= 0x44F && c != 0x439)
        return (utf8proc_int32_t)c; // Cyrillic
    if (c >= 0x410 && c <= 0x42F && c != 0x419)
        return (utf8proc_int32_t)c + 32;
    if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2)
        return (utf8proc_int32_t)c; // Greek
    if (c >= 0x391 && c <= 0x3A9)
        return (utf8proc_int32_t)c + 32;
    bool is_caseless = (c >= 0x5D0 && c <= 0x5EA) || (c >= 0x627 && c <= 0x64A) ||
                       (c >= 0x4E00 && c <= 0x9FFF);
    return is_caseless ? (utf8proc_int32_t)c : 0;
}

static utf8proc_int32_t lower_ascii(uint32_t c)
{
    return (utf8proc_int32_t)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool skip_unseen(struct stream *s)
{
    bool has_blank = false;
    while (s->at < s->end) {
        const char *p = s->at;
        uint32_t c = text_next(&p, s->end);
        if (chars_is_blank(c)) {
            has_blank = true;
        } else if (!chars_is_invisible(c)) {
            break;
        }
        s->at = p;
    }
    return has_blank;
}

static utf8proc_int32_t take(struct stream *s)
{
    if (s->used < s->count) {
        s->looks = s->next[s->used];
        return s->next[s->used++];
    }
    bool has_blank = skip_unseen(s);
    if (s->at == s->end)
        return s->looks = STREAM_END;
    if (has_blank && s->has_started)
        return s->looks = ' ';
    s->has_started = true;
    uint32_t c = text_next(&s->at, s->end);
    if (c < 0x80)
        return s->looks = lower_ascii(c);
    utf8proc_int32_t simple = fold_simply(c);
    if (simple) {
        s->looks = lower_ascii(alike_latin(c));
        if (s->looks == (utf8proc_int32_t)c)
            s->looks = simple;
        return simple;
    }
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)c, s->next, STREAM_ROOM,
                                UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);
    if (count < 1 || count > STREAM_ROOM)
        return s->looks = (utf8proc_int32_t)c;
    s->used = 1;
    s->count = count;
    s->looks = count > 1 ? s->next[0] : lower_ascii(alike_latin(c));
    // A lookalike of itself is the folded character.
    if (s->looks == (utf8proc_int32_t)c)
        s->looks = s->next[0];
    return s->next[0];
}

static bool is_mark(utf8proc_int32_t c)
{
    return c >= 0x300 && utf8proc_get_property(c)->combining_class != 0;
}

enum alike alike_compare(struct arena *scratch, const char *a, const char *b)
{
    // Two different letters of ASCII end it at once, which most pairs do.
    unsigned char first = (unsigned char)a[0], other = (unsigned char)b[0];
    if (first > ' ' && first < 0x7F && other > ' ' && other < 0x7F &&
        lower_ascii(first) != lower_ascii(other))
        return ALIKE_NOT;
    struct stream x = {.at = a, .end = a + strlen(a)};
    struct stream y = {.at = b, .end = b + strlen(b)};
    enum alike found = ALIKE_SAME;
    for (;;) {
        utf8proc_int32_t c = take(&x), d = take(&y);
        if (c == d) {
            if (c == STREAM_END)
                return found;
            continue;
        }
        if (is_mark(c) && is_mark(d)) {
            // Marks may be in another order and mean the same.
            enum { FLAGS = FOLD_CASE | FOLD_INVISIBLE };

            const char *folded = text_fold(scratch, a, FLAGS, NULL);
            return strcmp(folded, text_fold(scratch, b, FLAGS, NULL)) == 0 ? ALIKE_SAME
                                                                           : ALIKE_NOT;
        }
        if (c == STREAM_END || d == STREAM_END || x.looks != y.looks)
            return ALIKE_NOT;
        found = ALIKE_LOOKS;
    }
}
