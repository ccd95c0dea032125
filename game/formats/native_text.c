// Texts in a bank: how long, and of which characters.
#include <string.h>

#include <utf8proc.h>

#include "base/text.h"
#include "core/markup.h"
#include "formats/chars.h"
#include "formats/json_tree.h"
#include "formats/native_reader.h"

enum { MOST_MARKS = 8 }; // on one letter; no script needs more

/// Letters and signs of which nothing needs to be asked: no marks, blanks or controls among
/// them. They make up most of what is not ASCII.
static bool is_everyday(uint32_t c)
{
    if (c < 0x3000) {
        return (c > 0xAD && c < 0x300) || (c >= 0x370 && c < 0x483) ||
               (c >= 0x48A && c < 0x591) || (c >= 0x5D0 && c < 0x600) ||
               (c >= 0x620 && c < 0x64B) || (c > ' ' && c < 0x7F);
    }
    return (c >= 0x3041 && c < 0x3099) || (c >= 0x30A0 && c < 0x3100) ||
           (c >= 0x3400 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4);
}

/// Whether `c` is drawn on the letter before it.
static bool is_mark(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

/// Reads a character of valid UTF-8, as text_next() does, but in line: all texts that are not
/// ASCII go through here.
static inline uint32_t next_char(const unsigned char **at)
{
    const unsigned char *p = *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    *at += 4;
    return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

static bool refuses(struct text_rule rule, uint32_t c)
{
    if (chars_is_bidi(c))
        return true;
    if (c == '\r')
        return rule.is_shown;
    return c != '\t' && c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0));
}

static void report_char(struct reader *r, const cJSON *item, size_t index, uint32_t c)
{
    const char *advice = chars_is_bidi(c) ? "It makes text read otherwise than it is. Remove it"
                         : c == '\r'      ? "Write \\n alone for a line break"
                                          : "It cannot be shown. Remove it";
    native_report(r, DIAG_ERROR, spot_char(item, index), "%s U+%04X in a text. %s",
                  c == '\r' ? "carriage return" : chars_name(c), (unsigned)c, advice);
}

struct look {
    int chars;
    bool has_ink;
};

/// Looks at each character. Returns false, with a report, if one is not allowed.
static bool look_at(struct reader *r, const cJSON *item, struct text_rule rule,
                    struct look *look)
{
    const unsigned char *text = (const unsigned char *)item->valuestring;
    int marks = 0, most_marks = 0;
    size_t marked_at = 0;
    for (const unsigned char *p = text; *p; look->chars++) {
        size_t at = (size_t)(p - text);
        uint32_t c = next_char(&p);
        if (c == ' ') {
            marks = 0;
            continue;
        }
        if (is_everyday(c)) {
            look->has_ink = true;
            marks = 0;
            continue;
        }
        if (refuses(rule, c)) {
            report_char(r, item, at, c);
            return false;
        }
        look->has_ink = look->has_ink || !(chars_is_blank(c) || chars_is_invisible(c));
        marks = is_mark(c) ? marks + 1 : 0;
        if (marks == MOST_MARKS + 1)
            marked_at = at;
        most_marks = marks > most_marks ? marks : most_marks;
    }
    if (most_marks > MOST_MARKS) {
        native_report(
            r, DIAG_WARNING, spot_char(item, marked_at),
            "%d combining marks on one letter. More than %d cover the lines around it",
            most_marks, MOST_MARKS);
    }
    return true;
}

bool native_check_text(struct reader *r, const cJSON *item, const char *key,
                       struct text_rule rule)
{
    const char *text = item->valuestring;
    size_t len = (size_t)item->valueint;
    struct look look = {.chars = (int)len, .has_ink = len > 0 && text[0] != ' '};
    if (look.has_ink && (item->type & JSON_TREE_PLAIN || chars_are_everyday(text, len))) {
        if (look.chars > rule.most)
            look.chars = (int)text_count(text);
    } else {
        look = (struct look){0};
        if (!look_at(r, item, rule, &look))
            return false;
    }
    if (look.chars > rule.most) {
        native_report(r, DIAG_ERROR, spot_value(item),
                      "%s has %d characters. At most %d are allowed",
                      native_label(r, item, key), look.chars, rule.most);
        return false;
    }
    if (rule.is_shown && !look.has_ink) {
        native_report(r, DIAG_ERROR, spot_value(item),
                      len ? "%s holds nothing that can be seen. Write some text"
                          : "%s is empty. Write some text",
                      native_label(r, item, key));
        return false;
    }
    return true;
}

const char *native_text(struct reader *r, const cJSON *item, const char *key,
                        struct text_rule rule)
{
    if (!json_tree_is_text(item)) {
        native_report_type(r, item, key, "Write a text in double quotes");
        return NULL;
    }
    if (!native_check_text(r, item, key, rule))
        return NULL;
    if (item->type & JSON_TREE_KEPT)
        return item->valuestring;
    return native_keep(r, item->valuestring, (size_t)item->valueint);
}

const char *native_keep(struct reader *r, const char *text, size_t len)
{
    if (!r->bank->has_mini_markup)
        return arena_text(r->arena, text, len);
    struct look_text plain = markup_read(r->arena, text, len);
    if (plain.count)
        buf_add(&r->looks, &plain, sizeof plain);
    return plain.text;
}
