// Blanks where nobody writes one.
#include <string.h>

#include "formats/lint_bank.h"

/// Whether `c` is the end of a word, a gap, a quotation or a bracket.
static bool ends_word(char c)
{
    char small = (char)(c | 32);
    return (unsigned char)c >= 0x80 || (small >= 'a' && small <= 'z') ||
           (c >= '0' && c <= '9') || (c && strchr(")]\"'", c));
}

/// The first blanks between a word and its comma, behind which a sentence goes on.
static const char *find_blanks(const char *text, size_t *len)
{
    for (const char *comma = strchr(text, ','); comma; comma = strchr(comma + 1, ',')) {
        const char *at = comma;
        while (at > text && at[-1] == ' ')
            at--;
        if (at < comma && at > text && ends_word(at[-1]) &&
            (comma[1] == ' ' || comma[1] == '\n')) {
            *len = (size_t)(comma - at);
            return at;
        }
    }
    return NULL;
}

static bool look(struct reader *r, const cJSON *text)
{
    size_t len;
    const char *at = find_blanks(text->valuestring, &len);
    if (at) {
        lint_report(r, LINT_BLANK_BEFORE_COMMA,
                    spot_part(text, (size_t)(at - text->valuestring), len),
                    "a blank before a comma. Remove it");
    }
    return at != NULL;
}

void lint_look_blank(const struct lint_item *item)
{
    lint_look_through(item, look);
}
