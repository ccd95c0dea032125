#include "formats/mend.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/bank.h"
#include "formats/lint.h"
#include "formats/native.h"

enum { PASSES = 1000 };

#define BOM "\xEF\xBB\xBF"

#define NEW UINT32_MAX

/// A text on its way, and where in the first one each of its bytes was; NEW: nowhere.
struct version {
    struct buf text;
    struct buf from; // uint32_t
};

static int compare(const void *a, const void *b)
{
    const struct diag_fix *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->len < y->len ? -1 : x->len > y->len;
}

/// What would mend the text, in the order of places, in `arena`. Returns how many.
static size_t find_fixes(const struct version *version, uint32_t rules, struct arena *arena,
                         struct buf *fixes)
{
    struct diags wrong = {.arena = arena, .fixes = fixes},
                 bad = {.arena = arena, .fixes = fixes};
    struct lint lint = {.wanted = rules, .diags = &bad};
    native_read_lint("", version->text.data, version->text.len, arena, &wrong,
                     rules ? &lint : NULL);
    lint_free(&lint);
    // It is taken without a word, but other programs stumble over it.
    size_t mark = strlen(BOM);
    if (version->text.len > mark && memcmp(version->text.data, BOM, mark) == 0)
        diag_fix(&wrong, 0, mark, "");
    size_t count = fixes->len / sizeof(struct diag_fix);
    if (count)
        qsort(fixes->data, count, sizeof(struct diag_fix), compare);
    return count;
}

static void add_some(struct version *to, const struct version *from, size_t at, size_t end)
{
    buf_add(&to->text, from->text.data + at, end - at);
    buf_add(&to->from, from->from.data + at * sizeof(uint32_t), (end - at) * sizeof(uint32_t));
}

/// The text with all fixes made that do not touch one before them.
static struct version apply(const struct version *version, const struct diag_fix *fixes,
                            size_t count)
{
    struct version made = {0};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const struct diag_fix *fix = &fixes[i];
        if (fix->at < at)
            continue;
        add_some(&made, version, at, fix->at);
        buf_text(&made.text, fix->put);
        for (size_t k = strlen(fix->put); k; k--) {
            const uint32_t none = NEW;
            buf_add(&made.from, &none, sizeof none);
        }
        at = fix->at + fix->len;
    }
    add_some(&made, version, at, version->text.len);
    return made;
}

static void free_version(struct version *version)
{
    buf_free(&version->text);
    buf_free(&version->from);
}

/// Notes what differs from the first text.
static void note(struct patch *patch, const struct version *version)
{
    const uint32_t *from = (const void *)version->from.data;
    size_t len = version->text.len, was = 0;
    for (size_t i = 0; i < len;) {
        size_t end = i;
        while (end < len && from[end] == NEW)
            end++;
        size_t next = end < len ? from[end] : patch->len;
        patch_add(patch, was, next - was, version->text.data + i, end - i);
        for (was = next, i = end; i < len && from[i] == was; i++)
            was++;
    }
    if (was < patch->len)
        patch_add(patch, was, patch->len - was, NULL, 0);
}

void mend(struct patch *patch, uint32_t rules)
{
    struct version version = {0};
    buf_add(&version.text, patch->text, patch->len);
    buf_reserve(&version.from, patch->len * sizeof(uint32_t));
    for (uint32_t i = 0; i < patch->len; i++)
        buf_add(&version.from, &i, sizeof i);
    for (int pass = 0; pass < PASSES; pass++) {
        struct arena arena = {0};
        struct buf fixes = {0};
        size_t count = find_fixes(&version, rules, &arena, &fixes);
        if (count) {
            struct version made = apply(&version, (const void *)fixes.data, count);
            free_version(&version);
            version = made;
        }
        buf_free(&fixes);
        arena_free(&arena);
        if (!count)
            break;
    }
    note(patch, &version);
    free_version(&version);
}
