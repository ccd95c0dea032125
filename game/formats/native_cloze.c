// Cloze texts: "The [[mitochondrion|mitochondria::organelle]] makes [[ATP]]."
#include <string.h>

#include "base/text.h"
#include "formats/chars.h"
#include "formats/native_draft.h"

enum { CLOZE_CHARS = 4000, ANSWER_CHARS = 500, ANSWERS_MOST = 50 };

struct cloze {
    struct reader *r;
    const cJSON *item;
    const char *text;
    struct buf gaps;    // struct gap
    struct buf between; // const char *
};

static bool fail(struct cloze *c, const char *at, const char *message)
{
    native_report(c->r, DIAG_ERROR, spot_char(c->item, (size_t)(at - c->text)), "%s", message);
    return false;
}

static bool is_blank(const char *text, const char *end)
{
    while (text < end) {
        uint32_t c = text_next(&text, end);
        if (!chars_is_blank(c) && !chars_is_invisible(c))
            return false;
    }
    return true;
}

/// Copies a text without the blanks around it.
static const char *keep_trimmed(struct cloze *c, const char *text, const char *end)
{
    while (text < end && (*text == ' ' || *text == '\t' || *text == '\n'))
        text++;
    while (end > text && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\n'))
        end--;
    return native_keep(c->r, text, (size_t)(end - text));
}

static size_t count_answers(const char *text, const char *end)
{
    size_t count = 1;
    for (; text < end; text++)
        count += *text == '|';
    return count;
}

static bool read_answers(struct cloze *c, const char *text, const char *end,
                         struct texts *texts)
{
    if (is_blank(text, end))
        return fail(c, text - 2, "an empty gap. Write the answer between [[ and ]]");
    size_t count = count_answers(text, end);
    if (count > ANSWERS_MOST)
        return fail(c, text, "a gap with more than 50 answers. Remove some");
    const char **items = ARENA_ARRAY(c->r->arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        const char *bar = memchr(text, '|', (size_t)(end - text));
        const char *stop = bar ? bar : end;
        if (is_blank(text, stop)) {
            return fail(
                c, text < end ? text : text - 1,
                "an empty answer in a gap. Write one on either side of |, or remove it");
        }
        items[i] = keep_trimmed(c, text, stop);
        if (text_count(items[i]) > ANSWER_CHARS)
            return fail(c, text, "an answer of more than 500 characters. Make the gap smaller");
        text = stop + 1;
    }
    *texts = (struct texts){.items = items, .count = (int)count};
    return true;
}

/// Reads the inside of a gap, from behind "[[" to before "]]".
static bool read_gap(struct cloze *c, const char *text, const char *end)
{
    struct gap gap = {0};
    const char *hint = text;
    while (hint < end && !(hint[0] == ':' && hint[1] == ':'))
        hint++;
    if (!read_answers(c, text, hint, &gap.accepted))
        return false;
    if (hint < end && !is_blank(hint + 2, end)) {
        gap.hint = keep_trimmed(c, hint + 2, end);
    } else if (hint < end) {
        native_report(c->r, DIAG_WARNING, spot_char(c->item, (size_t)(hint - c->text)),
                      "no hint after \"::\". Write one, or remove the colons");
    }
    buf_add(&c->gaps, &gap, sizeof gap);
    return true;
}

/// Finds the end of the gap that starts at `open`. Returns NULL with a report if it has none.
static const char *find_gap_end(struct cloze *c, const char *open)
{
    const char *p = open + 2;
    for (; *p; p++) {
        if (p[0] == ']' && p[1] == ']')
            return p;
        if (p[0] == '[') {
            fail(c, p,
                 p[1] == '[' ? "a gap inside a gap. Close the first one with ]] before it"
                             : "[ inside a gap. Only text and | and :: may stand in one");
            return NULL;
        }
        if (p[0] == ']') {
            fail(c, p, "] inside a gap. A gap ends with ]]");
            return NULL;
        }
    }
    fail(c, open, "this gap is not closed. Put ]] behind its answer");
    return NULL;
}

static bool read_cloze(struct cloze *c)
{
    const char *from = c->text;
    bool is_fine = true;
    for (const char *p = from; *p;) {
        if (p[0] == ']' && p[1] == ']')
            return fail(c, p, "]] closes no gap. Put [[ before the answer");
        if (p[0] != '[' || p[1] != '[') {
            p++;
            continue;
        }
        const char *end = find_gap_end(c, p);
        if (!end)
            return false;
        const char *between = native_keep(c->r, from, (size_t)(p - from));
        buf_add(&c->between, &between, sizeof between);
        is_fine &= read_gap(c, p + 2, end);
        p = from = end + 2;
    }
    const char *rest = native_keep(c->r, from, strlen(from));
    buf_add(&c->between, &rest, sizeof rest);
    if (c->gaps.len > 0 || !is_fine)
        return is_fine;
    native_report(
        c->r, DIAG_ERROR, spot_value(c->item),
        "\"cloze\" has no gap. Put [[ ]] around what is to be filled in: \"Oslo is in "
        "[[Norway]].\"");
    return false;
}

static void *keep(struct reader *r, const struct buf *buf)
{
    void *copy = arena_alloc(r->arena, buf->len, _Alignof(max_align_t));
    if (buf->len)
        memcpy(copy, buf->data, buf->len);
    return copy;
}

bool native_read_cloze(struct reader *r, struct draft *draft, const cJSON *item)
{
    static const struct text_rule rule = {.most = CLOZE_CHARS, .is_shown = true};
    if (!cJSON_IsString(item)) {
        native_report_type(r, item, "", "Write a text with gaps: \"Oslo is in [[Norway]].\"");
        return false;
    }
    if (!native_check_text(r, item, "", rule))
        return false;
    struct cloze c = {.r = r, .item = item, .text = item->valuestring};
    bool is_fine = read_cloze(&c);
    if (is_fine && draft->kind == KIND_CLOZE) {
        draft->question->cloze.gap_count = (int)(c.gaps.len / sizeof(struct gap));
        draft->question->cloze.gaps = keep(r, &c.gaps);
        draft->question->cloze.between = keep(r, &c.between);
    }
    buf_free(&c.gaps);
    buf_free(&c.between);
    return is_fine;
}
