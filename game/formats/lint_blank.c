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

/// Reports the first in the value and all in it. Returns whether there was any.
static bool look(struct reader *r, const cJSON *item)
{
    size_t len;
    const char *at = json_tree_is_text(item) ? find_blanks(item->valuestring, &len) : NULL;
    if (at) {
        lint_report(r, LINT_BLANK_BEFORE_COMMA,
                    spot_part(item, (size_t)(at - item->valuestring), len),
                    "a blank before a comma. Remove it");
        return true;
    }
    if (!cJSON_IsArray(item) && !cJSON_IsObject(item))
        return false;
    for (const cJSON *child = item->child; child; child = child->next) {
        if (look(r, child))
            return true;
    }
    return false;
}

void lint_look_blank(const struct lint_item *item)
{
    for (const cJSON *field = item->r->root->child; field; field = field->next) {
        if (lint_is_shown(field) && look(item->r, field))
            return;
    }
}
