#include "formats/question_head.h"

#include <stdbool.h>
#include <string.h>

/// Behind the text whose opening quote is at `at`.
static size_t text_end(const char *text, size_t len, size_t at)
{
    for (at++; at < len && text[at] != '"'; at++)
        at += text[at] == '\\';
    return at < len ? at + 1 : len;
}

static size_t skip_blanks(const char *text, size_t len, size_t at)
{
    while (at < len && strchr(" \t\r\n", text[at]) && text[at])
        at++;
    return at;
}

static bool is_alone(const char *text, size_t len, size_t at)
{
    size_t next = skip_blanks(text, len, at + 1);
    return next < len && memchr(text + at, '\n', next - at);
}

static bool is_asking(const char *text, size_t len)
{
    static const char *const keys[] = {"\"question\"", "\"front\"", "\"cloze\""};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (len == strlen(keys[i]) && memcmp(text, keys[i], len) == 0)
            return true;
    }
    return false;
}

struct json_range question_head(const char *text, size_t len, size_t at)
{
    const struct json_range bracket = {at, 1};
    if (!is_alone(text, len, at))
        return bracket;
    int depth = 0;
    for (size_t i = at; i < len;) {
        if (text[i] == '"') {
            size_t end = text_end(text, len, i), next = skip_blanks(text, len, end);
            bool is_key = depth == 1 && next < len && text[next] == ':';
            if (is_key && is_asking(text + i, end - i))
                return (struct json_range){i, end - i};
            i = end;
            continue;
        }
        depth += (text[i] == '{' || text[i] == '[') - (text[i] == '}' || text[i] == ']');
        i++;
        if (!depth)
            break;
    }
    return bracket;
}
