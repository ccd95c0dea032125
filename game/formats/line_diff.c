#include "formats/line_diff.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/index.h"

// Beyond these it costs more than somebody who reads a diff gains.
enum { MOST_LINES = 1 << 22, MOST_STEPS = 1000 };

#define NONE UINT32_MAX

/// A line of either text. All lines that read the same are of the kind of the first of them.
struct line {
    uint32_t at, kind;
    uint32_t pair;             // of an old one: the new line that it is; NONE: it is gone
    uint8_t was_seen, is_seen; // of the first of a kind: how often each text has it, up to 2
};

/// Two texts in lines, the old ones first.
struct work {
    const char *was, *is; // behind the lines at the start that both have
    struct buf lines;     // struct line
    uint32_t was_count, is_count, was_len, is_len;
    struct buf steps;
};

/// Old lines and new ones.
struct box {
    uint32_t was, was_end, is, is_end;
};

static size_t line_end(const char *text, size_t len, size_t at)
{
    const char *end = memchr(text + at, '\n', len - at);
    return end ? (size_t)(end - text) + 1 : len;
}

static struct line *line_at(const struct work *w, uint32_t number)
{
    return (struct line *)(void *)w->lines.data + number;
}

static uint32_t is_kind(const struct work *w, uint32_t is)
{
    return line_at(w, w->was_count + is)->kind;
}

static bool is_alike(const struct work *w, uint32_t was, uint32_t is)
{
    return line_at(w, was)->kind == is_kind(w, is);
}

/// A piece of a text.
struct piece {
    const char *text;
    size_t len;
};

static bool is_same(const void *owner, uint32_t number, const void *key)
{
    const struct work *w = owner;
    const struct piece *piece = key;
    bool is_old = number < w->was_count;
    const char *text = is_old ? w->was : w->is;
    uint32_t at = line_at(w, number)->at, left = (is_old ? w->was_len : w->is_len) - at;
    return left >= piece->len && memcmp(text + at, piece->text, piece->len) == 0 &&
           // The last line of a text may have no end.
           (piece->text[piece->len - 1] == '\n' || left == piece->len);
}

/// Adds the lines of a text to `w`. Returns how many.
static uint32_t split(struct work *w, const char *text, size_t len)
{
    uint32_t count = 0;
    for (size_t at = 0; at < len; at = line_end(text, len, at), count++) {
        const struct line line = {.at = (uint32_t)at, .pair = NONE};
        buf_add(&w->lines, &line, sizeof line);
    }
    return count;
}

/// Finds the kinds of all lines, and how often each text has them.
static void sort_out(struct work *w)
{
    struct index kinds = {.is_same = is_same, .owner = w};
    uint32_t count = w->was_count + w->is_count;
    for (uint32_t i = 0; i < count; i++) {
        bool is_old = i < w->was_count;
        struct line *line = line_at(w, i);
        const char *text = is_old ? w->was : w->is;
        size_t end = line_end(text, is_old ? w->was_len : w->is_len, line->at);
        const struct piece piece = {text + line->at, end - line->at};
        line->kind = index_add(&kinds, XXH3_64bits(piece.text, piece.len), i, &piece);
        if (line->kind == INDEX_NONE)
            line->kind = i;
        struct line *first = line_at(w, line->kind);
        uint8_t *seen = is_old ? &first->was_seen : &first->is_seen;
        *seen = (uint8_t)(*seen + (*seen < 2));
        // Where a line that is there once went to; others forget it.
        if (!is_old)
            first->pair = i - w->was_count;
    }
    index_free(&kinds);
}

/// Keeps those pairs of lines that both texts have once and in the same order: as many as can
/// be, found with the piles of patience sorting. The others are taken apart.
static void keep_rising(struct work *w)
{
    struct buf piles = {0}, below = {0}; // old lines on top, and what was beside each then
    uint32_t height = 0;
    buf_reserve(&piles, w->was_count * sizeof(uint32_t));
    buf_reserve(&below, w->was_count * sizeof(uint32_t));
    uint32_t *tops = (void *)piles.data, *before = (void *)below.data;
    for (uint32_t i = 0; i < w->was_count; i++) {
        struct line *line = line_at(w, i);
        if (line->kind != i || line->was_seen != 1 || line->is_seen != 1) {
            line->pair = NONE;
            continue;
        }
        uint32_t low = 0, high = height;
        while (low < high) {
            uint32_t middle = (low + high) / 2;
            if (line_at(w, tops[middle])->pair < line->pair) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        before[i] = low ? tops[low - 1] : NONE;
        tops[low] = i;
        height += low == height;
    }
    uint32_t kept = height ? tops[height - 1] : NONE;
    for (uint32_t i = w->was_count; i-- > 0;) {
        if (i == kept) {
            kept = before[i];
        } else {
            line_at(w, i)->pair = NONE;
        }
    }
    buf_free(&piles);
    buf_free(&below);
}

/// How far one gets in the old lines with `step` differences, for each of step + 1 diagonals.
static int32_t *row_of(struct work *w, int32_t step)
{
    assert(w->steps.data);
    return (int32_t *)(void *)w->steps.data + (size_t)step * (size_t)(step + 1) / 2;
}

/// Whether diagonal `i` of the row behind `row` is reached by a new line, not by an old one.
static bool is_new_line(const int32_t *row, int32_t step, int32_t i)
{
    return i == 0 || (i < step && row[i - 1] < row[i]);
}

/// Goes as far as `step` differences lead. Returns the diagonal that reached the end of the
/// box; -1: none.
static int32_t go_on(struct work *w, const struct box *box, int32_t step)
{
    int32_t was_count = (int32_t)(box->was_end - box->was);
    int32_t is_count = (int32_t)(box->is_end - box->is);
    buf_reserve(&w->steps, ((size_t)step + 1) * sizeof(int32_t));
    w->steps.len += ((size_t)step + 1) * sizeof(int32_t);
    int32_t *row = row_of(w, step);
    const int32_t *last = step ? row_of(w, step - 1) : NULL;
    for (int32_t i = 0; i <= step; i++) {
        int32_t was = 0;
        if (last)
            was = is_new_line(last, step, i) ? last[i] : last[i - 1] + 1;
        int32_t is = was + step - 2 * i;
        while (was < was_count && is < is_count &&
               is_alike(w, box->was + (uint32_t)was, box->is + (uint32_t)is)) {
            was++;
            is++;
        }
        row[i] = was;
        if (was == was_count && is == is_count)
            return i;
    }
    return -1;
}

/// Pairs the lines on the way that led to the end of the box.
static void go_back(struct work *w, const struct box *box, int32_t step, int32_t i)
{
    uint32_t was = box->was_end, is = box->is_end;
    for (; step >= 0; step--) {
        const int32_t *last = step ? row_of(w, step - 1) : NULL;
        bool is_new = last && is_new_line(last, step, i);
        int32_t from = 0;
        if (last)
            from = is_new ? last[i] : last[i - 1] + 1;
        while (was - box->was > (uint32_t)from)
            line_at(w, --was)->pair = --is;
        if (is_new) {
            is--;
        } else {
            was -= last != NULL;
            i--;
        }
    }
}

/// Pairs as many lines as can be in a box: E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986, the greedy one.
static void pair_box(struct work *w, struct box box)
{
    for (; box.was < box.was_end && box.is < box.is_end && is_alike(w, box.was, box.is);
         box.was++, box.is++)
        line_at(w, box.was)->pair = box.is;
    while (box.was < box.was_end && box.is < box.is_end &&
           is_alike(w, box.was_end - 1, box.is_end - 1))
        line_at(w, --box.was_end)->pair = --box.is_end;
    if (box.was == box.was_end || box.is == box.is_end)
        return;
    buf_clear(&w->steps);
    for (int32_t step = 0; step <= MOST_STEPS; step++) {
        int32_t end = go_on(w, &box, step);
        if (end >= 0) {
            go_back(w, &box, step, end);
            return;
        }
    }
}

static void pair_lines(struct work *w)
{
    sort_out(w);
    keep_rising(w);
    struct box box = {0};
    for (uint32_t i = 0; i <= w->was_count; i++) {
        bool is_end = i == w->was_count;
        uint32_t pair = is_end ? w->is_count : line_at(w, i)->pair;
        if (pair == NONE)
            continue;
        box.was_end = i;
        box.is_end = pair;
        pair_box(w, box);
        box = (struct box){.was = i + 1, .is = pair + 1};
    }
}

static void add_changes(struct work *w, const struct line_change *whole, struct buf *changes)
{
    uint32_t is = 0;
    for (uint32_t i = 0; i <= w->was_count;) {
        uint32_t end = i;
        while (end < w->was_count && line_at(w, end)->pair == NONE)
            end++;
        bool is_end = end == w->was_count;
        uint32_t next = is_end ? w->is_count : line_at(w, end)->pair;
        if (end > i || next > is) {
            const struct line_change change = {
                whole->was + (i < w->was_count ? line_at(w, i)->at : w->was_len),
                is_end ? whole->was_end : whole->was + line_at(w, end)->at,
                whole->is + (is < w->is_count ? line_at(w, w->was_count + is)->at : w->is_len),
                is_end ? whole->is_end : whole->is + line_at(w, w->was_count + next)->at,
            };
            buf_add(changes, &change, sizeof change);
        }
        i = end + 1;
        is = next + 1;
    }
}

static size_t line_start(const char *text, size_t at)
{
    while (at && text[at - 1] != '\n')
        at--;
    return at;
}

/// What is left when the lines that both have at their start and end are gone.
static struct line_change trim(const char *was, size_t was_len, const char *is, size_t is_len)
{
    struct line_change c = {.was_end = was_len, .is_end = is_len};
    while (c.was < was_len && c.is < is_len) {
        size_t len = line_end(was, was_len, c.was) - c.was;
        if (len != line_end(is, is_len, c.is) - c.is ||
            memcmp(was + c.was, is + c.is, len) != 0)
            break;
        c.was += len;
        c.is += len;
    }
    while (c.was < c.was_end && c.is < c.is_end) {
        size_t len = c.was_end - line_start(was, c.was_end - 1);
        if (len != c.is_end - line_start(is, c.is_end - 1) ||
            memcmp(was + c.was_end - len, is + c.is_end - len, len) != 0)
            break;
        c.was_end -= len;
        c.is_end -= len;
    }
    return c;
}

void line_diff(const char *was, size_t was_len, const char *is, size_t is_len,
               struct buf *changes)
{
    struct line_change whole = trim(was, was_len, is, is_len);
    was_len = whole.was_end - whole.was;
    is_len = whole.is_end - whole.is;
    struct work w = {.was = was + whole.was, .is = is + whole.is};
    bool can_compare = was_len && is_len && was_len < NONE && is_len < NONE;
    if (can_compare) {
        w.was_len = (uint32_t)was_len;
        w.is_len = (uint32_t)is_len;
        w.was_count = split(&w, w.was, was_len);
        w.is_count = split(&w, w.is, is_len);
        can_compare = w.was_count + w.is_count <= MOST_LINES;
    }
    if (can_compare) {
        pair_lines(&w);
        add_changes(&w, &whole, changes);
    } else if (was_len || is_len) {
        buf_add(changes, &whole, sizeof whole);
    }
    buf_free(&w.lines);
    buf_free(&w.steps);
}
