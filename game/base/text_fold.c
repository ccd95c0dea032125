#include <assert.h>
#include <string.h>

#include <utf8proc.h>

#include "base/text.h"

// A text on its way: characters that are changed step by step. `room` bounds what case
// folding and decomposition can make of it.
struct chars {
    utf8proc_int32_t *at;
    size_t count, room;
};

enum {
    HYPHEN = '-',
    BREVE = 0x306,
    ARTICLES_MAX = 12,
    SMALL = 512, // characters that are folded without asking for memory
};

// Letters that people take for plain ones with something added, though Unicode does not
// decompose them.
static const struct {
    utf8proc_int32_t letter;
    const char *plain;
} strokes[] = {
    {0xC6, "AE"},  {0xD0, "D"},   {0xD8, "O"},  {0xDE, "Th"}, {0xDF, "ss"},
    {0xE6, "ae"},  {0xF0, "d"},   {0xF8, "o"},  {0xFE, "th"}, {0x110, "D"},
    {0x111, "d"},  {0x126, "H"},  {0x127, "h"}, {0x131, "i"}, {0x132, "IJ"},
    {0x133, "ij"}, {0x13F, "L"},  {0x140, "l"}, {0x141, "L"}, {0x142, "l"},
    {0x152, "OE"}, {0x153, "oe"}, {0x166, "T"}, {0x167, "t"}, {0x1E9E, "SS"},
};

// Leading articles. One that ends in an apostrophe leans on its word, others need a blank.
static const struct {
    const char *language;
    const char *articles[ARTICLES_MAX];
} languages[] = {
    {"en", {"the", "a", "an"}},
    {"de",
     {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"}},
    {"fr", {"le", "la", "les", "l'", "un", "une", "des", "du"}},
    {"es", {"el", "la", "los", "las", "lo", "un", "una", "unos", "unas"}},
    {"it", {"il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'"}},
    {"nl", {"de", "het", "een", "'t"}},
    {"pt", {"o", "a", "os", "as", "um", "uma", "uns", "umas"}},
};

static utf8proc_category_t category(utf8proc_int32_t c)
{
    return (utf8proc_category_t)utf8proc_get_property(c)->category;
}

static bool is_digit(utf8proc_int32_t c)
{
    return text_is_digit((uint32_t)c);
}

static bool is_blank(utf8proc_int32_t c)
{
    return text_is_blank((uint32_t)c);
}

static bool is_mark(utf8proc_category_t kind)
{
    return kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_MC ||
           kind == UTF8PROC_CATEGORY_ME;
}

static bool is_letter(utf8proc_int32_t c)
{
    utf8proc_category_t kind = category(c);
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) || is_mark(kind);
}

static bool is_apostrophe(utf8proc_int32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC;
}

// Blocks of combining marks that all scripts share, which are the accents of Latin, Greek and
// Cyrillic, and Cyrillic's own. Marks in the blocks of other scripts are vowels and consonants
// (Devanagari, Thai, Arabic, Hebrew, dakuten): without them it is another word.
static bool is_accent(utf8proc_int32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x487) ||
           (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0xFE20 && c <= 0xFE2F);
}

// Whether `c` is as NFC wants it wherever it stands: it neither decomposes nor composes with
// what is before it, nor is it sorted among marks. The ranges decompose but compose again.
static bool is_steady(utf8proc_int32_t c, const utf8proc_property_t *property)
{
    if (c < 0x300)
        return true;
    if ((c >= 0x1100 && c <= 0x11FF) || is_mark((utf8proc_category_t)property->category))
        return false;
    if (property->decomp_seqindex == UINT16_MAX || property->decomp_type != 0)
        return true;
    return (c >= 0x388 && c <= 0x4FF) || (c >= 0x1E00 && c <= 0x1EFF) ||
           (c >= 0x3041 && c <= 0x30FF);
}

static bool is_raised(utf8proc_int32_t c)
{
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207E);
}

// Whether `c` is a raised or lowered letter, as in "xₘₐₓ" and "20ᵗʰ".
static bool is_small_letter(utf8proc_int32_t c, const utf8proc_property_t *property)
{
    return (c == 0x2071 || c == 0x207F || (c >= 0x2B0 && c <= 0x2B8) ||
            (c >= 0x1D2C && c <= 0x1DBF) || (c >= 0x2090 && c <= 0x209C) || c == 0x2C7C) &&
           (property->decomp_type == UTF8PROC_DECOMP_TYPE_SUPER ||
            property->decomp_type == UTF8PROC_DECOMP_TYPE_SUB);
}

// Whether `c` is a plain character in another dress: raised or lowered, or of full or half
// width.
static bool is_dressed(utf8proc_int32_t c, const utf8proc_property_t *property)
{
    return is_raised(c) || (c >= 0x2080 && c <= 0x208E) || is_small_letter(c, property) ||
           property->decomp_type == UTF8PROC_DECOMP_TYPE_WIDE ||
           property->decomp_type == UTF8PROC_DECOMP_TYPE_NARROW;
}

static void add(struct chars *chars, utf8proc_int32_t c)
{
    assert(chars->count < chars->room);
    chars->at[chars->count++] = c;
}

static void add_decomposed(struct chars *chars, utf8proc_int32_t c, int options)
{
    int boundary = 0;
    utf8proc_ssize_t size = utf8proc_decompose_char(
        c, chars->at + chars->count, (utf8proc_ssize_t)(chars->room - chars->count),
        (utf8proc_option_t)options, &boundary);
    assert(size >= 0 && (size_t)size <= chars->room - chars->count);
    chars->count += (size_t)size;
}

// Whether a case folding gave only characters that may stand as they are.
static bool are_steady(const utf8proc_int32_t *at, const utf8proc_int32_t *end)
{
    for (; at < end; at++) {
        if (!is_steady(*at, utf8proc_get_property(*at)))
            return false;
    }
    return true;
}

// Adds `c`, which is not ASCII and not invisible; returns false if spread() has to.
static bool add_folded(struct chars *chars, utf8proc_int32_t c, unsigned flags, bool is_whole)
{
    const utf8proc_property_t *property = utf8proc_get_property(c);
    bool is_undressed = (flags & FOLD_PUNCTUATION) && is_dressed(c, property);
    if (!is_whole && (is_undressed || (flags & FOLD_ACCENTS) || !is_steady(c, property)))
        return false;
    if (!is_whole && (!(flags & FOLD_CASE) || property->casefold_seqindex == UINT16_MAX)) {
        add(chars, c);
        return true;
    }
    size_t start = chars->count;
    add_decomposed(chars, c,
                   (flags & FOLD_CASE ? UTF8PROC_CASEFOLD : 0) |
                       (is_whole ? UTF8PROC_DECOMPOSE : 0) |
                       (is_undressed ? UTF8PROC_COMPAT : 0));
    return is_whole || are_steady(chars->at + start, chars->at + chars->count);
}

// Reads `text` into `chars`, case folded and without what cannot be seen as `flags` say.
// Returns false if it has to be read again with `is_whole`, which decomposes each character:
// slower, and only needed where marks are to go or are not yet as NFC wants them.
static bool spread(const char *text, const char *end, unsigned flags, bool is_whole,
                   struct chars *chars)
{
    bool was_raised = false;
    chars->count = 0;
    while (text < end) {
        utf8proc_int32_t c = (utf8proc_int32_t)text_next(&text, end);
        if (c < 0x80) {
            add(chars, (flags & FOLD_CASE) && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            was_raised = false;
            continue;
        }
        if ((flags & FOLD_INVISIBLE) && utf8proc_get_property(c)->ignorable)
            continue;
        bool raises = (flags & FOLD_PUNCTUATION) && is_raised(c);
        if (raises && !was_raised && chars->count > 0 && is_digit(chars->at[chars->count - 1]))
            add(chars, '^'); // 10² is not 102
        was_raised = raises;
        if (!add_folded(chars, c, flags, is_whole))
            return false;
    }
    return true;
}

static const char *plain_letter(utf8proc_int32_t c)
{
    if (c < strokes[0].letter || c > 0x1E9E)
        return NULL;
    for (size_t i = 0; i < sizeof strokes / sizeof strokes[0]; i++) {
        if (strokes[i].letter == c)
            return strokes[i].plain;
    }
    return NULL;
}

// й and ў are consonants with keys of their own, not vowels with an accent.
static bool is_short_cyrillic(utf8proc_int32_t base, utf8proc_int32_t mark)
{
    return mark == BREVE && (base == 0x438 || base == 0x418 || base == 0x443 || base == 0x423);
}

static void drop_accents(const struct chars *from, struct chars *to)
{
    to->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        utf8proc_int32_t c = from->at[i];
        if (c < 0x80) {
            add(to, c);
            continue;
        }
        if (is_accent(c) && !(i > 0 && is_short_cyrillic(from->at[i - 1], c)))
            continue;
        const char *plain = plain_letter(c);
        if (!plain)
            add(to, c);
        for (; plain && *plain; plain++)
            add(to, *plain);
    }
}

// What stays of a character that may be punctuation: itself, a blank, or nothing (0).
// A mark that tells two short answers apart stays: C# and C++, -5, 3.5, 1/2, 3:1, 5!, A-.
static utf8proc_int32_t unpunctuated(const struct chars *chars, size_t i)
{
    utf8proc_int32_t c = chars->at[i];
    utf8proc_int32_t before = i > 0 ? chars->at[i - 1] : ' ';
    utf8proc_int32_t after = i + 1 < chars->count ? chars->at[i + 1] : ' ';
    switch (c) {
    case HYPHEN:
    case 0x2010: // hyphens and dashes that stand in for a minus
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212: // the minus
        if (is_digit(after) && !is_digit(before) && !is_letter(before))
            return HYPHEN;
        // A charge, a blood group, a grade: a sign after one or two letters at the end.
        if (is_blank(after) && is_letter(before) &&
            (i < 2 || is_blank(chars->at[i - 2]) || i < 3 || is_blank(chars->at[i - 3])))
            return HYPHEN;
        return ' ';
    case '.':
        return is_digit(after) && (is_digit(before) || is_blank(before)) ? c : 0;
    case ',':
    case ':':
        return is_digit(after) && is_digit(before) ? c : ' ';
    case ';':
        return ' ';
    case '!':
        return is_digit(before) ? c : 0;
    case '^': // m^2 and m² are both m2
        return is_letter(before) && is_digit(after) ? 0 : c;
    case '`':
    case 0xB4:  // acute
    case 0x2B9: // modifier letters that stand for an apostrophe
    case 0x2BB:
    case 0x2BC:
    case 0xA9: // copyright, registered, trade mark
    case 0xAE:
    case 0x2122:
        return 0;
    case '#':
    case '%':
    case '&':
    case '*':
    case '/':
    case '@':
    case '\\':
    case 0xA7:   // section
    case 0x2030: // per mille
    case 0x66A:  // Arabic per cent
        return c;
    default:
        break;
    }
    switch ((int)category(c)) {
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
        return ' ';
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return 0;
    default:
        return c;
    }
}

static void drop_punctuation(const struct chars *from, struct chars *to)
{
    to->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        utf8proc_int32_t c = unpunctuated(from, i);
        if (c != 0)
            add(to, c);
    }
}

// Trims, and makes one blank of a run of them, or none.
static void squeeze_blanks(struct chars *chars, bool keeps_none)
{
    size_t kept = 0;
    bool is_due = false;
    for (size_t i = 0; i < chars->count; i++) {
        utf8proc_int32_t c = chars->at[i];
        if (is_blank(c)) {
            is_due = kept > 0 && !keeps_none;
            continue;
        }
        if (is_due)
            chars->at[kept++] = ' ';
        is_due = false;
        chars->at[kept++] = c;
    }
    chars->count = kept;
}

// Sorts marks by their combining class and composes, which makes NFC of decomposed text.
static void compose(struct chars *chars)
{
    for (size_t i = 1; i < chars->count; i++) {
        utf8proc_int32_t c = chars->at[i];
        int class = c < 0x300 ? 0 : utf8proc_get_property(c)->combining_class;
        size_t to = i;
        while (class != 0 && to > 0 &&
               utf8proc_get_property(chars->at[to - 1])->combining_class > class) {
            chars->at[to] = chars->at[to - 1];
            to--;
        }
        chars->at[to] = c;
    }
    utf8proc_ssize_t count =
        utf8proc_normalize_utf32(chars->at, (utf8proc_ssize_t)chars->count,
                                 (utf8proc_option_t)(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    assert(count >= 0);
    chars->count = (size_t)count;
}

static char *encode(struct arena *arena, const struct chars *chars)
{
    size_t len = 0;
    for (size_t i = 0; i < chars->count; i++) {
        utf8proc_int32_t c = chars->at[i];
        len += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    char *text = arena_alloc(arena, len + 1, 1);
    char *to = text;
    for (size_t i = 0; i < chars->count; i++) {
        if (chars->at[i] < 0x80) {
            *to++ = (char)chars->at[i];
        } else {
            to += utf8proc_encode_char(chars->at[i], (utf8proc_uint8_t *)to);
        }
    }
    return text;
}

static const char *const *articles_of(const char *language)
{
    if (!language)
        language = "en";
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        const char *name = languages[i].language;
        if ((language[0] | 0x20) == name[0] && (language[1] | 0x20) == name[1] &&
            (language[2] == '\0' || language[2] == '-' || language[2] == '_'))
            return languages[i].articles;
    }
    return NULL;
}

// Where the text goes on after `article`, NULL if it does not start with it.
static const char *after_article(const char *text, const char *end, const char *article)
{
    bool is_leaning = false;
    for (; *article; article++) {
        if (text == end)
            return NULL;
        utf8proc_int32_t c = (utf8proc_int32_t)text_next(&text, end);
        is_leaning = *article == '\'';
        if (is_leaning ? !is_apostrophe(c) : c >= 0x80 || (c | 0x20) != *article)
            return NULL;
    }
    if (is_leaning)
        return text;
    if (text == end || !is_blank((utf8proc_int32_t)text_next(&text, end)))
        return NULL;
    return text;
}

// Steps over a leading article, if a letter or digit follows.
static const char *skip_article(const char *text, const char *end, const char *language)
{
    const char *const *articles = articles_of(language);
    while (text < end && (*text == ' ' || (*text >= '\t' && *text <= '\r')))
        text++;
    for (int i = 0; articles && i < ARTICLES_MAX && articles[i]; i++) {
        const char *rest = after_article(text, end, articles[i]);
        if (rest && text_letters(rest) > 0)
            return rest;
    }
    return text;
}

static bool is_ascii(const char *text, const char *end)
{
    unsigned char high = 0;
    for (; text < end; text++)
        high |= (unsigned char)*text;
    return high < 0x80;
}

// Folds case and blanks, which is all there is to ASCII without its punctuation.
static char *fold_ascii(struct arena *arena, const char *text, const char *end, unsigned flags)
{
    char *folded = arena_alloc(arena, (size_t)(end - text) + 1, 1);
    char *to = folded;
    bool is_due = false;
    for (; text < end; text++) {
        char c = *text;
        if (is_blank(c)) {
            is_due = to > folded && !(flags & FOLD_SPACES);
            continue;
        }
        if (is_due)
            *to++ = ' ';
        is_due = false;
        *to++ = (char)((flags & FOLD_CASE) && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return folded;
}

char *text_fold(struct arena *arena, const char *text, unsigned flags, const char *language)
{
    const char *end = text + strlen(text);
    if (flags & FOLD_ARTICLE)
        text = skip_article(text, end, language);
    if (!(flags & FOLD_PUNCTUATION) && is_ascii(text, end))
        return fold_ascii(arena, text, end, flags);

    // No character becomes more than 2 for each of its bytes.
    size_t room = 2 * (size_t)(end - text) + 1;
    utf8proc_int32_t small[2][SMALL];
    struct arena large = {0};
    bool is_small = room <= SMALL;
    struct chars chars = {
        .at = is_small ? small[0] : ARENA_ARRAY(&large, room, utf8proc_int32_t),
        .room = room,
    };
    struct chars other = {
        .at = is_small ? small[1] : ARENA_ARRAY(&large, room, utf8proc_int32_t),
        .room = room,
    };
    bool is_whole = !spread(text, end, flags, false, &chars);
    if (is_whole)
        spread(text, end, flags, true, &chars);
    if (is_whole && (flags & FOLD_ACCENTS)) {
        drop_accents(&chars, &other);
        struct chars swap = chars;
        chars = other;
        other = swap;
    }
    if (flags & FOLD_PUNCTUATION) {
        drop_punctuation(&chars, &other);
        chars = other;
    }
    squeeze_blanks(&chars, flags & FOLD_SPACES);
    if (is_whole)
        compose(&chars);
    char *folded = encode(arena, &chars);
    arena_free(&large);
    return folded;
}
