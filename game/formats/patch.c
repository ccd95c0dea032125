#include "formats/patch.h"

#include <assert.h>
#include <string.h>

#include "formats/chars.h"
#include "formats/line_diff.h"

enum { CONTEXT_LINES = 3 };

void patch_add(struct patch *patch, size_t at, size_t len, const char *put, size_t put_len)
{
    if (len == put_len && (!len || memcmp(patch->text + at, put, len) == 0))
        return;
    assert(at + len <= patch->len);
    struct patch_edit edit = {at, len, patch->words.len, put_len};
    if (put_len)
        buf_add(&patch->words, put, put_len);
    buf_add(&patch->edits, &edit, sizeof edit);
}

static size_t edit_count(const struct patch *patch)
{
    return patch->edits.len / sizeof(struct patch_edit);
}

static const struct patch_edit *edit_at(const struct patch *patch, size_t i)
{
    const struct patch_edit *edits = (const void *)patch->edits.data;
    return &edits[i];
}

bool patch_is_empty(const struct patch *patch)
{
    return patch->edits.len == 0;
}

/// Adds bytes `from` to `to` of the text with edits `first` up to `last` made.
static void apply_some(const struct patch *patch, size_t from, size_t to, size_t first,
                       size_t last, struct buf *out)
{
    for (size_t i = first; i < last; i++) {
        const struct patch_edit *edit = edit_at(patch, i);
        assert(edit->at >= from);
        buf_add(out, patch->text + from, edit->at - from);
        if (edit->put_len)
            buf_add(out, patch->words.data + edit->put_at, edit->put_len);
        from = edit->at + edit->len;
    }
    buf_add(out, patch->text + from, to - from);
}

void patch_apply(const struct patch *patch, struct buf *out)
{
    apply_some(patch, 0, patch->len, 0, edit_count(patch), out);
}

static size_t line_end(const char *text, size_t len, size_t at)
{
    const char *end = at < len ? memchr(text + at, '\n', len - at) : NULL;
    return end ? (size_t)(end - text) + 1 : len;
}

static bool is_line_start(const char *text, size_t at)
{
    return at == 0 || text[at - 1] == '\n';
}

static size_t line_start(const char *text, size_t at)
{
    while (!is_line_start(text, at))
        at--;
    return at;
}

static long count_lines(const char *text, size_t len)
{
    long count = 0;
    for (size_t at = 0; at < len; at = line_end(text, len, at))
        count++;
    return count;
}

struct diff {
    const struct patch *patch;
    struct buf *out;
    struct buf made;    // the new lines of a block
    struct buf changes; // struct line_change: what differs in it
    struct buf body;    // of the hunk
    size_t at;          // where the old text was written to
    long line, shift;   // of that place; by how many lines the new text is longer before it
    long hunk_line;     // 0: no hunk is open
    long was, is;       // lines of the hunk
    size_t context_end; // how far the lines behind the last change go
};

/// Adds lines with a sign before each.
static void add_lines(struct diff *diff, char sign, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t end = line_end(text, len, at);
        bool is_whole = text[end - 1] == '\n';
        buf_byte(&diff->body, sign);
        for (size_t i = at; i < end - is_whole;) {
            const char *c = text + i;
            size_t wide = chars_len(c, text + len);
            uint32_t code = (unsigned char)*c;
            if (wide == 2) // the only ones above ASCII that terminals obey
                code = (uint32_t)((c[0] & 0x1F) << 6 | (c[1] & 0x3F));
            bool is_end = *c == '\r' && i + 1 == end - is_whole;
            if (!wide || (chars_is_control(code) && !is_end && *c != '\t')) {
                buf_byte(&diff->body, '?');
            } else {
                buf_add(&diff->body, c, wide);
            }
            i += wide ? wide : 1;
        }
        buf_byte(&diff->body, '\n');
        if (!is_whole)
            buf_text(&diff->body, "\\ No newline at end of file\n");
        at = end;
    }
}

/// Writes old lines up to `end` that did not change.
static void add_context(struct diff *diff, size_t end)
{
    const char *text = diff->patch->text + diff->at;
    long count = count_lines(text, end - diff->at);
    add_lines(diff, ' ', text, end - diff->at);
    diff->was += count;
    diff->is += count;
    diff->line += count;
    diff->at = end;
}

static void close_hunk(struct diff *diff)
{
    if (!diff->hunk_line)
        return;
    add_context(diff, diff->context_end);
    long was_line = diff->hunk_line - (diff->was == 0);
    long is_line = diff->hunk_line + diff->shift - (diff->is == 0);
    buf_printf(diff->out, "@@ -%ld,%ld +%ld,%ld @@\n", was_line, diff->was, is_line, diff->is);
    buf_add(diff->out, diff->body.data, diff->body.len);
    diff->shift += diff->is - diff->was;
    diff->hunk_line = 0;
    buf_clear(&diff->body);
}

static size_t lines_before(const char *text, size_t at, size_t least)
{
    for (int i = 0; i < CONTEXT_LINES && at > least; i++)
        at = line_start(text, at - 1);
    return at > least ? at : least;
}

static size_t lines_behind(const char *text, size_t len, size_t at)
{
    for (int i = 0; i < CONTEXT_LINES; i++)
        at = line_end(text, len, at);
    return at;
}

/// Adds old lines from `at` to `end`, and `len` bytes of new ones in their place.
static void add_change(struct diff *diff, size_t at, size_t end, const char *made, size_t len)
{
    const char *text = diff->patch->text;
    size_t start = lines_before(text, at, diff->at);
    if (!diff->hunk_line || start > diff->context_end) {
        close_hunk(diff);
        start = lines_before(text, at, diff->at);
        diff->line += count_lines(text + diff->at, start - diff->at);
        diff->at = start;
        diff->hunk_line = diff->line;
        diff->was = diff->is = 0;
    }
    add_context(diff, at);
    long count = count_lines(text + at, end - at);
    add_lines(diff, '-', text + at, end - at);
    add_lines(diff, '+', made, len);
    diff->was += count;
    diff->is += count_lines(made, len);
    diff->line += count;
    diff->at = end;
    diff->context_end = lines_behind(text, diff->patch->len, end);
}

/// Adds what differs in the lines from `at` to `end`, where edits `first` up to `last` are.
static void add_block(struct diff *diff, size_t at, size_t end, size_t first, size_t last)
{
    buf_clear(&diff->made);
    buf_clear(&diff->changes);
    apply_some(diff->patch, at, end, first, last, &diff->made);
    line_diff(diff->patch->text + at, end - at, diff->made.data, diff->made.len,
              &diff->changes);
    const struct line_change *changes = (const void *)diff->changes.data;
    for (size_t i = 0; i < diff->changes.len / sizeof *changes; i++) {
        const struct line_change *c = &changes[i];
        add_change(diff, at + c->was, at + c->was_end, diff->made.data + c->is,
                   c->is_end - c->is);
    }
}

void patch_diff(const struct patch *patch, const char *name, struct buf *out)
{
    struct diff diff = {.patch = patch, .out = out, .line = 1};
    size_t count = edit_count(patch), len = patch->len;
    // Those who read diffs take a name to end at a blank unless a tab is behind it.
    const char *end = strchr(name, ' ') ? "\t" : "";
    if (count)
        buf_printf(out, "--- %s%s\n+++ %s%s\n", name, end, name, end);
    for (size_t i = 0; i < count;) {
        // All edits that touch the same lines are one block.
        const struct patch_edit *edit = edit_at(patch, i);
        size_t first = i, at = line_start(patch->text, edit->at), block_end = at;
        do {
            if (edit->at + edit->len >= block_end)
                block_end = line_end(patch->text, len, edit->at + edit->len);
            i++;
            edit = i < count ? edit_at(patch, i) : NULL;
        } while (edit && (edit->at < block_end || !is_line_start(patch->text, block_end)));
        add_block(&diff, at, block_end, first, i);
    }
    close_hunk(&diff);
    buf_free(&diff.made);
    buf_free(&diff.changes);
    buf_free(&diff.body);
}

void patch_free(struct patch *patch)
{
    buf_free(&patch->edits);
    buf_free(&patch->words);
}
