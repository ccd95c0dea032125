#include "ui/breaks.h"

#include <stdbool.h>
#include <string.h>

#include <linebreak.h>

// Two of these make a flag: U+1F1E6 to U+1F1FF.
static const char flag_bytes[] = "\xF0\x9F\x87";

enum {
    FLAG_BYTE = 0xF0,
    FLAG_LETTER_LEN = 4,
    FIRST_FLAG_LETTER = 0xA6,
    LAST_FLAG_LETTER = 0xBF
};

static const char last_of_plane[] = "\xEF\xBF\xBF"; // U+FFFF, no character

enum { LAST_OF_PLANE_BYTE = 0xEF, LAST_OF_PLANE_LEN = 3 };

static bool is_flag_letter(const char *at, size_t left)
{
    if (left < FLAG_LETTER_LEN || memcmp(at, flag_bytes, sizeof flag_bytes - 1) != 0)
        return false;
    unsigned char last = (unsigned char)at[FLAG_LETTER_LEN - 1];
    return last >= FIRST_FLAG_LETTER && last <= LAST_FLAG_LETTER;
}

static bool is_last_of_plane(const char *at, size_t left)
{
    return left >= LAST_OF_PLANE_LEN && memcmp(at, last_of_plane, LAST_OF_PLANE_LEN) == 0;
}

/// Puts ideographs of as many bytes in place of what libunibreak 1.1 ends the program at: lines
/// break on both sides of them too. Returns whether there was anything.
static bool replace(char *text, size_t len)
{
    bool has_any = false;
    for (size_t i = 0; i < len; i++) {
        bool is_flag = is_flag_letter(text + i, len - i);
        if (is_flag)
            memcpy(text + i, "\xF0\xA0\x80\x80", FLAG_LETTER_LEN);
        if (is_last_of_plane(text + i, len - i))
            memcpy(text + i, "\xE4\xB8\x80", LAST_OF_PLANE_LEN);
        has_any = has_any || is_flag;
    }
    return has_any;
}

/// No line ends within a flag; a third letter begins the next one.
static void join_flags(const char *text, size_t len, char *breaks)
{
    bool is_open = false;
    for (size_t i = 0; i < len; i++) {
        if (!is_flag_letter(text + i, len - i)) {
            is_open = false;
            continue;
        }
        if (is_open)
            breaks[i - 1] = LINEBREAK_NOBREAK;
        is_open = !is_open;
        i += FLAG_LETTER_LEN - 1;
    }
}

const char *breaks_find(struct arena *arena, const char *text, size_t len)
{
    char *breaks = arena_alloc(arena, len + 1, 1);
    const char *sound = text;
    bool has_flags = false;
    if (memchr(text, FLAG_BYTE, len) || memchr(text, LAST_OF_PLANE_BYTE, len)) {
        char *copy = arena_text(arena, text, len);
        has_flags = replace(copy, len);
        sound = copy;
    }
    set_linebreaks_utf8((const utf8_t *)sound, len, "", breaks);
    if (has_flags)
        join_flags(text, len, breaks);
    return breaks;
}
