// Phrases in texts, as people mean them.
#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "formats/lint_bank.h"

enum { OTHER_LETTER = 26 };

/// The letter that stands for `c` in an index; -1 for what is none.
static int letter_of(char c)
{
    char small = (char)(c | 32);
    return (unsigned char)c >= 0x80       ? OTHER_LETTER
           : small >= 'a' && small <= 'z' ? small - 'a'
                                          : -1;
}

/// An item that begins with "!" is fine, though it holds a phrase that is not.
static bool is_fine(const char *item)
{
    return item[0] == '!';
}

struct lint_phrases lint_phrases(const char *const *items)
{
    struct lint_phrases phrases = {.items = items};
    int count = 0;
    for (int letter = 0; letter < LINT_LETTERS; letter++) {
        phrases.start[letter] = (uint8_t)count;
        while (items[count] && letter_of(items[count][is_fine(items[count])]) == letter)
            count++;
    }
    assert(!items[count]); // they are sorted
    phrases.start[LINT_LETTERS] = (uint8_t)count;
    return phrases;
}

static bool is_plain_word(char c)
{
    return (c >= '0' && c <= '9') || letter_of(c) >= 0;
}

/// Bytes of the character at `p` if it is part of a word, else 0. Of what is not ASCII, only
/// blanks and punctuation are no part.
static size_t word_char(const char *p)
{
    unsigned char c = (unsigned char)p[0], next = c ? (unsigned char)p[1] : 0;
    if (c < 0x80)
        return is_plain_word(p[0]) || (c == '-' && is_plain_word(p[1]));
    if (c == 0xC2 || (c == 0xE2 && next <= 0x81) ||
        (c == 0xE3 && next == 0x80 && (unsigned char)p[2] < 0x90))
        return 0;
    size_t len = 1;
    while (((unsigned char)p[len] & 0xC0) == 0x80)
        len++;
    return len;
}

/// Bytes of the blank at `p`; 0 if there is none.
static size_t blank_at(const char *p)
{
    if (*p == ' ' || *p == '\t' || *p == '\n')
        return 1;
    return (unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0 ? 2 : 0;
}

/// How many bytes at `text` are `phrase`; 0 if they are not.
static size_t match(const char *phrase, const char *text)
{
    const char *p = text;
    for (; *phrase && *phrase != '*'; phrase++) {
        if (*phrase == ' ') {
            if (!blank_at(p))
                return 0;
            for (size_t step; (step = blank_at(p)) > 0;)
                p += step;
            continue;
        }
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        if (c != *phrase)
            return 0;
        p++;
    }
    for (size_t step; *phrase && (step = word_char(p)) > 0;)
        p += step;
    return word_char(p) ? 0 : (size_t)(p - text);
}

/// Bytes from an opening quotation mark at `p` behind the closing one; 0 if there is none.
static size_t quoted_at(const char *p)
{
    static const struct {
        const char *open, *close, *other;
    } marks[] = {
        {"\"", "\"", "\""},
        {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9D"}, // “ ”
        {"\xE2\x80\x9E", "\xE2\x80\x9C", "\xE2\x80\x9D"}, // „ “ or ”
        {"\xC2\xAB", "\xC2\xBB", "\xC2\xBB"},             // « »
        {"\xC2\xBB", "\xC2\xAB", "\xC2\xAB"},             // » «
    };

    if (*p != '"' && *p != marks[1].open[0] && *p != marks[3].open[0])
        return 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t len = strlen(marks[i].open);
        if (strncmp(p, marks[i].open, len) != 0)
            continue;
        const char *close = strstr(p + len, marks[i].close);
        if (!close)
            close = strstr(p + len, marks[i].other);
        return close ? (size_t)(close - p) + len : 0;
    }
    return 0;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Whether the `len` bytes at `p` are a name, or its beginning.
static bool is_name(const char *p, size_t len, bool is_first, bool skips_titles)
{
    if (!is_capital(p[0]) || is_capital(p[1]))
        return false;
    const char *next = p + len;
    for (size_t step; (step = blank_at(next)) > 0;)
        next += step;
    return is_first ? skips_titles && next > p + len && is_capital(*next) : true;
}

/// The phrase at the word at `p`. Its length is in `*skip` too if it is one that is fine.
static size_t find_at(const struct lint_phrases *phrases, const char *p, size_t *skip)
{
    *skip = 0;
    int letter = letter_of(*p);
    if (letter < 0)
        return 0;
    for (int i = phrases->start[letter]; i < phrases->start[letter + 1]; i++) {
        const char *item = phrases->items[i];
        size_t len = match(item + is_fine(item), p);
        if (!len)
            continue;
        *skip = is_fine(item) ? len : 0;
        return len;
    }
    return 0;
}

struct lint_match lint_find_phrase(const struct lint_phrases *phrases, const char *text,
                                   bool skips_titles)
{
    bool is_first = true;
    for (const char *p = text; *p;) {
        size_t quoted = quoted_at(p);
        size_t step = word_char(p);
        if (quoted || !step) {
            is_first = strchr(".?!:;(\n", *p) || (is_first && !quoted);
            p += quoted ? quoted : 1;
            continue;
        }
        size_t skip = 0, len = find_at(phrases, p, &skip);
        if (len && !skip && !is_name(p, len, is_first, skips_titles))
            return (struct lint_match){.at = (size_t)(p - text), .len = len};
        is_first = false;
        p += skip;
        while ((step = word_char(p)) > 0)
            p += step;
    }
    return (struct lint_match){0};
}

bool lint_is_phrase(const struct lint_phrases *phrases, const char *text)
{
    size_t skip = 0;
    for (size_t step; (step = blank_at(text)) > 0;)
        text += step;
    size_t len = find_at(phrases, text, &skip);
    if (!len || skip)
        return false;
    const char *rest = text + len;
    while (*rest && strchr(" .!\n\t", *rest))
        rest++;
    return !*rest;
}

const char *const *lint_choose_phrases(const struct lint_language *languages,
                                       const char *language)
{
    for (; languages->code; languages++) {
        bool is_it = (language[0] | 32) == languages->code[0] &&
                     (language[1] | 32) == languages->code[1];
        if (is_it && (language[2] == '\0' || language[2] == '-')) // "en-GB" is English
            break;
    }
    return languages->phrases;
}
