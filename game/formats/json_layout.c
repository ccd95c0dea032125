#include "formats/json_layout.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "formats/json_scan.h"
#include "formats/json_where.h"

#define BOM "\xEF\xBB\xBF"

struct layout {
    struct patch *patch;
    const char *text;
    size_t len, at;
    const char *line_end;
    size_t column; // characters of the new line so far
    size_t key_at; // the last text
    int depth;
    bool is_broken[JSON_MAX_DEPTH + 1]; // a line for each member, by depth
    char last;                          // first byte of the last token; 0: none
    struct buf blanks;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_blanks(const char *text, size_t len, size_t at)
{
    while (at < len && is_blank(text[at]))
        at++;
    return at;
}

/// The end of the token at `at`.
static size_t token_end(const char *text, size_t len, size_t at)
{
    if (text[at] == '"') {
        for (at++; text[at] != '"'; at++)
            at += text[at] == '\\';
        return at + 1;
    }
    if (strchr("{}[],:", text[at]))
        return at + 1;
    while (at < len && !is_blank(text[at]) && !strchr("{}[],:", text[at]))
        at++;
    return at;
}

/// Characters of a token, as far as they matter.
static size_t width(const char *text, size_t at, size_t end)
{
    size_t count = 0;
    for (; at < end && count <= JSON_LAYOUT_COLUMNS; at++)
        count += ((unsigned char)text[at] & 0xC0) != 0x80;
    return count;
}

/// Whether the value that the bracket at `at` opens fits into the line, with a comma behind it.
static bool fits(const struct layout *l, size_t at)
{
    size_t column = l->column;
    int depth = 0;
    do {
        char c = l->text[at];
        size_t end = token_end(l->text, l->len, at);
        column += width(l->text, at, end);
        column += c == ',' || c == ':'; // the space behind it
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        at = skip_blanks(l->text, l->len, end);
    } while (depth && column <= JSON_LAYOUT_COLUMNS);
    column += at < l->len && l->text[at] == ',';
    return column <= JSON_LAYOUT_COLUMNS;
}

/// Whether the bracket at `l->at` opens the array that the questions are in.
static bool is_questions(const struct layout *l)
{
    return l->depth == 1 && l->last == ':' && json_string_is(l->text, l->key_at, "questions");
}

/// Whether an empty line is among the blanks from `from` to `to`.
static bool has_empty_line(const char *text, size_t from, size_t to)
{
    int ends = 0;
    for (; from < to; from++)
        ends += text[from] == '\n' || (text[from] == '\r' && text[from + 1] != '\n');
    return ends > 1;
}

static void begin_line(struct layout *l, int depth)
{
    static const char spaces[] = "                ";

    buf_text(&l->blanks, l->line_end);
    l->column = (size_t)depth * JSON_LAYOUT_INDENT;
    for (size_t left = l->column; left;) {
        size_t part = left < sizeof spaces - 1 ? left : sizeof spaces - 1;
        buf_add(&l->blanks, spaces, part);
        left -= part;
    }
}

/// Puts the blanks that belong before the token at `at` in the place of those that are there.
static void space_out(struct layout *l, size_t at)
{
    char next = l->text[at];
    bool is_end = next == '}' || next == ']';
    bool is_start = l->last == '{' || l->last == '[';
    buf_clear(&l->blanks);
    if (l->last == ':') {
        buf_byte(&l->blanks, ' ');
        l->column++;
    } else if (is_end && !is_start && l->is_broken[l->depth]) {
        begin_line(l, l->depth - 1);
    } else if (!is_end && (is_start || l->last == ',')) {
        if (l->is_broken[l->depth]) {
            if (!is_start && has_empty_line(l->text, l->at, at))
                buf_text(&l->blanks, l->line_end);
            begin_line(l, l->depth);
        } else if (!is_start) {
            buf_byte(&l->blanks, ' ');
            l->column++;
        }
    }
    patch_add(l->patch, l->at, at - l->at, l->blanks.data, l->blanks.len);
}

static void take_token(struct layout *l, size_t at)
{
    char c = l->text[at];
    if (c == '{' || c == '[') {
        bool is_whole = l->depth == 0;
        bool is_broken = is_whole || is_questions(l) || !fits(l, at);
        assert(l->depth < JSON_MAX_DEPTH);
        l->is_broken[++l->depth] = is_broken;
    } else if (c == '}' || c == ']') {
        l->depth--;
    } else if (c == '"') {
        l->key_at = at;
    }
    l->at = token_end(l->text, l->len, at);
    l->column += width(l->text, at, l->at);
    l->last = c;
}

void json_layout(struct patch *patch)
{
    struct layout l = {.patch = patch, .text = patch->text, .len = patch->len};
    const char *lf = l.len ? memchr(l.text, '\n', l.len) : NULL;
    l.line_end = lf && lf > l.text && lf[-1] == '\r' ? "\r\n" : "\n";
    size_t mark = strlen(BOM);
    if (l.len >= mark && memcmp(l.text, BOM, mark) == 0) {
        patch_add(patch, 0, mark, NULL, 0);
        l.at = mark;
    }
    for (size_t at; (at = skip_blanks(l.text, l.len, l.at)) < l.len;) {
        space_out(&l, at);
        take_token(&l, at);
    }
    patch_add(patch, l.at, l.len - l.at, l.line_end, strlen(l.line_end));
    buf_free(&l.blanks);
}
