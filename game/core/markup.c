#include "core/markup.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"

/// Small forms of characters, as pairs of the character and its form.
struct small {
    const char *from, *to;
};

static const struct small raised[] = {
    {"0", "⁰"}, {"1", "¹"}, {"2", "²"}, {"3", "³"}, {"4", "⁴"}, {"5", "⁵"}, {"6", "⁶"},
    {"7", "⁷"}, {"8", "⁸"}, {"9", "⁹"}, {"+", "⁺"}, {"-", "⁻"}, {"−", "⁻"}, {"=", "⁼"},
    {"(", "⁽"}, {")", "⁾"}, {"a", "ᵃ"}, {"b", "ᵇ"}, {"c", "ᶜ"}, {"d", "ᵈ"}, {"e", "ᵉ"},
    {"f", "ᶠ"}, {"g", "ᵍ"}, {"h", "ʰ"}, {"i", "ⁱ"}, {"j", "ʲ"}, {"k", "ᵏ"}, {"l", "ˡ"},
    {"m", "ᵐ"}, {"n", "ⁿ"}, {"o", "ᵒ"}, {"p", "ᵖ"}, {"r", "ʳ"}, {"s", "ˢ"}, {"t", "ᵗ"},
    {"u", "ᵘ"}, {"v", "ᵛ"}, {"w", "ʷ"}, {"x", "ˣ"}, {"y", "ʸ"}, {"z", "ᶻ"}, {0}};

static const struct small lowered[] = {
    {"0", "₀"}, {"1", "₁"}, {"2", "₂"}, {"3", "₃"}, {"4", "₄"}, {"5", "₅"}, {"6", "₆"},
    {"7", "₇"}, {"8", "₈"}, {"9", "₉"}, {"+", "₊"}, {"-", "₋"}, {"−", "₋"}, {"=", "₌"},
    {"(", "₍"}, {")", "₎"}, {"a", "ₐ"}, {"e", "ₑ"}, {"h", "ₕ"}, {"i", "ᵢ"}, {"j", "ⱼ"},
    {"k", "ₖ"}, {"l", "ₗ"}, {"m", "ₘ"}, {"n", "ₙ"}, {"o", "ₒ"}, {"p", "ₚ"}, {"r", "ᵣ"},
    {"s", "ₛ"}, {"t", "ₜ"}, {"u", "ᵤ"}, {"v", "ᵥ"}, {"x", "ₓ"}, {0}};

static const struct small *find_small(const struct small *table, const char *at, size_t len)
{
    for (; table->from; table++) {
        size_t size = strlen(table->from);
        if (size <= len && memcmp(table->from, at, size) == 0)
            return table;
    }
    return NULL;
}

/// Adds the small forms of all of `len` bytes, or the bytes as they are if one has no such
/// form.
static void add_small(struct buf *out, const struct small *table, const char *at, size_t len)
{
    for (size_t i = 0; i < len;) {
        const struct small *small = find_small(table, at + i, len - i);
        if (!small) {
            buf_add(out, at, len);
            return;
        }
        i += strlen(small->from);
    }
    for (size_t i = 0; i < len;) {
        const struct small *small = find_small(table, at + i, len - i);
        buf_text(out, small->to);
        i += strlen(small->from);
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/// Bytes between a mark (`mark_len` bytes at `at`) and its partner in the same line; 0 if it
/// has none, or none that hugs the words between.
static size_t inside(const char *at, const char *end, size_t mark_len)
{
    const char *start = at + mark_len;
    if (start >= end || is_blank(*start))
        return 0;
    for (const char *p = start; p + mark_len <= end && *p != '\n'; p++) {
        if (*p == '\\' && p + 1 < end) {
            p++;
            continue;
        }
        if (memcmp(p, at, mark_len) == 0)
            return p > start && !is_blank(p[-1]) ? (size_t)(p - start) : 0;
    }
    return 0;
}

/// Plain text in the making, with its spans.
struct reading {
    struct buf out;
    struct buf spans; // struct look_span
};

/// Says how what was added from `from` on looks.
static void note(struct reading *r, size_t from, uint8_t looks)
{
    if (!looks || from == r->out.len)
        return;
    struct look_span *last = r->spans.len ? (void *)(r->spans.data + r->spans.len) : NULL;
    if (last && last[-1].to == from && last[-1].looks == looks) {
        last[-1].to = (uint32_t)r->out.len;
        return;
    }
    struct look_span span = {(uint32_t)from, (uint32_t)r->out.len, looks};
    buf_add(&r->spans, &span, sizeof span);
}

static void add_plain(struct reading *r, const char *at, const char *end, uint8_t looks);

/// Adds the `len` bytes at `words` that stand between two of `mark` (`mark_len` bytes).
static void add_marked(struct reading *r, const char *mark, size_t mark_len, const char *words,
                       size_t len, uint8_t looks)
{
    size_t from = r->out.len;
    if (*mark == '*') {
        looks |= mark_len == 2 ? LOOK_STRONG : LOOK_EMPHASIS;
        add_plain(r, words, words + len, looks);
        return;
    }
    if (*mark == '`') {
        buf_add(&r->out, words, len);
        looks |= LOOK_CODE;
    } else {
        add_small(&r->out, *mark == '^' ? raised : lowered, words, len);
    }
    note(r, from, looks);
}

static void add_plain(struct reading *r, const char *at, const char *end, uint8_t looks)
{
    while (at < end) {
        size_t from = r->out.len;
        bool is_mark = strchr("*`~^", *at) != NULL;
        if (*at == '\\' && at + 1 < end && strchr("*`~^\\", at[1])) {
            buf_byte(&r->out, at[1]);
            note(r, from, looks);
            at += 2;
            continue;
        }
        size_t mark_len = *at == '*' && at + 1 < end && at[1] == '*' ? 2 : 1;
        size_t len = is_mark ? inside(at, end, mark_len) : 0;
        if (!len) {
            buf_byte(&r->out, *at++);
            note(r, from, looks);
            continue;
        }
        add_marked(r, at, mark_len, at + mark_len, len, looks);
        at += len + 2 * mark_len;
    }
}

struct look_text markup_read(struct arena *arena, const char *text, size_t len)
{
    struct reading r = {0};
    add_plain(&r, text, text + len, 0);
    struct look_text plain = {.count = (int)(r.spans.len / sizeof(struct look_span))};
    plain.text = arena_text(arena, r.out.data ? r.out.data : "", r.out.len);
    if (plain.count) {
        struct look_span *spans = ARENA_ARRAY(arena, plain.count, struct look_span);
        memcpy(spans, r.spans.data, r.spans.len);
        plain.spans = spans;
    }
    buf_free(&r.out);
    buf_free(&r.spans);
    return plain;
}
