#include "formats/json_where.h"

#include <string.h>

#include "formats/json_scan.h"

static size_t count_chars(const char *p, const char *end)
{
    size_t count = 0;
    for (; p < end; p++)
        count += ((unsigned char)*p & 0xC0) != 0x80;
    return count;
}

struct json_mark json_mark_start(const char *text, size_t len)
{
    bool has_mark = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
    return (struct json_mark){.at = has_mark ? 3 : 0, .line = 1, .column = 1};
}

/// Whether a new line starts behind byte `at`: behind CR at once, so that nothing beyond the
/// range is looked at; an LF behind it starts no other.
static bool ends_line(const char *text, size_t at)
{
    return text[at] == '\r' || (text[at] == '\n' && (at == 0 || text[at - 1] != '\r'));
}

static void move_on(struct json_mark *mark, const char *text, size_t at)
{
    const char *p = text + mark->at;
    const char *end = text + at;
    const char *line = NULL; // start of the last line
    if (mark->has_no_cr ||
        (!memchr(p, '\r', (size_t)(end - p)) && (mark->at == 0 || p[-1] != '\r'))) {
        for (const char *q = p; (q = memchr(q, '\n', (size_t)(end - q))); line = ++q)
            mark->line++;
    } else {
        for (const char *q = p; q < end; q++) {
            mark->line += ends_line(text, (size_t)(q - text));
            if (*q == '\n' || *q == '\r')
                line = q + 1;
        }
    }
    if (line) {
        mark->column = 1 + (int)count_chars(line, end);
    } else {
        mark->column += (int)count_chars(p, end);
    }
    mark->at = at;
}

static void move_back(struct json_mark *mark, const char *text, size_t at)
{
    int lines = 0;
    bool is_same_line = true;
    for (size_t i = at; i < mark->at; i++) {
        lines += ends_line(text, i);
        is_same_line = is_same_line && text[i] != '\n' && text[i] != '\r';
    }
    if (is_same_line) {
        mark->column -= (int)count_chars(text + at, text + mark->at);
    } else {
        size_t line = at;
        while (line > 0 && text[line - 1] != '\n' && text[line - 1] != '\r')
            line--;
        if (line == 0)
            line = json_mark_start(text, at).at;
        mark->column = 1 + (int)count_chars(text + line, text + at);
        mark->line -= lines;
    }
    mark->at = at;
}

void json_mark_move(struct json_mark *mark, const char *text, size_t at)
{
    if (at > mark->at) {
        move_on(mark, text, at);
    } else if (at < mark->at) {
        move_back(mark, text, at);
    }
}

/// A walk over text and tree in step.
struct walk {
    const char *text;
    size_t len, at;
    const cJSON *wanted;
    size_t key_at; // of the value walked last
};

static void skip_blank(struct walk *w)
{
    while (w->at < w->len && strchr(" \t\r\n", w->text[w->at]))
        w->at++;
}

static void skip_string(struct walk *w)
{
    for (w->at++; w->at < w->len && w->text[w->at] != '"'; w->at++)
        w->at += w->text[w->at] == '\\';
    w->at++;
}

static void skip_plain(struct walk *w)
{
    while (w->at < w->len && !strchr(",]} \t\r\n", w->text[w->at]))
        w->at++;
}

/// Walks over the value at `w->at`, which is `node`. Returns whether `w->wanted` was met: then
/// `w->at` is its first byte.
static bool walk_value(struct walk *w, const cJSON *node)
{
    skip_blank(w);
    if (node == w->wanted)
        return true;
    char c = w->at < w->len ? w->text[w->at] : '\0';
    if (c == '"') {
        skip_string(w);
        return false;
    }
    if (c != '{' && c != '[') {
        skip_plain(w);
        return false;
    }
    w->at++;
    for (const cJSON *child = node ? node->child : NULL; child; child = child->next) {
        skip_blank(w);
        size_t key_at = w->at;
        if (c == '{') {
            skip_string(w);
            skip_blank(w);
            w->at++; // the colon
        }
        if (walk_value(w, child)) {
            if (child == w->wanted)
                w->key_at = key_at;
            return true;
        }
        skip_blank(w);
        w->at += w->at < w->len && w->text[w->at] == ',';
    }
    skip_blank(w);
    w->at++;
    return false;
}

struct json_range json_find(const char *text, size_t len, const cJSON *root, const cJSON *item)
{
    struct walk w = {.text = text, .len = len, .at = json_mark_start(text, len).at};
    w.wanted = item;
    if (!walk_value(&w, root))
        return (struct json_range){.at = len};
    size_t at = w.at;
    w.wanted = NULL;
    walk_value(&w, item);
    return (struct json_range){.at = at, .len = (w.at < len ? w.at : len) - at};
}

struct json_range json_find_key(const char *text, size_t len, const cJSON *root,
                                const cJSON *item)
{
    struct walk w = {.text = text, .len = len, .at = json_mark_start(text, len).at};
    w.wanted = item;
    if (!walk_value(&w, root) || !item->string)
        return (struct json_range){.at = len};
    w.at = w.key_at;
    skip_string(&w);
    return (struct json_range){.at = w.key_at, .len = w.at - w.key_at};
}

static unsigned hex4(const char *p)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char c = (unsigned char)p[i];
        value = value * 16 + (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    return value;
}

static size_t put_utf8(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = len; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[len] | c);
    return len;
}

static size_t unescape_unicode(const char *text, size_t *at, char out[4])
{
    uint32_t c = hex4(text + *at + 2);
    *at += 6;
    if (c >= 0xD800 && c < 0xDC00 && text[*at] == '\\' && text[*at + 1] == 'u') {
        uint32_t low = hex4(text + *at + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            *at += 6;
            return put_utf8(0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00), out);
        }
    }
    bool has_no_text = c == 0 || (c >= 0xD800 && c < 0xE000);
    return put_utf8(has_no_text ? 0xFFFD : c, out);
}

size_t json_unescape_next(const char *text, size_t *at, char out[4])
{
    const char *p = text + *at;
    if (*p == '"')
        return 0;
    if (*p != '\\') {
        size_t len = 0;
        do {
            out[len] = p[len];
            len++;
        } while (len < 4 && (p[len] & 0xC0) == 0x80);
        *at += len;
        return len;
    }
    if (p[1] == 'u')
        return unescape_unicode(text, at, out);
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    const char *found = strchr(from, p[1]);
    out[0] = found ? to[found - from] : p[1];
    *at += 2;
    return 1;
}

bool json_string_is(const char *text, size_t string, const char *wanted)
{
    size_t at = string + 1;
    char c[4];
    for (size_t len; (len = json_unescape_next(text, &at, c)) > 0; wanted += len) {
        if (strncmp(wanted, c, len) != 0)
            return false;
    }
    return *wanted == '\0';
}

struct json_range json_find_char(const char *text, size_t string, size_t index)
{
    size_t at = string + 1;
    char c[4];
    for (size_t done = 0;;) {
        size_t start = at;
        size_t len = json_unescape_next(text, &at, c);
        done += len;
        if (len == 0 || done > index)
            return (struct json_range){.at = start, .len = len ? at - start : 1};
    }
}

struct place json_where(const char *file, const char *text, size_t len, const cJSON *root,
                        const cJSON *item)
{
    struct json_range range = json_find(text, len, root, item);
    if (range.len == 0)
        return (struct place){.file = file};
    struct json_mark mark = json_mark_start(text, len);
    json_mark_move(&mark, text, range.at);
    return (struct place){.file = file, .line = mark.line, .column = mark.column};
}

int json_width(const char *text, struct json_range range)
{
    size_t width = 0;
    for (size_t i = range.at; i < range.at + range.len; i++) {
        if (text[i] == '\n' || text[i] == '\r')
            break;
        width += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return width ? (int)width : 1;
}
