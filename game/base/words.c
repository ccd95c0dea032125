#include "base/words.h"

#include <stdbool.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Copies the word at `*at` to `out` and steps over it. Returns false if a quote is not closed.
static bool take_word(const char **at, char *out)
{
    char quote = '\0';
    for (; **at && (quote || !is_blank(**at)); (*at)++) {
        char c = **at;
        if (c == quote) {
            quote = '\0';
        } else if (!quote && (c == '\'' || c == '"')) {
            quote = c;
        } else {
            *out++ = c;
        }
    }
    *out = '\0';
    return !quote;
}

int words_split(const char *text, struct arena *arena, const char ***words)
{
    size_t len = strlen(text);
    int count = 0;
    *words = ARENA_ARRAY(arena, len / 2 + 2, const char *);
    for (const char *at = text;;) {
        while (is_blank(*at))
            at++;
        if (!*at)
            return count;
        char *word = ARENA_ARRAY(arena, strlen(at) + 1, char);
        if (!take_word(&at, word))
            return -1;
        (*words)[count++] = word;
    }
}
